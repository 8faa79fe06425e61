//! An input that comes again byte for byte, every record of which an earlier run has done: what admission
//! would find of each is what that run ended with.
//!
//! What was created, or found, stays so, and its keys stay its own; so the record comes again as
//! `unchanged`. A row with errors has the same errors. Of anything else only admission can tell.
//!
//! Must not know: how it is known that the input is the same.

use std::collections::BTreeMap;

use rusqlite::Transaction;

use crate::problem::{Code, Complaint};
use crate::spec::KindId;

use super::rows;
use super::run::{RunHead, RunId};
use super::runs::begin;
use super::store::Journal;
use super::tally::Tally;
use super::trouble::JournalResult;

/// Records that one statement copies: it holds them in memory meanwhile.
const AT_ONCE: i64 = 10_000;

/// Records of run `?2` after one and up to another, as they come again in run `?1`, but for those of
/// which it can't be told so.
const AGAIN: &str = "
    INSERT INTO records
        (run, record, input, sheet, row, kind, key, admission, same, job, rows, fate, settled_at)
    SELECT ?1, record, input, sheet, row, kind, key, iif(job IS NULL, 'invalid', 'unchanged'),
           job IS NOT NULL, job, rows, iif(job IS NULL, 'invalid', 'unchanged'), settled_at
      FROM records
     WHERE run = ?2 AND record > ?3 AND record <= ?4
       AND iif(job IS NULL, admission = 'invalid' AND fate = 'invalid',
               (fate = 'created' OR fate = 'existing')
                   AND (admission = 'new' OR admission = 'take_over' OR admission = 'send_again')
               OR fate = 'unchanged' AND admission = 'unchanged')";

/// Whether the input is the same as far as is known; with true once it is known for good.
type TheSame<'a> = &'a mut dyn FnMut(bool) -> bool;

impl Journal {
    /// A draft with what admission would find of the input of `earlier`, of which so many records passed,
    /// and failed, by kind. None where that can't be told, or where it is not `the_same`: then the journal
    /// is as it was. That is asked now and then, and at the end with true, to wait until it is known.
    pub fn repeat(
        &mut self,
        head: &RunHead,
        earlier: RunId,
        (records, the_same): (&BTreeMap<KindId, (u64, u64)>, TheSame<'_>),
    ) -> Result<Option<RunId>, Complaint> {
        let former = self.read(|connection| {
            let former = "SELECT value <> 0 FROM meta WHERE key = 'former_keys'";
            rows::maybe::<bool>(connection, former, [])
        })?;
        // Keys of today's form may lead elsewhere; what is erased can't be copied.
        if former != Some(false) || self.purged_at(earlier)?.is_some() {
            return Ok(None);
        }
        let all: u64 = records.values().map(|(valid, invalid)| valid + invalid).sum();
        let mut is_told = true;
        self.heed_references(false)?;
        let copied = self.write(|transaction| {
            let run = begin(transaction, head)?;
            let copied = copy(transaction, (run, earlier), &mut || the_same(false))?;
            is_told = copied == all && the_same(true);
            // Nothing of it stays, not even the number of the run.
            if is_told { Ok(run) } else { Err(Complaint::new(Code::InputChanged).into()) }
        });
        self.heed_references(true)?;
        if !is_told {
            return Ok(None);
        }
        let run = copied?;
        self.planned = Some(Tally::of_done(run, records).into());
        Ok(Some(run))
    }
}

/// Copy what a run knows of its input; how many of its records could be.
fn copy(
    transaction: &Transaction<'_>,
    (run, earlier): (RunId, RunId),
    goes_on: &mut dyn FnMut() -> bool,
) -> JournalResult<u64> {
    for table in [
        "INSERT INTO inputs (run, position, file, sha256, rows, blank, skipped)
         SELECT ?1, position, file, sha256, rows, blank, skipped FROM inputs WHERE run = ?2",
        "INSERT INTO causes (run, id, severity, of_record, problem)
         SELECT ?1, id, severity, of_record, problem FROM causes WHERE run = ?2",
        "INSERT INTO problems (run, n, record, cause, row, column, value, args)
         SELECT ?1, n, record, cause, row, column, value, args FROM problems WHERE run = ?2",
    ] {
        transaction.execute(table, (run.0, earlier.0))?;
    }
    let last = "SELECT coalesce(max(record), 0) FROM records WHERE run = ?1";
    let last: i64 = transaction.query_row(last, [earlier.0], |row| row.get(0))?;
    let mut again = transaction.prepare(AGAIN)?;
    let (mut copied, mut after) = (0, 0);
    while after < last && goes_on() {
        let up_to = last.min(after + AT_ONCE);
        let some = again.execute((run.0, earlier.0, after, up_to))?;
        copied += some as u64;
        if rows::size(some) < up_to - after {
            break;
        }
        after = up_to;
    }
    Ok(copied)
}
