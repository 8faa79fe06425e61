//! What another column holds, in a text or beside it: an address of mail, a day, 男, 本科. The row has slipped
//! by a column then, or somebody wrote several columns into one cell.
//!
//! Must not know: cells, which field the text is for.

use super::grain::Grain;
use super::han::is_han;
use super::{document, email, mobile, scan};
use crate::problem::{Arg, both};

/// What is said of somebody's studies or work beside the name of a school or a company.
const REMARKS: [&str; 24] = [
    "本科",
    "专科",
    "大专",
    "硕士",
    "博士",
    "研究生",
    "硕士研究生",
    "博士研究生",
    "统招",
    "全日制",
    "非全日制",
    "统招本科",
    "全日制本科",
    "自考",
    "函授",
    "成教",
    "在读",
    "毕业",
    "肄业",
    "985",
    "211",
    "双一流",
    "已毕业",
    "应届",
];

/// A remark in brackets behind a name: 北京大学(本科). What a place is called so stays its own (医学部, 苏州校区).
pub(super) fn remark(text: &str) -> Option<&str> {
    let inner = text.strip_suffix([')', '）'])?;
    let open = inner.rfind(['(', '（']).filter(|open| *open > 0)?;
    let mut remark = inner[open..].chars();
    remark.next();
    let remark = remark.as_str().trim();
    REMARKS.contains(&remark).then_some(remark)
}

/// What another column holds: an address of mail, a mobile number, the number of a card, a day, whether
/// somebody is a man, a degree. No school is called so.
pub(super) fn of_other(text: &str) -> Option<Arg> {
    if !text.is_ascii() {
        return word_of_other(text);
    }
    if !(8..=64).contains(&text.len()) {
        return None;
    }
    let is_figure = text.starts_with(|c: char| c.is_ascii_digit());
    if email::is_simple(text) {
        Some(both("邮箱", "an e-mail address"))
    } else if is_figure && mobile::is_chinese(text) {
        Some(both("手机号", "a mobile number"))
    } else if is_figure && document::is_sound_card(text) {
        Some(both("身份证号", "the number of an ID card"))
    } else if is_figure && matches!(scan::plain(text), Some((_, Grain::Day))) {
        Some(both("日期", "a date"))
    } else {
        None
    }
}

/// 男, 本科, 全日制: the whole text.
pub(super) fn word_of_other(text: &str) -> Option<Arg> {
    if !may_be_word(text) {
        return None;
    }
    match text {
        "男" | "女" | "男性" | "女性" => Some(both("性别", "a gender")),
        "本科" | "专科" | "大专" | "硕士" | "博士" | "研究生" | "大学本科" | "本科生"
        | "大学专科" | "大专生" | "硕士研究生" | "博士研究生" | "博士生" | "硕士生" | "高中"
        | "初中" | "中专" | "统招本科" | "全日制本科" => {
            Some(both("学历", "a degree"))
        }
        "统招" | "全日制" | "非全日制" => {
            Some(both("学习形式", "how somebody has studied"))
        }
        _ => None,
    }
}

/// Whether a text ends as one of these does: few do, and every text is asked.
fn may_be_word(text: &str) -> bool {
    text.len() <= "硕士研究生".len()
        && matches!(
            text.as_bytes(),
            // 男 女 性 科 专 士 生 中 招 制
            [.., 0xE7, 0x94, 0xB7 | 0x9F]
                | [.., 0xE5, 0xA5, 0xB3]
                | [.., 0xE6, 0x80, 0xA7]
                | [.., 0xE7, 0xA7, 0x91]
                | [.., 0xE4, 0xB8, 0x93 | 0xAD]
                | [.., 0xE5, 0xA3, 0xAB]
                | [.., 0xE6, 0x8B, 0x9B]
                | [.., 0xE5, 0x88, 0xB6]
        )
}

/// A year or a period in the place of a name in words: 2012, 2010-2014. A school may be called 101.
pub(super) fn is_time(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    is_year(first) && !text.contains(|c: char| c.is_alphabetic() && !matches!(c, '年' | '月'))
}

/// What that is.
pub(super) fn a_time() -> Arg {
    both("年份", "a year")
}

/// What stands between the values of several columns.
const BETWEEN: [char; 15] =
    ['|', '｜', '/', '、', ',', '，', ';', '；', '-', '—', '–', '_', ' ', '\u{3000}', '\n'];

