//! Runs: a draft is approved, drained and ended.
//!
//! Must not know: how a draft is filled (`planner`) or drained (`queue`).

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::Connection;

use crate::problem::{Code, Complaint};
use crate::spec::IdTypes;

use super::adopt::forget_adopted;
use super::ending::{OPEN, amend, clear_draft, end, runs_in};
use super::replaced::{claim_freed, withdraw_replaced};
use super::rows;
use super::store::Journal;
use super::trouble::{Step, Trouble};

/// A run's number in its journal, from 1; never used twice.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct RunId(pub i64);

impl std::fmt::Display for RunId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A run's name in all journals: what a fix file holds to find its records again.
pub type RunUuid = uuid::Uuid;

/// Where a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// Planned, not approved: nothing of it may be sent.
    Draft,
    /// Approved and being sent: the only state whose jobs are looked up and leased.
    Approved,
    /// Sent to its end. Final.
    Finished,
    /// Stopped by the API or by a guard; can be resumed.
    Halted,
    /// Stopped by a person or a crash; can be resumed.
    Interrupted,
    /// Given up. Final.
    Abandoned,
    /// Ended before anything was sent, because of its rows. Final.
    Blocked,
}

impl RunState {
    /// Every state.
    pub const ALL: &'static [Self] = &[
        Self::Draft,
        Self::Approved,
        Self::Finished,
        Self::Halted,
        Self::Interrupted,
        Self::Abandoned,
        Self::Blocked,
    ];

    /// The word of the journal and of reports.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Finished => "finished",
            Self::Halted => "halted",
            Self::Interrupted => "interrupted",
            Self::Abandoned => "abandoned",
            Self::Blocked => "blocked",
        }
    }

    /// The state with this word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.label() == word)
    }
}

/// What is known of a run when it begins.
#[derive(Clone, Debug)]
pub struct RunHead {
    /// Who runs it.
    pub operator: String,
    /// This program's version.
    pub muster_version: String,
    /// SHA-256 of the mapping file, hex.
    pub mapping_sha256: Option<String>,
    /// The mapping file's bytes: TOML, or a workbook.
    pub mapping: Option<Vec<u8>>,
    /// The run whose records it goes on with.
    pub continues: Option<RunId>,
    /// The files.
    pub inputs: Vec<InputHead>,
    /// The id types of its calls.
    pub id_types: IdTypes,
    /// Whatever else the driver wants to find again, as JSON.
    pub options_json: String,
    /// When it began.
    pub started_at: Timestamp,
}

/// A file of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputHead {
    /// Its name, as shown.
    pub file: Arc<str>,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
}

/// A file of a run, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputRow {
    /// Its name, as shown.
    pub file: Arc<str>,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Rows below the header, blank ones too.
    pub rows: u64,
    /// Blank rows among them.
    pub blank: u64,
    /// Rows among them that are no records: totals, examples, what is hidden.
    pub skipped: u64,
}

/// A run, as the journal holds it.
#[derive(Clone, Debug)]
pub struct RunRow {
    /// Its number.
    pub id: RunId,
    /// Its name in all journals; none in one of an earlier schema that is only read.
    pub uuid: Option<RunUuid>,
    /// Where it is.
    pub state: RunState,
    /// Who began it.
    pub operator: String,
    /// The program's version.
    pub muster_version: String,
    /// SHA-256 of the mapping file, hex.
    pub mapping_sha256: Option<String>,
    /// The id types of its calls.
    pub id_types: IdTypes,
    /// What the driver kept.
    pub options_json: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When it was approved.
    pub approved_at: Option<Timestamp>,
    /// By whom.
    pub approved_by: Option<String>,
    /// When it ended, for now or for good.
    pub finished_at: Option<Timestamp>,
    /// Its files.
    pub inputs: Vec<InputRow>,
    /// How many records it has.
    pub records: u64,
}

impl Journal {
    /// Begin a draft; one that was left is given up. There is one at a time.
    pub fn begin_draft(&mut self, head: &RunHead) -> Result<RunId, Complaint> {
        self.write(|transaction| {
            for old in runs_in(transaction, RunState::Draft)? {
                end(transaction, old, RunState::Abandoned, head.started_at)?;
            }
            transaction.execute(
                "INSERT INTO runs (state, operator, muster_version, mapping_sha256, id_types,
                                   options, started_at, uuid, mapping, continues)
                 VALUES ('draft', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                (
                    &head.operator,
                    &head.muster_version,
                    &head.mapping_sha256,
                    rows::to_json(&head.id_types)?,
                    &head.options_json,
                    head.started_at.as_millisecond(),
                    RunUuid::new_v4().to_string(),
                    &head.mapping,
                    head.continues.map(|run| run.0),
                ),
            )?;
            let run = transaction.last_insert_rowid();
            for (position, input) in head.inputs.iter().enumerate() {
                transaction.execute(
                    "INSERT INTO inputs (run, position, file, sha256) VALUES (?1, ?2, ?3, ?4)",
                    (run, rows::size(position), &*input.file, &input.sha256),
                )?;
            }
            Ok(RunId(run))
        })
    }

