//! `results.csv`: UTF-8 with BOM, one line per record, no cell that a spreadsheet program would run.
//!
//! Must not know: where the rows come from.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

use super::disk::{NewFile, cannot_write};
use super::row::{COLUMNS, ResultRow};
use crate::problem::Complaint;
use crate::sheet::cell::is_invisible;

/// Excel takes a CSV without it for the system's legacy encoding.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// A CSV under way: BOM, then lines whose cells are neutralised.
pub(crate) struct Table {
    lines: csv::Writer<NewFile>,
}

impl Table {
    /// Begin the file at `path`.
    pub(crate) fn create(path: &Path) -> Result<Self, Complaint> {
        let mut file = NewFile::create(path)?;
        file.write_all(BOM).map_err(|error| cannot_write(path, &error))?;
        let lines = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(file);
        Ok(Self { lines })
    }

    /// Write a line.
    pub(crate) fn line<'c>(
        &mut self,
        cells: impl IntoIterator<Item = Cow<'c, str>>,
    ) -> Result<(), Complaint> {
        let result = cells
            .into_iter()
            .try_for_each(|cell| self.lines.write_field(&*neutral(&cell)))
            .and_then(|()| self.lines.write_record(None::<&[u8]>));
        result.map_err(|error| cannot_write(self.lines.get_ref().path(), &of_system(error)))
    }

    /// Put the file in its place.
    pub(crate) fn commit(self) -> Result<(), Complaint> {
        let path = self.lines.get_ref().path().to_owned();
        let file = self.lines.into_inner().map_err(|error| cannot_write(&path, error.error()))?;
        file.commit()
    }
}

/// The system's error within; a conversion would lose its kind.
fn of_system(error: csv::Error) -> io::Error {
    let what = error.to_string();
    if let csv::ErrorKind::Io(error) = error.into_kind() { error } else { io::Error::other(what) }
}

/// `results.csv` under way.
pub(crate) struct ResultsCsv {
    table: Table,
}

impl ResultsCsv {
    /// Begin the file with its header.
    pub(crate) fn create(path: &Path) -> Result<Self, Complaint> {
        let mut table = Table::create(path)?;
        table.line(COLUMNS.map(Cow::Borrowed))?;
        Ok(Self { table })
    }

    /// Write one record.
    pub(crate) fn push(&mut self, row: &ResultRow) -> Result<(), Complaint> {
        self.table.line(row.cells())
    }

    /// Put the file in its place.
    pub(crate) fn commit(self) -> Result<(), Complaint> {
        self.table.commit()
    }
}

/// The text with `'` before it where a spreadsheet program might take it for a formula: it begins,
/// after white space and characters that show nothing, with `= + - @` or their full-width forms,
/// or holds a tab or carriage return there.
pub(crate) fn neutral(text: &str) -> Cow<'_, str> {
    let risky = text.chars().take_while(|c| is_invisible(*c)).any(|c| matches!(c, '\t' | '\r'))
        || text
            .chars()
            .find(|c| !is_invisible(*c))
            .is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    if risky { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::super::row::tests::row;
    use super::*;
    use crate::journal::Fate;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_disarmed_and_other_text_is_untouched() {
        for armed in [
            "=1+1",
            "+86 138",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\rx",
            "  =cmd|' /C'!A1",
            "＝1",
            "\u{3000}＠x",
            "\u{200B}-2",
        ] {
            assert_eq!(neutral(armed), format!("'{armed}"), "{armed:?}");
        }
        for plain in ["", "张三", "a=b", "2024-05-01", "'=1", "1-2", " x"] {
            assert_eq!(neutral(plain), plain, "{plain:?}");
        }
    }

    #[test]
    fn results_have_a_bom_the_header_of_the_contract_and_a_line_per_record() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("results.csv");
        let mut results = ResultsCsv::create(&path).unwrap();
        let mut second = row(2, Fate::Refused);
        second.key = "=HYPERLINK(\"http://x\")".into();
        // A line per record is a line: some readers know no quotes.
        second.message = Some("two\nlines, and a comma".into());
        results.push(&row(1, Fate::Created)).unwrap();
        results.push(&second).unwrap();
        results.commit().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(
            text,
            "\u{FEFF}record,file,sheet,row,kind,key,status,remote_id,client_token,attempts,code,message,log_id,finished_at\r\n\
             1,员工.csv,,2,talent,张三,created,6930815272790114324,,1,,,,2025-11-24T16:00:00Z\r\n\
             2,员工.csv,,3,talent,\"'=HYPERLINK(\"\"http://x\"\")\",refused,,,1,,\"two lines, and a comma\",,2025-11-24T16:00:00Z\r\n"
        );
    }

    #[test]
    fn a_full_disk_is_told_as_such() {
        let full = io::Error::from(io::ErrorKind::StorageFull);
        assert_eq!(of_system(csv::Error::from(full)).kind(), io::ErrorKind::StorageFull);
    }

    proptest! {
        #[test]
        fn nothing_written_begins_with_a_formula_sign(text in "\\PC*|[\\t\\r =+@-]{0,4}\\PC*") {
            let safe = neutral(&text);
            prop_assert!(!safe.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(neutral(&safe), safe.clone());
        }
    }
}
