//! A draft that is being filled: its files, records and problems, in transactions of ten thousand
//! rows, durable once [`Planner::finish`] returns.
//!
//! Must not know: what is known of a record (`admission`, `recall`), files and cells, the network.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::identity::JobKey;
use crate::plan::JobId;
use crate::plan::reference::RecordRef;
use crate::problem::{Complaint, Problem};
use crate::spec::KindId;

use super::along::{Along, LookedAt};
use super::causes::Causes;
use super::fate::Admitted;
use super::mend::{Safeguard, holds};
use super::put::{NewRecord, Waiting};
use super::replaced::Replacement;
use super::rows::{self, Tokens};
use super::run::RunId;
use super::store::Journal;
use super::tally::Tally;
use super::trouble::{JournalError, JournalResult};

/// Rows in one transaction. One costs a sync, about 1.3 ms; ten thousand rows are some 20 MB of
/// log.
const BATCH: u32 = 10_000;

/// Where a record comes from and what it is called.
#[derive(Clone, Debug)]
pub struct RecordHead {
    /// The file, as shown.
    pub file: Arc<str>,
    /// The sheet; none for CSV.
    pub sheet: Option<Arc<str>>,
    /// The row, as Excel numbers it; the first where there are several.
    pub row: u32,
    /// The physical rows that it is made of.
    pub rows: u32,
    /// What it makes.
    pub kind: KindId,
    /// What names it in reports.
    pub label: Arc<str>,
    /// The record of an earlier run that this row repairs.
    pub reference: Option<RecordRef>,
}

/// What a record is likely to be: what the one before it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likely {
    /// Nobody had its keys.
    New,
    /// An earlier job had one of them.
    Met,
}

/// A draft that is being filled. Dropping it without [`finish`](Self::finish) leaves a draft that
/// no one can approve in full: drop that too.
pub struct Planner<'j> {
    pub(super) journal: &'j mut Journal,
    pub(super) run: RunId,
    pub(super) record: u32,
    problem: i64,
    causes: Causes,
    pub(super) job: i64,
    open: bool,
    pending: u32,
    /// Records that wait to be written.
    waiting: Waiting,
    /// What is known of the run; none where it had records before.
    pub(super) tally: Option<Tally>,
    pub(super) looked_at: Option<LookedAt>,
    inputs: Vec<Arc<str>>,
    /// Jobs of earlier runs that a record of this one has; its own are those above `before`.
    pub(super) claimed: HashSet<JobId>,
    /// What the next record is likely to be.
    pub(super) likely: Likely,
    /// The last job before this plan.
    pub(super) before: JobId,
    /// What this draft's approval withdraws: the unsent jobs of these runs and kinds.
    pub(super) replaced: BTreeSet<(RunId, KindId)>,
    /// Keys that withdrawn jobs hold until then, and that a record of this draft gets.
    pub(super) contested: HashSet<JobKey>,
    /// Names of records in doubt that may be somebody whose keys were corrected.
    pub(super) namesakes: HashMap<[u8; 16], JobId>,
    /// Some keys were learned from changed records.
    pub(super) has_learned: bool,
    /// Some jobs are kept under keys of the former form, their clear text erased.
    pub(super) has_former: bool,
    /// Records of earlier runs that rows of fix files repair.
    pub(super) repaired: HashSet<(i64, u32)>,
    /// What is to be said of the record that is being admitted.
    pub(super) remarks: Vec<Problem>,
    /// What admission found worth a word, until it is asked for.
    pub(super) said: Vec<Problem>,
    pub(super) tokens: Tokens,
    pub(super) keyless: HashMap<[u8; 32], u32>,
    /// Jobs of earlier runs that are read along.
    pub(super) along: Along,
    /// The query of the last job, and how it is kept: all of a kind have one.
    pub(super) query: (Vec<(String, String)>, String),
}

