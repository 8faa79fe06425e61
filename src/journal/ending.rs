//! What approving a draft and ending a run do to jobs and records.
//!
//! Must not know: when a run is approved or ended (`runs`).

use jiff::Timestamp;
use rusqlite::Transaction;

use crate::plan::JobId;

use super::apply::apply;
use super::event::Event;
use super::fate::{Admitted, Fate, fate};
use super::keys;
use super::needs;
use super::rows::{self, STANDING, STANDING_COLUMNS};
use super::run::{RunId, RunState};
use super::tally::Tally;
use super::trouble::JournalResult;

/// End a run: a draft loses its jobs, fates are frozen. One that is blocked keeps the content of
/// its records, so that its repaired fix file goes on with it; it claims no keys.
pub(super) fn end(
    transaction: &Transaction<'_>,
    run: RunId,
    (state, planned): (RunState, Option<&Tally>),
    now: Timestamp,
) -> JournalResult<()> {
    let draft: bool = transaction.query_row(
        "SELECT state = 'draft' FROM runs WHERE id = ?1",
        [run.0],
        |row| row.get(0),
    )?;
    if draft {
        if state == RunState::Blocked {
            keep_contents(transaction, run)?;
        }
        clear_draft(transaction, run)?;
        if state != RunState::Blocked {
            needs::forget(transaction, run)?;
        }
    }
    freeze(transaction, run, state, planned)?;
    transaction.execute(
        "UPDATE runs SET state = ?2, finished_at = ?3 WHERE id = ?1",
        (run.0, state.label(), now.as_millisecond()),
    )?;
    Ok(())
}

/// What a draft would have sent, without a job: its own new jobs and what it would have made of
/// earlier ones.
fn keep_contents(transaction: &Transaction<'_>, run: RunId) -> JournalResult<()> {
    release_gained(transaction, run)?;
    transaction.execute("UPDATE contents SET job = NULL WHERE run = ?1", [run.0])?;
    transaction.execute(
        "INSERT INTO contents (run, record, job, kind, digest, name, keys, query, lookup, body,
                               keyless)
         SELECT run, record, NULL, kind, digest, name, keys, query, lookup, body, keyless
           FROM jobs WHERE state = 'pending' AND run = ?1",
        [run.0],
    )?;
    Ok(())
}

/// Forget the jobs that a draft would have made and what it would have made of earlier ones.
pub(super) fn clear_draft(transaction: &Transaction<'_>, run: RunId) -> JournalResult<()> {
    release_gained(transaction, run)?;
    // A number that another job gets later must not lead to it.
    transaction
        .execute("UPDATE records SET job = NULL WHERE run = ?1 AND admission = 'new'", [run.0])?;
    for forget in [
        "DELETE FROM contents WHERE run = ?1 AND job IS NOT NULL",
        "DELETE FROM learned_keys WHERE run = ?1",
        "DELETE FROM replaced WHERE run = ?1",
    ] {
        transaction.execute(forget, [run.0])?;
    }
    transaction.execute(
        "DELETE FROM job_keys WHERE job IN
             (SELECT id FROM jobs WHERE state = 'pending' AND run = ?1)",
        [run.0],
    )?;
    transaction.execute("DELETE FROM jobs WHERE state = 'pending' AND run = ?1", [run.0])?;
    Ok(())
}

/// Free the keys that earlier jobs would have gained by a draft.
fn release_gained(transaction: &Transaction<'_>, run: RunId) -> JournalResult<()> {
    let mut select = transaction.prepare(
        "SELECT a.job, a.keys, j.keys, a.keyless, j.keyless
           FROM contents a JOIN jobs j ON j.id = a.job WHERE a.run = ?1",
    )?;
    let mut free = transaction.prepare("DELETE FROM job_keys WHERE hash = ?1 AND job = ?2")?;
    let mut found = select.query([run.0])?;
    while let Some(row) = found.next()? {
        let job: i64 = row.get(0)?;
        let old = keys::unpack(&row.get::<_, Vec<u8>>(2)?)?;
        for key in keys::unpack(&row.get::<_, Vec<u8>>(1)?)? {
            if !old.contains(&key) {
                free.execute((&key.hash[..], job))?;
            }
        }
        let gained: Option<Vec<u8>> = row.get(3)?;
        if gained != row.get(4)? {
            free.execute((gained, job))?;
        }
    }
    Ok(())
}

