//! Numbers in Chinese numerals, as `[DBNum1]` (一百二十三) and `[DBNum2]` (壹佰贰拾叁) show them.
//!
//! Must not know: codes, sections.

/// Which numerals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numerals {
    /// As people write.
    Plain,
    /// As banks write, so that nobody can change them.
    Formal,
}

impl Numerals {
    const fn signs(self) -> ([char; 10], [char; 4], [char; 3]) {
        match self {
            Self::Plain => (
                ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
                [' ', '十', '百', '千'],
                [' ', '万', '亿'],
            ),
            Self::Formal => (
                ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
                [' ', '拾', '佰', '仟'],
                [' ', '万', '亿'],
            ),
        }
    }

    /// Each figure of a text by itself: 2012 is 二〇一二.
    pub(super) fn each(self, text: &str) -> String {
        let (digits, _, _) = self.signs();
        let one = |c: char| c.to_digit(10).and_then(|digit| digits.get(digit as usize)).copied();
        text.chars().map(|c| one(c).unwrap_or(c)).collect()
    }

    /// A whole number in words: 123 is 一百二十三. None where there are no words for it.
    pub(super) fn words(self, digits: &str) -> Option<String> {
        let (signs, tens, groups) = self.signs();
        let is_whole = digits.bytes().all(|b| b.is_ascii_digit());
        if !is_whole || digits.is_empty() || digits.len() > groups.len() * tens.len() {
            return None;
        }
        if digits.bytes().all(|b| b == b'0') {
            return Some(signs[0].to_string());
        }
        let mut said = String::new();
        let (mut gap, mut in_group) = (false, false);
        for (at, digit) in digits.chars().enumerate() {
            let place = digits.len() - 1 - at;
            let digit = digit.to_digit(10)? as usize;
            if digit == 0 {
                gap = !said.is_empty();
            } else {
                if std::mem::take(&mut gap) {
                    said.push(signs[0]);
                }
                said.push(signs[digit]);
                said.extend(tens.get(place % 4).filter(|sign| **sign != ' '));
                in_group = true;
            }
            if place.is_multiple_of(4) && std::mem::take(&mut in_group) {
                said.extend(groups.get(place / 4).filter(|sign| **sign != ' '));
            }
        }
        Some(said)
    }
}

/// Whether a text is nothing but a number in such numerals.
pub fn are_numerals(text: &str) -> bool {
    let is_one = |c: char| {
        [Numerals::Plain, Numerals::Formal].iter().any(|numerals| {
            let (digits, tens, groups) = numerals.signs();
            digits.iter().chain(&tens[1..]).chain(&groups[1..]).any(|sign| *sign == c)
        })
    };
    text.chars().any(is_one) && text.chars().all(|c| is_one(c) || matches!(c, '.' | '-' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_excel_says_them() {
        for (digits, want) in [
            ("0", "〇"),
            ("8", "八"),
            ("10", "一十"),
            ("12", "一十二"),
            ("101", "一百〇一"),
            ("123", "一百二十三"),
            ("1001", "一千〇一"),
            ("10020", "一万〇二十"),
            ("120000000", "一亿二千万"),
        ] {
            assert_eq!(Numerals::Plain.words(digits).as_deref(), Some(want), "{digits}");
        }
        assert_eq!(Numerals::Formal.words("123").as_deref(), Some("壹佰贰拾叁"));
        assert_eq!(Numerals::Plain.each("2012"), "二〇一二");
        assert_eq!(Numerals::Plain.words("1.5"), None);
    }
}
