//! The arguments of `map`.
//!
//! Must not know: what a mapping is.

use std::path::PathBuf;

use clap::Args;

use super::words::mapping_file;
use super::{Input, t};

/// `map`.
#[derive(Debug, Args)]
pub(crate) struct Map {
    /// What to read.
    #[command(flatten)]
    pub input: Input,
    /// Where it goes.
    #[arg(short, long, value_name = "FILE.toml|.xlsx", value_parser = mapping_file, help = t("写入哪个文件：.toml 或供客户签字的 .xlsx（默认：标准输出，TOML）", "the file to write: .toml, or .xlsx for people to sign (default: standard output, TOML)"))]
    pub output: Option<PathBuf>,
    /// Values as they are.
    #[arg(long, help = t("示例不遮盖个人信息", "show examples unmasked"))]
    pub show_values: bool,
}
