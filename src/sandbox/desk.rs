//! The desk: one lock, one request at a time, every request through the same steps.
//!
//! Must *not* know connections or HTTP bytes (`server`), nor what a call does with a body (`talents`, `job_data`).

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::watch;
use tokio::time::Instant;

use super::alter::altered;
use super::auth::Tokens;
use super::behaviour::{Behaviour, Denied};
use super::call::{Body, Call, Delivery, Reply};
use super::endpoint::Endpoint;
use super::faults::{Chance, Fault};
use super::guests::Guests;
use super::ledger::{Ledger, Refused, RequestCount, Violation};
use super::limits::Gate;
use super::log::Log;
use super::memory::Core;
use super::state::{Entry, JobRow, Store};
use super::{employees, job_data, job_data_reads, reference, talent_detail, talent_reads, talents};

/// A sandbox: serve it with `serve`, read it with [`Sandbox::ledger`].
pub struct Sandbox {
    behaviour: Behaviour,
    started: Instant,
    started_ms: i64,
    core: Mutex<Core>,
    closing: watch::Sender<bool>,
    /// Who names it may read the ledger over the network; nobody may while there is none.
    ledger_token: OnceLock<String>,
    guests: Guests,
}

/// Bodies and tokens stay out.
impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox").field("behaviour", &self.behaviour).finish_non_exhaustive()
    }
}

impl Sandbox {
    /// A sandbox with this behaviour; what its state file holds is there again.
    ///
    /// # Errors
    /// The state file cannot be opened or is not one.
    pub fn new(behaviour: Behaviour) -> io::Result<Arc<Self>> {
        let mut store = Store::new();
        let mut log = None;
        if let Some(path) = &behaviour.state_file {
            let (opened, entries) = Log::open(path)?;
            for entry in entries {
                store.apply(entry);
            }
            log = Some(opened);
        }
        // Time never runs backwards over a restart.
        let started_ms = behaviour.now_ms.max(store.newest);
        let core = Core {
            store,
            log,
            tokens: Tokens::default(),
            gates: BTreeMap::new(),
            admitted: BTreeMap::new(),
            jitter: Chance::new(behaviour.seed ^ 0x6A69_7474),
            names: Chance::new(behaviour.seed ^ started_ms.unsigned_abs()),
            violations: Vec::new(),
            refusals: Vec::new(),
            faults: BTreeMap::new(),
        };
        let (started, closing) = (Instant::now(), watch::Sender::new(false));
        let (core, ledger_token) = (Mutex::new(core), OnceLock::new());
        let guests = Guests::default();
        Ok(Arc::new(Self { behaviour, started, started_ms, core, closing, ledger_token, guests }))
    }

    /// From now on the ledger is shown over the network to whoever names this token; a second token is passed over.
    pub fn show_ledger_to(&self, token: &str) {
        let _ = self.ledger_token.set(token.to_owned());
    }

    /// Whether no connection is open and nothing is carried out: whatever was sent by a client that has
    /// gone is done.
    pub fn is_quiet(&self) -> bool {
        self.guests.are_none()
    }

    /// Who is being served.
    pub(super) fn guests(&self) -> Guests {
        self.guests.clone()
    }

    /// Whether this token opens the ledger.
    pub(super) fn shows_ledger(&self, token: &str) -> bool {
        self.ledger_token.get().is_some_and(|own| own == token)
    }

    /// What it made and saw so far.
    pub fn ledger(&self) -> Ledger {
        let core = self.lock();
        let count = |gate: &Gate| RequestCount {
            arrivals: gate.arrivals,
            max_per_second: gate.max_per_second,
            max_per_minute: gate.max_per_minute,
        };
        Ledger {
            version: 1,
            talents: core.store.talents.clone(),
            job_data: core.store.job_data.iter().map(JobRow::made).collect(),
            requests: core
                .gates
                .iter()
                .map(|(at, gate)| (at.label().to_owned(), count(gate)))
                .collect(),
            violations: core.violations.clone(),
            duplicates: core.store.duplicates.clone(),
            refusals: core.refusals.clone(),
            faults: core.faults.clone(),
        }
    }

    /// Puts a talent there that no request made (`creates` 0), visible at once. `body` is that of a create; it is not
    /// checked. Gives its id.
    ///
    /// # Errors
    /// The state file's.
    pub fn seed_talent(&self, body: &Value) -> io::Result<String> {
        let mut core = self.lock();
        let body = body.as_object().cloned().unwrap_or_default();
        let id = core.store.next_id();
        let keys = talents::keys_of(&body);
        core.commit(talents::made(id, &body, keys, 0, self.long_ago()))?;
        Ok(id.to_string())
    }

