//! Jobs in doubt: what is known of them, and what a look or a person makes of it.
//!
//! Must not know: how a look is done, or when (`deliver`).

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction};

use crate::identity::LookupKeys;
use crate::plan::JobId;
use crate::problem::{Code, Complaint, Reason};
use crate::spec::KindId;

use super::apply::{apply, load};
use super::event::Event;
use super::fate::{Fate, fate};
use super::queue::note_lookup;
use super::replaced::{is_replaced, withdraw};
use super::rows;
use super::run::RunId;
use super::standing::{JobState, Standing};
use super::store::Journal;
use super::terms::RESEND_FOR;
use super::trouble::JournalResult;

/// A job whose outcome is not known, due to be looked at.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// The job.
    pub job: JobId,
    /// Its keys in the clear; all empty for a keyless one, which only a person can settle.
    pub lookup: LookupKeys,
    /// The first attempt whose fate is open.
    pub since: Timestamp,
    /// When the last attempt went out: the delays of looks count from here.
    pub last_attempt_at: Timestamp,
    /// How often it may have been sent.
    pub sends: u32,
    /// Looks since the last attempt.
    pub looks: u32,
    /// Tokens given up because the request was provably not executed.
    pub tokens_spent: u32,
    /// It was looked up and absent before the first send: what is found now is ours.
    pub was_cleared_before: bool,
    /// The API answered that it has seen the token.
    pub token_seen: bool,
    /// When this look became due.
    pub next_look: Timestamp,
}

/// What is kept of a look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookNote {
    /// The endpoint that was asked.
    pub endpoint: String,
    /// Where it stays in doubt: when to look again. None: it waits for a person, or for the next
    /// process.
    pub next_look: Option<Timestamp>,
}

/// What a person decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its ID in the tenant; none: it was not made.
    pub created: Option<String>,
    /// Who decided.
    pub operator: String,
    /// Why.
    pub note: String,
}

