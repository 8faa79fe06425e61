//! The rows of an input read again, for the fix files and for `check --report`: nothing but their
//! own cells.
//!
//! Must not know: what was wrong with them.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};

use crate::problem::{Place, Problem};
use crate::rows::lines::Plan;
use crate::rows::{Aside, Belonging, Line, Lines};
use crate::sheet::{Epoch, RawRow, Spans};
use crate::source::{self, OpenOptions};

/// A sheet to be read again.
#[derive(Clone, Debug)]
pub struct AgainSheet {
    /// Where the file is.
    pub path: PathBuf,
    /// What it is called.
    pub shown: Arc<str>,
    /// The sheet's name; none for CSV.
    pub sheet: Option<Arc<str>>,
    /// The header's last row.
    pub header_row: u32,
    /// The header's texts.
    pub header: Vec<String>,
    /// Rows that are left out: hidden, or no records between the rows of one.
    pub hidden: Spans,
    /// Which rows belong to the record above.
    pub belonging: Belonging,
    /// The columns of keys that rows of child sheets name; in a child sheet its own.
    pub keys: Vec<usize>,
    /// It is a child sheet.
    pub is_child: bool,
    /// From where its numbers count days.
    pub epoch: Epoch,
}

impl AgainSheet {
    /// Leave out these rows of the sheet at `place` too.
    pub fn leave_out(sheets: &mut [Self], place: &Place, rows: &Spans) {
        let is_it = |sheet: &&mut Self| {
            place.file.as_ref() == Some(&sheet.shown) && place.sheet == sheet.sheet
        };
        for sheet in sheets.iter_mut().filter(is_it) {
            rows.iter().for_each(|rows| sheet.hidden.add(rows));
        }
    }
}

/// Rows that are read ahead while others are written: bounded.
const AHEAD: usize = 256;

/// The sheets of an input, one after the other, each on a thread of its own, so that a reader that
/// borrows its file can be walked from outside.
pub struct Again {
    sheets: VecDeque<AgainSheet>,
    options: OpenOptions,
    rows: Option<Receiver<Result<RawRow, Problem>>>,
}

impl Again {
    /// Read these sheets again, in this order.
    pub fn new(sheets: impl IntoIterator<Item = AgainSheet>, options: OpenOptions) -> Self {
        Self { sheets: sheets.into_iter().collect(), options, rows: None }
    }

    /// Go to the next sheet.
    pub fn next_sheet(&mut self) -> Option<AgainSheet> {
        let sheet = self.sheets.pop_front()?;
        let (send, receive) = sync_channel(AHEAD);
        let (wanted, options) = (sheet.clone(), self.options.clone());
        std::thread::spawn(move || {
            let result = read(&wanted, &options, &mut |row| send.send(Ok(row)).is_ok());
            if let Err(problem) = result {
                let _ = send.send(Err(*problem));
            }
        });
        self.rows = Some(receive);
        Some(sheet)
    }

    /// The next row of the sheet, below its header.
    ///
    /// # Errors
    /// The file can't be read any more.
    pub fn next_row(&mut self) -> Result<Option<RawRow>, Box<Problem>> {
        match self.rows.as_ref().map(Receiver::recv) {
            None | Some(Err(_)) => Ok(None),
            Some(Ok(row)) => row.map(Some).map_err(Box::new),
        }
    }
}

/// Read one sheet to its end, or until `take` wants no more.
fn read(
    sheet: &AgainSheet,
    options: &OpenOptions,
    take: &mut dyn FnMut(RawRow) -> bool,
) -> Result<(), Box<Problem>> {
    let mut book = source::open(&sheet.path, &sheet.shown, options).map_err(Box::new)?;
    let index = book.sheets().iter().position(|found| found.name == sheet.sheet).unwrap_or(0);
    let outline = book.outline(index).map_err(Box::new)?;
    let plan = Plan {
        header_row: sheet.header_row,
        bindings: &[],
        belonging: &sheet.belonging,
        aside: Aside::of(sheet.hidden.clone()),
        outline: &outline,
    };
    let mut lines = Lines::new(book.rows(index).map_err(Box::new)?, plan);
    let mut first: Option<RawRow> = None;
    while let Some(line) = lines.next().map_err(Box::new)? {
        if !matches!(line, Line::Read | Line::Shares(_)) {
            continue;
        }
        // The merges are gone where the rows are written again.
        let belongs =
            first.as_ref().is_some_and(|first| sheet.belonging.belongs(lines.row(), first));
        if !belongs {
            lines.fill(&mut Vec::new());
        }
        let whole = std::mem::take(lines.row_mut());
        if !belongs && !sheet.is_child {
            first.get_or_insert_default().copy_from(&whole);
        }
        if !take(whole) {
            break;
        }
    }
    Ok(())
}
