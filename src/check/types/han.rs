//! Which characters are ideographs.
//!
//! Must not know: what a text is for.

/// An ideograph of any block, compatibility ideographs among them; no radical.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
