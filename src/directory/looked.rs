//! The people of a snapshot who were looked up by a key: who was found, and when.
//!
//! Somebody who was found is known for a week. That nobody was found holds for as long as the tenant's index
//! may lag behind, since whoever was added meanwhile is not in it yet.
//!
//! Must not know: how people are looked up.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::file::{PEOPLE, SCHEMA};
use crate::resolve::{Entry, person};
use crate::spec::awaited;

/// Who was found, or read with all others, is asked for again after this.
pub(super) const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);
/// So long somebody new may be missing from what is searched.
const LAG: SignedDuration = SignedDuration::from_mins(5);

/// Somebody who was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) codes: Vec<String>,
    pub(super) names: Vec<String>,
    pub(super) within: Vec<String>,
    pub(super) active: bool,
    /// The job data of today; empty where there are none, nothing where they were not asked for.
    pub(super) job_data: Option<String>,
    /// From which day on these are in force, where they are not yet.
    #[serde(default)]
    pub(super) since: Option<String>,
}

/// What is known of those who were looked up.
#[derive(Debug, Default)]
pub(super) struct Looked {
    /// Employments.
    pub(super) people: Vec<Entry>,
    /// Job data, and what stands for those still to be made.
    pub(super) job_data: Vec<Entry>,
    /// The keys, in their normal form, by which employments were found.
    pub(super) of_people: HashSet<String>,
    /// The same of job data.
    pub(super) of_job_data: HashSet<String>,
    /// Keys, in their normal form, that nobody has, as of late.
    pub(super) nobody: BTreeSet<String>,
}

/// Keep who was found by a key.
pub(super) fn put(
    connection: &Connection,
    key: &str,
    found: &[Person],
    now: Timestamp,
) -> rusqlite::Result<()> {
    let found = serde_json::to_string(found).unwrap_or_default();
    connection.execute(
        "INSERT OR REPLACE INTO looked_up (key, looked_at, found) VALUES (?1, ?2, ?3)",
        params![person::form(key), now.to_string(), found],
    )?;
    Ok(())
}

/// Make room for people in a snapshot of the first schema.
pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(PEOPLE)?;
    connection.pragma_update(None, "user_version", SCHEMA)
}

/// Whether a snapshot has room for them; one of the first schema has none.
pub(super) fn is_there(connection: &Connection, schema: &str) -> rusqlite::Result<bool> {
    let sql = format!("SELECT 1 FROM {schema}.sqlite_master WHERE name = 'looked_up'");
    connection.prepare(&sql)?.exists([])
}

/// Take over what the old snapshot, which is attached, knows of them.
pub(super) fn take_over(connection: &Connection) -> rusqlite::Result<()> {
    if is_there(connection, "old")? {
        let copy = "INSERT OR IGNORE INTO main.looked_up SELECT * FROM old.looked_up";
        connection.execute(copy, [])?;
    }
    Ok(())
}

/// What is kept of those who were looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LookedUpPeople {
    /// So many different people were found.
    pub people: u64,
    /// So many keys nobody had.
    pub nobody: u64,
    /// When the first of them was looked up that is still kept.
    pub oldest: Timestamp,
    /// So many of those who were found are too old to be gone by, and are looked up again.
    pub too_old: u64,
}

/// How many were looked up, and since when; none where nobody was.
pub(super) fn count(
    connection: &Connection,
    now: Timestamp,
) -> rusqlite::Result<Option<LookedUpPeople>> {
    if !is_there(connection, "main")? {
        return Ok(None);
    }
    let mut statement = connection.prepare("SELECT looked_at, found FROM looked_up")?;
    let mut rows = statement.query([])?;
    let mut latest: BTreeMap<String, Timestamp> = BTreeMap::new();
    let (mut nobody, mut oldest): (u64, Option<Timestamp>) = (0, None);
    while let Some(row) = rows.next()? {
        let (at, found): (String, String) = (row.get(0)?, row.get(1)?);
        let Ok(at) = at.parse::<Timestamp>() else { continue };
        let found: Vec<Person> = serde_json::from_str(&found).unwrap_or_default();
        nobody += u64::from(found.is_empty());
        oldest = Some(oldest.map_or(at, |oldest| oldest.min(at)));
        for person in found {
            let known = latest.entry(person.id).or_insert(at);
            *known = at.max(*known);
        }
    }
    let old = latest.values().filter(|at| now.duration_since(**at) > KEPT).count();
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    Ok(oldest.map(|oldest| LookedUpPeople {
        people: number(latest.len()),
        nobody,
        oldest,
        too_old: number(old),
    }))
}

/// Erase them; how many keys there were.
pub(super) fn forget(connection: &Connection) -> rusqlite::Result<usize> {
    if !is_there(connection, "main")? {
        return Ok(0);
    }
    connection.execute("DELETE FROM looked_up", [])
}

/// What is known of them now; nothing that is older than `most`.
pub(super) fn load(
    connection: &Connection,
    now: Timestamp,
    most: Option<SignedDuration>,
) -> rusqlite::Result<Looked> {
    let mut looked = Looked::default();
    if !is_there(connection, "main")? {
        return Ok(looked);
    }
    let kept = most.map_or(KEPT, |most| most.min(KEPT));
    let mut people: BTreeMap<String, Person> = BTreeMap::new();
    let mut statement = connection.prepare("SELECT key, looked_at, found FROM looked_up")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (key, at, found): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        // A snapshot of before holds what was found by a number under the name beside it.
        if person::form(&person::key(&key)) != key {
            continue;
        }
        let Ok(at) = at.parse::<Timestamp>() else { continue };
        let age = now.duration_since(at);
        let found: Vec<Person> = serde_json::from_str(&found).unwrap_or_default();
        if found.is_empty() && age <= LAG.min(kept) {
            looked.nobody.insert(key);
        } else if age <= kept {
            let mut all_led = true;
            looked.of_people.insert(key.clone());
            for mut person in found {
                person.codes.push(key.clone());
                // Job data may have been made since.
                person.job_data = person.job_data.filter(|own| !own.is_empty() || age <= LAG);
                all_led &= person.job_data.is_some();
                let known = people.entry(person.id.clone()).or_insert_with(|| person.clone());
                known.codes.extend(person.codes);
                if known.job_data.is_none() {
                    (known.job_data, known.since) = (person.job_data, person.since);
                }
            }
            if all_led {
                looked.of_job_data.insert(key);
            }
        }
    }
    for person in people.into_values() {
        looked.add(person);
    }
    Ok(looked)
}

impl Looked {
    fn add(&mut self, person: Person) {
        let Person { id, codes, names, within, active, job_data, since } = person;
        // A key may be a name, which the names hold already.
        let is_name =
            |code: &String| names.iter().any(|name| person::form(name) == person::form(code));
        let is_id = |code: &String| person::form(code) == person::form(&id);
        let codes = codes.into_iter().filter(|code| !is_name(code) && !is_id(code));
        // The number stays the first: that is what is shown.
        let mut seen = HashSet::new();
        let codes: Vec<String> = codes.filter(|code| seen.insert(person::form(code))).collect();
        let (names, within) = (names.into(), within.into());
        let entry = Entry { id, codes: codes.into(), names, within, active, ..Entry::default() };
        if let Some(job_data) = job_data {
            let owner = entry.id.clone();
            let id = if job_data.is_empty() { awaited::of(&owner) } else { job_data };
            let (owner, since) = (Some(owner), since.map(String::into_boxed_str));
            self.job_data.push(Entry { id, owner, since, ..entry.clone() });
        }
        self.people.push(entry);
    }
}
