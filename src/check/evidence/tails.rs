//! Long numbers that end in zeros and are sound: a value of the same column has the same first 15
//! digits and goes on otherwise, so that a sequence passes through them (`…2000000`, `…2000001`).
//! Excel would have made both end in zeros. Numbers of ID cards are no sequence, but one in a thousand
//! ends in zeros by itself: beside a card that does not, Excel has not ruined the column.
//!
//! Must not know: how IDs are checked (`types`).

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::sync::Arc;

use crate::bind::{Binding, Column};
use crate::check::types::is_rounded;
use crate::sheet::{RawCell, RawRow};
use crate::spec::FieldType;

/// Digits that Excel keeps.
const KEPT: usize = 15;
/// Beginnings that are remembered of the numbers seen last.
const RECENT: usize = 64;
/// Numbers that wait for their like; there are few, or the column is ruined.
const WAITING: usize = 1000;

/// The long numbers in the columns of one sheet.
#[derive(Default)]
pub struct Tails {
    columns: Vec<ColumnStats>,
}

#[derive(Default)]
struct ColumnStats {
    index: usize,
    /// First digits of numbers that do not end in zeros, the newest first.
    recent: VecDeque<String>,
    /// Numbers that end in zeros, and whether they are sound.
    zeros: BTreeMap<String, bool>,
    /// It holds numbers of documents.
    documents: bool,
    /// A card's number is there whole.
    whole: bool,
}

impl std::fmt::Debug for Tails {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tails({} columns)", self.columns.len())
    }
}

impl Tails {
    /// Whether a column holds IDs.
    pub fn wants(binding: &Binding) -> bool {
        binding.columns.iter().any(holds_ids)
    }

    /// Nothing seen yet of the ID columns of these bindings of one sheet.
    pub fn new<'b>(bindings: impl IntoIterator<Item = &'b Binding>) -> Self {
        let columns = bindings.into_iter().flat_map(|binding| &binding.columns);
        Self::of(columns.map(|column| (column.index, column)))
    }

    /// Nothing seen yet of these columns, of those that hold IDs, each with its place in the sheet.
    pub fn of<'c>(all: impl IntoIterator<Item = (usize, &'c Column)>) -> Self {
        let mut columns: Vec<ColumnStats> = Vec::new();
        for (index, column) in all {
            if holds_ids(column) && columns.iter().all(|seen| seen.index != index) {
                let documents = matches!(column.slot.ty(), FieldType::DocumentNumber);
                columns.push(ColumnStats { index, documents, ..ColumnStats::default() });
            }
        }
        Self { columns }
    }

    /// All cells of a row.
    pub fn feed_row(&mut self, row: &RawRow) {
        for seen in &mut self.columns {
            if let RawCell::Text(text) = row.cell(seen.index) {
                seen.feed(text.trim());
            }
        }
    }

    /// Vouch for the numbers that are sound, in the column that feeds from that one of the sheet.
    pub fn prove(&self, index: usize, column: &mut Column) {
        if !holds_ids(column) {
            return;
        }
        let seen = self.columns.iter().find(|seen| seen.index == index);
        column.proven.whole_cards |= seen.is_some_and(|seen| seen.whole);
        let zeros = seen.into_iter().flat_map(|seen| &seen.zeros);
        let sound: HashSet<String> =
            zeros.filter(|(_, sound)| **sound).map(|(number, _)| number.clone()).collect();
        column.proven.sound = (!sound.is_empty()).then(|| Arc::new(sound));
    }
}

/// IDs and documents, unless a table says which there are.
fn holds_ids(column: &Column) -> bool {
    !column.closed && column.slot.ty().may_lose_digits()
}

