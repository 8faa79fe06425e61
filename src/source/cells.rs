//! Text as a cell, whatever file it came from: what no value may hold becomes a fault.
//!
//! Must not know: formats of files.

use super::serial::Serial;
use crate::sheet::{Defect, Fault, RawCell, RawRow};

/// Excel's limit for a cell.
const MAX_CHARACTERS: usize = 32_767;

/// Whether no character of `text` could make a fault; one pass for a whole row.
pub(super) fn is_clean(text: &str) -> bool {
    let controls = text.bytes().fold(false, |found, byte| found | is_control(byte));
    !controls && !text.contains('\u{FFFD}')
}

/// Put `text` at `column`, or the fault that it holds.
pub(super) fn put_text(row: &mut RawRow, column: usize, text: &str) {
    if text.len() > MAX_CHARACTERS && text.chars().nth(MAX_CHARACTERS).is_some() {
        row.put(column, RawCell::Fault(Fault::Defect(Defect::TooLong)));
    } else if is_clean(text) {
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
    fn text_that_no_value_may_hold_is_a_fault_that_names_it() {
        assert_eq!(cell("a\tb\r\n中"), "Text(6 characters)");
        assert_eq!(cell("a\0b"), "Fault(cell-control-character:U+0000)");
        assert_eq!(cell("\u{1F}"), "Fault(cell-control-character:U+001F)");
        assert_eq!(cell("张\u{FFFD}"), "Fault(cell-undecodable)");
        assert_eq!(cell(&"字".repeat(32_767)), "Text(32767 characters)");
        assert_eq!(cell(&"字".repeat(32_768)), "Fault(cell-too-long)");
        assert_eq!(cell(""), "Empty");
    }
}
