//! A fix file among the inputs leads to its run, which holds the kind, the sheets, the header rows
//! and the mapping: `muster import fix-NAME.xlsx` needs no option, and what was fine and unsent in
//! that run goes along.
//!
//! Must not know: how a fix file is written, how records are admitted.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::intake::{FixFile, FixSheet, Hidden};
use crate::journal::{Journal, RunId, RunState};
use crate::plan::reference::RecordRef;
use crate::problem::{Complaint, Problem};
use crate::report::marked::title_of;
use crate::rows::tie;
use crate::sheet::{RawCell, RawRow, Stream as _};
use crate::source;

use super::inputs::{self, Ordered};
use super::kept::RunOptions;

/// Rows at a sheet's beginning among which the header of a fix file is looked for, and rows below
/// it among which a reference is.
const ROWS: usize = 200;

/// A workbook that is not called `fix-…` is looked into up to this size: reading a large one twice
/// would be felt, and a fix file that somebody renamed is small.
const RENAMED_AT_MOST: u64 = 16 << 20;

/// The run that an import goes on with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fixing {
    pub(super) run: RunId,
    /// How many of its records are fine and unsent.
    pub(super) fine: u64,
    /// It sent nothing, and what was fine of it is erased.
    pub(super) erased: bool,
}

/// Find fix files among the inputs, and let their run say how they are read. What a flag says goes
/// before.
///
/// # Errors
/// The journal can't be read, or the run's mapping not any more.
pub(super) fn recognise(
    ordered: &mut Ordered,
    journal: &Journal,
) -> Result<Option<Fixing>, Complaint> {
    let mut fixing = None;
    for path in ordered.order.files.clone() {
        let Some(reference) = reference(&path, ordered) else { continue };
        let Some(run) = journal.run_named(reference.run)? else { continue };
        let row = journal.run(run)?;
        let kept = RunOptions::of(&row.options_json);
        if let Some(of) = journal.input_of(run, reference.record)? {
            let sheets = sheets(&kept, &of);
            ordered.order.fixes.push(FixFile { path, of, sheets });
        }
        if ordered.order.mapping.is_none() {
            take_mapping(ordered, journal, run, &kept)?;
        }
        take_reading(ordered, &kept);
        let open = [RunState::Blocked, RunState::Interrupted, RunState::Halted];
        if fixing.is_none() && open.contains(&row.state) {
            let fine = journal.fine_and_unsent(run)?;
            let erased = row.state == RunState::Blocked && fine == 0 && journal.had_fine(run)?;
            fixing = Some(Fixing { run, fine, erased });
        }
    }
    Ok(fixing)
}

/// The first reference of a fix file; none where the file is none, or can't be read (which is told
/// where it is read).
fn reference(path: &Path, ordered: &Ordered) -> Option<RecordRef> {
    let mut magic = [0; 4];
    let mut file = std::fs::File::open(path).ok()?;
    let length = file.metadata().ok()?.len();
    file.read_exact(&mut magic).ok()?;
    let named = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("fix-"));
    if magic != *b"PK\x03\x04" || !named && length > RENAMED_AT_MOST {
        return None;
    }
    let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
    let mut book = source::open(path, &shown, &ordered.order.open).ok()?;
    for index in 0..book.sheets().len() {
        let mut rows = book.rows(index).ok()?;
        if let Ok(Some(reference)) = in_sheet(&mut rows) {
            return Some(reference);
        }
    }
    None
}

fn in_sheet(rows: &mut source::Rows<'_>) -> Result<Option<RecordRef>, Problem> {
    let mut row = RawRow::new();
    let mut column = None;
    for _ in 0..ROWS {
        if !rows.next(&mut row)? {
            break;
        }
        let text = |cell: RawCell<'_>| match cell {
            RawCell::Text(text) => text.trim().to_owned(),
            RawCell::Empty
            | RawCell::Number(_)
            | RawCell::Bool(_)
            | RawCell::Moment(_)
            | RawCell::Dressed(_)
            | RawCell::Fault(_) => String::new(),
        };
        match column {
            None => {
                let texts: Vec<String> = row.cells().map(text).collect();
                column = tie(&texts);
            }
            Some(column) => {
                if let Ok(reference) = text(row.cell(column)).parse::<RecordRef>() {
                    return Ok(Some(reference));
                }
            }
        }
    }
    Ok(None)
}

/// The sheets of an input as the run read them.
fn sheets(kept: &RunOptions, of: &str) -> Vec<FixSheet> {
    let sheet = |sheet: crate::intake::again::AgainSheet| FixSheet {
        title: title_of(&sheet.shown, sheet.sheet.as_deref()),
        kinds: kept.kinds(&sheet.shown, sheet.sheet.as_deref()),
        sheet: sheet.sheet.as_deref().map(str::to_owned),
        header_row: sheet.header_row,
    };
    kept.sheets(of).into_iter().filter(|sheet| !sheet.is_child).map(sheet).collect()
}

/// The mapping of the run, and the folder that its tables are found from.
fn take_mapping(
    ordered: &mut Ordered,
    journal: &Journal,
    run: RunId,
    kept: &RunOptions,
) -> Result<(), Complaint> {
    let Some(bytes) = journal.mapping_of(run)? else { return Ok(()) };
    let path = kept.mapping.clone().unwrap_or_else(|| PathBuf::from("mapping.toml"));
    let mapping = inputs::mapping_of_bytes(&bytes, &path).map_err(|problems| {
        problems.into_iter().next().map_or_else(
            || Complaint::new(crate::problem::Code::MappingUnreadable),
            |problem| problem.complaint,
        )
    })?;
    ordered.order.mapping = Some(mapping);
    ordered.order.mapping_folder = path.parent().map(Path::to_path_buf);
    ordered.mapping_sha256 = Some(inputs::sha256(&bytes));
    ordered.mapping_file = Some(inputs::MappingFile { path, bytes });
    Ok(())
}

/// How the run's cells were read.
fn take_reading(ordered: &mut Ordered, kept: &RunOptions) {
    let order = &mut ordered.order;
    order.allow_keyless |= kept.reading.allow_keyless;
    order.accept = order.accept.or(kept.reading.accept);
    order.dates = order.dates.or(kept.reading.dates);
    if kept.reading.hidden {
        order.hidden = Hidden::Read;
    }
}