impl Journal {
    /// Fill the draft `run`.
    pub fn planner(&mut self, run: RunId) -> Result<Planner<'_>, Complaint> {
        let begun = self.read(|connection| {
            let mut select =
                connection.prepare("SELECT file FROM inputs WHERE run = ?1 ORDER BY position")?;
            let inputs = select
                .query_map([run.0], |row| row.get::<_, String>(0))?
                .map(|name| Ok(Arc::from(name?)))
                .collect::<JournalResult<Vec<Arc<str>>>>()?;
            let highest = |sql: &str, params: &[&dyn rusqlite::ToSql]| -> JournalResult<i64> {
                Ok(connection.query_row(sql, params, |row| row.get(0))?)
            };
            let record =
                highest("SELECT coalesce(max(record), 0) FROM records WHERE run = ?1", &[&run.0])?;
            let problem =
                highest("SELECT coalesce(max(n), 0) FROM problems WHERE run = ?1", &[&run.0])?;
            let job = highest("SELECT coalesce(max(id), 0) FROM jobs", &[])?;
            let learned = highest("SELECT EXISTS (SELECT 1 FROM learned_keys)", &[])? == 1;
            let former = "SELECT coalesce(max(value), 0) FROM meta WHERE key = 'former_keys'";
            let former = highest(former, &[])? == 1;
            let cause =
                highest("SELECT coalesce(max(id), 0) FROM causes WHERE run = ?1", &[&run.0])?;
            Ok((inputs, record, problem, cause, job, (learned, former)))
        })?;
        let (inputs, record, problem, cause, job, (has_learned, has_former)) = begun;
        self.planned = None;
        self.heed_references(false)?;
        Ok(Planner {
            journal: self,
            run,
            record: u32::try_from(record).unwrap_or(u32::MAX),
            problem,
            causes: Causes::after(cause),
            job,
            open: false,
            pending: 0,
            waiting: Waiting::new(run),
            tally: (record == 0).then(|| Tally::new(run)),
            looked_at: None,
            inputs,
            claimed: HashSet::new(),
            likely: Likely::New,
            before: JobId(job),
            replaced: BTreeSet::new(),
            contested: HashSet::new(),
            namesakes: HashMap::new(),
            has_learned,
            has_former,
            repaired: HashSet::new(),
            remarks: Vec::new(),
            said: Vec::new(),
            tokens: Tokens::new(),
            keyless: HashMap::new(),
            along: Along::default(),
            query: (Vec::new(), "[]".to_owned()),
        })
    }
}

