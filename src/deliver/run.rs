//! The loop: one `select!` over answers, timers and the shutdown. It owns the journal, so the
//! order of everything that happens is the order in this file.
//!
//! A turn takes in what has been answered (one transaction), then starts whatever may start now,
//! then waits for the next answer or the next moment at which something may start. When nothing
//! runs and nothing is to come, the delivery is finished.
//!
//! Must not know: what an answer means (`api::verdict`), what a look says (`judge`, `doubt`).

use std::time::Duration;

use jiff::Timestamp;
use tokio::task::{JoinError, JoinSet};
use tokio::time::{Instant, sleep_until};

use super::canary::quota::Quota;
use super::event::{DeliverEvent, Phase, Watcher};
use super::policy::{CircuitBreaker, Policy, Refusals};
use super::running::Running;
use super::shutdown::{Shutdown, Stop};
use super::slot::{PerSlot, Slot};
use super::steady::MonotonicClock;
use super::tally::Tally;
use crate::api::reads::Read;
use crate::api::{Answer, Client, Credentials, Pacers, Token, TokenKeeper};
use crate::journal::{CallId, Journal, Leased};
use crate::problem::{Code, Complaint};
use crate::spec::PerKind;

/// Everything that a delivery works with.
pub(crate) struct Delivery<'a> {
    /// The queue and the truth.
    pub journal: &'a mut Journal,
    /// The one door.
    pub client: &'a Client,
    /// For tokens.
    pub credentials: &'a Credentials,
    /// The pace of each endpoint.
    pub pacers: &'a Pacers,
    /// The switches.
    pub policy: &'a Policy,
    /// The wall clock.
    pub clock: &'a dyn Fn() -> Timestamp,
    /// Chance, 0 to 1, to spread retries.
    pub jitter: &'a mut dyn FnMut() -> f64,
    /// Who looks on.
    pub watcher: &'a mut dyn Watcher,
    /// When to stop.
    pub shutdown: Shutdown,
}

/// How a delivery ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// Nothing is left that can be done without a person.
    Finished,
    /// Somebody asked to stop; it can go on later.
    Interrupted,
    /// Going on would be of no use.
    Halted(Complaint, HaltKind),
}

/// What sort of reason halted a delivery; each has its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HaltKind {
    /// Credentials or permissions (exit 3).
    Credentials,
    /// The network (exit 4).
    Network,
    /// The API, or a guard (exit 1).
    Api,
}

/// What a delivery may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Everything.
    Send,
    /// Look only: no job is leased, none is looked up ahead.
    Settle,
}

/// Send what is approved, until nothing is left that can be done.
///
/// # Errors
/// The journal's: nothing was sent after it, and what was on its way is in doubt.
pub(crate) async fn run(delivery: Delivery<'_>) -> Result<Ended, Complaint> {
    drive(delivery, Mode::Send).await
}

/// Turn doubt into fact as far as looking can; sends no create.
///
/// # Errors
/// The journal's.
pub(crate) async fn reconcile_all(delivery: Delivery<'_>) -> Result<Ended, Complaint> {
    drive(delivery, Mode::Settle).await
}

async fn drive(delivery: Delivery<'_>, mode: Mode) -> Result<Ended, Complaint> {
    let steady = MonotonicClock::new(delivery.clock);
    let clock = || steady.now();
    Loop::new(delivery.by(&clock), mode, &steady)?.drive().await
}

impl<'a> Delivery<'a> {
    /// The same by another clock.
    pub(super) fn by<'b>(self, clock: &'b dyn Fn() -> Timestamp) -> Delivery<'b>
    where
        'a: 'b,
    {
        let Self {
            journal, client, credentials, pacers, policy, jitter, watcher, shutdown, ..
        } = self;
        Delivery { journal, client, credentials, pacers, policy, clock, jitter, watcher, shutdown }
    }
}

/// One request that came back.
pub(super) enum Done {
    /// The token's.
    Token {
        /// Its number in the journal.
        call: CallId,
        /// What came back.
        answer: Answer,
    },
    /// A create's.
    Create {
        /// The job.
        leased: Box<Leased>,
        /// The token it was sent with.
        token: Token,
        /// What came back.
        answer: Answer,
    },
    /// A read's.
    Read {
        /// Whose batch.
        slot: Slot,
        /// Its number in the journal.
        call: CallId,
        /// What was asked.
        read: Read,
        /// The token it was sent with.
        token: Token,
        /// What came back.
        answer: Answer,
    },
}

