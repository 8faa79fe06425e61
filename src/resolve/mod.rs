//! Names, codes and paths → the IDs of a tenant, over what is known of it: its lists, as a snapshot holds
//! them.
//!
//! Nothing is guessed: a text that fits no entry, or several, has none, and the nearest are told and never
//! taken.
//!
//! Must not know: where the lists come from, cells, problems, what becomes of an ID.

mod absent;
mod custom;
mod dialling;
mod entry;
mod list;
mod path;
mod places;

use std::collections::BTreeMap;

use crate::spec::IdOf;

pub(crate) use absent::Absent;
pub(crate) use custom::{Chosen, CustomField, CustomModule, CustomOption};
use dialling::DialCodes;
pub(crate) use entry::Entry;
pub(crate) use list::{Found, List};
use places::Above;

impl List {
    /// What the list lacks of what a text names, from the top on.
    pub(crate) fn absent(&self, text: &str) -> Vec<Absent> {
        absent::of(self, text)
    }
}

/// What is known of a tenant: its lists, each by whose IDs it holds.
#[derive(Debug, Default)]
pub struct Directory {
    lists: BTreeMap<IdOf, List>,
    customs: Vec<CustomField>,
    /// What Feishu's own fields are called that the tenant requires, in each language.
    required: Vec<Vec<String>>,
    /// How countries are dialled.
    dialled: DialCodes,
    /// Whether an ID that its list lacks may have been made since.
    is_old: bool,
}

impl Directory {
    /// The lists that were read whole. `is_old`: they are not what the tenant holds now.
    pub(crate) fn new(entries: impl IntoIterator<Item = (IdOf, Vec<Entry>)>, is_old: bool) -> Self {
        let mut lists: BTreeMap<IdOf, Vec<Entry>> = BTreeMap::new();
        for (of, some) in entries {
            lists.entry(of).or_default().extend(some);
        }
        let roots: Vec<String> = lists
            .get(&IdOf::Company)
            .into_iter()
            .flatten()
            .flat_map(|company| company.names.iter().cloned())
            .collect();
        let mut kept = BTreeMap::new();
        // Cities lie in provinces, those in countries: the wider come first.
        for of in [IdOf::Country, IdOf::Province, IdOf::City] {
            let Some(entries) = lists.remove(&of) else { continue };
            let wider = kept.values().flat_map(|list: &List| list.entries());
            let above = Above::new(wider);
            kept.insert(of, List::new(entries, &[]).of_places(above));
        }
        let list = |(of, entries)| {
            // A path may begin with the company that the departments are of.
            let roots = if of == IdOf::Department { roots.as_slice() } else { &[] };
            (of, List::new(entries, roots))
        };
        kept.extend(lists.into_iter().map(list));
        let dialled = DialCodes::new(kept.get(&IdOf::Country), kept.get(&IdOf::DialCode));
        Self { lists: kept, customs: Vec::new(), required: Vec::new(), dialled, is_old }
    }

    /// The same, with the fields that the tenant has added.
    #[must_use]
    pub(crate) fn with_customs(self, customs: Vec<CustomField>) -> Self {
        Self { customs, ..self }
    }

    /// The same, with what Feishu's own fields are called that the tenant requires.
    #[must_use]
    pub(crate) fn with_required(self, required: Vec<Vec<String>>) -> Self {
        Self { required, ..self }
    }

    /// What Feishu's own fields are called that the tenant requires, in each language.
    pub(crate) fn required(&self) -> &[Vec<String>] {
        &self.required
    }

    /// The fields that the tenant has added, in the order in which they were read.
    pub(crate) fn customs(&self) -> &[CustomField] {
        &self.customs
    }

    /// The field of the tenant's own with this ID.
    pub(crate) fn custom(&self, id: &str) -> Option<&CustomField> {
        self.customs.iter().find(|field| field.id == id)
    }

    /// The list of these IDs; none where it was not read.
    pub(crate) fn list(&self, of: IdOf) -> Option<&List> {
        self.lists.get(&of)
    }

    /// The lists that were read, in the order of their names in [`IdOf`].
    pub(crate) fn lists(&self) -> impl Iterator<Item = (IdOf, &List)> {
        self.lists.iter().map(|(of, list)| (*of, list))
    }

    /// Whether it is known how countries are dialled.
    pub(crate) fn knows_dial_codes(&self) -> bool {
        !self.dialled.is_empty()
    }

    /// The countries with this dialling code, of figures alone, in the order of their list.
    pub(crate) fn countries_dialled(&self, code: &str) -> Vec<&Entry> {
        self.dialled.dialled(code).filter_map(|id| self.country(id)).collect()
    }

    /// The country of two or three letters.
    pub(crate) fn country_of_letters(&self, letters: &str) -> Option<&Entry> {
        self.dialled.of_letters(letters).and_then(|id| self.country(id))
    }

    /// The country that is called so, whatever stands about the names of parts of China.
    pub(crate) fn country_called(&self, name: &str) -> Option<&Entry> {
        dialling::called(self.list(IdOf::Country)?, name)
    }

    /// The dialling code of the country with this ID.
    pub(crate) fn dial_code_of(&self, country: &str) -> Option<&str> {
        self.dialled.code_of(country)
    }

    fn country(&self, id: &str) -> Option<&Entry> {
        self.list(IdOf::Country)?.of_id(id)
    }

    /// Whether an ID that its list lacks may have been made since.
    pub(crate) const fn is_old(&self) -> bool {
        self.is_old
    }
}

#[cfg(test)]
mod tests;
