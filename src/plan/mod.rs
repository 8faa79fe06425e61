//! `Record → Job`: identity, digest and exact bytes, and what the journal's knowledge of earlier
//! runs makes of it.
//!
//! Must not know: files, SQL, the network, the clock.

pub mod admit;
pub mod identity;
pub mod job;
pub mod payload;
pub mod reference;

pub use admit::{Admission, Clash, admit};
pub use identity::{HashKey, plan, query};
pub use job::{IdTypes, Job, JobId, JobKey, KeyKind, LookupKeys};

#[cfg(test)]
mod tests;
