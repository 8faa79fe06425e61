//! Text as a cell, whatever file it came from: what no value may hold becomes a fault.
//!
//! Must not know: formats of files.

use super::links::{in_formula, says_the_same};
use super::serial::{Serial, moment};
use crate::sheet::{Defect, Dressed, Epoch, Face, Fault, Held, NumberFormat, RawCell, RawRow};

/// Excel's limit for a cell.
const MAX_CHARACTERS: usize = 32_767;

/// Whether no character of `text` could make a fault; one pass for a whole row.
pub(super) fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let controls = bytes.iter().fold(false, |found, byte| found | is_control(*byte));
    // U+FFFD, whose last byte is in every other text: without a branch, many bytes at once.
    let pairs = bytes.iter().zip(bytes.iter().skip(1)).zip(bytes.iter().skip(2));
    let is_lost =
        |((one, two), three): ((&u8, &u8), &u8)| (one ^ 0xEF) | (two ^ 0xBF) | (three ^ 0xBD) == 0;
    let lost = pairs.fold(false, |found, three| found | is_lost(three));
    !controls && !lost
}

/// Put `text` at `column`, or the fault that it holds.
pub(super) fn put_text(row: &mut RawRow, column: usize, text: &str) {
    if text.len() > MAX_CHARACTERS && text.chars().nth(MAX_CHARACTERS).is_some() {
        row.put(column, RawCell::Fault(Fault::Defect(Defect::TooLong)));
    } else if is_clean(text) || is_clean(text.trim_matches('\0')) {
        // NULs at the ends of a text fill it up, or are the other half of a line end: they are told, and
        // are no part of it.
        row.put(column, RawCell::Text(text));
    } else if let Some(control) = text.bytes().find(|byte| is_control(*byte)) {
        row.put(column, RawCell::Fault(Fault::Defect(Defect::Control(control))));
    } else {
        row.put(column, RawCell::Fault(Fault::Defect(Defect::Undecodable)));
    }
}

/// Put what a number turned out to be at `column`.
pub(super) fn put_serial(row: &mut RawRow, column: usize, serial: Serial) {
    let cell = match serial {
        Serial::Number(number) if number.is_finite() => RawCell::Number(number),
        Serial::Number(_) => RawCell::Fault(Fault::Defect(Defect::NotFinite)),
        Serial::Moment(moment) => RawCell::Moment(moment),
        Serial::Impossible => RawCell::Fault(Fault::Defect(Defect::ImpossibleDate)),
    };
    row.put(column, cell);
}

/// From here on a number has lost digits, and nothing that is shown of it is true.
pub(super) const EXACT: f64 = 1e15;

/// What Excel shows of a number of which its format says nothing.
pub(super) const LEFT_OPEN: &str = "####";

/// Put a number that a format dresses at `column`; false, and nothing put, where it shows no more than
/// the number.
pub(super) fn put_dressed_number(
    row: &mut RawRow,
    column: usize,
    number: f64,
    (format, epoch): (&NumberFormat, Epoch),
) -> bool {
    if format.leaves_open(number) && number.abs() < EXACT {
        let held = Held::Number(number);
        row.put(column, RawCell::Dressed(Dressed { face: LEFT_OPEN, held }));
        return true;
    }
    match format.of_number(number) {
        Face::Same => false,
        Face::Date => {
            let serial = moment(number, epoch);
            if let Serial::Moment(day) = serial
                && let Some(face) = format.of_moment(number, day)
            {
                let held = Held::Moment(day);
                row.put(column, RawCell::Dressed(Dressed { face: &face, held }));
            } else {
                put_serial(row, column, serial);
            }
            true
        }
        Face::Text(_) if number.abs() >= EXACT || number.is_nan() => false,
        Face::Text(face) => {
            let held = Held::Number(number);
            row.put(column, RawCell::Dressed(Dressed { face: &face, held }));
            true
        }
    }
}

