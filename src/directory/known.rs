//! What a snapshot holds → the directory that names are looked up in.
//!
//! Must not know: whose snapshot it is, how old.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;
use serde_json::Value;

use super::customs;
use super::looked::Looked;
use super::rows::{apart, read};
use crate::kinds::{self, lists};
use crate::resolve::{Directory, Entry, Texts};
use crate::spec::{IdOf, TenantList, Way, awaited};

/// All entries of the lists that were ever read. A level is within the jobs that name it; what is of an
/// entry of another list is found by that one's ID as well, and where it is still to be made, something
/// stands for it.
pub(super) fn directory(
    connection: &Connection,
    known: &[&'static TenantList],
    looked: Looked,
    is_old: bool,
) -> rusqlite::Result<Directory> {
    let mut lists: Vec<(IdOf, Vec<Entry>)> = Vec::new();
    let mut jobs_of_level: HashMap<String, Vec<String>> = HashMap::new();
    let mut customs = Vec::new();
    for list in known {
        let mut entries: Vec<Entry> = Vec::new();
        let owner = match list.way {
            Way::OfOther { other, owner, .. } => Some((other, owner)),
            Way::Pages(_) | Way::Once(_) | Way::Tree { .. } | Way::PagesOrNamed { .. } => None,
        };
        let other = owner.and_then(|(other, _)| lists::named(other));
        let owners = Owners::of(other.and_then(|other| {
            lists.iter().find(|(of, _)| *of == other.of).map(|(_, entries)| entries.as_slice())
        }));
        read(connection, list, |mut entry, extra| {
            if list.of == IdOf::Department {
                entry.wants = wants(extra);
            }
            if list.of == IdOf::Job {
                for level in levels(extra) {
                    jobs_of_level.entry(level).or_default().push(entry.id.clone());
                }
            }
            if list.of == IdOf::CustomField {
                customs.push((entry.clone(), extra.to_owned()));
            }
            if let Some((_, owner)) = owner {
                entry.owner = owner_of(extra, owner);
                owners.share(&mut entry);
            }
            entries.push(entry);
        })?;
        if let Some((other, _)) = owner
            && kinds::maker(list.of).is_some()
            && let Some(owners) = lists::named(other)
        {
            still_to_be_made(connection, owners, &mut entries)?;
        }
        lists.push((list.of, entries));
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
    put_into_jobs(&mut lists, jobs_of_level);
    let (fields, required) = (customs::fields(&customs), customs::required(&customs));
    let modules = customs::required_modules(&customs);
    let known = Directory::new(lists, is_old).with_customs(fields).with_required(required);
    let known = known.with_choices(customs::choices(&customs));
    Ok(known.with_required_modules(modules).with_looked_up(partial, nobody))
}

/// A level is within the jobs that name it.
fn put_into_jobs(
    lists: &mut [(IdOf, Vec<Entry>)],
    mut jobs_of_level: HashMap<String, Vec<String>>,
) {
    let of_levels = lists.iter_mut().filter(|(of, _)| *of == IdOf::JobLevel);
    for level in of_levels.flat_map(|(_, levels)| levels) {
        let jobs = jobs_of_level.remove(&level.id).unwrap_or_default();
        level.within = level.within.iter().cloned().chain(jobs).collect();
    }
}

/// The entries of another list, by their IDs, whose texts those that are theirs share.
struct Owners<'e> {
    entries: &'e [Entry],
    /// Their places in the order of their IDs.
    ids: Vec<usize>,
}

impl<'e> Owners<'e> {
    fn of(entries: Option<&'e [Entry]>) -> Self {
        let entries = entries.unwrap_or_default();
        let mut ids: Vec<usize> = (0..entries.len()).collect();
        ids.sort_unstable_by(|one, other| entries[*one].id.cmp(&entries[*other].id));
        Self { entries, ids }
    }

    /// What an entry has as its owner has it is the owner's.
    fn share(&self, entry: &mut Entry) {
        let Some(owner) = entry.owner.as_deref() else { return };
        let found = self.ids.binary_search_by(|at| self.entries[*at].id.as_str().cmp(owner));
        let Some(owner) = found.ok().and_then(|at| self.entries.get(self.ids[at])) else { return };
        let pairs = [
            (&mut entry.codes, &owner.codes),
            (&mut entry.names, &owner.names),
            (&mut entry.within, &owner.within),
        ];
        for (own, owners) in pairs {
            if *own == *owners {
                *own = Texts::clone(owners);
            }
        }
    }
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
                let more: Vec<String> =
                    one.codes.iter().filter(|code| new(code)).cloned().collect();
                if !more.is_empty() {
                    known.codes = known.codes.iter().cloned().chain(more).collect();
                }
            }
            None => entries.push(one),
        }
    }
}

/// Whose an entry is, of what is kept beside it.
pub(super) fn owner_of(extra: &str, key: &str) -> Option<String> {
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
            entries.push(Entry {
                id: awaited::of(&owner.id),
                codes: owner.codes,
                names: owner.names,
                within: owner.within,
                owner: Some(owner.id),
                wants: None,
                since: None,
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
