//! A sandbox without a socket, a network that does as it is told, and lives that end where a test
//! wants them to: after so many writes of the journal, after so many steps of the network.

use std::cell::Cell;

use super::net::{Net, Story};
use super::world::Weather;
use super::*;
use crate::deliver::canary::{Canary, canary};
use crate::sandbox::Endpoint;

/// Everything that a delivery meets.
pub(super) struct Rig {
    pub(super) sandbox: Arc<Sandbox>,
    pub(super) net: Arc<Net>,
    pub(super) client: Client,
    folder: tempfile::TempDir,
    pub(super) began: Instant,
    /// Seconds by which the wall clock was set.
    pub(super) jumped: Cell<i64>,
    /// What the delivery warned of.
    pub(super) warnings: std::cell::RefCell<Vec<Code>>,
}

/// Where a life is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// So many more writes of the journal, then no more.
    Writes(u64),
    /// So many more steps of the network; a request leaving is one, its answer arriving another.
    Steps(u64),
}

/// Keeps what was warned of.
struct Warned<'a>(&'a Rig);

impl Watcher for Warned<'_> {
    fn event(&mut self, event: &DeliverEvent) {
        if let DeliverEvent::Warning(complaint) = event {
            self.0.warnings.borrow_mut().push(complaint.code);
        }
    }
}

/// Run a test in time that passes by itself.
pub(super) fn alone<T>(test: impl Future<Output = T>) -> T {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_time().start_paused(true).build().unwrap().block_on(test)
}

pub(super) fn credentials() -> Credentials {
    Credentials { app_id: "cli_a".into(), secret: SecretString::from("s".to_owned()) }
}

pub(super) fn lost(endpoint: Endpoint, nth: u64, fault: Fault) -> Scripted {
    Scripted { endpoint, nth, fault }
}

impl Rig {
    pub(super) fn new(behaviour: Behaviour) -> Self {
        Self::under(behaviour, Weather::default(), 1)
    }

    /// One whose network has a weather.
    pub(super) fn under(behaviour: Behaviour, weather: Weather, seed: u64) -> Self {
        let folder = scratch();
        let sandbox = Sandbox::new(behaviour).unwrap();
        let path = folder.path().join("journal.db");
        let net = Net::new(seed, Arc::clone(&sandbox), &path, weather, Story::default());
        let client = Client::carried_by(Arc::clone(&net) as Arc<_>);
        let (began, jumped) = (Instant::now(), Cell::new(0));
        Self {
            sandbox,
            net,
            client,
            folder,
            began,
            jumped,
            warnings: std::cell::RefCell::default(),
        }
    }

    /// The network does as it is told from here on.
    pub(super) fn calm_down(&mut self) {
        let path = self.folder.path().join("journal.db");
        let sandbox = Arc::clone(&self.sandbox);
        self.net = Net::new(1, sandbox, &path, Weather::default(), Story::default());
        self.client = Client::carried_by(Arc::clone(&self.net) as Arc<_>);
    }

    pub(super) fn now(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.began.elapsed()).unwrap();
        let jumped = SignedDuration::from_secs(self.jumped.get());
        Timestamp::from_second(1_800_000_000).unwrap() + passed + jumped
    }

    pub(super) fn journal(&self) -> Journal {
        self.journal_named("journal.db")
    }

    /// A journal of another machine.
    pub(super) fn journal_named(&self, name: &str) -> Journal {
        journal_at(&self.folder.path().join(name), self.now()).unwrap()
    }

    /// The process goes; another opens the journal.
    pub(super) fn restart(&self, mut journal: Journal) -> Journal {
        journal.stop_after(0);
        drop(journal);
        self.journal()
    }

    /// The process goes; another goes on with the run.
    pub(super) fn again(&self, journal: Journal, run: RunId) -> Journal {
        let mut journal = self.restart(journal);
        journal.resume(run).unwrap();
        journal
    }

    pub(super) fn pacers(&self, journal: &Journal) -> Pacers {
        let now = self.now();
        Pacers::new(45, |endpoint| {
            let recent =
                journal.recent_attempts(endpoint.name, now - SignedDuration::from_secs(61));
            let ago =
                |at: Timestamp| Duration::try_from(now.duration_since(at)).unwrap_or_default();
            recent.unwrap().into_iter().map(ago).collect()
        })
    }

    /// Send; an error is the journal's.
    pub(super) async fn go(&self, journal: &mut Journal, policy: &Policy) -> Result<Ended, Code> {
        let pacers = self.pacers(journal);
        self.go_at(journal, policy, &pacers).await
    }

    /// The same at a pace that the test holds in its hands.
    pub(super) async fn go_at(
        &self,
        journal: &mut Journal,
        policy: &Policy,
        pacers: &Pacers,
    ) -> Result<Ended, Code> {
        self.with(journal, policy, pacers, run).await
    }

    /// Settle what is in doubt.
    pub(super) async fn settle(
        &self,
        journal: &mut Journal,
        policy: &Policy,
    ) -> Result<Ended, Code> {
        let pacers = self.pacers(journal);
        self.with(journal, policy, &pacers, reconcile_all).await
    }

    /// Send the first few and read them back.
    pub(super) async fn canary(
        &self,
        journal: &mut Journal,
        policy: &Policy,
        first: usize,
    ) -> Result<Canary, Code> {
        let pacers = self.pacers(journal);
        self.with(journal, policy, &pacers, async |delivery| canary(delivery, first).await).await
    }

    async fn with<T>(
        &self,
        journal: &mut Journal,
        policy: &Policy,
        pacers: &Pacers,
        work: impl AsyncFnOnce(Delivery<'_>) -> Result<T, crate::problem::Complaint>,
    ) -> Result<T, Code> {
        let delivery = Delivery {
            journal,
            client: &self.client,
            credentials: &credentials(),
            pacers,
            policy,
            clock: &|| self.now(),
            jitter: &mut || 0.5,
            watcher: &mut Warned(self),
            shutdown: Shutdown::never(),
        };
        work(delivery).await.map_err(|complaint| complaint.code)
    }

    /// One life, cut off: what it came to, if it came to its end before.
    pub(super) async fn until<T>(
        &self,
        journal: &mut Journal,
        cut: Cut,
        life: impl AsyncFnOnce(&mut Journal) -> Result<T, Code>,
    ) -> Option<T> {
        match cut {
            Cut::Writes(writes) => {
                journal.stop_after(writes);
                let ended = life(journal).await;
                if ended.is_ok() {
                    journal.stop_after(u64::MAX);
                }
                ended.ok()
            }
            Cut::Steps(steps) => {
                let gone = self.net.cut_after(steps);
                let ended = tokio::select! {
                    biased;
                    () = gone.notified() => None,
                    ended = life(journal) => Some(ended.expect("nothing fails")),
                };
                self.net.uncut();
                ended
            }
        }
    }
}
