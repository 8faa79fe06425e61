//! Where gathered cells really stand.
//!
//! Must not know: why they were gathered.

use std::sync::Arc;

use crate::problem::Place;

/// The places of the cells of a gathered row that are not where their column says.
#[derive(Clone, Debug, Default)]
pub struct Origins(Vec<Origin>);

/// Where one gathered cell stands.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Column of the gathered row, from 0.
    pub column: usize,
    /// Its cell: file, sheet, row and column.
    pub place: Place,
    /// The header above it.
    pub header: Option<Arc<str>>,
}

impl Origins {
    /// Every cell is where its column says.
    pub const NONE: &'static Self = &Self(Vec::new());

    /// Forget all, keep the buffer.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Note where the cell of a column stands.
    pub fn put(&mut self, origin: Origin) {
        self.0.push(origin);
    }

    /// Where the cell of a column stands, if it is not where the column says.
    pub fn of(&self, column: usize) -> Option<&Origin> {
        self.0.iter().rev().find(|origin| origin.column == column)
    }
}
