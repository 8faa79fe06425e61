//! The input, read and checked, as a draft run of the journal.
//!
//! Must not know: what a person is told of it, what is sent.

use std::sync::Arc;

use crate::config::Settings;
use crate::intake::again::AgainSheet;
use crate::intake::{self, IntakeCounts};
use crate::journal::{Journal, RunHead, RunId};
use crate::plan::{Bodies, Foresight, Making};
use crate::problem::{Code, Complaint, Place, Problem};
use crate::report::Groups;
use crate::tr;

use super::environment::{now, operator};
use super::fixing::Fixing;
use super::inputs::Ordered;
use super::kept::RunOptions;
use super::mark::{self, Repeatable};
use super::older::{self, Answer, Decided, NoPlan};
use super::planning::Planning;
use super::repeated::{self, Repeated};
use super::wanted::Wanted;
use super::{CommandContext, ask};

/// A plan that waits for approval.
pub(super) struct Planned {
    pub(super) run: RunId,
    pub(super) totals: IntakeCounts,
    pub(super) groups: Groups,
    /// The sheets that were read.
    pub(super) sheets: Vec<AgainSheet>,
    /// What is said of older runs.
    pub(super) notes: Vec<String>,
    /// What each was read as.
    pub(super) tables: Vec<ask::PlannedTable>,
}

/// What is drafted, and how.
#[derive(Clone, Copy)]
pub(super) struct Wish<'a> {
    pub(super) ordered: &'a Ordered,
    pub(super) settings: &'a Settings,
    /// What becomes of older runs where only a person can tell.
    pub(super) answer: Answer,
    /// The run that the input goes on with.
    pub(super) fixing: Option<Fixing>,
    /// Of that run, the repaired rows alone.
    pub(super) only_fixed: bool,
}

/// Hold the input against older runs, then read, check and plan everything into a draft; a draft
/// that can't be finished is dropped.
pub(super) fn draft(
    scene: &CommandContext,
    wish: Wish<'_>,
    journal: &mut Journal,
) -> Result<Result<Planned, NoPlan>, Complaint> {
    let of = (wish.settings, wish.ordered);
    let goes_on = wish.fixing.map(|fixing| fixing.run);
    let mut decided = match older::decide(scene, wish.answer, of, journal, goes_on)? {
        Ok(decided) => decided,
        Err(none) => return Ok(Err(none)),
    };
    if let Some(fixing) = wish.fixing {
        decided.notes.extend(note(scene, fixing, wish.only_fixed));
    }
    // Nothing is left of older runs, and no fix file goes on with one: the input itself may be known.
    if wish.fixing.is_none()
        && decided.is_nothing()
        && let Some(planned) = repeat(wish, journal)?
    {
        return Ok(Ok(planned));
    }
    Ok(plan(wish, decided, journal)?.map_err(NoPlan::Stop))
}

/// The plan of an input that an earlier run has done, byte for byte and read as now.
fn repeat(wish: Wish<'_>, journal: &mut Journal) -> Result<Option<Planned>, Complaint> {
    let Wish { ordered, settings, .. } = wish;
    let Some(mark) = mark::mark(ordered, settings) else { return Ok(None) };
    let drafted = repeated::draft((&ordered.order, &mark), &head(wish, None), journal)?;
    Ok(drafted.map(|drafted| {
        let Repeated { run, totals, groups, sheets, tables } = drafted;
        Planned { run, totals, groups, sheets, notes: Vec::new(), tables }
    }))
}

/// What a draft begins with.
fn head(wish: Wish<'_>, continues: Option<RunId>) -> RunHead {
    let Wish { ordered, settings, .. } = wish;
    RunHead {
        operator: operator(),
        muster_version: env!("CARGO_PKG_VERSION").to_owned(),
        mapping_sha256: ordered.mapping_sha256.clone(),
        mapping: ordered.mapping_file.as_ref().map(|file| file.bytes.clone()),
        continues,
        inputs: Vec::new(),
        id_types: settings.id_types.clone(),
        options_json: "{}".to_owned(),
        started_at: now(),
    }
}

