//! How long a look, a decision and a refusal hold, and how often a record is sent.
//!
//! Must not know: what follows from a term that has passed (`state`).

use super::mend::{Safeguard, holds};

/// Most sends of a record whose endpoint takes no token; the last absence after it is for a person
/// to judge (`docs/facts.md`, section 4).
pub const MAX_SENDS: u32 = 5;

/// How long a look-up that found nobody lets its job be sent: 60 s, within the process that looked.
/// A colleague's import may have made the same person since; at the slowest pace that Feishu allows
/// (1000 a minute) the 200 jobs that are looked up ahead leave within 12 s.
pub const CLEARED_FOR: jiff::SignedDuration = jiff::SignedDuration::from_secs(60);

/// [`CLEARED_FOR`], unless a test has switched its law off.
pub(super) fn cleared_for() -> jiff::SignedDuration {
    if holds(Safeguard::LooksGrowOld) { CLEARED_FOR } else { CLEARED_FOR * 10 }
}

/// How long a decision to send the same token again holds; later it is looked at again first. A
/// pause or a dead network may have kept it longer than the server keeps its token: 1 minute.
pub(super) const RESEND_FOR: jiff::SignedDuration = jiff::SignedDuration::from_mins(1);

/// How long a refusal as a duplicate waits for the index to show whom, times the sends so far: a
/// look-up at once would find nobody still. 100 s over four sends; documented lags are 2 to 10 s.
pub(super) const DUPLICATE_WAIT: jiff::SignedDuration = jiff::SignedDuration::from_secs(10);
