//! What cells of a foreign workbook show that calamine does not tell: what is seen of a number or a text,
//! and links.
//!
//! Must not know: formats of files.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::super::cells::{EXACT, put_dressed_number, put_dressed_text};
use super::super::links::{Links, of_formula};
use super::linking::Linking;
use super::values::CellContent;
use crate::problem::{Code, Complaint, both};
use crate::sheet::format::{is_figure_of, is_rounded};
use crate::sheet::{CellRef, Dressed, Epoch, Held, NumberFormat, RawCell, RawRow};

/// Cells that are kept. A sheet in which more show something else than they hold is refused: to read the
/// rest of it as it holds would be silent.
const MOST: usize = 1 << 20;

/// What cells show, by row and column from 0.
#[derive(Debug, Default)]
pub(super) struct Faces {
    cells: HashMap<(u32, u32), Face>,
    /// The links behind cells.
    pub(super) links: Links,
    /// Cells whose formulas make links.
    pub(super) linking: Linking,
    /// There are more than are kept.
    more: bool,
}

/// What is seen of a cell.
#[derive(Clone, Debug)]
pub(super) enum Face {
    /// This text.
    Shown(String),
    /// What this format shows of what the cell holds.
    Format(Arc<NumberFormat>),
}

impl Faces {
    /// Note what is seen of a cell.
    pub(super) fn note(&mut self, at: (u32, u32), face: Face) {
        if self.cells.len() < MOST {
            self.cells.insert(at, face);
        } else {
            self.more = true;
        }
    }

    /// Note what is seen of each cell of these rows and columns.
    pub(super) fn note_all(&mut self, rows: Range<u32>, columns: Range<u32>, face: &Face) {
        for row in rows {
            for column in columns.clone() {
                self.note((row, column), face.clone());
                if self.more {
                    return;
                }
            }
        }
    }

    /// Why the sheet cannot be read as it shows, if it cannot.
    pub(super) fn refusal(&self) -> Option<Complaint> {
        let what = both(
            &format!("{MOST} 个带数字格式的单元格"),
            &format!("{MOST} cells with number formats"),
        );
        self.more.then(|| Complaint::with(Code::WorkbookTooHeavy, [what]))
    }

    /// Put what a cell holds, as it is seen; false, and nothing put, where that is no more than what it
    /// holds.
    pub(super) fn put(
        &self,
        row: &mut RawRow,
        at: (u32, u32),
        (held, formula): (CellContent<'_>, Option<&str>),
        epoch: Epoch,
    ) -> bool {
        let column = at.1 as usize;
        let text = if let CellContent::Text(text) = held { Some(text) } else { None };
        let is_empty = matches!(held, CellContent::Empty);
        // Of a formula that calamine cannot read, it is known that it makes a link, and not to where.
        let reads = |formula: &str| formula.to_ascii_uppercase().contains("HYPERLINK");
        let formula = if self.linking.has(at) {
            formula.filter(|formula| reads(formula)).or(Some("HYPERLINK()"))
        } else {
            formula
        };
        if let Some((shown, to)) = formula.and_then(|it| of_formula(it, text, is_empty)) {
            put_dressed_text(row, column, &shown, (None, Some(&to)));
            return true;
        }
        let face = self.cells.get(&at);
        if let Some(text) = text {
            let face = match face {
                Some(Face::Format(format)) => format.of_text(text),
                Some(Face::Shown(face)) => Some(face.trim().to_owned()),
                None => None,
            };
            let link = self.links.at(CellRef::new(at.0.saturating_add(1), at.1));
            put_dressed_text(row, column, text, (face, link));
            return true;
        }
        let Some(number) = held.number() else { return false };
        match face {
            Some(Face::Format(format)) => put_dressed_number(row, column, number, (format, epoch)),
            Some(Face::Shown(face)) => put_shown(row, column, number, face.trim()),
            None => false,
        }
    }
}

/// Put a number of which this is seen; false, and nothing put, where that is no more than the number.
fn put_shown(row: &mut RawRow, column: usize, number: f64, face: &str) -> bool {
    // A year and month such as 2018.10 needs its last zero.
    let is_month = face.contains('.') && face.ends_with('0') && !face.contains(',');
    let is_same = is_figure_of(face, number) && !is_rounded(face, number) && !is_month;
    if is_same || number.abs() >= EXACT {
        return false;
    }
    row.put(column, RawCell::Dressed(Dressed { face, held: Held::Number(number) }));
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_with_more_formats_than_are_kept_is_refused() {
        let mut faces = Faces::default();
        let face = || Face::Shown("1%".into());
        for row in 0..u32::try_from(MOST).unwrap() {
            faces.note((row, 0), face());
        }
        assert_eq!(faces.refusal(), None);
        faces.note((0, 1), face());
        assert_eq!(faces.refusal().unwrap().code, Code::WorkbookTooHeavy);
    }
}
