//! A journal is opened: made or migrated, tied to its tenant, recovered.
//!
//! Must not know: what is done with it once it is open.

use std::path::Path;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::identity::HashKey;
use crate::problem::{Code, Complaint};

use super::file::{self, Durability};
use super::holder::Holder;
use super::lock::{self, Lock};
use super::migrate;
use super::reform::reform;
use super::store::{Journal, OpenResources, Tenant};
use super::trouble::{JournalError, JournalResult, complain};
use super::whole;

impl Journal {
    /// Open the journal at `path` to write, making it if it is not there.
    ///
    /// Once this returns, no other process writes it, every attempt that was under way is in doubt,
    /// drafts that nobody approved are gone, and runs that were cut off are `interrupted`.
    pub fn open(path: &Path, tenant: &Tenant, now: Timestamp) -> Result<Self, Complaint> {
        if let Some(folder) = path.parent()
            && !folder.as_os_str().is_empty()
            && !folder.exists()
        {
            file::make_folder(folder)?;
        }
        if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
            let why = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
            return Err(Complaint::with(Code::JournalWrite, [file::shown(path), why.to_string()]));
        }
        let lock = Lock::take(path, now)?;
        whole::check(path)?;
        let held = OpenResources { lock: Some(lock), folder: None };
        let opened = Self::connect(path, tenant, now, Durability::Full, held);
        let mut journal = opened.map_err(|trouble| complain(path, trouble))?;
        if let Some(lock) = &mut journal.held.lock {
            lock.made()?;
        }
        journal.recovered = journal.recover(now)?;
        Ok(journal)
    }

    /// Open it to read; whoever writes goes on undisturbed.
    pub fn open_read_only(path: &Path) -> Result<Self, Complaint> {
        if !path.is_file() {
            return Err(Complaint::with(Code::JournalMissing, [file::shown(path)]));
        }
        let read = || -> JournalResult<Self> {
            let connection = file::connect_read_only(path)?;
            let meta =
                load_meta(&connection)?.ok_or(JournalError::Shape("it was never completed"))?;
            Ok(Self::to_read(connection, path, meta))
        };
        read().map_err(|trouble| complain(path, trouble))
    }

    pub(super) fn connect(
        path: &Path,
        tenant: &Tenant,
        now: Timestamp,
        durability: Durability,
        held: OpenResources,
    ) -> JournalResult<Self> {
        let mut unnamed = false;
        let mut connection = file::connect(path, durability, |connection, version| {
            unnamed = version < migrate::NAMED;
            if let Some((owner, _)) = load_meta(connection)? {
                owned(path, &owner, tenant)?;
            }
            match durability {
                Durability::Full => migrate::prepare(connection, path, version),
                Durability::Process | Durability::None => Ok(()),
            }
        })?;
        let key = match load_meta(&connection)? {
            None => {
                let key = make_meta(&mut connection, tenant, now)?;
                reform(&mut connection, &key)?;
                key
            }
            Some((owner, key)) => {
                owned(path, &owner, tenant)?;
                if unnamed {
                    migrate::name(&connection, &key)?;
                }
                file::check_pages(&connection, path, closed_cleanly(&connection)?)?;
                connection.execute("UPDATE meta SET value = 0 WHERE key = 'closed_cleanly'", [])?;
                reform(&mut connection, &key)?;
                key
            }
        };
        Ok(Self::to_write(connection, path, (tenant.clone(), key), held))
    }

    /// Who writes the journal at `path` at this moment; its lock is not touched.
    pub fn holder(path: &Path) -> Option<Holder> {
        lock::holder(path)
    }
}

/// A journal belongs to one tenant, and is left alone by every other.
fn owned(path: &Path, owner: &Tenant, tenant: &Tenant) -> Result<(), Complaint> {
    if owner == tenant {
        return Ok(());
    }
    let words = |tenant: &Tenant| format!("{} {}", tenant.base_url, tenant.app_id);
    Err(Complaint::with(Code::JournalOtherTenant, [file::shown(path), words(owner), words(tenant)]))
}

/// Owner and key; none in a journal whose making was cut off.
fn load_meta(connection: &Connection) -> JournalResult<Option<(Tenant, HashKey)>> {
    let made = "SELECT count(*) FROM sqlite_schema WHERE name = 'meta'";
    if connection.query_row(made, [], |row| row.get::<_, i64>(0))? == 0 {
        return Ok(None);
    }
    let text = |key: &str| -> JournalResult<Option<String>> {
        Ok(connection
            .query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0))
            .optional()?)
    };
    let (Some(base_url), Some(app_id)) = (text("base_url")?, text("app_id")?) else {
        return Ok(None);
    };
    let key: Vec<u8> =
        connection
            .query_row("SELECT value FROM meta WHERE key = 'hash_key'", [], |row| row.get(0))?;
    let key = <[u8; 32]>::try_from(key).map_err(|_| JournalError::Shape("its key is not whole"))?;
    Ok(Some((Tenant { base_url, app_id }, HashKey(key))))
}

/// Give a new journal its owner and its random key. Randomness is drawn here and nowhere else but
/// for tokens: both are the journal's own.
fn make_meta(
    connection: &mut Connection,
    tenant: &Tenant,
    now: Timestamp,
) -> JournalResult<HashKey> {
    let seed = [*Uuid::new_v4().as_bytes(), *Uuid::new_v4().as_bytes()].concat();
    let key = *blake3::hash(&seed).as_bytes();
    let transaction = connection.transaction()?;
    {
        let mut put = transaction.prepare("INSERT INTO meta (key, value) VALUES (?1, ?2)")?;
        put.execute(("base_url", &tenant.base_url))?;
        put.execute(("app_id", &tenant.app_id))?;
        put.execute(("hash_key", &key[..]))?;
        put.execute(("created_at", now.as_millisecond()))?;
        put.execute(("closed_cleanly", 0))?;
    }
    transaction.commit()?;
    Ok(HashKey(key))
}

fn closed_cleanly(connection: &Connection) -> JournalResult<bool> {
    let clean = connection
        .query_row("SELECT value FROM meta WHERE key = 'closed_cleanly'", [], |row| row.get(0))
        .optional()?;
    Ok(clean.unwrap_or(false))
}
