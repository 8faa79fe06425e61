//! What `muster doctor` finds of one thing.
//!
//! Must not know: what is looked at.

use crate::problem::Complaint;

use super::super::exit::Exit;

/// One thing that was looked at.
pub(super) struct Diagnosis {
    pub(super) what: String,
    /// What is wrong; none where all is well.
    pub(super) wrong: Option<Complaint>,
    pub(super) note: String,
    /// It was looked at; what could not be is told without a tick.
    pub(super) seen: bool,
    pub(super) exit: Exit,
}

/// All is well.
pub(super) fn well(what: String, note: String) -> Diagnosis {
    Diagnosis { what, wrong: None, note, seen: true, exit: Exit::Fine }
}

/// Something is wrong, and a command would end so for it.
pub(super) fn fault(what: String, wrong: Complaint, exit: Exit) -> Diagnosis {
    Diagnosis { what, wrong: Some(wrong), note: String::new(), seen: true, exit }
}
