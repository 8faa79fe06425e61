//! Who names himself as his own manager has none: the value is left out, and told.
//!
//! Must not know: how a name is read.

use super::Checker;
use crate::check::layout::{At, Layout};
use crate::check::outcome::cell_of;
use crate::check::record::Stored;
use crate::lexicon::people;
use crate::problem::{Code, Complaint, Problem};
use crate::sheet::RawRow;
use crate::spec::awaited;

impl Checker {
    /// Leave out what names the row's own record.
    pub(super) fn drop_oneself(
        &mut self,
        layout: &Layout,
        row: &RawRow,
        at: &At<'_>,
        problems: &mut Vec<Problem>,
    ) {
        for index in layout.named.iter().copied() {
            let Some(value) = self.states[index].value.take() else { continue };
            let (kept, is_whole) = match value {
                Stored::List(items) => {
                    let before = items.len();
                    let others: Vec<String> =
                        items.into_iter().filter(|id| !self.is_own(id)).collect();
                    let is_whole = others.len() == before;
                    ((!others.is_empty()).then(|| Stored::List(others.into())), is_whole)
                }
                Stored::Text { .. } | Stored::Int(_) => {
                    let is_own = value.text(&self.text).is_some_and(|id| self.is_own(id));
                    ((!is_own).then_some(value), !is_own)
                }
            };
            self.states[index].value = kept;
            if !is_whole {
                let cell = cell_of(&layout.spots[index], row);
                let complaint = Complaint::new(Code::ManagerIsSelf);
                problems.push(layout.problem(at, index, cell, complaint));
            }
        }
    }

    /// Whether an ID is of the row's own record.
    fn is_own(&self, id: &str) -> bool {
        if id == awaited::of(people::ONESELF) {
            return true;
        }
        let Some((of, own)) = self.owner() else { return false };
        let directory = self.binding.reading.directory.as_deref();
        let entry = directory.and_then(|directory| directory.list(of)?.of_id(id));
        entry.is_some_and(|entry| entry.owner.as_deref() == Some(&*own))
    }
}
