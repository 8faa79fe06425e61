//! Records that are not one row with a column for each field: 姓 beside 名, both ends of a period
//! in one cell, entries of a group on a sheet of their own.
//!
//! Must not know: values, how anything is written down.

use super::{Derived, ProposedChild, ProposedColumn, Sample};
use crate::lexicon::halves;
use crate::lexicon::headers;
use crate::lexicon::labels::Index;
use crate::lexicon::normalize;
use crate::lexicon::path::Customs;
use crate::lexicon::periods::{self, Entry};
use crate::lexicon::typed;
use crate::sheet::RawRow;
use crate::spec::{FieldType, Group, Kind, Target};

/// The fields that are made of several columns, and the columns that make several fields.
pub(super) fn derives(kind: &'static Kind, columns: &[ProposedColumn]) -> Vec<Derived> {
    let mut derives: Vec<Derived> = name(kind, columns).into_iter().collect();
    for (at, column) in columns.iter().enumerate() {
        let loose =
            column.column.feeds.is_empty() || column.sample.unfit * 2 > column.sample.filled;
        let periods = column.sample.periods * 2 > column.sample.filled;
        if !(loose && periods) || column.column.ignored {
            continue;
        }
        if let Some(entry) = entry_of(kind, columns, at) {
            let to = entry.ends();
            derives.push(Derived::Range { from: column.column.name.clone(), to });
        }
    }
    derives
}

/// 姓 and 名, where no column feeds the name.
fn name(kind: &'static Kind, columns: &[ProposedColumn]) -> Option<Derived> {
    let field =
        kind.fields.iter().find(|field| matches!(field.ty, FieldType::Name) && field.required)?;
    let fed = columns.iter().any(|column| column.paths().iter().any(|path| path == field.key));
    if fed {
        return None;
    }
    let halves = halves::find(columns.iter().map(|column| &*column.column.header))?;
    let of = |count: fn(&Sample) -> u64| -> u64 {
        halves.all().filter_map(|at| columns.get(at)).map(|column| count(&column.sample)).sum()
    };
    let counts = (of(|sample| sample.filled), of(|sample| sample.eastern));
    let header = columns.get(halves.family).map_or("", |column| &*column.column.header);
    let (order, separator) = halves.joined(counts, header);
    let names = order.iter().filter_map(|at| columns.get(*at));
    let from = names.map(|column| column.column.name.clone()).collect();
    Some(Derived::Join { from, separator, to: field.key.to_owned() })
}

/// The entry that a period belongs to: as its own header says, else that of the nearest column.
fn entry_of(kind: &'static Kind, columns: &[ProposedColumn], at: usize) -> Option<Entry> {
    periods::named(kind, &columns.get(at)?.column.header).or_else(|| {
        let (before, after) = (columns.get(..at)?, columns.get(at + 1..)?);
        let of = |column: &ProposedColumn| {
            let slot = &column.column.feeds.first()?.0;
            let next = column.column.taken_by.as_ref().and(column.column.suggestions.first());
            let next = next.and_then(|s| typed::parse(kind, &s.path, &Customs::new()).ok());
            next.as_ref().map_or_else(|| Entry::of(slot), Entry::of)
        };
        let next = |columns: Option<&ProposedColumn>| columns.and_then(of);
        next(before.last()).or_else(|| next(after.first()))
    })
}

/// Whether a sheet's rows belong to the records of another: it has a column of the other's headers,
/// and at least two columns of one group.
pub(crate) fn child(
    kind: &'static Kind,
    parent: &RawRow,
    sheet: &str,
    header: &RawRow,
) -> Option<ProposedChild> {
    let parents = headers::of(parent, usize::MAX);
    let headers = headers::of(header, usize::MAX);
    let key = headers
        .iter()
        .filter_map(|(column, text)| {
            let wanted = normalize::header(text);
            let same = parents.iter().find(|(_, other)| normalize::header(other) == wanted)?;
            Some((*column, text, &same.1, identifies(&wanted)))
        })
        .min_by_key(|(_, _, _, rank)| *rank)?;
    let (key_column, child_key, parent_key, _) = key;
    let mut best: Option<(&'static Group, Vec<(String, &'static str)>)> = None;
    for group in kind.groups {
        let columns: Vec<(String, &'static str)> = headers
            .iter()
            .filter(|(column, _)| *column != key_column)
            .filter_map(|(_, text)| Some((text.to_string(), field_of(kind, group, text)?)))
            .collect();
        let more = best.as_ref().is_none_or(|(_, most)| columns.len() > most.len());
        let mut keys: Vec<&str> = columns.iter().map(|(_, key)| *key).collect();
        keys.sort_unstable();
        keys.dedup();
        if more && columns.len() >= 2 && keys.len() == columns.len() {
            best = Some((group, columns));
        }
    }
    let (group, columns) = best?;
    Some(ProposedChild {
        group: group.key,
        sheet: sheet.to_owned(),
        child_key: child_key.to_string(),
        parent_key: parent_key.to_string(),
        columns,
    })
}

/// The field of a group that a header names, by itself or behind the group's name.
fn field_of(kind: &'static Kind, group: &'static Group, header: &str) -> Option<&'static str> {
    let index = Index::of(kind);
    let of_group = |text: &str| match index.resolve(text, &Customs::new())?.slot.target {
        Target::Entry { group: of, n: 1, field } if of.key == group.key => Some(field.key),
        Target::Entry { .. }
        | Target::Field(_)
        | Target::Custom { .. }
        | Target::EntryCustom { .. }
        | Target::Module { .. } => None,
    };
    of_group(header).or_else(|| of_group(&format!("{}-{header}", group.zh)))
}

/// Keys that tell people apart come before names, which do not.
fn identifies(header: &str) -> u8 {
    let names = ["姓名", "name", "fullname", "名字"];
    let numbers = ["号", "id", "编码", "编号", "邮箱", "email", "手机", "mobile"];
    if names.contains(&header) {
        return 2;
    }
    u8::from(!numbers.iter().any(|word| header.contains(word)))
}
