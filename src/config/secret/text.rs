//! A secret's bytes as text, and how many of them are taken.
//!
//! Must not know: where they come from.

use encoding_rs::Encoding;

/// The most that is read for a secret, 64 KiB: those of Feishu have 32 characters, and what prints
/// without end must not fill the memory.
pub(super) const MOST_BYTES: usize = 1 << 16;

/// Bytes as text, and whether they began with a mark of their encoding, which is no part of it.
pub(super) fn text_of(bytes: &[u8]) -> Option<(String, bool)> {
    let marked = Encoding::for_bom(bytes);
    let (encoding, length) = marked.unwrap_or((encoding_rs::UTF_8, 0));
    let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[length..])?;
    Some((text.into_owned(), marked.is_some()))
}