/// Give earlier jobs the content that the approved draft holds for them, with new tokens. The keys
/// that they gain were taken for them when the draft was planned; those that they lose are free.
pub(super) fn amend(
    transaction: &Transaction<'_>,
    run: RunId,
    now: Timestamp,
) -> JournalResult<()> {
    let mut select = transaction.prepare(
        "SELECT record, job, keys, keyless FROM contents WHERE run = ?1
          ORDER BY record",
    )?;
    let mut free = transaction.prepare("DELETE FROM job_keys WHERE hash = ?1 AND job = ?2")?;
    let mut held = transaction.prepare("SELECT keys, keyless FROM jobs WHERE id = ?1")?;
    let mut fill = transaction.prepare(
        "UPDATE jobs SET (run, record, digest, name, keys, query, lookup, body, keyless) =
                (SELECT run, record, digest, name, keys, query, lookup, body, keyless FROM contents
                  WHERE run = ?1 AND record = ?2),
                absent = 0, last_attempt = NULL, tries = 0
          WHERE id = ?3",
    )?;
    let mut found = select.query([run.0])?;
    while let Some(row) = found.next()? {
        let record: i64 = row.get(0)?;
        let job = JobId(row.get(1)?);
        let new = keys::unpack(&row.get::<_, Vec<u8>>(2)?)?;
        let new_keyless: Option<Vec<u8>> = row.get(3)?;
        let (old, old_keyless): (Vec<u8>, Option<Vec<u8>>) =
            held.query_row([job.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for key in keys::unpack(&old)?.iter().filter(|key| !new.contains(key)) {
            free.execute((&key.hash[..], job.0))?;
        }
        if let Some(hash) = old_keyless.filter(|hash| Some(hash) != new_keyless.as_ref()) {
            free.execute((hash, job.0))?;
        }
        apply(transaction, job, &Event::Amended, now)?;
        fill.execute((run.0, record, job.0))?;
    }
    drop(found);
    transaction.execute("DELETE FROM contents WHERE run = ?1", [run.0])?;
    Ok(())
}

/// Forget the content that a blocked run kept, once another goes on with it.
pub(super) fn forget_adopted(transaction: &Transaction<'_>, run: RunId) -> JournalResult<()> {
    transaction.execute(
        "DELETE FROM contents WHERE job IS NULL
            AND run = (SELECT continues FROM runs WHERE id = ?1)",
        [run.0],
    )?;
    Ok(())
}

/// Jobs whose state may change yet: `created` and `existing` are final. By the index of states.
pub(super) const OPEN: &str = "kind IN (SELECT word FROM kinds) AND state IN
     (SELECT word FROM job_states WHERE word <> 'created' AND word <> 'existing')";

/// Write down the fate of each record as things stand. A record whose job a later run has taken
/// over keeps the fate that it had.
///
/// Of a run that can be resumed, the records whose job is done, or was never tried, are left: what
/// is read of them as things stand is what would be written, whoever takes the job over. A million
/// records are neither frozen nor thawed for the few that are left.
///
/// Of a run that was `planned` by this process it is known where the records are whose job tells their
/// fate, and that the others have theirs.
fn freeze(
    transaction: &Transaction<'_>,
    run: RunId,
    state: RunState,
    planned: Option<&Tally>,
) -> JournalResult<()> {
    if matches!(state, RunState::Halted | RunState::Interrupted) {
        for record in may_change(transaction, run)? {
            freeze_within(transaction, run, (record - 1, record))?;
        }
        return Ok(());
    }
    if let Some(planned) = planned {
        for (after, up_to) in planned.open() {
            freeze_all(transaction, run, (i64::from(*after), i64::from(*up_to)))?;
        }
        debug_assert!(!any_open(transaction, run)?, "a record without a fate");
        return Ok(());
    }
    freeze_decided(transaction, run)?;
    freeze_all(transaction, run, (0, i64::MAX))
}

/// Whether a record has no fate yet.
fn any_open(transaction: &Transaction<'_>, run: RunId) -> JournalResult<bool> {
    let open = "SELECT EXISTS (SELECT 1 FROM records WHERE run = ?1 AND fate IS NULL)";
    Ok(transaction.query_row(open, [run.0], |row| row.get(0))?)
}

/// Freeze the records after one and up to another whose job tells their fate.
fn freeze_all(
    transaction: &Transaction<'_>,
    run: RunId,
    (after, up_to): (i64, i64),
) -> JournalResult<()> {
    let mut last = Some(after);
    while let Some(after) = last {
        last = freeze_within(transaction, run, (after, up_to))?;
    }
    Ok(())
}

/// Freeze the records whose fate follows from their admission, where the draft was planned before such
/// fates were written with the records.
fn freeze_decided(transaction: &Transaction<'_>, run: RunId) -> JournalResult<()> {
    let decided =
        Admitted::ALL.iter().filter_map(|admitted| Some((*admitted, admitted.decided()?)));
    let when = |(admitted, fate): (Admitted, Fate)| {
        format!(" WHEN '{}' THEN '{}'", admitted.label(), fate.label())
    };
    let fates: String = decided.map(when).collect();
    transaction.execute(
        &format!(
            "UPDATE records SET fate = CASE admission{fates} END, attempt = NULL, tries = NULL,
                    settled_at = (SELECT settled_at FROM jobs j WHERE j.id = records.job)
              WHERE run = ?1 AND fate IS NULL AND CASE admission{fates} END IS NOT NULL"
        ),
        [run.0],
    )?;
    Ok(())
}

/// The records of a run whose fate, read later, may not be that of today.
fn may_change(transaction: &Transaction<'_>, run: RunId) -> JournalResult<Vec<i64>> {
    let mut select = transaction.prepare(&format!(
        "SELECT record FROM jobs WHERE run = ?1 AND {OPEN}
            AND (tries > 0 OR state NOT IN ('pending', 'cleared', 'held'))
          UNION SELECT record FROM records WHERE run = ?1 AND admission = 'unknown'"
    ))?;
    let found = select.query_map([run.0], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Freeze the records after one and up to another whose job tells their fate, ten thousand at most; the
/// last of them.
fn freeze_within(
    transaction: &Transaction<'_>,
    run: RunId,
    (after, up_to): (i64, i64),
) -> JournalResult<Option<i64>> {
    let mut select = transaction.prepare_cached(&format!(
        "SELECT {STANDING}, r.record, r.admission, r.same, j.run IS r.run, j.last_attempt,
                j.tries, j.settled_at, (SELECT approved_at IS NOT NULL FROM runs WHERE id = ?1)
           FROM records r LEFT JOIN jobs j ON j.id = r.job
          WHERE r.run = ?1 AND r.record > ?2 AND r.record <= ?3
            AND r.admission IN ({}) ORDER BY r.record LIMIT 10000",
        Admitted::open_words()
    ))?;
    let mut update = transaction.prepare_cached(
        "UPDATE records SET fate = ?3, attempt = ?4, tries = ?5, settled_at = ?6
          WHERE run = ?1 AND record = ?2 AND (fate IS NULL OR ?7)",
    )?;
    let mut batch = Vec::new();
    let mut found = select.query((run.0, after, up_to))?;
    while let Some(row) = found.next()? {
        let at = STANDING_COLUMNS;
        let standing = rows::standing(row, 0)?;
        let owned: bool = row.get(at + 3)?;
        let admitted = rows::admitted_at(row, at + 1)?;
        let fate = fate(admitted, standing.as_ref(), owned, row.get(at + 2)?);
        let own = admitted.is_sent() && owned;
        let attempt: Option<i64> = if own { row.get(at + 4)? } else { None };
        // What was taken over before it was frozen had not been tried.
        let passed_on = admitted.is_sent() && !owned && row.get(at + 7)?;
        let tries: Option<i64> = if own { row.get(at + 5)? } else { passed_on.then_some(0) };
        let settled: Option<i64> = row.get(at + 6)?;
        let record: i64 = row.get(at)?;
        batch.push((record, fate, attempt, tries, settled, owned || !admitted.is_sent()));
    }
    drop(found);
    let last = batch.last().map(|(record, ..)| *record);
    for (record, fate, attempt, tries, settled, again) in batch {
        update.execute((run.0, record, fate.label(), attempt, tries, settled, again))?;
    }
    Ok(last)
}

/// The runs in a state, oldest first.
pub(super) fn runs_in(transaction: &Transaction<'_>, state: RunState) -> JournalResult<Vec<RunId>> {
    let mut select = transaction.prepare("SELECT id FROM runs WHERE state = ?1 ORDER BY id")?;
    let found = select.query_map([state.label()], |row| row.get(0))?;
    Ok(found.map(|id| id.map(RunId)).collect::<Result<_, _>>()?)
}
