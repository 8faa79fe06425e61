//! Long IDs that a script has rounded: JavaScript keeps every number as a double, writes the shortest digits
//! that lead back to it and fills up with zeros (`6890452208593372679` becomes `6890452208593373000`).
//! Other programs write every digit of the double (`6890452208593372160`), and 1024 divides it.
//! One ID of nineteen digits in a thousand looks so by itself; where all of a column do, and they are
//! so many that chance is no reason, none of them is an ID of the tenant.
//!
//! Must not know: how IDs are checked (`types`).

use std::collections::BTreeMap;

use crate::bind::{Binding, Column};
use crate::check::types::{floating_bits, lost_bits};
use crate::sheet::{RawCell, RawRow};
use crate::spec::FieldType;

/// Bits that the numbers of a column must have lost together: one column in a million has by chance.
const ENOUGH: u32 = 20;
/// Different numbers that doubles hold exactly which a column must have, too.
const EXACT: usize = 3;
/// Zeros among the last bits of all numbers, beyond those that doubles lack, by which they are counted
/// so: numbers made of a time and a counter that is nearly always zero.
const COUNTED: u32 = 4;
/// Digits of a number that doubles do not hold.
const LONG: usize = 18;
/// Numbers that are remembered of a column: by chance it has one in a thousand rows.
const REMEMBERED: usize = 100_000;

/// The long IDs in the columns of one sheet.
#[derive(Debug, Default)]
pub struct Doubles {
    columns: Vec<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    index: usize,
    /// Numbers that a script may have rounded to the shortest digits.
    shortest: Lost,
    /// Numbers that may be doubles to the last digit.
    exact: Lost,
    /// The fewest zeros that one of these has among its last bits beyond those that doubles lack.
    spare: Option<u32>,
}

/// Long numbers that may have been rounded in one way.
#[derive(Debug, Default)]
struct Lost {
    /// Those numbers, with the bits that each would have lost.
    rounded: BTreeMap<String, u32>,
    /// A number as long that was not.
    whole: bool,
}

