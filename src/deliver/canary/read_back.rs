//! Reads records back and compares them, again and again until all agree or the delays are used up.
//!
//! Must not know: how records were sent.

use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, sleep};

use super::compare::compare;
use super::seen::{Canary, CanaryRecord};
use crate::api::auth::{self, Granted};
use crate::api::reads::{BATCH, Question, Read, ReadVerdict};
use crate::api::{Token, TokenKeeper, verdict};
use crate::deliver::event::{DeliverEvent, Wait};
use crate::deliver::run::{Delivery, Ended};
use crate::deliver::token::halted;
use crate::journal::{JobState, SentJob};
use crate::kinds::{self, endpoints};
use crate::problem::Complaint;
use crate::spec::{Endpoint, KeyKind, Mark, Search};

/// So often one read is tried in a round: a token that expired, a limit that somebody else used up.
const TRIES: u32 = 3;

/// What a read came to, for the records that it asked for.
type Told = Result<Value, &'static str>;

/// Reads, with a permit for each request.
pub(super) struct Reader<'a> {
    with: Delivery<'a>,
    keeper: TokenKeeper,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(with: Delivery<'a>, keeper: TokenKeeper) -> Self {
        Self { with, keeper }
    }

    /// Read them all. A stop that is asked for, or credentials that hold no longer, end it early.
    pub(super) async fn read(mut self, mut seen: Vec<CanaryRecord>) -> Result<Canary, Complaint> {
        let delays = self.with.policy.settle_delays.clone();
        for delay in [Duration::ZERO].into_iter().chain(delays) {
            let open: Vec<usize> = (0..seen.len())
                .filter(|at| remote(&seen[*at].sent).is_some() && !seen[*at].is_sound())
                .collect();
            if open.is_empty() {
                break;
            }
            if !delay.is_zero() {
                let waiting = DeliverEvent::Waiting { why: Wait::ReadBack, wait: delay };
                self.with.watcher.event(&waiting);
            }
            tokio::select! {
                biased;
                _ = self.with.shutdown.changed() => {}
                () = sleep(delay) => {}
            }
            if self.with.shutdown.is_asked() {
                return Ok(Canary { ended: Ended::Interrupted, seen });
            }
            if let Err(ended) = self.round(&open, &mut seen).await? {
                return Ok(Canary { ended, seen });
            }
        }
        Ok(Canary { ended: Ended::Finished, seen })
    }

    /// Read these once: each person by itself, the records of employments by the hundred.
    async fn round(
        &mut self,
        open: &[usize],
        seen: &mut [CanaryRecord],
    ) -> Result<Result<(), Ended>, Complaint> {
        let mut left = open.to_vec();
        while let Some(first) = left.first().copied() {
            let sent = &seen[first].sent;
            let (batch, endpoint, question) = match search(sent) {
                Search::Person { one, .. } => {
                    let id = remote(sent).unwrap_or_default().to_owned();
                    (vec![first], one, Question::Person { id })
                }
                Search::OfEmployment { records, .. } => {
                    // One request is of one kind, and has one set of id types.
                    let like = |at: &usize| {
                        let other = &seen[*at].sent;
                        other.kind == sent.kind && other.query == sent.query
                    };
                    let batch: Vec<usize> = left.iter().copied().filter(like).take(BATCH).collect();
                    let employments = batch.iter().map(|at| employment(&seen[*at].sent)).collect();
                    (batch, records, Question::Records { employments })
                }
            };
            left.retain(|at| !batch.contains(at));
            let read = Read { endpoint, query: sent.query.clone(), question };
            match self.ask(&read).await? {
                Ok(told) => batch.iter().for_each(|at| note(&mut seen[*at], &told)),
                Err(ended) => return Ok(Err(ended)),
            }
        }
        Ok(Ok(()))
    }

    /// Ask once; a token that is rejected and a limit that is reached are tried again at once.
    async fn ask(&mut self, read: &Read) -> Result<Result<Told, Ended>, Complaint> {
        let mut why = "";
        for _ in 0..TRIES {
            let token = match self.token().await? {
                Ok(Some(token)) => token,
                Ok(None) => {
                    why = "token";
                    continue;
                }
                Err(ended) => return Ok(Err(ended)),
            };
            let endpoint = read.endpoint;
            let permit = self.with.pacers.of(endpoint).permit().await;
            let call = self.with.journal.record_call(endpoint.name, (self.with.clock)())?;
            let answer = self.with.client.read(permit, &token, read).await;
            self.with.journal.calls_answered(&[call], (self.with.clock)())?;
            why = match verdict::read(endpoint, &answer) {
                ReadVerdict::Data(data) => return Ok(Ok(Ok(data))),
                ReadVerdict::Refused { .. } => return Ok(Ok(Err("refused"))),
                ReadVerdict::Throttled { wait, .. } => self.throttled(endpoint, wait),
                ReadVerdict::TokenRejected { .. } => {
                    self.keeper.rejected(&token);
                    "token"
                }
                ReadVerdict::Unreachable { why } => why.label(),
                ReadVerdict::Again { why, .. } => why.label(),
                // Whatever the reason is: it was not read, and that is for a person to judge.
                ReadVerdict::Halt(_) => return Ok(Ok(Err("not-permitted"))),
            };
        }
        Ok(Ok(Err(why)))
    }

    fn throttled(&self, endpoint: &'static Endpoint, wait: Option<Duration>) -> &'static str {
        self.with.pacers.of(endpoint).throttled(wait);
        "throttled"
    }

    /// The token to read with.
    async fn token(&mut self) -> Result<Result<Option<Token>, Ended>, Complaint> {
        if self.keeper.needs_refresh(Instant::now()) {
            let permit = self.with.pacers.of(&endpoints::TOKEN).permit().await;
            let now = (self.with.clock)();
            let call = self.with.journal.record_call(endpoints::TOKEN.name, now)?;
            let answer = self.with.client.token(permit, self.with.credentials).await;
            self.with.journal.calls_answered(&[call], (self.with.clock)())?;
            match auth::token(&answer) {
                Granted::Token(grant) => self.keeper.accept(grant, Instant::now()),
                Granted::Throttled { wait } => {
                    self.throttled(&endpoints::TOKEN, wait);
                }
                Granted::Unreachable { .. } | Granted::Again { .. } => {}
                Granted::Halt(halt) => return Ok(Err(halted(&halt))),
            }
        }
        Ok(Ok(self.keeper.current(Instant::now()).cloned()))
    }
}

