//! How alike a header and a name of a field are, as a confidence that both mean the same.
//!
//! A word more or less in Chinese is nearly always another thing (公司邮箱 is not 邮箱, 入职时间 not
//! 入学时间), so only filler words and slips in long Latin words are near certainty.
//!
//! Must not know: fields, what a name means.

use strsim::{jaro_winkler, osa_distance};

use super::fillers::bare;
use super::people;

/// A slip of the pen, or nothing but filler between the two.
const SAME: f64 = 0.92;

/// Two slips, or one that makes another word as often (employer, employee; folder, folders).
const NEARLY: f64 = 0.75;

/// The header ends with the name: what is more is not known to change its meaning.
const ENDS: f64 = 0.7;

/// The one holds the other elsewhere: 学历 in 学历证明.
const HOLDS: f64 = 0.55;

/// The measure of two texts that are alike by chance.
const BAR: f64 = 0.86;

/// Words that make a header another thing's, or another moment's (`people` has those that make it
/// another person's): a name that lacks one of them is none of it.
const STRANGE: &[&str] = &[
    "公司",
    "企业",
    "单位",
    "部门",
    "办公",
    "工作",
    "家",
    "银行",
    "开户",
    "账户",
    "合同",
    "社保",
    "公积金",
    "备用",
    "其他",
    "第二",
    "原",
    "前",
    "曾",
    "现",
    "期望",
    "意向",
    "应聘",
    "目标",
    "预计",
    "计划",
    "最低",
    "最高",
    "英文",
    "拼音",
    "农历",
    "是否",
    "有效",
    "到期",
    "签发",
    "照片",
    "复印",
    "附件",
    "地址",
    "类型",
    "性质",
    "状态",
    "等级",
    "排名",
    "成绩",
    "分数",
    "原因",
    "次数",
    "年限",
    "时长",
    "起止",
    "就读时",
    "在校时",
    "时间",
    "日期",
    "年份",
    "编码",
    "编号",
    "名称",
    "开始",
    "结束",
    "入",
    "离",
    "毕业",
    "company",
    "employer",
    "work",
    "business",
    "office",
    "home",
    "bank",
    "account",
    "alternate",
    "secondary",
    "other",
    "expected",
    "preferred",
    "desired",
    "current",
    "previous",
    "last",
    "first",
    "middle",
    "english",
    "expiry",
    "expiration",
    "valid",
    "type",
    "status",
    "level",
    "date",
    "time",
    "year",
    "start",
    "end",
    "code",
    "number",
    "name",
    "title",
    "id",
    "address",
    "city",
    "country",
    "location",
    "allocation",
    "non",
    "not",
    "un",
];

/// How likely both mean the same, 0 to 1; both normalised, and not equal.
pub(crate) fn of(wanted: &str, name: &str) -> f64 {
    let (wanted, name) = (bare(wanted), bare(name));
    if wanted == name {
        return SAME;
    }
    let likeness = slips(wanted, name).or_else(|| within(wanted, name)).unwrap_or_else(|| {
        let chance = jaro_winkler(wanted, name);
        if chance < BAR { 0.0 } else { 0.5 + (chance - BAR) / (1.0 - BAR) * 0.2 }
    });
    let stranger = likeness > 0.0
        && (digits(wanted) != digits(name) || likeness < SAME && strange(wanted) != strange(name));
    if stranger { 0.0 } else { likeness }
}

/// Two long Latin words with a slip or two between them. Letters swapped, one too many or one too
/// few inside are nobody's other word; another letter, or more at the ends, may be.
fn slips(wanted: &str, name: &str) -> Option<f64> {
    let length = wanted.len().min(name.len());
    if !wanted.is_ascii() || !name.is_ascii() || length < 5 || wanted.len().abs_diff(name.len()) > 2
    {
        return None;
    }
    match osa_distance(wanted, name) {
        1 if is_swap(wanted, name) => Some(SAME),
        1 if length < 6 => None,
        1 if wanted.len() == name.len() || wanted.starts_with(name) || name.starts_with(wanted) => {
            Some(NEARLY)
        }
        1 if wanted.ends_with(name) || name.ends_with(wanted) => Some(NEARLY),
        1 => Some(SAME),
        2 if length >= 8 => Some(NEARLY),
        _ => None,
    }
}

/// The same letters in another order.
fn is_swap(one: &str, two: &str) -> bool {
    let sorted = |text: &str| {
        let mut bytes = text.as_bytes().to_vec();
        bytes.sort_unstable();
        bytes
    };
    sorted(one) == sorted(two)
}

fn within(wanted: &str, name: &str) -> Option<f64> {
    let least = if wanted.is_ascii() { 4 } else { 2 };
    if wanted.chars().count().min(name.chars().count()) < least {
        return None;
    }
    let held = if wanted.contains(name) { name } else { wanted };
    // 投递时间 holds 时间, as any moment does.
    if is_general(held) || !(wanted.contains(name) || name.contains(wanted)) {
        return None;
    }
    Some(if wanted.ends_with(name) { ENDS } else { HOLDS })
}

/// Nothing but words that many headers share: 时间, 类型, start date.
pub(crate) fn is_general(text: &str) -> bool {
    let mut rest = text.to_owned();
    for word in STRANGE {
        rest = rest.replace(word, "");
    }
    rest.is_empty()
}

/// The digits of a text: 手机2 is not 手机.
fn digits(text: &str) -> String {
    text.chars().filter(|c| c.is_numeric()).collect()
}

/// Which strange words a text holds.
fn strange(text: &str) -> Vec<&'static str> {
    people::strange(text)
        .chain(STRANGE.iter().copied().filter(|word| text.contains(word)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_or_filler_is_nearly_certain_and_a_word_more_is_not() {
        for (one, two) in
            [("natinality", "nationality"), ("emial", "email"), ("手机号信息", "手机号")]
        {
            assert!(of(one, two) >= 0.9, "{one}");
        }
        for (one, two) in [
            ("公司邮箱", "邮箱"),
            ("手机2", "手机"),
            ("phone2", "phone"),
            ("紧急联系人电话", "联系电话"),
            ("入职时间", "入学时间"),
            ("startdate", "statedate"),
            ("fathername", "fullname"),
            ("投递时间", "时间"),
            ("人员类型", "类型"),
            ("reviewdate", "date"),
        ] {
            assert!(of(one, two) < 0.5, "{one} {two} {}", of(one, two));
        }
    }
}
