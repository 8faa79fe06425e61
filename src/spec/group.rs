//! A repeating group: a list of entries in the body, columns with a number in the spreadsheet.
//!
//! Must not know: any particular group.

use super::field::Field;

/// A list of objects in the body, such as `education_list`.
#[derive(Debug)]
pub struct Group {
    /// API path: `education_list`.
    pub key: &'static str,
    /// JSON pointer of the list in the body.
    pub pointer: &'static str,
    /// The Chinese label: 教育经历.
    pub zh: &'static str,
    /// The English label.
    pub en: &'static str,
    /// Other names, as prefixes of headers or merged headings.
    pub aliases: &'static [&'static str],
    /// The fields of an entry.
    pub fields: &'static [Field],
    /// A bare header without a number or prefix (学校) binds to entry 1 by itself. Where false
    /// (career, project) only beside another unmistakable column of the group
    /// (`docs/labels.md`, "Headers whose meaning depends on the export").
    pub bare: bool,
    /// Where an entry keeps custom fields, within the entry; none where it can't.
    pub customs: Option<&'static str>,
    /// Where its list stands when the record is read back; none where no page shows it.
    pub shown: Option<&'static str>,
    /// Most entries that the API takes.
    pub max: usize,
}
