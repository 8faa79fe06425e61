//! The lines of the journal: planning, a file that comes again, going on, sending, reporting.
//!
//! Must not know: how the journal keeps anything, but for the sum of its bodies.

use std::path::Path;

use rusqlite::Connection;

use super::Outcome;
use super::lines::{Line, Ratios, median, mib};
use super::measure::{Took, run};
use super::sheets::Talents;
use super::stage::{FAIR, Stage};

/// Bytes of a journal for each record, beside its body.
const RECORD: u64 = 650;

/// `import -n`, the draft of an import, and the size of the journal.
pub(crate) fn plan(stage: &Stage) -> Outcome<Vec<Line>> {
    let rows = stage.fewer;
    let file = stage.csv(Talents::Usual, rows)?;
    let planned = stage.planned(&file)?;
    let (mut rehearsed, mut drafted) = (Ratios::default(), Ratios::default());
    for _ in 0..stage.pairs {
        let (bare, scratch) = (stage.path("bare.db"), stage.path("drafted.db"));
        let (_, inserted) = stage.alone("insert", &[&planned, &bare])?;
        let [_, inserted] = inserted[..] else { return Err("no bare insert".into()) };
        let least = stage.checked(&file, "talent", rows)?.seconds + inserted;
        let mut rehearsal = stage.import(&file, &stage.path("none.db"), &["-n"]);
        let took = run(&mut rehearsal, FAIR)?;
        rehearsed.add(took.seconds, took.peak_kib, least);
        let took = sent(stage, &file, &scratch, "report-drafted")?;
        drafted.add(took.seconds, took.peak_kib, least);
        [bare, scratch].iter().try_for_each(|journal| forget(journal))?;
    }
    let size = std::fs::metadata(&planned)?.len();
    let (bodies, records) = held(&planned)?;
    let limit = bodies + RECORD * records;
    let of = "(`check` + a bare insert)";
    Ok(vec![
        Line::times(format!("`import -n` of {rows} talents"), 1.5, of, &rehearsed),
        Line::times(format!("draft of an import of {rows} talents"), 1.5, of, &drafted),
        Line {
            what: format!("journal of {records} planned records"),
            at_most: format!("its bodies + {RECORD} bytes a record = {:.1} MiB", mib(limit)),
            found: format!("{:.1} MiB, {} bytes a record", mib(size), (size - bodies) / records),
            peak_kib: None,
            kept: Some(size <= limit),
        },
    ])
}

/// An import until it sends, into this journal.
fn sent(stage: &Stage, file: &Path, journal: &Path, report: &str) -> Outcome<Took> {
    let folder = stage.path(report);
    let mut command = stage.import(file, journal, &["--yes"]);
    let took = stage.until_sent(command.arg("--report-dir").arg(&folder), &folder)?;
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    Ok(took)
}

