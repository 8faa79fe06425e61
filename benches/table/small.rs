//! The lines of what is small: the allocations of a row, the time of a start, the binary's size.
//!
//! Must not know: how they came to be so.

use std::path::Path;
use std::process::Command;

use super::Outcome;
use super::lines::{Line, median};
use super::measure::run;
use super::sheets::Talents;
use super::stage::Stage;

/// Allocations that a row of sound talents adds: those of twice as many rows less those of once as
/// many. A reallocation counts as one.
pub(crate) fn allocations(stage: &Stage) -> Outcome<Vec<Line>> {
    let rows = if stage.whole { 10_000 } else { 500 };
    let count = |rows: u32| -> Outcome<f64> {
        let file = stage.csv(Talents::Sound, rows)?;
        Ok(stage.alone("allocations", &[&file])?.1.iter().sum())
    };
    let each = (count(2 * rows)? - count(rows)?) / f64::from(rows);
    Ok(vec![Line {
        what: "allocations of a row of `check`, CSV, 24 columns, nothing amiss".into(),
        at_most: "3".into(),
        found: format!("{each:.2}"),
        peak_kib: None,
        kept: Some(each <= 3.0),
    }])
}

/// `--help`, and the size of the binary.
pub(crate) fn start(stage: &Stage) -> Outcome<Vec<Line>> {
    let mut seconds = Vec::new();
    for _ in 0..if stage.whole { 30 } else { 1 } {
        let began = std::time::Instant::now();
        let ended = stage.muster(&["--help"]).output()?;
        seconds.push(began.elapsed().as_secs_f64());
        if !ended.status.success() {
            return Err(String::from_utf8_lossy(&ended.stderr).into());
        }
    }
    let help = median(&seconds) * 1000.0;
    let (size, how) = size(stage)?;
    let megabytes = f64::from(u32::try_from(size / 1000)?) / 1000.0;
    Ok(vec![
        Line {
            what: "`--help`".into(),
            at_most: "5 ms".into(),
            found: format!("{help:.1} ms"),
            peak_kib: None,
            kept: Some(help <= 5.0),
        },
        Line {
            what: format!("the binary, {how}"),
            at_most: "20 MB".into(),
            found: format!("{megabytes:.2} MB"),
            peak_kib: None,
            kept: Some(megabytes <= 20.0),
        },
    ])
}

/// The bytes of the binary, stripped where there is a tool for it.
fn size(stage: &Stage) -> Outcome<(u64, &'static str)> {
    let binary = Path::new(env!("CARGO_BIN_EXE_muster"));
    let Ok(strip) = which::which("strip") else {
        return Ok((std::fs::metadata(binary)?.len(), "as it was built"));
    };
    let stripped = stage.path("stripped");
    run(Command::new(strip).arg("-o").arg(&stripped).arg(binary), &[0])?;
    Ok((std::fs::metadata(stripped)?.len(), "stripped"))
}
