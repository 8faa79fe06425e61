//! Free text, possibly of several lines: trimmed, line ends made `\n`, else untouched.
//!
//! Must not know: which field.

use super::clean::{Plain, moment_text, number_text, plain};
use super::name::odd_characters;
use super::{Notes, Parsed};
use crate::check::record::Value;
use crate::sheet::RawCell;

pub(super) fn read(cell: RawCell<'_>, notes: &mut Notes) -> Parsed {
    let text = match plain(cell)? {
        Plain::Blank => return Ok(None),
        Plain::Text(text) => {
            odd_characters(text, notes);
            if text.contains('\r') {
                text.replace("\r\n", "\n").replace('\r', "\n")
            } else {
                text.to_owned()
            }
        }
        Plain::Number(number) => number_text(number)?,
        Plain::Bool(truth) => if truth { "TRUE" } else { "FALSE" }.to_owned(),
        Plain::Moment(moment) => moment_text(moment),
    };
    Ok(Some(Value::Text(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_keeps_its_lines_and_numbers_become_text() {
        let mut notes = Notes::default();
        let mut text = |cell| match read(cell, &mut notes) {
            Ok(Some(Value::Text(text))) => text,
            other => format!("{other:?}"),
        };
        assert_eq!(text(RawCell::Text(" a\r\nb １\t")), "a\nb １");
        assert_eq!(text(RawCell::Number(2024.0)), "2024");
        assert_eq!(text(RawCell::Bool(true)), "TRUE");
    }
}
