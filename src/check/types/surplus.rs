//! What stands in a cell beside what was asked for: a number before a person's name, a phone behind it,
//! how the person is addressed, a remark in brackets; 微信同号 behind a phone.
//!
//! Must not know: cells, how a name or a number is read.

use std::borrow::Cow;

use super::han::is_han;
use super::lost::{MASKS, is_box};
use super::{Notes, appended};
use crate::lexicon::surnames;
use crate::problem::{Arg, Code, Complaint, both};

/// How people are addressed behind their name.
const TITLES: &[&str] =
    &["先生", "女士", "小姐", "同学", "老师", "师傅", "教授", "医生", "经理", "主任", "总监"];
/// The same before it.
const TITLES_BEFORE: &[&str] =
    &["Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Miss ", "Dr ", "Dr. "];
/// Remarks on somebody's work in brackets; another may be a former name.
const REMARKS: &[&str] = &[
    "实习",
    "实习生",
    "试用",
    "试用期",
    "兼职",
    "外包",
    "外聘",
    "返聘",
    "借调",
    "派遣",
    "劳务",
    "在职",
    "离职",
    "已离职",
    "待入职",
    "未入职",
    "待定",
    "停职",
    "退休",
    "产假",
    "病假",
    "休假",
    "男",
    "女",
    "新",
    "新员工",
    "组长",
    "主管",
    "经理",
    "班长",
    "负责人",
    "本人",
    "重复",
    "已发",
    "已录用",
    "拒绝",
    "放弃",
];
/// Signs that are in nobody's name.
const SIGNS: &[char] = &['=', '#', '%', '^', '|', '\\', '{', '}', '~', '$', '<', '>'];
/// Digits of the shortest phone.
const PHONE: usize = 7;

/// Whether a name of ideographs alone may end as one that is addressed, or hidden: few do.
pub(super) fn may_be_addressed(text: &str) -> bool {
    let ends = ['某', '生', '士', '姐', '学', '师', '授', '傅', '理', '任', '监', '志'];
    text.ends_with(ends) || appended::may_be_file(text)
}

/// What stands beside a name, if anything does: an error, or a warning where it may be a part of the
/// name.
pub(super) fn beside_name(text: &str) -> Option<Complaint> {
    let more = |what: Arg| Some(Complaint::with(Code::NameWithMore, [what]));
    let may_be = |what: Arg| Some(Complaint::with(Code::NameWithMoreDoubtful, [what]));
    if text.chars().filter(|c| is_digit(*c)).count() >= PHONE {
        return more(both("号码", "a number"));
    }
    if text.contains(['@', '＠']) && !is_by_two_names(text) {
        return more(both("邮箱", "an e-mail address"));
    }
    if is_numbered(text) {
        return more(both("序号", "a number before it"));
    }
    if text.contains([':', '：']) {
        return more(both("冒号", "a colon"));
    }
    if let Some(sign) = sign_of(text) {
        return more(both(&format!("符号 {sign}"), &format!("the sign {sign}")));
    }
    if text.contains(is_box) {
        return Some(Complaint::new(Code::BrokenText));
    }
    if let Some(file) = appended::file(text) {
        return more(both(&format!("「{file}」"), &format!("`{file}`")));
    }
    if appended::has_age(text) {
        return more(both("年龄", "an age"));
    }
    if !text.chars().any(is_han) {
        let title = TITLES_BEFORE.iter().find(|title| text.starts_with(**title))?;
        return may_be(both(
            &format!("称呼「{}」", title.trim_end()),
            &format!("`{}`", title.trim_end()),
        ));
    }
    if is_hidden(text) {
        return Some(Complaint::new(Code::PartHidden));
    }
    if let Some(remark) = remark_behind(text) {
        return more(both(&format!("备注「{remark}」"), &format!("the remark {remark}")));
    }
    if are_two(text) {
        return may_be(both("另一个人的姓名", "the name of somebody else"));
    }
    if is_twice(text) {
        return may_be(both("另一种文字写的同一个姓名", "the same name in other letters"));
    }
    if text.ends_with('某') && text.len() > '某'.len_utf8() {
        return Some(Complaint::new(Code::PartHiddenDoubtful));
    }
    behind_name(text)
}

