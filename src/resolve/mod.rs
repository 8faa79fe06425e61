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
mod nearest;
mod path;
pub(crate) mod person;
mod places;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::SignedDuration;

use crate::spec::IdOf;

pub(crate) use absent::Absent;
pub(crate) use custom::{Chosen, CustomField, CustomModule, CustomOption};
use dialling::DialCodes;
pub(crate) use entry::{Entry, Texts};
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
    /// Feishu's own fields that offer options, with those of the tenant.
    choices: Vec<CustomField>,
    /// What Feishu's own fields are called that the tenant requires, in each language.
    required: Vec<Vec<String>>,
    /// The parts of a record that the tenant requires of everybody.
    modules: Vec<CustomModule>,
    /// How people are written, in the normal form, whom the tenant's index did not have of late.
    nobody: BTreeSet<String>,
    /// Everybody whom the input names was asked for.
    has_asked: bool,
    /// How long ago people were read, where that is longer than they are gone by unasked.
    old_people: Option<SignedDuration>,
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
        let list = |(of, entries): (IdOf, Vec<Entry>)| {
            // A path may begin with the company that the departments are of.
            let roots = if of == IdOf::Department { roots.as_slice() } else { &[] };
            let list = List::new(entries, roots);
            (of, if of.is_person() { list.of_people() } else { list })
        };
        kept.extend(lists.into_iter().map(list));
        let dialled = DialCodes::new(kept.get(&IdOf::Country), kept.get(&IdOf::DialCode));
        Self { lists: kept, dialled, is_old, ..Self::default() }
    }

    /// The same, with the fields that the tenant has added.
    #[must_use]
    pub(crate) fn with_customs(self, customs: Vec<CustomField>) -> Self {
        Self { customs, ..self }
    }

    /// The same, with the options that Feishu's own fields have in the tenant.
    #[must_use]
    pub(crate) fn with_choices(self, choices: Vec<CustomField>) -> Self {
        Self { choices, ..self }
    }

    /// Feishu's own fields that offer options, with those of the tenant.
    pub(crate) fn choices(&self) -> &[CustomField] {
        &self.choices
    }

    /// The same, with what Feishu's own fields are called that the tenant requires.
    #[must_use]
    pub(crate) fn with_required(self, required: Vec<Vec<String>>) -> Self {
        Self { required, ..self }
    }

    /// The same, whose lists of these are not whole: some people were looked up by these keys, and of others
    /// nothing is known. `nobody` are those who were asked for of late and not found. All in their normal
    /// form.
    #[must_use]
    pub(crate) fn with_looked_up(
        mut self,
        of: Vec<(IdOf, HashSet<String>)>,
        nobody: BTreeSet<String>,
    ) -> Self {
        for (of, asked) in of {
            if let Some(list) = self.lists.remove(&of) {
                self.lists.insert(of, list.partial().looked_up(asked));
            }
        }
        Self { nobody, ..self }
    }

    /// The same, whose people were read so long ago that an import asks for them again.
    #[must_use]
    pub(crate) fn with_old_people(self, old_people: Option<SignedDuration>) -> Self {
        Self { old_people, ..self }
    }

    /// How long ago people were read, where that is longer than they are gone by unasked.
    pub(crate) const fn old_people(&self) -> Option<SignedDuration> {
        self.old_people
    }

    /// The same, for which whoever is not found is still to be asked for.
    #[must_use]
    pub(crate) fn asking(mut self) -> Self {
        for of in [IdOf::Employment, IdOf::JobData] {
            if let Some(list) = self.lists.remove(&of) {
                self.lists.insert(of, list.partial());
            }
        }
        Self { nobody: BTreeSet::new(), ..self }
    }

    /// The same, after everybody whom the input names was asked for.
    #[must_use]
    pub(crate) fn asked(self) -> Self {
        Self { has_asked: true, ..self }
    }

    /// Whether everybody whom the input names was asked for.
    pub(crate) const fn has_asked(&self) -> bool {
        self.has_asked
    }

    /// Whether the tenant's index did not have somebody of late.
    pub(crate) fn is_nobody(&self, text: &str) -> bool {
        self.nobody.contains(&person::form(&person::key(text)))
    }

    /// The same, with the parts of a record that the tenant requires of everybody.
    #[must_use]
    pub(crate) fn with_required_modules(self, modules: Vec<CustomModule>) -> Self {
        Self { modules, ..self }
    }

    /// The parts of a record that the tenant requires of everybody.
    pub(crate) fn required_modules(&self) -> &[CustomModule] {
        &self.modules
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

    /// The country of a name or of two or three letters.
    pub(crate) fn country_named(&self, words: &str) -> Option<&Entry> {
        let is_letters =
            matches!(words.len(), 2 | 3) && words.bytes().all(|b| b.is_ascii_alphabetic());
        let of_letters = is_letters.then(|| self.country_of_letters(words)).flatten();
        of_letters.or_else(|| self.country_called(words))
    }

    /// The country of two or three letters.
    pub(crate) fn country_of_letters(&self, letters: &str) -> Option<&Entry> {
        self.dialled.of_letters(letters).and_then(|id| self.country(id))
    }

    /// The country that is called so, whatever stands about the names of parts of China.
    fn country_called(&self, name: &str) -> Option<&Entry> {
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
