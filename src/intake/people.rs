//! The records of one sheet, as they are read: for which kinds, and what was found before it was known
//! in which columns no value fits.
//!
//! Must not know: which rows belong together, what becomes of a record.

use std::path::Path;

use crate::bind::Binding;
use crate::check::Checker;
use crate::check::evidence::Tally;
use crate::problem::{Code, Complaint, Lang, Place, Problem, both};
use crate::rows::tie;
use crate::rows::{Belonging, RecordRow, RowFilter};
use crate::sheet::{Outline, RawRow};

use super::finding::BacklogItem;
use super::look::Examiner;
use super::reader::Reader;
use super::stop::Stop;
use super::wanted::Wanted;

/// Which sheet is read, and how it was bound.
pub(super) struct Table<'t> {
    pub(super) path: &'t Path,
    pub(super) index: usize,
    /// File and sheet.
    pub(super) place: &'t Place,
    /// The header's texts by column.
    pub(super) texts: &'t [String],
    /// The header's last row.
    pub(super) header_row: u32,
    pub(super) outline: &'t Outline,
    pub(super) bindings: &'t [Binding],
    /// Which rows belong together.
    pub(super) belonging: &'t Belonging,
    /// Which rows are read, before the first.
    pub(super) aside: &'t RowFilter,
}

impl<'t> Table<'t> {
    /// How a pass over its rows goes.
    pub(super) fn plan(&self) -> crate::rows::lines::Plan<'t> {
        crate::rows::lines::Plan {
            header_row: self.header_row,
            bindings: self.bindings,
            belonging: self.belonging,
            aside: self.aside.clone(),
            outline: self.outline,
        }
    }
}

/// A sheet that is being read.
pub(super) struct SheetReader<'t> {
    pub(super) table: &'t Table<'t>,
    pub(super) readers: Vec<Reader>,
    /// The column that ties a row of a fix file to its record.
    pub(super) tie: Option<usize>,
    tally: Tally,
    /// The columns' own values were asked for what single values leave open.
    pub(super) is_settled: bool,
    /// What they said, to be told at the sheet's end.
    pub(super) settled: Vec<Problem>,
    /// What was found before it was known in which columns no value fits; none from then on.
    pub(super) backlog: Option<Vec<BacklogItem>>,
    pub(super) records: usize,
    /// Where the record at hand is.
    pub(super) place: Place,
    /// How often the columns' own values have changed how they are read.
    pub(super) age: u32,
}

impl<'t> SheetReader<'t> {
    /// The rows below the header. `children` are what each binding wants of child sheets.
    pub(super) fn new(table: &'t Table<'t>, children: Vec<Wanted>, values: bool) -> Self {
        let readers = table.bindings.iter().zip(children);
        let readers: Vec<Reader> = readers
            .map(|(binding, children)| Reader::new(binding, children, table.place, values))
            .collect();
        Self {
            readers,
            tie: tie(table.texts),
            tally: Tally::new(table.bindings),
            is_settled: false,
            settled: Vec::new(),
            backlog: Some(Vec::new()),
            records: 0,
            place: table.place.clone(),
            age: 0,
            table,
        }
    }

    /// Defaults that their own fields refuse: told once, not with every row.
    pub(super) fn unusable_defaults(&mut self) -> Result<(), Stop> {
        let mut problems = Vec::new();
        let checkers = self.readers.iter_mut().map(Reader::checker);
        for (path, why) in checkers.flat_map(Checker::unusable_defaults) {
            let message = both(&why.message(Lang::Zh), &why.message(Lang::En));
            let hint = both(&why.hint(Lang::Zh), &why.hint(Lang::En));
            let complaint =
                Complaint::with(Code::DefaultUnusable, [path.to_string().into(), message, hint]);
            problems.push(Problem::at(Place::default(), complaint));
        }
        if problems.is_empty() { Ok(()) } else { Err(Stop::Input(problems)) }
    }

    /// Whether what is found in a record of one row depends on nothing but the row.
    pub(super) fn is_plain(&self) -> bool {
        self.readers.iter().all(Reader::is_plain)
    }

    /// Who finds what the readers find in a record of one row.
    pub(super) fn examiners(&self) -> Vec<Examiner> {
        self.readers.iter().map(Reader::examiner).collect()
    }

    /// The one reader, where a record of one row of which nothing is to be said is only to be counted.
    pub(super) fn counter(&self) -> Option<&Reader> {
        let [reader] = self.readers.as_slice() else { return None };
        let counts = self.tie.is_none() && self.backlog.is_none() && reader.only_counts();
        counts.then_some(reader)
    }

    /// A record comes of which nothing is to be said, and of which nobody need know more.
    pub(super) const fn count(&mut self, row: u32) {
        self.records += 1;
        self.place.row = Some(row);
    }

    /// Take over what was counted beside.
    pub(super) fn merge(&mut self, tally: &Tally) {
        self.tally.merge(tally);
    }

    /// Note what the values of a row that will come say.
    pub(super) fn foresee(&mut self, row: &RawRow) {
        self.readers.iter_mut().for_each(|reader| reader.see(row));
    }

    /// A record comes: note what its columns' values say, for the sheet's end only where it was not
    /// `counted` beside.
    pub(super) fn see(&mut self, record: &RecordRow, counted: bool) {
        self.records += 1;
        self.place.row = record.rows().first().map(RawRow::number);
        for row in record.rows() {
            if !counted {
                self.tally.feed_row(row);
            }
            self.readers.iter_mut().for_each(|reader| reader.see(row));
        }
    }

    /// What is to be said at the sheet's end, once every record was judged.
    pub(super) fn last_words(&mut self) -> Vec<Problem> {
        let mut last = std::mem::take(&mut self.settled);
        last.extend(self.readers.iter().flat_map(Reader::last_words));
        last.extend(self.tally.problems(self.table.place));
        last
    }
}
