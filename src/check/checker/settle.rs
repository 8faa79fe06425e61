//! Places whose cells name several things, settled by what the rest of the row says; and what a department
//! asks for that the rest of the row does not say.
//!
//! Must not know: how a name is found, what tells one thing from another (`among`).

use crate::check::among::{self, Beside};
use crate::check::layout::{At, Layout};
use crate::check::outcome::{Open, cell_of};
use crate::check::record::Stored;
use crate::check::state::State;
use crate::check::types::shown;
use crate::problem::{Code, Complaint, Problem};
use crate::sheet::{RawCell, RawRow};
use crate::spec::{FieldType, IdOf};

use super::Checker;

impl Checker {
    /// Settle what the row settles, one place after the other, as one that is settled may tell of the
    /// next; the others are told. A value that the row has settled is never remembered for its cell.
    pub(super) fn settle(
        &mut self,
        layout: &Layout,
        row: &RawRow,
        at: &At<'_>,
        problems: &mut Vec<Problem>,
    ) {
        if self.open.is_empty() {
            return;
        }
        let mut open = std::mem::take(&mut self.open);
        let above: Vec<String> =
            self.binding.shape.above.iter().map(|at| shown(row.cell(*at)).into_owned()).collect();
        while let Some((at, id)) =
            (0..open.len()).find_map(|at| Some((at, self.meant(layout, &open[at], &above)?)))
        {
            let Open { index, .. } = open.remove(at);
            let value = Some(Stored::made(&id, &mut self.text));
            self.states[index] = State { value, from_cell: true, ..State::default() };
        }
        for Open { index, complaint, label, .. } in open {
            let cell = cell_of(&layout.spots[index], row);
            let why = (complaint, label.as_deref());
            self.refuse(layout, index, (cell, true), why, at, problems);
        }
    }

    /// The department asks for a job or a position, and the row has none.
    pub(super) fn unstaffed(&self, layout: &Layout, at: &At<'_>) -> Option<Problem> {
        let departments = self.binding.reading.directory.as_deref()?.list(IdOf::Department)?;
        let is_of = |ty: FieldType, of: IdOf| matches!(ty, FieldType::Id(own) if own == of);
        let spot_of = |of: IdOf| layout.spots.iter().position(|spot| is_of(spot.ty, of));
        let department = &self.states[spot_of(IdOf::Department)?];
        let entry = departments.of_id(department.value.as_ref()?.text(&self.text)?)?;
        let wanted = entry.wants?;
        let field = layout.kind.fields.iter().find(|field| is_of(field.ty, wanted))?;
        let state = spot_of(wanted).map(|spot| &self.states[spot]);
        if state.is_some_and(|state| state.value.is_some() || state.bad || state.omitted) {
            return None;
        }
        let complaint = Complaint::new(Code::Required);
        Some(match spot_of(wanted) {
            Some(spot) => layout.problem(at, spot, RawCell::Empty, complaint),
            None => Problem { field: Some(field.key.into()), ..Problem::at(at.place(), complaint) },
        })
    }

    /// The only thing that is meant, by what the row says.
    fn meant(&self, layout: &Layout, open: &Open, above: &[String]) -> Option<String> {
        let directory = self.binding.reading.directory.as_deref()?;
        let of = layout.spots[open.index].ty.id_of()?;
        let known = layout.spots.iter().zip(&self.states).filter_map(|(spot, state)| {
            let FieldType::Id(of) = spot.ty else { return None };
            Some(Beside { of, id: state.value.as_ref()?.text(&self.text)? })
        });
        let known: Vec<Beside<'_>> = known.collect();
        let above = if of == IdOf::Department { above } else { &[] };
        among::meant(directory, of, &open.candidates, (&known, above)).map(|entry| entry.id.clone())
    }
}
