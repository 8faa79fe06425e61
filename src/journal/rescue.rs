//! A journal that was removed or replaced under the process that writes it: noticed at the next
//! write, and saved from the file that is still open.
//!
//! Must not know: what was being written.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::disk::private;
use crate::problem::{Arg, Code, Complaint, of_system};

use super::file::shown;
use super::store::Journal;
use super::trouble::{Step, Trouble};

impl Journal {
    /// Refuse to write a journal that its path no longer names, and say where its content is.
    /// A journal without a lock is nobody else's to remove.
    pub(super) fn notice_removal(&self) -> Step<()> {
        if self.held.lock.as_ref().is_none_or(super::lock::Lock::still_there) {
            return Ok(());
        }
        // Closing would remove the log by its name, which may belong to another journal by now.
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        let path = shown(self.path());
        Err(Trouble::Complaint(match save(&self.connection, self.path()) {
            Ok(saved) => Complaint::with(Code::JournalGone, [path, shown(&saved)]),
            Err(why) => {
                let left = self.remaining().unwrap_or_default();
                let flying: u64 = left.iter().map(|(_, left)| left.sending).sum();
                Complaint::with(Code::JournalLost, [path.into(), flying.to_string().into(), why])
            }
        }))
    }
}

/// A copy of what is open, in the nearest folder that is still there, readable by its owner alone.
fn save(connection: &Connection, journal: &Path) -> Result<PathBuf, Arg> {
    let whole = std::path::absolute(journal).map_err(|error| of_system(&error))?;
    let folder = whole.ancestors().skip(1).find(|folder| folder.is_dir());
    let (path, file) = create(folder.unwrap_or(Path::new(".")))?;
    // A path need not be UTF-8.
    let name = ToSqlOutput::Borrowed(ValueRef::Text(path.as_os_str().as_encoded_bytes()));
    let written = connection
        .execute("VACUUM INTO ?1", [name])
        .map_err(|error| Arg::from(error.to_string()))
        // Another handle: SQLite may have put another file in the place of the empty one.
        .and_then(|_| {
            File::open(&path).and_then(|f| f.sync_all()).map_err(|error| of_system(&error))
        });
    drop(file);
    match written {
        Ok(()) => Ok(path),
        Err(why) => {
            let _ = fs::remove_file(&path);
            Err(why)
        }
    }
}

/// The first free name.
fn create(folder: &Path) -> Result<(PathBuf, File), Arg> {
    let names = (1..1_000).map(|n| folder.join(format!("journal-rescued-{n}.db")));
    for path in names {
        match private::create_new(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(of_system(&error)),
        }
    }
    Err(of_system(&io::ErrorKind::AlreadyExists.into()))
}
