//! One row of a sheet, in a buffer that is used again for the next row.
//!
//! Must not know: headers, fields, files.

use std::fmt;

use super::address::CellRef;
use super::cell::{Dressed, Held, Moment, RawCell};
use super::fault::{Defect, ErrorValue, Fault};
use super::glance::Glance;

/// A row's cells, packed: all texts of a row share one buffer, so that reading allocates nothing
/// once the buffers have grown.
#[derive(Clone, Default)]
pub struct RawRow {
    number: u32,
    text: String,
    cells: Vec<Packed>,
    /// What is behind the cells that show something else; there are few.
    dressed: Vec<Behind>,
    /// What its text may hold, where that is known.
    glance: Option<Glance>,
    /// A cell of it that holds what are rows of their own.
    rows_within: Option<RowsWithin>,
}

/// A cell in whose quotes whole lines of data stand: so many, in this column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowsWithin {
    /// The column, from 0.
    pub column: usize,
    /// The lines that begin within it.
    pub lines: u32,
}

#[derive(Clone, Copy)]
enum Packed {
    Empty,
    Text {
        start: usize,
        end: usize,
    },
    Number(f64),
    Bool(bool),
    Moment(Moment),
    /// The text is what is shown; the rest stands in `dressed`, at this place.
    Dressed(usize),
    Error(ErrorValue),
    Other {
        start: usize,
        end: usize,
    },
    Defect(Defect),
}

/// A cell that shows something else than it holds: where its face is, then what it holds.
#[derive(Clone, Copy)]
struct Behind {
    start: usize,
    middle: usize,
    end: usize,
    sort: Sort,
}

/// What a cell holds that shows something else.
#[derive(Clone, Copy)]
enum Sort {
    Number(f64),
    Text,
    Struck,
    Moment(Moment),
    Link,
}

impl RawRow {
    /// An empty row without a number, to be filled by a source.
    pub fn new() -> Self {
        Self::default()
    }

    /// Forget the content, keep the buffers, take the number (from 1, as Excel counts).
    pub fn reset(&mut self, number: u32) {
        self.number = number;
        self.text.clear();
        self.cells.clear();
        self.dressed.clear();
        self.glance = None;
        self.rows_within = None;
    }

    /// Become the row of this number whose cells are these parts of a text, from the first column on.
    pub fn fill(&mut self, number: u32, text: &str, cells: impl Iterator<Item = (usize, usize)>) {
        self.reset(number);
        self.text.push_str(text);
        self.glance = Some(Glance::of(text));
        self.cells.extend(cells.map(|(start, end)| {
            if start == end { Packed::Empty } else { Packed::Text { start, end } }
        }));
    }

    /// Become a copy of another row, keeping the buffers.
    pub fn copy_from(&mut self, other: &Self) {
        self.number = other.number;
        self.text.clone_from(&other.text);
        self.cells.clone_from(&other.cells);
        self.dressed.clone_from(&other.dressed);
        self.glance = other.glance;
        self.rows_within = other.rows_within;
    }

    /// A source has found whole lines of data in one of its cells.
    pub(crate) const fn hold_rows(&mut self, within: RowsWithin) {
        self.rows_within = Some(within);
    }

    /// The cell that holds whole lines of data.
    pub(crate) const fn rows_within(&self) -> Option<RowsWithin> {
        self.rows_within
    }

    /// The row's number as spreadsheet programs show it, from 1.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// The texts of all cells, one behind the other, perhaps with others that were put before them.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the texts of its cells may hold.
    pub(crate) fn glance(&self) -> Glance {
        self.glance.unwrap_or_else(|| Glance::of(&self.text))
    }

    /// How many cells the row holds, counted to the last one that was put.
    pub fn width(&self) -> usize {
        self.cells.len()
    }

    /// Put a cell at the end.
    pub fn push(&mut self, cell: RawCell<'_>) {
        let packed = self.pack(cell);
        self.cells.push(packed);
    }

    /// Put a cell at `column` (from 0); the gap before it is empty, what was there is replaced.
    pub fn put(&mut self, column: usize, cell: RawCell<'_>) {
        let packed = self.pack(cell);
        if column >= self.cells.len() {
            self.cells.resize(column + 1, Packed::Empty);
        }
        if let Some(place) = self.cells.get_mut(column) {
            *place = packed;
        }
    }

    /// Forget the cells from `width` on.
    pub fn truncate(&mut self, width: usize) {
        self.cells.truncate(width);
    }