/// The earliest moment at which something may start.
#[derive(Default)]
pub(super) struct Wake(Option<Instant>);

impl Wake {
    /// Something may start at this moment.
    pub(super) fn at(&mut self, moment: Instant) {
        self.0 = Some(self.0.map_or(moment, |old| old.min(moment)));
    }
}

/// Whether the app may read job data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    /// It was not tried.
    Untried,
    /// It was read.
    Clear,
    /// It may not be read.
    Blind,
}

/// Why nothing new starts, and until when answers are waited for.
pub(super) struct Stopping {
    why: Ended,
    pub(super) deadline: Instant,
}

/// A delivery under way.
pub(super) struct Loop<'a> {
    pub(super) with: Delivery<'a>,
    pub(super) mode: Mode,
    pub(super) steady: &'a MonotonicClock<'a>,
    pub(super) tasks: JoinSet<Done>,
    pub(super) keeper: TokenKeeper,
    pub(super) token_asked: bool,
    pub(super) network: CircuitBreaker,
    pub(super) reading: CircuitBreaker,
    pub(super) failing: PerKind<CircuitBreaker>,
    pub(super) refusals: Refusals,
    /// Batches of look-ups.
    pub(super) batches: PerSlot<Option<Running>>,
    /// Slots and kinds that had nothing to do when last asked, until the journal changes.
    pub(super) idle: Idle,
    pub(super) fresh: PerKind<usize>,
    pub(super) sight: PerKind<Sight>,
    pub(super) tally: Tally,
    /// When the journal has something due that it doesn't have now.
    pub(super) alarm: Option<Instant>,
    /// Only so many are sent.
    pub(super) quota: Option<Quota>,
    pub(super) stopping: Option<Stopping>,
    phase: Option<Phase>,
    /// The journal was asked once more before calling it finished.
    sure: bool,
}

/// What needn't be asked again before something changes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Idle {
    /// Nothing to look up, by slot.
    pub(super) slots: PerSlot<bool>,
    /// Nothing to lease, by kind.
    pub(super) lease: PerKind<bool>,
    /// When the journal's next due moment was not asked for since the last change.
    pub(super) alarm_unknown: bool,
}

/// The longest sleep where only an answer can be next.
const LONGEST_NAP: Duration = Duration::from_mins(1);

impl<'a> Loop<'a> {
    pub(super) fn new(
        with: Delivery<'a>,
        mode: Mode,
        steady: &'a MonotonicClock<'a>,
    ) -> Result<Self, Complaint> {
        let tally = Tally::new(&with.journal.remaining()?, Instant::now());
        Ok(Self {
            with,
            mode,
            steady,
            tasks: JoinSet::new(),
            keeper: TokenKeeper::new(),
            token_asked: false,
            network: CircuitBreaker::new(1),
            reading: CircuitBreaker::new(4),
            failing: PerKind::of(|_| CircuitBreaker::new(8)),
            refusals: Refusals::default(),
            batches: PerSlot::default(),
            idle: Idle { alarm_unknown: true, ..Idle::default() },
            fresh: PerKind::default(),
            sight: PerKind::of(|_| Sight::Untried),
            tally,
            alarm: None,
            quota: None,
            stopping: None,
            phase: None,
            sure: false,
        })
    }

    /// Run to the end. After an error of the journal what is on its way is waited for, unwritten:
    /// it is in doubt when the journal opens again.
    pub(super) async fn drive(&mut self) -> Result<Ended, Complaint> {
        let ended = self.turns().await;
        if ended.is_err() {
            let deadline = Instant::now() + self.with.policy.drain;
            let Self { tasks, with, .. } = self;
            tokio::select! {
                () = async { while tasks.join_next().await.is_some() {} } => {}
                () = async { while with.shutdown.changed().await != Stop::Now {} } => {}
                () = sleep_until(deadline) => {}
            }
        }
        ended
    }

