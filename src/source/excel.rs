//! `.xlsx` as rows: calamine's cell stream (never its ranges: they allocate the bounding box),
//! behind `guard`, with the panics of a damaged file caught, so that a hostile workbook gives a
//! problem and no crash.
//!
//! Must not know: CSV; what a header is. Nobody but `foreign` also knows of calamine.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::Arc;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};

use super::about::SheetInfo;
use super::archive::{Archive, damaged};
use super::beside::{PartBeside, Told, beside};
use super::cells::{put_dressed_number, put_dressed_text, put_serial, put_text};
use super::complaint::{in_sheet, problem, unreadable};
use super::contain::contained;
use super::guard::{self, Limits};
use super::links::{Links, in_formula};
use super::locate::sheet_parts;
use super::outline::{Bounds, Scanned, Unread, scan};
use super::serial::{self, Serial};
use super::styles::Styles;
use crate::problem::{Code, Complaint, Problem};
use crate::sheet::address::{MAX_COLUMNS, MAX_ROW};
use crate::sheet::{CellRef, Defect, Epoch, Fault, Outline, RawCell, RawRow};

/// An opened workbook.
pub(super) struct Workbook {
    xlsx: Xlsx<BufReader<File>>,
    archive: Archive,
    sheets: Vec<Sheet>,
    styles: Styles,
    limits: Limits,
}

struct Sheet {
    name: Arc<str>,
    hidden: bool,
    part: Option<usize>,
    /// What a scan of it has given, once it was asked for.
    scanned: Option<Result<Arc<Scanned>, Unread>>,
}

impl Workbook {
    /// Look the archive over, then read what is not rows: sheet names, styles, shared strings.
    pub(super) fn open(
        path: &Path,
        file: File,
        shown: &Arc<str>,
        limits: &Limits,
    ) -> Result<Self, Problem> {
        let complain = |complaint: Complaint| problem(shown, complaint);
        let size = file.metadata().map_err(|e| unreadable(shown, &e))?.len();
        if size > limits.workbook_bytes {
            let limit = limits.workbook_bytes;
            let args = [(limit >> 20).to_string(), limits.way_out(size, limit)];
            return Err(complain(Complaint::with(Code::FileTooLarge, args)));
        }
        let opened = contained(|| Archive::new(BufReader::new(file)));
        let mut archive =
            opened.and_then(|opened| opened.map_err(|_| damaged("zip"))).map_err(complain)?;
        contained(|| guard::inspect(&mut archive, limits)).flatten().map_err(complain)?;
        let again = File::open(path).map_err(|e| unreadable(shown, &e))?;
        let xlsx = contained(|| Xlsx::new(BufReader::new(again)))
            .and_then(|opened| opened.map_err(|e| refusal(&e)))
            .map_err(complain)?;
        let sheets = worksheets(&xlsx, sheet_parts(&mut archive)).map_err(complain)?;
        let styles = contained(|| Styles::of(&mut archive)).map_err(complain)?;
        Ok(Self { xlsx, archive, sheets, styles, limits: limits.clone() })
    }

    /// The worksheets.
    pub(super) fn sheets(&self) -> Vec<SheetInfo> {
        let info =
            |sheet: &Sheet| SheetInfo { name: Some(Arc::clone(&sheet.name)), hidden: sheet.hidden };
        self.sheets.iter().map(info).collect()
    }

    /// What a worksheet says beside its cells.
    pub(super) fn outline(&mut self, sheet: usize, shown: &Arc<str>) -> Result<Outline, Problem> {
        let scanned = self.scanned(sheet, shown)?;
        let scanned = scanned.map_err(|unread| self.unread(sheet, shown, unread))?;
        Ok(Outline { epoch: self.epoch(), ..scanned.outline.clone() })
    }

    /// From where its numbers count days.
    fn epoch(&self) -> Epoch {
        Epoch::of(self.xlsx.has_1904_epoch())
    }