/// Put a text at `column`, behind which there may be a link, and of which something else may be shown,
/// without blanks at its ends.
pub(super) fn put_dressed_text(
    row: &mut RawRow,
    column: usize,
    text: &str,
    (face, link): (Option<String>, Option<&str>),
) {
    // As a report of muster's writes a link, and exports of some systems do.
    if text.starts_with("=HYPERLINK(")
        && let Some((to, shown)) = in_formula(text)
    {
        // Without a text of its own it shows its address.
        let alone = || Some(to.clone()).filter(|to| !to.is_empty() && !text.contains([',', ';']));
        if let Some(shown) = shown.or_else(alone) {
            return put_dressed_text(row, column, &shown, (None, Some(&to)));
        }
    }
    if let (true, Some(to)) = (text.trim().is_empty(), link) {
        return put_bare_link(row, column, to);
    }
    if link.is_none() && face.is_none() {
        return put_text(row, column, text);
    }
    let shown = face.as_deref().unwrap_or(text).trim();
    let link = link.filter(|to| !shown.is_empty() && is_clean(to) && !says_the_same(shown, to));
    let sound = is_clean(text) && text.len() <= MAX_CHARACTERS;
    let held = match (link, &face) {
        (Some(to), _) => Held::Link(to),
        (None, Some(_)) => Held::Text(text.trim()),
        (None, None) => return put_text(row, column, text),
    };
    if sound {
        row.put(column, RawCell::Dressed(Dressed { face: shown, held }));
    } else {
        put_text(row, column, text);
    }
}

/// Put a text at `column` of which a part is struck out, and this is left.
pub(super) fn put_struck_text(row: &mut RawRow, column: usize, text: &str, left: &str) {
    if !is_clean(text) || text.len() > MAX_CHARACTERS {
        return put_text(row, column, text);
    }
    // Where all of it is struck out, nobody can tell what is meant: it stays.
    let (text, left) = (text.trim(), left.trim());
    let face = if left.is_empty() { text } else { left };
    row.put(column, RawCell::Dressed(Dressed { face, held: Held::Struck(text) }));
}

/// Put a link at `column` if nothing is there: a person sees a blank cell, and the address is behind it.
pub(super) fn put_bare_link(row: &mut RawRow, column: usize, to: &str) {
    if row.cell(column) == RawCell::Empty && !to.trim().is_empty() && is_clean(to) {
        row.put(column, RawCell::Dressed(Dressed { face: "", held: Held::Link(to.trim()) }));
    }
}

/// C0 but for tab and line breaks.
const fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> String {
        let mut row = RawRow::new();
        row.reset(1);
        put_text(&mut row, 0, text);
        format!("{:?}", row.cell(0))
    }

    #[test]
    fn what_no_value_may_hold_is_odd_at_a_glance() {
        for c in (0..=0x0010_FFFF).filter_map(char::from_u32) {
            let text: String = ['张', c, 'a'].into_iter().collect();
            assert!(is_clean(&text) || crate::sheet::Glance::of(&text).is_odd(), "{c:?}");
        }
    }

    #[test]
    fn what_was_lost_is_found_wherever_it_stands() {
        for before in 0..40 {
            for after in 0..4 {
                let text = ["中".repeat(before), "\u{FFFD}".to_owned(), "｝".repeat(after)];
                assert!(!is_clean(&text.concat()) && is_clean(&text[0]) && is_clean(&text[2]));
            }
        }
    }

    #[test]
    fn text_that_no_value_may_hold_is_a_fault_that_names_it() {
        assert_eq!(cell("a\tb\r\n中"), "Text(6 characters)");
        assert_eq!(cell("a\0b"), "Fault(cell-control-character:U+0000)");
        assert_eq!(cell("\0张三\0\0"), "Text(5 characters)");
        assert_eq!(cell("\0"), "Text(1 characters)");
        assert_eq!(cell("\u{1F}"), "Fault(cell-control-character:U+001F)");
        assert_eq!(cell("张\u{FFFD}"), "Fault(cell-undecodable)");
        assert_eq!(cell(&"字".repeat(32_767)), "Text(32767 characters)");
        assert_eq!(cell(&"字".repeat(32_768)), "Fault(cell-too-long)");
        assert_eq!(cell(""), "Empty");
    }
}
