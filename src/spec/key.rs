//! The keys of a kind: which of its fields tell who a record is about.
//!
//! Must not know: how a key is normalised or hashed (that is `identity`).

use serde::{Deserialize, Serialize};

/// The kinds of key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyKind {
    /// Identity document: type and number.
    Document,
    /// Mobile number with its country.
    Mobile,
    /// E-mail address.
    Email,
    /// The id of an employment, in the id type of the run.
    Employment,
}

impl KeyKind {
    /// Every kind of key.
    pub const ALL: &'static [Self] = &[Self::Document, Self::Mobile, Self::Email, Self::Employment];

    /// The kind of key with this word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.label() == word)
    }

    /// The word of the journal.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Mobile => "mobile",
            Self::Email => "email",
            Self::Employment => "employment",
        }
    }

    /// One such key tells who it is, and another one that it is somebody else. Families share a
    /// number, and teams an address.
    pub const fn is_decisive(self) -> bool {
        match self {
            Self::Document | Self::Employment => true,
            Self::Mobile | Self::Email => false,
        }
    }
}

/// A field that is a key of its kind. Fields are named by their keys, and stand outside groups.
#[derive(Clone, Copy, Debug)]
pub struct KeyField {
    /// What kind of key it is.
    pub kind: KeyKind,
    /// The field.
    pub field: &'static str,
    /// The field within whose values it is unique: the type of a document, the country of a number.
    pub scope: Option<&'static str>,
}

/// What tells our own record among several that are read back for one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The time from which it holds; it starts with the day.
    Effective,
    /// The department.
    Department,
}
