//! What ties a row of a fix file to its record: `员工.xlsx!花名册!14@3`, the row's first place and
//! its run. A repaired row then amends that record, even where its only key was repaired.
//!
//! Must not know: the journal, how a fix file is read.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use crate::problem::is_unruly;

/// Where a row stood first, and in which run.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tie {
    /// The input, as that run named it.
    pub file: String,
    /// Its sheet; none for CSV.
    pub sheet: Option<String>,
    /// Its row, from 1.
    pub row: u32,
    /// The run.
    pub run: i64,
}

/// The text does not tie a row to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not of the form FILE!SHEET!ROW@RUN")]
pub struct NotATie;

impl fmt::Display for Tie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sheet = self.sheet.as_deref().unwrap_or_default();
        write!(f, "{}!{}!{}@{}", escape(&self.file), escape(sheet), self.row, self.run)
    }
}

impl FromStr for Tie {
    type Err = NotATie;

    fn from_str(text: &str) -> Result<Self, NotATie> {
        let (place, run) = text.trim().rsplit_once('@').ok_or(NotATie)?;
        let mut parts = place.split('!');
        let (Some(file), Some(sheet), Some(row), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotATie);
        };
        if file.is_empty() {
            return Err(NotATie);
        }
        Ok(Self {
            file: unescape(file),
            sheet: (!sheet.is_empty()).then(|| unescape(sheet)),
            row: row.parse().map_err(|_| NotATie)?,
            run: run.parse().map_err(|_| NotATie)?,
        })
    }
}

/// What would end a part, and what no cell should carry raw, as bytes in `%XX`.
fn escape(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if matches!(c, '%' | '!') || is_unruly(c) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

fn unescape(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'%');
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_tie_is_told() {
        for text in ["", "a!b!3", "a!3@1", "!s!3@1", "a!b!c@1", "a!b!3@x", "a!b!c!3@1"] {
            assert_eq!(text.parse::<Tie>(), Err(NotATie), "{text}");
        }
    }

    #[test]
    fn a_name_that_drives_a_terminal_is_tied_and_not_carried_raw() {
        let file = "a\u{1b}]0;x\u{7}\n\u{202E}100%25!.xlsx".to_owned();
        let tie = Tie { file, sheet: Some("\u{9B}2J".into()), row: 3, run: 1 };
        assert_eq!(tie.to_string().parse::<Tie>(), Ok(tie.clone()));
        assert!(!tie.to_string().chars().any(is_unruly), "{tie}");
    }

    proptest! {
        #[test]
        fn a_tie_reads_back_as_itself(file in "\\PC*[^ \\pC]", sheet in proptest::option::of("\\PC+"), row: u32, run: i64) {
            let tie = Tie { file: file.trim_start().to_owned(), sheet, row, run };
            prop_assert_eq!(tie.to_string().parse::<Tie>(), Ok(tie));
        }
    }
}
