//! A checked row: one kind's values, each of the form that the API takes, in one text.
//!
//! Must not know: JSON, cells.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::layout::Layout;
use super::mask;
use super::value::{Items, Span, Value, ValueRef, place_within};
use crate::spec::{IdOf, KeyField, Kind, Slot};

/// A row that passed every check of one kind. Only `check` makes one.
#[derive(Clone)]
pub struct Record {
    layout: Arc<Layout>,
    /// The places that have a value, in table order.
    filled: Vec<(u32, Stored)>,
    /// The row's text, and behind it what texts were made.
    text: String,
    lists: Lists,
    dial_code: Option<u16>,
    /// The text of the key column, where there is one.
    own_label: Option<Box<str>>,
}

/// A value whose texts stand in a buffer beside it, as do the few lists: so it is small, and nothing is
/// to be done where it is forgotten.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stored {
    Text {
        start: u32,
        end: u32,
    },
    Int(i64),
    /// The items between these places of the record's lists.
    List {
        first: u32,
        behind: u32,
    },
}

/// Where the items of a record's lists stand in its text, those of one list behind the other's.
pub(super) type Lists = Vec<Span>;

impl Stored {
    /// Keep a value. `text` begins with the row's, so that what was borrowed from that is there
    /// already; what was made comes behind.
    pub(super) fn of(value: Value<'_>, row: &str, text: &mut String, lists: &mut Lists) -> Self {
        match value {
            Value::Text(one) => Self::of_text(&one, row, text),
            Value::Int(number) => Self::Int(number),
            Value::List(items) => {
                let first = lists.len();
                lists.extend(items.iter().map(|item| {
                    let start = place(text.len());
                    text.push_str(item);
                    (start, place(text.len()))
                }));
                Self::list(first, lists)
            }
        }
    }

    /// Keep a text.
    pub(super) fn of_text(one: &str, row: &str, text: &mut String) -> Self {
        match place_within(row, one) {
            Some(start) => Self::standing(start, one),
            None => Self::made(one, text),
        }
    }

    /// Keep a text that begins there in the row's.
    pub(super) fn standing(start: usize, one: &str) -> Self {
        let (start, end) = span(start, one);
        Self::Text { start, end }
    }

    /// A list whose items are the last ones, from there on.
    pub(super) fn list(first: usize, lists: &Lists) -> Self {
        Self::List { first: place(first), behind: place(lists.len()) }
    }

    /// Keep a text that was made.
    pub(super) fn made(one: &str, text: &mut String) -> Self {
        let start = place(text.len());
        text.push_str(one);
        Self::Text { start, end: place(text.len()) }
    }

    /// The value that was kept.
    pub(super) fn value<'t>(self, text: &'t str, lists: &'t Lists) -> ValueRef<'t> {
        match self {
            Self::Text { .. } => ValueRef::Text(self.text(text).unwrap_or_default()),
            Self::Int(number) => ValueRef::Int(number),
            Self::List { first, behind } => {
                let spans = lists.get(range(first, behind)).unwrap_or_default();
                ValueRef::List(Items { text, spans })
            }
        }
    }

    /// Its text, if it is one.
    pub(super) fn text(self, text: &str) -> Option<&str> {
        match self {
            Self::Text { start, end } => text.get(range(start, end)),
            Self::Int(_) | Self::List { .. } => None,
        }
    }

    /// Its number, if it is one.
    pub(super) const fn number(self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(number),
            Self::Text { .. } | Self::List { .. } => None,
        }
    }
}

