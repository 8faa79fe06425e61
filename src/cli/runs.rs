//! `muster runs` and `muster status`: the journal, read only.
//!
//! Must not know: how runs come about.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::config::Settings;
use crate::journal::{Fate, Holder, Journal, RunId, RunRow, RunState, Totals};
use crate::problem::{Complaint, Lang, shown};
use crate::report::{console, fate};
use crate::tr;

use super::exit::Exit;
use super::{CommandContext, args, ending};

/// Open the journal to read; beside a running import this disturbs nobody.
pub(super) fn open(settings: &Settings) -> Result<Journal, Complaint> {
    Journal::open_read_only(&settings.journal)
}

/// Who sends this run at this moment, if another process does: one holds the journal, and whatever
/// an earlier one left open it has closed.
pub(super) fn holder(settings: &Settings, run: &RunRow) -> Option<Holder> {
    let is_open = matches!(run.state, RunState::Draft | RunState::Approved);
    let holder = if is_open { Journal::holder(&settings.journal) } else { None };
    holder.filter(|holder| holder.pid != Some(std::process::id()))
}

/// That a run is under way, where, and since when.
pub(super) fn say_under_way(run: RunId, holder: &Holder, lang: Lang) -> String {
    tr!(lang, "第 {run} 次运行正在进行（{holder}）", "run {run} is under way ({holder})")
}

/// A run as it stands.
pub(super) struct Standing {
    totals: Totals,
    /// The process that sends it.
    holder: Option<Holder>,
    /// Records whose answer that process waits for: not unknown, but on their way.
    in_flight: u64,
}

impl Standing {
    pub(super) fn of(
        settings: &Settings,
        journal: &Journal,
        run: &RunRow,
    ) -> Result<Self, Complaint> {
        let holder = holder(settings, run);
        let (totals, in_flight) = journal.standing(run.id)?;
        let in_flight = if holder.is_some() { in_flight } else { 0 };
        Ok(Self { totals, holder, in_flight })
    }

    /// Records with this fate, those aside that are on their way.
    fn fate(&self, fate: Fate) -> u64 {
        let on_their_way = if fate == Fate::Unknown { self.in_flight } else { 0 };
        self.totals.fate(fate).saturating_sub(on_their_way)
    }

    /// The exit code: what is on its way is not unknown yet.
    pub(super) fn exit(&self) -> Exit {
        ending::of_standing(&self.totals, self.in_flight)
    }
}

/// All runs, a line each.
pub(super) fn list(scene: &CommandContext, args: &args::Runs) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let settings = scene.settings(args.sandbox, None)?;
    let journal = open(&settings)?;
    let mut lines = Vec::new();
    let mut documents = Vec::new();
    for run in journal.runs()? {
        let standing = Standing::of(&settings, &journal, &run)?;
        documents.push(document(&run, &standing));
        lines.push(line(&run, &standing, printer.lang));
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
pub(super) fn status(scene: &CommandContext, args: &args::OptionalRun) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let settings = scene.settings(args.sandbox, None)?;
    let journal = open(&settings)?;
    let run = newest(&journal, args.run)?;
    let row = journal.run(run)?;
    let standing = Standing::of(&settings, &journal, &row)?;
    if scene.shared.json {
        let mut versioned = json!({"version": 1});
        if let (Value::Object(all), Value::Object(run)) =
            (&mut versioned, document(&row, &standing))
        {
            all.extend(run);
        }
        printer.document(&versioned.to_string());
        return Ok(standing.exit());
    }
    let lang = printer.lang;
    let mut out = line(&row, &standing, lang);
    for fate in Fate::ALL.iter().filter(|fate| standing.fate(**fate) > 0) {
        let (count, word) = (standing.fate(*fate), fate::word(*fate, lang));
        let _ = write!(out, "\n  {count:>8}  {word}");
    }
    if standing.in_flight > 0 {
        let (count, word) = (standing.in_flight, lang.pick("正在发送", "in flight"));
        let _ = write!(out, "\n  {count:>8}  {word}");
    }
    for input in &row.inputs {
        let _ = write!(out, "\n  {}", shown(&input.file));
    }
    let resumable = [RunState::Approved, RunState::Interrupted, RunState::Halted];
    if let Some(holder) = &standing.holder {
        let _ = write!(out, "\n{}", say_under_way(run, holder, lang));
    } else if resumable.contains(&row.state) {
        let flags = scene.flags(&settings);
        let line =
            tr!(lang, "继续：muster resume {run}{flags}", "to go on: muster resume {run}{flags}");
        let _ = write!(out, "\n{line}");
    }
    let fine = journal.fine_and_unsent(run)?;
    if row.state == RunState::Blocked && fine > 0 {
        let _ = write!(out, "\n{}", console::kept_unsent(fine, printer.lang).trim_end());
    }
    printer.data(&out);
    Ok(standing.exit())
}

/// The run that is meant: as told, else the newest.
pub(super) fn newest(journal: &Journal, wanted: Option<i64>) -> Result<RunId, Complaint> {
    let newest = || journal.runs().map(|runs| runs.into_iter().map(|run| run.id).max());
    match wanted {
        Some(run) => Ok(RunId(run)),
        None => newest()?.ok_or_else(|| Complaint::with(crate::problem::Code::RunMissing, ["1"])),
    }
}

fn line(run: &RunRow, standing: &Standing, lang: Lang) -> String {
    let (id, records) = (run.id, run.records);
    let state = match standing.holder {
        Some(_) => lang.pick("进行中", "running"),
        None => word(run.state, lang),
    };
    let at = run
        .started_at
        .to_zoned(jiff::tz::TimeZone::system())
        .strftime("%Y-%m-%d %H:%M:%S")
        .to_string();
    let created = standing.fate(Fate::Created);
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

fn document(run: &RunRow, standing: &Standing) -> Value {
    let counts: serde_json::Map<String, Value> = Fate::ALL
        .iter()
        .map(|fate| (fate.label().to_owned(), json!(standing.fate(*fate))))
        .collect();
    let running = standing.holder.as_ref().map(
        |holder| json!({"pid": holder.pid, "since": holder.since, "in_flight": standing.in_flight}),
    );
    json!({
        "run": run.id.0, "state": run.state.label(), "operator": run.operator,
        "started_at": run.started_at.to_string(),
        "finished_at": run.finished_at.map(|at| at.to_string()),
        "records": run.records,
        "inputs": run.inputs.iter().map(|input| json!({"file": &*input.file, "sha256": input.sha256, "rows": input.rows})).collect::<Vec<_>>(),
        "counts": counts,
        "running": running,
    })
}
