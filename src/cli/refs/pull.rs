//! `muster refs pull`: the lists are read into the snapshot.
//!
//! Must not know: what is asked where.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use tokio::time::Instant;

use crate::api::Answer;
use crate::config::Settings;
use crate::directory::{self, KeptList, Pull, PullEvent, Snapshot};
use crate::kinds::lists;
use crate::problem::{Complaint, Lang};
use crate::spec::{Endpoint, TenantList};
use crate::tr;

use super::super::environment::{chance, now};
use super::super::exit::Exit;
use super::super::printer::Printer;
use super::super::rig::{self, TenantSession};
use super::super::signals::Signals;
use super::super::trust::Asking;
use super::super::{CommandContext, args, ending};
use super::known;

/// For one request.
const TIMEOUT: Duration = Duration::from_mins(1);
/// Between two plain lines where there is no terminal.
const PLAIN_EVERY: Duration = Duration::from_secs(30);

/// Pull, and tell what was read and what was not.
pub(super) fn run(
    scene: &CommandContext,
    sandbox: bool,
    args: &args::RefsPull,
) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let settings = scene.confirmed(sandbox, None, Asking::Nothing)?;
    let credentials = rig::credentials(printer, &settings)?;
    let session = TenantSession::new(&settings, credentials, TIMEOUT)?;
    let lists = chosen(args);
    if !read(printer, &settings, &session, &lists)? {
        return Ok(Exit::Interrupted);
    }
    let owner = known::owner(&settings)?;
    let snapshot = Snapshot::open(&settings.directory, &owner)?
        .ok_or_else(|| known::missing(&settings, scene.flags(&settings)))?;
    let kept = known::show(scene, &settings, &snapshot)?;
    Ok(exit(args, &lists, &kept))
}

/// Read all lists, people too: false where somebody stopped it.
pub(in super::super) fn everything(
    printer: Printer,
    settings: &Settings,
    session: &TenantSession,
) -> Result<bool, Complaint> {
    let lists: Vec<&'static TenantList> = lists::ALL.to_vec();
    read(printer, settings, session, &lists)
}

/// Read these lists into the snapshot: false where somebody stopped it.
fn read(
    printer: Printer,
    settings: &Settings,
    session: &TenantSession,
    lists: &[&'static TenantList],
) -> Result<bool, Complaint> {
    let owner = known::owner(settings)?;
    let mut watcher = Watcher::new(printer, lists.len());
    let (mut jitter, mut watch) = (chance, |event: &PullEvent<'_>| watcher.told(event));
    let ended = session.runtime.block_on(async {
        let mut signals = Signals::listen()?;
        let pull = directory::pull(Pull {
            client: &session.client,
            credentials: &session.credentials,
            owner: &owner,
            path: &settings.directory,
            lists,
            clock: &now,
            jitter: &mut jitter,
            watch: &mut watch,
        });
        tokio::select! {
            ended = pull => ended.map(|()| true),
            _ = signals.next() => Ok(false),
        }
    });
    watcher.finish();
    if !matches!(ended, Ok(true)) && watcher.whole > 0 {
        printer.urge(printer.lang.pick(
            "原来的快照没有改动；一小时内再运行一次，会接着读",
            "the old snapshot is as it was; run it again within an hour, and it goes on where it was",
        ));
    }
    ended
}

/// The lists that are read, in the order of their table.
fn chosen(args: &args::RefsPull) -> Vec<&'static TenantList> {
    let is_named = |list: &TenantList| args.what.iter().any(|named| named.word == list.word);
    let is_chosen = |list: &&&'static TenantList| {
        if list.personal { args.people } else { args.what.is_empty() || is_named(list) }
    };
    lists::ALL.iter().filter(is_chosen).copied().collect()
}

/// A list that was not read is a failure where it was asked for by name, or where none was read: most
/// apps are not meant to read them all.
fn exit(args: &args::RefsPull, lists: &[&'static TenantList], kept: &[KeptList]) -> Exit {
    let of_pull: Vec<_> =
        kept.iter().filter(|kept| lists.iter().any(|list| list.word == kept.list.word)).collect();
    let none = of_pull.iter().all(|kept| kept.unread.is_some());
    let failed = of_pull
        .iter()
        .filter(|kept| none || kept.list.personal || !args.what.is_empty())
        .find_map(|kept| kept.unread.as_ref());
    failed.map_or(Exit::Fine, ending::exit_of)
}

/// Shows how far a pull is: a bar on a terminal, a plain line now and then elsewhere.
struct Watcher {
    printer: Printer,
    bar: Option<ProgressBar>,
    total: usize,
    at: usize,
    /// So many lists were read whole, or were before.
    whole: usize,
    list: Option<&'static TenantList>,
    entries: usize,
    last_plain: Instant,
}

impl Watcher {
    fn new(printer: Printer, total: usize) -> Self {
        let bar = printer.live().then(|| {
            let bar = ProgressBar::new(total as u64);
            let style = ProgressStyle::with_template("{bar:28} {pos}/{len}  {msg}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.enable_steady_tick(Duration::from_millis(250));
            bar
        });
        let last_plain = Instant::now();
        Self { printer, bar, total, at: 0, whole: 0, list: None, entries: 0, last_plain }
    }

    fn told(&mut self, event: &PullEvent<'_>) {
        match event {
            PullEvent::Begun(list, at) => {
                self.at = *at;
                self.whole = self.whole.max(*at);
                self.list = Some(list);
                self.entries = 0;
                tracing::info!(list = list.word, "reading");
                self.show("");
            }
            PullEvent::Kept(list) => {
                self.whole += 1;
                let name = self.name(list);
                self.printer.say(&tr!(
                    self.printer.lang,
                    "{name}：上次中断前已经读过",
                    "{name}: read before the last pull was cut off"
                ));
            }
            PullEvent::Entries(entries) => {
                self.entries = *entries;
                self.show("");
            }
            PullEvent::Waits(wait) => {
                let seconds = wait.as_secs().max(1);
                tracing::info!(seconds, "waiting");
                let waits = tr!(self.printer.lang, "（等待 {seconds} 秒）", " (waits {seconds} s)");
                self.show(&waits);
            }
            PullEvent::Answered(endpoint, answer) => log(endpoint, answer),
        }
    }

    fn name(&self, list: &TenantList) -> &'static str {
        let lang: Lang = self.printer.lang;
        lang.pick(list.zh, list.en)
    }

    fn show(&mut self, more: &str) {
        let Some(list) = self.list else { return };
        let (name, entries) = (self.name(list), self.entries);
        let line = format!("{name} {entries}{more}");
        if let Some(bar) = &self.bar {
            bar.set_position(self.at as u64);
            bar.set_message(line);
        } else if !self.printer.is_quiet() && self.last_plain.elapsed() >= PLAIN_EVERY {
            self.last_plain = Instant::now();
            self.printer.say(&format!("{}/{}  {line}", self.at, self.total));
        }
    }

    /// Take the bar away, so that the table stands alone.
    fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn log(endpoint: &Endpoint, answer: &Answer) {
    tracing::debug!(
        endpoint = endpoint.name,
        status = answer.status(),
        log_id = answer.log_id,
        ms = answer.elapsed.as_millis(),
        "answered"
    );
}
