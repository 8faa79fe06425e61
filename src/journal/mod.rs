//! The journal: what is to be made, what was tried, what is known. It is the queue (phase 1 fills
//! it, phase 2 drains it) and the truth (reports are queries over it).
//!
//! One SQLite file belongs to one base URL and app; one process at a time opens it to write. Every
//! write is one transaction that is durable when the call returns (WAL, `synchronous=FULL`, read
//! back on opening). A write that failed is not tried again: the journal refuses every later one.
//!
//! Must not know: spreadsheets, the network, the wall clock (`now` is an argument).

mod admission;
mod adopt;
pub mod aside;
mod causes;
pub mod doubt;
mod ending;
pub mod event;
pub mod fate;
mod file;
mod generation;
pub mod history;
mod holder;
pub mod lease;
mod lock;
pub(crate) mod mend;
pub mod migrate;
mod past;
pub mod older;
pub mod planner;
pub mod purge;
pub mod queue;
mod recall;
pub mod recover;
mod rehearse;
mod reform;
mod replaced;
mod rescue;
mod rows;
pub mod runs;
mod sent;
pub mod state;
pub mod store;
pub mod totals;
mod terms;
mod trouble;
mod whole;

pub use aside::Aside;
pub use doubt::{Decision, Doubt, LookNote};
pub use event::Event;
pub use fate::{Admitted, Fate};
pub use holder::Holder;
pub use lease::{AttemptId, AttemptNote, Leased, Settlement};
pub use older::{OlderRun, Overlap, Verdict};
pub use planner::{Planner, RecordHead};
pub use queue::{CallId, LookedUp, ToLookUp};
pub use recover::Recovered;
pub use replaced::Replacement;
pub use runs::RunUuid;
pub use runs::{InputHead, InputRow, RunHead, RunId, RunRow, RunState};
pub use sent::SentJob;
pub use state::{IllegalTransition, JobState, Standing};
pub use store::{Journal, Tenant};
pub use terms::{CLEARED_FOR, MAX_SENDS};
pub use totals::{KindTotals, Remaining, Totals};

#[cfg(test)]
mod tests;

pub use crate::plan::{Admission, JobId};
