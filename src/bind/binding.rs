//! What a header row means for one kind: the only thing that `check` needs to read rows.
//!
//! Must not know: how the columns were matched.

use std::collections::HashMap;
use std::sync::Arc;

use super::shape::Shape;
use crate::problem::Problem;
use crate::sheet::Epoch;
use crate::spec::{Kind, Slot};

/// The columns of one sheet, bound for one kind.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The kind of the records.
    pub kind: &'static Kind,
    /// The last row of the header, as Excel numbers it; records begin below.
    pub header_row: u32,
    /// Bound columns, in table order of their slots. A header that feeds two fields is here twice.
    pub columns: Vec<Column>,
    /// What fields without a value get.
    pub defaults: Vec<Default>,
    /// Columns that bind to nothing: reported, never dropped in silence.
    pub unbound: Vec<Unbound>,
    /// Headers that the mapping file ignores, with their columns.
    pub ignored: Vec<Unbound>,
    /// How values are read.
    pub reading: Reading,
    /// The column whose text names the record in reports.
    pub key_column: Option<usize>,
    /// Warnings of the binding itself.
    pub warnings: Vec<Problem>,
    /// The document number's column is headed 身份证… and there is no type: 15 or 18 digits mean
    /// type 1, any other shape needs a 证件类型 column.
    pub implied_document: bool,
    /// Rows without a key are records too (`--allow-keyless`).
    pub allow_keyless: bool,
    /// What is gathered beside the columns of the header.
    pub shape: Shape,
}

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
    /// `values` comes from a table that must hold every label (`values_from`).
    pub closed: bool,
    /// What a value that the field refuses does to its record.
    pub on_bad: OnBad,
    /// The order of this column's dates, before the sheet's.
    pub dates: Option<DateOrder>,
}

/// What a value that its field refuses does to its record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnBad {
    /// The record is invalid.
    #[default]
    Error,
    /// The value is left out, with a warning.
    Omit,
}

/// A value for a field that has none of its own.
#[derive(Clone, Debug)]
pub struct Default {
    /// The place.
    pub slot: Arc<Slot>,
    /// The slot's path, for problems.
    pub path: Arc<str>,
    /// The text, read as a cell would be.
    pub text: String,
}

/// A column that feeds nothing.
#[derive(Clone, Debug)]
pub struct Unbound {
    /// Column of the sheet, from 0.
    pub index: usize,
    /// The header as the file has it.
    pub header: Arc<str>,
    /// The field that it may mean: shown, never taken.
    pub suggestion: Option<String>,
}

/// How values of a sheet are read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The order of day, month and year where a date has two readings; none makes it an error.
    pub dates: Option<DateOrder>,
    /// The zone whose midnight a millisecond date means, at its standard offset.
    pub timezone: jiff::tz::TimeZone,
    /// The only list separator, where the mapping file names one.
    pub list_separator: Option<String>,
    /// From where the sheet's numbers count days.
    pub epoch: Epoch,
}

impl Reading {
    /// China's zone: its standard offset, +08:00, which needs no time zone database.
    pub const fn china() -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::fixed(jiff::tz::Offset::constant(8))
    }
}

impl std::default::Default for Reading {
    fn default() -> Self {
        Self { dates: None, timezone: Self::china(), list_separator: None, epoch: Epoch::default() }
    }
}

/// The order of a date's parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// 2024/3/4 is 4 March.
    Ymd,
    /// 4/3/2024 is 4 March.
    Dmy,
    /// 3/4/2024 is 4 March.
    Mdy,
}
