//! A binding, worked out once per sheet so that rows need no looking up: the places that can get a
//! value, in the order of the kind's table, with the rules bound to them by index.
//!
//! Must not know: rows, values.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::bind::{Binding, Column, OnBad};
use crate::problem::{Complaint, Place, Problem};
use crate::rows::Origins;
use crate::sheet::RawCell;
use crate::spec::{Field, FieldType, KeyField, Kind, Rule, Slot, Target};

use super::mask;

/// Where a row is, and where those of its cells are that stand elsewhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    /// File and sheet.
    pub(super) sheet: &'a Place,
    pub(super) row: u32,
    pub(super) origins: &'a Origins,
}

impl At<'_> {
    /// File, sheet and row.
    pub(super) fn place(&self) -> Place {
        Place { row: Some(self.row), ..self.sheet.clone() }
    }
}

/// A place that can get a value: from a column, else from a default.
#[derive(Debug)]
pub(super) struct Spot {
    pub(super) slot: Arc<Slot>,
    /// The slot's path, for problems.
    pub(super) path: Arc<str>,
    /// The path without an entry's number, for hints.
    pub(super) plain_path: String,
    pub(super) ty: FieldType,
    pub(super) personal: bool,
    /// 9999-12-31 and 至今 are an open end.
    pub(super) end: bool,
    pub(super) required: bool,
    pub(super) column: Option<Column>,
    /// The values of the column's table, where that must hold every label.
    pub(super) closed: Option<HashSet<String>>,
    pub(super) default: Option<String>,
    /// Which of [`Layout::entries`] it belongs to.
    pub(super) entry: Option<usize>,
}

/// An entry of a group, or a row of a custom module.
#[derive(Debug)]
pub(super) struct Entry {
    /// Path of the group without a number.
    pub(super) group: String,
    /// Most entries of the group.
    pub(super) max: usize,
    pub(super) spots: Range<usize>,
}

