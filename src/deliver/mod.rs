//! Drains the journal: approved jobs go out through the one narrow door, doubt becomes fact.
//!
//! ```text
//! run     the one select! loop; owns the journal     judge    who is it?           (pure)
//! ahead   look-ups just ahead of the queue           doubt    doubt → fact         (pure)
//! send    a permit, a lease, a create, its verdict   lookup   a batch of reads     (pure)
//! start   what may start in a turn                   policy   waits and guards     (pure)
//! settle  looks after lost answers                   event, tally   what watchers are told
//! steady  a wall clock that never goes back
//! ask     sends the reads                            shutdown       when to stop
//! canary  the first few, read back field by field
//! token   token, throttles, network: for every request alike      steady   a clock that never goes back
//! ```
//!
//! Must not know: files, spreadsheets, flags, how progress is shown, what time it is.

mod ahead;
mod ask;
pub mod canary;
pub mod doubt;
pub mod event;
pub mod judge;
pub mod lookup;
pub mod policy;
pub mod run;
pub mod send;
mod settle;
pub mod shutdown;
mod start;
mod steady;
mod tally;
mod token;

#[cfg(test)]
mod tests;

pub use canary::canary;
pub use event::{DeliverEvent, KindProgress, Phase, Progress, Unwatched, Wait, Watcher};
pub use policy::{Existing, Policy};
pub use run::{Delivery, Ended, HaltKind, run, settle_all};
pub use shutdown::{Shutdown, Stop};
