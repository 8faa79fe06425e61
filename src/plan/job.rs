//! A job: one person or employment to be made, ready for the journal.
//!
//! Must not know: where it is kept.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::need::{self, Need};
use crate::check::Record;
use crate::identity::{Former, HashKey, Identity, JobKey, LookupKeys, digest, digest_by, identify};
use crate::resolve::Directory;
use crate::spec::{IdTypes, KindId, awaited};

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
    /// The same before the records were made whose IDs it names; none where it names none whose owner
    /// is known.
    pub unmade: Option<[u8; 32]>,
    /// What must be made before it can be sent.
    pub needs: Vec<Need>,
    /// The exact request body, UTF-8 JSON. What stands in the place of the IDs of `needs` is given their
    /// owners' names. Empty where it was not made: to be compared, a job needs none.
    pub body: String,
    /// Query parameters but for the token, in order.
    pub query: Vec<(String, String)>,
    /// The keys in the clear, for look-ups; erased together with the body.
    pub lookup: LookupKeys,
    /// What names the record in reports.
    pub label: String,
}

impl Job {
    /// The job of a checked record, with the exact request `body`. `directory` is what is known of the
    /// tenant, where anything is.
    pub fn of(
        record: &Record,
        ids: &IdTypes,
        key: &HashKey,
        directory: Option<&Directory>,
        body: String,
    ) -> Self {
        let lookup = LookupKeys::of(record);
        let Identity { keys, name, former } = identify(&lookup, ids, key);
        let needs = need::of(record, ids, key);
        let unmade = directory.and_then(|directory| unmade(record, ids, key, directory));
        let (digest, unmade) = match unmade {
            Some(unmade) if !needs.is_empty() => (unmade, None),
            unmade => (digest(record, ids, key), unmade),
        };
        Self {
            kind: record.kind().id,
            keys,
            name,
            former,
            digest,
            unmade,
            needs,
            body,
            query: record.kind().remote.query(ids),
            lookup,
            label: record.label().into_owned(),
        }
    }

    /// Whether its content is what a journal keeps the digest of.
    pub fn is_of(&self, digest: &[u8; 32]) -> bool {
        self.digest == *digest || self.unmade.as_ref() == Some(digest)
    }

    /// Whether a name that a journal keeps is the job's, in the form of today or the former one.
    pub fn is_named(&self, kept: Option<[u8; 16]>) -> bool {
        kept.is_some() && (kept == self.name || kept == self.former.name)
    }
}

/// The digest of a record in which every record that muster makes is named by its owner, as one is that is
/// still to be made: what was sent after them is what is sent once they are there. None where nothing in
/// it names any.
fn unmade(
    record: &Record,
    ids: &IdTypes,
    key: &HashKey,
    directory: &Directory,
) -> Option<[u8; 32]> {
    let any = std::cell::Cell::new(false);
    let digest = digest_by(record, ids, key, |slot, text| {
        let of = need::made(slot)?;
        let owner = directory.list(of)?.of_id(text)?.owner.as_deref()?;
        any.set(true);
        Some(awaited::of(owner))
    });
    any.get().then_some(digest)
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Job({}, {} keys)", self.kind.label(), self.keys.len())
    }
}
