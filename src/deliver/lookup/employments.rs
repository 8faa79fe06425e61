//! Employments: what records they have, and whether their employee can be seen.
//!
//! Must not know: why they are looked up.

use std::collections::{BTreeMap, BTreeSet};

use super::queue::{Queue, Wanted};
use crate::api::reads::{Placed, Question, Read, RecordHit};
use crate::identity::judge::{self, Employment, EmploymentRecord};
use crate::spec::Endpoint;

/// The id types of a call, and an employment's id.
type Id = (Vec<(String, String)>, String);

/// Up to a hundred employments.
pub(crate) struct Employments {
    /// Where the employees are shown.
    employees: &'static Endpoint,
    wanted: Vec<Wanted>,
    held: BTreeMap<Id, Vec<EmploymentRecord>>,
    visible: Option<BTreeSet<Id>>,
    /// Those whose records the tenant refuses to show, asked for alone.
    refused: BTreeSet<Id>,
    pub(super) queue: Queue,
}

impl Employments {
    /// Ask for the records of these.
    pub(crate) fn new(
        records: &'static Endpoint,
        employees: &'static Endpoint,
        wanted: Vec<Wanted>,
    ) -> Self {
        let (held, queue) = (BTreeMap::new(), Queue::default());
        let refused = BTreeSet::new();
        let mut all = Self { employees, wanted, held, visible: None, refused, queue };
        all.ask(records, |_| true, |employments| Question::Records { employments });
        all
    }

    /// Ask, too, which of the records at these places can be seen at all.
    pub(crate) fn ask_visible(&mut self, places: &[usize]) {
        self.visible = Some(BTreeSet::new());
        let question = |employments| Question::Employees { employments };
        self.ask(self.employees, |index| places.contains(&index), question);
    }

    /// Ask about some of them: one request has one set of id types.
    fn ask(
        &mut self,
        endpoint: &'static Endpoint,
        which: impl Fn(usize) -> bool,
        question: impl Fn(Vec<String>) -> Question,
    ) {
        let mut groups: BTreeMap<Vec<(String, String)>, BTreeSet<String>> = BTreeMap::new();
        for (_, wanted) in self.wanted.iter().enumerate().filter(|(index, _)| which(*index)) {
            let ids = groups.entry(wanted.query.clone()).or_default();
            ids.extend(wanted.keys.employment.clone());
        }
        for (query, ids) in groups {
            let read = |ids| Read { endpoint, query: query.clone(), question: question(ids) };
            self.queue.push(&ids, read);
        }
    }

    /// Records found.
    pub(crate) fn found(&mut self, read: &Read, placed: &Placed<RecordHit>) {
        if placed.unplaced > 0 && self.queue.split(read) {
            return;
        }
        let Question::Records { employments } = &read.question else { return };
        for (id, found) in employments.iter().zip(&placed.of) {
            let held = self.held.entry((read.query.clone(), id.clone())).or_default();
            held.extend(found.iter().map(|hit| EmploymentRecord {
                id: hit.id.clone(),
                effective: hit.effective_time.clone(),
                department: hit.department_id.clone(),
            }));
        }
    }

    /// Employees that can be seen.
    pub(crate) fn seen(&mut self, read: &Read, placed: &Placed<String>) {
        if placed.unplaced > 0 && self.queue.split(read) {
            return;
        }
        let Question::Employees { employments } = &read.question else { return };
        for (id, found) in employments.iter().zip(&placed.of) {
            if !found.is_empty() {
                let seen = self.visible.get_or_insert_default();
                seen.insert((read.query.clone(), id.clone()));
            }
        }
    }

    /// The records of a single employment can't be asked for. What can't be looked up isn't called
    /// absent.
    pub(super) fn refused(&mut self, read: &Read) {
        if let Question::Records { employments } = &read.question {
            let ids = employments.iter().map(|id| (read.query.clone(), id.clone()));
            self.refused.extend(ids);
        }
    }

    /// Whether the records of the employment at this place could not be asked for.
    pub(crate) fn is_refused(&self, index: usize) -> bool {
        self.key(index).is_some_and(|key| self.refused.contains(&key))
    }

    /// The employment at this place.
    pub(crate) fn employment(&self, index: usize) -> Option<&str> {
        self.wanted.get(index)?.keys.employment.as_deref()
    }

    /// Whether the employment of the record at this place has any: the id of one.
    pub(crate) fn any(&self, index: usize) -> Option<&str> {
        self.records(index).first().map(|held| held.id.as_str())
    }

    /// Whether it holds ours.
    pub(crate) fn ours(&self, index: usize) -> Employment {
        let Some(Wanted { keys, .. }) = self.wanted.get(index) else { return Employment::None };
        let held = self.records(index);
        judge::employment(held, keys.effective.as_deref(), keys.department.as_deref())
    }

    /// Whether the employee can be seen; none = not asked.
    pub(crate) fn visible(&self, index: usize) -> Option<bool> {
        let key = self.key(index)?;
        self.visible.as_ref().map(|seen| seen.contains(&key))
    }

    fn key(&self, index: usize) -> Option<Id> {
        let wanted = self.wanted.get(index)?;
        Some((wanted.query.clone(), wanted.keys.employment.clone()?))
    }

    fn records(&self, index: usize) -> &[EmploymentRecord] {
        self.key(index).and_then(|key| self.held.get(&key)).map_or(&[], Vec::as_slice)
    }
}
