//! What the parts of an `.xlsb` say that calamine (0.38 as yet) does not tell (MS-XLSB): where sheets are, how
//! cells are formatted, the links behind them, what is hidden, merged or filtered; errors of formulas and
//! text with formats of its own, which its stream skips in silence, as if their cells were empty; and a row
//! out of the grid, at which it ends as at the last one.
//!
//! Must not know: the stream of cells, values.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};

use super::super::archive::{Archive, damaged};
use super::super::links::Named;
use super::super::locate;
use super::super::styles::Styles;
use super::bytes::{counted, long, short};
use super::faces::{Face, Faces};
use crate::problem::Complaint;
use crate::sheet::address::{MAX_COLUMNS, MAX_ROW};
use crate::sheet::{CellRef, Defect, ErrorValue, Fault, Merge, Outline};

/// The parts of the sheets, in the order of calamine's list.
pub(super) fn sheet_parts(archive: &mut Archive) -> Result<Vec<String>, Complaint> {
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

/// The styles of a workbook's cells; none where it has no part for them.
pub(super) fn styles(archive: &mut Archive) -> Result<Styles, Complaint> {
    let part = locate::index_of(archive, "xl/styles.bin");
    let Some(part) = part.and_then(|part| archive.by_index(part).ok()) else {
        return Ok(Styles::default());
    };
    let mut records = Records::new(BufReader::new(part));
    let (mut codes, mut styles, mut within) = (HashMap::new(), Vec::new(), false);
    while let Some((kind, bytes)) = records.next()? {
        match kind {
            FORMAT => {
                let code = counted(bytes, 2).map(|(code, _)| code);
                codes.extend(short(bytes, 0).ok().map(u32::from).zip(code));
            }
            BEGIN_STYLES => within = true,
            STYLE if within => styles.push(short(bytes, 2).unwrap_or(0).into()),
            END_STYLES => break,
            _ => {}
        }
    }
    Ok(Styles::new(&styles, &codes, |_| false))
}

const ROW_HEADER: u32 = 0x0000;
const FORMULA_ERROR: u32 = 0x000B;
const RICH_TEXT: u32 = 0x003E;
const FORMULA_TEXT: u32 = 0x0008;
/// A cell with a number (a short one, a whole one, that of a formula) or a text (its own, a shared one, that
/// of a formula).
const CELLS: &[u32] = &[0x0002, 0x0005, 0x0009, 0x0006, 0x0007, FORMULA_TEXT];
/// The formula that a range of cells shares, behind the first of them.
const SHARED_FORMULA: u32 = 0x01AB;
const END_SHEET_DATA: u32 = 0x0092;
const BEGIN_SHEET_DATA: u32 = 0x0091;
const BUNDLE_SHEET: u32 = 0x009C;
const END_BUNDLE_SHEETS: u32 = 0x0090;
const COLUMN_INFO: u32 = 0x003C;
const MERGE_CELL: u32 = 0x00B0;
const LINK: u32 = 0x01EE;
const FORMAT: u32 = 0x002C;
const STYLE: u32 = 0x002F;
const BEGIN_STYLES: u32 = 0x0269;
const END_STYLES: u32 = 0x026A;
/// Conditions of a filter: values, colour, icon, the first ten, dynamic, custom.
const FILTERS: &[u32] = &[0xA5, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC];
/// `fDyZero` of `BrtRowHdr`, `fHidden` of `BrtColInfo`.
const ROW_HIDDEN: u8 = 0x10;
const COLUMN_HIDDEN: u8 = 0x01;

/// The relationship that a sheet's record names, as ASCII; none where there is no part.
fn sheet_id(record: &[u8]) -> Option<Vec<u8>> {
    let length = long(record, 8).ok()?;
    let id = record.get(12..)?.as_chunks::<2>().0.get(..length as usize)?;
    Some(id.iter().map(|unit| unit[0]).collect())
}

/// What a sheet's part says beyond calamine's stream of cells.
#[derive(Debug, Default)]
pub(super) struct Beyond {
    /// Cells that calamine does not give, in the order of the part, and what each is instead of a value.
    pub(super) faults: Vec<(CellRef, Fault<'static>)>,
    /// What it says beside cells.
    pub(super) outline: Outline,
    /// What its cells show, but for links.
    pub(super) faces: Faces,
    /// The links behind its cells.
    pub(super) links: Vec<Named>,
}

/// Read a sheet's part to its end.
///
/// # Errors
/// The part is cut off, or has a row out of the grid.
pub(super) fn beyond(part: impl BufRead, styles: &Styles) -> Result<Beyond, Complaint> {
    let mut records = Records::new(part);
    let mut beyond = Beyond::default();
    // The row, from 1, once the data has begun.
    let mut row = None;
    let mut ended = false;
    while let Some((kind, bytes)) = records.next()? {
        match (kind, row) {
            (BEGIN_SHEET_DATA, _) => row = Some(0),
            (END_SHEET_DATA, _) => (row, ended) = (None, true),
            (ROW_HEADER, Some(_)) => {
                let number = long(bytes, 0).ok().and_then(|row| row.checked_add(1));
                let number = number.filter(|row| *row <= MAX_ROW);
                let number = number.ok_or_else(|| damaged("cell beyond XFD1048576"))?;
                if bytes.get(11).is_some_and(|flags| flags & ROW_HIDDEN != 0) {
                    beyond.outline.hidden_rows.add(number..=number);
                }
                row = Some(number);
            }
            (SHARED_FORMULA, Some(_)) => {
                beyond.faces.linking.shared(bytes.get(16..).unwrap_or_default());
            }
            (kind, Some(row)) => beyond.cell(kind, row, bytes, styles)?,
            (COLUMN_INFO, _) => hide_columns(&mut beyond.outline, bytes),
            (MERGE_CELL, _) => beyond.outline.merges.extend(cells(bytes)),
            (LINK, _) => {
                if let Some(link) = link(bytes) {
                    link.keep(&mut beyond.links);
                }
            }
            (kind, _) if FILTERS.contains(&kind) => beyond.outline.filtered = true,
            _ => {}
        }
    }
    if ended { Ok(beyond) } else { Err(cut()) }
}

impl Beyond {
    /// What a record within the rows says of a cell.
    fn cell(
        &mut self,
        kind: u32,
        row: u32,
        bytes: &[u8],
        styles: &Styles,
    ) -> Result<(), Complaint> {
        if matches!(kind, FORMULA_ERROR | RICH_TEXT) {
            let column = long(bytes, 0).map_err(|_| cut())?;
            let error =
                bytes.get(8).filter(|_| kind == FORMULA_ERROR).and_then(|byte| error(*byte));
            let unreadable = Fault::Defect(Defect::Unreadable);
            let fault = error.map_or(unreadable, Fault::Error);
            self.faults.push((CellRef::new(row, column), fault));
            return Ok(());
        }
        let (Ok(column), Ok(style)) = (long(bytes, 0), long(bytes, 4)) else { return Ok(()) };
        if !CELLS.contains(&kind) || row == 0 {
            return Ok(());
        }
        // The upper eight bits are for something else.
        if let Some(format) = styles.format((style & 0x00FF_FFFF) as usize) {
            self.faces.note((row - 1, column), Face::Format(format.clone()));
        }
        // Behind the text: flags, and a length.
        let formula = || counted(bytes, 8).and_then(|(_, from)| bytes.get(from + 6..));
        if kind == FORMULA_TEXT
            && let Some(formula) = formula()
        {
            // The column stands behind the formula and a length.
            let base = || Some((long(formula, 1).ok()?, long(formula, 9).ok()?));
            self.faces.linking.formula((row - 1, column), formula, base);
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
    let (first, last) = (long(record, 0), long(record, 4));
    let hidden = record.get(16).is_some_and(|flags| flags & COLUMN_HIDDEN != 0);
    if let (Ok(first @ ..MAX_COLUMNS), Ok(last), true) = (first, last, hidden) {
        outline.hidden_columns.add(first..=last.min(MAX_COLUMNS - 1));
    }
}

/// The cells that a record names first.
fn cells(record: &[u8]) -> Option<Merge> {
    let number = |at| long(record, at).ok();
    let [top, bottom] = [number(0)?, number(4)?];
    let [left, right] = [number(8)?, number(12)?];
    let sound = top <= bottom && bottom < MAX_ROW && left <= right && right < MAX_COLUMNS;
    let (first, last) = (CellRef::new(top + 1, left), CellRef::new(bottom + 1, right));
    sound.then_some(Merge { first, last })
}

/// A link: its cells, the relationship, the place within what that leads to. None where it leads to a place
/// of the workbook itself.
fn link(record: &[u8]) -> Option<Named> {
    let (id, at) = counted(record, 16)?;
    let place = counted(record, at).map(|(place, _)| place).unwrap_or_default();
    (!id.is_empty()).then(|| Some(Named::new(cells(record)?, id.into_bytes(), place)))?
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

    fn read(records: &[Vec<u8>]) -> Result<Beyond, Complaint> {
        beyond(std::io::Cursor::new(records.concat()), &Styles::default())
    }

    #[test]
    fn what_calamine_passes_over_is_found_at_its_cell() {
        let error = |column: u32, byte: u8| {
            record(FORMULA_ERROR, &[&numbers(&[column, 0])[..], &[byte]].concat())
        };
        let read = read(&[
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
        ])
        .unwrap();
        let found: Vec<_> = read.faults.iter().map(|(at, name)| format!("{at} {name}")).collect();
        assert_eq!(found, ["B1 #N/A", "C7 cell-unreadable", "D7 cell-unreadable"]);
        let outline = read.outline;
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
        let end = || record(END_SHEET_DATA, &[]);
        let beyond = read(&[begin(), row(MAX_ROW, false), end()]).unwrap_err();
        assert_eq!(beyond, damaged("cell beyond XFD1048576"));
        assert!(read(&[begin(), row(MAX_ROW - 1, false), end()]).is_ok());
        assert!(read(&[begin(), row(MAX_ROW - 1, false)]).is_err(), "no end");
        assert!(read(&[vec![0x91, 0x01, 0x05, 0x00]]).is_err(), "too short");
    }
}
