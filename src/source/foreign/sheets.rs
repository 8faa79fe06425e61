//! `.xls` and `.ods` as rows: calamine reads both whole, as rectangles of values and of formulas.
//! Memory is the process's limit to keep.
//!
//! Must not know: processes.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;

use calamine::{Data, Ods, OdsError, Range, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError};

use super::super::archive::damaged;
use super::faces::Faces;
use super::halt::Halt;
use super::spool::Spooler;
use super::values::{CellContent, put};
use super::{ForeignKind, biff, compound, ods};
use crate::problem::{Code, Complaint, both, of_system};
use crate::sheet::address::{MAX_COLUMNS, MAX_ROW};
use crate::sheet::{CellRef, Defect, Epoch, Fault, Merge, RawCell, RawRow};

/// Characters of a formula's text from which on calamine may have lost the rest: it reads one record
/// of 8,224 bytes.
const ONE_RECORD: usize = 4_110;

/// Read an `.xls`.
pub(super) fn xls(path: &Path, out: &mut Spooler<impl Write>) -> Result<(), Halt> {
    let mut book = Xls::new(open(path)?).map_err(|e| of_xls(&e))?;
    let epoch = Epoch::of(book.has_1904_epoch());
    let outlines = compound::workbook(path).and_then(|stream| biff::outlines(&stream));
    let outlines = outlines.map_err(|_| damaged("OLE"))?;
    let is_sheet: Vec<bool> =
        book.sheets_metadata().iter().map(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    if outlines.len() != is_sheet.len() {
        return Err(damaged("OLE").into());
    }
    let outlines = outlines.into_iter().zip(is_sheet).filter_map(|(it, is)| is.then_some(it));
    let names = worksheets(book.sheets_metadata(), out)?;
    for (name, (mut outline, faces)) in names.iter().zip(outlines) {
        let merges = book.merge_cells_by_sheet_name(name).map_err(|e| of_xls(&e))?;
        let values = book.worksheet_range(name).map_err(|e| of_xls(&e))?;
        let formulas = book.worksheet_formula(name).map_err(|e| of_xls(&e))?;
        out.begin()?;
        let kind = ForeignKind::Xls;
        if !(Table { kind, values, formulas, faces, epoch }).write(out)? {
            continue;
        }
        let at = |(row, column): (u32, u32)| CellRef::new(row.saturating_add(1), column);
        let merges = merges.iter().map(|m| Merge { first: at(m.start), last: at(m.end) });
        outline.epoch = epoch;
        outline.merges = merges
            .filter(|m| m.first.row <= m.last.row && m.first.column <= m.last.column)
            .collect();
        out.outline(&outline)?;
    }
    Ok(())
}

/// Read an `.ods`.
pub(super) fn ods(path: &Path, out: &mut Spooler<impl Write>) -> Result<(), Halt> {
    let mut book = Ods::new(open(path)?).map_err(|e| of_ods(&e))?;
    let names = worksheets(book.sheets_metadata(), out)?;
    let outlines = ods::outlines(path).map_err(|_| damaged("content.xml"))?;
    if outlines.len() != names.len() {
        return Err(damaged("content.xml").into());
    }
    for (name, (outline, faces)) in names.iter().zip(outlines) {
        let values = book.worksheet_range(name).map_err(|e| of_ods(&e))?;
        let formulas = book.worksheet_formula(name).map_err(|e| of_ods(&e))?;
        out.begin()?;
        let (kind, epoch) = (ForeignKind::Ods, Epoch::Y1900);
        if (Table { kind, values, formulas, faces, epoch }).write(out)? {
            out.outline(&outline)?;
        }
    }
    Ok(())
}

/// Open the workbook.
pub(super) fn open(path: &Path) -> Result<BufReader<File>, Complaint> {
    let file = File::open(path);
    let file = file.map_err(|e| Complaint::with(Code::FileUnreadable, [of_system(&e)]))?;
    Ok(BufReader::new(file))
}

/// Tell of the sheets that hold cells; their names.
pub(super) fn worksheets(
    sheets: &[Sheet],
    out: &mut Spooler<impl Write>,
) -> Result<Vec<String>, Halt> {
    let sheets = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let sheets: Vec<&Sheet> = sheets.collect();
    let mut names: Vec<String> = Vec::new();
    for sheet in &sheets {
        if names.contains(&sheet.name) {
            return Err(damaged("two sheets of one name").into());
        }
        names.push(sheet.name.clone());
    }
    if names.is_empty() {
        return Err(Complaint::new(Code::WorkbookNoSheet).into());
    }
    for sheet in sheets {
        out.sheet(&sheet.name, sheet.visible != SheetVisible::Visible)?;
    }
    Ok(names)
}

/// A sheet as calamine holds it.
struct Table {
    kind: ForeignKind,
    values: Range<Data>,
    formulas: Range<String>,
    /// What its cells show.
    faces: Faces,
    epoch: Epoch,
}

impl Table {
    /// Write the rows; false, and the reason written, if there are more.
    fn write(&self, out: &mut Spooler<impl Write>) -> Result<bool, Halt> {
        let starts = [self.values.start(), self.formulas.start()];
        let ends = [self.values.end(), self.formulas.end()];
        let start = starts.into_iter().flatten().reduce(|a, b| (a.0.min(b.0), a.1.min(b.1)));
        let end = ends.into_iter().flatten().reduce(|a, b| (a.0.max(b.0), a.1.max(b.1)));
        let (Some(start), Some(end)) = (start, end) else { return Ok(true) };
        if end.0 >= MAX_ROW || end.1 >= MAX_COLUMNS {
            out.refuse(&damaged("cell beyond XFD1048576"))?;
            return Ok(false);
        }
        if let Some(complaint) = self.faces.refusal() {
            out.refuse(&complaint)?;
            return Ok(false);
        }
        let mut row = RawRow::new();
        for number in start.0..=end.0 {
            row.reset(number + 1);
            for column in start.1..=end.1 {
                self.cell(&mut row, (number, column));
            }
            if !write_row(&row, out)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn cell(&self, row: &mut RawRow, at: (u32, u32)) {
        let held = self.values.get_value(at).map_or(CellContent::Empty, CellContent::from);
        let formula = self.formulas.get_value(at).map(String::as_str);
        let formula = formula.filter(|formula| !formula.is_empty());
        let fault = match (held, formula) {
            (CellContent::Text(text), Some(_)) if self.is_error(text) => Fault::named(text),
            (CellContent::Text(text), Some(_)) if self.is_cut(text) => {
                Fault::Defect(Defect::Unreadable)
            }
            _ if self.faces.put(row, at, (held, formula), self.epoch) => return,
            (CellContent::Empty, Some(_)) => Fault::Defect(Defect::Uncalculated),
            _ => return put(row, at.1 as usize, held, self.epoch),
        };
        row.put(at.1 as usize, RawCell::Fault(fault));
    }

    /// The text of a formula's error: in `.ods` there are no error values.
    fn is_error(&self, text: &str) -> bool {
        let is_name = || text.len() <= 24 && text.bytes().all(|byte| byte.is_ascii_graphic());
        self.kind == ForeignKind::Ods
            && (text.starts_with('#') || text.starts_with("Err:"))
            && is_name()
    }

    fn is_cut(&self, text: &str) -> bool {
        self.kind == ForeignKind::Xls
            && text.len() >= ONE_RECORD
            && text.chars().nth(ONE_RECORD - 1).is_some()
    }
}

/// Write a row; false, and the reason written, if it is too large.
pub(super) fn write_row(row: &RawRow, out: &mut Spooler<impl Write>) -> Result<bool, Halt> {
    if out.row(row)? {
        return Ok(true);
    }
    let number = row.number();
    let row = both(&format!("第 {number} 行"), &format!("row {number}"));
    out.refuse(&Complaint::with(Code::WorkbookOversized, [row, "16 MiB".into()]))?;
    Ok(false)
}

/// What an `.xls` that calamine refuses is refused for; never with content of cells.
#[expect(clippy::wildcard_enum_match_arm, reason = "another crate's enum: the rest is damage")]
fn of_xls(error: &XlsError) -> Complaint {
    match error {
        XlsError::Password => Complaint::new(Code::FileEncrypted),
        // The type of the inner error is not ours to name; a test holds this to its text.
        XlsError::Cfb(inner) if format!("{inner:?}").starts_with("StreamNotFound") => {
            let what = both(
                "不含工作簿的 OLE 文件（.doc、.ppt、.msg 等）",
                "an OLE file without a workbook (.doc, .ppt, .msg, …)",
            );
            Complaint::with(Code::FileOtherFormat, [what])
        }
        XlsError::Cfb(_) | XlsError::Io(_) => damaged("OLE"),
        XlsError::EoStream(_) => damaged("end of file"),
        _ => damaged("records"),
    }
}

/// What an `.ods` that calamine refuses is refused for; never with content of cells.
#[expect(clippy::wildcard_enum_match_arm, reason = "another crate's enum: the rest is damage")]
fn of_ods(error: &OdsError) -> Complaint {
    match error {
        OdsError::Password => Complaint::new(Code::FileEncrypted),
        OdsError::InvalidMime(_) => {
            let what = both(
                "不是表格的 OpenDocument（.odt、.odp 等）",
                "OpenDocument, but no spreadsheet (.odt, .odp, …)",
            );
            Complaint::with(Code::FileOtherFormat, [what])
        }
        OdsError::CellLimitExceeded { requested, max } => Complaint::with(
            Code::WorkbookOversized,
            [format!("{requested} cells"), max.to_string()],
        ),
        OdsError::Io(_) | OdsError::Zip(_) => damaged("zip"),
        OdsError::FileNotFound(_) => damaged("missing part"),
        OdsError::Eof(_) | OdsError::Mismatch { .. } | OdsError::Xml(_) | OdsError::XmlAttr(_) => {
            damaged("XML")
        }
        _ => damaged("cells"),
    }
}
