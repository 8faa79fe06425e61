//! A column that feeds a place.
//!
//! Must not know: other columns.

use std::sync::Arc;

use crate::spec::{Slot, Target};

/// A column that feeds a place.
#[derive(Debug)]
pub(crate) struct Claim {
    /// The column, from 0.
    pub(crate) index: usize,
    /// The place.
    pub(crate) slot: Slot,
    /// The place's path.
    pub(crate) path: Arc<str>,
    /// It may vouch for bare headers of its group.
    pub(crate) vouches: bool,
    /// By its own name, not by a mapping file.
    pub(crate) by_name: bool,
}

impl Claim {
    pub(crate) fn new(index: usize, slot: Slot, vouches: bool) -> Self {
        Self { index, path: slot.to_string().into(), slot, vouches, by_name: false }
    }

    /// By its own name.
    pub(crate) fn by_name(index: usize, slot: Slot, vouches: bool) -> Self {
        Self { by_name: true, ..Self::new(index, slot, vouches) }
    }

    /// Feed another entry of the same group.
    pub(crate) fn renumber(&mut self, entry: u16) {
        if let Target::Entry { n, .. } = &mut self.slot.target {
            *n = entry;
            self.path = self.slot.to_string().into();
        }
    }

    /// It is bound by a name that can't be mistaken.
    pub(crate) const fn sure(&self) -> bool {
        self.vouches
    }
}
