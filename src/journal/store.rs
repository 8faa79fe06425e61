//! A journal, open: who it belongs to, how it is written, how it is closed.
//!
//! Must not know: what the tables mean to each other (`planner`, `queue`, `doubt`, `runs`).

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use uuid::Uuid;

use crate::disk::Scratch;
use crate::identity::HashKey;
use crate::problem::{Code, Complaint};

use super::file::{self, Durability};
use super::generation::Memory;
use super::holder::Holder;
use super::lock::{self, Lock};
use super::migrate;
use super::recover::Recovered;
use super::reform::reform;
use super::trouble::{Step, Trouble, complain};
use super::whole;

/// Whom a journal belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    /// `https://open.feishu.cn`, or another.
    pub base_url: String,
    /// The app's ID.
    pub app_id: String,
}

/// An open journal.
pub struct Journal {
    pub(super) connection: Connection,
    path: PathBuf,
    tenant: Tenant,
    key: HashKey,
    pub(super) recovered: Recovered,
    writes: Writes,
    pub(super) memory: Option<Memory>,
    pub(super) held: Held,
}

/// What is let go when the journal is closed, after its connection: the lock, a scratch folder.
#[derive(Default)]
pub(super) struct Held {
    pub(super) lock: Option<Lock>,
    #[expect(dead_code, reason = "held for its drop alone")]
    pub(super) folder: Option<Scratch>,
}

