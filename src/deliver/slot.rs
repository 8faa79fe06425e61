//! Where a batch of look-ups stands: ahead of the queue, or after an unknown outcome, for each kind.
//!
//! Must not know: what a batch is.

use std::ops::{Index, IndexMut};

use crate::spec::{KindId, PerKind};

/// Why somebody is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// They are to be sent.
    Ahead,
    /// Their last attempt is open.
    Doubt,
}

/// A place for one batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) kind: KindId,
    pub(super) why: Why,
}

impl Slot {
    /// Every slot: what is ahead first.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        [Why::Ahead, Why::Doubt]
            .into_iter()
            .flat_map(|why| KindId::ALL.iter().map(move |kind| Self { kind: *kind, why }))
    }
}

/// One thing for each slot.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PerSlot<T> {
    ahead: PerKind<T>,
    doubt: PerKind<T>,
}

impl<T> PerSlot<T> {
    /// Everything.
    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.ahead.values().chain(self.doubt.values())
    }
}

impl<T> Index<Slot> for PerSlot<T> {
    type Output = T;

    fn index(&self, slot: Slot) -> &T {
        match slot.why {
            Why::Ahead => &self.ahead[slot.kind],
            Why::Doubt => &self.doubt[slot.kind],
        }
    }
}

impl<T> IndexMut<Slot> for PerSlot<T> {
    fn index_mut(&mut self, slot: Slot) -> &mut T {
        match slot.why {
            Why::Ahead => &mut self.ahead[slot.kind],
            Why::Doubt => &mut self.doubt[slot.kind],
        }
    }
}