/// What stands beside the name of a school or of a subject, with a sign between them: 清华大学|计算机|本科,
/// 本科-清华大学, 2010-2014 清华大学.
pub(super) fn among(text: &str) -> Option<Arg> {
    let mut parts = text.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty());
    let is_word = |part: &str| part.contains(|c: char| c.is_alphabetic());
    let is_class = |part: &str| part.strip_suffix(['届', '级']).is_some_and(is_year);
    let is_remark =
        |part: &&str| REMARKS.contains(part) || word_of_other(part).is_some() || is_class(part);
    let found = parts.clone().find(is_remark);
    if let Some(found) = found.filter(|_| parts.any(|part| !is_remark(&part) && is_word(part))) {
        return Some(found.into());
    }
    has_period(text).then(|| both("起止时间", "a period"))
}

/// 2010-2014 清华大学, 清华大学（2010.9-2014.6）: two years before a name, or behind it.
fn has_period(text: &str) -> bool {
    let is_of_period = |c: char| {
        c.is_ascii_digit() || c.is_whitespace() || "-–—~～至到/.年月（）()[]【】:：".contains(c)
    };
    let from_name = text.trim_start_matches(is_of_period);
    let name = from_name.trim_end_matches(is_of_period);
    let are_years = |part: &str| {
        let years = part.split(|c: char| !c.is_ascii_digit());
        years.filter(|year| is_year(year)).nth(1).is_some()
    };
    let before = &text[..text.len() - from_name.len()];
    name.chars().filter(|c| is_han(*c) || c.is_alphabetic()).nth(1).is_some()
        && (are_years(before) || are_years(&from_name[name.len()..]))
}

/// 1987, 201009.
fn is_year(text: &str) -> bool {
    matches!(text.len(), 4 | 6) && (text.starts_with("19") || text.starts_with("20"))
}

/// Nothing but letters and short numbers, in which none of it is to be found: 第1科技有限公司.
pub(in crate::check) fn is_one_word(text: &str) -> bool {
    let mut figures = 0;
    text.bytes().all(|byte| {
        figures = if byte.is_ascii_digit() { figures + 1 } else { 0 };
        // The first bytes of the signs and blanks of full width.
        let is_letter = byte.is_ascii_alphabetic() || byte >= 0x80 && byte != 0xE3 && byte != 0xEF;
        is_letter || (1..YEAR).contains(&figures)
    })
}

/// Figures of a year.
const YEAR: u32 = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_column_holds_is_known() {
        for text in [
            "a@example.com",
            "13800138000",
            "2024-05-01",
            "男",
            "女性",
            "本科",
            "硕士研究生",
            "全日制",
        ] {
            assert!(of_other(text).is_some(), "{text}");
        }
        for text in [
            "北京大学",
            "男装",
            "本科教育",
            "360",
            "2012",
            "MIT",
            "中专学校",
            "博士后",
            "第一中学",
            "学生",
            "上海中学",
            "女子大学",
            "",
        ] {
            assert!(of_other(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_year_is_no_name_in_words() {
        for text in ["2012", "2010-2014", "2012.0", "2012年", "201209"] {
            assert!(is_time(text), "{text}");
        }
        for text in ["101中学", "101", "1080", "第8中学", "2012级", "8th School", "", "-2012"]
        {
            assert!(!is_time(text), "{text}");
        }
    }

    #[test]
    fn several_columns_in_one_cell_are_known() {
        for text in [
            "清华大学|计算机|本科",
            "清华大学/本科",
            "本科-清华大学",
            "清华大学 硕士研究生",
            "清华大学，计算机，本科",
            "2010-2014 清华大学",
            "2010.09-2014.06清华大学",
            "清华大学（2010-2014）",
            "清华大学 2010年9月至2014年6月",
            "清华大学 2014届",
        ] {
            assert!(among(text).is_some() && !is_one_word(text), "{text}");
        }
        for text in [
            "清华大学",
            "清华大学 经管学院",
            "中国人民大学（苏州校区）",
            "University of California, Berkeley",
            "北京大学-香港大学",
            "101中学",
            "2012级实验班",
            "1937年建校的大学",
            "工业设计（二学位）",
            "C++",
            "本科|硕士",
            "2010-2014",
        ] {
            assert!(among(text).is_none(), "{text}");
        }
    }
}
