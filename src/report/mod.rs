//! The report: what became of every record, as files for people and machines and as a summary on
//! the terminal. A query over the journal, so that a run that was killed can still be reported.
//!
//! Every file is written beside its place and renamed into it: a reader never sees half a report.
//!
//! Must not know: how records were sent, how inputs are read (a fix file gets its rows from
//! [`marked::RowSource`]), the clock.
//!
//! To add a report: one file here, its name in `NAMES` and its lines in `write` in `folder.rs`.

mod about;
pub(crate) mod blame;
pub(crate) mod check_json;
pub(crate) mod console;
pub(crate) mod csv;
pub(crate) mod disk;
pub(crate) mod fate;
pub(crate) mod fix;
pub(crate) mod folder;
pub(crate) mod groups;
pub(crate) mod json;
pub(crate) mod ledger;
pub(crate) mod marked;
pub(crate) mod missing;
mod outcome;
pub(crate) mod row;
pub(crate) mod workbook;
pub(crate) mod xlsx;

pub use groups::Groups;
pub(crate) use ledger::Balance;
pub(crate) use row::ResultRow;
