//! Cells that are merged over several rows: what the first holds is every row's, as a person sees
//! it, unless the rows belong to one record anyway.
//!
//! Must not know: what the columns mean.

use std::collections::BTreeSet;

use crate::sheet::outline::Merge;
use crate::sheet::{CellRef, Outline, RawRow};

/// The merged cells of one sheet, below its header, while its rows go by.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// Merges over several rows, the first to begin last.
    ahead: Vec<Merge>,
    /// Those that the rows have reached.
    open: Vec<Merge>,
    /// What their first cells hold.
    first: RawRow,
    /// Columns that were told of.
    told: BTreeSet<u32>,
}

impl Merged {
    /// The merges that begin below `header_row`.
    pub(super) fn new(outline: &Outline, header_row: u32) -> Self {
        let below =
            |merge: &&Merge| merge.first.row > header_row && merge.last.row > merge.first.row;
        let mut ahead: Vec<Merge> = outline.merges.iter().filter(below).copied().collect();
        ahead.sort_by_key(|merge| std::cmp::Reverse(merge.first));
        Self { ahead, ..Self::default() }
    }

    /// No cell is merged over rows.
    pub(super) fn is_empty(&self) -> bool {
        self.ahead.is_empty() && self.open.is_empty()
    }

    /// A row comes by: note what first cells it holds. Once for every row.
    pub(super) fn pass(&mut self, row: &RawRow) {
        self.open.retain(|merge| merge.last.row >= row.number());
        while let Some(merge) = self.ahead.pop_if(|merge| merge.first.row <= row.number()) {
            if merge.first.row == row.number() {
                let column = merge.first.column as usize;
                self.first.put(column, row.cell(column));
                self.open.push(merge);
            }
        }
    }

    /// The row whose value a cell of one of these columns shares.
    pub(super) fn shared(&self, row: &RawRow, columns: &[usize]) -> Option<u32> {
        let is_shared = |merge: &&Merge| {
            let column = merge.first.column as usize;
            merge.first.row < row.number()
                && merge.last.row >= row.number()
                && columns.contains(&column)
                && !self.first.cell(column).is_blank()
        };
        self.open.iter().find(is_shared).map(|merge| merge.first.row)
    }

    /// Put the cells that a row shares into it. `told` gets the first shared cell of a column that
    /// was not told of before, with the cell that holds its value.
    pub(super) fn fill(&mut self, row: &mut RawRow, told: &mut Vec<(CellRef, CellRef)>) {
        let number = row.number();
        for merge in self.open.iter().filter(|merge| merge.first.row < number) {
            let column = merge.first.column as usize;
            let shared = self.first.cell(column);
            if !row.cell(column).is_blank() || shared.is_blank() {
                continue;
            }
            row.put(column, shared);
            if self.told.insert(merge.first.column) {
                told.push((CellRef::new(row.number(), merge.first.column), merge.first));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::RawCell;

    fn row(number: u32, cells: &[&str]) -> RawRow {
        let mut row = RawRow::new();
        row.reset(number);
        for cell in cells {
            row.push(RawCell::Text(cell));
        }
        row
    }

    #[test]
    fn a_value_that_is_merged_over_rows_is_every_rows() {
        let region = |first: &str, last: &str| Merge {
            first: first.parse().unwrap(),
            last: last.parse().unwrap(),
        };
        let merges = vec![region("A1", "A2"), region("B3", "B5"), region("C4", "D4")];
        let mut cells = Merged::new(&Outline { merges, ..Outline::default() }, 2);
        let mut told = Vec::new();
        for (number, texts, shared) in [
            (3, ["甲", "研发部"], None),
            (4, ["乙", ""], Some("研发部")),
            (5, ["丙", ""], Some("研发部")),
            (6, ["丁", ""], None),
        ] {
            let mut filled = row(number, &texts);
            cells.pass(&filled);
            cells.fill(&mut filled, &mut told);
            let whole = row(number, &[texts[0], shared.unwrap_or(texts[1])]);
            assert_eq!(filled.cell(1), whole.cell(1), "row {number}");
        }
        assert_eq!(told, [("B4".parse().unwrap(), "B3".parse().unwrap())]);
        assert!(cells.is_empty());
    }
}
