//! `muster import`: settle old doubt, check, plan, show, ask, send, report.
//!
//! Must not know: how any of these is done.

use std::sync::Arc;
use std::time::Duration;

use crate::config::Settings;
use crate::journal::{Fate, Journal, RunState, Totals};
use crate::problem::{Code, Complaint};
use crate::tr;

use super::args::OnChanged;
use super::canary::{self, Asking};
use super::drafting::{self, Planned, Wish};
use super::environment::{now, operator};
use super::exit::Exit;
use super::inputs::Ordered;
use super::older::{Answer, NoPlan};
use super::rig::TenantSession;
use super::sending::{self, Ended};
use super::{
    CommandContext, args, ask, ending, fixing, fresh, guards, inputs, names, opening, people, refs,
    remembered, report, rig, trust,
};

/// Import.
pub(super) fn run(scene: &CommandContext, args: &args::Import) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let mut ordered = match inputs::order(&args.input, printer)? {
        Ok(ordered) => ordered,
        Err(exit) => return Ok(exit),
    };
    let first = args.input.files.first().map(std::path::PathBuf::as_path);
    let settings = scene.settings(args.sending.sandbox, first)?;
    remembered::offer(printer, &settings, &ordered.order);
    names::know_by_digest(printer, &settings, &args.input, &mut ordered)?;
    if args.dry_run {
        return rehearse(scene, args, &mut ordered, &settings);
    }
    if !args.yes && !printer.can_ask() {
        return Err(Complaint::new(Code::YesNeeded));
    }
    let settings = trust::confirm(scene, settings, trust::Asking::unless(args.yes))?;
    if args.fresh {
        fresh::empty_sandbox(&settings)?;
    }
    let credentials = rig::credentials(printer, &settings)?;
    let mut journal = opening::open(printer, &settings)?;
    let rig =
        TenantSession::new(&settings, credentials, Duration::from_secs(args.sending.timeout))?;
    let lang = printer.lang;
    let settled =
        sending::reconcile_earlier(printer, &settings, &mut journal, &rig, &args.sending)?;
    if let Some(ended @ (Ended::Interrupted | Ended::Halted(..))) = settled {
        let exit = ending::exit(printer, &ended, &Totals::default());
        printer.urge(
            lang.pick("没有发送任何内容；请再导入一次", "nothing was sent; import once more"),
        );
        journal.close()?;
        return Ok(exit);
    }
    let known = know(scene, args, (&settings, &journal), rig, &mut ordered)?;
    let Some((rig, fixing)) = known else {
        journal.close()?;
        return Ok(Exit::Interrupted);
    };
    let wish = Wish {
        ordered: &ordered,
        settings: &settings,
        answer: Answer { given: args.older, asks: !args.yes },
        fixing,
        only_fixed: args.only_fixed,
    };
    let planned = drafting::draft(scene, wish, &mut journal)?;
    let planned = match planned {
        Ok(planned) => planned,
        Err(none) => {
            let exit = unplanned(scene, none)?;
            journal.close()?;
            return Ok(exit);
        }
    };
    let exit = go_on(scene, args, (&settings, &ordered), &mut journal, &rig, &planned)?;
    journal.close()?;
    Ok(exit)
}

/// Know whatever the input needs: the lists of a rehearsal, what a fix file is of, the people whom rows name.
/// None where somebody stopped it.
fn know(
    scene: &CommandContext,
    args: &args::Import,
    (settings, journal): (&Settings, &Journal),
    rig: TenantSession,
    ordered: &mut Ordered,
) -> Result<Option<(TenantSession, Option<fixing::Fixing>)>, Complaint> {
    let Some(rig) = learn(scene, args, settings, rig, ordered)? else { return Ok(None) };
    let fixing = fixing::recognise(ordered, journal)?;
    let order = &mut ordered.order;
    let before = order.directory.clone();
    let is_known = people::look_up(scene.printer, settings, &args.input, &rig, order)?;
    // What was looked up is in no digest of the lists: nothing is planned as a run before has planned it.
    let is_same = before.zip(order.directory.as_ref());
    if is_same.is_some_and(|(before, now)| !Arc::ptr_eq(&before, now)) {
        ordered.lists_sha256 = None;
    }
    Ok(is_known.then_some((rig, fixing)))
}

