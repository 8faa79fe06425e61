//! The whole delivery against the sandbox, over loopback, in warped time: tokio's clock is paused
//! and pushed on a few milliseconds whenever the sockets have had a moment of real time. So a
//! minute takes about a second, and nothing sleeps that is not told to.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::time::Instant;

use super::event::{DeliverEvent, Unwatched, Wait};
use super::shutdown::{Shutdown, Stop};
use super::*;
use crate::api::client::ClientConfig;
use crate::api::{Client, Credentials, Pacers};
use crate::identity::{self, LookupKeys};
use crate::journal::{Fate, InputHead, Journal, RecordHead, RunHead, RunId, RunState, Tenant};
use crate::kinds;
use crate::plan::{Job, Need};
use crate::problem::Code;
use crate::sandbox::{self, Behaviour, Fault, Faults, Sandbox, Scripted};
use crate::spec::{IdTypes, KeyKind, KindId, awaited};

mod chains;
mod crash;
mod faults;
mod guards;
mod known;
mod locker;
mod once;
mod sim;
mod table;
mod taking;

pub(super) use guards::refused;

/// Virtual time that passes for each moment of real time.
const STEP: Duration = Duration::from_millis(4);
const MOMENT: Duration = Duration::from_micros(60);

/// Run a test in warped time.
pub(super) fn warped<T>(test: impl Future<Output = T>) -> T {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    let runtime = builder.enable_all().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let warp = async {
            loop {
                // While a blocking task runs, tokio doesn't push its clock on by itself.
                tokio::task::spawn_blocking(|| std::thread::sleep(MOMENT)).await.unwrap();
                tokio::time::advance(STEP).await;
            }
        };
        tokio::select! { biased; done = test => done, () = warp => unreachable!() }
    })
}

/// A sandbox, a client of it, and a clock.
pub(super) struct Bench {
    pub(super) sandbox: Arc<Sandbox>,
    client: Client,
    began: Instant,
    seed: u64,
    secret: &'static str,
    waits: std::cell::RefCell<Vec<Wait>>,
    warnings: std::cell::RefCell<Vec<Code>>,
    /// Seconds by which the wall clock was set.
    skew: std::cell::Cell<i64>,
}

/// Keeps what was waited for, and warned of.
struct Heard<'a>(&'a Bench);

impl Watcher for Heard<'_> {
    fn event(&mut self, event: &DeliverEvent) {
        match event {
            DeliverEvent::Waiting { why, .. } => self.0.waits.borrow_mut().push(*why),
            DeliverEvent::Warning(complaint) => self.0.warnings.borrow_mut().push(complaint.code),
            DeliverEvent::Phase(_) | DeliverEvent::Progress(_) | DeliverEvent::Answered(_) => {}
        }
    }
}

const IDS: [&str; 3] = ["people_corehr_id", "open_id", "people_corehr_department_id"];

fn ids() -> IdTypes {
    let [user, talent_user, department] = IDS.map(str::to_owned);
    IdTypes { user, talent_user, department }
}

fn tenant() -> Tenant {
    Tenant { base_url: "http://sandbox".into(), app_id: "cli_a".into() }
}

impl Bench {
    pub(super) async fn new(behaviour: Behaviour) -> Self {
        Self::with_timeout(behaviour, Duration::from_secs(30)).await
    }

    async fn with_timeout(behaviour: Behaviour, timeout: Duration) -> Self {
        let _installed = rustls::crypto::ring::default_provider().install_default();
        let seed = behaviour.seed;
        let sandbox = Sandbox::new(behaviour).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(sandbox::serve(listener, Arc::clone(&sandbox), std::future::pending()));
        let config =
            ClientConfig { base_url, timeout, ca_file: None, user_agent: "muster-tests".into() };
        let client = Client::new(&config).unwrap();
        Self {
            sandbox,
            client,
            began: Instant::now(),
            seed,
            secret: "s",
            waits: std::cell::RefCell::default(),
            warnings: std::cell::RefCell::default(),
            skew: std::cell::Cell::new(0),
        }
    }

    /// A client that reaches this sandbox directly.
    async fn client_of(sandbox: &Arc<Sandbox>) -> Client {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(sandbox::serve(listener, Arc::clone(sandbox), std::future::pending()));
        let (timeout, user_agent) = (Duration::from_secs(30), "muster-tests".into());
        Client::new(&ClientConfig { base_url, timeout, ca_file: None, user_agent }).unwrap()
    }

