//! What the rows seen so far prove of their columns, for single values that leave it open.
//!
//! Must not know: how rows are read.

use crate::bind::Binding;
use crate::problem::{Code, Problem};
use crate::sheet::RawRow;

use super::doubles::Wholes;
use super::tails::Cards;

/// Columns of which a value was seen that proves as much as the whole column would.
#[derive(Clone, Debug, Default)]
pub struct Proofs {
    cards: Cards,
    wholes: Wholes,
}

impl Proofs {
    /// Nothing seen yet of the columns of a binding.
    pub fn new(binding: &Binding) -> Self {
        Self { cards: Cards::new(binding), wholes: Wholes::new(binding) }
    }

    /// All cells of a row. Whether one of them proves something that was open: a row of which that is
    /// not so may as well not be seen.
    pub fn see(&mut self, row: &RawRow) -> bool {
        let card = self.cards.see(row);
        self.wholes.see(row) || card
    }

    /// Have the binding read the column that a problem is about so, if it does not yet and may. Whether
    /// it is read otherwise now.
    pub fn vouch(&self, binding: &mut Binding, problem: &Problem) -> bool {
        match (problem.code(), &problem.field) {
            (Code::DigitsDoubtful, Some(field)) => self.cards.vouch(binding, field),
            (Code::DigitsRounded, Some(field)) => self.wholes.vouch(binding, field),
            _ => false,
        }
    }
}
