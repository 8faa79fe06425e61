//! A child sheet: which sheets and files are children, and the rows of one, read whole.
//!
//! Must not know: how it is bound, the rows of parents.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::bind::apart::Why;
use crate::bind::{Binding, ChildBinding};
use crate::check::evidence as columns;
use crate::mapping::{ChildMapping, RecordMapping, names};
use crate::problem::{Complaint, Place, Problem};
use crate::rows::aside::Passed;
use crate::rows::lines::{Counts, Plan};
use crate::rows::{Belonging, Children, Line, Lines, RowFilter};
use crate::sheet::Outline;
use crate::source::{Book, Evidence, SheetInfo};
use crate::spec::KindId;

use super::again::AgainSheet;
use super::keys::Keys;
use super::order::IntakeOptions;
use super::sink::FileRows;
use super::stop::{Stop, input};

/// A child sheet, read whole.
pub(super) struct ChildSheet {
    /// For the reports, which read it again.
    pub(super) again: AgainSheet,
    pub(super) index: usize,
    pub(super) kind: KindId,
    /// File and sheet.
    pub(super) place: Place,
    pub(super) binding: ChildBinding,
    pub(super) rows: Children,
    /// Rows whose key can't be read.
    pub(super) unreadable: Vec<(u32, Complaint)>,
    /// Rows that are none of an entry, and hidden ones.
    pub(super) skipped: u64,
    /// Who is called what.
    pub(super) keys: Keys,
    /// Which rows are read.
    pub(super) aside: RowFilter,
    /// What is to be said of the sheet beside its rows' own problems.
    pub(super) notes: Vec<Problem>,
    pub(super) counted: FileRows,
    pub(super) format: String,
    pub(super) evidence: Vec<Evidence>,
    /// It is a file of its own, and not a sheet of its parent's workbook.
    pub(super) own_file: bool,
    /// Its parent was a fix file: the other parents are not there, and that is right.
    pub(super) of_fix: bool,
}

impl ChildSheet {
    /// Keep every row below the header, and read values as the columns' own values prove, else dates in
    /// the order that is told of its parent.
    pub(super) fn read(
        &mut self,
        book: &mut Book,
        outline: &Outline,
        parent: &Binding,
    ) -> Result<(), Stop> {
        let mut evidence = columns::Evidence::of_child(&self.binding, parent);
        let plan = Plan {
            header_row: self.binding.header_row,
            bindings: &[],
            belonging: &Belonging::default(),
            aside: self.aside.clone(),
            outline,
        };
        let mut lines = Lines::new(book.rows(self.index).map_err(input)?, plan);
        while let Some(line) = lines.next().map_err(input)? {
            if let Line::Passed(Passed::Apart(why)) = line {
                let told = lines.aside().told(why, lines.row(), &self.place);
                if why == Why::Aside {
                    return Err(input(told));
                }
                self.notes.push(told);
            }
            if !matches!(line, Line::Read) {
                continue;
            }
            lines.fill(&mut Vec::new());
            let row = lines.row();
            evidence.feed_row(row);
            let columns = &self.binding.columns;
            let blank = columns.iter().all(|column| row.cell(column.index).is_blank());
            self.counted.blank += u64::from(blank);
            if let Err(complaint) = self.rows.feed(&self.binding, row) {
                self.unreadable.push((row.number(), complaint));
            }
        }
        let Counts { rows, blank, skipped } = lines.counts();
        self.counted.rows = rows;
        self.counted.blank += blank;
        self.skipped = skipped;
        self.notes.extend(lines.aside().hidden_rows(&self.place));
        evidence.apply_child(&mut self.binding);
        self.notes.extend(evidence.problems(&self.place));
        Ok(())
    }
}

/// The files that are only there for their children's sake.
pub(super) fn only_children(order: &IntakeOptions) -> HashSet<PathBuf> {
    let records = || order.mapping.iter().flat_map(|mapping| &mapping.records);
    let is_child = |path: &&PathBuf| {
        let name = file_name(path);
        let patterns = records().flat_map(|record| &record.children);
        patterns.filter_map(|child| child.file.as_deref()).any(|pattern| names(pattern, &name))
    };
    order.files.iter().filter(is_child).cloned().collect()
}

/// The sheets of a workbook that are children of another of its sheets.
pub(super) fn child_sheets(
    order: &IntakeOptions,
    path: &Path,
    sheets: &[SheetInfo],
) -> HashSet<usize> {
    let name = file_name(path);
    let of_file = |record: &&RecordMapping| record.applies_to(&name, None);
    let records = order.mapping.iter().flat_map(|mapping| &mapping.records).filter(of_file);
    let mut found = HashSet::new();
    for child in records.flat_map(|record| &record.children) {
        if child.file.is_none() {
            found.extend(sheet_of(child, sheets));
        }
    }
    found
}

/// The sheet that is meant: the named one, else the first.
pub(super) fn sheet_of(child: &ChildMapping, sheets: &[SheetInfo]) -> Option<usize> {
    child.sheet.as_deref().map_or(Some(0), |name| position(sheets, name))
}

fn position(sheets: &[SheetInfo], name: &str) -> Option<usize> {
    let same = |sheet: &SheetInfo| sheet.name.as_deref().is_some_and(|n| n.trim() == name.trim());
    sheets.iter().position(same)
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
