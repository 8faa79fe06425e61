//! What a problem shows of a cell: enough to find it, not enough to know the person.
//! `138****8000`, `张*`, `a***@b.com`.
//!
//! Must not know: problems, rows.

use std::borrow::Cow;

use super::types::shown;
use crate::sheet::cell::is_invisible;
use crate::sheet::{Fault, RawCell};
use crate::spec::{FieldType, KeyKind};

/// Longest text that is shown of a cell that is not personal, in characters.
const LONGEST: usize = 60;

/// A cell's text as a problem may show it; none for a blank cell, and for a fault of muster's own
/// naming.
pub fn masked(cell: RawCell<'_>, ty: FieldType, personal: bool) -> Option<String> {
    if cell.is_blank() {
        return None;
    }
    if let RawCell::Fault(fault) = cell {
        return fault_text(fault);
    }
    let text = shown(cell);
    let text = visible(&text);
    let text = text.as_ref();
    Some(match ty {
        FieldType::Name => name(text),
        FieldType::Email => email(text),
        FieldType::Mobile | FieldType::DocumentNumber => middle(text),
        FieldType::DateMillis { .. } | FieldType::Date | FieldType::DateMidnight if personal => {
            date(text)
        }
        FieldType::Text
        | FieldType::MobileCountry
        | FieldType::Choice(_)
        | FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Id(_)
        | FieldType::IdList(_)
        | FieldType::Percent
        | FieldType::Custom(_) => {
            if personal {
                name(text)
            } else {
                shortened(text)
            }
        }
    })
}

/// A key's value as a report may show it.
pub fn key(kind: KeyKind, value: &str) -> String {
    match kind {
        KeyKind::Email => email(value),
        KeyKind::Employment => value.to_owned(),
        KeyKind::Document | KeyKind::Mobile => middle(value),
    }
}

/// A cell's text as it is, for those who asked to see it; none for a blank cell.
pub fn in_clear(cell: RawCell<'_>) -> Option<String> {
    match cell {
        RawCell::Fault(fault) => fault_text(fault),
        RawCell::Empty
        | RawCell::Text(_)
        | RawCell::Number(_)
        | RawCell::Bool(_)
        | RawCell::Moment(_)
        | RawCell::Dressed(_) => (!cell.is_blank()).then(|| shortened(&visible(&shown(cell)))),
    }
}

/// `#N/A` is nobody's; what muster itself calls a fault is said by the message.
fn fault_text(fault: Fault<'_>) -> Option<String> {
    Some(fault.text()).filter(|text| text.starts_with('#')).map(Cow::into_owned)
}

/// A text that can't move a terminal's cursor or turn its direction: control characters and
/// invisible ones are gone, line breaks are blanks.
pub fn visible(text: &str) -> Cow<'_, str> {
    let odd = |c: char| c.is_control() || (is_invisible(c) && !c.is_whitespace());
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let blank = |c: char| if c.is_whitespace() { ' ' } else { c };
    Cow::Owned(text.chars().map(blank).filter(|&c| !odd(c)).collect())
}

/// The first character, and three stars at most for the rest.
pub fn name(text: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars.next().into_iter().collect();
    let rest = chars.count().min(3);
    format!("{first}{}", "*".repeat(rest))
}

/// The first character and the domain.
pub fn email(text: &str) -> String {
    match text.split_once('@') {
        Some((local, domain)) if !local.is_empty() && !domain.contains('@') => {
            let first: String = local.chars().take(1).collect();
            format!("{first}***@{}", shortened(domain))
        }
        Some(_) | None => name(text),
    }
}

/// The first three and the last four characters, stars for the letters and digits between; of short
/// texts, and of those that are no number (a name in the wrong column), the first only.
pub fn middle(text: &str) -> String {
    if text.is_ascii() { ascii_middle(text) } else { any_middle(text) }
}

fn any_middle(text: &str) -> String {
    let length = text.chars().count();
    let digits = text.chars().filter(|c| c.is_numeric() || *c == '*').count();
    if length < 9 || digits * 2 < length {
        return name(text);
    }
    let hidden = 3..length - 4;
    text.chars()
        .take(LONGEST)
        .enumerate()
        .map(|(at, c)| if hidden.contains(&at) && c.is_alphanumeric() { '*' } else { c })
        .collect()
}

