//! The reads of a batch that are still to be asked, and for whom.
//!
//! Must not know: what an answer says of anybody.

use std::collections::{BTreeSet, VecDeque};

use crate::api::reads::{BATCH, Read};
use crate::identity::LookupKeys;

/// One record that is looked up.
#[derive(Clone)]
pub(crate) struct Wanted {
    /// Its keys in the clear.
    pub keys: LookupKeys,
    /// Its create's query parameters: the id types.
    pub query: Vec<(String, String)>,
}

/// The reads of a batch: those to ask, and how many are being asked.
#[derive(Default)]
pub(super) struct Queue {
    pub(super) waiting: VecDeque<Read>,
    pub(super) asked: usize,
}

impl Queue {
    /// Queue values in reads of at most a hundred.
    pub(super) fn push(&mut self, values: &BTreeSet<String>, read: impl Fn(Vec<String>) -> Read) {
        let values: Vec<String> = values.iter().cloned().collect();
        self.waiting.extend(values.chunks(BATCH).map(|part| read(part.to_vec())));
    }

    /// Ask in halves; false where there is only one value.
    pub(super) fn split(&mut self, read: &Read) -> bool {
        let Some((front, back)) = read.halves() else { return false };
        self.waiting.extend([front, back]);
        true
    }

    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.asked == 0
    }
}