    /// Scan a worksheet's part, or remember what the scan gave.
    fn scanned(
        &mut self,
        sheet: usize,
        shown: &Arc<str>,
    ) -> Result<Result<Arc<Scanned>, Unread>, Problem> {
        let Some(sheet) = self.sheets.get_mut(sheet) else {
            return Err(problem(shown, Complaint::new(Code::WorkbookNoSheet)));
        };
        if let Some(scanned) = &sheet.scanned {
            return Ok(scanned.clone());
        }
        let (archive, limits, part) = (&mut self.archive, &self.limits, sheet.part);
        let scanned = contained(|| {
            let part = part.ok_or_else(|| damaged("missing part"))?;
            let part = archive.by_index(part).map_err(|_| damaged("zip"))?;
            let bounds = Bounds { merges: limits.merges, row_bytes: limits.record_bytes };
            Ok(scan(part, bounds).map(Arc::new))
        });
        let scanned =
            scanned.flatten().map_err(|complaint| in_sheet(shown, &sheet.name, complaint))?;
        sheet.scanned = Some(scanned.clone());
        Ok(scanned)
    }

    fn unread(&self, sheet: usize, shown: &Arc<str>, unread: Unread) -> Problem {
        let complaint = match unread {
            Unread::Damaged => damaged("worksheet"),
            Unread::TooManyMerges => self.limits.too_many_merges(),
            Unread::RowTooLong { row } => self.limits.row_too_long(row),
        };
        match self.sheets.get(sheet) {
            Some(sheet) => in_sheet(shown, &sheet.name, complaint),
            None => problem(shown, complaint),
        }
    }

    /// The rows of a worksheet.
    pub(super) fn rows<'a>(
        &'a mut self,
        sheet: usize,
        shown: &'a Arc<str>,
    ) -> Result<SheetRows<'a>, Problem> {
        let scanned = match self.scanned(sheet, shown)? {
            Err(unread @ Unread::RowTooLong { .. }) => {
                return Err(self.unread(sheet, shown, unread));
            }
            // What follows the rows is told where it is asked for.
            Err(Unread::Damaged | Unread::TooManyMerges) => Arc::default(),
            Ok(scanned) => scanned,
        };
        let Some(sheet) = self.sheets.get(sheet) else {
            return Err(problem(shown, Complaint::new(Code::WorkbookNoSheet)));
        };
        let epoch = self.epoch();
        let xlsx = &mut self.xlsx;
        let cells = contained(|| xlsx.worksheet_cells_reader(&sheet.name))
            .and_then(|opened| opened.map_err(|e| refusal(&e)))
            .map_err(|complaint| in_sheet(shown, &sheet.name, complaint))?;
        let closely = scanned.closely || !self.styles.is_plain();
        let (links, finder) = match sheet.part {
            Some(part) => {
                let archive = &mut self.archive;
                let links = contained(|| Links::of(archive, part, &scanned.links));
                (links.unwrap_or_default(), Finder::Idle(archive, part))
            }
            None => (Links::default(), Finder::Gone),
        };
        Ok(SheetRows {
            cells,
            finder,
            closely,
            styles: &self.styles,
            links,
            asked: 0,
            ahead: None,
            ended: false,
            last_row: 0,
            epoch,
            shown,
            name: &sheet.name,
        })
    }
}

/// The sheets that hold cells, with the parts that they are in.
fn worksheets(
    xlsx: &Xlsx<BufReader<File>>,
    parts: Vec<Option<usize>>,
) -> Result<Vec<Sheet>, Complaint> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut parts = parts.into_iter();
    for sheet in xlsx.sheets_metadata() {
        let part = parts.next().flatten();
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        if sheets.iter().any(|known| *known.name == *sheet.name) {
            return Err(damaged("two sheets of one name"));
        }
        let hidden = sheet.visible != SheetVisible::Visible;
        sheets.push(Sheet { name: Arc::from(sheet.name.as_str()), hidden, part, scanned: None });
    }
    if sheets.is_empty() { Err(Complaint::new(Code::WorkbookNoSheet)) } else { Ok(sheets) }
}

