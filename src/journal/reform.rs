//! Journals of before schema 4 hashed names with blanks, and mobile numbers abroad, in another form.
//! At the first opening both are made anew from what is kept in the clear; jobs whose clear text was
//! erased keep their hashes, and admission looks for those too (`recall`).
//!
//! Must not know: how a key is normalised (`identity`).

use rusqlite::{Connection, Transaction};

use crate::identity::{HashKey, JobKey, LookupKeys, identify};
use crate::kinds;
use crate::plan::JobId;
use crate::spec::{IdTypes, KeyKind, Kind};

use super::keys;
use super::rows;
use super::trouble::JournalResult;

/// The form of today.
const FORM: i64 = 2;

/// Jobs that are read at once.
const PAGE: i64 = 1000;

/// Bring the hashes of keys and names to the form of today: all of them, or none. Once this returns,
/// they are, and stay so.
pub(super) fn reform(connection: &mut Connection, key: &HashKey) -> JournalResult<()> {
    let form: i64 =
        connection
            .query_row("SELECT value FROM meta WHERE key = 'key_form'", [], |row| row.get(0))?;
    if form >= FORM {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    for table in TABLES {
        renew(&transaction, key, table)?;
    }
    transaction.execute(
        "UPDATE meta SET value = EXISTS (SELECT 1 FROM jobs WHERE lookup IS NULL AND keys <> x'')
          WHERE key = 'former_keys'",
        [],
    )?;
    transaction.execute("UPDATE meta SET value = ?1 WHERE key = 'key_form'", [FORM])?;
    transaction.commit()?;
    Ok(())
}

/// What a job or a content holds of who it is.
struct OldIdentity {
    /// The job whose keys these are; none where nobody was claimed.
    job: Option<JobId>,
    /// Its row's place among the others: a content's run and record.
    at: (i64, i64),
    kind: &'static Kind,
    name: Option<[u8; 16]>,
    keys: Vec<JobKey>,
    lookup: LookupKeys,
    body: Option<String>,
}

impl OldIdentity {
    fn read(row: &rusqlite::Row<'_>) -> JournalResult<Self> {
        Ok(Self {
            job: row.get::<_, Option<i64>>(0)?.map(JobId),
            at: (row.get(1)?, row.get(2)?),
            kind: kinds::of(rows::kind_at(row, 3)?),
            name: row.get(4)?,
            keys: keys::unpack(&row.get::<_, Vec<u8>>(5)?)?,
            lookup: rows::lookup_at(row, 6)?,
            body: row.get(7)?,
        })
    }

    /// Its hashes in the form of today, where they differ. What the job claimed goes with them.
    fn renew(&mut self, transaction: &Transaction<'_>, key: &HashKey) -> JournalResult<bool> {
        self.lookup_country();
        // Keys other than numbers have the form that they had, whatever the id types were.
        let any =
            IdTypes { user: String::new(), talent_user: String::new(), department: String::new() };
        let new = identify(&self.lookup, &any, key);
        let new_mobile = new.keys.into_iter().find(|one| one.kind == KeyKind::Mobile);
        let mut changed = self.name != new.name && new.name.is_some();
        if changed {
            self.name = new.name;
        }
        let mobile = self.keys.iter_mut().find(|one| one.kind == KeyKind::Mobile);
        if let (Some(mobile), Some(new)) = (mobile, new_mobile)
            && *mobile != new
        {
            if let Some(job) = self.job {
                claim_instead(transaction, job, *mobile, new)?;
            }
            *mobile = new;
            changed = true;
        }
        Ok(changed)
    }

    /// The country of the number, and a number without a dialling code, stand in the body alone.
    fn lookup_country(&mut self) {
        let Some(mobile) = self.kind.key(KeyKind::Mobile) else { return };
        let dial = self.lookup.mobile.as_ref().map(|(dial, _)| dial.as_str());
        if dial == Some("86") {
            return;
        }
        let body = self.body.as_deref().and_then(|body| serde_json::from_str(body).ok());
        let Some(body): Option<serde_json::Value> = body else { return };
        let text = |key: &str| {
            let field = self.kind.field(key)?;
            body.pointer(field.pointer)?.as_str().map(str::to_owned)
        };
        let country = mobile.scope.and_then(text);
        let undialled = if dial.is_none() { text(mobile.field) } else { None };
        (self.lookup.country, self.lookup.undialled) = (country, undialled);
    }
}

/// The job claims a key in place of another, where nobody else has that one.
fn claim_instead(
    transaction: &Transaction<'_>,
    job: JobId,
    old: JobKey,
    new: JobKey,
) -> JournalResult<()> {
    if keys::release(transaction, &[old], None, job)? {
        keys::claim(transaction, &[new], None, job)?;
    }
    Ok(())
}

/// Where jobs, and contents, keep who they are: how a page after one row is read, and how a row is
/// written. A job's number stands where contents have their run and record.
const TABLES: [(&str, &str); 2] = [
    (
        "SELECT id, id, 0, kind, name, keys, lookup, body FROM jobs
          WHERE lookup IS NOT NULL AND id > ?1 AND ?2 = 0 ORDER BY id LIMIT ?3",
        "UPDATE jobs SET name = ?3, keys = ?4, lookup = ?5 WHERE id = ?1 AND ?2 = 0",
    ),
    (
        "SELECT job, run, record, kind, name, keys, lookup, body FROM contents
          WHERE (run, record) > (?1, ?2) ORDER BY run, record LIMIT ?3",
        "UPDATE contents SET name = ?3, keys = ?4, lookup = ?5 WHERE run = ?1 AND record = ?2",
    ),
];

/// Renew one of the tables, page by page.
fn renew(
    transaction: &Transaction<'_>,
    key: &HashKey,
    (read, write): (&str, &str),
) -> JournalResult<()> {
    let mut last = (0, 0);
    loop {
        let mut page = page(transaction, read, last)?;
        let Some(end) = page.last() else { return Ok(()) };
        last = end.at;
        let mut update = transaction.prepare_cached(write)?;
        for kept in &mut page {
            if kept.renew(transaction, key)? {
                let name = kept.name.as_ref().map(|name| &name[..]);
                let (keys, lookup) = (keys::pack(&kept.keys), rows::to_json(&kept.lookup)?);
                update.execute((kept.at.0, kept.at.1, name, keys, lookup))?;
            }
        }
    }
}

fn page(
    transaction: &Transaction<'_>,
    sql: &str,
    after: (i64, i64),
) -> JournalResult<Vec<OldIdentity>> {
    let mut select = transaction.prepare_cached(sql)?;
    let mut found = select.query((after.0, after.1, PAGE))?;
    let mut page = Vec::new();
    while let Some(row) = found.next()? {
        page.push(OldIdentity::read(row)?);
    }
    Ok(page)
}
