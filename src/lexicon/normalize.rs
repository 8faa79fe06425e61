//! Headers and labels brought to one form, so that 「 手机号 *」, `手机号（必填）` and `手机号\n` are equal.
//!
//! Must not know: fields, groups, what any header means.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

pub(crate) use super::fold::simplified;
use super::hints;
use crate::sheet::cell::is_invisible;

/// The comparable form of a header: NFKC, simplified characters, lower case, letters and digits
/// only, without notes such as `（必填）` or `(YYYY-MM-DD)`, without the number of a question (`1、`)
/// and without what asks (`请填写您的`). Idempotent. Empty where nothing is left.
pub(crate) fn header(text: &str) -> String {
    let mut current = header_once(text);
    loop {
        let next = header_once(&current);
        if next == current || next.is_empty() {
            return next;
        }
        current = next;
    }
}

/// The comparable form of a choice label: NFKC, simplified characters, lower case, no white space
/// or invisible characters; signs stay (`-1` is not `1`). Idempotent.
pub(crate) fn label(text: &str) -> String {
    if text.is_ascii() {
        let kept = text.chars().filter(|c| !is_invisible(*c));
        return kept.map(|c| c.to_ascii_lowercase()).collect();
    }
    let mut current = label_once(text);
    if is_own_form(text) {
        return current;
    }
    loop {
        let next = label_once(&current);
        if next == current {
            return next;
        }
        current = next;
    }
}

/// The text without invisible characters at its ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_invisible)
}

/// The parts of a header that may each be a header of their own, in two languages or with an
/// explanation: lines, what stands around `/`, `|` and brackets, Chinese beside Latin letters.
/// Notes are left out; a single part means that there is nothing to split.
pub(crate) fn parts(text: &str) -> Vec<String> {
    if is_error_value(text) {
        return Vec::new();
    }
    let split: Vec<String> = text
        .split(|c| is_open(c) || is_close(c) || matches!(c, '\n' | '\r' | '/' | '／' | '|' | '｜'))
        .map(|part| trim(part).to_owned())
        .filter(|part| !part.is_empty() && !is_note(part))
        .collect();
    if let [one] = split.as_slice() { by_script(one) } else { split }
}

/// Whether a header says that its values are percentages: `Cost Center %`.
pub(crate) fn is_share(text: &str) -> bool {
    trim(text).ends_with(['%', '％'])
}

/// The words of a header in lower case, without notes and without the number of a question:
/// `Date of Birth`, `date_of_birth` and `dateOfBirth` are three words each.
pub(crate) fn words(text: &str) -> Vec<String> {
    if is_error_value(text) {
        return Vec::new();
    }
    let text = nfkc(text);
    let mut words: Vec<String> = Vec::new();
    let mut text = without_notes(unnumbered(&text));
    for (sign, word) in [('#', " number "), ('%', " percent ")] {
        if text.contains(sign) {
            text = text.replace(sign, word);
        }
    }
    for run in text.split(|c: char| !c.is_alphanumeric()) {
        let chars: Vec<char> = run.chars().collect();
        let mut begun = 0;
        for at in 1..=chars.len() {
            let is_hump = |at: usize| {
                let upper = |at: usize| chars.get(at).is_some_and(|c| c.is_uppercase());
                let lower = |at: usize| chars.get(at).is_some_and(|c| c.is_lowercase());
                upper(at) && (lower(at - 1) || upper(at - 1) && lower(at + 1))
            };
            if at == chars.len() || is_hump(at) {
                words.push(chars[begun..at].iter().collect::<String>().to_lowercase());
                begun = at;
            }
        }
    }
    words
}

fn header_once(text: &str) -> String {
    if is_error_value(text) {
        return String::new();
    }
    let folded = fold(text);
    let without_notes = without_notes(unnumbered(&folded));
    let kept: String = without_notes.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut rest = kept.as_str();
    for note in ["非必填", "必填", "选填", "yyyymmdd", "ddmmyyyy", "mmddyyyy", "yyyymm"] {
        rest = rest.strip_suffix(note).or_else(|| rest.strip_prefix(note)).unwrap_or(rest);
    }
    for asking in ["请填写", "请输入", "请选择", "您的", "你的", "your"] {
        rest = rest.strip_prefix(asking).unwrap_or(rest);
    }
    if rest.is_empty() { kept } else { rest.to_owned() }
}

/// What a formula that failed leaves in a cell (`#NAME?`, `=#REF!`): it names nothing.
fn is_error_value(text: &str) -> bool {
    let text = trim(text);
    let Some(name) = text.strip_prefix('=').unwrap_or(text).strip_prefix('#') else { return false };
    let upper = |name: &str| name.bytes().all(|b| b.is_ascii_uppercase() || b"/0_".contains(&b));
    name == "N/A"
        || name.strip_suffix(['!', '?']).is_some_and(|name| !name.is_empty() && upper(name))
}

