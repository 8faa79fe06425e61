//! What `[[record.derive]]` and `[[record.child]]` say, checked: values made of other columns, and
//! rows of another sheet.
//!
//! Must not know: sheets, cells.

use super::named::HeaderRef;
use crate::reading::{Op, Transform};
use crate::spec::{Group, Slot};

/// One `[[record.derive]]`.
#[derive(Clone, Debug)]
pub struct DeriveMapping {
    /// The columns that it is made of; at least one.
    pub from: Vec<HeaderRef>,
    /// How parts are made of them.
    pub op: Op,
    /// What is done to each part, in order.
    pub transforms: Vec<Transform>,
    /// The places of the parts, in order; of entry 1 where the cell holds several entries.
    pub to: Vec<Slot>,
    /// The cell holds several entries of this group, with this between them.
    pub entries: Option<(&'static Group, String)>,
}

/// One `[[record.child]]`.
#[derive(Clone, Debug)]
pub struct ChildMapping {
    /// The group whose entries its rows are.
    pub group: &'static Group,
    /// A pattern for the file's name, or a path relative to the mapping file; none is the parent's
    /// own workbook.
    pub file: Option<String>,
    /// The sheet's name; none is the file's first.
    pub sheet: Option<String>,
    /// The child's column that names the parent.
    pub key_child: HeaderRef,
    /// The parent's column with the same text.
    pub key_parent: HeaderRef,
    /// Headers of the child with the places of entry 1 that they feed; the others bind by their own
    /// names within the group.
    pub columns: Vec<(HeaderRef, Vec<Slot>)>,
}
