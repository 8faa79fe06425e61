//! Looking back: records with their fates, problems, pace, decisions. Read a page at a time, so
//! that a million records need no memory.
//!
//! Must not know: how a report looks.

use std::collections::VecDeque;
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::Connection;

use crate::problem::{Complaint, Problem, Reason};
use crate::spec::KindId;

use super::causes::CausesRead;
use super::fate::{Admitted, Fate, fate};
use super::rows::{self, STANDING, STANDING_COLUMNS};
use super::run::{InputRow, RunId};
use super::store::Journal;
use super::trouble::{JournalError, JournalResult};

/// Records or problems in one page.
const PAGE: i64 = 1000;

/// A record, with what became of it.
#[derive(Clone, PartialEq, Eq)]
pub struct RecordRow {
    /// Its number in its run, from 1.
    pub record: u32,
    /// Its file, as shown.
    pub file: Arc<str>,
    /// Its sheet; none for CSV.
    pub sheet: Option<String>,
    /// Its row, as Excel numbers it.
    pub row: u32,
    /// The physical rows that it is made of.
    pub rows: u32,
    /// What it makes.
    pub kind: KindId,
    /// What names it in reports.
    pub key: String,
    /// How it was admitted.
    pub admitted: Admitted,
    /// Its fate: frozen, or as things stand.
    pub fate: Fate,
    /// Its ID in the tenant, where it is there.
    pub remote_id: Option<String>,
    /// The token of its last attempt.
    pub client_token: Option<String>,
    /// How often this run tried.
    pub attempts: u32,
    /// The API's code, where it was refused or is not known.
    pub code: Option<i64>,
    /// What the API said, or why its outcome is not known or a conflict.
    pub reason: Option<Reason>,
    /// The API's log id of the last attempt.
    pub log_id: Option<String>,
    /// When it was settled.
    pub finished_at: Option<Timestamp>,
    /// The ID of another that the tenant had before this one was created all the same.
    pub beside: Option<String>,
}

impl std::fmt::Debug for RecordRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RecordRow({}, {})", self.record, self.fate.label())
    }
}

/// A problem of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemRow {
    /// The record that it belongs to; none for files, sheets and headers.
    pub record: Option<u32>,
    /// The problem.
    pub problem: Problem,
}

/// How fast one endpoint was called during a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaceRow {
    /// The endpoint's name.
    pub endpoint: String,
    /// Requests.
    pub requests: u64,
    /// Most requests sent within any second.
    pub per_second_max: u64,
    /// Most requests sent within any minute.
    pub per_minute_max: u64,
    /// Requests that a limit turned away.
    pub throttled: u64,
}

/// What a person decided about a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRow {
    /// The record.
    pub record: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub operator: String,
    /// Its ID in the tenant; none: it was not made.
    pub created: Option<String>,
    /// Why.
    pub note: String,
}

/// The records of a run, in their order, a page at a time.
pub struct Records<'j> {
    journal: &'j Journal,
    run: RunId,
    inputs: Vec<InputRow>,
    page: VecDeque<RecordRow>,
    last: u32,
    done: bool,
}

/// The problems of a run, in the order in which they were found, a page at a time. Those of one
/// record follow one another, in the order of records.
pub struct Problems<'j> {
    journal: &'j Journal,
    run: RunId,
    causes: CausesRead,
    page: VecDeque<ProblemRow>,
    last: i64,
    done: bool,
}

impl Journal {
    /// The records of a run, in their order.
    pub fn records(&self, run: RunId) -> Result<Records<'_>, Complaint> {
        let inputs = self.run(run)?.inputs;
        Ok(Records { journal: self, run, inputs, page: VecDeque::new(), last: 0, done: false })
    }

    /// The problems of a run, in the order in which they were found.
    pub fn problems(&self, run: RunId) -> Problems<'_> {
        let causes = CausesRead::default();
        Problems { journal: self, run, causes, page: VecDeque::new(), last: 0, done: false }
    }

    /// How fast each endpoint was called from the beginning of a run to its end, as the sender saw
    /// it.
    pub fn pace(&self, run: RunId) -> Result<Vec<PaceRow>, Complaint> {
        let head = self.run(run)?;
        let until = head.finished_at.unwrap_or(Timestamp::MAX);
        self.read(|connection| pace(connection, run, head.started_at, until))
    }

    /// What people decided about records of a run.
    pub fn decisions(&self, run: RunId) -> Result<Vec<DecisionRow>, Complaint> {
        self.read(|connection| {
            let mut select = connection.prepare(
                "SELECT record, at, operator, created, note FROM decisions WHERE run = ?1
                  ORDER BY id",
            )?;
            let mut found = select.query([run.0])?;
            let mut decisions = Vec::new();
            while let Some(row) = found.next()? {
                decisions.push(DecisionRow {
                    record: rows::small_at(row, 0)?,
                    at: rows::moment(row.get(1)?)?,
                    operator: row.get(2)?,
                    created: row.get(3)?,
                    note: row.get(4)?,
                });
            }
            Ok(decisions)
        })
    }
}

