//! The canary: a few records are sent before all others, and read back field by field.
//!
//! The delivery is the usual one, with a quota: what is looked up, journalled, retried and settled
//! is so for all. Then each record that was made is read; one that cannot be read yet, or differs,
//! is read again at the delays of look-ups after doubt, since an index may lag.
//!
//! Must not know: who is shown the fields, what is done about a difference.

mod compare;
pub(super) mod quota;
mod read_back;
mod seen;

pub(crate) use compare::{Difference, Line};

use super::run::{Delivery, Ended, Loop, Mode};
use super::steady::MonotonicClock;
use crate::problem::Complaint;
use quota::Quota;
use read_back::Reader;
pub(crate) use seen::{Canary, CanaryRecord};

/// Send at most `n` records, spread over the kinds, and read them back.
///
/// # Errors
/// The journal's: nothing was sent after it, and what was on its way is in doubt.
pub(crate) async fn canary(delivery: Delivery<'_>, n: usize) -> Result<Canary, Complaint> {
    let steady = MonotonicClock::new(delivery.clock);
    let clock = || steady.now();
    let mut first = Loop::new(delivery.by(&clock), Mode::Send, &steady)?;
    first.quota = Some(Quota::new(n, &first.with.journal.remaining()?));
    let ended = first.drive().await?;
    let jobs = first.quota.take().map(|quota| quota.jobs()).unwrap_or_default();
    let seen = first.with.journal.sent(&jobs)?.into_iter();
    let seen = seen.map(|sent| CanaryRecord { sent, lines: Vec::new(), unread: None }).collect();
    if ended != Ended::Finished {
        return Ok(Canary { ended, seen });
    }
    Reader::new(first.with, first.keeper).read(seen).await
}

#[cfg(test)]
mod tests;
