//! A snapshot that is read: what it holds of each list, and all of it in memory.
//!
//! Must not know: how it came about.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OpenFlags, Row};

use super::file::{self, Owner};
use super::known::{directory, owner_of};
use super::looked::{self, KEPT, Looked, LookedUpPeople};
use super::rows::read;
use crate::kinds::lists;
use crate::problem::{Code, Complaint, both};
use crate::resolve::Directory;
use crate::spec::{TenantList, Way, awaited};

/// An ID that the lists lack may have been made since, once they are older than this.
const FRESH: SignedDuration = SignedDuration::from_hours(1);

/// What changed in a list from one pull to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Drift {
    /// Entries that were not there.
    pub added: u64,
    /// Entries that are called otherwise.
    pub renamed: u64,
    /// Entries that are no longer there.
    pub gone: u64,
    /// Entries that may no longer be used.
    pub deactivated: u64,
}

/// What a snapshot knows of one list.
#[derive(Clone, Debug)]
pub(crate) struct KeptList {
    /// Which.
    pub list: &'static TenantList,
    /// When it was read whole; never where there is none.
    pub pulled_at: Option<Timestamp>,
    /// How many entries it has.
    pub entries: u64,
    /// How many of them may be used.
    pub active: u64,
    /// So many have neither name nor code: nothing was read of them but their IDs.
    pub nameless: u64,
    /// So many were left out, since they have no ID.
    pub without_id: u64,
    /// Why it could not be read the last time: what it holds is older.
    pub unread: Option<Complaint>,
    /// What the last pull found changed.
    pub drift: Drift,
}

/// A snapshot, open to be read.
pub(crate) struct Snapshot {
    connection: Connection,
    path: PathBuf,
}

impl Snapshot {
    /// Open the snapshot of this tenant; none where there is none yet.
    ///
    /// # Errors
    /// [`Code::RefsUnreadable`], [`Code::RefsNewer`], [`Code::RefsOtherTenant`], [`Code::RefsOtherIds`].
    pub(crate) fn open(path: &Path, owner: &Owner) -> Result<Option<Self>, Complaint> {
        if !path.exists() {
            return Ok(None);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)
            .map_err(|error| file::unreadable(path, &error))?;
        file::belongs(&connection, path, owner)?;
        Ok(Some(Self { connection, path: path.to_owned() }))
    }

    /// What it knows of each list, in the order in which they are read.
    pub(crate) fn lists(&self) -> Result<Vec<KeptList>, Complaint> {
        let all = kept_lists(&self.connection).and_then(|mut all| {
            count(&self.connection, &mut all)?;
            Ok(all)
        });
        all.map_err(|error| file::unreadable(&self.path, &error))
    }

    /// What it knows of people who were looked up one by one; none where nobody was.
    pub(crate) fn looked_up(&self, now: Timestamp) -> Result<Option<LookedUpPeople>, Complaint> {
        looked::count(&self.connection, now).map_err(|error| file::unreadable(&self.path, &error))
    }

    /// Everything, to look names up in.
    fn directory(
        &self,
        known: &[&'static TenantList],
        looked: Looked,
        is_old: bool,
    ) -> Result<Directory, Complaint> {
        let all = directory(&self.connection, known, looked, is_old);
        all.map_err(|error| file::unreadable(&self.path, &error))
    }
}

/// Which people are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum People {
    /// All who were read, whenever that was.
    All,
    /// Those who were read or looked up of late. Whoever was read longer ago may have left, or be called
    /// otherwise by now, and is to be asked for.
    OfLate,
}

/// What the tenant held when it was last read; none where it never was.
///
/// # Errors
/// The snapshot is older than `most`, or can't be read, or is of another tenant.
pub(crate) fn load(
    path: &Path,
    owner: &Owner,
    now: Timestamp,
    most: Option<SignedDuration>,
    people: People,
) -> Result<Option<Directory>, Complaint> {
    let Some(snapshot) = Snapshot::open(path, owner)? else { return Ok(None) };
    // Nobody asks how many entries there are: to count them takes as long as to read them.
    let mut lists =
        kept_lists(&snapshot.connection).map_err(|error| file::unreadable(path, &error))?;
    let age = |list: &KeptList| list.pulled_at.map(|at| now.duration_since(at));
    let too_old =
        |list: &&KeptList| most.is_some_and(|most| age(list).is_some_and(|age| age > most));
    let old: Vec<_> = lists.iter().filter(too_old).map(|kept| kept.list).collect();
    if !old.is_empty() {
        let words = |of: fn(&TenantList) -> &str, between: &str| {
            old.iter().map(|list| of(list)).collect::<Vec<_>>().join(between)
        };
        let people = if old.iter().any(|list| list.personal) { " --people" } else { "" };
        return Err(Complaint::with(
            Code::RefsOld,
            [
                file::shown(path).into(),
                both(&words(|list| list.zh, "、"), &words(|list| list.en, ", ")),
                people.into(),
            ],
        ));
    }
    let is_old = lists.iter().filter_map(age).any(|age| age > FRESH);
    let looked = looked::load(&snapshot.connection, now, most);
    let looked = looked.map_err(|error| file::unreadable(path, &error))?;
    let too_old = |kept: &KeptList| kept.list.personal && age(kept).is_some_and(|age| age > KEPT);
    let oldest = lists.iter().filter(|kept| too_old(kept)).filter_map(age).max();
    if people == People::OfLate {
        lists.retain(|kept| !too_old(kept));
    }
    let read = lists.iter().filter(|kept| kept.pulled_at.is_some());
    let read: Vec<_> = read.map(|kept| kept.list).collect();
    let known = snapshot.directory(&read, looked, is_old)?;
    Ok(Some(known.with_old_people(oldest)))
}

