//! What the sheets of a template are called.
//!
//! Must not know: what stands on them.

use crate::problem::Lang;
use crate::spec::Kind;

/// The name of the sheet to fill in.
pub(super) fn sheet_name(kind: &Kind, lang: Lang) -> String {
    let name = lang.pick(kind.zh, kind.en);
    let mut rest = name.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// The name of the sheet that explains; it begins with `lexicon::headers::OWN_PREFIX`.
pub(super) const fn help_sheet(lang: Lang) -> &'static str {
    lang.pick("muster_说明", "muster_help")
}

/// The name of the hidden sheet with the words of long dropdowns; it begins with
/// `lexicon::headers::OWN_PREFIX`.
pub(super) const fn options_sheet(lang: Lang) -> &'static str {
    lang.pick("muster_选项", "muster_options")
}
