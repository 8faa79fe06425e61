//! Phase 1: files → rows → records, one code path for `check` and `import`, so that a check that
//! passes cannot be followed by an import that does not.
//!
//! It departs from the design's list of rooms: the walk over files, sheets and rows belongs to no
//! single pure room, and `cli` should not hold it, or tests could not drive it without a terminal.
//!
//! Must not know: the journal, the network, the clock. What becomes of a record is the [`Sink`]'s.

mod below;
mod beside;
mod chain;
mod children;
mod choose;
mod codes;
mod crew;
mod drive;
mod child_sheet;
mod finding;
mod fix;
mod found;
mod grounds;
mod halves;
mod head;
mod joined;
mod keys;
mod led;
mod look;
mod mapped;
mod named;
mod order;
mod outcome;
mod parents;
mod people;
mod reader;
pub mod again;
mod ahead;
mod sample;
mod settle;
mod signed;
mod sink;
mod stop;
pub mod survey;
mod tables;
mod unclear;
mod walk;
mod wanted;
mod words;

pub use drive::run;
pub use fix::{FixFile, FixSheet};
pub use order::{Hidden, IntakeOptions};
pub use sink::{At, FileHead, FileRows, IntakeCounts, Sink};
pub use stop::{Reading, Stop, Unclear};
