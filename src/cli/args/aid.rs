//! The commands that help with muster itself.
//!
//! Must not know: what the commands do.

use clap::{Args, CommandFactory as _, Subcommand};
use clap_complete::Shell;

use super::t;

/// Commands that need no spreadsheet and no tenant.
#[derive(Debug, Subcommand)]
pub(crate) enum Aid {
    /// What a code means.
    #[command(about = t("解释一个代码：含义、办法、例子", "explain a code: what it means, what to do, an example"),
        after_help = t("例：muster explain digits-lost\n    muster explain 1002105（飞书的错误码）\n    muster explain（列出全部代码）", "Example: muster explain digits-lost\n         muster explain 1002105 (a code of the API)\n         muster explain (lists all codes)"))]
    Explain(Explain),
    /// Completions for a shell.
    #[command(about = t("打印命令行补全脚本", "print a completion script for a shell"),
        after_help = t("例：muster completions bash > ~/.local/share/bash-completion/completions/muster", "Example: muster completions bash > ~/.local/share/bash-completion/completions/muster"))]
    Completions(Completions),
    /// The manual page.
    #[command(about = t("打印手册页（roff），可以是某个命令的", "print the manual page (roff), or that of a command"),
        after_help = t("例：muster man > muster.1 && man -l muster.1\n    muster man check > muster-check.1", "Example: muster man > muster.1 && man -l muster.1\n         muster man check > muster-check.1"))]
    Man(Man),
}

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

/// `man`.
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// Of which command; of muster as a whole where there is none.
    #[arg(value_name = "COMMAND", value_parser = command, help = t("哪个命令（默认：muster 本身）", "of which command (default: muster itself)"))]
    pub command: Option<String>,
}

fn command(word: &str) -> Result<String, String> {
    if super::Cli::command().find_subcommand(word).is_some_and(|found| !found.is_hide_set()) {
        return Ok(word.to_owned());
    }
    Err(t(
        "没有这个命令，muster --help 列出全部",
        "there is no such command; muster --help lists them",
    )
    .to_owned())
}
