//! Places whose cells name several things, settled by what the rest of the row says.
//!
//! Must not know: how a name is found, what tells one thing from another (`among`).

use crate::check::among::{self, Beside};
use crate::check::layout::{At, Layout};
use crate::check::outcome::{Open, cell_of};
use crate::check::record::Stored;
use crate::check::state::State;
use crate::check::types::shown;
use crate::problem::Problem;
use crate::sheet::RawRow;
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
        for Open { index, complaint, .. } in open {
            let cell = cell_of(&layout.spots[index], row);
            self.refuse(layout, index, (cell, true), complaint, at, problems);
        }
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
