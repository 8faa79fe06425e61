//! What to do after what happened, as pure decisions: how long to wait, when to probe, when to
//! give up, when refusals are no longer the rows' own fault.
//!
//! Must not know: the journal, the network, which clock `now` comes from.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use tokio::time::Instant;

use crate::api::backoff::{self, backoff};
use crate::problem::Reason;
use crate::spec::{KindId, PerKind};

/// What to do with records that the tenant has already (`--existing`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Existing {
    /// They are `existing`, and not sent.
    #[default]
    Skip,
    /// They are conflicts, for a person to decide.
    Fail,
    /// They are sent all the same.
    SendAnyway,
}

/// The switches of a delivery.
#[derive(Clone, Debug)]
pub(crate) struct Policy {
    /// Time between look-ups after a lost answer; the first counts from the attempt's own time.
    pub settle_delays: Vec<Duration>,
    /// Creates on their way at once, both kinds together.
    pub max_in_flight: usize,
    /// What becomes of records that the tenant has already.
    pub existing: Existing,
    /// The job data that the snapshot of the tenant knows, by the employee's ID: where the app may not
    /// look, that is what is there.
    pub recorded: BTreeMap<String, String>,
    /// More refusals than this end the run.
    pub max_refused: Option<u64>,
    /// So many first rows of a kind refused with one code end the run, and so do [`MOST`] of any
    /// [`WINDOW`]; 0 never does.
    pub same_refusal: u32,
    /// How long the network may be away, or the server answer nothing but errors.
    pub patience: Duration,
    /// The same, while nothing was ever answered: a wrong host is told soon.
    pub first_patience: Duration,
    /// How long answers are waited for after the first signal.
    pub drain: Duration,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            settle_delays: [2, 10, 30].map(Duration::from_secs).to_vec(),
            max_in_flight: 32,
            existing: Existing::Skip,
            recorded: BTreeMap::new(),
            max_refused: None,
            same_refusal: 20,
            patience: backoff::PATIENCE,
            first_patience: backoff::FIRST_PATIENCE,
            drain: Duration::from_mins(1),
        }
    }
}

/// A circuit breaker for one sort of failure (no network, nothing but 5xx): who may still try.
///
/// Up to the threshold nothing changes. From there on everybody waits, one request at a time
/// probes, and the first good answer ends it.
#[derive(Clone, Debug)]
pub(crate) struct CircuitBreaker {
    threshold: u32,
    in_row: u32,
    since: Option<Instant>,
    until: Option<Instant>,
    rounds: u32,
    ever_well: bool,
    why: Option<Reason>,
}

/// What [`CircuitBreaker`] allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BreakerState {
    /// As many as you like.
    Closed,
    /// One at a time.
    HalfOpen,
    /// Nothing before then.
    Open(Instant),
}

impl CircuitBreaker {
    /// None yet; `threshold` failures in a row close the gate.
    pub(crate) const fn new(threshold: u32) -> Self {
        let (since, until) = (None, None);
        Self { threshold, in_row: 0, since, until, rounds: 0, ever_well: false, why: None }
    }

    /// It happened again. What was already on its way while the gate was shut doesn't lengthen
    /// the wait.
    pub(crate) fn hit(&mut self, now: Instant, jitter: f64, why: Reason) {
        self.why = Some(why);
        self.in_row = self.in_row.saturating_add(1);
        self.since.get_or_insert(now);
        if self.in_row < self.threshold || self.until.is_some_and(|until| now < until) {
            return;
        }
        let wait = backoff(self.rounds, Duration::from_secs(1), Duration::from_mins(1), jitter);
        self.rounds = self.rounds.saturating_add(1);
        self.until = Some(now + wait);
    }

    /// A good answer: it is over.
    pub(crate) const fn well(&mut self) {
        self.in_row = 0;
        self.since = None;
        self.until = None;
        self.rounds = 0;
        self.ever_well = true;
    }

    /// Whether there was ever a good answer.
    pub(crate) const fn ever_well(&self) -> bool {
        self.ever_well
    }

