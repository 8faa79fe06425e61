//! The network between the door and the sandbox: what never leaves, what is swallowed, what comes
//! late, what somebody on the way answers; and the witness of each create: no send without a lease.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use rusqlite::{Connection, OpenFlags};
use tokio::sync::Notify;

use super::world::{Subject, Weather};
use super::*;
use crate::api::answer::Outcome;
use crate::api::client::carried::Carrier;
use crate::problem::{Lost, Unsent};
use crate::sandbox::{Answered, Asked, direct};

/// A request is waited for no longer.
const TIMEOUT: Duration = Duration::from_secs(30);

/// What happened, in its order.
#[derive(Clone, Default)]
pub(super) struct Story(Arc<Mutex<Vec<(Duration, String)>>>);

impl Story {
    pub(super) fn note(&self, at: Duration, what: String) {
        self.0.lock().unwrap().push((at, what));
    }

    /// Print the last so many events.
    pub(super) fn tell(&self, most: usize) {
        let story = self.0.lock().unwrap();
        for (at, what) in story.iter().skip(story.len().saturating_sub(most)) {
            eprintln!("{:>11.3} {what}", at.as_secs_f64());
        }
    }

    pub(super) fn hash(&self) -> u64 {
        let mut hasher = blake3::Hasher::new();
        for (at, what) in self.0.lock().unwrap().iter() {
            hasher.update(&at.as_nanos().to_le_bytes());
            hasher.update(what.as_bytes());
        }
        u64::from_le_bytes(hasher.finalize().as_bytes()[..8].try_into().unwrap())
    }
}

/// What becomes of a request on its way.
#[derive(Clone, Debug)]
enum Way {
    Through,
    /// No byte leaves.
    Unsent(Unsent),
    /// It leaves and arrives nowhere.
    Swallowed,
    /// It arrives this much later.
    Late(Duration),
    /// The API refuses it before it does anything.
    Refused(u16, i64),
}

/// A create that left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Left {
    /// When, on tokio's clock.
    pub(super) at: Instant,
    /// Whom it makes.
    pub(super) who: usize,
    /// By which version of the content.
    pub(super) version: u32,
}

/// What all requests meet for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spell {
    Unreachable(Unsent),
    Swallowed,
    /// Refused with this until somebody has seen to it: a permission, the month's quota.
    Refused(u16, i64),
}

/// The network.
pub(super) struct Net {
    sandbox: Arc<Sandbox>,
    path: PathBuf,
    began: Instant,
    weather: Weather,
    story: Story,
    core: Mutex<Core>,
}

struct Core {
    dice: Dice,
    spell: Option<(Spell, Instant)>,
    /// The app may not call this, until that is mended.
    withdrawn: Option<&'static str>,
    /// No permission is withdrawn any more.
    granted: bool,
    /// Job data or employees could not be read for want of a permission: what was sent then was
    /// sent unseen.
    blinded: bool,
    witness: Option<Connection>,
    /// So many more steps, then the process is gone; whom to tell.
    fuse: Option<(u64, Arc<Notify>)>,
    /// Creates that left, by what they make.
    sent: BTreeMap<Subject, u32>,
    /// The same one by one.
    left: Vec<Left>,
    /// Whom somebody on the way refused.
    refused: BTreeMap<Subject, u32>,
    requests: u64,
    broken: Option<String>,
}

impl Net {
    pub(super) fn new(
        seed: u64,
        sandbox: Arc<Sandbox>,
        path: &Path,
        weather: Weather,
        story: Story,
    ) -> Arc<Self> {
        Self::since(Instant::now(), seed, sandbox, path, (weather, story))
    }

    /// One of several of a story that began then.
    pub(super) fn since(
        began: Instant,
        seed: u64,
        sandbox: Arc<Sandbox>,
        path: &Path,
        (weather, story): (Weather, Story),
    ) -> Arc<Self> {
        let core = Core {
            dice: Dice::new(seed, 2),
            spell: None,
            withdrawn: None,
            granted: false,
            blinded: false,
            witness: None,
            fuse: None,
            sent: BTreeMap::new(),
            left: Vec::new(),
            refused: BTreeMap::new(),
            requests: 0,
            broken: None,
        };
        let path = path.to_owned();
        Arc::new(Self { sandbox, path, began, weather, story, core: Mutex::new(core) })
    }

