//! A header in several parts: in two languages, or with an explanation in brackets.
//!
//! Must not know: how a part is named.

use super::{Index, Meaning};
use crate::lexicon::normalize;

impl Index {
    /// The place that a header's parts name together. 职级/Level, 国家/国籍: what one part says, another
    /// that only suggests it does not gainsay.
    pub(super) fn together(&self, header: &str) -> Option<Meaning> {
        let parts = normalize::parts(header);
        let first = parts.iter().find_map(|part| self.whole(part))?;
        let place = first.slot.to_string();
        let agrees = |part: &String| match self.whole(part) {
            Some(other) => other.slot.to_string() == place,
            None => self
                .hinted(&normalize::header(part))
                .is_some_and(|paths| paths.iter().all(|path| *path == place)),
        };
        parts.iter().all(agrees).then_some(first)
    }
}
