//! Tables that stand beside the list of people, beyond an empty column: what they count is nobody's.
//!
//! Must not know: how the list's own columns are bound.

use std::ops::Range;

use super::claims;
use crate::header::{COLUMNS, Header};
use crate::lexicon::{headers, rows};
use crate::mapping::RecordMapping;
use crate::sheet::{RawCell, RawRow};
use crate::spec::Kind;

/// Say which columns of a header are those of tables beside the list, as the rows that were looked at
/// have it. What a mapping names is the people's.
pub(super) fn set_apart(
    header: &mut Header,
    all: &[RawRow],
    kinds: &[&'static Kind],
    mapping: Option<&RecordMapping>,
) {
    let width = header.row.width().min(COLUMNS);
    let is_headed = |column: usize| !header.row.cell(column).is_blank();
    if (0..width).all(is_headed) {
        return;
    }
    let below = || all.iter().filter(|row| row.number() > header.last_row);
    let is_gap =
        |column: usize| !is_headed(column) && below().all(|row| row.cell(column).is_blank());
    let blocks = blocks(width, is_gap);
    if blocks.len() < 2 {
        return;
    }
    let persons = persons(header, kinds, mapping);
    let counts = |column: usize| {
        headers::text(header.row.cell(column)).is_some_and(|text| headers::is_count(&text))
            || below().any(|row| is_sum(row.cell(column)))
    };
    let is_beside = |block: &Range<usize>| {
        !block.clone().any(|column| persons.contains(&column)) && block.clone().any(counts)
    };
    let beside: Vec<usize> = blocks.into_iter().filter(is_beside).flatten().collect();
    // Without a list there is nothing to stand beside.
    if !persons.is_empty() {
        header.beside = beside;
    }
}

/// The runs of columns between the gaps.
fn blocks(width: usize, is_gap: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for column in (0..width).filter(|column| !is_gap(*column)) {
        match blocks.last_mut() {
            Some(last) if last.end == column => last.end += 1,
            Some(_) | None => blocks.push(column..column + 1),
        }
    }
    blocks
}

/// The columns that tell who somebody is, that are required, or that a mapping names.
fn persons(
    header: &Header,
    kinds: &[&'static Kind],
    mapping: Option<&RecordMapping>,
) -> Vec<usize> {
    let mut persons = Vec::new();
    for kind in kinds {
        let mapping = mapping.filter(|mapping| mapping.kind == kind.id);
        let claims = claims::of(kind, header.into(), mapping, COLUMNS);
        let tells = |path: &str| {
            kind.keys.iter().any(|key| key.field == path)
                || kind.fields.iter().any(|field| field.required && field.key == path)
        };
        let own = claims.bound.iter().filter(|claim| !claim.by_name || tells(&claim.path));
        persons.extend(own.map(|claim| claim.index));
    }
    persons
}

/// 合计 in a cell of its own.
fn is_sum(cell: RawCell<'_>) -> bool {
    rows::label(cell).is_some_and(|label| rows::is_total(&label))
}
