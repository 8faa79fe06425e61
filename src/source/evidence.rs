//! What a file was found to be, and on what grounds: said beside the result, so that a person can
//! see that nothing was guessed.
//!
//! Must not know: how it was found out.

use crate::problem::Lang;

/// One finding with its proof, such as `";": 12 fields in each of the first 100 rows`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    zh: String,
    en: String,
}

impl Evidence {
    pub(super) fn new(zh: String, en: String) -> Self {
        Self { zh, en }
    }

    /// The finding as a sentence without a full stop.
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}
