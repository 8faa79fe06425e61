//! Records in batches, looked at by as many threads as there are cores. What is found in a record of
//! one row depends on nothing but the row, so that any thread may look; the batches come back in the
//! order in which they were put, so that what is made of them is the same for any number of threads.
//!
//! Must not know: where records are from, what becomes of them.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::Scope;

use crate::check::{Checker, Record};
use crate::identity::Marks;
use crate::plan::{Job, Making};
use crate::problem::Problem;
use crate::rows::{Origins, RecordRow};
use crate::spec::IdOf;

/// Records of a batch: few enough that they stay in a core's cache, enough that handing a batch over
/// costs nothing.
const BATCH: usize = 64;
/// Bytes of a batch's texts, beyond which it takes no more: rows may be as long as the limits allow.
const WEIGHT: usize = 256 * 1024;
/// Batches that are read ahead for each thread.
const AHEAD: usize = 4;

/// Some records with what was found in them.
#[derive(Default)]
pub(super) struct Batch {
    items: Vec<Item>,
    used: usize,
    /// Bytes of the rows in it.
    weight: usize,
    number: u64,
}

/// A record, or something that is to be said before the next one.
#[derive(Default)]
pub(super) struct Item {
    pub(super) told: Option<Problem>,
    pub(super) record: RecordRow,
    /// What each kind's reader finds; nothing where nobody looked.
    pub(super) looks: Vec<Look>,
    pub(super) looked: bool,
}

/// What a reader finds in a record.
#[derive(Default)]
pub(super) struct Look {
    pub(super) record: Option<Record>,
    pub(super) job: Option<Job>,
    /// Whose record it is, where others may name it and it could not be made.
    pub(super) owner: Option<(IdOf, Box<str>)>,
    pub(super) marks: Marks,
    pub(super) problems: Vec<Problem>,
    /// A value may be told by others of its column.
    pub(super) asks: bool,
    /// The age of the checker that looked.
    pub(super) age: u32,
}

impl Batch {
    /// The next item to be filled.
    pub(super) fn next(&mut self) -> &mut Item {
        if self.used == self.items.len() {
            self.items.push(Item::default());
        }
        self.used += 1;
        let item = &mut self.items[self.used - 1];
        item.looked = false;
        item
    }

    /// Give the last item back: nothing came.
    pub(super) const fn take_back(&mut self) {
        self.used -= 1;
    }

    /// A record was put into the last item.
    pub(super) fn weigh(&mut self) {
        let last = self.used.checked_sub(1).and_then(|last| self.items.get(last));
        let rows = last.map(|item| item.record.rows()).unwrap_or_default();
        self.weight += rows.iter().map(|row| row.text().len()).sum::<usize>();
    }

    /// Whether it takes no more.
    pub(super) const fn is_full(&self) -> bool {
        self.used >= BATCH || self.weight >= WEIGHT
    }

    /// Whether nothing is in it.
    pub(super) const fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// What is in it.
    pub(super) fn items(&mut self) -> &mut [Item] {
        &mut self.items[..self.used]
    }
}

/// Checkers of one sheet, one for each kind, that look at records.
struct Looker {
    age: u32,
    checkers: Vec<Checker>,
    making: Option<Making>,
}

impl Looker {
    fn look(&mut self, batch: &mut Batch) {
        if self.checkers.is_empty() {
            return;
        }
        for item in batch.items() {
            let [row] = item.record.rows() else { continue };
            if item.told.is_some() || item.record.is_of_hidden() {
                continue;
            }
            item.looks.resize_with(self.checkers.len(), Look::default);
            for (look, checker) in item.looks.iter_mut().zip(&mut self.checkers) {
                look.problems.clear();
                look.record = checker.check(row, Origins::NONE, &mut look.problems);
                look.owner = if look.record.is_none() { checker.owner() } else { None };
                look.asks = checker.asks();
                look.marks = look.record.as_ref().map(Marks::of).unwrap_or_default();
                let making = self.making.as_ref();
                look.job = making.and_then(|making| Some(making.job(look.record.as_ref()?)));
                look.age = self.age;
            }
            item.looked = true;
        }
    }

    fn twin(&self) -> Self {
        let (age, making) = (self.age, self.making.clone());
        Self { age, checkers: self.checkers.iter().map(Checker::twin).collect(), making }
    }
}

/// What the threads share.
pub(super) struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    todo: VecDeque<Batch>,
    done: Vec<Batch>,
    /// Who looks, to be copied.
    model: Looker,
    closed: bool,
    /// A thread has come to grief: what it had in hand will not come.
    failed: bool,
}

impl Shared {
    /// For a sheet whose records these checkers of that age look at; none where nobody may look ahead.
    /// Jobs are made so, if any are.
    pub(super) fn new(age: u32, checkers: Vec<Checker>, making: Option<Making>) -> Self {
        let model = Looker { age, checkers, making };
        let (todo, done) = (VecDeque::new(), Vec::new());
        let state = Mutex::new(State { todo, done, model, closed: false, failed: false });
        Self { state, changed: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Look at batches until there will be no more.
    fn work(&self) {
        let _alarm = Alarm(self);
        let mut looker: Option<Looker> = None;
        let mut state = self.lock();
        loop {
            if state.closed {
                return;
            }
            let Some(mut batch) = state.todo.pop_front() else {
                state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            if looker.as_ref().is_none_or(|looker| looker.age != state.model.age) {
                looker = Some(state.model.twin());
            }
            drop(state);
            if let Some(looker) = &mut looker {
                looker.look(&mut batch);
            }
            state = self.lock();
            state.done.push(batch);
            self.changed.notify_all();
        }
    }
}

/// Tells the others of a thread that comes to grief, so that nobody waits for it; its scope tells why.
struct Alarm<'a>(&'a Shared);

impl Drop for Alarm<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.lock().failed = true;
            self.0.changed.notify_all();
        }
    }
}

