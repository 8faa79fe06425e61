//! Virtual columns: which columns of the sheet each derived value is made of, and which it fills.
//!
//! Must not know: how a value is made, what else a header claims.

use std::sync::Arc;

use super::claim::Claim;
use crate::spec::Slot;

/// A derived value whose columns are all there.
#[derive(Debug)]
pub(super) struct Derived {
    /// Which `[[record.derive]]` it is; none where the headers say by themselves what is made of them.
    pub(super) which: Option<usize>,
    /// The columns that it is made of.
    pub(super) from: Vec<usize>,
    /// Their headers.
    pub(super) header: Arc<str>,
    /// The first of its virtual columns, one for each place.
    pub(super) first: usize,
    pub(super) count: usize,
}

impl Derived {
    /// Whether a column is one of its virtual ones.
    pub(super) fn fills(&self, column: usize) -> bool {
        (self.first..self.first + self.count).contains(&column)
    }
}

/// Whether a column is one of those that a derived value for this very place is made of: its own
/// name gives way to what the mapping file makes of it.
pub(super) fn makes(derived: &[Derived], bound: &[Claim], column: usize, slot: &Slot) -> bool {
    let path = slot.to_string();
    derived.iter().any(|derived| {
        derived.from.contains(&column)
            && bound.iter().any(|claim| derived.fills(claim.index) && *claim.path == *path)
    })
}
