//! A delivery from the command line: settings and flags in, how it ended out.
//!
//! Must not know: how records are sent.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::config::Settings;
use crate::deliver::canary::Canary;
use crate::deliver::{self, Delivery, Existing, Policy};
use crate::directory;
use crate::journal::Journal;
use crate::kinds;
use crate::problem::Complaint;
use crate::spec::{IdOf, KindId};

use super::args::{self, Sending};
use super::environment::{chance, now};
use super::printer::Printer;
use super::progress::Shown;
use super::refs;
use super::rig::{self, TenantSession};

pub(super) use crate::deliver::Ended;

/// Drain the journal.
pub(super) fn send(
    printer: Printer,
    settings: &Settings,
    journal: &mut Journal,
    rig: &TenantSession,
    flags: &Sending,
) -> Result<Ended, Complaint> {
    go(printer, settings, journal, rig, flags, deliver::run)
}

/// Turn the doubt of earlier runs into fact, as far as it can be; quick where there is none.
pub(super) fn reconcile_earlier(
    printer: Printer,
    settings: &Settings,
    journal: &mut Journal,
    rig: &TenantSession,
    flags: &Sending,
) -> Result<Option<Ended>, Complaint> {
    let doubt: u64 = journal.remaining()?.iter().map(|(_, left)| left.in_doubt).sum();
    if doubt == 0 {
        return Ok(None);
    }
    let lang = printer.lang;
    printer.say(&crate::tr!(
        lang,
        "先查清以前 {doubt} 条结果未知的记录",
        "first settling {doubt} earlier records whose outcome is not known"
    ));
    go(printer, settings, journal, rig, flags, deliver::reconcile_all).map(Some)
}

/// Send the first few and read them back.
pub(super) fn canary(
    printer: Printer,
    settings: &Settings,
    journal: &mut Journal,
    rig: &TenantSession,
    flags: &Sending,
    first: usize,
) -> Result<Canary, Complaint> {
    go(printer, settings, journal, rig, flags, async move |delivery| {
        deliver::canary(delivery, first).await
    })
}

/// One delivery, whatever it is to do.
fn go<T>(
    printer: Printer,
    settings: &Settings,
    journal: &mut Journal,
    rig: &TenantSession,
    flags: &Sending,
    work: impl AsyncFnOnce(Delivery<'_>) -> Result<T, Complaint>,
) -> Result<T, Complaint> {
    let left = journal.remaining()?;
    let left = left.iter().map(|(kind, left)| {
        (*kind, left.pending + left.cleared + left.waiting + left.held + left.in_doubt)
    });
    let total: u64 = left.clone().map(|(_, left)| left).sum();
    let kinds: Vec<KindId> = left.filter(|(_, left)| *left > 0).map(|(kind, _)| kind).collect();
    let pacers = rig::pacers(journal, flags.rate)?;
    let policy = policy(settings, flags, recorded(settings, &kinds));
    let mut shown = Shown::new(printer, total);
    let mut jitter = chance;
    let shutdown = rig.shutdown()?;
    let ended = rig.runtime.block_on(async {
        let delivery = Delivery {
            journal,
            client: &rig.client,
            credentials: &rig.credentials,
            pacers: &pacers,
            policy: &policy,
            clock: &now,
            jitter: &mut jitter,
            watcher: &mut shown,
            shutdown,
        };
        work(delivery).await
    });
    shown.finish();
    ended
}

/// The job data that the snapshot knows, by the employee's ID, where there are records of which that says
/// whether they were made. A snapshot that can't be used knows none.
fn recorded(settings: &Settings, kinds: &[KindId]) -> BTreeMap<String, String> {
    let makes = |kind: &KindId| kinds::of(*kind).makes.is_some_and(|(of, _)| of == IdOf::JobData);
    if !kinds.iter().any(makes) {
        return BTreeMap::new();
    }
    refs::known::owner(settings)
        .and_then(|owner| directory::recorded(&settings.directory, &owner, now()))
        .unwrap_or_default()
}

fn policy(settings: &Settings, flags: &Sending, recorded: BTreeMap<String, String>) -> Policy {
    Policy {
        recorded,
        settle_delays: settings.settle_delays.iter().map(|s| Duration::from_secs(*s)).collect(),
        existing: match flags.existing {
            args::Existing::Skip => Existing::Skip,
            args::Existing::Fail => Existing::Fail,
            args::Existing::SendAnyway => Existing::SendAnyway,
        },
        max_refused: flags.max_refused,
        ..Policy::default()
    }
}
