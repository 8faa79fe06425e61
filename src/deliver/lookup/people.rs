//! People: asked for by every key that they have, then by name where one key alone was found.
//!
//! Must not know: why they are looked up.

use std::collections::{BTreeMap, BTreeSet};

use super::queue::{Queue, Wanted};
use crate::api::reads::{PersonHit, Placed, Question, Read};
use crate::identity::LookupKeys;
use crate::identity::judge::{self, Doubtful, Name, Person};
use crate::spec::{Endpoint, KeyKind};

/// The name of a person that was asked for.
enum Asked {
    /// No answer yet.
    Open,
    /// Not to be had.
    Unread,
    /// Its name.
    Is(String),
}

/// Up to a hundred people.
pub(crate) struct People {
    /// Where one of them is shown.
    one: &'static Endpoint,
    wanted: Vec<Wanted>,
    hits: Vec<Vec<(KeyKind, String)>>,
    unaskable: Vec<bool>,
    /// The names of people that were asked for, as far as they are known.
    names: BTreeMap<String, Asked>,
    pub(super) queue: Queue,
}

impl People {
    /// Ask for these, by every key that they have. A mobile number without a dialling code is
    /// not asked for.
    pub(crate) fn new(
        by_keys: &'static Endpoint,
        one: &'static Endpoint,
        wanted: Vec<Wanted>,
    ) -> Self {
        let mut documents: BTreeMap<i64, BTreeSet<String>> = BTreeMap::new();
        let mut mobiles: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut emails = BTreeSet::new();
        for Wanted { keys, .. } in &wanted {
            if let Some((kind, number)) = &keys.document {
                documents.entry(*kind).or_default().insert(number.clone());
            }
            if let Some((dial, number)) = keys.mobile.as_ref().filter(|(dial, _)| !dial.is_empty())
            {
                mobiles.entry(dial.clone()).or_default().insert(number.clone());
            }
            emails.extend(keys.email.clone());
        }
        let mut queue = Queue::default();
        let read = |question| Read { endpoint: by_keys, query: Vec::new(), question };
        for (kind, values) in documents {
            queue.push(&values, |numbers| read(Question::Documents { kind, numbers }));
        }
        for (dial, values) in mobiles {
            let asked = |numbers| read(Question::Mobiles { dial: dial.clone(), numbers });
            queue.push(&values, asked);
        }
        queue.push(&emails, |emails| read(Question::Emails { emails }));
        Self {
            one,
            hits: wanted.iter().map(|_| Vec::new()).collect(),
            unaskable: wanted.iter().map(|_| false).collect(),
            wanted,
            names: BTreeMap::new(),
            queue,
        }
    }

    /// The answer to a read by keys. One that names keys in another form than they were asked for
    /// is asked again in halves, down to single keys, whose answers are all their own.
    pub(crate) fn found(&mut self, read: &Read, placed: &Placed<PersonHit>) {
        if placed.unplaced > 0 && self.queue.split(read) {
            return;
        }
        for (value, found) in read.keys().iter().zip(&placed.of) {
            for (wanted, hits) in self.wanted.iter().zip(&mut self.hits) {
                if let Some((kind, own)) = key_of(&wanted.keys, read)
                    && own == value
                {
                    hits.extend(found.iter().map(|hit| (kind, hit.id.clone())));
                }
            }
        }
    }

    /// The name of a person; none = not to be had.
    pub(crate) fn named(&mut self, id: &str, name: Option<String>) {
        self.names.insert(id.to_owned(), name.map_or(Asked::Unread, Asked::Is));
    }

    /// A single key can't be asked for. What can't be looked up isn't called absent.
    pub(super) fn refused(&mut self, read: &Read) {
        for (wanted, unaskable) in self.wanted.iter().zip(&mut self.unaskable) {
            if key_of(&wanted.keys, read).is_some_and(|(_, own)| read.keys() == [own.to_owned()]) {
                *unaskable = true;
            }
        }
    }

    /// Once all ids are in: ask for the names that are needed to judge.
    pub(super) fn ask_names(&mut self) {
        if !self.queue.is_empty() {
            return;
        }
        for index in 0..self.wanted.len() {
            if let Some(Person::AskName(id)) = self.person(index)
                && !self.names.contains_key(&id)
            {
                self.names.insert(id.clone(), Asked::Open);
                self.queue.waiting.push_back(Read {
                    endpoint: self.one,
                    query: self.wanted[index].query.clone(),
                    question: Question::Person { id },
                });
            }
        }
    }

    /// Who the record at this place is.
    pub(crate) fn person(&self, index: usize) -> Option<Person> {
        let (wanted, hits) = (self.wanted.get(index)?, self.hits.get(index)?);
        let name_of = |id: &str| match self.names.get(id) {
            None | Some(Asked::Open) => Name::NotAsked,
            Some(Asked::Unread) => Name::Unread,
            Some(Asked::Is(name)) => Name::Is(name),
        };
        let person = judge::person(hits, wanted.keys.name.as_deref(), name_of);
        if person == Person::Absent && self.unaskable.get(index) == Some(&true) {
            return Some(Person::Conflict(Doubtful::NotAskable));
        }
        Some(person)
    }
}

/// The key that a record has for a read, if it asks by one.
fn key_of<'k>(keys: &'k LookupKeys, read: &Read) -> Option<(KeyKind, &'k str)> {
    match &read.question {
        Question::Documents { kind, .. } => {
            let (own, number) = keys.document.as_ref()?;
            (own == kind).then_some((KeyKind::Document, number))
        }
        Question::Mobiles { dial, .. } => {
            let (own, number) = keys.mobile.as_ref()?;
            (own == dial).then_some((KeyKind::Mobile, number))
        }
        Question::Emails { .. } => keys.email.as_deref().map(|email| (KeyKind::Email, email)),
        Question::Person { .. }
        | Question::Records { .. }
        | Question::Employees { .. }
        | Question::List { .. } => None,
    }
}
