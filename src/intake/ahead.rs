//! Every record of a sheet, read ahead and looked at by as many threads as there are.
//!
//! Must not know: what is made of a record.

use crate::check::evidence::Tally;
use crate::problem::Problem;
use crate::rows::lines::Counts;
use crate::rows::{Records, Step};
use crate::source::Rows;

use super::crew::{Batch, Crew, Shared};
use super::look::Item;
use super::people::SheetReader;
use super::stop::{Stop, input};
use super::walk::Ingest;

impl Ingest<'_> {
    /// Every record of a sheet, looked at ahead by as many threads as there are.
    pub(super) fn records(
        &mut self,
        people: &mut SheetReader<'_>,
        records: &mut Records<'_, Rows<'_>>,
    ) -> Result<(), Stop> {
        let looks_ahead = people.is_plain();
        let examiners = if looks_ahead { people.examiners() } else { Vec::new() };
        let tally = Tally::new(people.table.bindings);
        let shared = Shared::new(people.age, examiners, self.making.clone(), tally);
        let only_counts = !self.sink.takes_sound();
        let read = std::thread::scope(|scope| {
            let mut crew = Crew::new(&shared, scope, self.order.workers);
            let mut end = None;
            loop {
                while end.is_none() && crew.has_room() {
                    let mut batch = crew.blank();
                    end = fill(&mut batch, records);
                    if batch.is_empty() {
                        crew.give_back(batch);
                    } else {
                        crew.put(batch);
                    }
                }
                let Some(mut batch) = crew.take() else { break };
                self.repeats.fetch(batch.items().flat_map(|(item, sound)| {
                    let looks = if sound.is_some() { &[] } else { &*item.looks };
                    sound
                        .map(|sound| &sound.marks)
                        .into_iter()
                        .chain(looks.iter().map(|look| &look.marks))
                }));
                for (item, sound) in batch.items() {
                    let sound = sound.filter(|_| only_counts);
                    if !sound.is_some_and(|sound| self.counts(people, sound)) {
                        self.item(people, item)?;
                    }
                }
                crew.give_back(batch);
                if looks_ahead && people.age != crew.age() {
                    crew.renew(people.age, people.examiners());
                }
            }
            end.unwrap_or(Ok(())).map_err(input)
        });
        shared.tallies().iter().for_each(|tally| people.merge(tally));
        read
    }

    /// What comes next in a sheet, in its order.
    fn item(&mut self, people: &mut SheetReader<'_>, item: &mut Item) -> Result<(), Stop> {
        if let Some(problem) = item.told.take() {
            return self.tell(people, problem);
        }
        let looks = item.looked.then_some(&mut *item.looks);
        self.record(people, &item.record, looks)
    }

    /// The sheet has come to its end.
    pub(super) fn close(
        &mut self,
        people: &mut SheetReader<'_>,
        records: &Records<'_, Rows<'_>>,
    ) -> Result<(), Stop> {
        self.judge(people)?;
        let Counts { rows, blank, skipped } = records.counts();
        self.count(rows, blank, skipped);
        self.sink.within(people.table.place, records.within()).map_err(Stop::Sink)?;
        let mut last = people.last_words();
        last.extend(records.short_rows());
        if let Some(hidden) = records.hidden_rows() {
            self.hidden = Some(hidden.clone());
            last.push(hidden);
        }
        last.into_iter().try_for_each(|problem| self.sink.problem(problem).map_err(Stop::Sink))
    }
}

/// Fill a batch with what comes next. Why nothing comes behind it, where that is so.
fn fill(batch: &mut Batch, records: &mut Records<'_, Rows<'_>>) -> Option<Result<(), Problem>> {
    while !batch.is_full() {
        let item = batch.next();
        match records.next(&mut item.record) {
            Ok(Step::Record) => batch.weigh(),
            Ok(Step::Told(problem)) => item.told = Some(problem),
            Ok(Step::End) => {
                batch.take_back();
                return Some(Ok(()));
            }
            Err(problem) => {
                batch.take_back();
                return Some(Err(problem));
            }
        }
    }
    None
}
