//! A person's name: trimmed, else untouched. No normalising: rare characters (Ext B, compatibility
//! ideographs, `·` variants) must survive.
//!
//! Must not know: which name of which record.

use super::clean::{Plain, code_point, plain};
use super::{Notes, Parsed};
use crate::check::record::Value;
use crate::problem::{Code, Complaint};
use crate::sheet::RawCell;
use crate::sheet::cell::is_invisible;

pub(super) fn read(cell: RawCell<'_>, notes: &mut Notes) -> Parsed {
    let text = match plain(cell)? {
        Plain::Blank => return Ok(None),
        Plain::Text(text) => text,
        Plain::Number(_) | Plain::Bool(_) | Plain::Moment(_) => {
            return Err(Complaint::new(Code::NotAName));
        }
    };
    if text.contains(['\n', '\r', '\t']) {
        return Err(Complaint::new(Code::LineBreak));
    }
    if !text.chars().any(is_letter) || is_placeholder(text) {
        return Err(Complaint::new(Code::NotAName));
    }
    odd_characters(text, notes);
    Ok(Some(Value::Text(text.to_owned())))
}

/// The last row's 合计, and what exports write where there is nothing.
fn is_placeholder(text: &str) -> bool {
    const WORDS: &[&str] =
        &["合计", "总计", "小计", "总数", "平均", "无", "null", "none", "n/a", "total"];
    let word = text.trim_end_matches([':', '：']);
    WORDS.iter().any(|other| other.eq_ignore_ascii_case(word))
}

/// Letters of any script; private-use characters stand for rare ideographs in old systems.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_private(c)
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

/// Warn of characters that nobody can see or that only some fonts show. One pass: it sees every
/// character of every text.
pub(super) fn odd_characters(text: &str, notes: &mut Notes) {
    let (mut invisible, mut private) = (None, None);
    for c in text.chars() {
        match c {
            // Nothing odd among these; nearly all characters are.
            '\0'..='\u{AC}' | '\u{2070}'..='\u{D7FF}' => {}
            c if is_private(c) => private = private.or(Some(c)),
            c if is_invisible(c) && !c.is_whitespace() => invisible = invisible.or(Some(c)),
            _ => {}
        }
    }
    if let Some(c) = invisible {
        notes.warnings.push(Complaint::with(Code::InvisibleCharacter, [code_point(c)]));
    }
    if let Some(c) = private {
        notes.warnings.push(Complaint::with(Code::PrivateCharacter, [code_point(c)]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> (Parsed, Vec<Code>) {
        let mut notes = Notes::default();
        let parsed = read(RawCell::Text(text), &mut notes);
        (parsed, notes.warnings.iter().map(|w| w.code).collect())
    }

    #[test]
    fn rare_characters_survive_and_the_invisible_is_told() {
        for name in ["张三", "𠮷田", "买买提·艾力", "O’Brien-Smith Jr.", "\u{F9B4}", "李１"]
        {
            let text = format!(" \u{3000}{name}\u{A0}");
            assert_eq!(read_text(&text), (Ok(Some(Value::Text(name.into()))), vec![]), "{name}");
        }
        assert_eq!(read_text("张\u{200B}三").1, [Code::InvisibleCharacter]);
        assert_eq!(read_text("张\u{E863}").1, [Code::PrivateCharacter]);
    }

    #[test]
    fn the_characters_that_are_passed_over_are_not_odd() {
        for c in ('\0'..='\u{AC}').chain('\u{2070}'..='\u{D7FF}') {
            assert!(!is_private(c) && (!is_invisible(c) || c.is_whitespace()), "{c:?}");
        }
    }

    #[test]
    fn what_is_no_name() {
        for text in ["-", "/", "12345", "？？", "合计", "总计：", "NULL", "无", "N/A"] {
            assert_eq!(read_text(text).0.unwrap_err().code, Code::NotAName, "{text}");
        }
        assert_eq!(read_text("张三\n李四").0.unwrap_err().code, Code::LineBreak);
        let mut notes = Notes::default();
        for cell in [RawCell::Number(3.0), RawCell::Bool(true)] {
            assert_eq!(read(cell, &mut notes).unwrap_err().code, Code::NotAName);
        }
        assert_eq!(read(RawCell::Text(" \u{200B}"), &mut notes), Ok(None));
    }
}
