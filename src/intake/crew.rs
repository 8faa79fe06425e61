//! Records in batches, looked at by as many threads as there are cores. What is found in a record of
//! one row depends on nothing but the row, so that any thread may look; the batches come back in the
//! order in which they were put, so that what is made of them is the same for any number of threads.
//!
//! Must not know: where records are from, what becomes of them.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::Scope;

use crate::check::evidence::Tally;
use crate::plan::Making;

use super::look::{Examiner, Item, Looker, Sound};

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
    /// What is known of each where it is sound; empty where nobody has looked.
    sound: Vec<Option<Sound>>,
    used: usize,
    /// Bytes of the rows in it.
    weight: usize,
    number: u64,
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

    /// What is in it, each with what is known of it where it is sound.
    pub(super) fn items(&mut self) -> impl Iterator<Item = (&mut Item, Option<&Sound>)> {
        let known = self.sound.iter().map(Option::as_ref).chain(std::iter::repeat(None));
        self.items[..self.used].iter_mut().zip(known)
    }

    /// Look at what is in it.
    fn look(&mut self, looker: &mut Looker) {
        if !looker.examiners.is_empty() {
            let items = self.items[..self.used].iter_mut();
            self.sound.extend(items.map(|item| looker.look(item)));
        }
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
    /// What those who looked have counted.
    tallies: Vec<Tally>,
    /// Threads that wait for a change: to wake nobody is a call of the system, too.
    waiting: usize,
    closed: bool,
    /// A thread has come to grief: what it had in hand will not come.
    failed: bool,
}

impl Shared {
    /// For a sheet whose records these examiners of that age look at; none where nobody may look ahead.
    /// Jobs are made so, if any are. `tally` has counted nothing.
    pub(super) fn new(
        age: u32,
        examiners: Vec<Examiner>,
        making: Option<Making>,
        tally: Tally,
    ) -> Self {
        let model = Looker { age, examiners, making, tally };
        let (todo, done, tallies) = (VecDeque::new(), Vec::new(), Vec::new());
        let state = State { todo, done, model, tallies, waiting: 0, closed: false, failed: false };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    /// What was counted, once nobody looks any more.
    pub(super) fn tallies(self) -> Vec<Tally> {
        self.state.into_inner().unwrap_or_else(PoisonError::into_inner).tallies
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wait until something has changed.
    fn wait<'s>(&'s self, mut state: MutexGuard<'s, State>) -> MutexGuard<'s, State> {
        state.waiting += 1;
        let mut state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        state.waiting -= 1;
        state
    }

    /// Something has changed: wake whoever waits.
    fn wake(&self, state: &State) {
        if state.waiting > 0 {
            self.changed.notify_all();
        }
    }

    /// Look at batches until there will be no more.
    fn work(&self) {
        let _alarm = Alarm(self);
        let mut looker: Option<Looker> = None;
        let mut state = self.lock();
        loop {
            if state.closed {
                state.tallies.extend(looker.map(|looker| looker.tally));
                return;
            }
            let Some(mut batch) = state.todo.pop_front() else {
                state = self.wait(state);
                continue;
            };
            if looker.as_ref().is_none_or(|looker| looker.age != state.model.age) {
                let before = looker.replace(state.model.twin());
                state.tallies.extend(before.map(|looker| looker.tally));
            }
            drop(state);
            if let Some(looker) = &mut looker {
                batch.look(looker);
            }
            state = self.lock();
            state.done.push(batch);
            self.wake(&state);
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
        let helpers = if own.examiners.is_empty() { 0 } else { threads.saturating_sub(1) };
        Self { shared, scope, helpers, begun: false, own, spare: Vec::new(), put: 0, taken: 0 }
    }

    /// A batch to be filled.
    pub(super) fn blank(&mut self) -> Batch {
        let mut batch = self.spare.pop().unwrap_or_default();
        (batch.used, batch.weight) = (0, 0);
        batch.sound.clear();
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
        let mut state = self.shared.lock();
        state.todo.push_back(batch);
        self.shared.wake(&state);
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
                batch.look(&mut self.own);
                state = self.shared.lock();
                state.done.push(batch);
            } else {
                state = self.shared.wait(state);
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

    /// Look by these examiners from here on.
    pub(super) fn renew(&mut self, age: u32, examiners: Vec<Examiner>) {
        if self.own.age != age && !self.own.examiners.is_empty() {
            let mut state = self.shared.lock();
            state.model.age = age;
            state.model.examiners = examiners;
            let before = std::mem::replace(&mut self.own, state.model.twin());
            state.tallies.push(before.tally);
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
        let mut state = self.shared.lock();
        state.closed = true;
        state.tallies.push(std::mem::take(&mut self.own.tally));
        drop(state);
        self.shared.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Problem;
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
            assert_eq!(batch.items().count(), most, "{length}");
        }
    }
}
