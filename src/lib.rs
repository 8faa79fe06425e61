//! muster: bulk CSV/Excel onboarding importer for Feishu (Lark).
//!
//! > A spreadsheet is bound, checked and planned by pure functions driven by one table per record
//! > kind; the plan is written to a journal; the journal drains through a single narrow door; the
//! > report is a query over the journal.
//!
//! # Flow
//!
//! ```text
//! header ─bind─▶ Binding     path ─source─▶ RawRow* ─rows─▶ RecordRow* ─check─▶ Record | Problems
//!    ─identity─▶ keys, name, digest ─plan─▶ Job {keys, digest, body}
//!    ─admit─▶ journal (Pending)                                            ── end of phase 1 ──
//!    ─lease─▶ Leased + Permit ─send─▶ Verdict ─policy─▶ Event ─settle─▶ JobState
//!    ─history─▶ Report ─format─▶ bytes
//! ```
//!
//! Phase 1 is synchronous and ends in a *draft* run. A person, or `--yes`, approves it. Phase 2 is
//! async and sends what was approved, nothing else. The two never run together.
//!
//! # Layers (held by `tests/it/house.rs`)
//!
//! `a ◀ b` and `b ▶ a`: b may name a.
//!
//! ```text
//! sheet, problem ◀ spec ◀ kinds         material and tables
//! disk ▶ problem                        private files, locks' material, temporary data
//! lexicon ◀ resolve ◀ reading           names → IDs, and how values are read
//! lexicon ◀ header; reading ◀ mapping   once per sheet; pure: no I/O, no clock, no async
//! header, mapping, resolve ◀ bind       `bind` does not know who proposes: `propose`
//! bind ◀ rows ◀ check                   once per row; pure, too
//! check ◀ identity ◀ plan               who a record is; its exact bytes
//! source ▶ sheet                        path → rows
//! intake ▶ source … plan                phase 1, one code path for `check` and `import`
//! journal ▶ identity, plan              the truth, and the queue
//! api ▶ spec, kinds, plan               the one door
//! directory ▶ api, resolve              the tenant's lists, read and kept
//! deliver ▶ journal, api, identity      phase 2
//! report ▶ journal   template ▶ kinds   what people read
//! sandbox ▶ nothing                     the witness
//! cli ▶ everything                      the only room with a clock, an environment and chance
//! ```
//!
//! # Invariants
//!
//! - Nothing is sent that a person did not approve, by `resume` neither.
//! - A request needs a `Permit` (made by the pacer alone) and, to create, a `Leased` (made by the
//!   journal alone, its intent durable): what is unpaced or unjournalled does not compile.
//! - A configuration that was found, not named, gives no secret and takes none before a person has
//!   confirmed it.
//! - Doubt is never forgotten: what may have been received is looked up before it is sent again.
//! - What an earlier process, another journal or an older run found out is never sent on: looks end
//!   with their process and after 60 s; an input that comes again withdraws what it replaces; a fix
//!   file's row names its run by UUID. Each of these laws has a name in `journal::mend`, and the
//!   simulation shows that it is missed where it is switched off.
//! - Bad data is never `Err`; every problem of every row is collected.
//! - The sums close: physical rows = made + rejected + blank + skipped, and each record has one fate.
//!
//! # Departures from the design
//!
//! `intake` is a room of its own: the walk over files, sheets and rows belongs to no pure room, and
//! in `cli` no test could drive it without a terminal. `resolve` stands before `check`, whose reader
//! of IDs asks it: a name is read once for each value of a column, as any other value, and the
//! digest is of the ID, which a renamed department keeps.
//!
//! `api` does not know the journal: it sends an `Intent`, and the house test sees to it that a lease
//! is the only one. CSV is split by `source` itself, which counts lines and quotes as reports need
//! them, and is held to the csv crate by a property test; reports and fix files are written by a
//! streaming writer of our own, since the library's panics when its disk is full. A token that is
//! genuinely new may be rejected three times in a row before the run halts: one rejection alone
//! stopped runs whose tokens live for seconds. Look-ups about what a former process left in doubt are
//! counted from the start of this one, not from the journalled attempt: between two processes only
//! the wall clock tells how much time has passed, and it may have been set.
//!
//! Whether an input replaces an older run is found out by a pass of its own over the input, before it
//! is planned: only where an older run still holds rows, and so that each record is admitted once and
//! for good. What a blocked run keeps of its records stands in `contents`, beside what a draft would
//! make of earlier jobs: both are content without a job.

pub mod sheet;
pub mod problem;
mod disk;

pub mod spec;
pub mod kinds;

mod lexicon;
mod resolve;
mod reading;
mod header;
pub mod mapping;
pub mod bind;
mod propose;
mod rows;
pub mod check;
pub mod identity;
pub mod plan;

pub mod source;
pub mod intake;
pub mod journal;
mod api;
mod directory;
mod deliver;
mod report;
pub mod template;
pub mod sandbox;
mod config;
mod cli;

// What the binary and the benches need of rooms that nobody else outside may enter.
pub use api::pace;
pub use cli::main;
pub use report::Groups;
