//! Somebody's own rows again, as text, with what is wrong and what to do beside them: the engine
//! of `fix-NAME.xlsx` and of `check --report`.
//!
//! The rows come from a [`RowSource`] that the caller makes by reading the input again; the marks
//! come in the same order, so the two are merged in one pass and nothing is held.
//!
//! Must not know: how an input is read, what became of a record.

mod head;
mod output;
mod said;

use std::collections::HashSet;
use std::iter::Peekable;
use std::path::Path;

pub(crate) use head::SheetHead;
use output::Output;
pub(crate) use said::Mark;
use said::Said;

use crate::problem::{Complaint, Lang, Place};
use crate::sheet::{Dressed, ErrorValue, Fault, Held, RawCell};

/// The rows of one or more inputs, read again. Cells are the texts of [`text_of`].
pub(crate) trait RowSource {
    /// The next sheet that has rows to check; none at the end.
    fn next_sheet(&mut self) -> Result<Option<SheetHead>, Complaint>;

    /// The next row of the sheet: its number and cells into the buffer; none at the sheet's end.
    fn next_row(&mut self, cells: &mut Vec<String>) -> Result<Option<u32>, Complaint>;

    /// Whether the row that was given last belongs to the record of the row before it.
    fn belongs(&self) -> bool {
        false
    }
}

/// Which rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Every row.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "the fix file of all rows is to come; its writer stands")
    )]
    All,
    /// Rows that have a mark.
    Marked,
}

/// Marks as they come from a journal.
pub(crate) type Marks<'a> = dyn Iterator<Item = Result<Mark, Complaint>> + 'a;

/// Write the rows of `source` with their marks to `path`: a workbook, or a CSV where the name ends
/// in `.csv`. Sheets without a row to write are left out; the number of rows is returned. With
/// none at all no file is written.
pub(crate) fn write(
    path: &Path,
    source: &mut dyn RowSource,
    marks: &mut Marks<'_>,
    keep: Keep,
    tied: bool,
) -> Result<u64, Complaint> {
    let mut out = output::open(path);
    let mut merge = Merge { marks: marks.peekable(), keep, tied, kept: HashSet::new() };
    let mut written = 0;
    while let Some(head) = source.next_sheet()? {
        written += merge.sheet(&head, source, &mut *out)?;
    }
    out.commit()?;
    Ok(written)
}

/// The sheet's name in a workbook for an input without sheets.
pub(crate) fn title_of(file: &str, sheet: Option<&str>) -> String {
    sheet.map_or_else(
        || {
            let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
            name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
        },
        str::to_owned,
    )
}

/// A sheet that is being written.
struct Sheet<'h> {
    head: &'h SheetHead,
    /// The next line, once the header is written.
    begun: Option<u32>,
    written: u64,
}

struct Merge<'m, 'a> {
    marks: Peekable<&'m mut Marks<'a>>,
    keep: Keep,
    tied: bool,
    /// Keys of the records that were kept.
    kept: HashSet<String>,
}

impl Merge<'_, '_> {
    fn sheet(
        &mut self,
        head: &SheetHead,
        source: &mut dyn RowSource,
        out: &mut dyn Output,
    ) -> Result<u64, Complaint> {
        let mut sheet = Sheet { head, begun: None, written: 0 };
        let mut cells = Vec::new();
        // The rows of one record: all of them are kept, or none.
        let mut record: Vec<(Vec<String>, Option<Said>)> = Vec::new();
        while let Some(number) = source.next_row(&mut cells)? {
            if !source.belongs() {
                self.put(&mut sheet, &mut record, out)?;
            }
            let said = self.said(head, number)?;
            record.push((std::mem::take(&mut cells), said));
        }
        self.put(&mut sheet, &mut record, out)?;
        while self.marks.next_if(|mark| mark.as_ref().is_ok_and(|mark| mark.is_of(head))).is_some()
        {
        }
        Ok(sheet.written)
    }

    /// Write the rows of one record, if any of them is to be kept.
    fn put(
        &mut self,
        sheet: &mut Sheet<'_>,
        record: &mut Vec<(Vec<String>, Option<Said>)>,
        out: &mut dyn Output,
    ) -> Result<(), Complaint> {
        let wanted = match self.keep {
            Keep::All => true,
            Keep::Marked => record
                .iter()
                .any(|(cells, said)| said.is_some() || self.is_of_kept(sheet.head, cells)),
        };
        if let (Some((first, _)), true, false) = (record.first(), wanted, sheet.head.is_child) {
            let keys = sheet.head.keys.iter().filter_map(|key| first.get(*key));
            self.kept.extend(keys.map(|key| key.trim().to_owned()));
        }
        for (mut cells, said) in record.drain(..).filter(|_| wanted) {
            // The row's own width can exceed the header's: the own columns stand after the header,
            // so such a cell would be hidden behind them. It is cut there; `check` has named it.
            let line = match sheet.begun {
                Some(line) => line,
                None => out.begin(sheet.head, self.tied)?,
            };
            cells.resize(sheet.head.header.len(), String::new());
            out.row(line, &cells, said.as_ref(), self.tied)?;
            sheet.begun = Some(line + 1);
            sheet.written += 1;
        }
        Ok(())
    }