    /// Puts a job data record there that no request made, visible at once, its `employment_id` a `people_corehr_id`.
    /// `body` is that of a create; it is not checked. Gives its id.
    ///
    /// # Errors
    /// The state file's.
    pub fn seed_job_data(&self, body: &Value) -> io::Result<String> {
        let mut core = self.lock();
        let id = core.store.next_id();
        let employment_id =
            body.get("employment_id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let row = JobRow {
            id,
            user_id_type: job_data::USER_ID_TYPE.to_owned(),
            department_id_type: job_data::DEPARTMENT_ID_TYPE.to_owned(),
            employment_id,
            client_token: None,
            digest: String::new(),
            body: body.clone(),
            at: self.long_ago(),
        };
        core.commit(Entry::JobData(Box::new(row)))?;
        Ok(id.to_string())
    }

    /// Ends waiting answers; new ones of that kind end at once.
    pub(super) fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Turns true when the sandbox closes.
    pub(super) fn closing(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }

    /// How long a request travels, and how long its answer does.
    pub(super) fn legs(&self) -> (Duration, Duration) {
        let half = self.behaviour.latency / 2;
        let jitter = self.behaviour.jitter.mul_f64(self.lock().jitter.unit());
        (half + jitter, self.behaviour.latency.saturating_sub(half))
    }

    /// Answers one request that has arrived. Whatever it made is in the log when this returns.
    pub(super) fn receive(&self, call: &Call) -> Reply {
        let mut core = self.lock();
        let mut reply = self.decide(&mut core, call);
        let log_id = format!("{:016X}{:016X}", core.names.bits(), core.names.bits());
        reply.stamp(&log_id);
        reply
    }

    /// Notes a request to something that does not exist.
    pub(super) fn stray(&self, path: &str, rule: &str, method: &str) {
        let (endpoint, rule, detail) = (path.to_owned(), rule.to_owned(), method.to_owned());
        self.lock().violations.push(Violation { endpoint, rule, detail });
    }

    fn decide(&self, core: &mut Core, call: &Call) -> Reply {
        let endpoint = call.endpoint;
        let limits = endpoint.limits(self.behaviour.limits);
        let gate = core.gates.entry(endpoint).or_insert_with(|| Gate::new(limits));
        if let Err(over) = gate.arrive(Instant::now()) {
            core.violation(endpoint, over.rule, &format!("more than {}", over.limit));
            return Reply::throttled(429, over.limit, Some(over.reset));
        }
        let nth = core.admitted.entry(endpoint).or_insert(0);
        *nth += 1;
        let Some(fault) = self.behaviour.faults.pick(endpoint, *nth, self.behaviour.seed) else {
            return self.act(core, call);
        };
        *core.faults.entry(fault.label().to_owned()).or_insert(0) += 1;
        match fault {
            Fault::DropBefore => Reply::bare(200, Body::Empty).by(Delivery::Dropped),
            Fault::Error5xxBefore => {
                job_data::burn(&self.behaviour, core, call, self.now_ms());
                system_error(endpoint)
            }
            Fault::Throttle429 => Reply::throttled(429, self.behaviour.limits.per_second, Some(1)),
            Fault::Throttle400 => Reply::throttled(400, self.behaviour.limits.per_second, Some(1)),
            Fault::ThrottleNoReset => Reply::throttled(429, 0, None),
            Fault::Html502 => proxy_page(),
            Fault::ExpireToken => {
                core.tokens.forget_all();
                Tokens::rejected()
            }
            Fault::Altered => self.act(core, &altered(call)),
            Fault::DropAfterCommit => self.act(core, call).by(Delivery::Dropped),
            Fault::Truncated => self.act(core, call).by(Delivery::Cut),
            Fault::Slow => {
                self.act(core, call).by(Delivery::Late(self.behaviour.faults.slow_for()))
            }
            Fault::Silent => self.act(core, call).by(Delivery::Never),
            Fault::Error5xxAfter => {
                self.act(core, call);
                system_error(endpoint)
            }
            Fault::Html502After => {
                self.act(core, call);
                proxy_page()
            }
            Fault::Empty200 => {
                self.act(core, call);
                Reply::bare(200, Body::Empty)
            }
        }
    }

