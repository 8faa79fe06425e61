//! The keys of every parent, read before the first record: what two people are called is nobody's name.
//!
//! Must not know: what the rows of child sheets hold.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::problem::Place;
use crate::rows::aside::Passed;
use crate::rows::child::key;
use crate::rows::lines::Plan;
use crate::rows::{Belonging, Line, Lines, RowFilter};
use crate::sheet::RawRow;
use crate::source::{self, Book, Rows};

use super::choose::{self, Bound};
use super::head::Head;
use super::order::IntakeOptions;
use super::stop::{Stop, input};
use super::walk::Ingest;

/// Whether any record takes rows of child sheets.
fn has_children(order: &IntakeOptions) -> bool {
    let mut records = order.mapping.iter().flat_map(|mapping| &mapping.records);
    records.any(|record| !record.children.is_empty())
}

impl Ingest<'_> {
    /// Read the keys of every parent in these files. What is wrong with a sheet is told when its
    /// rows are read.
    pub(super) fn know_parents(&mut self, files: &[&PathBuf]) -> Result<(), Stop> {
        if !has_children(self.order) {
            return Ok(());
        }
        for path in files {
            let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
            let mut book = source::open(path, &shown, &self.order.open).map_err(input)?;
            let Ok(sheets) = self.sheets(&mut book, path) else { continue };
            self.skipped.clear();
            for index in sheets {
                self.parents(&mut book, path, &shown, index)?;
            }
        }
        Ok(())
    }

    fn parents(
        &mut self,
        book: &mut Book,
        path: &Path,
        shown: &Arc<str>,
        index: usize,
    ) -> Result<(), Stop> {
        let head = Head::of(self.order, book, shown, index)?;
        let bound = choose::bind_sheet(self.order, &mut self.tables, &head);
        let Ok(Bound { header, bindings, texts, .. }) = bound else { return Ok(()) };
        let Head { place, outline, rows: head, .. } = head;
        let mut columns = Vec::new();
        for binding in &bindings {
            for child in &binding.shape.children {
                for (path, own_file) in self.files_of(&child.mapping, path)? {
                    let sheet = self.load(&path, own_file, &child.mapping, binding)?;
                    columns.push((sheet, child.key_parent));
                }
            }
        }
        if columns.is_empty() {
            return Ok(());
        }
        let above = head.get(..header.index).unwrap_or_default();
        let hidden = self.order.hidden.rows(&outline);
        let aside = RowFilter::new(&header, above, &bindings, &outline, hidden);
        let belonging = Belonging::of(&bindings, &texts);
        let plan = Plan {
            header_row: header.last_row,
            bindings: &bindings,
            belonging: &belonging,
            aside,
            outline: &outline,
        };
        let rows = book.rows(index).map_err(input)?;
        self.see_keys(Lines::new(rows, plan), &belonging, &place, &columns)
    }

    /// The keys of every row that begins a record, of a hidden one too.
    fn see_keys(
        &mut self,
        mut lines: Lines<'_, Rows<'_>>,
        belonging: &Belonging,
        place: &Place,
        columns: &[(usize, usize)],
    ) -> Result<(), Stop> {
        let mut first: Option<RawRow> = None;
        while let Some(line) = lines.next().map_err(input)? {
            if lines.is_after_gap() {
                first = None;
            }
            let is_hidden = match line {
                Line::Read => false,
                Line::Passed(Passed::Hidden(None)) => true,
                Line::Blank => {
                    first = None;
                    continue;
                }
                Line::Example | Line::Shares(_) | Line::Passed(_) => continue,
            };
            if first.as_ref().is_some_and(|first| belonging.belongs(lines.row(), first)) {
                continue;
            }
            lines.fill(&mut Vec::new());
            let row = lines.row();
            first.get_or_insert_default().copy_from(row);
            let place = Place { row: Some(row.number()), ..place.clone() };
            for (sheet, column) in columns {
                let Ok(Some(key)) = key(row.cell(*column)) else { continue };
                let keys = &mut self.child_sheets[*sheet].keys;
                if is_hidden {
                    keys.see_hidden(key);
                } else {
                    keys.see(key, &place);
                }
            }
        }
        Ok(())
    }
}
