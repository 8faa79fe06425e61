//! One record's part of a mapping workbook as it is gathered, how its cells are read, and what it is in
//! the model.
//!
//! Must not know: which words and columns there are.

use std::collections::HashMap;
use std::sync::Arc;

use crate::lexicon::headers;
use crate::lexicon::normalize;
use crate::lexicon::path::{self, Customs};
use crate::mapping::{HeaderRef, Labels, RecordMapping};
use crate::problem::Place;
use crate::reading::DateOrder;
use crate::sheet::RawRow;
use crate::spec::{CustomType, Kind, Slot};

/// A line of 值对照: what the sheet says, what that means, and where the latter stands.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) label: String,
    pub(super) value: String,
    pub(super) place: Place,
}

/// One record's part of the workbook, as it is gathered.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) kind: Option<&'static Kind>,
    pub(super) file: Option<String>,
    pub(super) sheet: Option<String>,
    pub(super) header_row: Option<u32>,
    pub(super) dates: Option<DateOrder>,
    pub(super) ignore: Vec<String>,
    pub(super) columns: Vec<(String, Vec<String>)>,
    pub(super) customs: Vec<(String, CustomType)>,
    pub(super) values: Vec<(String, Vec<Entry>)>,
}

impl Part {
    /// What it says, in the model; none where it has no kind. Its paths are those of places.
    pub(super) fn record(self) -> Option<RecordMapping> {
        let kind = self.kind?;
        let customs: Customs = self.customs.into_iter().collect();
        let slots = |paths: Vec<String>| -> Vec<Slot> {
            paths.iter().filter_map(|path| path::find(kind, path, &customs).ok()).collect()
        };
        let columns = self.columns.into_iter();
        let columns = columns.map(|(name, paths)| (HeaderRef::new(name), slots(paths))).collect();
        let labels = |(path, entries): (String, Vec<Entry>)| {
            let (mut map, mut places) = (HashMap::new(), HashMap::new());
            for Entry { label, value, place } in entries {
                places.insert(label.clone(), place);
                map.insert(label, value);
            }
            Labels { path, map: Arc::new(map), places: Arc::new(places) }
        };
        Some(RecordMapping {
            file: self.file,
            sheet: self.sheet,
            header_row: self.header_row,
            dates: self.dates,
            ignore: self.ignore.into_iter().map(HeaderRef::new).collect(),
            columns,
            values: self.values.into_iter().map(labels).collect(),
            customs,
            ..RecordMapping::of(kind.id)
        })
    }
}

/// A cell's text; empty where there is none.
pub(super) fn cell(row: &RawRow, column: usize) -> String {
    headers::text(row.cell(column)).unwrap_or_default()
}

/// Equal but for case, width and blanks.
pub(super) fn same(word: &str, text: &str) -> bool {
    let form = |text: &str| normalize::label(text);
    form(word) == form(text)
}