impl Planner<'_> {
    /// The draft replaces older runs. To be said before the first record is admitted.
    pub fn replace(&mut self, replacement: &Replacement) -> Result<(), Complaint> {
        if holds(Safeguard::NamesInDoubt) {
            self.namesakes.clone_from(&replacement.doubtful_names);
        }
        if !holds(Safeguard::ReplacedIsWithdrawn) {
            return Ok(());
        }
        self.replaced = replacement.runs.iter().copied().collect();
        for (old, kind) in &replacement.runs {
            self.step(|planner| {
                planner
                    .journal
                    .connection
                    .prepare_cached("INSERT INTO replaced (run, old, kind) VALUES (?1, ?2, ?3)")?
                    .execute((planner.run.0, old.0, kind.label()))?;
                Ok(())
            })?;
        }
        Ok(())
    }

    /// A file is read; its hash is known at its end, and empty before. One that was named before keeps its place.
    pub fn begin_input(&mut self, file: &Arc<str>, sha256: &str) -> Result<(), Complaint> {
        self.step(|planner| {
            let known = planner.inputs.iter().position(|name| name == file);
            let position = known.unwrap_or_else(|| {
                planner.inputs.push(Arc::clone(file));
                planner.inputs.len() - 1
            });
            planner
                .journal
                .connection
                .prepare_cached(
                    "INSERT INTO inputs (run, position, file, sha256) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT DO UPDATE SET sha256 = excluded.sha256",
                )?
                .execute((planner.run.0, rows::size(position), &**file, sha256))?;
            Ok(())
        })
    }

    /// What was found worth a word since this was last asked.
    pub fn take_said(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.said)
    }

    /// A row with errors: a record that is not sent, with its problems.
    pub fn invalid(&mut self, head: &RecordHead, problems: &[Problem]) -> Result<(), Complaint> {
        self.step(|planner| {
            planner.put_record(head, Admitted::Invalid, false, None)?;
            let record = planner.record;
            problems.iter().try_for_each(|problem| planner.put_problem(problem, Some(record)))
        })
    }

    /// A problem of no record: of a file, a sheet, a header.
    pub fn problem(&mut self, problem: &Problem) -> Result<(), Complaint> {
        self.step(|planner| planner.put_problem(problem, None))
    }

    /// A problem of the record that was put last: a warning.
    pub fn remark(&mut self, problem: &Problem) -> Result<(), Complaint> {
        self.step(|planner| {
            let record = planner.record;
            planner.put_problem(problem, Some(record))
        })
    }

    /// How many rows a file held that were not above its header: all, the blank ones among them, and
    /// those that are no records. Adds to what was said before (one call a sheet).
    pub fn input_rows(
        &mut self,
        file: &Arc<str>,
        (rows, blank, skipped): (u64, u64, u64),
    ) -> Result<(), Complaint> {
        self.step(|planner| {
            let input = planner.input(file)?;
            planner
                .journal
                .connection
                .prepare_cached(
                    "UPDATE inputs SET rows = rows + ?3, blank = blank + ?4, skipped = skipped + ?5
                      WHERE run = ?1 AND position = ?2",
                )?
                .execute((
                    planner.run.0,
                    input,
                    rows.cast_signed(),
                    blank.cast_signed(),
                    skipped.cast_signed(),
                ))?;
            Ok(())
        })
    }

    /// Commit what is left.
    pub fn finish(mut self) -> Result<(), Complaint> {
        self.commit()?;
        self.journal.planned = self.tally.take().map(Arc::new);
        self.journal.heed_references(true)
    }

    /// Do one row's worth inside the open transaction; commit when it is full.
    pub(super) fn step<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> JournalResult<T>,
    ) -> Result<T, Complaint> {
        if !self.open {
            let begun = self.journal.begin().and_then(|()| {
                self.journal.connection.execute_batch("BEGIN IMMEDIATE").map_err(JournalError::from)
            });
            begun.map_err(|trouble| self.journal.stop(trouble))?;
            self.open = true;
        }
        let done = work(self);
        let value = done.map_err(|trouble| self.give_up(trouble))?;
        self.pending += 1;
        if self.pending >= BATCH {
            self.commit()?;
        }
        Ok(value)
    }

    fn commit(&mut self) -> Result<(), Complaint> {
        self.pending = 0;
        if !self.open {
            return Ok(());
        }
        let done = self.waiting.flush(&self.journal.connection).and_then(|()| {
            self.journal.connection.execute_batch("COMMIT").map_err(JournalError::from)
        });
        done.map_err(|trouble| self.give_up(trouble))?;
        self.open = false;
        Ok(())
    }

    fn give_up(&mut self, trouble: JournalError) -> Complaint {
        // The first error is the one to tell; SQLite may have rolled back by itself.
        let _ = self.journal.connection.execute_batch("ROLLBACK");
        self.open = false;
        self.journal.stop(trouble)
    }

    /// Put a record. One whose fate its admission decides has the moment at which its job was settled.
    pub(super) fn put_record(
        &mut self,
        head: &RecordHead,
        admitted: Admitted,
        same: bool,
        job: Option<JobId>,
    ) -> JournalResult<()> {
        self.record += 1;
        let settled_at = match job {
            Some(job) if admitted.decided().is_some() => self.looked_at(job)?.settled_at,
            Some(_) | None => None,
        };
        if let Some(tally) = &mut self.tally {
            tally.see(self.record, head.kind, admitted);
        }
        let new = NewRecord {
            record: self.record,
            input: self.input(&head.file)?,
            sheet: head.sheet.clone(),
            row: head.row,
            kind: head.kind,
            label: Arc::clone(&head.label),
            admitted,
            same,
            job,
            rows: head.rows,
            settled_at,
        };
        self.waiting.put(&self.journal.connection, new)
    }

    /// Note a problem of the record that is being put, and tell it.
    pub(super) fn tell(&mut self, problem: Problem) -> JournalResult<()> {
        let record = self.record;
        self.put_problem(&problem, Some(record))?;
        self.said.push(problem);
        Ok(())
    }

    pub(super) fn put_problem(
        &mut self,
        problem: &Problem,
        record: Option<u32>,
    ) -> JournalResult<()> {
        self.problem += 1;
        let at = (self.problem, record);
        self.causes.put(&self.journal.connection, self.run, at, problem)
    }

    /// The position of a file among the run's inputs.
    fn input(&self, file: &str) -> JournalResult<i64> {
        self.inputs
            .iter()
            .position(|name| &**name == file)
            .map(rows::size)
            .ok_or(JournalError::Shape("a record of a file that the run does not have"))
    }
}

impl Drop for Planner<'_> {
    fn drop(&mut self) {
        if self.open {
            // Nothing of the unfinished batch stays; the draft is not approved.
            let _ = self.journal.connection.execute_batch("ROLLBACK");
        }
        // As good as done: it can fail for nothing but memory.
        let _ = self.journal.heed_references(true);
    }
}