    /// Whether it is a row of a child sheet whose record was kept.
    fn is_of_kept(&self, head: &SheetHead, cells: &[String]) -> bool {
        head.is_child
            && head
                .keys
                .iter()
                .any(|key| cells.get(*key).is_some_and(|key| self.kept.contains(key.trim())))
    }

    /// Everything that is said about this row, joined.
    fn said(&mut self, head: &SheetHead, number: u32) -> Result<Option<Said>, Complaint> {
        let mut said: Option<Said> = None;
        while let Some(next) = self.marks.peek() {
            let here = match next {
                Err(_) => true,
                Ok(mark) => mark.row == 0 || mark.is_of(head) && mark.row <= number,
            };
            if !here {
                break;
            }
            let Some(mark) = self.marks.next().transpose()? else { break };
            if mark.row == number {
                said.get_or_insert_default().add(mark);
            }
        }
        Ok(said)
    }
}

/// A cell as text that means the same when it is read again: numbers without `.0`, dates as
/// `2024-05-01`, a link as the formula that makes it. What is broken stays so: a number past 15 digits is written with its exponent, as
/// the ruin that it is, and a fault is an error value in the workbook too.
pub(crate) fn text_of(cell: RawCell<'_>) -> String {
    match cell.whole() {
        RawCell::Empty => String::new(),
        RawCell::Dressed(Dressed { face, held: Held::Link(to) }) if !to.is_empty() => {
            let quoted = |text: &str| text.replace('"', "\"\"");
            format!("=HYPERLINK(\"{}\",\"{}\")", quoted(to), quoted(face))
        }
        RawCell::Text(text) | RawCell::Dressed(Dressed { face: text, .. }) => text.to_owned(),
        RawCell::Number(number) if number.abs() >= 1e15 => format!("{number:E}"),
        RawCell::Number(number) if number.fract() == 0.0 => format!("{number:.0}"),
        RawCell::Number(number) => format!("{number:.14e}").parse().unwrap_or(number).to_string(),
        RawCell::Bool(true) => "TRUE".to_owned(),
        RawCell::Bool(false) => "FALSE".to_owned(),
        RawCell::Moment(moment) if moment.time == jiff::civil::Time::midnight() => {
            moment.date.to_string()
        }
        RawCell::Moment(moment) => format!("{} {}", moment.date, moment.time),
        RawCell::Fault(Fault::Error(error)) if error.is_old() => error.name().to_owned(),
        RawCell::Fault(_) => ErrorValue::NotAvailable.name().to_owned(),
    }
}

/// The mark of a problem of the record at `at`, beside its first row. Its own place stands before it:
/// who has these rows alone can find them in the file that they are from.
pub(crate) fn mark_at(problem: &crate::problem::Problem, at: &Place, lang: Lang) -> Mark {
    let mark = mark_of(problem, lang);
    let place = &problem.place;
    let row = at.row.unwrap_or(0);
    let (same_table, same_row) =
        (place.file == at.file && place.sheet == at.sheet, place.row == at.row);
    if place.row.is_none() {
        return Mark { row, ..mark };
    }
    let shown = if same_table {
        Place { file: None, sheet: None, ..place.clone() }.show(lang)
    } else if place.file == at.file {
        Place { file: None, ..place.clone() }.show(lang)
    } else {
        place.show(lang)
    };
    Mark {
        file: at.file.as_deref().unwrap_or_default().to_owned(),
        sheet: at.sheet.as_deref().map(str::to_owned),
        row,
        column: mark.column.filter(|_| same_table && same_row),
        message: format!("{shown} {}", mark.message),
        ..mark
    }
}

/// The mark of a problem: its header before its message, so that the line stands alone. A problem
/// without a row (of a file, a sheet) has row 0, which no row matches.
pub(crate) fn mark_of(problem: &crate::problem::Problem, lang: Lang) -> Mark {
    let place = &problem.place;
    Mark {
        file: place.file.as_deref().unwrap_or_default().to_owned(),
        sheet: place.sheet.as_deref().map(str::to_owned),
        row: place.row.unwrap_or(0),
        column: place.column,
        message: super::outcome::said_of(problem, lang),
        hint: problem.complaint.hint(lang),
        warning: problem.severity() == crate::problem::Severity::Warning,
        tie: None,
    }
}

#[cfg(test)]
mod tests;
