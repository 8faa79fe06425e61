//! `muster purge`: the journal forgets the people of old runs, and keeps what prevents duplicates.
//!
//! Must not know: what is personal in a journal.

use std::path::Path;

use crate::config::Settings;
use crate::directory;
use crate::journal::{Journal, Purge, RunId};
use crate::problem::{Code, Complaint};
use crate::report::console::count;
use crate::tr;

use super::environment::now;
use super::exit::Exit;
use super::printer::Printer;
use super::{CommandContext, args, opening, rig, trust};

/// Purge.
pub(super) fn run(scene: &CommandContext, args: &args::Purge) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let lang = printer.lang;
    if !args.yes && !printer.can_ask() {
        return Err(Complaint::new(Code::PurgeYesNeeded));
    }
    let settings = scene.confirmed(args.sandbox, None, trust::Asking::unless(args.yes))?;
    let mut journal = opening::open_existing(printer, &settings)?;
    let runs = match (args.run, args.older_than) {
        (Some(run), _) => vec![RunId(run)],
        (None, Some(age)) => journal.purgeable(now().checked_sub(age).unwrap_or_default())?,
        (None, None) => Vec::new(),
    };
    let plan = planned(&journal, &runs)?;
    let mut done = None;
    if plan.records + plan.jobs == 0 {
        printer.say(lang.pick("没有可清除的内容", "nothing to erase"));
    } else {
        tell(printer, &runs, plan);
        let question = lang.pick("清除？不能恢复", "erase? it cannot be undone");
        if !args.yes && !printer.ask(question, &|| false) {
            journal.close()?;
            return Ok(Exit::Fine);
        }
        done = Some(journal.purge(&runs, now())?);
    }
    if plan.undecided > 0 {
        let left = count(plan.undecided, "条记录", "record", "records", lang);
        printer.say(&tr!(
            lang,
            "没有动 {left}：尚未发送或结果未知",
            "{left} left alone: not sent yet, or outcome not known"
        ));
    }
    if done.is_some() {
        forget_the_rest(printer, &settings, &journal)?;
    }
    if scene.shared.json {
        let done = done.unwrap_or_default();
        let document = serde_json::json!({
            "version": 1, "runs": runs.iter().map(|run| run.0).collect::<Vec<_>>(),
            "records": done.records, "bodies": done.jobs, "undecided": plan.undecided,
        });
        printer.document(&document.to_string());
    }
    journal.close()?;
    Ok(Exit::Fine)
}

/// What stands beside the journal is erased too, or said to be the person's to delete.
fn forget_the_rest(
    printer: Printer,
    settings: &Settings,
    journal: &Journal,
) -> Result<(), Complaint> {
    let lang = printer.lang;
    if directory::forget_people(&settings.directory)? {
        printer.say(lang.pick(
            "快照里的员工清单也清除了：要用时再运行 muster refs pull --people",
            "the employees in the snapshot are erased as well: `muster refs pull --people` reads them again",
        ));
    }
    printer.say(lang.pick(
        "报告目录、修复表和原表格请自行删除",
        "report folders, fix files and the spreadsheets themselves are yours to delete",
    ));
    if settings.sandbox {
        printer.say(if forgets(journal, &settings.journal)? {
            lang.pick("沙箱收到的内容也清除了", "what the sandbox was sent is erased as well")
        } else {
            lang.pick(
                "沙箱自己还记得收到的内容：import --sandbox --fresh 清空它",
                "the sandbox itself remembers what it was sent: import --sandbox --fresh empties it",
            )
        });
    }
    Ok(())
}

/// The sandbox forgets as well, once its journal holds nobody any more. One who is undecided may
/// have to be looked up there.
fn forgets(journal: &Journal, path: &Path) -> Result<bool, Complaint> {
    for run in journal.runs()? {
        let left = journal.would_purge(run.id)?;
        if left.records + left.jobs + left.undecided > 0 {
            return Ok(false);
        }
    }
    let state = rig::state_file(path);
    match std::fs::remove_file(&state) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            let words = [state.display().to_string(), error.to_string()];
            Err(Complaint::with(Code::FileUnwritable, words))
        }
        Ok(()) | Err(_) => Ok(true),
    }
}

/// What a purge of these runs would do.
fn planned(journal: &Journal, runs: &[RunId]) -> Result<Purge, Complaint> {
    let mut plan = Purge::default();
    for run in runs {
        let one = journal.would_purge(*run)?;
        plan.records += one.records;
        plan.jobs += one.jobs;
        plan.undecided += one.undecided;
    }
    Ok(plan)
}

/// Say what is about to go.
fn tell(printer: Printer, runs: &[RunId], plan: Purge) {
    let lang = printer.lang;
    let names: Vec<String> = runs.iter().map(ToString::to_string).collect();
    let names = names.join(", ");
    let records = count(plan.records, "条记录", "record", "records", lang);
    let bodies = count(plan.jobs, "个请求体", "body", "bodies", lang);
    printer.say(&tr!(
        lang,
        "清除第 {names} 次运行的个人数据：{records}、{bodies}；哈希、状态和飞书 ID 保留",
        "erasing the personal data of run {names}: {records}, {bodies}; hashes, states and remote IDs stay"
    ));
}
