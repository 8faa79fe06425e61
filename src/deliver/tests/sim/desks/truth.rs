//! The laws of a town, whoever imports what at which desk: the ledger is held against the people
//! that there are, and each journal's word against the ledger.

use std::collections::BTreeMap;

use rusqlite::{Connection, OpenFlags};

use super::super::net::marked;
use super::desk::{Desk, Town};
use super::roster::Line;
use super::*;

/// A look at the tenant is good for so long; from it to the send nothing else may pass but a moment.
const LOOK: Duration = Duration::from_secs(61);

/// A record of the tenant: whose, by which id, when it was made.
struct Made {
    who: usize,
    id: String,
    at: Duration,
    creates: u64,
}

fn all(town: &Town) -> Vec<Made> {
    let ledger = town.sandbox.ledger();
    let start = Behaviour::default().now_ms;
    let at = |ms: i64| Duration::from_millis(u64::try_from(ms - start).unwrap_or(0));
    let who = |body: &serde_json::Value| marked(body).expect("a mark").0;
    let talents = ledger.talents.iter().map(|one| Made {
        who: who(&one.body),
        id: one.id.clone(),
        at: at(one.create_time),
        creates: one.creates,
    });
    let job_data = ledger.job_data.iter().map(|one| Made {
        who: who(&one.body),
        id: one.id.clone(),
        at: at(one.create_time),
        creates: 1,
    });
    talents.chain(job_data).collect()
}

/// How often each was made.
fn by_person(town: &Town) -> BTreeMap<usize, Vec<Made>> {
    let mut made: BTreeMap<usize, Vec<Made>> = BTreeMap::new();
    for one in all(town) {
        made.entry(one.who).or_default().push(one);
    }
    made
}

/// Nobody is made twice, no window is broken.
pub(super) fn nobody_twice(town: &Town) -> Result<(), String> {
    if let Some(violation) = town.sandbox.ledger().violations.first() {
        return Err(format!("{violation:?}"));
    }
    for (who, made) in by_person(town) {
        let creates: u64 = made.iter().map(|one| one.creates).sum();
        if creates > 1 {
            let ids: Vec<_> = made.iter().map(|one| &one.id).collect();
            return Err(format!("{who} was made {creates} times: {ids:?}"));
        }
    }
    Ok(())
}

/// Two desks at once: a second time only where the second create left within a look's life of the
/// moment from which the first could be seen.
pub(super) fn twice_only_within_a_look(town: &Town, desks: [&Desk; 2]) -> Result<(), String> {
    let lag = town.lag;
    for (who, mut made) in by_person(town) {
        made.sort_by_key(|one| one.at);
        let Some((first, later)) = made.split_first() else { continue };
        let creates: u64 = made.iter().map(|one| one.creates).sum();
        if creates == 1 {
            continue;
        }
        let shown = first.at + lag;
        let left = desks.iter().flat_map(|desk| &desk.left).filter(|left| left.who == who);
        let last = left.map(|left| left.at.duration_since(town.began)).max().unwrap_or_default();
        if last > shown + LOOK {
            let later: Vec<_> = later.iter().map(|one| one.at).collect();
            return Err(format!(
                "{who} was made {creates} times: shown from {shown:?}, then {later:?}, last sent {last:?}"
            ));
        }
    }
    Ok(())
}

/// No record is called by the id of somebody else, and none is called created that no attempt of this
/// very journal can have made.
pub(super) fn nobody_in_anothers_record(
    town: &Town,
    desk: &Desk,
    journal: &Journal,
) -> Result<(), String> {
    let owners: BTreeMap<String, usize> =
        all(town).into_iter().map(|one| (one.id, one.who)).collect();
    for (run, lines) in &desk.runs {
        let Ok(records) = journal.records(*run) else { continue };
        for record in records {
            let record = record.map_err(|c| format!("{c:?}"))?;
            let Line { who, .. } = lines[record.row as usize - 2];
            let Some(id) = &record.remote_id else { continue };
            let what = format!("desk {}, run {run}: {who} is {:?}", desk.name, record.fate);
            match owners.get(id) {
                Some(owner) if *owner == who => {}
                Some(owner) => return Err(format!("{what} in the record of {owner}")),
                None => return Err(format!("{what} as {id}, which is none")),
            }
            if record.fate == Fate::Created && attempts(desk, *run, record.record) == 0 {
                return Err(format!("{what}, and no attempt of this journal can have made it"));
            }
        }
    }
    Ok(())
}

/// How many attempts of the journal's for a record may have been received, as far as it can know: one
/// that was cut off before it left is among them.
fn attempts(desk: &Desk, run: RunId, record: u32) -> i64 {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&desk.path, flags).unwrap();
    connection
        .query_row(
            "SELECT count(*) FROM attempts a JOIN records r ON r.job = a.job
              WHERE r.run = ?1 AND r.record = ?2
                AND a.outcome IS NOT 'never_sent' AND a.outcome IS NOT 'throttled'",
            (run.0, record),
            |row| row.get(0),
        )
        .unwrap()
}

/// Everybody of the last file is there, and is said to be.
pub(super) fn nobody_lost(
    town: &Town,
    desk: &Desk,
    journal: &Journal,
    known: impl Fn(usize) -> bool,
) -> Result<u64, String> {
    let made = by_person(town);
    let (run, lines) = desk.runs.last_key_value().expect("a run");
    for record in journal.records(*run).map_err(|c| format!("{c:?}"))? {
        let record = record.map_err(|c| format!("{c:?}"))?;
        let Line { who, version, .. } = lines[record.row as usize - 2];
        let is_there = made.contains_key(&who);
        let fine = match record.fate {
            Fate::Created | Fate::Existing | Fate::Unchanged | Fate::Changed => is_there,
            Fate::Unknown => !known(who) || attempts(desk, *run, record.record) >= 5,
            Fate::Invalid | Fate::Conflict | Fate::Blocked | Fate::Refused | Fate::NotSent => false,
        };
        if !fine {
            return Err(format!(
                "desk {}, run {run}: version {version} of {who} ends as {:?}, there: {is_there}",
                desk.name, record.fate
            ));
        }
    }
    Ok(made.len() as u64)
}
