//! What became of the first records, and what the tenant shows of them.
//!
//! Must not know: how they were sent or read.

use super::compare::{Difference, Line};
use crate::deliver::run::Ended;
use crate::journal::SentJob;

/// What became of the first records.
#[derive(Debug)]
pub(crate) struct Canary {
    /// How their delivery ended; they are read back only where it came to its end.
    pub ended: Ended,
    /// Each record that was sent.
    pub seen: Vec<CanaryRecord>,
}

/// A record that was sent, and what the tenant shows of it.
#[derive(Debug)]
pub(crate) struct CanaryRecord {
    /// What was sent, and its state.
    pub sent: SentJob,
    /// Field by field; none where it was not made or could not be read.
    pub lines: Vec<Line>,
    /// It was made and could not be read: why, by a stable word.
    pub unread: Option<&'static str>,
}

impl CanaryRecord {
    /// It is in the tenant, and nothing that the tenant shows of it is other than it was sent.
    pub(crate) fn is_sound(&self) -> bool {
        let shown = self.lines.iter().any(|line| line.finding == Difference::Same);
        shown && self.lines.iter().all(|line| line.finding != Difference::Differs)
    }
}