    /// Whether the gate is shut or on probation.
    pub(crate) const fn is_on(&self) -> bool {
        self.in_row >= self.threshold
    }

    /// The last trouble.
    pub(crate) const fn reason(&self) -> Option<&Reason> {
        self.why.as_ref()
    }

    /// Who may go now.
    pub(crate) fn state(&self, now: Instant) -> BreakerState {
        match self.until {
            Some(until) if self.is_on() && now < until => BreakerState::Open(until),
            Some(_) | None if self.is_on() => BreakerState::HalfOpen,
            Some(_) | None => BreakerState::Closed,
        }
    }

    /// Whether it has lasted longer than a run should wait.
    pub(crate) fn hopeless(&self, now: Instant, policy: &Policy) -> bool {
        let patience = if self.ever_well { policy.patience } else { policy.first_patience };
        self.is_on() && self.since.is_some_and(|since| now.duration_since(since) >= patience)
    }
}

/// The outcomes of a kind that are looked at together.
pub(crate) const WINDOW: usize = 100;
/// So many of them refused with one code are no longer the rows' own fault.
pub(crate) const MOST: u32 = 90;

/// Refusals of one delivery: are they still the rows' own fault?
#[derive(Clone, Debug, Default)]
pub(crate) struct Refusals {
    total: u64,
    kinds: PerKind<Outcomes>,
}

/// The outcomes of a kind: all of them while they are one refusal, and the last [`WINDOW`].
#[derive(Clone, Debug, Default)]
struct Outcomes {
    /// They were not all one refusal.
    broken: bool,
    rows: u32,
    /// The code of each that was refused.
    last: VecDeque<Option<i64>>,
}

/// Why refusals end the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Enough {
    /// The first so many rows were all refused with this code.
    AllTheSame {
        /// How many rows.
        rows: u32,
        /// The server's code.
        code: i64,
    },
    /// Most of the last [`WINDOW`] rows were refused with this code.
    MostTheSame {
        /// How many of them.
        alike: u32,
        /// The server's code.
        code: i64,
    },
    /// More than `--max-refused`.
    TooMany {
        /// How many were refused.
        refused: u64,
        /// How many were allowed.
        allowed: u64,
    },
}

impl Outcomes {
    fn push(&mut self, outcome: Option<i64>) {
        let first = self.last.front().copied();
        self.broken |= outcome.is_none() || first.is_some_and(|first| first != outcome);
        self.rows = self.rows.saturating_add(1);
        self.last.push_back(outcome);
        if self.last.len() > WINDOW {
            self.last.pop_front();
        }
    }
}

impl Refusals {
    /// A row of a kind was refused for good.
    pub(crate) fn refused(&mut self, kind: KindId, code: i64, policy: &Policy) -> Option<Enough> {
        self.total += 1;
        if let Some(allowed) = policy.max_refused
            && self.total > allowed
        {
            return Some(Enough::TooMany { refused: self.total, allowed });
        }
        let outcomes = &mut self.kinds[kind];
        outcomes.push(Some(code));
        if policy.same_refusal == 0 {
            return None;
        }
        if !outcomes.broken && outcomes.rows >= policy.same_refusal {
            return Some(Enough::AllTheSame { rows: outcomes.rows, code });
        }
        let same = outcomes.last.iter().filter(|outcome| **outcome == Some(code)).count();
        let alike = u32::try_from(same).unwrap_or(u32::MAX);
        let most = outcomes.last.len() == WINDOW && alike >= MOST;
        most.then_some(Enough::MostTheSame { alike, code })
    }

