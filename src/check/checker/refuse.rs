//! A value that its place refuses: told where a person can mend it, or left out.
//!
//! Must not know: why it is refused.

use crate::check::layout::{At, Layout};
use crate::check::outcome::is_told;
use crate::check::spot::Spot;
use crate::problem::{Code, Complaint, Lang, Place, Problem, both};
use crate::sheet::RawCell;
use crate::spec::{FieldType, Neighbour};

use super::Checker;

impl Checker {
    /// What a place holds can't be read: its value is left out where a mapping file says so, else it is
    /// told.
    pub(super) fn refuse(
        &mut self,
        layout: &Layout,
        index: usize,
        (cell, from_cell): (RawCell<'_>, bool),
        (complaint, label): (Complaint, Option<&str>),
        at: &At<'_>,
        problems: &mut Vec<Problem>,
    ) {
        if from_cell && layout.leaves_out(index) {
            self.states[index].omitted = true;
            let cause = complaint.of_cause();
            let why = both(&cause.message(Lang::Zh), &cause.message(Lang::En));
            let complaint = Complaint::with(Code::ValueOmitted, [why]);
            problems.push(layout.problem(at, index, cell, complaint));
            return;
        }
        self.states[index].bad = true;
        // The neighbour's own problem comes first: what depends on it can't be judged.
        if !self.neighbour_is_bad(layout.spots[index].ty) {
            let told = label.and_then(|label| told_at(&layout.spots[index], label, &complaint));
            let problem = match told {
                None => layout.problem(at, index, cell, complaint),
                Some((value, place)) => {
                    Problem { place, ..layout.problem(at, index, RawCell::Text(value), complaint) }
                }
            };
            if !is_told(cell, &problem, problems) {
                problems.push(problem);
            }
        }
    }

    /// A mobile number beside a country that could not be read, a document beside such a type.
    fn neighbour_is_bad(&self, ty: FieldType) -> bool {
        let neighbour = ty.neighbour().and_then(|neighbour| match neighbour {
            Neighbour::Country => self.layout.country,
            Neighbour::DocumentType => self.layout.document_type,
        });
        neighbour.is_some_and(|at| self.states[at].bad)
    }
}

/// What the mapping file gives a label, and where it does: there, and not in the row, it is to be mended.
/// That a name wants the tenant's lists is said of the column.
fn told_at<'s>(spot: &'s Spot, label: &str, why: &Complaint) -> Option<(&'s str, Place)> {
    if matches!(why.code, Code::IdIsName | Code::IdOfOtherType | Code::NotAnId) {
        return None;
    }
    let column = spot.column.as_ref()?;
    let value = column.values.as_ref()?.get(label)?;
    let place = column.told.as_ref()?.get(label)?;
    Some((value, place.clone()))
}
