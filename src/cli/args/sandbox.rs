//! The arguments of `muster sandbox`.
//!
//! Must not know: what a sandbox answers.

use std::path::PathBuf;

use clap::Args;

use super::t;

/// `sandbox`.
#[derive(Debug, Args)]
pub(crate) struct Sandbox {
    /// The port.
    #[arg(long, value_name = "N", default_value_t = 8787, hide_default_value = true, help = t("端口（默认 8787，0 表示任选）", "the port (default 8787; 0 picks one)"))]
    pub port: u16,
    /// The time an answer takes.
    #[arg(long, value_name = "MS", default_value_t = 20, hide_default_value = true, help = t("每个应答的毫秒数（默认 20）", "milliseconds that an answer takes (default 20)"))]
    pub latency: u64,
    /// How it misbehaves.
    #[arg(long, value_name = "calm|flaky|storm|FILE", default_value = "calm", hide_default_value = true, help = t("故障程度（默认 calm），或故障文件", "how it misbehaves (default calm), or a file that says so"))]
    pub faults: String,
    /// The seed of all chance.
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true, help = t("随机种子（默认 1）", "the seed of all chance (default 1)"))]
    pub seed: u64,
    /// Whose data it shows.
    #[arg(long, value_name = "FILE", help = t("沙箱租户的组织数据（JSON；默认自带一家虚构公司）", "the tenant's organisation, as JSON (default: an invented company)"))]
    pub tenant: Option<PathBuf>,
    /// Where it keeps what it made.
    #[arg(long, value_name = "FILE", help = t("保存状态的文件", "the file that keeps what it made"))]
    pub state: Option<PathBuf>,
}
