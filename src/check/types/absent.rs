//! What stands in a cell where its value should be: a mark for what another cell holds (同上), a formula that
//! nobody computed, a picture, what a script wrote of a thing that it could not write. And text that a
//! program wrote in escapes, of which every character is there.
//!
//! Must not know: which field a cell is for.

use crate::problem::{Arg, Code, Complaint, both};

/// Whole cells, in small letters, and what they are.
const WHOLE: &[(&[&str], &str, &str)] = &[
    (
        &["同上", "同前", "同左", "〃", "″", "ditto", "same as above", "as above"],
        "指另一格的内容",
        "a mark for what another cell holds",
    ),
    (
        &["[object object]", "[object undefined]", "[object null]", "invalid date", "#object"],
        "程序写不出的内容",
        "what a script could not write",
    ),
    (
        &["[图片]", "[圖片]", "[附件]", "[文件]", "[表情]", "[image]", "[file]", "[attachment]"],
        "没有导出的图片或附件",
        "a picture or a file that was not exported",
    ),
];

/// Formulas that a name and a bracket begin, as WPS and Excel write them where nobody computed them.
const PICTURES: &[&str] = &["DISPIMG(", "IMAGE("];

/// The complaint about a text that only stands for a value.
pub(super) fn instead(text: &str) -> Option<Complaint> {
    // Every text is asked for: by its bytes, 同, 〃 and ″ too.
    let what = match text.as_bytes() {
        [b'=' | b'_', ..] => formula(text)?,
        [b'#', ..] => narrow(text)?,
        [b'[' | b'd' | b'D' | b's' | b'S' | b'a' | b'A' | b'i' | b'I', ..]
        | [0xE5, 0x90, 0x8C, ..]
        | [0xE3, 0x80, 0x83, ..]
        | [0xE2, 0x80, 0xB3, ..] => whole(text)?,
        _ => return None,
    };
    Some(Complaint::with(Code::ValueAbsent, [what]))
}

fn whole(text: &str) -> Option<Arg> {
    let is = |word: &&str| word.eq_ignore_ascii_case(text);
    let (_, zh, en) = WHOLE.iter().find(|(words, _, _)| words.iter().any(is))?;
    Some(both(zh, en))
}

/// `#####`, as Excel shows what its column is too narrow for.
fn narrow(text: &str) -> Option<Arg> {
    let is_narrow = text.len() > 2 && text.bytes().all(|byte| byte == b'#');
    is_narrow.then(|| both("列太窄、显示不下的内容", "what a column was too narrow to show"))
}

fn formula(text: &str) -> Option<Arg> {
    let name = text.strip_prefix('=').unwrap_or(text);
    let name = name.strip_prefix("_xlfn.").unwrap_or(name);
    PICTURES
        .iter()
        .any(|begin| name.starts_with(begin))
        .then(|| both("图片的公式", "the formula of a picture"))
}

/// A text that begins with escapes (`\u5317\u4eac`, `%E5%8C%97`), undone; none where one is cut.
pub(super) fn unescaped(text: &str) -> Option<String> {
    let undone = match text.as_bytes() {
        [b'\\', b'u', ..] => from_units(text)?,
        [b'%', b'E' | b'e', ..] => from_bytes(text)?,
        _ => return None,
    };
    let is_plain = |c: char| !c.is_control();
    undone.chars().all(is_plain).then_some(undone)
}

/// `\u5317\u4eac`, with other characters among them.
fn from_units(text: &str) -> Option<String> {
    let mut units = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(escaped) = rest.strip_prefix("\\u") {
            let digits =
                escaped.get(..4).filter(|it| it.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            units.push(u16::from_str_radix(digits, 16).ok()?);
            rest = &escaped[4..];
        } else {
            units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
            rest = &rest[c.len_utf8()..];
        }
    }
    String::from_utf16(&units).ok()
}

/// `%E5%8C%97%E4%BA%AC`, as addresses are written.
fn from_bytes(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            let digits = after.get(..2).filter(|it| it.iter().all(u8::is_ascii_hexdigit))?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_a_value_is_none() {
        for text in ["同上", "〃", "Ditto", "[object Object]", "Invalid date", "[图片]", "#####"]
        {
            assert_eq!(instead(text).map(|why| why.code), Some(Code::ValueAbsent), "{text}");
        }
        assert!(instead("=DISPIMG(\"ID_1E2F\",1)").is_some());
        assert!(instead("_xlfn.DISPIMG(\"ID_1E2F\",1)").is_some());
        for text in ["同济大学", "同上海", "[1]", "C#", "##", "# 标题", "=1+1", "Same", "SAS", ""]
        {
            assert!(instead(text).is_none(), "{text}");
        }
    }

    #[test]
    fn escapes_are_undone_where_they_are_whole() {
        let is = |text: &str| unescaped(text);
        assert_eq!(is("\\u5317\\u4eac大学").as_deref(), Some("北京大学"));
        assert_eq!(is("\\ud842\\udfb7").as_deref(), Some("𠮷"));
        assert_eq!(is("%E5%8C%97%E4%BA%AC").as_deref(), Some("北京"));
        for text in ["\\u53", "\\users\\zhang", "\\ud842", "%E5%8C", "%E", "\\u0007", "北京", ""]
        {
            assert_eq!(is(text), None, "{text}");
        }
    }
}
