//! What the loop asks besides: the next moment that isn't past, and of jobs what their look-ups
//! need to know.
//!
//! Must not know: why it is asked.

use jiff::Timestamp;

use crate::plan::JobId;
use crate::problem::Complaint;
use crate::spec::KindId;

use super::lease;
use super::rows;
use super::store::Journal;

/// What a look-up needs to know of a job beyond its keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookupContext {
    /// Query parameters of its create: the id types that its keys are of.
    pub query: Vec<(String, String)>,
    /// When the last attempt was answered or given up, else when it was made: a crash doesn't make
    /// it younger.
    pub attempted: Option<Timestamp>,
}

impl Journal {
    /// The earliest moment after `now` at which a job that waits, or a look at one in doubt, is
    /// due. What is due already is not among them: it is had by asking for it.
    pub fn due_after(&self, now: Timestamp) -> Result<Option<Timestamp>, Complaint> {
        self.read(|connection| {
            let due: Option<i64> = connection
                .prepare_cached(
                    "SELECT min(due) FROM (
                         SELECT min(since) AS due FROM jobs WHERE state = 'waiting' AND since > ?1
                         UNION ALL
                         SELECT min(next_look) FROM jobs
                          WHERE state = 'in_doubt' AND next_look > ?1)",
                )?
                .query_row([now.as_millisecond()], |row| row.get(0))?;
            due.map(rows::moment).transpose()
        })
    }

    /// Whether there is a job of this kind to lease now.
    pub fn has_leasable(&self, kind: KindId, now: Timestamp) -> Result<bool, Complaint> {
        self.read(|connection| Ok(!lease::leasable(connection, kind, 1, now)?.is_empty()))
    }

    /// Whether what a look-up finds of this job before it is sent again was made by an attempt of
    /// ours: it was absent before, and an attempt since then had no answer.
    pub fn may_have_made(&self, job: JobId) -> Result<bool, Complaint> {
        self.read(|connection| {
            let tries: Option<i64> = rows::maybe(
                connection,
                "SELECT tries FROM jobs WHERE id = ?1 AND absent AND sends > 0",
                [job.0],
            )?;
            let open: Option<i64> = rows::maybe(
                connection,
                "SELECT count(*) FROM (SELECT outcome FROM attempts WHERE job = ?1
                                        ORDER BY id DESC LIMIT ?2)
                  WHERE outcome = 'lost' OR outcome = 'recovered' OR outcome = 'token_seen'",
                (job.0, tries.unwrap_or(0)),
            )?;
            Ok(open.is_some_and(|open| open > 0))
        })
    }

    /// What look-ups need to know of these jobs, in their order.
    pub fn lookup_contexts(&self, jobs: &[JobId]) -> Result<Vec<LookupContext>, Complaint> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT j.query, CASE WHEN a.outcome = 'recovered' THEN a.started_at
                                      ELSE coalesce(a.finished_at, a.started_at) END
                   FROM jobs j LEFT JOIN attempts a ON a.id = j.last_attempt WHERE j.id = ?1",
            )?;
            let mut lookup_contexts = Vec::with_capacity(jobs.len());
            for job in jobs {
                let mut found = select.query([job.0])?;
                let aside = match found.next()? {
                    None => LookupContext::default(),
                    Some(row) => LookupContext {
                        query: rows::from_json(row.get::<_, Option<String>>(0)?.as_deref())?,
                        attempted: row.get::<_, Option<i64>>(1)?.map(rows::moment).transpose()?,
                    },
                };
                lookup_contexts.push(aside);
            }
            Ok(lookup_contexts)
        })
    }
}
