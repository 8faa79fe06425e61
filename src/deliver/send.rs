//! Sends: with a permit in hand a job is leased, its create sent, and what the answer means for it
//! written down. The only place from which anything is made in the tenant.
//!
//! Must not know: what codes mean (`api::verdict`), who is looked up when.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;
use uuid::Uuid;

use super::doubt::SEEN_LOOKS;
use super::event::{DeliverEvent, Phase, Wait};
use super::policy::{BreakerState, Enough, WINDOW};
use super::run::{Done, Ended, HaltKind, Loop, Wake};
use crate::api::backoff::backoff;
use crate::api::client::Intent;
use crate::api::{Answer, Token, Verdict, verdict};
use crate::journal::{AttemptNote, Event, Leased, Settlement};
use crate::kinds;
use crate::problem::{Arg, Code, Complaint, Lang, Reason};
use crate::spec::{Endpoint, KindId};

/// A lease is durable before it exists: the promise that the door asks for.
impl Intent for Leased {
    fn kind(&self) -> KindId {
        Self::kind(self)
    }

    fn body(&self) -> &str {
        Self::body(self)
    }

    fn query(&self) -> &[(String, String)] {
        Self::query(self)
    }

    fn client_token(&self) -> &Uuid {
        Self::client_token(self)
    }
}

/// The event that a verdict is. `wait` = when what was surely not executed is sent again.
pub(crate) fn event(verdict: &Verdict, now: Timestamp, wait: Duration) -> Event {
    let not_before = later(now, wait);
    let why = || verdict.reason().unwrap_or_else(|| Reason::said(""));
    match verdict {
        Verdict::Created { remote_id } => Event::Created { remote: remote_id.clone() },
        Verdict::CreatedWithoutId | Verdict::Lost { .. } => Event::Lost { reason: why() },
        Verdict::Refused { code, .. } => Event::Refused { code: *code, reason: why() },
        Verdict::Duplicate { code, .. } => Event::Duplicate { code: *code },
        Verdict::TokenSeen { .. } => Event::TokenSeen,
        Verdict::Throttled { .. } => Event::Throttled { not_before },
        Verdict::TokenRejected { .. } | Verdict::NeverSent { .. } | Verdict::Halt(_) => {
            Event::NeverSent { not_before, reason: why() }
        }
    }
}

fn later(now: Timestamp, wait: Duration) -> Timestamp {
    SignedDuration::try_from(wait)
        .ok()
        .and_then(|wait| now.checked_add(wait).ok())
        .unwrap_or(Timestamp::MAX)
}

/// What is said where refusals are no longer the rows' own fault: the code's meaning, then the
/// server's own words.
fn refused_for_all(enough: Enough, endpoint: &Endpoint, verdict: &Verdict) -> Complaint {
    let said = |rows: String, code: i64| {
        let (words, server) = (verdict::words(endpoint, code), verdict.reason());
        let server = server.map(|said| said.text(Lang::En)).unwrap_or_default();
        let quoted = if server.is_empty() { Arg::default() } else { format!(" [{server}]").into() };
        match words {
            Some(words) => [rows.into(), code.to_string().into(), words, quoted],
            None => [rows.into(), code.to_string().into(), server.into(), Arg::default()],
        }
    };
    match enough {
        Enough::AllTheSame { rows, code } => {
            Complaint::with(Code::EveryRowRefused, said(rows.to_string(), code))
        }
        Enough::MostTheSame { alike, code } => {
            let said = said(WINDOW.to_string(), code).into_iter().chain([alike.to_string().into()]);
            Complaint::with(Code::MostRowsRefused, said)
        }
        Enough::TooMany { refused, allowed } => {
            Complaint::with(Code::TooManyRefused, [refused.to_string(), allowed.to_string()])
        }
    }
}

