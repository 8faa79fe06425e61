//! Headers and labels brought to one form, so that 「 手机号 *」, `手机号（必填）` and `手机号\n` are equal.
//!
//! Must not know: fields, groups, what any header means.

use unicode_normalization::UnicodeNormalization;

use crate::sheet::cell::is_invisible;

/// The comparable form of a header: NFKC, lower case, letters and digits only, without notes such
/// as `（必填）` or `(YYYY-MM-DD)`. Idempotent. Empty where nothing is left.
pub fn header(text: &str) -> String {
    let mut current = header_once(text);
    loop {
        let next = header_once(&current);
        if next == current || next.is_empty() {
            return next;
        }
        current = next;
    }
}

/// The comparable form of a choice label: NFKC, lower case, no white space or invisible
/// characters; signs stay (`-1` is not `1`). Idempotent.
pub fn label(text: &str) -> String {
    let mut current = label_once(text);
    loop {
        let next = label_once(&current);
        if next == current {
            return next;
        }
        current = next;
    }
}

/// The text without invisible characters at its ends.
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_invisible)
}

/// The parts of a header that may each be a header of their own, in two languages or with an
/// explanation: lines, what stands around `/`, `|` and brackets, Chinese beside Latin letters.
/// Notes are left out; a single part means that there is nothing to split.
pub(super) fn parts(text: &str) -> Vec<String> {
    let split: Vec<String> = text
        .split(|c| is_open(c) || is_close(c) || matches!(c, '\n' | '\r' | '/' | '／' | '|' | '｜'))
        .map(|part| trim(part).to_owned())
        .filter(|part| !part.is_empty() && !is_note(part))
        .collect();
    if let [one] = split.as_slice() { by_script(one) } else { split }
}

fn header_once(text: &str) -> String {
    let folded: String = text.nfkc().collect::<String>().to_lowercase();
    let without_notes = without_notes(&folded);
    let kept: String = without_notes.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut rest = kept.as_str();
    for note in ["非必填", "必填", "选填"] {
        rest = rest.strip_suffix(note).or_else(|| rest.strip_prefix(note)).unwrap_or(rest);
    }
    if rest.is_empty() { kept } else { rest.to_owned() }
}

fn label_once(text: &str) -> String {
    text.nfkc().collect::<String>().to_lowercase().chars().filter(|c| !is_invisible(*c)).collect()
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
    const WORDS: &[&str] = &[
        "必填",
        "选填",
        "必须",
        "必选",
        "可选",
        "required",
        "optional",
        "mandatory",
        "请",
        "填写",
        "格式",
        "例如",
        "例:",
        "示例",
        "如:",
        "e.g",
        "下拉",
        "单选",
        "多选",
        "文本",
        "多个",
        "逗号",
        "分号",
        "分隔",
        "毫秒",
        "位",
        "format",
        "multiple",
    ];
    const WHOLE: &[&str] = &["s", "es", "元", "个", "%", "ms", "text", "string", "ymd", "number"];
    let folded = label(text);
    if folded.is_empty() || WHOLE.contains(&folded.as_str()) {
        return true;
    }
    if WORDS.iter().any(|word| folded.contains(word)) {
        return true;
    }
    folded.chars().count() > 1
        && folded.chars().all(|c| {
            matches!(c, 'y' | 'm' | 'd' | 'h' | 's' | '年' | '月' | '日' | '时' | '分' | '秒')
                || matches!(c, '/' | '-' | '.' | ':' | '~')
        })
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
    fn two_languages_in_one_header_are_two_parts() {
        assert_eq!(parts("姓名 Name"), ["姓名", "Name"]);
        assert_eq!(parts("姓名\nName"), ["姓名", "Name"]);
        assert_eq!(parts("姓名(Name)"), ["姓名", "Name"]);
        assert_eq!(parts("姓名\n（请与证件一致）"), ["姓名"]);
        assert_eq!(parts("Name 姓名"), ["Name", "姓名"]);
        assert_eq!(parts("姓名"), ["姓名"]);
        assert_eq!(parts("部门ID号"), ["部门ID号"]);
    }

    #[test]
    fn a_label_keeps_its_signs() {
        assert_eq!(label(" 前 5 ％"), "前5%");
        assert_ne!(label("-1"), label("1"));
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(text in "\\PC{0,24}|[()（）【】必填选A-z姓名0-9*\\- \n]{0,24}") {
            let once = header(&text);
            prop_assert_eq!(header(&once), once);
            let once = label(&text);
            prop_assert_eq!(label(&once), once);
        }
    }
}
