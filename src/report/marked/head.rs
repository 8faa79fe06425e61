//! One sheet of an input, and the columns that muster adds to it.
//!
//! Must not know: what stands in its rows.

use crate::sheet::Epoch;

/// The columns that muster adds. Binding passes over headers of these names.
pub(crate) const OWN_COLUMNS: [&str; 3] = ["muster_问题", "muster_怎么改", "muster_row"];

/// One sheet of an input.
#[derive(Clone, Debug, Default)]
pub(crate) struct SheetHead {
    /// The input's name as the run's problems have it.
    pub file: String,
    /// The sheet's name; none for CSV.
    pub sheet: Option<String>,
    /// What its sheet is called in a workbook: the sheet's name, for CSV the file's stem.
    pub title: String,
    /// The row of the headers, from 1.
    pub header_row: u32,
    /// The headers, as texts.
    pub header: Vec<String>,
    /// The rows above the headers (number from 1, texts), so that the headers keep their row.
    pub above: Vec<(u32, Vec<String>)>,
    /// The columns of keys that rows of child sheets name; in a child sheet its own.
    pub keys: Vec<usize>,
    /// It is a child sheet: the rows of kept records stay with them.
    pub is_child: bool,
    /// From where its numbers count days.
    pub epoch: Epoch,
}
