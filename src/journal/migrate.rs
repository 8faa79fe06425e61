//! Before a journal of an earlier schema is migrated: a look at the free space, and a copy of it
//! that is kept beside it for a while.
//!
//! The copy holds what the journal held, people too, so it goes when their bodies would have gone,
//! and with every purge. Must not know: what a migration does to the tables,
//! when copies are due to go (`purge`).

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::disk::private;
use crate::identity::HashKey;
use crate::problem::{Code, Complaint};

use super::file;
use super::trouble::{JournalError, JournalResult};

/// How often a journal's size a migration needs beside it: once for the copy, and, of a journal of
/// 100,000 people, 1.8 times for the log and 0.8 times for the pages that the file gains.
const TIMES: u64 = 4;

/// A copy is kept for a day at least, however soon bodies are erased.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// The first schema whose journals have a name.
pub(super) const NAMED: i32 = 3;

/// Name a journal that had no name by what it is: a copy of it that is put back and migrated once
/// more is known to be the same one, set back. Its key is not told by the name.
pub(super) fn name(connection: &Connection, key: &HashKey) -> JournalResult<()> {
    let derived = blake3::derive_key("muster: the name of a journal", &key.0);
    let (random, _) =
        derived.split_first_chunk().ok_or(JournalError::Shape("its key is not whole"))?;
    let uuid = uuid::Builder::from_random_bytes(*random).into_uuid().to_string();
    connection.execute("UPDATE meta SET value = ?1 WHERE key = 'uuid'", [uuid])?;
    Ok(())
}

/// Make sure that the journal of schema `version` can be migrated, and keep a copy of it.
///
/// Its file is as it was where this fails.
pub(super) fn prepare(connection: &Connection, path: &Path, version: i32) -> JournalResult<()> {
    prepare_within(connection, path, version, free(folder_of(path)))
}

/// The same with so many `free` bytes beside the journal.
pub(super) fn prepare_within(
    connection: &Connection,
    path: &Path,
    version: i32,
    free: Option<u64>,
) -> JournalResult<()> {
    file::check_pages(connection, path, false)?;
    let size = connection.query_row(
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
        [],
        |row| row.get::<_, i64>(0).map(i64::unsigned_abs),
    )?;
    enough(path, version, size, free)?;
    keep(connection, path, version)
}

/// Refuse where so many `free` bytes are too few; where that can't be found out, SQLite will say so.
fn enough(path: &Path, version: i32, size: u64, free: Option<u64>) -> Result<(), Complaint> {
    let needed = size.saturating_mul(TIMES);
    match free {
        Some(free) if free < needed => Err(Complaint::with(
            Code::JournalSpace,
            [
                file::shown(path),
                version.to_string(),
                format!("{} MiB", needed.div_ceil(1 << 20)),
                format!("{} MiB", free >> 20),
            ],
        )),
        Some(_) | None => Ok(()),
    }
}

/// The bytes that this user may still write in a folder.
#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

#[cfg(not(unix))]
const fn free(_folder: &Path) -> Option<u64> {
    None
}

/// Copy the journal, its log too, through the connection that has it open: whole under its name, or
/// not at all.
fn keep(connection: &Connection, path: &Path, version: i32) -> JournalResult<()> {
    let copy =
        free_name(path, version).ok_or(JournalError::Shape("a thousand copies are beside it"))?;
    let part = file::beside(path, "-backup.part");
    let wrong = |error: std::io::Error| {
        JournalError::Complaint(Complaint::with(
            Code::JournalWrite,
            [file::shown(&part), error.to_string()],
        ))
    };
    remove(&part).map_err(wrong)?;
    // Where there is an empty file, SQLite fills it: readable by its owner alone from the beginning.
    private::create_new(&part).map_err(wrong)?;
    let filled = || -> JournalResult<()> {
        // A path need not be UTF-8.
        let name = ToSqlOutput::Borrowed(ValueRef::Text(part.as_os_str().as_encoded_bytes()));
        connection.execute("VACUUM INTO ?1", [name])?;
        // SQLite does not press it to the disk.
        let written = OpenOptions::new().write(true).open(&part).map_err(wrong)?;
        written.sync_all().map_err(wrong)?;
        std::fs::rename(&part, &copy).map_err(wrong)?;
        sync(folder_of(path)).map_err(wrong)
    };
    filled().inspect_err(|_| drop(remove(&part)))
}

/// `journal.db.v2-backup`, or with a number where that is taken: a copy is never written over.
fn free_name(path: &Path, version: i32) -> Option<PathBuf> {
    let name = |n: u32| match n {
        1 => file::beside(path, &format!(".v{version}-backup")),
        n => file::beside(path, &format!(".v{version}-backup-{n}")),
    };
    (1..1000).map(name).find(|name| name.symlink_metadata().is_err())
}

/// The copies that are kept of earlier schemas of the journal at `path`, by name.
pub fn copies(path: &Path) -> Vec<PathBuf> {
    let (Some(name), Ok(entries)) = (path.file_name(), std::fs::read_dir(folder_of(path))) else {
        return Vec::new();
    };
    let is_copy = |of: &Path| {
        let there = of.file_name().map_or(&[][..], |there| there.as_encoded_bytes());
        let rest =
            there.strip_prefix(name.as_encoded_bytes()).and_then(|rest| rest.strip_prefix(b".v"));
        rest.and_then(|rest| std::str::from_utf8(rest).ok()).is_some_and(|rest| {
            let (version, number) = rest.split_once("-backup").unwrap_or(("", "x"));
            let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            !version.is_empty()
                && digits(version)
                && digits(number.strip_prefix('-').unwrap_or(number))
        })
    };
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|of| is_copy(of))
        .collect();
    found.sort();
    found
}

/// Remove the kept copies that were made before `older_than`, but for those of the last day.
pub(super) fn forget_copies(
    path: &Path,
    older_than: Timestamp,
    now: Timestamp,
) -> Result<(), Complaint> {
    let before = older_than.min(now.checked_sub(KEPT).unwrap_or(Timestamp::MIN));
    remove_copies(path, |made| made.is_none_or(|made| made <= before))
}

/// Remove those of the kept copies that were made at such a moment.
pub(super) fn remove_copies(
    path: &Path,
    which: impl Fn(Option<Timestamp>) -> bool,
) -> Result<(), Complaint> {
    for copy in copies(path) {
        let made = copy.symlink_metadata().and_then(|there| there.modified()).ok();
        if which(made.and_then(|made| Timestamp::try_from(made).ok())) {
            remove(&copy).map_err(|error| {
                Complaint::with(Code::JournalWrite, [file::shown(&copy), error.to_string()])
            })?;
        }
    }
    Ok(())
}

/// Remove a file, or the link of that name, if it is there.
fn remove(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A name in a folder survives a power cut.
#[cfg(unix)]
fn sync(folder: &Path) -> std::io::Result<()> {
    std::fs::File::open(folder)?.sync_all()
}

/// Windows keeps names by itself; a folder cannot be opened to be synced there.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the Unix counterpart can fail")]
fn sync(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}