impl ColumnStats {
    fn feed(&mut self, text: &str) {
        if self.documents && is_whole_card(text) {
            self.whole = true;
        }
        let long = text.len() > KEPT && text.len() < 30;
        if !long || !text.bytes().all(|b| b.is_ascii_digit()) {
            return;
        }
        let first = &text[..KEPT];
        if is_rounded(text) {
            if self.zeros.len() < WAITING && !self.zeros.contains_key(text) {
                let sound = self.recent.iter().any(|recent| recent == first);
                self.zeros.insert(text.to_owned(), sound);
            }
            return;
        }
        if self.recent.front().is_some_and(|recent| recent == first) {
            return;
        }
        let after = self.zeros.range_mut(first.to_owned()..);
        for (_, sound) in after.take_while(|(number, _)| number.starts_with(first)) {
            *sound = true;
        }
        if let Some(at) = self.recent.iter().position(|recent| recent == first) {
            self.recent.swap(0, at);
        } else {
            self.recent.truncate(RECENT - 1);
            self.recent.push_front(first.to_owned());
        }
    }
}

/// Columns of documents in which a card's number was seen whole: what was seen so far proves as much as
/// the whole column would.
#[derive(Clone, Debug, Default)]
pub(super) struct Cards(Vec<(usize, bool)>);

impl Cards {
    /// Nothing seen yet of the columns of a binding.
    pub(super) fn new(binding: &Binding) -> Self {
        let is_one = |column: &&Column| {
            holds_ids(column) && matches!(column.slot.ty(), FieldType::DocumentNumber)
        };
        Self(binding.columns.iter().filter(is_one).map(|column| (column.index, false)).collect())
    }

    /// All cells of a row. Whether one of them proves something that was open.
    pub(super) fn see(&mut self, row: &RawRow) -> bool {
        let mut proves = false;
        for (index, whole) in self.0.iter_mut().filter(|(_, whole)| !whole) {
            *whole = matches!(row.cell(*index), RawCell::Text(text) if is_whole_card(text.trim()));
            proves |= *whole;
        }
        proves
    }

    /// Have the binding read the column of that path so, if it does not yet and may. Whether it is
    /// read otherwise now.
    pub(super) fn vouch(&self, binding: &mut Binding, path: &str) -> bool {
        let seen = |column: &Column| self.0.iter().any(|(at, whole)| *whole && *at == column.index);
        let mut columns = binding.columns.iter_mut();
        let column = columns.find(|column| *column.path == *path);
        match column.filter(|column| !column.proven.whole_cards && seen(column)) {
            Some(column) => {
                column.proven.whole_cards = true;
                true
            }
            None => false,
        }
    }
}

/// Eighteen characters of a card, not all zeros after what Excel keeps.
fn is_whole_card(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 18
        && bytes[..17].iter().all(u8::is_ascii_digit)
        && matches!(bytes[17], b'0'..=b'9' | b'x' | b'X')
        && !text.ends_with("000")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Checker;
    use crate::check::testing::{binding, place, row};
    use crate::kinds::job_data::JOB_DATA;
    use crate::rows::Origins;

    /// Which of these employments pass, once the column has spoken.
    fn passed(ids: &[&str]) -> Vec<bool> {
        let paths = ["employment_id", "department_id", "employee_type_id", "effective_time"];
        let mut binding = binding(&JOB_DATA, &paths);
        let rows: Vec<_> = ids.iter().map(|id| row(&[id, "D1", "T1", "2024-05-01"])).collect();
        let mut tails = Tails::new([&binding]);
        for row in &rows {
            tails.feed_row(row);
        }
        for column in &mut binding.columns {
            tails.prove(column.index, column);
        }
        let mut checker = Checker::new(Arc::new(binding), place(), false);
        rows.iter()
            .map(|row| checker.check(row, Origins::NONE, &mut Vec::new()).is_some())
            .collect()
    }

    #[test]
    fn a_sequence_passes_through_round_numbers_and_excel_makes_all_of_them_round() {
        let sequence = ["6893014062142000000", "6893014062142000001", "6893014062142000002"];
        assert_eq!(passed(&sequence), [true; 3]);
        assert_eq!(passed(&[sequence[1], sequence[0]]), [true; 2]);
        assert_eq!(passed(&["6893014062142000000", "6893014062143000000"]), [false; 2]);
        // Another number of the tenant proves nothing of this one.
        assert_eq!(passed(&["6893014062142000000", "6893014092142064135"]), [false, true]);
        assert_eq!(passed(&["6893014062142000000"]), [false]);
    }
}