impl Doubles {
    /// Nothing seen yet of the ID columns of these bindings of one sheet.
    pub fn new<'b>(bindings: impl IntoIterator<Item = &'b Binding>) -> Self {
        let columns = bindings.into_iter().flat_map(|binding| &binding.columns);
        Self::of(columns.map(|column| (column.index, column)))
    }

    /// Nothing seen yet of these columns, of those that hold IDs, each with its place in the sheet.
    pub fn of<'c>(all: impl IntoIterator<Item = (usize, &'c Column)>) -> Self {
        let mut columns: Vec<Seen> = Vec::new();
        for (index, column) in all {
            if holds_ids(column) && columns.iter().all(|seen| seen.index != index) {
                columns.push(Seen { index, ..Seen::default() });
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

    /// Vouch for the column that feeds from that one of the sheet, if no script has rounded its numbers.
    pub fn prove(&self, index: usize, column: &mut Column) {
        if holds_ids(column) {
            let seen = self.columns.iter().find(|seen| seen.index == index);
            column.proven.whole_ids |= seen.is_some_and(|seen| !seen.is_rounded());
        }
    }
}

/// Columns of IDs in which a long one was seen that no script has rounded: what was seen so far proves as
/// much as the whole column would.
#[derive(Clone, Debug, Default)]
pub(super) struct Wholes(Vec<(usize, bool)>);

impl Wholes {
    /// Nothing seen yet of the columns of a binding.
    pub(super) fn new(binding: &Binding) -> Self {
        let columns = binding.columns.iter().filter(|column| holds_ids(column));
        Self(columns.map(|column| (column.index, false)).collect())
    }

    /// All cells of a row. Whether one of them proves something that was open.
    pub(super) fn see(&mut self, row: &RawRow) -> bool {
        let mut proves = false;
        for (index, whole) in self.0.iter_mut().filter(|(_, whole)| !whole) {
            let text = row.text_at(*index).map_or("", |(_, text)| text);
            *whole = text.len() >= LONG && is_whole(text.trim());
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
        match column.filter(|column| !column.proven.whole_ids && seen(column)) {
            Some(column) => {
                column.proven.whole_ids = true;
                true
            }
            None => false,
        }
    }
}

/// A number of so many digits that a script would have rounded it, and none has.
fn is_whole(text: &str) -> bool {
    is_long(text) && lost_bits(text).is_none() && floating_bits(text).is_none()
}

fn is_long(text: &str) -> bool {
    text.len() >= LONG && text.bytes().all(|b| b.is_ascii_digit())
}

/// IDs, unless a table says which there are.
fn holds_ids(column: &Column) -> bool {
    !column.closed && matches!(column.slot.ty(), FieldType::Id(_) | FieldType::IdList(_))
}

impl Seen {
    fn feed(&mut self, text: &str) {
        if self.shortest.whole && self.exact.whole || !is_long(text) {
            return;
        }
        self.shortest.feed(text, lost_bits(text));
        let floating = floating_bits(text);
        self.exact.feed(text, floating.map(|(bits, _)| bits));
        if let Some((_, spare)) = floating {
            self.spare = Some(self.spare.map_or(spare, |least| least.min(spare)));
        }
    }

    fn is_rounded(&self) -> bool {
        let is_counted = self.spare.is_some_and(|spare| spare >= COUNTED);
        let are_exact = self.exact.rounded.len() >= EXACT && !is_counted;
        self.shortest.is_proven() || are_exact && self.exact.is_proven()
    }
}

impl Lost {
    fn feed(&mut self, text: &str, bits: Option<u32>) {
        match bits {
            None => self.whole = true,
            Some(bits) if self.rounded.len() < REMEMBERED => {
                self.rounded.insert(text.to_owned(), bits);
            }
            Some(_) => {}
        }
    }

    fn is_proven(&self) -> bool {
        !self.whole && self.rounded.values().sum::<u32>() >= ENOUGH
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::Checker;
    use crate::check::testing::{binding, place, row};
    use crate::kinds::job_data::JOB_DATA;
    use crate::problem::Code;
    use crate::rows::Origins;

    /// What is said of each of these departments, once the column has spoken.
    fn told(ids: &[&str]) -> Vec<Option<Code>> {
        let paths = ["employment_id", "department_id", "employee_type_id", "effective_time"];
        let mut binding = binding(&JOB_DATA, &paths);
        let rows: Vec<_> = ids.iter().map(|id| row(&["E1", id, "T1", "2024-05-01"])).collect();
        let mut doubles = Doubles::new([&binding]);
        for row in &rows {
            doubles.feed_row(row);
        }
        for column in &mut binding.columns {
            doubles.prove(column.index, column);
        }
        let mut checker = Checker::new(Arc::new(binding), place(), false);
        let one = |row| {
            let mut problems = Vec::new();
            checker.check(row, Origins::NONE, &mut problems);
            problems.first().map(crate::problem::Problem::code)
        };
        rows.iter().map(one).collect()
    }

    #[test]
    fn a_whole_id_above_is_proof_enough() {
        let mut binding = binding(&JOB_DATA, &["department_id"]);
        let mut wholes = Wholes::new(&binding);
        wholes.see(&row(&["6890452208593373000"]));
        assert!(!wholes.vouch(&mut binding, "department_id"));
        wholes.see(&row(&["6890452208593372679"]));
        assert!(wholes.vouch(&mut binding, "department_id"));
        assert!(
            !wholes.vouch(&mut binding, "department_id") && binding.columns[0].proven.whole_ids
        );
    }

    #[test]
    fn a_column_in_which_every_long_id_is_a_double_was_rounded() {
        let rounded = Some(Code::DigitsRounded);
        let ids = ["6890452208593373000", "6893014062142064000", "6890452208593373000"];
        assert_eq!(told(&ids), [rounded; 3]);
        // One of them is chance, and so are several of which another is whole.
        assert_eq!(told(&ids[..1]), [None]);
        assert_eq!(told(&[ids[0], ids[0]]), [None; 2]);
        assert_eq!(told(&[ids[0], ids[1], "6890452208593372679"]), [None; 3]);
        // Zeros alone are none: no double leads back to these.
        assert_eq!(told(&["6890452208593372700", "6893014062142064100"]), [None; 2]);
        let short = ["636507967185264600", "636507967185265800", "636507967185266700"];
        assert_eq!(told(&short), [rounded; 3]);
        assert_eq!(told(&short[..2]), [None; 2]);
        // Of what Excel has rounded it says nothing.
        let doubtful = Some(Code::DigitsDoubtful);
        assert_eq!(told(&["6890452208593370000", "6890452208593372679"]), [doubtful, None]);
    }
    #[test]
    fn a_column_in_which_1024_divides_every_long_id_was_rounded_too() {
        let rounded = Some(Code::DigitsRounded);
        let ids = ["6898915025545583616", "6894647374589555712", "6890452208593372160"];
        assert_eq!(told(&ids), [rounded; 3]);
        // So many are no chance, and short codes beside them say nothing.
        assert_eq!(told(&["D1", ids[0], ids[1], ids[2]]), [None, rounded, rounded, rounded]);
        assert_eq!(told(&[ids[0], ids[1], ids[0]]), [None; 3]);
        assert_eq!(told(&[ids[0], ids[1], ids[2], "6890452208593372679"]), [None; 4]);
        // An even one is none that a double holds.
        assert_eq!(told(&[ids[0], ids[1], ids[2], "6890452208593372672"]), [None; 4]);
        // A time and a counter at zero, as other programs number their things.
        let counted = ["2059403264004214784", "2059403264322981888", "2059403315778703360"];
        assert_eq!(told(&counted), [None; 3]);
    }
}
