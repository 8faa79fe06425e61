//! What every parser does first: refuse what is broken, drop what is invisible, make full-width
//! characters half-width, print numbers without loss.
//!
//! Must not know: what the cell is supposed to mean.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::errors::{is_error_number, is_error_value};
use super::{Context, Notes, damage, lost};
use crate::problem::shown::joins;
use crate::problem::{Arg, Code, Complaint};
use crate::sheet::cell::{is_invisible, is_unwanted};
use crate::sheet::{Dressed, Glance, Moment, RawCell};

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

/// How closely a text is held to its letters.
#[derive(Clone, Copy)]
enum Look {
    /// Each must be right: what is damaged is an error, and this one where a part is hidden.
    Exact(Code),
    /// Free text: what only looks damaged is a warning.
    Free,
}

/// The checks for a value that must be right to the letter: garbled text is an error.
pub(super) fn plain<'a>(
    cell: RawCell<'a>,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<Plain<'a>, Complaint> {
    looked_at(cell, cx.row, Look::Exact(Code::PartHidden), notes)
}

/// The same for a number, of which so much is hidden at times that there is a complaint of its own.
pub(super) fn unmasked<'a>(
    cell: RawCell<'a>,
    masked: Code,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<Plain<'a>, Complaint> {
    looked_at(cell, cx.row, Look::Exact(masked), notes)
}

/// The checks for free text: text that looks garbled is a warning.
pub(super) fn plain_text<'a>(
    cell: RawCell<'a>,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<Plain<'a>, Complaint> {
    looked_at(cell, cx.row, Look::Free, notes)
}

fn looked_at<'a>(
    cell: RawCell<'a>,
    row: Glance,
    look: Look,
    notes: &mut Notes,
) -> Result<Plain<'a>, Complaint> {
    match cell {
        RawCell::Empty => Ok(Plain::Blank),
        RawCell::Text(whole) => {
            let text = trimmed(whole);
            if text.is_empty() {
                return Ok(Plain::Blank);
            }
            let glance = row.within(text);
            unbroken(text, glance, look, notes)?;
            if glance.has_star() || glance.has_plus() || glance.has_markup() || glance.is_odd() {
                whole_and_bare(text, glance, look, notes)?;
            }
            if let Look::Exact(hidden) = look
                && lost::ends_open(text)
            {
                return Err(Complaint::new(hidden));
            }
            // A CSV export writes it as text.
            if is_error_value(text) {
                return Err(Complaint::with(Code::CellError, [text]));
            }
            if text.len() < whole.len() {
                let (before, after) = ends(whole, text);
                if let Some(c) = before.chars().chain(after.chars()).find(|c| is_unwanted(*c)) {
                    invisible(c, notes);
                }
            }
            if let Some(length) = damage::cut_at(whole) {
                notes.warn(Complaint::with(Code::TextCut, [length]));
            }
            Ok(Plain::Text(text))
        }
        RawCell::Number(number) if is_error_number(number) => {
            Err(Complaint::with(Code::CellError, [number.to_string()]))
        }
        RawCell::Number(number) if number.is_finite() => Ok(Plain::Number(number)),
        RawCell::Number(_) => Err(Complaint::new(Code::CellNumberNotFinite)),
        RawCell::Bool(truth) => Ok(Plain::Bool(truth)),
        RawCell::Moment(moment) => Ok(Plain::Moment(moment)),
        RawCell::Dressed(dressed) => looked_at(RawCell::Text(dressed.face), row, look, notes),
        RawCell::Fault(fault) => Err(Complaint::of_fault(fault)),
    }
}

/// No part hidden by asterisks, no digits lost to Excel, no tags of a web page.
fn whole_and_bare(
    text: &str,
    glance: Glance,
    look: Look,
    notes: &mut Notes,
) -> Result<(), Complaint> {
    if glance.has_plus() && is_scientific(text) {
        return Err(Complaint::new(Code::DigitsLost));
    }
    if glance.has_star() || glance.is_odd() {
        match look {
            Look::Exact(masked) if text.contains(['*', '＊']) && !lost::is_product(text) => {
                return Err(Complaint::new(masked));
            }
            Look::Free if lost::is_masked(text) => {
                notes.warn(Complaint::new(Code::PartHiddenDoubtful));
            }
            Look::Exact(_) | Look::Free => {}
        }
    }
    let tag = glance.has_markup().then(|| damage::tag(text)).flatten();
    match (look, tag) {
        (Look::Exact(_), Some(tag)) => Err(Complaint::with(Code::HtmlTags, [tag])),
        (Look::Free, Some(tag)) => {
            notes.warn(Complaint::with(Code::HtmlTagsDoubtful, [tag]));
            Ok(())
        }
        (Look::Exact(_) | Look::Free, None) => Ok(()),
    }
}

