//! What sheets of people who have left are called.
//!
//! Must not know: what is in a sheet, which others there are.

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

/// Whether a sheet of this name holds people who have left, and no others.
pub(crate) fn is_of_leavers(name: &str) -> bool {
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
