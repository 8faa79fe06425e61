//! The report folder of a run: `results.csv`, `results.xlsx`, `report.json`, the fix files, and what is to be
//! made in the tenant first.
//!
//! Must not know: how inputs are read, what the terminal is told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

pub(crate) use super::about::About;
use super::csv::ResultsCsv;
use super::json::{EndState, InputLine, KindLine, PaceLine, ProblemLine, RunLine, write_report};
use super::marked::{Mark, RowSource, mark_at};
use super::missing;
use super::outcome::{Outcome, Outcomes, fix_skipped, told_code};
use super::workbook::ResultsBook;
use super::{Balance, Groups, disk, fate, fix};
use crate::journal::{Journal, RunRow};
use crate::plan::reference::RecordRef;
use crate::problem::{Code, Complaint, Lang, Place};

/// The files that every report has; its fix files keep clear of what is there.
pub(crate) const NAMES: [&str; 4] = ["results.csv", "results.xlsx", "report.json", missing::NAME];

/// Opens an input again for its fix file. A complaint (it is gone, it was changed) costs only that
/// file.
pub(crate) type OpenInput<'a> = dyn FnMut(&str) -> Result<Box<dyn RowSource + 'a>, Complaint> + 'a;

/// What was written, and what the terminal's summary needs.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// How the run ended.
    pub state: EndState,
    /// Both sides of the sum.
    pub ledger: Balance,
    /// Problems by cause.
    pub groups: Groups,
    /// The fix files.
    pub fix_files: Vec<PathBuf>,
    /// What could not be had: fix files whose input is gone; sums that do not close.
    pub notes: Vec<Complaint>,
}

/// Write the report of a run into `folder`, which is made. Files of an earlier report of the same
/// run are replaced one by one, each at once; an earlier fix file is kept beside as `.old.xlsx`.
pub(crate) fn write(
    folder: &Path,
    journal: &Journal,
    about: &About,
    open_input: &mut OpenInput<'_>,
) -> Result<Written, Complaint> {
    disk::make_folder(folder)?;
    let run = journal.run(about.run)?;
    let state = about.state.unwrap_or_else(|| EndState::of(run.state));
    let mut walk = Walk::new(&run);
    let mut csv = ResultsCsv::create(&folder.join(NAMES[0]))?;
    let mut book = ResultsBook::create(&folder.join(NAMES[1]), about.lang)?;
    for outcome in Outcomes::of(journal, about)? {
        let outcome = outcome?;
        let line = outcome.line(about.lang);
        csv.push(&line)?;
        book.push(&line)?;
        walk.see(&outcome, about.lang);
    }
    csv.commit()?;
    book.commit()?;
    walk.close();
    for problem in journal.problems(about.run) {
        walk.groups.add(&problem?.problem);
    }
    write_json(&folder.join(NAMES[2]), journal, about, &run, state, &walk.ledger)?;
    if !about.missing.is_empty() {
        about.missing.write(&folder.join(NAMES[3]), about.lang)?;
    }
    let mut notes = walk.ledger.differences(about.lang);
    if let Some(at) = journal.purged_at(about.run)? {
        let words = [about.run.to_string(), at.strftime("%F").to_string()];
        notes.insert(0, Complaint::with(Code::RunPurged, words));
    }
    let mut fix_files = Vec::new();
    let mut taken = BTreeSet::new();
    for (file, records) in &walk.work {
        let mut marks = marks(journal, about, file, *records)?;
        let written = open_input(file)
            .and_then(|mut source| fix::write(folder, file, &mut taken, &mut *source, &mut marks));
        match written {
            Ok(path) => fix_files.extend(path),
            Err(why) => notes.push(fix_skipped(file, &why, about.lang)),
        }
    }
    Ok(Written { state, ledger: walk.ledger, groups: walk.groups, fix_files, notes })
}

/// What is counted while the records go by.
struct Walk {
    ledger: Balance,
    groups: Groups,
    /// Files with rows that need work: the first and last record of these.
    work: BTreeMap<String, (u32, u32)>,
    /// The row that is going by: file, sheet, row, whether any of its records could be sent.
    at: Option<At>,
}

/// A row that is going by.
struct At {
    file: String,
    sheet: Option<String>,
    row: u32,
    /// The physical rows that its record is made of.
    rows: u64,
    /// One of its records could be sent.
    sound: bool,
}

impl Walk {
    fn new(run: &RunRow) -> Self {
        let ledger = Balance {
            rows: run.inputs.iter().map(|input| input.rows).sum(),
            blank: run.inputs.iter().map(|input| input.blank).sum(),
            skipped: run.inputs.iter().map(|input| input.skipped).sum(),
            records: run.records,
            ..Balance::default()
        };
        Self { ledger, groups: Groups::new(), work: BTreeMap::new(), at: None }
    }

    fn see(&mut self, outcome: &Outcome, lang: Lang) {
        let row = &outcome.row;
        self.ledger.add(row.fate);
        self.groups.note_table(&row.file, row.sheet.as_deref());
        let sound = row.admitted != crate::journal::Admitted::Invalid;
        match &mut self.at {
            Some(at) if at.file == *row.file && at.sheet == row.sheet && at.row == row.row => {
                at.sound |= sound;
                at.rows = at.rows.max(u64::from(row.rows));
            }
            Some(_) | None => {
                self.close();
                self.at = Some(At {
                    file: row.file.to_string(),
                    sheet: row.sheet.clone(),
                    row: row.row,
                    rows: u64::from(row.rows),
                    sound,
                });
            }
        }
        if fate::needs_work(row.fate) {
            let records = self.work.entry(row.file.to_string()).or_insert((row.record, 0));
            records.1 = row.record;
        }
        if let Some(reason) = &outcome.reason {
            self.groups.add(reason);
        }
        if let Some((code, message)) = outcome.told(lang) {
            let code = told_code(code, row.fate);
            self.groups.add_told(&code, &message, &row.file, row.sheet.as_deref(), row.row);
        }
    }

