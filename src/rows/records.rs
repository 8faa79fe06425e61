//! The rows of a sheet → the rows of one record after the other: those of the next record begin where
//! one is of somebody else, and what is to be said of the rows between comes in their order.
//!
//! Must not know: fields, what becomes of a record.

use std::collections::VecDeque;

use super::aside::Passed;
use super::belonging::Belonging;
use super::lines::{Counts, Line, Lines, Plan};
use super::ragged::Ragged;
use super::spanned::{Spanned, headless, spanned};
use crate::bind::apart::Why;
use crate::lexicon::rows;
use crate::problem::{Code, Complaint, Place, Problem, both};
use crate::sheet::{RawRow, Spans, Stream};

/// Rows that are no records and may stand between the rows of one.
const BETWEEN: usize = 64;

/// The rows of one record, in buffers that are used again.
#[derive(Debug, Default)]
pub(crate) struct RecordRow {
    buffers: Vec<RawRow>,
    held: usize,
    /// What is wrong with the shape of the rows: errors.
    pub(crate) misshapen: Vec<Problem>,
}

impl RecordRow {
    /// The rows, the record's own first.
    pub(crate) fn rows(&self) -> &[RawRow] {
        &self.buffers[..self.held]
    }

    /// Its first row is hidden, and was not read.
    pub(crate) fn is_of_hidden(&self) -> bool {
        self.misshapen.iter().any(|problem| problem.code() == Code::RowOfHidden)
    }

    fn clear(&mut self) {
        self.held = 0;
        self.misshapen.clear();
    }

    /// Take a row over, and leave another in its place.
    fn hold(&mut self, row: &mut RawRow) {
        if self.held == self.buffers.len() {
            self.buffers.push(RawRow::new());
        }
        if let Some(buffer) = self.buffers.get_mut(self.held) {
            std::mem::swap(buffer, row);
        }
        self.held += 1;
    }
}

/// What comes next in a sheet.
#[derive(Debug)]
pub(crate) enum Step {
    /// A record, which was put into the buffer.
    Record,
    /// Something is to be said.
    Told(Problem),
    /// Nothing.
    End,
}

/// What waits to be handed out.
enum Waiting {
    Record,
    Told(Problem),
}

/// A pass over the records of one sheet.
pub(crate) struct Records<'t, S> {
    lines: Lines<'t, S>,
    place: &'t Place,
    belonging: &'t Belonging,
    /// Columns up to the last header.
    width: usize,
    /// Columns between the others whose header is empty and that were empty so far.
    headless: Vec<usize>,
    /// Columns below a header that is merged over them, and read in its first column alone.
    spanned: Vec<Spanned>,
    /// Columns of entries in which no row with anything of its own has had anything so far.
    unused: Vec<usize>,
    /// For CSV, whose rows have ends of their own.
    ragged: Option<Ragged>,
    /// The record that is being read.
    held: RecordRow,
    /// A record that is whole.
    whole: RecordRow,
    /// The hidden record whose rows would come.
    hidden: Option<RawRow>,
    /// What is to be said of rows below the held ones that are no records.
    between: Vec<Problem>,
    /// Such rows with a row of the same record below.
    within: Spans,
    waiting: VecDeque<Waiting>,
    ended: bool,
}

impl<'t, S: Stream<Error = Problem>> Records<'t, S> {
    /// A pass over the sheet at `place` (file and sheet) with these headers, from its beginning.
    pub(crate) fn new(stream: S, plan: Plan<'t>, place: &'t Place, texts: &[String]) -> Self {
        let (width, headless) = headless(&plan, texts);
        Self {
            spanned: spanned(&plan, texts, &headless),
            unused: plan.belonging.entries().to_vec(),
            place,
            width,
            headless,
            ragged: place.sheet.is_none().then(|| Ragged::new(texts)),
            held: RecordRow::default(),
            whole: RecordRow::default(),
            hidden: None,
            between: Vec::new(),
            within: Spans::default(),
            waiting: VecDeque::new(),
            ended: false,
            belonging: plan.belonging,
            lines: Lines::new(stream, plan),
        }
    }

    /// What comes next; the rows of a record go into the buffer.
    ///
    /// # Errors
    /// What follows cannot be read, or not by this header.
    pub(crate) fn next(&mut self, record: &mut RecordRow) -> Result<Step, Problem> {
        loop {
            match self.waiting.pop_front() {
                Some(Waiting::Told(problem)) => return Ok(Step::Told(problem)),
                Some(Waiting::Record) => {
                    std::mem::swap(record, &mut self.whole);
                    return Ok(Step::Record);
                }
                None if self.ended => return Ok(Step::End),
                None => {}
            }
            if let Some(line) = self.lines.next()? {
                self.take_in(&line)?;
            } else {
                self.flush();
                self.ended = true;
            }
        }
    }

