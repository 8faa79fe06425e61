//! Characters that look like others: Cyrillic and Greek letters among Latin ones, letters and
//! circles for digits, an ideograph for a dash. Looked for where a value was refused, so that the
//! message can name the character; nothing is replaced.
//!
//! Must not know: cells, fields.

use super::clean::code_point;
use super::han::is_han;
use super::stand_in::ideograph_of;
use crate::problem::{Code, Complaint};

/// The first character of a text that only looks like a Latin letter, a digit or a dash.
pub(super) fn in_code(text: &str) -> Option<Complaint> {
    text.chars().find_map(|c| Some(complaint(Code::LookAlike, c, like(c)?)))
}

/// Whether every letter of a text looks like one of ASCII.
pub(super) fn is_all_alike(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).all(|c| like(c).is_some())
}

/// The first character that only looks like a digit, where most of the text is digits. A lone X at
/// the end of an ID card number is itself.
pub(super) fn in_digits(text: &str) -> Option<Complaint> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < 4 {
        return None;
    }
    text.chars()
        .find_map(|c| Some(complaint(Code::LookAlike, c, like_digit(c).or_else(|| like(c))?)))
}

/// The first letter that looks like a digit in a date without any other letter.
pub(super) fn in_date(text: &str) -> Option<Complaint> {
    let odd = |c: char| c.is_alphabetic() && !is_han(c) && c != '〇';
    let mut letters = text.chars().filter(|c| odd(*c));
    let first = letters.next()?;
    let digit = like_digit(first)?;
    letters.all(|c| like_digit(c).is_some()).then(|| complaint(Code::LookAlike, first, digit))
}

/// A letter among eight digits or more: O for 0, l or I for 1.
pub(super) fn letter_among_digits(text: &str) -> Option<Complaint> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.len() - digits;
    if digits < 8 || !(1..=2).contains(&letters) {
        return None;
    }
    let found = text.chars().find(|c| !c.is_ascii_digit())?;
    let all = text.chars().all(|c| c.is_ascii_digit() || like_digit(c).is_some());
    all.then(|| complaint(Code::LookAlikeDoubtful, found, like_digit(found).unwrap_or('0')))
}

/// In a name: letters of two alphabets that look the same in one word, a radical or a
/// compatibility ideograph in place of the ideograph, a dash or a circle in place of 一 or 〇.
pub(super) fn in_name(text: &str) -> Option<Complaint> {
    if text.is_ascii() {
        return None;
    }
    let mut before = None;
    let latin = text.chars().any(|c| c.is_ascii_alphabetic());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let beside = before.is_some_and(is_han) && chars.peek().is_none_or(|next| is_han(*next));
        let alike = match c {
            '—' | '–' | 'ー' | '－' if beside => Some('一'),
            '-' if beside && chars.peek().is_none() => Some('一'),
            '○' | '◯' if beside => Some('〇'),
            c if latin && is_foreign_letter(c) => like(c),
            c => ideograph_of(c),
        };
        if let Some(alike) = alike {
            return Some(complaint(Code::LookAlikeDoubtful, c, alike));
        }
        before = Some(c);
    }
    None
}

fn complaint(code: Code, c: char, alike: char) -> Complaint {
    Complaint::with(code, [c.to_string(), code_point(c), alike.to_string()])
}

const fn is_foreign_letter(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{52F}')
}

const fn like_digit(c: char) -> Option<char> {
    Some(match c {
        'O' | 'o' | '〇' | '○' | '◯' | 'О' | 'о' | 'Ο' | 'ο' => '0',
        'l' | 'I' | 'і' | 'І' | 'Ι' | '|' => '1',
        'З' | 'з' => '3',
        _ => return None,
    })
}

/// The ASCII character that it looks like. Letters: Cyrillic, then Greek.
const fn like(c: char) -> Option<char> {
    Some(match c {
        '〇' | '○' | '◯' => '0',
        '—' | '–' | '−' | '‐' | '‑' | '―' | 'ー' | '一' => '-',
        '×' | 'х' | 'χ' => 'x',
        'Х' | 'Χ' => 'X',
        'а' | 'α' => 'a',
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'с' => 'c',
        'С' => 'C',
        'ԁ' => 'd',
        'е' => 'e',
        'Е' | 'Ε' => 'E',
        'һ' => 'h',
        'Н' | 'Η' => 'H',
        'і' | 'ι' => 'i',
        'І' | 'Ι' => 'I',
        'ј' => 'j',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'о' | 'ο' => 'o',
        'О' | 'Ο' => 'O',
        'р' | 'ρ' => 'p',
        'Р' | 'Ρ' => 'P',
        'ѕ' => 's',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'ν' => 'v',
        'у' => 'y',
        'У' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(found: Option<Complaint>) -> Option<(Code, String)> {
        found.map(|complaint| (complaint.code, complaint.values().join(" ")))
    }

    #[test]
    fn the_character_is_named_with_what_it_looks_like() {
        assert_eq!(named(in_code("аlice")), Some((Code::LookAlike, "а U+0430 a".into())));
        assert_eq!(named(in_code("D—001")), Some((Code::LookAlike, "— U+2014 -".into())));
        assert_eq!(named(in_code("D一001")).unwrap().1, "一 U+4E00 -");
        assert_eq!(named(in_code("研发部")), None);
        assert_eq!(named(in_digits("1101O519491231002X")).unwrap().1, "O U+004F 0");
        assert_eq!(named(in_digits("1380〇138000")).unwrap().1, "〇 U+3007 0");
        assert_eq!(named(in_digits("l3800138000")).unwrap().1, "l U+006C 1");
        assert_eq!(named(in_digits("11010519491231002Х")).unwrap().1, "Х U+0425 X");
        assert_eq!(named(in_digits("13800138000")), None);
        assert_eq!(named(in_date("2024-O5-0l")).unwrap().1, "O U+004F 0");
        for text in ["Oct 32 2024", "2024年二月三十日", "2024-02-30", "T"] {
            assert_eq!(named(in_date(text)), None, "{text}");
        }
        assert_eq!(named(letter_among_digits("689O452208593372679")).unwrap().1, "O U+004F 0");
        for text in ["od-4e6ac4d1", "6890452208593372679", "EMP00012345", "O12"] {
            assert_eq!(named(letter_among_digits(text)), None, "{text}");
        }
    }

    #[test]
    fn names_of_one_script_are_left_alone() {
        for name in
            ["李一鸣", "张〇", "Иван Попов", "欧阳-Smith", "买买提·艾力", "José", "王一", "Νίκος"]
        {
            assert_eq!(named(in_name(name)), None, "{name}");
        }
        assert_eq!(named(in_name("Аlice")).unwrap().1, "А U+0410 A");
        assert_eq!(named(in_name("\u{2FBC}明")).unwrap().1, "\u{2FBC} U+2FBC 高");
        assert_eq!(named(in_name("李—")).unwrap().1, "— U+2014 一");
        assert_eq!(named(in_name("张○")).unwrap().1, "○ U+25CB 〇");
    }
}
