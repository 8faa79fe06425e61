//! `--help` and the complaints of the command line, in the language that was asked for: clap itself
//! speaks English only.
//!
//! Must not know: any particular flag.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use crate::problem::{is_unruly, shown};

use super::{Cli, t};

/// The command line, with own headings, help and version flags.
pub(in crate::cli) fn command() -> Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .display_order(2001)
        .help_heading(t("通用选项", "Shared options"))
        .help(t("显示版本", "print the version"));
    localised(Cli::command().disable_version_flag(true).arg(version))
}

fn localised(command: Command) -> Command {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .display_order(2000)
        .help_heading(t("通用选项", "Shared options"))
        .help(t("显示帮助", "print help"));
    let usage = t("用法：", "Usage: ");
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{usage}{{usage}}\n\n{{all-args}}{{after-help}}"
    );
    command
        .disable_help_flag(true)
        .help_template(StyledStr::from(template))
        .subcommand_help_heading(t("命令", "Commands"))
        .mut_args(|arg| {
            if arg.is_positional() {
                arg.help_heading(t("参数", "Arguments"))
            } else if arg.is_global_set() {
                arg.help_heading(t("通用选项", "Shared options")).display_order(1000)
            } else {
                arg.help_heading(t("选项", "Options"))
            }
        })
        .arg(help)
        .mut_subcommands(localised)
}

/// An argument may be the name of a file that a pattern of the shell gave: it forges no line.
#[expect(clippy::wildcard_enum_match_arm, reason = "clap's lists are long and grow")]
pub(in crate::cli) fn on_one_line(mut error: clap::Error) -> clap::Error {
    let texts: Vec<_> = error
        .context()
        .filter_map(|(kind, value)| match value {
            ContextValue::String(text) if text.contains(is_unruly) => {
                Some((kind, shown(text).into_owned()))
            }
            _ => None,
        })
        .collect();
    if !texts.is_empty() {
        // Clap's tip repeats it once more, in a form that is not ours to change.
        error.insert(ContextKind::Suggested, ContextValue::None);
    }
    for (kind, text) in texts {
        error.insert(kind, ContextValue::String(text));
    }
    error
}

/// What is wrong with the command line, in Chinese; none for help and version, which are no errors,
/// and for what is seldom: clap's own words then.
#[expect(clippy::wildcard_enum_match_arm, reason = "clap's lists are long and grow")]
pub(in crate::cli) fn chinese(error: &clap::Error) -> Option<String> {
    let of = |kind: ContextKind| match error.get(kind)? {
        ContextValue::String(text) => Some(shown(text).into_owned()),
        ContextValue::Strings(texts) => Some(shown(&texts.join("、")).into_owned()),
        _ => None,
    };
    let told = |kind: ContextKind| of(kind).unwrap_or_default();
    let argument = told(ContextKind::InvalidArg);
    let said = match error.kind() {
        ErrorKind::UnknownArgument => format!("不认识参数「{argument}」"),
        ErrorKind::InvalidSubcommand => {
            format!("没有命令「{}」", told(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少参数：{argument}"),
        ErrorKind::ArgumentConflict => match told(ContextKind::PriorArg) {
            prior if prior == argument => format!("{argument} 写了两次"),
            prior => format!("{argument} 不能与 {prior} 同用"),
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            match told(ContextKind::InvalidValue) {
                value if value.is_empty() => format!("{argument} 后面要有一个值"),
                value => format!("{argument} 不能是「{value}」"),
            }
        }
        _ => return None,
    };
    Some(said + &way_out(error, of))
}

/// What can stand there instead, where clap or a check of our own knows.
fn way_out(error: &clap::Error, of: impl Fn(ContextKind) -> Option<String>) -> String {
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    // Our own checks speak Chinese already; clap's range says `99 is not in 1..=48`.
    let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    if !why.is_ascii() {
        format!("：{why}")
    } else if let Some((_, range)) = why.rsplit_once(" is not in ") {
        format!("，应在 {} 之间", range.replace("..=", " 到 "))
    } else if let Some(valid) = of(ContextKind::ValidValue).filter(|values| !values.is_empty()) {
        format!("；可用：{valid}")
    } else if let Some(near) = near.into_iter().find_map(of) {
        format!("；是不是想写 {near}？")
    } else {
        String::new()
    }
}
