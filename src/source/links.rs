//! Links of a worksheet: the addresses behind cells, and formulas that make one.
//!
//! Must not know: cells' values, the parser of cells.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::archive::Archive;
use super::locate::each_tag;
use super::tags::{Tag, meant};
use crate::sheet::{CellRef, Merge};

/// Links of a sheet that are kept: Excel keeps 65,530.
const MOST: usize = 1 << 20;

/// A link as a worksheet part names it: its cells, a relationship, a place within what that leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    cells: Merge,
    id: Vec<u8>,
    place: String,
}

impl Named {
    /// Of these cells, to the relationship of this name and a place within what that leads to.
    pub(super) const fn new(cells: Merge, id: Vec<u8>, place: String) -> Self {
        Self { cells, id, place }
    }

    /// From the tag `hyperlink`. None where it leads to a place of the workbook itself.
    pub(super) fn of(tag: Tag<'_>) -> Option<Self> {
        let cells = std::str::from_utf8(tag.attribute(b"ref")?).ok()?.parse().ok()?;
        let id = tag.attribute(b"id")?.to_vec();
        let place = tag.attribute(b"location").map(meant).unwrap_or_default();
        Some(Self { cells, id, place })
    }

    /// Add it to those of a sheet, unless there are too many.
    pub(super) fn keep(self, links: &mut Vec<Self>) {
        if links.len() < MOST {
            links.push(self);
        }
    }
}

/// The addresses behind the cells of a sheet.
#[derive(Debug, Default)]
pub(super) struct Links {
    single: BTreeMap<CellRef, Arc<str>>,
    ranges: Vec<(Merge, Arc<str>)>,
}

impl Links {
    /// Those that a worksheet part names, by its relationships.
    pub(super) fn of(archive: &mut Archive, part: usize, named: &[Named]) -> Self {
        let mut links = Self::default();
        if named.is_empty() {
            return links;
        }
        let name = archive.by_index(part).ok().map(|part| part.name_raw().to_vec());
        let name = String::from_utf8_lossy(&name.unwrap_or_default()).replace('\\', "/");
        let (folder, file) = name.split_at(name.rfind('/').map_or(0, |slash| slash + 1));
        let mut targets: HashMap<Vec<u8>, String> = HashMap::new();
        let read = each_tag(archive, &format!("{folder}_rels/{file}.rels"), |tag| {
            if let (b"Relationship", Some(id), Some(target)) =
                (tag.name(), tag.attribute(b"Id"), tag.attribute(b"Target"))
            {
                targets.insert(id.to_vec(), meant(target));
            }
        });
        if read.is_err() {
            return links;
        }
        for link in named {
            let Some(target) = targets.get(&link.id).filter(|target| !target.is_empty()) else {
                continue;
            };
            links.add(link.cells, target, &link.place);
        }
        links
    }

    /// Add the address behind these cells, and a place within what that leads to, which may be empty. The
    /// first address of a cell counts; what is more than a sheet can have is left out.
    pub(super) fn add(&mut self, cells: Merge, target: &str, place: &str) {
        if self.single.len() + self.ranges.len() >= MOST {
            return;
        }
        let sign = if place.is_empty() { "" } else { "#" };
        let to: Arc<str> = format!("{target}{sign}{place}").into();
        if cells.first == cells.last {
            self.single.entry(cells.first).or_insert(to);
        } else {
            self.ranges.push((cells, to));
        }
    }

    /// The addresses behind single cells of a row, by their columns from 0.
    pub(super) fn of_row(&self, row: u32) -> impl Iterator<Item = (u32, &str)> {
        let of_row = self.single.range(CellRef::new(row, 0)..=CellRef::new(row, u32::MAX));
        of_row.map(|(at, to)| (at.column, &**to))
    }

    /// The address behind a cell.
    pub(super) fn at(&self, cell: CellRef) -> Option<&str> {
        if self.single.is_empty() && self.ranges.is_empty() {
            return None;
        }
        let single = self.single.get(&cell);
        let range = || self.ranges.iter().find(|(cells, _)| cells.contains(cell)).map(|(_, to)| to);
        single.or_else(range).map(|to| &**to)
    }
}

