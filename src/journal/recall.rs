//! What admission remembers beyond the keys that jobs hold: the record that a fix file's row comes
//! from, keys learned from changed records, and names of records in doubt whose keys may have been
//! corrected.
//!
//! Must not know: the order of records, transactions (`planner`).

use std::sync::Arc;

use rusqlite::OptionalExtension;

use crate::identity::{JobKey, behind_any};
use crate::plan::reference::RecordRef;
use crate::plan::{Admission, Clash, Job, JobId};
use crate::problem::{Code, Complaint, Place, Problem};

use super::along::LookedAt;
use super::keys;
use super::mend::{Safeguard, holds};
use super::planner::{Planner, RecordHead};
use super::rows;
use super::run::RunId;
use super::trouble::JournalResult;

impl Planner<'_> {
    /// The job of the record that a row of a fix file comes from. None where the row is a plain one:
    /// its run is another journal's, nothing of the row agrees with the record, or the record never
    /// became a job.
    pub(super) fn referred(
        &mut self,
        head: &RecordHead,
        job: &Job,
    ) -> JournalResult<Option<JobId>> {
        let Some(reference) = &head.reference else { return Ok(None) };
        let Some((run, found)) = self.find(reference, head)? else {
            self.remark_of(head, Code::ReferenceUnknown);
            return Ok(None);
        };
        self.repaired.insert((run, reference.record));
        let Some(old) = found else { return Ok(None) };
        let agrees = {
            let mut select = self
                .journal
                .connection
                .prepare_cached("SELECT name, keys, state = 'withdrawn' FROM jobs WHERE id = ?1")?;
            let row = select
                .query_row([old.0], |row| {
                    Ok((row.get::<_, Option<[u8; 16]>>(0)?, row.get::<_, Vec<u8>>(1)?, row.get(2)?))
                })
                .optional()?;
            match row {
                None | Some((_, _, true)) => return Ok(None),
                Some((name, keys, false)) => {
                    let keys = keys::unpack(&keys)?;
                    job.is_named(name) || job.keys.iter().any(|key| keys.contains(key))
                }
            }
        };
        if agrees || !holds(Safeguard::ReferenceIsChecked) {
            return Ok(Some(old));
        }
        self.remark_of(head, Code::ReferenceDisagrees);
        Ok(None)
    }

    /// The run of a reference, where this journal has it, with the record's job.
    fn find(
        &self,
        reference: &RecordRef,
        head: &RecordHead,
    ) -> JournalResult<Option<(i64, Option<JobId>)>> {
        let connection = &self.journal.connection;
        let run: Option<i64> = if holds(Safeguard::ReferenceIsChecked) {
            rows::maybe(
                connection,
                "SELECT id FROM runs WHERE uuid = ?1 AND id <> ?2",
                (reference.run.to_string(), self.run.0),
            )?
        } else {
            rows::maybe(connection, "SELECT min(id) FROM runs WHERE id <> ?1", [self.run.0])?
        };
        let Some(run) = run else { return Ok(None) };
        let job: Option<Option<i64>> = rows::maybe(
            connection,
            "SELECT job FROM records WHERE run = ?1 AND record = ?2 AND kind = ?3",
            (run, reference.record, head.kind.label()),
        )?;
        Ok(Some((run, job.flatten().map(JobId))))
    }

    /// What is known of a job of an earlier run: nearly always it is the one that was looked at last.
    pub(super) fn looked_at(&self, job: JobId) -> JournalResult<LookedAt> {
        if let Some(last) = self.looked_at.filter(|last| last.job == job) {
            return Ok(last);
        }
        let mut select = self
            .journal
            .connection
            .prepare_cached("SELECT run, settled_at FROM jobs WHERE id = ?1")?;
        let (run, settled_at) = select.query_row([job.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(LookedAt { job, run: RunId(run), settled_at })
    }

    /// Write a job's keys; false where one belongs to a job already.
    pub(super) fn claim(
        &self,
        job: &Job,
        keyless: Option<[u8; 16]>,
        id: JobId,
    ) -> JournalResult<bool> {
        keys::claim(&self.journal.connection, &job.keys, keyless, id)
    }

    /// Take back what [`claim`](Self::claim) wrote.
    pub(super) fn release(
        &self,
        job: &Job,
        keyless: Option<[u8; 16]>,
        id: JobId,
    ) -> JournalResult<bool> {
        keys::release(&self.journal.connection, &job.keys, keyless, id)
    }

    /// The jobs that have a key of this one, one for each key.
    pub(super) fn owners(&self, job: &Job, keyless: Option<[u8; 16]>) -> JournalResult<Vec<JobId>> {
        keys::owners(&self.journal.connection, &job.keys, keyless)
    }

    /// Say something of the record that is about to be put.
    fn remark_of(&mut self, head: &RecordHead, code: Code) {
        let place = Place {
            file: Some(Arc::clone(&head.file)),
            sheet: head.sheet.clone(),
            row: Some(head.row),
            column: None,
        };
        self.remarks.push(Problem::at(place, Complaint::new(code)));
    }

    /// The job that has a key of this record in its former form.
    pub(super) fn former_owner(&self, job: &Job) -> JournalResult<Option<JobId>> {
        let Some(key) = job.former.mobile.filter(|_| self.has_former) else { return Ok(None) };
        keys::owner(&self.journal.connection, key)
    }

    /// Whether a number without a dialling code may be that of a job of which only the hash is left.
    fn may_be_erased(&self, job: &Job) -> JournalResult<bool> {
        let Some(number) = job.former.undialled.as_ref().filter(|_| self.has_former) else {
            return Ok(false);
        };
        for key in behind_any(number, self.journal.hash_key()) {
            if keys::owner(&self.journal.connection, key)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The job of the same name that learned a key of this record from a changed one.
    pub(super) fn owner_learned(&self, job: &Job) -> JournalResult<Option<JobId>> {
        if !self.has_learned || !holds(Safeguard::KeysAreLearned) || job.name.is_none() {
            return Ok(None);
        }
        let mut select = self.journal.connection.prepare_cached(
            "SELECT l.job FROM learned_keys l JOIN jobs j ON j.id = l.job
              WHERE l.hash = ?1 AND l.kind = ?2 AND j.name IN (?3, ?4)
                AND (l.run = ?5
                     OR l.run IN (SELECT id FROM runs WHERE approved_at IS NOT NULL))
              ORDER BY l.job LIMIT 1",
        )?;
        for JobKey { kind, hash } in &job.keys {
            let found: Option<i64> = select
                .query_row(
                    (&hash[..], kind.label(), &job.name, &job.former.name, self.run.0),
                    |row| row.get(0),
                )
                .optional()?;
            if found.is_some() {
                return Ok(found.map(JobId));
            }
        }
        Ok(None)
    }

    /// A record that differs from what was done teaches its keys: who comes with one of them alone,
    /// and the same name, is no second person.
    pub(super) fn learn(&mut self, job: &Job, admission: Admission) -> JournalResult<()> {
        let Admission::Changed(old) = admission else { return Ok(()) };
        let mut insert = self.journal.connection.prepare_cached(
            "INSERT OR IGNORE INTO learned_keys (hash, kind, job, run)
             SELECT ?1, ?2, ?3, ?4
              WHERE NOT EXISTS (SELECT 1 FROM job_keys WHERE hash = ?1 AND kind = ?2)",
        )?;
        for JobKey { kind, hash } in &job.keys {
            let learned = insert.execute((&hash[..], kind.label(), old.0, self.run.0))? > 0;
            self.has_learned |= learned;
        }
        Ok(())
    }

    /// A record that seems new may be somebody in doubt whose keys were corrected; and a key that a
    /// withdrawn job gives up goes to one record alone.
    pub(super) fn second_thoughts(
        &mut self,
        job: &Job,
        keyless: Option<[u8; 16]>,
        id: JobId,
        admission: Admission,
    ) -> JournalResult<Admission> {
        if admission != Admission::New {
            return Ok(admission);
        }
        if let Some(old) = job.name.and_then(|name| self.namesakes.get(&name)).copied() {
            self.release(job, keyless, id)?;
            return Ok(Admission::Unknown(old));
        }
        if self.may_be_erased(job)? {
            self.release(job, keyless, id)?;
            return Ok(Admission::Conflict(Clash::MaybeErased));
        }
        if self.replaced.is_empty() || self.claim_again(job, keyless, id)? {
            return Ok(Admission::New);
        }
        self.release(job, keyless, id)?;
        Ok(Admission::Conflict(Clash::TakenInThisRun))
    }

    /// Claim what is free, and note what a withdrawn job gives up; false where another record of
    /// this draft gets it.
    fn claim_again(
        &mut self,
        job: &Job,
        keyless: Option<[u8; 16]>,
        id: JobId,
    ) -> JournalResult<bool> {
        if self.claim(job, keyless, id)? {
            return Ok(true);
        }
        let mut contested = Vec::new();
        for key in &job.keys {
            if keys::owner(&self.journal.connection, *key)? != Some(id) {
                contested.push(*key);
            }
        }
        Ok(contested.into_iter().all(|key| self.contested.insert(key)))
    }
}
