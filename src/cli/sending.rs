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
use crate::problem::Complaint;
use crate::resolve::List;
use crate::spec::{IdOf, awaited};

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
    let total: u64 = journal
        .remaining()?
        .iter()
        .map(|(_, left)| left.pending + left.cleared + left.waiting + left.held + left.in_doubt)
        .sum();
    let pacers = rig::pacers(journal, flags.rate)?;
    let policy = policy(settings, flags, recorded(settings));
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

/// The job data that the snapshot knows, by the employee's ID. A snapshot that can't be used knows none.
fn recorded(settings: &Settings) -> BTreeMap<String, String> {
    let known = refs::known::owner(settings)
        .and_then(|owner| directory::load(&settings.directory, &owner, now(), None));
    let known = known.ok().flatten();
    let list = known.as_ref().and_then(|known| known.list(IdOf::JobData));
    let entries = list.into_iter().flat_map(List::entries);
    entries
        .filter(|entry| awaited::owner(&entry.id).is_none())
        .filter_map(|entry| Some((entry.owner.clone()?, entry.id.clone())))
        .collect()
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
