//! The rows of one record → what became of them, for each kind, in the order of the rows.
//!
//! Must not know: which rows belong together.

use std::sync::Arc;

use crate::bind::Binding;
use crate::check::Record;
use crate::check::evidence::Evidence;
use crate::check::unfit::HELD;
use crate::gather::{ChildRow, Joined};
use crate::plan::reference::RecordRef;
use crate::problem::{Code, Complaint, Place, Problem, Severity};
use crate::sheet::RawRow;
use crate::source;
use crate::spec::KindId;

use super::children::{Refused, Wanted};
use super::drive::{Walk, input};
use super::people::{People, Table};
use super::reader::{self, Reader};
use super::{At, Stop, choose};

/// What was found in a sheet, in the order of its rows.
pub(super) enum Finding {
    Problem(Problem),
    Result { reader: usize, of: Box<Outcome> },
}

/// What became of one record's rows.
pub(super) struct Outcome {
    place: Place,
    rows: u32,
    key: Option<String>,
    repairs: Option<RecordRef>,
    record: Option<Record>,
    problems: Vec<Problem>,
}

impl Outcome {
    /// Rows without their first, which is hidden: there is nobody to read.
    fn of_hidden(place: &Place, rows: &[RawRow], problems: Vec<Problem>) -> Self {
        Self {
            place: Place { row: rows.first().map(RawRow::number), ..place.clone() },
            rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            key: None,
            repairs: None,
            record: None,
            problems,
        }
    }
}

