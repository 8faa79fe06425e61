//! What a mapping file may say.
//!
//! Must not know: how it is written.

use std::collections::HashMap;
use std::sync::Arc;

use super::named::HeaderRef;
use super::pattern::matches;
use super::recipe::{ChildMapping, DeriveMapping};
use crate::lexicon::normalize;
use crate::lexicon::path::Customs;
use crate::problem::Place;
use crate::reading::{DateOrder, DefaultValue, OnBad, ReadOptions};
use crate::spec::{KindId, Slot};

/// A whole mapping file.
#[derive(Debug)]
pub struct Mapping {
    /// Its `[[record]]` entries, in order.
    pub records: Vec<RecordMapping>,
}

/// One `[[record]]`: how one kind is read from the sheets that it applies to.
#[derive(Debug)]
pub struct RecordMapping {
    /// The kind of the records.
    pub kind: KindId,
    /// A pattern for the file's name: `*` any characters, `?` one; none is every file.
    pub file: Option<String>,
    /// The sheet's name; none is every sheet.
    pub sheet: Option<String>,
    /// The line of the mapping file where `sheet` is written.
    pub sheet_line: Option<u32>,
    /// The header's row as Excel numbers it.
    pub header_row: Option<u32>,
    /// Bind only what is listed.
    pub strict: bool,
    /// The header of the column that names the record in reports.
    pub key_column: Option<HeaderRef>,
    /// The order of a date's parts.
    pub dates: Option<DateOrder>,
    /// The order of the parts of dates in single columns, before `dates`.
    pub column_dates: Vec<(HeaderRef, DateOrder)>,
    /// The zone of dates; midnight is taken at its standard offset.
    pub timezone: jiff::tz::TimeZone,
    /// The only list separator.
    pub list_separator: Option<String>,
    /// Headers that are left out.
    pub ignore: Vec<HeaderRef>,
    /// Headers with the places that they feed.
    pub columns: Vec<(HeaderRef, Vec<Slot>)>,
    /// Values for places without one.
    pub defaults: Vec<DefaultValue>,
    /// Local labels of fields.
    pub values: Vec<Labels>,
    /// Tables of local labels: the field's path as written, and where the table is.
    pub values_from: Vec<(String, TableRef)>,
    /// What bad values do, by the field's path: canonical where it names an entry, else without
    /// numbers.
    pub on_bad: Vec<(String, OnBad)>,
    /// Values that are made of other columns.
    pub derives: Vec<DeriveMapping>,
    /// Sheets whose rows belong to the records.
    pub children: Vec<Arc<ChildMapping>>,
    /// Types of custom fields by ID.
    pub customs: Customs,
    /// Option labels of custom fields by ID.
    pub options: HashMap<String, Arc<HashMap<String, String>>>,
}

impl RecordMapping {
    /// One that says nothing but its kind.
    pub(crate) fn of(kind: KindId) -> Self {
        Self {
            kind,
            file: None,
            sheet: None,
            sheet_line: None,
            header_row: None,
            strict: false,
            key_column: None,
            dates: None,
            column_dates: Vec::new(),
            timezone: ReadOptions::china(),
            list_separator: None,
            ignore: Vec::new(),
            columns: Vec::new(),
            defaults: Vec::new(),
            values: Vec::new(),
            values_from: Vec::new(),
            on_bad: Vec::new(),
            derives: Vec::new(),
            children: Vec::new(),
            customs: Customs::new(),
            options: HashMap::new(),
        }
    }

    /// Whether it is about this file (its name without folders) and sheet (none for CSV, which
    /// has no name to compare).
    pub fn applies_to(&self, file_name: &str, sheet: Option<&str>) -> bool {
        let file = self.file.as_deref().is_none_or(|pattern| {
            let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
            // A fix file is a workbook named after its input, whatever that was.
            let fix = file_name.strip_prefix("fix-").map(stem);
            matches(pattern, file_name) || fix.is_some_and(|fix| matches(&stem(pattern), &fix))
        });
        let sheet = match (self.sheet.as_deref(), sheet) {
            (Some(wanted), Some(sheet)) => normalize::trim(wanted) == normalize::trim(sheet),
            (None, _) | (Some(_), None) => true,
        };
        file && sheet
    }
}

/// Local labels of one field.
#[derive(Debug)]
pub struct Labels {
    /// The field's path: canonical where it names an entry, else without numbers.
    pub path: String,
    /// Label to value.
    pub map: Arc<HashMap<String, String>>,
    /// Where each label's value is written.
    pub places: Arc<HashMap<String, Place>>,
}

/// A table of labels in a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRef {
    /// The file, relative to the mapping file.
    pub file: String,
    /// The sheet; none is the first.
    pub sheet: Option<String>,
    /// The header of the labels.
    pub from: String,
    /// The header of the values.
    pub to: String,
}
