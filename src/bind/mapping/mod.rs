//! The user's mapping file (TOML): what it may say, and what is wrong with it by line and column.
//!
//! Must not know: a sheet's actual headers, tables that `values_from` names (the caller reads
//! them).

mod derive;
mod faults;
mod fitting;
mod read;
mod recipe;
pub mod sheet;
mod table;
mod transform;

use std::collections::HashMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::binding::{DateOrder, Default as DefaultValue, OnBad};
use super::normalize;
use super::path::Customs;
use crate::problem::{Problem, both};
use crate::spec::{KindId, Slot};

pub use recipe::{ChildMapping, DeriveMapping, Op, Transform};

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

/// Local labels of one field.
#[derive(Debug)]
pub struct Labels {
    /// The field's path: canonical where it names an entry, else without numbers.
    pub path: String,
    /// Label to value.
    pub map: Arc<HashMap<String, String>>,
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

/// How a mapping file names a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderRef {
    /// As written: `学校`, `学校@2`, `#7`.
    pub text: String,
    /// The line of the mapping file where it is written; none in a workbook.
    pub line: Option<u32>,
}

impl Mapping {
    /// Read a mapping file. `shown` is its name for messages.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the file's order, each with line and column. A text that is no
    /// TOML is told for its syntax only.
    pub fn parse(text: &str, shown: &Arc<str>) -> Result<Self, Vec<Problem>> {
        read::mapping(text, shown, true)
    }
}

impl RecordMapping {
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

/// A line of the mapping file as a remark behind 映射文件; empty where it is not known.
fn line(line: Option<u32>) -> String {
    line.map_or_else(String::new, |line| both(&format!("第 {line} 行"), &format!(" (line {line})")))
}

/// Whether a file's name is of this pattern (`*` any characters, `?` one), however its accents are
/// composed.
pub fn names(pattern: &str, name: &str) -> bool {
    matches(pattern, name)
}

fn matches(pattern: &str, name: &str) -> bool {
    let pattern: Vec<char> = pattern.nfc().collect();
    let name: Vec<char> = name.nfc().collect();
    glob(&pattern, &name)
}

impl HeaderRef {
    /// A header that is written nowhere.
    pub(super) const fn new(text: String) -> Self {
        Self { text, line: None }
    }

    /// Where it is written, as a remark behind 映射文件; empty where that is not known.
    pub(crate) fn written(&self) -> String {
        line(self.line)
    }

    /// Which of the headers (column, text) are meant; several only where a bare name stands above
    /// several columns.
    pub(super) fn find(&self, headers: &[(usize, Arc<str>)]) -> Vec<usize> {
        let named = Self::named(&self.text, headers);
        if !named.is_empty() {
            return named;
        }
        if let Some(number) = self.text.strip_prefix('#').and_then(|n| n.parse::<usize>().ok()) {
            return headers
                .iter()
                .map(|(column, _)| *column)
                .filter(|column| column + 1 == number)
                .collect();
        }
        let Some((name, nth)) = self.text.rsplit_once('@') else { return Vec::new() };
        let Some(nth) = nth.parse::<usize>().ok().and_then(|nth| nth.checked_sub(1)) else {
            return Vec::new();
        };
        Self::named(name, headers).get(nth).copied().into_iter().collect()
    }

    fn named(name: &str, headers: &[(usize, Arc<str>)]) -> Vec<usize> {
        let all = |same: &dyn Fn(&str) -> bool| -> Vec<usize> {
            headers.iter().filter(|(_, text)| same(text)).map(|(column, _)| *column).collect()
        };
        let exact = all(&|text| normalize::trim(text) == normalize::trim(name));
        if !exact.is_empty() {
            return exact;
        }
        let wanted = normalize::header(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        all(&|text| normalize::header(text) == wanted)
    }
}

/// `*` any characters, `?` one. Linear in the product of the lengths.
fn glob(pattern: &[char], name: &[char]) -> bool {
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(c) if *c == '?' || *c == name[n] => {
                p += 1;
                n += 1;
            }
            Some(_) | None => {
                let Some((at, seen)) = star else { return false };
                star = Some((at, seen + 1));
                p = at + 1;
                n = seen + 1;
            }
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests;
