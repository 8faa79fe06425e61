//! What a column's own values prove about all of them: the order of its dates, the width of its
//! codes, whether round numbers are sound. What values leave open by themselves is answered by every
//! row of their sheet.
//!
//! Must not know: how rows are read, single values' problems.

mod dates;
mod doubles;
mod moments;
mod proofs;
mod tails;
mod tally;
mod unset;
mod zeros;

pub use dates::{Cell, DateOrders, Verdict};
pub use doubles::Doubles;
pub use moments::Moments;
pub use proofs::Proofs;
pub use tails::Tails;
pub use tally::Tally;

use crate::bind::Binding;
use crate::problem::{Place, Problem};
use crate::sheet::RawRow;

/// What the columns of one sheet say of what their values leave open.
#[derive(Debug, Default)]
pub struct Evidence {
    /// The order of dates.
    pub dates: DateOrders,
    /// Times of day that are midnight, and days that were swapped.
    pub moments: Moments,
    /// Long numbers that end in zeros.
    pub tails: Tails,
    /// Long numbers that a script has rounded.
    pub doubles: Doubles,
}

impl Evidence {
    /// Nothing seen yet of the columns of these bindings of one sheet.
    pub fn new(bindings: &[Binding]) -> Self {
        Self {
            dates: DateOrders::new(bindings),
            moments: Moments::new(bindings),
            tails: Tails::new(bindings),
            doubles: Doubles::new(bindings),
        }
    }

    /// All cells of a row, in the order of the rows.
    pub fn feed_row(&mut self, row: &RawRow) {
        self.dates.feed_row(row);
        self.moments.feed_row(row);
        self.tails.feed_row(row);
        self.doubles.feed_row(row);
    }

    /// Have the binding read its columns as their values prove.
    pub fn apply(&self, binding: &mut Binding) {
        self.dates.apply(binding);
        self.moments.apply(binding);
        self.tails.apply(binding);
        self.doubles.apply(binding);
    }

    /// What to say of the sheet at `place`: of each column once, with what proves it.
    pub fn problems(&self, place: &Place) -> Vec<Problem> {
        let mut problems = self.dates.problems(place);
        problems.extend(self.moments.problems(place));
        problems
    }
}