/// What trimming cut off.
fn ends<'a>(whole: &'a str, trimmed: &str) -> (&'a str, &'a str) {
    let before = whole.len() - whole.trim_start_matches(is_invisible).len();
    (&whole[..before], &whole[before + trimmed.len()..])
}

fn invisible(c: char, notes: &mut Notes) {
    notes.warn(Complaint::with(Code::InvisibleCharacter, [code_point(c)]));
}

/// Text without the characters that nobody sees: odd blanks are plain ones, zero-width characters
/// are gone. Joiners within scripts that need them stay, and so do variation selectors.
pub(crate) fn without_invisible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unwanted) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2028}' | '\u{2029}' => out.push('\n'),
            c if !is_unwanted(c) || joins(out.chars().next_back(), c) => out.push(c),
            c if c.is_whitespace() => out.push(' '),
            _ => {}
        }
    }
    Cow::Owned(out)
}

/// Without white space and invisible characters at both ends. Nearly every text begins and ends with
/// a letter, a figure or an ideograph.
pub(crate) fn trimmed(text: &str) -> &str {
    let shows = |byte: u8| matches!(byte, 0x21..=0x7E | 0xE4..=0xE9);
    let begins = text.bytes().next().is_none_or(shows);
    let ends =
        text.chars().next_back().is_none_or(|c| matches!(c, '!'..='~' | '\u{4E00}'..='\u{9FFF}'));
    if begins && ends { text } else { text.trim_matches(is_invisible) }
}

/// No replacement characters (already lost when the file was written), no control characters, no
/// text in the wrong encoding. Nearly every text is plain: what it may show of damage is in its first
/// ideograph.
fn unbroken(text: &str, glance: Glance, look: Look, notes: &mut Notes) -> Result<(), Complaint> {
    if glance.is_plain_ascii() {
        return Ok(());
    }
    if glance.is_plain() && !glance.is_suspect() {
        if let Some(what) = damage::first_leads_utf8(text).then(|| damage::mojibake(text)).flatten()
        {
            garbled(what, look, notes)?;
        }
        return Ok(());
    }
    let (mut control, mut unwanted, mut suspect) = (None, None, false);
    let (mut first, mut before, mut marks, mut boxes) = (None, None, false, false);
    for (at, c) in text.char_indices() {
        match c {
            '?' => marks = true,
            ' '..='~' | '\n' | '\r' | '\t' => {}
            '\u{FFFD}' => return Err(Complaint::new(Code::BrokenText)),
            // What GBK makes of replacement characters.
            '锟' if text[at..].starts_with("锟斤拷") => {
                return Err(Complaint::new(Code::BrokenText));
            }
            // U+FFFD, read in a western encoding.
            'ï' if text[at..].starts_with("ï¿½") => {
                return Err(Complaint::new(Code::BrokenText));
            }
            '烫' | '屯' | '√' | 'Ž' | 'Š' | 'Œ' | 'Ÿ' | '\u{C2}'..='\u{F7}' => {
                suspect = true;
            }
            c if lost::is_box(c) => boxes = true,
            '\u{2070}'..='\u{2FFF}' | '\u{3001}'..='\u{D7FF}' => first = first.or(Some(c)),
            '\0'..='\u{9F}' => control = control.or(Some(c)),
            c if is_unwanted(c) && !joins(before, c) => unwanted = unwanted.or(Some(c)),
            _ => {}
        }
        before = Some(c);
    }
    let closer = suspect || first.is_some_and(damage::leads_utf8);
    if let Some(what) = closer.then(|| damage::mojibake(text)).flatten() {
        // With control characters among them there is no doubt.
        let look = if control.is_some() { Look::Exact(Code::PartHidden) } else { look };
        garbled(what, look, notes)?;
    }
    let is_lost = |look| match look {
        Look::Exact(_) => lost::is_lost_beside(text),
        Look::Free => lost::is_lost_within(text),
    };
    if marks && (lost::question_marks(text) || is_lost(look)) {
        garbled(lost::lost_to_question_marks(), look, notes)?;
    }
    if boxes && matches!(look, Look::Free) && lost::is_boxed(text) {
        garbled(lost::lost_to_boxes(), look, notes)?;
    }
    if let Some(c) = unwanted {
        invisible(c, notes);
    }
    match control {
        Some(c) => Err(Complaint::with(Code::ControlCharacter, [code_point(c)])),
        None => Ok(()),
    }
}

