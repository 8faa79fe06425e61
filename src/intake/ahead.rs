//! Every record of a sheet, read ahead and looked at by as many threads as there are.
//!
//! Must not know: what is made of a record.

use crate::problem::Problem;
use crate::rows::lines::Counts;
use crate::rows::{Records, Step};
use crate::source::Rows;

use super::crew::{Batch, Crew, Item, Shared};
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
        let checkers = if looks_ahead { people.checkers() } else { Vec::new() };
        let shared = Shared::new(people.age, checkers, self.making.clone());
        std::thread::scope(|scope| {
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
                let looks = batch.items().iter().flat_map(|item| &item.looks);
                self.repeats.fetch(looks.map(|look| &look.marks));
                for item in batch.items() {
                    self.item(people, item)?;
                }
                crew.give_back(batch);
                if looks_ahead && people.age != crew.age() {
                    crew.renew(people.age, people.checkers());
                }
            }
            end.unwrap_or(Ok(())).map_err(input)
        })
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