    /// The row that was going by has gone.
    fn close(&mut self) {
        match self.at.take() {
            Some(at) if at.sound => self.ledger.made += at.rows,
            Some(at) => self.ledger.rejected += at.rows,
            None => {}
        }
    }
}

/// What is said beside the rows of one file that need work.
fn marks<'j>(
    journal: &'j Journal,
    about: &'j About,
    file: &'j str,
    (first, last): (u32, u32),
) -> Result<impl Iterator<Item = Result<Mark, Complaint>> + 'j, Complaint> {
    let outcomes = Outcomes::of(journal, about)?;
    Ok(outcomes
        .skip_while(move |outcome| outcome.as_ref().is_ok_and(|o| o.row.record < first))
        .take_while(move |outcome| outcome.as_ref().map_or(true, |o| o.row.record <= last))
        .flat_map(move |outcome| match outcome {
            Ok(outcome) if *outcome.row.file != *file || !fate::needs_work(outcome.row.fate) => {
                Vec::new()
            }
            Ok(outcome) => marks_of(&outcome, about),
            Err(complaint) => vec![Err(complaint)],
        }))
}

/// What is said beside one row: its problems, and what the API said.
fn marks_of(outcome: &Outcome, about: &About) -> Vec<Result<Mark, Complaint>> {
    let row = &outcome.row;
    let reference = about.uuid.map(|run| RecordRef { run, record: row.record }.to_string());
    let own = Mark {
        file: row.file.to_string(),
        sheet: row.sheet.clone(),
        row: row.row,
        tie: reference,
        ..Mark::default()
    };
    let at = Place {
        file: Some(row.file.clone()),
        sheet: row.sheet.clone().map(Into::into),
        row: Some(row.row),
        column: None,
    };
    let mut marks = Vec::new();
    for problem in outcome.problems.iter().chain(&outcome.reason) {
        let said = mark_at(problem, &at, about.lang);
        marks.push(Mark {
            message: said.message,
            hint: said.hint,
            column: said.column,
            warning: said.warning,
            ..own.clone()
        });
    }
    if let Some((code, message)) = outcome.told(about.lang) {
        let code = told_code(code, row.fate);
        let word = fate::word(row.fate, about.lang);
        marks.push(Mark { message: format!("{word} ({code}): {message}"), ..own.clone() });
        // The same line again, so that it stands once and each cell is marked.
        let columns = outcome.blamed.iter().filter_map(|blamed| blamed.column);
        marks.extend(columns.map(|column| Mark { column: Some(column), ..own.clone() }));
    }
    if marks.is_empty() {
        marks.push(Mark { message: fate::word(row.fate, about.lang).to_owned(), ..own });
    }
    marks.into_iter().map(Ok).collect()
}

fn write_json(
    path: &Path,
    journal: &Journal,
    about: &About,
    run: &RunRow,
    state: EndState,
    ledger: &Balance,
) -> Result<(), Complaint> {
    let head = RunLine {
        run: about.run.0,
        state,
        tenant: about.tenant.clone(),
        started_at: run.started_at,
        finished_at: run.finished_at,
        operator: run.operator.clone(),
        muster_version: run.muster_version.clone(),
        inputs: run
            .inputs
            .iter()
            .map(|input| InputLine {
                file: input.file.to_string(),
                sha256: input.sha256.clone(),
                rows: input.rows,
            })
            .collect(),
        mapping_sha256: run.mapping_sha256.clone(),
        kinds: KindLine::all(&journal.totals(about.run)?, about.lang),
        purged_at: journal.purged_at(about.run)?,
    };
    let mut pace = PaceLine::default();
    for endpoint in journal.pace(about.run)? {
        pace.requests += endpoint.requests;
        pace.per_second_max = pace.per_second_max.max(endpoint.per_second_max);
        pace.per_minute_max = pace.per_minute_max.max(endpoint.per_minute_max);
        pace.throttled += endpoint.throttled;
    }
    let decisions: Vec<Value> = journal
        .decisions(about.run)?
        .into_iter()
        .map(|decision| {
            json!({
                "record": decision.record,
                "at": decision.at,
                "operator": decision.operator,
                "created": decision.created,
                "note": decision.note,
            })
        })
        .collect();
    let known = journal
        .problems(about.run)
        .filter(|problem| !problem.as_ref().is_ok_and(|row| row.problem.is_of_column()))
        .map(|problem| problem.map(|row| ProblemLine::of(&row.problem, about.lang)));
    let told = Outcomes::of(journal, about)?.flat_map(|outcome| match outcome {
        Ok(outcome) => outcome.told_lines(about.lang).into_iter().map(Ok).collect(),
        Err(complaint) => vec![Err(complaint)],
    });
    write_report(path, &head, ledger, &pace, &decisions, &mut known.chain(told))
}

#[cfg(test)]
mod tests;
