//! Leading zeros that Excel dropped: in a column of codes of one width, some of which begin with
//! zeros, others have fewer digits. Told once a column; nothing is put back, as only the source
//! knows.
//!
//! Must not know: how codes are checked (`types`).

use std::sync::Arc;

use crate::bind::Binding;
use crate::check::types::shown;
use crate::problem::{Code, Complaint, Place, Problem};
use crate::sheet::{CellRef, RawCell, RawRow, are_digits};

/// Cells with zeros in front that a column must have before it can be said to keep a width.
const ENOUGH: u64 = 2;

/// Longest code that is looked at, in digits.
const LONGEST: usize = 20;

/// The widths of the codes in the columns of one sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Zeros {
    columns: Vec<ColumnStats>,
}

#[derive(Clone, Debug)]
struct ColumnStats {
    index: usize,
    header: Arc<str>,
    path: Arc<str>,
    /// Digits of the codes with a zero in front, and the first such row.
    wide: Option<(usize, u32)>,
    /// How many have one.
    zeroed: u64,
    /// By number of digits: how many codes, and the first row.
    widths: [(u64, u32); LONGEST + 1],
    /// Something else than digits, or zeros in front of several widths: no codes of one width.
    mixed: bool,
}

impl Zeros {
    /// Nothing seen yet of the code columns of these bindings of one sheet.
    pub(super) fn new<'b>(bindings: impl IntoIterator<Item = &'b Binding>) -> Self {
        let mut columns: Vec<ColumnStats> = Vec::new();
        for binding in bindings {
            for column in &binding.columns {
                let known = columns.iter().any(|seen| seen.index == column.index);
                if column.slot.ty().may_be_code() && !known {
                    columns.push(ColumnStats {
                        index: column.index,
                        header: Arc::clone(&column.header),
                        path: Arc::clone(&column.path),
                        wide: None,
                        zeroed: 0,
                        widths: [(0, 0); LONGEST + 1],
                        mixed: false,
                    });
                }
            }
        }
        Self { columns }
    }

    /// All cells of a row.
    pub(super) fn feed_row(&mut self, row: &RawRow) {
        // Once a column is known to hold words, nothing of it is looked at.
        for seen in self.columns.iter_mut().filter(|seen| !seen.mixed) {
            match row.text_at(seen.index) {
                Some((_, text)) if is_code(text) => seen.count(row.number(), text),
                Some(_) | None => seen.feed(row.number(), row.cell(seen.index)),
            }
        }
    }

    /// Take over what was seen of the same columns in other rows.
    pub(super) fn merge(&mut self, other: &Self) {
        for (seen, other) in self.columns.iter_mut().zip(&other.columns) {
            seen.merge(other);
        }
    }

    /// One warning for each column that lost zeros, at its first short code.
    pub(super) fn problems(&self, place: &Place) -> Vec<Problem> {
        self.columns.iter().filter_map(|seen| seen.problem(place)).collect()
    }
}

/// Figures alone, not too many.
fn is_code(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len()) && are_digits(text.as_bytes())
}

impl ColumnStats {
    fn feed(&mut self, row: u32, cell: RawCell<'_>) {
        if cell.is_blank() {
            return;
        }
        let text = shown(cell);
        if is_code(&text) {
            self.count(row, &text);
        } else {
            self.mixed = true;
        }
    }

    fn count(&mut self, row: u32, text: &str) {
        let width = text.len();
        if text.starts_with('0') && width > 1 {
            self.zeroed += 1;
            let (wide, _) = *self.wide.get_or_insert((width, row));
            self.mixed |= wide != width;
        }
        let (count, first) = &mut self.widths[width];
        if *count == 0 {
            *first = row;
        }
        *count += 1;
    }

    fn merge(&mut self, other: &Self) {
        self.mixed |= other.mixed;
        self.zeroed += other.zeroed;
        self.wide = match (self.wide, other.wide) {
            (Some((wide, row)), Some((another, first))) => {
                self.mixed |= wide != another;
                Some((wide, row.min(first)))
            }
            (one, None) | (None, one) => one,
        };
        for (own, (count, first)) in self.widths.iter_mut().zip(&other.widths) {
            let (all, earliest) = *own;
            let is_first = all == 0 || *count > 0 && *first < earliest;
            *own = (all + count, if is_first { *first } else { earliest });
        }
    }

    fn problem(&self, place: &Place) -> Option<Problem> {
        let (wide, row) = self.wide.filter(|_| self.zeroed >= ENOUGH && !self.mixed)?;
        if self.widths[wide + 1..].iter().any(|(count, _)| *count > 0) {
            return None;
        }
        let short = self.widths[..wide].iter().filter(|(count, _)| *count > 0);
        let first = short.clone().map(|(_, first)| *first).min()?;
        let count: u64 = short.map(|(count, _)| count).sum();
        let column = u32::try_from(self.index).ok()?;
        let proof = CellRef::new(row, column).to_string();
        let args = [wide.to_string(), proof, count.to_string()];
        Some(Problem {
            complaint: Complaint::with(Code::LeadingZeros, args),
            place: Place { row: Some(first), column: Some(column), ..place.clone() },
            header: Some(Arc::clone(&self.header)),
            field: Some(Arc::clone(&self.path)),
            value: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{binding, place};
    use crate::kinds::job_data::JOB_DATA;
    use crate::problem::Lang;

    fn told(cells: &[RawCell<'_>]) -> Vec<String> {
        let binding = binding(&JOB_DATA, &["employment_id"]);
        let mut zeros = Zeros::new([&binding]);
        for (row, cell) in (2..).zip(cells) {
            let mut raw = RawRow::new();
            raw.reset(row);
            raw.push(*cell);
            zeros.feed_row(&raw);
        }
        zeros.problems(&place()).iter().map(|problem| problem.line(Lang::En)).collect()
    }

    #[test]
    fn codes_that_are_too_short_among_codes_of_one_width_are_told_once() {
        let text = RawCell::Text;
        let lines = told(&[
            text("00123"),
            text("00124"),
            RawCell::Number(125.0),
            text("12345"),
            text("126"),
        ]);
        assert_eq!(lines.len(), 1);
        assert!(
            lines[0].contains("!A4") && lines[0].contains("as in A2), but 2 have"),
            "{lines:?}"
        );
        // Numbers that simply grow, codes of several widths, names: no evidence.
        for cells in [
            [text("98"), text("99"), text("100")],
            [text("0012"), text("012"), text("12")],
            [text("0012"), text("0013"), text("123456")],
            [text("0012"), text("0013"), text("D12")],
            [text("0012"), text("1234"), text("12")],
        ] {
            assert!(told(&cells).is_empty());
        }
    }
}
