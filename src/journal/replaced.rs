//! What an approved draft replaces: the unsent jobs of older runs are withdrawn as a set, and their
//! keys go to its own.
//!
//! Must not know: how it was found that an input replaces a run (`older`), what a draft is filled
//! with (`planner`), how a person is asked.

use std::collections::HashMap;

use crate::plan::JobId;
use crate::spec::KindId;

use super::apply::apply;
use super::event::Event;
use super::keys;
use super::mend::{Safeguard, holds};
use super::run::RunId;
use super::trouble::JournalResult;

/// What a draft makes of older runs.
#[derive(Clone, Debug, Default)]
pub struct Replacement {
    /// Runs and kinds whose unsent jobs are withdrawn when the draft is approved.
    pub runs: Vec<(RunId, KindId)>,
    /// Names of records in doubt that may be somebody whose keys were corrected.
    pub doubtful_names: HashMap<[u8; 16], JobId>,
}

/// Withdraw what the approved run `run` replaces, as a set; whether there was any. What is withdrawn
/// is as the state machine says (`Event::Withdrawn`), body and all.
pub(super) fn withdraw_replaced(
    transaction: &rusqlite::Transaction<'_>,
    run: RunId,
    now: jiff::Timestamp,
) -> JournalResult<bool> {
    const WITHDRAWN: &str = "doubt IS NULL
        AND state IN ('pending', 'cleared', 'waiting', 'conflict', 'held', 'blocked')
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
) -> JournalResult<()> {
    let mut select = transaction.prepare(
        "SELECT id FROM jobs WHERE state = 'waiting' AND doubt IS NOT NULL
            AND (run, kind) IN (SELECT old, kind FROM replaced WHERE run = ?1)",
    )?;
    let found = select.query_map([run.0], |row| row.get(0))?;
    let jobs = found.map(|id| id.map(JobId)).collect::<Result<Vec<JobId>, _>>()?;
    for job in jobs {
        apply(transaction, job, &Event::Recovered, now)?;
        transaction
            .prepare_cached("UPDATE jobs SET next_look = ?2 WHERE id = ?1")?
            .execute((job.0, now.as_millisecond()))?;
    }
    Ok(())
}

/// Whether a job belongs to a run that an approved one has replaced, and no record of that one leads
/// to it: nobody wants its content any more.
pub(super) fn is_replaced(
    transaction: &rusqlite::Transaction<'_>,
    job: JobId,
) -> JournalResult<bool> {
    if !holds(Safeguard::ReplacedIsWithdrawn) {
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
) -> JournalResult<()> {
    apply(transaction, job, &Event::Withdrawn, now)?;
    transaction.execute("DELETE FROM job_keys WHERE job = ?1", [job.0])?;
    transaction.execute("UPDATE jobs SET body = NULL, lookup = NULL WHERE id = ?1", [job.0])?;
    Ok(())
}

/// Give the jobs of `run` the keys that withdrawn ones held.
pub(super) fn claim_freed(
    transaction: &rusqlite::Transaction<'_>,
    run: RunId,
) -> JournalResult<()> {
    let mut select = transaction.prepare("SELECT id, keys, keyless FROM jobs WHERE run = ?1")?;
    let mut found = select.query([run.0])?;
    while let Some(row) = found.next()? {
        let keys = keys::unpack(&row.get::<_, Vec<u8>>(1)?)?;
        keys::claim(transaction, &keys, row.get(2)?, JobId(row.get(0)?))?;
    }
    Ok(())
}
