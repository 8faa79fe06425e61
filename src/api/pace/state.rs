//! What a pacer knows, and its arithmetic: spacing by governor, windows by logs, pauses, the
//! recovery after them, and forecasts.
//!
//! Must not know: permits, endpoints, who asks.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};
use tokio::time::Instant;

use super::log::Log;

/// After a pause the gap is 2³ times as long, and halves as often as this long passes in peace.
const RECOVERY_STEPS: u32 = 3;
const RECOVERY_STEP: Duration = Duration::from_secs(5);
/// What forecasts assume before the first answer: a call from China to Feishu, with its work.
const ASSUMED_ROUND_TRIP: Duration = Duration::from_millis(200);
/// So many answers to requests sent after a pause, and the next throttle is not "in a row" with it.
const PEACE: u32 = 10;
/// Weight of the newest round trip in the mean that forecasts use.
const NEWEST: f64 = 0.1;

/// Governor's view of tokio's clock, so that paused time works.
#[derive(Clone, Debug)]
struct TokioClock {
    origin: Instant,
}

impl Clock for TokioClock {
    type Instant = Duration;

    fn now(&self) -> Duration {
        self.origin.elapsed()
    }
}

type Spacing = RateLimiter<NotKeyed, InMemoryState, TokioClock, NoOpMiddleware<Duration>>;

/// A governor of this gap, burst 1. Governor refuses a gap of zero only.
fn spacing(gap: Duration) -> Spacing {
    let quota = Quota::with_period(gap).unwrap_or(Quota::per_second(NonZeroU32::MIN));
    RateLimiter::direct_with_clock(quota, TokioClock { origin: Instant::now() })
}

/// What a pacer knows; shared with its permits, which bring their slots back.
pub(super) struct State {
    gap: Duration,
    spacing: Spacing,
    logs: Vec<Log>,
    paused_until: Option<Instant>,
    /// Halvings of the pace that are left, and when the next one is lifted.
    slowed: u32,
    next_step: Instant,
    /// Pauses in a row for which the server named no time.
    unnamed: u32,
    /// Answers to requests that were sent after the latest pause.
    since_pause: u32,
    /// Mean time from permit to answer, once there was one.
    round_trip: Option<Duration>,
    /// Requests granted and throttles seen since the start.
    granted: u64,
    throttled: u64,
}

impl State {
    /// Lift the slowness that time has lifted.
    fn recover(&mut self, now: Instant) {
        let before = self.slowed;
        while self.slowed > 0 && now >= self.next_step {
            self.slowed -= 1;
            self.next_step += RECOVERY_STEP;
        }
        if self.slowed != before {
            self.respace();
        }
        if self.slowed == 0 && before > 0 {
            self.unnamed = 0;
        }
    }

    /// A new governor for the present gap; its first cell is spent, so that it starts with a gap.
    fn respace(&mut self) {
        self.spacing = spacing(self.gap * 2_u32.pow(self.slowed));
        let _first = self.spacing.check();
    }

    /// When the next request may be sent: `now` if at once. Spends governor's cell then.
    pub(super) fn next(&mut self, now: Instant) -> Instant {
        self.recover(now);
        let mut at = self.paused_until.map_or(now, |until| until.max(now));
        for log in &mut self.logs {
            at = at.max(log.next(now));
        }
        if at > now {
            return at;
        }
        match self.spacing.check() {
            Ok(()) => now,
            Err(not_until) => {
                let wait = not_until.wait_time_from(self.spacing.clock().now());
                now + wait.max(Duration::from_micros(1))
            }
        }
    }

    /// The gap that holds at `at`, were there no further throttling.
    fn gap_at(&self, at: Instant) -> Duration {
        let passed = at.saturating_duration_since(self.next_step);
        let lifted = if at < self.next_step {
            0
        } else {
            1 + u32::try_from(passed.as_millis() / RECOVERY_STEP.as_millis())
                .unwrap_or(u32::MAX - 1)
        };
        self.gap * 2_u32.pow(self.slowed.saturating_sub(lifted))
    }

