//! Both rate windows of one call over sliding time.
//!
//! Must *not* know which call it guards, nor what a refusal looks like on the wire. Time is an argument, so paused tokio
//! time drives it.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_mins(1);

/// The most requests that a window admits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// In any second.
    pub per_second: u32,
    /// In any minute.
    pub per_minute: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { per_second: 50, per_minute: 1000 }
    }
}

/// The windows and counters of one call.
#[derive(Debug)]
pub(super) struct Gate {
    per_second: Option<u32>,
    per_minute: Option<u32>,
    /// Admitted arrivals of the last minute.
    admitted: VecDeque<Instant>,
    /// All arrivals of the last minute, admitted or not.
    seen: VecDeque<Instant>,
    /// All arrivals ever.
    pub(super) arrivals: u64,
    /// Most arrivals, admitted or not, in any second.
    pub(super) max_per_second: u64,
    /// Most arrivals, admitted or not, in any minute.
    pub(super) max_per_minute: u64,
}

/// An arrival that a window had no room for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Over {
    /// `rate_per_second` or `rate_per_minute`.
    pub(super) rule: &'static str,
    /// That window's limit.
    pub(super) limit: u32,
    /// Whole seconds until the window has room, at least 1.
    pub(super) reset: u64,
}

impl Gate {
    /// A gate that has seen nothing.
    pub(super) fn new((per_second, per_minute): (Option<u32>, Option<u32>)) -> Self {
        Self {
            per_second,
            per_minute,
            admitted: VecDeque::new(),
            seen: VecDeque::new(),
            arrivals: 0,
            max_per_second: 0,
            max_per_minute: 0,
        }
    }

    /// Counts an arrival and says whether it is admitted. Refused arrivals take no room in the windows.
    pub(super) fn arrive(&mut self, now: Instant) -> Result<(), Over> {
        forget(&mut self.seen, now);
        forget(&mut self.admitted, now);
        self.seen.push_back(now);
        self.arrivals += 1;
        self.max_per_minute = self.max_per_minute.max(self.seen.len() as u64);
        self.max_per_second = self.max_per_second.max(within(&self.seen, now, SECOND) as u64);
        let windows = [
            ("rate_per_minute", self.per_minute, MINUTE),
            ("rate_per_second", self.per_second, SECOND),
        ];
        for (rule, limit, window) in windows {
            let Some(limit) = limit else { continue };
            let room = limit as usize;
            if within(&self.admitted, now, window) < room {
                continue;
            }
            // The arrival that must leave the window before there is room for one more.
            let oldest = self.admitted.len().checked_sub(room).and_then(|at| self.admitted.get(at));
            let wait = oldest.map_or(window, |at| window.saturating_sub(now.duration_since(*at)));
            let reset = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            return Err(Over { rule, limit, reset: reset.max(1) });
        }
        self.admitted.push_back(now);
        Ok(())
    }
}

/// How many of `times` lie less than `window` before `now`.
fn within(times: &VecDeque<Instant>, now: Instant, window: Duration) -> usize {
    times.iter().rev().take_while(|at| now.duration_since(**at) < window).count()
}

/// Drops what is a minute old or older.
fn forget(times: &mut VecDeque<Instant>, now: Instant) {
    while times.front().is_some_and(|at| now.duration_since(*at) >= MINUTE) {
        times.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_second_slides_and_does_not_start_afresh() {
        let mut gate = Gate::new((Some(50), Some(1000)));
        for _ in 0..25 {
            assert_eq!(gate.arrive(Instant::now()), Ok(()));
        }
        tokio::time::advance(Duration::from_millis(900)).await;
        for _ in 0..25 {
            assert_eq!(gate.arrive(Instant::now()), Ok(()));
        }
        tokio::time::advance(Duration::from_millis(99)).await;
        let over = gate.arrive(Instant::now());
        assert_eq!(over, Err(Over { rule: "rate_per_second", limit: 50, reset: 1 }));
        tokio::time::advance(Duration::from_millis(1)).await;
        for _ in 0..25 {
            assert_eq!(gate.arrive(Instant::now()), Ok(()), "the first 25 have left the window");
        }
        assert!(gate.arrive(Instant::now()).is_err(), "the second 25 have not");
        assert_eq!(gate.arrivals, 77);
    }

    #[tokio::test(start_paused = true)]
    async fn the_minute_says_how_long_to_wait() {
        let mut gate = Gate::new((Some(50), Some(1000)));
        for _ in 0..25 {
            for _ in 0..40 {
                assert_eq!(gate.arrive(Instant::now()), Ok(()));
            }
            tokio::time::advance(SECOND).await;
        }
        let over = gate.arrive(Instant::now());
        assert_eq!(over, Err(Over { rule: "rate_per_minute", limit: 1000, reset: 35 }));
        tokio::time::advance(Duration::from_millis(34_999)).await;
        assert!(gate.arrive(Instant::now()).is_err());
        tokio::time::advance(Duration::from_millis(1)).await;
        assert_eq!(gate.arrive(Instant::now()), Ok(()), "refused arrivals took no room");
        assert_eq!(gate.max_per_minute, 1002);
        assert_eq!(gate.max_per_second, 40);
    }

    #[tokio::test(start_paused = true)]
    async fn a_call_without_limits_is_only_counted() {
        let mut gate = Gate::new((None, None));
        for _ in 0..5000 {
            assert_eq!(gate.arrive(Instant::now()), Ok(()));
        }
        assert_eq!((gate.max_per_second, gate.max_per_minute), (5000, 5000));
    }
}