    /// Checks the access token, then does what the call does.
    fn act(&self, core: &mut Core, call: &Call) -> Reply {
        let now = self.now_ms();
        let reply = if call.endpoint == Endpoint::Token {
            let lifetime =
                i64::try_from(self.behaviour.token_lifetime.as_millis()).unwrap_or(i64::MAX / 2);
            core.tokens.issue(call, now, lifetime, &mut core.names)
        } else if let Err(rejected) = core.tokens.check(call, now) {
            rejected
        } else if let Some(denied) = self.denied(call.endpoint) {
            denied
        } else {
            self.carry_out(core, call, now)
        };
        if let Some((code, msg)) = reply.code()
            && code != 0
        {
            let (endpoint, msg) = (call.endpoint.label().to_owned(), msg.to_owned());
            core.refusals.push(Refused { endpoint, http: reply.http, code, msg });
        }
        reply
    }

    fn carry_out(&self, core: &mut Core, call: &Call, now: i64) -> Reply {
        let behaviour = &self.behaviour;
        match call.endpoint {
            Endpoint::Token => Reply::error(500, 1500, "internal error"),
            Endpoint::TalentCreate => talents::create(behaviour, core, call, now),
            Endpoint::TalentFind => talent_reads::find(behaviour, core, call, now),
            Endpoint::TalentGet => talent_detail::get(core, call),
            Endpoint::JobDataCreate => job_data::create(behaviour, core, call, now),
            Endpoint::JobDataList => job_data_reads::list(behaviour, core, call, now),
            Endpoint::JobDataFind => job_data_reads::find(behaviour, core, call, now),
            Endpoint::EmployeeFind => employees::find(behaviour, call, now),
            Endpoint::Reference(read) => reference::answer(behaviour, core, read, call, now),
        }
    }

    /// What a call brings that the app may not make.
    fn denied(&self, endpoint: Endpoint) -> Option<Reply> {
        let (_, denied) = self.behaviour.denied.iter().find(|(of, _)| *of == endpoint)?;
        Some(match (denied, endpoint) {
            (Denied::Data, Endpoint::EmployeeFind) => {
                Reply::error(403, employees::NOT_VISIBLE, "No authority error")
            }
            (Denied::Data, Endpoint::JobDataList | Endpoint::JobDataFind) => {
                Reply::error(400, job_data_reads::NO_AUTHORITY, "No authority error")
            }
            (Denied::Data, Endpoint::Reference(read)) => match read.page().denied {
                Some((http, code)) => Reply::error(http, code, "No permission"),
                None => Reply::no_scope(endpoint.scopes()),
            },
            (Denied::Off, _) => Reply::error(400, 1_160_018, "TenantID not found"),
            (Denied::Scope | Denied::Data, _) => Reply::no_scope(endpoint.scopes()),
        })
    }

    /// Unix time in milliseconds, by tokio's clock.
    fn now_ms(&self) -> i64 {
        let run = i64::try_from(self.started.elapsed().as_millis()).unwrap_or(i64::MAX);
        self.started_ms.saturating_add(run)
    }

    /// A time that no index lag hides.
    fn long_ago(&self) -> i64 {
        let lag = i64::try_from(self.behaviour.index_lag.as_millis()).unwrap_or(0);
        self.now_ms().saturating_sub(lag)
    }

    fn lock(&self) -> MutexGuard<'_, Core> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The documented "system error" of each call; `batch_get_id` has it with HTTP 200.
fn system_error(endpoint: Endpoint) -> Reply {
    match endpoint {
        Endpoint::Token => Reply::error(500, 1500, "internal error"),
        Endpoint::TalentFind => Reply::error(200, 1_002_001, "system error"),
        Endpoint::TalentCreate | Endpoint::TalentGet => {
            Reply::error(500, 1_002_001, "system error")
        }
        Endpoint::Reference(read) => {
            let (http, code) = read.page().broken;
            Reply::error(http, code, "system error")
        }
        Endpoint::JobDataCreate
        | Endpoint::JobDataList
        | Endpoint::JobDataFind
        | Endpoint::EmployeeFind => Reply::error(500, 1_160_999, "unknown error"),
    }
}

fn proxy_page() -> Reply {
    Reply::bare(
        502,
        Body::Html("<html><head><title>502 Bad Gateway</title></head><body></body></html>\n"),
    )
}