/// A rule with the places that it looks at.
#[derive(Debug)]
pub(super) enum Bound {
    Ordered { first: usize, second: usize, warn: bool },
    Sum { shares: Vec<usize>, total: i64 },
    Needs { entry: usize, key: &'static str, spot: Option<usize> },
    Beside { key: usize, with: Option<usize>, name: &'static str },
    IdAgrees { number: usize, birthday: Option<usize>, gender: Option<usize> },
}

#[derive(Debug)]
pub(super) struct Layout {
    pub(super) kind: &'static Kind,
    pub(super) spots: Vec<Spot>,
    /// The places in the order in which they are read: what a neighbour decides comes after it.
    pub(super) order: Vec<usize>,
    pub(super) entries: Vec<Entry>,
    /// Entries of one group each, where it has several.
    pub(super) runs: Vec<Range<usize>>,
    pub(super) rules: Vec<Bound>,
    /// Where the country of the mobile number is.
    pub(super) country: Option<usize>,
    /// Where the type of the identity document is.
    pub(super) document_type: Option<usize>,
    /// Required fields that no place exists for.
    pub(super) missing: Vec<&'static Field>,
    /// Places that must have a value, those of entries where the row has the entry.
    pub(super) wanted: Vec<usize>,
    /// Places within entries that have a default.
    pub(super) inner_defaults: Vec<usize>,
    /// Places of keys, any of which tells who a record is about; none where a record needs none, or
    /// where one is required anyway.
    pub(super) keys: Option<Vec<usize>>,
    /// Problems show what cells hold, masked nowhere.
    pub(super) shows_values: bool,
}

impl Layout {
    pub(super) fn new(binding: &Binding) -> Self {
        let kind = binding.kind;
        let mut spots = spots(binding);
        let entries = entries(&mut spots);
        let at = |key: &str| field_at(&spots, key);
        let missing =
            kind.fields.iter().filter(|field| field.required && at(field.key).is_none()).collect();
        let country = kind
            .fields
            .iter()
            .find(|field| matches!(field.ty, FieldType::MobileCountry))
            .and_then(|field| at(field.key));
        let document_type = document_type_of(kind).and_then(|field| at(field.key));
        let rules = kind.rules.iter().flat_map(|rule| bound(*rule, &spots, &entries)).collect();
        let (early, late): (Vec<usize>, Vec<usize>) =
            (0..spots.len()).partition(|spot| !is_late(spots[*spot].ty));
        let wanted = (0..spots.len()).filter(|spot| spots[*spot].required).collect();
        let inner = |spot: &Spot| spot.entry.is_some() && spot.default.is_some();
        let inner_defaults = (0..spots.len()).filter(|spot| inner(&spots[*spot])).collect();
        let says_so = |key: &KeyField| kind.field(key.field).is_some_and(|field| field.required);
        let asked = !binding.allow_keyless && !kind.keys.iter().any(says_so);
        let keys = (0..spots.len()).filter(|spot| spots[*spot].slot.is_key(kind));
        Self {
            kind,
            order: [early, late].concat(),
            wanted,
            inner_defaults,
            keys: asked.then(|| keys.collect()),
            spots,
            runs: runs(&entries),
            entries,
            rules,
            country,
            document_type,
            missing,
            shows_values: false,
        }
    }

    /// The same, whose problems show what cells hold.
    pub(super) fn showing(mut self, values: bool) -> Self {
        self.shows_values = values;
        self
    }

    /// A complaint about a place in a row.
    pub(super) fn problem(
        &self,
        at: &At<'_>,
        spot: usize,
        cell: RawCell<'_>,
        complaint: Complaint,
    ) -> Problem {
        let spot = &self.spots[spot];
        let column = spot.column.as_ref();
        let origin = column.and_then(|column| at.origins.of(column.index));
        let place = origin.map_or_else(
            || {
                let index = column.and_then(|column| u32::try_from(column.index).ok());
                Place { column: index, ..at.place() }
            },
            |origin| origin.place.clone(),
        );
        let header = origin.and_then(|origin| origin.header.clone());
        Problem {
            complaint,
            place,
            header: header.or_else(|| column.map(|column| Arc::clone(&column.header))),
            field: Some(Arc::clone(&spot.path)),
            value: if self.shows_values {
                mask::in_clear(cell)
            } else {
                mask::masked(cell, spot.ty, spot.personal)
            },
        }
    }

    /// Whether a value that the place refuses is left out of the record. Never so for what decides
    /// how a key is read: without its country a number would be taken for another's.
    pub(super) fn leaves_out(&self, spot: usize) -> bool {
        let omits = |column: &Column| column.on_bad == OnBad::Omit;
        Some(spot) != self.country
            && Some(spot) != self.document_type
            && self.spots[spot].column.as_ref().is_some_and(omits)
    }

    /// What a person calls the place: its header, else its path.
    pub(super) fn name(&self, spot: usize) -> &str {
        let spot = &self.spots[spot];
        spot.column.as_ref().map_or(&spot.path, |column| &column.header)
    }
}

/// Read after the others, as a neighbour decides how.
const fn is_late(ty: FieldType) -> bool {
    matches!(ty, FieldType::Mobile | FieldType::DocumentNumber)
}

/// The field that holds the type of the identity document: the choice beside its number.
pub(super) fn document_type_of(kind: &'static Kind) -> Option<&'static Field> {
    let parent = |field: &Field| field.pointer.rsplit_once('/').map(|(parent, _)| parent);
    let number = kind.fields.iter().find(|f| matches!(f.ty, FieldType::DocumentNumber))?;
    kind.fields
        .iter()
        .find(|field| matches!(field.ty, FieldType::Choice(_)) && parent(field) == parent(number))
}

/// Every place of the binding, in table order; a column and a default of one place are one.
fn spots(binding: &Binding) -> Vec<Spot> {
    let kind = binding.kind;
    let mut spots: Vec<Spot> = Vec::with_capacity(binding.columns.len());
    for column in &binding.columns {
        let mut spot = spot(kind, &column.slot, &column.path);
        spot.closed = column
            .values
            .as_deref()
            .filter(|_| column.closed)
            .map(|words| words.values().cloned().collect());
        spot.column = Some(column.clone());
        spots.push(spot);
    }
    for default in &binding.defaults {
        if let Some(spot) = spots.iter_mut().find(|spot| spot.path == default.path) {
            spot.default = Some(default.text.clone());
        } else {
            let mut spot = spot(kind, &default.slot, &default.path);
            spot.default = Some(default.text.clone());
            spots.push(spot);
        }
    }
    implied_type(kind, &mut spots);
    let modules: Vec<String> = spots.iter().filter_map(|s| module_of(&s.slot)).collect();
    spots.sort_by_cached_key(|spot| rank(kind, &modules, &spot.slot));
    spots
}

/// A number under a header 身份证号 settles its type, which needs a place.
fn implied_type(kind: &'static Kind, spots: &mut Vec<Spot>) {
    let Some(field) = document_type_of(kind) else { return };
    let number = spots.iter().any(|spot| matches!(spot.ty, FieldType::DocumentNumber));
    if number && field_at(spots, field.key).is_none() {
        let slot = Arc::new(Slot { kind: kind.id, target: Target::Field(field) });
        spots.push(spot(kind, &slot, &Arc::from(field.key)));
    }
}

fn spot(kind: &'static Kind, slot: &Arc<Slot>, path: &Arc<str>) -> Spot {
    let ty = slot.ty();
    Spot {
        slot: Arc::clone(slot),
        path: Arc::clone(path),
        plain_path: slot.plain_path(),
        ty,
        personal: slot.personal(),
        end: matches!(ty, FieldType::DateMidnight) && is_second(kind, slot),
        required: slot.field().is_some_and(|field| field.required),
        column: None,
        closed: None,
        default: None,
        entry: None,
    }
}

/// A rule names the place as the later of two dates.
fn is_second(kind: &Kind, slot: &Slot) -> bool {
    slot.field().is_some_and(|field| {
        kind.rules.iter().any(|rule| match rule {
            Rule::Ordered { second, .. } => *second == field.key,
            Rule::SumsTo { .. }
            | Rule::EntryNeeds { .. }
            | Rule::Together { .. }
            | Rule::IdAgrees { .. } => false,
        })
    })
}

fn module_of(slot: &Slot) -> Option<String> {
    match &slot.target {
        Target::Module { module_id, .. } => Some(module_id.to_string()),
        Target::Field(_)
        | Target::Entry { .. }
        | Target::Custom { .. }
        | Target::EntryCustom { .. } => None,
    }
}

/// The order of the table: fields, custom fields, entries with theirs, modules.
fn rank(kind: &Kind, modules: &[String], slot: &Slot) -> (u8, usize, u16, usize) {
    let group_at = |key: &str| kind.groups.iter().position(|group| group.key == key).unwrap_or(0);
    match &slot.target {
        Target::Field(field) => (0, position(kind.fields, field), 0, 0),
        Target::Custom { host, .. } => {
            let host = kind.customs.iter().position(|other| other.pointer == host.pointer);
            (1, host.unwrap_or(0), 0, 0)
        }
        Target::Entry { group, n, field } => {
            (2, group_at(group.key), *n, position(group.fields, field))
        }
        Target::EntryCustom { group, n, .. } => (2, group_at(group.key), *n, usize::MAX),
        Target::Module { module_id, n, .. } => {
            (3, modules.iter().position(|id| **id == **module_id).unwrap_or(0), *n, 0)
        }
    }
}

fn position(fields: &[Field], field: &Field) -> usize {
    fields.iter().position(|other| other.key == field.key).unwrap_or(0)
}

/// Cut the sorted places into entries.
fn entries(spots: &mut [Spot]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut last: Option<(String, u16)> = None;
    for (index, spot) in spots.iter_mut().enumerate() {
        let (group, n, max) = match &spot.slot.target {
            Target::Field(_) | Target::Custom { .. } => continue,
            Target::Entry { group, n, .. } | Target::EntryCustom { group, n, .. } => {
                (group.key.to_owned(), *n, group.max)
            }
            Target::Module { module_id, n, .. } => (format!("module:{module_id}"), *n, 100),
        };
        match entries.last_mut() {
            Some(entry) if last.as_ref() == Some(&(group.clone(), n)) => {
                entry.spots.end = index + 1;
            }
            Some(_) | None => {
                entries.push(Entry { group: group.clone(), max, spots: index..index + 1 });
                last = Some((group, n));
            }
        }
        spot.entry = Some(entries.len() - 1);
    }
    entries
}

/// The entries of each group that has several.
fn runs(entries: &[Entry]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        match runs.last_mut() {
            Some(run) if entries[run.start].group == entry.group => run.end = index + 1,
            Some(_) | None => runs.push(index..index + 1),
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// The place of a field outside groups.
fn field_at(spots: &[Spot], key: &str) -> Option<usize> {
    spots.iter().position(|spot| matches!(&spot.slot.target, Target::Field(f) if f.key == key))
}

/// The place of a field within an entry.
fn within(spots: &[Spot], entry: &Entry, key: &str) -> Option<usize> {
    entry.spots.clone().find(|&index| {
        matches!(&spots[index].slot.target, Target::Entry { field, .. } if field.key == key)
    })
}

/// A rule over the places that there are; once for each entry of its group.
fn bound(rule: Rule, spots: &[Spot], entries: &[Entry]) -> Vec<Bound> {
    let of = |group: &'static str| {
        entries.iter().enumerate().filter(move |(_, entry)| entry.group == group)
    };
    match rule {
        Rule::Ordered { group: None, first, second, warn } => {
            match (field_at(spots, first), field_at(spots, second)) {
                (Some(first), Some(second)) => vec![Bound::Ordered { first, second, warn }],
                (Some(_) | None, _) => Vec::new(),
            }
        }
        Rule::Ordered { group: Some(group), first, second, warn } => of(group)
            .filter_map(|(_, entry)| {
                let first = within(spots, entry, first)?;
                Some(Bound::Ordered { first, second: within(spots, entry, second)?, warn })
            })
            .collect(),
        Rule::SumsTo { group, share, total } => {
            let shares: Vec<usize> =
                of(group).filter_map(|(_, entry)| within(spots, entry, share)).collect();
            if shares.is_empty() { Vec::new() } else { vec![Bound::Sum { shares, total }] }
        }
        Rule::EntryNeeds { group, keys } => of(group)
            .flat_map(|(index, entry)| {
                keys.iter().map(move |key| Bound::Needs {
                    entry: index,
                    key,
                    spot: within(spots, entry, key),
                })
            })
            .collect(),
        Rule::Together { key, with } => field_at(spots, key)
            .map(|at| Bound::Beside { key: at, with: field_at(spots, with), name: with })
            .into_iter()
            .collect(),
        Rule::IdAgrees { number, birthday, gender } => field_at(spots, number)
            .map(|number| Bound::IdAgrees {
                number,
                birthday: field_at(spots, birthday),
                gender: field_at(spots, gender),
            })
            .into_iter()
            .collect(),
    }
}
