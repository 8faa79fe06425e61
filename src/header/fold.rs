//! The levels of a header folded into one row: a group's heading goes before the headers below it,
//! as does one that makes them somebody else's.
//!
//! Must not know: which rows are the header, mapping files.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::grid::{Grid, Span, Stack};
use super::heading::{self, Heading, Words};
use crate::lexicon::halves;
use crate::lexicon::headings;
use crate::lexicon::labels;
use crate::lexicon::people;
use crate::lexicon::relations;
use crate::problem::Lang;
use crate::sheet::{RawCell, RawRow};
use crate::spec::{Group, Kind};

/// A header in one row.
#[derive(Debug)]
pub(super) struct Folded {
    /// The texts that are bound.
    pub(super) row: RawRow,
    /// Each header's own text, where a mapping file may name the column by it.
    pub(super) own: Vec<(usize, Arc<str>)>,
    /// Columns that are somebody else's and would be bound without their heading, or half a name.
    pub(super) foreign: HashSet<usize>,
    /// How many headers mean something else, or anything at all, for their headings.
    pub(super) told: usize,
}

/// A group's heading over its columns.
struct Block<'a> {
    span: &'a Span,
    kind: &'static Kind,
    group: &'static Group,
    number: Option<u16>,
}

/// What a header's headings make of it.
enum Under<'a> {
    Entry(&'a Block<'a>, u16),
    Person(&'a str),
    /// Somebody else's, or of another job or time, as far as is known.
    Other(&'a str),
    /// A half of a name, which is called so without its heading.
    Half(String),
    Topic(&'a str),
    Nothing,
}

/// The header folded; nothing where the upper rows are headers and the last one is data below
/// them.
pub(super) fn fold(grid: &Grid, last: &RawRow, words: &Words<'_>) -> Option<Folded> {
    let stacks: Vec<Option<Stack<'_>>> =
        (0..grid.width()).map(|column| grid.stack(column)).collect();
    let blocks = blocks(&stacks, words);
    let numbers = numbers(&blocks);
    let mut folded =
        Folded { row: RawRow::new(), own: Vec::new(), foreign: HashSet::new(), told: 0 };
    folded.row.reset(last.number());
    let mut data = 0;
    for (column, stack) in stacks.iter().enumerate() {
        let Some(stack) = stack else {
            // What is merged with the header before it is the second that is called so.
            folded.own.extend(grid.widened(column).map(|text| (column, text.into())));
            continue;
        };
        let under = under(stack, column, &stacks, &blocks, &numbers, words);
        folded.put(column, stack.own, &under, words);
        data += usize::from(is_value(stack, words));
    }
    if data > folded.told {
        return None;
    }
    for column in grid.width()..last.width() {
        folded.row.put(column, last.cell(column));
    }
    folded.beside(words);
    Some(folded)
}

impl Folded {
    fn put(&mut self, column: usize, own: &str, under: &Under<'_>, words: &Words<'_>) {
        let text = match under {
            Under::Nothing => {
                // 紧急联系人-电话, as a folded header is written again.
                let parts = own.split_once('-').map(|(over, own)| (words.heading(over), own));
                if let Some((Heading::Person { .. }, rest)) = parts
                    && words.names(rest)
                    && !words.names(own)
                {
                    self.foreign.insert(column);
                }
                // 工作经历-单位 is what a mapping file may call 单位.
                if let Some((Heading::Entry { .. }, rest)) = parts {
                    self.own.push((column, rest.into()));
                }
                own.to_owned()
            }
            Under::Person(heading) => {
                let joined = join(heading, own);
                if words.names(own) {
                    self.foreign.insert(column);
                }
                self.told += usize::from(words.names(own) || words.names(&joined));
                self.row.put(column, RawCell::Text(&joined));
                return;
            }
            Under::Other(heading) if words.is_of_row(own) && !words.names(&join(heading, own)) => {
                self.foreign.insert(column);
                self.told += 1;
                self.row.put(column, RawCell::Text(&join(heading, own)));
                return;
            }
            Under::Half(alone) => {
                self.foreign.insert(column);
                self.told += 1;
                alone.clone()
            }
            Under::Other(topic) | Under::Topic(topic) => {
                let joined = join(topic, own);
                if words.names(&joined) {
                    self.told += usize::from(!words.names(own));
                    joined
                } else if words.hints(&joined) {
                    joined
                } else {
                    own.to_owned()
                }
            }
            Under::Entry(block, number) => self.entry(own, block, *number, words),
        };
        self.row.put(column, RawCell::Text(&text));
        self.own.push((column, own.into()));
    }

    /// A header below a group's heading, as it says which entry it is of.
    fn entry(&mut self, own: &str, block: &Block<'_>, number: u16, words: &Words<'_>) -> String {
        let joined = match block.number {
            Some(_) => join(&block.span.text, own),
            None if number == 1 => join(&block.span.text, own),
            None => join(&format!("{}{number}", block.span.text), own),
        };
        let Some(slot) = words.under(block.kind, block.group, number, own) else { return joined };
        self.told += 1;
        let meant = heading::place(block.kind, &joined);
        let is_meant = meant.is_some_and(|meant| meant.to_string() == slot.to_string());
        if is_meant { joined } else { labels::header_of(&slot, Lang::Zh) }
    }

    /// 紧急联系人 | 关系 | 联系电话 side by side: the phone is the contact's. So is a phone or an e-mail
    /// address beside another person where the row's own has one elsewhere.
    fn beside(&mut self, words: &Words<'_>) {
        let texts: Vec<String> = (0..self.row.width()).map(|at| text(self.row.cell(at))).collect();
        let mut found: Vec<(usize, &str, String)> = Vec::new();
        let mut person: Option<&str> = None;
        for (column, here) in texts.iter().enumerate() {
            let is_folded = here.contains('-') || self.foreign.contains(&column);
            let is_another = !is_folded && headings::is_another(here);
            if (people::is_emergency_contact(here) || is_another) && !words.names(here) {
                person = Some(here);
            } else if let Some(name) = person.take() {
                if let Some(path) = words.reaches(here) {
                    found.push((column, name, path));
                } else if relations::speaks_of_one(here) {
                    person = Some(name);
                }
            }
        }
        let is_own = |column: usize| !found.iter().any(|(beside, ..)| *beside == column);
        for (column, name, path) in &found {
            let is_elsewhere = |(at, text): (usize, &String)| {
                is_own(at)
                    && !self.foreign.contains(&at)
                    && words.reaches(text).as_ref() == Some(path)
            };
            let here = texts.get(*column).map_or("", String::as_str);
            let is_theirs = people::is_emergency_contact(name) && words.is_phone(here)
                || texts.iter().enumerate().any(is_elsewhere);
            if is_theirs {
                self.row.put(*column, RawCell::Text(&join(name, here)));
                self.own.retain(|(own, _)| own != column);
                self.foreign.insert(*column);
            }
        }
    }
}

/// A header's text; nothing of what is no text.
fn text(cell: RawCell<'_>) -> String {
    match cell {
        RawCell::Text(text) => text.to_owned(),
        RawCell::Empty
        | RawCell::Number(_)
        | RawCell::Bool(_)
        | RawCell::Moment(_)
        | RawCell::Dressed(_)
        | RawCell::Fault(_) => String::new(),
    }
}

/// `教育经历-学校`, in one line.
fn join(heading: &str, own: &str) -> String {
    let heading: Vec<&str> = heading.split_whitespace().collect();
    let heading = heading.join(" ");
    let heading = heading.trim_end_matches([':', '：', '-']);
    format!("{heading}-{own}")
}

/// The headings of groups, from the left.
fn blocks<'a>(stacks: &[Option<Stack<'a>>], words: &Words<'_>) -> Vec<Block<'a>> {
    let mut blocks: Vec<Block<'a>> = Vec::new();
    for stack in stacks.iter().flatten() {
        let mut inner: Option<Block<'a>> = None;
        for span in &stack.above {
            match words.heading(&span.text) {
                Heading::Entry { kind, group, number } => {
                    inner = Some(Block { span, kind, group, number });
                }
                Heading::Ordinal(number) => {
                    if let Some(outer) = inner.take() {
                        inner = Some(Block { span, number: Some(number), ..outer });
                    }
                }
                Heading::Person { .. } | Heading::Elsewhere | Heading::Topic | Heading::Unknown => {
                }
            }
        }
        if let Some(block) = inner
            && !blocks.iter().any(|known| std::ptr::eq(known.span, block.span))
        {
            blocks.push(block);
        }
    }
    blocks
}

/// The entry of each block: its own number, else the first of its group that is free.
fn numbers(blocks: &[Block<'_>]) -> Vec<u16> {
    let mut taken: HashMap<&str, HashSet<u16>> = HashMap::new();
    for block in blocks {
        if let Some(number) = block.number {
            taken.entry(block.group.key).or_default().insert(number);
        }
    }
    let mut numbers = Vec::with_capacity(blocks.len());
    for block in blocks {
        let number = block.number.unwrap_or_else(|| {
            let taken = taken.entry(block.group.key).or_default();
            let free = (1..=u16::MAX).find(|number| !taken.contains(number)).unwrap_or(u16::MAX);
            taken.insert(free);
            free
        });
        numbers.push(number);
    }
    numbers
}

/// What the headings of a column make of its header.
fn under<'a>(
    stack: &Stack<'a>,
    column: usize,
    stacks: &[Option<Stack<'_>>],
    blocks: &'a [Block<'a>],
    numbers: &[u16],
    words: &Words<'_>,
) -> Under<'a> {
    for span in &stack.above {
        match words.heading(&span.text) {
            Heading::Person { strong } if strong || !is_title(span, stacks) => {
                return Under::Person(&span.text);
            }
            Heading::Person { .. }
            | Heading::Entry { .. }
            | Heading::Ordinal(_)
            | Heading::Elsewhere
            | Heading::Topic
            | Heading::Unknown => {}
        }
    }
    let of_column = |block: &&Block<'_>| stack.above.iter().any(|s| std::ptr::eq(*s, block.span));
    if let Some(at) = blocks.iter().rposition(|block| of_column(&block))
        && let (Some(block), Some(number)) = (blocks.get(at), numbers.get(at))
        && is_inside(block, *number, column, stacks, words)
    {
        return Under::Entry(block, *number);
    }
    let above = || stack.above.iter().copied().filter(|span| !is_title(span, stacks));
    if let Some(span) = above().find(|span| matches!(words.heading(&span.text), Heading::Elsewhere))
    {
        return Under::Other(&span.text);
    }
    let topics =
        |span: &&Span| matches!(words.heading(&span.text), Heading::Topic | Heading::Unknown);
    if let Some(half) = above().find_map(|span| half(span, column, stacks)) {
        return Under::Half(half);
    }
    match above().filter(topics).last() {
        Some(span) if is_others(span, stacks, words) => Under::Other(&span.text),
        Some(span) => Under::Topic(&span.text),
        None => Under::Nothing,
    }
}