    async fn turns(&mut self) -> Result<Ended, Complaint> {
        let mut done = Vec::new();
        if self.with.shutdown.now() != Stop::No {
            return Ok(Ended::Interrupted);
        }
        if self.tally.is_empty() {
            return Ok(Ended::Finished);
        }
        if let Some(ended) = self.wait_after_set_back().await? {
            return Ok(ended);
        }
        loop {
            while let Some(one) = self.tasks.try_join_next() {
                done.push(one);
            }
            self.take_in(&mut done)?;
            let mut wake = Wake::default();
            self.start(&mut wake)?;
            if let Some(ended) = self.ended(&wake) {
                // Time alone makes work, too: a look-up grows old. Ask the journal once more.
                if ended == Ended::Finished && !self.sure {
                    self.sure = true;
                    self.journal_changed();
                    continue;
                }
                if ended == Ended::Finished && self.mode == Mode::Send && self.quota.is_none() {
                    self.block_held()?;
                }
                self.tell_progress(true);
                return Ok(ended);
            }
            self.sure &= self.tasks.is_empty();
            let moment = wake.0;
            let until = moment.unwrap_or_else(|| Instant::now() + LONGEST_NAP);
            tokio::select! {
                biased;
                stop = self.with.shutdown.changed() => {
                    if stop == Stop::Now {
                        return Ok(Ended::Interrupted);
                    }
                    self.stop(Ended::Interrupted);
                }
                Some(one) = self.tasks.join_next(), if !self.tasks.is_empty() => done.push(one),
                () = sleep_until(until) => {}
            }
        }
    }

    /// Take in what was answered: creates in one transaction, reads by batch.
    fn take_in(&mut self, done: &mut Vec<Result<Done, JoinError>>) -> Result<(), Complaint> {
        let mut creates = Vec::new();
        let mut calls = Vec::new();
        for one in done.drain(..) {
            match one.map_err(|error| died(&error))? {
                Done::Token { call, answer } => {
                    calls.push(call);
                    self.token_answered(&answer);
                }
                Done::Create { leased, token, answer } => creates.push((leased, token, answer)),
                Done::Read { slot, call, read, token, answer } => {
                    calls.push(call);
                    self.read_answered(slot, read, &token, &answer);
                }
            }
        }
        self.with.journal.calls_answered(&calls, (self.with.clock)())?;
        if !creates.is_empty() {
            self.settle_creates(&creates)?;
        }
        for slot in Slot::all() {
            self.conclude(slot)?;
        }
        self.tell_progress(false);
        Ok(())
    }

    /// Start nothing more; answers are waited for, within bounds. The first reason stays.
    pub(super) fn stop(&mut self, why: Ended) {
        if self.stopping.is_none() {
            let deadline = Instant::now() + self.with.policy.drain;
            self.stopping = Some(Stopping { why, deadline });
            self.enter(Phase::Draining);
        }
    }

    /// Whether it is over.
    fn ended(&mut self, wake: &Wake) -> Option<Ended> {
        let Some(stopping) = &self.stopping else {
            return (self.tasks.is_empty() && wake.0.is_none()).then_some(Ended::Finished);
        };
        // Reads that are on their way change nothing; creates do.
        let over = self.tally.in_flight() == 0 || stopping.deadline <= Instant::now();
        over.then(|| stopping.why.clone())
    }

    /// The journal was written: what had nothing to do may have something now.
    pub(super) fn journal_changed(&mut self) {
        self.alarm = None;
        self.idle = Idle { alarm_unknown: true, ..Idle::default() };
    }

    pub(super) fn tell(&mut self, event: &DeliverEvent) {
        self.with.watcher.event(event);
    }

    /// Tell what it is chiefly doing, when that changes.
    pub(super) fn enter(&mut self, phase: Phase) {
        if self.phase != Some(phase) {
            self.phase = Some(phase);
            self.tell(&DeliverEvent::Phase(phase));
        }
    }

    fn tell_progress(&mut self, last: bool) {
        let progress = self.tally.progress(self.with.pacers, Instant::now(), last);
        if let Some(progress) = progress {
            self.tell(&DeliverEvent::Progress(progress));
        }
    }
}

/// A task of ours panicked: a defect.
fn died(error: &JoinError) -> Complaint {
    let why = if error.is_panic() { "panic" } else { "cancelled" };
    Complaint::with(Code::TaskDied, [why])
}
