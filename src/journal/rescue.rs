//! A journal that was removed or replaced under the process that writes it: noticed at the next
//! write, and saved from the file that is still open.
//!
//! Must not know: what was being written, and by whom (`store`).

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::disk::private;
use crate::problem::{Arg, Code, Complaint, of_system};

use super::file::shown;
use super::lock::Lock;
use super::trouble::{JournalError, JournalResult};

/// Refuse to write a journal that its path no longer names, and say where its content is.
/// A journal without a lock is nobody else's to remove.
pub(super) fn notice_removal(
    connection: &Connection,
    path: &Path,
    lock: Option<&Lock>,
) -> JournalResult<()> {
    if lock.is_none_or(Lock::still_there) {
        return Ok(());
    }
    // Closing would remove the log by its name, which may belong to another journal by now.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Err(JournalError::Complaint(match save(connection, path) {
        Ok(saved) => Complaint::with(Code::JournalGone, [shown(path), shown(&saved)]),
        Err(why) => {
            let flying = in_flight(connection).unwrap_or_default().to_string();
            Complaint::with(Code::JournalLost, [shown(path).into(), flying.into(), why])
        }
    }))
}

/// How many jobs are being sent.
fn in_flight(connection: &Connection) -> JournalResult<u64> {
    let count = "SELECT count(*) FROM jobs WHERE state = 'sending'";
    Ok(connection.query_row(count, [], |row| row.get(0).map(i64::unsigned_abs))?)
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
