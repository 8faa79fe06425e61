//! The arguments of the commands that help with muster itself.
//!
//! Must not know: what the commands do.

use clap::Args;
use clap_complete::Shell;

use super::speech::t;

/// `explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The code; all where there is none.
    #[arg(value_name = "CODE", help = t("代码，或飞书的错误码（默认：列出全部）", "the code, or a number of the API (default: list all)"))]
    pub code: Option<String>,
}

/// `completions`.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// Of which shell.
    #[arg(value_name = "SHELL", help = t("哪个 shell", "which shell"))]
    pub shell: Shell,
}
