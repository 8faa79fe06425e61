//! What concerns every request alike: the token, too many requests, no network, a halt.
//!
//! Must not know: what the requests are for.

use std::time::Duration;

use tokio::time::Instant;

use super::event::{DeliverEvent, Wait};
use super::policy::BreakerState;
use super::run::{Done, Ended, HaltKind, Loop, Wake};
use crate::api::auth::{Granted, Rejected};
use crate::api::{Answer, Halt, HaltReason, Token, auth};
use crate::kinds::endpoints;
use crate::problem::{Code, Complaint, Reason, Unsent};
use crate::spec::Endpoint;

/// The halt for credentials that don't hold, or for another reason that the API gave.
pub(super) fn halted(halt: &Halt) -> Ended {
    let kind = if halt.is_authority() { HaltKind::Credentials } else { HaltKind::Api };
    Ended::Halted(halt.complaint(), kind)
}

impl Loop<'_> {
    /// The token to send with. Where there is none, or not for long, one is fetched, once.
    pub(super) fn token(
        &mut self,
        now: Instant,
        wake: &mut Wake,
    ) -> Result<Option<Token>, Complaint> {
        if self.keeper.needs_refresh(now) && !self.token_asked {
            self.ask_token(now, wake)?;
        }
        Ok(self.keeper.current(now).cloned())
    }

    fn ask_token(&mut self, now: Instant, wake: &mut Wake) -> Result<(), Complaint> {
        if let BreakerState::Open(until) = self.reading.state(now) {
            wake.at(until);
            return Ok(());
        }
        match self.with.pacers.of(&endpoints::TOKEN).try_permit() {
            Err(at) => wake.at(at),
            Ok(permit) => {
                let now = (self.with.clock)();
                let call = self.with.journal.record_call(endpoints::TOKEN.name, now)?;
                self.token_asked = true;
                let client = self.with.client.clone();
                let credentials = self.with.credentials.clone();
                self.tasks.spawn(async move {
                    Done::Token { call, answer: client.token(permit, &credentials).await }
                });
            }
        }
        Ok(())
    }

    /// The request for a token came back.
    pub(super) fn token_answered(&mut self, answer: &Answer) {
        self.token_asked = false;
        let now = Instant::now();
        let granted = auth::token(answer);
        let label = match &granted {
            Granted::Token(_) => "granted",
            Granted::Throttled { .. } => "throttled",
            Granted::Unreachable { .. } => "never sent",
            Granted::Again { .. } => "lost",
            Granted::Halt(_) => "refused",
        };
        self.log(&endpoints::TOKEN, label, answer, None);
        match granted {
            Granted::Token(grant) => {
                self.network.well();
                self.reading.well();
                self.keeper.accept(grant, now);
            }
            Granted::Throttled { wait } => {
                self.throttled(&endpoints::TOKEN, wait);
            }
            Granted::Unreachable { why } => self.unreachable(why, now),
            Granted::Again { why } => {
                self.reading_failed(&endpoints::TOKEN, Reason::from(why), now);
            }
            Granted::Halt(halt) => self.stop(halted(&halt)),
        }
    }

    /// A token was rejected: fetched again once; a fresh one that is rejected too ends the run.
    pub(super) fn token_rejected(&mut self, token: &Token, code: i64) {
        match self.keeper.rejected(token) {
            Rejected::Refresh | Rejected::Stale => {}
            Rejected::Hopeless => self.stop(halted(&Halt::new(HaltReason::Credentials, code, ""))),
        }
    }

    /// A read brought an error of the server: a few in a row, and reads wait.
    pub(super) fn reading_failed(
        &mut self,
        endpoint: &'static Endpoint,
        why: Reason,
        now: Instant,
    ) {
        let jitter = (self.with.jitter)();
        self.reading.hit(now, jitter, why);
        if let BreakerState::Open(until) = self.reading.state(now) {
            let wait = until.saturating_duration_since(now);
            self.tell(&DeliverEvent::Waiting { why: Wait::ServerErrors(endpoint.name), wait });
        }
    }

    /// Too many requests: that endpoint waits, for everyone.
    pub(super) fn throttled(
        &mut self,
        endpoint: &'static Endpoint,
        wait: Option<Duration>,
    ) -> Duration {
        let wait = self.with.pacers.of(endpoint).throttled(wait);
        self.tell(&DeliverEvent::Waiting { why: Wait::Throttled(endpoint.name), wait });
        wait
    }

    /// Nothing reached the server: everyone waits.
    pub(super) fn unreachable(&mut self, why: Unsent, now: Instant) {
        if why == Unsent::Unmade {
            self.stop(Ended::Halted(Complaint::new(Code::RequestNotMade), HaltKind::Api));
            return;
        }
        // One that verified a moment ago may do so again: a network that wants a login.
        if why == Unsent::Certificate && !self.network.ever_well() {
            let complaint = why.complaint(&self.with.client.host());
            self.stop(Ended::Halted(complaint, HaltKind::Network));
            return;
        }
        let jitter = (self.with.jitter)();
        self.network.hit(now, jitter, Reason::from(why));
        if let BreakerState::Open(until) = self.network.state(now) {
            let wait = until.saturating_duration_since(now);
            self.tell(&DeliverEvent::Waiting { why: Wait::Network, wait });
        }
    }
}