/// Whether the journal may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writes {
    /// Yes; after so many more commits it stops, where a rehearsal asked for that.
    Open { stop_after: Option<u64> },
    /// A write failed: no other is tried.
    Stopped,
    /// Opened to read.
    Never,
}

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
        let held = Held { lock: Some(lock), folder: None };
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
        let read = || -> Step<Self> {
            let connection = file::connect_read_only(path)?;
            let Some((tenant, key)) = load_meta(&connection)? else {
                return Err(Trouble::Shape("it was never completed"));
            };
            Ok(Self::of(connection, path, tenant, key, Writes::Never, Held::default()))
        };
        read().map_err(|trouble| complain(path, trouble))
    }

    pub(super) fn connect(
        path: &Path,
        tenant: &Tenant,
        now: Timestamp,
        durability: Durability,
        held: Held,
    ) -> Step<Self> {
        let mut unnamed = false;
        let mut connection = file::connect(path, durability, |connection, version| {
            unnamed = version < migrate::NAMED;
            if let Some((owner, _)) = load_meta(connection)? {
                owned(path, &owner, tenant)?;
            }
            match durability {
                Durability::Full => migrate::prepare(connection, path, version),
                Durability::None => Ok(()),
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
        let writes = Writes::Open { stop_after: None };
        Ok(Self::of(connection, path, tenant.clone(), key, writes, held))
    }

    fn of(
        connection: Connection,
        path: &Path,
        tenant: Tenant,
        key: HashKey,
        writes: Writes,
        held: Held,
    ) -> Self {
        Self {
            connection,
            path: path.to_owned(),
            tenant,
            key,
            recovered: Recovered::default(),
            writes,
            memory: None,
            held,
        }
    }

    /// Who writes the journal at `path` at this moment; its lock is not touched.
    pub fn holder(path: &Path) -> Option<Holder> {
        lock::holder(path)
    }

    /// Close it and remove its files, and the one that goes `with` it, while nobody else can open
    /// them; the lock file stays.
    pub fn discard(mut self, with: &Path) -> Result<(), Complaint> {
        let (lock, path) = (self.held.lock.take(), self.path.clone());
        drop(self);
        let removed = file::remove(&path, with);
        drop(lock);
        removed
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whom it belongs to.
    pub const fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    /// Its random key, for digests and keys.
    pub const fn hash_key(&self) -> &HashKey {
        &self.key
    }

    /// What opening it found of a process that was cut off.
    pub const fn recovered(&self) -> &Recovered {
        &self.recovered
    }

    /// Let `commits` more writes happen; the next one fails as on a full disk, and so does every
    /// one after it. For rehearsals of a crash: what was committed before is what a killed process
    /// leaves.
    pub fn stop_after(&mut self, commits: u64) {
        if let Writes::Open { stop_after } = &mut self.writes {
            *stop_after = Some(commits);
        }
    }

    /// Move everything from the log into the file, and cut the log.
    pub fn checkpoint(&mut self) -> Result<(), Complaint> {
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
            .map_err(|error| self.complain(error.into()))
    }

    /// Close it well: the log is cut, and the next opening need not check every page.
    pub fn close(mut self) -> Result<(), Complaint> {
        self.close_cleanly()
    }

    fn close_cleanly(&mut self) -> Result<(), Complaint> {
        if !matches!(self.writes, Writes::Open { .. }) {
            return Ok(());
        }
        self.write(|transaction| {
            transaction.execute("UPDATE meta SET value = 1 WHERE key = 'closed_cleanly'", [])?;
            Ok(())
        })?;
        self.checkpoint()?;
        self.writes = Writes::Stopped;
        Ok(())
    }

    /// One transaction. Once this returns `Ok`, it is durable; after an `Err` of the disk nothing
    /// more is written.
    pub(super) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Step<T>,
    ) -> Result<T, Complaint> {
        let begun = self.begin();
        begun.map_err(|trouble| self.stop(trouble))?;
        let path = &self.path;
        let result = (|| -> Step<T> {
            let transaction =
                self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        })();
        match result {
            Ok(value) => Ok(value),
            // A refusal of ours rolled back whole: the disk is well.
            Err(Trouble::Complaint(complaint)) => Err(complaint),
            Err(trouble) => {
                self.writes = Writes::Stopped;
                Err(complain(path, trouble))
            }
        }
    }

    /// May one more commit happen?
    pub(super) fn begin(&mut self) -> Step<()> {
        if matches!(self.writes, Writes::Open { .. }) {
            self.notice_removal()?;
        }
        match &mut self.writes {
            Writes::Open { stop_after: None } => Ok(()),
            Writes::Open { stop_after: Some(0) } => Err(Trouble::Shape("stopped for a rehearsal")),
            Writes::Open { stop_after: Some(left) } => {
                *left -= 1;
                Ok(())
            }
            Writes::Stopped => Err(Trouble::Shape("an earlier write failed")),
            Writes::Never => Err(Trouble::Shape("it was opened to read")),
        }
    }

    /// No more writes; say why.
    pub(super) fn stop(&mut self, trouble: Trouble) -> Complaint {
        if matches!(self.writes, Writes::Open { .. }) {
            self.writes = Writes::Stopped;
        }
        self.complain(trouble)
    }

    /// Read.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Step<T>,
    ) -> Result<T, Complaint> {
        work(&self.connection).map_err(|trouble| {
            if let Trouble::Shape(detail) = trouble {
                let words = [file::shown(&self.path), detail.to_owned()];
                Complaint::with(Code::JournalUnreadable, words)
            } else {
                self.complain(trouble)
            }
        })
    }

    pub(super) fn complain(&self, trouble: Trouble) -> Complaint {
        complain(&self.path, trouble)
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        // What is committed is safe either way; nobody is left to hear of it.
        let _ = self.close_cleanly();
    }
}

impl std::fmt::Debug for Journal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Journal({})", self.path.display())
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
fn load_meta(connection: &Connection) -> Step<Option<(Tenant, HashKey)>> {
    let made = "SELECT count(*) FROM sqlite_schema WHERE name = 'meta'";
    if connection.query_row(made, [], |row| row.get::<_, i64>(0))? == 0 {
        return Ok(None);
    }
    let text = |key: &str| -> Step<Option<String>> {
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
    let key = <[u8; 32]>::try_from(key).map_err(|_| Trouble::Shape("its key is not whole"))?;
    Ok(Some((Tenant { base_url, app_id }, HashKey(key))))
}

/// Give a new journal its owner and its random key. Randomness is drawn here and nowhere else but
/// for tokens: both are the journal's own.
fn make_meta(connection: &mut Connection, tenant: &Tenant, now: Timestamp) -> Step<HashKey> {
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

fn closed_cleanly(connection: &Connection) -> Step<bool> {
    let clean = connection
        .query_row("SELECT value FROM meta WHERE key = 'closed_cleanly'", [], |row| row.get(0))
        .optional()?;
    Ok(clean.unwrap_or(false))
}