/// Finds what calamine does not tell of a cell.
enum Finder<'a> {
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
pub(super) struct SheetRows<'a> {
    cells: XlsxCellReader<'a, BufReader<File>>,
    finder: Finder<'a>,
    /// Its cells hold what calamine does not tell.
    closely: bool,
    styles: &'a Styles,
    links: Links,
    /// Cells that calamine was asked for.
    asked: u64,
    /// The first cell of the next row.
    ahead: Option<(CellRef, Found<'a>)>,
    /// calamine came to the end; it must not be asked again.
    ended: bool,
    last_row: u32,
    epoch: Epoch,
    shown: &'a Arc<str>,
    name: &'a Arc<str>,
}

/// What was found in a cell.
enum Found<'a> {
    /// A value, and the style of its cell where that was asked for.
    Value(DataRef<'a>, usize),
    /// What a formula shows, and where it leads.
    Link(String, String),
    Fault(Defect),
    /// An error value that calamine does not know.
    Error(String),
}

impl<'a> SheetRows<'a> {
    /// The next row that holds anything; false at the end.
    pub(super) fn next(&mut self, row: &mut RawRow) -> Result<bool, Problem> {
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
                    let told = if self.closely { self.finder.cell(self.asked) } else { None };
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

    fn put(&self, row: &mut RawRow, column: u32, found: Found<'_>) {
        let at = CellRef::new(row.number(), column);
        let column = column as usize;
        let (value, style) = match found {
            Found::Fault(why) => return row.put(column, RawCell::Fault(Fault::Defect(why))),
            Found::Error(name) => return row.put(column, RawCell::Fault(Fault::named(&name))),
            Found::Link(face, to) => {
                return put_dressed_text(row, column, &face, (None, Some(&to)));
            }
            Found::Value(value, style) => (value, style),
        };
        let format = self.styles.format(style);
        let number = match &value {
            DataRef::Float(number) => Some(*number),
            DataRef::DateTime(moment) => Some(moment.as_f64()),
            _ => None,
        };
        if let Some((number, format)) = number.zip(format)
            && put_dressed_number(row, column, number, (format, self.epoch))
        {
            return;
        }
        let serial = match value {
            DataRef::String(text) | DataRef::DurationIso(text) => {
                return put_dressed_text(row, column, &text, (format, self.links.at(at)));
            }
            DataRef::SharedString(text) => {
                return put_dressed_text(row, column, text, (format, self.links.at(at)));
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
            DataRef::DateTime(moment) => serial::moment(moment.as_f64(), self.epoch),
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
fn found<'a>(value: DataRef<'a>, is_formula: bool, told: Option<&Told>) -> Option<Found<'a>> {
    let formula = told.and_then(|told| told.formula.as_deref()).and_then(in_formula);
    if let Some((to, written)) = formula {
        let shown = match &value {
            DataRef::String(text) => Some(text.clone()),
            DataRef::SharedString(text) => Some((*text).to_owned()),
            DataRef::Empty => written.or_else(|| Some(to.clone()).filter(|to| !to.is_empty())),
            _ => None,
        };
        if let Some(shown) = shown {
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

/// What a workbook that calamine refuses is refused for; never with content of cells.
#[expect(clippy::wildcard_enum_match_arm, reason = "another crate's enum: the rest is damage")]
fn refusal(error: &XlsxError) -> Complaint {
    match error {
        XlsxError::Password => Complaint::new(Code::FileEncrypted),
        XlsxError::Unrecognized { typ: "sheet:type", .. } => {
            Complaint::new(Code::WorkbookMacroSheet)
        }
        XlsxError::Io(_) | XlsxError::Zip(_) => damaged("zip"),
        XlsxError::Xml(_) | XlsxError::XmlAttr(_) | XlsxError::Encoding(_) => damaged("XML"),
        XlsxError::XmlEof(part) => damaged(&format!("no </{part}>")),
        XlsxError::FileNotFound(_)
        | XlsxError::RelationshipNotFound
        | XlsxError::WorksheetNotFound(_) => damaged("missing part"),
        XlsxError::NotAWorksheet(_) => Complaint::new(Code::WorkbookNoSheet),
        _ => damaged("cells"),
    }
}