fn garbled(what: Arg, look: Look, notes: &mut Notes) -> Result<(), Complaint> {
    match look {
        Look::Exact(_) => Err(Complaint::with(Code::Mojibake, [what])),
        Look::Free => {
            notes.warn(Complaint::with(Code::MojibakeDoubtful, [what]));
            Ok(())
        }
    }
}

/// `U+200B`.
pub(super) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Full-width ASCII to ASCII, any white space to a blank, zero-width characters gone, and the
/// quotes gone with which people keep Excel from touching a number (`'123`, `="123"`). Letters,
/// digits and quotes so changed are told.
pub(super) fn half_width<'t>(text: &'t str, notes: &mut Notes) -> Cow<'t, str> {
    let full = |c: &char| matches!(c, '\u{FF10}'..='\u{FF19}' | '\u{FF20}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' | '＋' | '－' | '．' | '＿' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}');
    if !text.is_ascii()
        && let Some(c) = text.chars().find(full)
    {
        notes.warn(Complaint::with(Code::RepairedFullWidth, [c.to_string()]));
    }
    let plain = folded(text);
    if text.starts_with(['\'', '=', '＇', '＝']) && !plain.starts_with(['\'', '=']) {
        notes.warn(Complaint::new(Code::RepairedQuote));
    }
    plain
}

/// The same in silence, for what is only looked up.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, 0x20..=0x7E)) {
        return Cow::Borrowed(unquoted(text));
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{FF01}'..='\u{FF5E}' => {
                out.push(char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c));
            }
            // The figures of Arabic and of Persian.
            '\u{660}'..='\u{669}' => out.push(char::from_u32(u32::from(c) - 0x630).unwrap_or(c)),
            '\u{6F0}'..='\u{6F9}' => out.push(char::from_u32(u32::from(c) - 0x6C0).unwrap_or(c)),
            c if c.is_whitespace() => out.push(' '),
            c if is_invisible(c) => {}
            c => out.push(c),
        }
    }
    let inner = unquoted(trimmed(&out));
    if inner.len() == out.len() { Cow::Owned(out) } else { Cow::Owned(inner.to_owned()) }
}

/// Whole digits without the `.0` or `.00` that programs put behind a number, which is told.
pub(super) fn without_point<'t>(text: &'t str, notes: &mut Notes) -> &'t str {
    let Some(whole) = pointless(text) else { return text };
    notes.warn(Complaint::new(Code::RepairedPoint));
    whole
}

