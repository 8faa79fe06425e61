//! What happens to a job, written: the one place where its state is, and where others that wait for it
//! are told.
//!
//! Must not know: which event happens when.

use jiff::Timestamp;
use rusqlite::Connection;

use crate::plan::JobId;
use crate::problem::{Code, Reason};

use super::event::Event;
use super::keys;
use super::needs;
use super::rows::{STANDING, new_token, standing};
use super::run::RunId;
use super::standing::{JobState, Standing};
use super::state::next;
use super::trouble::{JournalError, JournalResult};

/// The standing of one job.
pub(super) fn load(connection: &Connection, job: JobId) -> JournalResult<Standing> {
    let mut select =
        connection.prepare_cached(&format!("SELECT {STANDING} FROM jobs j WHERE j.id = ?1"))?;
    let mut rows = select.query([job.0])?;
    match rows.next()? {
        Some(row) => standing(row, 0)?.ok_or(JournalError::Shape("a job without a state")),
        None => Err(JournalError::Shape("a job that is not there")),
    }
}

/// Let `event` happen to a job: compare-and-swap on the state that was read, a new token where the
/// event asks for one. Returns the standing after it.
pub(super) fn apply(
    connection: &Connection,
    job: JobId,
    event: &Event,
    now: Timestamp,
) -> JournalResult<Standing> {
    let before = load(connection, job)?;
    let after = next(&before, event, now)?;
    save(connection, job, &before, &after, now)?;
    if let (JobState::Created { remote } | JobState::Existing { remote }, true) =
        (&after.state, before.state != after.state)
    {
        free(connection, job, remote, now)?;
    }
    if event.renews_token() {
        connection
            .prepare_cached("UPDATE jobs SET token = ?2, token_seen = 0, looks = 0 WHERE id = ?1")?
            .execute((job.0, new_token()))?;
    }
    Ok(after)
}

/// Write a standing over the one that was read.
fn save(
    connection: &Connection,
    job: JobId,
    before: &Standing,
    after: &Standing,
    now: Timestamp,
) -> JournalResult<()> {
    if before == after {
        return Ok(());
    }
    let mut since = None;
    let mut attempt = None;
    let mut remote = None;
    let mut code = None;
    let mut reason = None;
    match &after.state {
        JobState::Pending | JobState::Withdrawn | JobState::Held => {}
        JobState::Cleared { at: moment }
        | JobState::Waiting { not_before: moment }
        | JobState::InDoubt { since: moment } => since = Some(moment.as_millisecond()),
        JobState::Sending { attempt: number } => attempt = Some(*number),
        JobState::Created { remote: id } | JobState::Existing { remote: id } => remote = Some(id),
        JobState::Refused { code: number, reason: text } => {
            code = Some(*number);
            reason = Some(text.kept());
        }
        JobState::Conflict { reason: text } | JobState::Blocked { reason: text } => {
            reason = Some(text.kept());
        }
    }
    let settled = after.state.is_settled().then(|| now.as_millisecond());
    let changed = connection
        .prepare_cached(
            "UPDATE jobs SET state = ?4, since = ?5, attempt = ?6, remote = ?7, code = ?8,
                    reason = ?9, doubt = ?10, sends = ?11, renewals = ?12, cleared = ?13,
                    settled_at = ?14, next_look = CASE ?4 WHEN 'in_doubt' THEN next_look END
              WHERE id = ?1 AND state = ?2 AND attempt IS ?3",
        )?
        .execute(rusqlite::params![
            job.0,
            before.state.label(),
            attempt_of(&before.state),
            after.state.label(),
            since,
            attempt,
            remote,
            code,
            reason,
            after.doubt.map(Timestamp::as_millisecond),
            after.sends,
            after.renewals,
            after.cleared.map(Timestamp::as_millisecond),
            settled,
        ])?;
    if changed == 1 { Ok(()) } else { Err(JournalError::Shape("a job changed behind our back")) }
}

/// The attempt that is under way.
const fn attempt_of(state: &JobState) -> Option<i64> {
    if let JobState::Sending { attempt } = state { Some(*attempt) } else { None }
}

/// A job is there, under this ID: whoever waits for it gets the ID, and who waits for nothing else may
/// be sent.
fn free(connection: &Connection, job: JobId, id: &str, now: Timestamp) -> JournalResult<()> {
    let packed: Vec<u8> = connection
        .prepare_cached("SELECT keys FROM jobs WHERE id = ?1")?
        .query_row([job.0], |row| row.get(0))?;
    for key in keys::unpack(&packed)? {
        let mut select = connection.prepare_cached(
            "SELECT n.run, n.record, n.owner, j.id FROM needs n
               JOIN records r ON r.run = n.run AND r.record = n.record
               JOIN jobs j ON j.id = r.job AND j.run = n.run AND j.record = n.record
              WHERE n.hash = ?1 AND j.state IN ('held', 'blocked') AND j.body IS NOT NULL",
        )?;
        let found = select.query_map([&key.hash[..]], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        let waiting: Vec<(i64, u32, String, i64)> = found.collect::<Result<_, _>>()?;
        for (run, record, owner, waiting) in waiting {
            let at = (RunId(run), record, JobId(waiting));
            needs::fill(connection, at, (key, &owner), id)?;
            if needs::of(connection, RunId(run), record)?.is_empty() {
                apply(connection, JobId(waiting), &freed(connection, run)?, now)?;
            }
        }
    }
    Ok(())
}

/// What it means to a job of this run that it waits for nothing more: one whose run is over is sent when
/// its input comes again.
fn freed(connection: &Connection, run: i64) -> JournalResult<Event> {
    let goes_on: bool = connection
        .prepare_cached(
            "SELECT state IN ('approved', 'halted', 'interrupted') FROM runs WHERE id = ?1",
        )?
        .query_row([run], |row| row.get(0))?;
    let over = || Event::Blocked { reason: Reason::Found(Code::ManagerMadeSince) };
    Ok(if goes_on { Event::Freed } else { over() })
}
