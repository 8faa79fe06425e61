//! Why the reading of a foreign workbook came to an end.
//!
//! Must not know: who reads it, who hears of it.

use std::io;

use crate::problem::Complaint;

/// Why the reading of a workbook ended early.
pub(super) enum Halt {
    /// The workbook cannot be read.
    Refused(Complaint),
    /// Nothing can be written.
    Output(io::Error),
}

impl From<Complaint> for Halt {
    fn from(complaint: Complaint) -> Self {
        Self::Refused(complaint)
    }
}

impl From<io::Error> for Halt {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
