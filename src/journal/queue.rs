//! Draining: look-ups ahead of the queue, what is due when, what was called when. Everything is
//! taken and given in batches, so that many requests in flight share a commit.
//!
//! Must not know: how a request is sent, or what an answer means.

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::Transaction;

use crate::identity::LookupKeys;
use crate::plan::JobId;
use crate::problem::{Code, Complaint, Reason};
use crate::spec::KindId;

use super::apply::apply;
use super::event::Event;
use super::rows;
use super::store::Journal;
use super::terms::cleared_for;
use super::trouble::JournalResult;

/// A job to be looked up before it is sent.
#[derive(Clone, Debug)]
pub struct ToLookUp {
    /// The job.
    pub job: JobId,
    /// Its keys in the clear; all empty for a keyless one.
    pub lookup: LookupKeys,
}

/// A request that belongs to no one job, by its number in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallId(i64);

/// What a look-up before the first send told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookedUp {
    /// Nobody there.
    Absent,
    /// There before: its ID.
    Existing(String),
    /// An attempt of ours without an answer made it: its ID. The index showed it late.
    Ours(String),
    /// There before, or perhaps, and sent all the same, as the user wants: its ID where it was read.
    SendAnyway(Option<String>),
    /// Its keys lead to several, or to somebody else: why.
    Conflict(Code),
}

/// Jobs of approved runs, that may be looked up and leased.
pub(super) const APPROVED: &str = "j.run IN (SELECT id FROM runs WHERE state = 'approved')";

impl Journal {
    /// Jobs to be looked up before they are sent, in the order of their records: pending ones, and
    /// those whose look-up has grown old. The same ones come again until they are
    /// [`looked_up`](Self::looked_up).
    pub fn to_look_up(
        &self,
        kind: KindId,
        limit: usize,
        now: Timestamp,
    ) -> Result<Vec<ToLookUp>, Complaint> {
        self.to_look_up_but(kind, limit, now, &HashSet::new())
    }

    /// The same without those of `busy`, whose look-ups are under way.
    pub fn to_look_up_but(
        &self,
        kind: KindId,
        limit: usize,
        now: Timestamp,
        busy: &HashSet<JobId>,
    ) -> Result<Vec<ToLookUp>, Complaint> {
        self.read(|connection| {
            let stale = now.checked_sub(cleared_for()).unwrap_or(Timestamp::MIN);
            let mut found = Vec::new();
            for filter in [
                "j.state = 'cleared' AND ?4 = ?4 AND (j.since < ?3 OR j.since > ?4)",
                "j.state = 'waiting' AND j.doubt IS NULL AND j.since <= ?4
                    AND (j.cleared IS NULL OR j.cleared < ?3 OR j.cleared > ?4)",
                "j.state = 'pending' AND ?3 = ?3 AND ?4 = ?4",
            ] {
                let mut select = connection.prepare_cached(&format!(
                    "SELECT j.id, j.lookup FROM jobs j
                      WHERE {filter} AND j.kind = ?1 AND {APPROVED} ORDER BY j.id LIMIT ?2"
                ))?;
                let mut rows = select.query((
                    kind.label(),
                    rows::size(limit.saturating_add(busy.len())),
                    stale.as_millisecond(),
                    now.as_millisecond(),
                ))?;
                while let Some(row) = rows.next()? {
                    let job = JobId(row.get(0)?);
                    if found.len() < limit && !busy.contains(&job) {
                        found.push(ToLookUp { job, lookup: rows::lookup_at(row, 1)? });
                    }
                }
            }
            Ok(found)
        })
    }

