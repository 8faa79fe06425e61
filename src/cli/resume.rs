//! `muster resume [RUN]`: go on with an approved run that was interrupted or halted.
//!
//! Must not know: how records are sent.

use std::time::Duration;

use crate::config::Settings;
use crate::journal::{Left, RunId};
use crate::problem::{Code, Complaint, Lang};
use crate::tr;

use super::canary::{self, Asking};
use super::exit::Exit;
use super::rig::TenantSession;
use super::trust::Asking as Asked;
use super::{CommandContext, args, ask, ending, opening, report, rig, spare};

/// Go on.
pub(super) fn run(scene: &CommandContext, args: &args::Resume) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let asked = Asked::unless(args.yes);
    let settings = scene.confirmed(args.sending.sandbox, None, asked)?;
    let mut journal = opening::open_existing(printer, &settings)?;
    settings.are_complete()?;
    let run = match args.run {
        Some(run) => RunId(run),
        None => journal.latest_resumable()?.ok_or_else(|| Complaint::new(Code::NothingToResume))?,
    };
    let row = journal.run(run)?;
    if let Some(dir) = &args.sending.report_dir {
        spare::inputs_of_run(dir, row.inputs.iter().map(|input| &*input.file))?;
    }
    let left = journal.left_of(run)?;
    let tenant = ask::tenant(&settings, printer.lang);
    let lang = printer.lang;
    let jobs = left.jobs();
    printer.say(&tr!(
        lang,
        "继续第 {run} 次运行：还有 {jobs} 条 → {tenant}",
        "going on with run {run}: {jobs} records left → {tenant}"
    ));
    if left.replaced > 0 {
        let replaced = left.replaced;
        printer.say(&tr!(
            lang,
            "其中 {replaced} 条已被后来的导入替换，不再发送",
            "{replaced} of its records were replaced by a later import and are not sent"
        ));
    }
    if !args.yes {
        if !printer.can_ask() {
            return Err(Complaint::new(Code::YesNeeded));
        }
        if !printer.ask(&question(&settings, &left, lang), &|| false) {
            return Ok(Exit::Fine);
        }
    }
    let credentials = rig::credentials(printer, &settings)?;
    let rig =
        TenantSession::new(&settings, credentials, Duration::from_secs(args.sending.timeout))?;
    journal.resume(run)?;
    let asking = Asking { asks: !args.yes, first: args.canary };
    let ended = canary::send(printer, &settings, &mut journal, &rig, &args.sending, asking);
    ending::close_run(&settings, &mut journal, run, &ended)?;
    let dir = args.sending.report_dir.as_deref();
    let written = report::write(scene, &settings, &journal, run, dir);
    // What stopped the sending is told first: a full disk stops the report as well.
    let exit = ending::exit(printer, &ended?, &journal.totals(run)?);
    report::told_later(scene, &settings, run, written)?;
    journal.close()?;
    Ok(exit)
}

/// What is left to be sent, as the question of an import names it.
fn question(settings: &Settings, left: &Left, lang: Lang) -> String {
    if left.unsent.is_empty() {
        return lang.pick("继续发送？", "go on sending?").to_owned();
    }
    let rest = ask::question(settings, &left.unsent, lang);
    tr!(lang, "继续，{rest}", "go on and {rest}")
}
