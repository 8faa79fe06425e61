//! The rows of the input once more, as the report wants them.
//!
//! Must not know: how an input is read, what a fix file looks like.

use crate::intake::again::{Again, AgainSheet};
use crate::problem::Complaint;
use crate::report::marked::{RowSource, SheetHead, text_of, title_of};
use crate::rows::Belonging;
use crate::sheet::RawRow;
use crate::source::OpenOptions;

/// An input's sheets, read again.
pub(super) struct Rows {
    again: Again,
    belonging: Belonging,
    /// The first row of the record that is being read.
    first: Option<RawRow>,
    belongs: bool,
}

impl Rows {
    /// Read these sheets again.
    pub(super) fn new(sheets: Vec<AgainSheet>, options: OpenOptions) -> Self {
        Self {
            again: Again::new(sheets, options),
            belonging: Belonging::default(),
            first: None,
            belongs: false,
        }
    }
}

impl RowSource for Rows {
    fn next_sheet(&mut self) -> Result<Option<SheetHead>, Complaint> {
        let Some(sheet) = self.again.next_sheet() else { return Ok(None) };
        self.belonging = sheet.belonging;
        self.first = None;
        Ok(Some(SheetHead {
            title: title_of(&sheet.shown, sheet.sheet.as_deref()),
            file: sheet.shown.to_string(),
            sheet: sheet.sheet.as_deref().map(str::to_owned),
            header_row: sheet.header_row,
            header: sheet.header,
            above: Vec::new(),
            keys: sheet.keys,
            is_child: sheet.is_child,
            epoch: sheet.epoch,
        }))
    }

    fn next_row(&mut self, cells: &mut Vec<String>) -> Result<Option<u32>, Complaint> {
        let row = self.again.next_row().map_err(|problem| problem.complaint)?;
        let Some(row) = row else { return Ok(None) };
        cells.clear();
        cells.extend(row.cells().map(text_of));
        let number = row.number();
        let above = self.first.as_ref();
        self.belongs = above.is_some_and(|first| self.belonging.belongs(&row, first));
        if !self.belongs {
            self.first = Some(row);
        }
        Ok(Some(number))
    }

    fn belongs(&self) -> bool {
        self.belongs
    }
}
