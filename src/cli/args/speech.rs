//! In which language `--help` speaks.
//!
//! Must not know: what it says.

use std::sync::OnceLock;

use crate::problem::Lang;

/// The language of `--help`, fixed before the command line is parsed.
static HELP_LANG: OnceLock<Lang> = OnceLock::new();

/// Fix the language of `--help`. The first call counts.
pub(in crate::cli) fn speak(lang: Lang) {
    let _ = HELP_LANG.set(lang);
}

/// The language of `--help`.
pub(super) fn lang() -> Lang {
    HELP_LANG.get().copied().unwrap_or_default()
}

/// The one of two texts that is in the language of `--help`.
pub(super) fn t(zh: &'static str, en: &'static str) -> &'static str {
    lang().pick(zh, en)
}
