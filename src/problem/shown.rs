//! Foreign text as people may see it: what a file, a sheet, a cell, a configuration or a server holds
//! must not drive a terminal, turn the direction of a line, hide in it, or forge a line of ours.
//!
//! Every value is made one line before it is put into a sentence ([`shown`]); everything that is
//! printed, logged or written for people passes [`printed`] once more; documents carry the same
//! characters as escapes ([`json`]), since a program wants them as they are.
//!
//! Must not know: where a text comes from, where it goes.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::Path;

/// A value within a sentence: on one line, with a name for what nobody could see or a terminal would
/// obey (`‹U+001B›`).
pub fn shown(text: &str) -> Cow<'_, str> {
    replaced(text, |out, c| if is_blank(c) { out.push(' ') } else { name(out, c) })
}

/// The name of a file, as [`shown`].
pub fn shown_path(path: &Path) -> String {
    shown(&path.to_string_lossy()).into_owned()
}

/// A whole text: its lines and tabs stay.
pub fn printed(text: &str) -> Cow<'_, str> {
    replaced(text, |out, c| match c {
        '\n' | '\t' => out.push(c),
        c if is_blank(c) => out.push('\n'),
        c => name(out, c),
    })
}

/// A JSON text with these characters as escapes: the same document.
pub fn json(text: &str) -> Cow<'_, str> {
    replaced(text, |out, c| match c {
        // Between its parts: within a text they are escapes already.
        '\n' | '\t' => out.push(c),
        c => {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    })
}

/// Control characters (C0, DEL, C1), ends of lines, marks that turn the direction, and what has no
/// width. A joiner is among them; where it [`joins`] letters, it is text.
pub const fn is_unruly(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{61C}' | '\u{180E}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}'
    )
}

/// A joiner or a mark of direction after a letter of a script that has them (Arabic to Mongolian),
/// or within an emoji.
pub fn joins(before: Option<char>, c: char) -> bool {
    matches!(c, '\u{200C}'..='\u{200F}')
        && before.is_some_and(
            |c| matches!(c, '\u{590}'..='\u{1CFF}' | '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}'),
        )
}

/// Blanks and ends of lines among the unruly.
const fn is_blank(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// `‹U+202E›`
fn name(out: &mut String, c: char) {
    let _ = write!(out, "‹U+{:04X}›", u32::from(c));
}

/// The text with each of its unruly characters written by `put`. The two that end a line in some
/// files are one.
fn replaced(text: &str, put: impl Fn(&mut String, char)) -> Cow<'_, str> {
    if !text.chars().any(is_unruly) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut chars = text.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        let joiner = matches!(c, '\u{200C}' | '\u{200D}') && joins(before, c);
        if joiner || !is_unruly(c) {
            out.push(c);
        } else if c != '\r' || chars.peek() != Some(&'\n') {
            put(&mut out, c);
        }
        before = Some(c);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_drives_a_terminal_is_named_and_forges_no_line() {
        for (text, one_line, lines) in [
            ("\u{1b}]0;x\u{7}", "‹U+001B›]0;x‹U+0007›", "‹U+001B›]0;x‹U+0007›"),
            ("某公司\r\n发送 1 条？", "某公司 发送 1 条？", "某公司\n发送 1 条？"),
            ("a\tb\rc\u{2028}d", "a b c d", "a\tb\nc\nd"),
            ("员工\u{202E}xslx.exe", "员工‹U+202E›xslx.exe", "员工‹U+202E›xslx.exe"),
            ("a\u{9B}2J\u{7F}\0", "a‹U+009B›2J‹U+007F›‹U+0000›", "a‹U+009B›2J‹U+007F›‹U+0000›"),
            ("张\u{200B}三\u{E0041}", "张‹U+200B›三‹U+E0041›", "张‹U+200B›三‹U+E0041›"),
        ] {
            assert_eq!(shown(text), one_line, "{text:?}");
            assert_eq!(printed(text), lines, "{text:?}");
        }
    }

    #[test]
    fn names_of_people_stay_as_they_are() {
        for text in [
            "张三",
            "ئابدۇللا",
            "می\u{200C}خواهم",
            "👨\u{200D}👩\u{200D}👧",
            "Zoë O’Hara",
            "葛\u{E0100}城",
            "क्\u{200D}ष",
        ] {
            assert_eq!(shown(text), text);
            assert_eq!(printed(text), text);
        }
    }

    proptest! {
        #[test]
        fn a_document_says_the_same_and_carries_nothing_raw(text in "[a-z\\\\\"\u{1}-\u{9F}\u{2028}-\u{202E}\u{E0001}张]{0,12}") {
            let document = serde_json::to_string(&text).unwrap();
            let escaped = json(&document);
            prop_assert!(!escaped.chars().any(is_unruly));
            prop_assert_eq!(serde_json::from_str::<String>(&escaped).unwrap(), text);
        }

        #[test]
        fn what_was_shown_once_is_shown_again_as_it_is(text in "\\PC*|[\\x00-\\x{FF}\u{200B}-\u{202E}👩می]{0,12}") {
            let once = shown(&text).into_owned();
            prop_assert_eq!(&shown(&once), &once);
            prop_assert_eq!(&printed(&once), &once);
            let joiner = |c: char| matches!(c, '\u{200C}' | '\u{200D}');
            let unruly = once.chars().filter(|c| is_unruly(*c) && !joiner(*c)).count();
            prop_assert_eq!(unruly, 0);
        }
    }
}
