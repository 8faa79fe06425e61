//! The mapping file's derived values, at the columns of one header: which columns they are made of,
//! and which virtual columns they fill.
//!
//! Must not know: cells, how a value is made.

use std::sync::Arc;

use super::assemble::How;
use super::binding::Column;
use super::claims::{Claim, Claims};
use super::columns::column;
use super::mapping::{DeriveMapping, RecordMapping};
use super::shape::{Derive, Template, To, at_entry};
use crate::spec::{Slot, Target};

/// A derived value whose columns are all there.
#[derive(Debug)]
pub(super) struct Derived {
    /// Which `[[record.derive]]` it is.
    which: usize,
    /// The columns that it is made of.
    pub(super) from: Vec<usize>,
    /// Their headers.
    pub(super) header: Arc<str>,
    /// The first of its virtual columns, one for each place.
    first: usize,
    count: usize,
}

impl Derived {
    /// Whether a column is one of its virtual ones.
    pub(super) fn fills(&self, column: usize) -> bool {
        (self.first..self.first + self.count).contains(&column)
    }
}

/// Claim the places of every derived value at virtual columns, from `width` on. A value of which a
/// header lacks is left out, and complained about.
pub(super) fn claim(claims: &mut Claims, mapping: &RecordMapping, width: usize) {
    let mut next = width;
    for (which, derive) in mapping.derives.iter().enumerate() {
        let from: Vec<Option<usize>> =
            derive.from.iter().map(|header| claims.listed(header, mapping.strict)).collect();
        let Some(from) = from.into_iter().collect::<Option<Vec<usize>>>() else { continue };
        let headers: Vec<Arc<str>> = from.iter().map(|column| claims.header(*column)).collect();
        for slot in &derive.to {
            let claim = Claim::new(next, slot.clone(), true);
            claims.bound.push(claim);
            next += 1;
        }
        claims.derived.push(Derived {
            which,
            from,
            header: headers.join(" + ").into(),
            first: next - derive.to.len(),
            count: derive.to.len(),
        });
    }
}

/// Whether a column is one of those that a derived value for this very place is made of: its own
/// name gives way to what the mapping file makes of it.
pub(super) fn makes(claims: &Claims, column: usize, slot: &Slot) -> bool {
    let path = slot.to_string();
    claims.derived.iter().any(|derived| {
        derived.from.contains(&column)
            && claims.bound.iter().any(|claim| derived.fills(claim.index) && *claim.path == *path)
    })
}

/// The paths, without numbers, that cells with several entries feed.
pub(super) fn several(claims: &Claims, mapping: Option<&RecordMapping>) -> Vec<String> {
    let Some(mapping) = mapping else { return Vec::new() };
    let rules = claims.derived.iter().filter_map(|derived| mapping.derives.get(derived.which));
    rules
        .filter(|rule| rule.entries.is_some())
        .flat_map(|rule| rule.to.iter().map(Slot::plain_path))
        .collect()
}

/// What the gatherer is to derive.
pub(super) fn derives(claims: &Claims, columns: &[Column], how: &How<'_>) -> Vec<Derive> {
    let Some(mapping) = how.mapping else { return Vec::new() };
    let one = |derived: &Derived| {
        let rule = mapping.derives.get(derived.which)?;
        Some(Derive {
            from: derived.from.clone(),
            header: Arc::clone(&derived.header),
            op: rule.op.clone(),
            transforms: rule.transforms.clone(),
            to: to(derived, rule, columns, how),
        })
    };
    claims.derived.iter().filter_map(one).collect()
}

fn to(derived: &Derived, rule: &DeriveMapping, columns: &[Column], how: &How<'_>) -> To {
    let virtuals = derived.first..derived.first + derived.count;
    let Some((group, separator)) = &rule.entries else { return To::Columns(virtuals.collect()) };
    let templates = virtuals
        .filter_map(|index| columns.iter().find(|column| column.index == index))
        .map(|column| template(column, how))
        .collect();
    To::Entries { group, separator: separator.clone(), columns: templates }
}

/// A column of entry 1 as one of every entry.
pub(super) fn template(first: &Column, how: &How<'_>) -> Template {
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
        || mapping.values_from.iter().any(|(written, _)| super::normalize::trim(written) == path)
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
