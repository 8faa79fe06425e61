//! A JSON value that borrows its leaves from a record: what a body is before it is text. Objects
//! keep the order in which their members were made. Bodies have some dozens of members, so that a
//! list is found through faster than a map, and nothing is copied before it is written.
//!
//! Must not know: records, fields.

use std::fmt::Write as _;

use crate::check::Items;

/// A value.
#[derive(Clone, Debug)]
pub(super) enum Node<'r> {
    /// Nothing yet: becomes an object or array with its first member.
    Unset,
    Object(Vec<(&'r str, Self)>),
    Array(Vec<Self>),
    Text(&'r str),
    Texts(Items<'r>),
    Int(i64),
    /// JSON text as it is.
    Json(&'r str),
}

impl<'r> Node<'r> {
    /// An array without items.
    pub(super) const fn array() -> Self {
        Self::Array(Vec::new())
    }

    /// The place at a JSON pointer; the objects on the way are made.
    pub(super) fn place(&mut self, pointer: &'r str) -> &mut Self {
        let mut at = self;
        let mut rest = pointer.strip_prefix('/');
        while let Some(names) = rest {
            // By hand: for names this short `split` costs more than the rest of the way.
            let end = names.bytes().position(|byte| byte == b'/');
            at = at.member(&names[..end.unwrap_or(names.len())]);
            rest = end.map(|end| &names[end + 1..]);
        }
        at
    }

    fn member(&mut self, name: &'r str) -> &mut Self {
        if !matches!(self, Self::Object(_)) {
            *self = Self::Object(Vec::with_capacity(8));
        }
        let Self::Object(members) = self else { return self };
        // Nearly always it is the one that was made last, and its name stands at the same place.
        let is_it = |known: &str| std::ptr::eq(known, name) || known == name;
        let at = members.iter().rposition(|(known, _)| is_it(known)).unwrap_or_else(|| {
            members.push((name, Self::Unset));
            members.len() - 1
        });
        &mut members[at].1
    }

    /// Put an item at the end; what is no array becomes one.
    pub(super) fn push(&mut self, item: Self) {
        if let Self::Array(items) = self {
            items.push(item);
        } else {
            *self = Self::Array(vec![item]);
        }
    }

    /// The last item; a new one first where that is wanted or there is none.
    pub(super) fn last(&mut self, fresh: bool, make: impl FnOnce() -> Self) -> &mut Self {
        if !matches!(self, Self::Array(_)) {
            *self = Self::array();
        }
        let Self::Array(items) = self else { return self };
        if fresh || items.is_empty() {
            items.push(make());
        }
        let last = items.len() - 1;
        &mut items[last]
    }

    /// Append the value as compact JSON.
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Unset => out.push_str("null"),
            Self::Object(members) => {
                list(out, ['{', '}'], members, |(name, value), out| {
                    // Names are the tables', and a law of theirs says that they stand for themselves.
                    out.push('"');
                    out.push_str(name);
                    out.push_str("\":");
                    value.write(out);
                });
            }
            Self::Array(items) => list(out, ['[', ']'], items, Self::write),
            Self::Text(value) => text(value, out),
            Self::Texts(items) => list(out, ['[', ']'], items.iter(), text),
            Self::Int(int) => out.push_str(&int.to_string()),
            Self::Json(json) => out.push_str(json),
        }
    }
}

fn list<T>(
    out: &mut String,
    ends: [char; 2],
    items: impl IntoIterator<Item = T>,
    write: impl Fn(T, &mut String),
) {
    out.push(ends[0]);
    for (n, item) in items.into_iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(ends[1]);
}

/// Append a JSON string, escaped as little as may be.
fn text(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = first_escaped(rest.as_bytes()) {
        out.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            0x08 => out.push_str("\\b"),
            0x0C => out.push_str("\\f"),
            byte @ (b'"' | b'\\') => {
                out.push('\\');
                out.push(char::from(byte));
            }
            control => {
                let _ = write!(out, "\\u{control:04x}");
            }
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

/// Where the first byte is that does not stand for itself in a JSON string.
fn first_escaped(bytes: &[u8]) -> Option<usize> {
    let is_escaped = |byte: &u8| *byte < 0x20 || matches!(byte, b'"' | b'\\');
    // Eight at once: nearly every text has none.
    let (words, rest) = bytes.as_chunks::<8>();
    let whole = words.iter().position(|word| any_escaped(u64::from_le_bytes(*word)));
    let from = 8 * whole.unwrap_or(words.len());
    if whole.is_none() {
        let mut last = [b' '; 8];
        last[..rest.len()].copy_from_slice(rest);
        if !any_escaped(u64::from_le_bytes(last)) {
            return None;
        }
    }
    bytes[from..].iter().position(is_escaped).map(|at| from + at)
}

/// Whether one of eight bytes is below a blank, a quotation mark or a backslash.
const fn any_escaped(word: u64) -> bool {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    const fn below(word: u64, least: u8) -> u64 {
        word.wrapping_sub(EACH * least as u64) & !word & (EACH * 0x80)
    }
    let (quote, slash) = (word ^ (EACH * b'"' as u64), word ^ (EACH * b'\\' as u64));
    below(word, 0x20) | below(quote, 1) | below(slash, 1) != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_text_is_written_as_serde_json_does(value in "\\PC*|[\\x00-\\x7f\"\\\\中]*") {
            let mut out = String::new();
            text(&value, &mut out);
            prop_assert_eq!(out, serde_json::to_string(&value).unwrap());
        }
    }

    #[test]
    fn places_are_made_on_the_way_and_keep_their_order() {
        let mut root = Node::Unset;
        *root.place("/b/x") = Node::Int(-1);
        *root.place("/a") = Node::Array(Vec::new());
        *root.place("/b/y") = Node::Json("true");
        root.place("/c").last(false, || Node::Unset).place("/z").push(Node::Text("\""));
        root.place("/c").last(false, Node::array).place("/w").push(Node::Unset);
        root.place("/c").last(true, Node::array).push(Node::Int(2));
        let mut out = String::new();
        root.write(&mut out);
        assert_eq!(out, r#"{"b":{"x":-1,"y":true},"a":[],"c":[{"z":["\""],"w":[null]},[2]]}"#);
    }
}
