//! The rows of one record → what became of them, for each kind, in the order of the rows.
//!
//! Must not know: which rows belong together.

use std::sync::Arc;

use crate::bind::Binding;
use crate::check::Record;
use crate::check::unfit::HELD;
use crate::identity::Marks;
use crate::plan::Job;
use crate::plan::reference::RecordRef;
use crate::problem::{Code, Place, Problem, Severity};
use crate::rows::{ChildRow, Joined, RecordRow};
use crate::sheet::RawRow;
use crate::spec::KindId;

use super::finding::{BacklogItem, Outcome};
use super::look::{Look, Sound};
use super::people::SheetReader;
use super::reader::Reader;
use super::sink::At;
use super::stop::Stop;
use super::walk::Ingest;
use super::wanted::{Refused, Wanted};
use super::words::text as shown;

impl Ingest<'_> {
    /// The record of these rows, for each kind. `looks` is what was found in them, if somebody has
    /// looked.
    pub(super) fn record(
        &mut self,
        people: &mut SheetReader<'_>,
        rows: &RecordRow,
        looks: Option<&mut [Look]>,
    ) -> Result<(), Stop> {
        people.see(rows, looks.is_some());
        let (mut most, mut made) = (0, false);
        let mut looks = looks;
        for reader in 0..people.readers.len() {
            let look = looks.as_mut().and_then(|looks| looks.get_mut(reader));
            let outcome = self.outcome(people, reader, rows, look)?;
            most = most.max(outcome.rows);
            made |= outcome.record.is_some();
            self.tell_result(people, reader, outcome)?;
        }
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

    /// Whether a record of which nothing is to be said is only counted, and nobody came before.
    pub(super) fn counts(&mut self, people: &mut SheetReader<'_>, sound: &Sound) -> bool {
        let Some(reader) = people.counter().filter(|_| sound.age == people.age) else {
            return false;
        };
        let kind = reader.binding().kind.id;
        people.place.row = Some(sound.row);
        if !self.repeats.note(&sound.marks, &people.place) {
            return false;
        }
        people.count(sound.row);
        self.totals.made += 1;
        self.totals.records.entry(kind).or_default().0 += 1;
        true
    }

    /// What one kind's reader makes of the rows of a record.
    fn outcome(
        &mut self,
        people: &mut SheetReader<'_>,
        reader: usize,
        record: &RecordRow,
        look: Option<&mut Look>,
    ) -> Result<Outcome, Stop> {
        let none = RawRow::new();
        let rows = record.rows();
        let first = rows.first().unwrap_or(&none);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut problems = record.misshapen.clone();
        if record.is_of_hidden() {
            // Rows without their first, which is hidden: there is nobody to read.
            let (rows, record) = (count(rows.len()), None);
            return Ok(Outcome { rows, key: None, reference: None, record, problems });
        }
        let wanted = &people.readers[reader].children;
        let (taken, lost) = self.taken(wanted, first, people.table.place, &mut problems);
        let sound = problems.is_empty();
        // A look from before the columns had spoken is none.
        let look = look.filter(|look| look.age == people.age).map(std::mem::take);
        let mut look = look.unwrap_or_else(|| self.look(people, reader, rows, &taken));
        while look.asks && self.settle(people, reader, &look.problems)? {
            look = self.look(people, reader, rows, &taken);
        }
        let Look { record: found, job, marks, problems: told, owner, .. } = look;
        problems.extend(told);
        if rows.len() > 1 {
            problems.sort_by_key(|problem| problem.place.row);
        }
        let text = |column: usize| shown(first.cell(column)).trim().to_owned();
        let reference = people.tie.and_then(|column| text(column).parse::<RecordRef>().ok());
        let reader = &mut people.readers[reader];
        let found = found.filter(|_| sound).filter(|record| {
            self.new_person((record, &marks), &people.place, reader.binding(), &mut problems)
        });
        self.chain.note(found.as_ref(), owner, &people.place);
        let found = match found {
            Some(record) => self
                .is_led(&record, reader.binding(), &people.place, &mut problems)?
                .then_some(record),
            None => None,
        };
        reader.note(rows, &problems);
        let others: usize = taken.iter().map(|(_, rows)| rows.len()).sum::<usize>() + lost;
        Ok(Outcome {
            rows: count(rows.len()).saturating_add(count(others)),
            key: reader.binding().key_column.map(text),
            reference,
            record: found.map(|record| (record, job)),
            problems,
        })
    }

    fn look(
        &self,
        people: &mut SheetReader<'_>,
        reader: usize,
        rows: &[RawRow],
        taken: &[(usize, Vec<ChildRow>)],
    ) -> Look {
        let joined: Vec<Joined<'_>> = taken
            .iter()
            .map(|(sheet, rows)| {
                let (binding, place) = self.child_sheet(*sheet);
                Joined { binding, place, rows }
            })
            .collect();
        let mut look = Look { age: people.age, ..Look::default() };
        look.record = people.readers[reader].read(rows, &joined, &mut look.problems);
        look.asks = people.readers[reader].checker().asks();
        if look.record.is_none() {
            look.owner = people.readers[reader].checker().owner();
        }
        look.marks = look.record.as_ref().map(Marks::of).unwrap_or_default();
        let making = self.making.as_ref();
        look.job = making.and_then(|making| Some(making.job(look.record.as_ref()?)));
        look
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

    /// Hand over what was found, or keep it until the columns are judged.
    pub(super) fn tell(
        &mut self,
        people: &mut SheetReader<'_>,
        problem: Problem,
    ) -> Result<(), Stop> {
        match &mut people.backlog {
            Some(backlog) => {
                backlog.push(BacklogItem::Problem(problem));
                Ok(())
            }
            None => self.sink.problem(problem).map_err(Stop::Sink),
        }
    }

    fn tell_result(
        &mut self,
        people: &mut SheetReader<'_>,
        reader: usize,
        outcome: Outcome,
    ) -> Result<(), Stop> {
        match &mut people.backlog {
            Some(backlog) => {
                let (place, of) = (people.place.clone(), Box::new(outcome));
                backlog.push(BacklogItem::Result { reader, place, of });
                Ok(())
            }
            None => self.result(&mut people.readers[reader], &people.place, outcome),
        }
    }

    fn result(&mut self, reader: &mut Reader, place: &Place, outcome: Outcome) -> Result<(), Stop> {
        let Outcome { rows, key, reference, record, mut problems } = outcome;
        leave_out_unasked(&mut problems);
        reader.shorten(&mut problems);
        let at = At { place, rows, key, reference };
        self.hand_over(&at, reader.binding().kind.id, record, &problems)
    }

    /// Decide in which columns no value fits, and hand over what was held back.
    pub(super) fn judge(&mut self, people: &mut SheetReader<'_>) -> Result<(), Stop> {
        let Some(backlog) = people.backlog.take() else { return Ok(()) };
        people.readers.iter_mut().for_each(Reader::judge);
        backlog.into_iter().try_for_each(|finding| match finding {
            BacklogItem::Problem(problem) => self.tell(people, problem),
            BacklogItem::Result { reader, place, of } => {
                self.result(&mut people.readers[reader], &place, *of)
            }
        })
    }

    /// Whether the record is nobody that came before; a repeat is told at the cell of its key.
    fn new_person(
        &mut self,
        (record, marks): (&Record, &Marks),
        place: &Place,
        binding: &Binding,
        problems: &mut Vec<Problem>,
    ) -> bool {
        let before = problems.len();
        let new = self.repeats.see(record, marks, place, problems);
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
        record: Option<(Record, Option<Job>)>,
        problems: &[Problem],
    ) -> Result<(), Stop> {
        debug_assert!(record.is_some() || problems.iter().any(|p| p.severity() == Severity::Error));
        let counts = self.totals.records.entry(kind).or_default();
        if let Some((record, job)) = record {
            counts.0 += 1;
            self.sink.record(at, record, job, problems).map_err(Stop::Sink)
        } else {
            counts.1 += 1;
            self.sink.rejected(at, kind, problems).map_err(Stop::Sink)
        }
    }
}

/// A record that is refused anyway was not asked for whom it names: nothing went wrong there.
fn leave_out_unasked(problems: &mut Vec<Problem>) {
    let is_of_look = |code| matches!(code, Code::PersonUnread | Code::PersonUnknown);
    let mut errors = problems.iter().filter(|problem| problem.severity() == Severity::Error);
    if errors.any(|problem| !is_of_look(problem.code())) {
        problems.retain(|problem| problem.code() != Code::PersonUnread);
    }
}
