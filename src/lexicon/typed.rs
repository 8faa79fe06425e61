//! An API path as a person typed it → its place, or the nearest path there is.
//!
//! Must not know: where it was typed.

use super::labels::Index;
use super::nearest;
use super::normalize;
use super::path::{Customs, Fault, find};
use crate::problem::{Code, Complaint};
use crate::spec::{Kind, Slot};

/// The place that an API path names. An index may be left out: `[1]`.
///
/// # Errors
///
/// `FieldUnknown` with the nearest path, `FieldIndex` where the number is out of range.
pub(crate) fn parse(kind: &'static Kind, text: &str, customs: &Customs) -> Result<Slot, Complaint> {
    let text = normalize::trim(text);
    find(kind, text, customs).map_err(|fault| match fault {
        Fault::Index(max) => Complaint::with(Code::FieldIndex, [text.to_owned(), max.to_string()]),
        Fault::Module => Complaint::with(Code::FieldUnknown, [text, "module:ID[1].custom:ID"]),
        Fault::Unknown => {
            let near = nearest_path(kind, text).unwrap_or_else(|| "—".to_owned());
            Complaint::with(Code::FieldUnknown, [text.to_owned(), near])
        }
    })
}

/// The API path that is nearest to a mistyped one.
pub(crate) fn nearest_path(kind: &'static Kind, text: &str) -> Option<String> {
    nearest::word(text, Index::of(kind).paths().iter().map(String::as_str))
}
