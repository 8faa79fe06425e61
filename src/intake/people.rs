//! The rows of one sheet → records. Rows that belong together are held until the next record
//! begins; the first results are held back until it is known in which columns no value fits.
//!
//! Must not know: headers, what becomes of a record.

use std::path::Path;

use crate::bind::{Binding, example};
use crate::check::Checker;
use crate::check::evidence::Zeros;
use crate::gather::{Belonging, TIE};
use crate::problem::{Code, Complaint, Lang, Place, Problem, both};
use crate::sheet::{Outline, RawRow, Spans};

use super::Stop;
use super::aside::Aside;
use super::children::Wanted;
use super::drive::Walk;
use super::merged::Merged;
use super::outcome::Finding;
use super::ragged::Ragged;
use super::reader::Reader;

/// Rows that are no records and may stand between the rows of one.
const BETWEEN: usize = 64;

/// Which sheet is read, and how it was bound.
pub(super) struct Table<'t> {
    pub(super) path: &'t Path,
    pub(super) index: usize,
    pub(super) sha256: &'t str,
    /// File and sheet.
    pub(super) place: &'t Place,
    /// The header's texts by column.
    pub(super) texts: &'t [String],
    /// The header's last row.
    pub(super) header_row: u32,
    pub(super) outline: &'t Outline,
    pub(super) bindings: &'t [Binding],
}

/// A sheet that is being read.
pub(super) struct People<'t> {
    pub(super) table: &'t Table<'t>,
    pub(super) readers: Vec<Reader>,
    belonging: Belonging,
    /// Columns between the others whose header is empty and that were empty so far.
    headless: Vec<usize>,
    pub(super) tie: Option<usize>,
    merged: Merged,
    /// Which rows are read.
    pub(super) aside: Aside,
    /// The same before the first row, to read the sheet once more.
    pub(super) untouched: Aside,
    /// For CSV, whose rows have ends of their own.
    ragged: Option<Ragged>,
    /// What is wrong with the shape of the rows that are held.
    pub(super) misshapen: Vec<Problem>,
    zeros: Zeros,
    /// The columns' own values were asked for what single values leave open.
    pub(super) is_settled: bool,
    /// What they said, to be told at the sheet's end.
    pub(super) settled: Vec<Problem>,
    /// The number of the row before.
    last: u32,
    /// The rows of the record that is being read: the first `holding` of these buffers.
    held: Vec<RawRow>,
    holding: usize,
    /// The hidden record whose rows would come.
    hidden: Option<RawRow>,
    /// What is to be said of rows below the held ones that are no records.
    between: Vec<Problem>,
    /// Such rows with a row of the same record below.
    within: Spans,
    /// What was found before it was known in which columns no value fits; none from then on.
    pub(super) backlog: Option<Vec<Finding>>,
    pub(super) records: usize,
}

impl<'t> People<'t> {
    /// The rows below the header. `children` are what each binding wants of child sheets.
    pub(super) fn new(
        table: &'t Table<'t>,
        children: Vec<Wanted>,
        aside: Aside,
        values: bool,
    ) -> Self {
        let readers = table.bindings.iter().zip(children);
        Self {
            readers: readers
                .map(|(binding, children)| Reader::new(binding, children, table.place, values))
                .collect(),
            belonging: Belonging::of(table.bindings, table.texts),
            headless: headless(table.texts),
            tie: table.texts.iter().position(|text| text.trim() == TIE),
            merged: Merged::new(table.outline, table.header_row),
            untouched: aside.clone(),
            aside,
            ragged: table.place.sheet.is_none().then(|| Ragged::new(table.texts)),
            misshapen: Vec::new(),
            zeros: Zeros::new(table.bindings),
            is_settled: false,
            settled: Vec::new(),
            last: table.header_row,
            held: Vec::new(),
            holding: 0,
            hidden: None,
            between: Vec::new(),
            within: Spans::default(),
            backlog: Some(Vec::new()),
            records: 0,
            table,
        }
    }

    /// Defaults that their own fields refuse: told once, not with every row.
    pub(super) fn unusable_defaults(&mut self) -> Result<(), Stop> {
        let mut problems = Vec::new();
        let checkers = self.readers.iter_mut().map(Reader::checker);
        for (path, why) in checkers.flat_map(Checker::unusable_defaults) {
            let message = both(&why.message(Lang::Zh), &why.message(Lang::En));
            let hint = both(&why.hint(Lang::Zh), &why.hint(Lang::En));
            let complaint =
                Complaint::with(Code::DefaultUnusable, [path.to_string().into(), message, hint]);
            problems.push(Problem::at(Place::default(), complaint));
        }
        if problems.is_empty() { Ok(()) } else { Err(Stop::Input(problems)) }
    }

