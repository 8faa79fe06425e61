//! What in the bytes of a worksheet's data asks for a closer look at its cells than their parser takes:
//! formulas that are links, text in a cell followed by a value, which the parser takes instead, a value
//! in the place of such a text, which it leaves out, a second value, which it takes in silence, text that is
//! struck out; and days in figures that are text.
//!
//! Must not know: which cells these are.

use memchr::memmem::Finder;

use crate::sheet::figures::holds_lopsided;

/// What the shared strings of a workbook may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Strings {
    /// A day in figures, one of which can be no month.
    pub(super) lopsided: bool,
    /// A part that is struck out.
    pub(super) struck: bool,
}

/// Bytes of a cell's tag behind its type, at most: what is longer nobody writes.
const TAG_REST: usize = 96;

/// Looks over the data, piece by piece.
pub(super) struct Lookout {
    formula: Finder<'static>,
    text_end: Finder<'static>,
    own_text: Finder<'static>,
    struck: Finder<'static>,
    second: Finder<'static>,
    value: Vec<u8>,
    text: Vec<u8>,
    calculated: Vec<u8>,
    /// Something was seen.
    pub(super) closely: bool,
    /// Text that is a day in figures, one of which can be no month.
    pub(super) lopsided: bool,
}

impl Lookout {
    /// For a part that writes this prefix before its names.
    pub(super) fn new(prefix: &[u8]) -> Self {
        let of = |parts: [&[u8]; 3]| parts.concat();
        Self {
            formula: Finder::new(b"HYPERLINK"),
            text_end: Finder::new(&of([b"</", prefix, b"is>"])).into_owned(),
            own_text: Finder::new(b"inlineStr"),
            struck: Finder::new(b"strike"),
            second: Finder::new(&[b"</" as &[u8], prefix, b"v><", prefix, b"v"].concat())
                .into_owned(),
            value: of([b"<", prefix, b"v"]),
            text: of([b"<", prefix, b"is"]),
            calculated: of([b"<", prefix, b"f"]),
            closely: false,
            lopsided: false,
        }
    }

    /// Bytes of what it looks for, of which a piece may hold the beginning.
    pub(super) fn longest(&self) -> usize {
        self.text_end.needle().len() + self.second.needle().len() + TAG_REST
    }

    /// Look over a piece.
    pub(super) fn see(&mut self, bytes: &[u8]) {
        self.lopsided = self.lopsided || holds_lopsided(bytes);
        if self.closely {
            return;
        }
        let followed = |end: usize| {
            let rest = bytes[end + self.text_end.needle().len()..].trim_ascii_start();
            rest.starts_with(&self.value) || rest.starts_with(&self.text)
        };
        let lacks_text = |at: usize| {
            let rest = &bytes[at..bytes.len().min(at + TAG_REST)];
            let inner = rest.iter().position(|byte| *byte == b'>').map(|end| &rest[end + 1..]);
            inner.map(<[u8]>::trim_ascii_start).is_some_and(|inner| {
                inner.starts_with(&self.value) || inner.starts_with(&self.calculated)
            })
        };
        self.closely = self.formula.find(bytes).is_some()
            || self.second.find(bytes).is_some()
            || self.struck.find(bytes).is_some()
            || self.text_end.find_iter(bytes).any(followed)
            || self.own_text.find_iter(bytes).any(lacks_text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_behind_a_text_and_a_link_ask_for_a_closer_look() {
        let closely = |prefix: &str, bytes: &str| {
            let mut lookout = Lookout::new(prefix.as_bytes());
            lookout.see(bytes.as_bytes());
            lookout.closely
        };
        assert!(closely("", "<c><is><t>a</t></is><v/></c>"));
        assert!(closely("", "<is><t>a</t></is>\n  <v>1</v>"));
        assert!(closely("x:", "</x:is><x:v></x:v>"));
        assert!(closely("", "<f>HYPERLINK(A1)</f>"));
        assert!(closely("", "<is><t>a</t></is><is><t>b</t></is>"));
        assert!(closely("x:", "<x:v>1</x:v><x:v>2</x:v>"));
        assert!(closely("", "<c t='inlineStr' r=\"A1\">\n<v>a</v>"));
        assert!(closely("", "<r><rPr><strike/></rPr><t>a</t></r>"));
        assert!(!closely("", "<c t=\"inlineStr\"/><c t=\"n\"><v>1</v></c>"));
        assert!(!closely("", "<c><is><t>a</t></is></c><c><v>1</v></c><c><v>20</v><is/></c>"));
    }
}
