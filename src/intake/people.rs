//! The rows of one sheet → records. Rows that belong together are held until the next record
//! begins.
//!
//! Must not know: files, headers, what becomes of a record.

use std::sync::Arc;

use crate::bind::{Binding, example};
use crate::check::{Checker, Record};
use crate::gather::{Belonging, ChildRow, Gatherer, Joined, Origins};
use crate::plan::tie::Tie;
use crate::problem::{Code, Complaint, Lang, Place, Problem, Severity, both};
use crate::sheet::{Outline, RawRow};
use crate::spec::KindId;

use super::children::Wanted;
use super::drive::Walk;
use super::merged::Merged;
use super::{At, Stop, choose};

/// The header of the column that ties a row of a fix file to its record.
pub(super) const TIE: &str = "muster_row";

/// A sheet that is being read.
pub(super) struct People {
    readers: Vec<Reader>,
    belonging: Belonging,
    /// File and sheet.
    place: Place,
    width: usize,
    /// Columns between the others whose header is empty and that were empty so far.
    headless: Vec<usize>,
    tie: Option<usize>,
    merged: Merged,
    /// The number of the row before.
    last: u32,
    /// The rows of the record that is being read: the first `holding` of these buffers.
    held: Vec<RawRow>,
    holding: usize,
}

/// Reads rows for one kind.
struct Reader {
    gatherer: Gatherer,
    checker: Checker,
    children: Wanted,
}

impl Reader {
    fn new(binding: &Binding, children: Wanted, place: &Place) -> Self {
        let gatherer = Gatherer::new(binding.clone());
        let checker = Checker::new(Arc::clone(gatherer.binding()), place.clone());
        Self { gatherer, checker, children }
    }

    /// The record of these rows, with every problem.
    fn read(
        &mut self,
        rows: &[RawRow],
        place: &Place,
        joined: &[Joined<'_>],
        problems: &mut Vec<Problem>,
    ) -> Option<Record> {
        if let [row] = rows
            && self.gatherer.is_plain()
        {
            return self.checker.check(row, Origins::NONE, problems);
        }
        self.gatherer.gather(rows, place, joined);
        if !self.checker.is_for(self.gatherer.binding()) {
            self.checker = Checker::new(Arc::clone(self.gatherer.binding()), place.clone());
        }
        let (row, origins) = self.gatherer.gathered();
        self.checker.check(row, origins, problems)
    }
}

impl People {
    /// The rows below a header at row `header_row`, whose texts are given by column.
    pub(super) fn new(
        bindings: &[Binding],
        children: Vec<Wanted>,
        place: &Place,
        texts: &[String],
        header_row: u32,
        outline: &Outline,
    ) -> Self {
        Self {
            readers: bindings
                .iter()
                .zip(children)
                .map(|(binding, children)| Reader::new(binding, children, place))
                .collect(),
            belonging: Belonging::of(bindings),
            place: place.clone(),
            width: texts.len(),
            headless: headless(texts),
            tie: texts.iter().position(|text| text.trim() == TIE),
            merged: Merged::new(outline, header_row),
            last: header_row,
            held: Vec::new(),
            holding: 0,
        }
    }

    /// Defaults that their own fields refuse: told once, not with every row.
    pub(super) fn unusable_defaults(&mut self) -> Result<(), Stop> {
        let mut problems = Vec::new();
        let checkers = self.readers.iter_mut().map(|reader| &mut reader.checker);
        for (path, why) in checkers.flat_map(Checker::unusable_defaults) {
            let message = both(&why.message(Lang::Zh), &why.message(Lang::En));
            let hint = both(&why.hint(Lang::Zh), &why.hint(Lang::En));
            let complaint =
                Complaint::with(Code::DefaultUnusable, [path.to_string(), message, hint]);
            problems.push(Problem::at(Place::default(), complaint));
        }
        if problems.is_empty() { Ok(()) } else { Err(Stop::Input(problems)) }
    }

    /// Whether a row belongs to the record that is held.
    fn belongs(&self, row: &RawRow) -> bool {
        let first = self.held.first().filter(|_| self.holding > 0);
        first.is_some_and(|first| self.belonging.belongs(row, first))
    }

    /// Whether a row is the untouched example of one of our templates.
    fn is_own_example(&self, row: &RawRow) -> bool {
        self.readers.iter().any(|reader| example::is_own(reader.gatherer.binding(), row))
    }