    /// Whether it is the untouched example row of a template.
    pub(super) fn is_own_example(&self, row: &RawRow) -> bool {
        row.number() == self.table.header_row + 1
            && self.readers.iter().any(|reader| example::is_own(reader.binding(), row))
    }

    /// Whether a row belongs to the record that is held.
    pub(super) fn belongs(&self, row: &RawRow) -> bool {
        let first = self.held.first().filter(|_| self.holding > 0);
        first.is_some_and(|first| self.belonging.belongs(row, first))
    }

    /// A row that is no record stands below those that are held: it is told after them. Given back
    /// where none are held, or too many such rows have come.
    pub(super) fn stands_below(&mut self, problem: Problem) -> Result<(), Box<Problem>> {
        if self.holding == 0 || self.between.len() >= BETWEEN {
            return Err(Box::new(problem));
        }
        self.between.push(problem);
        Ok(())
    }

    /// A row that is merged with one above, and has nothing else that is read.
    fn repeats_merged(&self, row: &RawRow) -> Option<Problem> {
        if self.merged.is_empty() {
            return None;
        }
        let first = self.merged.shared(row, self.belonging.bare(row)?)?;
        let place = Place { row: Some(row.number()), ..self.table.place.clone() };
        Some(Problem::at(place, Complaint::with(Code::RowIsMerged, [first.to_string()])))
    }

    /// A row goes on with the record that is held. Over a header that is repeated it does so beyond
    /// doubt; over anything else nobody can tell.
    fn goes_on(&mut self, row: &RawRow) {
        let rows = |problem: &Problem| problem.place.row.unwrap_or(0);
        for between in self.between.iter().map(rows) {
            self.within.add(between..=between);
        }
        let sure = [Code::RowRepeatsHeader, Code::RowIsMerged];
        let unclear = self.between.iter().find(|between| !sure.contains(&between.code()));
        if let (Some(between), Some(first)) = (unclear.map(rows), self.held.first()) {
            let args = [first.number().to_string(), between.to_string()];
            let place = Place { row: Some(row.number()), ..self.table.place.clone() };
            let complaint = Complaint::with(Code::RowBelongsUnclear, args);
            self.misshapen.push(Problem::at(place, complaint));
        }
    }

    /// A hidden row begins a record, which is not read.
    pub(super) fn hide(&mut self, row: &RawRow) {
        self.hidden.get_or_insert_default().copy_from(row);
    }

    /// A row that is not of the record above: of a hidden one, or the first of its own.
    fn begins(&mut self, row: &RawRow) {
        let Some(hidden) = self.hidden.take() else { return };
        if self.belonging.belongs(row, &hidden) {
            let place = Place { row: Some(row.number()), ..self.table.place.clone() };
            let complaint = Complaint::with(Code::RowOfHidden, [hidden.number().to_string()]);
            self.misshapen.push(Problem::at(place, complaint));
        }
    }

    fn hold(&mut self, row: &RawRow) {
        match self.held.get_mut(self.holding) {
            Some(buffer) => buffer.copy_from(row),
            None => self.held.push(row.clone()),
        }
        self.holding += 1;
    }

    pub(super) fn at(&self, row: u32, column: usize) -> Place {
        Place { row: Some(row), column: u32::try_from(column).ok(), ..self.table.place.clone() }
    }

    /// The first content of each column without a header, once a column.
    pub(super) fn headless(&mut self, row: &RawRow) -> Option<Problem> {
        let at = self.headless.iter().position(|column| !row.cell(*column).is_blank())?;
        let column = self.headless.swap_remove(at);
        let complaint = Complaint::new(Code::CellWithoutHeader);
        Some(Problem::at(self.at(row.number(), column), complaint))
    }

    /// A row that ends what the row above began.
    fn see_width(&mut self, row: &RawRow) {
        if let Some(complaint) = self.ragged.as_mut().and_then(|ragged| ragged.see(row)) {
            let place = Place { row: Some(row.number()), ..self.table.place.clone() };
            self.misshapen.push(Problem::at(place, complaint));
        }
    }

