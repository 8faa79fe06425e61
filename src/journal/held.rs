//! Records that name others which are still to be made: held when their run is approved, and blocked
//! when nothing else is to come.
//!
//! Must not know: what frees them (`apply`), who names whom.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

use crate::plan::{JobId, Need};
use crate::problem::{Code, Complaint, Reason, Unmade};
use crate::spec::KindId;

use super::apply::{apply, load};
use super::event::Event;
use super::keys;
use super::needs;
use super::rows;
use super::run::RunId;
use super::standing::JobState;
use super::store::Journal;
use super::trouble::JournalResult;

/// Hold the records of an approved run that wait for others; what is made already stands in their bodies
/// from here on.
pub(super) fn hold(connection: &Connection, run: RunId, now: Timestamp) -> JournalResult<()> {
    let mut select = connection.prepare(
        "SELECT n.record, r.job FROM needs n JOIN records r ON r.run = n.run AND r.record = n.record
           JOIN jobs j ON j.id = r.job AND j.run = n.run AND j.record = n.record
          WHERE n.run = ?1 AND j.state = 'pending' GROUP BY n.record ORDER BY n.record",
    )?;
    let waiting: Vec<(u32, i64)> = select
        .query_map([run.0], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (record, job) in waiting {
        let mut left = 0;
        for Need { key, owner } in needs::of(connection, run, record)? {
            match needs::made(connection, key)? {
                Some(id) => needs::fill(connection, (run, record, JobId(job)), (key, &owner), &id)?,
                None => left += 1,
            }
        }
        if left > 0 {
            apply(connection, JobId(job), &Event::Held, now)?;
        }
    }
    Ok(())
}

impl Journal {
    /// What is held in approved runs waits in vain: nothing else is to come. Each is blocked, by the
    /// record at the end of its line; what happened to each is returned with its kind.
    pub fn block_held(&mut self, now: Timestamp) -> Result<Vec<(KindId, Event)>, Complaint> {
        self.write(|transaction| {
            let mut select = transaction.prepare(
                "SELECT id, kind FROM jobs WHERE state = 'held' AND kind IN (SELECT word FROM kinds)
                    AND run IN (SELECT id FROM runs WHERE state = 'approved') ORDER BY id",
            )?;
            let mut held = Vec::new();
            let mut found = select.query([])?;
            while let Some(row) = found.next()? {
                held.push((JobId(row.get(0)?), rows::kind_at(row, 1)?));
            }
            let mut known = HashMap::new();
            let mut events = Vec::with_capacity(held.len());
            for (job, kind) in held {
                let event = Event::Blocked { reason: in_the_way(transaction, job, &mut known)? };
                apply(transaction, job, &event, now)?;
                events.push((kind, event));
            }
            Ok(events)
        })
    }
}

/// Why a job waits in vain: the row at the end of the line that it stands in, which is `known` of all that
/// stand in it from then on. Records of two runs may wait for one another: then nobody is at its end.
fn in_the_way(
    connection: &Connection,
    job: JobId,
    known: &mut HashMap<JobId, Reason>,
) -> JournalResult<Reason> {
    let mut line = vec![job];
    let mut last = job;
    let reason = loop {
        if let Some(reason) = known.get(&last) {
            break reason.clone();
        }
        let (run, record): (i64, u32) = connection
            .prepare_cached("SELECT run, record FROM jobs WHERE id = ?1")?
            .query_row([last.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let Some(need) = needs::of(connection, RunId(run), record)?.into_iter().next() else {
            break unmade(connection, last)?;
        };
        match keys::owner(connection, need.key)? {
            Some(next) if line.contains(&next) => {
                break Reason::Found(Code::ManagerNotMade);
            }
            Some(next) => last = next,
            None => break Reason::Found(Code::ManagerNotMade),
        }
        line.push(last);
    };
    known.extend(line.into_iter().map(|job| (job, reason.clone())));
    Ok(reason)
}

/// The row of a job that others wait for, and why it was not made.
fn unmade(connection: &Connection, job: JobId) -> JournalResult<Reason> {
    let standing = load(connection, job)?;
    let made_since = JobState::Blocked { reason: Reason::Found(Code::ManagerMadeSince) };
    let how = if standing.is_unknown() {
        Unmade::Unknown
    } else if !standing.state.is_settled() || standing.state == made_since {
        Unmade::Unsent
    } else {
        Unmade::Failed
    };
    let place = connection
        .prepare_cached(
            "SELECT i.file, r.sheet, r.row FROM jobs j
               JOIN records r ON r.run = j.run AND r.record = j.record
               JOIN inputs i ON i.run = r.run AND i.position = r.input WHERE j.id = ?1",
        )?
        .query_row([job.0], |row| {
            Ok(Reason::After { file: row.get(0)?, sheet: row.get(1)?, row: row.get(2)?, how })
        })
        .optional()?;
    Ok(place.unwrap_or(Reason::Found(Code::ManagerNotMade)))
}