    pub(super) fn now(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.began.elapsed()).unwrap();
        Timestamp::from_second(1_800_000_000 + self.skew.get()).unwrap() + passed
    }

    fn pacers(&self, journal: &Journal) -> Pacers {
        let now = self.now();
        Pacers::new(45, |endpoint| {
            let recent =
                journal.recent_attempts(endpoint.name, now - SignedDuration::from_secs(61));
            let ago =
                |at: Timestamp| Duration::try_from(now.duration_since(at)).unwrap_or_default();
            recent.unwrap().into_iter().map(ago).collect()
        })
    }

    pub(super) async fn deliver(&self, journal: &mut Journal, policy: &Policy) -> Ended {
        self.try_deliver(journal, policy, Shutdown::never(), true).await.unwrap()
    }

    async fn try_deliver(
        &self,
        journal: &mut Journal,
        policy: &Policy,
        shutdown: Shutdown,
        send: bool,
    ) -> Result<Ended, crate::problem::Complaint> {
        let pacers = self.pacers(journal);
        self.go(journal, policy, &pacers, shutdown, send).await
    }

    /// Deliver at a pace that the test holds in its hands.
    async fn deliver_at(&self, journal: &mut Journal, policy: &Policy, pacers: &Pacers) -> Ended {
        self.go(journal, policy, pacers, Shutdown::never(), true).await.unwrap()
    }

    /// The first few, read back.
    pub(super) async fn canary(&self, journal: &mut Journal, n: usize) -> super::canary::Canary {
        let (pacers, policy) = (self.pacers(journal), Policy::default());
        let (shutdown, credentials) = (Shutdown::never(), self.credentials());
        let delivery = Delivery {
            journal,
            client: &self.client,
            credentials: &credentials,
            pacers: &pacers,
            policy: &policy,
            clock: &|| self.now(),
            jitter: &mut || 0.5,
            watcher: &mut Heard(self),
            shutdown,
        };
        canary(delivery, n).await.unwrap()
    }

    fn credentials(&self) -> Credentials {
        let secret = SecretString::from(self.secret.to_owned());
        Credentials { app_id: "cli_a".into(), secret }
    }

    async fn go(
        &self,
        journal: &mut Journal,
        policy: &Policy,
        pacers: &Pacers,
        shutdown: Shutdown,
        send: bool,
    ) -> Result<Ended, crate::problem::Complaint> {
        let credentials = self.credentials();
        let mut bits = self.seed;
        let mut jitter = move || {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            f64::from(u32::try_from(bits >> 33).unwrap()) / f64::from(u32::MAX >> 1)
        };
        let delivery = Delivery {
            journal,
            client: &self.client,
            credentials: &credentials,
            pacers,
            policy,
            clock: &|| self.now(),
            jitter: &mut jitter,
            watcher: &mut Heard(self),
            shutdown,
        };
        if send { run(delivery).await } else { reconcile_all(delivery).await }
    }

    /// Exactly these are there, each made by one create, and no window was broken.
    pub(super) fn assert_each_once(&self, talents: usize, job_data: usize) {
        let ledger = self.sandbox.ledger();
        assert_eq!(ledger.violations, [], "faults: {:?}", ledger.faults);
        assert_eq!(ledger.duplicates, []);
        assert_eq!(ledger.talents.len(), talents, "talents, faults: {:?}", ledger.faults);
        assert!(ledger.talents.iter().all(|talent| talent.creates <= 1));
        assert_eq!(ledger.job_data.len(), job_data, "job data, faults: {:?}", ledger.faults);
    }
}

/// The body and keys of the n-th person. Every third is known by one key only.
pub(super) fn person(n: usize) -> (serde_json::Value, LookupKeys) {
    let (name, mobile, email) =
        (format!("张{n}"), format!("138{n:08}"), format!("person{n}@example.com"));
    let mut info = json!({ "name": name, "mobile": mobile, "mobile_country_code": "CN_1" });
    let mut keys = LookupKeys {
        name: Some(name),
        mobile: Some(("86".into(), mobile)),
        ..LookupKeys::default()
    };
    if !n.is_multiple_of(3) {
        info["email"] = json!(email);
        keys.email = Some(email);
    }
    (json!({ "basic_info": info }), keys)
}

/// The body and keys of the n-th employment.
pub(super) fn employment(n: usize) -> (serde_json::Value, LookupKeys) {
    let id = (7_000_000_000_000_000_000 + n as u64).to_string();
    let body = json!({
        "employee_type_id": "6890452208593372679", "department_id": "6890452208593372680",
        "primary_job_data": true, "employment_id": id, "effective_time": "2024-05-01 00:00:00",
        "assignment_start_reason": { "enum_name": "onboarding" },
    });
    let keys = LookupKeys {
        employment: Some(id),
        effective: Some("2024-05-01 00:00:00".into()),
        department: Some("6890452208593372680".into()),
        ..LookupKeys::default()
    };
    (body, keys)
}

