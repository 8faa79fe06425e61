//! The places of a binding that can get a value, in the order of the kind's table, cut into entries.
//!
//! Must not know: rules, rows, values.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::bind::{self, Binding, Column};
use crate::resolve::{CustomField, Directory};
use crate::sheet::RawCell;
use crate::spec::{Field, FieldType, Kind, Rule, Slot, Target};

use super::types::says_nothing;

/// A place that can get a value: from a column, else from a default.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is of another origin")]
pub(super) struct Spot {
    pub(super) slot: Arc<Slot>,
    /// The slot's path, for problems.
    pub(super) path: Arc<str>,
    /// The path without an entry's number, for hints.
    pub(super) plain_path: String,
    pub(super) ty: FieldType,
    pub(super) personal: bool,
    /// It holds the address of a page.
    pub(super) link: bool,
    /// It holds sentences.
    pub(super) prose: bool,
    /// It holds a name in words.
    pub(super) worded: bool,
    /// How long what its column and its field are called is: bits of [`length_bit`].
    pub(super) name_lengths: u64,
    /// 9999-12-31 and 至今 are an open end.
    pub(super) end: bool,
    pub(super) required: bool,
    /// The field that the tenant has added, where it is one and is known; of Feishu's own the one that offers
    /// options, with those of the tenant.
    pub(super) custom: Option<CustomField>,
    pub(super) column: Option<Column>,
    /// The values of the column's table, where that must hold every label.
    pub(super) closed: Option<HashSet<String>>,
    pub(super) default: Option<String>,
    /// Its column, where no table stands between the cells and what they mean, so that most are told
    /// at once.
    pub(super) at_once: Option<usize>,
    /// Which of [`Layout::entries`] it belongs to.
    pub(super) entry: Option<usize>,
}

impl Spot {
    /// The column's table must hold the label of this cell, and does not.
    pub(super) fn is_unlisted(&self, cell: RawCell<'_>, label: &str) -> bool {
        let unlisted = |values: &HashSet<String>| !values.contains(label);
        self.closed.as_ref().is_some_and(|values| !self.ty.has_items() && unlisted(values))
            && says_nothing(self.ty, cell, self.end).is_none()
    }

    /// It is of the first entry of a module that the tenant requires of every record.
    pub(super) fn is_of_everybody(&self) -> bool {
        let is_first = match &self.slot.target {
            Target::EntryCustom { n, .. } | Target::Module { n, .. } => *n == 1,
            Target::Field(_) | Target::Entry { .. } | Target::Custom { .. } => false,
        };
        is_first && self.custom.as_ref().is_some_and(|field| field.module.required)
    }

    /// A text is what its column or its field is called, and its type is one that takes any text.
    pub(super) fn is_called(&self, text: &str) -> bool {
        let field = || self.slot.field().is_some_and(|field| field.zh == text || field.en == text);
        self.name_lengths & length_bit(text) != 0
            && matches!(self.ty, FieldType::Text)
            && self.column.as_ref().is_some_and(|column| *column.header == *text || field())
    }

    /// What its cells give depends on nothing but the cell, and they are likely to come again.
    pub(super) fn is_alone(&self) -> bool {
        match self.ty {
            FieldType::Text
            | FieldType::MobileCountry
            | FieldType::Choice(_)
            | FieldType::DateMillis { .. }
            | FieldType::Date
            | FieldType::DateMidnight
            | FieldType::Id(_)
            | FieldType::Percent
            | FieldType::Custom(_) => self.column.is_some(),
            // A neighbour decides how it is read; or each is another one; or it is a list.
            FieldType::Name
            | FieldType::Email
            | FieldType::Mobile
            | FieldType::DocumentNumber
            | FieldType::IdList(_) => false,
        }
    }
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

/// The field that holds the type of the identity document: the choice beside its number.
pub(super) fn document_type_of(kind: &'static Kind) -> Option<&'static Field> {
    let parent = |field: &Field| field.pointer.rsplit_once('/').map(|(parent, _)| parent);
    let number = kind.fields.iter().find(|f| matches!(f.ty, FieldType::DocumentNumber))?;
    kind.fields.iter().find(|field| field.ty.choices().is_some() && parent(field) == parent(number))
}

/// The bit of a text's bytes, so that few texts are compared: all long ones share one.
fn length_bit(text: &str) -> u64 {
    1 << text.len().min(63)
}

/// Every place of the binding, in table order; a column and a default of one place are one.
pub(super) fn spots(binding: &Binding) -> Vec<Spot> {
    let kind = binding.kind;
    let mut spots: Vec<Spot> = Vec::with_capacity(binding.columns.len());
    for column in &binding.columns {
        let mut spot = spot(kind, &column.slot, &column.path);
        spot.closed = column
            .values
            .as_deref()
            .filter(|_| column.closed)
            .map(|words| words.values().cloned().collect());
        spot.at_once = (column.values.is_none() && !spot.link).then_some(column.index);
        spot.name_lengths |= length_bit(&column.header);
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
    if binding.reading.directory.as_deref().is_some_and(Directory::knows_dial_codes) {
        implied_country(kind, &mut spots);
    }
    if let Some(directory) = &binding.reading.directory {
        let keys = bind::required_keys(kind, directory);
        for spot in &mut spots {
            spot.required |= keys.iter().any(|key| *spot.path == **key);
            let custom = spot.slot.custom_id().and_then(|id| directory.custom(id)).cloned();
            spot.required |= custom.as_ref().is_some_and(|field| field.required && field.active);
            let choice = bind::choice_of(&spot.slot, directory);
            spot.custom = custom.or_else(|| choice.cloned());
        }
    }
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

/// A mobile number may tell its own country, which needs a place.
fn implied_country(kind: &'static Kind, spots: &mut Vec<Spot>) {
    let of_type = |ty: fn(FieldType) -> bool| kind.fields.iter().find(move |field| ty(field.ty));
    let country = of_type(|ty| matches!(ty, FieldType::MobileCountry));
    let number = spots.iter().any(|spot| matches!(spot.ty, FieldType::Mobile));
    if let Some(field) = country.filter(|field| number && field_at(spots, field.key).is_none()) {
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
        link: slot.field().is_some_and(|field| field.link),
        prose: slot.field().is_some_and(|field| field.prose),
        worded: slot.field().is_some_and(|field| field.worded),
        name_lengths: slot.field().map_or(0, |field| length_bit(field.zh) | length_bit(field.en)),
        end: is_end(kind, slot),
        required: slot.field().is_some_and(|field| field.required),
        custom: None,
        column: None,
        closed: None,
        default: None,
        at_once: None,
        entry: None,
    }
}

/// It is the end of a time: a day that goes on, and that somebody may count to its last second.
pub(super) fn is_end(kind: &Kind, slot: &Slot) -> bool {
    match slot.ty() {
        FieldType::DateMillis { end } => end,
        FieldType::DateMidnight => is_second(kind, slot),
        FieldType::Name
        | FieldType::Text
        | FieldType::Email
        | FieldType::Mobile
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::Choice(_)
        | FieldType::Date
        | FieldType::Id(_)
        | FieldType::IdList(_)
        | FieldType::Percent
        | FieldType::Custom(_) => false,
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
            | Rule::Born { .. }
            | Rule::Lived { .. }
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
pub(super) fn entries(spots: &mut [Spot]) -> Vec<Entry> {
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
pub(super) fn runs(entries: &[Entry]) -> Vec<Range<usize>> {
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
pub(super) fn field_at(spots: &[Spot], key: &str) -> Option<usize> {
    spots.iter().position(|spot| matches!(&spot.slot.target, Target::Field(f) if f.key == key))
}
