//! What binding is told beside the header.
//!
//! Must not know: where it comes from.

use crate::mapping::RecordMapping;
use std::collections::HashMap;
use std::sync::Arc;

/// Local labels of a field, as a table of the mapping file gives them.
pub type ValueTable = Arc<HashMap<String, String>>;

/// What binding is told beside the header.
#[derive(Clone, Copy, Debug)]
pub struct BindOptions<'a> {
    /// The mapping file's entry for this sheet and kind.
    pub mapping: Option<&'a RecordMapping>,
    /// The tables of `values_from`, read by the caller, by the field's path as the mapping file
    /// writes it. One that is missing accepts no label.
    pub tables: &'a HashMap<String, ValueTable>,
    /// Rows without a key are records too.
    pub allow_keyless: bool,
    /// Suggestions with at least this confidence are taken (`--accept-suggestions`), each with a
    /// warning; none takes none.
    pub accept: Option<f64>,
}
