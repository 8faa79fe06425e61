//! The report: what became of every record, as files for people and machines and as a summary on
//! the terminal. A query over the journal, so that a run that was killed can still be reported.
//!
//! Every file is written beside its place and renamed into it: a reader never sees half a report.
//!
//! Must not know: how records were sent, how inputs are read (a fix file gets its rows from
//! [`marked::RowSource`]), the clock.
//!
//! To add a report: one file here, one arm in the caller's list of outputs.

pub mod blame;
pub mod check_json;
pub mod console;
pub mod csv;
pub mod disk;
pub mod fate;
pub mod fix;
pub mod folder;
pub mod groups;
pub mod json;
pub mod ledger;
pub mod marked;
mod outcome;
pub mod row;
pub mod workbook;
pub mod xlsx;

pub use folder::{About, Written, write};
pub use groups::Groups;
pub use ledger::Ledger;
pub use row::ResultRow;
