//! `[[record.derive]]` and `[[record.child]]`: every key, path and word checked.
//!
//! Must not know: sheets, cells.

use std::sync::Arc;

use super::faults::Faults;
use super::paths::{Paths, headers, separator};
use super::table::{self, Table};
use super::transform;
use super::word::Word;
use crate::lexicon::path;
use crate::mapping::{ChildMapping, DeriveMapping, HeaderRef};
use crate::reading::Op;
use crate::spec::{Group, Slot, Target};

/// What a derived value may be made by: exactly one of these.
const MAKERS: &[&str] = &["join", "range", "split", "from"];

/// Every `[[record.derive]]`.
pub(super) fn derives(
    raw: &Table<'_, '_>,
    paths: Paths<'_>,
    faults: &mut Faults<'_>,
) -> Vec<DeriveMapping> {
    let tables = raw.tables("derive", faults);
    tables.iter().filter_map(|table| derive(table, paths, faults)).collect()
}

fn derive(raw: &Table<'_, '_>, paths: Paths<'_>, faults: &mut Faults<'_>) -> Option<DeriveMapping> {
    raw.only(
        &["join", "range", "split", "from", "separator", "entries", "to", "transform"],
        faults,
    );
    let made = maker(raw, faults);
    let entries = entries(raw, faults);
    let transforms = transform::list(raw, faults);
    let to = places(raw, paths, entries.is_some(), faults);
    let (from, op) = made?;
    let to = to?;
    count(raw, &op, to.len(), faults);
    let entries = match entries {
        None => None,
        Some(separator) => Some((one_group(raw, &to, faults)?, separator)),
    };
    Some(DeriveMapping { from, op, transforms, to, entries })
}

/// The columns, and how parts are made of them.
fn maker(raw: &Table<'_, '_>, faults: &mut Faults<'_>) -> Option<(Vec<HeaderRef>, Op)> {
    let mut named = MAKERS.iter().filter_map(|maker| Some((*maker, raw.key(maker)?)));
    let first = named.next();
    let second = named.map(|(_, span)| span.start).max();
    let (Some((maker, at)), None) = (first.clone(), second) else {
        let byte = second.unwrap_or(raw.span.start);
        faults.unfit(
            byte,
            ("[[record.derive]] 里 join、range、split、from 恰好要有一个", "a [[record.derive]] has exactly one of join, range, split, from"),
            ("join 合并几列，range 拆起止时间，split 拆一列，from 取一列", "join puts columns together, range parts a period, split parts a column, from takes one"),
        );
        return None;
    };
    let given = raw.text("separator", faults);
    if let (Some(word), "range" | "from") = (&given, maker) {
        faults.unfit(
            word.span.start,
            ("separator 只能和 join 或 split 一起写", "separator goes with join or split only"),
            ("几条内容写在一格里，用 entries", "for several entries in a cell write entries"),
        );
    }
    match maker {
        "join" => {
            let from = headers(raw.texts("join", faults)?, faults);
            if from.is_empty() {
                faults.unfit(
                    at.start,
                    ("join 至少要有一列", "join needs a column"),
                    ("如 join = [\"姓\", \"名\"]", "such as join = [\"surname\", \"given name\"]"),
                );
                return None;
            }
            let separator = given.map(|word| word.text).unwrap_or_default();
            Some((from, Op::Join { separator }))
        }
        "split" => {
            let from = raw.text("split", faults);
            if given.is_none() && raw.key("separator").is_none() {
                raw.lacks("separator", faults);
            }
            let separator = given.and_then(|word| separator(word, faults));
            Some((headers(vec![from?], faults), Op::Split { separator: separator? }))
        }
        "range" => Some((headers(vec![raw.text("range", faults)?], faults), Op::Range)),
        _ => Some((headers(vec![raw.text("from", faults)?], faults), Op::Copy)),
    }
}

/// What stands between several entries of one cell.
fn entries(raw: &Table<'_, '_>, faults: &mut Faults<'_>) -> Option<String> {
    let word = raw.text("entries", faults)?;
    if raw.key("join").is_some() {
        faults.unfit(
            word.span.start,
            ("entries 不能和 join 一起写", "entries does not go with join"),
            ("请用 from、split 或 range", "use from, split or range"),
        );
    }
    separator(word, faults)
}

/// The places that the parts go to. A group's path names no entry where the cell holds several.
fn places(
    raw: &Table<'_, '_>,
    paths: Paths<'_>,
    several: bool,
    faults: &mut Faults<'_>,
) -> Option<Vec<Slot>> {
    if raw.key("to").is_none() {
        raw.lacks("to", faults);
    }
    let words = raw.one_or_more("to", faults)?;
    let mut slots: Vec<Slot> = Vec::new();
    let mut whole = true;
    for word in &words {
        if several && path::has_index(&word.text) {
            faults.unfit(
                word.span.start,
                ("有 entries 时字段不写序号", "with entries a field has no number"),
                ("如 education_list.school", "such as education_list.school"),
            );
        }
        match paths.slot(&word.text, word.span.start, faults) {
            Some(slot) if slots.iter().any(|other| other.to_string() == slot.to_string()) => {
                twice(word, faults);
                whole = false;
            }
            Some(slot) => slots.push(slot),
            None => whole = false,
        }
    }
    whole.then_some(slots)
}

