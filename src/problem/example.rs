//! An example of a code, and its parts.
//!
//! Must not know: which codes there are, how an example is printed.

/// A value for a placeholder, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

/// A cell that plays a part in an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The header of its column.
    pub header: &'static str,
    /// What it holds.
    pub before: &'static str,
    /// What it should hold; the same where the trouble is in another cell, empty where the cell is
    /// to be cleared.
    pub after: &'static str,
}

/// The example of one code.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// A value for each of its placeholders.
    pub args: &'static [Value],
    /// The cells of the row, the one that is complained of first; empty where no cell raises it.
    pub cells: &'static [Cell],
    /// In Chinese: when it comes, and what to do, as one to three sentences.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
}
