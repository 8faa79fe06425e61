//! A batch of look-ups under way, and whose they are.
//!
//! Must not know: how it is asked, what it tells.

use jiff::Timestamp;

use super::lookup::Batch;
use crate::journal::Doubt;
use crate::plan::JobId;

/// A batch of look-ups under way.
pub(super) struct Running {
    /// Its reads and what they told.
    pub(super) batch: Batch,
    /// Whose look-ups these are, in the batch's order.
    pub(super) members: Members,
    /// When it began: what it tells is not younger than that.
    pub(super) asked_at: Timestamp,
    /// The app may not read this.
    pub(super) blind: bool,
}

/// Whose look-ups a batch holds.
pub(super) enum Members {
    /// Jobs that are to be sent.
    Ahead(Vec<JobId>),
    /// Jobs whose last attempt is open.
    Doubts(Vec<Doubt>),
}
