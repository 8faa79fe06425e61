//! Rows and columns that are not read: those that are no records, and those that are hidden.
//!
//! Must not know: what becomes of the others.

use crate::bind::Binding;
use crate::bind::apart::{RowClassifier, Why};
use crate::header::Header;
use crate::problem::{Code, Complaint, Place, Problem, both};
use crate::sheet::address::column_name;
use crate::sheet::{Outline, RawRow, Spans};

/// Ranges that are named; beyond, the list is cut.
const RANGES: usize = 20;

/// Tells which rows of a sheet are read.
#[derive(Clone, Debug, Default)]
pub(crate) struct RowFilter {
    apart: Option<RowClassifier>,
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
pub(crate) enum Passed {
    /// It is hidden: told once for the sheet. It may be no record either.
    Hidden(Option<Why>),
    /// It is no record.
    Apart(Why),
}

impl RowFilter {
    /// For the rows below a header, `above` being those before its last.
    pub(crate) fn new(
        header: &Header,
        above: &[RawRow],
        bindings: &[Binding],
        outline: &Outline,
        hidden: Spans,
    ) -> Self {
        Self {
            apart: Some(RowClassifier::new(header, above, bindings)),
            hidden,
            wide: wide(outline, header),
            filtered: outline.filtered,
            met: Spans::default(),
            records: false,
        }
    }

    /// For the rows of a child sheet, which name their parents in this column.
    pub(crate) fn of_child(
        header: &Header,
        above: &[RawRow],
        key: usize,
        outline: &Outline,
        hidden: Spans,
    ) -> Self {
        let mut aside = Self::new(header, above, &[], outline, hidden);
        aside.apart = aside.apart.map(|apart| apart.needs(key));
        aside
    }

    /// For rows that were told apart before: these are left out, and no others.
    pub(crate) fn of(hidden: Spans) -> Self {
        Self { hidden, ..Self::default() }
    }

    /// Why a row, which is not blank, is not read.
    pub(super) fn passes(&mut self, row: &RawRow) -> Option<Passed> {
        if self.hidden.contains(row.number()) {
            self.met.add(row.number()..=row.number());
            return Some(Passed::Hidden(self.why(row)));
        }
        let why = self.why(row).or_else(|| self.is_section(row));
        self.records |= why.is_none();
        why.map(Passed::Apart)
    }

    fn why(&self, row: &RawRow) -> Option<Why> {
        self.apart.as_ref().and_then(|apart| apart.of(row, self.records))
    }

    /// The header's last row.
    pub(super) fn header_row(&self) -> u32 {
        self.apart.as_ref().map_or(0, RowClassifier::header_row)
    }

    /// One text in a cell that is merged over most columns.
    fn is_section(&self, row: &RawRow) -> Option<Why> {
        let is_one = self.wide.contains(row.number())
            && row.cells().filter(|cell| !cell.is_blank()).count() == 1;
        is_one.then_some(Why::Section)
    }

    /// The hidden rows that were met.
    pub(crate) fn hidden_rows(&self, place: &Place) -> Option<Problem> {
        if self.met.is_empty() {
            return None;
        }
        let why = if self.filtered {
            both("可能是筛选所致", "perhaps by a filter")
        } else {
            both("没有筛选，是手工隐藏的", "by hand, there is no filter")
        };
        let rows = ranges(&self.met, |row| row.to_string());
        Some(Problem::at(place.clone(), Complaint::with(Code::RowsHidden, [rows.into(), why])))
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

/// Columns that are hidden and would bind, or be reported.
pub(crate) fn hidden_columns(columns: &[(usize, String)], place: &Place) -> Option<Problem> {
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
