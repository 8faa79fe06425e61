//! A text in the two languages of a person.
//!
//! Must not know: of what.

use crate::problem::Lang;

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Said {
    /// The text in one language.
    pub(crate) const fn pick(self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

/// A text in both.
pub(super) const fn said(zh: &'static str, en: &'static str) -> Said {
    Said { zh, en }
}