impl Journal {
    /// Jobs in doubt whose look is due, of every run, oldest look first. The same ones come again
    /// until they are settled or their look is moved.
    pub fn doubts(
        &self,
        kind: KindId,
        limit: usize,
        now: Timestamp,
    ) -> Result<Vec<Doubt>, Complaint> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT j.id, j.lookup, j.since, coalesce(a.started_at, j.since), j.sends, j.looks,
                        j.renewals, j.absent, j.token_seen, j.next_look
                   FROM jobs j LEFT JOIN attempts a ON a.id = j.last_attempt
                  WHERE j.state = 'in_doubt' AND j.kind = ?1 AND j.next_look <= ?3
                  ORDER BY j.next_look, j.id LIMIT ?2",
            )?;
            let mut found =
                select.query((kind.label(), rows::size(limit), now.as_millisecond()))?;
            let mut doubts = Vec::new();
            while let Some(row) = found.next()? {
                doubts.push(Doubt {
                    job: JobId(row.get(0)?),
                    lookup: rows::lookup_at(row, 1)?,
                    since: rows::moment(row.get(2)?)?,
                    last_attempt_at: rows::moment(row.get(3)?)?,
                    sends: rows::small_at(row, 4)?,
                    looks: rows::small_at(row, 5)?,
                    tokens_spent: rows::small_at(row, 6)?,
                    was_cleared_before: row.get(7)?,
                    token_seen: row.get(8)?,
                    next_look: rows::moment(row.get(9)?)?,
                });
            }
            Ok(doubts)
        })
    }

    /// Decisions to send the same token again that were not carried out in time are taken back:
    /// their jobs are in doubt, and due to be looked at.
    pub fn take_back_resends(&mut self, kind: KindId, now: Timestamp) -> Result<(), Complaint> {
        let late = now.checked_sub(RESEND_FOR).unwrap_or(Timestamp::MIN).as_millisecond();
        let stale = self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT id FROM jobs
                  WHERE state = 'waiting' AND doubt IS NOT NULL AND kind = ?1 AND since < ?2",
            )?;
            let found = select.query_map((kind.label(), late), |row| row.get(0))?;
            Ok(found.map(|id| id.map(JobId)).collect::<Result<Vec<JobId>, _>>()?)
        })?;
        if stale.is_empty() {
            return Ok(());
        }
        self.write(|transaction| {
            for job in &stale {
                apply(transaction, *job, &Event::Recovered, now)?;
                transaction
                    .prepare_cached("UPDATE jobs SET next_look = ?2 WHERE id = ?1")?
                    .execute((job.0, now.as_millisecond()))?;
            }
            Ok(())
        })
    }

    /// When the next decision to send the same token again must be taken back.
    pub fn resend_stale_after(&self, now: Timestamp) -> Result<Option<Timestamp>, Complaint> {
        self.read(|connection| {
            let first: Option<i64> = rows::maybe(
                connection,
                "SELECT min(since) FROM jobs WHERE state = 'waiting' AND doubt IS NOT NULL
                 HAVING min(since) IS NOT NULL",
                [],
            )?;
            let first = first.map(rows::moment).transpose()?;
            Ok(first.and_then(|first| first.checked_add(RESEND_FOR).ok()).map(|at| at.max(now)))
        })
    }

    /// Note what looks told of jobs in doubt. Once this returns, it is durable.
    pub fn reconcile(
        &mut self,
        looks: &[(JobId, Event, LookNote)],
        now: Timestamp,
    ) -> Result<(), Complaint> {
        if looks.is_empty() {
            return Ok(());
        }
        self.write(|transaction| {
            looks.iter().try_for_each(|(job, event, note)| {
                let (event, note) = restrain(transaction, *job, event, note)?;
                let after = apply(transaction, *job, &event, now)?;
                note_lookup(transaction, *job, &note.endpoint, &event, now)?;
                if matches!(after.state, JobState::InDoubt { .. }) {
                    transaction
                        .prepare_cached(
                            "UPDATE jobs SET looks = looks + 1, next_look = ?2 WHERE id = ?1",
                        )?
                        .execute((job.0, note.next_look.map(Timestamp::as_millisecond)))?;
                }
                hand_over(transaction, *job, &after, now)?;
                correct_fate(transaction, *job)
            })
        })
    }

    /// A person settles the outcome of a record.
    pub fn decide(
        &mut self,
        run: RunId,
        record: u32,
        decision: &Decision,
        now: Timestamp,
    ) -> Result<(), Complaint> {
        self.write(|transaction| {
            let words = [run.to_string(), record.to_string()];
            let job: Option<Option<i64>> = rows::maybe(
                transaction,
                "SELECT job FROM records WHERE run = ?1 AND record = ?2",
                (run.0, record),
            )?;
            let Some(job) = job.flatten().map(JobId) else {
                return Err(Complaint::with(Code::RecordMissing, words).into());
            };
            let standing = load(transaction, job)?;
            if !matches!(standing.state, JobState::InDoubt { .. }) {
                let state = standing.state.label().to_owned();
                let args = words.into_iter().chain([state]);
                return Err(Complaint::with(Code::RecordNotInDoubt, args).into());
            }
            let event = match &decision.created {
                Some(remote) => {
                    is_nobodys(transaction, job, remote.trim())?;
                    Event::DecidedCreated { remote: remote.trim().to_owned() }
                }
                None => Event::DecidedNotCreated,
            };
            let after = apply(transaction, job, &event, now)?;
            hand_over(transaction, job, &after, now)?;
            transaction.execute(
                "INSERT INTO decisions (run, record, job, at, operator, created, note)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (
                    run.0,
                    record,
                    job.0,
                    now.as_millisecond(),
                    &decision.operator,
                    &decision.created,
                    &decision.note,
                ),
            )?;
            correct_fate(transaction, job)
        })
    }
}

