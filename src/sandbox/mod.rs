//! The sandbox: an independent, strict stand-in for the part of the Feishu API that muster calls.
//!
//! It is the witness of the tests and of rehearsals, so it is written from the API documents alone and must *not* know
//! anything of the rest of the crate: neither its tables of fields, nor its wire types, nor its problems. A fake derived
//! from those would agree with their mistakes.
//!
//! ```text
//! server  bytes ⇄ Call, Reply; latency, drops and cuts       entry     who may come in; `guests` are served
//! paste   lines that lead a client here                      endpoint  which calls exist, their documented limits
//! limits  both windows, sliding                              faults    what goes wrong, and when; `file` reads it
//! auth    tenant_access_token                                strict    field checking by tables, `fields` holds them
//! talents, talent_reads, talent_detail, job_data, job_data_reads, employees   what each call does
//! company  what the tenant holds that records refer to; `reference` shows it, a table and a file for each sort of reads
//! state   what was made: memory and append-only log
//! ledger  what the witness saw                               desk      one lock, one request at a time, in this order:
//!         arrival → windows → fault → token → permission → act → answer
//! ```
//!
//! Laws: no wall clock, environment or randomness (all chance comes from `Behaviour::seed`, all time from tokio's clock
//! plus `Behaviour::now_ms`); what a request does is in the log before its answer leaves; a request that arrived is
//! carried out even if its client has gone.
//!
//! To add a call: an arm in `endpoint.rs` (path, limits), a function in a file beside `talents.rs`, an arm in `desk.rs`.
//! To add a read of reference data: an arm in `reference/page.rs`, its page in a table of `reference/pages/`, a function beside it.
//! To add a fault: an arm in `faults.rs` and its weight; the compiler lists the rest.
//! To add a body field: one line in `fields.rs`.

mod alter;
mod auth;
mod behaviour;
mod call;
mod company;
mod desk;
#[cfg(test)]
mod direct;
mod employees;
mod endpoint;
mod entry;
mod existing;
mod faults;
mod fields;
mod file;
mod forms;
mod guests;
mod job_data;
mod job_data_reads;
mod ledger;
mod limits;
mod log;
mod memory;
mod moment;
pub mod paste;
mod reference;
mod server;
mod shape;
mod standing;
mod state;
mod strict;
mod talent_detail;
mod talent_reads;
mod talents;

#[cfg(test)]
mod tests;

pub use behaviour::{Behaviour, Denied, DuplicateTalent, Hidden, References, Required, TokenMode};
pub use company::Company;
pub use desk::Sandbox;
#[cfg(test)]
pub(crate) use direct::{Answered, Asked, direct};
pub use endpoint::Endpoint;
pub use faults::{Fault, Faults, Scripted};
pub use ledger::{Duplicate, JobDataMade, Ledger, Refused, RequestCount, TalentMade, Violation};
pub use limits::Limits;
pub use paste::{APP_ID, APP_SECRET};
pub use reference::Reference;
pub use server::{router, serve};
