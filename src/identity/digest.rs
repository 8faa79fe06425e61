//! Whether a record's content is what it was: a keyed hash of every value at its place.
//!
//! Must not know: where it is kept, JSON.

use crate::check::{Record, ValueRef};
use crate::spec::{IdTypes, Slot};

use super::hash::{HashKey, short};

/// Goes into every digest. Raising it makes every record of earlier runs `changed`: don't.
const DIGEST_VERSION: &str = "1";

/// The digest of a record's content: every path with its value, the id types of the calls, a
/// version. The order of columns makes no difference.
pub fn digest(record: &Record, ids: &IdTypes, key: &HashKey) -> [u8; 32] {
    digest_by(record, ids, key, |_, _| None)
}

/// The same of a record in which some texts stand for others: `read` says for what.
pub fn digest_by(
    record: &Record,
    ids: &IdTypes,
    key: &HashKey,
    read: impl Fn(&Slot, &str) -> Option<String>,
) -> [u8; 32] {
    // One hash over one buffer: each update of a hasher costs more than its few bytes.
    let mut bytes = Parts(Vec::with_capacity(4096));
    bytes.put("digest");
    bytes.put(DIGEST_VERSION);
    bytes.put(record.kind().id.label());
    for (name, value) in record.kind().remote.pairs(ids) {
        bytes.put(name);
        bytes.put(value);
    }
    for (path, slot, value) in record.by_path() {
        let read = |bytes: &mut Parts, text: &str| match read(slot, text) {
            Some(other) => bytes.put(&other),
            None => bytes.put(text),
        };
        bytes.put(path);
        match value {
            ValueRef::Text(text) => {
                bytes.put("text");
                read(&mut bytes, text);
            }
            ValueRef::Int(number) => {
                bytes.put("int");
                bytes.put(&number.to_string());
            }
            ValueRef::List(items) => {
                bytes.put("list");
                bytes.put(&items.iter().len().to_string());
                for item in items.iter() {
                    read(&mut bytes, item);
                }
            }
        }
    }
    *blake3::keyed_hash(&key.0, &bytes.0).as_bytes()
}

/// Texts, each behind its length.
struct Parts(Vec<u8>);

impl Parts {
    #[inline]
    fn put(&mut self, part: &str) {
        // Asked for once: it is what a digest costs beside its hash.
        self.0.reserve(8 + part.len());
        self.0.extend_from_slice(&(part.len() as u64).to_le_bytes());
        self.0.extend_from_slice(part.as_bytes());
    }
}

/// What names the k-th of several identical keyless rows.
pub fn keyless(digest: &[u8; 32], ordinal: u32) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"keyless");
    hasher.update(digest);
    hasher.update(&ordinal.to_le_bytes());
    short(&hasher.finalize())
}
