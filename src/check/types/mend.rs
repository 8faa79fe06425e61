//! What stood in a cell before a web page or a PDF put other characters in its place, HTML's names of
//! characters, radicals for ideographs; before a program wrote it in escapes; or before one put quotes
//! round it, so that Excel leaves it alone. Undone for every type alike, and told.
//!
//! Must not know: how a text is read.

use super::{Context, Notes, entities, escapes, quoted, stand_in};
use crate::spec::FieldType;

/// The text that was meant; none where it is the one that is there, as nearly always.
pub(super) fn mended(
    ty: FieldType,
    text: &str,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Option<String> {
    let may_be = cx.row.is_suspect() || text.starts_with('=');
    let unescaped = may_be.then(|| escapes::undone(text, notes)).flatten();
    let text = unescaped.as_deref().unwrap_or(text);
    let unquoted = quoted::undone(text, notes);
    let text = unquoted.as_deref().unwrap_or(text);
    let undone = cx.row.has_markup().then(|| entities::undone(text, notes)).flatten();
    // A name's character may be the registered one.
    let looks = cx.row.is_odd() || undone.is_some() || unescaped.is_some();
    let looks = looks && !matches!(ty, FieldType::Name);
    let replaced =
        looks.then(|| stand_in::replaced(undone.as_deref().unwrap_or(text), notes)).flatten();
    replaced.or(undone).or(unquoted).or(unescaped)
}
