//! `.xlsb` as rows: calamine's cell stream, and what the same part says beyond it (`biff12`).
//!
//! Must not know: processes.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;

use calamine::{Reader, SheetType, Xlsb, XlsbError};

use super::super::archive::{Archive, damaged};
use super::super::contain::contained;
use super::super::links::Links;
use super::super::locate;
use super::super::styles::Styles;
use super::biff12;
use super::halt::Halt;
use super::linking::Linking;
use super::sheets::{open, worksheets, write_row};
use super::spool::Spooler;
use super::values::{CellContent, put};
use crate::problem::{Code, Complaint};
use crate::sheet::address::{MAX_COLUMNS, MAX_ROW};
use crate::sheet::{CellRef, Defect, Epoch, Fault, RawCell, RawRow};

/// Read an `.xlsb`.
pub(super) fn xlsb(path: &Path, out: &mut Spooler<impl Write>) -> Result<(), Halt> {
    let mut book = Xlsb::new(open(path)?).map_err(|e| refusal(&e))?;
    let mut archive = Archive::new(open(path)?).map_err(|_| damaged("zip"))?;
    let styles = biff12::styles(&mut archive)?;
    let parts = biff12::sheet_parts(&mut archive)?;
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
        if let Err(halt) = sheet(&mut book, name, (&mut archive, part, &styles), out) {
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
    (archive, part, styles): (&mut Archive, &str, &Styles),
    out: &mut Spooler<impl Write>,
) -> Result<(), Halt> {
    let epoch = Epoch::of(book.has_1904_epoch());
    let index = locate::index_of(archive, part);
    let (index, part) = index
        .and_then(|index| Some((index, archive.by_index(index).ok()?)))
        .ok_or_else(|| damaged("missing part"))?;
    let mut beyond = biff12::beyond(BufReader::new(part), styles)?;
    beyond.outline.epoch = epoch;
    beyond.faces.links = Links::of(archive, index, &beyond.links);
    if let Some(complaint) = beyond.faces.refusal() {
        return Err(complaint.into());
    }
    let formulas = formulas(book, name, &beyond.faces.linking);
    let mut faults = beyond.faults.iter().copied().peekable();
    let mut cells = book.worksheet_cells_reader(name).map_err(|e| refusal(&e))?;
    let mut row = RawRow::new();
    row.reset(0);
    loop {
        let cell = cells.next_cell().map_err(|e| refusal(&e))?;
        let at = cell.as_ref().map(calamine::Cell::get_position);
        let at = at.map(|(row, column)| CellRef::new(row.saturating_add(1), column));
        while let Some((place, fault)) =
            faults.next_if(|(place, _)| at.is_none_or(|at| *place < at))
        {
            if !turn(&mut row, place, out)? {
                return Ok(());
            }
            row.put(place.column as usize, RawCell::Fault(fault));
        }
        let (Some(cell), Some(at)) = (cell, at) else { break };
        if !turn(&mut row, at, out)? {
            return Ok(());
        }
        let column = at.column as usize;
        let (held, place) = (CellContent::from(cell.get_value()), (at.row - 1, at.column));
        let formula = formulas.get(&at).map(String::as_str);
        if row.cell(column) != RawCell::Empty {
            row.put(column, RawCell::Fault(Fault::Defect(Defect::Twice)));
        } else if !beyond.faces.put(&mut row, place, (held, formula), epoch) {
            put(&mut row, column, held, epoch);
        }
    }
    if row.number() > 0 && !write_row(&row, out)? {
        return Ok(());
    }
    Ok(out.outline(&beyond.outline)?)
}

/// The formulas of these cells, which call `HYPERLINK`, as far as calamine can read them.
fn formulas(
    book: &mut Xlsb<BufReader<File>>,
    name: &str,
    linking: &Linking,
) -> HashMap<CellRef, String> {
    let mut formulas = HashMap::new();
    if linking.is_empty() {
        return formulas;
    }
    let _ = contained(|| {
        let mut cells = book.worksheet_cells_reader(name).ok()?;
        while let Some(cell) = cells.next_formula().ok()? {
            let (row, column) = cell.get_position();
            if linking.has((row, column)) {
                let at = CellRef::new(row.saturating_add(1), column);
                formulas.insert(at, cell.get_value().clone());
            }
        }
        Some(())
    });
    formulas
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
