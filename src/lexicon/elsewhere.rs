//! Headings below which nothing is of the record: another job (原任职, 兼职), another time (调动前), another
//! paper (劳动合同), or what is asked for (任职要求).
//!
//! Must not know: columns, headers, whose a name is.

/// Whole headings, normalised and without a word such as 信息.
const WHOLE: &[&str] = &[
    "原",
    "原任职",
    "原岗位",
    "原职",
    "原职位",
    "原职务",
    "原部门",
    "原组织",
    "原单位",
    "原公司",
    "历史",
    "历史任职",
    "历史岗位",
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
    "old",
    "before",
    "secondary",
    "historical",
    "contract",
    "termination",
    "visa",
];

/// How such a heading begins.
const FIRST: &[&str] = &["previous", "prior", "former", "concurrent"];

/// How such a heading ends.
const LAST: &[&str] = &["前", "要求", "requirement", "requirements"];

/// What ends like one of those and is about today.
const TODAY: &[&str] = &["当前", "目前"];

/// Whether a whole heading, without what says nothing, leads away from the record.
pub(crate) fn heads(heading: &str) -> bool {
    let begins = || FIRST.iter().any(|first| heading.starts_with(first));
    let ends = || LAST.iter().any(|last| heading.ends_with(last));
    WHOLE.contains(&heading) || !TODAY.contains(&heading) && (begins() || ends())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::normalize;

    #[test]
    fn every_word_is_in_its_normal_form() {
        for word in WHOLE.iter().chain(FIRST).chain(LAST) {
            assert_eq!(normalize::header(word), **word);
        }
    }

    #[test]
    fn what_leads_away_is_told_from_what_is_of_the_record() {
        for heading in ["调动前", "原任职", "previousjob", "岗位要求", "劳动合同"] {
            assert!(heads(heading), "{heading}");
        }
        for heading in ["当前", "调动后", "现任职", "任职", "基本", "current", "原料部", "证件"]
        {
            assert!(!heads(heading), "{heading}");
        }
    }
}
