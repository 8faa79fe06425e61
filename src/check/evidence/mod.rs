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

use crate::bind::{Binding, ChildBinding, Column};
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

    /// Nothing seen yet of the columns of a child sheet of that parent.
    pub fn of_child(child: &ChildBinding, parent: &Binding) -> Self {
        let columns = || child.columns.iter().map(|of| (of.index, &of.template.first));
        Self {
            dates: DateOrders::of_child(child, parent.reading.dates),
            moments: Moments::of_child(child, parent),
            tails: Tails::of(columns()),
            doubles: Doubles::of(columns()),
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
        for column in &mut binding.columns {
            self.prove(column.index, column);
        }
    }

    /// Have the child sheet's columns read so, for every entry that they feed.
    pub fn apply_child(&self, child: &mut ChildBinding) {
        self.dates.apply_child(child);
        for of in &mut child.columns {
            for column in of.template.columns_mut() {
                self.prove(of.index, column);
            }
        }
    }

    fn prove(&self, index: usize, column: &mut Column) {
        self.moments.prove(index, column);
        self.tails.prove(index, column);
        self.doubles.prove(index, column);
    }

    /// What to say of the sheet at `place`: of each column once, with what proves it.
    pub fn problems(&self, place: &Place) -> Vec<Problem> {
        let mut problems = self.dates.problems(place);
        problems.extend(self.moments.problems(place));
        problems
    }
}