/// What is said of the run that the input goes on with.
fn note(
    scene: &CommandContext,
    Fixing { run, fine, erased }: Fixing,
    only_fixed: bool,
) -> Option<String> {
    let lang = scene.printer.lang;
    if erased {
        return Some(tr!(
            lang,
            "第 {run} 次运行中没有问题的行已按 payload_days 清除：请另外导入原来的表格",
            "what was fine in run {run} is erased (payload_days): import the spreadsheet itself as well"
        ));
    }
    if fine == 0 {
        return None;
    }
    Some(if only_fixed {
        tr!(
            lang,
            "第 {run} 次运行中没有问题的 {fine} 行仍不发送（--only-fixed）",
            "{fine} fine rows of run {run} stay unsent (--only-fixed)"
        )
    } else {
        tr!(
            lang,
            "连同第 {run} 次运行中没有问题、还没有发送的 {fine} 行（--only-fixed 则不带它们）",
            "together with {fine} fine and unsent rows of run {run} (`--only-fixed` leaves them)"
        )
    })
}

fn plan(
    wish: Wish<'_>,
    decided: Decided,
    journal: &mut Journal,
) -> Result<Result<Planned, intake::Stop>, Complaint> {
    let Wish { ordered, settings, .. } = wish;
    let adopts = wish.fixing.filter(|_| !wish.only_fixed).map(|fixing| fixing.run);
    let run = journal.begin_draft(&head(wish, adopts))?;
    let key = *journal.hash_key();
    let mut planner = journal.planner(run)?;
    planner.replace(&decided.replacement)?;
    let foresight = Foresight::default();
    let mut sink = Planning {
        planner: &mut planner,
        making: Making {
            ids: settings.id_types.clone(),
            directory: ordered.order.directory.clone(),
            key,
            marker: settings.marker_field.clone(),
            bodies: Bodies::Foreseen(foresight.clone()),
        },
        foresight,
        groups: Groups::new(),
        sheets: Vec::new(),
        fields: Vec::new(),
        tables: Vec::new(),
        wanted: Wanted::new(ordered.order.directory.as_ref()),
        refers: false,
    };
    let read = intake::run(&ordered.order, &mut sink);
    let Planning { groups, sheets, fields, tables, wanted, refers, .. } = sink;
    match read.and_then(|totals| unchanged(totals, &decided.read)) {
        Ok(totals) => {
            if let Some(earlier) = adopts {
                planner.adopt(earlier)?;
            }
            planner.finish()?;
            let mut kept = RunOptions::new(&sheets, fields, ordered);
            kept.missing = wanted.done();
            let alone = wish.fixing.is_none() && decided.is_nothing() && !refers;
            kept.repeatable =
                Repeatable::of(ordered, settings, (&totals, &tables)).filter(|_| alone);
            if let Some(earlier) = adopts {
                kept = kept.with(RunOptions::of(&journal.run(earlier)?.options_json));
            }
            journal.keep_options(run, &kept.json())?;
            Ok(Ok(Planned { run, totals, groups, sheets, notes: decided.notes, tables }))
        }
        Err(stop) => {
            drop(planner);
            journal.drop_draft(run)?;
            Ok(Err(stop))
        }
    }
}

/// The inputs are still those that were held against older runs.
fn unchanged(
    totals: IntakeCounts,
    before: &[(Arc<str>, String)],
) -> Result<IntakeCounts, intake::Stop> {
    let changed = totals.files.iter().find(|file| {
        before.iter().any(|(name, sha256)| *name == file.name && *sha256 != file.sha256)
    });
    match changed {
        None => Ok(totals),
        Some(file) => {
            let place = Place { file: Some(Arc::clone(&file.name)), ..Place::default() };
            let complaint = Complaint::new(Code::InputChanged);
            Err(intake::Stop::Changed(Problem::at(place, complaint)))
        }
    }
}