/// Where a text stands that begins there.
pub(super) fn span(start: usize, one: &str) -> Span {
    (place(start), place(start + one.len()))
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

const fn range(start: u32, end: u32) -> Range<usize> {
    start as usize..end as usize
}

impl Record {
    /// A record of these values, by the places of the layout.
    pub(super) fn new(
        layout: &Arc<Layout>,
        filled: Vec<(u32, Stored)>,
        (text, lists): (String, Lists),
        dial_code: Option<u16>,
        own_label: Option<Box<str>>,
    ) -> Self {
        Self { layout: Arc::clone(layout), filled, text, lists, dial_code, own_label }
    }

    /// Its memory, to be used again: no values, and a text that is of no use.
    pub(super) fn into_memory(self) -> (Vec<(u32, Stored)>, String, Lists) {
        let Self { mut filled, text, mut lists, .. } = self;
        filled.clear();
        lists.clear();
        (filled, text, lists)
    }

    /// The IDs of records that muster makes, by whose they are.
    pub(crate) fn named(&self) -> impl Iterator<Item = (IdOf, ValueRef<'_>)> {
        self.layout.named.iter().filter_map(|spot| {
            let of = self.layout.spots.get(*spot)?.ty.id_of()?;
            let stored = self.stored_at(u32::try_from(*spot).ok()?)?;
            Some((of, stored.value(&self.text, &self.lists)))
        })
    }

    /// The kind.
    pub fn kind(&self) -> &'static Kind {
        self.layout.kind
    }

    /// The values with their places, in table order; entries of a group in the order of their
    /// numbers. Entries without any value are absent.
    pub fn values(&self) -> impl ExactSizeIterator<Item = (&Slot, ValueRef<'_>)> {
        let slot = |spot: u32| &*self.layout.spots[spot as usize].slot;
        self.filled
            .iter()
            .map(move |(spot, stored)| (slot(*spot), stored.value(&self.text, &self.lists)))
    }

    /// The same with their paths, in the order of the paths' bytes.
    pub(crate) fn by_path(&self) -> impl Iterator<Item = (&str, &Slot, ValueRef<'_>)> {
        // Where the value of each place is; behind all of them where it has none.
        let mut values = vec![u32::MAX; self.layout.spots.len()];
        for ((spot, _), at) in self.filled.iter().zip(0..) {
            values[*spot as usize] = at;
        }
        self.layout.by_path.iter().filter_map(move |spot| {
            let (_, stored) = self.filled.get(values[*spot as usize] as usize)?;
            let spot = &self.layout.spots[*spot as usize];
            Some((&*spot.path, &*spot.slot, stored.value(&self.text, &self.lists)))
        })
    }

    /// The value of a field outside groups, by its key.
    pub fn get(&self, key: &str) -> Option<ValueRef<'_>> {
        self.stored(key).map(|stored| stored.value(&self.text, &self.lists))
    }

    /// The text of a field outside groups, by its key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.stored(key)?.text(&self.text)
    }

    /// The number of a field outside groups, by its key.
    pub fn number(&self, key: &str) -> Option<i64> {
        self.stored(key)?.number()
    }

    fn stored(&self, key: &str) -> Option<Stored> {
        let outer = &self.layout.outer;
        // Keys are constants of the table: nearly always one and the same.
        let same = outer.iter().find(|(field, _)| std::ptr::eq(*field, key));
        let (_, spot) = same.or_else(|| outer.iter().find(|(field, _)| *field == key))?;
        self.stored_at(*spot)
    }

    fn stored_at(&self, spot: u32) -> Option<Stored> {
        // Where every place before it has a value, it is in its own.
        let own = self.filled.get(spot as usize).filter(|(at, _)| *at == spot);
        let found = own.or_else(|| {
            let at = self.filled.binary_search_by_key(&spot, |(spot, _)| *spot).ok()?;
            self.filled.get(at)
        });
        found.map(|(_, stored)| *stored)
    }

    /// The texts of the fields that are keys, each with the value within which it is unique.
    pub(crate) fn keyed(&self) -> impl Iterator<Item = (KeyField, &str, Option<ValueRef<'_>>)> {
        self.layout.keyed.iter().filter_map(|(field, spot, scope)| {
            let value = self.stored_at(*spot)?.text(&self.text)?;
            let scope = scope.and_then(|spot| self.stored_at(spot));
            Some((*field, value, scope.map(|stored| stored.value(&self.text, &self.lists))))
        })
    }

    /// The person's name, where the kind has one.
    pub fn name(&self) -> Option<&str> {
        self.text(self.kind().name?)
    }

    /// The international dialling code of the mobile number, where it is known (`86`).
    pub const fn dial_code(&self) -> Option<u16> {
        self.dial_code
    }

    /// What names the record in reports: the key column's text, else a masked key, else the masked
    /// name.
    pub fn label(&self) -> Cow<'_, str> {
        if let Some(own) = self.own_label.as_deref() {
            return Cow::Borrowed(own);
        }
        let mut keys = self.kind().keys.iter();
        let masked = keys.find_map(|key| Some(mask::key(key.kind, self.text(key.field)?)));
        Cow::Owned(masked.or_else(|| self.name().map(mask::name)).unwrap_or_default())
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Record({}, {} values)", self.kind().id.label(), self.filled.len())
    }
}

impl fmt::Debug for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stored(…)")
    }
}
