//! How one value is made of several cells, or several of one.
//!
//! Must not know: which cells these are, where the parts go.

use regex::Regex;

/// How parts are made of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// The cell is the only part.
    Copy,
    /// All cells are one part.
    Join {
        /// Between cells that hold something.
        separator: String,
    },
    /// The names of a path from the top on, each a cell; a cell that says nothing is left out, and the gap
    /// is kept where it is between two names.
    Path,
    /// A period: its first and its last date.
    Range,
    /// One cell, cut into parts.
    Split {
        /// Between parts; white space means any run of it.
        separator: String,
    },
}

/// A change to a text.
#[derive(Clone, Debug)]
pub enum Transform {
    /// Without white space and invisible characters at its ends.
    Trim,
    /// In upper case.
    Upper,
    /// In lower case.
    Lower,
    /// Without this at its beginning.
    StripPrefix(String),
    /// Without this at its end.
    StripSuffix(String),
    /// With zeros before it, up to this many characters.
    PadLeft(usize),
    /// With every match of a pattern replaced.
    Replace {
        /// What is looked for.
        pattern: Regex,
        /// What comes in its place; `$1` is the first group of the pattern.
        with: String,
    },
}