    /// The cell at `column` (from 0); beyond the row's end it is empty.
    pub fn cell(&self, column: usize) -> RawCell<'_> {
        match self.cells.get(column) {
            None | Some(Packed::Empty) => RawCell::Empty,
            Some(Packed::Text { start, end }) => RawCell::Text(&self.text[*start..*end]),
            Some(Packed::Number(number)) => RawCell::Number(*number),
            Some(Packed::Bool(truth)) => RawCell::Bool(*truth),
            Some(Packed::Moment(moment)) => RawCell::Moment(*moment),
            Some(Packed::Dressed(at)) => self.dressed.get(*at).map_or(RawCell::Empty, |behind| {
                let held = &self.text[behind.middle..behind.end];
                RawCell::Dressed(Dressed {
                    face: &self.text[behind.start..behind.middle],
                    held: match behind.sort {
                        Sort::Number(number) => Held::Number(number),
                        Sort::Text => Held::Text(held),
                        Sort::Struck => Held::Struck(held),
                        Sort::Moment(moment) => Held::Moment(moment),
                        Sort::Link => Held::Link(held),
                    },
                })
            }),
            Some(Packed::Error(error)) => RawCell::Fault(Fault::Error(*error)),
            Some(Packed::Other { start, end }) => {
                RawCell::Fault(Fault::Other(&self.text[*start..*end]))
            }
            Some(Packed::Defect(why)) => RawCell::Fault(Fault::Defect(*why)),
        }
    }

    /// Where the text of the cell at `column` stands in that of the row, if it is a text.
    #[inline]
    pub(crate) fn text_at(&self, column: usize) -> Option<(usize, &str)> {
        match self.cells.get(column) {
            Some(Packed::Text { start, end }) => Some((*start, self.text.get(*start..*end)?)),
            Some(
                Packed::Empty
                | Packed::Number(_)
                | Packed::Bool(_)
                | Packed::Moment(_)
                | Packed::Dressed(_)
                | Packed::Error(_)
                | Packed::Other { .. }
                | Packed::Defect(_),
            )
            | None => None,
        }
    }

    /// All cells, in column order.
    pub fn cells(&self) -> impl Iterator<Item = RawCell<'_>> {
        (0..self.cells.len()).map(|column| self.cell(column))
    }

    /// No cell holds anything visible.
    pub fn is_blank(&self) -> bool {
        self.cells().all(RawCell::is_blank)
    }

    /// The address of the cell at `column` (from 0).
    pub fn address(&self, column: usize) -> CellRef {
        CellRef::new(self.number, u32::try_from(column).unwrap_or(u32::MAX))
    }

    fn pack(&mut self, cell: RawCell<'_>) -> Packed {
        self.glance = None;
        match cell {
            RawCell::Empty | RawCell::Text("") => Packed::Empty,
            RawCell::Text(text) => {
                let start = self.text.len();
                self.text.push_str(text);
                Packed::Text { start, end: self.text.len() }
            }
            RawCell::Number(number) => Packed::Number(number),
            RawCell::Bool(truth) => Packed::Bool(truth),
            RawCell::Moment(moment) => Packed::Moment(moment),
            RawCell::Dressed(dressed) => self.dress(dressed),
            RawCell::Fault(Fault::Error(error)) => Packed::Error(error),
            RawCell::Fault(Fault::Other(name)) => {
                let start = self.text.len();
                self.text.push_str(name);
                Packed::Other { start, end: self.text.len() }
            }
            RawCell::Fault(Fault::Defect(why)) => Packed::Defect(why),
        }
    }
}

impl RawRow {
    fn dress(&mut self, Dressed { face, held }: Dressed<'_>) -> Packed {
        let (sort, held) = match held {
            Held::Number(number) => (Sort::Number(number), ""),
            Held::Text(text) => (Sort::Text, text),
            Held::Struck(text) => (Sort::Struck, text),
            Held::Moment(moment) => (Sort::Moment(moment), ""),
            Held::Link(to) => (Sort::Link, to),
        };
        let start = self.text.len();
        self.text.push_str(face);
        let middle = self.text.len();
        self.text.push_str(held);
        self.dressed.push(Behind { start, middle, end: self.text.len(), sort });
        Packed::Dressed(self.dressed.len() - 1)
    }
}

/// Rows that come one after the other.
pub trait Stream {
    /// Why there may be no next one.
    type Error;

    /// Fill `row` with the next row; false at the end. Numbers rise strictly; a number that is
    /// skipped was a blank row.
    ///
    /// # Errors
    /// What follows cannot be read; the rows before stand.
    fn next(&mut self, row: &mut RawRow) -> Result<bool, Self::Error>;
}

impl fmt::Debug for RawRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawRow {{ number: {}, cells: {} }}", self.number, self.cells.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_gives_back_what_was_put_and_forgets_on_reset() {
        let mut row = RawRow::new();
        row.reset(7);
        row.push(RawCell::Text("a"));
        row.put(3, RawCell::Number(1.5));
        row.put(2, RawCell::Fault(Fault::named("#N/A")));
        assert_eq!(row.width(), 4);
        assert_eq!(row.cell(0), RawCell::Text("a"));
        assert_eq!(row.cell(1), RawCell::Empty);
        assert_eq!(row.cell(2), RawCell::Fault(Fault::named("#N/A")));
        assert_eq!(row.cell(3), RawCell::Number(1.5));
        assert_eq!(row.cell(99), RawCell::Empty);
        assert_eq!(row.address(2).to_string(), "C7");
        let date = jiff::civil::date(2023, 3, 15);
        let moment = Moment { date, time: jiff::civil::Time::midnight() };
        let helds = [
            Held::Number(7.0),
            Held::Text("b"),
            Held::Struck("面b"),
            Held::Moment(moment),
            Held::Link("https://a.example"),
        ];
        for held in helds {
            let dressed = RawCell::Dressed(Dressed { face: "面", held });
            row.put(5, dressed);
            assert_eq!(row.cell(5), dressed);
            let is_moment = held == Held::Moment(moment);
            assert_eq!(row.cell(5).whole() == RawCell::Moment(moment), is_moment);
        }
        row.reset(8);
        assert!(row.is_blank());
        assert_eq!(row.number(), 8);
    }
}
