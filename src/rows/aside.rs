//! Rows and columns that are not read: those that are no records, and those that are hidden.
//!
//! Must not know: what becomes of the others.

use crate::bind::Binding;
use crate::bind::apart::{RowClassifier, Why};
use crate::header::Header;
use crate::lexicon::aside::Aside;
use crate::lexicon::{headers, rows};
use crate::problem::{Code, Complaint, Place, Problem, both};
use crate::sheet::address::column_name;
use crate::sheet::{Outline, RawRow, Spans};
use crate::spec::Target;

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
    /// The people's own columns.
    own: Vec<usize>,
    /// Columns of entries before these, in which no row with anything of its own has had anything so
    /// far: what stands alone there heads the people below.
    heads: Vec<usize>,
    /// Columns of tables beside the list: they say nothing of their row.
    beside: Vec<usize>,
    /// Columns of running numbers, which bind to nothing: nor does a number there.
    numbers: Vec<usize>,
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
        let columns = || bindings.iter().flat_map(|binding| &binding.columns);
        let is_own = |target: &Target| matches!(target, Target::Field(_) | Target::Custom { .. });
        let own: Vec<usize> = columns()
            .filter(|column| is_own(&column.slot.target))
            .map(|column| column.index)
            .collect();
        let first = own.iter().min().copied().unwrap_or(0);
        let heads = columns().filter(|column| column.index < first).map(|column| column.index);
        let numbers = (0..header.row.width()).filter(|column| {
            let text = headers::text(header.row.cell(*column));
            text.is_some_and(|text| headers::is_running_number(&text))
                && !columns().any(|bound| bound.index == *column)
        });
        Self {
            apart: Some(RowClassifier::new(header, above, bindings)),
            hidden,
            wide: wide(outline, header),
            filtered: outline.filtered,
            heads: heads.collect(),
            beside: header.beside.clone(),
            numbers: numbers.collect(),
            own,
            met: Spans::default(),
            records: false,
        }
    }

    /// Whether nothing stands in a row but what says nothing of it.
    pub(super) fn is_blank(&self, row: &RawRow) -> bool {
        if self.beside.is_empty() && self.numbers.is_empty() {
            return false;
        }
        let says = |column: &usize| !self.beside.contains(column) && !row.cell(*column).is_blank();
        // Nearly every row has something else, and its number need not be looked at.
        let mut others = (0..row.width()).filter(|column| !self.numbers.contains(column));
        !others.any(|column| says(&column))
            && self
                .numbers
                .iter()
                .all(|column| !says(column) || rows::is_running_number(row.cell(*column)))
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
        let alone = self.alone(row);
        let why = match self.why(row) {
            why @ (None | Some(Why::Example)) => {
                alone.and_then(|alone| self.is_aside(row, alone)).or(why)
            }
            why @ Some(_) => why,
        };
        let why = why.or_else(|| alone.and_then(|alone| self.is_section(row, alone)));
        self.records |= why.is_none();
        if why.is_none() && self.own.iter().any(|own| !row.cell(*own).is_blank()) {
            self.heads.retain(|column| row.cell(*column).is_blank());
        }
        why.map(Passed::Apart)
    }

    fn why(&self, row: &RawRow) -> Option<Why> {
        self.apart.as_ref().and_then(|apart| apart.of(row, self.records))
    }

    /// The header's last row.
    pub(super) fn header_row(&self) -> u32 {
        self.apart.as_ref().map_or(0, RowClassifier::header_row)
    }

    /// The column of the only cell that is not blank.
    fn alone(&self, row: &RawRow) -> Option<usize> {
        let mut filled = (0..row.width()).filter(|column| !row.cell(*column).is_blank());
        let first = filled.next().filter(|_| self.apart.is_some())?;
        filled.next().is_none().then_some(first)
    }

    /// A heading that says of the people below that they are not meant: over most columns, or no
    /// farther to the right than the first of their own.
    fn is_aside(&self, row: &RawRow, alone: usize) -> Option<Why> {
        let is_first = self.own.iter().min().is_some_and(|first| alone <= *first)
            && !self.heads.contains(&alone);
        let is_heading = is_first || self.wide.contains(row.number());
        let text = headers::text(row.cell(alone)).filter(|_| is_heading)?;
        Aside::named(&text).filter(|_| is_quotable(&text)).map(|_| Why::Aside)
    }

    /// One text in a cell that is merged over most columns, or in one before the people's own that
    /// those leave blank.
    fn is_section(&self, row: &RawRow, alone: usize) -> Option<Why> {
        let is_one = self.wide.contains(row.number()) || self.heads.contains(&alone);
        is_one.then_some(Why::Section)
    }

    /// What is said of a row of the sheet at `place` that is no record.
    pub(crate) fn told(&self, why: Why, row: &RawRow, place: &Place) -> Problem {
        let text = row.cells().find_map(headers::text).unwrap_or_default();
        let complaint = match why {
            Why::Moved => Complaint::with(why.code(), [self.header_row().to_string()]),
            Why::Aside => {
                let what = Aside::named(&text).map(Aside::what).unwrap_or_default();
                Complaint::with(
                    why.code(),
                    [text.as_str().into(), what, row.number().to_string().into()],
                )
            }
            Why::Header
            | Why::Hint
            | Why::Example
            | Why::Unit
            | Why::Total
            | Why::Footer
            | Why::Section => Complaint::new(why.code()),
        };
        let place = Place { row: Some(row.number()), ..place.clone() };
        let value = (why == Why::Section && is_quotable(&text)).then_some(text);
        Problem { value, ..Problem::at(place, complaint) }
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

/// Characters of a heading that is quoted.
const HEADING: usize = 24;

/// Whether a text is a heading and not what somebody is or can be reached by.
fn is_quotable(text: &str) -> bool {
    let figures = text.chars().filter(|c| c.is_numeric()).count();
    text.chars().count() <= HEADING && figures < 7 && !text.contains(['@', '＠'])
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
    columns_told(Code::ColumnsHidden, columns, place)
}

/// What is said of columns that are not read: which they are, and how they are headed.
pub(crate) fn columns_told(
    code: Code,
    columns: &[(usize, String)],
    place: &Place,
) -> Option<Problem> {
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
    Some(Problem::at(place.clone(), Complaint::with(code, args)))
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
