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
        packed.push(letter(key.kind));
        packed.extend_from_slice(&key.hash);
    }
    packed
}

/// Whether a `keys` column holds these.
pub(super) fn is_packed(keys: &[JobKey], packed: &[u8]) -> bool {
    let (chunks, rest) = packed.as_chunks::<17>();
    let mut pairs = keys.iter().zip(chunks);
    rest.is_empty()
        && keys.len() == chunks.len()
        && pairs.all(|(key, [kept, hash @ ..])| key.hash == *hash && letter(key.kind) == *kept)
}

const fn letter(kind: KeyKind) -> u8 {
    match kind {
        KeyKind::Document => b'd',
        KeyKind::Mobile => b'm',
        KeyKind::Email => b'e',
        KeyKind::Employment => b'p',
    }
}

/// The sum of packed keys, in whatever order: that of other keys is another one, since hashes are as good
/// as random.
pub(super) fn sum(packed: &[u8]) -> u64 {
    let (chunks, _) = packed.as_chunks::<17>();
    let each = chunks.iter().map(|[letter, hash @ ..]| summand(*letter, hash));
    each.fold(0, u64::wrapping_add)
}

fn summand(letter: u8, hash: &[u8; 16]) -> u64 {
    let (words, _) = hash.as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    words.fold(u64::from(letter), |sum, word| sum.rotate_left(23) ^ word)
}

/// The same of the keys that each job up to `last` has, by its number: one pass over all keys.
pub(super) fn sums(connection: &Connection, last: JobId) -> JournalResult<Vec<u64>> {
    let mut sums = vec![0_u64; usize::try_from(last.0).unwrap_or(0) + 1];
    let mut select = connection.prepare_cached("SELECT job, kind, hash FROM job_keys")?;
    let mut found = select.query([])?;
    while let Some(row) = found.next()? {
        let job = usize::try_from(row.get::<_, i64>(0)?).ok();
        let Some(sum) = job.and_then(|job| sums.get_mut(job)) else { continue };
        let kind = row.get_ref(1)?.as_str().ok().and_then(KeyKind::of);
        let letter = kind.map_or(b'k', letter);
        *sum = sum.wrapping_add(summand(letter, &row.get(2)?));
    }
    Ok(sums)
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
