//! Earlier runs that still hold rows: what of them comes back in a new input, and whether that input
//! replaces them (`replaced` says what that does).
//!
//! A person who corrects a spreadsheet after an interruption, and imports it again, means these
//! people, not these and the old ones besides. Must not know: how an input is read, how a person is
//! asked.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::identity;
use crate::plan::{Job, JobId};
use crate::problem::Complaint;
use crate::spec::KindId;

use super::keys;
use super::rows::{self, UNSENT};
use super::run::RunId;
use super::store::Journal;
use super::trouble::JournalResult;

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

/// The query for earlier runs that hold rows: by the index of states, since nearly all jobs of a journal
/// are done, and to pass over them is to read their bodies.
pub(super) fn holding_rows() -> String {
    format!(
        "SELECT run, kind, sum(unsent), sum(NOT unsent) FROM (
             SELECT j.run, j.kind, {UNSENT} AS unsent
               FROM jobs j JOIN runs r ON r.id = j.run
              WHERE j.state IN ('pending', 'cleared', 'waiting', 'held', 'in_doubt', 'sending')
                AND (r.state IN ('halted', 'interrupted')
                     AND j.state NOT IN ('in_doubt', 'sending')
                  OR (j.state IN ('in_doubt', 'sending')
                      OR j.state = 'waiting' AND j.doubt IS NOT NULL)
                     AND r.state <> 'draft'))
          GROUP BY run, kind ORDER BY run, kind"
    )
}

impl Journal {
    /// The earlier runs that hold unsent rows and can be resumed, or rows whose outcome is not known.
    pub fn older_runs(&self) -> Result<Vec<OlderRun>, Complaint> {
        self.read(|connection| {
            let mut select = connection.prepare(&holding_rows())?;
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
        let keyless = job.keys.is_empty().then(|| {
            let seen = self.keyless.entry(job.digest).or_insert(0);
            *seen += 1;
            identity::keyless(&job.digest, *seen - 1)
        });
        let found = self.journal.read(|connection| keys::owners(connection, &job.keys, keyless))?;
        if found.is_empty() {
            self.names.extend(job.name);
            *self.new.entry(job.kind).or_insert(0) += 1;
        }
        self.back.extend(found);
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
            let mut select = connection.prepare_cached(&format!(
                "SELECT id, name FROM jobs j WHERE run = ?1 AND kind = ?2 AND {UNSENT}"
            ))?;
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
    /// name may be one of them, with its keys corrected. That holds where anything of the run comes
    /// back, by a key or as what replaced it, or at least half of those names do.
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
            for Overlap { older, .. } in overlaps.iter().filter(|one| one.older.in_doubt > 0) {
                let mut found = select.query((older.run.0, older.kind.label()))?;
                let mut open: Vec<([u8; 16], JobId)> = Vec::new();
                while let Some(row) = found.next()? {
                    let job = JobId(row.get(0)?);
                    if !self.back.contains(&job) {
                        open.push((row.get(1)?, job));
                    }
                }
                let come = open.iter().filter(|(name, _)| self.names.contains(name)).count();
                if come > 0 && (come * 2 >= open.len() || self.comes_back(connection, older.run)?) {
                    names.extend(open);
                }
            }
            Ok(names)
        })
    }

    /// Whether anything comes back by a key of a run, of one that replaced it, or that one in turn: the
    /// rows of a run that was replaced were withdrawn, and their successors have its keys.
    fn comes_back(&self, connection: &rusqlite::Connection, run: RunId) -> JournalResult<bool> {
        let mut select = connection.prepare_cached(
            "WITH RECURSIVE later (run) AS (
                 VALUES (?1)
                  UNION
                 SELECT p.run FROM replaced p JOIN later l ON p.old = l.run)
             SELECT job FROM records WHERE run IN later AND job IS NOT NULL",
        )?;
        let mut found = select.query([run.0])?;
        while let Some(row) = found.next()? {
            if self.back.contains(&JobId(row.get(0)?)) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
