//! What records wait for: each need leads from a record to a key of another, whichever run makes that, and
//! goes when the other's ID stands in the body.
//!
//! Must not know: who is held and freed when (`held`, `apply`), who names whom.

use rusqlite::Connection;

use crate::identity::JobKey;
use crate::plan::{JobId, Need};
use crate::spec::{KeyKind, awaited};

use super::keys;
use super::rows;
use super::run::RunId;
use super::trouble::{JournalError, JournalResult};

/// Note what a record of a draft waits for.
pub(super) fn put(
    connection: &Connection,
    run: RunId,
    record: u32,
    needs: &[Need],
) -> JournalResult<()> {
    if needs.is_empty() {
        return Ok(());
    }
    let mut insert = connection.prepare_cached(
        "INSERT OR IGNORE INTO needs (run, record, hash, kind, owner) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for Need { key, owner } in needs {
        insert.execute((run.0, record, &key.hash[..], key.kind.label(), owner))?;
    }
    Ok(())
}

/// What a record still waits for.
pub(super) fn of(connection: &Connection, run: RunId, record: u32) -> JournalResult<Vec<Need>> {
    let mut select = connection
        .prepare_cached("SELECT hash, kind, owner FROM needs WHERE run = ?1 AND record = ?2")?;
    let mut found = select.query((run.0, record))?;
    let mut needs = Vec::new();
    while let Some(row) = found.next()? {
        let kind = KeyKind::of(&row.get::<_, String>(1)?);
        let kind = kind.ok_or(JournalError::Shape("a kind of key that is not known"))?;
        needs.push(Need { key: JobKey { kind, hash: row.get(0)? }, owner: row.get(2)? });
    }
    Ok(needs)
}

/// The ID of the record that has a key, where it is there.
pub(super) fn made(connection: &Connection, key: JobKey) -> JournalResult<Option<String>> {
    let Some(job) = keys::owner(connection, key)? else { return Ok(None) };
    rows::maybe(
        connection,
        "SELECT remote FROM jobs WHERE id = ?1 AND state IN ('created', 'existing')",
        [job.0],
    )
}

/// Write the ID of another into a body that names it, and forget the need.
pub(super) fn fill(
    connection: &Connection,
    (run, record, job): (RunId, u32, JobId),
    (key, owner): (JobKey, &str),
    id: &str,
) -> JournalResult<()> {
    let body: Option<String> =
        rows::maybe::<Option<String>>(connection, "SELECT body FROM jobs WHERE id = ?1", [job.0])?
            .flatten();
    if let Some(body) = body {
        connection
            .prepare_cached("UPDATE jobs SET body = ?2 WHERE id = ?1")?
            .execute((job.0, awaited::filled(&body, owner, id)))?;
    }
    connection
        .prepare_cached("DELETE FROM needs WHERE run = ?1 AND record = ?2 AND hash = ?3")?
        .execute((run.0, record, &key.hash[..]))?;
    Ok(())
}

/// Forget what records of a run wait for.
pub(super) fn forget(connection: &Connection, run: RunId) -> JournalResult<()> {
    connection.execute("DELETE FROM needs WHERE run = ?1", [run.0])?;
    Ok(())
}