/// `Tan Ah Kow @ Chen Ah Kow`: two names of one person, as identity cards of Singapore and Malaysia have them.
fn is_by_two_names(text: &str) -> bool {
    let is_name = |name: &str| {
        name.chars().any(char::is_alphabetic)
            && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | ','))
    };
    text.split_once(" @ ").is_some_and(|(one, other)| is_name(one) && is_name(other))
}

/// What stands behind a name in ideographs, or in brackets, if anything does.
fn behind_name(text: &str) -> Option<Complaint> {
    let more = |what: Arg| Some(Complaint::with(Code::NameWithMore, [what]));
    let may_be = |what: Arg| Some(Complaint::with(Code::NameWithMoreDoubtful, [what]));
    let by_another_name = |remark: &str| {
        let before = text.split(['(', '（', '[', '【']).next().unwrap_or_default();
        !REMARKS.contains(&remark) && before.len() < text.len() && !before.contains(is_han)
    };
    let remark = remark(text).filter(|remark| remark.chars().any(is_han));
    if let Some(remark) = remark.filter(|remark| !by_another_name(remark)) {
        return if REMARKS.contains(&remark) {
            more(both(&format!("备注「{remark}」"), &format!("the remark {remark}")))
        } else {
            may_be(both("括号里的内容", "something in brackets"))
        };
    }
    let title = TITLES.iter().find(|title| text.len() > title.len() && text.ends_with(**title));
    if let Some(title) = title {
        return may_be(both(&format!("称呼「{title}」"), &format!("the title {title}")));
    }
    if let Some(sign) = end_of_other(text) {
        return may_be(both(&format!("符号 {sign}"), &format!("the sign {sign}")));
    }
    if let Some(mark) = appended::mark(text) {
        return may_be(mark);
    }
    text.contains(['？', '！']).then(|| may_be(both("标点", "a punctuation mark"))).flatten()
}

/// 张三 李四: names of two or three ideographs with blanks between them, each with a surname. Those of
/// minorities are longer words, and hardly any of them begins as a surname does.
fn are_two(text: &str) -> bool {
    let is_name = |part: &str| {
        (2..=3).contains(&part.chars().count()) && part.chars().all(is_han) && surnames::begin(part)
    };
    text.split_whitespace().nth(1).is_some() && text.split_whitespace().all(is_name)
}

/// A sign that is in nobody's name.
fn sign_of(text: &str) -> Option<char> {
    // A list as a program writes it; within a name brackets hold another one.
    let opens = text.chars().next().filter(|c| matches!(c, '[' | '【'));
    // What stands behind one of several names, or behind a sentence.
    let behind = || text.chars().next_back().filter(|c| matches!(c, ';' | '；' | '。'));
    let quotes = || text.len() > 1 && text.starts_with('"') && text.ends_with('"');
    opens
        .or_else(|| text.chars().find(|c| SIGNS.contains(c)))
        .or_else(behind)
        .or_else(|| quotes().then_some('"'))
}

/// A sign before or behind ideographs that alone stand there: it was between this name and another text. In
/// letters of the West a name may end in a full stop (Jr.).
fn end_of_other(text: &str) -> Option<char> {
    const SIGNS: [char; 12] = [',', '，', '、', '.', '/', '"', '“', '”', '(', '（', ')', '）'];
    let name = text.trim_matches(SIGNS);
    let is_name = !name.is_empty() && name.chars().all(is_han);
    let sign = text.chars().next().filter(|c| SIGNS.contains(c));
    let sign = sign.or_else(|| text.chars().next_back().filter(|c| SIGNS.contains(c)));
    sign.filter(|_| is_name)
}

