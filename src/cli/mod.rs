//! The terminal: commands, one file each, and what they share. The only room that reads the clock,
//! the environment and chance, and that talks to a person.
//!
//! To add a command: an arm in `args::Command`, a file here, an arm in `dispatch`.
//!
//! Must not know: how cells are read, records sent, or reports written.

mod abandon;
mod amount;
pub(crate) mod args;
mod ask;
mod canary;
mod check;
mod completions;
mod doctor;
mod drafting;
mod ending;
mod environment;
pub(crate) mod exit;
mod explain;
mod fields;
mod import;
mod fixing;
mod fresh;
mod guards;
mod init;
mod inputs;
mod kept;
mod logging;
mod map;
mod mark;
mod names;
mod older;
mod opening;
mod parse;
mod people;
mod planning;
mod printer;
mod progress;
mod purge;
mod read;
mod readings;
mod refs;
mod remembered;
mod repeated;
mod report;
mod resume;
mod rig;
mod rows;
mod runs;
mod scene;
mod sending;
mod sandbox;
mod settle;
mod shell;
mod signals;
mod spare;
mod template;
mod tenants;
mod trust;
mod wanted;

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::disk::scratch;
use crate::problem::{Code, Complaint};

use args::{Aid, Command};
use exit::Exit;
use printer::Printer;
use scene::CommandContext;

/// Run the command line to its end.
pub fn main(arguments: Vec<OsString>) -> Exit {
    let environment = environment::environment();
    let lang = environment::language(&arguments, &environment);
    let plain = Printer::new(lang, false, false, args::Colour::Auto);
    let cli = match parse::parse(arguments.clone(), lang, plain) {
        Ok(cli) => cli,
        Err(exit) => return exit,
    };
    let printer = Printer::new(lang, cli.shared.quiet, cli.shared.no_input, cli.shared.color);
    if let Err(complaint) = spare::check(&cli, &environment) {
        printer.error(&complaint);
        return Exit::Usage;
    }
    let shared = cli.shared;
    // The process that reads foreign workbooks makes nothing, and has limits of its own.
    if !matches!(cli.command, Command::Read(_)) {
        signals::clean_up();
        scratch::sweep();
    }
    if let Err(complaint) = logging::begin(&shared, printer) {
        printer.error(&complaint);
        return Exit::Usage;
    }
    let scene = CommandContext { shared, environment, printer, line: arguments };
    let ended = catch_unwind(AssertUnwindSafe(|| dispatch(&scene, &cli.command)));
    // The panic itself was told by the runtime, with its place in the code.
    let ended = ended.unwrap_or_else(|_| Err(Complaint::with(Code::Internal, ["panic"])));
    let exit = ended.unwrap_or_else(|complaint| {
        printer.error(&complaint);
        ending::exit_of(&complaint)
    });
    if exit == Exit::Fine && printer::is_data_lost() { Exit::Disk } else { exit }
}

fn dispatch(scene: &CommandContext, command: &Command) -> Result<Exit, Complaint> {
    if let [first, second, ..] = scene.shared.profile.as_slice() {
        let Command::Check(args) = command else {
            return Err(Complaint::with(Code::ProfileTwice, [first, second]));
        };
        return tenants::run(scene, &args.input, &scene.shared.profile);
    }
    match command {
        Command::Check(args) => check::run(scene, args),
        Command::Import(args) => import::run(scene, args),
        Command::Resume(args) => resume::run(scene, args),
        Command::Abandon(args) => abandon::run(scene, args),
        Command::Settle(args) => settle::run(scene, args),
        Command::Purge(args) => purge::run(scene, args),
        Command::Runs(args) => runs::list(scene, args),
        Command::Status(args) => runs::status(scene, args),
        Command::Report(args) => report::run(scene, args),
        Command::Template(args) => template::run(scene, args),
        Command::Fields(args) => fields::run(scene, args),
        Command::Map(args) => map::run(scene, args),
        Command::Refs(args) => refs::run(scene, args),
        Command::Init(args) => init::run(scene, args),
        Command::Doctor(args) => doctor::run(scene, args),
        Command::Sandbox(args) => sandbox::run(scene, args),
        Command::Aid(Aid::Explain(args)) => explain::run(scene, args),
        Command::Aid(Aid::Completions(args)) => completions::run(scene, args),
        Command::Aid(Aid::Man(args)) => completions::manual(scene, args),
        Command::Read(args) => Ok(read::run(args)),
    }
}
