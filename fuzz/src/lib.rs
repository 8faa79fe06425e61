//! What the targets share: the properties that the test command holds too.
#![allow(clippy::unwrap_used, reason = "a property that does not hold ends the target")]

#[path = "../../tests/it/properties.rs"]
mod properties;

/// A file of any format.
pub fn file(bytes: &[u8]) {
    properties::file(bytes);
}

/// The parts of a workbook's package, separated by NUL.
pub fn package(parts: &[u8]) {
    properties::package(parts);
}

/// Rows of text.
pub fn header(text: &str) {
    properties::header(text);
}

/// A date.
pub fn date(text: &str) {
    properties::date(text);
}

/// A mapping file.
pub fn mapping(text: &str) {
    properties::mapping(text);
}

/// A mapping that is filled in as a workbook.
pub fn table(text: &str) {
    properties::table(text);
}
