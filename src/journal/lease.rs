//! The right to send: a lease, durable before it exists, and the settlement of what came of it.
//!
//! Must not know: how a request is sent, or what an answer means.

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, Transaction};
use uuid::Uuid;

use crate::kinds;
use crate::plan::JobId;
use crate::plan::payload;
use crate::problem::{Complaint, Reason};
use crate::spec::KindId;

use super::apply::{apply, load};
use super::doubt::correct_fate;
use super::event::Event;
use super::queue::APPROVED;
use super::rows::{self, STANDING, STANDING_COLUMNS};
use super::run::RunId;
use super::standing::JobState;
use super::store::Journal;
use super::terms::{RESEND_FOR, cleared_for};
use super::trouble::{JournalError, JournalResult};

/// An attempt's number in its journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttemptId(pub i64);

/// A job whose intent to be sent is durable, with everything that the request needs. Only
/// [`Journal::lease`] makes one; it can't be copied.
pub struct Leased {
    job: JobId,
    attempt: AttemptId,
    kind: KindId,
    body: Arc<str>,
    query: Vec<(String, String)>,
    client_token: Uuid,
    in_doubt_before: bool,
    there_before: Option<String>,
    sends: u32,
}

impl Leased {
    /// The job.
    pub const fn job(&self) -> JobId {
        self.job
    }

    /// The attempt that this is.
    pub const fn attempt(&self) -> AttemptId {
        self.attempt
    }

    /// What is made.
    pub const fn kind(&self) -> KindId {
        self.kind
    }

    /// The exact request body, UTF-8 JSON.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// Query parameters but for the token, in order.
    pub fn query(&self) -> &[(String, String)] {
        &self.query
    }

    /// The token of this content; sent where the endpoint takes one.
    pub const fn client_token(&self) -> &Uuid {
        &self.client_token
    }

    /// An earlier attempt is unsettled: this is the same request again.
    pub const fn in_doubt_before(&self) -> bool {
        self.in_doubt_before
    }

    /// Whom the tenant had when it was looked up, and it is sent all the same: its ID there.
    pub fn there_before(&self) -> Option<&str> {
        self.there_before.as_deref()
    }

    /// How often it may have been sent, this time included.
    pub const fn sends(&self) -> u32 {
        self.sends
    }

    /// One that no journal knows, for tests of what sends.
    #[cfg(test)]
    pub(crate) fn for_tests(kind: KindId, body: &str, query: &[(&str, &str)]) -> Self {
        Self {
            job: JobId(1),
            attempt: AttemptId(1),
            kind,
            body: Arc::from(body),
            query: query.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect(),
            client_token: Uuid::from_u128(0x0123_4567_89ab_4cde_8f01_2345_6789_abcd),
            in_doubt_before: false,
            there_before: None,
            sends: 1,
        }
    }
}

impl std::fmt::Debug for Leased {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Leased(job {}, attempt {})", self.job.0, self.attempt.0)
    }
}

/// What is kept of an attempt's answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttemptNote {
    /// HTTP status.
    pub http_status: Option<u16>,
    /// The API's code.
    pub code: Option<i64>,
    /// The API's log id, for its support.
    pub log_id: Option<String>,
    /// How long the answer took, ms.
    pub elapsed_ms: Option<u64>,
    /// Why it is no success.
    pub reason: Option<Reason>,
    /// Where the job ends in doubt: when to look first. None: at once.
    pub next_look: Option<Timestamp>,
}

/// What became of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// The job.
    pub job: JobId,
    /// The attempt; the job must be sending this one.
    pub attempt: AttemptId,
    /// What happened.
    pub event: Event,
    /// What is kept of the answer.
    pub note: AttemptNote,
}

