//! Why an intake came to an end before the last row.
//!
//! Must not know: how it came so far.

use std::path::PathBuf;
use std::sync::Arc;

use crate::problem::{Arg, Complaint, Problem};
use crate::spec::Kind;

/// Why an intake came to an end before the last row.
#[derive(Debug)]
pub enum Stop {
    /// The input or the mapping can't be used: exit 2.
    Input(Vec<Problem>),
    /// Nothing says of what kind the rows of a sheet are: exit 2.
    Unclear(Box<Unclear>),
    /// The input changed while it was read: exit 12.
    Changed(Problem),
    /// The sink failed (disk, journal).
    Sink(Complaint),
}

/// A sheet of no certain kind.
#[derive(Clone, Debug)]
pub struct Unclear {
    /// What is said of it, at its place.
    pub problem: Problem,
    /// The file.
    pub path: PathBuf,
    /// The other files of the input.
    pub others: Vec<PathBuf>,
    /// What each kind would make of it, in the registry's order.
    pub readings: Vec<Reading>,
}

/// What one kind would make of a file.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The kind.
    pub kind: &'static Kind,
    /// The sheets that would be read, with their rows; empty where none can be.
    pub sheets: Vec<(Option<Arc<str>>, u64)>,
    /// Other sheets of the file can't be read so: the one in question must be named.
    pub alone: Option<Arc<str>>,
    /// Why the sheet in question can't be read so, in both languages each; empty where it can be.
    pub why_not: Vec<Arg>,
}

impl Reading {
    /// How many rows it would read.
    pub fn rows(&self) -> u64 {
        self.sheets.iter().map(|(_, rows)| rows).sum()
    }
}

/// The input can't be used, for one reason.
pub(super) fn input(problem: Problem) -> Stop {
    Stop::Input(vec![problem])
}
