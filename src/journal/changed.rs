//! Of the records whose content is not what was done: since which run.
//!
//! Must not know: what is done about them.

use rusqlite::Connection;

use crate::problem::Complaint;

use super::rows;
use super::run::RunId;
use super::store::Journal;
use super::tally::Tally;
use super::trouble::JournalResult;

impl Journal {
    /// Of the records that are `changed`: how many were done by which earlier run, and whether that
    /// run had another mapping file (one cause, one line).
    pub fn changed_since(&self, run: RunId) -> Result<Vec<(RunId, u64, bool)>, Complaint> {
        let planned = self.planned_by(run);
        self.read(|connection| {
            let Some(planned) = planned else { return changed_since(connection, run) };
            let known = changed_of(connection, &planned)?;
            debug_assert_eq!(
                known,
                changed_since(connection, run)?,
                "what is known of a planned run"
            );
            Ok(known)
        })
    }
}

fn changed_since(connection: &Connection, run: RunId) -> JournalResult<Vec<(RunId, u64, bool)>> {
    let mut select = connection.prepare(
        "SELECT j.run, count(*), old.mapping_sha256 IS NOT new.mapping_sha256
           FROM records r JOIN jobs j ON j.id = r.job
           JOIN runs old ON old.id = j.run JOIN runs new ON new.id = r.run
          WHERE r.run = ?1 AND r.admission = 'changed' GROUP BY j.run ORDER BY j.run",
    )?;
    let mut found = select.query([run.0])?;
    let mut groups = Vec::new();
    while let Some(row) = found.next()? {
        groups.push((RunId(row.get(0)?), rows::count_at(row, 1)?, row.get(2)?));
    }
    Ok(groups)
}

/// The same of a run that this process planned.
fn changed_of(connection: &Connection, planned: &Tally) -> JournalResult<Vec<(RunId, u64, bool)>> {
    let mut select = connection.prepare_cached(
        "SELECT old.mapping_sha256 IS NOT new.mapping_sha256 FROM runs old, runs new
          WHERE old.id = ?1 AND new.id = ?2",
    )?;
    let mut differs = |old: RunId| select.query_row((old.0, planned.run.0), |row| row.get(0));
    planned.changed().map(|(old, count)| Ok((old, count, differs(old)?))).collect()
}
