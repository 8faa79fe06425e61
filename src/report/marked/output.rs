//! The two forms in which marked rows are written: a workbook, and a CSV of one table.
//!
//! Must not know: which rows are written.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};

use super::super::csv::Table;
use super::super::disk::{NewFile, cannot_write};
use super::super::xlsx::{Book, Layout, Style};
use super::head::{OWN_COLUMNS, SheetHead};
use super::said::Said;
use crate::problem::{Code, Complaint, Severity};

/// The output for a path: a CSV where its name ends so.
pub(super) fn open(path: &Path) -> Box<dyn Output> {
    let path = path.to_owned();
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv")) {
        let former = Former::default();
        Box::new(CsvOutput { path, table: None, first_sheet: true, former })
    } else {
        Box::new(XlsxOutput { path, book: None, former: Former::default() })
    }
}

/// Where the rows go.
pub(super) trait Output {
    /// Begin a sheet; the number of its first free row.
    fn begin(&mut self, head: &SheetHead, tied: bool) -> Result<u32, Complaint>;
    fn row(
        &mut self,
        number: u32,
        cells: &[String],
        said: Option<&Said>,
        tied: bool,
    ) -> Result<(), Complaint>;
    fn commit(self: Box<Self>) -> Result<(), Complaint>;
}

/// A workbook, begun with its first sheet.
struct XlsxOutput {
    path: PathBuf,
    book: Option<Book<NewFile>>,
    former: Former,
}

/// The columns that muster added to a file that comes back: what they say is of an earlier run.
#[derive(Default)]
struct Former(Vec<bool>);

impl Former {
    fn of(header: &[String]) -> Self {
        Self(header.iter().map(|text| OWN_COLUMNS.contains(&text.trim())).collect())
    }

    /// The cells of a row without those, each with its column.
    fn left<'c>(&self, cells: &'c [String]) -> impl Iterator<Item = (u32, &'c str)> {
        let is_former = |column: u32| self.0.get(column as usize).is_some_and(|former| *former);
        let cells = (0u32..).zip(cells).map(|(column, text)| (column, text.as_str()));
        cells.filter(move |(column, _)| !is_former(*column))
    }
}

impl XlsxOutput {
    fn begin_sheet(book: &mut Book<NewFile>, head: &SheetHead, tied: bool) -> io::Result<()> {
        let own = if tied { &OWN_COLUMNS[..] } else { &OWN_COLUMNS[..2] };
        let theirs: Vec<&str> =
            Former::of(&head.header).left(&head.header).map(|it| it.1).collect();
        let mut widths = vec![16.0; theirs.len()];
        widths.extend([56.0, 40.0, 30.0].into_iter().take(own.len()));
        book.sheet(
            &head.title,
            &Layout {
                widths: &widths,
                header_row: head.header_row,
                faults: true,
                epoch: head.epoch,
            },
        )?;
        for (number, cells) in &head.above {
            if *number < head.header_row {
                book.row(*number, cells.iter().map(|text| (text.as_str(), Style::for_text(text))))?;
            }
        }
        let theirs = theirs.into_iter().map(|text| (text, Style::Header));
        book.row(head.header_row, theirs.chain(own.iter().map(|text| (*text, Style::OwnHeader))))
    }
}

impl Output for XlsxOutput {
    fn begin(&mut self, head: &SheetHead, tied: bool) -> Result<u32, Complaint> {
        let book = match &mut self.book {
            Some(book) => book,
            None => self.book.insert(Book::new(NewFile::create(&self.path)?)),
        };
        self.former = Former::of(&head.header);
        Self::begin_sheet(book, head, tied).map_err(|error| cannot_write(&self.path, &error))?;
        Ok(head.header_row + 1)
    }

    fn row(
        &mut self,
        number: u32,
        cells: &[String],
        said: Option<&Said>,
        tied: bool,
    ) -> Result<(), Complaint> {
        let Some(book) = &mut self.book else { return Ok(()) };
        let theirs = self.former.left(cells).map(|(column, text)| {
            let style = match said.and_then(|said| said.of(column)) {
                Some(Severity::Error) => Style::Bad,
                Some(Severity::Warning) => Style::Warn,
                None => Style::for_text(text),
            };
            (text, style)
        });
        let own = said.into_iter().flat_map(|said| {
            [
                (said.message.as_str(), Style::Wrapped),
                (said.hint.as_str(), Style::Wrapped),
                (if tied { said.tie.as_str() } else { "" }, Style::for_text(&said.tie)),
            ]
        });
        book.row(number, theirs.chain(own)).map_err(|error| cannot_write(&self.path, &error))
    }

    fn commit(self: Box<Self>) -> Result<(), Complaint> {
        let Some(book) = self.book else { return Ok(()) };
        book.finish().map_err(|error| cannot_write(&self.path, &error))?.commit()
    }
}

/// A CSV, which holds one table.
struct CsvOutput {
    path: PathBuf,
    table: Option<Table>,
    first_sheet: bool,
    former: Former,
}

impl Output for CsvOutput {
    fn begin(&mut self, head: &SheetHead, tied: bool) -> Result<u32, Complaint> {
        if !std::mem::take(&mut self.first_sheet) {
            return Err(Complaint::with(Code::ReportOneTable, [self.path.display().to_string()]));
        }
        let own = if tied { &OWN_COLUMNS[..] } else { &OWN_COLUMNS[..2] };
        let table = self.table.insert(Table::create(&self.path)?);
        self.former = Former::of(&head.header);
        let theirs = self.former.left(&head.header).map(|(_, text)| Cow::Borrowed(text));
        table.line(theirs.chain(own.iter().map(|text| Cow::Borrowed(*text))))?;
        Ok(2)
    }

    fn row(
        &mut self,
        _number: u32,
        cells: &[String],
        said: Option<&Said>,
        tied: bool,
    ) -> Result<(), Complaint> {
        let Some(table) = &mut self.table else { return Ok(()) };
        let own = said.map_or(["", "", ""], |said| [&said.message, &said.hint, &said.tie]);
        let theirs = self.former.left(cells).map(|(_, text)| Cow::Borrowed(text));
        let own = own.into_iter().take(if tied { 3 } else { 2 }).map(Cow::Borrowed);
        table.line(theirs.chain(own))
    }

    fn commit(self: Box<Self>) -> Result<(), Complaint> {
        self.table.map_or(Ok(()), Table::commit)
    }
}
