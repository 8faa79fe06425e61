//! The keys by which the rows of child sheets name their parents, over every sheet that has
//! parents, known before the first of them is read: what two people are called is nobody's name.
//!
//! Must not know: what the rows of child sheets hold.

use std::collections::{HashMap, HashSet};

use crate::problem::{Arg, Lang, Place, both};

use super::words::near;

/// The keys of the parents of one child sheet.
#[derive(Debug, Default)]
pub(super) struct Keys {
    of: HashMap<String, Named>,
    /// Keys of hidden rows, which are not read.
    hidden: HashSet<String>,
}

/// Who has a key.
#[derive(Debug)]
struct Named {
    first: Place,
    other: Option<Place>,
}

impl Keys {
    /// A row has a key.
    pub(super) fn see(&mut self, key: String, place: &Place) {
        match self.of.get_mut(&key) {
            Some(named) if named.first != *place => {
                named.other.get_or_insert_with(|| place.clone());
            }
            Some(_) => {}
            None => {
                self.of.insert(key, Named { first: place.clone(), other: None });
            }
        }
    }

    /// A hidden row has a key.
    pub(super) fn see_hidden(&mut self, key: String) {
        self.hidden.insert(key);
    }

    /// Somebody else who has the key of the parent in this row.
    pub(super) fn other(&self, key: &str, place: &Place) -> Option<Arg> {
        let named = self.of.get(key)?;
        let other = named.other.as_ref()?;
        let (row, is_first) = (place.row, named.first == *place);
        let shown = if is_first { other } else { &named.first };
        let shown = if shown.row == row { shown.clone() } else { near(shown, place) };
        Some(both(&shown.show(Lang::Zh), &shown.show(Lang::En)))
    }

    /// Whether only a hidden row has the key.
    pub(super) fn is_hidden(&self, key: &str) -> bool {
        self.hidden.contains(key) && !self.of.contains_key(key)
    }
}