    /// Rows with fewer fields than the header, told once at the sheet's end.
    fn short_rows(&self) -> Option<Problem> {
        let (row, complaint) = self.ragged.as_ref().and_then(Ragged::end)?;
        Some(Problem::at(Place { row: Some(row), ..self.table.place.clone() }, complaint))
    }

    /// Content beyond the last header: columns have shifted, or a header is missing.
    pub(super) fn beyond_header(&self, row: &RawRow) -> Option<Problem> {
        let width = self.table.texts.len();
        let column = (width..row.width()).find(|column| !row.cell(*column).is_blank())?;
        let complaint = Complaint::with(Code::CellBeyondHeader, [width.to_string()]);
        Some(Problem::at(self.at(row.number(), column), complaint))
    }
}

impl Walk<'_> {
    /// The next physical row of a sheet.
    pub(super) fn row(&mut self, people: &mut People<'_>, row: &RawRow) -> Result<(), Stop> {
        let gap = u64::from(row.number().saturating_sub(people.last + 1));
        people.last = row.number();
        let blank = row.is_blank();
        self.count(gap + 1, gap + u64::from(blank), 0);
        if blank || gap > 0 {
            self.flush(people)?;
            people.hidden = None;
        }
        if blank {
            return Ok(());
        }
        if people.is_own_example(row) {
            self.count(0, 0, 1);
            return self.flush(people);
        }
        if let Some(passed) = people.aside.passes(row) {
            people.merged.pass(row);
            return self.pass_over(people, row, &passed);
        }
        if let Some(problem) = people.repeats_merged(row) {
            people.merged.pass(row);
            self.count(0, 0, 1);
            return self.tell_below(people, problem);
        }
        people.zeros.feed_row(row);
        let belongs = people.belongs(row);
        if belongs {
            people.goes_on(row);
        } else {
            self.flush(people)?;
            people.begins(row);
        }
        people.see_width(row);
        if people.merged.is_empty() {
            people.hold(row);
        } else {
            self.hold_merged(people, row, belongs)?;
        }
        // Where no row can belong to another there is nothing to wait for.
        if people.belonging.is_possible() { Ok(()) } else { self.flush(people) }
    }

    /// Hold a row, with what cells that are merged over it hold, unless it is part of a record.
    fn hold_merged(
        &mut self,
        people: &mut People<'_>,
        row: &RawRow,
        belongs: bool,
    ) -> Result<(), Stop> {
        let mut merged = std::mem::take(&mut people.merged);
        merged.pass(row);
        let mut told = Vec::new();
        let filled = if belongs { None } else { merged.fill(row, &mut told) };
        people.hold(filled.unwrap_or(row));
        people.merged = merged;
        for (at, from) in told {
            let complaint = Complaint::with(Code::MergedCell, [from.to_string()]);
            let place = people.at(at.row, at.column as usize);
            self.tell(people, Finding::Problem(Problem::at(place, complaint)))?;
        }
        Ok(())
    }

    /// Check the record that is held, and hand it over.
    pub(super) fn flush(&mut self, people: &mut People<'_>) -> Result<(), Stop> {
        let holding = std::mem::take(&mut people.holding);
        if holding == 0 {
            return Ok(());
        }
        let held = std::mem::take(&mut people.held);
        let outcome = self.record(people, &held[..holding]);
        people.held = held;
        outcome?;
        let between = std::mem::take(&mut people.between);
        between.into_iter().try_for_each(|problem| self.tell(people, Finding::Problem(problem)))
    }

    /// The sheet has come to its end.
    pub(super) fn close(&mut self, people: &mut People<'_>) -> Result<(), Stop> {
        self.flush(people)?;
        self.judge(people)?;
        self.sink.within(people.table.place, &people.within).map_err(Stop::Sink)?;
        let mut last = std::mem::take(&mut people.settled);
        last.extend(people.readers.iter().flat_map(Reader::hopeless));
        last.extend(people.zeros.problems(people.table.place));
        last.extend(people.short_rows());
        last.into_iter().try_for_each(|problem| self.sink.problem(problem).map_err(Stop::Sink))
    }
}

/// Columns before the last header that have none.
fn headless(texts: &[String]) -> Vec<usize> {
    (0..texts.len()).filter(|column| texts[*column].trim().is_empty()).collect()
}
