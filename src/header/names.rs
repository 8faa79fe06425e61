//! What the columns of a header are called.
//!
//! Must not know: what a name means.

use std::sync::Arc;

use crate::sheet::RawRow;

/// A header row, with the names that its columns have beside their texts.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The texts that are bound.
    pub(crate) row: &'a RawRow,
    /// What else a mapping file may call a column; empty where nothing else.
    pub(crate) own: &'a [(usize, Arc<str>)],
}

impl<'a> From<&'a RawRow> for Names<'a> {
    fn from(row: &'a RawRow) -> Self {
        Self { row, own: &[] }
    }
}
