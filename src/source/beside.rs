//! What a worksheet part says of a cell beside what the parser gives: where the n-th cell is (the
//! parser does not say which cell it could not read), its style, the text in a cell that the parser
//! leaves out, what it takes in silence though it cannot be, the formula that is a link.
//!
//! Must not know: values, the parser, what a style means.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader};

use zip::read::ZipFile;

use super::archive::Archive;
use super::locate::{index_of, main_part};
use super::tags::{Tag, Tags, meant};
use crate::sheet::{CellRef, Defect};

/// Walks over the cells of a worksheet part.
pub(super) struct Beside<R> {
    tags: Tags<R>,
    in_data: bool,
    seen: u64,
    told: Told,
    text: Vec<u8>,
    /// Formulas that several cells share and that may be links, by their names.
    shared: HashMap<Vec<u8>, String>,
}

/// Shared formulas that are kept.
const MOST_SHARED: usize = 1 << 12;

/// What is said of a cell.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Where it says to be.
    pub(super) at: Option<CellRef>,
    /// Which of the workbook's styles it has.
    pub(super) style: usize,
    /// The text in the cell, if a value follows it or stands in its place.
    pub(super) inline: Option<String>,
    /// Why nothing that it says can be taken.
    pub(super) defect: Option<Defect>,
    /// Its formula, if that may be a link.
    pub(super) formula: Option<String>,
    /// What is left of the text in the cell, if a part of it is struck out.
    pub(super) left: Option<String>,
}

/// The text of an element.
#[derive(Debug, Default)]
struct Words {
    all: String,
    /// What is not struck out.
    left: String,
}

impl Words {
    /// What is left, if a part is struck out.
    fn left(self) -> Option<String> {
        (self.left.len() < self.all.len()).then_some(self.left)
    }
}

/// A walk over a part of an archive.
pub(super) type PartBeside<'a> = Beside<BufReader<ZipFile<'a, BufReader<std::fs::File>>>>;

/// Begin at the top of that part.
pub(super) fn beside(archive: &mut Archive, part: usize) -> Option<PartBeside<'_>> {
    Some(Beside::new(BufReader::new(archive.by_index(part).ok()?)))
}

/// The text of the first shared string. The parser also takes it where a cell names none.
pub(super) fn first_string(archive: &mut Archive) -> Option<String> {
    let (folder, _) = main_part(archive).ok()?;
    let part = index_of(archive, &format!("{folder}sharedStrings.xml"))?;
    let mut strings = beside(archive, part)?;
    while let Some(tag) = strings.tags.next().ok()? {
        if tag.name() == b"si" && opens(tag) {
            return strings.words(b"si").ok().map(|words| words.all);
        }
    }
    None
}

/// The shared strings of which a part is struck out, each with what is left of it.
pub(super) fn struck_strings(archive: &mut Archive) -> HashMap<String, String> {
    let mut struck = HashMap::new();
    let folder = main_part(archive).map(|(folder, _)| folder).unwrap_or_default();
    let part = index_of(archive, &format!("{folder}sharedStrings.xml"));
    let Some(mut strings) = part.and_then(|part| beside(archive, part)) else { return struck };
    while let Ok(Some(tag)) = strings.tags.next() {
        if tag.name() != b"si" || !opens(tag) {
            continue;
        }
        let Ok(words) = strings.words(b"si") else { break };
        let all = words.all.clone();
        if let Some(left) = words.left() {
            struck.insert(all, left);
        }
    }
    struck
}

/// Whether a tag begins an element that holds something.
fn opens(tag: Tag<'_>) -> bool {
    !tag.is_end() && !tag.is_empty()
}

