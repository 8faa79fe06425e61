//! A sliding log of slots: at most so many requests between being sent and a window after their
//! answer.
//!
//! Must not know: the clock, requests, which limit it stands for.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

/// Slots of one window. A slot is *held* from the grant to the answer, then *cools* for the
/// window, then is free. So whatever the latency, no window at the server holds more requests than
/// there are slots: of those that arrive within one window take the last sent; every other one was
/// answered less than a window before that, so its slot was not free yet, and all have one each.
#[derive(Clone, Debug)]
pub(super) struct Log {
    slots: usize,
    window: Duration,
    held: usize,
    /// When each cooling slot is free, earliest first.
    cooling: VecDeque<Instant>,
}

impl Log {
    /// `slots` requests in any `window`.
    pub(super) fn new(slots: u32, window: Duration) -> Self {
        Self { slots: (slots as usize).max(1), window, held: 0, cooling: VecDeque::new() }
    }

    /// How many requests any window may hold.
    pub(super) const fn slots(&self) -> usize {
        self.slots
    }

    /// The length of the window, with its margin.
    pub(super) const fn window(&self) -> Duration {
        self.window
    }

    /// Count a request that was answered `ago`, before this log was made.
    pub(super) fn prime(&mut self, ago: Duration, now: Instant) {
        if let Some(left) = self.window.checked_sub(ago).filter(|left| !left.is_zero()) {
            self.cool_until(now + left);
        }
    }

    /// When a slot is free at the earliest: `now` if one is.
    pub(super) fn next(&mut self, now: Instant) -> Instant {
        while self.cooling.front().is_some_and(|free| *free <= now) {
            self.cooling.pop_front();
        }
        let taken = self.held + self.cooling.len();
        let Some(over) = taken.checked_sub(self.slots) else { return now };
        // Where even that one is in flight it cannot be free before it is answered, now or later,
        // and has cooled: so this is never too late, and asking again tells more.
        self.cooling.get(over).copied().unwrap_or(now + self.window)
    }

    /// Hold a slot. Only after [`Log::next`] said `now`.
    pub(super) const fn take(&mut self) {
        self.held += 1;
    }

    /// The request of a held slot was answered or given up.
    pub(super) fn release(&mut self, now: Instant) {
        self.held = self.held.saturating_sub(1);
        self.cool_until(now + self.window);
    }

    /// A held slot was not used: it is free at once.
    pub(super) const fn give_back(&mut self) {
        self.held = self.held.saturating_sub(1);
    }

    /// For forecasts: held slots as if they were answered at `answered`.
    pub(super) fn assume_answered(&mut self, answered: Instant) {
        for _ in 0..std::mem::take(&mut self.held) {
            self.cool_until(answered + self.window);
        }
    }

    /// For forecasts: a request that is answered at `answered`.
    pub(super) fn assume_sent(&mut self, answered: Instant) {
        self.cool_until(answered + self.window);
    }

    fn cool_until(&mut self, free: Instant) {
        let behind = self.cooling.iter().rev().take_while(|other| **other > free).count();
        self.cooling.insert(self.cooling.len() - behind, free);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_slot_comes_back_a_window_after_its_answer_not_after_its_grant() {
        let start = Instant::now();
        let mut log = Log::new(2, SECOND);
        assert_eq!(log.next(start), start);
        log.take();
        log.take();
        assert_eq!(log.next(start), start + SECOND, "both in flight: not before a window");
        let later = start + 5 * SECOND;
        assert_eq!(log.next(later), later + SECOND, "still in flight after five windows");
        log.release(later);
        assert_eq!(log.next(later), later + SECOND);
        assert_eq!(log.next(later + SECOND), later + SECOND, "free");
    }

    #[test]
    fn a_slot_that_was_not_used_is_free_at_once() {
        let start = Instant::now();
        let mut log = Log::new(1, SECOND);
        log.take();
        log.give_back();
        assert_eq!(log.next(start), start);
    }

    #[test]
    fn more_primed_than_slots_waits_for_the_surplus_too() {
        let start = Instant::now();
        let mut log = Log::new(2, SECOND);
        for ago in [100, 900, 300, 2000] {
            log.prime(Duration::from_millis(ago), start);
        }
        // Free at 100, 700 and 900 ms; two must be free before one of two slots is.
        assert_eq!(log.next(start), start + Duration::from_millis(700));
    }
}
