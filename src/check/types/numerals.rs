//! Dates in words: Chinese numerals, English months, halves of a day.
//!
//! Must not know: what a date is.

use std::borrow::Cow;

/// The number of an English month name: whole, or its first three letters.
pub(super) fn month_of(word: &str) -> Option<i64> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    if word.len() < 3 {
        return None;
    }
    let index = MONTHS.iter().position(|month| {
        *month == word || month[..3] == *word || (word == "sept" && *month == "september")
    })?;
    i64::try_from(index + 1).ok()
}

/// Chinese numerals to digits (二〇二四年十二月 → 2024年12月), all dashes to one, no day of the week.
pub(super) fn plain_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let end = ["星期", "周", "礼拜"].iter().filter_map(|word| text.find(word)).min();
    let text = end.map_or(text, |end| &text[..end]).trim_end_matches([' ', '(', '（']);
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, numeral(c)) {
            ('十', _) => {
                if out.ends_with(TENS_MARK) {
                    out.pop();
                } else {
                    out.push('1');
                }
                match chars.peek().copied().and_then(numeral) {
                    Some(digit) => {
                        chars.next();
                        out.push(digit);
                    }
                    None => out.push('0'),
                }
            }
            (_, Some(digit)) => {
                out.push(digit);
                if chars.peek() == Some(&'十') {
                    out.push(TENS_MARK);
                }
            }
            ('–' | '—' | '−' | '‐' | '‑' | '―', None) => out.push('-'),
            ('，', None) => out.push(','),
            // 1990、1、2
            ('、', None) => out.push('.'),
            (c, None) => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Behind a digit that counts the tens of the 十 that follows. Control characters never get here.
const TENS_MARK: char = '\u{1}';

const fn numeral(c: char) -> Option<char> {
    Some(match c {
        '〇' | '零' | '○' => '0',
        '一' => '1',
        '二' => '2',
        '三' => '3',
        '四' => '4',
        '五' => '5',
        '六' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        _ => return None,
    })
}

/// Words for the halves of a day, which stand before a time or behind it.
const HALVES: [(&str, bool); 7] = [
    ("上午", false),
    ("凌晨", false),
    ("早上", false),
    ("下午", true),
    ("晚上", true),
    ("am", false),
    ("pm", true),
];

/// The half of the day that a text begins with, whether it is the second; and the rest.
pub(super) fn half_of_day(text: &str) -> Option<(bool, &str)> {
    HALVES.iter().find_map(|(word, is_second)| {
        let (begin, rest) = text.split_at_checked(word.len())?;
        begin.eq_ignore_ascii_case(word).then_some((*is_second, rest))
    })
}
