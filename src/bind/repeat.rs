//! A block of columns of one group that stands there more than once without a heading: 学校, 专业,
//! 学校, 专业, or 学校.1, 专业.1 as pandas writes equal headers. The second is entry 2.
//!
//! Must not know: mapping files, other rows.

use std::sync::Arc;

use super::claim::Claim;
use crate::lexicon::normalize;
use crate::problem::{Code, Complaint, both};
use crate::sheet::address::column_name;
use crate::spec::{Group, Target};

/// A column of a group: its claim, its entry and its header without a number that pandas added.
struct Part {
    claim: usize,
    column: usize,
    entry: u16,
    field: &'static str,
    name: String,
}

/// Give the repeated blocks of each group the entries that they are; what is irregular stays as it
/// is. One complaint (a warning) for each group.
pub(super) fn number(bound: &mut [Claim], headers: &[(usize, Arc<str>)]) -> Vec<Complaint> {
    let mut groups: Vec<&'static Group> = Vec::new();
    for claim in bound.iter() {
        if let Target::Entry { group, .. } = &claim.slot.target
            && !groups.iter().any(|known| known.key == group.key)
        {
            groups.push(group);
        }
    }
    groups.into_iter().filter_map(|group| number_group(group, bound, headers)).collect()
}

fn number_group(
    group: &'static Group,
    bound: &mut [Claim],
    headers: &[(usize, Arc<str>)],
) -> Option<Complaint> {
    let parts = parts(group, bound, headers)?;
    let again = |part: &Part| part.field == parts[0].field;
    let length = parts.iter().skip(1).position(again)? + 1;
    let blocks: Vec<&[Part]> = parts.chunks(length).collect();
    if length < 2 || !are_alike(&blocks) || !are_whole(&blocks, bound) {
        return None;
    }
    let shown: Vec<String> = blocks.iter().map(|block| columns(block)).collect();
    let args = [both(group.zh, group.en), shown.join(", ").into(), blocks.len().to_string().into()];
    let entries: Vec<(usize, u16)> = (1u16..)
        .zip(&blocks)
        .flat_map(|(entry, block)| block.iter().map(move |part| (part.claim, entry)))
        .collect();
    if blocks.len() > group.max {
        return None;
    }
    for (claim, entry) in entries {
        if let Some(claim) = bound.get_mut(claim) {
            claim.renumber(entry);
        }
    }
    Some(Complaint::with(Code::HeaderBlockRepeated, args))
}

/// The columns of a group from the left; nothing where a mapping file has a say in it.
fn parts(group: &Group, bound: &[Claim], headers: &[(usize, Arc<str>)]) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    for (at, claim) in bound.iter().enumerate() {
        match &claim.slot.target {
            Target::Entry { group: of, n, field } if of.key == group.key => {
                let header = headers.iter().find(|(column, _)| *column == claim.index);
                let text = header.map_or("", |(_, text)| text);
                let name = normalize::header(without_suffix(text));
                if !claim.by_name {
                    return None;
                }
                let (column, entry) = (claim.index, *n);
                parts.push(Part { claim: at, column, entry, field: field.key, name });
            }
            Target::Entry { .. }
            | Target::EntryCustom { .. }
            | Target::Field(_)
            | Target::Custom { .. }
            | Target::Module { .. } => {}
        }
    }
    parts.sort_by_key(|part| part.column);
    (!parts.is_empty()).then_some(parts)
}

/// Every block has the same headers in the same order, all of one entry; the entries are 1 each
/// time (学校, 学校), or follow pandas (学校, 学校.1, 学校.2).
fn are_alike(blocks: &[&[Part]]) -> bool {
    let Some(first) = blocks.first() else { return false };
    let same = |block: &&[Part]| {
        block.len() == first.len()
            && block.iter().zip(*first).all(|(part, model)| {
                part.field == model.field && part.name == model.name && part.entry == block[0].entry
            })
    };
    let entries: Vec<u16> = blocks.iter().map(|block| block[0].entry).collect();
    let of_pandas = (1..).zip(&entries).all(|(nth, entry)| *entry == (nth - 1).max(1));
    blocks.iter().all(same) && (entries.iter().all(|entry| *entry == 1) || of_pandas)
}

/// No column of anything else stands within a block.
fn are_whole(blocks: &[&[Part]], bound: &[Claim]) -> bool {
    let within = |block: &&[Part], column: usize| {
        let (first, last) = (block.first(), block.last());
        first.zip(last).is_some_and(|(first, last)| {
            (first.column..=last.column).contains(&column)
                && !block.iter().any(|part| part.column == column)
        })
    };
    !bound.iter().any(|claim| blocks.iter().any(|block| within(block, claim.index)))
}

/// `学校.1` → `学校`.
fn without_suffix(text: &str) -> &str {
    let text = normalize::trim(text);
    match text.rsplit_once('.') {
        Some((name, number))
            if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) =>
        {
            name
        }
        Some(_) | None => text,
    }
}

/// `E–G`.
fn columns(block: &[Part]) -> String {
    let name = |part: &Part| column_name(u32::try_from(part.column).unwrap_or(u32::MAX));
    match (block.first(), block.last()) {
        (Some(first), Some(last)) => format!("{}–{}", name(first), name(last)),
        _ => String::new(),
    }
}
