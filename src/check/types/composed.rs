//! Letters that are written in parts (`e` and an accent of its own, the parts of a Hangul syllable), as
//! macOS and some PDFs give them: they look like the whole letter and are not found by it. Unicode has
//! them for the same text. Ideographs are left alone: theirs may be the registered ones.
//!
//! Must not know: which field a text is for.

use unicode_normalization::UnicodeNormalization as _;

use super::Notes;
use crate::problem::{Code, Complaint};

/// The text with whole letters, which is told; none where no letter is in parts.
pub(super) fn composed(text: &str, notes: &mut Notes) -> Option<String> {
    if !text.chars().any(is_part) {
        return None;
    }
    let (mut out, mut run) = (String::with_capacity(text.len()), String::new());
    for c in text.chars() {
        if takes_part(c) {
            run.push(c);
        } else {
            out.extend(run.nfc());
            run.clear();
            out.push(c);
        }
    }
    out.extend(run.nfc());
    if out == text {
        return None;
    }
    notes.warn(Complaint::new(Code::RepairedComposed));
    Some(out)
}

const fn is_part(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1100}'..='\u{11FF}')
}

/// A part, or a letter of Latin, Greek or Cyrillic, or a syllable, that may be in parts.
const fn takes_part(c: char) -> bool {
    is_part(c)
        || matches!(c, 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{4FF}'
                | '\u{1E00}'..='\u{1EFF}' | '\u{AC00}'..='\u{D7A3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_parts_are_put_together_and_ideographs_left_alone() {
        for (text, want) in [
            ("Nguye\u{302}\u{303}n Va\u{306}n An", "Nguyễn Văn An"),
            ("Jose\u{301}", "José"),
            ("\u{1100}\u{1175}\u{11B7}", "김"),
            ("\u{F9B4}e\u{301}", "\u{F9B4}é"),
        ] {
            assert_eq!(composed(text, &mut Notes::default()).as_deref(), Some(want));
        }
        for text in ["Nguyễn", "\u{F9B4}", "김철수", "葛\u{E0100}城", "x\u{303}\u{330}"] {
            let whole = text.nfc().collect::<String>() == text;
            assert!(composed(text, &mut Notes::default()).is_none() || !whole, "{text}");
        }
    }
}