/// What a column is called without its heading, where that is the name's and both halves stand below it.
fn half(span: &Span, column: usize, stacks: &[Option<Stack<'_>>]) -> Option<String> {
    let below = stacks.get(span.columns.clone())?;
    let own: Vec<&str> = below.iter().map(|one| one.as_ref().map_or("", |one| one.own)).collect();
    let mut alone = halves::below(&span.text, &own)?;
    let at = column.checked_sub(span.columns.start).filter(|at| *at < alone.len())?;
    Some(alone.swap_remove(at))
}

/// Whether a heading is taken for somebody else's: nothing is known of it, and it stands over several
/// columns, none of which is the only one for what every row needs.
fn is_others(span: &Span, stacks: &[Option<Stack<'_>>], words: &Words<'_>) -> bool {
    if span.columns.len() < 2 || !matches!(words.heading(&span.text), Heading::Unknown) {
        return false;
    }
    let needed = |column: usize| {
        let stack = stacks.get(column).and_then(Option::as_ref);
        stack.and_then(|stack| words.needed(stack.own))
    };
    span.columns.clone().filter_map(needed).all(|path| {
        let mut outside = (0..stacks.len()).filter(|column| !span.columns.contains(column));
        outside.any(|column| needed(column).as_deref() == Some(path.as_str()))
    })
}

/// Whether a heading stands over every header: the title of the sheet.
fn is_title(span: &Span, stacks: &[Option<Stack<'_>>]) -> bool {
    let outside = |(column, stack): (usize, &Option<Stack<'_>>)| {
        stack.is_some() && !span.columns.contains(&column)
    };
    stacks.len() > 1 && !stacks.iter().enumerate().any(outside)
}

/// Whether a column below a group's heading is one of the entry's. Where the file says how far the
/// heading reaches all are; else up to the last that is a field of the group, with those of
/// somebody else who is named there.
fn is_inside(
    block: &Block<'_>,
    number: u16,
    column: usize,
    stacks: &[Option<Stack<'_>>],
    words: &Words<'_>,
) -> bool {
    let is_field = |column: usize| {
        let own = stacks.get(column).and_then(Option::as_ref).map(|stack| stack.own);
        own.is_some_and(|own| words.under(block.kind, block.group, number, own).is_some())
    };
    if is_field(column) {
        return true;
    }
    let columns = block.span.columns.clone();
    if block.span.sure && !is_title(block.span, stacks) {
        return true;
    }
    if !is_field(columns.start) {
        return false;
    }
    if (column..columns.end).any(is_field) {
        return true;
    }
    let is_person = |column: usize| {
        let own = stacks.get(column).and_then(Option::as_ref).map(|stack| stack.own);
        own.is_some_and(|own| matches!(words.heading(own), Heading::Person { .. }))
    };
    (columns.start..=column).any(is_person)
}

/// Whether a header has a text below it that no header is: the row is data.
fn is_value(stack: &Stack<'_>, words: &Words<'_>) -> bool {
    let Some(above) = stack.above.last() else { return false };
    above.columns.len() == 1
        && matches!(words.heading(&above.text), Heading::Elsewhere | Heading::Topic)
        && words.names(&above.text)
        && !words.names(stack.own)
        && !words.names(&join(&above.text, stack.own))
}
