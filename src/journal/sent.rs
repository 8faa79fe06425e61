//! What was sent of certain jobs and what became of it: for a look at the first ones.
//!
//! Must not know: why they are looked at.

use serde_json::Value;

use crate::plan::{JobId, payload};
use crate::problem::Complaint;
use crate::spec::KindId;

use super::rows::{self, STANDING, STANDING_COLUMNS};
use super::standing::JobState;
use super::store::Journal;
use super::trouble::JournalError;

/// A job that was sent.
#[derive(Clone)]
pub struct SentJob {
    /// The job.
    pub job: JobId,
    /// Its record's number in its run.
    pub record: u32,
    /// The record's row, as Excel numbers it.
    pub row: u32,
    /// What it makes.
    pub kind: KindId,
    /// Where it is.
    pub state: JobState,
    /// The body, as it was sent; null where it is erased.
    pub body: Value,
    /// Query parameters of its create: the id types.
    pub query: Vec<(String, String)>,
}

/// Bodies are personal.
impl std::fmt::Debug for SentJob {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SentJob({}, {})", self.job.0, self.state.label())
    }
}

impl Journal {
    /// These jobs, in their order; those that are not there are left out.
    pub fn sent(&self, jobs: &[JobId]) -> Result<Vec<SentJob>, Complaint> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(&format!(
                "SELECT {STANDING}, j.record, coalesce(r.row, 0), j.kind, j.token, j.body, j.query
                   FROM jobs j LEFT JOIN records r ON r.run = j.run AND r.record = j.record
                  WHERE j.id = ?1"
            ))?;
            let mut all = Vec::with_capacity(jobs.len());
            for job in jobs {
                let mut found = select.query([job.0])?;
                let Some(row) = found.next()? else { continue };
                let at = STANDING_COLUMNS;
                let standing =
                    rows::standing(row, 0)?.ok_or(JournalError::Shape("a job without a state"))?;
                let token: String = row.get(at + 3)?;
                let body: Option<String> = row.get(at + 4)?;
                let body = body.map(|body| payload::with_token(&body, &token).unwrap_or(body));
                let body = body.and_then(|body| serde_json::from_str(&body).ok());
                all.push(SentJob {
                    job: *job,
                    record: rows::small_at(row, at)?,
                    row: rows::small_at(row, at + 1)?,
                    kind: rows::kind_at(row, at + 2)?,
                    state: standing.state,
                    body: body.unwrap_or_default(),
                    query: rows::from_json(row.get::<_, Option<String>>(at + 5)?.as_deref())?,
                });
            }
            Ok(all)
        })
    }
}
