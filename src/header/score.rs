//! How good a header a row would be.
//!
//! Must not know: other rows.

use std::collections::HashSet;

use super::fold::Folded;
use super::names::Names;

/// Compared from the first field to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score {
    /// Columns with a meaning of their own: a place that no column before has, another person's,
    /// or listed as ignored.
    pub(super) columns: usize,
    /// Of these, columns that have it by their heading.
    told: usize,
}

impl Score {
    /// What a row must be better than.
    pub(super) const NOTHING: Self = Self { columns: 0, told: usize::MAX };

    /// Whether it is better than `other`. What headings tell decides only between readings that
    /// share a row: headers far below that repeat the first are no better for being folded.
    pub(super) fn beats(self, other: Self, shares: bool) -> bool {
        if shares { self > other } else { self.columns > other.columns }
    }

    /// Of a header whose `meanings` are the columns that find one in it.
    pub(super) fn of(folded: &Folded, meanings: &dyn Fn(Names<'_>) -> HashSet<usize>) -> Self {
        let columns = meanings(Names { row: &folded.row, own: &folded.own });
        if columns.is_empty() {
            return Self { columns: 0, told: 0 };
        }
        // What is bound by nobody else's heading is a column of its own.
        let foreign = folded.foreign.iter().filter(|column| !columns.contains(column)).count();
        Self { columns: columns.len() + foreign, told: folded.told }
    }
}