const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// 1.张三, 2、李四, (3)王五, ①赵六, 5 孙七.
fn is_numbered(text: &str) -> bool {
    if text.starts_with(|c| matches!(c, '①'..='⒛')) {
        return true;
    }
    let inner = text.trim_start_matches(['(', '（']);
    let rest = inner.trim_start_matches(is_digit);
    let behind = rest.trim_start_matches(['.', '．', '、', ')', '）', '-', '_', ' ', '\u{3000}']);
    let sign = behind.len() < rest.len();
    rest.len() < inner.len()
        && behind.chars().next().is_some_and(|c| is_han(c) || sign && c.is_alphabetic())
}

/// 张×, 李XX, 王__: signs in the place of ideographs. 〇 is one itself.
fn is_hidden(text: &str) -> bool {
    text.contains(MASKS)
        || text.contains("__")
        || text.ends_with(['_', '＿'])
        || text.contains(['x', 'X']) && text.chars().all(|c| is_han(c) || matches!(c, 'x' | 'X'))
}

/// 张三 男, 张三,女, 张三-实习: a remark behind a blank or a sign.
fn remark_behind(text: &str) -> Option<&str> {
    let (name, remark) = text.rsplit_once([' ', '\u{3000}', ',', '，', '-', '—', '/', '、'])?;
    let is_name = name.trim_end().chars().filter(|c| is_han(*c)).count() > 1;
    (is_name && REMARKS.contains(&remark)).then_some(remark)
}

/// 张三/Zhang San, 张三 (Zhang San), Zhang San 张三: ideographs, and a whole name in Latin letters. One word of
/// them is a name that the person has besides (张三(Sam)).
fn is_twice(text: &str) -> bool {
    let ideographs = text.chars().filter(|c| is_han(*c)).count();
    let latin = text.split(|c: char| !(c.is_alphabetic() && !is_han(c) || c == '\''));
    let words = latin.filter(|word| word.chars().nth(1).is_some()).count();
    let signs = |c: char| c.is_alphabetic() || " \u{3000}()（）/,，-'·|、".contains(c);
    (2..=4).contains(&ideographs) && words > 1 && text.chars().all(signs)
}

/// What stands in brackets at the end.
fn remark(text: &str) -> Option<&str> {
    let inner = text.strip_suffix([')', '）', ']', '】'])?;
    let open = inner.rfind(['(', '（', '[', '【']).filter(|open| *open > 0)?;
    let mut chars = inner[open..].chars();
    chars.next();
    Some(chars.as_str().trim())
}

/// A name of two or three ideographs that was padded with blanks, so that it lines up with longer ones
/// (杨　三, 诸葛　亮), without them, which is told. What consists of words (古丽 买买提) is none.
pub(super) fn unpadded(text: &str, notes: &mut Notes) -> Option<String> {
    let is_one = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(is_han) && chars.next().is_none()
    };
    let parts = || text.split_whitespace();
    // One plain blank may be how the person writes it (欧阳 娜).
    let is_padded = text.contains('\u{3000}') || text.contains("  ");
    let begin = usize::from(is_padded && parts().next().is_some_and(surnames::is_double));
    if !(2..=4).contains(&parts().count()) || !parts().skip(begin).all(is_one) {
        return None;
    }
    notes.warn(Complaint::new(Code::RepairedPadding));
    Some(parts().collect())
}

/// The name of a thing without a sign between two of them that stands behind it, or the quotes round it, and
/// which sign that is: 清华大学; and "清华大学". An address may end in a slash.
pub(super) fn bare_name(text: &str) -> Option<(&str, char)> {
    const BEHIND: [char; 7] = [';', '；', ',', '，', '、', '|', '/'];
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    if let Some(inner) = inner.filter(|inner| !inner.contains('"') && !inner.trim().is_empty()) {
        return Some((inner, '"'));
    }
    let sign = text.chars().next_back().filter(|sign| BEHIND.contains(sign))?;
    let bare = text.trim_end_matches(|c| BEHIND.contains(&c) || c == ' ');
    let is_address = text.contains("://") || text.contains("www.") || bare.contains('.');
    let is_kept = bare.is_empty() || sign == '/' && is_address;
    (!is_kept).then_some((bare, sign))
}

