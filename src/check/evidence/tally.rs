//! What is told of columns at a sheet's end, counted over rows in any order and by any number of hands.
//!
//! Must not know: how rows are read.

use crate::bind::Binding;
use crate::problem::{Place, Problem};
use crate::sheet::RawRow;

use super::unset::Unset;
use super::zeros::Zeros;

/// Zeros that codes have lost, and days that nobody has entered.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    zeros: Zeros,
    unset: Unset,
}

impl Tally {
    /// Nothing seen yet of the columns of these bindings of one sheet.
    pub fn new(bindings: &[Binding]) -> Self {
        Self { zeros: Zeros::new(bindings), unset: Unset::new(bindings) }
    }

    /// All cells of a row.
    pub fn feed_row(&mut self, row: &RawRow) {
        self.zeros.feed_row(row);
        self.unset.feed_row(row);
    }

    /// Take over what somebody else has counted of the same columns, over other rows.
    pub fn merge(&mut self, other: &Self) {
        self.zeros.merge(&other.zeros);
        self.unset.merge(&other.unset);
    }

    /// What to say of the sheet at `place`, once every row was counted.
    pub fn problems(&self, place: &Place) -> Vec<Problem> {
        let mut problems = self.zeros.problems(place);
        problems.extend(self.unset.problems(place));
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{binding, place};
    use crate::kinds::job_data::JOB_DATA;
    use crate::sheet::RawCell;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whoever_counts_which_rows_the_same_is_told(
            rows in prop::collection::vec(
                ("0{0,2}[1-9]{1,3}|0012|00[1-9]{2}|D?12", "1970-01-01|1900/1/1|2024-0[1-9]-01|"), 0..24),
            hands in prop::collection::vec(0usize..3, 24),
        ) {
            let bindings = [binding(&JOB_DATA, &["employment_id", "effective_time"])];
            let mut alone = Tally::new(&bindings);
            let mut each = [alone.clone(), alone.clone(), alone.clone()];
            for ((number, (code, day)), hand) in (2..).zip(&rows).zip(hands) {
                let mut row = RawRow::new();
                row.reset(number);
                row.push(RawCell::Text(code));
                row.push(RawCell::Text(day));
                alone.feed_row(&row);
                each[hand].feed_row(&row);
            }
            let mut whole = Tally::new(&bindings);
            for hand in [2, 0, 1] {
                whole.merge(&each[hand]);
            }
            let said = |tally: &Tally| format!("{:?}", tally.problems(&place()));
            prop_assert_eq!(said(&whole), said(&alone));
        }
    }
}
