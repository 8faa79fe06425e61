//! Sheets of people who have left, beside those who have not: they are not read along unless they are
//! named.
//!
//! Must not know: what is in a sheet.

use std::collections::HashSet;
use std::path::Path;

use crate::lexicon::leavers::is_of_leavers;
use crate::source::SheetInfo;

use super::order::IntakeOptions;

/// The sheets of a book that are not read since they are of leavers, by index: none where no other is
/// there, where `--sheet` names one, or where the mapping names it.
pub(super) fn beside(order: &IntakeOptions, path: &Path, sheets: &[SheetInfo]) -> HashSet<usize> {
    if order.sheet.is_some() {
        return HashSet::new();
    }
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let named = |name: &str| {
        let records = order.mapping.iter().flat_map(|mapping| &mapping.records);
        records
            .filter(|record| record.sheet.is_some())
            .any(|record| record.applies_to(&file, Some(name)))
    };
    let of_leavers = |sheet: &SheetInfo| sheet.name.as_deref().is_some_and(is_of_leavers);
    if sheets.iter().all(of_leavers) {
        return HashSet::new();
    }
    let is_left_out =
        |sheet: &SheetInfo| of_leavers(sheet) && !sheet.name.as_deref().is_some_and(named);
    sheets.iter().enumerate().filter(|(_, sheet)| is_left_out(sheet)).map(|(at, _)| at).collect()
}
