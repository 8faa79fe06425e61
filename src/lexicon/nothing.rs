//! How people and programs write that there is nothing: NULL, N/A, 暂无, a dash, the 0 of a look-up that
//! found a blank cell, the zeroth of a month. Each is nothing as a whole cell alone: 无锡学院 is a school,
//! Jennifer Null a person.
//!
//! Must not know: which field a cell is for, and so which of these say something there.

/// Who writes it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nothing {
    /// Programs: NULL, NaN, N/A.
    Program,
    /// People: 无, 不详, unknown.
    Person,
    /// A dash, a slash.
    Sign,
    /// A semicolon, a comma: what is left of a list without items.
    Separator,
    /// A look-up of a blank cell, in Excel.
    Zero,
    /// A day that no calendar has.
    NoDay,
}

/// Programs' words, in small letters.
const PROGRAMS: &[&str] = &[
    "null",
    "(null)",
    "<null>",
    "[null]",
    "[]",
    "{}",
    "[空]",
    "\\n",
    "nil",
    "<nil>",
    "none",
    "(none)",
    "nan",
    "nat",
    "n/a",
    "n.a.",
    "n.a",
    "na",
    "<na>",
    "(n/a)",
    "undefined",
    "(blank)",
    "(空白)",
    "--none--",
    "-none-",
];

/// People's words, in small letters.
const PEOPLE: &[&str] = &[
    "无",
    "暂无",
    "没",
    "没有",
    "略",
    "不详",
    "不明",
    "未知",
    "未填",
    "未填写",
    "未录入",
    "未提供",
    "空",
    "空白",
    "缺",
    "暂缺",
    "待定",
    "待补",
    "待补充",
    "待填",
    "待填写",
    "待确认",
    "待核实",
    "待核对",
    "不清楚",
    "不知道",
    "不记得",
    "?",
    "无数据",
    "暂无数据",
    "暂无信息",
    "不适用",
    "unknown",
    "nothing",
    "tbd",
    "tba",
    "tbc",
    "not applicable",
    "not available",
    "not provided",
    "no data",
];

const SIGNS: &[&str] = &[
    "-", "--", "---", "----", "—", "——", "–", "−", "―", "/", "//", "\\", "\\\\", "_", "__", ".",
    "…", "……", "...",
];

/// What stands between two values, or round one.
const SEPARATORS: &[&str] =
    &[";", ";;", ",", ",,", "、", "。", "|", "||", ":", "\"\"", "''", "()", "“”"];
const ZEROS: &[&str] = &["0", "0.0", "0.00"];

/// Excel's day 0, and what databases hold for no day.
const NO_DAYS: &[&str] = &[
    "0000-00-00",
    "0000-00-00 00:00:00",
    "0000/00/00",
    "00000000",
    "1900-01-00",
    "1900-1-0",
    "1900/01/00",
    "1900/1/0",
    "1900/1/0 0:00",
    "1/0/1900",
    "00/01/1900",
    "1900年1月0日",
];

/// Bytes of the longest.
const LONGEST: usize = 24;

/// What people type where a form lets nobody leave a blank: `*`, `00`. Of a name of something it is none; as
/// a code it may be one.
pub(crate) fn is_typed_to_pass(text: &str) -> bool {
    let zeros = || text.len() > 1 && text.len() < 8 && text.bytes().all(|byte| byte == b'0');
    matches!(text, "*" | "＊") || zeros()
}

/// What a text says, if it says that there is nothing and no more.
pub(crate) fn nothing(text: &str) -> Option<Nothing> {
    if !may_be(text) {
        return None;
    }
    if text.chars().all(is_filler) {
        return Some(Nothing::Program);
    }
    let text: String = text.trim().chars().map(half_width).collect();
    let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(&text));
    // 无。 and 【无】 are the word.
    let word = bare(&text);
    let is_word = |words: &[&str]| words.iter().any(|other| other.eq_ignore_ascii_case(word));
    let found = [(PROGRAMS, Nothing::Program), (PEOPLE, Nothing::Person)];
    if let Some((_, nothing)) = found.into_iter().find(|(words, _)| is_word(words)) {
        return Some(nothing);
    }
    let of = [
        (PROGRAMS, Nothing::Program),
        (PEOPLE, Nothing::Person),
        (SIGNS, Nothing::Sign),
        (SEPARATORS, Nothing::Separator),
        (ZEROS, Nothing::Zero),
        (NO_DAYS, Nothing::NoDay),
    ];
    of.into_iter().find(|(words, _)| is(words)).map(|(_, nothing)| nothing)
}

