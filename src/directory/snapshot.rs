//! A snapshot that is read: what it holds of each list, and all of it in memory.
//!
//! Must not know: how it came about.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OpenFlags, Row};
use serde_json::Value;

use super::customs;
use super::file::{self, Owner};
use super::looked::{self, Looked};
use super::rows::{apart, read};
use crate::kinds::{self, lists};
use crate::problem::{Code, Complaint, both};
use crate::resolve::{Directory, Entry};
use crate::spec::{IdOf, TenantList, Way, awaited};

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

    /// Everything, to look names up in.
    fn directory(
        &self,
        known: &[KeptList],
        looked: Looked,
        is_old: bool,
    ) -> Result<Directory, Complaint> {
        let all = directory(&self.connection, known, looked, is_old);
        all.map_err(|error| file::unreadable(&self.path, &error))
    }
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
) -> Result<Option<Directory>, Complaint> {
    let Some(snapshot) = Snapshot::open(path, owner)? else { return Ok(None) };
    // Nobody asks how many entries there are: to count them takes as long as to read them.
    let lists = kept_lists(&snapshot.connection).map_err(|error| file::unreadable(path, &error))?;
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
    snapshot.directory(&lists, looked, is_old).map(Some)
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
        connection.prepare("SELECT list, count(*), sum(active) FROM entries GROUP BY list")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let word: String = row.get(0)?;
        let number = |at: usize| row.get::<_, i64>(at).map(i64::unsigned_abs);
        if let Some(kept) = all.iter_mut().find(|kept| kept.list.word == word) {
            (kept.entries, kept.active) = (number(1)?, number(2)?);
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
    })
}

/// All entries of the lists that were ever read. A level is within the jobs that name it; what is of an
/// entry of another list is found by that one's ID as well, and where it is still to be made, something
/// stands for it.
fn directory(
    connection: &Connection,
    known: &[KeptList],
    looked: Looked,
    is_old: bool,
) -> rusqlite::Result<Directory> {
    let mut lists: Vec<(IdOf, Vec<Entry>)> = Vec::new();
    let mut jobs_of_level: HashMap<String, Vec<String>> = HashMap::new();
    let mut customs = Vec::new();
    for kept in known.iter().filter(|kept| kept.pulled_at.is_some()) {
        let mut entries = Vec::new();
        let owner = match kept.list.way {
            Way::OfOther { other, owner, .. } => Some((other, owner)),
            Way::Pages(_) | Way::Once(_) | Way::Tree { .. } | Way::PagesOrNamed { .. } => None,
        };
        read(connection, kept.list, |mut entry, extra| {
            if kept.list.of == IdOf::Department {
                entry.wants = wants(extra);
            }
            if kept.list.of == IdOf::Job {
                for level in levels(extra) {
                    jobs_of_level.entry(level).or_default().push(entry.id.clone());
                }
            }
            if kept.list.of == IdOf::CustomField {
                customs.push((entry.clone(), extra.to_owned()));
            }
            if let Some((_, owner)) = owner {
                entry.owner = owner_of(extra, owner);
                entry.codes.extend(entry.owner.clone());
            }
            entries.push(entry);
        })?;
        if let Some((other, _)) = owner
            && kinds::maker(kept.list.of).is_some()
            && let Some(owners) = lists::named(other)
        {
            still_to_be_made(connection, owners, &mut entries)?;
        }
        lists.push((kept.list.of, entries));
    }
    let mut partial = Vec::new();
    let Looked { people, job_data, of_people, of_job_data, nobody } = looked;
    for (of, own, asked) in
        [(IdOf::Employment, people, of_people), (IdOf::JobData, job_data, of_job_data)]
    {
        if let Some((_, entries)) = lists.iter_mut().find(|(known, _)| *known == of) {
            join(entries, own);
        } else {
            partial.push((of, asked));
            lists.push((of, own));
        }
    }
    let of_levels = lists.iter_mut().filter(|(of, _)| *of == IdOf::JobLevel);
    for level in of_levels.flat_map(|(_, levels)| levels) {
        level.within.extend(jobs_of_level.remove(&level.id).unwrap_or_default());
    }
    let (fields, required) = (customs::fields(&customs), customs::required(&customs));
    let modules = customs::required_modules(&customs);
    let known = Directory::new(lists, is_old).with_customs(fields).with_required(required);
    let known = known.with_choices(customs::choices(&customs));
    Ok(known.with_required_modules(modules).with_looked_up(partial, nobody))
}

/// Add people who were looked up to those who were read with all others: who is among these has one more
/// way to be named.
fn join(entries: &mut Vec<Entry>, looked: Vec<Entry>) {
    let own = |entry: &Entry| entry.owner.clone().unwrap_or_else(|| entry.id.clone());
    let at: HashMap<String, usize> =
        entries.iter().enumerate().map(|(at, entry)| (own(entry), at)).collect();
    for one in looked {
        match at.get(&own(&one)).and_then(|at| entries.get_mut(*at)) {
            Some(known) => {
                let new = |code: &String| !known.codes.contains(code);
                let more: Vec<String> = one.codes.into_iter().filter(new).collect();
                known.codes.extend(more);
            }
            None => entries.push(one),
        }
    }
}

/// Whose an entry is, of what is kept beside it.
fn owner_of(extra: &str, key: &str) -> Option<String> {
    let extra: Value = serde_json::from_str(extra).unwrap_or_default();
    extra[key].as_str().map(str::to_owned)
}

/// What those have of whom no entry is: one that is named by its owner until it is made.
fn still_to_be_made(
    connection: &Connection,
    owners: &TenantList,
    entries: &mut Vec<Entry>,
) -> rusqlite::Result<()> {
    let made: HashSet<String> = entries.iter().filter_map(|entry| entry.owner.clone()).collect();
    read(connection, owners, |owner, _| {
        if !made.contains(&owner.id) {
            let mut codes = owner.codes;
            codes.push(owner.id.clone());
            entries.push(Entry {
                id: awaited::of(&owner.id),
                codes,
                names: owner.names,
                within: owner.within,
                owner: Some(owner.id),
                wants: None,
                active: owner.active,
                parent: None,
            });
        }
    })
}

/// What else somebody in a department must have, of what is kept beside it.
fn wants(extra: &str) -> Option<IdOf> {
    let says = |model: &str| extra.contains(&format!("\"{model}\""));
    if !lists::STAFFED.iter().any(|(model, _)| says(model)) {
        return None;
    }
    let extra: Value = serde_json::from_str(extra).unwrap_or_default();
    let model = extra[lists::STAFFING].as_str()?;
    lists::STAFFED.iter().find(|(own, _)| *own == model).map(|(_, of)| *of)
}

/// The levels that a job allows, of what is kept beside it.
fn levels(extra: &str) -> Vec<String> {
    let extra: Value = serde_json::from_str(extra).unwrap_or_default();
    apart(&extra[lists::LEVELS])
}
