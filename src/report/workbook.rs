//! `results.xlsx`: the same as `results.csv` with text cells (Excel ruins 19-digit IDs in a CSV)
//! and words of the chosen language.
//!
//! Must not know: where the rows come from.

use std::borrow::Cow;
use std::io;
use std::path::Path;

use super::csv::neutral;
use super::disk::{NewFile, cannot_write};
use super::fate;
use super::row::{ResultRow, headings, kind_word};
use super::xlsx::{Book, Layout, Style};
use crate::problem::{Complaint, Lang};
use crate::sheet::Epoch;
use crate::sheet::address::MAX_ROW;

/// Widths of the columns, in characters.
const WIDTHS: [f64; 14] =
    [9.0, 24.0, 14.0, 7.0, 10.0, 18.0, 16.0, 24.0, 38.0, 10.0, 22.0, 60.0, 36.0, 22.0];
/// Place of the status among the columns.
const STATUS: usize = 6;
/// Place of the kind among the columns.
const KIND: usize = 4;

/// `results.xlsx` under way. More records than a sheet holds go on in a second one.
pub(crate) struct ResultsBook {
    book: Book<NewFile>,
    path: std::path::PathBuf,
    lang: Lang,
    next_row: u32,
    rows_per_sheet: u32,
}

impl ResultsBook {
    /// Begin the file with its first sheet.
    pub(crate) fn create(path: &Path, lang: Lang) -> Result<Self, Complaint> {
        Self::with_sheets_of(path, lang, MAX_ROW)
    }

    fn with_sheets_of(path: &Path, lang: Lang, rows: u32) -> Result<Self, Complaint> {
        let book = Book::new(NewFile::create(path)?);
        let mut results =
            Self { book, path: path.to_owned(), lang, next_row: 1, rows_per_sheet: rows };
        results.begin_sheet().map_err(|error| results.wrong(&error))?;
        Ok(results)
    }

    /// Write one record.
    pub(crate) fn push(&mut self, row: &ResultRow) -> Result<(), Complaint> {
        self.write(row).map_err(|error| self.wrong(&error))
    }

    /// Put the file in its place.
    pub(crate) fn commit(self) -> Result<(), Complaint> {
        let Self { book, path, .. } = self;
        book.finish().map_err(|error| cannot_write(&path, &error))?.commit()
    }

    fn write(&mut self, row: &ResultRow) -> io::Result<()> {
        if self.next_row > self.rows_per_sheet {
            self.begin_sheet()?;
        }
        let mut cells = row.cells();
        cells[KIND] = Cow::Borrowed(kind_word(row.kind, self.lang));
        cells[STATUS] = Cow::Borrowed(fate::word(row.fate, self.lang));
        let cells = cells.map(|cell| neutral(&cell).into_owned());
        self.book.row(
            self.next_row,
            cells.iter().enumerate().map(|(column, text)| {
                (text.as_str(), if column == STATUS { fate::style(row.fate) } else { Style::Text })
            }),
        )?;
        self.next_row += 1;
        Ok(())
    }

    fn begin_sheet(&mut self) -> io::Result<()> {
        let name = self.lang.pick("结果", "Results");
        let layout =
            Layout { widths: &WIDTHS, header_row: 1, faults: false, epoch: Epoch::default() };
        self.book.sheet(name, &layout)?;
        self.book.row(1, headings(self.lang).map(|heading| (heading, Style::Header)))?;
        self.next_row = 2;
        Ok(())
    }

    fn wrong(&self, error: &io::Error) -> Complaint {
        cannot_write(&self.path, error)
    }
}

#[cfg(test)]
mod tests {
    use super::super::row::tests::row;
    use super::super::xlsx::tests::read;
    use super::*;
    use crate::journal::Fate;

    #[test]
    fn results_are_text_in_the_language_of_the_reader() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("results.xlsx");
        let mut results = ResultsBook::create(&path, Lang::Zh).unwrap();
        let mut first = row(1, Fate::Created);
        first.key = "=1".into();
        results.push(&first).unwrap();
        results.commit().unwrap();
        let sheets = read(std::fs::read(&path).unwrap());
        let (name, _, rows) = &sheets[0];
        assert_eq!(name, "结果");
        assert_eq!(rows[0][..3], ["记录号", "文件", "工作表"]);
        assert_eq!(rows[1][4..8], ["人才", "'=1", "已创建", "6930815272790114324"]);
    }

    #[test]
    fn more_records_than_a_sheet_holds_go_on_in_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("results.xlsx");
        let mut results = ResultsBook::with_sheets_of(&path, Lang::En, 3).unwrap();
        for record in 1..=5 {
            results.push(&row(record, Fate::Created)).unwrap();
        }
        results.commit().unwrap();
        let sheets = read(std::fs::read(&path).unwrap());
        let counts: Vec<_> = sheets.iter().map(|sheet| (sheet.0.as_str(), sheet.2.len())).collect();
        assert_eq!(counts, [("Results", 3), ("Results (2)", 3), ("Results (3)", 2)]);
        assert!(sheets.iter().all(|sheet| sheet.2[0][0] == "Record"));
    }
}
