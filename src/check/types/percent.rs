//! A share in whole per cent, 0–100: `60`, `60%`, `６０％`, and the 0.6 that Excel keeps for a cell
//! shown as 60% (with a warning); in words, `百分之六十` and `六成`.
//!
//! Must not know: what the shares of a record sum to (that is a rule).

use super::clean::{Plain, half_width, plain, whole};
use super::numerals::plain_digits;
use super::{Context, Notes, Parsed};
use crate::check::value::Value;
use crate::problem::{Code, Complaint};
use crate::sheet::RawCell;

pub(super) fn read<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let (number, signed) = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Number(number) => (number, false),
        Plain::Text(text) => {
            let text = half_width(text, notes);
            let words = in_words(&text);
            let (digits, signed) = match (&words, text.strip_suffix('%')) {
                (Some(digits), _) => (digits.as_str(), true),
                (None, Some(digits)) => (digits.trim_end(), true),
                (None, None) => (text.as_ref(), false),
            };
            if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
                return Err(Complaint::new(Code::NotAPercent));
            }
            let number = digits.parse().map_err(|_| Complaint::new(Code::NotAPercent))?;
            (number, signed)
        }
        Plain::Bool(_) | Plain::Moment(_) => return Err(Complaint::new(Code::NotAPercent)),
    };
    if !(0.0..=100.0).contains(&number) {
        return Err(Complaint::new(Code::NotAPercent));
    }
    let fraction = !signed && number > 0.0 && number < 1.0;
    // 0.07 × 100 is 7.000000000000001: round to what was typed.
    let number = if fraction { (number * 1e10).round() / 1e8 } else { number };
    let Some(share) = whole(number) else {
        return Err(Complaint::new(Code::PercentNotWhole));
    };
    if fraction {
        notes.warn(Complaint::with(Code::PercentFraction, [share.to_string()]));
    }
    Ok(Some(Value::Int(share)))
}

/// The digits of a share that is told in words: `百分之百`, `百分之六十五`, `百分之60`, `六成五`.
fn in_words(text: &str) -> Option<String> {
    if text == "百分百" {
        return Some("100".to_owned());
    }
    if let Some(words) = text.strip_prefix("百分之") {
        let words = words.trim();
        let is_all = matches!(words, "百" | "一百" | "壹佰" | "100");
        return Some(if is_all { "100".to_owned() } else { figures(words)? });
    }
    if let Some(words) = text.strip_suffix('%').filter(|words| !words.is_ascii()) {
        return in_words(&format!("百分之{}", words.trim()));
    }
    let (tenths, rest) = text.split_once('成')?;
    let tenths =
        figures(tenths).filter(|tenths| matches!(tenths.as_str(), "10") || tenths.len() == 1)?;
    match rest {
        "" => Some(tenths + "0"),
        rest => figures(rest)
            .filter(|rest| rest.len() == 1 && tenths.len() == 1)
            .map(|rest| tenths + &rest),
    }
}

/// The numerals of accounts as the usual ones: 陆拾 is 六十.
fn in_usual(words: &str) -> String {
    const FORMAL: &str = "壹贰叁肆伍陆柒捌玖拾";
    const USUAL: &str = "一二三四五六七八九十";
    let usual = |c| FORMAL.chars().zip(USUAL.chars()).find(|(formal, _)| *formal == c);
    words.chars().map(|c| usual(c).map_or(c, |(_, usual)| usual)).collect()
}

/// A number below a hundred in figures or numerals, as figures.
fn figures(words: &str) -> Option<String> {
    let figures = plain_digits(&in_usual(words)).replace('点', ".");
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    (!figures.is_empty() && figures.chars().all(is_number)).then_some(figures)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::testing::alone;

    fn share(cell: RawCell<'_>) -> (Result<i64, Code>, usize) {
        let mut notes = Notes::default();
        let result = match read(cell, &alone(), &mut notes) {
            Ok(Some(Value::Int(share))) => Ok(share),
            Ok(_) => Ok(-1),
            Err(complaint) => Err(complaint.code),
        };
        (result, notes.warnings.len())
    }

    #[test]
    fn shares_in_their_forms() {
        for text in ["60", "60%", "60 %", "60％", "60.0", "60.00%"] {
            assert_eq!(share(RawCell::Text(text)), (Ok(60), 0), "{text}");
        }
        assert_eq!(share(RawCell::Text("６０％")), (Ok(60), 1));
        assert_eq!(share(RawCell::Number(0.6)), (Ok(60), 1));
        assert_eq!(share(RawCell::Number(0.07)), (Ok(7), 1));
        assert_eq!(share(RawCell::Text("0.6")), (Ok(60), 1));
        assert_eq!(share(RawCell::Number(0.0)), (Ok(0), 0));
        assert_eq!(share(RawCell::Number(100.0)), (Ok(100), 0));
        assert_eq!(share(RawCell::Text("0.5%")), (Err(Code::PercentNotWhole), 0));
        assert_eq!(share(RawCell::Number(33.3)), (Err(Code::PercentNotWhole), 0));
        for (text, told) in [
            ("百分之百", 100),
            ("百分之一百", 100),
            ("百分百", 100),
            ("百分之六十", 60),
            ("百分之六十五", 65),
            ("百分之十二", 12),
            ("百分之60", 60),
            ("壹佰%", 100),
            ("一百%", 100),
            ("陆拾伍%", 65),
            ("六十 ％", 60),
            ("百分之陆拾", 60),
            ("百分之５", 5),
            ("六成", 60),
            ("六成五", 65),
            ("十成", 100),
            ("7成", 70),
        ] {
            assert_eq!(share(RawCell::Text(text)).0, Ok(told), "{text}");
        }
        assert_eq!(share(RawCell::Text("百分之零点五")).0, Err(Code::PercentNotWhole));
        for text in [
            "百分之",
            "百分之二百",
            "二百%",
            "约六十%",
            "百分之六十%",
            "成",
            "成都",
            "十一成",
            "十成五",
            "六成五分",
        ] {
            assert_eq!(share(RawCell::Text(text)).0, Err(Code::NotAPercent), "{text}");
        }
        for text in ["-1", "101", "%", "1e1", "inf", "NaN", "1.2.3"] {
            assert_eq!(share(RawCell::Text(text)).0, Err(Code::NotAPercent), "{text}");
        }
    }
}