impl Journal {
    /// Take up to `limit` jobs to send: those to be sent again first, then those looked up within
    /// a minute.
    ///
    /// Once this returns, each one's attempt is durable, with its token and the hash of its exact
    /// bytes: a crash from here on leaves it in doubt, never forgotten. No two of them, and none of
    /// them with another in flight, share a key: a key belongs to one job.
    pub fn lease(
        &mut self,
        kind: KindId,
        limit: usize,
        now: Timestamp,
    ) -> Result<Vec<Leased>, Complaint> {
        let ready = self.read(|connection| leasable(connection, kind, limit, now))?;
        self.lease_these(&ready, now)
    }

    /// The same of these jobs alone, at most one: of all others none is taken.
    pub fn lease_of(
        &mut self,
        kind: KindId,
        jobs: &[JobId],
        now: Timestamp,
    ) -> Result<Option<Leased>, Complaint> {
        if jobs.is_empty() {
            return Ok(None);
        }
        let ready = self.read(|connection| leasable(connection, kind, usize::MAX, now))?;
        let first: Vec<JobId> =
            ready.into_iter().find(|job| jobs.contains(job)).into_iter().collect();
        Ok(self.lease_these(&first, now)?.pop())
    }

    fn lease_these(&mut self, ready: &[JobId], now: Timestamp) -> Result<Vec<Leased>, Complaint> {
        if ready.is_empty() {
            return Ok(Vec::new());
        }
        let leased: Vec<Leased> = self.write(|transaction| {
            ready.iter().map(|job| lease_one(transaction, *job, now)).collect()
        })?;
        if let Some(last) = leased.last() {
            self.note_attempt(last.attempt.0);
        }
        Ok(leased)
    }

    /// Note what became of attempts. Once this returns, it is durable.
    pub fn settle(&mut self, settlements: &[Settlement], now: Timestamp) -> Result<(), Complaint> {
        if settlements.is_empty() {
            return Ok(());
        }
        self.write(|transaction| {
            settlements.iter().try_for_each(|settlement| settle_one(transaction, settlement, now))
        })
    }
}

pub(super) fn leasable(
    connection: &Connection,
    kind: KindId,
    limit: usize,
    now: Timestamp,
) -> JournalResult<Vec<JobId>> {
    let stale = now.checked_sub(cleared_for()).unwrap_or(Timestamp::MIN);
    let decided = now.checked_sub(RESEND_FOR).unwrap_or(Timestamp::MIN);
    let mut ready = Vec::new();
    // An approved run's doubt is settled whatever became of the run, short of being abandoned.
    let resent = "j.run IN (SELECT id FROM runs WHERE approved_at IS NOT NULL
                             AND state <> 'abandoned')";
    for filter in [
        format!(
            "j.state = 'waiting' AND j.doubt IS NOT NULL AND j.since BETWEEN ?5 AND ?4
             AND ?3 = ?3 AND {resent}"
        ),
        format!(
            "j.state = 'waiting' AND j.doubt IS NULL AND j.since <= ?4
             AND j.cleared BETWEEN ?3 AND ?4 AND ?5 = ?5 AND {APPROVED}"
        ),
        format!("j.state = 'cleared' AND j.since BETWEEN ?3 AND ?4 AND ?5 = ?5 AND {APPROVED}"),
    ] {
        if ready.len() == limit {
            break;
        }
        let mut select = connection.prepare_cached(&format!(
            "SELECT j.id FROM jobs j WHERE {filter} AND j.kind = ?1 AND j.body IS NOT NULL
              ORDER BY j.id LIMIT ?2"
        ))?;
        let mut rows = select.query((
            kind.label(),
            rows::size(limit - ready.len()),
            stale.as_millisecond(),
            now.as_millisecond(),
            decided.as_millisecond(),
        ))?;
        while let Some(row) = rows.next()? {
            ready.push(JobId(row.get(0)?));
        }
    }
    Ok(ready)
}