fn label_once(text: &str) -> String {
    fold(text).chars().filter(|c| !is_invisible(*c)).collect()
}

fn fold(text: &str) -> String {
    if is_own_form(text) {
        return text.chars().map(|c| simplified(c.to_ascii_lowercase())).collect();
    }
    nfkc(text).to_lowercase().chars().map(simplified).collect()
}

/// Whether a text is its own form NFKC, and so is what it is folded to: nearly every one is.
fn is_own_form(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii() || matches!(c, '\u{4E00}'..='\u{9FFF}'))
}

/// The text in the form NFKC: ASCII and ideographs stand for themselves.
fn nfkc(text: &str) -> Cow<'_, str> {
    if is_own_form(text) { Cow::Borrowed(text) } else { text.nfkc().collect() }
}

/// `1、姓名`, `2.手机号`, `3）邮箱` → without the number of the question.
fn unnumbered(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == text.len() || text.len() - rest.len() > 3 {
        return text;
    }
    let after = rest.trim_start().strip_prefix(['、', '.', ')', '．']);
    after.filter(|after| !after.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text)
}

const fn is_open(c: char) -> bool {
    matches!(c, '(' | '（' | '[' | '【' | '〔' | '「' | '{' | '<' | '《' | '［')
}

const fn is_close(c: char) -> bool {
    matches!(c, ')' | '）' | ']' | '】' | '〕' | '」' | '}' | '>' | '》' | '］')
}

/// The text without its bracketed notes; other brackets stay.
fn without_notes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(is_open) {
        let after = &rest[open..];
        let width = after.chars().next().map_or(1, char::len_utf8);
        let Some(close) = after.find(is_close) else { break };
        if is_note(&after[width..close]) {
            out.push_str(&rest[..open]);
        } else {
            out.push_str(&rest[..close + open]);
        }
        let width = after[close..].chars().next().map_or(1, char::len_utf8);
        rest = &after[close + width..];
    }
    out.push_str(rest);
    out
}

/// Whether a bracketed text or a line tells how to fill the column in, and not what it is.
fn is_note(text: &str) -> bool {
    let folded = label(text);
    let bare: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    if bare.is_empty() || hints::is_note(&folded) || hints::is_note(&bare) {
        return true;
    }
    if hints::says_note(&folded)
        || hints::lists_options(&folded)
        || is_length(&folded)
        || (folded.contains('男') && folded.contains('女'))
        || (folded.contains("非全日制") && folded.replace("非全日制", "").contains("全日制"))
    {
        return true;
    }
    is_pattern(&folded)
}

/// `11位`, `18位数字`; 职位 and 单位 are none.
fn is_length(text: &str) -> bool {
    text.match_indices('位').any(|(at, _)| text[..at].ends_with(|c: char| c.is_ascii_digit()))
}

