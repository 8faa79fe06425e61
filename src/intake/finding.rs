//! What was found in the records of a sheet.
//!
//! Must not know: how it is found, what becomes of it.

use crate::check::Record;
use crate::plan::Job;
use crate::plan::reference::RecordRef;
use crate::problem::{Place, Problem};

/// What was found in a sheet, in the order of its rows.
pub(super) enum BacklogItem {
    Problem(Problem),
    Result { reader: usize, place: Place, of: Box<Outcome> },
}

/// What became of one record's rows.
pub(super) struct Outcome {
    pub(super) rows: u32,
    pub(super) key: Option<String>,
    pub(super) reference: Option<RecordRef>,
    pub(super) record: Option<(Record, Option<Job>)>,
    pub(super) problems: Vec<Problem>,
}
