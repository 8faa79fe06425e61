//! The rows of a worksheet: calamine's cells, with what it does not tell of them.
//!
//! Must not know: sheets, workbooks.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::sync::Arc;

use calamine::{DataRef, XlsxCellReader, XlsxError};

use super::super::archive::{Archive, damaged};
use super::super::beside::{PartBeside, Told, beside};
use super::super::cells::{
    put_bare_link, put_dressed_number, put_dressed_text, put_serial, put_struck_text, put_text,
};
use super::super::complaint::in_sheet;
use super::super::contain::contained;
use super::super::links::{Links, of_formula};
use super::super::serial::{self, Serial};
use super::super::styles::Styles;
use super::refusal::refusal;
use crate::problem::{Code, Complaint, Problem};
use crate::sheet::address::{MAX_COLUMNS, MAX_ROW};
use crate::sheet::{CellRef, Defect, Epoch, Fault, RawCell, RawRow};

/// Finds what calamine does not tell of a cell.
pub(super) enum Finder<'a> {
    /// Not needed yet.
    Idle(&'a mut Archive, usize),
    /// At the last cell that was asked for.
    At(Box<PartBeside<'a>>),
    /// The part could not be found.
    Gone,
}

impl Finder<'_> {
    fn cell(&mut self, n: u64) -> Option<&Told> {
        *self = match std::mem::replace(self, Self::Gone) {
            Self::Idle(archive, part) => {
                beside(archive, part).map_or(Self::Gone, |found| Self::At(Box::new(found)))
            }
            other @ (Self::At(_) | Self::Gone) => other,
        };
        match self {
            Self::At(beside) => beside.cell(n),
            Self::Idle(..) | Self::Gone => None,
        }
    }
}

/// A pass over the rows of a worksheet.
pub(in crate::source) struct SheetRows<'a> {
    cells: XlsxCellReader<'a, BufReader<File>>,
    finder: Finder<'a>,
    beyond: Beyond<'a>,
    /// Cells that calamine was asked for.
    asked: u64,
    /// The first cell of the next row.
    ahead: Option<(CellRef, Found<'a>)>,
    /// calamine came to the end; it must not be asked again.
    ended: bool,
    last_row: u32,
    shown: &'a Arc<str>,
    name: &'a Arc<str>,
}

/// What a workbook says of the cells of a sheet beyond what calamine tells.
pub(super) struct Beyond<'a> {
    /// Its cells hold what calamine does not tell.
    pub(super) closely: bool,
    /// How their styles dress them.
    pub(super) styles: &'a Styles,
    /// The links behind them.
    pub(super) links: Links,
    /// From where their numbers count days.
    pub(super) epoch: Epoch,
    /// The first shared string, which calamine also gives where a cell names none.
    pub(super) first: Option<String>,
    /// Shared strings of which a part is struck out, with what is left of them.
    pub(super) struck: &'a HashMap<String, String>,
}

impl Beyond<'_> {
    /// Whether calamine has given the first shared string, which a cell may not have named.
    fn is_first(&self, value: &DataRef<'_>) -> bool {
        matches!((value, &self.first), (DataRef::SharedString(text), Some(first)) if text == first)
    }

    /// Whether less may be shown of a value than it holds: of a number, or of a day.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "another crate's enum: the rest is no number"
    )]
    fn may_show_less(&self, value: &DataRef<'_>) -> bool {
        match value {
            DataRef::Float(number) => self.styles.may_round(*number),
            DataRef::DateTime(_) => self.styles.shows_parts(),
            _ => false,
        }
    }
}

/// What was found in a cell.
enum Found<'a> {
    /// A value, and the style of its cell where that was asked for.
    Value(DataRef<'a>, usize),
    /// What a formula shows, and where it leads.
    Link(String, String),
    /// A text of which a part is struck out, and what is left of it.
    Struck(String, String),
    Fault(Defect),
    /// An error value that calamine does not know.
    Error(String),
}

impl<'a> SheetRows<'a> {
    /// From the first cell on; the file and the sheet by the names that problems show.
    pub(super) fn new(
        cells: XlsxCellReader<'a, BufReader<File>>,
        finder: Finder<'a>,
        beyond: Beyond<'a>,
        (shown, name): (&'a Arc<str>, &'a Arc<str>),
    ) -> Self {
        let (asked, ahead, ended, last_row) = (0, None, false, 0);
        Self { cells, finder, beyond, asked, ahead, ended, last_row, shown, name }
    }

