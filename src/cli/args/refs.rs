//! The arguments of `muster refs`.
//!
//! Must not know: how lists are read.

use clap::{Args, Subcommand};

use super::{t, words};
use crate::spec::TenantList;

/// `refs`.
#[derive(Debug, Args)]
pub(crate) struct Refs {
    /// What to do.
    #[command(subcommand)]
    pub command: RefsCommand,
    /// Of the built-in sandbox.
    #[arg(long, global = true, help = t("内置沙箱的名单", "of the built-in sandbox"))]
    pub sandbox: bool,
}

/// What to do with the lists.
#[derive(Debug, Subcommand)]
pub(crate) enum RefsCommand {
    /// Read them.
    #[command(about = t("从租户读取名单，存成快照", "read the lists of the tenant into the snapshot"),
        after_help = t("例：muster refs pull\n    muster refs pull departments jobs\n    muster refs pull --people", "Example: muster refs pull\n         muster refs pull departments jobs\n         muster refs pull --people"))]
    Pull(RefsPull),
    /// What is known.
    #[command(about = t("快照有多旧、各有多少条、上次读取有什么变化", "how old the snapshot is, what it holds, and what the last pull found changed"),
        after_help = t("例：muster refs status", "Example: muster refs status"))]
    Status,
    /// Look something up.
    #[command(about = t("按名称、编码、路径或 ID 查找", "look up a name, a code, a path or an ID"),
        after_help = t("例：muster refs find 研发中心/后端组", "Example: muster refs find Engineering/Backend"))]
    Find(RefsFind),
}

/// `refs pull`.
#[derive(Debug, Args)]
pub(crate) struct RefsPull {
    /// Which.
    #[arg(value_name = "WHAT", value_parser = words::tenant_list, help = words::tenant_lists())]
    pub what: Vec<&'static TenantList>,
    /// Employees as well.
    #[arg(long, help = t("也读取全部员工（工号、邮箱、姓名）", "read all employees as well (numbers, e-mail addresses, names)"))]
    pub people: bool,
}

/// `refs find`.
#[derive(Debug, Args)]
pub(crate) struct RefsFind {
    /// What.
    #[arg(value_name = "TEXT", value_parser = clap::builder::NonEmptyStringValueParser::new(), help = t("名称、编码、路径（如 研发中心/后端组）或 ID", "a name, a code, a path (such as Engineering/Backend) or an ID"))]
    pub text: String,
}
