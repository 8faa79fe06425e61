//! Whom a row names as a manager and who is none yet on the row's own day.
//!
//! Must not know: how a manager is named, whose job data these are.

use super::Checker;
use crate::check::layout::{At, Layout};
use crate::check::outcome::cell_of;
use crate::problem::{Code, Complaint, Problem};
use crate::sheet::RawRow;
use crate::spec::Mark;

/// Characters of a day, `YYYY-MM-DD`.
const DAY: usize = 10;

impl Checker {
    /// A warning for each manager whose job begins after the day of the row.
    pub(super) fn led_too_early(
        &self,
        layout: &Layout,
        row: &RawRow,
        at: &At<'_>,
        problems: &mut Vec<Problem>,
    ) {
        let Some(directory) = self.binding.reading.directory.as_deref() else { return };
        let mark = layout.kind.marks.iter().find(|(mark, _)| *mark == Mark::Effective);
        let place = mark.and_then(|(_, key)| layout.outer.iter().find(|(own, _)| own == key));
        let day = place.and_then(|(_, spot)| self.states[*spot as usize].value.as_ref());
        let day = day.and_then(|value| value.text(&self.text)).and_then(|text| text.get(..DAY));
        let Some(day) = day else { return };
        for index in layout.named.iter().copied() {
            let list = layout.spots[index].ty.id_of().and_then(|of| directory.list(of));
            let (Some(list), Some(value)) = (list, self.states[index].value.as_ref()) else {
                continue;
            };
            let value = value.value(&self.text, &self.lists);
            let begins =
                value.texts().filter_map(|id| list.of_id(id)?.since.as_deref()?.get(..DAY));
            if let Some(begins) = begins.filter(|begins| *begins > day).max() {
                let cell = cell_of(&layout.spots[index], row);
                let complaint = Complaint::with(Code::ManagerNotYet, [begins]);
                problems.push(layout.problem(at, index, cell, complaint));
            }
        }
    }
}
