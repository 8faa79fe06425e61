//! A snapshot that is being read from the tenant: a file beside the old one, which takes its place when it
//! is whole. Each list is in it whole or not at all, so that a pull that was cut off goes on with the next.
//!
//! Must not know: how lists are read, the network.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, params};

use super::file::{self, MARK, Owner, PEOPLE, SCHEMA, TABLES};
use super::looked;
use super::pace::{self, PACED};
use super::rows;
use super::snapshot::Snapshot;
use crate::api::reads::Listed;
use crate::disk::private;
use crate::problem::{Code, Complaint};
use crate::resolve::Entry;
use crate::spec::TenantList;

/// What was read before a pull was cut off is good for so long.
const RESUMED_WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// A snapshot that is being made.
pub(super) struct Draft {
    connection: Connection,
    /// The snapshot whose place it takes.
    path: PathBuf,
    part: PathBuf,
    /// When it was begun.
    begun: Timestamp,
    /// The snapshot that is there is attached as `old`.
    has_old: bool,
    /// Held for as long as it is being made.
    _lock: File,
}

impl Draft {
    /// Begin, or go on with what a pull within the last hour left behind.
    ///
    /// # Errors
    /// Another process pulls, the snapshot there is somebody else's, or the disk refuses.
    pub(super) fn begin(path: &Path, owner: &Owner, now: Timestamp) -> Result<Self, Complaint> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder {
            private::make_folder(folder).map_err(|error| file::refused(folder, &error))?;
        }
        let lock = lock(path)?;
        // IDs of another form are of no use beside those that are read now.
        let has_old = match Snapshot::open(path, owner) {
            Ok(old) => old.is_some(),
            Err(complaint) if complaint.code == Code::RefsOtherIds => false,
            Err(complaint) => return Err(complaint),
        };
        let part = file::beside(path, ".part");
        let left = || {
            let connection = open(&part).ok()?;
            let begun = left_off(&connection, &part, owner, now)?;
            Some((connection, begun))
        };
        let left = if private::is_link(&part) { None } else { left() };
        let (connection, begun) = match left {
            Some(left) => left,
            None => (begin_anew(&part, owner, now)?, now),
        };
        let draft = Self { connection, path: path.to_owned(), part, begun, has_old, _lock: lock };
        if draft.has_old {
            let place = ToSqlOutput::Borrowed(ValueRef::Text(path.as_os_str().as_encoded_bytes()));
            draft.done(draft.connection.execute("ATTACH ?1 AS old", [place]).map(drop))?;
        }
        Ok(draft)
    }

    /// Whether a list was read whole since this draft was begun: one that was taken over is older.
    pub(super) fn has(&self, list: &TenantList) -> Result<bool, Complaint> {
        let read = "SELECT pulled_at FROM main.lists WHERE word = ?1 AND unread_at IS NULL";
        let read = self.connection.query_row(read, [list.word], |row| row.get(0)).optional();
        let read: Option<Option<String>> = self.done(read)?;
        let at = read.flatten().and_then(|at| at.parse::<Timestamp>().ok());
        Ok(at.is_some_and(|at| at >= self.begun))
    }

    /// Keep a list that was read whole; durable when this returns.
    pub(super) fn put(
        &mut self,
        list: &TenantList,
        entries: &[Listed],
        without_id: usize,
        now: Timestamp,
    ) -> Result<(), Complaint> {
        let has_old = self.has_old;
        let mut kept = || -> rusqlite::Result<()> {
            let work = self.connection.transaction()?;
            forget(&work, list)?;
            rows::write(&work, list, entries)?;
            work.execute(
                "INSERT INTO main.lists (word, pulled_at, without_id) VALUES (?1, ?2, ?3)",
                params![list.word, now.to_string(), i64::try_from(without_id).unwrap_or(i64::MAX)],
            )?;
            if has_old {
                work.execute(DRIFT, [list.word])?;
            }
            work.commit()
        };
        let kept = kept();
        self.done(kept)
    }

    /// Keep why a list could not be read, and what the old snapshot holds of it.
    pub(super) fn unread(
        &mut self,
        list: &TenantList,
        why: &Complaint,
        now: Timestamp,
    ) -> Result<(), Complaint> {
        let has_old = self.has_old;
        let args = serde_json::to_string(&why.args).unwrap_or_default();
        let mut kept = || -> rusqlite::Result<()> {
            let work = self.connection.transaction()?;
            forget(&work, list)?;
            if has_old {
                copy(&work, list)?;
            }
            work.execute("INSERT OR IGNORE INTO main.lists (word) VALUES (?1)", [list.word])?;
            work.execute(
                "UPDATE main.lists SET unread_at = ?2, unread_code = ?3, unread_args = ?4 WHERE word = ?1",
                params![list.word, now.to_string(), why.code.id(), args],
            )?;
            work.commit()
        };
        let kept = kept();
        self.done(kept)
    }

    /// The entries of a list, with what is kept beside each: as they were read now, else before.
    pub(super) fn entries(&self, list: &TenantList) -> Result<Vec<(Entry, String)>, Complaint> {
        let mut found = Vec::new();
        let read = rows::read(&self.connection, list, |entry, extra| {
            found.push((entry, extra.to_owned()));
        });
        self.done(read)?;
        Ok(found)
    }

    /// Take over a list of the old snapshot that this pull was not asked for.
    pub(super) fn take_over(&mut self, list: &TenantList) -> Result<(), Complaint> {
        if !self.has_old || self.has(list)? {
            return Ok(());
        }
        let mut taken = || -> rusqlite::Result<()> {
            let work = self.connection.transaction()?;
            forget(&work, list)?;
            copy(&work, list)?;
            work.commit()
        };
        let taken = taken();
        self.done(taken)
    }

    /// Note that a request was answered.
    pub(super) fn called(&self, endpoint: &str, now: Timestamp) -> Result<(), Complaint> {
        self.done(pace::called(&self.connection, endpoint, now))
    }

    /// How long ago the requests of the last minute were answered, also those of the pull before.
    pub(super) fn recent(
        &self,
        endpoint: &str,
        now: Timestamp,
    ) -> Result<Vec<Duration>, Complaint> {
        let mut found = self.done(pace::recent(&self.connection, "main", endpoint, now))?;
        if self.has_old {
            found.extend(self.done(pace::recent(&self.connection, "old", endpoint, now))?);
        }
        Ok(found)
    }

    /// Put it into the place of the old snapshot; the old one is there whole until it is.
    pub(super) fn finish(self, now: Timestamp) -> Result<(), Complaint> {
        let since = (now - PACED).as_millisecond();
        let closed = || -> rusqlite::Result<()> {
            self.connection.execute("DELETE FROM main.meta WHERE key = 'begun_at'", [])?;
            self.connection.execute("DELETE FROM main.calls WHERE answered_at <= ?1", [since])?;
            if self.has_old {
                looked::take_over(&self.connection)?;
                self.connection.execute("DETACH old", [])?;
            }
            Ok(())
        };
        self.done(closed())?;
        let Self { connection, path, part, begun: _, has_old: _, _lock: lock } = self;
        connection.close().map_err(|(_, error)| file::unwritable(&part, &error))?;
        std::fs::rename(&part, &path).map_err(|error| file::refused(&path, &error))?;
        drop(lock);
        Ok(())
    }

    fn done<T>(&self, result: rusqlite::Result<T>) -> Result<T, Complaint> {
        result.map_err(|error| file::unwritable(&self.part, &error))
    }
}

