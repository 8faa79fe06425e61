//! How the records of a kind are made in the remote system and found there: the column of a kind's
//! table that the engine drives by, so that it matches on no kind's name.
//!
//! Must not know: how a request is sent, what an answer means.

use super::endpoint::Endpoint;
use super::id_types::{IdTypeOf, IdTypes};

/// Where the records of a kind are made, and how they are found.
#[derive(Debug)]
pub struct Remote {
    /// Where they are created.
    pub create: &'static Endpoint,
    /// The query parameters that name id types, of the create and of each read whose question or answer
    /// holds ids, in order.
    pub query: &'static [(&'static str, IdTypeOf)],
    /// How one is looked for: before its first send, after an unknown outcome, and to read it back.
    pub search: Search,
}

impl Remote {
    /// The query of its create call, but for the token.
    pub fn query(&self, ids: &IdTypes) -> Vec<(String, String)> {
        self.pairs(ids).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// The same, borrowed.
    pub fn pairs<'i>(&self, ids: &'i IdTypes) -> impl Iterator<Item = (&'static str, &'i str)> {
        self.query.iter().map(|(name, which)| (*name, ids.of(*which)))
    }
}

/// The ways in which a record is found, each with the way in which an unknown outcome is reconciled.
#[derive(Clone, Copy, Debug)]
pub enum Search {
    /// A person, by each of their keys, with the questions and answers of hire's talents. The create takes no token: what is found was made, what is
    /// absent at the last look is sent again (`docs/facts.md`, section 5).
    Person {
        /// Gives the ids of people for keys.
        by_keys: &'static Endpoint,
        /// Shows one of them by id.
        one: &'static Endpoint,
    },
    /// Records of an employment, with the questions and answers of CoreHR's job data. The create takes a token: what is read back was made, else the same
    /// token is sent again; absence is proved by an employee who can be seen.
    OfEmployment {
        /// Shows the records of employments, with all their versions.
        records: &'static Endpoint,
        /// Shows which employees there are.
        employees: &'static Endpoint,
    },
}

impl Search {
    /// The endpoint that is asked first.
    pub const fn endpoint(&self) -> &'static Endpoint {
        match self {
            Self::Person { by_keys, .. } => by_keys,
            Self::OfEmployment { records, .. } => records,
        }
    }

    /// Every endpoint that may be asked.
    pub const fn endpoints(&self) -> [&'static Endpoint; 2] {
        match self {
            Self::Person { by_keys, one } => [by_keys, one],
            Self::OfEmployment { records, employees } => [records, employees],
        }
    }
}
