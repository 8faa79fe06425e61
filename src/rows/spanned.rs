//! Headers that stand over several columns by a merge, and columns that have no header of their own.
//!
//! Must not know: what becomes of a record.

use super::lines::Plan;
use crate::sheet::{CellRef, Merge};

/// How many columns a header stands over, and which of them have no header and are read by nothing.
pub(super) fn headless(plan: &Plan<'_>, texts: &[String]) -> (usize, Vec<usize>) {
    let width = reach(plan, texts.len());
    // A mapping file may name what is merged with a header.
    let is_read = |at: &usize| {
        plan.bindings.iter().any(|binding| {
            binding.columns.iter().any(|column| column.index == *at)
                || binding.shape.derives.iter().any(|derive| derive.from.contains(at))
        })
    };
    let headless = |at: &usize| texts.get(*at).is_none_or(|text| text.trim().is_empty());
    (width, (0..width).filter(|at| headless(at) && !is_read(at)).collect())
}

/// A column without a header of its own, below one that is merged over it.
pub(super) struct Spanned {
    pub(super) column: usize,
    /// The header, and its cell.
    pub(super) header: String,
    pub(super) from: CellRef,
}

/// The merges of the header's last row.
fn of_header<'t>(plan: &Plan<'t>) -> impl Iterator<Item = &'t Merge> {
    let row = plan.header_row;
    let merges = plan.outline.merges.iter();
    merges.filter(move |merge| (merge.first.row..=merge.last.row).contains(&row))
}

/// How many columns a header of so many texts stands over, its last one perhaps over several.
fn reach(plan: &Plan<'_>, texts: usize) -> usize {
    let begins = |merge: &&Merge| (merge.first.column as usize) < texts;
    let ends = of_header(plan).filter(begins).map(|merge| merge.last.column as usize + 1);
    ends.chain([texts]).max().unwrap_or(texts)
}

/// The columns below headers that are merged over several and feed something: what people write below
/// each (姓 and 名, 年 and 月) is a part of the value, and its first part alone is another value.
pub(super) fn spanned(plan: &Plan<'_>, texts: &[String], headless: &[usize]) -> Vec<Spanned> {
    let feeds = |column: usize| {
        let mut columns = plan.bindings.iter().flat_map(|binding| &binding.columns);
        columns.any(|bound| bound.index == column)
    };
    let below = |merge: &Merge| {
        let first = merge.first.column as usize;
        let header = texts.get(first).filter(|_| feeds(first))?.trim().to_owned();
        let covered = first + 1..=merge.last.column as usize;
        let columns = headless.iter().copied().filter(move |at| covered.contains(at));
        let from = merge.first;
        Some(columns.map(move |column| Spanned { column, header: header.clone(), from }))
    };
    of_header(plan).filter_map(below).flatten().collect()
}
