//! Which rows belong to the person above: only entries of groups stand in them.
//!
//! Must not know: what becomes of the rows.

use serde::{Deserialize, Serialize};

use crate::bind::Binding;
use crate::sheet::{RawCell, RawRow};
use crate::spec::Target;

/// The columns of a sheet that tell whether a row is a record of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Belonging {
    /// Columns of places outside groups.
    own: Vec<usize>,
    /// Columns of entries.
    entries: Vec<usize>,
    /// The column that names the record in reports.
    key: Option<usize>,
    /// The column that ties a row of a fix file to its record: a row that has one begins it.
    #[serde(default)]
    tie: Option<usize>,
}

/// The header of the column that ties a row of a fix file to its record.
const TIE: &str = "muster_row";

/// The column that ties rows of a fix file to their records; of several the last, which the latest run has
/// added.
pub(crate) fn tie(texts: &[String]) -> Option<usize> {
    texts.iter().rposition(|text| text.trim() == TIE)
}

impl Belonging {
    /// The columns of a sheet with these headers, over all kinds that it is bound for.
    pub fn of(bindings: &[Binding], texts: &[String]) -> Self {
        let mut belonging = Self { tie: tie(texts), ..Self::default() };
        for binding in bindings {
            belonging.key = belonging.key.or(binding.key_column);
            for column in &binding.columns {
                let made_of = binding.shape.made_of(column.index);
                let columns = if made_of.is_empty() { &[column.index] } else { made_of };
                match column.slot.target {
                    Target::Entry { .. } | Target::EntryCustom { .. } | Target::Module { .. } => {
                        belonging.entries.extend(columns);
                    }
                    Target::Field(_) | Target::Custom { .. } => belonging.own.extend(columns),
                }
            }
        }
        belonging
    }

    /// Columns of entries of groups.
    pub(crate) fn entries(&self) -> &[usize] {
        &self.entries
    }

    /// Whether a row has anything outside groups.
    pub(crate) fn has_own(&self, row: &RawRow) -> bool {
        self.own.iter().any(|column| !row.cell(*column).is_blank())
    }

    /// Whether a row can belong to another at all.
    pub fn is_possible(&self) -> bool {
        !self.entries.is_empty()
    }

    /// The columns of places outside groups, where nothing of any bound column stands in the row.
    pub fn bare(&self, row: &RawRow) -> Option<&[usize]> {
        let blank = |column: &usize| row.cell(*column).is_blank();
        let tied =
            self.tie.is_some_and(|tie| !blank(&tie)) || self.key.is_some_and(|key| !blank(&key));
        let is_bare = !tied && self.own.iter().all(blank) && self.entries.iter().all(blank);
        is_bare.then_some(self.own.as_slice())
    }

    /// Whether `row` belongs to the record that begins with `first`: it has entries of groups and
    /// nothing of its own, and names nobody else.
    pub fn belongs(&self, row: &RawRow, first: &RawRow) -> bool {
        let blank = |column: &usize| row.cell(*column).is_blank();
        let names_another = self.key.is_some_and(|key| {
            let cell: RawCell<'_> = row.cell(key);
            !cell.is_blank() && cell != first.cell(key)
        });
        let begins = self.tie.is_some_and(|tie| !row.cell(tie).is_blank());
        !begins && !names_another && self.own.iter().all(blank) && !self.entries.iter().all(blank)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> RawRow {
        let mut row = RawRow::new();
        row.reset(2);
        for cell in cells {
            row.push(RawCell::Text(cell));
        }
        row
    }

    #[test]
    fn a_row_with_nothing_but_entries_belongs_to_the_one_above() {
        let belonging = Belonging { own: vec![0, 1], entries: vec![2], key: Some(3), tie: None };
        let first = row(&["张三", "13800138000", "北京大学", "A1"]);
        for (cells, belongs) in [
            (["", "", "清华大学", ""], true),
            (["", " ", "清华大学", "A1"], true),
            (["", "", "清华大学", "A2"], false),
            (["李四", "", "清华大学", ""], false),
            (["", "13900139000", "清华大学", ""], false),
            (["", "", "", ""], false),
            (["", "", "", "A1"], false),
        ] {
            assert_eq!(belonging.belongs(&row(&cells), &first), belongs, "{cells:?}");
        }
    }

    #[test]
    fn a_row_of_a_fix_file_that_was_rejected_by_itself_is_not_the_one_aboves() {
        let belonging = Belonging { own: vec![0], entries: vec![1], key: None, tie: Some(2) };
        let first = row(&["张三", "北京大学", "a.csv!2@1"]);
        assert!(belonging.belongs(&row(&["", "清华大学"]), &first));
        assert!(!belonging.belongs(&row(&["", "清华大学", "a.csv!7@1"]), &first));
    }
}