impl Iterator for Records<'_> {
    type Item = Result<RecordRow, Complaint>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.page.is_empty() && !self.done {
            let read = self
                .journal
                .read(|connection| record_page(connection, self.run, self.last, &self.inputs));
            match read {
                Ok(page) => self.page = page.into(),
                Err(complaint) => {
                    self.done = true;
                    return Some(Err(complaint));
                }
            }
            self.done = self.page.is_empty();
        }
        let row = self.page.pop_front()?;
        self.last = row.record;
        Some(Ok(row))
    }
}

impl Iterator for Problems<'_> {
    type Item = Result<ProblemRow, Complaint>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.page.is_empty() && !self.done {
            let causes = &mut self.causes;
            let (run, last) = (self.run, self.last);
            let read = self.journal.read(|connection| problem_page(connection, run, last, causes));
            match read {
                Ok((page, last)) => {
                    self.page = page.into();
                    self.last = last;
                }
                Err(complaint) => {
                    self.done = true;
                    return Some(Err(complaint));
                }
            }
            self.done = self.page.is_empty();
        }
        self.page.pop_front().map(Ok)
    }
}

fn record_page(
    connection: &Connection,
    run: RunId,
    last: u32,
    inputs: &[InputRow],
) -> JournalResult<Vec<RecordRow>> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT {STANDING}, r.record, r.input, r.sheet, r.row, r.kind, r.key, r.admission, r.same,
                r.fate, j.run IS r.run, coalesce(r.tries, j.tries),
                coalesce(r.settled_at, j.settled_at), a.token, a.code, a.message, a.log_id,
                (SELECT reason FROM lookups l WHERE l.job = j.id ORDER BY l.id DESC LIMIT 1),
                r.rows,
                (SELECT remote FROM lookups l WHERE l.job = j.id
                  AND l.outcome = 'cleared_anyway' AND NOT j.absent ORDER BY l.id DESC LIMIT 1)
           FROM records r LEFT JOIN jobs j ON j.id = r.job
           LEFT JOIN attempts a
             ON a.id = CASE WHEN r.fate IS NULL THEN j.last_attempt ELSE r.attempt END
          WHERE r.run = ?1 AND r.record > ?2 ORDER BY r.record LIMIT ?3"
    ))?;
    let mut found = select.query((run.0, last, PAGE))?;
    let mut page = Vec::new();
    while let Some(row) = found.next()? {
        page.push(record_row(row, inputs)?);
    }
    Ok(page)
}

