//! Rows of a CSV file with fewer fields than its header. Most are harmless: many programs leave
//! trailing empty fields out, Excel among them (in blocks of 16 rows). Dangerous is the row that a
//! line break without quotes cut in two: its end begins a row of its own, in the first columns.
//!
//! Must not know: fields, what is in the cells.

use crate::problem::{Code, Complaint};
use crate::sheet::RawRow;

/// So many short rows that are no halves: the file leaves fields out by habit, and two halves that
/// fit are chance.
const HABIT: u64 = 3;

/// Watches the widths of one sheet's rows, from the header down.
#[derive(Debug)]
pub(super) struct Ragged {
    /// Columns up to the last header.
    width: usize,
    /// Short rows one below the other: the first one's number, the last one's, and how many fields
    /// they would make as one row.
    pieces: Option<(u32, u32, usize)>,
    short: u64,
    split: u64,
    first: Option<u32>,
}

impl Ragged {
    /// For rows below these headers.
    pub(super) fn new(headers: &[String]) -> Self {
        let last = headers.iter().rposition(|text| !text.trim().is_empty());
        let width = last.map_or(0, |last| last + 1);
        Self { width, pieces: None, short: 0, split: 0, first: None }
    }

    /// Look at the next row that is not blank. A complaint where it ends what the rows above it
    /// began.
    pub(super) fn see(&mut self, row: &RawRow) -> Option<Complaint> {
        let (number, fields) = (row.number(), row.width());
        if fields >= self.width {
            self.pieces = None;
            return None;
        }
        self.short += 1;
        self.first.get_or_insert(number);
        let begun = self.pieces.filter(|(_, last, _)| last + 1 == number);
        let (from, sum) = match begun {
            Some((from, _, sum)) if sum + fields - 1 <= self.width => (from, sum + fields - 1),
            Some(_) | None => (number, fields),
        };
        self.pieces = Some((from, number, sum));
        if sum < self.width {
            return None;
        }
        self.pieces = None;
        let pieces = u64::from(number - from) + 1;
        if self.short - self.split - pieces >= HABIT {
            return None;
        }
        self.split += pieces;
        Some(Complaint::with(Code::RowSplit, [from.to_string()]))
    }

    /// What to say at the sheet's end of the short rows that were read: the first one's number.
    pub(super) fn end(&self) -> Option<(u32, Complaint)> {
        let count = self.short - self.split;
        let args = [count.to_string(), self.width.to_string()];
        self.first.filter(|_| count > 0).map(|row| (row, Complaint::with(Code::RowsShort, args)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::RawCell;

    /// The rows that are told as split, with where they begin, and the short ones at the end.
    fn told(header: usize, widths: &[usize]) -> (Vec<(u32, String)>, Option<String>) {
        let mut headers = vec!["x".to_owned(); header];
        headers.push(" ".to_owned());
        let mut ragged = Ragged::new(&headers);
        let (mut split, mut row) = (Vec::new(), RawRow::new());
        for (number, width) in (2..).zip(widths) {
            row.reset(number);
            (0..*width).for_each(|_| row.push(RawCell::Text("x")));
            if *width > 0
                && let Some(complaint) = ragged.see(&row)
            {
                assert_eq!(complaint.code, Code::RowSplit);
                split.push((number, complaint.values()[0].to_owned()));
            }
        }
        (
            split,
            ragged.end().map(|(row, complaint)| format!("{row} {}", complaint.values().join(" "))),
        )
    }

    #[test]
    fn short_rows_are_counted_and_told_once() {
        assert_eq!(told(5, &[5, 6, 5]), (vec![], None));
        assert_eq!(told(5, &[5, 3, 5, 4]), (vec![], Some("3 2 5".into())));
        assert_eq!(told(5, &[4, 4, 4, 4]), (vec![], Some("2 4 5".into())));
    }

    #[test]
    fn a_row_that_a_line_break_cut_is_told_at_its_end() {
        let at = |row: u32, from: u32| vec![(row, from.to_string())];
        assert_eq!(told(5, &[5, 3, 3, 5]), (at(4, 3), None));
        assert_eq!(told(5, &[5, 3, 1, 1, 3, 5]), (at(6, 3), None), "cut more than once");
        assert_eq!(told(5, &[4, 3, 3]), (at(4, 3), Some("2 1 5".into())));
        assert_eq!(told(5, &[3, 0, 3]), (vec![], Some("2 2 5".into())), "a blank row between");
    }

    #[test]
    fn a_habit_of_leaving_fields_out_is_no_cut() {
        assert_eq!(told(5, &[4, 5, 4, 5, 4, 5, 3, 3]), (vec![], Some("2 5 5".into())));
    }
}
