//! One column that feeds one place.
//!
//! Must not know: how it was matched, other columns.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::problem::Place;
use crate::reading::{DateOrder, OnBad};
use crate::spec::Slot;

/// One column that feeds one place.
#[derive(Clone, Debug)]
pub struct Column {
    /// Column of the sheet, from 0; from the shape's width on, a virtual one.
    pub index: usize,
    /// The header as the file has it.
    pub header: Arc<str>,
    /// The place that it feeds.
    pub slot: Arc<Slot>,
    /// The slot's path, for problems.
    pub path: Arc<str>,
    /// Local labels to values, from the mapping file's `values` or `values_from`; looked up by the
    /// trimmed cell text before the field's own type sees it.
    pub values: Option<Arc<HashMap<String, String>>>,
    /// Where the mapping file writes the values of these labels, of `values` alone.
    pub told: Option<Arc<HashMap<String, Place>>>,
    /// `values` comes from a table that must hold every label (`values_from`).
    pub closed: bool,
    /// The mapping file lists the options of the field, of which `values` has every one.
    pub listed: bool,
    /// Its header says that it holds codes (工号), which only the tenant's list knows.
    pub coded: bool,
    /// What a value that the field refuses does to its record.
    pub on_bad: OnBad,
    /// The order of this column's dates that is told, before the sheet's.
    pub dates: Option<DateOrder>,
    /// What its own values prove.
    pub proven: Proven,
}

/// What the times of day in a column are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// Nobody has asked the column.
    #[default]
    Unasked,
    /// Times of day.
    Plain,
    /// Midnight, but for some seconds that a program has lost: the day is the next.
    Short,
    /// Midnight here, told as a time of UTC.
    Utc,
    /// Dates without a time beside some that may be midnight told as a time of UTC: it cannot be proven.
    Mixed,
}

/// What the values of a column prove of each other. It answers what a value leaves open by itself and
/// nothing else, so that no other value is read otherwise for it.
#[derive(Clone, Debug, Default)]
pub struct Proven {
    /// The order of its dates, before any that is told of the sheet.
    pub dates: Option<DateOrder>,
    /// What its times of day are.
    pub clock: Clock,
    /// A spreadsheet program has taken the day for the month wherever it could: its days were written in
    /// this order.
    pub swapped: Option<DateOrder>,
    /// Numbers of ID cards stand whole in it: one that ends in zeros is none that Excel has rounded.
    pub whole_cards: bool,
    /// Long IDs stand whole in it, or are too few to say: no script has rounded them.
    pub whole_ids: bool,
    /// Numbers that end in zeros and are sound, as they are written.
    pub sound: Option<Arc<HashSet<String>>>,
}