fn record_row(row: &rusqlite::Row<'_>, inputs: &[InputRow]) -> JournalResult<RecordRow> {
    let at = STANDING_COLUMNS;
    let standing = rows::standing(row, 0)?;
    let admitted = rows::admitted_at(row, at + 6)?;
    let owned: bool = row.get(at + 9)?;
    let frozen = row.get::<_, Option<String>>(at + 8)?;
    let tried = admitted.is_sent() && (owned || frozen.is_some());
    let fate = match frozen {
        Some(word) => Fate::of(&word).ok_or(JournalError::Shape("a fate that is not known"))?,
        None => fate(admitted, standing.as_ref(), owned, row.get(at + 7)?),
    };
    let input = usize::try_from(row.get::<_, i64>(at + 1)?)
        .map_err(|_| JournalError::Shape("a file's place out of range"))?;
    let there = matches!(fate, Fate::Created | Fate::Existing | Fate::Unchanged | Fate::Changed);
    let of_attempt: Option<String> = if tried { row.get(at + 14)? } else { None };
    let of_look: Option<String> = row.get(at + 16)?;
    let of_job: Option<String> = row.get(5)?;
    let reason = match fate {
        Fate::Refused => of_attempt.or(of_job),
        Fate::Unknown => of_attempt.or(of_look),
        Fate::Conflict | Fate::Blocked if owned => of_job,
        Fate::Created
        | Fate::Existing
        | Fate::Unchanged
        | Fate::Changed
        | Fate::Invalid
        | Fate::Conflict
        | Fate::Blocked
        | Fate::NotSent => None,
    };
    let remote_id: Option<String> = if there { row.get(3)? } else { None };
    let beside: Option<String> = if fate == Fate::Created { row.get(at + 18)? } else { None };
    let code: Option<i64> = if tried { row.get(at + 13)? } else { None };
    let finished = !matches!(fate, Fate::NotSent | Fate::Unknown | Fate::Invalid | Fate::Blocked);
    Ok(RecordRow {
        record: rows::small_at(row, at)?,
        file: inputs
            .get(input)
            .map(|input| Arc::clone(&input.file))
            .ok_or(JournalError::Shape("a record of a file that the run does not have"))?,
        sheet: row.get(at + 2)?,
        row: rows::small_at(row, at + 3)?,
        rows: rows::small_at(row, at + 17)?,
        kind: rows::kind_at(row, at + 4)?,
        key: row.get(at + 5)?,
        admitted,
        fate,
        beside: beside.filter(|other| remote_id.as_ref() != Some(other)),
        remote_id,
        client_token: if tried { row.get(at + 12)? } else { None },
        attempts: if tried { row.get::<_, Option<u32>>(at + 10)?.unwrap_or(0) } else { 0 },
        code: if matches!(fate, Fate::Refused | Fate::Unknown) { code } else { None },
        reason: reason.as_deref().map(Reason::of_kept),
        log_id: if tried { row.get(at + 15)? } else { None },
        finished_at: if finished { rows::moment_at(row, at + 11)? } else { None },
    })
}

fn problem_page(
    connection: &Connection,
    run: RunId,
    last: i64,
    causes: &mut CausesRead,
) -> JournalResult<(Vec<ProblemRow>, i64)> {
    let mut select = connection.prepare_cached(
        "SELECT n, record, cause, row, column, value, args FROM problems
          WHERE run = ?1 AND n > ?2 ORDER BY n LIMIT ?3",
    )?;
    let mut found = select.query((run.0, last, PAGE))?;
    let mut page = Vec::new();
    let mut last = last;
    while let Some(row) = found.next()? {
        last = row.get(0)?;
        let problem = causes.problem(connection, run, row, 2)?;
        page.push(ProblemRow { record: row.get(1)?, problem });
    }
    Ok((page, last))
}

fn pace(
    connection: &Connection,
    run: RunId,
    from: Timestamp,
    until: Timestamp,
) -> JournalResult<Vec<PaceRow>> {
    let mut select = connection.prepare(
        "SELECT endpoint, at, throttled FROM (
             SELECT endpoint, started_at AS at, outcome IS 'throttled' AS throttled FROM attempts
              WHERE run = ?1 OR started_at BETWEEN ?2 AND ?3
             UNION ALL SELECT endpoint, at, 0 FROM calls WHERE at BETWEEN ?2 AND ?3)
          ORDER BY endpoint, at",
    )?;
    let mut found = select.query((run.0, from.as_millisecond(), until.as_millisecond()))?;
    let mut all: Vec<PaceRow> = Vec::new();
    let mut second = VecDeque::new();
    let mut minute = VecDeque::new();
    while let Some(row) = found.next()? {
        let endpoint: String = row.get(0)?;
        if all.last().is_none_or(|last| last.endpoint != endpoint) {
            second.clear();
            minute.clear();
            all.push(PaceRow {
                endpoint,
                requests: 0,
                per_second_max: 0,
                per_minute_max: 0,
                throttled: 0,
            });
        }
        let at: i64 = row.get(1)?;
        let Some(pace) = all.last_mut() else { continue };
        pace.requests += 1;
        pace.throttled += u64::from(row.get::<_, bool>(2)?);
        pace.per_second_max = pace.per_second_max.max(within(&mut second, at, 1_000));
        pace.per_minute_max = pace.per_minute_max.max(within(&mut minute, at, 60_000));
    }
    Ok(all)
}

/// How many moments, this one included, lie less than `span` ms back.
fn within(window: &mut VecDeque<i64>, at: i64, span: i64) -> u64 {
    window.push_back(at);
    while window.front().is_some_and(|first| at - first >= span) {
        window.pop_front();
    }
    window.len() as u64
}
