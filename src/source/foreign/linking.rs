//! Cells of a binary workbook whose formulas call `HYPERLINK`, those among them that share one formula, which
//! is written once behind the first of them.
//!
//! Must not know: formats of files, what the formulas say.

use std::collections::HashSet;

/// The function `HYPERLINK` in a formula's bytes (MS-XLS 2.5.198.4, MS-XLSB 2.5.97.10).
const HYPERLINK: [u8; 2] = 359_u16.to_le_bytes();
/// The one part of a formula that another cell has, too, before the place of the first of them.
const SHARED: u8 = 0x01;

/// Cells with such formulas, by row and column from 0.
#[derive(Debug, Default)]
pub(super) struct Linking {
    cells: HashSet<(u32, u32)>,
    /// The first cells of those that share such a formula.
    bases: HashSet<(u32, u32)>,
    /// The cell whose formula came last, and the first of those that it shares it with.
    last: Option<((u32, u32), (u32, u32))>,
}

impl Linking {
    /// A cell has this formula. `base` tells the first of the cells that share it, if it is such a one.
    pub(super) fn formula(
        &mut self,
        at: (u32, u32),
        formula: &[u8],
        base: impl FnOnce() -> Option<(u32, u32)>,
    ) {
        let base = if formula.first() == Some(&SHARED) { base() } else { None };
        self.last = base.map(|base| (at, base));
        let calls = base.map_or_else(|| calls(formula), |base| self.bases.contains(&base));
        if calls {
            self.cells.insert(at);
        }
    }

    /// The formula that the last cell shares with others.
    pub(super) fn shared(&mut self, formula: &[u8]) {
        if let Some((at, base)) = self.last.filter(|_| calls(formula)) {
            self.bases.insert(base);
            self.cells.insert(at);
        }
    }

    /// Whether the formula of a cell makes a link.
    pub(super) fn has(&self, at: (u32, u32)) -> bool {
        self.cells.contains(&at)
    }

    /// Whether no formula does.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }
}

/// Whether a formula seems to call the function.
fn calls(formula: &[u8]) -> bool {
    memchr::memmem::find(formula, &HYPERLINK).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_share_a_formula_are_known_by_the_first_of_them() {
        let mut linking = Linking::default();
        linking.formula((1, 2), &[0x17, 0x42, 2, 0x67, 0x01], || unreachable!());
        let shares = |linking: &mut Linking, row| {
            linking.formula((row, 3), &[SHARED], || Some((4, 3)));
        };
        shares(&mut linking, 4);
        linking.shared(&[0x42, 2, 0x67, 0x01]);
        shares(&mut linking, 5);
        linking.formula((6, 3), &[SHARED], || Some((6, 3)));
        linking.shared(&[0x42, 2, 0x68, 0x01]);
        linking.formula((7, 3), &[SHARED], || Some((6, 3)));
        let has = [(1, 2), (4, 3), (5, 3), (6, 3), (7, 3)].map(|at| linking.has(at));
        assert_eq!(has, [true, true, true, false, false]);
    }
}
