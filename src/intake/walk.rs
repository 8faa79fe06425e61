//! The state of one pass over all files, sheets and rows of the input.
//!
//! Must not know: in which order they are read.

use crate::identity::Repeats;
use crate::plan::Making;
use crate::problem::Problem;
use crate::source::Digest;

use super::chain::Chain;
use super::child_sheet::ChildSheet;
use super::order::IntakeOptions;
use super::sink::{IntakeCounts, Sink};
use super::tables::Tables;

/// The state of one pass over the input.
pub(super) struct Ingest<'a> {
    pub(super) order: &'a IntakeOptions,
    pub(super) sink: &'a mut dyn Sink,
    pub(super) totals: IntakeCounts,
    pub(super) tables: Tables,
    pub(super) repeats: Repeats,
    /// Sheets that are not ours: warnings where another sheet is, else the error.
    pub(super) skipped: Vec<Problem>,
    pub(super) sheets_read: usize,
    /// Hidden rows that were met last.
    pub(super) hidden: Option<Problem>,
    pub(super) child_sheets: Vec<ChildSheet>,
    pub(super) making: Option<Making>,
    /// Who names whom.
    pub(super) chain: Chain,
    /// The digest of the file at hand, as each further pass over it read it.
    pub(super) read_again: Vec<Digest>,
}

impl<'a> Ingest<'a> {
    /// Nothing read yet.
    pub(super) fn new(order: &'a IntakeOptions, sink: &'a mut dyn Sink) -> Self {
        Self {
            order,
            making: sink.making(),
            sink,
            totals: IntakeCounts::default(),
            tables: Tables::default(),
            repeats: Repeats::new().showing(order.show_values),
            skipped: Vec::new(),
            hidden: None,
            sheets_read: 0,
            child_sheets: Vec::new(),
            chain: Chain::Unknown,
            read_again: Vec::new(),
        }
    }

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
