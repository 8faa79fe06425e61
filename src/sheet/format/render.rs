//! A section and a value → what is shown.
//!
//! Must not know: how a code is read, which section is chosen.

use super::part::{Part, Sort};
use super::section::Section;
use super::{clock, figure, fraction};

/// A number as a section shows it.
pub(super) fn number(section: &Section, number: f64) -> String {
    match section.sort {
        Sort::Digits => digits(section, number),
        Sort::Numerals(numerals) if section.parts.contains(&Part::Value) => {
            let plain = figure::plain(number);
            let words = numerals.words(&plain).unwrap_or_else(|| numerals.each(&plain));
            text(section, &words)
        }
        Sort::Numerals(numerals) => numerals.each(&digits(section, number)),
        Sort::Time | Sort::Elapsed => clock::time(&section.parts, number),
        Sort::Fraction => {
            fraction::shown(&section.parts, number).unwrap_or_else(|| figure::plain(number))
        }
        Sort::General | Sort::Text | Sort::Literal | Sort::Date | Sort::Weekday | Sort::Other => {
            let negative = section.sort == Sort::Literal && number < 0.0;
            let sign = if negative { "-" } else { "" };
            format!("{sign}{}", text(section, &figure::plain(number)))
        }
    }
}

/// A text as a section shows it.
pub(super) fn text(section: &Section, value: &str) -> String {
    let mut shown = String::new();
    for part in &section.parts {
        match part {
            Part::Literal(c) => shown.push(*c),
            Part::Value => shown.push_str(value),
            Part::Digit(_) | Part::Point | Part::Slash | Part::Unit(_) => {}
        }
    }
    shown
}

/// Digits, from the right of the whole part to its left, and from the left of the decimals on.
fn digits(section: &Section, number: f64) -> String {
    let point = section.parts.iter().position(|part| *part == Part::Point);
    let (whole, decimals) = match point {
        Some(at) => (&section.parts[..at], &section.parts[at + 1..]),
        None => (&section.parts[..], &[][..]),
    };
    let places = decimals.iter().filter(|part| matches!(part, Part::Digit(_))).count();
    let shift = i32::try_from(2 * section.hundreds).unwrap_or(0)
        - i32::try_from(3 * section.thousands).unwrap_or(0);
    let (before, after) = figure::rounded(number.abs(), shift, places);
    let mut shown = whole_part(whole, &before, section.grouped);
    if point.is_some() {
        shown.push('.');
        shown.push_str(&decimal_part(decimals, &after));
    }
    let is_zero = before.bytes().chain(after.bytes()).all(|digit| digit == b'0');
    if number < 0.0 && !is_zero { format!("-{shown}") } else { shown }
}

/// The whole part. The first placeholder takes every digit that is left.
fn whole_part(parts: &[Part], digits: &str, grouped: bool) -> String {
    let mut left: Vec<char> = if digits == "0" { Vec::new() } else { digits.chars().collect() };
    let first = parts.iter().position(|part| matches!(part, Part::Digit(_)));
    let mut reversed: Vec<char> = Vec::new();
    let mut written = 0;
    let mut put = |reversed: &mut Vec<char>, digit: char| {
        if grouped && written > 0 && written % 3 == 0 {
            reversed.push(',');
        }
        reversed.push(digit);
        written += 1;
    };
    // Without a placeholder before the point, the digits stand right before it all the same.
    if first.is_none() {
        while let Some(digit) = left.pop() {
            put(&mut reversed, digit);
        }
    }
    for (at, part) in parts.iter().enumerate().rev() {
        match part {
            Part::Literal(c) => reversed.push(*c),
            Part::Digit(placeholder) => {
                match (left.pop(), placeholder) {
                    (Some(digit), _) => put(&mut reversed, digit),
                    (None, '0') => put(&mut reversed, '0'),
                    (None, '?') => reversed.push(' '),
                    (None, _) => {}
                }
                while Some(at) == first
                    && let Some(digit) = left.pop()
                {
                    put(&mut reversed, digit);
                }
            }
            Part::Point | Part::Slash | Part::Value | Part::Unit(_) => {}
        }
    }
    reversed.iter().rev().collect()
}

/// The decimals: a `#` shows no zero with which they end.
fn decimal_part(parts: &[Part], digits: &str) -> String {
    let significant = digits.trim_end_matches('0').len();
    let mut shown = String::new();
    let mut decimals = digits.chars().enumerate();
    for part in parts {
        match part {
            Part::Literal(c) => shown.push(*c),
            Part::Digit(placeholder) => {
                let Some((at, digit)) = decimals.next() else { continue };
                match placeholder {
                    '0' => shown.push(digit),
                    _ if at < significant => shown.push(digit),
                    '?' => shown.push(' '),
                    _ => {}
                }
            }
            Part::Point | Part::Slash | Part::Value | Part::Unit(_) => {}
        }
    }
    shown
}
