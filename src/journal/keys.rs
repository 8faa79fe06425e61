//! Which job has which key: a key belongs to one job at most.
//!
//! Must not know: how a key is made (`identity`), what follows where two jobs want one.

use rusqlite::Connection;

use crate::identity::JobKey;
use crate::plan::JobId;
use crate::spec::KeyKind;

use super::rows;
use super::trouble::{JournalError, JournalResult};

/// The kind of key of a job that has no other: which row of its content it is.
const KEYLESS: &str = "keyless";

/// Write a job's keys; false where one belongs to a job already.
pub(super) fn claim(
    connection: &Connection,
    keys: &[JobKey],
    keyless: Option<[u8; 16]>,
    job: JobId,
) -> JournalResult<bool> {
    let mut insert = connection
        .prepare_cached("INSERT OR IGNORE INTO job_keys (hash, kind, job) VALUES (?1, ?2, ?3)")?;
    let mut free = true;
    if let Some(hash) = keyless {
        free &= insert.execute((&hash[..], KEYLESS, job.0))? == 1;
    }
    for JobKey { kind, hash } in keys {
        free &= insert.execute((&hash[..], kind.label(), job.0))? == 1;
    }
    Ok(free)
}

/// Take back what [`claim`] wrote for this job; false where it had none of them.
pub(super) fn release(
    connection: &Connection,
    keys: &[JobKey],
    keyless: Option<[u8; 16]>,
    job: JobId,
) -> JournalResult<bool> {
    let mut delete = connection
        .prepare_cached("DELETE FROM job_keys WHERE hash = ?1 AND kind = ?2 AND job = ?3")?;
    let mut freed = 0;
    if let Some(hash) = keyless {
        freed += delete.execute((&hash[..], KEYLESS, job.0))?;
    }
    for JobKey { kind, hash } in keys {
        freed += delete.execute((&hash[..], kind.label(), job.0))?;
    }
    Ok(freed > 0)
}

/// The job that has a key.
pub(super) fn owner(connection: &Connection, key: JobKey) -> JournalResult<Option<JobId>> {
    owner_of(connection, &key.hash, key.kind.label())
}

/// The jobs that have one of these keys, one for each key.
pub(super) fn owners(
    connection: &Connection,
    keys: &[JobKey],
    keyless: Option<[u8; 16]>,
) -> JournalResult<Vec<JobId>> {
    let mut owners = Vec::new();
    if let Some(hash) = keyless {
        owners.extend(owner_of(connection, &hash, KEYLESS)?);
    }
    for key in keys {
        owners.extend(owner(connection, *key)?);
    }
    Ok(owners)
}

fn owner_of(connection: &Connection, hash: &[u8; 16], kind: &str) -> JournalResult<Option<JobId>> {
    let sql = "SELECT job FROM job_keys WHERE hash = ?1 AND kind = ?2";
    let owner: Option<i64> = rows::maybe(connection, sql, (&hash[..], kind))?;
    Ok(owner.map(JobId))
}

/// What the `keys` column holds: 17 bytes a key, kind first.
pub(super) fn pack(keys: &[JobKey]) -> Vec<u8> {
    let mut packed = Vec::with_capacity(keys.len() * 17);
    for key in keys {
        packed.push(match key.kind {
            KeyKind::Document => b'd',
            KeyKind::Mobile => b'm',
            KeyKind::Email => b'e',
            KeyKind::Employment => b'p',
        });
        packed.extend_from_slice(&key.hash);
    }
    packed
}

/// The keys of a `keys` column.
pub(super) fn unpack(packed: &[u8]) -> JournalResult<Vec<JobKey>> {
    let wrong = || JournalError::Shape("keys that cannot be read");
    let (chunks, rest) = packed.as_chunks::<17>();
    if !rest.is_empty() {
        return Err(wrong());
    }
    chunks
        .iter()
        .map(|[letter, hash @ ..]| {
            let kind = match letter {
                b'd' => KeyKind::Document,
                b'm' => KeyKind::Mobile,
                b'e' => KeyKind::Email,
                b'p' => KeyKind::Employment,
                _ => return Err(wrong()),
            };
            Ok(JobKey { kind, hash: *hash })
        })
        .collect()
}
