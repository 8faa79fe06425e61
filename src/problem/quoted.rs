//! How a mapping file writes a text: for lines of one that a message prints, and for whoever makes one.
//!
//! Must not know: which keys there are.

use std::fmt::Write as _;

use super::is_unruly;
use crate::sheet::cell::is_invisible;

/// A TOML string or key.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Characters that show nothing are written out, so that a person sees that they are there.
            c if is_unruly(c) || (is_invisible(c) && c != ' ' && c != '\u{3000}') => {
                let _ = match u32::from(c) {
                    code @ ..=0xFFFF => write!(out, "\\u{code:04X}"),
                    code => write!(out, "\\U{code:08X}"),
                };
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