    pub(super) fn note(&self, what: impl Into<String>) {
        self.story.note(self.began.elapsed(), what.into());
    }

    /// Somebody sees to what halted the run.
    pub(super) fn mend(&self) {
        let mut core = self.core.lock().unwrap();
        core.spell = None;
        core.withdrawn = None;
    }

    /// From here on the app keeps its permissions.
    pub(super) fn grant(&self) {
        self.mend();
        self.core.lock().unwrap().granted = true;
    }

    pub(super) fn was_blinded(&self) -> bool {
        self.core.lock().unwrap().blinded
    }

    /// The permission for calls whose path ends so is withdrawn.
    pub(super) fn withdraw(&self, call: &'static str) {
        self.core.lock().unwrap().withdrawn = Some(call);
    }

    pub(super) fn sent(&self, subject: Subject) -> u32 {
        self.core.lock().unwrap().sent.get(&subject).copied().unwrap_or(0)
    }

    pub(super) fn all_sent(&self) -> BTreeMap<Subject, u32> {
        self.core.lock().unwrap().sent.clone()
    }

    /// The creates that left, in their order.
    pub(super) fn left(&self) -> Vec<Left> {
        self.core.lock().unwrap().left.clone()
    }

    pub(super) fn has_refused(&self, subject: Subject) -> bool {
        self.core.lock().unwrap().refused.contains_key(&subject)
    }

    pub(super) fn requests(&self) -> u64 {
        self.core.lock().unwrap().requests
    }

    /// The law that a request broke, if one did.
    pub(super) fn broken(&self) -> Option<String> {
        self.core.lock().unwrap().broken.clone()
    }

    /// After so many more steps nothing moves any more; who waits is told.
    pub(super) fn cut_after(&self, steps: u64) -> Arc<Notify> {
        let gone = Arc::new(Notify::new());
        self.core.lock().unwrap().fuse = Some((steps, Arc::clone(&gone)));
        gone
    }

    /// Everything moves again.
    pub(super) fn uncut(&self) {
        self.core.lock().unwrap().fuse = None;
    }

    /// A request leaves, or its answer arrives: unless the process is gone.
    async fn step(&self) {
        let gone = match &mut self.core.lock().unwrap().fuse {
            None => None,
            Some((0, gone)) => Some(Arc::clone(gone)),
            Some((left, _)) => {
                *left -= 1;
                None
            }
        };
        if let Some(gone) = gone {
            gone.notify_one();
            std::future::pending::<()>().await;
        }
    }

    /// What becomes of the next request.
    fn way(&self, subject: Option<Subject>, path: &str) -> Way {
        let mut core = self.core.lock().unwrap();
        core.requests += 1;
        if core.withdrawn.is_some_and(|call| path.ends_with(call)) {
            return Way::Refused(400, 99_991_672);
        }
        let now = Instant::now();
        let Core { dice, spell, granted, blinded, .. } = &mut *core;
        if dice.chance(self.weather.outage) {
            let what = dice.pick(&[
                Spell::Unreachable(Unsent::Dns),
                Spell::Unreachable(Unsent::Refused),
                Spell::Unreachable(Unsent::Tls),
                Spell::Unreachable(Unsent::Certificate),
                Spell::Swallowed,
            ]);
            *spell = Some((what, now + dice.up_to(Duration::from_mins(5))));
        } else if dice.chance(self.weather.withdrawn) && !*granted {
            let what =
                dice.pick(&[Spell::Refused(400, 99_991_672), Spell::Refused(429, 99_991_403)]);
            *spell = Some((what, now + Duration::from_hours(10_000)));
        }
        match spell.filter(|(_, until)| now < *until) {
            Some((Spell::Unreachable(why), _)) => return Way::Unsent(why),
            Some((Spell::Swallowed, _)) => return Way::Swallowed,
            Some((Spell::Refused(status, number), _)) => {
                *blinded |= path.ends_with("batch_get");
                return Way::Refused(status, number);
            }
            None => {}
        }
        if dice.chance(self.weather.unsent) {
            return Way::Unsent(dice.pick(&[
                Unsent::Dns,
                Unsent::Refused,
                Unsent::ConnectTimeout,
                Unsent::Connect,
            ]));
        }
        if dice.chance(self.weather.swallowed) {
            return Way::Swallowed;
        }
        if dice.chance(self.weather.late) {
            return Way::Late(dice.up_to(self.weather.latest));
        }
        if let Some(subject) = subject
            && dice.chance(self.weather.refused)
        {
            *core.refused.entry(subject).or_insert(0) += 1;
            return Way::Refused(400, 99_992_402);
        }
        Way::Through
    }

