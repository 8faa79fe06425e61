//! Fix files: workbooks whose rows are of another input, the one that an earlier run read. What that
//! run knew of its sheets holds for theirs: kind, header row, and by which names a mapping means them.
//!
//! Must not know: where it is known from.

use std::path::PathBuf;

use crate::spec::KindId;

/// An input that is a fix file.
#[derive(Clone, Debug)]
pub struct FixFile {
    /// Where it is, as it was given.
    pub path: PathBuf,
    /// The input that its rows are of, as the run named it.
    pub of: String,
    /// That input's sheets.
    pub sheets: Vec<FixSheet>,
}

/// A sheet of the input that a fix file is of.
#[derive(Clone, Debug)]
pub struct FixSheet {
    /// What it is called in the fix file.
    pub title: String,
    /// What it was called in the input; none for CSV.
    pub sheet: Option<String>,
    /// The row of the header in the fix file: one row, whatever the input had.
    pub header_row: u32,
    /// What its rows make.
    pub kinds: Vec<KindId>,
}