    /// A row of a kind was taken: the rows before it were refused for reasons of their own.
    pub(crate) fn taken(&mut self, kind: KindId) {
        self.kinds[kind].push(None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Unsent;

    const SECOND: Duration = Duration::from_secs(1);

    #[tokio::test(start_paused = true)]
    async fn what_was_on_its_way_does_not_lengthen_the_wait() {
        let mut trouble = CircuitBreaker::new(2);
        let now = Instant::now();
        trouble.hit(now, 0.0, Reason::from(Unsent::Dns));
        assert_eq!(trouble.state(now), BreakerState::Closed);
        for _ in 0..32 {
            trouble.hit(now, 0.0, Reason::from(Unsent::Dns));
        }
        assert_eq!(trouble.state(now), BreakerState::Open(now + SECOND));
        assert_eq!(trouble.state(now + SECOND), BreakerState::HalfOpen);
        trouble.hit(now + SECOND, 0.0, Reason::from(Unsent::Dns));
        assert_eq!(trouble.state(now + SECOND), BreakerState::Open(now + 3 * SECOND));
        trouble.well();
        assert_eq!(trouble.state(now + SECOND), BreakerState::Closed);
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_that_never_answered_is_given_up_sooner() {
        let policy = Policy::default();
        let now = Instant::now();
        let mut fresh = CircuitBreaker::new(1);
        fresh.hit(now, 0.0, Reason::from(Unsent::Dns));
        assert!(!fresh.hopeless(now + policy.first_patience - SECOND, &policy));
        assert!(fresh.hopeless(now + policy.first_patience, &policy));
        let mut known = CircuitBreaker::new(1);
        known.well();
        known.hit(now, 0.0, Reason::from(Unsent::Dns));
        assert!(!known.hopeless(now + policy.first_patience, &policy));
        assert!(known.hopeless(now + policy.patience, &policy));
    }

    #[test]
    fn twenty_first_rows_with_one_refusal_end_the_run() {
        let policy = Policy::default();
        let mut refusals = Refusals::default();
        for _ in 1..20 {
            assert_eq!(refusals.refused(KindId::Talent, 1_002_002, &policy), None);
        }
        assert_eq!(
            refusals.refused(KindId::Talent, 1_002_002, &policy),
            Some(Enough::AllTheSame { rows: 20, code: 1_002_002 })
        );
    }

    #[test]
    fn one_good_row_or_another_code_breaks_the_streak_of_its_kind_alone() {
        let policy = Policy::default();
        let mut refusals = Refusals::default();
        refusals.taken(KindId::Talent);
        assert!((0..50).all(|_| refusals.refused(KindId::Talent, 1, &policy).is_none()));
        assert_eq!(refusals.refused(KindId::JobData, 7, &policy), None);
        assert!((0..50).all(|_| refusals.refused(KindId::JobData, 8, &policy).is_none()));
    }

    #[test]
    fn ninety_of_the_last_hundred_rows_with_one_refusal_end_the_run() {
        let policy = Policy::default();
        let mut refusals = Refusals::default();
        for row in 0..1000 {
            // 89 % are never enough, however long it goes on.
            if row % 100 < 11 {
                refusals.taken(KindId::Talent);
            } else {
                assert_eq!(refusals.refused(KindId::Talent, 7, &policy), None, "{row}");
            }
        }
        for _ in 0..10 {
            refusals.taken(KindId::Talent);
        }
        let ended = (1..=100)
            .find_map(|row| refusals.refused(KindId::Talent, 8, &policy).map(|it| (row, it)));
        assert_eq!(ended, Some((90, Enough::MostTheSame { alike: 90, code: 8 })));
        let never = Policy { same_refusal: 0, ..policy };
        assert!((0..500).all(|_| refusals.refused(KindId::JobData, 8, &never).is_none()));
    }

    #[test]
    fn max_refused_is_how_many_are_allowed() {
        let policy = Policy { max_refused: Some(2), ..Policy::default() };
        let mut refusals = Refusals::default();
        assert_eq!(refusals.refused(KindId::Talent, 1, &policy), None);
        assert_eq!(refusals.refused(KindId::Talent, 2, &policy), None);
        assert_eq!(
            refusals.refused(KindId::JobData, 3, &policy),
            Some(Enough::TooMany { refused: 3, allowed: 2 })
        );
    }
}
