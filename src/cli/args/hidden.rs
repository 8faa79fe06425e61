//! `--hidden`.
//!
//! Must not know: how a file says that something is hidden.

use clap::ValueEnum;

use super::t;

/// What is done with hidden rows, columns and sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum HiddenParts {
    /// Reported, not read.
    #[value(help = t("报告并跳过", "report them and do not read them"))]
    Skip,
    /// Read.
    #[value(help = t("照常读取", "read them"))]
    Read,
}