    /// No send without a lease: the intent is in the journal with these very bytes.
    fn witness(&self, subject: Subject, asked: &Asked) {
        let mut core = self.core.lock().unwrap();
        *core.sent.entry(subject).or_insert(0) += 1;
        let marks = serde_json::from_slice(&asked.body).ok().and_then(|body| marked(&body));
        let (at, (who, version)) = (Instant::now(), marks.expect("a mark"));
        core.left.push(Left { at, who, version });
        let connection = core.witness.get_or_insert_with(|| {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            Connection::open_with_flags(&self.path, flags).unwrap()
        });
        let token = asked.query.iter().find(|(name, _)| name == "client_token");
        let leases: i64 = connection
            .prepare_cached(
                "SELECT count(*) FROM jobs j JOIN attempts a ON a.id = j.attempt
                  WHERE j.state = 'sending' AND a.finished_at IS NULL AND a.body_hash = ?1
                    AND (?2 IS NULL OR a.token = ?2)",
            )
            .unwrap()
            .query_row(
                (&blake3::hash(&asked.body).as_bytes()[..], token.map(|(_, token)| token)),
                |row| row.get(0),
            )
            .unwrap();
        if leases == 0 {
            core.broken.get_or_insert(format!("{subject:?} was sent without a lease"));
        }
    }

    /// What holds of all attempts: a token goes with one job and one body, and a definite refusal
    /// ends it.
    pub(super) fn laws(&self) -> Result<(), String> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags).unwrap();
        for (law, broken) in [
            (
                "a token for another job or body",
                "SELECT count(*) FROM (SELECT 1 FROM attempts GROUP BY token
                  HAVING count(DISTINCT body_hash) > 1 OR count(DISTINCT job) > 1)",
            ),
            (
                "a token that was refused for good is used again",
                "SELECT count(*) FROM attempts refused
                  WHERE outcome = 'refused'
                    AND EXISTS (SELECT 1 FROM attempts later
                                 WHERE later.token = refused.token AND later.id > refused.id)
                    AND NOT EXISTS (SELECT 1 FROM attempts open
                                     WHERE open.token = refused.token AND open.id < refused.id
                                       AND open.outcome IN ('lost', 'token_seen', 'recovered'))",
            ),
        ] {
            let found: i64 = connection.query_row(broken, [], |row| row.get(0)).unwrap();
            if found > 0 {
                return Err(law.to_owned());
            }
        }
        Ok(())
    }

    #[expect(clippy::too_many_lines, reason = "one way of going wrong after another")]
    async fn trip(&self, asked: Asked) -> Result<reqwest::Response, Outcome> {
        self.step().await;
        let subject = subject(&asked);
        let way = self.way(subject, &asked.path);
        let what = asked.path.rsplit('/').next().unwrap_or_default().to_owned();
        let what = subject.map_or(what, |subject| {
            let version = subject.version.map(|v| format!(" v{v}")).unwrap_or_default();
            format!("create {}{version}", subject.who)
        });
        if let Some(subject) = subject
            && !matches!(way, Way::Unsent(_))
        {
            self.witness(subject, &asked);
        }
        let late = match way {
            Way::Through => Duration::ZERO,
            Way::Late(by) => by,
            Way::Unsent(why) => {
                let wait = if why == Unsent::ConnectTimeout { 10_000 } else { 3 };
                tokio::time::sleep(Duration::from_millis(wait)).await;
                self.note(format!("{what}: never sent, {}", why.label()));
                return Err(Outcome::NeverSent { why });
            }
            Way::Swallowed => {
                tokio::time::sleep(TIMEOUT).await;
                self.note(format!("{what}: swallowed"));
                return Err(Outcome::Lost { why: Lost::Timeout, status: None });
            }
            Way::Refused(http, code) => {
                tokio::time::sleep(Duration::from_millis(5)).await;
                self.note(format!("{what}: refused on the way, {code}"));
                let body = json!({ "code": code, "msg": "refused on the way", "error": {} });
                let body = body.to_string().into_bytes();
                return Ok(response(Answered { http, headers: Vec::new(), body, whole: true }));
            }
        };
        self.note(format!("{what}: leaves{}", if late.is_zero() { "" } else { ", late" }));
        let sandbox = Arc::clone(&self.sandbox);
        // A task of its own: what has left arrives, whoever waits for the answer.
        let travelling = tokio::spawn(async move {
            if !late.is_zero() {
                tokio::time::sleep(late).await;
            }
            direct(&sandbox, asked).await
        });
        let answered = tokio::time::timeout(TIMEOUT, travelling).await;
        self.step().await;
        match answered {
            Err(_) => {
                self.note(format!("{what}: no answer in time"));
                Err(Outcome::Lost { why: Lost::Timeout, status: None })
            }
            Ok(Ok(Some(answered))) => {
                let start = String::from_utf8_lossy(&answered.body);
                let start: String = start.chars().take(48).collect();
                let whole = if answered.whole { "" } else { ", cut" };
                self.note(format!("{what}: {}{whole} {start}", answered.http));
                Ok(response(answered))
            }
            Ok(Ok(None) | Err(_)) => {
                self.note(format!("{what}: connection closed"));
                Err(Outcome::Lost { why: Lost::Broken, status: None })
            }
        }
    }
}

