//! Drains the journal: approved jobs go out through the one narrow door, doubt becomes fact.
//!
//! ```text
//! run     the one select! loop; owns the journal     doubt    doubt → fact         (pure)
//! ahead   look-ups just ahead of the queue           lookup   a batch of reads     (pure)
//! send    a permit, a lease, a create, its verdict   policy   waits and guards     (pure)
//! start   what may start in a turn                   slot     where a batch stands
//! settle  looks after lost answers                   event, tally   what watchers are told
//! ask     sends the reads                            shutdown       when to stop
//! canary  the first few, read back field by field    steady   a wall clock that never goes back
//! token   token, throttles, network: for every request alike
//! ```
//!
//! Who a found record is, `identity::judge` says.
//!
//! Must not know: files, spreadsheets, flags, how progress is shown, what time it is.

mod ahead;
mod ask;
pub(crate) mod canary;
pub(crate) mod doubt;
pub(crate) mod event;
pub(crate) mod lookup;
pub(crate) mod policy;
pub(crate) mod run;
mod running;
pub(crate) mod send;
mod settle;
pub(crate) mod shutdown;
mod slot;
mod start;
mod steady;
mod tally;
mod token;

#[cfg(test)]
mod tests;

pub(crate) use canary::canary;
pub(crate) use event::Watcher;
pub(crate) use policy::{Existing, Policy};
pub(crate) use run::{Delivery, Ended, HaltKind, reconcile_all, run};
