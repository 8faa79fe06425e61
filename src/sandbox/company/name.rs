//! What something is called, in two languages.
//!
//! Must *not* know what is called so.

use serde::Deserialize;

/// What something is called: `"研发中心"`, or `{"zh": "研发中心", "en": "R&D"}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Words")]
pub(crate) struct Name {
    /// In Chinese; may be empty.
    pub(crate) zh: String,
    /// In English; may be empty.
    pub(crate) en: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Words {
    Chinese(String),
    Both {
        #[serde(default)]
        zh: String,
        #[serde(default)]
        en: String,
    },
}

impl From<Words> for Name {
    fn from(words: Words) -> Self {
        match words {
            Words::Chinese(zh) => Self { zh, en: String::new() },
            Words::Both { zh, en } => Self { zh, en },
        }
    }
}

impl Name {
    /// Both names.
    pub(crate) fn new(zh: &str, en: &str) -> Self {
        Self { zh: zh.to_owned(), en: en.to_owned() }
    }

    /// Whether this is one of the two, to the letter.
    pub(crate) fn is(&self, text: &str) -> bool {
        !text.is_empty() && (self.zh == text || self.en == text)
    }
}
