//! The registry of record kinds.
//!
//! To add a kind: one file here, one line in [`ALL`] and one arm in [`of`], one name in
//! `spec::KindId`; its endpoints with their codes; a migration that inserts its word; its calls in the
//! sandbox (`docs/architecture.md`, "A kind").
//!
//! Must not know: spreadsheets, the network.

pub mod codes;
pub mod endpoints;
pub mod examples;
pub mod job_data;
pub mod talent;

use crate::spec::{Kind, KindId};

/// Every kind.
pub static ALL: &[&Kind] = &[&talent::TALENT, &job_data::JOB_DATA];

/// The table of a kind.
pub const fn of(id: KindId) -> &'static Kind {
    match id {
        KindId::Talent => &talent::TALENT,
        KindId::JobData => &job_data::JOB_DATA,
    }
}