impl Walk<'_> {
    /// The record of these rows, for each kind.
    pub(super) fn record(&mut self, people: &mut People<'_>, rows: &[RawRow]) -> Result<(), Stop> {
        for row in rows {
            if let Some(problem) = people.headless(row) {
                self.tell(people, Finding::Problem(problem))?;
            }
        }
        let mut misshapen = std::mem::take(&mut people.misshapen);
        misshapen.extend(rows.iter().filter_map(|row| people.beyond_header(row)));
        let (mut most, mut made) = (0, false);
        for reader in 0..people.readers.len() {
            let outcome = self.outcome(people, reader, rows, &misshapen)?;
            most = most.max(outcome.rows);
            made |= outcome.record.is_some();
            self.tell(people, Finding::Result { reader, of: Box::new(outcome) })?;
        }
        people.records += 1;
        if people.records == HELD {
            self.judge(people)?;
        }
        if made {
            self.totals.made += u64::from(most);
        } else {
            self.totals.rejected += u64::from(most);
        }
        Ok(())
    }

    /// What one kind's reader makes of the rows of a record.
    fn outcome(
        &mut self,
        people: &mut People<'_>,
        reader: usize,
        rows: &[RawRow],
        misshapen: &[Problem],
    ) -> Result<Outcome, Stop> {
        let none = RawRow::new();
        let first = rows.first().unwrap_or(&none);
        let mut problems = misshapen.to_vec();
        let of_hidden = misshapen.iter().any(|problem| problem.code() == Code::RowOfHidden);
        if of_hidden {
            return Ok(Outcome::of_hidden(people.table.place, rows, problems));
        }
        let wanted = &people.readers[reader].children;
        let (taken, lost) = self.taken(wanted, first, people.table.place, &mut problems);
        let sound = problems.is_empty();
        let before = problems.len();
        let mut record = self.read(people, reader, rows, &taken, &mut problems);
        if !people.is_settled && problems[before..].iter().any(reader::is_open) {
            self.settle(people)?;
            problems.truncate(before);
            record = self.read(people, reader, rows, &taken, &mut problems);
        }
        if rows.len() > 1 {
            problems.sort_by_key(|problem| problem.place.row);
        }
        let text = |column: usize| choose::text(first.cell(column)).trim().to_owned();
        let repairs = people.tie.and_then(|column| text(column).parse::<RecordRef>().ok());
        let place = Place { row: Some(first.number()), ..people.table.place.clone() };
        let reader = &mut people.readers[reader];
        let record = record
            .filter(|_| sound)
            .filter(|record| self.new_person(record, &place, reader.binding(), &mut problems));
        reader.note(rows, &problems);
        let others: usize = taken.iter().map(|(_, rows)| rows.len()).sum::<usize>() + lost;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Outcome {
            place,
            rows: count(rows.len()).saturating_add(count(others)),
            key: reader.binding().key_column.map(text),
            repairs,
            record,
            problems,
        })
    }

    fn read(
        &self,
        people: &mut People<'_>,
        reader: usize,
        rows: &[RawRow],
        taken: &[(usize, Vec<ChildRow>)],
        problems: &mut Vec<Problem>,
    ) -> Option<Record> {
        let joined: Vec<Joined<'_>> = taken
            .iter()
            .map(|(sheet, rows)| {
                let (binding, place) = self.child_sheet(*sheet);
                Joined { binding, place, rows }
            })
            .collect();
        people.readers[reader].read(rows, &joined, problems)
    }

    /// The rows of child sheets that belong to the record, and how many nobody gets; a key that
    /// can't be used is a problem.
    fn taken(
        &mut self,
        children: &Wanted,
        first: &RawRow,
        place: &Place,
        problems: &mut Vec<Problem>,
    ) -> (Vec<(usize, Vec<ChildRow>)>, usize) {
        if children.is_empty() {
            return (Vec::new(), 0);
        }
        let (mut all, mut lost) = (Vec::new(), 0);
        let at = Place { row: Some(first.number()), ..place.clone() };
        for (sheet, rows) in self.take(children, first, &at) {
            match rows {
                Ok(rows) => all.push((sheet, rows)),
                Err(Refused { column, complaint, rows }) => {
                    lost += rows;
                    let column = u32::try_from(column).ok();
                    problems.push(Problem::at(Place { column, ..at.clone() }, complaint));
                }
            }
        }
        (all, lost)
    }

    /// Ask the columns' own values what single values leave open: the sheet is read once more.
    fn settle(&mut self, people: &mut People<'_>) -> Result<(), Stop> {
        people.is_settled = true;
        let Table { path, index, sha256, place, header_row, .. } = *people.table;
        let shown = place.file.clone().unwrap_or_default();
        let mut book = source::open(path, &shown, &self.order.open).map_err(input)?;
        if book.sha256() != sha256 {
            let complaint = Complaint::new(Code::InputChanged);
            return Err(Stop::Changed(Problem::at(Place::file(&shown), complaint)));
        }
        let mut evidence = Evidence::new(people.table.bindings);
        let mut rows = book.rows(index).map_err(input)?;
        let mut row = RawRow::new();
        let mut aside = people.untouched.clone();
        while rows.next(&mut row).map_err(input)? {
            let is_read = row.number() > header_row
                && !row.is_blank()
                && !people.is_own_example(&row)
                && aside.passes(&row).is_none();
            if is_read {
                evidence.feed_row(&row);
            }
        }
        for reader in &mut people.readers {
            reader.settle(&evidence);
        }
        // They are about rows to come: what is said must stay in the order of the rows.
        people.settled = evidence.dates.problems(place);
        Ok(())
    }

    /// Hand over what was found, or keep it until the columns are judged.
    pub(super) fn tell(&mut self, people: &mut People<'_>, finding: Finding) -> Result<(), Stop> {
        if let Some(backlog) = &mut people.backlog {
            backlog.push(finding);
            return Ok(());
        }
        match finding {
            Finding::Problem(problem) => self.sink.problem(problem).map_err(Stop::Sink),
            Finding::Result { reader, of } => {
                let Outcome { place, rows, key, repairs, record, mut problems } = *of;
                let reader = &people.readers[reader];
                reader.shorten(&mut problems);
                let at = At { place: &place, rows, key, repairs };
                self.hand_over(&at, reader.binding().kind.id, record, &problems)
            }
        }
    }

    /// Decide in which columns no value fits, and hand over what was held back.
    pub(super) fn judge(&mut self, people: &mut People<'_>) -> Result<(), Stop> {
        let Some(backlog) = people.backlog.take() else { return Ok(()) };
        people.readers.iter_mut().for_each(Reader::judge);
        backlog.into_iter().try_for_each(|finding| self.tell(people, finding))
    }

    /// Whether the record is nobody that came before; a repeat is told at the cell of its key.
    fn new_person(
        &mut self,
        record: &Record,
        place: &Place,
        binding: &Binding,
        problems: &mut Vec<Problem>,
    ) -> bool {
        let before = problems.len();
        let new = self.repeats.see(record, place, problems);
        for problem in problems.iter_mut().skip(before) {
            let mut columns = binding.columns.iter();
            if let Some(column) =
                columns.find(|column| problem.field.as_ref() == Some(&column.path))
            {
                let made_of = binding.shape.made_of(column.index).first();
                problem.header = Some(Arc::clone(&column.header));
                problem.place.column = u32::try_from(*made_of.unwrap_or(&column.index)).ok();
            }
        }
        new
    }

    pub(super) fn hand_over(
        &mut self,
        at: &At<'_>,
        kind: KindId,
        record: Option<Record>,
        problems: &[Problem],
    ) -> Result<(), Stop> {
        debug_assert!(record.is_some() || problems.iter().any(|p| p.severity() == Severity::Error));
        let counts = self.totals.records.entry(kind).or_default();
        if let Some(record) = record {
            counts.0 += 1;
            self.sink.record(at, record, problems).map_err(Stop::Sink)
        } else {
            counts.1 += 1;
            self.sink.rejected(at, kind, problems).map_err(Stop::Sink)
        }
    }
}
