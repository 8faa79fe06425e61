//! Where gathered cells really stand, and how they are read there.
//!
//! Must not know: why they were gathered.

use std::sync::Arc;

use crate::bind::{Clock, Column, DateOrder};
use crate::problem::Place;
use crate::sheet::Epoch;

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
    /// How it is read there; none where it is read as its column is.
    pub read: Option<ReadAs>,
}

/// How a cell is read where it stands.
#[derive(Clone, Copy, Debug)]
pub struct ReadAs {
    /// The order of its dates that is told, before that of the record's sheet.
    pub dates: Option<DateOrder>,
    /// The order that its column there proves.
    pub proven: Option<DateOrder>,
    /// What the times of day of its column there are.
    pub clock: Clock,
    /// In which order days were written that its column there proves to be swapped.
    pub swapped: Option<DateOrder>,
    /// From where its numbers count days.
    pub epoch: Epoch,
}

impl ReadAs {
    /// As a column is read, in a sheet that counts days from there.
    pub fn of(column: &Column, epoch: Epoch) -> Self {
        let proven = &column.proven;
        let (dates, clock, swapped) = (column.dates, proven.clock, proven.swapped);
        Self { dates, proven: proven.dates, clock, swapped, epoch }
    }

    /// As what stands in no column of its own.
    pub const fn elsewhere(epoch: Epoch) -> Self {
        Self { dates: None, proven: None, clock: Clock::Plain, swapped: None, epoch }
    }
}

impl Origins {
    /// Every cell is where its column says.
    pub const NONE: &'static Self = &Self(Vec::new());

    /// Whether every cell is where its column says.
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }

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
