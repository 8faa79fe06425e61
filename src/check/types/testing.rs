//! For tests: how values are read.
//!
//! Must not know: any parser.

use std::sync::LazyLock;

use super::Context;
use crate::bind::Reading;

/// How a Chinese sheet without a mapping file is read.
pub(crate) fn reading() -> Reading {
    Reading { timezone: jiff::tz::TimeZone::get("Asia/Shanghai").unwrap(), ..Reading::default() }
}

/// What a parser knows of a cell that stands alone.
pub(crate) fn alone() -> Context<'static> {
    static READING: LazyLock<Reading> = LazyLock::new(reading);
    Context::new(&READING)
}
