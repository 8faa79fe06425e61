//! One cell as its file holds it: typed until a field says what it is.
//!
//! Must not know: what the cell is supposed to mean.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::fault::Fault;

/// A cell's content, borrowed from its row.
///
/// `Debug` shows the shape only: cells hold people's data.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum RawCell<'a> {
    /// Nothing, or a text without characters.
    Empty,
    /// Text, untrimmed, as the file has it.
    Text(&'a str),
    /// A finite number. Excel keeps 15 significant digits.
    Number(f64),
    /// TRUE or FALSE.
    Bool(bool),
    /// A number that its format shows as a date or time.
    Moment(Moment),
    /// What shows something else than it holds.
    Dressed(Dressed<'a>),
    /// An error value (`#N/A`), a formula that was never calculated, a date that does not exist.
    #[serde(borrow)]
    Fault(Fault<'a>),
}

/// What a person sees of a cell, and what is behind it: Excel shows a number or a text as its format
/// says (50617283 as E50617283), and a link by a text of its own.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Dressed<'a> {
    /// What is shown, without blanks at its ends; empty where the format shows nothing.
    pub face: &'a str,
    /// What is behind it.
    pub held: Held<'a>,
}

/// What is behind what a cell shows.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Held<'a> {
    /// A finite number.
    Number(f64),
    /// Another text.
    Text(&'a str),
    /// This text, of which a part is struck out; all of it where no less is shown.
    Struck(&'a str),
    /// A day with its time, of which less is shown.
    Moment(Moment),
    /// A link to this address; empty where the file does not say to which.
    Link(&'a str),
}

/// A civil date and time of day, without a zone (Excel knows none).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// The calendar date.
    pub date: jiff::civil::Date,
    /// The time of day; midnight for a plain date.
    pub time: jiff::civil::Time,
}

/// From where a workbook counts days: what a number means as a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Epoch {
    /// 1 is 1 January 1900.
    #[default]
    Y1900,
    /// 1 is 2 January 1904, as Excel for the Mac once counted.
    Y1904,
}

impl Epoch {
    /// That of a workbook, which says whether it counts from 1904.
    pub const fn of(is_1904: bool) -> Self {
        if is_1904 { Self::Y1904 } else { Self::Y1900 }
    }

    /// Days to add to a number of this system for the same day in that of 1900.
    pub const fn days(self) -> i32 {
        match self {
            Self::Y1900 => 0,
            Self::Y1904 => 1462,
        }
    }
}

impl RawCell<'_> {
    /// A day of which less is shown as the day that it is; any other cell as it is.
    #[must_use]
    pub const fn whole(self) -> Self {
        match self {
            RawCell::Dressed(Dressed { held: Held::Moment(moment), .. }) => RawCell::Moment(moment),
            RawCell::Empty
            | RawCell::Text(_)
            | RawCell::Number(_)
            | RawCell::Bool(_)
            | RawCell::Moment(_)
            | RawCell::Dressed(_)
            | RawCell::Fault(_) => self,
        }
    }

    /// Nothing in it, or white space and invisible characters only.
    pub fn is_blank(self) -> bool {
        match self {
            RawCell::Empty => true,
            // Nearly every text begins with what shows.
            RawCell::Text(text) => match text.as_bytes().first() {
                Some(0x21..=0x7E | 0xE4..=0xE9) => false,
                Some(_) | None => text.chars().all(is_invisible),
            },
            RawCell::Dressed(_) => self.is_bare_link(),
            RawCell::Number(_) | RawCell::Bool(_) | RawCell::Moment(_) | RawCell::Fault(_) => false,
        }
    }

    /// Nothing in it, and a link behind it: blank to everybody but the field that it is for.
    pub fn is_bare_link(self) -> bool {
        matches!(self, RawCell::Dressed(Dressed { face: "", held: Held::Link(_) }))
    }
}

/// White space (no-break and full-width too) and characters that show nothing; the NUL with which programs
/// fill up what they write.
pub fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c == '\0'
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Invisible, and not the white space that people type: blanks (full-width ones too) and line ends.
pub(crate) fn is_unwanted(c: char) -> bool {
    is_invisible(c) && !matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{3000}')
}

impl fmt::Debug for RawCell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Empty"),
            Self::Text(text) => write!(f, "Text({} characters)", text.chars().count()),
            Self::Number(_) => f.write_str("Number(…)"),
            Self::Bool(_) => f.write_str("Bool(…)"),
            Self::Moment(_) => f.write_str("Moment(…)"),
            Self::Dressed(_) => f.write_str("Dressed(…)"),
            Self::Fault(fault) => write!(f, "Fault({fault})"),
        }
    }
}

impl fmt::Debug for Dressed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dressed(…)")
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Moment(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_content() {
        assert_eq!(format!("{:?}", RawCell::Text("张三")), "Text(2 characters)");
        assert_eq!(format!("{:?}", RawCell::Number(13_800_138_000.0)), "Number(…)");
    }

    #[test]
    fn invisible_text_is_blank_and_a_fault_is_not() {
        assert!(RawCell::Text(" \u{A0}\u{3000}\u{200B}\u{FEFF}\n").is_blank());
        assert!(!RawCell::Text(" x ").is_blank());
        assert!(!RawCell::Fault(Fault::named("#N/A")).is_blank());
        let link = |face| RawCell::Dressed(Dressed { face, held: Held::Link("https://a.example") });
        assert!(link("").is_blank() && link("").is_bare_link());
        assert!(!link("a").is_blank() && !link("a").is_bare_link());
        let hidden = RawCell::Dressed(Dressed { face: "", held: Held::Number(7.0) });
        assert!(!hidden.is_blank() && !hidden.is_bare_link());
    }
}
