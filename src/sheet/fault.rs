//! Why a cell has no value: an error of a formula, or something that kept it from being read.
//!
//! Must not know: which source found it, what is said of it.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a cell has no value.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault<'a> {
    /// An error value of a spreadsheet program.
    Error(ErrorValue),
    /// One that is not known by name here, as the program names it (`Err:502`).
    Other(&'a str),
    /// It could not be read, or nothing could be made of what it is made of.
    Defect(Defect),
}

/// The error values of Excel, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ErrorValue {
    /// `#N/A`
    NotAvailable,
    /// `#REF!`
    Reference,
    /// `#VALUE!`
    Value,
    /// `#DIV/0!`
    Division,
    /// `#NAME?`
    Name,
    /// `#NULL!`
    Null,
    /// `#NUM!`
    Number,
    /// `#SPILL!`
    Spill,
    /// `#CALC!`
    Calculation,
    /// `#FIELD!`
    Field,
    /// `#BLOCKED!`
    Blocked,
    /// `#CONNECT!`
    Connect,
    /// `#UNKNOWN!`
    Unknown,
    /// `#BUSY!`
    Busy,
    /// `#GETTING_DATA`
    GettingData,
}

/// Why a cell could not be read, or made of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Defect {
    /// The sheet holds the cell twice.
    Twice,
    /// It holds more characters than a cell of Excel may.
    TooLong,
    /// It holds so many lines: a quote that was never closed, rather.
    TooManyLines(u32),
    /// A quote stands where none may.
    StrayQuote,
    /// It holds this control character.
    Control(u8),
    /// Characters of it were lost in another encoding.
    Undecodable,
    /// A formula that was never calculated.
    Uncalculated,
    /// A date that does not exist.
    ImpossibleDate,
    /// A number without a value.
    NotFinite,
    /// Whatever else is in it, it was not understood.
    Unreadable,
    /// What is made of it would be of a number of which digits are lost.
    DigitsLost,
    /// What is made of it would be a beginning and an end, and it is no period.
    NotAPeriod,
    /// What is made of it would be more entries than there may be: so many.
    TooManyEntries(usize),
    /// It is cut into more parts than there are places: so many.
    TooManyParts(usize),
}

impl<'a> Fault<'a> {
    /// The error value of this name.
    pub fn named(name: &'a str) -> Self {
        ErrorValue::of(name).map_or(Self::Other(name), Self::Error)
    }

    /// What stands in the place of a value.
    pub fn text(self) -> Cow<'a, str> {
        match self {
            Self::Error(error) => Cow::Borrowed(error.name()),
            Self::Other(name) => Cow::Borrowed(name),
            Self::Defect(why) => Cow::Owned(why.to_string()),
        }
    }
}

impl ErrorValue {
    const OLD: [Self; 7] = [
        Self::NotAvailable,
        Self::Reference,
        Self::Value,
        Self::Division,
        Self::Name,
        Self::Null,
        Self::Number,
    ];
    const NEW: [Self; 8] = [
        Self::Spill,
        Self::Calculation,
        Self::Field,
        Self::Blocked,
        Self::Connect,
        Self::Unknown,
        Self::Busy,
        Self::GettingData,
    ];

    /// The one of this name; a CSV export writes it as text.
    pub fn of(name: &str) -> Option<Self> {
        if !name.starts_with('#') {
            return None;
        }
        Self::OLD.into_iter().chain(Self::NEW).find(|error| error.name() == name)
    }

    /// Whether every version of Excel knows it. A file may hold no others.
    pub fn is_old(self) -> bool {
        Self::OLD.contains(&self)
    }

    /// As Excel shows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotAvailable => "#N/A",
            Self::Reference => "#REF!",
            Self::Value => "#VALUE!",
            Self::Division => "#DIV/0!",
            Self::Name => "#NAME?",
            Self::Null => "#NULL!",
            Self::Number => "#NUM!",
            Self::Spill => "#SPILL!",
            Self::Calculation => "#CALC!",
            Self::Field => "#FIELD!",
            Self::Blocked => "#BLOCKED!",
            Self::Connect => "#CONNECT!",
            Self::Unknown => "#UNKNOWN!",
            Self::Busy => "#BUSY!",
            Self::GettingData => "#GETTING_DATA",
        }
    }
}

/// The error's name; or a word for what was found, with its one number behind a colon.
impl fmt::Display for Fault<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Twice => f.write_str("cell-twice"),
            Self::TooLong => f.write_str("cell-too-long"),
            Self::TooManyLines(lines) => write!(f, "cell-too-many-lines:{lines}"),
            Self::StrayQuote => f.write_str("cell-stray-quote"),
            Self::Control(byte) => write!(f, "cell-control-character:U+{byte:04X}"),
            Self::Undecodable => f.write_str("cell-undecodable"),
            Self::Uncalculated => f.write_str("cell-formula-uncalculated"),
            Self::ImpossibleDate => f.write_str("cell-date-impossible"),
            Self::NotFinite => f.write_str("cell-number-not-finite"),
            Self::Unreadable => f.write_str("cell-unreadable"),
            Self::DigitsLost => f.write_str("digits-lost"),
            Self::NotAPeriod => f.write_str("not-a-period"),
            Self::TooManyEntries(most) => write!(f, "cell-entries-too-many:{most}"),
            Self::TooManyParts(places) => write!(f, "split-too-many:{places}"),
        }
    }
}

/// A fault holds nobody's data.
impl fmt::Debug for Fault<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_value_is_known_by_its_name_and_no_other_name_is_lost() {
        for error in ErrorValue::OLD.into_iter().chain(ErrorValue::NEW) {
            assert_eq!(Fault::named(error.name()), Fault::Error(error));
            assert_eq!(Fault::Error(error).to_string(), error.name());
        }
        for name in ["Err:502", "#PYTHON!", "#DATA!", "#n/a"] {
            assert_eq!(Fault::named(name), Fault::Other(name));
            assert_eq!(Fault::named(name).to_string(), name);
        }
    }
}