/// `yyyy-mm-dd`, `年/月/日`, `1990-01-01`, `13800138000`: how a value is written. `(2)` is none.
fn is_pattern(text: &str) -> bool {
    let sign = |c: char| matches!(c, '/' | '-' | '.' | ':' | '~');
    if is_range(text) {
        return true;
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits >= 4 && text.chars().all(|c| c.is_ascii_digit() || sign(c)) {
        return true;
    }
    text.chars().count() > 1
        && text.chars().all(|c| {
            matches!(c, 'y' | 'm' | 'd' | 'h' | 's' | '年' | '月' | '日' | '时' | '分' | '秒')
                || sign(c)
        })
}

/// `g1-g8`, `p4~p10`: the first and the last of what may stand in the cells.
fn is_range(text: &str) -> bool {
    let is_end = |end: &str| {
        let letters = end.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_short = (1..=2).contains(&letters.len()) && letters.len() < end.len();
        is_short && letters.chars().all(|c| c.is_ascii_alphabetic())
    };
    text.split_once(['-', '~']).is_some_and(|(first, last)| is_end(first) && is_end(last))
}

/// Chinese and Latin halves of a text with exactly one change between the two.
fn by_script(text: &str) -> Vec<String> {
    let is_latin = |c: char| c.is_ascii_alphabetic();
    let is_han = |c: char| c.is_alphabetic() && !c.is_ascii();
    let Some(first) = text.chars().find(|c| is_latin(*c) || is_han(*c)) else {
        return vec![text.to_owned()];
    };
    let starts_latin = is_latin(first);
    let turn = text.find(|c| if starts_latin { is_han(c) } else { is_latin(c) });
    let Some(turn) = turn else { return vec![text.to_owned()] };
    let (before, after) = text.split_at(turn);
    if after.chars().any(|c| if starts_latin { is_latin(c) } else { is_han(c) }) {
        return vec![text.to_owned()];
    }
    vec![trim(before).to_owned(), trim(after).to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ascii_and_ideographs_stand_for_themselves() {
        let all: String = ('\0'..='\u{7F}').chain('\u{4E00}'..='\u{9FFF}').collect();
        assert_eq!(all.nfkc().collect::<String>(), all);
        assert!(matches!(nfkc(&all), Cow::Borrowed(_)));
        assert_eq!(nfkc("Ａｂ１"), "Ab1");
    }

    #[test]
    fn what_does_not_belong_to_a_header_is_gone() {
        for text in [
            "手机号",
            " 手机号 *",
            "*手机号",
            "手机号（必填）",
            "手机号(必填)",
            "手机号【选填】",
            "手 机 号",
            "手机\n号",
            "\u{FEFF}手机号\u{200B}",
            "手机号（11位）",
            "★手机号：",
            "手机号必填",
            "手机号（格式：138…）",
        ] {
            assert_eq!(header(text), "手机号", "{text:?}");
        }
        assert_eq!(header("出生日期（YYYY-MM-DD）"), "出生日期");
        assert_eq!(header("出生日期(年/月/日)"), "出生日期");
        assert_eq!(header("ＩＤ＿Ｎｕｍｂｅｒ"), "idnumber");
        assert_eq!(header("Full Name *"), "fullname");
        assert_eq!(header("Full Name (Required)"), "fullname");
        assert_eq!(header("Major (Optional Subjects)"), "majoroptionalsubjects");
        assert_eq!(header("出生日期 YYYY/MM/DD"), "出生日期");
        assert_eq!(header("出生日期（1990-01-01）"), "出生日期");
        assert_eq!(header("籍贯（XX省XX市）"), "籍贯");
        assert_eq!(header("3、请填写您的手机號"), "手机号");
        assert_eq!(header("10）邮箱"), "邮箱");
        assert_eq!(header("1.5倍"), "15倍");
    }

    #[test]
    fn brackets_that_say_what_the_column_is_stay() {
        assert_eq!(header("姓名（英文）"), "姓名英文");
        assert_eq!(header("教育经历（二）学校"), "教育经历二学校");
        assert_eq!(header("学校（2）"), "学校2");
        assert_eq!(header("Phone (H)"), "phoneh");
        assert_eq!(header("必填"), "必填");
        assert_eq!(header("（必填）"), "");
    }

    #[test]
    fn the_error_of_a_formula_is_no_header() {
        for error in ["#NAME?", "#NAME!", " =#REF!", "#DIV/0!", "#N/A"] {
            assert_eq!((header(error).as_str(), parts(error).len()), ("", 0), "{error}");
        }
        assert_eq!(header("#Name"), "name");
        assert_eq!(header("#姓名!"), "姓名");
    }

    #[test]
    fn two_languages_in_one_header_are_two_parts() {
        assert_eq!(parts("姓名 Name"), ["姓名", "Name"]);
        assert_eq!(parts("姓名\nName"), ["姓名", "Name"]);
        assert_eq!(parts("姓名(Name)"), ["姓名", "Name"]);
        assert_eq!(parts("姓名\n（请与证件一致）"), ["姓名"]);
        assert_eq!(parts("Name 姓名"), ["Name", "姓名"]);
        assert_eq!(parts("姓名"), ["姓名"]);
        assert_eq!(parts("姓名/职位"), ["姓名", "职位"]);
        assert_eq!(parts("Name/Contact Information"), ["Name", "Contact Information"]);
        assert_eq!(parts("部门ID号"), ["部门ID号"]);
    }

    #[test]
    fn a_label_keeps_its_signs() {
        assert_eq!(label(" 前 5 ％"), "前5%");
        assert_ne!(label("-1"), label("1"));
    }

    proptest! {
        #[test]
        fn what_is_its_own_form_is_folded_as_any_other(text in "[ -~\t\n\u{7F}一-龥]{0,24}") {
            let long: String = text.nfkc().collect::<String>().to_lowercase();
            let long: String = long.chars().map(simplified).collect();
            prop_assert_eq!(fold(&text), long);
            let once = label_once(&text);
            prop_assert_eq!(label_once(&once), once.as_str());
            prop_assert_eq!(label(&text), once);
        }

        #[test]
        fn normalising_twice_changes_nothing(text in "\\PC{0,24}|[()（）【】必填选A-z姓名0-9*\\- \n]{0,24}") {
            let once = header(&text);
            prop_assert_eq!(header(&once), once);
            let once = label(&text);
            prop_assert_eq!(label(&once), once);
        }
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_of_a_label_is_the_long_one(text in "[ -~\\t\\n\\x00-\\x1f\\x7f]{0,24}") {
            let mut long = label_once(&text);
            while long != label_once(&long) {
                long = label_once(&long);
            }
            proptest::prop_assert_eq!(label(&text), long);
        }
    }
}
