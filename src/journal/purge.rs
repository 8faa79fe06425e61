//! Forgetting people: what is personal of runs is erased, what keeps each of them from being made
//! twice stays. Kept are keyed hashes, digests, tokens, states, remote IDs, codes and counts; gone
//! are bodies, look-up keys, the names of records, what problems showed of cells, and texts of the
//! server and of people. What is undecided (unsent, in doubt) is left whole.
//!
//! Must not know: when a purge is due, who wants it.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::problem::Complaint;

use super::causes;
use super::migrate;
use super::rows;
use super::run::RunId;
use super::store::Journal;
use super::trouble::JournalResult;

/// What a purge did, or would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purge {
    /// Records whose name is erased.
    pub records: u64,
    /// Jobs whose body or look-up keys are erased.
    pub jobs: u64,
    /// Records that are left whole, because they are undecided.
    pub undecided: u64,
}

/// Where the journal notes a moment before which no job was settled that has its body.
pub(super) const BODIES_SINCE: &str = "bodies_since";

/// A job `j` that may still be sent, or whose outcome is open.
const UNDECIDED: &str = "(j.doubt IS NOT NULL OR j.state IN ('sending', 'in_doubt')
     OR (j.state IN ('pending', 'cleared', 'waiting', 'held')
         AND j.run IN (SELECT id FROM runs WHERE state IN ('approved', 'halted', 'interrupted'))))";

/// A record of the run `?1` whose job is decided, or that has none.
const DECIDED_RECORDS: &str = "run = ?1 AND record IN (
     SELECT r.record FROM records r LEFT JOIN jobs j ON j.id = r.job
      WHERE r.run = ?1 AND (j.id IS NULL OR NOT {UNDECIDED}))";

/// Jobs of the run `?1` that are decided, and whose content is there.
const DECIDED_JOBS: &str =
    "j.run = ?1 AND NOT {UNDECIDED} AND (j.body IS NOT NULL OR j.lookup IS NOT NULL)";

/// A job that is settled and has its body.
const WITH_BODY: &str =
    "state IN ('created', 'existing', 'refused', 'conflict', 'blocked') AND body IS NOT NULL";

/// What records wait for whose bodies are erased.
const IDLE_NEEDS: &str = "DELETE FROM needs WHERE NOT EXISTS (
         SELECT 1 FROM records r JOIN jobs j ON j.id = r.job
          WHERE r.run = needs.run AND r.record = needs.record AND j.body IS NOT NULL)
     AND NOT EXISTS (
         SELECT 1 FROM contents c WHERE c.run = needs.run AND c.record = needs.record)";

fn sql(text: &str) -> String {
    text.replace("{UNDECIDED}", UNDECIDED)
}

impl Journal {
    /// Erase what is personal of jobs that were settled before `older_than`, of abandoned ones, and
    /// of what blocked runs kept: bodies and look-up keys. Hashes, digest, token, state and remote id stay. The undecided are
    /// left alone.
    ///
    /// Where nothing can be that old, no job is looked at: the journal notes since when it has such
    /// bodies, and what is settled later is settled after `now`.
    pub fn erase_bodies(
        &mut self,
        older_than: Timestamp,
        now: Timestamp,
    ) -> Result<u64, Complaint> {
        let older_than = older_than.as_millisecond();
        self.write(|transaction| {
            let since: Option<i64> =
                rows::maybe(transaction, "SELECT value FROM meta WHERE key = ?1", [BODIES_SINCE])?;
            let mut erased = 0;
            if since.is_none_or(|since| since <= older_than) {
                let mut first = first_body(transaction)?;
                if first.is_some_and(|first| first <= older_than) {
                    erased = transaction.execute(
                        &format!(
                            "UPDATE jobs SET body = NULL, lookup = NULL
                              WHERE {WITH_BODY} AND settled_at <= ?1"
                        ),
                        [older_than],
                    )?;
                    transaction.execute(IDLE_NEEDS, [])?;
                    first = first_body(transaction)?;
                }
                let now = now.as_millisecond();
                transaction.execute(
                    "INSERT INTO meta (key, value) VALUES (?1, ?2)
                         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    (BODIES_SINCE, first.map_or(now, |first| first.min(now))),
                )?;
            }
            let kept = transaction.execute(
                "DELETE FROM contents WHERE job IS NULL
                    AND run IN (SELECT id FROM runs WHERE finished_at <= ?1)",
                [older_than],
            )?;
            Ok((erased + kept) as u64)
        })
    }