impl Loop<'_> {
    /// Send as many creates of a kind as may leave now.
    pub(super) fn start_creates(
        &mut self,
        kind: KindId,
        token: &Token,
        wake: &mut Wake,
    ) -> Result<(), Complaint> {
        let create = kinds::of(kind).remote.create;
        while !self.idle.lease[kind]
            && self.tally.in_flight() < self.with.policy.max_in_flight as u64
        {
            match self.failing[kind].state(Instant::now()) {
                BreakerState::Closed => {}
                BreakerState::HalfOpen if self.tally.in_flight_of(kind) == 0 => {}
                BreakerState::HalfOpen => return Ok(()),
                BreakerState::Open(until) => {
                    wake.at(until);
                    return Ok(());
                }
            }
            if self.network.is_on() && !self.tasks.is_empty() {
                return Ok(());
            }
            let permit = match self.with.pacers.of(create).try_permit() {
                Ok(permit) => permit,
                // Do not wait for a permit as long as no job could be leased with it.
                Err(_) if !self.with.journal.has_leasable(kind, (self.with.clock)())? => {
                    self.idle.lease[kind] = true;
                    self.fresh[kind] = 0;
                    return Ok(());
                }
                Err(moment) => {
                    wake.at(moment);
                    return Ok(());
                }
            };
            let now = (self.with.clock)();
            let leased = match self.quota.as_ref().and_then(|quota| quota.closed(kind)) {
                Some(jobs) => self.with.journal.lease_of(kind, jobs, now)?,
                None => self.with.journal.lease(kind, 1, now)?.pop(),
            };
            let Some(leased) = leased else {
                permit.give_back();
                self.idle.lease[kind] = true;
                self.fresh[kind] = 0;
                return Ok(());
            };
            self.fresh[kind] = self.fresh[kind].saturating_sub(1);
            if let Some(quota) = &mut self.quota {
                quota.leased(kind, leased.job());
            }
            self.tally.sent(kind);
            self.enter(Phase::Sending);
            let (client, token) = (self.with.client.clone(), token.clone());
            self.tasks.spawn(async move {
                let answer = client.create(permit, &token, &leased).await;
                Done::Create { leased: Box::new(leased), token, answer }
            });
        }
        Ok(())
    }

    /// Creates came back: one transaction for all of them, then what follows for the run.
    pub(super) fn settle_creates(
        &mut self,
        creates: &[(Box<Leased>, Token, Answer)],
    ) -> Result<(), Complaint> {
        let now = (self.with.clock)();
        let mut settlements = Vec::with_capacity(creates.len());
        let mut verdicts = Vec::with_capacity(creates.len());
        for (leased, token, answer) in creates {
            let endpoint = kinds::of(leased.kind()).remote.create;
            let verdict = verdict::create(endpoint, answer);
            self.tally.came_back(leased.kind());
            self.log(endpoint, verdict.label(), answer, verdict.code());
            let wait = self.heed(leased, token, &verdict);
            let mut event = event(&verdict, now, wait);
            if let Some(landed) = self.landed(leased, &verdict) {
                event = landed;
            }
            self.tally.happened(leased.kind(), &event, leased.in_doubt_before());
            settlements.push(self.settlement(leased, event, &verdict, answer, now));
            verdicts.push((leased, verdict));
        }
        self.with.journal.settle(&settlements, now)?;
        self.journal_changed();
        for (leased, verdict) in verdicts {
            self.guard(leased.kind(), leased.in_doubt_before(), &verdict);
        }
        Ok(())
    }

    /// Whether a create landed on whom the tenant had before, or was refused because of them: then it
    /// made nobody. One that made somebody beside is told of.
    fn landed(&mut self, leased: &Leased, verdict: &Verdict) -> Option<Event> {
        let before = leased.there_before()?;
        let made = match verdict {
            Verdict::Created { remote_id } => Some(remote_id),
            Verdict::Duplicate { .. } => None,
            Verdict::CreatedWithoutId
            | Verdict::Refused { .. }
            | Verdict::TokenSeen { .. }
            | Verdict::Throttled { .. }
            | Verdict::TokenRejected { .. }
            | Verdict::NeverSent { .. }
            | Verdict::Lost { .. }
            | Verdict::Halt(_) => return None,
        };
        if let Some(made) = made
            && made != before
        {
            let words = [before.to_owned(), made.clone()];
            self.tell(&DeliverEvent::Warning(Complaint::with(Code::MadeBesideExisting, words)));
            return None;
        }
        let remote = before.to_owned();
        (!leased.in_doubt_before()).then_some(Event::LookedUpExisting { remote })
    }

    fn settlement(
        &self,
        leased: &Leased,
        event: Event,
        verdict: &Verdict,
        answer: &Answer,
        now: Timestamp,
    ) -> Settlement {
        let configured: &[Duration] = &self.with.policy.settle_delays;
        let delays = if event == Event::TokenSeen { &SEEN_LOOKS } else { configured };
        let note = AttemptNote {
            http_status: answer.status(),
            code: verdict.code(),
            log_id: answer.log_id.clone(),
            elapsed_ms: u64::try_from(answer.elapsed.as_millis()).ok(),
            reason: verdict.reason(),
            next_look: delays.first().map(|delay| later(now, *delay)),
        };
        Settlement { job: leased.job(), attempt: leased.attempt(), event, note }
    }

    /// What a verdict means for the pace, the token and the network; how long its job waits where
    /// it was surely not executed.
    fn heed(&mut self, leased: &Leased, token: &Token, verdict: &Verdict) -> Duration {
        let now = Instant::now();
        let kind = leased.kind();
        let create = kinds::of(kind).remote.create;
        match verdict {
            Verdict::Created { .. }
            | Verdict::CreatedWithoutId
            | Verdict::Refused { .. }
            | Verdict::Duplicate { .. }
            | Verdict::TokenSeen { .. } => {
                self.network.well();
                self.failing[kind].well();
                self.keeper.worked(token);
                Duration::ZERO
            }
            Verdict::Throttled { wait, .. } => {
                self.network.well();
                self.failing[kind].well();
                self.throttled(create, *wait)
            }
            Verdict::TokenRejected { code } => {
                self.network.well();
                self.token_rejected(token, *code);
                Duration::ZERO
            }
            Verdict::NeverSent { why } => {
                self.unreachable(*why, now);
                let jitter = (self.with.jitter)();
                backoff(0, Duration::from_secs(1), Duration::from_secs(1), jitter)
            }
            Verdict::Lost { why, .. } => {
                let jitter = (self.with.jitter)();
                self.failing[kind].hit(now, jitter, Reason::from(*why));
                if let BreakerState::Open(until) = self.failing[kind].state(now) {
                    let wait = until.saturating_duration_since(now);
                    let why = Wait::ServerErrors(create.name);
                    self.tell(&DeliverEvent::Waiting { why, wait });
                }
                Duration::ZERO
            }
            Verdict::Halt(_) => {
                self.network.well();
                Duration::ZERO
            }
        }
    }

    /// What a verdict means for the run as a whole.
    fn guard(&mut self, kind: KindId, doubted: bool, verdict: &Verdict) {
        match verdict {
            Verdict::Halt(halt) => self.stop(super::token::halted(halt)),
            Verdict::Created { .. } => self.refusals.taken(kind),
            Verdict::Refused { code, .. } if !doubted => {
                let enough = self.refusals.refused(kind, *code, self.with.policy);
                let Some(enough) = enough else { return };
                let complaint = refused_for_all(enough, kinds::of(kind).remote.create, verdict);
                self.stop(Ended::Halted(complaint, HaltKind::Api));
            }
            Verdict::Refused { .. }
            | Verdict::CreatedWithoutId
            | Verdict::Duplicate { .. }
            | Verdict::TokenSeen { .. }
            | Verdict::Throttled { .. }
            | Verdict::TokenRejected { .. }
            | Verdict::NeverSent { .. }
            | Verdict::Lost { .. } => {}
        }
    }
}
