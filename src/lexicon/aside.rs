//! What sheets, and parts of a sheet, are called that hold none of the people who are meant: people
//! who have left, other people than those of the rows, what is out of date, examples.
//!
//! Must not know: what is in a sheet, which others there are.

use super::normalize::simplified;
use crate::problem::{Arg, both};

/// What a name says of the rows below it. The later a variant, the less its rows are meant: of two
/// sheets that are both called so the earlier is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Aside {
    /// People who have left, or who are not wanted.
    Left,
    /// People whom a record names, and no records: those who recommend, contacts, interviewers.
    Others,
    /// What was put away or deleted.
    Old,
    /// Examples, or an empty form.
    Example,
}

/// In a name of people who have left, or who are not wanted.
const LEFT: &[&str] = &[
    "离职",
    "已离",
    "离任",
    "离退",
    "退休",
    "辞职",
    "辞退",
    "黑名单",
    "淘汰",
    "former",
    "resigned",
    "terminated",
    "leavers",
    "blacklist",
    "exemployee",
    "exstaff",
    "departed",
];

/// The same part holds others too: 在职及离职.
const AND_OTHERS: &[&str] = &[
    "在职",
    "未离",
    "未淘汰",
    "不含",
    "不包括",
    "除外",
    "全部",
    "所有",
    "current",
    "active",
    "all",
    "exclud",
];

/// Names of other people than those of the rows; with nothing but [`PLAIN`] beside them, as all that
/// follow: 推荐人才 are candidates.
const OTHERS: &[&str] = &[
    "推荐人",
    "内推人",
    "介绍人",
    "紧急联系人",
    "面试官",
    "referrer",
    "referrers",
    "referees",
    "emergencycontact",
    "emergencycontacts",
    "interviewer",
    "interviewers",
];
const OLD: &[&str] = &[
    "备份",
    "作废",
    "已作废",
    "废弃",
    "历史",
    "已删除",
    "已删",
    "删除",
    "回收站",
    "归档",
    "已归档",
    "存档",
    "过期",
    "已过期",
    "旧",
    "旧版",
    "archive",
    "archived",
    "backup",
    "bak",
    "deleted",
    "old",
    "obsolete",
    "history",
    "trash",
    "recyclebin",
];
const EXAMPLES: &[&str] = &[
    "示例",
    "样例",
    "范例",
    "举例",
    "样本",
    "样表",
    "填写示例",
    "填写样例",
    "填写范例",
    "example",
    "examples",
    "sample",
    "samples",
];
/// Names of an empty form; a 候选人导入模板 is one that was filled in.
const FORMS: &[&str] =
    &["模板", "空白模板", "填写模板", "示例模板", "模板示例", "template", "blanktemplate"];

/// What may stand beside such a name and says no more. The longer comes first.
const PLAIN: &[&str] = &[
    "候选人",
    "人才库",
    "candidates",
    "employees",
    "records",
    "people",
    "sheet",
    "staff",
    "数据",
    "名单",
    "名册",
    "记录",
    "人员",
    "人才",
    "员工",
    "简历",
    "信息",
    "资料",
    "文件",
    "list",
    "data",
    "rows",
    "表",
    "版",
    "的",
];

/// In the names of sheets that explain or list what a cell may hold.
const EXPLAINING: &[&str] =
    &["说明", "须知", "必读", "字典", "选项", "下拉", "数据源", "枚举", "instruction", "readme"];
/// The same as whole names.
const EXPLAINS: &[&str] =
    &["guide", "help", "dictionary", "dict", "options", "lists", "hidden", "lookup"];

impl Aside {
    /// What a name, of a sheet or of a part of one, says of the rows below it.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let letters = letters(name);
        let has = |words: &[&str]| words.iter().any(|word| letters.contains(word));
        if has(LEFT) && !has(AND_OTHERS) {
            return Some(Self::Left);
        }
        let plain: String = letters.chars().filter(|c| !c.is_numeric()).collect();
        let rest = PLAIN.iter().fold(plain.clone(), |rest, word| rest.replace(word, ""));
        let is = |words: &[&str]| words.contains(&&*rest) || words.contains(&&*plain);
        if is(OTHERS) {
            Some(Self::Others)
        } else if is(OLD) {
            Some(Self::Old)
        } else {
            (is(EXAMPLES) || FORMS.contains(&&*plain)).then_some(Self::Example)
        }
    }

    /// What the rows below such a name are.
    pub(crate) fn what(self) -> Arg {
        match self {
            Self::Left => both("离职或不再录用的人", "people who have left or are not wanted"),
            Self::Others => both(
                "别的人（推荐人、联系人、面试官等）",
                "other people (who recommend, contacts, interviewers)",
            ),
            Self::Old => both("旧的或作废的数据", "data that is old or was deleted"),
            Self::Example => both("示例或空白模板", "examples or an empty form"),
        }
    }
}

/// Whether a sheet of this name explains how to fill another in, or lists what its cells may hold.
pub(crate) fn explains(name: &str) -> bool {
    let letters = letters(name);
    let plain = letters.trim_end_matches(|c: char| c.is_numeric());
    EXPLAINING.iter().any(|word| letters.contains(word)) || EXPLAINS.contains(&plain)
}

fn letters(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).map(simplified).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_meant_is_known_by_its_name() {
        for name in [
            "离职人员",
            "离职",
            "已离职",
            "2024离职名单",
            "黑名单",
            "黑名单（不得录用）",
            "退休人员",
            "已淘汰候选人",
            "Former employees",
            "Leavers 2024",
            "ex-staff",
            "Blacklist",
        ] {
            assert_eq!(Aside::named(name), Some(Aside::Left), "{name}");
        }
        for name in [
            "推荐人",
            "紧急联系人",
            "緊急聯繫人",
            "面试官名单",
            "Interviewers",
            "Emergency Contacts",
        ] {
            assert_eq!(Aside::named(name), Some(Aside::Others), "{name}");
        }
        for name in [
            "备份",
            "候选人备份",
            "作废",
            "历史",
            "历史数据2023",
            "已删除",
            "Archive",
            "Sheet1 (old)",
        ] {
            assert_eq!(Aside::named(name), Some(Aside::Old), "{name}");
        }
        for name in
            ["示例", "填写示例", "样例", "示例数据", "模板", "Example", "Sample data", "Template"]
        {
            assert_eq!(Aside::named(name), Some(Aside::Example), "{name}");
        }
    }

    #[test]
    fn what_is_meant_is_not_taken_for_it() {
        for name in [
            "在职",
            "花名册",
            "Sheet1",
            "在职及离职",
            "未离职",
            "候选人",
            "Staff",
            "全部（含离职）",
            "历史系",
            "示例大学校招",
            "推荐人才",
            "候选人导入模板",
            "Oldham",
            "待定",
            "2024",
            "",
        ] {
            assert_eq!(Aside::named(name), None, "{name}");
        }
    }
}
