//! The journal: what is to be made, what was tried, what is known. It is the queue (phase 1 fills
//! it, phase 2 drains it) and the truth (reports are queries over it).
//!
//! One SQLite file belongs to one base URL and app; one process at a time opens it to write. Every
//! write is one transaction that is durable when the call returns (WAL, `synchronous=FULL`, read
//! back on opening). A write that failed is not tried again: the journal refuses every later one.
//!
//! Its files stand below in the order in which they are read: each knows earlier ones alone.
//!
//! Must not know: spreadsheets, the network, the wall clock (`now` is an argument).

// What may be said of a job and of a run, without SQL.
pub(crate) mod mend;
mod terms;
mod event;
mod standing;
mod state;
mod fate;
mod run;
mod trouble;
mod tally;

// The file, and who has it open.
mod past;
mod file;
mod whole;
mod holder;
mod lock;
mod rescue;
mod memory;
mod migrate;

// The open journal, and what its columns say.
mod store;
mod rows;
mod keys;
mod causes;
mod needs;
mod apply;
mod reform;
mod generation;

// The queue: what is looked up, sent, in doubt.
mod replaced;
mod queue;
mod doubt;
mod lease;
mod aside;
mod sent;

// Runs: planned, approved, ended.
mod held;
mod ending;
mod runs;
mod along;
mod put;
mod planner;
mod recall;
mod admission;
mod adopt;
mod older;

// What people ask of it, and ask it to forget.
mod totals;
mod changed;
mod history;
mod purge;
mod repeat;

// Its opening.
mod recover;
mod open;
mod rehearse;

pub use crate::plan::{Admission, JobId};
pub use aside::LookupContext;
pub use doubt::{Decision, Doubt, LookNote};
pub use event::Event;
pub use fate::{Admitted, Fate};
pub use history::{Problems, RecordRow, Records};
pub use holder::Holder;
pub use lease::{AttemptId, AttemptNote, Leased, Settlement};
pub use migrate::copies;
pub use older::{Comparison, OlderRun, Overlap, Verdict};
pub use planner::{Planner, RecordHead};
pub use purge::Purge;
pub use queue::{CallId, LookedUp, ToLookUp};
pub use replaced::Replacement;
pub use run::{InputHead, InputRow, RunHead, RunId, RunRow, RunState, RunUuid};
pub use sent::SentJob;
pub use standing::{JobState, Standing};
pub use state::IllegalTransition;
pub use store::{Journal, Recovered, Tenant};
pub use terms::{CLEARED_FOR, MAX_SENDS};
pub use totals::{KindTotals, Left, Remaining, Totals};

#[cfg(test)]
mod tests;
