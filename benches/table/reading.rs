//! The lines of `check`: its time beside a bare read of the same file, and its memory.
//!
//! Must not know: how either is done.

use std::path::Path;
use std::process::Command;

use super::Outcome;
use super::lines::{Line, Ratios, mib};
use super::measure::run;
use super::sheets::{Talents, schema};
use super::stage::Stage;

/// Bytes that `check` may hold beside what grows with its input.
const GROUND_MIB: f64 = 24.0;
/// Kinds of key of a talent.
const KEYS: f64 = 3.0;

/// CSV: with both cores, with one, and the memory.
pub(crate) fn csv(stage: &Stage) -> Outcome<Vec<Line>> {
    let rows = stage.rows;
    let file = stage.csv(Talents::Usual, rows)?;
    let (mut two, mut one) = (Ratios::default(), Ratios::default());
    for _ in 0..stage.pairs {
        let bare = stage.bare("csv", &file, rows)?;
        let took = stage.checked(&file, "talent", rows)?;
        two.add(took.seconds, took.peak_kib, bare);
        let took = stage.check_by(1, &file, "talent", rows)?;
        one.add(took.seconds, took.peak_kib, bare);
    }
    let what = format!("`check` of {rows} × 24 talents, CSV");
    let limit = GROUND_MIB + bytes_of_keys(rows);
    Ok(vec![
        Line::times(format!("{what}, 2 workers"), 2.5, "a bare csv read", &two),
        Line::times(format!("{what}, 1 worker"), 4.5, "a bare csv read", &one),
        Line::peak(
            format!("memory of `check`, CSV, {rows} rows"),
            "24 MiB + 32 bytes a row and key",
            limit,
            two.peak_kib(),
        ),
    ])
}

/// 32 bytes for each row and key, as MiB.
fn bytes_of_keys(rows: u32) -> f64 {
    32.0 * KEYS * f64::from(rows) / f64::from(1 << 20)
}

/// The same against `qsv validate`, which writes what is valid and what is not as it always does.
pub(crate) fn qsv(stage: &Stage) -> Outcome<Vec<Line>> {
    let (rows, at_most) = (stage.rows, "a third of `qsv validate`");
    let what = format!("`check` of {rows} × 24 talents against `qsv validate`");
    let Some(qsv) = ["qsv", "qsvlite"].iter().find_map(|name| which::which(name).ok()) else {
        return Ok(vec![Line::open(&what, at_most, "qsv is not installed")]);
    };
    let file = stage.csv(Talents::Usual, rows)?;
    let schema = stage.made("schema.json", schema)?;
    let mut ratios = Ratios::default();
    for _ in 0..stage.pairs {
        // It ends with 1 where rows are not valid.
        let theirs = run(Command::new(&qsv).arg("validate").arg(&file).arg(&schema), &[0, 1])?;
        let ours = stage.checked(&file, "talent", rows)?;
        ratios.add(ours.seconds, ours.peak_kib, theirs.seconds);
    }
    let line = Line::times(what, 1.0 / 3.0, "`qsv validate`", &ratios);
    Ok(vec![Line { at_most: at_most.into(), ..line }])
}

/// Job data.
pub(crate) fn jobs(stage: &Stage) -> Outcome<Vec<Line>> {
    let rows = stage.fewer;
    let file = stage.jobs(rows)?;
    let ratios = against(stage, "csv", &file, "job-data", rows)?;
    let what = format!("`check` of {rows} × 22 job data, CSV");
    Ok(vec![Line::times(what, 4.0, "a bare csv read", &ratios)])
}

/// A workbook.
pub(crate) fn xlsx(stage: &Stage) -> Outcome<Vec<Line>> {
    let rows = stage.fewer;
    let file = stage.xlsx(rows)?;
    let ratios = against(stage, "cells", &file, "talent", rows)?;
    let mut parts = zip::ZipArchive::new(std::fs::File::open(&file)?)?;
    let strings = mib(parts.by_name("xl/sharedStrings.xml")?.size());
    let what = format!("`check` of {rows} × 24 talents, XLSX, shared strings");
    Ok(vec![
        Line::times(what, 1.5, "a bare `worksheet_cells_reader`", &ratios),
        Line::peak(
            format!("memory of `check`, XLSX, {rows} rows"),
            "24 MiB + 1.5 × sharedStrings.xml",
            1.5_f64.mul_add(strings, GROUND_MIB),
            ratios.peak_kib(),
        ),
    ])
}

/// `check` of a file against a bare read of it, in turn.
fn against(stage: &Stage, case: &str, file: &Path, kind: &str, rows: u32) -> Outcome<Ratios> {
    let mut ratios = Ratios::default();
    for _ in 0..stage.pairs {
        let bare = stage.bare(case, file, rows)?;
        let took = stage.checked(file, kind, rows)?;
        ratios.add(took.seconds, took.peak_kib, bare);
    }
    Ok(ratios)
}