/// The same of a text in which each byte is a character.
fn ascii_middle(text: &str) -> String {
    let length = text.len();
    let digits = text.bytes().filter(|byte| byte.is_ascii_digit() || *byte == b'*').count();
    if length < 9 || digits * 2 < length {
        return name(text);
    }
    let hidden = 3..length - 4;
    let stars = |(at, byte): (usize, u8)| {
        if hidden.contains(&at) && byte.is_ascii_alphanumeric() { '*' } else { char::from(byte) }
    };
    text.bytes().take(LONGEST).enumerate().map(stars).collect()
}

/// Its shape, and the year where it is written out: `1990/*/**`, `**/**/1990`, `*/*/**`.
fn date(text: &str) -> String {
    let chars: Vec<char> = text.chars().take(LONGEST).collect();
    let year = (0..chars.len()).find(|at| is_year(&chars, *at)).map_or(0..0, |at| at..at + 4);
    let hide = |(at, c): (usize, &char)| if counts(*c) && !year.contains(&at) { '*' } else { *c };
    chars.iter().enumerate().map(hide).collect()
}

/// A digit, or a word in place of one; not the words between the parts of a date.
fn counts(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '年' | '月' | '日' | '号')
}

/// Four digits from here on are a year of the last or of this century. Five of them are Excel's
/// count of days.
fn is_year(chars: &[char], at: usize) -> bool {
    let (before, here) = chars.split_at(at);
    let length = here.iter().take_while(|c| counts(**c)).count();
    let century = matches!(
        here,
        ['1', '9', ..]
            | ['2', '0', ..]
            | ['１', '９', ..]
            | ['２', '０', ..]
            | ['一', '九', ..]
            | ['二', '〇' | '零', ..]
    );
    century && length >= 4 && length != 5 && before.last().is_none_or(|c| !counts(*c))
}

/// At most 60 characters of a text.
pub fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST - 1).collect();
    format!("{start}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_moves_the_cursor() {
        assert_eq!(visible("a\u{1b}[2Jb\nc\u{202E}d\u{9b}"), "a[2Jb cd");
        assert_eq!(visible("研发部 A"), "研发部 A");
    }

    proptest::proptest! {
        #[test]
        fn an_ascii_text_is_masked_as_any_other(text in "[0-9*a-cX /:.-]{0,70}") {
            proptest::prop_assert_eq!(ascii_middle(&text), any_middle(&text));
        }
    }

    #[test]
    fn nobody_can_be_known_by_what_is_shown() {
        let show = |ty, text| masked(RawCell::Text(text), ty, true).unwrap();
        assert_eq!(show(FieldType::Name, "张三"), "张*");
        assert_eq!(show(FieldType::Name, "买买提·艾力"), "买***");
        assert_eq!(show(FieldType::Email, "alice@b.com"), "a***@b.com");
        assert_eq!(show(FieldType::Email, "alice"), "a***");
        assert_eq!(show(FieldType::Mobile, "13800138000"), "138****8000");
        assert_eq!(show(FieldType::Mobile, "13800138000/13900139000"), "138********/*******9000");
        assert_eq!(show(FieldType::Mobile, "1234567"), "1***");
        assert_eq!(show(FieldType::DocumentNumber, "11010519491231002X"), "110***********002X");
        assert_eq!(show(FieldType::Mobile, "tel: 13800138000"), "tel: *******8000");
        assert_eq!(show(FieldType::Mobile, "迪丽热巴·迪力木拉提"), "迪***");
        assert_eq!(show(FieldType::DocumentNumber, "Maria del Carmen"), "M***");
        for (text, shown) in [
            ("1990/2/30", "1990/*/**"),
            ("19900230", "1990****"),
            ("26/06/1990", "**/**/1990"),
            ("5/6/93", "*/*/**"),
            ("32970", "*****"),
            ("20123", "*****"),
            ("7 March 1990", "* ***** 1990"),
            ("二〇〇一年五月", "二〇〇一年*月"),
            ("１９９０年５月", "１９９０年*月"),
        ] {
            assert_eq!(show(FieldType::Date, text), shown, "{text}");
        }
        assert_eq!(show(FieldType::Text, "一段自我评价"), "一***");
        assert_eq!(masked(RawCell::Text("研发部"), FieldType::Date, false).unwrap(), "研发部");
        assert_eq!(masked(RawCell::Text(" "), FieldType::Name, true), None);
        assert_eq!(in_clear(RawCell::Text(" 张\u{202E}三 ")).as_deref(), Some("张三"));
        assert_eq!(in_clear(RawCell::Empty), None);
        let fault = |fault| masked(RawCell::Fault(fault), FieldType::Name, true);
        assert_eq!(fault(Fault::named("#N/A")).unwrap(), "#N/A");
        assert_eq!(fault(Fault::Defect(crate::sheet::Defect::Twice)), None);
    }
}
