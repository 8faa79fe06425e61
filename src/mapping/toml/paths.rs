//! Words of a mapping file as places, headers and separators.
//!
//! Must not know: which key they stand under.

use super::faults::Faults;
use super::word::Word;
use crate::lexicon::path::Customs;
use crate::lexicon::typed;
use crate::mapping::HeaderRef;
use crate::spec::{Kind, Slot};

/// What paths of a record are read with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paths<'a> {
    /// The kind whose fields they name.
    pub(super) kind: &'static Kind,
    /// The types of custom fields.
    pub(super) customs: &'a Customs,
}

impl Paths<'_> {
    /// The place that a path names; what is no path is noted.
    pub(super) fn slot(self, text: &str, byte: usize, faults: &mut Faults<'_>) -> Option<Slot> {
        typed::parse(self.kind, text, self.customs)
            .map_err(|complaint| faults.field(byte, &complaint))
            .ok()
    }
}

/// Words as headers, each with its line.
pub(super) fn headers(words: Vec<Word>, faults: &Faults<'_>) -> Vec<HeaderRef> {
    words.into_iter().map(|word| faults.header(word)).collect()
}

/// A separator, which holds at least one character.
pub(super) fn separator(word: Word, faults: &mut Faults<'_>) -> Option<String> {
    if word.text.is_empty() {
        faults.value(&word.span, "", "、 ； ; , | / \\n");
        return None;
    }
    Some(word.text)
}
