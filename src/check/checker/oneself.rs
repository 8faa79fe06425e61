//! Whom a row is about: whose record it makes, whether its name is that person's, and whether it names the
//! same person as their own manager, which is left out and told.
//!
//! Must not know: how a name is read.

use std::ops::Range;

use super::Checker;
use crate::check::layout::{At, Layout};
use crate::check::outcome::cell_of;
use crate::check::record::Stored;
use crate::check::types::shown;
use crate::check::{beside, mask};
use crate::lexicon::people;
use crate::problem::{Code, Complaint, Place, Problem};
use crate::sheet::RawRow;
use crate::spec::{FieldType, IdOf, awaited};

impl Checker {
    /// Whose record the row that was checked last is, where others may name it, though it made none.
    pub fn owner(&self) -> Option<(IdOf, Box<str>)> {
        self.own().map(|(of, owner)| (of, owner.into()))
    }

    fn own(&self) -> Option<(IdOf, &str)> {
        let (of, key) = self.layout.kind.makes?;
        let (_, spot, _) = self.layout.keyed.iter().find(|(field, ..)| field.kind == key)?;
        let value = self.states[*spot as usize].value.as_ref()?;
        Some((of, value.text(&self.text)?))
    }

    /// The person whom the row names is not the employee whom it is about.
    pub(super) fn named_otherwise(
        &self,
        layout: &Layout,
        row: &RawRow,
        at: &At<'_>,
    ) -> Option<Problem> {
        let column = self.binding.own_name?;
        let directory = self.binding.reading.directory.as_deref()?;
        let employment = layout
            .spots
            .iter()
            .position(|spot| matches!(spot.ty, FieldType::Id(IdOf::Employment)))?;
        let employment = self.states[employment].value?.text(&self.text)?;
        let name = shown(row.cell(column));
        let complaint = beside::another(directory, employment, &name)?;
        let place = Place { column: u32::try_from(column).ok(), ..at.place() };
        let shown = if layout.shows_values { name.into_owned() } else { mask::name(&name) };
        Some(Problem { value: Some(shown), ..Problem::at(place, complaint) })
    }

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
                Stored::List { first, behind } => {
                    let any_own = {
                        let mut items = value.value(&self.text, &self.lists).texts();
                        items.any(|id| self.is_own(id))
                    };
                    if any_own { (self.others(first..behind), false) } else { (Some(value), true) }
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

    /// The items between these places of the lists without those of the row's own record; none where no
    /// other is left.
    fn others(&mut self, places: Range<u32>) -> Option<Stored> {
        let mut behind = places.start;
        for at in places.clone() {
            let item = *self.lists.get(at as usize)?;
            let id = self.text.get(item.0 as usize..item.1 as usize)?;
            if !self.is_own(id) {
                *self.lists.get_mut(behind as usize)? = item;
                behind += 1;
            }
        }
        let first = places.start;
        (first < behind).then_some(Stored::List { first, behind })
    }

    /// Whether an ID is of the row's own record.
    fn is_own(&self, id: &str) -> bool {
        if awaited::owner(id) == Some(people::ONESELF) {
            return true;
        }
        let own = || {
            let (of, own) = self.own()?;
            let entry = self.binding.reading.directory.as_deref()?.list(of)?.of_id(id)?;
            Some(entry.owner.as_deref()? == own)
        };
        own().unwrap_or(false)
    }
}
