//! `muster runs` and `muster status`: the journal, read only.
//!
//! Must not know: how runs come about.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::config::Settings;
use crate::journal::fate::Fate;
use crate::journal::runs::{RunId, RunRow, RunState};
use crate::journal::{Journal, totals::Totals};
use crate::problem::{Complaint, Lang, shown};
use crate::report::{console, fate};
use crate::tr;

use super::exit::Exit;
use super::{Scene, args, ending, report};

/// Open the journal to read; beside a running import this disturbs nobody.
pub(super) fn open(settings: &Settings) -> Result<Journal, Complaint> {
    Journal::open_read_only(&settings.journal)
}

/// All runs, a line each.
pub(super) fn list(scene: &Scene, args: &args::Runs) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let settings = scene.settings(args.sandbox, None)?;
    let journal = open(&settings)?;
    let mut lines = Vec::new();
    let mut documents = Vec::new();
    for run in journal.runs()? {
        let totals = journal.totals(run.id)?;
        documents.push(document(&run, &totals));
        lines.push(line(&run, &totals, printer.lang));
    }
    if scene.shared.json {
        printer.data(&json!({"version": 1, "runs": documents}).to_string());
    } else if lines.is_empty() {
        printer.say(&tr!(printer.lang, "还没有运行", "no runs yet"));
    } else {
        printer.data(&lines.join("\n"));
    }
    Ok(Exit::Fine)
}

/// One run, or the newest.
pub(super) fn status(scene: &Scene, args: &args::OptionalRun) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let settings = scene.settings(args.sandbox, None)?;
    let journal = open(&settings)?;
    let run = newest(&journal, args.run)?;
    let row = journal.run(run)?;
    let totals = journal.totals(run)?;
    if scene.shared.json {
        let mut versioned = json!({"version": 1});
        if let (Value::Object(all), Value::Object(run)) = (&mut versioned, document(&row, &totals))
        {
            all.extend(run);
        }
        printer.document(&versioned.to_string());
        return Ok(ending::of_fates(&totals));
    }
    let mut out = line(&row, &totals, printer.lang);
    for fate in Fate::ALL.iter().filter(|fate| totals.fate(**fate) > 0) {
        let (count, word) = (totals.fate(*fate), fate::word(*fate, printer.lang));
        let _ = write!(out, "\n  {count:>8}  {word}");
    }
    for input in &row.inputs {
        let _ = write!(out, "\n  {}", shown(&input.file));
    }
    let resumable = [RunState::Approved, RunState::Interrupted, RunState::Halted];
    if resumable.contains(&row.state) {
        let flags = report::flags(scene, &settings);
        let line = tr!(
            printer.lang,
            "继续：muster resume {run}{flags}",
            "to go on: muster resume {run}{flags}"
        );
        let _ = write!(out, "\n{line}");
    }
    let fine = journal.fine_and_unsent(run)?;
    if row.state == RunState::Blocked && fine > 0 {
        let _ = write!(out, "\n{}", console::kept_unsent(fine, printer.lang).trim_end());
    }
    printer.data(&out);
    Ok(ending::of_fates(&totals))
}

/// The run that is meant: as told, else the newest.
pub(super) fn newest(journal: &Journal, wanted: Option<i64>) -> Result<RunId, Complaint> {
    let newest = || journal.runs().map(|runs| runs.into_iter().map(|run| run.id).max());
    match wanted {
        Some(run) => Ok(RunId(run)),
        None => newest()?.ok_or_else(|| Complaint::with(crate::problem::Code::RunMissing, ["1"])),
    }
}

fn line(run: &RunRow, totals: &Totals, lang: Lang) -> String {
    let (id, state, records) = (run.id, word(run.state, lang), run.records);
    let at = run
        .started_at
        .to_zoned(jiff::tz::TimeZone::system())
        .strftime("%Y-%m-%d %H:%M:%S")
        .to_string();
    let created = totals.fate(Fate::Created);
    tr!(
        lang,
        "{id:>4}  {at}  {state}  {records} 条记录，已创建 {created}",
        "{id:>4}  {at}  {state:<11}  {records} records, {created} created"
    )
}

/// The state of a run, in Chinese of one width.
const fn word(state: RunState, lang: Lang) -> &'static str {
    match state {
        RunState::Draft => lang.pick("未批准", state.label()),
        RunState::Approved => lang.pick("已批准", state.label()),
        RunState::Finished => lang.pick("已完成", state.label()),
        RunState::Interrupted => lang.pick("已中断", state.label()),
        RunState::Halted => lang.pick("已停止", state.label()),
        RunState::Blocked => lang.pick("未发送", state.label()),
        RunState::Abandoned => lang.pick("已放弃", state.label()),
    }
}

fn document(run: &RunRow, totals: &Totals) -> Value {
    let counts: serde_json::Map<String, Value> =
        Fate::ALL.iter().map(|fate| (fate.label().to_owned(), json!(totals.fate(*fate)))).collect();
    json!({
        "run": run.id.0, "state": run.state.label(), "operator": run.operator,
        "started_at": run.started_at.to_string(),
        "finished_at": run.finished_at.map(|at| at.to_string()),
        "records": run.records,
        "inputs": run.inputs.iter().map(|input| json!({"file": &*input.file, "sha256": input.sha256, "rows": input.rows})).collect::<Vec<_>>(),
        "counts": counts,
    })
}
