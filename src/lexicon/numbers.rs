//! Numbers in headers: `学校2`, `教育经历（二）学校`.
//!
//! Must not know: what is numbered.

/// Words that count entries: 第二段, 第2条.
pub(crate) const COUNTERS: &[char] = &['段', '条', '份', '个', '项'];

/// `2学校` → 2, `学校`; Chinese numerals up to 99.
pub(crate) fn leading_number(text: &str) -> Option<(usize, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if end > 0 {
        return text[..end].parse().ok().filter(|n| *n > 0).map(|n| (n, &text[end..]));
    }
    let end = text.find(|c| numeral(c).is_none()).unwrap_or(text.len());
    Some((chinese(&text[..end])?, &text[end..]))
}

/// `学校2` → `学校`, 2.
pub(crate) fn trailing_number(text: &str) -> Option<(&str, usize)> {
    let start = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let start = if start == text.len() {
        text.trim_end_matches(|c| numeral(c).is_some()).len()
    } else {
        start
    };
    let (n, rest) = leading_number(&text[start..])?;
    (rest.is_empty() && start > 0).then_some((&text[..start], n))
}

fn numeral(c: char) -> Option<usize> {
    "一二三四五六七八九十".chars().position(|numeral| numeral == c).map(|at| at + 1)
}

/// 二 → 2, 十 → 10, 十二 → 12, 二十 → 20, 二十三 → 23.
fn chinese(text: &str) -> Option<usize> {
    let digits: Vec<usize> = text.chars().map(numeral).collect::<Option<_>>()?;
    match *digits.as_slice() {
        [one] => Some(one),
        [10, one] if one < 10 => Some(10 + one),
        [ten, 10] if ten < 10 => Some(ten * 10),
        [ten, 10, one] if ten < 10 && one < 10 => Some(ten * 10 + one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_before_or_after() {
        assert_eq!(leading_number("2学校"), Some((2, "学校")));
        assert_eq!(leading_number("十二学校"), Some((12, "学校")));
        assert_eq!(leading_number("学校"), None);
        assert_eq!(leading_number("0学校"), None);
        assert_eq!(trailing_number("学校12"), Some(("学校", 12)));
        assert_eq!(trailing_number("学校二"), Some(("学校", 2)));
        assert_eq!(trailing_number("12"), None);
        assert_eq!(leading_number("99999999999999999999999x"), None);
    }

    #[test]
    fn chinese_numerals_are_read() {
        for (text, n) in [("二", 2), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99)]
        {
            assert_eq!(chinese(text), Some(n), "{text}");
        }
        for text in ["", "十十", "二三", "百", "一十二三"] {
            assert_eq!(chinese(text), None, "{text}");
        }
    }
}
