//! Going on with a run that was blocked by bad rows or cut off: what was fine and unsent of it
//! becomes part of the draft that holds its repaired rows.
//!
//! Must not know: fix files, how a person is asked.

use std::sync::Arc;

use rusqlite::Row;

use crate::identity::{Former, HashKey};
use crate::plan::Job;
use crate::problem::Complaint;

use super::keys;
use super::needs;
use super::planner::{Planner, RecordHead};
use super::rows;
use super::run::{RunId, RunUuid};
use super::store::Journal;
use super::trouble::{JournalError, JournalResult};

/// Records that are read at once.
const PAGE: i64 = 500;

/// What a blocked run kept, and what another has not sent: the columns of one form, after run `?1`
/// and record `?2`.
const LEFT: &str = "
    SELECT r.record, r.input, r.sheet, r.row, r.rows, r.kind, r.key, c.digest, c.name, c.keys,
           c.query, c.lookup, c.body
      FROM contents c JOIN records r ON r.run = c.run AND r.record = c.record
     WHERE c.run = ?1 AND c.record > ?2 AND c.job IS NULL
    UNION ALL
    SELECT r.record, r.input, r.sheet, r.row, r.rows, r.kind, r.key, j.digest, j.name, j.keys,
           j.query, j.lookup, j.body
      FROM jobs j JOIN records r ON r.run = j.run AND r.record = j.record
     WHERE j.run = ?1 AND j.record > ?2 AND j.doubt IS NULL AND j.body IS NOT NULL
       AND j.state IN ('pending', 'cleared', 'waiting', 'held')
       AND j.run IN (SELECT id FROM runs WHERE approved_at IS NOT NULL)
     ORDER BY 1 LIMIT ?3";

/// A record of an earlier run with its content.
struct Left {
    record: u32,
    head: RecordHead,
    job: Job,
}

impl Journal {
    /// The run of this name, where this journal has it.
    pub fn run_named(&self, uuid: RunUuid) -> Result<Option<RunId>, Complaint> {
        self.read(|connection| {
            let found: Option<i64> =
                rows::maybe(connection, "SELECT id FROM runs WHERE uuid = ?1", [uuid.to_string()])?;
            Ok(found.map(RunId))
        })
    }

    /// The mapping file that a run was planned with, where it had one.
    pub fn mapping_of(&self, run: RunId) -> Result<Option<Vec<u8>>, Complaint> {
        self.read(|connection| {
            let found: Option<Option<Vec<u8>>> =
                rows::maybe(connection, "SELECT mapping FROM runs WHERE id = ?1", [run.0])?;
            Ok(found.flatten())
        })
    }

    /// The input that a record of a run is of, as the run named it.
    pub fn input_of(&self, run: RunId, record: u32) -> Result<Option<String>, Complaint> {
        self.read(|connection| {
            rows::maybe(
                connection,
                "SELECT i.file FROM records r JOIN inputs i ON i.run = r.run AND i.position = r.input
                  WHERE r.run = ?1 AND r.record = ?2",
                (run.0, record),
            )
        })
    }

    /// Whether records of a run would have been sent, had it not been blocked, and no later run went on
    /// with them.
    pub fn had_fine(&self, run: RunId) -> Result<bool, Complaint> {
        self.read(|connection| {
            Ok(connection.query_row(
                "SELECT EXISTS (SELECT 1 FROM records WHERE run = ?1
                    AND admission IN ('new', 'take_over', 'send_again'))
                    AND NOT EXISTS (SELECT 1 FROM runs
                         WHERE continues = ?1 AND approved_at IS NOT NULL)",
                [run.0],
                |row| row.get(0),
            )?)
        })
    }

    /// How many records of a run are fine and unsent, with their content.
    pub fn fine_and_unsent(&self, run: RunId) -> Result<u64, Complaint> {
        self.read(|connection| {
            let sql = format!("SELECT count(*) FROM ({LEFT})");
            let count: i64 = connection
                .prepare_cached(&sql)?
                .query_row((run.0, 0, i64::MAX), |row| row.get(0))?;
            Ok(count.unsigned_abs())
        })
    }
}

impl Planner<'_> {
    /// Admit what is fine and unsent of `run`, but for the records that rows of this draft repair.
    /// How many there were is returned. Its files become inputs of the draft, with these rows.
    pub fn adopt(&mut self, run: RunId) -> Result<u64, Complaint> {
        let files = self.journal.run(run)?.inputs;
        let mut adopted = 0;
        let mut last = 0;
        let key = *self.journal.hash_key();
        loop {
            let names: Vec<Arc<str>> = files.iter().map(|input| Arc::clone(&input.file)).collect();
            let page = self.journal.read(|connection| {
                let mut select = connection.prepare_cached(LEFT)?;
                let mut found = select.query((run.0, last, PAGE))?;
                let mut page = Vec::new();
                while let Some(row) = found.next()? {
                    let mut left = left(row, &names, &key)?;
                    left.job.needs = needs::of(connection, run, left.record)?;
                    page.push(left);
                }
                Ok(page)
            })?;
            let Some(newest) = page.last() else { return Ok(adopted) };
            last = newest.record;
            for left in page {
                if self.repaired.contains(&(run.0, left.record)) {
                    continue;
                }
                let input = files.iter().find(|input| input.file == left.head.file);
                let sha256 = input.map_or("", |input| input.sha256.as_str());
                self.begin_input(&left.head.file, sha256)?;
                self.admit(&left.head, &left.job)?;
                self.input_rows(&left.head.file, (u64::from(left.head.rows), 0, 0))?;
                adopted += 1;
            }
        }
    }
}

fn left(row: &Row<'_>, files: &[Arc<str>], key: &HashKey) -> JournalResult<Left> {
    let input: i64 = row.get(1)?;
    let file = usize::try_from(input).ok().and_then(|input| files.get(input));
    let kind = rows::kind_at(row, 5)?;
    let label: Arc<str> = Arc::from(row.get::<_, String>(6)?);
    let keys = keys::unpack(&row.get::<_, Vec<u8>>(9)?)?;
    let (name, lookup) = (row.get(8)?, rows::lookup_at(row, 11)?);
    Ok(Left {
        record: rows::small_at(row, 0)?,
        head: RecordHead {
            file: file.map(Arc::clone).ok_or(JournalError::Shape("a record without its file"))?,
            sheet: row.get::<_, Option<String>>(2)?.map(Arc::from),
            row: rows::small_at(row, 3)?,
            rows: rows::small_at(row, 4)?,
            kind,
            label: Arc::clone(&label),
            reference: None,
        },
        job: Job {
            kind,
            former: Former::of(&lookup, &keys, name, key),
            keys,
            name,
            digest: row.get(7)?,
            unmade: None,
            needs: Vec::new(),
            body: row.get(12)?,
            query: rows::from_json(row.get::<_, Option<String>>(10)?.as_deref())?,
            lookup,
            label: label.to_string(),
        },
    })
}
