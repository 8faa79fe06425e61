//! What may start in a turn, and when the next turn is worth it.
//!
//! Must not know: what comes of what is started.

use std::time::Duration;

use jiff::Timestamp;
use tokio::time::{Instant, sleep_until};

use super::event::{DeliverEvent, Phase, Wait};
use super::policy::BreakerState;
use super::run::{Ended, HaltKind, Loop, Mode, Wake};
use crate::journal::mend::{Safeguard, holds};
use crate::problem::{Arg, Code, Complaint, Reason};
use crate::spec::KindId;

impl Loop<'_> {
    /// A journal that was set back does not know what was made since. Before the first look, let the
    /// tenant's index show it: as long as all looks at one unknown outcome take.
    pub(super) async fn wait_after_set_back(&mut self) -> Result<Option<Ended>, Complaint> {
        let Some(since) = self.with.journal.set_back_at() else { return Ok(None) };
        if self.mode != Mode::Send || !holds(Safeguard::SetBackWaits) {
            return Ok(None);
        }
        let all: Duration = self.with.policy.settle_delays.iter().sum();
        let passed = (self.with.clock)().duration_since(since);
        let wait = all.saturating_sub(Duration::try_from(passed).unwrap_or_default());
        if !wait.is_zero() {
            self.enter(Phase::Waiting);
            self.tell(&DeliverEvent::Waiting { why: Wait::SetBack, wait });
            let until = Instant::now() + wait;
            tokio::select! {
                biased;
                _ = self.with.shutdown.changed() => return Ok(Some(Ended::Interrupted)),
                () = sleep_until(until) => {}
            }
        }
        // Cut off before this, the next process waits.
        self.with.journal.waited_after_set_back()?;
        Ok(None)
    }

    /// Start everything that may start now.
    pub(super) fn start(&mut self, wake: &mut Wake) -> Result<(), Complaint> {
        let now = Instant::now();
        if self.stopping.is_none() {
            self.give_up_on_trouble(now);
        }
        if let Some(stopping) = &self.stopping {
            wake.at(stopping.deadline);
            return Ok(());
        }
        if self.alarm.is_some_and(|at| at <= now) {
            self.journal_changed();
        }
        match self.network.state(now) {
            BreakerState::Closed => {}
            BreakerState::Open(until) => {
                wake.at(until);
                return Ok(());
            }
            BreakerState::HalfOpen if self.tasks.is_empty() => {}
            BreakerState::HalfOpen => return Ok(()),
        }
        self.load_batches()?;
        if !self.has_work() {
            self.set_alarm(wake)?;
            return Ok(());
        }
        let Some(token) = self.token(now, wake)? else { return Ok(()) };
        self.start_reads(&token, wake)?;
        if self.mode == Mode::Send {
            for kind in KindId::ALL {
                self.start_creates(*kind, &token, wake)?;
            }
        }
        self.set_alarm(wake)
    }

    /// Whether there is anything that a token is needed for.
    fn has_work(&self) -> bool {
        if !self.tasks.is_empty() || self.batches.values().any(Option::is_some) {
            return true;
        }
        self.mode == Mode::Send && self.idle.lease.values().any(|idle| !idle)
    }

    /// Give the network or the server up when they have been away for too long.
    fn give_up_on_trouble(&mut self, now: Instant) {
        if self.network.hopeless(now, self.with.policy) {
            let host = self.with.client.host();
            let complaint = match self.network.reason() {
                Some(Reason::Unsent(why)) => why.complaint(&host),
                why => Complaint::with(Code::HostUnreachable, [host.into(), told(why)]),
            };
            self.stop(Ended::Halted(complaint, HaltKind::Network));
        }
        let hopeless = self
            .failing
            .values()
            .chain([&self.reading])
            .find(|trouble| trouble.hopeless(now, self.with.policy))
            .map(|trouble| told(trouble.reason()));
        if let Some(why) = hopeless {
            let words = [self.with.client.host().into(), why];
            let complaint = Complaint::with(Code::ServerFailing, words);
            self.stop(Ended::Halted(complaint, HaltKind::Api));
        }
    }

    /// Wake when the journal's next moment is due.
    fn set_alarm(&mut self, wake: &mut Wake) -> Result<(), Complaint> {
        if self.idle.alarm_unknown {
            let now = (self.with.clock)();
            let due = self.with.journal.due_after(now)?;
            let stale = match self.mode {
                Mode::Send => self.with.journal.resend_stale_after(now)?,
                Mode::Settle => None,
            };
            self.alarm = due.into_iter().chain(stale).min().map(|due| moment(due, now));
            self.idle.alarm_unknown = false;
        }
        if let Some(alarm) = self.alarm {
            wake.at(alarm);
            if self.tasks.is_empty() && alarm > Instant::now() {
                self.enter(Phase::Waiting);
                let wait = alarm.saturating_duration_since(Instant::now());
                self.tell(&DeliverEvent::Waiting { why: Wait::Doubt, wait });
            }
        }
        Ok(())
    }
}

/// A reason as a value of a complaint.
fn told(why: Option<&Reason>) -> Arg {
    why.map(Reason::both).unwrap_or_default()
}

/// A moment of the wall clock as one of ours. The journal keeps milliseconds: one more, so
/// that what is due then is due.
fn moment(due: Timestamp, now: Timestamp) -> Instant {
    let wait = Duration::try_from(due.duration_since(now)).unwrap_or_default();
    Instant::now() + wait + Duration::from_millis(1)
}
