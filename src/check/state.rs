//! What each place of a record got from its row, before rules look at several together.
//!
//! Must not know: how cells are read, which rules there are.

use super::record::Stored;
use super::types::Day;

/// What a place got from the row.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "marks that rules look at one by one")]
pub(super) struct State {
    pub(super) value: Option<Stored>,
    /// The cell holds something that could not be read.
    pub(super) bad: bool,
    /// The cell holds something that could not be read and is left out: no default takes its place.
    pub(super) omitted: bool,
    /// The value is the row's own, not a default.
    pub(super) from_cell: bool,
    pub(super) day: Option<Day>,
    /// The value is the number of a resident ID card.
    pub(super) is_id_card: bool,
}
