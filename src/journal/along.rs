//! The jobs of earlier runs read along with an input that comes again. Its rows stand as they stood, so
//! that the job of the next one is nearly always the next job: it is known by its own copy of its keys,
//! without a look for each of them.
//!
//! A job is found so only where the index of keys says of it what its copy says: all of these are its own,
//! and no other. That is seen once, over the whole index, so that what is found here is what a look for
//! each key finds.
//!
//! Must not know: what becomes of a record (`admission`).

use std::collections::VecDeque;

use rusqlite::{Connection, Row};

use crate::plan::{Job, JobId};
use crate::spec::KindId;

use super::keys;
use super::rows;
use super::run::RunId;
use super::standing::Standing;
use super::trouble::{JournalError, JournalResult};

/// Jobs that are looked through for the next record's: rows that were left out since are passed over.
const AHEAD: usize = 8;
/// Jobs that are read in one go.
const PAGE: u32 = 256;
/// Records that must have come in the order of their jobs before these are read along.
const STREAK: u32 = 16;
/// A look over the index of keys is worth it once so many records have come in order, as a part of its
/// jobs.
const PART: i64 = 64;

/// What the columns of [`JobRow::COLUMNS`] hold of a job.
pub(super) struct JobRow {
    pub(super) id: JobId,
    pub(super) standing: Standing,
    pub(super) digest: [u8; 32],
    pub(super) name: Option<[u8; 16]>,
    /// Its keys, packed.
    pub(super) keys: Vec<u8>,
    /// Whose run's it is, and its kind.
    pub(super) of: (RunId, KindId),
    /// When it was settled, in milliseconds.
    pub(super) settled_at: Option<i64>,
}

impl JobRow {
    /// The columns that [`of`](Self::of) reads.
    pub(super) const COLUMNS: &str =
        "id, state, doubt IS NOT NULL, digest, name, keys, run, kind, settled_at";

    /// What such a row holds.
    pub(super) fn of(row: &Row<'_>) -> JournalResult<Self> {
        let state = row.get_ref(1)?.as_str().ok();
        let standing = rows::rough_standing(state, row.get(2)?)?
            .ok_or(JournalError::Shape("a job without a state"))?;
        Ok(Self {
            id: JobId(row.get(0)?),
            standing,
            digest: row.get(3)?,
            name: row.get(4)?,
            keys: row.get(5)?,
            of: (RunId(row.get(6)?), rows::kind_at(row, 7)?),
            settled_at: row.get(8)?,
        })
    }
}

/// The job of an earlier run that was looked at last.
#[derive(Clone, Copy, Debug)]
pub(super) struct LookedAt {
    pub(super) job: JobId,
    pub(super) run: RunId,
    /// When it was settled, in milliseconds.
    pub(super) settled_at: Option<i64>,
}

/// Where the reading along is.
#[derive(Default)]
pub(super) struct Along {
    /// For each job the sum of what the index of keys says of it; empty until it was looked over.
    owned: Vec<u64>,
    /// The jobs that come next.
    page: VecDeque<JobRow>,
    /// The job that was met last, by whatever way.
    last: Option<JobId>,
    /// How many came in the order of their jobs.
    streak: u32,
    reads: bool,
}

impl Along {
    /// Whether it reads along at the moment.
    #[cfg(test)]
    pub(super) const fn is_reading(&self) -> bool {
        self.reads
    }

    /// A record was met by its keys, and its job is this one.
    pub(super) fn met(&mut self, job: JobId) {
        let follows = self.last.is_some_and(|last| {
            let ahead = job.0 - last.0;
            ahead > 0 && ahead <= i64::try_from(AHEAD).unwrap_or(0)
        });
        self.last = Some(job);
        self.streak = if follows { self.streak.saturating_add(1) } else { 0 };
        if follows {
            while self.page.front().is_some_and(|row| row.id <= job) {
                self.page.pop_front();
            }
        } else {
            self.reads = false;
            self.page.clear();
        }
    }

    /// The job of a record, where it is one of the next, and its keys are the record's, every one, and
    /// nobody else's. `before` is the last job of earlier runs.
    pub(super) fn next(
        &mut self,
        connection: &Connection,
        before: JobId,
        job: &Job,
    ) -> JournalResult<Option<JobRow>> {
        if job.keys.is_empty() || !self.is_worth_it(connection, before)? {
            return Ok(None);
        }
        if self.page.len() < AHEAD {
            self.turn_over(connection, before)?;
        }
        let mut next = self.page.iter().take(AHEAD);
        let Some(at) = next.position(|row| keys::is_packed(&job.keys, &row.keys)) else {
            return Ok(None);
        };
        let Some(found) = self.page.get(at) else { return Ok(None) };
        let owned = usize::try_from(found.id.0).ok().and_then(|id| self.owned.get(id));
        if owned != Some(&keys::sum(&found.keys)) {
            return Ok(None);
        }
        self.last = Some(found.id);
        Ok(self.page.drain(..=at).next_back())
    }

    /// Whether records come in the order of their jobs; the index of keys is looked over before the first
    /// is found so.
    fn is_worth_it(&mut self, connection: &Connection, before: JobId) -> JournalResult<bool> {
        if self.reads {
            return Ok(true);
        }
        if self.streak < STREAK {
            return Ok(false);
        }
        if self.owned.is_empty() {
            if i64::from(self.streak) < before.0 / PART {
                return Ok(false);
            }
            self.owned = keys::sums(connection, before)?;
        }
        self.reads = true;
        Ok(true)
    }

    /// Read on behind the last job that is at hand.
    fn turn_over(&mut self, connection: &Connection, before: JobId) -> JournalResult<()> {
        let last = self.page.back().map(|row| row.id).or(self.last);
        let Some(last) = last.filter(|last| *last < before) else { return Ok(()) };
        let mut select = connection.prepare_cached(&format!(
            "SELECT {} FROM jobs WHERE id > ?1 AND id <= ?2 ORDER BY id LIMIT {PAGE}",
            JobRow::COLUMNS
        ))?;
        let mut found = select.query((last.0, before.0))?;
        while let Some(row) = found.next()? {
            self.page.push_back(JobRow::of(row)?);
        }
        Ok(())
    }
}