impl<R: BufRead> Beside<R> {
    fn new(source: R) -> Self {
        let tags = Tags::new(source);
        let (told, text, shared) = (Told::default(), Vec::new(), HashMap::new());
        Self { tags, in_data: false, seen: 0, told, text, shared }
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
                    let holds = match tag.attribute(b"t") {
                        Some(b"s") => Holds::Index,
                        Some(b"inlineStr") => Holds::Text,
                        Some(_) | None => Holds::Value,
                    };
                    self.told = Told { at, style: style.unwrap_or(0), ..Told::default() };
                    if !tag.is_empty() {
                        self.content(holds)?;
                    }
                    return Ok(Some(()));
                }
                _ => {}
            }
        }
        Ok(None)
    }

    /// What stands in the cell that has begun.
    fn content(&mut self, holds: Holds) -> io::Result<()> {
        let (mut inline, mut value, mut followed) = (None, None, false);
        while let Some(tag) = self.tags.next()? {
            let (opens, closes) = (opens(tag), tag.is_end());
            match tag.name() {
                b"c" if closes => break,
                b"f" if !closes => {
                    let shared = tag.attribute(b"si").map(<[u8]>::to_vec);
                    let formula = if opens { self.text()? } else { String::new() };
                    self.told.formula = self.link(shared, formula);
                }
                b"is" if opens => {
                    let words = self.words(b"is")?;
                    let all = words.all.clone();
                    self.told.left = words.left();
                    if inline.replace(all).is_some() {
                        self.told.defect = Some(Defect::Twice);
                    }
                }
                b"v" => {
                    followed |= inline.is_some();
                    let text = if opens { self.text()? } else { String::new() };
                    if text.is_empty() {
                        continue;
                    }
                    if holds == Holds::Index && !is_index(&text) {
                        self.told.defect = Some(Defect::Unreadable);
                    }
                    if value.replace(text).is_some() {
                        self.told.defect = Some(Defect::Twice);
                    }
                }
                _ => {}
            }
        }
        self.told.inline = match (inline, holds) {
            (Some(inline), _) => Some(inline).filter(|_| followed),
            (None, Holds::Text) => value.map(|value| unescaped(&value)),
            (None, Holds::Index | Holds::Value) => None,
        };
        Ok(())
    }

    /// A formula that may be a link, in the cell where it is written and in those that share it.
    fn link(&mut self, shared: Option<Vec<u8>>, formula: String) -> Option<String> {
        if formula.is_empty() {
            return self.shared.get(&shared?).cloned();
        }
        let may_link = formula.to_ascii_uppercase().contains("HYPERLINK");
        let formula = Some(formula).filter(|_| may_link)?;
        if let Some(shared) = shared.filter(|_| self.shared.len() < MOST_SHARED) {
            self.shared.insert(shared, formula.clone());
        }
        Some(formula)
    }

    /// The text of the element that has begun, without what says how it is spoken.
    fn words(&mut self, element: &[u8]) -> io::Result<Words> {
        let (mut words, mut spoken, mut struck) = (Words::default(), false, false);
        while let Some(tag) = self.tags.next()? {
            match tag.name() {
                name if name == element && tag.is_end() => break,
                b"rPh" => spoken = opens(tag),
                b"r" => struck = false,
                b"strike" if !tag.is_end() => {
                    struck = !matches!(tag.attribute(b"val"), Some(b"0" | b"false"));
                }
                b"t" if opens(tag) && !spoken => {
                    let kept = tag.attribute(b"space") == Some(b"preserve");
                    let text = self.text()?;
                    let text = unescaped(if kept { &text } else { text.trim_ascii() });
                    words.all.push_str(&text);
                    words.left.push_str(if struck { "" } else { &text });
                }
                _ => {}
            }
        }
        Ok(words)
    }

    fn text(&mut self) -> io::Result<String> {
        self.text.clear();
        self.tags.text(&mut self.text)?;
        Ok(meant(&self.text))
    }
}

/// What a cell says that it holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// The number of a shared string.
    Index,
    /// A text of its own.
    Text,
    /// Anything else.
    Value,
}

/// Whether a value is the number of a shared string.
fn is_index(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<usize>().is_ok()
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
        let told = beside.cell(2).unwrap();
        assert_eq!((&told.inline, &told.left), (&None, &None));
        assert_eq!(beside.cell(3).unwrap().formula.as_deref(), Some("hyperlink(\"x\")"));
        assert_eq!(beside.cell(4).unwrap().formula, None);
        let xml = r#"<sheetData><c><is><r><rPr><strike/></rPr><t>张三</t></r><r><t>李四</t></r></is></c><c><is><r><rPr><strike val="0"/></rPr><t>张三</t></r></is></c></sheetData>"#;
        let mut beside = Beside::new(xml.as_bytes());
        assert_eq!(beside.cell(1).unwrap().left.as_deref(), Some("李四"));
        assert_eq!(beside.cell(2).unwrap().left, None);
        let xml = r#"<sheetData><c><f t="shared" ref="A1:A2" si="0">HYPERLINK(B1,"x")</f></c><c><f t="shared" si="0"/></c><c><f t="shared" si="0"></f></c><c><f t="shared" si="1"/></c></sheetData>"#;
        let mut beside = Beside::new(xml.as_bytes());
        for (n, is_link) in [(1, true), (2, true), (3, true), (4, false)] {
            assert_eq!(beside.cell(n).unwrap().formula.is_some(), is_link, "{n}");
        }
    }
}
