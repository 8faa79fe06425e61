//! One record of a draft against what the journal knows.
//!
//! Must not know: the order of records, transactions (`planner`).

use std::borrow::Cow;
use std::sync::Arc;

use crate::identity;
use crate::plan::admit::{KnownJob, KnownStanding};
use crate::plan::{Admission, Job, JobId, admit};
use crate::problem::{Complaint, Place, Problem};

use super::along::{JobRow, LookedAt};
use super::fate::Admitted;
use super::keys;
use super::needs;
use super::planner::{Likely, Planner, RecordHead};
use super::rows;
use super::standing::{JobState, Standing};
use super::trouble::{JournalError, JournalResult};

impl Planner<'_> {
    /// A checked record. What becomes of it is returned and noted; a conflict is noted as a problem
    /// too.
    pub fn admit(&mut self, head: &RecordHead, job: &Job) -> Result<Admission, Complaint> {
        self.admit_with(head, job, &String::new)
    }

    /// The same of a job that may have been made without its body: `body` makes it, where it is wanted.
    pub fn admit_with(
        &mut self,
        head: &RecordHead,
        job: &Job,
        body: &dyn Fn() -> String,
    ) -> Result<Admission, Complaint> {
        self.step(|planner| planner.try_admit(head, job, body))
    }

    fn try_admit(
        &mut self,
        head: &RecordHead,
        job: &Job,
        body: &dyn Fn() -> String,
    ) -> JournalResult<Admission> {
        let keyless = self.number_keyless(job);
        let id = JobId(self.job + 1);
        let tied = self.referred(head, job)?;
        let (admission, same) = match self.known(job, (keyless, id), tied)? {
            Some(known) => {
                let same = matches!(&known[..], [old] if job.is_of(&old.digest));
                (admit(job, &known), same)
            }
            None => (Admission::New, true),
        };
        let admission = self.second_thoughts(job, keyless, id, admission)?;
        self.learn(job, admission)?;
        let (admitted, target) = match admission {
            Admission::New => (Admitted::New, Some(id)),
            Admission::TakeOver(old) => (Admitted::TakeOver, Some(old)),
            Admission::SendAgain(old) => (Admitted::SendAgain, Some(old)),
            Admission::Unchanged(old) => (Admitted::Unchanged, Some(old)),
            Admission::Changed(old) => (Admitted::Changed, Some(old)),
            Admission::Unknown(old) => (Admitted::Unknown, Some(old)),
            Admission::Conflict(_) => (Admitted::Conflict, None),
        };
        self.put_record(head, admitted, same, target)?;
        for remark in std::mem::take(&mut self.remarks) {
            self.tell(remark)?;
        }
        if let Some(target) = target
            && target <= self.before
        {
            self.claimed.insert(target);
        }
        match admission {
            Admission::New => {
                self.job = id.0;
                self.put_job(id, (job, body), keyless)?;
            }
            Admission::TakeOver(old) | Admission::SendAgain(old) => {
                self.put_amendment(old, (job, body), keyless)?;
            }
            Admission::Conflict(clash) => {
                let place = Place {
                    file: Some(Arc::clone(&head.file)),
                    sheet: head.sheet.clone(),
                    row: Some(head.row),
                    column: None,
                };
                self.tell(Problem::at(place, Complaint::new(clash.code())))?;
            }
            Admission::Changed(old) => {
                let since = self.looked_at(old)?.run;
                if let Some(tally) = &mut self.tally {
                    tally.see_changed(since);
                }
            }
            Admission::Unchanged(_) | Admission::Unknown(_) => {}
        }
        Ok(admission)
    }

    /// The k-th identical keyless row is the k-th job of that content.
    fn number_keyless(&mut self, job: &Job) -> Option<[u8; 16]> {
        if !job.keys.is_empty() {
            return None;
        }
        let seen = self.keyless.entry(job.digest).or_insert(0);
        let hash = identity::keyless(&job.digest, *seen);
        *seen += 1;
        Some(hash)
    }

    /// Write all of the job's keys, or none where one belongs to a job already: then the jobs that
    /// have them.
    ///
    /// Rows of one kind follow each other: after one that was new the keys are claimed without a
    /// look, and after one that was met before they are looked for first.
    fn claim_all(
        &mut self,
        job: &Job,
        keyless: Option<[u8; 16]>,
        id: JobId,
    ) -> JournalResult<Option<Vec<JobId>>> {
        if self.likely == Likely::Met {
            let owners = self.owners(job, keyless)?;
            if !owners.is_empty() {
                return Ok(Some(owners));
            }
        }
        if self.claim(job, keyless, id)? {
            self.likely = Likely::New;
            return Ok(None);
        }
        self.likely = Likely::Met;
        self.release(job, keyless, id)?;
        self.owners(job, keyless).map(Some)
    }

    /// The jobs of which admission decides; none where there are none, and the keys are the record's.
    fn known(
        &mut self,
        job: &Job,
        (keyless, id): (Option<[u8; 16]>, JobId),
        tied: Option<JobId>,
    ) -> JournalResult<Option<Vec<KnownJob>>> {
        if tied.is_none()
            && !self.has_former
            && let Some(row) = self.along.next(&self.journal.connection, self.before, job)?
            && is_done(&row.standing)
        {
            return Ok(Some(vec![self.known_job(row, tied)?]));
        }
        let may_be_new = tied.is_none()
            && self.former_owner(job)?.is_none()
            && self.owner_learned(job)?.is_none();
        let owners = if may_be_new {
            let Some(owners) = self.claim_all(job, keyless, id)? else { return Ok(None) };
            owners
        } else {
            self.owners(job, keyless)?
        };
        let known = self.known_of(job, tied, owners)?;
        if let [one] = &known[..] {
            self.along.met(one.id);
        }
        Ok(Some(known))
    }

    /// The jobs that share a key (their `owners`), and the one that the row repairs, each once. What
    /// will be withdrawn when this draft is approved is known no more; where nobody shares a key,
    /// somebody of the same name may have learned one.
    fn known_of(
        &mut self,
        job: &Job,
        tied: Option<JobId>,
        owners: Vec<JobId>,
    ) -> JournalResult<Vec<KnownJob>> {
        let mut ids = owners;
        ids.extend(tied.iter().chain(&self.former_owner(job)?));
        ids.sort_unstable();
        ids.dedup();
        let mut known = Vec::with_capacity(ids.len());
        for id in ids {
            let row = self.row_of(id)?;
            // What this draft's approval withdraws is known no more.
            if !(row.standing.is_unsent() && self.replaced.contains(&row.of)) {
                known.push(self.known_job(row, tied)?);
            }
        }
        if known.is_empty()
            && let Some(owner) = self.owner_learned(job)?
        {
            let row = self.row_of(owner)?;
            if row.standing.is_unsent() && self.replaced.contains(&row.of) {
                return Err(JournalError::Shape("a key of a job that is withdrawn"));
            }
            known.push(KnownJob { tied: true, ..self.known_job(row, tied)? });
        }
        Ok(known)
    }

    fn row_of(&self, id: JobId) -> JournalResult<JobRow> {
        let mut select = self
            .journal
            .connection
            .prepare_cached(&format!("SELECT {} FROM jobs WHERE id = ?1", JobRow::COLUMNS))?;
        let mut rows = select.query([id.0])?;
        JobRow::of(rows.next()?.ok_or(JournalError::Shape("a key without its job"))?)
    }

    /// A job as admission knows it.
    fn known_job(&mut self, row: JobRow, tied: Option<JobId>) -> JournalResult<KnownJob> {
        let JobRow { id, standing, digest, name, keys, of, settled_at } = row;
        self.looked_at = Some(LookedAt { job: id, run: of.0, settled_at });
        Ok(KnownJob {
            id,
            standing: known_standing(&standing),
            digest,
            name,
            keys: keys::unpack(&keys)?,
            tied: tied == Some(id),
            claimed: id > self.before || self.claimed.contains(&id),
        })
    }

    /// How a query is kept.
    fn query(&mut self, job: &Job) -> JournalResult<&str> {
        if self.query.0 != job.query {
            self.query = (job.query.clone(), rows::to_json(&job.query)?);
        }
        Ok(&self.query.1)
    }

    fn put_job(
        &mut self,
        id: JobId,
        (job, body): (&Job, &dyn Fn() -> String),
        keyless: Option<[u8; 16]>,
    ) -> JournalResult<()> {
        let token = self.tokens.draw();
        self.query(job)?;
        self.journal
            .connection
            .prepare_cached(
                "INSERT INTO jobs (id, run, record, kind, state, token, digest, name, keys,
                                   keyless, query, lookup, body)
                 VALUES (?1, ?2, ?3, ?4, 'pending', ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?
            .execute(rusqlite::params![
                id.0,
                self.run.0,
                self.record,
                job.kind.label(),
                token,
                &job.digest[..],
                job.name.as_ref().map(|name| &name[..]),
                keys::pack(&job.keys),
                keyless.as_ref().map(|hash| &hash[..]),
                self.query.1,
                rows::to_json(&job.lookup)?,
                &*body_of(job, body),
            ])?;
        needs::put(&self.journal.connection, self.run, self.record, &job.needs)
    }

    fn put_amendment(
        &mut self,
        old: JobId,
        (job, body): (&Job, &dyn Fn() -> String),
        keyless: Option<[u8; 16]>,
    ) -> JournalResult<()> {
        self.query(job)?;
        self.claim(job, keyless, old)?;
        self.journal
            .connection
            .prepare_cached(
                "INSERT INTO contents (run, record, job, digest, name, keys, query, lookup, body,
                                       keyless, kind)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(rusqlite::params![
                self.run.0,
                self.record,
                old.0,
                &job.digest[..],
                job.name.as_ref().map(|name| &name[..]),
                keys::pack(&job.keys),
                self.query.1,
                rows::to_json(&job.lookup)?,
                &*body_of(job, body),
                keyless.as_ref().map(|hash| &hash[..]),
                job.kind.label(),
            ])?;
        needs::put(&self.journal.connection, self.run, self.record, &job.needs)
    }
}

/// The body of a job, made where it was not.
fn body_of<'j>(job: &'j Job, body: &dyn Fn() -> String) -> Cow<'j, str> {
    if job.body.is_empty() { Cow::Owned(body()) } else { Cow::Borrowed(&job.body) }
}

/// What is known of it is not changed by a draft.
fn is_done(standing: &Standing) -> bool {
    known_standing(standing) == KnownStanding::Done
}

/// What admission asks of a standing.
fn known_standing(standing: &Standing) -> KnownStanding {
    if standing.is_unsent() {
        return KnownStanding::Unsent;
    }
    match standing.state {
        JobState::Created { .. } | JobState::Existing { .. } => KnownStanding::Done,
        JobState::Refused { .. } => KnownStanding::Refused,
        JobState::Pending
        | JobState::Cleared { .. }
        | JobState::Sending { .. }
        | JobState::Waiting { .. }
        | JobState::InDoubt { .. }
        | JobState::Conflict { .. }
        | JobState::Withdrawn
        | JobState::Held
        | JobState::Blocked { .. } => KnownStanding::InDoubt,
    }
}
