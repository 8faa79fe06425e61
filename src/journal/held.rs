//! Records that name others which are still to be made: held when their run is approved, and blocked
//! when nothing else is to come.
//!
//! Must not know: what frees them (`apply`), who names whom.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

use crate::plan::{JobId, Need};
use crate::problem::{Code, Complaint, Reason};
use crate::spec::KindId;

use super::apply::apply;
use super::event::Event;
use super::keys;
use super::needs;
use super::rows;
use super::run::RunId;
use super::store::Journal;
use super::trouble::JournalResult;

/// Steps from one record that waits to the next: nobody waits in a circle, and no line is longer.
const LONGEST: usize = 10_000;

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
    /// record at the end of its line. How many there are of each kind.
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
            let mut blocked = Vec::with_capacity(held.len());
            let mut events = Vec::with_capacity(held.len());
            for (job, _) in &held {
                let reason = in_the_way(transaction, *job)?;
                blocked.push(Event::Blocked { reason });
            }
            for ((job, kind), event) in held.into_iter().zip(blocked) {
                apply(transaction, job, &event, now)?;
                events.push((kind, event));
            }
            Ok(events)
        })
    }
}

/// Why a job waits in vain: the row at the end of the line that it stands in.
fn in_the_way(connection: &Connection, job: JobId) -> JournalResult<Reason> {
    let mut last = job;
    for _ in 0..LONGEST {
        let (run, record): (i64, u32) = connection
            .prepare_cached("SELECT run, record FROM jobs WHERE id = ?1")?
            .query_row([last.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut next = None;
        for need in needs::of(connection, RunId(run), record)? {
            next = keys::owner(connection, need.key)?;
            if next.is_none() {
                return Ok(Reason::Found(Code::ManagerNotMade));
            }
        }
        let Some(next) = next else { break };
        last = next;
    }
    let place = connection
        .prepare_cached(
            "SELECT i.file, r.sheet, r.row FROM jobs j
               JOIN records r ON r.run = j.run AND r.record = j.record
               JOIN inputs i ON i.run = r.run AND i.position = r.input WHERE j.id = ?1",
        )?
        .query_row([last.0], |row| {
            Ok(Reason::After { file: row.get(0)?, sheet: row.get(1)?, row: row.get(2)? })
        })
        .optional()?;
    Ok(place.unwrap_or(Reason::Found(Code::ManagerNotMade)))
}
