//! What a parser gave for a cell, and whether it is told already.
//!
//! Must not know: places, rules.

use super::spot::Spot;
use super::types::{Notes, Parsed};
use crate::problem::{Complaint, Problem};
use crate::sheet::{RawCell, RawRow};

/// What a parser gave.
pub(super) struct Outcome<'c> {
    pub(super) parsed: Parsed<'c>,
    pub(super) notes: Notes,
}

/// A dialling code in the place of a country, which several countries share.
#[derive(Debug)]
pub(super) struct SharedDial {
    /// The place of the country.
    pub(super) index: usize,
    pub(super) dial: String,
    /// What is said where the number does not tell which country it is of.
    pub(super) complaint: Complaint,
}

/// A place whose cell names several things, of which the rest of the row may settle one.
#[derive(Debug)]
pub(super) struct Open {
    /// Which of the places.
    pub(super) index: usize,
    /// The IDs of what may be meant.
    pub(super) candidates: Vec<String>,
    /// What is wrong unless the row settles it.
    pub(super) complaint: Complaint,
    /// The label of the mapping file that named them.
    pub(super) label: Option<String>,
}

/// Problems that are looked at for one that is told already: those of one row, mostly.
const RECENT: usize = 64;

/// Whether the fault of a cell that feeds several places is told already.
pub(super) fn is_told(cell: RawCell<'_>, problem: &Problem, problems: &[Problem]) -> bool {
    matches!(cell, RawCell::Fault(_))
        && problems
            .iter()
            .rev()
            .take(RECENT)
            .any(|told| told.code() == problem.code() && told.place == problem.place)
}

pub(super) fn cell_of<'r>(spot: &Spot, row: &'r RawRow) -> RawCell<'r> {
    spot.column.as_ref().map_or(RawCell::Empty, |column| row.cell(column.index))
}