/// The whole number, perhaps with a sign, behind which there are decimals that are all zeros.
pub(super) fn pointless(text: &str) -> Option<&str> {
    let whole = text.strip_suffix('0')?.trim_end_matches('0').strip_suffix('.')?;
    let digits = whole.strip_prefix('+').unwrap_or(whole);
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then_some(whole)
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
    match cell.whole() {
        RawCell::Empty => Cow::Borrowed(""),
        RawCell::Text(text) | RawCell::Dressed(Dressed { face: text, .. }) => {
            Cow::Borrowed(trimmed(text))
        }
        RawCell::Number(number) => {
            Cow::Owned(number_text(number).unwrap_or_else(|_| number.to_string()))
        }
        RawCell::Bool(truth) => Cow::Borrowed(if truth { "TRUE" } else { "FALSE" }),
        RawCell::Moment(moment) => Cow::Owned(moment_text(moment)),
        RawCell::Fault(fault) => fault.text(),
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
    use crate::check::types::testing::alone;

    proptest::proptest! {
        /// What a glance passes over, a look at each character finds nothing in.
        #[test]
        fn a_glance_finds_what_a_look_at_each_character_does(
            text in "([ -~]|[\u{3000}-\u{9FFF}]|[\t\n\r&+?]|[\u{80}-\u{2FFF}]|[\u{E000}-\u{FFFD}]|锟斤拷|锟|烫|屯|涓|浣|鍖|\\?\\?|[鍖椾含]|寮犱笁){1,12}",
            free: bool,
        ) {
            let (mut glanced, mut looked) = (Notes::default(), Notes::default());
            let look = if free { Look::Free } else { Look::Exact(Code::PartHidden) };
            let fast = unbroken(&text, Glance::of(&text), look, &mut glanced);
            let plain = unbroken(&text, Glance::ALL, look, &mut looked);
            proptest::prop_assert_eq!(fast, plain);
            proptest::prop_assert_eq!(glanced.warnings, looked.warnings);
        }
    }

    #[test]
    fn full_width_and_invisible_characters_go() {
        let half = |text: &str| {
            let mut notes = Notes::default();
            let half = half_width(text, &mut notes).into_owned();
            (half, notes.warnings.first().map(|warning| warning.code))
        };
        let of = |text: &str, code| (text.to_owned(), code);
        assert_eq!(half("１３８\u{200B}００"), of("13800", Some(Code::RepairedFullWidth)));
        assert_eq!(half("ａ＠ｂ．ｃ"), of("a@b.c", Some(Code::RepairedFullWidth)));
        assert_eq!(half("（86）"), of("(86)", None));
        assert_eq!(half("a\u{A0}b"), of("a b", None));
        for text in ["'00123", "=\"00123\"", "＇00123"] {
            assert_eq!(half(text), of("00123", Some(Code::RepairedQuote)), "{text}");
        }
        assert_eq!(half("'tis").0, "tis");
        assert_eq!(half("''"), of("''", None));
    }

    #[test]
    fn an_error_value_is_one_as_text_too() {
        for (text, is_error) in
            [("#N/A", true), ("#BUSY!", true), ("#1", false), ("Err:502", true), ("Err:5", false)]
        {
            let found = plain(RawCell::Text(text), &alone(), &mut Notes::default());
            assert_eq!(found.is_err_and(|why| why.code == Code::CellError), is_error, "{text}");
        }
    }

    #[test]
    fn what_nobody_sees_goes_once_a_cell_and_is_told() {
        let seen = |text| {
            let mut notes = Notes::default();
            let text = match plain(RawCell::Text(text), &alone(), &mut notes) {
                Ok(Plain::Text(text)) => without_invisible(text).into_owned(),
                _ => String::new(),
            };
            (text, notes.warnings.iter().map(|w| w.values()[0].to_owned()).collect::<Vec<_>>())
        };
        let none: Vec<String> = Vec::new();
        assert_eq!(seen(" \u{3000}张三\t\n"), ("张三".into(), none.clone()));
        assert_eq!(seen("\u{FEFF}张\u{200B}三\u{A0}"), ("张三".into(), vec!["U+200B".into()]));
        assert_eq!(seen("张三\u{A0}"), ("张三".into(), vec!["U+00A0".into()]));
        assert_eq!(seen("John\u{A0}Smith").0, "John Smith");
        assert_eq!(seen("a\u{2028}b").0, "a\nb");
        // A selector of a variant, a Persian non-joiner, a family of emoji.
        for text in ["葛\u{E0100}城", "葛\u{FE00}", "می\u{200C}خواهم", "👨\u{200D}👩"]
        {
            assert_eq!(seen(text), (text.into(), none.clone()), "{text}");
        }
    }

    #[test]
    fn garbled_text_is_an_error_or_a_warning_in_free_text() {
        for text in ["Ã©", "寮犱笁", "烫烫烫", "?????", "??", "å¼\u{A0}ä¸\u{89}"] {
            let mut notes = Notes::default();
            let refused = plain(RawCell::Text(text), &alone(), &mut notes).err().map(|c| c.code);
            assert_eq!(refused, Some(Code::Mojibake), "{text}");
            let free = plain_text(RawCell::Text(text), &alone(), &mut notes).err().map(|c| c.code);
            if text.contains('\u{89}') {
                assert_eq!(free, Some(Code::Mojibake));
            } else {
                assert_eq!(
                    (free, notes.warnings[0].code),
                    (None, Code::MojibakeDoubtful),
                    "{text}"
                );
            }
        }
        let mut notes = Notes::default();
        assert!(plain(RawCell::Text(&"字".repeat(255)), &alone(), &mut notes).is_ok());
        assert_eq!((notes.warnings[0].code, notes.warnings[0].values()[0]), (Code::TextCut, "255"));
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
        let code = |text| {
            plain(RawCell::Text(text), &alone(), &mut Notes::default())
                .err()
                .map(|complaint| complaint.code)
        };
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
