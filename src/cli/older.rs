//! Earlier runs that still hold rows: what a new input makes of them is found out, said, and where
//! only a person can tell, asked, before the input is planned.
//!
//! Must not know: how records are compared, what a plan is.

use std::sync::Arc;

use crate::check::Record;
use crate::config::Settings;
use crate::intake::{self, At, FileRows, Sink, Stop};
use crate::journal::{Comparison, Journal, OlderRun, Overlap, Replacement, RunId, Verdict};
use crate::plan::{Bodies, Job, Making};
use crate::problem::{Code, Complaint, Problem};
use crate::spec::KindId;
use crate::tr;

use super::CommandContext;
use super::args::Older;
use super::inputs::Ordered;

/// What is done with older runs.
#[derive(Default)]
pub(super) struct Decided {
    pub(super) replacement: Replacement,
    /// What is said of it in the plan.
    pub(super) notes: Vec<String>,
    /// The inputs as they were read for it: name and SHA-256.
    pub(super) read: Vec<(Arc<str>, String)>,
}

impl Decided {
    /// There were no older runs to decide about.
    pub(super) fn is_nothing(&self) -> bool {
        let Self { replacement: Replacement { runs, doubtful_names }, notes, read } = self;
        runs.is_empty() && doubtful_names.is_empty() && notes.is_empty() && read.is_empty()
    }
}

/// How a question about an older run is answered.
#[derive(Clone, Copy)]
pub(super) struct Answer {
    /// By a flag.
    pub(super) given: Option<Older>,
    /// Else by a person.
    pub(super) asks: bool,
}

/// Why there is no plan.
pub(super) enum NoPlan {
    /// The input can't be used.
    Stop(Stop),
    /// A person wants nothing sent.
    Declined,
}

/// Hold the input against what older runs hold, `continued` apart, and decide.
///
/// # Errors
/// Only a person can tell, and nobody can be asked.
pub(super) fn decide(
    scene: &CommandContext,
    answer: Answer,
    (settings, ordered): (&Settings, &Ordered),
    journal: &Journal,
    continued: Option<RunId>,
) -> Result<Result<Decided, NoPlan>, Complaint> {
    let mut older = journal.older_runs()?;
    older.retain(|older| Some(older.run) != continued);
    if older.is_empty() {
        return Ok(Ok(Decided::default()));
    }
    let mut comparing = Comparing {
        comparison: journal.compare(),
        making: Making {
            ids: settings.id_types.clone(),
            directory: ordered.order.directory.clone(),
            key: *journal.hash_key(),
            marker: String::new(),
            bodies: Bodies::Unwanted,
        },
        read: Vec::new(),
    };
    if let Err(stop) = intake::run(&ordered.order, &mut comparing) {
        return Ok(Err(NoPlan::Stop(stop)));
    }
    let Comparing { comparison, read, .. } = comparing;
    let overlaps = comparison.overlaps(&older)?;
    let doubtful_names = comparison.doubtful_names(&overlaps)?;
    let mut decided = Decided {
        replacement: Replacement { runs: Vec::new(), doubtful_names },
        notes: Vec::new(),
        read,
    };
    for overlap in &overlaps {
        let replaces = match overlap.verdict() {
            Verdict::Apart => false,
            Verdict::Replaces => true,
            Verdict::Ask => match ask(scene, answer, overlap)? {
                Some(replaces) => replaces,
                None => return Ok(Err(NoPlan::Declined)),
            },
        };
        let OlderRun { run, kind, unsent, .. } = overlap.older;
        if unsent > 0 {
            decided.notes.push(note(scene, settings, overlap, replaces));
        }
        if replaces {
            decided.replacement.runs.push((run, kind));
        }
    }
    Ok(Ok(decided))
}

/// What the plan says of an older run.
fn note(scene: &CommandContext, settings: &Settings, overlap: &Overlap, replaces: bool) -> String {
    let lang = scene.printer.lang;
    let OlderRun { run, unsent, .. } = overlap.older;
    let rows =
        |zh: &str, en: &str, ens: &str| crate::report::console::count(unsent, zh, en, ens, lang);
    if replaces {
        let rows = rows("行", "unsent row", "unsent rows");
        return tr!(lang, "替换第 {run} 次运行中没有发送的 {rows}", "replaces {rows} of run {run}");
    }
    let flags = scene.flags(settings);
    let rows = rows("行", "unsent row", "unsent rows");
    tr!(
        lang,
        "第 {run} 次运行还有 {rows}没有发送，本次导入不动它们：muster resume {run}{flags} 会按当时的内容发送，muster abandon {run}{flags} 会放弃它们",
        "run {run} still holds {rows}, which this import leaves alone: `muster resume {run}{flags}` sends them as they were, `muster abandon {run}{flags}` gives them up"
    )
}

/// Whether the input replaces the run; none = nothing is to be sent.
fn ask(
    scene: &CommandContext,
    answer: Answer,
    overlap: &Overlap,
) -> Result<Option<bool>, Complaint> {
    let OlderRun { run, unsent, .. } = overlap.older;
    let Overlap { records, back, gone, .. } = overlap;
    match answer.given {
        Some(Older::Replace) => return Ok(Some(true)),
        Some(Older::Keep) => return Ok(Some(false)),
        None => {}
    }
    let words = [run.0.unsigned_abs(), unsent, *back, *records, *gone].map(|n| n.to_string());
    let complaint = Complaint::with(Code::OlderRunOpen, words);
    let printer = scene.printer;
    let lang = printer.lang;
    if !answer.asks || !printer.can_ask() {
        return Err(complaint);
    }
    printer.urge(&complaint.message(lang));
    let replace = tr!(
        lang,
        "撤回第 {run} 次运行中没有发送的 {unsent} 行，以本次输入为准？",
        "withdraw the {unsent} unsent rows of run {run} and take this input instead?"
    );
    if printer.ask(&replace, &|| false) {
        return Ok(Some(true));
    }
    let keep = tr!(
        lang,
        "那么把这些行留在第 {run} 次运行里，只导入本次输入？",
        "leave them with run {run}, then, and import this input beside?"
    );
    Ok(printer.ask(&keep, &|| false).then_some(false))
}

/// The intake's sink that compares: keys alone, no body, nothing kept.
struct Comparing<'j> {
    comparison: Comparison<'j>,
    making: Making,
    read: Vec<(Arc<str>, String)>,
}

impl Sink for Comparing<'_> {
    fn making(&self) -> Option<Making> {
        Some(self.making.clone())
    }

    fn record(
        &mut self,
        _at: &At<'_>,
        record: Record,
        job: Option<Job>,
        _warnings: &[Problem],
    ) -> Result<(), Complaint> {
        self.comparison.see(&job.unwrap_or_else(|| self.making.job(&record)))
    }

    fn rejected(
        &mut self,
        _at: &At<'_>,
        kind: KindId,
        _problems: &[Problem],
    ) -> Result<(), Complaint> {
        self.comparison.see_invalid(kind);
        Ok(())
    }

    fn problem(&mut self, _problem: Problem) -> Result<(), Complaint> {
        Ok(())
    }

    fn file_end(&mut self, rows: &FileRows) -> Result<(), Complaint> {
        self.read.push((Arc::clone(&rows.name), rows.sha256.clone()));
        Ok(())
    }
}
