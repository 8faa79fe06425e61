//! Columns of codes (工号, 部门编码) and of the levels of a path (一级部门 …), which only the tenant's own lists
//! know: without the list nothing in them may be taken for an ID.
//!
//! Must not know: cells, how a header is bound.

use crate::bind::Binding;
use crate::problem::{Code, Complaint, Place, Problem};
use crate::spec::{IdOf, People};

/// Hold the names beside employees' numbers against the employees' own, where they are known: that is
/// how rows that have slipped are caught.
pub(super) fn compare_names(binding: &mut Binding) {
    let directory = binding.reading.directory.as_deref();
    let are_known = directory.is_some_and(|known| known.list(IdOf::Employment).is_some());
    if are_known && binding.kind.name.is_none() && matches!(binding.kind.people, People::Employees)
    {
        binding.compare_names();
    }
}

/// One problem for each column of codes, or path of several columns, of which the list is not known. `place`
/// is the sheet.
pub(super) fn unknown(binding: &Binding, place: &Place) -> Vec<Problem> {
    let is_known = |of: IdOf| {
        binding.reading.directory.as_deref().is_some_and(|directory| directory.list(of).is_some())
    };
    let coded = binding.columns.iter().filter(|column| column.coded);
    coded
        .filter_map(|column| {
            let of = column.slot.ty().id_of().filter(|of| !is_known(*of))?;
            let pull =
                if of.is_person() { "muster refs pull --people" } else { "muster refs pull" };
            let made_of = binding.shape.made_of(column.index);
            let complaint = if made_of.is_empty() {
                Complaint::with(Code::CodesUnknown, [pull.to_owned(), column.slot.plain_path()])
            } else {
                Complaint::with(Code::LevelsUnknown, [pull.to_owned()])
            };
            let stands = made_of.first().copied().unwrap_or(column.index);
            Some(Problem {
                complaint,
                place: Place {
                    row: Some(binding.header_row),
                    column: u32::try_from(stands).ok(),
                    ..place.clone()
                },
                header: Some(column.header.clone()),
                field: Some(column.path.clone()),
                value: None,
            })
        })
        .collect()
}