/// What people write beside a mobile number that is no part of it.
const BESIDE_NUMBER: &[&str] = &[
    "微信同号",
    "同微信",
    "微信同",
    "微信号同",
    "微信同步",
    "同微信号",
    "v同号",
    "微同号",
    "同号",
    "微信",
    "微信号",
    "手机",
    "手机号",
    "手机号码",
    "移动电话",
    "电话",
    "联系电话",
    "本人",
    "本人手机",
    "本人手机号",
    "家",
    "私人",
    "个人手机",
    "个人",
    "常用",
    "移动",
    "联通",
    "电信",
    "mobile",
    "cell",
    "wechat",
    "phone",
    "tel",
    "telephone",
];

/// A number without the words beside it, which is told; itself where there are none, or others. The
/// text is half-width.
pub(super) fn bare_number<'t>(text: Cow<'t, str>, notes: &mut Notes) -> Cow<'t, str> {
    let is_frame = |c: char| {
        matches!(c, ' ' | '(' | ')' | '[' | ']' | '【' | '】' | ':' | ',' | ';' | '/' | '、')
    };
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ');
    let (Some(first), Some(last)) = (
        text.find(|c: char| c.is_ascii_digit() || c == '+'),
        text.rfind(|c: char| c.is_ascii_digit()),
    ) else {
        return text;
    };
    let Some(number) = text.get(first..=last) else { return text };
    let beside = [&text[..first], &text[last + 1..]].map(|part| part.trim_matches(is_frame));
    let known = |part: &&str| BESIDE_NUMBER.iter().any(|word| word.eq_ignore_ascii_case(part));
    let mut said = beside.iter().filter(|part| !part.is_empty());
    let is_cut = text.ends_with([';', ',', '、', '/']) || text.starts_with([':', ';', ',']);
    let is_more = said.clone().count() > 0 || is_cut;
    let is_sure = number.chars().all(is_number) && is_more && said.all(known);
    if !is_sure {
        return text;
    }
    notes.warn(Complaint::new(Code::RepairedBeside));
    Cow::Owned(number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beside_a_name_is_told() {
        let code = |text| beside_name(text).map(|complaint| complaint.code);
        for text in [
            "1.张三",
            "2、李四",
            "(3)王五",
            "①赵六",
            "5 孙七",
            "12张三",
            "1. Zhang San",
            "张三 13800000000",
            "张三zhang@example.com",
            "姓名：张三",
            "张三(实习)",
            "张三（离职）",
            "张三|李四",
            "=张三",
            "[\"张三\"]",
            "[\"Zhang San\"]",
            "【实习】张三",
            "张三;",
            "张三；",
            "张三。",
            "\"张三\"",
            "张三的简历",
            "张三简历.pdf",
            "张三 28岁",
        ] {
            assert_eq!(code(text), Some(Code::NameWithMore), "{text}");
        }
        for text in [
            "张三(原名张山)",
            "张三先生",
            "王女士",
            "Mr. Smith",
            "Dr Who",
            "张三？",
            "张三 李四",
            "王芳 李娜 张伟",
            "李四b",
            "王五②",
            "张三2",
            "张三_1",
            "张三，",
            "张三、",
            "张三.",
            "（张三",
            "/张三",
        ] {
            assert_eq!(code(text), Some(Code::NameWithMoreDoubtful), "{text}");
        }
    }

    #[test]
    fn what_is_hidden_of_a_name_is_told_and_what_belongs_to_it_is_not() {
        let code = |text| beside_name(text).map(|complaint| complaint.code);
        assert_eq!(code("张×"), Some(Code::PartHidden));
        for text in ["李XX", "张○○", "张__", "张_", "张﹡", "张●●", "○三"] {
            assert_eq!(code(text), Some(Code::PartHidden), "{text}");
        }
        assert_eq!(code("张某某"), Some(Code::PartHiddenDoubtful));
        assert_eq!(code("王□"), Some(Code::BrokenText));
        for text in [
            "李１",
            "欧阳-Smith",
            "O’Brien-Smith Jr.",
            "买买提·艾力",
            "ZHANG SAN",
            "张三(Sam)",
            "Tom（王小二）",
            "张三/Sam",
            "John \"Jack\" Smith",
            "某",
            "Max",
            "Xu Li",
            "古丽 买买提",
            "Alex Xu",
            "Dries",
            "李〇",
            "三先",
            "John Smith III",
        ] {
            assert_eq!(code(text), None, "{text}");
        }
    }

    #[test]
    fn two_names_of_one_person_are_a_name() {
        let code = |text| beside_name(text).map(|complaint| complaint.code);
        assert_eq!(code("张三A"), Some(Code::NameWithMoreDoubtful));
        for text in ["Tan Ah Kow @ Chen Ah Kow", "Mary-Ann Lim @ Lin Meili", "陈亚九 @ 陈九"] {
            assert_eq!(code(text), None, "{text}");
        }
        for text in ["Tan @ a.com", "Tan@Chen", "Tan @ 1", "@ Tan", "张三@qq"] {
            assert_eq!(code(text), Some(Code::NameWithMore), "{text}");
        }
    }

    #[test]
    fn a_remark_behind_a_name_and_a_name_twice_are_told() {
        let code = |text| beside_name(text).map(|complaint| complaint.code);
        for text in ["张三 男", "张三,女", "张三-实习", "欧阳娜娜　离职"] {
            assert_eq!(code(text), Some(Code::NameWithMore), "{text}");
        }
        for text in ["张三/Zhang San", "张三 (Zhang San)", "Zhang San 张三", "Tom Smith（王小二）"]
        {
            assert_eq!(code(text), Some(Code::NameWithMoreDoubtful), "{text}");
        }
    }

    #[test]
    fn whoever_is_addressed_is_looked_at() {
        for title in TITLES {
            assert!(may_be_addressed(title), "{title}");
        }
        assert!(may_be_addressed("张某") && !may_be_addressed("张三"));
    }

    #[test]
    fn padded_names_are_closed_up_and_names_of_words_are_not() {
        let closed = |text| unpadded(text, &mut Notes::default());
        for (text, want) in [
            ("杨　三", "杨三"),
            ("朱  明", "朱明"),
            ("秦 五", "秦五"),
            ("李 小 明", "李小明"),
            ("诸葛　亮", "诸葛亮"),
            ("司马  光", "司马光"),
        ] {
            assert_eq!(closed(text).as_deref(), Some(want));
        }
        for text in ["古丽 买买提", "欧阳 娜", "ZHANG SAN", "杨 San", "张三", "A B", "山田 太郎"]
        {
            assert_eq!(closed(text), None, "{text}");
        }
    }

    #[test]
    fn words_beside_a_number_go_and_others_stay() {
        let bare =
            |text: &'static str| bare_number(text.into(), &mut Notes::default()).into_owned();
        for text in [
            "13800138000(微信同号)",
            "13800138000 微信同号",
            "13800138000(手机)",
            "手机:13800138000",
            "微信同号13800138000",
            "13800138000/同微信",
            "tel:13800138000",
            "13800138000;",
            "13800138000(家)",
        ] {
            assert_eq!(bare(text), "13800138000", "{text}");
        }
        assert_eq!(bare("+86 138-0013-8000 (本人)"), "+86 138-0013-8000");
        for text in [
            "13800138000转802",
            "13800138000/13900139000",
            "13800138000",
            "(86)13800138000",
            "微信",
        ] {
            assert_eq!(bare(text), text);
        }
    }
}
