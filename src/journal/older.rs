//! Earlier runs that still hold rows: what of them comes back in a new input, and whether that input
//! replaces them.
//!
//! A person who corrects a spreadsheet after an interruption, and imports it again, means these
//! people, not these and the old ones besides. Must not know: how an input is read, how a person is
//! asked.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::OptionalExtension;

use crate::plan::{Job, JobId, identity};
use crate::problem::Complaint;
use crate::spec::KindId;

use super::event::Event;
use super::mend::{Mend, holds};
use super::planner::Planner;
use super::rows;
use super::runs::RunId;
use super::store::Journal;
use super::trouble::Step;

/// An earlier run that holds rows of one kind that are not sent, or whose outcome is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OlderRun {
    /// The run.
    pub run: RunId,
    /// The kind.
    pub kind: KindId,
    /// Rows that `resume` would send.
    pub unsent: u64,
    /// Rows whose outcome is not known.
    pub in_doubt: u64,
}

/// How much of an older run a new input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The run and what it holds.
    pub older: OlderRun,
    /// Its records of that kind that became jobs.
    pub records: u64,
    /// Of these, those whose keys come back in the new input.
    pub back: u64,
    /// Its unsent rows that come back neither by a key nor by their name.
    pub gone: u64,
    /// Its unsent rows that come back by their name alone.
    pub named: u64,
    /// Its records of another kind come back, and the input has rows of this one.
    pub beside: bool,
}

/// What a new input is to an older run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing of it comes back: both stand.
    Apart,
    /// The same input again, perhaps corrected: it replaces the run.
    Replaces,
    /// Only a person can tell.
    Ask,
}

impl Overlap {
    /// At least half comes back, and nothing unsent has vanished: the same input again. Where no key
    /// comes back, most names or another kind of the run may say that every key was corrected.
    pub const fn verdict(&self) -> Verdict {
        if self.back == 0 {
            let named = self.named > 0 && self.named * 2 >= self.older.unsent;
            if self.older.unsent > 0 && (named || self.beside) {
                Verdict::Ask
            } else {
                Verdict::Apart
            }
        } else if self.older.unsent == 0 || self.back * 2 >= self.records && self.gone == 0 {
            Verdict::Replaces
        } else {
            Verdict::Ask
        }
    }
}

/// A new input that is held against what older runs hold, record by record.
pub struct Comparison<'j> {
    journal: &'j Journal,
    back: HashSet<JobId>,
    names: HashSet<[u8; 16]>,
    new: BTreeMap<KindId, u64>,
    invalid: BTreeMap<KindId, u64>,
    keyless: HashMap<[u8; 32], u32>,
}

impl Journal {
    /// The earlier runs that hold unsent rows and can be resumed, or rows whose outcome is not known.
    pub fn older_runs(&self) -> Result<Vec<OlderRun>, Complaint> {
        self.read(|connection| {
            let mut select = connection.prepare(
                "SELECT run, kind, sum(unsent), sum(NOT unsent) FROM (
                     SELECT j.run, j.kind,
                            j.doubt IS NULL AND j.state IN ('pending', 'cleared', 'waiting') AS unsent
                       FROM jobs j JOIN runs r ON r.id = j.run
                      WHERE j.state IN ('pending', 'cleared', 'waiting')
                        AND r.state IN ('halted', 'interrupted')
                         OR (j.state = 'in_doubt' OR j.state = 'sending'
                             OR j.state = 'waiting' AND j.doubt IS NOT NULL)
                        AND r.state <> 'draft')
                  GROUP BY run, kind ORDER BY run, kind",
            )?;
            let mut found = select.query([])?;
            let mut older = Vec::new();
            while let Some(row) = found.next()? {
                older.push(OlderRun {
                    run: RunId(row.get(0)?),
                    kind: rows::kind_at(row, 1)?,
                    unsent: rows::count_at(row, 2)?,
                    in_doubt: rows::count_at(row, 3)?,
                });
            }
            Ok(older)
        })
    }

    /// Hold a new input against what older runs hold.
    pub fn compare(&self) -> Comparison<'_> {
        Comparison {
            journal: self,
            back: HashSet::new(),
            names: HashSet::new(),
            new: BTreeMap::new(),
            invalid: BTreeMap::new(),
            keyless: HashMap::new(),
        }
    }
}