fn lease_one(transaction: &Transaction<'_>, job: JobId, now: Timestamp) -> JournalResult<Leased> {
    let mut select = transaction.prepare_cached(&format!(
        "SELECT {STANDING}, j.run, j.kind, j.token, j.query, j.body,
                CASE WHEN NOT j.absent THEN
                    (SELECT remote FROM lookups l WHERE l.job = j.id
                      AND l.outcome = 'cleared_anyway' ORDER BY l.id DESC LIMIT 1) END
           FROM jobs j WHERE j.id = ?1"
    ))?;
    let mut rows = select.query([job.0])?;
    let row = rows.next()?.ok_or(JournalError::Shape("a job that is not there"))?;
    let at = STANDING_COLUMNS;
    let before = rows::standing(row, 0)?.ok_or(JournalError::Shape("a job without a state"))?;
    let run = RunId(row.get(at)?);
    let kind = rows::kind_at(row, at + 1)?;
    let token: String = row.get(at + 2)?;
    let query = rows::from_json(row.get::<_, Option<String>>(at + 3)?.as_deref())?;
    let body: Arc<str> = row.get(at + 4)?;
    let there_before = row.get(at + 5)?;
    let body = payload::with_token(&body, &token).map_or(body, Arc::from);
    transaction
        .prepare_cached(
            "INSERT INTO attempts (job, run, endpoint, token, body_hash, started_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            job.0,
            run.0,
            kinds::of(kind).remote.create.name,
            &token,
            &blake3::hash(body.as_bytes()).as_bytes()[..],
            now.as_millisecond(),
        ))?;
    let attempt = transaction.last_insert_rowid();
    let after = apply(transaction, job, &Event::Leased { attempt }, now)?;
    transaction
        .prepare_cached("UPDATE jobs SET last_attempt = ?2, tries = tries + 1 WHERE id = ?1")?
        .execute((job.0, attempt))?;
    Ok(Leased {
        job,
        attempt: AttemptId(attempt),
        kind,
        body,
        query,
        client_token: Uuid::parse_str(&token)
            .map_err(|_| JournalError::Shape("a token of no form"))?,
        in_doubt_before: before.doubt.is_some(),
        there_before,
        sends: after.sends,
    })
}

/// The word of an attempt that ended so: a create that landed on somebody met a duplicate.
const fn outcome(event: &Event) -> &'static str {
    if let Event::LookedUpExisting { .. } = event { "duplicate" } else { event.label() }
}

fn settle_one(
    transaction: &Transaction<'_>,
    settlement: &Settlement,
    now: Timestamp,
) -> JournalResult<()> {
    let Settlement { job, attempt, event, note } = settlement;
    let expected = JobState::Sending { attempt: attempt.0 };
    let before = load(transaction, *job)?;
    if before.state != expected {
        return Err(JournalError::Shape("an answer to an attempt that is not under way"));
    }
    let after = apply(transaction, *job, event, now)?;
    if matches!(after.state, JobState::InDoubt { .. }) {
        let next_look = note.next_look.unwrap_or(now);
        transaction
            .prepare_cached(
                "UPDATE jobs SET next_look = ?2, looks = 0, token_seen = token_seen OR ?3
                  WHERE id = ?1",
            )?
            .execute((job.0, next_look.as_millisecond(), *event == Event::TokenSeen))?;
    }
    let changed = transaction
        .prepare_cached(
            "UPDATE attempts SET finished_at = ?2, outcome = ?3, http_status = ?4, code = ?5,
                    log_id = ?6, elapsed_ms = ?7, message = ?8
              WHERE id = ?1 AND finished_at IS NULL",
        )?
        .execute(rusqlite::params![
            attempt.0,
            now.as_millisecond(),
            outcome(event),
            note.http_status,
            note.code.or_else(|| event.code()),
            note.log_id,
            note.elapsed_ms.map(u64::cast_signed),
            note.reason.as_ref().or_else(|| event.reason()).map(Reason::kept),
        ])?;
    if changed != 1 {
        return Err(JournalError::Shape("an attempt that was settled before"));
    }
    // Sent once more with the same token: an earlier run may have called it unknown.
    if before.doubt.is_some() { correct_fate(transaction, *job) } else { Ok(()) }
}
