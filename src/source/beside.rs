//! What a worksheet part says of a cell beside what the parser gives: where the n-th cell is (the
//! parser does not say which cell it could not read), its style, the text in a cell that a value
//! follows, the formula that is a link.
//!
//! Must not know: values, the parser, what a style means.

use std::io::{self, BufRead, BufReader};

use zip::read::ZipFile;

use super::archive::Archive;
use super::tags::{Tags, meant};
use crate::sheet::CellRef;

/// Walks over the cells of a worksheet part.
pub(super) struct Beside<R> {
    tags: Tags<R>,
    in_data: bool,
    seen: u64,
    told: Told,
    text: Vec<u8>,
}

/// What is said of a cell.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Where it says to be.
    pub(super) at: Option<CellRef>,
    /// Which of the workbook's styles it has.
    pub(super) style: usize,
    /// The text in the cell, if a value follows it.
    pub(super) inline: Option<String>,
    /// Its formula, if that may be a link.
    pub(super) formula: Option<String>,
}

/// A walk over a part of an archive.
pub(super) type PartBeside<'a> = Beside<BufReader<ZipFile<'a, BufReader<std::fs::File>>>>;

/// Begin at the top of that part.
pub(super) fn beside(archive: &mut Archive, part: usize) -> Option<PartBeside<'_>> {
    Some(Beside::new(BufReader::new(archive.by_index(part).ok()?)))
}

impl<R: BufRead> Beside<R> {
    fn new(source: R) -> Self {
        let tags = Tags::new(source);
        Self { tags, in_data: false, seen: 0, told: Told::default(), text: Vec::new() }
    }

    /// What is said of the `n`-th cell, from 1; none if there are fewer. `n` must rise from call to
    /// call.
    pub(super) fn cell(&mut self, n: u64) -> Option<&Told> {
        self.find(n).ok().flatten()?;
        Some(&self.told)
    }

    fn find(&mut self, n: u64) -> io::Result<Option<()>> {
        while let Some(tag) = self.tags.next()? {
            match tag.name() {
                b"sheetData" => self.in_data = !tag.is_end(),
                b"c" if self.in_data && !tag.is_end() => {
                    self.seen += 1;
                    if self.seen < n {
                        continue;
                    }
                    let text = |name: &[u8]| std::str::from_utf8(tag.attribute(name)?).ok();
                    let at = text(b"r").and_then(|at| at.parse().ok());
                    let style = text(b"s").and_then(|style| style.trim().parse().ok());
                    self.told = Told { at, style: style.unwrap_or(0), ..Told::default() };
                    if !tag.is_empty() {
                        self.content()?;
                    }
                    return Ok(Some(()));
                }
                _ => {}
            }
        }
        Ok(None)
    }

    /// What stands in the cell that has begun.
    fn content(&mut self) -> io::Result<()> {
        let (mut inline, mut spoken, mut followed) = (None, false, false);
        while let Some(tag) = self.tags.next()? {
            let (opens, closes) = (!tag.is_end() && !tag.is_empty(), tag.is_end());
            match tag.name() {
                b"c" if closes => break,
                b"f" if opens => {
                    let formula = self.text()?;
                    let may_link = formula.to_ascii_uppercase().contains("HYPERLINK");
                    self.told.formula = may_link.then_some(formula);
                }
                b"is" if opens => inline = Some(String::new()),
                b"rPh" => spoken = opens,
                b"t" if opens && !spoken => {
                    let kept = tag.attribute(b"space") == Some(b"preserve");
                    let text = self.text()?;
                    let text = if kept { &text } else { text.trim_ascii() };
                    if let Some(inline) = &mut inline {
                        inline.push_str(&unescaped(text));
                    }
                }
                b"v" => followed |= inline.is_some(),
                _ => {}
            }
        }
        self.told.inline = inline.filter(|_| followed);
        Ok(())
    }

    fn text(&mut self) -> io::Result<String> {
        self.text.clear();
        self.tags.text(&mut self.text)?;
        Ok(meant(&self.text))
    }
}

/// A text in which Excel has written characters as `_x000D_`.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.get(2..6).filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        let c = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        let (written, length) = c.map_or(('_', 1), |c| (c, 7));
        plain.push(written);
        rest = &rest[length..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nth_cell_is_found_with_its_address_and_style() {
        let xml = br#"<worksheet><cols><c r="Z9"/></cols><sheetData><row r="2"><c r="B2"><v>1</v></c><c r="D2" s="7" t="e"/></row><row><c/><c r="A3"/></row></sheetData></worksheet>"#;
        let mut beside = Beside::new(&xml[..]);
        let told = beside.cell(2).unwrap();
        assert_eq!((told.at.unwrap().to_string(), told.style), ("D2".to_owned(), 7));
        assert_eq!(beside.cell(3).unwrap().at, None, "a cell that does not say where it is");
        assert_eq!(beside.cell(4).unwrap().at.unwrap().to_string(), "A3");
        assert!(beside.cell(5).is_none());
    }

    #[test]
    fn a_text_that_a_value_follows_and_a_link_are_told() {
        let xml = r#"<sheetData><c t="inlineStr"><is><r><t xml:space="preserve">清 </t></r><r><t>华&amp;_x000D_</t></r><rPh><t>qing</t></rPh></is><v>3</v></c><c><is><t>b</t></is></c><c><f>hyperlink("x")</f><v/></c><c><f>A1</f></c></sheetData>"#;
        let mut beside = Beside::new(xml.as_bytes());
        assert_eq!(beside.cell(1).unwrap().inline.as_deref(), Some("清 华&\r"));
        assert_eq!(beside.cell(2).unwrap().inline, None);
        assert_eq!(beside.cell(3).unwrap().formula.as_deref(), Some("hyperlink(\"x\")"));
        assert_eq!(beside.cell(4).unwrap().formula, None);
    }
}