    fn hold(&mut self, row: &RawRow) {
        match self.held.get_mut(self.holding) {
            Some(buffer) => buffer.copy_from(row),
            None => self.held.push(row.clone()),
        }
        self.holding += 1;
    }

    /// The first content of each column without a header, once a column.
    fn headless(&mut self, row: &RawRow) -> Option<Problem> {
        let at = self.headless.iter().position(|column| !row.cell(*column).is_blank())?;
        let column = u32::try_from(self.headless.swap_remove(at)).ok();
        let place = Place { row: Some(row.number()), column, ..self.place.clone() };
        Some(Problem::at(place, Complaint::new(Code::CellWithoutHeader)))
    }

    /// Content beyond the last header: columns have shifted, or a header is missing.
    fn beyond_header(&self, row: &RawRow) -> Option<Problem> {
        let column = (self.width..row.width()).find(|column| !row.cell(*column).is_blank())?;
        let column = u32::try_from(column).ok();
        let place = Place { row: Some(row.number()), column, ..self.place.clone() };
        let complaint = Complaint::with(Code::CellBeyondHeader, [self.width.to_string()]);
        Some(Problem::at(place, complaint))
    }
}

impl Walk<'_> {
    /// The next physical row of a sheet.
    pub(super) fn row(&mut self, people: &mut People, row: &RawRow) -> Result<(), Stop> {
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
        let belongs = people.belongs(row);
        if !belongs {
            self.flush(people)?;
        }
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
        people: &mut People,
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
            let place =
                Place { row: Some(at.row), column: Some(at.column), ..people.place.clone() };
            let complaint = Complaint::with(Code::MergedCell, [from.to_string()]);
            self.sink.problem(Problem::at(place, complaint)).map_err(Stop::Sink)?;
        }
        Ok(())
    }

    /// Check the record that is held, and hand it over.
    pub(super) fn flush(&mut self, people: &mut People) -> Result<(), Stop> {
        let holding = std::mem::take(&mut people.holding);
        if holding == 0 {
            return Ok(());
        }
        let held = std::mem::take(&mut people.held);
        let outcome = self.record(people, &held[..holding]);
        people.held = held;
        outcome
    }

    /// The record of these rows, for each kind.
    fn record(&mut self, people: &mut People, rows: &[RawRow]) -> Result<(), Stop> {
        let Some(first) = rows.first() else { return Ok(()) };
        let place = Place { row: Some(first.number()), ..people.place.clone() };
        let beyond: Vec<Problem> =
            rows.iter().filter_map(|row| people.beyond_header(row)).collect();
        for row in rows {
            if let Some(problem) = people.headless(row) {
                self.sink.problem(problem).map_err(Stop::Sink)?;
            }
        }
        let text = |column: usize| choose::text(first.cell(column)).trim().to_owned();
        let repairs = people.tie.and_then(|column| text(column).parse::<Tie>().ok());
        let own = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let mut most = own;
        let mut made = false;
        for reader in &mut people.readers {
            let binding = Arc::clone(reader.gatherer.binding());
            let key = binding.key_column.map(text);
            let mut problems = beyond.clone();
            let taken = self.taken(&reader.children, first, &people.place, &mut problems);
            let joined: Vec<Joined<'_>> = taken.iter().map(|taken| self.joined(taken)).collect();
            let others: usize = joined.iter().map(|joined| joined.rows.len()).sum();
            let count = own.saturating_add(u32::try_from(others).unwrap_or(u32::MAX));
            most = most.max(count);
            let at = At { place: &place, rows: count, key, repairs: repairs.clone() };
            let sound = problems.is_empty();
            let record = reader.read(rows, &people.place, &joined, &mut problems).filter(|_| sound);
            if rows.len() > 1 {
                problems.sort_by_key(|problem| problem.place.row);
            }
            let record =
                record.filter(|record| self.new_person(record, &place, &binding, &mut problems));
            made |= record.is_some();
            self.hand_over(&at, binding.kind.id, record, &problems)?;
        }
        if made {
            self.totals.made += u64::from(most);
        } else {
            self.totals.rejected += u64::from(most);
        }
        Ok(())
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

    fn joined<'t>(&'t self, (sheet, rows): &'t (usize, Vec<ChildRow>)) -> Joined<'t> {
        let (binding, place) = self.child_sheet(*sheet);
        Joined { binding, place, rows }
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
                problem.header = Some(Arc::clone(&column.header));
                problem.place.column = u32::try_from(column.index).ok();
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
