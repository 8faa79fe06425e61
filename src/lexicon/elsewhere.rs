//! Headings below which nothing is of the record: another job (兼职), another time (调动前, 原部门), another
//! paper (劳动合同), or what is asked for (任职要求).
//!
//! Must not know: columns, headers, whose a name is.

use super::headings::{bare, is_title, names};
use super::normalize;

/// Whole headings, normalised and without a word such as 信息.
const WHOLE: &[&str] = &[
    "兼职",
    "兼岗",
    "兼任",
    "兼任职务",
    "借调",
    "外派",
    "挂职",
    "拟任",
    "拟调",
    "上家公司",
    "上家单位",
    "前公司",
    "前单位",
    "合同",
    "劳动合同",
    "离职",
    "去年",
    "上年度",
    "上月",
    "secondary",
    "contract",
    "termination",
    "visa",
];

/// How a heading ends that says what is asked for.
const ASKED: &[&str] = &["要求", "requirement", "requirements"];

/// What a heading ends with whose columns tell of the past.
const BEFORE: char = '前';

/// What ends so and tells of the present, or of no time.
const NOT_BEFORE: &[&str] = &["目前", "当前", "现前", "提前", "税前", "眼前"];

/// What a heading holds whose columns tell of the past.
const CHANGED: &[&str] = &[
    "调动前",
    "变更前",
    "变动前",
    "异动前",
    "调整前",
    "调岗前",
    "转岗前",
    "晋升前",
    "升职前",
    "转正前",
    "修改前",
];

/// What a heading begins with whose columns tell of the past.
const PAST: &[&str] = &[
    "原", "旧", "曾", "前任", "前一", "上一", "上次", "历史", "过往", "过去", "以往", "调出",
    "转出",
];

/// What begins so and tells of no time.
const NOT_PAST: &[&str] =
    &["原因", "原籍", "原料", "原油", "原件", "原始", "原则", "原创", "原产", "旧金山", "历史学"];

/// Words of a heading in Latin letters whose columns tell of the past.
const PAST_WORDS: &[&str] = &[
    "previous",
    "previously",
    "prev",
    "prior",
    "former",
    "formerly",
    "old",
    "past",
    "before",
    "from",
    "historical",
    "concurrent",
];

/// Whether the columns below a heading are not of the record as it is: 调动前, 原部门, Previous, 劳动合同.
pub(crate) fn heads(text: &str) -> bool {
    if is_title(text) {
        return false;
    }
    let is = |name: &str| {
        let begins = |word: &&str| name.starts_with(*word);
        let last = bare(name);
        WHOLE.contains(&last)
            || ASKED.iter().any(|word| last.ends_with(word))
            || CHANGED.iter().any(|word| name.contains(word))
            || last.ends_with(BEFORE) && !NOT_BEFORE.iter().any(|word| last.ends_with(word))
            || PAST.iter().any(begins) && !NOT_PAST.iter().any(begins)
    };
    names(text).iter().any(|name| is(name))
        || normalize::words(text).iter().any(|word| PAST_WORDS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_its_normal_form() {
        for word in WHOLE.iter().chain(ASKED) {
            assert_eq!(normalize::header(word), **word);
        }
    }

    #[test]
    fn what_leads_away_is_told_from_what_is_of_the_record() {
        for heading in
            ["调动前", "原任职", "Previous Job", "岗位要求", "劳动合同", "历史岗位", "合同信息"]
        {
            assert!(heads(heading), "{heading}");
        }
        for heading in
            ["当前", "调动后", "现任职", "任职", "基本", "current", "原料部", "证件", "历史学院"]
        {
            assert!(!heads(heading), "{heading}");
        }
    }

    #[test]
    fn what_tells_of_the_past_is_told_from_what_only_sounds_so() {
        for text in [
            "调动前",
            "变更前信息",
            "原部门",
            "原岗位",
            "旧职级",
            "前任",
            "上一岗位",
            "Previous",
            "Old Job",
            "Before change",
        ] {
            assert!(heads(text), "{text}");
        }
        for text in [
            "目前",
            "当前任职",
            "原因",
            "籍贯",
            "税前",
            "前端",
            "调动后",
            "基本信息",
            "Current",
            "Golden",
        ] {
            assert!(!heads(text), "{text}");
        }
    }
}