fn job(journal: &Journal, kind: KindId, body: &serde_json::Value, lookup: LookupKeys) -> Job {
    let identity::Identity { keys, name, former } =
        identity::identify(&lookup, &ids(), journal.hash_key());
    let manager = body["direct_manager_id"].as_str().and_then(awaited::owner);
    let key = |owner| identity::job_key(KeyKind::Employment, owner, &ids(), journal.hash_key());
    let needs = manager.map(|owner| Need { key: key(owner), owner: owner.to_owned() });
    Job {
        kind,
        keys,
        name,
        former,
        digest: *blake3::hash(body.to_string().as_bytes()).as_bytes(),
        unmade: None,
        needs: needs.into_iter().collect(),
        body: body.to_string(),
        query: kinds::of(kind).remote.query(&ids()),
        lookup,
        label: "x".into(),
    }
}

/// An approved run of these.
pub(super) fn plan(
    journal: &mut Journal,
    now: Timestamp,
    rows: impl IntoIterator<Item = (KindId, (serde_json::Value, LookupKeys))>,
) -> RunId {
    try_plan(journal, now, rows).unwrap()
}

/// The same, where a write may fail.
fn try_plan(
    journal: &mut Journal,
    now: Timestamp,
    rows: impl IntoIterator<Item = (KindId, (serde_json::Value, LookupKeys))>,
) -> Result<RunId, crate::problem::Complaint> {
    let file: Arc<str> = Arc::from("staff.csv");
    let run = journal.begin_draft(&RunHead {
        operator: "tester".into(),
        muster_version: "0".into(),
        mapping_sha256: None,
        mapping: None,
        continues: None,
        inputs: vec![InputHead { file: Arc::clone(&file), sha256: "0".into() }],
        id_types: ids(),
        options_json: "{}".into(),
        started_at: now,
    })?;
    let jobs: Vec<Job> =
        rows.into_iter().map(|(kind, (body, keys))| job(journal, kind, &body, keys)).collect();
    let mut planner = journal.planner(run)?;
    for (row, job) in jobs.iter().enumerate() {
        let row = u32::try_from(row).unwrap() + 2;
        let (file, label, kind) = (Arc::clone(&file), Arc::from("x"), job.kind);
        let head = RecordHead { file, sheet: None, row, rows: 1, kind, label, reference: None };
        planner.admit(&head, job)?;
    }
    planner.finish()?;
    journal.approve(run, "tester", now)?;
    Ok(run)
}

/// So many of both kinds.
pub(super) fn both(n: usize) -> impl Iterator<Item = (KindId, (serde_json::Value, LookupKeys))> {
    let talents = (0..n).map(|n| (KindId::Talent, person(n)));
    talents.chain((0..n).map(|n| (KindId::JobData, employment(n))))
}

pub(super) fn talents(n: usize) -> impl Iterator<Item = (KindId, (serde_json::Value, LookupKeys))> {
    (0..n).map(|n| (KindId::Talent, person(n)))
}

pub(super) fn memory(bench: &Bench) -> Journal {
    Journal::temporary(&tenant(), bench.now()).unwrap()
}

pub(super) fn fate(journal: &Journal, run: RunId, fate: Fate) -> u64 {
    journal.totals(run).unwrap().fate(fate)
}

#[test]
fn a_hundred_and_a_thousand_take_what_the_windows_allow() {
    for (n, best) in [(100, 2.6), (1000, 24.4)] {
        warped(async {
            let latency = Duration::from_millis(170);
            let bench = Bench::new(Behaviour { latency, ..Behaviour::default() }).await;
            let mut journal = memory(&bench);
            plan(&mut journal, bench.now(), talents(n));
            let began = Instant::now();
            assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
            let took = began.elapsed().as_secs_f64();
            bench.assert_each_once(n, 0);
            let requests = bench.sandbox.ledger().requests;
            assert!(took < best + 2.5, "{n}: {took} s, {best} s are possible; {requests:?}");
        });
    }
}

#[test]
fn on_a_calm_day_each_is_made_once_and_the_pace_is_held() {
    warped(async {
        let latency = Duration::from_millis(170);
        let bench = Bench::new(Behaviour { latency, ..Behaviour::default() }).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), both(300));
        let began = Instant::now();
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        let took = began.elapsed();
        bench.assert_each_once(300, 300);
        assert_eq!(fate(&journal, run, Fate::Created), 600);
        // 300 at 45 a second are 6.7 s; latency must not limit the rate.
        assert!(took < Duration::from_secs(12), "{took:?}");
        let ledger = bench.sandbox.ledger();
        assert_eq!(ledger.requests_to(sandbox::Endpoint::TalentCreate).arrivals, 300);
        assert_eq!(ledger.requests_to(sandbox::Endpoint::JobDataFind).arrivals, 3);
    });
}