    /// Keep what the driver wants to find again, as JSON.
    pub fn keep_options(&mut self, run: RunId, options_json: &str) -> Result<(), Complaint> {
        self.write(|transaction| {
            transaction
                .execute("UPDATE runs SET options = ?2 WHERE id = ?1", (run.0, options_json))?;
            Ok(())
        })
    }

    /// Approve a draft: its new jobs may be sent, and the earlier jobs that it takes over hold its
    /// content from now on, all of them or none.
    pub fn approve(&mut self, run: RunId, operator: &str, now: Timestamp) -> Result<(), Complaint> {
        self.write(|transaction| {
            expect_state(transaction, run, &[RunState::Draft])?;
            let replaces = withdraw_replaced(transaction, run, now)?;
            amend(transaction, run, now)?;
            if replaces {
                claim_freed(transaction, run)?;
            }
            forget_adopted(transaction, run)?;
            transaction.execute(
                "UPDATE runs SET state = 'approved', approved_at = ?2, approved_by = ?3
                  WHERE id = ?1",
                (run.0, now.as_millisecond(), operator),
            )?;
            Ok(())
        })
    }

    /// Go on with a run that was halted or interrupted: its unsent jobs may be sent again.
    pub fn resume(&mut self, run: RunId) -> Result<(), Complaint> {
        self.write(|transaction| {
            let resumable = [RunState::Halted, RunState::Interrupted, RunState::Approved];
            expect_state(transaction, run, &resumable)?;
            // What was frozen when it stopped is open again, but for what is done, and for jobs that
            // a later run has.
            transaction.execute(
                &format!(
                    "UPDATE records SET fate = NULL, attempt = NULL, tries = NULL, settled_at = NULL
                      WHERE run = ?1 AND fate IS NOT NULL
                        AND record IN (SELECT record FROM jobs WHERE run = ?1 AND {OPEN})
                        AND EXISTS (SELECT 1 FROM jobs j
                                     WHERE j.id = records.job AND j.run = records.run)"
                ),
                [run.0],
            )?;
            transaction.execute(
                "UPDATE runs SET state = 'approved', finished_at = NULL WHERE id = ?1",
                [run.0],
            )?;
            Ok(())
        })
    }

    /// End a run, and freeze the fates of its records: an approved one as finished, halted or
    /// interrupted, a draft as blocked (or abandoned).
    pub fn finish(&mut self, run: RunId, state: RunState, now: Timestamp) -> Result<(), Complaint> {
        self.write(|transaction| {
            let from = match state {
                RunState::Finished | RunState::Halted | RunState::Interrupted => RunState::Approved,
                RunState::Blocked | RunState::Abandoned => RunState::Draft,
                RunState::Draft | RunState::Approved => {
                    return Err(Trouble::Shape("a run does not end so"));
                }
            };
            expect_state(transaction, run, &[from])?;
            end(transaction, run, state, now)
        })
    }

