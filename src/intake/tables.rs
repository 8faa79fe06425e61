//! The tables that a mapping file's `values_from` names, read once each.
//!
//! Must not know: which field they serve.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::mapping::{RecordMapping, TableRef};
use crate::problem::{Code, Complaint, Place, Problem};
use crate::sheet::{RawCell, RawRow, Stream as _};
use crate::source::{self, OpenOptions};

use super::order::IntakeOptions;
use super::words::{no_sheet, text};

/// From here on a number no longer holds every digit that was typed (Excel keeps 15).
const EXACT: f64 = 1e15;

/// A table: what the spreadsheet says → what the field gets.
pub(super) type ValueTable = Arc<HashMap<String, String>>;

/// The tables that were read so far.
#[derive(Default)]
pub(super) struct Tables {
    read: HashMap<String, ValueTable>,
}

impl Tables {
    /// The tables of one mapping record, by field path.
    pub(super) fn load(
        &mut self,
        order: &IntakeOptions,
        record: &RecordMapping,
    ) -> Result<HashMap<String, ValueTable>, Problem> {
        let mut tables = HashMap::new();
        for (path, reference) in &record.values_from {
            let name = format!("{reference:?}");
            let table = if let Some(table) = self.read.get(&name) {
                Arc::clone(table)
            } else {
                let table = Arc::new(read(order, reference)?);
                self.read.insert(name, Arc::clone(&table));
                table
            };
            tables.insert(path.clone(), table);
        }
        Ok(tables)
    }
}

fn read(order: &IntakeOptions, reference: &TableRef) -> Result<HashMap<String, String>, Problem> {
    let given = PathBuf::from(&reference.file);
    let path =
        order.mapping_folder.as_ref().map_or_else(|| given.clone(), |home| home.join(&given));
    let shown: Arc<str> = Arc::from(reference.file.as_str());
    let options = OpenOptions { reader: order.open.reader.clone(), ..OpenOptions::default() };
    let mut book = source::open(&path, &shown, &options)?;
    let at = Place { sheet: reference.sheet.as_deref().map(Arc::from), ..Place::file(&shown) };
    let index = match &reference.sheet {
        None => 0,
        Some(name) => book
            .sheets()
            .iter()
            .position(|sheet| sheet.name.as_deref() == Some(name.as_str()))
            .ok_or_else(|| Problem::at(Place::file(&shown), no_sheet(name, book.sheets())))?,
    };
    let mut rows = book.rows(index)?;
    let mut row = RawRow::new();
    let (from, to) = loop {
        if !rows.next(&mut row)? {
            let names = [reference.from.clone(), reference.to.clone()];
            return Err(Problem::at(at, Complaint::with(Code::TableColumnMissing, names)));
        }
        let headers: Vec<_> = row.cells().map(|cell| text(cell).trim().to_owned()).collect();
        let find = |name: &str| headers.iter().position(|header| header == name.trim());
        if let (Some(from), Some(to)) = (find(&reference.from), find(&reference.to)) {
            break (from, to);
        }
    };
    let mut table = HashMap::new();
    while rows.next(&mut row)? {
        let key = exact(&row, from, &at)?;
        let value = exact(&row, to, &at)?;
        if key.is_empty() || value.is_empty() {
            continue;
        }
        let same = table.get(&key).is_none_or(|known| *known == value);
        if !same {
            let at = Place { row: Some(row.number()), ..at };
            return Err(Problem::at(at, Complaint::with(Code::TableTwice, [key])));
        }
        table.insert(key, value);
    }
    Ok(table)
}

/// A cell of the table as text. A number of which Excel has lost digits, and a cell that could not
/// be read, would put a wrong ID into every row: they end the reading.
fn exact(row: &RawRow, column: usize, at: &Place) -> Result<String, Problem> {
    let cell = row.cell(column);
    let complaint = match cell {
        RawCell::Number(number) if number.abs() >= EXACT => Complaint::new(Code::DigitsLost),
        RawCell::Fault(fault) => Complaint::of_fault(fault),
        RawCell::Empty
        | RawCell::Text(_)
        | RawCell::Number(_)
        | RawCell::Bool(_)
        | RawCell::Moment(_)
        | RawCell::Dressed(_) => return Ok(text(cell).trim().to_owned()),
    };
    let place = Place { row: Some(row.number()), column: u32::try_from(column).ok(), ..at.clone() };
    Err(Problem::at(place, complaint))
}
