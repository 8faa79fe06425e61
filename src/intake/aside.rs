//! Rows and columns that are not read: those that are no records, and those that are hidden.
//!
//! Must not know: what becomes of the others.

use crate::bind::Binding;
use crate::bind::apart::{Apart, Why};
use crate::header::Header;
use crate::problem::{Code, Complaint, Place, Problem, both};
use crate::sheet::address::column_name;
use crate::sheet::{Outline, RawRow, Spans};

use super::drive::Walk;
use super::outcome::Finding;
use super::people::People;
use super::{Hidden, Stop};

/// Ranges that are named; beyond, the list is cut.
const RANGES: usize = 20;

/// Tells which rows of a sheet are read.
#[derive(Clone, Debug)]
pub(super) struct Aside {
    apart: Apart,
    hidden: Spans,
    /// Rows with a cell that is merged over most columns.
    wide: Spans,
    filtered: bool,
    /// Hidden rows with content, so far.
    met: Spans,
    /// A record came.
    records: bool,
}

/// Why a row is not read.
pub(super) enum Passed {
    /// It is hidden: told once for the sheet. It may be no record either.
    Hidden(Option<Why>),
    /// It is no record.
    Apart(Why),
}

impl Aside {
    /// For the rows below a header, `above` being those before its last.
    pub(super) fn new(
        header: &Header,
        above: &[RawRow],
        bindings: &[Binding],
        outline: &Outline,
        hidden: Hidden,
    ) -> Self {
        Self {
            apart: Apart::new(header, above, bindings),
            hidden: hidden.rows(outline),
            wide: wide(outline, header),
            filtered: outline.filtered,
            met: Spans::default(),
            records: false,
        }
    }

    /// For the rows of a child sheet, which name their parents in this column.
    pub(super) fn of_child(
        header: &Header,
        above: &[RawRow],
        key: usize,
        outline: &Outline,
        hidden: Hidden,
    ) -> Self {
        let mut aside = Self::new(header, above, &[], outline, hidden);
        aside.apart = aside.apart.needs(key);
        aside
    }

    /// Why a row, which is not blank, is not read.
    pub(super) fn passes(&mut self, row: &RawRow) -> Option<Passed> {
        if self.hidden.contains(row.number()) {
            self.met.add(row.number()..=row.number());
            return Some(Passed::Hidden(self.apart.of(row, self.records)));
        }
        let why = self.apart.of(row, self.records).or_else(|| self.is_section(row));
        self.records |= why.is_none();
        why.map(Passed::Apart)
    }

    /// One text in a cell that is merged over most columns.
    fn is_section(&self, row: &RawRow) -> Option<Why> {
        let is_one = self.wide.contains(row.number())
            && row.cells().filter(|cell| !cell.is_blank()).count() == 1;
        is_one.then_some(Why::Section)
    }

    /// The hidden rows that were met.
    pub(super) fn hidden_rows(&self, place: &Place) -> Option<Problem> {
        if self.met.is_empty() {
            return None;
        }
        let why = if self.filtered {
            both("可能是筛选所致", "perhaps by a filter")
        } else {
            both("没有筛选，是手工隐藏的", "by hand, there is no filter")
        };
        let rows = ranges(&self.met, |row| row.to_string());
        Some(Problem::at(place.clone(), Complaint::with(Code::RowsHidden, [rows, why])))
    }
}

/// The rows of which one cell is merged over more than half of the header's columns, and over three
/// at least.
fn wide(outline: &Outline, header: &Header) -> Spans {
    let mut rows = Spans::default();
    let columns = header.row.cells().filter(|cell| !cell.is_blank()).count();
    for merge in outline.merges.iter().filter(|merge| merge.first.row == merge.last.row) {
        let over = (merge.last.column - merge.first.column + 1) as usize;
        if over >= 3 && over * 2 > columns {
            rows.add(merge.first.row..=merge.first.row);
        }
    }
    rows
}

impl Walk<'_> {
    /// A row that is not read. A hidden row that is not of the record that is held ends it; after a
    /// row that is no record it may go on.
    pub(super) fn pass_over(
        &mut self,
        people: &mut People<'_>,
        row: &RawRow,
        passed: &Passed,
    ) -> Result<(), Stop> {
        self.count(0, 0, 1);
        match passed {
            Passed::Hidden(Some(_)) => Ok(()),
            Passed::Hidden(None) if people.belongs(row) => Ok(()),
            Passed::Hidden(None) => {
                people.hide(row);
                self.flush(people)
            }
            Passed::Apart(Why::Moved) => {
                let place = Place { row: Some(row.number()), ..people.table.place.clone() };
                let header = people.aside.apart.header_row().to_string();
                let complaint = Complaint::with(Why::Moved.code(), [header]);
                Err(Stop::Input(vec![Problem::at(place, complaint)]))
            }
            Passed::Apart(why) => {
                let place = Place { row: Some(row.number()), ..people.table.place.clone() };
                self.tell_below(people, Problem::at(place, Complaint::new(why.code())))
            }
        }
    }

    /// Tell of a row that is no record, after the rows that are held.
    pub(super) fn tell_below(
        &mut self,
        people: &mut People<'_>,
        problem: Problem,
    ) -> Result<(), Stop> {
        match people.stands_below(problem) {
            Ok(()) => Ok(()),
            Err(problem) => {
                self.flush(people)?;
                self.tell(people, Finding::Problem(*problem))
            }
        }
    }
}

/// Columns that are hidden and would bind, or be reported.
pub(super) fn hidden_columns(columns: &[(usize, String)], place: &Place) -> Option<Problem> {
    let spans: Spans = columns
        .iter()
        .filter_map(|(column, _)| u32::try_from(*column).ok())
        .map(|column| column..=column)
        .collect();
    if spans.is_empty() {
        return None;
    }
    let names: Vec<&str> = columns.iter().map(|(_, text)| text.as_str()).take(RANGES).collect();
    let args = [ranges(&spans, column_name), names.join(", ")];
    Some(Problem::at(place.clone(), Complaint::with(Code::ColumnsHidden, args)))
}

/// `5-7, 12`
fn ranges(spans: &Spans, name: impl Fn(u32) -> String) -> String {
    let mut shown: Vec<String> = spans
        .iter()
        .take(RANGES)
        .map(|range| match (*range.start(), *range.end()) {
            (first, last) if first == last => name(first),
            (first, last) => format!("{}-{}", name(first), name(last)),
        })
        .collect();
    if spans.iter().len() > RANGES {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}
