//! Who a record is, and whether its content is what it was: keyed hashes, so that a journal tells
//! neither to who holds it without its key beside.
//!
//! Identity is not content: a corrected date must never make a second person. Must not know: where
//! hashes are kept, JSON, the clock.

use std::fmt::{self, Write as _};
use std::ops::Range;

use crate::check::{Filled, Record, Value};
use crate::spec::KindId;

use super::job::{IdTypes, Job, JobKey, KeyKind, LookupKeys};

/// Goes into every digest. Raising it makes every record of earlier runs `changed`: don't.
const DIGEST_VERSION: u8 = 1;

/// The journal's random key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct HashKey(pub [u8; 32]);

impl fmt::Debug for HashKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HashKey(…)")
    }
}

/// The job of a checked record, with its exact bytes.
pub fn plan(record: &Record, ids: &IdTypes, key: &HashKey, ordinal: u32) -> Job {
    job(record, ids, key, ordinal, super::payload::body(record))
}

/// The job of a checked record, with the exact request `body`.
///
/// `ordinal` counts identical keyless rows from 0; it is 0 for all others (the journal's planner
/// counts them itself).
pub fn job(record: &Record, ids: &IdTypes, key: &HashKey, ordinal: u32, body: String) -> Job {
    let kind = record.kind().id;
    let lookup = lookup(record);
    let mut job = Job {
        kind,
        keys: keys(&lookup, ids, key),
        name: lookup.name.as_deref().map(|name| hash(key, "name", &[&one_line(name)])),
        digest: digest(kind, record.values(), ids, key),
        ordinal,
        body,
        query: query(kind, ids),
        lookup,
        label: record.label().to_owned(),
    };
    // A mobile number whose dialling code is unknown is a key all the same, within its country.
    if job.lookup.mobile.is_none()
        && let Some(mobile) = record.text("basic_info.mobile")
    {
        let country = record.text("basic_info.mobile_country_code").unwrap_or_default();
        job.keys.push(JobKey {
            kind: KeyKind::Mobile,
            hash: hash(key, KeyKind::Mobile.label(), &[country, mobile]),
        });
        job.keys.sort_unstable();
    }
    job
}

/// The keys of a record in the clear.
fn lookup(record: &Record) -> LookupKeys {
    let text = |field: &str| record.text(field).map(str::to_owned);
    match record.kind().id {
        KindId::Talent => LookupKeys {
            name: text("basic_info.name"),
            document: document(record),
            mobile: record
                .dial_code()
                .zip(text("basic_info.mobile"))
                .map(|(dial, mobile)| (dial.to_string(), mobile)),
            email: text("basic_info.email"),
            ..LookupKeys::default()
        },
        KindId::JobData => LookupKeys {
            employment: text("employment_id"),
            effective: text("effective_time"),
            department: text("department_id"),
            ..LookupKeys::default()
        },
    }
}

/// Type and number of the identity document, where both are there.
fn document(record: &Record) -> Option<(i64, String)> {
    let number = record.text("basic_info.identification.identification_number")?;
    match record.get("basic_info.identification.identification_type")? {
        Value::Int(kind) => Some((*kind, number.to_owned())),
        Value::Text(_) | Value::List(_) => None,
    }
}

/// The keyed hashes of the keys, each normalised, in the order of [`KeyKind`].
pub fn keys(lookup: &LookupKeys, ids: &IdTypes, key: &HashKey) -> Vec<JobKey> {
    let mut keys = Vec::with_capacity(3);
    let mut push = |kind: KeyKind, parts: &[&str]| {
        keys.push(JobKey { kind, hash: hash(key, kind.label(), parts) });
    };
    if let Some((kind, number)) = &lookup.document {
        push(KeyKind::Document, &[&kind.to_string(), &number.trim().to_uppercase()]);
    }
    if let Some((dial, mobile)) = &lookup.mobile {
        push(KeyKind::Mobile, &[dial, mobile]);
    }
    if let Some(email) = &lookup.email {
        push(KeyKind::Email, &[&email.trim().to_lowercase()]);
    }
    if let Some(employment) = &lookup.employment {
        push(KeyKind::Employment, &[&ids.user, employment]);
    }
    keys
}

/// The digest of a record's content: every path with its value, the id types of the calls, a
/// version. The order of columns makes no difference.
pub fn digest(kind: KindId, values: &[Filled], ids: &IdTypes, key: &HashKey) -> [u8; 32] {
    // One hash over one buffer: each update of a hasher costs more than its few bytes.
    let mut bytes = Vec::with_capacity(2048);
    let mut put = |part: &str| {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(part.as_bytes());
    };
    put("digest");
    put(&DIGEST_VERSION.to_string());
    put(kind.label());
    for (name, value) in query(kind, ids) {
        put(&name);
        put(&value);
    }
    let mut paths = String::with_capacity(1024);
    let mut sorted: Vec<(Range<usize>, &Value)> = Vec::with_capacity(values.len());
    for filled in values {
        let start = paths.len();
        let _ = write!(paths, "{}", filled.slot);
        sorted.push((start..paths.len(), &filled.value));
    }
    sorted.sort_by(|left, right| paths[left.0.clone()].cmp(&paths[right.0.clone()]));
    for (path, value) in sorted {
        put(&paths[path]);
        match value {
            Value::Text(text) => {
                put("text");
                put(text);
            }
            Value::Int(number) => {
                put("int");
                put(&number.to_string());
            }
            Value::List(items) => {
                put("list");
                put(&items.len().to_string());
                for item in items {
                    put(item);
                }
            }
        }
    }
    *blake3::keyed_hash(&key.0, &bytes).as_bytes()
}

/// What names the k-th of several identical keyless rows.
pub fn keyless(digest: &[u8; 32], ordinal: u32) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"keyless");
    hasher.update(digest);
    hasher.update(&ordinal.to_le_bytes());
    short(&hasher)
}

/// The query of a kind's create call, but for the token.
pub fn query(kind: KindId, ids: &IdTypes) -> Vec<(String, String)> {
    match kind {
        KindId::Talent => vec![("user_id_type".to_owned(), ids.talent_user.clone())],
        KindId::JobData => vec![
            ("user_id_type".to_owned(), ids.user.clone()),
            ("department_id_type".to_owned(), ids.department.clone()),
        ],
    }
}

/// White space within a name is no difference between names.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn hash(key: &HashKey, what: &str, parts: &[&str]) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new_keyed(&key.0);
    hasher.update(what.as_bytes());
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    short(&hasher)
}

fn short(hasher: &blake3::Hasher) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    short
}
