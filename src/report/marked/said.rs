//! What is said beside a row.
//!
//! Must not know: where the row comes from and goes.

use super::head::SheetHead;
use crate::problem::{Severity, shown};

/// What is said beside one row. In the order in which [`RowSource`] gives the rows; several for
/// one row are joined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The input.
    pub file: String,
    /// Its sheet; none for CSV.
    pub sheet: Option<String>,
    /// The row, from 1.
    pub row: u32,
    /// The column it is about (from 0), where there is one.
    pub column: Option<u32>,
    /// What is wrong.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
    /// Only a warning.
    pub warning: bool,
    /// What ties the row to its record; none where there is no run.
    pub tie: Option<String>,
}

impl Mark {
    pub(super) fn is_of(&self, head: &SheetHead) -> bool {
        self.file == head.file && self.sheet == head.sheet
    }
}

/// The marks of one row.
#[derive(Default)]
pub(super) struct Said {
    pub(super) message: String,
    pub(super) hint: String,
    pub(super) tie: String,
    cells: Vec<(u32, Severity)>,
}

impl Said {
    pub(super) fn add(&mut self, mark: Mark) {
        let severity = if mark.warning { Severity::Warning } else { Severity::Error };
        self.cells.extend(mark.column.map(|column| (column, severity)));
        push_line(&mut self.message, &shown(&mark.message));
        push_line(&mut self.hint, &shown(&mark.hint));
        if let Some(tie) = mark.tie {
            self.tie = tie;
        }
    }

    /// The worst that is said of the cell in a column.
    pub(super) fn of(&self, column: u32) -> Option<Severity> {
        let here = self.cells.iter().filter(|(at, _)| *at == column);
        here.map(|(_, severity)| *severity).min()
    }
}

/// Add a line that is not there yet.
fn push_line(text: &mut String, line: &str) {
    if line.is_empty() || text.lines().any(|there| there == line) {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}
