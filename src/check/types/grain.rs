//! A day, and how exactly it was given.
//!
//! Must not know: how dates are written or read.

use jiff::civil::Date;

/// How exactly a day was given. Ordered from coarse to fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grain {
    Year,
    Month,
    Day,
}

/// A day with how exactly it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) date: Date,
    pub(crate) grain: Grain,
}
