//! Where a cell is: `C14`, as spreadsheet programs write it.
//!
//! Must not know: which file or sheet the cell is in (that is `problem::Place`).

use std::fmt;
use std::str::FromStr;

/// Excel's last row.
pub const MAX_ROW: u32 = 1_048_576;
/// Excel's number of columns (`XFD`).
pub const MAX_COLUMNS: u32 = 16_384;

/// A cell's address within its sheet. Shown as A1 notation, in CSV too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    /// Row as spreadsheet programs number it, from 1.
    pub row: u32,
    /// Column, counted from 0 (`A`).
    pub column: u32,
}

impl CellRef {
    /// The cell at `row` (from 1) and `column` (from 0).
    pub const fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_name(self.column), self.row)
    }
}

/// The letters of a column counted from 0: 0 is `A`, 26 is `AA`.
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::with_capacity(3);
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The text is not an A1 address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a cell address")]
pub struct NotAnAddress;

impl FromStr for CellRef {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (name, number) = text.split_at(letters);
        if name.is_empty() || name.len() > 3 || number.starts_with(['0', '+']) {
            return Err(NotAnAddress);
        }
        let column = name
            .bytes()
            .fold(0u32, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
        let row: u32 = number.parse().map_err(|_| NotAnAddress)?;
        if column > MAX_COLUMNS || row > MAX_ROW {
            return Err(NotAnAddress);
        }
        Ok(Self::new(row, column - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_corners_have_their_known_names() {
        assert_eq!(CellRef::new(1, 0).to_string(), "A1");
        assert_eq!(CellRef::new(14, 2).to_string(), "C14");
        assert_eq!(CellRef::new(7, 26).to_string(), "AA7");
        assert_eq!(CellRef::new(MAX_ROW, MAX_COLUMNS - 1).to_string(), "XFD1048576");
        for wrong in ["", "A", "1", "A0", "XFE1", "A1048577", "A+1", "ZZZZ1"] {
            assert_eq!(wrong.parse::<CellRef>(), Err(NotAnAddress), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn an_address_reads_back_as_itself(row in 1..=MAX_ROW, column in 0..MAX_COLUMNS) {
            let cell = CellRef::new(row, column);
            prop_assert_eq!(cell.to_string().parse::<CellRef>(), Ok(cell));
        }
    }
}