    /// What look-ups told, answered at `now`.
    pub fn looked_up(
        &mut self,
        answers: &[(JobId, LookedUp)],
        endpoint: &str,
        now: Timestamp,
    ) -> Result<(), Complaint> {
        self.write(|transaction| {
            for (job, answer) in answers {
                let event = match answer {
                    LookedUp::Absent => Event::LookedUpAbsent { at: now },
                    LookedUp::Existing(remote) => {
                        Event::LookedUpExisting { remote: remote.clone() }
                    }
                    LookedUp::Ours(remote) => Event::FoundAfterDoubt { remote: remote.clone() },
                    LookedUp::SendAnyway(remote) => {
                        Event::ClearedAnyway { at: now, remote: remote.clone() }
                    }
                    LookedUp::Conflict(reason) => {
                        Event::LookedUpConflict { reason: Reason::Found(*reason) }
                    }
                };
                apply(transaction, *job, &event, now)?;
                let absent = matches!(answer, LookedUp::Absent);
                transaction
                    .prepare_cached("UPDATE jobs SET absent = ?2 WHERE id = ?1")?
                    .execute((job.0, absent))?;
                note_lookup(transaction, *job, endpoint, &event, now)?;
            }
            Ok(())
        })
    }

    /// How many jobs could be leased at once.
    pub fn cleared_count(&self, kind: KindId, now: Timestamp) -> Result<usize, Complaint> {
        self.read(|connection| {
            let stale = now.checked_sub(cleared_for()).unwrap_or(Timestamp::MIN);
            let count: i64 = connection
                .prepare_cached(&format!(
                    "SELECT count(*) FROM jobs j WHERE j.state = 'cleared' AND j.kind = ?1
                        AND j.since BETWEEN ?2 AND ?3 AND {APPROVED}"
                ))?
                .query_row((kind.label(), stale.as_millisecond(), now.as_millisecond()), |row| {
                    row.get(0)
                })?;
            Ok(usize::try_from(count).unwrap_or(usize::MAX))
        })
    }

    /// Note a request that belongs to no one job (a batch of look-ups, a token), before it is sent.
    pub fn record_call(&mut self, endpoint: &str, at: Timestamp) -> Result<CallId, Complaint> {
        self.write(|transaction| {
            transaction
                .prepare_cached("INSERT INTO calls (endpoint, at) VALUES (?1, ?2)")?
                .execute((endpoint, at.as_millisecond()))?;
            Ok(CallId(transaction.last_insert_rowid()))
        })
    }

    /// Such requests were answered or given up.
    pub fn calls_answered(&mut self, calls: &[CallId], at: Timestamp) -> Result<(), Complaint> {
        if calls.is_empty() {
            return Ok(());
        }
        self.write(|transaction| {
            let mut update =
                transaction.prepare_cached("UPDATE calls SET answered = ?2 WHERE id = ?1")?;
            for call in calls {
                update.execute((call.0, at.as_millisecond()))?;
            }
            Ok(())
        })
    }

    /// When requests to an endpoint were answered, since then, oldest first: what the pacer starts
    /// with. Those that a crash left open count as answered when the journal was opened.
    pub fn recent_attempts(
        &self,
        endpoint: &str,
        since: Timestamp,
    ) -> Result<Vec<Timestamp>, Complaint> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT finished_at FROM attempts WHERE endpoint = ?1 AND finished_at >= ?2
                 UNION ALL
                 SELECT coalesce(answered, at) FROM calls
                  WHERE endpoint = ?1 AND coalesce(answered, at) >= ?2 ORDER BY 1",
            )?;
            let mut rows = select.query((endpoint, since.as_millisecond()))?;
            let mut moments = Vec::new();
            while let Some(row) = rows.next()? {
                moments.push(rows::moment(row.get(0)?)?);
            }
            Ok(moments)
        })
    }
}

/// Append a look at the tenant.
pub(super) fn note_lookup(
    transaction: &Transaction<'_>,
    job: JobId,
    endpoint: &str,
    event: &Event,
    now: Timestamp,
) -> JournalResult<()> {
    transaction
        .prepare_cached(
            "INSERT INTO lookups (job, at, endpoint, outcome, remote, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            job.0,
            now.as_millisecond(),
            endpoint,
            event.label(),
            event.remote(),
            event.reason().map(Reason::kept),
        ))?;
    Ok(())
}
