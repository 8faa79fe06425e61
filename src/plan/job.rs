//! A job: one person or employment to be made, ready for the journal.
//!
//! Must not know: where it is kept.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::spec::KindId;

/// A job's number in its journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JobId(pub i64);

/// Everything that is needed to make one person or employment.
#[derive(Clone)]
pub struct Job {
    /// What is made.
    pub kind: KindId,
    /// Who it is, as keyed hashes. Empty only under `--allow-keyless`.
    pub keys: Vec<JobKey>,
    /// Keyed hash of the person's name, to tell a shared number from the same person. None for job
    /// data.
    pub name: Option<[u8; 16]>,
    /// Keyed hash of the checked record, of the id types and of a version: equal content, equal digest.
    pub digest: [u8; 32],
    /// Which of several identical keyless rows this is, from 0; 0 for all others.
    pub ordinal: u32,
    /// The exact request body, UTF-8 JSON.
    pub body: String,
    /// Query parameters but for the token, in order.
    pub query: Vec<(String, String)>,
    /// The keys in the clear, for look-ups; erased together with the body.
    pub lookup: LookupKeys,
    /// What names the record in reports.
    pub label: String,
}

/// One key of a person or employment: what kind it is, and a keyed hash of its normalised value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobKey {
    /// What the key is.
    pub kind: KeyKind,
    /// BLAKE3 of kind and value, keyed with the journal's own random key; the first 128 bits.
    pub hash: [u8; 16],
}

/// The kinds of key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyKind {
    /// Identity document: type and number.
    Document,
    /// Mobile number with its country.
    Mobile,
    /// E-mail address, lower case.
    Email,
    /// id type and employment ID.
    Employment,
}

impl KeyKind {
    /// The kind of key with this word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.label() == word)
    }

    /// Every kind of key.
    pub const ALL: &'static [Self] = &[Self::Document, Self::Mobile, Self::Email, Self::Employment];

    /// The word of the journal.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Mobile => "mobile",
            Self::Email => "email",
            Self::Employment => "employment",
        }
    }
}

/// The keys in the clear. Personal: no `Debug` of the values.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookupKeys {
    /// The person's name, to tell a shared number from the same person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Identity document: type and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<(i64, String)>,
    /// Dialling code (`86`) and national number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<(String, String)>,
    /// E-mail address as sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Employment ID, in the configured id type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employment: Option<String>,
    /// `effective_time` of the job data, to recognise our own on reading back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<String>,
    /// `department_id` of the job data, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
}

/// The id types of a run, passed explicitly on every call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdTypes {
    /// `user_id_type` for CoreHR calls.
    pub user: String,
    /// `user_id_type` for hire calls (hire takes `people_admin_id`, not `people_corehr_id`).
    pub talent_user: String,
    /// `department_id_type`.
    pub department: String,
}

impl fmt::Debug for LookupKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LookupKeys(…)")
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Job({}, {} keys)", self.kind.label(), self.keys.len())
    }
}
