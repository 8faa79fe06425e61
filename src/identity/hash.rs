//! Keyed hashes of keys and names: a journal tells neither to who holds it without its key beside.
//!
//! Keys and names were hashed in another form before schema 4 of the journal; what the clear text of
//! is erased stays so. The former hashes of a record are given beside, where they differ.
//!
//! Must not know: where hashes are kept.

use std::fmt;

use crate::spec::{IdTypes, KeyKind};

use super::clear::LookupKeys;
use super::form;
use super::key::Key;

/// The journal's random key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct HashKey(pub [u8; 32]);

impl fmt::Debug for HashKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HashKey(…)")
    }
}

/// One key of a person or employment: what kind it is, and a keyed hash of its normalised value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobKey {
    /// What the key is.
    pub kind: KeyKind,
    /// BLAKE3 of kind and value, keyed with the journal's own random key; the first 128 bits.
    pub hash: [u8; 16],
}

/// Who a record is, as keyed hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// Its keys, in the order of [`KeyKind::ALL`].
    pub keys: Vec<JobKey>,
    /// Its name, where its kind has one.
    pub name: Option<[u8; 16]>,
    /// What erased journals may hold of the same.
    pub former: Former,
}

/// The hashes of a record in the forms that were kept before schema 4, where they differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Former {
    /// Of its name: its words joined by blanks.
    pub name: Option<[u8; 16]>,
    /// Of a mobile number abroad: behind its dialling code.
    pub mobile: Option<JobKey>,
    /// A number abroad without a dialling code: it may be kept behind any.
    pub undialled: Option<String>,
}

impl Former {
    /// The former forms of a record whose keys and name are these today.
    pub fn of(clear: &LookupKeys, keys: &[JobKey], name: Option<[u8; 16]>, key: &HashKey) -> Self {
        let words = |name: &String| name.contains(char::is_whitespace);
        let joined = clear.name.as_ref().filter(|name| words(name)).map(|name| {
            let words = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            hash(key, NAME, &[&words])
        });
        let mobile = match (&clear.mobile, &clear.undialled) {
            (Some((dial, number)), _) => Some(behind(dial, number, key)),
            (None, Some(number)) => {
                let country = clear.country.as_deref().unwrap_or_default();
                Some(behind(country, number, key))
            }
            (None, None) => None,
        };
        Self {
            name: joined.filter(|joined| name != Some(*joined)),
            mobile: mobile.filter(|mobile| !keys.contains(mobile)),
            undialled: clear.undialled.clone(),
        }
    }
}

/// Hash what tells who it is.
pub fn identify(clear: &LookupKeys, ids: &IdTypes, key: &HashKey) -> Identity {
    let keys: Vec<JobKey> = clear.keys().map(|one| hashed(&one, ids, key)).collect();
    let name = clear.name.as_deref().map(|name| hash(key, NAME, &[&form::name(name)]));
    Identity { former: Former::of(clear, &keys, name, key), keys, name }
}

/// Hash a key that needs nothing beside its value.
pub fn job_key(kind: KeyKind, value: &str, ids: &IdTypes, key: &HashKey) -> JobKey {
    hashed(&Key::plain(kind, value), ids, key)
}

/// What names are hashed as.
const NAME: &str = "name";

fn hashed(one: &Key<'_>, ids: &IdTypes, key: &HashKey) -> JobKey {
    let parts: &[&str] = match one.kind {
        KeyKind::Document | KeyKind::Mobile => &[&one.scope, &one.value],
        KeyKind::Email => &[&one.value],
        KeyKind::Employment => &[&ids.user, &one.value],
    };
    JobKey { kind: one.kind, hash: hash(key, one.kind.label(), parts) }
}

/// A mobile number as it was hashed before schema 4: behind its dialling code, or, where that was
/// not known, behind its country.
fn behind(dial: &str, number: &str, key: &HashKey) -> JobKey {
    let kind = KeyKind::Mobile;
    JobKey { kind, hash: hash(key, kind.label(), &[dial, number]) }
}

/// A number abroad as it was hashed behind each dialling code that there may be (ITU-T E.164: one to
/// three digits), but for China's: behind that one stand numbers of today's form.
pub fn behind_any(number: &str, key: &HashKey) -> impl Iterator<Item = JobKey> {
    // Behind a dialling code there is no trunk prefix.
    let national = number.trim_start_matches('0');
    let dials = (1..1000_u16).filter(|dial| *dial != 86);
    dials.map(move |dial| behind(&dial.to_string(), national, key))
}

fn hash(key: &HashKey, what: &str, parts: &[&str]) -> [u8; 16] {
    // One hash over one buffer: each update of a hasher costs more than its few bytes.
    let mut bytes = Vec::with_capacity(96);
    bytes.extend_from_slice(what.as_bytes());
    for part in parts {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    short(&blake3::keyed_hash(&key.0, &bytes))
}

/// The first 128 bits.
pub(super) fn short(hash: &blake3::Hash) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&hash.as_bytes()[..16]);
    short
}