/// What the cell of a formula shows, and the address behind it, where the formula makes a link. The cell
/// shows this text, or none; or nothing was saved in it.
pub(super) fn of_formula(
    formula: &str,
    shown: Option<&str>,
    is_empty: bool,
) -> Option<(String, String)> {
    if let Some((to, written)) = in_formula(formula) {
        let unsaid = || written.or_else(|| Some(to.clone()).filter(|to| !to.is_empty()));
        let shown = shown.map(str::to_owned).or_else(|| unsaid().filter(|_| is_empty));
        return Some((shown?, to));
    }
    let shown = shown.filter(|shown| !shown.trim().is_empty())?;
    Some((shown.to_owned(), within_formula(formula, shown)?))
}

/// What a formula `HYPERLINK("address", "text")` says: its address, empty where it is not written
/// out, and its text, where that is. None for another formula.
pub(super) fn in_formula(formula: &str) -> Option<(String, Option<String>)> {
    // As `OpenDocument` writes it.
    let formula =
        formula.trim().trim_start_matches("of:").trim_start_matches(['=', '+', '@']).trim_start();
    let name = formula.get(..9).filter(|name| name.eq_ignore_ascii_case("HYPERLINK"))?;
    let inner = formula[name.len()..].trim().strip_prefix('(')?.strip_suffix(')')?.trim();
    let (address, rest) = literal(inner).unwrap_or_default();
    let whole = rest.is_empty() || rest.starts_with([',', ';']);
    let address = if whole { address } else { String::new() };
    let text = rest.strip_prefix([',', ';']).and_then(|rest| literal(rest.trim()));
    let text = text.filter(|(_, rest)| rest.is_empty() && whole).map(|(text, _)| text);
    Some((address, text))
}

/// The address of a link that stands within another formula (`IF(A2="","",HYPERLINK("…","查看"))`) and
/// shows this text: empty where it is not written out, or where another link may be meant. None where no
/// link gives what is shown.
fn within_formula(formula: &str, shown: &str) -> Option<String> {
    let mut found: Option<String> = None;
    for (call, rest) in calls(formula) {
        let Some((to, text)) = in_formula(call) else { continue };
        let alone = rest.trim_start().starts_with([')', ',', ';']);
        let says = match &text {
            Some(text) => text.trim() == shown.trim(),
            // It says what a cell holds, or its own address.
            None => true,
        };
        if !alone || !says {
            continue;
        }
        let sure = text.is_some() || says_the_same(shown, &to);
        let to = if sure { to } else { String::new() };
        found = Some(found.filter(|other| *other != to).map_or(to, |_| String::new()));
    }
    found
}

/// Each call of HYPERLINK that is an argument of another function, and what follows it.
fn calls(formula: &str) -> Vec<(&str, &str)> {
    const NAME: &str = "HYPERLINK";
    let mut calls = Vec::new();
    let (mut quoted, mut open, mut begun) = (false, 0_usize, None);
    for (at, c) in formula.char_indices() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' => {
                let name = at.checked_sub(NAME.len()).and_then(|from| formula.get(from..at));
                let before = &formula[..at.saturating_sub(NAME.len())];
                let is_argument = before.trim_end().ends_with(['(', ',', ';']);
                if is_argument && name.is_some_and(|name| name.eq_ignore_ascii_case(NAME)) {
                    begun = Some((at - NAME.len(), open));
                }
                open += 1;
            }
            ')' => {
                open = open.saturating_sub(1);
                if let Some((from, _)) = begun.take_if(|(_, outside)| *outside == open) {
                    calls.push((&formula[from..=at], &formula[at + 1..]));
                }
            }
            _ => {}
        }
    }
    calls
}

/// A text in quotes at the beginning, and what follows it.
fn literal(formula: &str) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut rest = formula.strip_prefix('"')?;
    loop {
        let (part, after) = rest.split_once('"')?;
        text.push_str(part);
        match after.strip_prefix('"') {
            Some(more) => {
                text.push('"');
                rest = more;
            }
            None => return Some((text, after.trim_start())),
        }
    }
}