    /// The next row that holds anything; false at the end.
    pub(in crate::source) fn next(&mut self, row: &mut RawRow) -> Result<bool, Problem> {
        let Some((first, found)) = self.cell()? else { return Ok(false) };
        if first.row <= self.last_row {
            return Err(self.out_of_order(first.row, self.last_row));
        }
        self.last_row = first.row;
        row.reset(first.row);
        self.put(row, first.column, found);
        let mut rightmost = first.column;
        while let Some((at, found)) = self.cell()? {
            if at.row < first.row {
                return Err(self.out_of_order(at.row, first.row));
            }
            if at.row > first.row {
                self.ahead = Some((at, found));
                break;
            }
            let taken = at.column <= rightmost && row.cell(at.column as usize) != RawCell::Empty;
            if taken {
                self.put(row, at.column, Found::Fault(Defect::Twice));
            } else {
                self.put(row, at.column, found);
            }
            rightmost = rightmost.max(at.column);
        }
        for (column, to) in self.beyond.links.of_row(first.row) {
            put_bare_link(row, column as usize, to);
        }
        Ok(true)
    }

    /// The next cell that is not empty.
    fn cell(&mut self) -> Result<Option<(CellRef, Found<'a>)>, Problem> {
        if let Some(cell) = self.ahead.take() {
            return Ok(Some(cell));
        }
        while !self.ended {
            self.asked += 1;
            let cells = &mut self.cells;
            let read = contained(|| cells.next_cell_with_formula_metadata())
                .map_err(|complaint| in_sheet(self.shown, self.name, complaint))?;
            let (at, found) = match read {
                Ok(None) => {
                    self.ended = true;
                    break;
                }
                Ok(Some(cell)) => {
                    let at = CellRef::new(cell.pos.0.saturating_add(1), cell.pos.1);
                    let closely = self.beyond.closely
                        || self.beyond.is_first(&cell.value)
                        || self.beyond.may_show_less(&cell.value);
                    let told = if closely { self.finder.cell(self.asked) } else { None };
                    match found(cell.value, cell.formula.is_some(), told) {
                        Some(found) => (at, found),
                        None => continue,
                    }
                }
                Err(error) => match of_one_cell(&error).zip(self.place_of_last()) {
                    Some((found, at)) => (at, found),
                    None => return Err(in_sheet(self.shown, self.name, refusal(&error))),
                },
            };
            if at.row > MAX_ROW || at.column >= MAX_COLUMNS {
                return Err(in_sheet(self.shown, self.name, damaged("cell beyond XFD1048576")));
            }
            return Ok(Some((at, found)));
        }
        Ok(None)
    }