/// A word without the full stop behind it, or the brackets round it.
fn bare(text: &str) -> &str {
    let inner = [('(', ')'), ('[', ']'), ('【', '】'), ('<', '>')];
    let inner = inner
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))
        .unwrap_or(text);
    inner.trim_end_matches(['.', '。', '!'])
}

/// A letter that shows nothing: the fillers of Hangul and of Braille.
pub(crate) const fn is_filler(c: char) -> bool {
    matches!(c, '\u{3164}' | '\u{FFA0}' | '\u{115F}' | '\u{1160}' | '\u{2800}')
}

/// `／` is `/`.
fn half_width(c: char) -> char {
    let plain = u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32);
    plain.filter(|plain| matches!(plain, '!'..='~')).unwrap_or(c)
}

/// Whether a text is worth a closer look: nearly none is, and every cell is asked.
pub(crate) fn may_be(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let Some(first) = text.chars().next() else { return false };
    match first {
        '1' => text.starts_with("1900") || text.starts_with("1/0"),
        'N' | 'n' | 'U' | 'u' | 'T' | 't' => text.len() <= "not applicable".len(),
        '0'
        | '('
        | '<'
        | '['
        | '{'
        | '/'
        | '\\'
        | '-'
        | '_'
        | '.'
        | ' '
        | '–'
        | '—'
        | '―'
        | '−'
        | '…'
        | '?'
        | ';'
        | ','
        | '、'
        | '。'
        | '|'
        | ':'
        | '"'
        | '\''
        | '“'
        | '\u{3000}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{2800}'
        | '\u{FF01}'..='\u{FF5E}'
        | '【'
        | '略'
        | '无'
        | '暂'
        | '没'
        | '不'
        | '未'
        | '空'
        | '缺'
        | '待' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_nothing_however_it_is_written() {
        for word in [PROGRAMS, PEOPLE, SIGNS, SEPARATORS, ZEROS, NO_DAYS].concat() {
            assert!(nothing(word).is_some(), "{word}");
            assert!(nothing(&word.to_ascii_uppercase()).is_some(), "{word}");
            assert!(word.len() <= LONGEST);
        }
        for text in ["\u{3164}", "\u{3164}\u{3164}", "\u{FFA0}", "\u{115F}\u{1160}", "\u{2800}"] {
            assert_eq!(nothing(text), Some(Nothing::Program), "{text}");
        }
        for text in [
            "Ｎ／Ａ",
            "（空白）",
            "－",
            "／",
            "０",
            "Null",
            "NaN",
            "无。",
            "暂无。",
            "（无）",
            "【无】",
            "(空)",
            "none.",
            "N/A.",
            "TBC",
        ] {
            assert!(nothing(text).is_some(), "{text}");
        }
    }

    #[test]
    fn a_form_is_passed_with_signs_that_name_nothing() {
        for text in ["*", "＊", "00", "000"] {
            assert!(is_typed_to_pass(text) && nothing(text).is_none(), "{text}");
        }
        for text in ["", "0", "007", "**", "*a", "00000000", "360"] {
            assert!(!is_typed_to_pass(text), "{text}");
        }
    }

    #[test]
    fn words_that_hold_one_are_sound() {
        for text in [
            "无锡学院",
            "Jennifer Null",
            "Null Island University",
            "纳",
            "娜",
            "空军工程大学",
            "不列颠哥伦比亚大学",
            "未来科技",
            "Nanjing University",
            "无忧",
            "None of the above",
            "00",
            "10",
            "-1",
            "",
        ] {
            assert_eq!(nothing(text), None, "{text}");
        }
    }
}