/// Remove a journal and what stands beside it.
fn forget(journal: &Path) -> Outcome<()> {
    for ending in ["", "-wal", "-shm", "-lock", ".lock"] {
        let path = format!("{}{ending}", journal.display());
        if Path::new(&path).exists() {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// The bytes of a journal's bodies, and its records.
fn held(journal: &Path) -> Outcome<(u64, u64)> {
    let connection = Connection::open(journal)?;
    let sum = "SELECT (SELECT sum(octet_length(body)) FROM jobs), (SELECT count(*) FROM records)";
    let (bodies, records): (i64, i64) =
        connection.query_row(sum, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((bodies.try_into()?, records.try_into()?))
}

/// A file whose rows are all done comes again, edited and as it was: until its first new row is
/// sent, or until the report that there is nothing to send begins.
pub(crate) fn again(stage: &Stage) -> Outcome<Vec<Line>> {
    let rows = stage.fewer;
    let file = stage.csv(Talents::Usual, rows)?;
    let edited = stage.csv(Talents::Edited, rows)?;
    let done = stage.done(&file, 0)?;
    let (mut changed, mut same) = (Ratios::default(), Ratios::default());
    for _ in 0..stage.pairs {
        let check = stage.checked(&file, "talent", rows)?.seconds;
        for (input, ratios) in [(&edited, &mut changed), (&file, &mut same)] {
            let journal = stage.path("again.db");
            std::fs::copy(&done, &journal)?;
            let took = sent(stage, input, &journal, "report-again")?;
            ratios.add(took.seconds, took.peak_kib, check);
            forget(&journal)?;
        }
    }
    let what = format!("`import` of {rows} talents already made");
    Ok(vec![
        Line::times(format!("{what}, edited"), 2.5, "`check`", &changed),
        Line::times(format!("{what}, byte for byte the same"), 1.0, "`check`", &same),
    ])
}

/// From `resume` to its first call, one record in a thousand being left.
pub(crate) fn resume(stage: &Stage) -> Outcome<Vec<Line>> {
    let file = stage.csv(Talents::Usual, stage.fewer)?;
    let left = stage.fewer / 1000;
    let almost = stage.done(&file, left)?;
    let (mut seconds, mut peak_kib) = (Vec::new(), None);
    for _ in 0..stage.pairs {
        let (journal, folder) = (stage.path("resumed.db"), stage.path("report-resumed"));
        std::fs::copy(&almost, &journal)?;
        let mut command = stage.muster(&["resume", "--yes", "--journal"]);
        command.arg(&journal).arg("--report-dir").arg(&folder);
        let took = stage.until_sent(&mut command, &folder)?;
        if folder.exists() {
            return Err("there was nothing to go on with".into());
        }
        seconds.push(took.seconds);
        peak_kib = took.peak_kib.max(peak_kib);
        forget(&journal)?;
    }
    let found = median(&seconds);
    let scaled = at_a_million(found, stage.fewer);
    Ok(vec![Line {
        what: format!("`resume` to its first request, {left} of {} left", stage.fewer),
        at_most: "1 s at a million".into(),
        found: format!("{found:.3} s: {scaled:.1} s at a million at this pace"),
        peak_kib,
        kept: Some(scaled <= 1.0),
    }])
}

/// The journal's part of sending. The whole loop can't be run without its pace, which is no setting.
pub(crate) fn sending(stage: &Stage) -> Outcome<Vec<Line>> {
    let planned = stage.planned(&stage.csv(Talents::Usual, stage.fewer)?)?;
    let (mut rates, mut costs, mut peak_kib) = (Vec::new(), Vec::new(), None);
    for _ in 0..stage.pairs {
        let journal = stage.path("sending.db");
        std::fs::copy(&planned, &journal)?;
        let (took, numbers) = stage.alone("send", &[&journal, Path::new("0")])?;
        let [records, seconds, processor] = numbers[..] else {
            return Err("nothing sent".into());
        };
        rates.push(records / seconds);
        costs.push(processor / records * 1e6);
        peak_kib = took.peak_kib.max(peak_kib);
        forget(&journal)?;
    }
    let (rate, cost) = (median(&rates), median(&costs));
    Ok(vec![Line {
        what: "sending without limits: the journal's part alone (look-up, lease, settlement, FULL)"
            .into(),
        at_most: "10000 records a second at least, 150 µs of processor each".into(),
        found: format!("{rate:.0} a second, {cost:.0} µs each"),
        peak_kib,
        kept: Some(rate >= 10_000.0 && cost <= 150.0),
    }])
}

/// What would be taken for a million, if it grows as the rows do.
fn at_a_million(seconds: f64, rows: u32) -> f64 {
    seconds * 1e6 / f64::from(rows)
}

/// `report` of a run whose records are all made.
pub(crate) fn report(stage: &Stage) -> Outcome<Vec<Line>> {
    let rows = stage.fewer;
    let done = stage.done(&stage.csv(Talents::Usual, rows)?, 0)?;
    let (mut seconds, mut peak_kib) = (Vec::new(), None);
    for _ in 0..stage.pairs {
        let folder = stage.path("report-done");
        let mut command = stage.muster(&["report", "--journal"]);
        command.arg(&done).arg("--report-dir").arg(&folder);
        let took = run(&mut command, FAIR)?;
        seconds.push(took.seconds);
        peak_kib = took.peak_kib.max(peak_kib);
        std::fs::remove_dir_all(&folder)?;
    }
    let found = median(&seconds);
    let scaled = at_a_million(found, rows);
    Ok(vec![Line {
        what: format!("`report` of {rows} records"),
        at_most: "30 s at a million, 200 MiB".into(),
        found: format!("{found:.2} s: {scaled:.1} s at a million at this pace"),
        peak_kib,
        kept: peak_kib.map(|kib| scaled <= 30.0 && kib <= 200 * 1024),
    }])
}
