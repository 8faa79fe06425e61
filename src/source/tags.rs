//! The tags of an XML part, one after another, in constant memory: just enough to find a prolog's
//! DOCTYPE, a workbook's sheets, and the address of the n-th cell.
//!
//! Must not know: what the tags mean. Text between tags is left out.

use std::io::{self, BufRead};

/// A tag longer than this is no tag of a spreadsheet.
const MAX_TAG: usize = 64 * 1024;

/// Walks over the tags of a part.
pub(super) struct Tags<R> {
    source: R,
    tag: Vec<u8>,
}

impl<R: BufRead> Tags<R> {
    /// From the part's first byte.
    pub(super) fn new(source: R) -> Self {
        Self { source, tag: Vec::new() }
    }

    /// The next tag, without its angle brackets (`c r="A1"`, `/c`, `!DOCTYPE x`); none at the end.
    /// Comments, CDATA and processing instructions are left out.
    pub(super) fn next(&mut self) -> io::Result<Option<Tag<'_>>> {
        loop {
            self.source.skip_until(b'<')?;
            if !self.read_tag()? {
                return Ok(None);
            }
            let hidden = self.tag.starts_with(b"?")
                || self.tag.starts_with(b"!--")
                || self.tag.starts_with(b"![CDATA[");
            if !hidden {
                break;
            }
        }
        Ok(Some(Tag(&self.tag)))
    }

    /// Read up to the end of the tag that has begun.
    fn read_tag(&mut self) -> io::Result<bool> {
        self.tag.clear();
        loop {
            let before = self.tag.len();
            let read = self.source.read_until(b'>', &mut self.tag)?;
            if read == 0 || self.tag.last() != Some(&b'>') {
                return Ok(false);
            }
            self.tag.pop();
            if self.is_whole() {
                return Ok(true);
            }
            self.tag.push(b'>');
            if self.tag.starts_with(b"!") {
                // Only the end of a comment or CDATA section matters.
                let keep = self.tag.len().min(9);
                let tail = self.tag.len().saturating_sub(2).max(keep);
                self.tag.drain(keep..tail);
            } else if before > MAX_TAG {
                return Err(io::Error::other("a tag is too long"));
            }
        }
    }

    /// Whether the `>` just met ends the tag: not within an attribute, a comment, CDATA.
    fn is_whole(&self) -> bool {
        let tag = self.tag.as_slice();
        if tag.starts_with(b"!--") {
            tag.len() >= 5 && tag.ends_with(b"--")
        } else if tag.starts_with(b"![CDATA[") {
            tag.ends_with(b"]]")
        } else if tag.starts_with(b"?") || tag.starts_with(b"!") {
            true
        } else {
            let open = tag.iter().fold(None, |open, byte| match (open, *byte) {
                (None, quote @ (b'"' | b'\'')) => Some(quote),
                (Some(quote), byte) if quote == byte => None,
                (open, _) => open,
            });
            open.is_none()
        }
    }
}

/// A tag's bytes between its angle brackets.
#[derive(Clone, Copy)]
pub(super) struct Tag<'a>(&'a [u8]);

impl<'a> Tag<'a> {
    /// `</name>`.
    pub(super) fn is_end(self) -> bool {
        self.0.starts_with(b"/")
    }

    /// The element's name without its prefix.
    pub(super) fn name(self) -> &'a [u8] {
        let tag = self.0.strip_prefix(b"/").unwrap_or(self.0);
        let end = tag.iter().position(|b| b.is_ascii_whitespace() || *b == b'/');
        local(&tag[..end.unwrap_or(tag.len())])
    }

    /// The value of the first attribute with that local name, as it is written.
    pub(super) fn attribute(self, name: &[u8]) -> Option<&'a [u8]> {
        let space = self.0.iter().position(u8::is_ascii_whitespace)?;
        let mut rest = self.0[space..].trim_ascii_start();
        while let Some(equals) = rest.iter().position(|byte| *byte == b'=') {
            let key = rest[..equals].trim_ascii();
            let (quote, value) = rest[equals + 1..].trim_ascii_start().split_first()?;
            let end = value.iter().position(|byte| byte == quote)?;
            if local(key) == name {
                return Some(&value[..end]);
            }
            rest = value[end + 1..].trim_ascii_start();
        }
        None
    }
}

fn local(name: &[u8]) -> &[u8] {
    name.iter().position(|byte| *byte == b':').map_or(name, |colon| &name[colon + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_come_without_comments_and_with_their_attributes() {
        let xml = br#"<?xml version="1.0"?><!-- <c> -- > --><x:row r="1" t='a>b'><c r = "A1"/><![CDATA[<c>]]></x:row>"#;
        let mut tags = Tags::new(&xml[..]);
        let mut seen = Vec::new();
        while let Some(tag) = tags.next().unwrap() {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let r = tag.attribute(b"r").map(text);
            let t = tag.attribute(b"t").map(text);
            seen.push((text(tag.name()), tag.is_end(), r, t));
        }
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            seen,
            [
                ("row".to_owned(), false, some("1"), some("a>b")),
                ("c".to_owned(), false, some("A1"), None),
                ("row".to_owned(), true, None, None),
            ]
        );
    }
}
