//! How long to wait before something that failed is tried again, and for how long at all.
//!
//! Must not know: what failed.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};

/// How long the network may be away.
pub(crate) const PATIENCE: Duration = Duration::from_mins(10);
/// The same, while nothing was ever answered: a wrong host is told soon.
pub(crate) const FIRST_PATIENCE: Duration = Duration::from_secs(20);

/// Wait number `round` (from 0): doubles from `first` up to `longest`, then shortened by up to
/// half by `jitter` (0 to 1), so that many waiters don't return at once.
pub(crate) fn backoff(round: u32, first: Duration, longest: Duration, jitter: f64) -> Duration {
    let full = ExponentialBuilder::new()
        .with_factor(2.0)
        .with_min_delay(first)
        .with_max_delay(longest)
        .without_max_times()
        .build()
        .nth(round.min(40) as usize)
        .unwrap_or(longest);
    full.mul_f64(0.5f64.mul_add(-jitter.clamp(0.0, 1.0), 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn waits_double_up_to_the_longest_and_jitter_only_shortens() {
        let waits: Vec<u64> =
            (0..8).map(|n| backoff(n, SECOND, 60 * SECOND, 0.0).as_secs()).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(backoff(u32::MAX, SECOND, 60 * SECOND, 0.0), 60 * SECOND);
        assert_eq!(backoff(3, SECOND, 60 * SECOND, 1.0), 4 * SECOND);
        assert_eq!(backoff(3, SECOND, 60 * SECOND, 7.0), 4 * SECOND);
    }
}
