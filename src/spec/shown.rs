//! Where a field stands when its record is read back, and in which form what was sent and what is
//! read can be compared: reads show values in other forms, under other names (`docs/facts.md`,
//! sections 4 and 5).
//!
//! Must not know: how values are compared.

/// The form in which both sides can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Text, or a number as text.
    Plain,
    /// Text of any case.
    Caseless,
    /// Digits alone.
    Digits,
    /// A moment, or a text that begins with its day → `YYYY-MM-DD`.
    Day,
    /// The same → `YYYY-MM`.
    Month,
    /// A number → percents.
    Number,
}

/// Where a field is shown: JSON pointers within the record, in a group within an entry of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// No page shows it, or not one to one.
    Nowhere,
    /// At the first of these that is there.
    At(&'static [&'static str], Form),
    /// As a list whose order says nothing: where it stands, and the value within each item.
    Set(&'static str, &'static str),
    /// As one of a list: where that stands, and the value within each item.
    Among(&'static str, &'static str),
}
