//! `muster refs`: the tenant's own lists. `status` is here, each other command in a file of its own.
//!
//! Must not know: how lists are read and kept.

mod find;
pub(super) mod known;
pub(super) mod pull;

use crate::directory::Snapshot;
use crate::problem::Complaint;

use super::exit::Exit;
use super::{CommandContext, args};

/// Pull, look at, or look up.
pub(super) fn run(scene: &CommandContext, args: &args::Refs) -> Result<Exit, Complaint> {
    match &args.command {
        args::RefsCommand::Pull(pull) => pull::run(scene, args.sandbox, pull),
        args::RefsCommand::Status => status(scene, args.sandbox),
        args::RefsCommand::Find(find) => find::run(scene, args.sandbox, find),
    }
}

fn status(scene: &CommandContext, sandbox: bool) -> Result<Exit, Complaint> {
    let settings = scene.settings(sandbox, None)?;
    let snapshot = Snapshot::open(&settings.directory, &known::owner(&settings)?)?;
    let snapshot = snapshot.ok_or_else(|| known::missing(&settings, scene.flags(&settings)))?;
    known::show(scene, &settings, &snapshot)?;
    Ok(Exit::Fine)
}
