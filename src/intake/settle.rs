//! What single values of a sheet leave open is asked of its columns: what was seen of them so far may
//! do, else the sheet is read once more, and what its columns prove holds for every row of it.
//!
//! A sheet in which nothing is open is read once. One whose columns may overrule an order of dates
//! that is told is asked before its first record: there a value is read by the order that is told, and
//! does not know that it asks. So is a workbook with days of text that no program could make dates of:
//! its real dates may be swapped. Elsewhere the first row that asks is early enough: what columns prove
//! answers what is open and nothing else, so that no row before it is read otherwise
//! ([`Proven`](crate::bind::Proven)).
//!
//! Must not know: what becomes of a record.

use crate::check::evidence::Evidence;
use crate::problem::Problem;
use crate::rows::{Line, Lines};
use crate::source;

use super::people::{SheetReader, Table};
use super::reader::Reader;
use super::stop::{Stop, input};
use super::walk::Ingest;

impl Ingest<'_> {
    /// Before the first record: ask the columns that may overrule what is told, and those whose real
    /// dates may be swapped: there, too, a value does not know that it asks. `lopsided`: texts of the
    /// sheet are days of which one number can be no month.
    pub(super) fn settle_told(
        &mut self,
        people: &mut SheetReader<'_>,
        lopsided: bool,
    ) -> Result<(), Stop> {
        let asks = |reader: &Reader| reader.may_overrule() || lopsided && reader.has_days();
        if people.readers.iter().any(asks) {
            self.ask_columns(people)?;
        }
        Ok(())
    }

    /// What a reader found in a record leaves something open. Whether anything is read otherwise now.
    pub(super) fn settle(
        &mut self,
        people: &mut SheetReader<'_>,
        reader: usize,
        problems: &[Problem],
    ) -> Result<bool, Stop> {
        if people.readers[reader].vouches_for(problems) {
            people.age += 1;
            return Ok(true);
        }
        if people.is_settled {
            return Ok(false);
        }
        self.ask_columns(people)?;
        Ok(true)
    }

    /// Read the sheet once more, and have every reader go by what its columns prove.
    fn ask_columns(&mut self, people: &mut SheetReader<'_>) -> Result<(), Stop> {
        let Table { path, index, place, .. } = *people.table;
        let shown = place.file.clone().unwrap_or_default();
        let mut book = source::open(path, &shown, &self.order.open).map_err(input)?;
        let mut evidence = Evidence::new(people.table.bindings);
        let mut lines = Lines::new(book.rows(index).map_err(input)?, people.table.plan());
        while let Some(line) = lines.next().map_err(input)? {
            if matches!(line, Line::Read) {
                evidence.feed_row(lines.row());
            }
        }
        drop(lines);
        self.read_again.push(book.digest().map_err(Stop::Changed)?);
        for reader in &mut people.readers {
            reader.apply(&evidence);
        }
        people.is_settled = true;
        people.age += 1;
        // They are about any rows: what is said must stay in the order of the rows.
        people.settled = evidence.problems(place);
        Ok(())
    }
}
