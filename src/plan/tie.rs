//! What ties a row of a fix file to its record: `员工.xlsx!花名册!14@3`, the row's first place and
//! its run. A repaired row then amends that record, even where its only key was repaired.
//!
//! Must not know: the journal, how a fix file is read.

use std::fmt;
use std::str::FromStr;

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

fn escape(name: &str) -> String {
    name.replace('%', "%25").replace('!', "%21")
}

fn unescape(name: &str) -> String {
    name.replace("%21", "!").replace("%25", "%")
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

    proptest! {
        #[test]
        fn a_tie_reads_back_as_itself(file in "\\PC*[^ \\pC]", sheet in proptest::option::of("\\PC+"), row: u32, run: i64) {
            let tie = Tie { file: file.trim_start().to_owned(), sheet, row, run };
            prop_assert_eq!(tie.to_string().parse::<Tie>(), Ok(tie));
        }
    }
}
