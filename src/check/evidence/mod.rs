//! What a column's own values prove about all of them: the order of its dates, the width of its
//! codes, whether round numbers are sound. Fed with every row of a sheet once a value leaves such a
//! question open.
//!
//! Must not know: how rows are read, single values' problems.

mod dates;
mod tails;
mod zeros;

pub use dates::{Cell, DateOrders, Verdict};
pub use tails::{Cards, Tails};
pub use zeros::Zeros;

use crate::bind::Binding;
use crate::problem::{Place, Problem};
use crate::sheet::RawRow;

/// All that the columns of one sheet say.
#[derive(Debug, Default)]
pub struct Evidence {
    /// The order of dates.
    pub dates: DateOrders,
    /// Leading zeros.
    pub zeros: Zeros,
    /// Long numbers that end in zeros.
    pub tails: Tails,
}

impl Evidence {
    /// Whether a column of the binding could say anything.
    pub fn wants(binding: &Binding) -> bool {
        DateOrders::wants(binding) || Tails::wants(binding)
    }

    /// Nothing seen yet of the columns of these bindings of one sheet.
    pub fn new(bindings: &[Binding]) -> Self {
        Self {
            dates: DateOrders::new(bindings),
            zeros: Zeros::new(bindings),
            tails: Tails::new(bindings),
        }
    }

    /// All cells of a row, in the order of the rows.
    pub fn feed_row(&mut self, row: &RawRow) {
        self.dates.feed_row(row);
        self.zeros.feed_row(row);
        self.tails.feed_row(row);
    }

    /// Have the binding read its columns as their values prove.
    pub fn settle(&self, binding: &mut Binding) {
        self.dates.settle(binding);
        self.tails.settle(binding);
    }

    /// What to say of the sheet at `place` (file and sheet): of each column once.
    pub fn problems(&self, place: &Place) -> Vec<Problem> {
        let mut problems = self.dates.problems(place);
        problems.extend(self.zeros.problems(place));
        problems
    }
}