    /// Where the cell is that was asked for last.
    fn place_of_last(&mut self) -> Option<CellRef> {
        self.finder.cell(self.asked)?.at
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "another crate's enum: the rest is no number"
    )]
    fn put(&self, row: &mut RawRow, column: u32, found: Found<'_>) {
        let at = CellRef::new(row.number(), column);
        let column = column as usize;
        let (value, style) = match found {
            Found::Fault(why) => return row.put(column, RawCell::Fault(Fault::Defect(why))),
            Found::Error(name) => return row.put(column, RawCell::Fault(Fault::named(&name))),
            Found::Struck(text, left) => return put_struck_text(row, column, &text, &left),
            Found::Link(face, to) => {
                return put_dressed_text(row, column, &face, (None, Some(&to)));
            }
            Found::Value(value, style) => (value, style),
        };
        let styles = self.beyond.styles;
        let number = match &value {
            DataRef::Float(number) => Some(*number),
            DataRef::DateTime(moment) => Some(moment.as_f64()),
            _ => None,
        };
        if let Some(number) = number
            && let Some(format) = styles.of_number(style, number)
            && put_dressed_number(row, column, number, (format, self.beyond.epoch))
        {
            return;
        }
        let format = styles.format(style);
        let shown = |text: &str| format.and_then(|format| format.of_text(text));
        let link = self.beyond.links.at(at);
        let serial = match value {
            DataRef::String(text) if styles.strikes(style) => {
                return put_struck_text(row, column, &text, "");
            }
            DataRef::SharedString(text) if styles.strikes(style) => {
                return put_struck_text(row, column, text, "");
            }
            DataRef::String(text) | DataRef::DurationIso(text) => {
                return put_dressed_text(row, column, &text, (shown(&text), link));
            }
            DataRef::SharedString(text) => {
                if let Some(left) = self.beyond.struck.get(text) {
                    return put_struck_text(row, column, text, left);
                }
                return put_dressed_text(row, column, text, (shown(text), link));
            }
            // Not in workbooks of today; as text no digit is lost.
            DataRef::Int(number) => return put_text(row, column, &number.to_string()),
            DataRef::Bool(truth) => return row.put(column, RawCell::Bool(truth)),
            DataRef::Error(error) => {
                return row.put(column, RawCell::Fault(Fault::named(&error.to_string())));
            }
            DataRef::Empty => return row.put(column, RawCell::Empty),
            DataRef::DateTimeIso(text) => serial::iso(&text),
            DataRef::Float(number) => Serial::Number(number),
            DataRef::DateTime(moment) if moment.is_duration() => Serial::Number(moment.as_f64()),
            DataRef::DateTime(moment) => serial::moment(moment.as_f64(), self.beyond.epoch),
        };
        put_serial(row, column, serial);
    }

    fn out_of_order(&self, row: u32, after: u32) -> Problem {
        let args = [row.to_string(), after.to_string()];
        in_sheet(self.shown, self.name, Complaint::with(Code::RowsOutOfOrder, args))
    }
}

/// What is in a cell of this value, with what its part tells of it; none where it is empty. A text in
/// the cell comes before a value that was left behind it.
#[expect(clippy::wildcard_enum_match_arm, reason = "another crate's enum: the rest shows no text")]
fn found<'a>(value: DataRef<'a>, is_formula: bool, told: Option<&Told>) -> Option<Found<'a>> {
    if let Some(defect) = told.and_then(|told| told.defect) {
        return Some(Found::Fault(defect));
    }
    if let (DataRef::String(text), Some(left)) = (&value, told.and_then(|it| it.left.clone())) {
        return Some(Found::Struck(text.clone(), left));
    }
    if let Some(formula) = told.and_then(|told| told.formula.as_deref()) {
        let shown = match &value {
            DataRef::String(text) => Some(text.as_str()),
            DataRef::SharedString(text) => Some(*text),
            _ => None,
        };
        if let Some((shown, to)) = of_formula(formula, shown, matches!(value, DataRef::Empty)) {
            return Some(Found::Link(shown, to));
        }
    }
    let style = told.map_or(0, |told| told.style);
    match (value, is_formula) {
        (DataRef::Empty, false) => {
            let text = told.and_then(|told| told.inline.clone()).filter(|text| !text.is_empty())?;
            Some(Found::Value(DataRef::String(text), style))
        }
        (DataRef::Empty, true) => Some(Found::Fault(Defect::Uncalculated)),
        (value, _) => Some(Found::Value(value, style)),
    }
}

/// The fault of a cell that calamine could not read but can go on after; none where it cannot.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's enum: what is not known to be of one cell is not"
)]
fn of_one_cell(error: &XlsxError) -> Option<Found<'static>> {
    match error {
        XlsxError::CellError(name) if is_error_name(name) => Some(Found::Error(name.clone())),
        XlsxError::CellError(_)
        | XlsxError::CellTAttribute(_)
        | XlsxError::ParseFloat(_)
        | XlsxError::Unexpected(_)
        | XlsxError::UnexpectedNode(_)
        | XlsxError::Unrecognized { typ: "boolean cell value", .. } => {
            Some(Found::Fault(Defect::Unreadable))
        }
        // A character reference that stands for nothing, such as `&#0;`. The type of the inner
        // error is not ours to name; the test `a_bad_reference_is_a_fault` holds this to its text.
        XlsxError::Xml(inner) if format!("{inner:?}").starts_with("Escape") => {
            Some(Found::Fault(Defect::Unreadable))
        }
        _ => None,
    }
}

/// `#SPILL!`, `#CALC!` and what else Excel will invent.
fn is_error_name(name: &str) -> bool {
    name.len() <= 24 && name.starts_with('#') && name.bytes().all(|byte| byte.is_ascii_graphic())
}