/// Whether the input wants lists of the built-in sandbox that were not read yet.
fn lacks_lists(args: &args::Import, ordered: &Ordered) -> bool {
    let order = &ordered.order;
    let is_known = args.input.no_refs || order.directory.is_some();
    args.sending.sandbox && !is_known && names::are_wanted(order)
}

/// The same for a rehearsal that sends nothing: false where somebody stopped it.
fn learn_first(
    scene: &CommandContext,
    args: &args::Import,
    settings: &Settings,
    ordered: &mut Ordered,
) -> Result<bool, Complaint> {
    if !lacks_lists(args, ordered) {
        return Ok(true);
    }
    let credentials = rig::credentials(scene.printer, settings)?;
    let timeout = Duration::from_secs(args.sending.timeout);
    let rig = TenantSession::new(settings, credentials, timeout)?;
    Ok(learn(scene, args, settings, rig, ordered)?.is_some())
}

/// A rehearsal with names needs no other command first: the lists of the built-in sandbox are read where
/// the input wants them, and from then on it refuses what refers to nothing. None where somebody stopped
/// it.
fn learn(
    scene: &CommandContext,
    args: &args::Import,
    settings: &Settings,
    rig: TenantSession,
    ordered: &mut Ordered,
) -> Result<Option<TenantSession>, Complaint> {
    if !lacks_lists(args, ordered) {
        return Ok(Some(rig));
    }
    let printer = scene.printer;
    printer.say(printer.lang.pick(
        "表里写的是名称：先读取沙箱的部门、职级、员工等清单",
        "the sheet holds names: the sandbox's departments, levels, employees and so on are read first",
    ));
    if !refs::pull::everything(printer, settings, &rig)? {
        return Ok(None);
    }
    names::know_by_digest(printer, settings, &args.input, ordered)?;
    let credentials = rig.credentials.clone();
    drop(rig);
    TenantSession::new(settings, credentials, Duration::from_secs(args.sending.timeout)).map(Some)
}

/// Why nothing is planned, and the code that says so.
fn unplanned(scene: &CommandContext, none: NoPlan) -> Result<Exit, Complaint> {
    match none {
        NoPlan::Stop(stop) => inputs::stopped(stop, scene),
        NoPlan::Declined => {
            let printer = scene.printer;
            printer.say(printer.lang.pick("没有发送任何内容", "nothing was sent"));
            Ok(Exit::Fine)
        }
    }
}

/// Show the plan, ask, send, report.
fn go_on(
    scene: &CommandContext,
    args: &args::Import,
    (settings, ordered): (&Settings, &Ordered),
    journal: &mut Journal,
    rig: &TenantSession,
    planned: &Planned,
) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let totals = journal.totals(planned.run)?;
    let stop = guards::stop(args, journal, planned.run, &planned.totals)?;
    let differ = journal.changed_since(planned.run)?;
    let shown = ask::Plan {
        read: &planned.totals,
        totals: &totals,
        groups: &planned.groups,
        tables: &planned.tables,
        changed: &differ,
        notes: &planned.notes,
    };
    ask::show(printer, settings, &shown, args.sending.rate, !args.yes && stop.is_none());
    let dir = args.sending.report_dir.as_deref();
    if let Some((exit, why)) = stop {
        journal.finish(planned.run, RunState::Blocked, now())?;
        report::write(scene, settings, journal, planned.run, dir)?;
        if let Some(complaint) = why {
            printer.error(&complaint);
        }
        return Ok(exit);
    }
    if totals.to_send() > 0
        && !args.yes
        && !ask::approve(printer, settings, &totals, &|| rig.is_stopped())
    {
        journal.finish(planned.run, RunState::Abandoned, now())?;
        printer.say(&tr!(printer.lang, "没有发送任何内容", "nothing was sent"));
        return Ok(if rig.is_stopped() { Exit::Interrupted } else { Exit::Fine });
    }
    let asking = Asking { asks: !args.yes, first: args.canary };
    let first = canary::offer(printer, journal, planned.run, asking, &|| rig.is_stopped())?;
    journal.approve(planned.run, &operator(), now())?;
    remembered::remember(printer, settings, ordered, &planned.sheets);
    let asking = Asking { first, ..asking };
    let ended = canary::send(printer, settings, journal, rig, &args.sending, asking);
    ending::close_run(settings, journal, planned.run, &ended)?;
    let written = report::write(scene, settings, journal, planned.run, dir);
    // What stopped the sending is told first: a full disk stops the report as well.
    let exit = ending::exit(printer, &ended?, &journal.totals(planned.run)?);
    report::told_later(scene, settings, planned.run, written)?;
    Ok(changed(exit, args, &journal.totals(planned.run)?))
}