/// The ID of what was made.
pub(super) const fn remote(sent: &SentJob) -> Option<&str> {
    match &sent.state {
        JobState::Created { remote } => Some(remote.as_str()),
        JobState::Pending
        | JobState::Cleared { .. }
        | JobState::Sending { .. }
        | JobState::Waiting { .. }
        | JobState::InDoubt { .. }
        | JobState::Existing { .. }
        | JobState::Refused { .. }
        | JobState::Conflict { .. }
        | JobState::Withdrawn
        | JobState::Held
        | JobState::Blocked { .. } => None,
    }
}

const fn search(sent: &SentJob) -> Search {
    kinds::of(sent.kind).remote.search
}

/// The employment that the record was sent for.
fn employment(sent: &SentJob) -> String {
    let kind = kinds::of(sent.kind);
    let field = kind.key(KeyKind::Employment).and_then(|key| kind.field(key.field));
    let value = field.and_then(|field| sent.body.pointer(field.pointer));
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// What a read tells of one record.
fn note(seen: &mut CanaryRecord, told: &Told) {
    let shown = match told {
        Ok(data) => record(&seen.sent, data).ok_or("not-found"),
        Err(why) => Err(*why),
    };
    match shown {
        Ok(shown) => {
            seen.lines = compare(kinds::of(seen.sent.kind), &seen.sent.body, shown);
            seen.unread = None;
        }
        // A read that failed doesn't take back what an earlier one showed.
        Err(why) if seen.lines.is_empty() => seen.unread = Some(why),
        Err(_) => {}
    }
}

/// The record in an answer.
fn record<'v>(sent: &SentJob, data: &'v Value) -> Option<&'v Value> {
    match search(sent) {
        Search::Person { .. } => Some(data.get("talent").unwrap_or(data)),
        Search::OfEmployment { .. } => {
            let id = remote(sent)?;
            let items = data.get("items")?.as_array()?.iter();
            let versions = items.filter_map(|item| item.get("job_datas")?.as_array()).flatten();
            let own = versions.filter(|version| {
                let held = ["job_data_id", "id"].iter().find_map(|key| version.get(*key));
                held.and_then(crate::api::wire::id).as_deref() == Some(id)
            });
            // Of several versions the one of the day that was sent.
            let own: Vec<&Value> = own.collect();
            let sent = effective(sent);
            let same =
                own.iter().copied().find(|version| day(version.get("effective_time")) == sent);
            same.or_else(|| own.first().copied())
        }
    }
}

/// The day from which the record that was sent holds.
fn effective(sent: &SentJob) -> Option<&str> {
    let kind = kinds::of(sent.kind);
    let (_, field) = kind.marks.iter().find(|(mark, _)| *mark == Mark::Effective)?;
    day(sent.body.pointer(kind.field(field)?.pointer))
}

/// The day of a time.
fn day(time: Option<&Value>) -> Option<&str> {
    time?.as_str()?.get(..10)
}
