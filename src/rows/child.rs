//! The rows of a child sheet by the text that names their parent.
//!
//! Must not know: which file the sheet is in, what its cells must hold.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::derive;
use crate::bind::ChildBinding;
use crate::lexicon::normalize;
use crate::problem::{Code, Complaint, both};
use crate::sheet::{RawCell, RawRow};

/// Rows of a child sheet, kept until their parents come.
#[derive(Debug, Default)]
pub(crate) struct Children {
    parents: BTreeMap<String, Rows>,
    /// What is alike of keys, with the first key of the parent's sheet that is so written and its row.
    near: BTreeMap<String, (String, u32)>,
}

#[derive(Debug, Default)]
struct Rows {
    rows: Vec<ChildRow>,
    taken: bool,
}

/// One row of a child sheet.
#[derive(Clone, Debug)]
pub(crate) struct ChildRow {
    /// Its row as Excel numbers it.
    pub row: u32,
    /// The cells of [`ChildBinding::columns`], in their order.
    pub cells: RawRow,
}

/// A row of a child sheet that no parent took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leftover {
    /// Its row as Excel numbers it.
    pub row: u32,
    /// The key.
    pub key: String,
    /// What is wrong with it.
    pub complaint: Complaint,
}

impl Children {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Keep a row below the header. A row that is blank but for its key is none.
    ///
    /// # Errors
    ///
    /// The key's cell is empty or could not be read; the complaint is about that cell.
    pub(crate) fn feed(&mut self, binding: &ChildBinding, row: &RawRow) -> Result<(), Complaint> {
        if binding.columns.iter().all(|column| row.cell(column.index).is_blank()) {
            return Ok(());
        }
        let Some(key) = key(row.cell(binding.key.0))? else {
            return Err(Complaint::new(Code::ChildKeyEmpty));
        };
        let mut cells = RawRow::new();
        cells.reset(row.number());
        for (at, column) in binding.columns.iter().enumerate() {
            cells.put(at, row.cell(column.index));
        }
        let rows = &mut self.parents.entry(key).or_default().rows;
        rows.push(ChildRow { row: row.number(), cells });
        Ok(())
    }

    /// The rows of the parent in this row of its sheet, in their order. A parent that comes again
    /// gets the same ones: one row makes a record of each kind, and that it is there twice is told
    /// apart.
    pub(crate) fn take(&mut self, key: &str, parent: u32) -> &[ChildRow] {
        self.near.entry(alike(key)).or_insert_with(|| (key.to_owned(), parent));
        match self.parents.get_mut(key) {
            Some(rows) => {
                rows.taken = true;
                &rows.rows
            }
            None => &[],
        }
    }

    /// Whether the rows of this key were taken before.
    pub(crate) fn is_taken(&self, key: &str) -> bool {
        self.parents.get(key).is_some_and(|rows| rows.taken)
    }

    /// What is wrong with a key that no parent has: what it differs in from one that a parent has.
    pub(crate) fn missed(&self, key: &str) -> Complaint {
        let Some((other, parent)) = self.near.get(&alike(key)) else {
            return Complaint::new(Code::ChildWithoutParent);
        };
        if without_zeros(key) == without_zeros(other) {
            return Complaint::with(Code::ChildKeyZeros, [parent.to_string()]);
        }
        let what = if key.to_lowercase() == other.to_lowercase() {
            both("大小写", "upper and lower case")
        } else if without_point(key) == without_point(other) {
            both("结尾的 .0", "`.0` at the end")
        } else {
            both(
                "大小写、空格、开头的 0 或结尾的 .0",
                "case, blanks, leading zeros or `.0` at the end",
            )
        };
        Complaint::with(Code::ChildKeyNear, [parent.to_string().into(), what])
    }

    /// The rows that no parent took, by row; to be asked when every parent has come.
    pub(crate) fn leftovers(&self) -> Vec<Leftover> {
        let mut all = Vec::new();
        for (key, rows) in self.parents.iter().filter(|(_, rows)| !rows.taken) {
            let complaint = self.missed(key);
            all.extend(rows.rows.iter().map(|row| Leftover {
                row: row.row,
                key: key.clone(),
                complaint: complaint.clone(),
            }));
        }
        all.sort_by_key(|leftover| leftover.row);
        all
    }
}

/// The text by which rows name each other: trimmed, half-width; a number as it is written. None
/// where the cell is blank.
///
/// # Errors
///
/// The cell could not be read, or Excel has lost digits of its number.
pub(crate) fn key(cell: RawCell<'_>) -> Result<Option<String>, Complaint> {
    let text = derive::text(cell).map_err(Complaint::of_fault)?;
    let folded: String = text.nfkc().collect();
    let key = normalize::trim(&folded);
    Ok((!key.is_empty()).then(|| key.to_owned()))
}

/// What keys have in common that a person would take for one: `a 01` and `A1.0` give `a1`.
fn alike(key: &str) -> String {
    let key: String = without_point(key).chars().filter(|c| !c.is_whitespace()).collect();
    let key = key.to_lowercase();
    let head = key.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (head, number) = key.split_at(head);
    format!("{head}{}", without_zeros(number))
}

/// `2.0` → `2`.
fn without_point(key: &str) -> &str {
    match key.rsplit_once('.') {
        Some((whole, zeros))
            if !zeros.is_empty()
                && zeros.bytes().all(|b| b == b'0')
                && whole.ends_with(|c: char| c.is_ascii_digit()) =>
        {
            whole
        }
        Some(_) | None => key,
    }
}

/// `0012` → `12`, `000` → `0`.
fn without_zeros(key: &str) -> &str {
    let short = key.trim_start_matches('0');
    if short.is_empty() && !key.is_empty() { "0" } else { short }
}

#[cfg(test)]
mod tests;
