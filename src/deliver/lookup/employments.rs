//! Employments: what job data they have, and whether their employee can be seen.
//!
//! Must not know: why they are looked up.

use std::collections::{BTreeMap, BTreeSet};

use super::queue::{Queue, Wanted};
use crate::api::reads::{JobDataHit, Placed, Read};
use crate::identity::judge::{self, Employment, Held};

/// Up to a hundred employments.
pub(crate) struct Employments {
    wanted: Vec<Wanted>,
    /// By id type and employment id.
    held: BTreeMap<(String, String), Vec<Held>>,
    visible: Option<BTreeSet<(String, String)>>,
    pub(super) queue: Queue,
}

impl Employments {
    /// Ask for the job data of these.
    pub(crate) fn new(wanted: Vec<Wanted>) -> Self {
        let mut all =
            Self { wanted, held: BTreeMap::new(), visible: None, queue: Queue::default() };
        all.ask(
            |_| true,
            |employments, user_id_type, department_id_type| Read::JobDatas {
                employments,
                user_id_type,
                department_id_type,
            },
        );
        all
    }

    /// Ask, too, which of the records at these places can be seen at all.
    pub(crate) fn ask_visible(&mut self, places: &[usize]) {
        self.visible = Some(BTreeSet::new());
        let employees = |employments, user_id_type, department_id_type| Read::Employees {
            employments,
            user_id_type,
            department_id_type,
        };
        self.ask(|index| places.contains(&index), employees);
    }

    fn ask(
        &mut self,
        which: impl Fn(usize) -> bool,
        read: impl Fn(Vec<String>, String, String) -> Read,
    ) {
        let mut groups: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
        for (_, wanted) in self.wanted.iter().enumerate().filter(|(index, _)| which(*index)) {
            let types = (wanted.id_type("user_id_type"), wanted.id_type("department_id_type"));
            groups.entry(types).or_default().extend(wanted.keys.employment.clone());
        }
        for ((user, department), ids) in groups {
            self.queue.push(&ids, |ids| read(ids, user.clone(), department.clone()));
        }
    }

    /// Job data found.
    pub(crate) fn found(&mut self, read: &Read, placed: &Placed<JobDataHit>) {
        if placed.unplaced > 0 && self.queue.split(read) {
            return;
        }
        let Read::JobDatas { employments, user_id_type, .. } = read else { return };
        for (id, found) in employments.iter().zip(&placed.of) {
            let held = self.held.entry((user_id_type.clone(), id.clone())).or_default();
            held.extend(found.iter().map(|hit| Held {
                id: hit.job_data_id.clone(),
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
        let Read::Employees { employments, user_id_type, .. } = read else { return };
        for (id, found) in employments.iter().zip(&placed.of) {
            if !found.is_empty() {
                let seen = self.visible.get_or_insert_default();
                seen.insert((user_id_type.clone(), id.clone()));
            }
        }
    }

    /// Whether the tenant holds any job data of the record at this place: the id of one.
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

    fn key(&self, index: usize) -> Option<(String, String)> {
        let wanted = self.wanted.get(index)?;
        Some((wanted.id_type("user_id_type"), wanted.keys.employment.clone()?))
    }

    fn records(&self, index: usize) -> &[Held] {
        self.key(index).and_then(|key| self.held.get(&key)).map_or(&[], Vec::as_slice)
    }
}
