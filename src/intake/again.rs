//! The rows of an input read again, for the fix files and for `check --report`: nothing but their
//! own cells.
//!
//! Must not know: what was wrong with them.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};

use serde::{Deserialize, Serialize};

use crate::bind::{Binding, ChildBinding};
use crate::problem::{Place, Problem};
use crate::rows::lines::Plan;
use crate::rows::{Belonging, Line, Lines, RowFilter};
use crate::sheet::{Epoch, RawRow, Spans};
use crate::source::{self, OpenOptions};

/// A sheet to be read again. A run keeps it beside its rows: what a later version knows more of it has
/// a default.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AgainSheet {
    /// Where the file is.
    pub path: PathBuf,
    /// What it is called.
    #[serde(rename = "file")]
    pub shown: Arc<str>,
    /// The sheet's name; none for CSV.
    pub sheet: Option<Arc<str>>,
    /// The header's last row.
    pub header_row: u32,
    /// The header's texts.
    pub header: Vec<String>,
    /// Rows that are left out: hidden, or no records between the rows of one.
    #[serde(default)]
    pub hidden: Spans,
    /// Which rows belong to the record above.
    #[serde(default)]
    pub belonging: Belonging,
    /// The columns of keys that rows of child sheets name; in a child sheet its own.
    #[serde(default)]
    pub keys: Vec<usize>,
    /// It is a child sheet.
    #[serde(default)]
    pub is_child: bool,
    /// From where its numbers count days.
    #[serde(default)]
    pub epoch: Epoch,
}

impl AgainSheet {
    /// The sheet at `place` (file and sheet) with these headers, which is read by these bindings and
    /// without these rows; none where nothing was bound.
    pub fn of(
        place: &Place,
        header: &[String],
        bindings: &[Binding],
        hidden: &Spans,
    ) -> Option<Self> {
        let (shown, first) = (place.file.as_ref()?, bindings.first()?);
        let children = bindings.iter().flat_map(|binding| &binding.shape.children);
        Some(Self {
            path: PathBuf::from(&**shown),
            shown: Arc::clone(shown),
            sheet: place.sheet.clone(),
            header_row: first.header_row,
            header: header.to_vec(),
            hidden: hidden.clone(),
            belonging: Belonging::of(bindings, header),
            keys: children.map(|child| child.key_parent).collect(),
            is_child: false,
            epoch: first.reading.epoch,
        })
    }

    /// The child sheet at `place`, in the same way.
    pub(super) fn of_child(
        path: &Path,
        place: &Place,
        header: Vec<String>,
        binding: &ChildBinding,
        hidden: Spans,
    ) -> Self {
        Self {
            path: path.to_path_buf(),
            shown: place.file.clone().unwrap_or_default(),
            sheet: place.sheet.clone(),
            header_row: binding.header_row,
            header,
            hidden,
            belonging: Belonging::default(),
            keys: vec![binding.key.0],
            is_child: true,
            epoch: binding.epoch,
        }
    }

    /// The same, to be found from any folder.
    #[must_use]
    pub fn absolute(mut self) -> Self {
        self.path = std::path::absolute(&self.path).unwrap_or(self.path);
        self
    }

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
        aside: RowFilter::of(sheet.hidden.clone()),
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
