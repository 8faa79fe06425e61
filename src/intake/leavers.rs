//! Sheets of people who have left, beside those who have not: they are not read along unless they are
//! named.
//!
//! Must not know: what is in a sheet.

use std::collections::HashSet;
use std::path::Path;

use crate::source::SheetInfo;

use super::Order;

/// In the name of a sheet of people who have left, or who are not wanted.
const LEFT: &[&str] = &[
    "离职",
    "已离",
    "离任",
    "离退",
    "退休",
    "辞职",
    "辞退",
    "黑名单",
    "former",
    "resigned",
    "terminated",
    "leavers",
    "blacklist",
    "exemployee",
    "exstaff",
    "departed",
];

/// The same sheet holds others too: 在职及离职.
const AND_OTHERS: &[&str] = &["在职", "未离", "全部", "所有", "current", "active", "all"];

/// The sheets of a book that are not read since they are of leavers, by index: none where no other is
/// there, where `--sheet` names one, or where the mapping names it.
pub(super) fn beside(order: &Order, path: &Path, sheets: &[SheetInfo]) -> HashSet<usize> {
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

/// Whether a sheet of this name holds people who have left, and no others.
fn is_of_leavers(name: &str) -> bool {
    let letters: String =
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    LEFT.iter().any(|word| letters.contains(word))
        && !AND_OTHERS.iter().any(|word| letters.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_of_leavers_is_known_by_its_name() {
        for name in [
            "离职人员",
            "离职",
            "已离职",
            "2024离职名单",
            "黑名单",
            "退休人员",
            "Former employees",
            "Leavers 2024",
            "ex-staff",
            "Blacklist",
        ] {
            assert!(is_of_leavers(name), "{name}");
        }
        for name in [
            "在职",
            "花名册",
            "Sheet1",
            "在职及离职",
            "未离职",
            "候选人",
            "Staff",
            "全部（含离职）",
        ] {
            assert!(!is_of_leavers(name), "{name}");
        }
    }
}
