//! `.xlsb` as rows: calamine's cell stream, and beside it the same records once more, for what
//! calamine passes over: errors of formulas, text with formats of its own, rows out of the grid.
//!
//! The second pass can't be left to calamine (0.38 as yet): its stream skips those two records in
//! silence, as if their cells were empty, ends at a row out of the grid as at the last one, and
//! tells nothing of what is hidden, merged or filtered.
//!
//! Must not know: processes.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;

use calamine::{Reader, SheetType, Xlsb, XlsbError};

use super::super::archive::{Archive, damaged};
use super::super::locate;
use super::halt::Halt;
use super::sheets::{open, worksheets, write_row};
use super::spool::Spooler;
use super::values::{CellContent, put};
use crate::problem::{Code, Complaint};
use crate::sheet::address::{MAX_COLUMNS, MAX_ROW};
use crate::sheet::{CellRef, Defect, Epoch, ErrorValue, Fault, Merge, Outline, RawCell, RawRow};

/// Read an `.xlsb`.
pub(super) fn xlsb(path: &Path, out: &mut Spooler<impl Write>) -> Result<(), Halt> {
    let mut book = Xlsb::new(open(path)?).map_err(|e| refusal(&e))?;
    let mut archive = Archive::new(open(path)?).map_err(|_| damaged("zip"))?;
    let parts = sheet_parts(&mut archive)?;
    let is_sheet: Vec<bool> =
        book.sheets_metadata().iter().map(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    let parts: Vec<_> =
        parts.into_iter().zip(is_sheet).filter_map(|(part, is)| is.then_some(part)).collect();
    let names = worksheets(book.sheets_metadata(), out)?;
    if parts.len() != names.len() {
        return Err(damaged("workbook.bin").into());
    }
    for (name, part) in names.iter().zip(&parts) {
        out.begin()?;
        if let Err(halt) = sheet(&mut book, name, &mut archive, part, out) {
            match halt {
                Halt::Refused(complaint) => out.refuse(&complaint)?,
                Halt::Output(_) => return Err(halt),
            }
        }
    }
    Ok(())
}

fn sheet(
    book: &mut Xlsb<BufReader<File>>,
    name: &str,
    archive: &mut Archive,
    part: &str,
    out: &mut Spooler<impl Write>,
) -> Result<(), Halt> {
    let epoch = Epoch::of(book.has_1904_epoch());
    let part = locate::index_of(archive, part).and_then(|index| archive.by_index(index).ok());
    let part = part.ok_or_else(|| damaged("missing part"))?;
    let mut passed = PassedOver {
        records: Records::new(BufReader::new(part)),
        row: None,
        outline: Outline { epoch, ..Outline::default() },
    };
    let mut next_passed = passed.next()?;
    let mut cells = book.worksheet_cells_reader(name).map_err(|e| refusal(&e))?;
    let mut row = RawRow::new();
    row.reset(0);
    loop {
        let cell = cells.next_cell().map_err(|e| refusal(&e))?;
        let at = cell.as_ref().map(calamine::Cell::get_position);
        let at = at.map(|(row, column)| CellRef::new(row.saturating_add(1), column));
        while let Some((place, fault)) =
            next_passed.filter(|(place, _)| at.is_none_or(|at| *place < at))
        {
            if !turn(&mut row, place, out)? {
                return Ok(());
            }
            row.put(place.column as usize, RawCell::Fault(fault));
            next_passed = passed.next()?;
        }
        let (Some(cell), Some(at)) = (cell, at) else { break };
        if !turn(&mut row, at, out)? {
            return Ok(());
        }
        let column = at.column as usize;
        if row.cell(column) == RawCell::Empty {
            put(&mut row, column, CellContent::from(cell.get_value()), epoch);
        } else {
            row.put(column, RawCell::Fault(Fault::Defect(Defect::Twice)));
        }
    }
    if row.number() > 0 && !write_row(&row, out)? {
        return Ok(());
    }
    passed.finish()?;
    Ok(out.outline(&passed.outline)?)
}

/// Make `row` the one in which `at` is; false if the row before could not be written.
fn turn(row: &mut RawRow, at: CellRef, out: &mut Spooler<impl Write>) -> Result<bool, Halt> {
    if at.row > MAX_ROW || at.column >= MAX_COLUMNS {
        return Err(damaged("cell beyond XFD1048576").into());
    }
    if at.row < row.number() {
        let args = [at.row.to_string(), row.number().to_string()];
        return Err(Complaint::with(Code::RowsOutOfOrder, args).into());
    }
    if at.row > row.number() {
        if row.number() > 0 && !write_row(row, out)? {
            return Ok(false);
        }
        row.reset(at.row);
    }
    Ok(true)
}

/// The parts of the sheets, in the order of calamine's list.
fn sheet_parts(archive: &mut Archive) -> Result<Vec<String>, Complaint> {
    let targets = locate::targets(archive, "xl/_rels/workbook.bin.rels", "xl/");
    let targets = targets.map_err(|_| damaged("workbook.bin.rels"))?;
    let part = archive.by_name("xl/workbook.bin").map_err(|_| damaged("workbook.bin"))?;
    let mut records = Records::new(BufReader::new(part));
    let mut parts = Vec::new();
    while let Some((kind, bytes)) = records.next()? {
        match kind {
            BUNDLE_SHEET => parts.extend(sheet_id(bytes).map(|id| {
                let target = targets.iter().find(|(known, _)| *known == id);
                target.map(|(_, path)| path.clone()).unwrap_or_default()
            })),
            END_BUNDLE_SHEETS => break,
            _ => {}
        }
    }
    Ok(parts)
}

const ROW_HEADER: u32 = 0x0000;
const FORMULA_ERROR: u32 = 0x000B;
const RICH_TEXT: u32 = 0x003E;
const END_SHEET_DATA: u32 = 0x0092;
const BEGIN_SHEET_DATA: u32 = 0x0091;
const BUNDLE_SHEET: u32 = 0x009C;
const END_BUNDLE_SHEETS: u32 = 0x0090;
const COLUMN_INFO: u32 = 0x003C;
const MERGE_CELL: u32 = 0x00B0;
/// Conditions of a filter: values, colour, icon, the first ten, dynamic, custom.
const FILTERS: &[u32] = &[0xA5, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC];
/// `fDyZero` of `BrtRowHdr`, `fHidden` of `BrtColInfo`.
const ROW_HIDDEN: u8 = 0x10;
const COLUMN_HIDDEN: u8 = 0x01;

/// The relationship that a sheet's record names, as ASCII; none where there is no part.
fn sheet_id(record: &[u8]) -> Option<Vec<u8>> {
    let length = number(record, 8)?;
    let id = record.get(12..)?.as_chunks::<2>().0.get(..length as usize)?;
    Some(id.iter().map(|unit| unit[0]).collect())
}

fn number(record: &[u8], at: usize) -> Option<u32> {
    record.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

/// Cells that calamine does not give, in the order of the part; and what the part says beside cells.
struct PassedOver<R> {
    records: Records<R>,
    /// The row, from 1, once the data has begun.
    row: Option<u32>,
    outline: Outline,
}

impl<R: BufRead> PassedOver<R> {
    /// The next of these cells, and what it is instead of a value.
    fn next(&mut self) -> Result<Option<(CellRef, Fault<'static>)>, Complaint> {
        while let Some((kind, bytes)) = self.records.next()? {
            let first = number(bytes, 0);
            match (kind, self.row) {
                (BEGIN_SHEET_DATA, _) => self.row = Some(0),
                (END_SHEET_DATA, _) => return Ok(None),
                (ROW_HEADER, Some(_)) => {
                    let row = first.and_then(|row| row.checked_add(1));
                    self.row = row.filter(|row| *row <= MAX_ROW);
                    let Some(row) = self.row else {
                        return Err(damaged("cell beyond XFD1048576"));
                    };
                    if bytes.get(11).is_some_and(|flags| flags & ROW_HIDDEN != 0) {
                        self.outline.hidden_rows.add(row..=row);
                    }
                }
                (FORMULA_ERROR | RICH_TEXT, Some(row)) => {
                    let at = first.map(|column| CellRef::new(row, column)).ok_or_else(cut)?;
                    let error = bytes
                        .get(8)
                        .filter(|_| kind == FORMULA_ERROR)
                        .and_then(|byte| error(*byte));
                    let unreadable = Fault::Defect(Defect::Unreadable);
                    return Ok(Some((at, error.map_or(unreadable, Fault::Error))));
                }
                (COLUMN_INFO, _) => hide_columns(&mut self.outline, bytes),
                _ => {}
            }
        }
        Err(cut())
    }

    /// Read what follows the rows.
    fn finish(&mut self) -> Result<(), Complaint> {
        while let Some((kind, bytes)) = self.records.next()? {
            match kind {
                MERGE_CELL => self.outline.merges.extend(merge(bytes)),
                kind if FILTERS.contains(&kind) => self.outline.filtered = true,
                _ => {}
            }
        }
        Ok(())
    }
}

/// Excel's name of an error (MS-XLSB 2.5.97.2, `BErr`).
fn error(byte: u8) -> Option<ErrorValue> {
    Some(match byte {
        0x00 => ErrorValue::Null,
        0x07 => ErrorValue::Division,
        0x0F => ErrorValue::Value,
        0x17 => ErrorValue::Reference,
        0x1D => ErrorValue::Name,
        0x24 => ErrorValue::Number,
        0x2A => ErrorValue::NotAvailable,
        _ => return None,
    })
}

fn hide_columns(outline: &mut Outline, record: &[u8]) {
    let (first, last) = (number(record, 0), number(record, 4));
    let hidden = record.get(16).is_some_and(|flags| flags & COLUMN_HIDDEN != 0);
    if let (Some(first @ ..MAX_COLUMNS), Some(last), true) = (first, last, hidden) {
        outline.hidden_columns.add(first..=last.min(MAX_COLUMNS - 1));
    }
}

fn merge(record: &[u8]) -> Option<Merge> {
    let [top, bottom] = [number(record, 0)?, number(record, 4)?];
    let [left, right] = [number(record, 8)?, number(record, 12)?];
    let sound = top <= bottom && bottom < MAX_ROW && left <= right && right < MAX_COLUMNS;
    let (first, last) = (CellRef::new(top + 1, left), CellRef::new(bottom + 1, right));
    sound.then_some(Merge { first, last })
}

fn cut() -> Complaint {
    damaged("end of file")
}

/// The records of a binary part: a type, a length, bytes (MS-XLSB 2.1.4).
struct Records<R> {
    source: R,
    bytes: Vec<u8>,
}

impl<R: BufRead> Records<R> {
    const fn new(source: R) -> Self {
        Self { source, bytes: Vec::new() }
    }

    fn next(&mut self) -> Result<Option<(u32, &[u8])>, Complaint> {
        if self.source.fill_buf().map_err(|_| damaged("zip"))?.is_empty() {
            return Ok(None);
        }
        let kind = self.packed(2)?;
        let length = u64::from(self.packed(4)?);
        self.bytes.clear();
        let read = self.source.by_ref().take(length).read_to_end(&mut self.bytes);
        if read.map_err(|_| damaged("zip"))? as u64 != length {
            return Err(cut());
        }
        Ok(Some((kind, &self.bytes)))
    }

    /// A number of seven bits a byte, in at most so many bytes.
    fn packed(&mut self, bytes: u32) -> Result<u32, Complaint> {
        let mut value = 0u32;
        for place in 0..bytes {
            let mut byte = [0u8];
            self.source.read_exact(&mut byte).map_err(|_| cut())?;
            value |= u32::from(byte[0] & 0x7F) << (7 * place);
            if byte[0] & 0x80 == 0 {
                break;
            }
        }
        Ok(value)
    }
}

/// What an `.xlsb` that calamine refuses is refused for; never with content of cells.
#[expect(clippy::wildcard_enum_match_arm, reason = "another crate's enum: the rest is damage")]
fn refusal(error: &XlsbError) -> Complaint {
    match error {
        XlsbError::Password => Complaint::new(Code::FileEncrypted),
        XlsbError::Io(_) | XlsbError::Zip(_) => damaged("zip"),
        XlsbError::FileNotFound(_) | XlsbError::WorksheetNotFound(_) => damaged("missing part"),
        XlsbError::Unrecognized { typ: "BoundSheet8:dt", .. } => {
            Complaint::new(Code::WorkbookMacroSheet)
        }
        XlsbError::Xml(_) | XlsbError::XmlAttr(_) | XlsbError::Encoding(_) => damaged("XML"),
        _ => damaged("records"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u32, data: &[u8]) -> Vec<u8> {
        let low = |n: u32| u8::try_from(n & 0x7F).unwrap();
        let mut bytes =
            if kind < 0x80 { vec![low(kind)] } else { vec![low(kind) | 0x80, low(kind >> 7)] };
        let length = u32::try_from(data.len()).unwrap();
        bytes.extend([low(length) | 0x80, low(length >> 7)]);
        [bytes, data.to_vec()].concat()
    }

    fn numbers(numbers: &[u32]) -> Vec<u8> {
        numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
    }

    fn row(number: u32, hidden: bool) -> Vec<u8> {
        let mut data = numbers(&[number, 0, 0]);
        data[11] = if hidden { ROW_HIDDEN } else { 0 };
        record(ROW_HEADER, &data)
    }

    fn passed_over(records: &[Vec<u8>]) -> PassedOver<std::io::Cursor<Vec<u8>>> {
        let source = std::io::Cursor::new(records.concat());
        PassedOver { records: Records::new(source), row: None, outline: Outline::default() }
    }

    #[test]
    fn what_calamine_passes_over_is_found_at_its_cell() {
        let error = |column: u32, byte: u8| {
            record(FORMULA_ERROR, &[&numbers(&[column, 0])[..], &[byte]].concat())
        };
        let mut passed = passed_over(&[
            record(COLUMN_INFO, &numbers(&[2, 3, 0, 0, 1])),
            record(BEGIN_SHEET_DATA, &[]),
            row(0, false),
            record(5, &[0; 200]),
            error(1, 0x2A),
            row(6, true),
            record(RICH_TEXT, &numbers(&[2, 0])),
            error(3, 0x99),
            record(END_SHEET_DATA, &[]),
            record(0xA5, &[]),
            record(MERGE_CELL, &numbers(&[0, 1, 2, 3])),
            record(MERGE_CELL, &numbers(&[1, 0, 2, 3])),
        ]);
        let mut found = Vec::new();
        while let Some((at, name)) = passed.next().unwrap() {
            found.push(format!("{at} {name}"));
        }
        assert_eq!(found, ["B1 #N/A", "C7 cell-unreadable", "D7 cell-unreadable"]);
        passed.finish().unwrap();
        let outline = passed.outline;
        assert_eq!(outline.merges, ["C1:D2".parse().unwrap()]);
        assert_eq!(
            format!("{:?} {:?}", outline.hidden_rows, outline.hidden_columns),
            "[7..=7] [2..=3]"
        );
        assert!(outline.filtered);
    }

    #[test]
    fn a_row_out_of_the_grid_and_a_cut_are_told() {
        let begin = || record(BEGIN_SHEET_DATA, &[]);
        assert_eq!(
            passed_over(&[begin(), row(MAX_ROW, false)]).next().unwrap_err().code,
            Code::WorkbookDamaged
        );
        assert!(passed_over(&[begin(), row(MAX_ROW - 1, false)]).next().is_err(), "no end");
        assert!(passed_over(&[vec![0x91, 0x01, 0x05, 0x00]]).next().is_err(), "too short");
    }
}
