//! The journal's file: made private before SQLite opens it (`lock`), opened with the settings that
//! make a commit durable.
//!
//! Never open the database file by any other means while SQLite has it open: closing that handle
//! would drop SQLite's locks (`docs/durability.md`, 1.1). Must not know: what the tables hold.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::disk::private;
use crate::problem::{Code, Complaint, of_system};

use super::past;
use super::trouble::JournalError;

pub(super) use super::trouble::shown;

mod embedded {
    refinery::embed_migrations!("migrations");
}

/// The oldest SQLite without the WAL-reset defect.
const SQLITE_LEAST: i32 = 3_051_003;

/// Journals larger than this are not checked page by page after a crash: 256 MiB take about a
/// second.
const CHECK_AT_MOST: u64 = 256 << 20;

/// Journals up to this are checked whole at every opening: 32 MiB take some tenths of a second.
const CHECK_ALWAYS: u64 = 32 << 20;

/// Bytes of the log before its pages are moved into the file, as with SQLite's own 1000 of 4 KiB.
const LOG: i64 = 4 << 20;

/// SQLite takes a shorter file for an empty one.
pub(super) const LEAST: u64 = 512;

/// How hard a commit is pressed to the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Durability {
    /// Survives a power cut.
    Full,
    /// Survives the process: a simulation's, where no power is cut.
    #[cfg_attr(not(test), expect(dead_code, reason = "only tests simulate"))]
    Process,
    /// A rehearsal's: thrown away anyway.
    None,
}

impl Durability {
    /// Bytes of a page of a new journal. In 16 KiB a body of some kilobytes needs no overflow pages;
    /// the small commits of a simulation are not worth writing whole large pages.
    fn page(self) -> i64 {
        match self {
            Self::Full | Self::None => 16_384,
            Self::Process => 4096,
        }
    }

    /// SQLite's `journal_mode`. A log is written page by page, and then moved into the file; what is
    /// thrown away is written at once, and only the pages that were there before are kept for a
    /// rollback.
    fn mode(self) -> &'static str {
        match self {
            Self::Full | Self::Process => "wal",
            Self::None => "persist",
        }
    }

    /// SQLite's `synchronous`.
    fn synchronous(self) -> i64 {
        match self {
            Self::Full => 2,
            Self::Process | Self::None => 0,
        }
    }
}

/// Make the folder and those above it, for their owner alone.
pub(super) fn make_folder(folder: &Path) -> Result<(), Complaint> {
    private::make_folder(folder)
        .map_err(|error| Complaint::with(Code::JournalWrite, [shown(folder), error.to_string()]))
}

/// Make the file of a journal that no other process knows if it is not there, readable by its owner
/// alone; `-wal` and `-shm` take its mode.
pub(super) fn make_private(path: &Path) -> Result<(), Complaint> {
    let made = match private::create_new(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            let opened = private::open(path, OpenOptions::new().read(true));
            opened.and_then(|file| private::tighten(&file))
        }
        Err(error) => Err(error),
    };
    made.map_err(|error| {
        Complaint::with(Code::JournalWrite, [shown(path).into(), of_system(&error)])
    })
}