/// Whether a link says no more than the text that is shown of it.
pub(super) fn says_the_same(face: &str, to: &str) -> bool {
    let plain = |text: &str| {
        let text = decoded(text.trim().trim_end_matches('/')).to_lowercase();
        let bare = text.strip_prefix("mailto:").map(|rest| rest.split('?').next().unwrap_or(rest));
        let bare = bare.unwrap_or(&text);
        bare.trim_start_matches("https://").trim_start_matches("http://").to_owned()
    };
    plain(face) == plain(to)
}

/// An address as people read it: `%E4%B8%AD` is 中.
fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8().unwrap_or(text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_within_a_formula_counts_where_it_shows_the_text() {
        let of = |formula, shown| within_formula(formula, shown);
        let is = |to: &str| Some(to.to_owned());
        let page = "https://a.example/f";
        assert_eq!(of(r#"IF(A1="","",HYPERLINK("https://a.example/f","查看"))"#, "查看"), is(page));
        assert_eq!(of(r#"IF(A1="","无",HYPERLINK("https://a.example/f","查看"))"#, "无"), None);
        assert_eq!(of(r#"IFERROR(hyperlink("https://a.example/f","(看)"),"")"#, "(看)"), is(page));
        assert_eq!(of(r#"T(HYPERLINK("https://a.example/f"))"#, page), is(page));
        assert_eq!(of(r#"T(HYPERLINK(B2&"/f","查看"))"#, "查看"), is(""));
        assert_eq!(
            of(r#"IF(A1,HYPERLINK("https://a","看"),HYPERLINK("https://b","看"))"#, "看"),
            is("")
        );
        assert_eq!(
            of(r#"IF(A1,HYPERLINK("https://a","甲"),HYPERLINK("https://b","乙"))"#, "乙"),
            is("https://b")
        );
        assert_eq!(of(r#"T(HYPERLINK("a","b")&"c")"#, "bc"), None);
        assert_eq!(of(r#"T("x(HYPERLINK(")"#, "x(HYPERLINK("), None);
    }

    #[test]
    fn a_formula_names_its_address_where_it_is_written_out() {
        let of = |formula| in_formula(formula).map(|(to, text)| (to, text.unwrap_or_default()));
        let is = |to: &str, text: &str| Some((to.to_owned(), text.to_owned()));
        assert_eq!(
            of(r#"HYPERLINK("https://a.example/p","查看")"#),
            is("https://a.example/p", "查看")
        );
        assert_eq!(of(r#"=hyperlink( "https://a.example" )"#), is("https://a.example", ""));
        assert_eq!(
            of(r#"HYPERLINK("https://a.example/?q=""x""",B2)"#),
            is("https://a.example/?q=\"x\"", "")
        );
        assert_eq!(of(r#"HYPERLINK("mailto:"&B2,"写信")"#), is("", ""));
        assert_eq!(of(r#"HYPERLINK(B2,"查看")"#), is("", ""));
        // dfinke/ImportExcel#1689: a place in the workbook itself.
        assert_eq!(of(r##"HYPERLINK("#'S'!B6","ABCD")"##), is("#'S'!B6", "ABCD"));
        assert_eq!(of("SUM(A1:A2)"), None);
        assert_eq!(of(r#"HYPERLINK("a","b")&"c""#), None);
    }

    #[test]
    fn a_link_of_its_own_text_is_none() {
        for (face, to) in [
            ("a@b.example", "mailto:a@b.example"),
            ("A@b.example", "mailto:a@B.example?subject=x"),
            ("https://a.example", "https://a.example/"),
            ("a.example", "http://a.example/"),
            ("https://a.example/简历 1", "https://a.example/%E7%AE%80%E5%8E%86%201"),
        ] {
            assert!(says_the_same(face, to), "{face} {to}");
        }
        assert!(!says_the_same("主页", "https://a.example"));
        assert!(!says_the_same("a@b.example", "mailto:c@b.example"));
    }
}
