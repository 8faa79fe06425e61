//! The physical rows below a header, one after the other, with what each of them is. Every pass over
//! a sheet goes by it: what is no record for one reader is none for any.
//!
//! Must not know: which rows belong together, what becomes of them.

use super::aside::{Passed, RowFilter};
use super::belonging::Belonging;
use super::merged::Merged;
use crate::bind::{Binding, example};
use crate::problem::Problem;
use crate::sheet::{CellRef, Outline, RawRow, Stream};

/// What a row below the header is.
pub(crate) enum Line {
    /// Nothing visible stands in it.
    Blank,
    /// The untouched example of a template of muster's.
    Example,
    /// It is not read, though it holds something.
    Passed(Passed),
    /// Nothing stands in it but what it shares, by a merged cell, with the row of this number.
    Shares(u32),
    /// It is a record, or a part of one.
    Read,
}

/// How many rows there were of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Physical rows below the header.
    pub(crate) rows: u64,
    /// Of these, blank.
    pub(crate) blank: u64,
    /// Of these, no records: what is hidden, totals, examples.
    pub(crate) skipped: u64,
}

/// Which rows of a sheet are read.
#[derive(Debug)]
pub(crate) struct Plan<'t> {
    /// The header's last row.
    pub(crate) header_row: u32,
    /// What the sheet's columns feed; nothing where that is not known, or of no interest.
    pub(crate) bindings: &'t [Binding],
    /// Which rows belong together.
    pub(crate) belonging: &'t Belonging,
    /// Rows that are left out.
    pub(crate) aside: RowFilter,
    /// Its merged cells.
    pub(crate) outline: &'t Outline,
}

/// A pass over the rows below a header.
pub(crate) struct Lines<'t, S> {
    stream: S,
    header_row: u32,
    bindings: &'t [Binding],
    belonging: &'t Belonging,
    aside: RowFilter,
    merged: Merged,
    row: RawRow,
    /// The number of the row before.
    last: u32,
    counts: Counts,
    /// Rows that were skipped in the file stand before this one: blank ones.
    after_gap: bool,
}

impl<'t, S: Stream<Error = Problem>> Lines<'t, S> {
    /// A pass from the sheet's beginning.
    pub(crate) fn new(stream: S, plan: Plan<'t>) -> Self {
        let Plan { header_row, bindings, belonging, aside, outline } = plan;
        Self {
            stream,
            header_row,
            bindings,
            belonging,
            aside,
            merged: Merged::new(outline, header_row),
            row: RawRow::new(),
            last: header_row,
            counts: Counts::default(),
            after_gap: false,
        }
    }

    /// Go to the next row below the header, and say what it is; none at the end.
    ///
    /// # Errors
    /// What follows cannot be read.
    pub(crate) fn next(&mut self) -> Result<Option<Line>, Problem> {
        loop {
            if !self.stream.next(&mut self.row)? {
                return Ok(None);
            }
            if self.row.number() > self.header_row {
                return Ok(Some(self.tell()));
            }
        }
    }

    fn tell(&mut self) -> Line {
        let gap = u64::from(self.row.number().saturating_sub(self.last + 1));
        self.last = self.row.number();
        self.after_gap = gap > 0;
        self.counts.rows += gap + 1;
        self.counts.blank += gap;
        if self.row.is_blank() {
            self.counts.blank += 1;
            return Line::Blank;
        }
        if !self.merged.is_empty() {
            self.merged.pass(&self.row);
        }
        if self.aside.is_blank(&self.row) && self.shared().is_none() {
            self.counts.blank += 1;
            return Line::Blank;
        }
        let line = if self.is_own_example() {
            Line::Example
        } else if let Some(passed) = self.aside.passes(&self.row) {
            Line::Passed(passed)
        } else {
            self.shared().map_or(Line::Read, Line::Shares)
        };
        self.counts.skipped += u64::from(!matches!(line, Line::Read));
        line
    }

    /// Whether it is the untouched example row of a template.
    fn is_own_example(&self) -> bool {
        self.row.number() == self.header_row + 1
            && self.bindings.iter().any(|binding| example::is_own(binding, &self.row))
    }

    /// The row with which this one is merged, where nothing else of it is read.
    fn shared(&self) -> Option<u32> {
        if self.merged.is_empty() {
            return None;
        }
        self.merged.shared(&self.row, self.belonging.bare(&self.row)?)
    }

    /// The row, as the file has it.
    pub(crate) const fn row(&self) -> &RawRow {
        &self.row
    }

    /// The row, to be taken: any other may be left in its place.
    pub(crate) const fn row_mut(&mut self) -> &mut RawRow {
        &mut self.row
    }

    /// Whether rows that the file leaves out, blank ones, stand before this one.
    pub(crate) const fn is_after_gap(&self) -> bool {
        self.after_gap
    }

    /// Fill the row with what cells that are merged over it hold, as a person sees it. `told` gets the
    /// first such cell of each column, with the cell that holds its value.
    pub(crate) fn fill(&mut self, told: &mut Vec<(CellRef, CellRef)>) {
        if !self.merged.is_empty() {
            self.merged.fill(&mut self.row, told);
        }
    }

    /// The rows that went by so far.
    pub(crate) const fn counts(&self) -> Counts {
        self.counts
    }

    /// Which rows were left out.
    pub(crate) const fn aside(&self) -> &RowFilter {
        &self.aside
    }
}
