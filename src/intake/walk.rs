//! A walk over files, sheets and rows: what it knows on its way.
//!
//! Must not know: the way.

use crate::identity::Repeats;
use crate::plan::Making;
use crate::problem::Problem;

use super::child_sheet::ChildSheet;
use super::order::Order;
use super::sink::{Sink, Totals};
use super::tables::Tables;

/// What is known on the way.
pub(super) struct Walk<'a> {
    pub(super) order: &'a Order,
    pub(super) sink: &'a mut dyn Sink,
    pub(super) totals: Totals,
    pub(super) tables: Tables,
    pub(super) repeats: Repeats,
    /// Sheets that are not ours: warnings where another sheet is, else the error.
    pub(super) skipped: Vec<Problem>,
    pub(super) sheets_read: usize,
    /// Hidden rows that were met last.
    pub(super) hidden: Option<Problem>,
    pub(super) child_sheets: Vec<ChildSheet>,
    pub(super) making: Option<Making>,
    /// SHA-256 of the file at hand, as each further pass over it read it.
    pub(super) read_again: Vec<String>,
}

impl Walk<'_> {
    /// Rows went by, so many of them blank, and no records.
    pub(super) fn count(&mut self, rows: u64, blank: u64, skipped: u64) {
        self.totals.rows += rows;
        self.totals.blank += blank;
        self.totals.skipped += skipped;
        if let Some(file) = self.totals.files.last_mut() {
            file.rows += rows;
            file.blank += blank;
            file.skipped += skipped;
        }
    }
}
