//! What runs in a process of its own, so that its memory and its allocations are its own: the bare
//! reads and writes that muster is compared with, the journal without the rest of a run, and the count
//! of allocations. Each prints its numbers on its last line.
//!
//! Must not know: what they are compared with.
#![expect(clippy::print_stdout, reason = "the numbers are what it prints")]

use std::fs::File;
use std::path::Path;
use std::time::Instant;

use calamine::Reader as _;
use jiff::ToSpan as _;
use muster::journal::{AttemptNote, Event, Journal, LookedUp, RunState, Settlement};
use muster::spec::KindId;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use stats_alloc::Region;

use super::stage::{now, tenant};
use super::{COUNTED, Outcome};

/// In such a process: the case and its words follow.
pub(crate) const CASE: &str = "--case";
/// Records that are looked up, leased and settled in one turn: as many as one look-up asks for.
const TURN: usize = 100;
/// Rows in a transaction of a bare insert.
const COMMIT: usize = 10_000;

/// Run a case.
pub(crate) fn run(case: &str, words: &[String]) -> Outcome<()> {
    let paths: Vec<&Path> = words.iter().map(Path::new).collect();
    match (case, &paths[..], words) {
        ("csv", [path], _) => csv(path),
        ("cells", [path], _) => cells(path),
        ("insert", [from, to], _) => insert(from, to),
        ("send", [journal, _], [_, left]) => send(journal, left.parse()?),
        ("allocations", [path], _) => allocations(path),
        _ => Err(format!("no case {case} of {words:?}").into()),
    }
}

/// A bare read of a CSV.
fn csv(path: &Path) -> Outcome<()> {
    let began = Instant::now();
    let mut reader = csv::Reader::from_reader(File::open(path)?);
    let mut record = csv::ByteRecord::new();
    let mut rows = 0_u32;
    while reader.read_byte_record(&mut record)? {
        rows += 1;
    }
    println!("{rows} {}", began.elapsed().as_secs_f64());
    Ok(())
}

/// A bare read of a workbook's first sheet.
fn cells(path: &Path) -> Outcome<()> {
    let began = Instant::now();
    let mut workbook: calamine::Xlsx<_> = calamine::open_workbook(path)?;
    let name = workbook.sheet_names().first().cloned().ok_or("no sheet")?;
    let mut cells = workbook.worksheet_cells_reader(&name)?;
    let mut last = 0;
    while let Some(cell) = cells.next_cell()? {
        last = cell.get_position().0;
    }
    // The first row is the header.
    println!("{last} {}", began.elapsed().as_secs_f64());
    Ok(())
}

/// Insert all rows of a journal into an empty one of the same schema, from memory and durably.
/// Foreign keys are not looked at, and keys come in the order of their jobs.
fn insert(from: &Path, to: &Path) -> Outcome<()> {
    Journal::open(to, &tenant(from)?, now()?)?.close()?;
    let (source, mut target) = (Connection::open(from)?, Connection::open(to)?);
    target.pragma_update(None, "synchronous", "FULL")?;
    target.pragma_update(None, "foreign_keys", "OFF")?;
    let tables = filled(&source, &target)?;
    let began = Instant::now();
    let mut count = 0_u32;
    for (table, rows) in &tables {
        let Some(first) = rows.first() else { continue };
        let places = vec!["?"; first.len()].join(", ");
        for some in rows.chunks(COMMIT) {
            let transaction = target.transaction()?;
            let mut into =
                transaction.prepare(&format!("INSERT INTO {table} VALUES ({places})"))?;
            for row in some {
                into.execute(params_from_iter(row))?;
                count += 1;
            }
            drop(into);
            transaction.commit()?;
        }
    }
    println!("{count} {}", began.elapsed().as_secs_f64());
    Ok(())
}

/// The tables that hold rows in `source` and none in `target`, with their rows.
fn filled(source: &Connection, target: &Connection) -> Outcome<Vec<(String, Vec<Vec<Value>>)>> {
    let mut select = source.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )?;
    let names: Vec<String> = select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut tables = Vec::new();
    for name in names {
        let there: i64 =
            target.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0))?;
        if there > 0 {
            continue;
        }
        let order = if name == "job_keys" { "ORDER BY job" } else { "" };
        let mut select = source.prepare(&format!("SELECT * FROM {name} {order}"))?;
        let columns = select.column_count();
        let rows = select
            .query_map([], |row| (0..columns).map(|column| row.get(column)).collect())?
            .collect::<Result<_, _>>()?;
        tables.push((name, rows));
    }
    Ok(tables)
}

/// Make all but `left` records of a journal's newest run, as far as the journal is concerned: each
/// is looked up, leased and settled, durably, a day ago. Nobody is asked, so that what it takes is
/// the journal's part of sending.
fn send(path: &Path, left: u64) -> Outcome<()> {
    let kind = KindId::Talent;
    let mut journal = Journal::open(path, &tenant(path)?, now()?)?;
    let run = journal.latest_resumable()?.ok_or("no run to go on with")?;
    journal.resume(run)?;
    let then = now()?.checked_sub(24.hours())?;
    let (began, processor) = (Instant::now(), processor_time());
    let mut to_send = journal.totals(run)?.to_send().checked_sub(left).ok_or("too few")?;
    let all = to_send;
    while to_send > 0 {
        let some = usize::try_from(to_send)?.min(TURN);
        let found = journal.to_look_up(kind, some, then)?;
        let answers: Vec<_> = found.iter().map(|one| (one.job, LookedUp::Absent)).collect();
        journal.looked_up(&answers, "talent.batch_get_id", then)?;
        let leases = journal.lease(kind, some, then)?;
        if leases.is_empty() {
            return Err(format!("{to_send} can't be leased").into());
        }
        let settled: Vec<_> = leases
            .iter()
            .map(|leased| Settlement {
                job: leased.job(),
                attempt: leased.attempt(),
                event: Event::Created { remote: format!("69{:017}", leased.attempt().0) },
                note: AttemptNote::default(),
            })
            .collect();
        journal.settle(&settled, then)?;
        to_send -= u64::try_from(leases.len())?;
    }
    let (seconds, processor) = (began.elapsed().as_secs_f64(), processor_time() - processor);
    if left == 0 {
        journal.finish(run, RunState::Finished, now()?)?;
    }
    journal.close()?;
    println!("{all} {seconds} {processor}");
    Ok(())
}

/// Seconds that this thread was on a processor; 0 where the system does not tell.
fn processor_time() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds: f64 =
        told.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or(0.0);
    nanoseconds / 1e9
}

/// The allocations of a whole `check`, all threads together.
fn allocations(path: &Path) -> Outcome<()> {
    let words = ["muster", "check", "--kind", "talent"].map(Into::into);
    let line = words.into_iter().chain([path.into()]).collect();
    let region = Region::new(COUNTED);
    let exit = muster::main(line);
    let change = region.change();
    if exit.code() != 0 {
        return Err(format!("it ended with {exit:?}").into());
    }
    println!("\n{} {}", change.allocations, change.reallocations);
    Ok(())
}
