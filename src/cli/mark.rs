//! By what an input that comes again byte for byte is known to be planned as before.
//!
//! Whatever a plan depends on beside the bytes of its files is in its mark. What can't be there (tables
//! beside a mapping file, fix files) has no mark: such an input is always read.
//!
//! Must not know: what is made of it (`repeated`), where it is kept (`kept`).

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::bind::ReadOptions;
use crate::config::Settings;
use crate::intake::{IntakeCounts, IntakeOptions};
use crate::mapping::RecordMapping;
use crate::source::OpenOptions;

use super::ask::PlannedTable;
use super::inputs::{Ordered, sha256};

/// What a run keeps of its plan, so that the same input need not be read again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Repeatable {
    pub(super) mark: String,
    pub(super) totals: IntakeCounts,
    pub(super) tables: Vec<PlannedTable>,
}

impl Repeatable {
    /// Of a plan that is made of this input, where it has a mark.
    pub(super) fn of(
        ordered: &Ordered,
        settings: &Settings,
        (totals, tables): (&IntakeCounts, &[PlannedTable]),
    ) -> Option<Self> {
        let mark = mark(ordered, settings)?;
        Some(Self { mark, totals: totals.clone(), tables: tables.to_vec() })
    }
}

/// What a plan depends on beside the bytes of its files. The length of each is here too, so that a file
/// that was edited is nearly always known by it, and not hashed in vain.
pub(super) fn mark(ordered: &Ordered, settings: &Settings) -> Option<String> {
    let Ordered { order, mapping_sha256, mapping_file, lists_sha256 } = ordered;
    // Each of them is named: whoever adds one decides whether a plan depends on it.
    let IntakeOptions {
        files,
        kind,
        fixes,
        mapping,
        mapping_folder: _,
        sheet,
        header_row,
        open,
        allow_keyless,
        hidden,
        accept,
        dates,
        now,
        directory,
        id_types,
        show_values,
        workers: _,
    } = order;
    let OpenOptions { encoding, delimiter, limits, reader: _, digesting: _ } = open;
    let records = mapping.iter().flat_map(|mapping| &mapping.records);
    let reads_more =
        |record: &RecordMapping| !record.values_from.is_empty() || !record.children.is_empty();
    if !fixes.is_empty() || records.clone().any(reads_more) {
        return None;
    }
    let lists = match directory {
        Some(directory) => Some((lists_sha256.as_ref()?, directory.is_old())),
        None => None,
    };
    let now = (*now)?;
    let usual = ReadOptions::china();
    let zones = records.map(|record| &record.timezone).chain([&usual]);
    let days: Vec<_> = zones.map(|zone| zone.to_datetime(now).date()).collect();
    let length = |path: &Path| Some(std::fs::metadata(path).ok()?.len());
    let lengths = files.iter().map(|path| length(path)).collect::<Option<Vec<u64>>>()?;
    let read = (files, lengths, kind, sheet, header_row, encoding, delimiter, limits);
    let how = (allow_keyless, hidden, accept, dates, days, id_types, show_values);
    // The same name in another folder is another file, which a report would read again.
    let mapped = mapping_file.iter().map(|file| &file.path);
    let places = files.iter().chain(mapped).map(std::path::absolute);
    let places = places.collect::<Result<Vec<_>, _>>().ok()?;
    let whose = (mapping_sha256, places, lists, &settings.id_types, &settings.marker_field);
    let all = format!("1 {} {read:?} {how:?} {whose:?}", env!("CARGO_PKG_VERSION"));
    Some(sha256(all.as_bytes()))
}
