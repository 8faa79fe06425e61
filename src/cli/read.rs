//! `__read`: muster running itself, so that a parser that a hostile workbook can crash takes nobody
//! with it.
//!
//! Must not know: formats, limits.

use std::path::PathBuf;

use clap::Args;

use crate::source::{Errand, ForeignKind, Unable};

use super::exit::Exit;

/// `__read`, as `Errand` writes it.
#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    /// What the file is.
    #[arg(value_parser = kind)]
    pub kind: ForeignKind,
    /// Bytes of memory.
    pub memory: u64,
    /// Seconds.
    pub seconds: u64,
    /// Bytes of output.
    pub output: u64,
    /// The file.
    pub path: PathBuf,
}

fn kind(word: &str) -> Result<ForeignKind, String> {
    let found = ForeignKind::ALL.iter().find(|kind| kind.name() == word);
    found.copied().ok_or_else(|| word.to_owned())
}

/// Read a workbook to standard output. The caller tells from the exit code why there is nothing.
pub(super) fn run(args: &ReadArgs) -> Exit {
    let errand = Errand {
        kind: args.kind,
        path: args.path.clone(),
        memory: args.memory,
        seconds: args.seconds,
        output: args.output,
    };
    match errand.run() {
        Ok(()) => Exit::Fine,
        Err(Unable::Unlimited) => Exit::Stopped,
        Err(Unable::Output(_)) => Exit::Disk,
    }
}
