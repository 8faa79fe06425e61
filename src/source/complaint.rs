//! Complaints about a file as a whole, or a sheet of it.
//!
//! Must not know: what a file holds.

use std::io;
use std::sync::Arc;

use crate::problem::{Code, Complaint, Place, Problem, of_system};

/// A complaint about a whole file.
pub(super) fn problem(shown: &Arc<str>, complaint: Complaint) -> Problem {
    Problem::at(Place::file(shown), complaint)
}

/// A complaint about a sheet.
pub(super) fn in_sheet(shown: &Arc<str>, sheet: &Arc<str>, complaint: Complaint) -> Problem {
    let mut problem = problem(shown, complaint);
    problem.place.sheet = Some(Arc::clone(sheet));
    problem
}

/// What the system says about a file.
pub(super) fn unreadable(shown: &Arc<str>, error: &io::Error) -> Problem {
    let complaint = if error.kind() == io::ErrorKind::NotFound {
        Complaint::with(Code::FileMissing, [shown.as_ref()])
    } else {
        Complaint::with(Code::FileUnreadable, [of_system(error)])
    };
    problem(shown, complaint)
}
