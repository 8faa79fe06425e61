//! `muster settle`: turn doubt into fact by reading the tenant, or record a person's decision.
//!
//! Must not know: how doubt is settled.

use std::time::Duration;

use serde_json::json;

use crate::journal::{Decision, RunId};
use crate::problem::{Code, Complaint};
use crate::tr;

use super::environment::{now, operator};
use super::exit::Exit;
use super::rig::TenantSession;
use super::trust::Asking;
use super::{CommandContext, args, ending, opening, rig, sending};

/// Settle.
pub(super) fn run(scene: &CommandContext, args: &args::Settle) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let lang = printer.lang;
    let settings = scene.confirmed(args.sending.sandbox, None, Asking::Nothing)?;
    let mut journal = opening::open_existing(printer, &settings)?;
    if let Some(record) = args.record {
        let newest = journal.runs()?.into_iter().map(|run| run.id).max();
        let run =
            args.run.map(RunId).or(newest).ok_or_else(|| Complaint::new(Code::NothingToResume))?;
        let record = u32::try_from(record).unwrap_or(0);
        let decision = Decision {
            created: args.created.clone(),
            operator: operator(),
            note: args.note.clone().unwrap_or_default(),
        };
        journal.decide(run, record, &decision, now())?;
        if scene.shared.json {
            let document = json!({
                "version": 1, "run": run.0, "record": record, "created": decision.created,
            });
            printer.document(&document.to_string());
        }
        printer.say(&tr!(
            lang,
            "已记下：第 {run} 次运行的记录 {record}",
            "noted: record {record} of run {run}"
        ));
        journal.close()?;
        return Ok(Exit::Fine);
    }
    let credentials = rig::credentials(printer, &settings)?;
    let rig =
        TenantSession::new(&settings, credentials, Duration::from_secs(args.sending.timeout))?;
    let ended = sending::reconcile_earlier(printer, &settings, &mut journal, &rig, &args.sending)?;
    let left: u64 = journal.remaining()?.iter().map(|(_, left)| left.in_doubt + left.parked).sum();
    if scene.shared.json {
        printer.data(&json!({"version": 1, "unknown": left}).to_string());
    }
    let outcomes = crate::report::console::count(left, "条结果", "outcome", "outcomes", lang);
    printer.say(&tr!(lang, "还有 {outcomes}未知", "{outcomes} not known"));
    if left > 0 {
        printer.say(&tr!(
            lang,
            "核对不了的：在飞书里查看，再用 muster settle 运行号 --record 记录号 --created ID（或 --not-created）记下；muster report 的 results 里有记录号",
            "what cannot be told: look in Feishu, then note it with muster settle RUN --record N --created ID (or --not-created); results of muster report has the numbers"
        ));
    }
    let exit = match ended {
        Some(ended @ (sending::Ended::Interrupted | sending::Ended::Halted(..))) => {
            let none = crate::journal::Totals::default();
            ending::exit(printer, &ended, &none)
        }
        Some(sending::Ended::Finished) | None if left > 0 => Exit::Unknown,
        Some(sending::Ended::Finished) | None => Exit::Fine,
    };
    journal.close()?;
    Ok(exit)
}
