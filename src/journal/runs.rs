//! What happens to runs: a draft is begun and approved, a run is ended, resumed or given up.
//!
//! Must not know: how a draft is filled (`planner`) or drained (`queue`).

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, Transaction};

use crate::problem::{Code, Complaint};

use super::ending::{OPEN, amend, clear_draft, end, forget_adopted, runs_in};
use super::held::hold;
use super::replaced::{claim_freed, withdraw_replaced};
use super::rows;
use super::run::{InputRow, RunHead, RunId, RunRow, RunState, RunUuid};
use super::store::Journal;
use super::tally::Tally;
use super::trouble::{JournalError, JournalResult};

impl Journal {
    /// Begin a draft; one that was left is given up. There is one at a time.
    pub fn begin_draft(&mut self, head: &RunHead) -> Result<RunId, Complaint> {
        self.write(|transaction| begin(transaction, head))
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
            hold(transaction, run, now)?;
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
        let planned = self.planned_by(run);
        self.write(|transaction| {
            let from = match state {
                RunState::Finished | RunState::Halted | RunState::Interrupted => RunState::Approved,
                RunState::Blocked | RunState::Abandoned => RunState::Draft,
                RunState::Draft | RunState::Approved => {
                    return Err(JournalError::Shape("a run does not end so"));
                }
            };
            expect_state(transaction, run, &[from])?;
            end(transaction, run, (state, planned.as_deref()), now)
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
                  WHERE state IN ('pending', 'cleared', 'waiting', 'conflict', 'held', 'blocked')
                    AND run = ?1 AND doubt IS NULL)",
                [run.0],
            )?;
            transaction.execute(
                "UPDATE jobs SET body = NULL, lookup = NULL
                  WHERE state IN ('pending', 'cleared', 'waiting', 'conflict', 'held', 'blocked')
                    AND run = ?1 AND doubt IS NULL",
                [run.0],
            )?;
            end(transaction, run, (RunState::Abandoned, None), now)
        })
    }

    /// Forget a draft as if it had never been.
    pub fn drop_draft(&mut self, run: RunId) -> Result<(), Complaint> {
        self.write(|transaction| {
            expect_state(transaction, run, &[RunState::Draft])?;
            clear_draft(transaction, run)?;
            for table in ["contents", "needs", "records", "problems", "causes", "inputs"] {
                transaction.execute(&format!("DELETE FROM {table} WHERE run = ?1"), [run.0])?;
            }
            transaction.execute("DELETE FROM runs WHERE id = ?1", [run.0])?;
            Ok(())
        })
    }

    /// What is known of a run because this process planned it.
    pub(super) fn planned_by(&self, run: RunId) -> Option<Arc<Tally>> {
        self.planned.as_ref().filter(|planned| planned.run == run).map(Arc::clone)
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
                         AND j.state IN ('pending', 'cleared', 'waiting', 'held', 'sending',
                                         'in_doubt'))
                      DESC, r.id DESC LIMIT 1",
                [],
            )?;
            Ok(found.map(RunId))
        })
    }
}

/// Begin a draft; one that was left is given up.
pub(super) fn begin(transaction: &Transaction<'_>, head: &RunHead) -> JournalResult<RunId> {
    for old in runs_in(transaction, RunState::Draft)? {
        end(transaction, old, (RunState::Abandoned, None), head.started_at)?;
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
}

fn run_row(connection: &Connection, run: RunId) -> JournalResult<RunRow> {
    let missing = || JournalError::Complaint(Complaint::with(Code::RunMissing, [run.to_string()]));
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
            .ok_or(JournalError::Shape("a run state that is not known"))?,
        operator: row.get(1)?,
        muster_version: row.get(2)?,
        mapping_sha256: row.get(3)?,
        id_types: serde_json::from_str(&id_types)
            .map_err(|_| JournalError::Shape("id types that cannot be read"))?,
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

fn input_rows(connection: &Connection, run: RunId) -> JournalResult<Vec<InputRow>> {
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
fn expect_state(connection: &Connection, run: RunId, allowed: &[RunState]) -> JournalResult<()> {
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
