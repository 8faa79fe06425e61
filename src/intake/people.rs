//! The rows of one sheet → records. Rows that belong together are held until the next record
//! begins; the first results are held back until it is known in which columns no value fits.
//!
//! Must not know: headers, what becomes of a record.

use std::path::Path;
use std::sync::Arc;

use crate::bind::{Binding, example};
use crate::check::evidence::{Evidence, Zeros};
use crate::check::unfit::HELD;
use crate::check::{Checker, Record};
use crate::gather::{Belonging, ChildRow, Joined};
use crate::plan::tie::Tie;
use crate::problem::{Code, Complaint, Lang, Place, Problem, Severity, both};
use crate::sheet::{Outline, RawRow};
use crate::source;
use crate::spec::KindId;

use super::aside::Aside;
use super::children::Wanted;
use super::drive::{Walk, input};
use super::merged::Merged;
use super::ragged::Ragged;
use super::reader::{self, Reader};
use super::{At, Stop, choose};

/// The header of the column that ties a row of a fix file to its record.
pub(super) const TIE: &str = "muster_row";

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
    readers: Vec<Reader>,
    belonging: Belonging,
    /// Columns between the others whose header is empty and that were empty so far.
    headless: Vec<usize>,
    tie: Option<usize>,
    merged: Merged,
    /// Which rows are read.
    pub(super) aside: Aside,
    /// For CSV, whose rows have ends of their own.
    ragged: Option<Ragged>,
    /// What is wrong with the shape of the rows that are held.
    misshapen: Vec<Problem>,
    zeros: Zeros,
    /// The columns' own values were asked for what single values leave open.
    is_settled: bool,
    /// The number of the row before.
    last: u32,
    /// The rows of the record that is being read: the first `holding` of these buffers.
    held: Vec<RawRow>,
    holding: usize,
    /// What was found before it was known in which columns no value fits; none from then on.
    backlog: Option<Vec<Finding>>,
    records: usize,
}

/// What was found in a sheet, in the order of its rows.
pub(super) enum Finding {
    Problem(Problem),
    Result { reader: usize, of: Box<Outcome> },
}