/// The threads that look at the records of one sheet, the caller's own among them.
pub(super) struct Crew<'s, 'e> {
    shared: &'e Shared,
    scope: &'s Scope<'s, 'e>,
    /// Threads beside the caller's, once there is work for them.
    helpers: usize,
    begun: bool,
    own: Looker,
    /// Batches that may be filled again.
    spare: Vec<Batch>,
    put: u64,
    taken: u64,
}

impl<'s, 'e> Crew<'s, 'e> {
    /// A crew of this many threads.
    pub(super) fn new(shared: &'e Shared, scope: &'s Scope<'s, 'e>, threads: usize) -> Self {
        let own = shared.lock().model.twin();
        let helpers = if own.checkers.is_empty() { 0 } else { threads.saturating_sub(1) };
        Self { shared, scope, helpers, begun: false, own, spare: Vec::new(), put: 0, taken: 0 }
    }

    /// A batch to be filled.
    pub(super) fn blank(&mut self) -> Batch {
        let mut batch = self.spare.pop().unwrap_or_default();
        (batch.used, batch.weight) = (0, 0);
        batch
    }

    /// Whether another batch may be read ahead.
    pub(super) const fn has_room(&self) -> bool {
        self.put - self.taken < ((self.helpers + 1) * AHEAD) as u64
    }

    /// Have a batch looked at.
    pub(super) fn put(&mut self, mut batch: Batch) {
        batch.number = self.put;
        self.put += 1;
        // A sheet of one batch is not worth a thread.
        if self.put == 2 && !self.begun {
            self.begun = true;
            for _ in 0..self.helpers {
                let shared = self.shared;
                self.scope.spawn(move || shared.work());
            }
        }
        self.shared.lock().todo.push_back(batch);
        self.shared.changed.notify_all();
    }

    /// The next batch in the order in which they were put, looked at; none where none is there.
    pub(super) fn take(&mut self) -> Option<Batch> {
        if self.taken == self.put {
            return None;
        }
        let mut state = self.shared.lock();
        loop {
            if let Some(at) = state.done.iter().position(|batch| batch.number == self.taken) {
                self.taken += 1;
                return Some(state.done.swap_remove(at));
            }
            if state.failed {
                return None;
            }
            // Rather than wait for the other threads, this one checks the next batch itself.
            if let Some(mut batch) = state.todo.pop_front() {
                drop(state);
                self.own.look(&mut batch);
                state = self.shared.lock();
                state.done.push(batch);
            } else {
                let changed = self.shared.changed.wait(state);
                state = changed.unwrap_or_else(PoisonError::into_inner);
            }
        }
    }

    /// A batch that is done with.
    pub(super) fn give_back(&mut self, batch: Batch) {
        // The buffers of long rows are not kept.
        if batch.weight < WEIGHT {
            self.spare.push(batch);
        }
    }

    /// Look by these checkers from here on.
    pub(super) fn renew(&mut self, age: u32, checkers: Vec<Checker>) {
        if self.own.age != age && !self.own.checkers.is_empty() {
            let mut state = self.shared.lock();
            state.model.age = age;
            state.model.checkers = checkers;
            self.own = state.model.twin();
        }
    }

    /// The age of those who look.
    pub(super) const fn age(&self) -> u32 {
        self.own.age
    }
}

/// Whatever ends the sheet ends its threads.
impl Drop for Crew<'_, '_> {
    fn drop(&mut self) {
        self.shared.lock().closed = true;
        self.shared.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{RawCell, RawRow, Stream};

    /// Rows of one cell of so many bytes, without end.
    struct Long(usize);

    impl Stream for Long {
        type Error = Problem;

        fn next(&mut self, row: &mut RawRow) -> Result<bool, Problem> {
            row.reset(row.number() + 1);
            row.push(RawCell::Text(&"x".repeat(self.0)));
            Ok(true)
        }
    }

    #[test]
    fn a_batch_of_long_rows_is_full_before_it_is_large() {
        use crate::problem::Place;
        use crate::rows::lines::Plan;
        use crate::rows::{Belonging, Records, RowFilter, Step};
        use crate::sheet::Outline;
        for (length, most) in [(10, BATCH), (WEIGHT / 4, 4), (WEIGHT * 3, 1)] {
            let (outline, belonging, place) =
                (Outline::default(), Belonging::default(), Place::default());
            let plan = Plan {
                header_row: 0,
                bindings: &[],
                belonging: &belonging,
                aside: RowFilter::default(),
                outline: &outline,
            };
            let mut records = Records::new(Long(length), plan, &place, &["a".to_owned()]);
            let mut batch = Batch::default();
            while !batch.is_full() {
                let step = records.next(&mut batch.next().record);
                assert!(matches!(step, Ok(Step::Record)));
                batch.weigh();
            }
            assert_eq!(batch.items().len(), most, "{length}");
        }
    }
}
