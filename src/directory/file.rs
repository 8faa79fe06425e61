//! The snapshot's file: whose it is, its schema, and what a person hears where it fails.
//!
//! Must not know: what its lists hold, who reads or writes them.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode, OptionalExtension as _};

use crate::problem::{Code, Complaint, of_system};
use crate::spec::IdTypes;

/// The schema that this muster reads and writes, with what makes it.
pub(super) const SCHEMA: i32 = 2;
pub(super) const TABLES: &str = include_str!("../../migrations/directory/1_lists.sql");
/// What the second schema has beside the first, which has none of it.
pub(super) const PEOPLE: &str = include_str!("../../migrations/directory/2_people.sql");

/// What marks a database as a snapshot: `refs`.
pub(super) const MARK: i32 = 0x7265_6673;

/// Whose a snapshot is: IDs are of one tenant and app, in the form that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owner {
    /// The base URL, as in the settings.
    pub base_url: String,
    /// The app.
    pub app_id: String,
    /// In which form IDs are asked for.
    pub id_types: IdTypes,
}

impl Owner {
    /// As it is kept, by name.
    pub(super) fn kept(&self) -> [(&'static str, &str); 5] {
        [
            ("base_url", &self.base_url),
            ("app_id", &self.app_id),
            ("user_id_type", &self.id_types.user),
            ("talent_user_id_type", &self.id_types.talent_user),
            ("department_id_type", &self.id_types.department),
        ]
    }
}

/// One of the values that a snapshot holds of itself.
pub(super) fn meta(connection: &Connection, key: &str) -> rusqlite::Result<String> {
    let value = connection
        .query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0))
        .optional()?;
    Ok(value.unwrap_or_default())
}

/// Whose the snapshot is that is open.
///
/// # Errors
/// It is none, or a newer muster's, or somebody else's.
pub(super) fn belongs(
    connection: &Connection,
    path: &Path,
    owner: &Owner,
) -> Result<(), Complaint> {
    let failed = |error: rusqlite::Error| unreadable(path, &error);
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    if pragma("application_id").map_err(failed)? != MARK {
        let why = "not a snapshot of muster".to_owned();
        return Err(Complaint::with(Code::RefsUnreadable, [shown(path), why]));
    }
    let schema = pragma("user_version").map_err(failed)?;
    if schema > SCHEMA {
        let words = [shown(path), schema.to_string(), SCHEMA.to_string()];
        return Err(Complaint::with(Code::RefsNewer, words));
    }
    let mut kept = Vec::new();
    for (key, ours) in owner.kept() {
        kept.push((meta(connection, key).map_err(failed)?, ours));
    }
    let theirs = |parts: &[(String, &str)]| {
        parts.iter().map(|(theirs, _)| theirs.as_str()).collect::<Vec<_>>().join(" ")
    };
    let ours = |parts: &[(String, &str)]| {
        parts.iter().map(|(_, ours)| *ours).collect::<Vec<_>>().join(" ")
    };
    let (of_tenant, of_ids) = kept.split_at(2);
    for (parts, code) in [(of_tenant, Code::RefsOtherTenant), (of_ids, Code::RefsOtherIds)] {
        if parts.iter().any(|(theirs, ours)| theirs != ours) {
            return Err(Complaint::with(code, [shown(path), theirs(parts), ours(parts)]));
        }
    }
    Ok(())
}

/// `directory.db` → `directory.db.part`.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The path as messages show it.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// What SQLite says of a snapshot that is read.
pub(super) fn unreadable(path: &Path, error: &rusqlite::Error) -> Complaint {
    Complaint::with(Code::RefsUnreadable, [shown(path), error.to_string()])
}

/// What SQLite says of one that is written.
pub(super) fn unwritable(path: &Path, error: &rusqlite::Error) -> Complaint {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => unreadable(path, error),
        Some(_) | None => Complaint::with(Code::RefsWrite, [shown(path), error.to_string()]),
    }
}

/// What the system says of one that is written.
pub(super) fn refused(path: &Path, error: &std::io::Error) -> Complaint {
    Complaint::with(Code::RefsWrite, [shown(path).into(), of_system(error)])
}
