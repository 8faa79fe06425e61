//! Spreadsheets to fill in, made from a kind's table: headings in two languages that bind by
//! themselves, required ones marked, dropdowns for fixed sets, text format where Excel would ruin
//! digits, a note on each heading, an example row, a sheet that explains it all.
//!
//! Must not know: how headings are bound, how cells are checked.

mod book;
mod cells;
mod choose;
mod column;
mod help;
pub mod mapping;
mod own;
mod shape;
mod sheets;

pub use book::{workbook, workbook_of};
pub use choose::Selection;
pub use column::{Column, columns};
pub use own::{OwnField, Tenant, columns as columns_of_tenant};

use crate::problem::Lang;
use crate::spec::{Kind, KindId};

/// The version of the template's own layout: it grows with what a filled-in template may hold, not
/// with muster's. Nothing depends on it when a template is read: its columns bind by their headers, and
/// of the stamp only the kind counts.
pub const VERSION: u32 = 1;

/// The name of a kind's template file, without its ending.
pub const fn stem(kind: KindId) -> &'static str {
    kind.flag()
}

/// Which muster made the template, of which layout it is, and what it is for.
pub fn stamp(kind: KindId) -> String {
    crate::bind::stamp::of(kind, VERSION)
}

/// The headings and the example row as CSV: UTF-8 with BOM.
pub fn csv(kind: &'static Kind, selection: &Selection, lang: Lang) -> String {
    csv_of(&columns(kind, selection), lang)
}

/// The same of these columns.
pub fn csv_of(columns: &[Column], lang: Lang) -> String {
    let headings = columns.iter().map(|column| column.heading(" / ", lang)).collect();
    let examples = (0..).zip(columns).map(|(at, column)| column.example_cell(at, lang)).collect();
    let line =
        |cells: Vec<String>| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",");
    format!("\u{FEFF}{}\r\n{}\r\n", line(headings), line(examples))
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests;
