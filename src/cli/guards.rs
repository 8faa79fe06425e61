//! Guards of unattended imports: too many invalid rows, too few rows. A night on which the export
//! was half-written or a column was renamed must not be sent.
//!
//! Must not know: how a plan is made or shown.

use crate::intake::IntakeCounts;
use crate::journal::{InputRow, Journal, RunId, RunRow, RunState};
use crate::problem::{Arg, Code, Complaint, both};

use super::amount::Amount;
use super::args::Import;
use super::exit::Exit;

/// What keeps a plan from being sent, with the code that says so.
pub(super) fn stop(
    args: &Import,
    journal: &Journal,
    run: RunId,
    read: &IntakeCounts,
) -> Result<Option<(Exit, Option<Complaint>)>, Complaint> {
    if let Some(least) = args.min_rows
        && let Some(complaint) = too_few(least, journal, run, read)?
    {
        return Ok(Some((Exit::Stopped, Some(complaint))));
    }
    Ok(match args.max_invalid {
        Some(most) => too_many(most, read).map(|complaint| (Exit::NothingSent, Some(complaint))),
        None if read.invalid() > 0 && !args.skip_invalid => Some((Exit::NothingSent, None)),
        None => None,
    })
}

#[expect(clippy::cast_precision_loss, reason = "rows are far fewer than 2^52")]
fn too_many(most: Amount, read: &IntakeCounts) -> Option<Complaint> {
    let all = read.valid() + read.invalid();
    let over = read.invalid() as f64 > most.of(all);
    over.then(|| {
        let args = [read.invalid().to_string(), all.to_string(), most.shown()];
        Complaint::with(Code::TooManyInvalid, args)
    })
}

#[expect(clippy::cast_precision_loss, reason = "rows are far fewer than 2^52")]
fn too_few(
    least: Amount,
    journal: &Journal,
    run: RunId,
    read: &IntakeCounts,
) -> Result<Option<Complaint>, Complaint> {
    let rows = read.rows - read.blank - read.skipped;
    let before = match least {
        Amount::Count(_) => 0,
        Amount::Percent(_) => match last(&journal.runs()?, run) {
            Some(rows) => rows,
            None => return Ok(None),
        },
    };
    let under = (rows as f64) < least.of(before);
    Ok(under.then(|| {
        let compared = match least {
            Amount::Count(_) => Arg::default(),
            Amount::Percent(_) => {
                both(&format!("，上次 {before} 行"), &format!(", the last run had {before}"))
            }
        };
        Complaint::with(Code::TooFewRows, [rows.to_string().into(), least.shown().into(), compared])
    }))
}

/// The rows with content of the newest run before this one that was approved.
fn last(runs: &[RunRow], this: RunId) -> Option<u64> {
    let approved = |row: &&RunRow| {
        row.id != this && row.approved_at.is_some() && row.state != RunState::Abandoned
    };
    let newest = runs.iter().filter(approved).max_by_key(|row| row.id)?;
    let rows = |input: &InputRow| input.rows.saturating_sub(input.blank + input.skipped);
    Some(newest.inputs.iter().map(rows).sum())
}
