//! The arguments of `muster purge`.
//!
//! Must not know: what is erased.

use clap::Args;

use super::{t, words};

/// `purge`.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("which").required(true).args(["older_than", "run"]))]
pub(crate) struct Purge {
    /// Runs of that age.
    #[arg(long, value_name = "30d", value_parser = words::age, help = t("多久以前结束的运行：30d、4w 或 12h", "runs that ended so long ago: 30d, 4w or 12h"))]
    pub older_than: Option<jiff::SignedDuration>,
    /// One run.
    #[arg(long, value_name = "RUN", help = t("这一次运行", "this run"))]
    pub run: Option<i64>,
    /// The answer to the question.
    #[arg(long, help = t("不再询问，直接清除", "erase without asking"))]
    pub yes: bool,
    /// In the sandbox's journal.
    #[arg(long, help = t("沙箱的导入记录", "of the sandbox's journal"))]
    pub sandbox: bool,
}
