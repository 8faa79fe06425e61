//! The flags of every command that sends.
//!
//! Must not know: what is sent.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::t;

/// Flags of every command that sends.
#[derive(Clone, Debug, Args)]
pub(crate) struct Sending {
    /// Requests a second.
    #[arg(long, value_name = "N", default_value_t = 45, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..=48), help = t("每秒最多请求数（1–48，默认 45）", "requests a second (1–48, default 45)"))]
    pub rate: u32,
    /// What to do with who exists already.
    #[arg(long, value_enum, default_value_t = Existing::Skip, hide_default_value = true, hide_possible_values = true, value_name = "WHAT", help = t("对已存在的人：skip 跳过（默认）、fail 视为失败、send-anyway 照发", "who exists already: skip (the default), fail or send-anyway"))]
    pub existing: Existing,
    /// How many refusals stop the run.
    #[arg(long, value_name = "N", help = t("被拒绝多少条后停止", "stop after so many refusals"))]
    pub max_refused: Option<u64>,
    /// Patience with one request.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, hide_default_value = true, value_parser = clap::value_parser!(u64).range(1..=600), help = t("单个请求的超时秒数（默认 60）", "seconds to wait for one request (default 60)"))]
    pub timeout: u64,
    /// Where the report goes.
    #[arg(long, value_name = "DIR", help = t("报告目录（默认 muster-report-运行号）", "the report folder (default muster-report-RUN)"))]
    pub report_dir: Option<PathBuf>,
    /// Into the sandbox.
    #[arg(long, help = t("发往内置沙箱，不需要凭证", "send to the built-in sandbox; needs no credentials"))]
    pub sandbox: bool,
}

/// What to do with a person or employment that the tenant had before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Existing {
    /// The record's fate is `existing`; nothing is sent.
    #[value(help = t("视为已存在，不发送", "their fate is `existing`; nothing is sent"))]
    Skip,
    /// The record's fate is `conflict`; nothing is sent.
    #[value(help = t("视为冲突，不发送", "their fate is `conflict`; nothing is sent"))]
    Fail,
    /// It is sent all the same.
    #[value(help = t("照样发送", "they are sent all the same"))]
    SendAnyway,
}

/// What becomes of an older run's unsent rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Older {
    /// They are withdrawn: this input counts instead.
    #[value(help = t("撤回，以本次输入为准", "withdraw them"))]
    Replace,
    /// They stay with their run.
    #[value(help = t("留在原运行", "leave them with their run"))]
    Keep,
}

/// What to do when a record was imported before with other content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnChanged {
    /// Report it.
    #[value(help = t("只在报告里列出", "only report it"))]
    Report,
    /// Report it and end with 10.
    #[value(help = t("列出，并以 10 退出", "report it and exit with 10"))]
    Fail,
}
