//! For tests: how values are read.
//!
//! Must not know: any parser.

use std::sync::LazyLock;

use super::Context;
use crate::bind::ReadOptions;

/// How a Chinese sheet without a mapping file is read.
pub(crate) fn reading() -> ReadOptions {
    ReadOptions {
        timezone: jiff::tz::TimeZone::get("Asia/Shanghai").unwrap(),
        ..ReadOptions::default()
    }
}

/// What a parser knows of a cell that stands alone.
pub(crate) fn alone() -> Context<'static> {
    static READING: LazyLock<ReadOptions> = LazyLock::new(reading);
    Context::new(&READING)
}
