//! Whether a record's content is what it was: a keyed hash of every value at its place.
//!
//! Must not know: where it is kept, JSON.

use crate::check::{Record, ValueRef};
use crate::spec::{IdTypes, Slot};

use super::hash::{HashKey, short};

/// Goes into every digest. Raising it makes every record of earlier runs `changed`: don't.
const DIGEST_VERSION: u8 = 1;

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
    let mut bytes = Vec::with_capacity(2048);
    let mut put = |part: &str| {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(part.as_bytes());
    };
    put("digest");
    put(&DIGEST_VERSION.to_string());
    put(record.kind().id.label());
    for (name, value) in record.kind().remote.pairs(ids) {
        put(name);
        put(value);
    }
    for (path, slot, value) in record.by_path() {
        let put_text = |put: &mut dyn FnMut(&str), text: &str| match read(slot, text) {
            Some(other) => put(&other),
            None => put(text),
        };
        put(path);
        match value {
            ValueRef::Text(text) => {
                put("text");
                put_text(&mut put, text);
            }
            ValueRef::Int(number) => {
                put("int");
                put(&number.to_string());
            }
            ValueRef::List(items) => {
                put("list");
                put(&items.iter().len().to_string());
                for item in items.iter() {
                    put_text(&mut put, item);
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
    short(&hasher.finalize())
}