/// No other job of this kind is known by the ID: two records are never one person of the tenant.
fn is_nobodys(transaction: &Transaction<'_>, job: JobId, remote: &str) -> JournalResult<()> {
    let owner: Option<(i64, i64)> = transaction
        .prepare_cached(
            "SELECT other.run, other.record FROM jobs own JOIN jobs other ON other.kind = own.kind
              WHERE own.id = ?1 AND other.id <> own.id AND other.remote = ?2
                AND other.state IN ('created', 'existing')",
        )?
        .query_row((job.0, remote), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((run, record)) = owner else { return Ok(()) };
    let words = [remote.to_owned(), run.to_string(), record.to_string()];
    Err(Complaint::with(Code::RemoteTaken, words).into())
}

/// A job of an abandoned run, or of one that was replaced by an input that no longer leads to it,
/// is never sent again: it waits for a person instead.
fn restrain(
    transaction: &Transaction<'_>,
    job: JobId,
    event: &Event,
    note: &LookNote,
) -> JournalResult<(Event, LookNote)> {
    if matches!(event, Event::SendAgainSameToken { .. }) {
        let abandoned: Option<bool> = rows::maybe(
            transaction,
            "SELECT r.state = 'abandoned' FROM jobs j JOIN runs r ON r.id = j.run WHERE j.id = ?1",
            [job.0],
        )?;
        if abandoned == Some(true) || is_replaced(transaction, job)? {
            let note = LookNote { next_look: None, ..note.clone() };
            return Ok((Event::StillUnknown { reason: Reason::RunGone }, note));
        }
    }
    Ok((event.clone(), note.clone()))
}

/// A job of an earlier run that turns out not to have been made goes to the approved run that holds
/// the same content, as if the draft had found it unsent: that run sends it. One of a run that was
/// replaced, and to which no record of the new one leads, is withdrawn, and so is one that an approved
/// run holds with other content: the next import sends that.
fn hand_over(
    transaction: &Transaction<'_>,
    job: JobId,
    after: &Standing,
    now: Timestamp,
) -> JournalResult<()> {
    if !after.is_unsent() {
        return Ok(());
    }
    let heir: Option<(i64, i64)> = transaction
        .prepare_cached(
            "SELECT r.run, r.record FROM records r
              WHERE r.run IN (SELECT id FROM runs WHERE state = 'approved')
                AND r.job = ?1 AND r.admission = 'unknown' AND r.same = 1",
        )?
        .query_row([job.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if heir.is_none() && (is_replaced(transaction, job)? || is_corrected(transaction, job)?) {
        return withdraw(transaction, job, now);
    }
    if let Some((run, record)) = heir {
        transaction
            .execute("UPDATE jobs SET run = ?2, record = ?3 WHERE id = ?1", (job.0, run, record))?;
        transaction.execute(
            "UPDATE records SET admission = 'take_over', fate = NULL, attempt = NULL, tries = NULL,
                    settled_at = NULL
              WHERE run = ?1 AND record = ?2",
            (run, record),
        )?;
    }
    Ok(())
}

/// Whether an approved run of later holds a record of the job with other content.
fn is_corrected(transaction: &Transaction<'_>, job: JobId) -> JournalResult<bool> {
    Ok(transaction
        .prepare_cached(
            "SELECT EXISTS (
                 SELECT 1 FROM records r JOIN runs n ON n.id = r.run JOIN jobs j ON j.id = r.job
                  WHERE r.job = ?1 AND r.admission = 'unknown' AND r.same = 0 AND r.run > j.run
                    AND n.approved_at IS NOT NULL AND n.state <> 'abandoned')",
        )?
        .query_row([job.0], |row| row.get(0))?)
}

/// Fates that were frozen as `unknown` are put right once the doubt is settled: that of the record
/// whose job it is, and those of later runs that found it unknown.
pub(super) fn correct_fate(transaction: &Transaction<'_>, job: JobId) -> JournalResult<()> {
    let standing = load(transaction, job)?;
    let mut select = transaction.prepare_cached(
        "SELECT r.run, r.record, r.admission, r.same, j.run = r.run AND j.record = r.record
           FROM records r JOIN jobs j ON j.id = r.job
          WHERE r.job = ?1 AND r.fate = 'unknown'",
    )?;
    let mut update = transaction.prepare_cached(
        "UPDATE records SET fate = ?3, settled_at = j.settled_at,
                attempt = CASE WHEN ?5 THEN j.last_attempt ELSE records.attempt END,
                tries = CASE WHEN ?5 THEN j.tries ELSE records.tries END
           FROM (SELECT settled_at, last_attempt, tries FROM jobs WHERE id = ?4) j
          WHERE run = ?1 AND record = ?2",
    )?;
    let mut found = select.query([job.0])?;
    let mut corrected = Vec::new();
    while let Some(row) = found.next()? {
        let (run, record): (i64, i64) = (row.get(0)?, row.get(1)?);
        let own: bool = row.get(4)?;
        let fate = fate(rows::admitted_at(row, 2)?, Some(&standing), own, row.get(3)?);
        corrected.push((run, record, fate, own));
    }
    for (run, record, fate, own) in corrected {
        if fate != Fate::Unknown {
            update.execute((run, record, fate.label(), job.0, own))?;
        }
    }
    Ok(())
}
