//! How values of a sheet are read, and what stands for those that are missing or refused.
//!
//! Must not know: columns, where that is settled.

use std::sync::Arc;

use crate::resolve::Directory;
use crate::sheet::Epoch;
use crate::spec::{IdTypes, Slot};

/// How values of a sheet are read.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// The order of day, month and year where a date has two readings; none makes it an error.
    pub dates: Option<DateOrder>,
    /// The zone whose midnight a millisecond date means, at its standard offset.
    pub timezone: jiff::tz::TimeZone,
    /// The only list separator, where the mapping file names one.
    pub list_separator: Option<String>,
    /// From where the sheet's numbers count days.
    pub epoch: Epoch,
    /// The day on which the sheet is read, in that zone; none where nothing is held against it.
    pub today: Option<jiff::civil::Date>,
    /// What is known of the tenant, by which names stand for IDs; none where a cell must hold the ID.
    pub directory: Option<Arc<Directory>>,
    /// In which of its forms the tenant's IDs are written; none where that is not known.
    pub id_types: Option<Arc<IdTypes>>,
}

impl ReadOptions {
    /// China's zone: its standard offset, +08:00, which needs no time zone database.
    pub const fn china() -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::fixed(jiff::tz::Offset::constant(8))
    }
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            dates: None,
            timezone: Self::china(),
            list_separator: None,
            epoch: Epoch::default(),
            today: None,
            directory: None,
            id_types: None,
        }
    }
}

/// The order of a date's parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// 2024/3/4 is 4 March.
    Ymd,
    /// 4/3/2024 is 4 March.
    Dmy,
    /// 3/4/2024 is 4 March.
    Mdy,
}

impl DateOrder {
    /// All, in the order in which an error names them.
    pub(crate) const ALL: [Self; 3] = [Self::Ymd, Self::Dmy, Self::Mdy];

    /// Its word, in a mapping and on the command line.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Ymd => "ymd",
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
        }
    }

    /// The order of a word.
    pub(crate) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.word() == word)
    }
}

/// A value for a field that has none of its own.
#[derive(Clone, Debug)]
pub struct DefaultValue {
    /// The place.
    pub slot: Arc<Slot>,
    /// The slot's path, for problems.
    pub path: Arc<str>,
    /// The text, read as a cell would be.
    pub text: String,
}

/// What a value that its field refuses does to its record.
#[derive(Clone, Copy, Debug, std::default::Default, PartialEq, Eq)]
pub enum OnBad {
    /// The record is invalid.
    #[default]
    Error,
    /// The value is left out, with a warning.
    Omit,
}