fn twice(word: &Word, faults: &mut Faults<'_>) {
    faults.unfit(
        word.span.start,
        ("同一个字段写了两次", "the same field stands here twice"),
        ("请删去一个", "remove one of them"),
    );
}

/// Whether there are as many places as there will be parts.
fn count(raw: &Table<'_, '_>, op: &Op, count: usize, faults: &mut Faults<'_>) {
    let (fits, what) = match op {
        Op::Copy | Op::Path | Op::Join { .. } => {
            (count == 1, ("这里只能写一个字段", "this takes one field"))
        }
        Op::Range => (
            count == 2,
            ("range 要两个字段：开始和结束", "range takes two fields, beginning and end"),
        ),
        Op::Split { .. } => {
            (count >= 2, ("split 至少要两个字段", "split takes two fields or more"))
        }
    };
    if !fits {
        let byte = raw.key("to").unwrap_or(raw.span.clone()).start;
        let todo = ("请改 to", "correct `to`");
        faults.unfit(byte, what, todo);
    }
}

/// The group of which all places are fields.
fn one_group(raw: &Table<'_, '_>, to: &[Slot], faults: &mut Faults<'_>) -> Option<&'static Group> {
    let mut groups = to.iter().map(group_of);
    let first = groups.next().flatten();
    let same = first
        .is_some_and(|first| groups.all(|other| other.is_some_and(|other| other.key == first.key)));
    if same {
        return first;
    }
    let byte = raw.key("to").unwrap_or(raw.span.clone()).start;
    faults.unfit(
        byte,
        ("有 entries 时，字段要属于同一个列表", "with entries all fields are of one list"),
        ("如 education_list.school", "such as education_list.school"),
    );
    None
}

fn group_of(slot: &Slot) -> Option<&'static Group> {
    match &slot.target {
        Target::Entry { group, .. } | Target::EntryCustom { group, .. } => Some(group),
        Target::Field(_) | Target::Custom { .. } | Target::Module { .. } => None,
    }
}

/// Every `[[record.child]]`.
pub(super) fn children(
    raw: &Table<'_, '_>,
    paths: Paths<'_>,
    faults: &mut Faults<'_>,
) -> Vec<Arc<ChildMapping>> {
    let tables = raw.tables("child", faults);
    tables.iter().filter_map(|table| child(table, paths, faults)).map(Arc::new).collect()
}

fn child(raw: &Table<'_, '_>, paths: Paths<'_>, faults: &mut Faults<'_>) -> Option<ChildMapping> {
    raw.only(&["group", "file", "sheet", "key", "columns"], faults);
    let file = raw.text("file", faults).map(|word| word.text);
    let sheet = raw.text("sheet", faults).map(|word| word.text);
    if raw.key("file").is_none() && raw.key("sheet").is_none() {
        faults.unfit(
            raw.span.start,
            ("[[record.child]] 要写 sheet 或 file", "a [[record.child]] names a sheet or a file"),
            ("同一工作簿的另一个工作表写 sheet", "name a sheet of the same workbook with sheet"),
        );
    }
    let key = key(raw, faults);
    let word = raw.needed("group", faults)?;
    let Some(group) = paths.kind.groups.iter().find(|group| group.key == word.text) else {
        let words: Vec<&str> = paths.kind.groups.iter().map(|group| group.key).collect();
        faults.word(&word, &words);
        return None;
    };
    let mut columns = Vec::new();
    for (header, words) in raw.entries("columns", faults, table::one_or_more) {
        let slots = words.iter().filter_map(|word| within(group, word, paths, faults)).collect();
        columns.push((faults.header(header), slots));
    }
    let (key_child, key_parent) = key?;
    Some(ChildMapping { group, file, sheet, key_child, key_parent, columns })
}

/// `key = { child = "工号", parent = "工号" }`, or one header for both.
fn key(raw: &Table<'_, '_>, faults: &mut Faults<'_>) -> Option<(HeaderRef, HeaderRef)> {
    if raw.key("key").is_none() {
        raw.lacks("key", faults);
        return None;
    }
    if raw.plain("key").is_some() {
        let word = raw.text("key", faults)?;
        let both = faults.header(word);
        return Some((both.clone(), both));
    }
    let key = raw.table("key", faults)?;
    key.only(&["child", "parent"], faults);
    let [child, parent] = ["child", "parent"].map(|name| key.needed(name, faults));
    Some((faults.header(child?), faults.header(parent?)))
}

/// A field of the group, without the group's name.
fn within(
    group: &'static Group,
    word: &Word,
    paths: Paths<'_>,
    faults: &mut Faults<'_>,
) -> Option<Slot> {
    let rest = word.text.strip_prefix(group.key).and_then(|rest| rest.strip_prefix('.'));
    let path = format!("{}.{}", group.key, rest.unwrap_or(&word.text));
    paths.slot(&path, word.span.start, faults)
}
