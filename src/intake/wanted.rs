//! What the records of one sheet take from child sheets.
//!
//! Must not know: how child sheets are read.

use crate::problem::Complaint;
use crate::rows::ChildRow;

/// The child sheets that one binding takes rows from.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    pub(super) children: Vec<One>,
}

/// The rows that a record takes from one child sheet.
pub(super) type Taken = Result<Vec<ChildRow>, Refused>;

/// Why a record takes no rows.
pub(super) struct Refused {
    /// The parent's key column.
    pub(super) column: usize,
    /// What is wrong with it.
    pub(super) complaint: Complaint,
    /// How many rows nobody gets for it, told once.
    pub(super) rows: usize,
}

#[derive(Debug)]
pub(super) struct One {
    /// Which of the sheets that were read.
    pub(super) sheet: usize,
    /// The parent's key column.
    pub(super) key: usize,
}

impl Wanted {
    /// Nothing is wanted.
    pub(super) const fn is_empty(&self) -> bool {
        self.children.is_empty()
    }
}
