//! Records of a draft on their way into the table, many in one statement: to run one for each record
//! costs more than what it writes.
//!
//! Must not know: what a record is admitted to, transactions (`planner`).

use std::fmt::Write as _;
use std::sync::Arc;

use rusqlite::{Connection, Statement, ToSql};

use crate::plan::JobId;
use crate::spec::KindId;

use super::fate::{Admitted, Fate};
use super::run::RunId;
use super::trouble::JournalResult;

/// Records that one statement writes.
const AT_ONCE: usize = 32;

/// What is written of each, in this order.
const COLUMNS: &str =
    "run, record, input, sheet, row, kind, key, admission, same, job, rows, fate, settled_at";

/// A record that is to be written.
pub(super) struct NewRecord {
    pub(super) record: u32,
    pub(super) input: i64,
    pub(super) sheet: Option<Arc<str>>,
    pub(super) row: u32,
    pub(super) kind: KindId,
    pub(super) label: Arc<str>,
    pub(super) admitted: Admitted,
    pub(super) same: bool,
    pub(super) job: Option<JobId>,
    pub(super) rows: u32,
    /// When what decided its fate was settled, in milliseconds.
    pub(super) settled_at: Option<i64>,
}

/// The records of one run that wait to be written.
pub(super) struct Waiting {
    run: RunId,
    records: Vec<NewRecord>,
    /// The statement of many.
    many: String,
}

impl Waiting {
    /// Of this run, none yet.
    pub(super) fn new(run: RunId) -> Self {
        Self { run, records: Vec::with_capacity(AT_ONCE), many: insert(AT_ONCE) }
    }

    /// Write a record, or have it wait for others.
    pub(super) fn put(&mut self, connection: &Connection, record: NewRecord) -> JournalResult<()> {
        self.records.push(record);
        if self.records.len() < AT_ONCE { Ok(()) } else { self.flush(connection) }
    }

    /// Write those that wait.
    pub(super) fn flush(&mut self, connection: &Connection) -> JournalResult<()> {
        if self.records.len() == AT_ONCE {
            let mut statement = connection.prepare_cached(&self.many)?;
            write(&mut statement, self.run, &self.records)?;
        } else if !self.records.is_empty() {
            let mut statement = connection.prepare_cached(&insert(1))?;
            for record in &self.records {
                write(&mut statement, self.run, std::slice::from_ref(record))?;
            }
        }
        self.records.clear();
        Ok(())
    }
}

/// The statement that writes so many.
fn insert(count: usize) -> String {
    let columns = COLUMNS.split(',').count();
    let mut sql = format!("INSERT INTO records ({COLUMNS}) VALUES ");
    for record in 0..count {
        if record > 0 {
            sql.push(',');
        }
        for column in 0..columns {
            let before = if column == 0 { '(' } else { ',' };
            let _ = write!(sql, "{before}?{}", record * columns + column + 1);
        }
        sql.push(')');
    }
    sql
}

fn write(statement: &mut Statement<'_>, run: RunId, records: &[NewRecord]) -> JournalResult<()> {
    let mut at = 0;
    for new in records {
        // What the admission alone decides, nothing changes any more.
        let fate = new.admitted.decided().map(Fate::label);
        let columns: [&dyn ToSql; 13] = [
            &run.0,
            &new.record,
            &new.input,
            &new.sheet.as_deref(),
            &new.row,
            &new.kind.label(),
            &&*new.label,
            &new.admitted.label(),
            &new.same,
            &new.job.map(|job| job.0),
            &new.rows,
            &fate,
            &new.settled_at,
        ];
        for column in columns {
            at += 1;
            statement.raw_bind_parameter(at, column)?;
        }
    }
    statement.raw_execute()?;
    Ok(())
}
