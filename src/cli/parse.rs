//! Arguments → [`Cli`], with help and errors in the user's language.
//!
//! Must not know: which commands there are.

use std::ffi::OsString;

use clap::FromArgMatches as _;

use crate::problem::Lang;

use super::args::{self, Cli, help};
use super::exit::Exit;
use super::printer::Printer;

/// Parse; help, version and errors are printed here.
pub(super) fn parse(arguments: Vec<OsString>, lang: Lang, printer: Printer) -> Result<Cli, Exit> {
    args::speak(lang);
    let parsed = help::command().try_get_matches_from(arguments);
    match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => Ok(cli),
        Err(error) => {
            let error = help::on_one_line(error);
            match help::chinese(&error).filter(|_| lang == Lang::Zh) {
                Some(said) => printer.urge(&format!(
                    "错误：{said}\n  → muster --help 或 muster 命令 --help 有全部用法"
                )),
                // It repeats what was typed, or what a pattern of the shell gave.
                None if error.use_stderr() => printer.urge(error.render().to_string().trim_end()),
                None => drop(error.print()),
            }
            Err(if error.use_stderr() { Exit::Usage } else { Exit::Fine })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        help::command().debug_assert();
    }
}
