//! What an `.ods` says beside its cells: hidden rows and columns, merged cells, filters, from where
//! days are counted; and what its cells show of numbers, and the links behind them. calamine does not
//! tell.
//!
//! Must not know: values.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

use super::super::archive::Archive;
use super::super::tags::{Tag, Tags, meant};
use super::faces::{Face, Faces};
use crate::sheet::address::{MAX_COLUMNS, MAX_ROW};
use crate::sheet::{CellRef, Epoch, Merge, Outline};

/// The outlines of all tables, with what their cells show, in the order in which calamine lists them.
pub(super) fn outlines(path: &Path) -> io::Result<Vec<(Outline, Faces)>> {
    let mut archive = Archive::new(BufReader::new(File::open(path)?)).map_err(io::Error::other)?;
    let part = archive.by_name("content.xml").map_err(io::Error::other)?;
    let mut tags = Tags::new(BufReader::new(part));
    let mut tables: Vec<(Outline, Faces)> = Vec::new();
    let mut text = Vec::new();
    let mut table: Option<Table> = None;
    let mut epoch = Epoch::default();
    while let Some(tag) = tags.next()? {
        if tag.name() == b"table" && tag.prefix() == b"table:" {
            if tag.is_end() {
                tables.extend(table.take().map(|table| (table.outline, table.faces)));
            } else if table.is_none() && tag.attribute(b"name").is_some() {
                table = Some(Table::default());
            }
        } else if tag.name() == b"null-date" {
            epoch = Epoch::of(tag.attribute(b"date-value") == Some(b"1904-01-01"));
        } else if let Some(table) = table.as_mut() {
            table.content(tag);
            if !tag.is_end() {
                table.tag(tag);
            }
            if let Some(cell) = table.cell.as_mut().filter(|cell| cell.speaks) {
                text.clear();
                tags.text(&mut text)?;
                cell.text.push_str(&meant(&text));
            }
        }
    }
    for (outline, _) in &mut tables {
        outline.epoch = epoch;
    }
    Ok(tables)
}

/// Cells or rows that one stands for, of which what is shown is kept.
const REPEATED: u32 = 1000;

/// A table, as far as it was read.
#[derive(Default)]
struct Table {
    outline: Outline,
    faces: Faces,
    /// The cell that has begun.
    cell: Option<Open>,
    /// Rows and columns that came before, and cells of the row.
    rows: u32,
    columns: u32,
    cells: u32,
    /// Rows that the row reached stands for.
    repeated: u32,
}

/// A cell that has begun.
struct Open {
    /// Its row and column from 0, and how many such cells there are.
    at: (u32, u32),
    repeated: u32,
    /// A number, as the file writes it.
    number: Option<String>,
    /// A paragraph has begun, and no remark.
    speaks: bool,
    remark: bool,
    text: String,
    link: Option<String>,
}

impl Table {
    /// What a tag says of what a cell shows.
    fn content(&mut self, tag: Tag<'_>) {
        let (opens, closes) = (!tag.is_end() && !tag.is_empty(), tag.is_end());
        match tag.name() {
            b"table-cell" if opens => {
                let number: &[&[u8]] = &[b"float", b"percentage", b"currency"];
                let sort = tag.attribute(b"value-type");
                self.cell = Some(Open {
                    at: (self.rows, self.cells),
                    repeated: count(tag, b"number-columns-repeated"),
                    number: sort
                        .filter(|sort| number.contains(sort))
                        .map(|_| tag.attribute(b"value").map(meant).unwrap_or_default()),
                    speaks: false,
                    remark: false,
                    text: String::new(),
                    link: None,
                });
            }
            b"table-cell" if closes => self.close(),
            _ => {}
        }
        let Some(cell) = &mut self.cell else { return };
        match tag.name() {
            b"annotation" => cell.remark = opens,
            b"p" => cell.speaks = opens && !cell.remark,
            b"a" if opens && !cell.remark => {
                let to = tag.attribute(b"href").map(meant);
                cell.link = cell.link.take().or(to);
            }
            _ => {}
        }
    }

    /// The cell that had begun is whole.
    fn close(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let (row, first) = cell.at;
        let rows = row..row.saturating_add(self.repeated.clamp(1, REPEATED));
        let columns = first..first.saturating_add(cell.repeated.clamp(1, REPEATED));
        match cell.link {
            Some(to) if cell.number.is_none() && !to.starts_with('#') => {
                let (first, last) =
                    (CellRef::new(row + 1, first), CellRef::new(rows.end, columns.end - 1));
                self.faces.links.add(Merge { first, last }, &to, "");
            }
            Some(_) | None if cell.number.as_ref().is_some_and(|number| *number != cell.text) => {
                for row in rows {
                    for column in columns.clone() {
                        self.faces.note((row, column), Face::Shown(cell.text.clone()));
                    }
                }
            }
            Some(_) | None => {}
        }
    }

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
