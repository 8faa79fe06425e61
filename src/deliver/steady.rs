//! A clock that never goes back and tells when the wall clock has leapt.
//!
//! Within one delivery time passes as tokio's does. A wall clock that is set back is not followed:
//! nothing would be due for as long. One that is set forward is: a machine that slept makes
//! look-ups old. But whether that time has passed for the server, nobody knows, so doubt doesn't
//! count it. No more does it count the time before the delivery: the wall clock may have been set
//! since the attempt that a former process made.
//!
//! Must not know: what is timed.

use std::cell::RefCell;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

/// Less than this ahead is no leap: the two clocks are read one after the other.
const LEAST_LEAP: SignedDuration = SignedDuration::from_secs(1);

/// The clock of one delivery.
pub(super) struct MonotonicClock<'c> {
    wall: &'c dyn Fn() -> Timestamp,
    began: Timestamp,
    kept: RefCell<ClockState>,
}

struct ClockState {
    /// A moment, and what the time was then.
    at: Instant,
    was: Timestamp,
    /// When it leapt, and how far.
    leaps: Vec<(Timestamp, SignedDuration)>,
}

impl<'c> MonotonicClock<'c> {
    /// Begins with what the wall clock says.
    pub(super) fn new(wall: &'c dyn Fn() -> Timestamp) -> Self {
        let kept = ClockState { at: Instant::now(), was: wall(), leaps: Vec::new() };
        Self { wall, began: kept.was, kept: RefCell::new(kept) }
    }

    /// The time.
    pub(super) fn now(&self) -> Timestamp {
        let mut kept = self.kept.borrow_mut();
        let passed = SignedDuration::try_from(kept.at.elapsed()).unwrap_or(SignedDuration::MAX);
        let steady = kept.was.checked_add(passed).unwrap_or(Timestamp::MAX);
        let wall = (self.wall)();
        let ahead = wall.duration_since(steady);
        if ahead < LEAST_LEAP {
            return steady;
        }
        kept.at = Instant::now();
        kept.was = wall;
        kept.leaps.push((wall, ahead));
        wall
    }

    /// A moment of the past, or the delivery's begin if that is later, moved on by every leap since
    /// then: what has surely passed since.
    pub(super) fn surely(&self, moment: Timestamp) -> Timestamp {
        let kept = self.kept.borrow();
        let moment = moment.max(self.began);
        let since = kept.leaps.iter().filter(|(at, _)| *at > moment);
        since.fold(moment, |moment, (_, by)| moment.checked_add(*by).unwrap_or(Timestamp::MAX))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::time::Duration;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn it_never_goes_back_and_follows_a_leap_that_doubt_does_not_count() {
        let second = SignedDuration::from_secs;
        let start = Timestamp::from_second(1_800_000_000).unwrap();
        let wall = Cell::new(start);
        let read = || wall.get();
        let steady = MonotonicClock::new(&read);
        tokio::time::advance(Duration::from_secs(10)).await;
        wall.set(start - second(3600));
        assert_eq!(steady.now(), start + second(10), "set back: not followed");
        wall.set(start + second(7200));
        assert_eq!(steady.now(), start + second(7200), "set forward: followed");
        let attempt = start + second(5);
        assert_eq!(steady.surely(attempt), attempt + second(7190), "five seconds have passed");
        assert_eq!(steady.surely(start - second(9000)), start + second(7190), "ten, of its own");
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!(steady.now(), start + second(7201));
        assert_eq!(
            steady.surely(start + second(7201)),
            start + second(7201),
            "later than the leap"
        );
    }
}
