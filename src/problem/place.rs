//! Where a problem is, and the frame of its message:
//! `staff.xlsx › 员工!C14 (邮箱): not an e-mail address`.
//!
//! Must not know: what is wrong there.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Code, Complaint, Lang, Severity, shown};
use crate::sheet::CellRef;

/// A place in the input, as exact as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The file's name as the user gave it.
    pub file: Option<Arc<str>>,
    /// The sheet's name; none for CSV.
    pub sheet: Option<Arc<str>>,
    /// The row as Excel numbers it, from 1.
    pub row: Option<u32>,
    /// The column, counted from 0.
    pub column: Option<u32>,
}

impl Place {
    /// A whole file.
    pub fn file(name: &Arc<str>) -> Self {
        Self { file: Some(Arc::clone(name)), ..Self::default() }
    }

    /// A1 address of the cell, where both row and column are known.
    pub fn cell(&self) -> Option<CellRef> {
        Some(CellRef::new(self.row?, self.column?))
    }

    /// `staff.xlsx › 员工!C14`, or as much of it as is known.
    pub fn show(&self, lang: Lang) -> String {
        let inner = match (self.cell(), self.row, self.column) {
            (Some(cell), _, _) => cell.to_string(),
            (None, Some(row), _) => match lang {
                Lang::Zh => format!("第 {row} 行"),
                Lang::En => format!("row {row}"),
            },
            (None, None, Some(column)) => match lang {
                Lang::Zh => format!("{} 列", crate::sheet::address::column_name(column)),
                Lang::En => format!("column {}", crate::sheet::address::column_name(column)),
            },
            (None, None, None) => String::new(),
        };
        let within = match (self.sheet.as_deref().map(shown), inner.is_empty()) {
            (Some(sheet), true) => sheet.into_owned(),
            (Some(sheet), false) => format!("{sheet}!{inner}"),
            (None, _) => inner,
        };
        match (self.file.as_deref().map(shown), within.is_empty()) {
            (Some(file), true) => file.into_owned(),
            (Some(file), false) => format!("{file} › {within}"),
            (None, _) => within,
        }
    }
}

/// A complaint at its place.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What is wrong.
    pub complaint: Complaint,
    /// Where.
    pub place: Place,
    /// The column's header as the file has it.
    pub header: Option<Arc<str>>,
    /// The API path of the field, such as `education_list[2].school`.
    pub field: Option<Arc<str>>,
    /// What the cell holds, masked where it is personal.
    pub value: Option<String>,
}

impl Problem {
    /// A complaint at a place, with no header or field.
    pub const fn at(place: Place, complaint: Complaint) -> Self {
        Self { complaint, place, header: None, field: None, value: None }
    }

    /// Its code.
    pub const fn code(&self) -> Code {
        self.complaint.code
    }

    /// Whether it keeps the record from being sent.
    pub const fn severity(&self) -> Severity {
        self.complaint.code.severity()
    }

    /// Whether it only points at the problem of its column, which is counted and listed in its place.
    pub fn is_of_column(&self) -> bool {
        self.code() == Code::ColumnUnfitRow
    }

    /// One line: place, header, message.
    pub fn line(&self, lang: Lang) -> String {
        let place = self.place.show(lang);
        let message = self.complaint.message(lang);
        match (&self.header, place.is_empty()) {
            (_, true) => message,
            (Some(header), false) => format!("{place} ({}): {message}", shown(header)),
            (None, false) => format!("{place}: {message}"),
        }
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Problem({} at {})", self.code().id(), self.place.show(Lang::En))
    }
}