    /// Nothing sent, nothing held.
    pub(super) fn new(gap: Duration, logs: Vec<Log>) -> Self {
        Self {
            gap,
            spacing: spacing(gap),
            logs,
            paused_until: None,
            slowed: 0,
            next_step: Instant::now(),
            unnamed: 0,
            since_pause: 0,
            round_trip: None,
            granted: 0,
            throttled: 0,
        }
    }

    /// Hold a slot of each log.
    pub(super) fn grant(&mut self) {
        for log in &mut self.logs {
            log.take();
        }
        self.granted += 1;
    }

    /// A request was answered, or given up, `took` after its permit.
    pub(super) fn answered(&mut self, now: Instant, took: Duration) {
        let sent = now.checked_sub(took).unwrap_or(now);
        if self.paused_until.is_some_and(|until| sent >= until) {
            self.since_pause = self.since_pause.saturating_add(1);
        }
        let mean = |mean: Duration| mean.mul_f64(1.0 - NEWEST) + took.mul_f64(NEWEST);
        self.round_trip = Some(self.round_trip.map_or(took, mean));
        for log in &mut self.logs {
            log.release(now);
        }
    }

    /// A permit was not used.
    pub(super) fn take_back(&mut self) {
        self.granted = self.granted.saturating_sub(1);
        for log in &mut self.logs {
            log.give_back();
        }
    }

    /// Nobody sends for `wait`; never shortens a pause. Returns when it ends.
    pub(super) fn pause(&mut self, wait: Duration, now: Instant) -> Instant {
        self.throttled += 1;
        let until = now + wait;
        let until = self.paused_until.map_or(until, |old| old.max(until));
        self.paused_until = Some(until);
        self.since_pause = 0;
        self.slowed = RECOVERY_STEPS;
        self.next_step = until + RECOVERY_STEP;
        self.respace();
        until
    }

    /// How long to pause where the server named no time: what is left of a pause, else 1 s,
    /// doubling with each pause in a row.
    pub(super) fn unnamed_wait(&mut self, now: Instant) -> Duration {
        self.recover(now);
        if let Some(until) = self.paused_until(now) {
            return until.saturating_duration_since(now);
        }
        if self.since_pause > PEACE {
            self.unnamed = 0;
        }
        let wait = Duration::from_secs(1 << self.unnamed.min(9));
        self.unnamed += 1;
        wait
    }

    /// When a pause ends, while there is one.
    pub(super) fn paused_until(&self, now: Instant) -> Option<Instant> {
        self.paused_until.filter(|until| *until > now)
    }

    /// Requests granted, and throttles heard.
    pub(super) const fn totals(&self) -> (u64, u64) {
        (self.granted, self.throttled)
    }

    /// How long `n` further requests take to be answered, each sent as soon as it may.
    pub(super) fn forecast(&mut self, n: u64, now: Instant) -> Duration {
        self.recover(now);
        let round_trip = self.round_trip.unwrap_or(ASSUMED_ROUND_TRIP);
        let (n, repeated) = self.without_cycles(n, round_trip);
        if n == 0 {
            return repeated;
        }
        let mut logs = self.logs.clone();
        for log in &mut logs {
            log.assume_answered(now + round_trip);
        }
        let mut at = self.paused_until(now).unwrap_or(now);
        for sent in 0..n {
            if sent > 0 {
                at += self.gap_at(at);
            }
            for log in &mut logs {
                at = at.max(log.next(at));
            }
            for log in &mut logs {
                log.assume_sent(at + round_trip);
            }
        }
        (at + round_trip).saturating_duration_since(now).saturating_add(repeated)
    }

    /// Beyond two windows' worth the rest repeats with the period of the longest window: how many
    /// requests are left to simulate, and how long the repetitions take.
    fn without_cycles(&self, n: u64, round_trip: Duration) -> (u64, Duration) {
        let Some(slow) = self.logs.iter().max_by_key(|log| log.window()) else {
            return (n, Duration::ZERO);
        };
        let slots = slow.slots() as u64;
        let cycles = (n / slots).saturating_sub(1);
        let by_gap = self.gap * u32::try_from(slots).unwrap_or(u32::MAX);
        let period = by_gap.max(slow.window() + round_trip);
        let times = u32::try_from(cycles).unwrap_or(u32::MAX);
        (n - cycles * slots, period.saturating_mul(times))
    }
}
