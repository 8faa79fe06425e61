//! The report of a run, after it and by `muster report`: the folder, and the summary on the terminal.
//!
//! Must not know: what the files look like.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Settings;
use crate::disk::private;
use crate::intake::again::AgainSheet;
use crate::journal::{Fate, Journal, RunId, RunRow, RunState, Totals};
use crate::problem::{Code, Complaint};
use crate::report::console::{self, Summary};
use crate::report::folder::{self, About};
use crate::report::json::{EndState, TenantLine};
use crate::report::marked::RowSource;
use crate::source::{self, OpenOptions};
use crate::tr;

use super::exit::Exit;
use super::kept::RunOptions;
use super::rows::Rows;
use super::{CommandContext, args, ask, runs, shell, spare};

/// How many groups of problems the summary shows.
const GROUPS: usize = 20;

/// `muster report [RUN]`.
pub(super) fn run(scene: &CommandContext, args: &args::Report) -> Result<Exit, Complaint> {
    let settings = scene.settings(args.sandbox, None)?;
    let journal = runs::open(&settings)?;
    let run = runs::newest(&journal, args.run)?;
    write(scene, &settings, &journal, run, args.report_dir.as_deref())?;
    Ok(runs::Standing::of(&settings, &journal, &journal.run(run)?)?.exit())
}

/// Write the report of a run and print its summary.
pub(super) fn write(
    scene: &CommandContext,
    settings: &Settings,
    journal: &Journal,
    run: RunId,
    dir: Option<&Path>,
) -> Result<(), Complaint> {
    let lang = scene.printer.lang;
    let row = journal.run(run)?;
    let folder = folder_of(&row, dir)?;
    let kept = RunOptions::of(&row.options_json);
    let about = about(scene, settings, journal, &row, &kept);
    let hashes: Vec<_> =
        row.inputs.iter().map(|input| (Arc::clone(&input.file), input.sha256.clone())).collect();
    let mut open = |file: &str| {
        let hash = hashes.iter().find(|(name, _)| **name == *file).map(|(_, hash)| hash.as_str());
        open_input(&kept, file, hash)
    };
    let written = folder::write(&folder, journal, &about, &mut open)?;
    let totals = journal.totals(run)?;
    let kind = told_kind(&row, &totals);
    let names: Vec<String> =
        written.fix_files.iter().map(|path| shell::path(path) + &kind).collect();
    let shown = folder.display().to_string();
    let tenant = ask::tenant(settings, lang);
    let kinds: Vec<_> = totals
        .kinds
        .iter()
        .map(|(kind, of_kind)| (*kind, of_kind.records(), of_kind.fate(Fate::Created)))
        .collect();
    let summary = Summary {
        run: Some(run.0),
        state: written.state,
        tenant: &tenant,
        ledger: &written.ledger,
        kinds: &kinds,
        groups: &written.groups,
        limit: Some(GROUPS),
        folder: Some(&shown),
        fix_files: &names,
        fine: if row.state == RunState::Blocked { journal.fine_and_unsent(run)? } else { 0 },
        flags: &about.flags,
        notes: &written.notes,
    };
    if scene.shared.json {
        let path = folder.join("report.json");
        let text = std::fs::read_to_string(&path).map_err(|error| {
            Complaint::with(Code::FileUnreadable, [path.display().to_string(), error.to_string()])
        })?;
        scene.printer.document(&text);
    } else {
        scene.printer.data(&console::run_summary(&summary, lang));
    }
    Ok(())
}

/// The flag that a fix file needs, as its run may have been told by one. The sheets of a run of
/// several kinds were told by a mapping, or said it themselves.
fn told_kind(run: &RunRow, totals: &Totals) -> String {
    match totals.kinds.as_slice() {
        [(kind, _)] if run.mapping_sha256.is_none() => format!(" --kind {}", kind.flag()),
        _ => String::new(),
    }
}

/// What the journal does not know of a run; that a process sends it is said here.
fn about(
    scene: &CommandContext,
    settings: &Settings,
    journal: &Journal,
    run: &RunRow,
    kept: &RunOptions,
) -> About {
    let lang = scene.printer.lang;
    let holder = runs::holder(settings, run);
    if let Some(holder) = &holder {
        scene.printer.say(&runs::say_under_way(run.id, holder, lang));
    }
    About {
        run: run.id,
        uuid: run.uuid,
        tenant: TenantLine {
            name: settings.tenant_name.clone(),
            base_url: journal.tenant().base_url.clone(),
            app_id: journal.tenant().app_id.clone(),
        },
        state: holder.map(|_| EndState::Running),
        lang,
        fields: kept.fields(),
        missing: kept.missing.clone(),
        flags: scene.flags(settings),
    }
}

/// Where the report of a run goes: as told, or into a folder of its own; never over its inputs.
fn folder_of(run: &RunRow, dir: Option<&Path>) -> Result<PathBuf, Complaint> {
    let files = || run.inputs.iter().map(|input| &*input.file);
    let folder = match dir {
        Some(dir) => dir.to_path_buf(),
        None => own_folder(run.id, &run.started_at, &|folder| {
            spare::inputs_of_run(folder, files()).is_err()
        }),
    };
    spare::inputs_of_run(&folder, files())?;
    Ok(folder)
}

/// A report that could not be written after a run: how to have it later.
pub(super) fn told_later(
    scene: &CommandContext,
    settings: &Settings,
    run: RunId,
    written: Result<(), Complaint>,
) -> Result<(), Complaint> {
    if written.is_err() {
        let flags = scene.flags(settings);
        scene.printer.urge(&tr!(
            scene.printer.lang,
            "结果都在导入记录里：muster report {run}{flags} --report-dir 文件夹 可再写一次报告",
            "the outcomes are in the journal: `muster report {run}{flags} --report-dir FOLDER` writes the report"
        ));
    }
    written
}

/// `muster-report-RUN`; where that holds the report of another journal's run of that number, an input
/// of this one, or is a link to a folder of somebody's choice, the next free one.
fn own_folder(
    run: RunId,
    started_at: &jiff::Timestamp,
    holds_input: &dyn Fn(&Path) -> bool,
) -> PathBuf {
    let numbered = |n: u32| match n {
        1 => PathBuf::from(format!("muster-report-{run}")),
        _ => PathBuf::from(format!("muster-report-{run}-{n}")),
    };
    let anothers = |folder: &PathBuf| {
        if holds_input(folder) {
            return true;
        }
        let Ok(text) = std::fs::read_to_string(folder.join("report.json")) else { return false };
        let report: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        report["started_at"] != started_at.to_string()
    };
    let is_ours = |folder: &PathBuf| !private::is_link(folder) && !anothers(folder);
    (1..10_000).map(numbered).find(is_ours).unwrap_or_else(|| numbered(1))
}

/// An input once more, if it is still the same.
fn open_input<'a>(
    kept: &RunOptions,
    file: &str,
    hash: Option<&str>,
) -> Result<Box<dyn RowSource + 'a>, Complaint> {
    let sheets: Vec<AgainSheet> = kept.sheets(file);
    let options = OpenOptions {
        encoding: kept.encoding.clone(),
        delimiter: kept.delimiter,
        reader: super::environment::this_program(),
        ..OpenOptions::default()
    };
    if let Some(first) = sheets.first() {
        let now = source::digest_of(&first.path, &first.shown);
        let now = now.map_err(|problem| problem.complaint)?;
        if hash.is_some_and(|hash| now.sha256() != Some(hash)) {
            return Err(Complaint::new(Code::InputChanged));
        }
    }
    Ok(Box::new(Rows::new(sheets, options)))
}
