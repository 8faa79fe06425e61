//! What opening a journal does about a process that was cut off.
//!
//! Must not know: how it was cut off, how a journal is opened (`open`).

use jiff::Timestamp;
use rusqlite::Transaction;

use crate::plan::JobId;
use crate::problem::Complaint;

use super::apply::apply;
use super::ending::{end, runs_in};
use super::event::Event;
use super::mend::{Safeguard, holds};
use super::purge::BODIES_SINCE;
use super::rows;
use super::run::RunState;
use super::store::{Journal, Recovered};
use super::trouble::JournalResult;

/// Calls older than this tell the pacer nothing and no report either: 30 days.
const CALLS_KEPT: jiff::SignedDuration = jiff::SignedDuration::from_hours(30 * 24);

/// No request is waited for longer, so an older one is no longer on its way: 11 minutes.
const LONGEST_CALL: jiff::SignedDuration = jiff::SignedDuration::from_mins(11);

/// Attempts that ended after `?1`, by the index of their ends, one endpoint after the other; and those
/// of jobs in doubt that began after it. An attempt ends after it began by its process's own clock,
/// and what another left open ends, and began, when it is closed.
const FUTURE: [&str; 2] = [
    "finished_at > ?1 AND endpoint IN (
         WITH RECURSIVE named (endpoint) AS (
             SELECT min(endpoint) FROM attempts
              UNION ALL
             SELECT (SELECT min(a.endpoint) FROM attempts a WHERE a.endpoint > named.endpoint)
               FROM named WHERE named.endpoint IS NOT NULL)
         SELECT endpoint FROM named WHERE endpoint IS NOT NULL)",
    "started_at > ?1 AND id IN (
         SELECT last_attempt FROM jobs WHERE state IN ('sending', 'waiting', 'in_doubt'))",
];

impl Journal {
    /// Turn what a process left behind into what can be gone on from, in one transaction.
    pub(super) fn recover(&mut self, now: Timestamp) -> Result<Recovered, Complaint> {
        self.write(|transaction| {
            let in_doubt = close_attempts(transaction, now)?;
            // The same token again, after a restart, only after another look.
            transaction.execute(
                "UPDATE jobs SET state = 'in_doubt', since = doubt
                  WHERE state = 'waiting' AND doubt IS NOT NULL",
                [],
            )?;
            forget_looks(transaction)?;
            // What was left for a person is looked at once more by each process.
            transaction.execute(
                "UPDATE jobs SET next_look = ?1, looks = 0
                  WHERE state = 'in_doubt' AND next_look IS NULL",
                [now.as_millisecond()],
            )?;
            come_back(transaction, now)?;
            let drafts = runs_in(transaction, RunState::Draft)?;
            for run in &drafts {
                end(transaction, *run, (RunState::Abandoned, None), now)?;
            }
            let interrupted = runs_in(transaction, RunState::Approved)?;
            for run in &interrupted {
                end(transaction, *run, (RunState::Interrupted, None), now)?;
            }
            close_calls(transaction, now)?;
            keep_since(transaction, now)?;
            let oldest = now.checked_sub(CALLS_KEPT).unwrap_or(Timestamp::MIN);
            transaction.execute("DELETE FROM calls WHERE at < ?1", [oldest.as_millisecond()])?;
            Ok(Recovered { in_doubt, interrupted, drafts })
        })
    }
}

/// A look of an earlier process tells nothing any more: a colleague may have imported the same
/// people since, or the journal may be a copy that was put back.
fn forget_looks(transaction: &Transaction<'_>) -> JournalResult<()> {
    let void = if holds(Safeguard::LooksOfThisProcess) { "TRUE" } else { "NOT absent" };
    transaction.execute(
        &format!(
            "UPDATE jobs SET state = 'pending', since = NULL, cleared = NULL
              WHERE state = 'cleared' AND {void}"
        ),
        [],
    )?;
    transaction.execute(
        &format!(
            "UPDATE jobs SET cleared = NULL WHERE state = 'waiting' AND doubt IS NULL AND {void}"
        ),
        [],
    )?;
    Ok(())
}

/// A clock that was set back since leaves moments in the future: what is due further off than
/// anything waits is due now, and what was tried in the future was tried now at the latest.
fn come_back(transaction: &Transaction<'_>, now: Timestamp) -> JournalResult<()> {
    let far = now.checked_add(LONGEST_CALL).unwrap_or(Timestamp::MAX).as_millisecond();
    let now = now.as_millisecond();
    transaction.execute(
        "UPDATE jobs SET next_look = ?1 WHERE state = 'in_doubt' AND next_look > ?2",
        [now, far],
    )?;
    transaction
        .execute("UPDATE jobs SET since = ?1 WHERE state = 'waiting' AND since > ?2", [now, far])?;
    // In no other state is there doubt, says the schema.
    transaction.execute(
        "UPDATE jobs SET since = ?1, doubt = ?1
          WHERE state IN ('sending', 'waiting', 'in_doubt') AND doubt > ?1",
        [now],
    )?;
    for future in FUTURE {
        transaction.execute(
            &format!(
                "UPDATE attempts SET started_at = min(started_at, ?1),
                        finished_at = min(finished_at, ?1)
                  WHERE {future}"
            ),
            [now],
        )?;
    }
    Ok(())
}

/// A clock that was set back: what is settled from now on may be older than what was noted.
fn keep_since(transaction: &Transaction<'_>, now: Timestamp) -> JournalResult<()> {
    transaction.execute(
        "UPDATE meta SET value = ?2 WHERE key = ?1 AND value > ?2",
        (BODIES_SINCE, now.as_millisecond()),
    )?;
    Ok(())
}

/// A call that was under way may have been received up to the moment when it was cut off: its slot
/// of the pace comes back a minute after this opening.
fn close_calls(transaction: &Transaction<'_>, now: Timestamp) -> JournalResult<()> {
    let young = now.checked_sub(LONGEST_CALL).unwrap_or(Timestamp::MIN);
    transaction.execute(
        "UPDATE calls SET answered = CASE WHEN at >= ?2 THEN ?1 ELSE at END
          WHERE answered IS NULL",
        (now.as_millisecond(), young.as_millisecond()),
    )?;
    Ok(())
}

/// Every attempt that was under way may have been received.
fn close_attempts(transaction: &Transaction<'_>, now: Timestamp) -> JournalResult<u64> {
    let sending = {
        let mut select = transaction.prepare(
            "SELECT j.id, a.id, a.started_at FROM jobs j JOIN attempts a ON a.id = j.attempt
              WHERE j.state = 'sending'",
        )?;
        select
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<Result<Vec<(i64, i64, i64)>, _>>()?
    };
    for (job, attempt, started) in &sending {
        apply(transaction, JobId(*job), &Event::Recovered, rows::moment(*started)?)?;
        // Its slot of the pace comes back a minute after this opening, not after it was sent.
        transaction
            .prepare_cached(
                "UPDATE attempts SET started_at = min(started_at, ?2), finished_at = ?2,
                        outcome = ?3
                  WHERE id = ?1",
            )?
            .execute((attempt, now.as_millisecond(), Event::Recovered.label()))?;
    }
    Ok(sending.len() as u64)
}
