//! For tests: how values are read.
//!
//! Must not know: any parser.

use crate::bind::Reading;

/// How a Chinese sheet without a mapping file is read.
pub(crate) fn reading() -> Reading {
    Reading { timezone: jiff::tz::TimeZone::get("Asia/Shanghai").unwrap(), ..Reading::default() }
}