impl Comparison<'_> {
    /// A record of the new input; its body is not needed.
    pub fn see(&mut self, job: &Job) -> Result<(), Complaint> {
        let ordinal = if job.keys.is_empty() {
            let seen = self.keyless.entry(job.digest).or_insert(0);
            *seen += 1;
            Some(*seen - 1)
        } else {
            None
        };
        let found = self.journal.read(|connection| -> Step<Vec<i64>> {
            let mut select = connection
                .prepare_cached("SELECT job FROM job_keys WHERE hash = ?1 AND kind = ?2")?;
            let mut found = Vec::new();
            for key in &job.keys {
                found.extend(
                    select
                        .query_row((&key.hash[..], key.kind.label()), |row| row.get::<_, i64>(0))
                        .optional()?,
                );
            }
            if let Some(ordinal) = ordinal {
                let hash = identity::keyless(&job.digest, ordinal);
                found.extend(
                    select
                        .query_row((&hash[..], "keyless"), |row| row.get::<_, i64>(0))
                        .optional()?,
                );
            }
            Ok(found)
        })?;
        if found.is_empty() {
            self.names.extend(job.name);
            *self.new.entry(job.kind).or_insert(0) += 1;
        }
        self.back.extend(found.into_iter().map(JobId));
        Ok(())
    }

    /// A row of the new input that has errors.
    pub fn see_invalid(&mut self, kind: KindId) {
        *self.invalid.entry(kind).or_insert(0) += 1;
    }

    /// What the whole input is to these runs.
    pub fn overlaps(&self, older: &[OlderRun]) -> Result<Vec<Overlap>, Complaint> {
        let mut all: Vec<Overlap> =
            older.iter().map(|older| self.overlap(*older)).collect::<Result<_, _>>()?;
        let back: Vec<(RunId, KindId)> = all
            .iter()
            .filter(|overlap| overlap.back > 0)
            .map(|overlap| (overlap.older.run, overlap.older.kind))
            .collect();
        for Overlap { older, beside, .. } in &mut all {
            let others = back.iter().any(|(run, kind)| *run == older.run && *kind != older.kind);
            *beside = others && self.new.contains_key(&older.kind);
        }
        Ok(all)
    }

    fn overlap(&self, older: OlderRun) -> Result<Overlap, Complaint> {
        self.journal.read(|connection| {
            let of = (older.run.0, older.kind.label());
            let mut select = connection.prepare_cached(
                "SELECT job FROM records WHERE run = ?1 AND kind = ?2 AND job IS NOT NULL",
            )?;
            let mut found = select.query(of)?;
            let (mut records, mut back) = (0, 0);
            while let Some(row) = found.next()? {
                records += 1;
                back += u64::from(self.back.contains(&JobId(row.get(0)?)));
            }
            let mut select = connection.prepare_cached(
                "SELECT id, name FROM jobs WHERE run = ?1 AND kind = ?2 AND doubt IS NULL
                    AND state IN ('pending', 'cleared', 'waiting')",
            )?;
            let mut found = select.query(of)?;
            let (mut nameless, mut gone, mut named) = (0_u64, 0_u64, 0_u64);
            while let Some(row) = found.next()? {
                if self.back.contains(&JobId(row.get(0)?)) {
                    continue;
                }
                match row.get::<_, Option<[u8; 16]>>(1)? {
                    None => nameless += 1,
                    Some(name) if self.names.contains(&name) => named += 1,
                    Some(_) => gone += 1,
                }
            }
            // Who has no name may be any row that is new; and a row with errors may be anybody.
            let of_kind =
                |counts: &BTreeMap<KindId, u64>| counts.get(&older.kind).copied().unwrap_or(0);
            let gone = gone + nameless.saturating_sub(of_kind(&self.new));
            let gone = gone.saturating_sub(of_kind(&self.invalid));
            Ok(Overlap { older, records, back, gone, named, beside: false })
        })
    }

    /// Jobs in doubt of these runs that do not come back by a key, by their name: a new row of that
    /// name may be one of them, with its keys corrected.
    pub fn doubtful_names(
        &self,
        overlaps: &[Overlap],
    ) -> Result<HashMap<[u8; 16], JobId>, Complaint> {
        self.journal.read(|connection| {
            let mut names = HashMap::new();
            let mut select = connection.prepare_cached(
                "SELECT id, name FROM jobs
                  WHERE run = ?1 AND kind = ?2 AND name IS NOT NULL
                    AND (state = 'in_doubt' OR state = 'waiting' AND doubt IS NOT NULL)",
            )?;
            for overlap in overlaps.iter().filter(|overlap| overlap.back > 0) {
                let of = (overlap.older.run.0, overlap.older.kind.label());
                let mut found = select.query(of)?;
                while let Some(row) = found.next()? {
                    let job = JobId(row.get(0)?);
                    if !self.back.contains(&job) {
                        names.insert(row.get(1)?, job);
                    }
                }
            }
            Ok(names)
        })
    }
}

/// What a draft makes of older runs.
#[derive(Clone, Debug, Default)]
pub struct Replacement {
    /// Runs and kinds whose unsent jobs are withdrawn when the draft is approved.
    pub runs: Vec<(RunId, KindId)>,
    /// Names of records in doubt that may be somebody whose keys were corrected.
    pub doubtful_names: HashMap<[u8; 16], JobId>,
}

