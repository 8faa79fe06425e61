//! What every parser does first: refuse what is broken, drop what is invisible, make full-width
//! characters half-width, print numbers without loss.
//!
//! Must not know: what the cell is supposed to mean.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::problem::{Code, Complaint};
use crate::sheet::cell::is_invisible;
use crate::sheet::{Moment, RawCell};

/// A cell after the checks that hold for all types.
#[derive(Clone, Copy)]
pub(super) enum Plain<'a> {
    Blank,
    /// Trimmed, not empty, without control characters other than line breaks and tabs.
    Text(&'a str),
    Number(f64),
    Bool(bool),
    Moment(Moment),
}

/// From here on an `f64` no longer holds every digit that was typed (Excel keeps 15).
const LOSSY: f64 = 1e15;

pub(super) fn plain(cell: RawCell<'_>) -> Result<Plain<'_>, Complaint> {
    match cell {
        RawCell::Empty => Ok(Plain::Blank),
        RawCell::Text(text) => {
            let text = trimmed(text);
            if text.is_empty() {
                return Ok(Plain::Blank);
            }
            unbroken(text)?;
            if is_error_value(text) {
                return Err(Complaint::with(Code::CellError, [text]));
            }
            Ok(Plain::Text(text))
        }
        RawCell::Number(number) if number.is_finite() => Ok(Plain::Number(number)),
        RawCell::Number(_) => Err(Complaint::new(Code::CellNumberNotFinite)),
        RawCell::Bool(truth) => Ok(Plain::Bool(truth)),
        RawCell::Moment(moment) => Ok(Plain::Moment(moment)),
        RawCell::Fault(name) => Err(Complaint::of_fault(name)),
    }
}

/// Excel's error values, which a CSV export writes as text.
fn is_error_value(text: &str) -> bool {
    const NAMES: &[&str] = &[
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#GETTING_DATA",
    ];
    text.starts_with('#') && NAMES.contains(&text)
}

/// Without white space and invisible characters at both ends.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_matches(is_invisible)
}

/// No replacement characters (already lost when the file was written), no control characters. One
/// pass: it sees every character of every cell.
fn unbroken(text: &str) -> Result<(), Complaint> {
    let mut control = None;
    for (at, c) in text.char_indices() {
        match c {
            ' '..='~' | '\n' | '\r' | '\t' => {}
            '\u{FFFD}' => return Err(Complaint::new(Code::BrokenText)),
            // What GBK makes of replacement characters.
            '锟' if text[at..].starts_with("锟斤拷") => {
                return Err(Complaint::new(Code::BrokenText));
            }
            '\0'..='\u{9F}' => control = control.or(Some(c)),
            _ => {}
        }
    }
    match control {
        Some(c) => Err(Complaint::with(Code::ControlCharacter, [code_point(c)])),
        None => Ok(()),
    }
}

/// `U+200B`.
pub(super) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Full-width ASCII to ASCII, any white space to a blank, zero-width characters gone, and the
/// quotes gone with which people keep Excel from touching a number (`'123`, `="123"`).
pub(super) fn half_width(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, 0x20..=0x7E)) {
        return Cow::Borrowed(unquoted(text));
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{FF01}'..='\u{FF5E}' => {
                out.push(char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c));
            }
            c if c.is_whitespace() => out.push(' '),
            c if is_invisible(c) => {}
            c => out.push(c),
        }
    }
    let inner = unquoted(trimmed(&out));
    if inner.len() == out.len() { Cow::Owned(out) } else { Cow::Owned(inner.to_owned()) }
}

fn unquoted(mut text: &str) -> &str {
    while let Some(inner) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        text = trimmed(inner);
    }
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '+') => rest,
        Some(_) | None => text,
    }
}

/// A number as a person sees it: whole numbers without `.0`, others to Excel's 15 digits.
///
/// # Errors
/// [`Code::DigitsLost`] from 10^15 on.
pub(super) fn number_text(number: f64) -> Result<String, Complaint> {
    if number.abs() >= LOSSY {
        return Err(Complaint::new(Code::DigitsLost));
    }
    if let Some(whole) = whole(number) {
        return Ok(whole.to_string());
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    Ok(rounded.to_string())
}

/// The number as an integer, where it is one below 10^15.
pub(super) fn whole(number: f64) -> Option<i64> {
    if number.fract() != 0.0 || number.abs() >= LOSSY {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 10^15")]
    Some(number as i64)
}

/// `1.10101E+17`: what Excel writes into a CSV for a long number.
pub(super) fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let Some(exponent) = exponent.strip_prefix('+') else { return false };
    mantissa.starts_with(|c: char| c.is_ascii_digit())
        && mantissa.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && !exponent.is_empty()
        && exponent.bytes().all(|b| b.is_ascii_digit())
}

/// What a cell holds as text, for names of records and value maps; a fault by its name.
pub(crate) fn shown(cell: RawCell<'_>) -> Cow<'_, str> {
    match cell {
        RawCell::Empty => Cow::Borrowed(""),
        RawCell::Text(text) => Cow::Borrowed(trimmed(text)),
        RawCell::Number(number) => {
            Cow::Owned(number_text(number).unwrap_or_else(|_| number.to_string()))
        }
        RawCell::Bool(truth) => Cow::Borrowed(if truth { "TRUE" } else { "FALSE" }),
        RawCell::Moment(moment) => Cow::Owned(moment_text(moment)),
        RawCell::Fault(name) => Cow::Borrowed(name),
    }
}

/// `2024-05-01`, with the time of day where it is not midnight.
pub(super) fn moment_text(moment: Moment) -> String {
    let mut text = moment.date.to_string();
    if moment.time != jiff::civil::Time::midnight() {
        let time = moment.time;
        let _ = write!(text, " {:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_invisible_characters_go() {
        assert_eq!(half_width("１３８\u{200B}００"), "13800");
        assert_eq!(half_width("ａ＠ｂ．ｃ"), "a@b.c");
        assert_eq!(half_width("a\u{A0}b"), "a b");
        assert_eq!(half_width("'00123"), "00123");
        assert_eq!(half_width("=\"00123\""), "00123");
        assert_eq!(half_width("'tis"), "tis");
        assert_eq!(half_width("''"), "''");
    }

    #[test]
    fn numbers_print_without_noise_and_never_without_digits() {
        assert_eq!(number_text(13_800_138_000.0).unwrap(), "13800138000");
        assert_eq!(number_text(0.1 + 0.2).unwrap(), "0.3");
        assert_eq!(number_text(-1.0).unwrap(), "-1");
        assert_eq!(number_text(1e15).unwrap_err().code, Code::DigitsLost);
        assert_eq!(number_text(999_999_999_999_999.0).unwrap(), "999999999999999");
    }

    #[test]
    fn broken_text_is_refused() {
        let code = |text| plain(RawCell::Text(text)).err().map(|complaint| complaint.code);
        assert_eq!(code("张\u{FFFD}"), Some(Code::BrokenText));
        assert_eq!(code("锟斤拷"), Some(Code::BrokenText));
        assert_eq!(code("a\u{0}b"), Some(Code::ControlCharacter));
        assert_eq!(code("a\nb\tc"), None);
    }

    #[test]
    fn scientific_notation_is_what_excel_writes_and_no_user_id() {
        assert!(is_scientific("1.10101E+17") && is_scientific("1E+11"));
        assert!(!is_scientific("4e5d2b1e") && !is_scientific("E+5") && !is_scientific("1E5"));
    }
}