/// What changed in a list that both have.
const DRIFT: &str = "
    UPDATE main.lists SET
        added = (SELECT count(*) FROM main.entries AS n WHERE n.list = ?1 AND NOT EXISTS
            (SELECT 1 FROM old.entries AS o WHERE o.list = ?1 AND o.id = n.id)),
        gone = (SELECT count(*) FROM old.entries AS o WHERE o.list = ?1 AND NOT EXISTS
            (SELECT 1 FROM main.entries AS n WHERE n.list = ?1 AND n.id = o.id)),
        renamed = (SELECT count(*) FROM main.entries AS n JOIN old.entries AS o USING (list, id)
            WHERE n.list = ?1 AND n.names <> o.names),
        deactivated = (SELECT count(*) FROM main.entries AS n JOIN old.entries AS o USING (list, id)
            WHERE n.list = ?1 AND o.active AND NOT n.active)
     WHERE word = ?1
       AND EXISTS (SELECT 1 FROM old.lists WHERE word = ?1 AND pulled_at IS NOT NULL)";

fn forget(work: &Connection, list: &TenantList) -> rusqlite::Result<()> {
    work.execute("DELETE FROM main.entries WHERE list = ?1", [list.word])?;
    work.execute("DELETE FROM main.lists WHERE word = ?1", [list.word])?;
    Ok(())
}

/// Copy a list of the old snapshot as it is.
fn copy(work: &Connection, list: &TenantList) -> rusqlite::Result<()> {
    work.execute(
        "INSERT INTO main.entries SELECT * FROM old.entries WHERE list = ?1",
        [list.word],
    )?;
    work.execute("INSERT INTO main.lists SELECT * FROM old.lists WHERE word = ?1", [list.word])?;
    Ok(())
}

/// Nobody else pulls into this snapshot for as long as the file is held.
pub(super) fn lock(path: &Path) -> Result<File, Complaint> {
    let place = file::beside(path, ".lock");
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true);
    let file =
        private::open(&place, &mut options).map_err(|error| file::refused(&place, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Complaint::with(Code::RefsBusy, [file::shown(path)])),
        Err(TryLockError::Error(error)) => Err(file::refused(&place, &error)),
    }
}

/// Open the file of an earlier pull.
fn open(part: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(part, flags)
}

/// When an earlier pull was begun that can be gone on with: of the same owner, and of the last hour.
fn left_off(
    connection: &Connection,
    part: &Path,
    owner: &Owner,
    now: Timestamp,
) -> Option<Timestamp> {
    file::belongs(connection, part, owner).ok()?;
    let begun: Timestamp = file::meta(connection, "begun_at").ok()?.parse().ok()?;
    let age = now.duration_since(begun);
    (age >= SignedDuration::ZERO && age < RESUMED_WITHIN).then_some(begun)
}

/// A new file, with nothing in it yet.
fn begin_anew(part: &Path, owner: &Owner, now: Timestamp) -> Result<Connection, Complaint> {
    for left in [part.to_owned(), file::beside(part, "-journal")] {
        match std::fs::remove_file(&left) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(file::refused(&left, &error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    private::create_new(part).map_err(|error| file::refused(part, &error))?;
    let made = || -> rusqlite::Result<Connection> {
        let mut connection = open(part)?;
        connection.pragma_update(None, "secure_delete", 1)?;
        let work = connection.transaction()?;
        work.pragma_update(None, "application_id", MARK)?;
        work.pragma_update(None, "user_version", SCHEMA)?;
        work.execute_batch(TABLES)?;
        work.execute_batch(PEOPLE)?;
        let begun = now.to_string();
        for (key, value) in owner.kept().into_iter().chain([("begun_at", begun.as_str())]) {
            work.execute("INSERT INTO meta (key, value) VALUES (?1, ?2)", [key, value])?;
        }
        work.commit()?;
        Ok(connection)
    };
    made().map_err(|error| file::unwritable(part, &error))
}
