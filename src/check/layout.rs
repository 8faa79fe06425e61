//! A binding, worked out once per sheet so that rows need no looking up: the places that can get a
//! value, in the order of the kind's table, with the rules bound to them by index.
//!
//! Must not know: rows, values.

use std::ops::Range;
use std::sync::Arc;

use crate::bind::{Binding, Column, OnBad};
use crate::kinds;
use crate::problem::{Complaint, Place, Problem};
use crate::rows::Origins;
use crate::sheet::RawCell;
use crate::spec::{Field, FieldType, IdOf, KeyField, Kind, Target};

use super::bound::{Bound, bound};
use super::mask;
use super::spot::{Entry, Spot, document_type_of, entries, field_at, runs, spots};

/// Where a row is, and where those of its cells are that stand elsewhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    /// File and sheet.
    pub(super) sheet: &'a Place,
    pub(super) row: u32,
    /// The texts of its cells.
    pub(super) text: &'a str,
    pub(super) origins: &'a Origins,
}

impl At<'_> {
    /// File, sheet and row.
    pub(super) fn place(&self) -> Place {
        Place { row: Some(self.row), ..self.sheet.clone() }
    }
}

#[derive(Debug)]
pub(super) struct Layout {
    pub(super) kind: &'static Kind,
    pub(super) spots: Vec<Spot>,
    /// The places in the order of their paths' bytes.
    pub(super) by_path: Vec<u32>,
    /// The keys of fields outside groups, with their places.
    pub(super) outer: Vec<(&'static str, u32)>,
    /// The fields that are keys, with their places and those within whose values they are unique.
    pub(super) keyed: Vec<(KeyField, u32, Option<u32>)>,
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
    /// Places that name records that muster makes by their IDs: a manager's.
    pub(super) named: Vec<usize>,
    /// Virtual columns, each with the first column that it is made of: there stands what it lacks.
    pub(super) made_of: Vec<(usize, usize)>,
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
        let today = binding.reading.today;
        let rules = kind.rules.iter().flat_map(|rule| bound(*rule, &spots, &entries, today));
        let rules = rules.collect();
        let (early, late): (Vec<usize>, Vec<usize>) =
            (0..spots.len()).partition(|spot| spots[*spot].ty.neighbour().is_none());
        let wanted = (0..spots.len()).filter(|spot| spots[*spot].required).collect();
        let inner = |spot: &Spot| spot.entry.is_some() && spot.default.is_some();
        let inner_defaults = (0..spots.len()).filter(|spot| inner(&spots[*spot])).collect();
        let says_so = |key: &KeyField| kind.field(key.field).is_some_and(|field| field.required);
        let asked = !binding.allow_keyless && !kind.keys.iter().any(says_so);
        let outer = outer(&spots);
        let place = |key: &str| outer.iter().find(|(field, _)| *field == key).map(|(_, at)| *at);
        let keyed = kind.keys.iter();
        let keyed =
            keyed.filter_map(|key| Some((*key, place(key.field)?, key.scope.and_then(place))));
        let keyed = keyed.collect();
        let keys = (0..spots.len()).filter(|spot| spots[*spot].slot.is_key(kind));
        let is_named = |spot: &usize| spots[*spot].ty.id_of().and_then(kinds::maker).is_some();
        let named = (0..spots.len()).filter(is_named).collect();
        Self {
            kind,
            keyed,
            by_path: by_path(&spots),
            outer,
            order: [early, late].concat(),
            wanted,
            inner_defaults,
            keys: asked.then(|| keys.collect()),
            named,
            spots,
            runs: runs(&entries),
            entries,
            rules,
            country,
            document_type,
            missing,
            made_of: made_of(binding),
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
                let index = column.and_then(|column| u32::try_from(self.stands(column.index)).ok());
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
                mask::masked(cell, spot.ty, spot.personal || names_a_person(spot.ty, cell))
            },
        }
    }

    /// Where a column stands in the sheet.
    fn stands(&self, column: usize) -> usize {
        let made_of = self.made_of.iter().find(|(made, _)| *made == column);
        made_of.map_or(column, |(_, from)| *from)
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

/// Virtual columns, each with the first column that it is made of.
fn made_of(binding: &Binding) -> Vec<(usize, usize)> {
    let from = |column: &Column| {
        let from = binding.shape.made_of(column.index).first()?;
        Some((column.index, *from))
    };
    binding.columns.iter().filter_map(from).collect()
}

/// The places in the order of their paths' bytes.
fn by_path(spots: &[Spot]) -> Vec<u32> {
    let mut order: Vec<(&str, u32)> = spots.iter().map(|spot| &*spot.path).zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, spot)| spot).collect()
}

/// Fields outside groups.
fn outer(spots: &[Spot]) -> Vec<(&'static str, u32)> {
    let numbered = (0..).zip(spots);
    let key = |spot: &Spot| match &spot.slot.target {
        Target::Field(field) => Some(field.key),
        Target::Entry { .. }
        | Target::Custom { .. }
        | Target::EntryCustom { .. }
        | Target::Module { .. } => None,
    };
    numbered.filter_map(|(at, spot)| Some((key(spot)?, at))).collect()
}
/// Whether a cell in the place of an ID names a person in words: 张伟, an e-mail address.
fn names_a_person(ty: FieldType, cell: RawCell<'_>) -> bool {
    let is_person = ty.id_of().is_some_and(IdOf::is_person);
    is_person && matches!(cell, RawCell::Text(text) if !text.is_ascii() || text.contains('@'))
}
