//! For tests: how values are read.
//!
//! Must not know: any parser.

use crate::bind::Reading;

/// How a Chinese sheet without a mapping file is read.
pub(crate) fn reading() -> Reading {
    Reading {
        dates: None,
        timezone: jiff::tz::TimeZone::get("Asia/Shanghai").unwrap(),
        list_separator: None,
    }
}
