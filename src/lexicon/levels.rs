//! Headers that name one level of a tree of departments: 一级部门, 部门2, 三级组织名称, Level 1 Department, Dept
//! L2. Several of them are one path. And those that name what stands above one.
//!
//! Must not know: columns, which other headers there are, cells.

use super::aspects::{self, Aspect};
use super::normalize;

/// What the things are called that stand in such a tree; the longer first.
const THINGS: &[&str] = &[
    "组织机构",
    "行政组织",
    "组织单元",
    "部门",
    "组织",
    "机构",
    "organization",
    "organisation",
    "department",
    "orgunit",
    "dept",
    "org",
];

/// The deepest level that a header may name.
const DEEPEST: u8 = 20;

/// The level that a header names, from 1 on; none where it names no level, or a code or an ID of it.
pub(crate) fn level(header: &str) -> Option<u8> {
    let (name, aspect) = match aspects::split(header) {
        Some((stem, aspect)) => (stem.replace(' ', ""), aspect),
        None => (normalize::header(header), Aspect::Plain),
    };
    if !matches!(aspect, Aspect::Plain | Aspect::Name) {
        return None;
    }
    THINGS.iter().find_map(|thing| {
        let before = || name.strip_prefix(thing).and_then(behind);
        name.strip_suffix(thing).and_then(said).or_else(before)
    })
}

/// What stands before a thing that others of the tree stand below.
const PARENTS: &[&str] = &["上级", "上一级", "父级", "父", "parent"];

/// Whether a header names what a department stands directly below: 上级部门, Parent Department.
pub(crate) fn is_parent(header: &str) -> bool {
    let name = aspects::split(header).filter(|(_, aspect)| matches!(aspect, Aspect::Name));
    let name = name.map_or_else(|| normalize::header(header), |(stem, _)| stem.replace(' ', ""));
    let things = THINGS.iter().filter_map(|thing| name.strip_suffix(thing));
    things.into_iter().any(|before| PARENTS.contains(&before))
}

/// A number behind the thing needs no word: 部门1.
fn behind(text: &str) -> Option<u8> {
    number(text).or_else(|| said(text))
}

/// A number that says that it is one of a level: 一级, 第2级, 层级三, L4, Level 5, 1st Level.
fn said(text: &str) -> Option<u8> {
    let text = text.strip_prefix('第').unwrap_or(text);
    let before = ["级", "层级", "层", "stlevel", "ndlevel", "rdlevel", "thlevel", "level"];
    let after = ["层级", "级别", "级", "层", "level", "lvl", "lv", "l"];
    let ends = before.iter().find_map(|word| text.strip_suffix(word).and_then(number));
    ends.or_else(|| after.iter().find_map(|word| text.strip_prefix(word).and_then(number)))
}

fn number(text: &str) -> Option<u8> {
    const ZH: &[&str] = &["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    const EN: &[&str] = &["first", "second", "third", "fourth", "fifth"];
    let word = |words: &[&str]| words.iter().position(|word| *word == text);
    let named = word(ZH).or_else(|| word(EN)).and_then(|at| u8::try_from(at + 1).ok());
    let figures = || {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
        digits.then(|| text.parse().ok()).flatten()
    };
    named.or_else(figures).filter(|level| (1..=DEEPEST).contains(level))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_told_however_a_system_writes_it() {
        for (header, wanted) in [
            ("一级部门", 1),
            ("二级部门名称*", 2),
            ("第三级组织", 3),
            ("四級部門", 4),
            ("5级部门", 5),
            ("一级组织机构", 1),
            ("部门1", 1),
            ("部门 2", 2),
            ("部门三", 3),
            ("部门层级4", 4),
            ("部门（一级）", 1),
            ("部门_L2", 2),
            ("L1部门", 1),
            ("Level 1 Department", 1),
            ("Department Level 2", 2),
            ("Department Level 2 Name", 2),
            ("Dept L3", 3),
            ("L4 Dept", 4),
            ("dept_level_5", 5),
            ("Department 1", 1),
            ("Org Level 2", 2),
            ("Organization Level 3", 3),
            ("1st Level Department", 1),
            ("Second Level Department", 2),
        ] {
            assert_eq!(level(header), Some(wanted), "{header}");
        }
        for header in [
            "部门",
            "部门名称",
            "一级部门编码",
            "一级部门ID",
            "一级部门负责人",
            "一级",
            "部门0",
            "部门2024",
            "Level 1",
            "上级部门",
            "职级1",
            "1部门",
            "部门人数1",
            "Department Level",
            "",
        ] {
            assert_eq!(level(header), None, "{header}");
        }
    }

    #[test]
    fn what_stands_above_a_department_is_no_manager_s_department() {
        for header in ["上级部门", "上级部门名称", "父部门", "Parent Department", "Parent Org Name"]
        {
            assert!(is_parent(header) && level(header).is_none(), "{header}");
        }
        for header in ["直属上级部门", "上级部门ID", "部门", "上级", "Parent", "上级主管部门"]
        {
            assert!(!is_parent(header), "{header}");
        }
    }
}