    /// The rows that went by so far.
    pub(crate) const fn counts(&self) -> Counts {
        self.lines.counts()
    }

    /// Rows that are no records, with a row of the same record below.
    pub(crate) const fn within(&self) -> &Spans {
        &self.within
    }

    /// The hidden rows that were met.
    pub(crate) fn hidden_rows(&self) -> Option<Problem> {
        self.lines.aside().hidden_rows(self.place)
    }

    /// Rows with fewer fields than the header, told once at the sheet's end.
    pub(crate) fn short_rows(&self) -> Option<Problem> {
        let (row, complaint) = self.ragged.as_ref().and_then(Ragged::end)?;
        Some(Problem::at(Place { row: Some(row), ..self.place.clone() }, complaint))
    }

    fn take_in(&mut self, line: &Line) -> Result<(), Problem> {
        if self.lines.is_after_gap() || matches!(line, Line::Blank) {
            self.flush();
            self.hidden = None;
        }
        match line {
            Line::Blank => {}
            Line::Example => self.flush(),
            Line::Passed(passed) => return self.pass_over(passed),
            Line::Shares(first) => {
                let complaint = Complaint::with(Code::RowIsMerged, [first.to_string()]);
                self.tell_below(self.of_row(complaint));
            }
            Line::Read => self.read(),
        }
        Ok(())
    }

    /// A row of a record.
    fn read(&mut self) {
        let belongs = self.belongs();
        if belongs {
            self.goes_on();
        } else {
            self.flush();
            self.begins();
        }
        self.see_width();
        let mut told = Vec::new();
        if !belongs {
            self.lines.fill(&mut told);
        }
        for (at, from) in told {
            let complaint = Complaint::with(Code::MergedCell, [from.to_string()]);
            let place = Place { row: Some(at.row), column: Some(at.column), ..self.place.clone() };
            self.waiting.push_back(Waiting::Told(Problem::at(place, complaint)));
        }
        self.see_columns();
        self.held.hold(self.lines.row_mut());
        // Where no row can belong to another there is nothing to wait for.
        if !self.belonging.is_possible() {
            self.flush();
        }
    }

    /// Whether the row belongs to the record that is held.
    fn belongs(&self) -> bool {
        let first = self.held.rows().first();
        first.is_some_and(|first| self.belonging.belongs(self.lines.row(), first))
    }

    /// A row that is not read. A hidden row that is not of the record that is held ends it; after a
    /// row that is no record it may go on.
    fn pass_over(&mut self, passed: &Passed) -> Result<(), Problem> {
        match passed {
            Passed::Hidden(Some(_)) => {}
            Passed::Hidden(None) if self.belongs() => {}
            Passed::Hidden(None) => {
                self.hidden.get_or_insert_default().copy_from(self.lines.row());
                self.flush();
            }
            Passed::Apart(why) => {
                let told = self.lines.aside().told(*why, self.lines.row(), self.place);
                if matches!(why, Why::Moved | Why::Aside) {
                    return Err(told);
                }
                // It is not written again among the rows of the one above.
                if self.belongs() {
                    let row = self.lines.row().number();
                    self.within.add(row..=row);
                }
                self.tell_below(told);
            }
        }
        Ok(())
    }

    /// A row that is no record stands below those that are held: it is told after them, unless none
    /// are held, or too many such rows have come.
    fn tell_below(&mut self, problem: Problem) {
        if self.held.rows().is_empty() || self.between.len() >= BETWEEN {
            self.flush();
            self.waiting.push_back(Waiting::Told(problem));
        } else {
            self.between.push(problem);
        }
    }

    /// The row goes on with the record that is held. Over a header that is repeated it does so beyond
    /// doubt; over anything else nobody can tell.
    fn goes_on(&mut self) {
        let row_of = |problem: &Problem| problem.place.row.unwrap_or(0);
        for between in self.between.iter().map(row_of) {
            self.within.add(between..=between);
        }
        let sure = [Code::RowRepeatsHeader, Code::RowIsMerged];
        let unclear = self.between.iter().find(|between| !sure.contains(&between.code()));
        if let (Some(between), Some(first)) = (unclear.map(row_of), self.held.rows().first()) {
            let args = [first.number().to_string(), between.to_string()];
            let problem = self.of_row(Complaint::with(Code::RowBelongsUnclear, args));
            self.held.misshapen.push(problem);
        }
        if let Some(first) = self.held.rows().first().filter(|first| self.is_unclear(first)) {
            let args = [first.number().to_string()];
            let problem = self.of_row(Complaint::with(Code::RowEntryUnclear, args));
            self.held.misshapen.push(problem);
        }
    }

