//! A journal that is open: whose it is, how it is read and written, how it is closed.
//!
//! Must not know: how it is opened (`open`), what the tables mean to each other (`planner`, `queue`,
//! `doubt`, `runs`).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::disk::Scratch;
use crate::identity::HashKey;
use crate::problem::{Code, Complaint};

use super::file;
use super::lock::Lock;
use super::memory::Memory;
use super::rescue;
use super::run::RunId;
use super::tally::Tally;
use super::trouble::{JournalError, JournalResult, complain};

/// Whom a journal belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    /// `https://open.feishu.cn`, or another.
    pub base_url: String,
    /// The app's ID.
    pub app_id: String,
}

/// What opening a journal found of a process that was cut off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// Jobs whose attempt was under way: in doubt now.
    pub in_doubt: u64,
    /// Runs that were cut off: interrupted now.
    pub interrupted: Vec<RunId>,
    /// Drafts that nobody approved: given up now, nothing of them was sent.
    pub drafts: Vec<RunId>,
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
    pub(super) held: OpenResources,
    /// What is known of the run that was planned last, by this process.
    pub(super) planned: Option<Arc<Tally>>,
}

/// What is let go when the journal is closed, after its connection: the lock, a scratch folder.
#[derive(Default)]
pub(super) struct OpenResources {
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
    /// A journal that is written through this connection.
    pub(super) fn to_write(
        connection: Connection,
        path: &Path,
        (tenant, key): (Tenant, HashKey),
        held: OpenResources,
    ) -> Self {
        let recovered = Recovered::default();
        let writes = Writes::Open { stop_after: None };
        let path = path.to_owned();
        Self { connection, path, tenant, key, recovered, writes, memory: None, held, planned: None }
    }

    /// A journal that is read through this connection.
    pub(super) fn to_read(connection: Connection, path: &Path, meta: (Tenant, HashKey)) -> Self {
        let mut journal = Self::to_write(connection, path, meta, OpenResources::default());
        journal.writes = Writes::Never;
        journal
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
        work: impl FnOnce(&Transaction<'_>) -> JournalResult<T>,
    ) -> Result<T, Complaint> {
        let begun = self.begin();
        begun.map_err(|trouble| self.stop(trouble))?;
        let path = &self.path;
        let result = (|| -> JournalResult<T> {
            let transaction =
                self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        })();
        match result {
            Ok(value) => Ok(value),
            // A refusal of ours rolled back whole: the disk is well.
            Err(JournalError::Complaint(complaint)) => Err(complaint),
            Err(trouble) => {
                self.writes = Writes::Stopped;
                Err(complain(path, trouble))
            }
        }
    }

    /// Whether SQLite looks up every reference that is written. A planner writes words of this program's own
    /// lists and numbers that it has just given or read: nine references a record, each a look into another
    /// table, of which none can fail.
    pub(super) fn heed_references(&mut self, heed: bool) -> Result<(), Complaint> {
        let set = self.connection.pragma_update(None, "foreign_keys", heed);
        set.map_err(|error| self.stop(error.into()))
    }

    /// May one more commit happen?
    pub(super) fn begin(&mut self) -> JournalResult<()> {
        if matches!(self.writes, Writes::Open { .. }) {
            rescue::notice_removal(&self.connection, &self.path, self.held.lock.as_ref())?;
        }
        match &mut self.writes {
            Writes::Open { stop_after: None } => Ok(()),
            Writes::Open { stop_after: Some(0) } => {
                Err(JournalError::Shape("stopped for a rehearsal"))
            }
            Writes::Open { stop_after: Some(left) } => {
                *left -= 1;
                Ok(())
            }
            Writes::Stopped => Err(JournalError::Shape("an earlier write failed")),
            Writes::Never => Err(JournalError::Shape("it was opened to read")),
        }
    }

    /// No more writes; say why.
    pub(super) fn stop(&mut self, trouble: JournalError) -> Complaint {
        if matches!(self.writes, Writes::Open { .. }) {
            self.writes = Writes::Stopped;
        }
        self.complain(trouble)
    }

    /// Read.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> JournalResult<T>,
    ) -> Result<T, Complaint> {
        work(&self.connection).map_err(|trouble| {
            if let JournalError::Shape(detail) = trouble {
                let words = [file::shown(&self.path), detail.to_owned()];
                Complaint::with(Code::JournalUnreadable, words)
            } else {
                self.complain(trouble)
            }
        })
    }

    pub(super) fn complain(&self, trouble: JournalError) -> Complaint {
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
