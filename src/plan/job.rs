//! A job: one person or employment to be made, ready for the journal.
//!
//! Must not know: where it is kept.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::check::Record;
use crate::identity::{Former, HashKey, Identity, JobKey, LookupKeys, digest, identify};
use crate::spec::{IdTypes, KindId};

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
    /// Keyed hash of the person's name, to tell a shared number from the same person. None where the
    /// kind has no names.
    pub name: Option<[u8; 16]>,
    /// The same as journals kept it before schema 4, where that differs.
    pub former: Former,
    /// Keyed hash of the checked record, of the id types and of a version: equal content, equal digest.
    pub digest: [u8; 32],
    /// The exact request body, UTF-8 JSON.
    pub body: String,
    /// Query parameters but for the token, in order.
    pub query: Vec<(String, String)>,
    /// The keys in the clear, for look-ups; erased together with the body.
    pub lookup: LookupKeys,
    /// What names the record in reports.
    pub label: String,
}

impl Job {
    /// The job of a checked record, with the exact request `body`.
    pub fn of(record: &Record, ids: &IdTypes, key: &HashKey, body: String) -> Self {
        let lookup = LookupKeys::of(record);
        let Identity { keys, name, former } = identify(&lookup, ids, key);
        Self {
            kind: record.kind().id,
            keys,
            name,
            former,
            digest: digest(record, ids, key),
            body,
            query: record.kind().remote.query(ids),
            lookup,
            label: record.label().into_owned(),
        }
    }

    /// Whether a name that a journal keeps is the job's, in the form of today or the former one.
    pub fn is_named(&self, kept: Option<[u8; 16]>) -> bool {
        kept.is_some() && (kept == self.name || kept == self.former.name)
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Job({}, {} keys)", self.kind.label(), self.keys.len())
    }
}
