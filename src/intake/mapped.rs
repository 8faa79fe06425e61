//! IDs in a mapping's 值对照, which is to hold names, codes and paths: with an ID in it, the same files can't
//! go into a second tenant.
//!
//! Must not know: sheets, rows.

use crate::kinds;
use crate::lexicon::typed;
use crate::mapping::{Labels, RecordMapping};
use crate::problem::{Arg, Code, Complaint, Problem, both};
use crate::resolve::Directory;
use crate::spec::IdOf;

use super::named;

/// A warning for each ID, where it is written.
pub(super) fn ids(records: &[RecordMapping], directory: Option<&Directory>) -> Vec<Problem> {
    let mut all = Vec::new();
    for record in records {
        let kind = kinds::of(record.kind);
        for labels in &record.values {
            let slot = typed::parse(kind, &labels.path, &record.customs).ok();
            let of = slot.and_then(|slot| slot.ty().id_of());
            if let Some(of) = of.filter(|of| of.is_own_code() && *of != IdOf::Attachment) {
                all.extend(of_labels(labels, of, directory));
            }
        }
    }
    let at = |problem: &Problem| (problem.place.row, problem.place.column);
    all.sort_by_key(at);
    all
}

fn of_labels<'m>(
    labels: &'m Labels,
    of: IdOf,
    directory: Option<&'m Directory>,
) -> impl Iterator<Item = Problem> + use<'m> {
    let list = directory.and_then(|known| known.list(of));
    labels.map.iter().filter_map(move |(label, value)| {
        let entry = list.and_then(|list| list.of_id(value));
        if entry.is_none() && !named::is_id(value) {
            return None;
        }
        let written = entry.zip(list).and_then(|(entry, list)| list.written(entry));
        let remark = written.map_or_else(Arg::default, |name| {
            both(&format!("，例如「{name}」"), &format!(", such as `{name}`"))
        });
        let place = labels.places.get(label)?.clone();
        Some(Problem::at(place, Complaint::with(Code::MappingHoldsId, [remark])))
    })
}
