//! The tags of an XML part, one after another, in constant memory: just enough to find a prolog's
//! DOCTYPE, a workbook's sheets, and the address of the n-th cell.
//!
//! Must not know: what the tags mean. Text between tags is left out.

use std::io::{self, BufRead, Read as _};

/// A tag longer than this is no tag of a spreadsheet.
pub(super) const MAX_TAG: usize = 64 * 1024;
/// The error where something has no end within its bounds.
pub(super) const TOO_LONG: io::ErrorKind = io::ErrorKind::FileTooLarge;

/// Walks over the tags of a part.
pub(super) struct Tags<R> {
    source: R,
    tag: Vec<u8>,
    /// The angle bracket of the next tag was read.
    begun: bool,
}

impl<R: BufRead> Tags<R> {
    /// From the part's first byte.
    pub(super) fn new(source: R) -> Self {
        Self { source, tag: Vec::new(), begun: false }
    }

    /// The next tag, without its angle brackets (`c r="A1"`, `/c`, `!DOCTYPE x`); none at the end.
    /// Comments, CDATA and processing instructions are left out.
    pub(super) fn next(&mut self) -> io::Result<Option<Tag<'_>>> {
        loop {
            if !std::mem::take(&mut self.begun) {
                self.source.skip_until(b'<')?;
            }
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

    /// Append the text up to the next tag, as it is written.
    pub(super) fn text(&mut self, into: &mut Vec<u8>) -> io::Result<()> {
        if !self.begun {
            self.source.read_until(b'<', into)?;
            self.begun = into.pop_if(|byte| *byte == b'<').is_some();
        }
        Ok(())
    }

    /// The source, at the first byte behind the tag.
    pub(super) fn source(&mut self) -> &mut R {
        &mut self.source
    }

    /// Read up to the end of the tag that has begun. Of a comment, a CDATA section or a processing
    /// instruction, however long, only the ends are kept.
    fn read_tag(&mut self) -> io::Result<bool> {
        self.tag.clear();
        let mut open = None;
        loop {
            let before = self.tag.len();
            let room = (MAX_TAG + 1).saturating_sub(before) as u64;
            if (&mut self.source).take(room).read_until(b'>', &mut self.tag)? == 0 {
                return Ok(false);
            }
            let marked = self.tag.starts_with(b"!") || self.tag.starts_with(b"?");
            let closed = self.tag.last() == Some(&b'>');
            if closed {
                let tag = &self.tag[..self.tag.len() - 1];
                open = quote_after(open, &tag[before..]);
                if if marked { is_mark_whole(tag) } else { open.is_none() } {
                    self.tag.pop();
                    return Ok(true);
                }
            }
            if marked {
                let keep = self.tag.len().min(9);
                let tail = self.tag.len().saturating_sub(2).max(keep);
                self.tag.drain(keep..tail);
            } else if self.tag.len() > MAX_TAG {
                return Err(TOO_LONG.into());
            } else if !closed {
                return Ok(false);
            }
        }
    }
}

/// The quote that is still open behind `bytes`, if `open` was before them.
fn quote_after(open: Option<u8>, bytes: &[u8]) -> Option<u8> {
    bytes.iter().fold(open, |open, byte| match (open, *byte) {
        (None, quote @ (b'"' | b'\'')) => Some(quote),
        (Some(quote), byte) if quote == byte => None,
        (open, _) => open,
    })
}

/// Whether a `>` ends what begins with `!` or `?`: not within a comment or CDATA.
fn is_mark_whole(tag: &[u8]) -> bool {
    if tag.starts_with(b"!--") {
        tag.len() >= 5 && tag.ends_with(b"--")
    } else if tag.starts_with(b"![CDATA[") {
        tag.ends_with(b"]]")
    } else {
        true
    }
}

/// A tag's bytes between its angle brackets.
#[derive(Clone, Copy)]
pub(super) struct Tag<'a>(&'a [u8]);

impl<'a> Tag<'a> {
    /// A tag of these bytes, without its angle brackets.
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// `<name/>`.
    pub(super) fn is_empty(self) -> bool {
        self.0.ends_with(b"/")
    }

    /// `</name>`.
    pub(super) fn is_end(self) -> bool {
        self.0.starts_with(b"/")
    }

    /// The element's name without its prefix.
    pub(super) fn name(self) -> &'a [u8] {
        local(self.full_name())
    }

    /// What stands before the name, with its colon.
    pub(super) fn prefix(self) -> &'a [u8] {
        let name = self.full_name();
        &name[..name.len() - local(name).len()]
    }

    fn full_name(self) -> &'a [u8] {
        let tag = self.0.strip_prefix(b"/").unwrap_or(self.0);
        let end = tag.iter().position(|b| b.is_ascii_whitespace() || *b == b'/');
        &tag[..end.unwrap_or(tag.len())]
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

/// Text or an attribute's value as it is meant: references to characters resolved. One that stands for
/// nothing stays as it is written.
pub(super) fn meant(written: &[u8]) -> String {
    let written = String::from_utf8_lossy(written);
    let mut meant = String::with_capacity(written.len());
    let mut rest = &*written;
    while let Some(at) = rest.find('&') {
        meant.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end <= 10);
        if let Some((c, end)) = end.and_then(|end| Some((referred(&rest[1..end])?, end))) {
            meant.push(c);
            rest = &rest[end + 1..];
        } else {
            meant.push('&');
            rest = &rest[1..];
        }
    }
    meant.push_str(rest);
    meant
}

/// The character of `amp`, `#38` or `#x26`.
fn referred(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

fn local(name: &[u8]) -> &[u8] {
    name.iter().position(|byte| *byte == b':').map_or(name, |colon| &name[colon + 1..])
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    #[test]
    fn what_has_no_end_is_not_kept() {
        let endless = |start: &str, byte: u8| {
            let bytes = start.as_bytes().chain(std::io::repeat(byte).take(8 << 20));
            let mut tags = Tags::new(BufReader::new(bytes));
            let ended = tags.next().map(|tag| tag.is_some()).map_err(|_| ());
            assert!(tags.tag.capacity() < 1 << 20, "{start}{}", char::from(byte));
            ended
        };
        assert_eq!(endless("<!--", b'x'), Ok(false));
        assert_eq!(endless("<!--", b'>'), Ok(false));
        assert_eq!(endless("<?x", b'x'), Ok(false));
        assert_eq!(endless("<a", b'x'), Err(()));
        assert_eq!(endless("<a x=\"", b'>'), Err(()));
        let split = ["<!-- ", &"-".repeat(MAX_TAG), ">--><b/>"].concat();
        let mut tags = Tags::new(split.as_bytes());
        assert_eq!(tags.next().unwrap().unwrap().name(), b"b");
    }

    #[test]
    fn text_between_tags_is_read_where_it_is_asked_for() {
        let mut tags = Tags::new(&b"<a>x &amp; y</a>z<b/>"[..]);
        tags.next().unwrap();
        let mut text = Vec::new();
        tags.text(&mut text).unwrap();
        assert_eq!(meant(&text), "x & y");
        assert!(tags.next().unwrap().unwrap().is_end());
        assert_eq!(tags.next().unwrap().unwrap().name(), b"b");
        tags.text(&mut text).unwrap();
        assert!(tags.next().unwrap().is_none());
        assert_eq!(
            meant("&quot;E&quot;0 &#x5927;&#23398; &no; & &#0".as_bytes()),
            "\"E\"0 大学 &no; & &#0"
        );
    }

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