    /// Runs that ended before then, or were left then, and hold something personal that can go;
    /// oldest first.
    pub fn purgeable(&self, before: Timestamp) -> Result<Vec<RunId>, Complaint> {
        let mut found = Vec::new();
        for run in self.runs()?.into_iter().rev() {
            let left = run.finished_at.unwrap_or(run.started_at) <= before;
            let any = |purge: Purge| purge.records + purge.jobs > 0;
            if left && any(self.would_purge(run.id)?) {
                found.push(run.id);
            }
        }
        Ok(found)
    }

    /// What a purge of this run would do.
    pub fn would_purge(&self, run: RunId) -> Result<Purge, Complaint> {
        self.run(run)?;
        self.read(|connection| count(connection, run))
    }

    /// Erase what is personal of these runs. Once this returns, it is in no page of the file and
    /// its log is cut; what other programs copied of them is theirs.
    pub fn purge(&mut self, runs: &[RunId], now: Timestamp) -> Result<Purge, Complaint> {
        let mut done = Purge::default();
        for run in runs {
            self.run(*run)?;
            let one = self.write(|transaction| purge(transaction, *run, now))?;
            done.records += one.records;
            done.jobs += one.jobs;
            done.undecided += one.undecided;
        }
        self.checkpoint()?;
        // What was kept of the journal as it was holds them still.
        migrate::remove_copies(self.path(), |_| true)?;
        Ok(done)
    }

    /// Remove the kept copies of earlier schemas that were made before `older_than`, but for those
    /// of the last day: they hold what the journal held.
    pub fn forget_copies(&self, older_than: Timestamp, now: Timestamp) -> Result<(), Complaint> {
        migrate::forget_copies(self.path(), older_than, now)
    }

    /// When a run was purged last.
    pub fn purged_at(&self, run: RunId) -> Result<Option<Timestamp>, Complaint> {
        self.read(|connection| {
            let at: Option<i64> = connection
                .query_row("SELECT value FROM meta WHERE key = ?1", [key(run)], |row| row.get(0))
                .optional()?;
            at.map(rows::moment).transpose()
        })
    }
}

/// Where the journal notes that a run was purged.
fn key(run: RunId) -> String {
    format!("purged:{run}")
}

/// When the first of the jobs that are settled, and have their body, was settled.
fn first_body(transaction: &Transaction<'_>) -> JournalResult<Option<i64>> {
    let first = format!("SELECT min(settled_at) FROM jobs WHERE {WITH_BODY}");
    Ok(transaction.query_row(&first, [], |row| row.get(0))?)
}

fn count(connection: &Connection, run: RunId) -> JournalResult<Purge> {
    let one = |text: &str| -> JournalResult<u64> {
        let count = connection.query_row(&sql(text), [run.0], |row| row.get::<_, i64>(0))?;
        Ok(count.unsigned_abs())
    };
    Ok(Purge {
        records: one(&format!(
            "SELECT count(*) FROM records WHERE key <> '' AND {DECIDED_RECORDS}"
        ))?,
        jobs: one(&format!("SELECT count(*) FROM jobs j WHERE {DECIDED_JOBS}"))?
            + one("SELECT count(*) FROM contents WHERE run = ?1 AND job IS NULL")?,
        undecided: one("SELECT count(*) FROM records r JOIN jobs j ON j.id = r.job
              WHERE r.run = ?1 AND {UNDECIDED}")?,
    })
}

fn purge(transaction: &Transaction<'_>, run: RunId, now: Timestamp) -> JournalResult<Purge> {
    let done = count(transaction, run)?;
    causes::blank(transaction, run, &sql(DECIDED_RECORDS))?;
    for text in [
        &format!("UPDATE records SET key = '' WHERE key <> '' AND {DECIDED_RECORDS}"),
        // What the server said of a request, and what a person noted of a decision.
        "UPDATE attempts SET message = NULL WHERE message IS NOT NULL AND job IN (
             SELECT j.id FROM jobs j WHERE j.run = ?1 AND NOT {UNDECIDED})",
        "UPDATE jobs AS j SET reason = '' WHERE j.state = 'refused' AND j.run = ?1 AND NOT {UNDECIDED}",
        &format!("UPDATE decisions SET note = '' WHERE note <> '' AND {DECIDED_RECORDS}"),
        &format!("UPDATE jobs AS j SET body = NULL, lookup = NULL WHERE {DECIDED_JOBS}"),
        "DELETE FROM contents WHERE run = ?1 AND job IS NULL",
    ] {
        transaction.execute(&sql(text), [run.0])?;
    }
    transaction.execute(IDLE_NEEDS, [])?;
    transaction.execute(
        "INSERT INTO meta (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key(run), now.as_millisecond()),
    )?;
    Ok(done)
}
