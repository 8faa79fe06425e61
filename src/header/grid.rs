//! The rows of a header as levels, one above the other: which text stands over which columns.
//!
//! Must not know: what any text means.

use std::ops::Range;

use crate::lexicon::headers;
use crate::sheet::{CellRef, Merge, Outline, RawRow};

/// Columns that are looked at: a stray cell far to the right must not cost 16,384 comparisons a
/// row.
pub(crate) const COLUMNS: usize = 512;

/// A text with the columns that it stands over.
#[derive(Clone, Debug)]
pub(super) struct Span {
    /// The cell's text.
    pub(super) text: String,
    /// Its columns.
    pub(super) columns: Range<usize>,
    /// The file says so; else it is taken to reach to the next text.
    pub(super) sure: bool,
}

/// The levels of a header, from its first row to its last: for each column the text over it.
#[derive(Debug)]
pub(super) struct Grid {
    /// The row in which its highest text stands: that of a merge may be above its rows.
    pub(super) first_row: u32,
    spans: Vec<Span>,
    levels: Vec<Vec<Option<usize>>>,
}

/// The header of one column, and what stands above it from the top.
#[derive(Debug)]
pub(super) struct Stack<'a> {
    pub(super) own: &'a str,
    pub(super) above: Vec<&'a Span>,
}

impl Grid {
    /// The levels of these rows, which follow each other and begin with `first`. What is merged with
    /// one of the rows above them stands in their first.
    pub(super) fn new(
        above: &[RawRow],
        first: &RawRow,
        rows: &[RawRow],
        outline: &Outline,
    ) -> Self {
        let carried = carried(above, first, outline);
        let first_row = carried.iter().map(|(row, _)| *row).min().unwrap_or(first.number());
        let spans: Vec<Span> = carried.into_iter().map(|(_, span)| span).collect();
        let reach = spans.iter().map(|span| span.columns.end);
        let width = rows.iter().map(RawRow::width).chain(reach).max().unwrap_or(0).min(COLUMNS);
        let mut top: Vec<Option<usize>> = vec![None; width];
        for (id, span) in spans.iter().enumerate() {
            top[span.columns.clone()].fill(Some(id));
        }
        let mut grid = Self { first_row, spans, levels: vec![top] };
        for (at, row) in rows.iter().enumerate() {
            grid.level(row, rows.len() == at + 1, width, outline);
        }
        grid.levels.remove(0);
        for level in 0..grid.levels.len().saturating_sub(1) {
            grid.reach_out(level, width);
            grid.join_equal(level);
        }
        grid
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.levels.last().map_or(0, Vec::len)
    }

