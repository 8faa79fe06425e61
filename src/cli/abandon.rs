//! `muster abandon RUN`: its unsent records become `not_sent`, for good.
//!
//! Must not know: what a run holds.

use crate::journal::RunId;
use crate::problem::Complaint;
use crate::tr;

use super::environment::now;
use super::exit::Exit;
use super::{CommandContext, args, opening, trust};

/// Abandon.
pub(super) fn run(scene: &CommandContext, args: &args::RunArg) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let settings = scene.confirmed(args.sandbox, None, trust::Asking::Nothing)?;
    let mut journal = opening::open_existing(printer, &settings)?;
    let run = RunId(args.run);
    journal.abandon(run, now())?;
    if scene.shared.json {
        let document = serde_json::json!({"version": 1, "run": run.0, "state": "abandoned"});
        printer.document(&document.to_string());
    }
    printer.say(&tr!(
        printer.lang,
        "第 {run} 次运行已放弃：未发送的记录不会再发送",
        "run {run} is abandoned: what it had not sent will not be sent"
    ));
    journal.close()?;
    Ok(Exit::Fine)
}
