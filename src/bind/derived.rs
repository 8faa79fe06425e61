//! The mapping file's derived values, at the columns of one header: which columns they are made of,
//! and which virtual columns they fill.
//!
//! Must not know: cells, how a value is made.

use std::sync::Arc;

use super::binding::Column;
use super::claims::Claims;
use super::columns::column;
use super::how::BindOptions;
use super::shape::{Derive, Op, Template, To, at_entry};
use super::virtuals::Derived;
use crate::lexicon::aspects::{self, Aspect};
use crate::lexicon::nothing::nothing;
use crate::mapping::{DeriveMapping, RecordMapping};
use crate::spec::{Slot, Target};

/// The paths, without numbers, that cells with several entries feed.
pub(super) fn several(claims: &Claims, mapping: Option<&RecordMapping>) -> Vec<String> {
    let Some(mapping) = mapping else { return Vec::new() };
    let rules = claims.derived.iter().filter_map(|derived| mapping.derives.get(derived.which?));
    rules
        .filter(|rule| rule.entries.is_some())
        .flat_map(|rule| rule.to.iter().map(Slot::plain_path))
        .collect()
}

/// What the gatherer is to derive.
pub(super) fn derives(claims: &Claims, columns: &[Column], how: &BindOptions<'_>) -> Vec<Derive> {
    let one = |derived: &Derived| {
        let (from, header) = (derived.from.clone(), Arc::clone(&derived.header));
        let Some(which) = derived.which else {
            let to = To::Columns((derived.first..derived.first + derived.count).collect());
            return Some(Derive { from, header, op: Op::Path, transforms: Vec::new(), to });
        };
        let rule = how.mapping?.derives.get(which)?;
        let op = if is_path(rule, how) { Op::Path } else { rule.op.clone() };
        let transforms = rule.transforms.clone();
        Some(Derive { from, header, op, transforms, to: to(derived, rule, columns, how) })
    };
    claims.derived.iter().filter_map(one).collect()
}

/// Whether columns are joined into the path of something that stands in a tree. A label of the mapping file may
/// be what is joined: it is found however the levels are joined, unless it says that a level is none, or
/// stands in a table; then it stays as it is.
fn is_path(rule: &DeriveMapping, how: &BindOptions<'_>) -> bool {
    let has_tree =
        |slot: &Slot| slot.ty().id_of().is_some_and(|of| aspects::goes_by(of, Aspect::Path));
    let has_labels = |slot: &Slot| {
        let path = slot.plain_path();
        how.mapping.is_some_and(|mapping| {
            let own = mapping.values.iter().filter(|labels| labels.path == path);
            let mut labels = own.flat_map(|labels| labels.map.keys());
            labels.any(|label| label.split('/').any(|level| nothing(level).is_some()))
                || mapping.values_from.iter().any(|(written, _)| *written == path)
        })
    };
    matches!(&rule.op, Op::Join { separator } if separator == "/")
        && rule.to.iter().all(|slot| has_tree(slot) && !has_labels(slot))
}

fn to(derived: &Derived, rule: &DeriveMapping, columns: &[Column], how: &BindOptions<'_>) -> To {
    let virtuals = derived.first..derived.first + derived.count;
    let Some((group, separator)) = &rule.entries else { return To::Columns(virtuals.collect()) };
    let templates = virtuals
        .filter_map(|index| columns.iter().find(|column| column.index == index))
        .map(|column| template(column, how))
        .collect();
    To::Entries { group, separator: separator.clone(), columns: templates }
}

/// A column of entry 1 as one of every entry.
pub(super) fn template(first: &Column, how: &BindOptions<'_>) -> Template {
    let mut special = Vec::new();
    if let Some(mapping) = how.mapping {
        for n in 2..=most(&first.slot) {
            let slot = at_entry(&first.slot, n);
            let path = slot.to_string();
            if names(mapping, &path) {
                let own = column(first.index, &first.header, slot, &path.into(), how);
                special.push((n, Column { dates: first.dates, ..own }));
            }
        }
    }
    Template { first: first.clone(), special }
}

/// Whether the mapping file says something of this very entry's place.
fn names(mapping: &RecordMapping, path: &str) -> bool {
    mapping.values.iter().any(|labels| labels.path == path)
        || mapping
            .values_from
            .iter()
            .any(|(written, _)| crate::lexicon::normalize::trim(written) == path)
        || mapping.on_bad.iter().any(|(written, _)| written == path)
}

fn most(slot: &Slot) -> u16 {
    match &slot.target {
        Target::Entry { group, .. } | Target::EntryCustom { group, .. } => {
            u16::try_from(group.max).unwrap_or(u16::MAX)
        }
        Target::Field(_) | Target::Custom { .. } | Target::Module { .. } => 1,
    }
}
