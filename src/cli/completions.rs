//! `muster completions SHELL` and `muster man`: what a shell and `man` want to know of the command
//! line, in the language of the help.
//!
//! Must not know: any particular command.

use clap::Command;
use clap_mangen::Man;

use crate::problem::{Code, Complaint};

use super::CommandContext;
use super::args::{self, help};
use super::exit::Exit;

/// Print the completion script of a shell.
#[expect(clippy::unnecessary_wraps, reason = "every command has one shape")]
pub(super) fn run(scene: &CommandContext, args: &args::Completions) -> Result<Exit, Complaint> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut shown(), "muster", &mut script);
    scene.printer.data(&String::from_utf8_lossy(&script));
    Ok(Exit::Fine)
}

/// The command line without the commands that only muster itself uses; the generators list those
/// too.
fn shown() -> Command {
    let whole = help::command();
    let visible = whole.get_subcommands().filter(|command| !command.is_hide_set()).cloned();
    Command::new("muster")
        .version(env!("CARGO_PKG_VERSION"))
        .args(whole.get_arguments().cloned())
        .subcommands(visible)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
}

/// Print the manual page of muster, or of one of its commands.
pub(super) fn manual(scene: &CommandContext, args: &args::Man) -> Result<Exit, Complaint> {
    let mut command = help::command();
    command.build();
    let wanted = args.command.as_deref().and_then(|name| command.find_subcommand(name)).cloned();
    let mut page = Vec::new();
    Man::new(wanted.unwrap_or(command))
        .render(&mut page)
        .map_err(|error| Complaint::with(Code::Internal, [error.to_string()]))?;
    scene.printer.data(&String::from_utf8_lossy(&page));
    Ok(Exit::Fine)
}
