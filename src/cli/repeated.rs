//! An input that comes again byte for byte, and is read as before: what an earlier run found in it is
//! found in it again, so that no row need be checked once more.
//!
//! Must not know: what a plan depends on (`mark`), what becomes of a record that is done (`journal`).

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::intake::again::AgainSheet;
use crate::intake::{IntakeCounts, IntakeOptions};
use crate::journal::{InputRow, Journal, RunHead, RunId, RunRow, RunState};
use crate::problem::Complaint;
use crate::report::Groups;
use crate::source;

use super::ask::PlannedTable;
use super::kept::RunOptions;
use super::mark::Repeatable;

/// A draft of which no row was read.
pub(super) struct Repeated {
    pub(super) run: RunId,
    pub(super) totals: IntakeCounts,
    pub(super) groups: Groups,
    pub(super) sheets: Vec<AgainSheet>,
    pub(super) tables: Vec<PlannedTable>,
}

/// The draft of an input that has this mark and was done by an earlier run, byte for byte. None where
/// there is no such run, or one of its records is to be admitted anew.
pub(super) fn draft(
    (order, mark): (&IntakeOptions, &str),
    head: &RunHead,
    journal: &mut Journal,
) -> Result<Option<Repeated>, Complaint> {
    let Some((earlier, kept, done)) = earlier(journal, mark)? else { return Ok(None) };
    // The files are hashed meanwhile; where they are others, nothing of the draft stays.
    let differs = AtomicBool::new(false);
    let run = std::thread::scope(|scope| {
        let mut hashed = Some(scope.spawn(|| {
            let same = is_same(order, &earlier);
            differs.store(!same, Ordering::Relaxed);
            same
        }));
        let mut the_same = |end: bool| match hashed.take_if(|_| end) {
            // One that came to grief has told nothing.
            Some(hashed) => hashed.join().unwrap_or(false),
            None => !differs.load(Ordering::Relaxed),
        };
        journal.repeat(head, earlier.id, (&done.totals.records, &mut the_same))
    })?;
    let Some(run) = run else { return Ok(None) };
    journal.keep_options(run, &earlier.options_json)?;
    let mut groups = Groups::new();
    for row in journal.problems(run) {
        groups.add(&row?.problem);
    }
    let sheets = kept.all_sheets().to_vec();
    let Repeatable { totals, tables, .. } = done;
    Ok(Some(Repeated { run, totals, groups, sheets, tables }))
}

/// The newest run with this mark that was sent to its end, and what it has kept.
fn earlier(
    journal: &Journal,
    mark: &str,
) -> Result<Option<(RunRow, RunOptions, Repeatable)>, Complaint> {
    for row in journal.runs()? {
        let kept = RunOptions::of(&row.options_json);
        let done = kept.repeatable.clone().filter(|done| done.mark == mark);
        if let Some(done) = done.filter(|_| row.state == RunState::Finished) {
            return Ok(Some((row, kept, done)));
        }
    }
    Ok(None)
}

/// Whether a run has read these files, with the bytes that they have now.
fn is_same(order: &IntakeOptions, earlier: &RunRow) -> bool {
    let same = |(path, input): (&PathBuf, &InputRow)| {
        let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
        shown == input.file
            && source::digest_of(path, &shown)
                .is_ok_and(|now| now.sha256() == Some(input.sha256.as_str()))
    };
    order.files.len() == earlier.inputs.len() && order.files.iter().zip(&earlier.inputs).all(same)
}