/// What became of one record's rows.
pub(super) struct Outcome {
    place: Place,
    rows: u32,
    key: Option<String>,
    repairs: Option<Tie>,
    record: Option<Record>,
    problems: Vec<Problem>,
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
            belonging: Belonging::of(table.bindings),
            headless: headless(table.texts),
            tie: table.texts.iter().position(|text| text.trim() == TIE),
            merged: Merged::new(table.outline, table.header_row),
            aside,
            ragged: table.place.sheet.is_none().then(|| Ragged::new(table.texts)),
            misshapen: Vec::new(),
            zeros: Zeros::new(table.bindings),
            is_settled: false,
            last: table.header_row,
            held: Vec::new(),
            holding: 0,
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
                Complaint::with(Code::DefaultUnusable, [path.to_string(), message, hint]);
            problems.push(Problem::at(Place::default(), complaint));
        }
        if problems.is_empty() { Ok(()) } else { Err(Stop::Input(problems)) }
    }

    /// Whether it is the untouched example row of a template.
    fn is_own_example(&self, row: &RawRow) -> bool {
        row.number() == self.table.header_row + 1
            && self.readers.iter().any(|reader| example::is_own(reader.binding(), row))
    }

    /// Whether a row belongs to the record that is held.
    fn belongs(&self, row: &RawRow) -> bool {
        let first = self.held.first().filter(|_| self.holding > 0);
        first.is_some_and(|first| self.belonging.belongs(row, first))
    }

    fn hold(&mut self, row: &RawRow) {
        match self.held.get_mut(self.holding) {
            Some(buffer) => buffer.copy_from(row),
            None => self.held.push(row.clone()),
        }
        self.holding += 1;
    }

    fn at(&self, row: u32, column: usize) -> Place {
        Place { row: Some(row), column: u32::try_from(column).ok(), ..self.table.place.clone() }
    }

    /// The first content of each column without a header, once a column.
    fn headless(&mut self, row: &RawRow) -> Option<Problem> {
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
    fn beyond_header(&self, row: &RawRow) -> Option<Problem> {
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
        }
        if blank {
            return Ok(());
        }
        if people.is_own_example(row) {
            self.count(0, 0, 1);
            return self.flush(people);
        }
        if let Some(passed) = people.aside.passes(row) {
            return self.pass_over(people, row, &passed);
        }
        people.zeros.feed_row(row);
        let belongs = people.belongs(row);
        if !belongs {
            self.flush(people)?;
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
        outcome
    }

    /// The sheet has come to its end.
    pub(super) fn close(&mut self, people: &mut People<'_>) -> Result<(), Stop> {
        self.flush(people)?;
        self.judge(people)?;
        let mut last: Vec<Problem> = people.readers.iter().flat_map(Reader::hopeless).collect();
        last.extend(people.zeros.problems(people.table.place));
        last.extend(people.short_rows());
        last.into_iter().try_for_each(|problem| self.sink.problem(problem).map_err(Stop::Sink))
    }

    /// The record of these rows, for each kind.
    fn record(&mut self, people: &mut People<'_>, rows: &[RawRow]) -> Result<(), Stop> {
        for row in rows {
            if let Some(problem) = people.headless(row) {
                self.tell(people, Finding::Problem(problem))?;
            }
        }
        let mut misshapen = std::mem::take(&mut people.misshapen);
        misshapen.extend(rows.iter().filter_map(|row| people.beyond_header(row)));
        let (mut most, mut made) = (0, false);
        for reader in 0..people.readers.len() {
            let outcome = self.outcome(people, reader, rows, &misshapen)?;
            most = most.max(outcome.rows);
            made |= outcome.record.is_some();
            self.tell(people, Finding::Result { reader, of: Box::new(outcome) })?;
        }
        people.records += 1;
        if people.records == HELD {
            self.judge(people)?;
        }
        if made {
            self.totals.made += u64::from(most);
        } else {
            self.totals.rejected += u64::from(most);
        }
        Ok(())
    }

    /// What one kind's reader makes of the rows of a record.
    fn outcome(
        &mut self,
        people: &mut People<'_>,
        reader: usize,
        rows: &[RawRow],
        misshapen: &[Problem],
    ) -> Result<Outcome, Stop> {
        let none = RawRow::new();
        let first = rows.first().unwrap_or(&none);
        let mut problems = misshapen.to_vec();
        let wanted = &people.readers[reader].children;
        let taken = self.taken(wanted, first, people.table.place, &mut problems);
        let sound = problems.is_empty();
        let before = problems.len();
        let mut record = self.read(people, reader, rows, &taken, &mut problems);
        if !people.is_settled && problems[before..].iter().any(reader::is_open) {
            self.settle(people)?;
            problems.truncate(before);
            record = self.read(people, reader, rows, &taken, &mut problems);
        }
        if rows.len() > 1 {
            problems.sort_by_key(|problem| problem.place.row);
        }
        let text = |column: usize| choose::text(first.cell(column)).trim().to_owned();
        let repairs = people.tie.and_then(|column| text(column).parse::<Tie>().ok());
        let place = Place { row: Some(first.number()), ..people.table.place.clone() };
        let reader = &mut people.readers[reader];
        let record = record
            .filter(|_| sound)
            .filter(|record| self.new_person(record, &place, reader.binding(), &mut problems));
        reader.note(rows, &problems);
        let others: usize = taken.iter().map(|(_, rows)| rows.len()).sum();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Outcome {
            place,
            rows: count(rows.len()).saturating_add(count(others)),
            key: reader.binding().key_column.map(text),
            repairs,
            record,
            problems,
        })
    }

    fn read(
        &self,
        people: &mut People<'_>,
        reader: usize,
        rows: &[RawRow],
        taken: &[(usize, Vec<ChildRow>)],
        problems: &mut Vec<Problem>,
    ) -> Option<Record> {
        let joined: Vec<Joined<'_>> = taken
            .iter()
            .map(|(sheet, rows)| {
                let (binding, place) = self.child_sheet(*sheet);
                Joined { binding, place, rows }
            })
            .collect();
        people.readers[reader].read(rows, &joined, problems)
    }

    /// The rows of child sheets that belong to the record; a key that can't be used is a problem.
    fn taken(
        &mut self,
        children: &Wanted,
        first: &RawRow,
        place: &Place,
        problems: &mut Vec<Problem>,
    ) -> Vec<(usize, Vec<ChildRow>)> {
        if children.is_empty() {
            return Vec::new();
        }
        let mut all = Vec::new();
        for (sheet, rows) in self.take(children, first) {
            match rows {
                Ok(rows) => all.push((sheet, rows)),
                Err((column, complaint)) => {
                    let column = u32::try_from(column).ok();
                    let place = Place { row: Some(first.number()), column, ..place.clone() };
                    problems.push(Problem::at(place, complaint));
                }
            }
        }
        all
    }

    /// Ask the columns' own values what single values leave open: the sheet is read once more.
    fn settle(&mut self, people: &mut People<'_>) -> Result<(), Stop> {
        people.is_settled = true;
        let Table { path, index, sha256, place, header_row, .. } = *people.table;
        let shown = place.file.clone().unwrap_or_default();
        let mut book = source::open(path, &shown, &self.order.open).map_err(input)?;
        if book.sha256() != sha256 {
            let complaint = Complaint::new(Code::InputChanged);
            return Err(Stop::Changed(Problem::at(Place::file(&shown), complaint)));
        }
        let mut evidence = Evidence::new(people.table.bindings);
        let mut rows = book.rows(index).map_err(input)?;
        let mut row = RawRow::new();
        while rows.next(&mut row).map_err(input)? {
            if row.number() > header_row {
                evidence.feed_row(&row);
            }
        }
        for reader in &mut people.readers {
            reader.settle(&evidence);
        }
        let told = evidence.dates.problems(place);
        told.into_iter().try_for_each(|problem| self.sink.problem(problem).map_err(Stop::Sink))
    }

    /// Hand over what was found, or keep it until the columns are judged.
    pub(super) fn tell(&mut self, people: &mut People<'_>, finding: Finding) -> Result<(), Stop> {
        if let Some(backlog) = &mut people.backlog {
            backlog.push(finding);
            return Ok(());
        }
        match finding {
            Finding::Problem(problem) => self.sink.problem(problem).map_err(Stop::Sink),
            Finding::Result { reader, of } => {
                let Outcome { place, rows, key, repairs, record, mut problems } = *of;
                let reader = &people.readers[reader];
                reader.shorten(&mut problems);
                let at = At { place: &place, rows, key, repairs };
                self.hand_over(&at, reader.binding().kind.id, record, &problems)
            }
        }
    }

    /// Decide in which columns no value fits, and hand over what was held back.
    fn judge(&mut self, people: &mut People<'_>) -> Result<(), Stop> {
        let Some(backlog) = people.backlog.take() else { return Ok(()) };
        people.readers.iter_mut().for_each(Reader::judge);
        backlog.into_iter().try_for_each(|finding| self.tell(people, finding))
    }

    /// Whether the record is nobody that came before; a repeat is told at the cell of its key.
    fn new_person(
        &mut self,
        record: &Record,
        place: &Place,
        binding: &Binding,
        problems: &mut Vec<Problem>,
    ) -> bool {
        let before = problems.len();
        let new = self.repeats.see(record, place, problems);
        for problem in problems.iter_mut().skip(before) {
            let mut columns = binding.columns.iter();
            if let Some(column) =
                columns.find(|column| problem.field.as_ref() == Some(&column.path))
            {
                let made_of = binding.shape.made_of(column.index).first();
                problem.header = Some(Arc::clone(&column.header));
                problem.place.column = u32::try_from(*made_of.unwrap_or(&column.index)).ok();
            }
        }
        new
    }

    pub(super) fn hand_over(
        &mut self,
        at: &At<'_>,
        kind: KindId,
        record: Option<Record>,
        problems: &[Problem],
    ) -> Result<(), Stop> {
        debug_assert!(record.is_some() || problems.iter().any(|p| p.severity() == Severity::Error));
        let counts = self.totals.records.entry(kind).or_default();
        if let Some(record) = record {
            counts.0 += 1;
            self.sink.record(at, record, problems).map_err(Stop::Sink)
        } else {
            counts.1 += 1;
            self.sink.rejected(at, kind, problems).map_err(Stop::Sink)
        }
    }
}

/// Columns before the last header that have none.
fn headless(texts: &[String]) -> Vec<usize> {
    (0..texts.len()).filter(|column| texts[*column].trim().is_empty()).collect()
}
