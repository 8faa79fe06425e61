//! What stood in a cell before a web page or a PDF put other characters in its place, HTML's names of
//! characters, radicals for ideographs, or a letter in parts; before a program wrote it in escapes; or before one put quotes
//! round it, so that Excel leaves it alone. Undone for every type alike, and told.
//!
//! Must not know: how a text is read.

use super::{Context, Notes, composed, entities, escapes, quoted, stand_in};
use crate::spec::{CustomType, FieldType};

/// The text that was meant; none where it is the one that is there, as nearly always.
pub(super) fn mended(
    ty: FieldType,
    text: &str,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Option<String> {
    let mut now: Option<String> = None;
    if (cx.row.is_suspect() || text.starts_with('='))
        && let Some(undone) = escapes::undone(text, notes)
    {
        now = Some(undone);
    }
    // A sentence may be a quotation.
    let quotes = !matches!(ty, FieldType::Text | FieldType::Custom(CustomType::Text));
    if let Some(undone) = quoted::undone(now.as_deref().unwrap_or(text), quotes, notes) {
        now = Some(undone);
    }
    if cx.row.has_markup()
        && let Some(undone) = entities::undone(now.as_deref().unwrap_or(text), notes)
    {
        now = Some(undone);
    }
    if !(cx.row.is_odd() || now.is_some()) {
        return None;
    }
    // A name's character may be the registered one.
    if !matches!(ty, FieldType::Name)
        && let Some(replaced) = stand_in::replaced(now.as_deref().unwrap_or(text), notes)
    {
        now = Some(replaced);
    }
    composed::composed(now.as_deref().unwrap_or(text), notes).or(now)
}
