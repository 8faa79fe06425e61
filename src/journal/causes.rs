//! Problems in the journal: what those of one cause have in common is kept once, and each row keeps
//! its place and what is its own. Three hundred thousand bad rows would fill it else.
//!
//! Must not know: how problems are found or shown.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use crate::problem::{Arg, Code, Problem, Severity};

use super::rows;
use super::run::RunId;
use super::trouble::{JournalError, JournalResult};

/// So many causes keep the values of their texts; of further ones each problem keeps them.
const WITH_ARGS: usize = 1_000;

/// What stands where a purge erased a value.
const ERASED: &str = "…";

/// What problems of one cause share.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Cause {
    code: Code,
    of_record: bool,
    file: Option<Arc<str>>,
    sheet: Option<Arc<str>>,
    header: Option<Arc<str>>,
    field: Option<Arc<str>>,
    /// None where each problem keeps its own.
    args: Option<Vec<Arg>>,
}

/// The causes of a run that is being planned.
#[derive(Default)]
pub(super) struct Causes {
    known: HashMap<Cause, i64>,
    last: i64,
}

impl Causes {
    /// Those of a run of which some are there already are numbered on.
    pub(super) fn after(last: i64) -> Self {
        Self { known: HashMap::new(), last }
    }

    /// Write a problem as number `n` of a run.
    pub(super) fn put(
        &mut self,
        connection: &Connection,
        run: RunId,
        (n, record): (i64, Option<u32>),
        problem: &Problem,
    ) -> JournalResult<()> {
        let (cause, own_args) = self.cause(connection, run, record.is_some(), problem)?;
        connection
            .prepare_cached(
                "INSERT INTO problems (run, n, record, cause, row, column, value, args)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(rusqlite::params![
                run.0,
                n,
                record,
                cause,
                problem.place.row,
                problem.place.column,
                problem.value,
                own_args.then(|| rows::to_json(&problem.complaint.args)).transpose()?,
            ])?;
        Ok(())
    }

    /// The number of its cause, and whether the problem keeps its values itself.
    fn cause(
        &mut self,
        connection: &Connection,
        run: RunId,
        of_record: bool,
        problem: &Problem,
    ) -> JournalResult<(i64, bool)> {
        let place = &problem.place;
        let mut cause = Cause {
            code: problem.code(),
            of_record,
            file: place.file.clone(),
            sheet: place.sheet.clone(),
            header: problem.header.clone(),
            field: problem.field.clone(),
            args: Some(problem.complaint.args.clone()),
        };
        if let Some(known) = self.known.get(&cause) {
            return Ok((*known, false));
        }
        let own_args = self.known.len() >= WITH_ARGS && !problem.complaint.args.is_empty();
        if own_args {
            cause.args = None;
        }
        match self.known.entry(cause) {
            Entry::Occupied(known) => Ok((*known.get(), own_args)),
            Entry::Vacant(new) => {
                self.last += 1;
                put_cause(connection, run, (self.last, of_record), problem)?;
                Ok((*new.insert(self.last), own_args))
            }
        }
    }
}

fn put_cause(
    connection: &Connection,
    run: RunId,
    (id, of_record): (i64, bool),
    problem: &Problem,
) -> JournalResult<()> {
    let mut shared = problem.clone();
    shared.place.row = None;
    shared.place.column = None;
    shared.value = None;
    let severity = match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    connection
        .prepare_cached(
            "INSERT INTO causes (run, id, severity, of_record, problem)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((run.0, id, severity, of_record, rows::to_json(&shared)?))?;
    Ok(())
}

/// Causes that were read, by their number.
#[derive(Default)]
pub(super) struct CausesRead(HashMap<i64, Problem>);

impl CausesRead {
    /// The problem of a row of `cause, row, column, value, args` from column `first` on.
    pub(super) fn problem(
        &mut self,
        connection: &Connection,
        run: RunId,
        row: &Row<'_>,
        first: usize,
    ) -> JournalResult<Problem> {
        let id: i64 = row.get(first)?;
        let mut problem = match self.0.entry(id) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(new) => {
                let text: Option<String> = connection
                    .prepare_cached("SELECT problem FROM causes WHERE run = ?1 AND id = ?2")?
                    .query_row((run.0, id), |row| row.get(0))
                    .optional()?;
                let text = text.ok_or(JournalError::Shape("a problem without its cause"))?;
                new.insert(parse(&text)?).clone()
            }
        };
        if let Some(number) = row.get(first + 1)? {
            problem.place.row = Some(number);
        }
        if let Some(column) = row.get(first + 2)? {
            problem.place.column = Some(column);
        }
        if let Some(value) = row.get(first + 3)? {
            problem.value = Some(value);
        }
        if let Some(args) = row.get::<_, Option<String>>(first + 4)? {
            let own: Vec<Arg> = serde_json::from_str(&args)
                .map_err(|_| JournalError::Shape("a problem that cannot be read"))?;
            if own.is_empty() {
                problem.complaint.args.iter_mut().for_each(|arg| *arg = ERASED.into());
            } else {
                problem.complaint.args = own;
            }
        }
        Ok(problem)
    }
}

fn parse(text: &str) -> JournalResult<Problem> {
    serde_json::from_str(text).map_err(|_| JournalError::Shape("a problem that cannot be read"))
}

/// Problems of the records that `decided` selects (no values of its own: erased) keep their code and place, and lose what they
/// showed. Those of files, sheets and headers show nobody. What a cause showed goes once no other
/// problem shows it.
pub(super) fn blank(transaction: &Transaction<'_>, run: RunId, decided: &str) -> JournalResult<()> {
    transaction.execute(
        &format!("UPDATE problems SET value = NULL, args = '[]' WHERE {decided}"),
        [run.0],
    )?;
    let mut select = transaction.prepare(
        "SELECT id, problem FROM causes c
          WHERE run = ?1 AND of_record
            AND NOT EXISTS (SELECT 1 FROM problems p
                             WHERE p.run = c.run AND p.cause = c.id AND p.args IS NULL)",
    )?;
    let mut update =
        transaction.prepare("UPDATE causes SET problem = ?3 WHERE run = ?1 AND id = ?2")?;
    let blanked: Vec<(i64, String)> = select
        .query_map([run.0], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (id, text) in blanked {
        let mut problem = parse(&text)?;
        problem.value = None;
        problem.complaint.args.iter_mut().for_each(|arg| *arg = ERASED.into());
        update.execute((run.0, id, rows::to_json(&problem)?))?;
    }
    Ok(())
}