    /// Give a run up, whatever its state: what of it is unsent stays so for good, and a later run
    /// may make it anew.
    pub fn abandon(&mut self, run: RunId, now: Timestamp) -> Result<(), Complaint> {
        self.write(|transaction| {
            let open =
                [RunState::Draft, RunState::Approved, RunState::Halted, RunState::Interrupted];
            expect_state(transaction, run, &open)?;
            transaction.execute(
                "DELETE FROM job_keys WHERE job IN (SELECT id FROM jobs
                  WHERE state IN ('pending', 'cleared', 'waiting', 'conflict')
                    AND run = ?1 AND doubt IS NULL)",
                [run.0],
            )?;
            transaction.execute(
                "UPDATE jobs SET body = NULL, lookup = NULL
                  WHERE state IN ('pending', 'cleared', 'waiting', 'conflict')
                    AND run = ?1 AND doubt IS NULL",
                [run.0],
            )?;
            end(transaction, run, RunState::Abandoned, now)
        })
    }

    /// Forget a draft as if it had never been.
    pub fn drop_draft(&mut self, run: RunId) -> Result<(), Complaint> {
        self.write(|transaction| {
            expect_state(transaction, run, &[RunState::Draft])?;
            clear_draft(transaction, run)?;
            for table in ["contents", "records", "problems", "causes", "inputs"] {
                transaction.execute(&format!("DELETE FROM {table} WHERE run = ?1"), [run.0])?;
            }
            transaction.execute("DELETE FROM runs WHERE id = ?1", [run.0])?;
            Ok(())
        })
    }

    /// Every run, newest first.
    pub fn runs(&self) -> Result<Vec<RunRow>, Complaint> {
        self.read(|connection| {
            let mut select = connection.prepare("SELECT id FROM runs ORDER BY id DESC")?;
            let ids = select.query_map([], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
            ids.into_iter().map(|id| run_row(connection, RunId(id))).collect()
        })
    }

    /// One run.
    pub fn run(&self, run: RunId) -> Result<RunRow, Complaint> {
        self.read(|connection| run_row(connection, run))
    }

    /// The newest run that can be resumed and has something left to do, else the newest that can.
    pub fn latest_resumable(&self) -> Result<Option<RunId>, Complaint> {
        self.read(|connection| {
            let found: Option<i64> = rows::maybe(
                connection,
                "SELECT r.id FROM runs r WHERE r.state IN ('approved', 'halted', 'interrupted')
                  ORDER BY EXISTS (
                      SELECT 1 FROM jobs j WHERE j.run = r.id
                         AND j.state IN ('pending', 'cleared', 'waiting', 'sending', 'in_doubt'))
                      DESC, r.id DESC LIMIT 1",
                [],
            )?;
            Ok(found.map(RunId))
        })
    }
}

fn run_row(connection: &Connection, run: RunId) -> Step<RunRow> {
    let missing = || Trouble::Complaint(Complaint::with(Code::RunMissing, [run.to_string()]));
    let mut select = connection.prepare_cached(
        "SELECT state, operator, muster_version, mapping_sha256, id_types, options, started_at,
                approved_at, approved_by, finished_at,
                (SELECT coalesce(max(record), 0) FROM records WHERE run = ?1), uuid
           FROM runs WHERE id = ?1",
    )?;
    let mut found = select.query([run.0])?;
    let row = found.next()?.ok_or_else(missing)?;
    let id_types = row.get::<_, String>(4)?;
    Ok(RunRow {
        id: run,
        state: RunState::of(&row.get::<_, String>(0)?)
            .ok_or(Trouble::Shape("a run state that is not known"))?,
        operator: row.get(1)?,
        muster_version: row.get(2)?,
        mapping_sha256: row.get(3)?,
        id_types: serde_json::from_str(&id_types)
            .map_err(|_| Trouble::Shape("id types that cannot be read"))?,
        options_json: row.get(5)?,
        started_at: rows::moment(row.get(6)?)?,
        approved_at: rows::moment_at(row, 7)?,
        approved_by: row.get(8)?,
        finished_at: rows::moment_at(row, 9)?,
        inputs: input_rows(connection, run)?,
        records: rows::count_at(row, 10)?,
        uuid: row.get::<_, Option<String>>(11)?.and_then(|text| text.parse().ok()),
    })
}

fn input_rows(connection: &Connection, run: RunId) -> Step<Vec<InputRow>> {
    let mut select = connection.prepare_cached(
        "SELECT file, sha256, rows, blank, skipped FROM inputs WHERE run = ?1 ORDER BY position",
    )?;
    let mut found = select.query([run.0])?;
    let mut inputs = Vec::new();
    while let Some(row) = found.next()? {
        inputs.push(InputRow {
            file: Arc::from(row.get::<_, String>(0)?),
            sha256: row.get(1)?,
            rows: rows::count_at(row, 2)?,
            blank: rows::count_at(row, 3)?,
            skipped: rows::count_at(row, 4)?,
        });
    }
    Ok(inputs)
}

/// Refuse where the run is in none of these states.
fn expect_state(connection: &Connection, run: RunId, allowed: &[RunState]) -> Step<()> {
    let word: Option<String> =
        rows::maybe(connection, "SELECT state FROM runs WHERE id = ?1", [run.0])?;
    match word.as_deref().map(RunState::of) {
        None => Err(Complaint::with(Code::RunMissing, [run.to_string()]).into()),
        Some(Some(state)) if allowed.contains(&state) => Ok(()),
        Some(_) => {
            Err(Complaint::with(Code::RunState, [run.to_string(), word.unwrap_or_default()]).into())
        }
    }
}
