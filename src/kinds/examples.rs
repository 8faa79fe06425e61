//! What a person could have typed: the example row of a template, in both languages and for more
//! than one entry of a group. A field that is not listed has the example of its own table.
//!
//! Must not know: templates, spreadsheets.

use crate::spec::{Choice, Field, FieldType, Group, Slot, Target};

/// What the first cell of an example row begins with, Chinese and English.
pub const MARKS: [&str; 2] = ["示例", "Example"];

/// Examples of one field: Chinese and English, entry by entry.
struct Example {
    /// Path without index: `education_list.school`.
    key: &'static str,
    zh: &'static [&'static str],
    en: &'static [&'static str],
}

const fn texts(
    key: &'static str,
    zh: &'static [&'static str],
    en: &'static [&'static str],
) -> Example {
    Example { key, zh, en }
}

/// The same in both languages: dates, and labels of choices.
const fn same(key: &'static str, both: &'static [&'static str]) -> Example {
    Example { key, zh: both, en: both }
}

static EXAMPLES: &[Example] = &[
    texts("basic_info.name", &["张三"], &["Zhang San"]),
    texts("self_evaluation.content", &["做事认真，善于沟通"], &["Careful, and easy to work with"]),
    same("education_list.degree", &["本科", "硕士"]),
    texts(
        "education_list.school",
        &["示例大学", "示例理工大学"],
        &["Example University", "Example Institute of Technology"],
    ),
    texts(
        "education_list.field_of_study",
        &["会计学", "工商管理"],
        &["Accounting", "Business Administration"],
    ),
    same("education_list.start_time", &["2008-09-01", "2015-09-01"]),
    same("education_list.end_time", &["2012-06-30", "2018-06-30"]),
    same("education_list.education_type", &["统招全日制", "非全日制"]),
    same("education_list.academic_ranking", &["前 10 %", "前 20 %"]),
    texts(
        "career_list.company",
        &["示例科技有限公司", "示例信息有限公司"],
        &["Example Technology Ltd.", "Example Information Ltd."],
    ),
    texts("career_list.title", &["会计", "财务经理"], &["Accountant", "Finance Manager"]),
    texts(
        "career_list.desc",
        &["负责月结与报税", "负责预算与核算"],
        &["Monthly closing and taxes", "Budgets and cost accounting"],
    ),
    same("career_list.start_time", &["2012-07-02", "2019-01-01"]),
    same("career_list.end_time", &["2018-12-31", "2024-06-30"]),
    texts(
        "project_list.name",
        &["财务系统上线", "费用流程优化"],
        &["New finance system", "Leaner expense claims"],
    ),
    texts("project_list.role", &["业务负责人", "项目成员"], &["Business lead", "Member"]),
    texts(
        "project_list.desc",
        &["梳理需求，组织上线", "缩短报销周期"],
        &["Requirements and roll-out", "Shorter claim cycles"],
    ),
    same("project_list.start_time", &["2016-03-01", "2020-03-01"]),
    same("project_list.end_time", &["2017-03-31", "2020-12-31"]),
    texts("works_list.desc", &["个人作品集"], &["Portfolio"]),
    texts(
        "award_list.title",
        &["最佳新人奖", "优秀员工"],
        &["Newcomer of the Year", "Best Employee"],
    ),
    texts(
        "award_list.desc",
        &["入职一年内表现突出", "年度评选"],
        &["For an outstanding first year", "Elected each year"],
    ),
    same("award_list.award_time", &["2013-12-31", "2017-12-31"]),
    same("language_list.language", &["英语", "日语"]),
    same("language_list.proficiency", &["商务会话", "日常会话"]),
    same("sns_list.sns_type", &["领英", "脉脉"]),
    same(
        "sns_list.link",
        &["https://www.example.com/in/zhangsan", "https://www.example.com/zhangsan"],
    ),
];

/// The example of a field, Chinese and English, in the `n`-th entry (from 1) of its group where it
/// is in one: a choice by its label, a date as `YYYY-MM-DD`.
pub fn of(group: Option<&Group>, field: &Field, n: usize) -> (&'static str, &'static str) {
    let key = group.map_or_else(|| field.key.to_owned(), |g| format!("{}.{}", g.key, field.key));
    let own = EXAMPLES.iter().find(|example| example.key == key);
    let entry = |entries: &[&'static str]| {
        entries.get(n.saturating_sub(1)).or(entries.last()).copied().unwrap_or(field.example)
    };
    let (zh, en) = own.map_or((field.example, field.example), |e| (entry(e.zh), entry(e.en)));
    let FieldType::Choice(choices) = field.ty else { return (zh, en) };
    let choice = choices.iter().find(|choice| means(choice, zh));
    choice.map_or((zh, en), |choice| (choice.zh, choice.en))
}

/// The same for the slot that a column fills; custom fields have none.
pub fn of_slot(slot: &Slot) -> Option<(&'static str, &'static str)> {
    match &slot.target {
        Target::Field(field) => Some(of(None, field, 1)),
        Target::Entry { group, n, field } => Some(of(Some(group), field, usize::from(*n))),
        Target::Custom { .. } | Target::EntryCustom { .. } | Target::Module { .. } => None,
    }
}

fn means(choice: &Choice, word: &str) -> bool {
    choice.zh == word || choice.en == word || choice.aliases.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds;

    fn fields() -> impl Iterator<Item = (Option<&'static Group>, &'static Field)> {
        kinds::ALL.iter().flat_map(|kind| {
            let single = kind.fields.iter().map(|field| (None, field));
            let grouped = kind.groups.iter();
            single.chain(grouped.flat_map(|g| g.fields.iter().map(move |field| (Some(g), field))))
        })
    }

    #[test]
    fn every_example_is_of_one_field() {
        for example in EXAMPLES {
            let of = fields().filter(|(group, field)| {
                group.map_or_else(|| field.key.into(), |g| format!("{}.{}", g.key, field.key))
                    == example.key
            });
            assert_eq!(of.count(), 1, "{}", example.key);
            assert_eq!(example.zh.len(), example.en.len(), "{}", example.key);
        }
    }

    #[test]
    fn choices_are_said_in_the_language_and_dates_in_full() {
        for (group, field) in fields() {
            for n in 1..4 {
                let (zh, en) = of(group, field, n);
                assert!(!zh.is_empty() && !en.is_empty(), "{}", field.key);
                if let FieldType::Choice(choices) = field.ty {
                    let label = |choice: &Choice| choice.zh == zh && choice.en == en;
                    assert!(choices.iter().any(label), "{}: {zh} {en}", field.key);
                }
                if let FieldType::DateMillis { .. } | FieldType::Date | FieldType::DateMidnight =
                    field.ty
                {
                    for example in [zh, en] {
                        assert!(example.parse::<jiff::civil::Date>().is_ok(), "{example}");
                    }
                }
            }
        }
    }
}
