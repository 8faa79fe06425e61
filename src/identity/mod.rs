//! Who a record is: its keys in their one normal form, the same name, the same person, and whether
//! its content is what it was.
//!
//! One law for the input (twice in a file), the journal (admission) and the tenant (look-ups): two
//! spellings that one of them takes for the same person all take for the same. Identity is not
//! content: a corrected date must never make a second person.
//!
//! Must not know: where hashes are kept, JSON, the network, the clock.

pub mod clear;
pub mod digest;
mod firsts;
mod form;
pub mod hash;
pub mod judge;
pub mod key;
pub mod repeats;

pub use clear::LookupKeys;
pub use digest::{digest, digest_by, keyless};
pub use form::same_name;
pub use hash::{Former, HashKey, Identity, JobKey, behind_any, identify, job_key};
pub use key::Key;
pub use repeats::{Marks, Repeats};

#[cfg(test)]
mod tests;