/// The job data that the snapshot knows, by the employee's ID.
///
/// # Errors
/// The snapshot can't be read, or is of another tenant.
pub(crate) fn recorded(
    path: &Path,
    owner: &Owner,
    now: Timestamp,
) -> Result<BTreeMap<String, String>, Complaint> {
    let mut found = BTreeMap::new();
    let Some(snapshot) = Snapshot::open(path, owner)? else { return Ok(found) };
    let Way::OfOther { owner, .. } = lists::JOB_DATA.way else { return Ok(found) };
    let mut all = || -> rusqlite::Result<()> {
        read(&snapshot.connection, &lists::JOB_DATA, |entry, extra| {
            found.extend(owner_of(extra, owner).map(|owner| (owner, entry.id)));
        })?;
        let looked = looked::load(&snapshot.connection, now, None)?;
        let made = looked.job_data.into_iter().filter(|one| awaited::owner(&one.id).is_none());
        found.extend(made.filter_map(|one| Some((one.owner?, one.id))));
        Ok(())
    };
    all().map_err(|error| file::unreadable(path, &error))?;
    Ok(found)
}

/// Erase what the snapshot holds of people; as if they had never been read. Whether there was anything.
///
/// # Errors
/// The snapshot can't be read or written.
pub(crate) fn forget_people(path: &Path) -> Result<bool, Complaint> {
    if !path.exists() {
        return Ok(false);
    }
    let erased = || -> rusqlite::Result<bool> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags)?;
        connection.pragma_update(None, "secure_delete", 1)?;
        let work = connection.transaction()?;
        let mut erased = looked::forget(&work)?;
        for list in lists::ALL.iter().filter(|list| list.personal) {
            erased += work.execute("DELETE FROM entries WHERE list = ?1", [list.word])?;
            work.execute("DELETE FROM lists WHERE word = ?1", [list.word])?;
        }
        work.commit()?;
        Ok(erased > 0)
    };
    erased().map_err(|error| file::unwritable(path, &error))
}

/// Count what each list has.
fn count(connection: &Connection, all: &mut [KeptList]) -> rusqlite::Result<()> {
    let mut statement =
        connection.prepare(
        "SELECT list, count(*), sum(active), sum(names = '' AND codes = '') FROM entries GROUP BY list",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let word: String = row.get(0)?;
        let number = |at: usize| row.get::<_, i64>(at).map(i64::unsigned_abs);
        if let Some(kept) = all.iter_mut().find(|kept| kept.list.word == word) {
            (kept.entries, kept.active, kept.nameless) = (number(1)?, number(2)?, number(3)?);
        }
    }
    Ok(())
}

/// What is known of each list, but for how many entries it has.
pub(super) fn kept_lists(connection: &Connection) -> rusqlite::Result<Vec<KeptList>> {
    let mut statement = connection.prepare(
        "SELECT word, pulled_at, without_id, unread_code, unread_args, added, renamed, gone, deactivated
           FROM lists",
    )?;
    let mut rows = statement.query([])?;
    let mut found = HashMap::new();
    while let Some(row) = rows.next()? {
        let word: String = row.get(0)?;
        if let Some(list) = lists::named(&word) {
            found.insert(list.word, kept_list(list, row)?);
        }
    }
    Ok(lists::ALL.iter().filter_map(|list| found.remove(list.word)).collect())
}

fn kept_list(list: &'static TenantList, row: &Row<'_>) -> rusqlite::Result<KeptList> {
    let count = |at: usize| row.get::<_, i64>(at).map(i64::unsigned_abs);
    let unread: Option<String> = row.get(3)?;
    let args: Option<String> = row.get(4)?;
    let unread = unread.and_then(|id| {
        let code = Code::ALL.iter().find(|code| code.id() == id).copied()?;
        let args = args.and_then(|args| serde_json::from_str(&args).ok()).unwrap_or_default();
        Some(Complaint { code, args })
    });
    let pulled_at: Option<String> = row.get(1)?;
    Ok(KeptList {
        list,
        pulled_at: pulled_at.and_then(|at| at.parse().ok()),
        without_id: count(2)?,
        unread,
        drift: Drift {
            added: count(5)?,
            renamed: count(6)?,
            gone: count(7)?,
            deactivated: count(8)?,
        },
        entries: 0,
        active: 0,
        nameless: 0,
    })
}