    /// The header of a column: its lowest text that is its own.
    pub(super) fn stack(&self, column: usize) -> Option<Stack<'_>> {
        let own = (0..self.levels.len()).rev().find(|level| self.is_own(*level, column))?;
        let found = self.at(own, column)?;
        let mut above: Vec<&Span> = Vec::new();
        for level in 0..own {
            if let Some(span) = self.at(level, column)
                && !std::ptr::eq(span, found)
                && above.last().is_none_or(|last| !std::ptr::eq(*last, span))
            {
                above.push(span);
            }
        }
        Some(Stack { own: &found.text, above })
    }

    /// The header of the columns before, which the last level has over this one too.
    pub(super) fn widened(&self, column: usize) -> Option<&str> {
        let span = self.at(self.levels.len().checked_sub(1)?, column)?;
        (span.columns.start < column).then_some(span.text.as_str())
    }

    /// The texts of a column at every level, for rows that repeat the header.
    pub(super) fn texts(&self, column: usize) -> impl Iterator<Item = &str> {
        (0..self.levels.len())
            .filter_map(move |level| self.at(level, column))
            .map(|span| span.text.as_str())
    }

    fn at(&self, level: usize, column: usize) -> Option<&Span> {
        self.spans.get((*self.levels.get(level)?.get(column)?)?)
    }

    /// Whether the text at a level begins in this column and heads nothing below.
    fn is_own(&self, level: usize, column: usize) -> bool {
        let Some(span) = self.at(level, column) else { return false };
        if span.columns.start != column {
            return false;
        }
        let same = |below: &Span| std::ptr::eq(below, span);
        let heads = |column: usize| {
            (level + 1..self.levels.len())
                .any(|below| self.at(below, column).is_some_and(|below| !same(below)))
        };
        !span.columns.clone().any(heads)
    }

    fn level(&mut self, row: &RawRow, is_last: bool, width: usize, outline: &Outline) {
        let number = row.number();
        let here: Vec<&Merge> = outline
            .merges
            .iter()
            .filter(|merge| (merge.first.row..=merge.last.row).contains(&number))
            .collect();
        let sideways = here.iter().any(|merge| merge.last.column > merge.first.column);
        let mut level: Vec<Option<usize>> = vec![None; width];
        for column in 0..width {
            let cell = CellRef::new(number, u32::try_from(column).unwrap_or(u32::MAX));
            if let Some(merge) = here.iter().find(|merge| merge.contains(cell)) {
                level[column] = self.merged(merge, cell, row, &level, width);
                continue;
            }
            let Some(text) = headers::text(row.cell(column)) else { continue };
            let sure = is_last || sideways;
            level[column] = Some(self.spans.len());
            self.spans.push(Span { text, columns: column..column + 1, sure });
        }
        self.levels.push(level);
    }

    /// A cell of a merge: its first cell's text, at this level or carried down from the one above.
    fn merged(
        &mut self,
        merge: &Merge,
        cell: CellRef,
        row: &RawRow,
        level: &[Option<usize>],
        width: usize,
    ) -> Option<usize> {
        let column = cell.column as usize;
        if cell.row > merge.first.row {
            return *self.levels.last()?.get(column)?;
        }
        if cell.column > merge.first.column {
            return *level.get(merge.first.column as usize)?;
        }
        let text = headers::text(row.cell(column))?;
        let end = (merge.last.column as usize + 1).min(width);
        self.spans.push(Span { text, columns: column..end, sure: true });
        Some(self.spans.len() - 1)
    }

    /// Where the file has no merges, a text stands over what is below it up to the next text of
    /// its level.
    fn reach_out(&mut self, level: usize, width: usize) {
        let mut column = 0;
        while column < width {
            let start = column;
            column += 1;
            let Some(id) = self.levels[level][start] else { continue };
            let is_sure = self.spans.get(id).is_none_or(|span| span.sure);
            if is_sure || !self.covers(level, start) {
                continue;
            }
            while column < width && self.levels[level][column].is_none() {
                self.levels[level][column] = Some(id);
                column += 1;
            }
            if let Some(span) = self.spans.get_mut(id) {
                span.columns.end = column;
            }
        }
    }

    /// A heading that was written into each of its cells is one.
    fn join_equal(&mut self, level: usize) {
        let mut column = 0;
        while column < self.levels[level].len() {
            let start = column;
            column += 1;
            let Some(id) = self.single(level, start) else { continue };
            while let Some(next) = self.single(level, column)
                && self.spans[next].text == self.spans[id].text
            {
                self.levels[level][column] = Some(id);
                column += 1;
            }
            self.spans[id].columns.end = column.max(start + 1);
        }
    }

    /// The text of a single column that has something below it.
    fn single(&self, level: usize, column: usize) -> Option<usize> {
        let id = (*self.levels.get(level)?.get(column)?)?;
        let is_single = self.spans.get(id)?.columns == (column..column + 1);
        (is_single && self.covers(level, column)).then_some(id)
    }

    /// Whether anything but the same text stands below.
    fn covers(&self, level: usize, column: usize) -> bool {
        let here = self.levels[level][column];
        self.levels[level + 1..]
            .iter()
            .any(|below| below[column].is_some() && below[column] != here)
    }
}

/// The texts of merges that begin in one of the rows above and reach into `first`, with those rows.
fn carried(above: &[RawRow], first: &RawRow, outline: &Outline) -> Vec<(u32, Span)> {
    let number = first.number();
    let reaches = |merge: &&Merge| merge.first.row < number && number <= merge.last.row;
    let merges = outline.merges.iter().filter(reaches);
    let span = |merge: &Merge| {
        let row = above.iter().find(|row| row.number() == merge.first.row)?;
        let start = merge.first.column as usize;
        let text = headers::text(row.cell(start)).filter(|_| start < COLUMNS)?;
        let end = (merge.last.column as usize + 1).min(COLUMNS);
        Some((row.number(), Span { text, columns: start..end, sure: true }))
    };
    merges.filter_map(span).collect()
}