/// A connection that writes, its settings read back, the schema up to date. What is to be done
/// `before` a journal of an earlier schema is migrated may refuse that.
pub(super) fn connect(
    path: &Path,
    durability: Durability,
    before: impl FnOnce(&Connection, i32) -> Result<(), JournalError>,
) -> Result<Connection, JournalError> {
    if rusqlite::version_number() < SQLITE_LEAST {
        return Err(JournalError::Shape("the SQLite of this build is too old"));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(64);
    // Plans that hold for every value: else each new bound is planned for anew.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    let version = check_version(&connection, path)?;
    // Of effect in a new journal alone, before its first page.
    connection.pragma_update(None, "page_size", durability.page())?;
    let wanted = durability.mode();
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", wanted, |row| row.get(0))?;
    let synchronous = durability.synchronous();
    connection.pragma_update(None, "synchronous", synchronous)?;
    // macOS: let fsync reach the platter; elsewhere without effect.
    connection.pragma_update(None, "fullfsync", 1)?;
    connection.pragma_update(None, "secure_delete", 1)?;
    connection.pragma_update(None, "temp_store", 2)?;
    connection.pragma_update(None, "cache_size", -32_768)?;
    connection.pragma_update(None, "wal_autocheckpoint", LOG / durability.page())?;
    let read_back: i64 = connection.pragma_query_value(None, "synchronous", |row| row.get(0))?;
    if !mode.eq_ignore_ascii_case(wanted) || read_back != synchronous {
        return Err(JournalError::Shape("this disk does not give SQLite a write-ahead log"));
    }
    if version < schema_known() {
        before(&connection, version)?;
    }
    migrate(&mut connection)?;
    connection.pragma_update(None, "foreign_keys", 1)?;
    Ok(connection)
}

/// Bring the schema up to date, all of it or nothing. Tables are made anew with other references, so
/// foreign keys are off meanwhile and checked at the end.
fn migrate(connection: &mut Connection) -> Result<(), JournalError> {
    let failed = |error: refinery::Error| JournalError::Migration(error.to_string());
    connection.pragma_update(None, "foreign_keys", 0)?;
    let report =
        embedded::migrations::runner().set_grouped(true).run(connection).map_err(failed)?;
    if report.applied_migrations().is_empty() {
        return Ok(());
    }
    let broken: i64 =
        connection
            .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if broken == 0 { Ok(()) } else { Err(JournalError::Shape("its tables do not fit together")) }
}

/// A connection that reads, one of an earlier schema as if it had the newest.
pub(super) fn connect_read_only(path: &Path) -> Result<Connection, JournalError> {
    let (connection, version) = connect_as_it_is(path)?;
    past::show_as_newest(&connection, version)?;
    Ok(connection)
}

/// A connection that reads, with the schema that is there.
pub(super) fn connect_as_it_is(path: &Path) -> Result<(Connection, i32), JournalError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(64);
    let version = check_version(&connection, path)?;
    Ok((connection, version))
}

/// The schema that this muster knows.
pub(super) fn schema_known() -> i32 {
    let runner = embedded::migrations::runner();
    runner.get_migrations().iter().map(refinery::Migration::version).max().unwrap_or(0)
}

/// Counts what makes a database more than one whose making was cut off before its first table: the
/// list of migrations is made before the first of them.
const UNFINISHED: &str = "SELECT count(*) FROM sqlite_schema
     WHERE tbl_name <> 'refinery_schema_history' AND name NOT LIKE 'sqlite_%'";

/// Its schema; of one without tables yet, the newest. A database that is not a journal, or a newer muster's, is
/// left alone.
fn check_version(connection: &Connection, path: &Path) -> Result<i32, JournalError> {
    let tables: i64 = connection.query_row(UNFINISHED, [], |row| row.get(0))?;
    if tables == 0 {
        return Ok(schema_known());
    }
    let ours: bool = connection.query_row(
        "SELECT count(*) = 2 FROM sqlite_schema
          WHERE type = 'table' AND name IN ('refinery_schema_history', 'jobs')",
        [],
        |row| row.get(0),
    )?;
    if !ours {
        return Err(JournalError::Complaint(Complaint::with(
            Code::JournalUnreadable,
            [shown(path), "a database, but not a journal of muster".to_owned()],
        )));
    }
    let found: i32 = connection.query_row(
        "SELECT coalesce(max(version), 0) FROM refinery_schema_history",
        [],
        |row| row.get(0),
    )?;
    if found > schema_known() {
        return Err(JournalError::Complaint(Complaint::with(
            Code::JournalNewer,
            [shown(path), found.to_string(), schema_known().to_string()],
        )));
    }
    Ok(found)
}

/// Is every page what it should be, in small journals every index too? Skipped for large ones; those
/// that were closed `cleanly` count as large sooner.
pub(super) fn check_pages(
    connection: &Connection,
    path: &Path,
    cleanly: bool,
) -> Result<(), JournalError> {
    let size: u64 = connection.query_row(
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
        [],
        |row| row.get::<_, i64>(0).map(i64::unsigned_abs),
    )?;
    let check = match size {
        ..=CHECK_ALWAYS => "PRAGMA integrity_check(1)",
        ..=CHECK_AT_MOST if !cleanly => "PRAGMA quick_check(1)",
        _ => return Ok(()),
    };
    let verdict: String = connection.query_row(check, [], |row| row.get(0))?;
    if verdict == "ok" {
        return Ok(());
    }
    Err(JournalError::Complaint(Complaint::with(Code::JournalUnreadable, [shown(path), verdict])))
}

/// Remove a journal that nobody has open, what SQLite keeps beside it, and what goes `with` it.
pub(super) fn remove(path: &Path, with: &Path) -> Result<(), Complaint> {
    let files = [path.to_owned(), beside(path, "-wal"), beside(path, "-shm"), with.to_owned()];
    for path in files {
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Complaint::with(
                    Code::JournalWrite,
                    [shown(&path).into(), of_system(&error)],
                ));
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

/// `journal.db` → `journal.db.lock`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
