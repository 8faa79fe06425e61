//! One record's part of a mapping workbook as it is gathered, and how its cells are read.
//!
//! Must not know: which words and columns there are.

use crate::lexicon::headers;
use crate::lexicon::normalize;
use crate::sheet::RawRow;
use crate::spec::Kind;

/// One record's part of the workbook, as it is gathered.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) head: Vec<String>,
    pub(super) kind: Option<&'static Kind>,
    pub(super) ignore: Vec<String>,
    pub(super) columns: Vec<(String, Vec<String>)>,
    pub(super) customs: Vec<(String, &'static str)>,
    pub(super) values: Vec<(String, Vec<(String, String)>)>,
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