impl Carrier for Net {
    fn carry(
        &self,
        request: reqwest::Request,
    ) -> BoxFuture<'_, Result<reqwest::Response, Outcome>> {
        let header = |name: &str| {
            request.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
        };
        let asked = Asked {
            method: request.method().to_string(),
            path: request.url().path().to_owned(),
            query: request.url().query_pairs().into_owned().collect(),
            content_type: header("content-type"),
            authorization: header("authorization"),
            body: request.body().and_then(|body| body.as_bytes()).unwrap_or_default().to_vec(),
        };
        self.trip(asked).boxed()
    }
}

/// So many people at most have an employment each; a corrected ID is one as much higher.
pub(super) const EMPLOYMENTS: usize = 1000;

/// Whom a create makes, by the mark in its body.
pub(super) fn marked(body: &serde_json::Value) -> Option<(usize, u32)> {
    if let Some(id) = body.get("employment_id").and_then(serde_json::Value::as_str) {
        let n: u64 = id.parse().ok()?;
        let day = body.get("effective_time")?.as_str()?.get(8..10)?.parse::<u32>().ok()?;
        let n = usize::try_from(n - 7_000_000_000_000_000_000).ok()?;
        return Some((n % EMPLOYMENTS, day - 1));
    }
    let mark = body.pointer("/self_evaluation/content")?.as_str()?;
    let (who, version) = mark.split_once(' ')?;
    Some((who.parse().ok()?, version.parse().ok()?))
}

/// What a create makes; none for any other request.
fn subject(asked: &Asked) -> Option<Subject> {
    let create = asked.path.ends_with("/combined_create") || asked.path.ends_with("v1/job_datas");
    let body = create.then(|| serde_json::from_slice(&asked.body).ok()).flatten()?;
    let (who, version) = marked(&body)?;
    let info = body.get("basic_info");
    let keyless = info.is_some_and(|info| {
        ["mobile", "email", "identification"].iter().all(|key| info.get(*key).is_none())
    });
    Some(Subject { who, version: keyless.then_some(version) })
}

fn response(answered: Answered) -> reqwest::Response {
    let mut response = axum::http::Response::builder().status(answered.http);
    for (name, value) in answered.headers {
        response = response.header(name, value);
    }
    let body = if answered.whole {
        reqwest::Body::from(answered.body)
    } else {
        let half = [Ok(answered.body), Err(std::io::Error::other("cut"))];
        reqwest::Body::wrap_stream(futures_util::stream::iter(half))
    };
    reqwest::Response::from(response.body(body).unwrap())
}
