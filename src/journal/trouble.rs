//! What goes wrong inside the journal, and what a person hears of it.
//!
//! Must not know: who was doing what.

use std::path::Path;

use rusqlite::ErrorCode;

use crate::problem::{Code, Complaint};

use super::state::IllegalTransition;

/// What goes wrong inside; becomes a complaint with the journal's path at the door.
pub(super) enum JournalError {
    /// SQLite's word.
    Sql(rusqlite::Error),
    /// A migration failed.
    Migration(String),
    /// A step that the state machine forbids.
    Illegal(IllegalTransition),
    /// What was read is not of the form that was written.
    Shape(&'static str),
    /// Said in full already.
    Complaint(Complaint),
}

impl From<rusqlite::Error> for JournalError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<IllegalTransition> for JournalError {
    fn from(error: IllegalTransition) -> Self {
        Self::Illegal(error)
    }
}

impl From<Complaint> for JournalError {
    fn from(complaint: Complaint) -> Self {
        Self::Complaint(complaint)
    }
}

/// A result inside the journal.
pub(super) type JournalResult<T> = Result<T, JournalError>;

/// The complaint that a person hears.
pub(super) fn complain(path: &Path, trouble: JournalError) -> Complaint {
    let shown = shown(path);
    match trouble {
        JournalError::Complaint(complaint) => complaint,
        JournalError::Illegal(illegal) => Complaint::with(Code::JournalStep, [illegal.to_string()]),
        JournalError::Shape(detail) => {
            Complaint::with(Code::JournalWrite, [shown, detail.to_owned()])
        }
        JournalError::Migration(detail) => Complaint::with(Code::JournalWrite, [shown, detail]),
        JournalError::Sql(error) => {
            let code = match error.sqlite_error_code() {
                Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                    Code::JournalUnreadable
                }
                _ => Code::JournalWrite,
            };
            Complaint::with(code, [shown, error.to_string()])
        }
    }
}

/// The path as messages show it.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}
