//! What an `.ods` says beside its cells: hidden rows and columns, merged cells, filters, from where
//! days are counted. calamine does not tell.
//!
//! Must not know: values.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

use super::super::archive::Archive;
use super::super::tags::{Tag, Tags};
use crate::sheet::address::{MAX_COLUMNS, MAX_ROW};
use crate::sheet::{CellRef, Epoch, Merge, Outline};

/// The outlines of all tables, in the order in which calamine lists them.
pub(super) fn outlines(path: &Path) -> io::Result<Vec<Outline>> {
    let mut archive = Archive::new(BufReader::new(File::open(path)?)).map_err(io::Error::other)?;
    let part = archive.by_name("content.xml").map_err(io::Error::other)?;
    let mut tags = Tags::new(BufReader::new(part));
    let mut tables: Vec<Outline> = Vec::new();
    let mut table: Option<Table> = None;
    let mut epoch = Epoch::default();
    while let Some(tag) = tags.next()? {
        if tag.name() == b"table" && tag.prefix() == b"table:" {
            if tag.is_end() {
                tables.extend(table.take().map(|table| table.outline));
            } else if table.is_none() && tag.attribute(b"name").is_some() {
                table = Some(Table::default());
            }
        } else if tag.name() == b"null-date" {
            epoch = Epoch::of(tag.attribute(b"date-value") == Some(b"1904-01-01"));
        } else if let Some(table) = table.as_mut().filter(|_| !tag.is_end()) {
            table.tag(tag);
        }
    }
    for outline in &mut tables {
        outline.epoch = epoch;
    }
    Ok(tables)
}

/// A table, as far as it was read.
#[derive(Default)]
struct Table {
    outline: Outline,
    /// Rows and columns that came before, and cells of the row.
    rows: u32,
    columns: u32,
    cells: u32,
    /// Rows that the row reached stands for.
    repeated: u32,
}

impl Table {
    fn tag(&mut self, tag: Tag<'_>) {
        let visibility = tag.attribute(b"visibility");
        let hidden = matches!(visibility, Some(b"collapse" | b"filter"));
        match tag.name() {
            b"table-column" => {
                let first = self.columns;
                self.columns = first.saturating_add(count(tag, b"number-columns-repeated"));
                if hidden && first < MAX_COLUMNS {
                    self.outline.hidden_columns.add(first..=self.columns.min(MAX_COLUMNS) - 1);
                }
            }
            b"table-row" => {
                self.rows = self.rows.saturating_add(self.repeated);
                self.repeated = count(tag, b"number-rows-repeated");
                self.cells = 0;
                if hidden && self.rows < MAX_ROW {
                    let last = self.rows.saturating_add(self.repeated).min(MAX_ROW);
                    self.outline.hidden_rows.add(self.rows + 1..=last);
                    self.outline.filtered |= visibility == Some(b"filter");
                }
            }
            b"table-cell" | b"covered-table-cell" => {
                let first = self.cells;
                self.cells = first.saturating_add(count(tag, b"number-columns-repeated"));
                let wide = count(tag, b"number-columns-spanned");
                let high = count(tag, b"number-rows-spanned");
                let last = (first.saturating_add(wide), self.rows.saturating_add(high));
                let within = last.0 <= MAX_COLUMNS && last.1 <= MAX_ROW;
                if (wide > 1 || high > 1) && within {
                    let first = CellRef::new(self.rows + 1, first);
                    let last = CellRef::new(last.1, last.0 - 1);
                    self.outline.merges.push(Merge { first, last });
                }
            }
            _ => {}
        }
    }
}

/// A count, which is 1 where it is not said.
fn count(tag: Tag<'_>, name: &[u8]) -> u32 {
    let text = tag.attribute(name).and_then(|value| std::str::from_utf8(value).ok());
    text.and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}
