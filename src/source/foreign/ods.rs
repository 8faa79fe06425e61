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
use super::wordings::{Wording, Wordings};
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
    let mut wordings = Wordings::default();
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
            table.content(tag, &wordings);
            if !tag.is_end() {
                table.tag(tag);
            }
            if let Some(cell) = table.cell.as_mut().filter(|cell| cell.speaks) {
                text.clear();
                tags.text(&mut text)?;
                cell.text.push_str(&meant(&text));
            }
        } else if wordings.takes(tag) {
            text.clear();
            tags.text(&mut text)?;
            wordings.say(&meant(&text));
        }
    }
    for (outline, _) in &mut tables {
        outline.epoch = epoch;
    }
    Ok(tables)
}

/// From so many bytes on, blanks that stand for more of them are no part of what a cell shows.
const LONG: usize = 1 << 16;

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
    /// What it holds, as the file writes it, where that may be something else than what it shows: a number,
    /// or a text that stands beside the one that is shown.
    held: Option<String>,
    is_number: bool,
    /// What its style puts round its text, which is not said to be there already.
    wording: Option<Wording>,
    /// A paragraph has begun, and no remark.
    speaks: bool,
    remark: bool,
    /// What it shows.
    text: String,
    link: Option<String>,
}

impl Open {
    /// The cell of this tag, at that place.
    fn new(tag: Tag<'_>, at: (u32, u32), wordings: &Wordings) -> Self {
        let sort = tag.attribute(b"value-type");
        let is_number = matches!(sort, Some(b"float" | b"percentage" | b"currency"));
        // Of the error of a formula this text is there, and empty.
        let text = tag.attribute(b"string-value").filter(|text| !text.is_empty());
        let held = if is_number { Some(tag.attribute(b"value").unwrap_or_default()) } else { text };
        let is_text = sort == Some(b"string") && held.is_none();
        let style = tag.attribute(b"style-name").filter(|_| is_text);
        Self {
            at,
            repeated: count(tag, b"number-columns-repeated"),
            wording: style.and_then(|style| wordings.of(style)).cloned(),
            held: held.map(meant),
            is_number,
            speaks: false,
            remark: false,
            text: String::new(),
            link: None,
        }
    }

    /// A paragraph begins or ends.
    fn paragraph(&mut self, opens: bool) {
        self.speaks = opens && !self.remark;
        if self.speaks && !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Blanks within what is shown, so many of this one.
    fn blank(&mut self, blank: &str, times: u32) {
        if self.speaks && self.text.len() < LONG {
            self.text.push_str(&blank.repeat((times as usize).min(LONG)));
        }
    }

    /// Whether it shows something else than it holds; blanks alone are nothing else.
    fn is_dressed(&self) -> bool {
        let Some(held) = &self.held else { return false };
        let bare = |text: &'_ str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        *held != self.text && (self.is_number || bare(held) != bare(&self.text))
    }
}

impl Table {
    /// What a tag says of what a cell shows.
    fn content(&mut self, tag: Tag<'_>, wordings: &Wordings) {
        let (opens, closes) = (!tag.is_end() && !tag.is_empty(), tag.is_end());
        match tag.name() {
            b"table-cell" if opens => {
                self.cell = Some(Open::new(tag, (self.rows, self.cells), wordings));
            }
            b"table-cell" if closes => self.close(),
            _ => {}
        }
        let Some(cell) = &mut self.cell else { return };
        match tag.name() {
            b"annotation" => cell.remark = opens,
            b"p" if !tag.is_empty() => cell.paragraph(opens),
            b"s" if !closes && tag.prefix() == b"text:" => cell.blank(" ", count(tag, b"c")),
            b"tab" if !closes => cell.blank("\t", 1),
            b"line-break" if !closes => cell.blank("\n", 1),
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
        let columns = first..first.saturating_add(cell.repeated);
        let rows = row..row.saturating_add(self.repeated);
        let worded = cell.wording.as_ref().and_then(|wording| wording.of(cell.text.trim()));
        if let Some(face) = worded {
            self.faces.note_all(rows.clone(), columns.clone(), &Face::Shown(face));
        } else if cell.is_dressed() {
            self.faces.note_all(rows.clone(), columns.clone(), &Face::Shown(cell.text.clone()));
        }
        if let Some(to) = cell.link.filter(|to| !cell.is_number && !to.starts_with('#')) {
            let (first, last) =
                (CellRef::new(row + 1, first), CellRef::new(rows.end, columns.end - 1));
            self.faces.links.add(Merge { first, last }, &to, "");
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
