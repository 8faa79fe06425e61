//! How values of a sheet are read.
//!
//! Must not know: where that is settled.

use crate::sheet::Epoch;

/// How values of a sheet are read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The order of day, month and year where a date has two readings; none makes it an error.
    pub dates: Option<DateOrder>,
    /// The zone whose midnight a millisecond date means, at its standard offset.
    pub timezone: jiff::tz::TimeZone,
    /// The only list separator, where the mapping file names one.
    pub list_separator: Option<String>,
    /// From where the sheet's numbers count days.
    pub epoch: Epoch,
}

impl Reading {
    /// China's zone: its standard offset, +08:00, which needs no time zone database.
    pub const fn china() -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::fixed(jiff::tz::Offset::constant(8))
    }
}

impl std::default::Default for Reading {
    fn default() -> Self {
        Self { dates: None, timezone: Self::china(), list_separator: None, epoch: Epoch::default() }
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