    /// Whether a row that goes on with another may be no entry: its only cell is in brackets, or stands
    /// where neither that row nor one that begins another record has anything.
    fn is_unclear(&self, first: &RawRow) -> bool {
        let row = self.lines.row();
        let mut filled = (0..row.width()).filter(|column| !row.cell(*column).is_blank());
        let (Some(column), None) = (filled.next(), filled.next()) else { return false };
        rows::is_in_brackets(row.cell(column))
            || first.cell(column).is_blank() && self.unused.contains(&column)
    }

    /// The row is not of the record above: it is of a hidden one, or the first of its own.
    fn begins(&mut self) {
        let row = self.lines.row();
        if !self.unused.is_empty() && self.belonging.has_own(row) {
            self.unused.retain(|column| row.cell(*column).is_blank());
        }
        let Some(hidden) = self.hidden.take() else { return };
        if self.belonging.belongs(self.lines.row(), &hidden) {
            let first = hidden.number().to_string();
            let problem = self.of_row(Complaint::with(Code::RowOfHidden, [first]));
            self.held.misshapen.push(problem);
        }
    }

    /// A row that ends what the row above began, and one whose quotes hold other rows.
    fn see_width(&mut self) {
        let row = self.lines.row();
        if let Some(complaint) = self.ragged.as_mut().and_then(|ragged| ragged.see(row)) {
            let problem = self.of_row(complaint);
            self.held.misshapen.push(problem);
        }
        if let Some(within) = self.lines.row().rows_within() {
            let complaint = Complaint::with(Code::RowsWithinCell, [within.lines.to_string()]);
            let mut problem = self.of_row(complaint);
            problem.place.column = u32::try_from(within.column).ok();
            self.held.misshapen.push(problem);
        }
    }

    /// The first content of each column without a header, once a column; and content beyond the last
    /// header: columns have shifted, or a header is missing.
    fn see_columns(&mut self) {
        let row = self.lines.row();
        let at = |column: usize| Place {
            row: Some(row.number()),
            column: u32::try_from(column).ok(),
            ..self.place.clone()
        };
        let spanned = self.spanned.iter().find(|spanned| !row.cell(spanned.column).is_blank());
        if let Some(spanned) = spanned {
            let args = [spanned.header.clone(), spanned.from.to_string()];
            let complaint = Complaint::with(Code::HeaderSpans, args);
            self.held.misshapen.push(Problem::at(at(spanned.column), complaint));
            return;
        }
        let headless = self.headless.iter().position(|column| !row.cell(*column).is_blank());
        if let Some(place) = headless.map(|place| self.headless.swap_remove(place)).map(at) {
            let told = Problem::at(place, Complaint::new(Code::CellWithoutHeader));
            self.waiting.push_back(Waiting::Told(told));
        }
        let beyond = (self.width..row.width()).find(|column| !row.cell(*column).is_blank());
        if let Some(place) = beyond.map(at) {
            let complaint = beyond_header(self.width, self.place.sheet.is_some());
            self.held.misshapen.push(Problem::at(place, complaint));
        }
    }

    /// The record that is held is whole.
    fn flush(&mut self) {
        if self.held.rows().is_empty() {
            return;
        }
        std::mem::swap(&mut self.whole, &mut self.held);
        self.held.clear();
        self.waiting.push_back(Waiting::Record);
        self.waiting.extend(self.between.drain(..).map(Waiting::Told));
    }

    fn of_row(&self, complaint: Complaint) -> Problem {
        let place = Place { row: Some(self.lines.row().number()), ..self.place.clone() };
        Problem::at(place, complaint)
    }
}

/// What may have happened differs: only text has delimiters.
fn beyond_header(width: usize, workbook: bool) -> Complaint {
    let why = if workbook {
        both(
            "请给这一列写上列名；如果是表格旁边的备注，请删去或移到别处",
            "give the column a header; if it is a note beside the table, delete it or move it elsewhere",
        )
    } else {
        both(
            "多半是内容里的分隔符没有加引号，或缺了一个列名",
            "most likely a delimiter inside a text is not quoted, or a header is missing",
        )
    };
    Complaint::with(Code::CellBeyondHeader, [width.to_string().into(), why])
}