impl Planner<'_> {
    /// The draft replaces older runs. To be said before the first record is admitted.
    pub fn replace(&mut self, replacement: &Replacement) -> Result<(), Complaint> {
        if holds(Mend::NamesInDoubt) {
            self.namesakes.clone_from(&replacement.doubtful_names);
        }
        if !holds(Mend::ReplacedIsWithdrawn) {
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
}

/// Withdraw what the approved run `run` replaces, as a set; whether there was any. What is withdrawn is as the state machine says (`Event::Withdrawn`), body and all.
pub(super) fn withdraw_replaced(
    transaction: &rusqlite::Transaction<'_>,
    run: RunId,
    now: jiff::Timestamp,
) -> Step<bool> {
    const WITHDRAWN: &str = "doubt IS NULL
        AND state IN ('pending', 'cleared', 'waiting', 'conflict')
        AND (run, kind) IN (SELECT old, kind FROM replaced WHERE run = ?1)";
    let replaces: bool = transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM replaced WHERE run = ?1)",
        [run.0],
        |row| row.get(0),
    )?;
    if !replaces {
        return Ok(false);
    }
    take_back_resends(transaction, run, now)?;
    transaction.execute(
        &format!("DELETE FROM job_keys WHERE job IN (SELECT id FROM jobs WHERE {WITHDRAWN})"),
        [run.0],
    )?;
    transaction.execute(
        &format!(
            "UPDATE jobs SET state = 'withdrawn', since = NULL, reason = NULL, body = NULL,
                    lookup = NULL, settled_at = ?2, next_look = NULL
              WHERE {WITHDRAWN}"
        ),
        (run.0, now.as_millisecond()),
    )?;
    Ok(true)
}

/// What was to be sent once more with its old content and token is in doubt again: whether it may be
/// is asked anew (`doubt`), now that the input was corrected.
fn take_back_resends(
    transaction: &rusqlite::Transaction<'_>,
    run: RunId,
    now: jiff::Timestamp,
) -> Step<()> {
    let mut select = transaction.prepare(
        "SELECT id FROM jobs WHERE state = 'waiting' AND doubt IS NOT NULL
            AND (run, kind) IN (SELECT old, kind FROM replaced WHERE run = ?1)",
    )?;
    let found = select.query_map([run.0], |row| row.get(0))?;
    let jobs = found.map(|id| id.map(JobId)).collect::<Result<Vec<JobId>, _>>()?;
    for job in jobs {
        rows::apply(transaction, job, &Event::Recovered, now)?;
        transaction
            .prepare_cached("UPDATE jobs SET next_look = ?2 WHERE id = ?1")?
            .execute((job.0, now.as_millisecond()))?;
    }
    Ok(())
}

/// Whether a job belongs to a run that an approved one has replaced, and no record of that one leads
/// to it: nobody wants its content any more.
pub(super) fn is_replaced(transaction: &rusqlite::Transaction<'_>, job: JobId) -> Step<bool> {
    if !holds(Mend::ReplacedIsWithdrawn) {
        return Ok(false);
    }
    Ok(transaction
        .prepare_cached(
            "SELECT EXISTS (
                 SELECT 1 FROM jobs j
                   JOIN replaced p ON p.old = j.run AND p.kind = j.kind
                   JOIN runs n ON n.id = p.run
                  WHERE j.id = ?1 AND n.approved_at IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM records r
                                     WHERE r.run = p.run AND r.job = j.id))",
        )?
        .query_row([job.0], |row| row.get(0))?)
}

/// Withdraw a job of a replaced run that turned out not to have been made.
pub(super) fn withdraw(
    transaction: &rusqlite::Transaction<'_>,
    job: JobId,
    now: jiff::Timestamp,
) -> Step<()> {
    rows::apply(transaction, job, &Event::Withdrawn, now)?;
    transaction.execute("DELETE FROM job_keys WHERE job = ?1", [job.0])?;
    transaction.execute("UPDATE jobs SET body = NULL, lookup = NULL WHERE id = ?1", [job.0])?;
    Ok(())
}

/// Give the jobs of `run` the keys that withdrawn ones held.
pub(super) fn claim_freed(transaction: &rusqlite::Transaction<'_>, run: RunId) -> Step<()> {
    let mut select = transaction.prepare("SELECT id, keys, keyless FROM jobs WHERE run = ?1")?;
    let mut insert = transaction
        .prepare("INSERT OR IGNORE INTO job_keys (hash, kind, job) VALUES (?1, ?2, ?3)")?;
    let mut found = select.query([run.0])?;
    while let Some(row) = found.next()? {
        let job: i64 = row.get(0)?;
        for key in rows::unpack_keys(&row.get::<_, Vec<u8>>(1)?)? {
            insert.execute((&key.hash[..], key.kind.label(), job))?;
        }
        if let Some(hash) = row.get::<_, Option<Vec<u8>>>(2)? {
            insert.execute((hash, "keyless", job))?;
        }
    }
    Ok(())
}