/// `--on-changed fail` turns a good end into 10 where content changed.
fn changed(exit: Exit, args: &args::Import, totals: &Totals) -> Exit {
    let fails = args.on_changed == OnChanged::Fail && totals.fate(Fate::Changed) > 0;
    if fails && exit == Exit::Fine { Exit::Rows } else { exit }
}

/// `-n`: all of it up to the question, in a journal that is thrown away.
fn rehearse(
    scene: &CommandContext,
    args: &args::Import,
    ordered: &mut Ordered,
    settings: &Settings,
) -> Result<Exit, Complaint> {
    if !learn_first(scene, args, settings, ordered)? {
        return Ok(Exit::Interrupted);
    }
    let printer = scene.printer;
    // Without credentials a rehearsal is of the tenant that the journal belongs to.
    let owner = match &settings.account.app_id {
        None if settings.journal.exists() => {
            Journal::open_read_only(&settings.journal)?.tenant().clone()
        }
        None | Some(_) => opening::tenant(settings),
    };
    let mut journal = Journal::rehearsal(&settings.journal, &owner, now())?;
    let fixing = fixing::recognise(ordered, &journal)?;
    let wish = Wish {
        ordered,
        settings,
        answer: Answer { given: args.older, asks: false },
        fixing,
        only_fixed: args.only_fixed,
    };
    let planned = match rehearsed(scene, wish, &mut journal)? {
        Ok(planned) => planned,
        Err(none) => return unplanned(scene, none),
    };
    let totals = journal.totals(planned.run)?;
    let differ = journal.changed_since(planned.run)?;
    let shown = ask::Plan {
        read: &planned.totals,
        totals: &totals,
        groups: &planned.groups,
        tables: &planned.tables,
        changed: &differ,
        notes: &planned.notes,
    };
    ask::show(printer, settings, &shown, args.sending.rate, true);
    if scene.shared.json {
        let rate = args.sending.rate;
        printer.document(&ask::document(settings, &shown, rate, printer.lang).to_string());
    }
    printer.say(&tr!(
        printer.lang,
        "这是演练：什么也没有发送",
        "this was a rehearsal: nothing was sent"
    ));
    Ok(match guards::stop(args, &journal, planned.run, &planned.totals)? {
        Some((exit, why)) => {
            if let Some(complaint) = why {
                printer.error(&complaint);
            }
            exit
        }
        None => Exit::Fine,
    })
}

/// A rehearsal decides as an import would, but asks nobody: where only a person can tell, it says so
/// and goes on as if the older run were kept.
fn rehearsed(
    scene: &CommandContext,
    wish: Wish<'_>,
    journal: &mut Journal,
) -> Result<Result<Planned, NoPlan>, Complaint> {
    match drafting::draft(scene, wish, journal) {
        Err(complaint) if complaint.code == Code::OlderRunOpen => {
            scene.printer.error(&complaint);
            let answer = Answer { given: Some(args::Older::Keep), asks: false };
            drafting::draft(scene, Wish { answer, ..wish }, journal)
        }
        planned => planned,
    }
}
