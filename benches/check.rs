//! What `check` and the planning of `import -n` cost: rows a second, microseconds a row, and the
//! peak of memory, for CSV and XLSX of several sizes, beside a bare read of the same CSV.
//! `cargo bench --bench check`; each case runs three times in a process of its own, so that peaks
//! are apart, and the median is shown. Run by `cargo test` it takes a thousand rows, once.
//!
//! Must not know: anything but the library's public rooms.
#![expect(clippy::print_stdout, reason = "figures are what this prints")]

#[path = "check/sheets.rs"]
mod sheets;

use std::error::Error;
use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use jiff::Timestamp;
use muster::Groups;
use muster::bind::Binding;
use muster::check::Record;
use muster::intake::again::AgainSheet;
use muster::intake::{self, At, FileHead, FileRows, Order, Sink};
use muster::journal::planner::{Planner, RecordHead};
use muster::journal::{Journal, RunHead, Tenant};
use muster::plan::{Job, Making};
use muster::problem::{Complaint, Place, Problem};
use muster::spec::{IdTypes, KindId};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// In a child process: the case and the file follow.
const CASE: &str = "--case";

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, case, path] = &arguments[..]
        && flag == CASE
    {
        let (rows, seconds) = run(case, Path::new(path))?;
        println!("{rows} {seconds} {}", peak_kib());
        return Ok(());
    }
    let whole = arguments.iter().any(|argument| argument == "--bench");
    let (sizes, times): (&[u32], _) =
        if whole { (&[10_000, 100_000, 300_000], 3) } else { (&[1000], 1) };
    let folder = tempfile::tempdir()?;
    println!("case        rows       MB      s   rows/s  us/row  peak MiB  / bare read");
    for rows in sizes {
        let csv = folder.path().join(format!("talents-{rows}.csv"));
        sheets::csv(&csv, *rows)?;
        let xlsx = folder.path().join(format!("talents-{rows}.xlsx"));
        sheets::xlsx(&xlsx, *rows)?;
        let mut bare = None;
        for (case, path) in [
            ("bare csv", &csv),
            ("check csv", &csv),
            ("plan csv", &csv),
            ("check xlsx", &xlsx),
            ("plan xlsx", &xlsx),
        ] {
            let (seen, seconds, peak) = median(case, path, times)?;
            if seen != *rows {
                return Err(format!("{case}: {seen} of {rows} rows").into());
            }
            let bare = *bare.get_or_insert(seconds);
            let (count, bytes) = (f64::from(*rows), std::fs::metadata(path)?.len());
            println!(
                "{case:<10} {rows:>6} {:>8.1} {seconds:>6.3} {:>8.0} {:>7.2} {:>9.1} {:>12.2}",
                megabytes(bytes),
                count / seconds,
                seconds * 1e6 / count,
                f64::from(peak) / 1024.0,
                seconds / bare,
            );
        }
        std::fs::remove_file(&csv)?;
        std::fs::remove_file(&xlsx)?;
    }
    Ok(())
}

fn megabytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes / 1000).unwrap_or(u32::MAX)) / 1000.0
}

/// Rows, the middle of the times, the highest peak in KiB.
fn median(case: &str, path: &Path, times: usize) -> Outcome<(u32, f64, u32)> {
    let mut runs = Vec::new();
    for _ in 0..times {
        let output =
            Command::new(std::env::current_exe()?).args([CASE, case]).arg(path).output()?;
        let text = String::from_utf8(output.stdout)?;
        let [rows, seconds, peak] = text.split_whitespace().collect::<Vec<_>>()[..] else {
            return Err(format!("{case}: {}", String::from_utf8_lossy(&output.stderr)).into());
        };
        runs.push((rows.parse()?, seconds.parse::<f64>()?, peak.parse()?));
    }
    runs.sort_by(|left: &(u32, f64, u32), right| left.1.total_cmp(&right.1));
    let peak = runs.iter().map(|run| run.2).max().unwrap_or(0);
    let middle = runs.get(runs.len() / 2).ok_or("no run")?;
    Ok((middle.0, middle.1, peak))
}

/// The highest memory that this process ever held; 0 where the system does not tell.
fn peak_kib() -> u32 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

/// One case: how many rows it saw, in how many seconds.
fn run(case: &str, path: &Path) -> Outcome<(u32, f64)> {
    let began = Instant::now();
    let rows = match case {
        "bare csv" => bare(path)?,
        "check csv" | "check xlsx" => check(path)?,
        _ => plan(path)?,
    };
    Ok((rows, began.elapsed().as_secs_f64()))
}

fn bare(path: &Path) -> Outcome<u32> {
    let mut reader = csv::Reader::from_reader(File::open(path)?);
    let mut record = csv::ByteRecord::new();
    let mut rows = 0;
    while reader.read_byte_record(&mut record)? {
        rows += 1;
    }
    Ok(rows)
}

fn intake(path: &Path, sink: &mut dyn Sink) -> Outcome<u32> {
    let kind = Some(KindId::Talent);
    let order = Order { files: vec![path.to_owned()], kind, ..Order::default() };
    let totals = intake::run(&order, sink).map_err(|stop| format!("{stop:?}"))?;
    if totals.rejected == 0 || totals.rejected > totals.rows / 50 {
        return Err(format!("{} rows rejected", totals.rejected).into());
    }
    Ok(u32::try_from(totals.rows)?)
}

fn check(path: &Path) -> Outcome<u32> {
    intake(path, &mut Checking(Groups::new()))
}

/// Counts problems, as `check` does.
struct Checking(Groups);

impl Checking {
    fn count(&mut self, problems: &[Problem]) {
        for problem in problems {
            self.0.add(problem);
        }
    }
}

impl Sink for Checking {
    fn file(&mut self, _: &FileHead) -> Result<(), Complaint> {
        Ok(())
    }

    fn sheet(
        &mut self,
        _: &Place,
        _: &[String],
        _: &[Binding],
        _: &muster::sheet::Spans,
    ) -> Result<(), Complaint> {
        Ok(())
    }

    fn child(&mut self, _: AgainSheet) -> Result<(), Complaint> {
        Ok(())
    }

    fn record(
        &mut self,
        _: &At<'_>,
        _: Record,
        _: Option<Job>,
        warnings: &[Problem],
    ) -> Result<(), Complaint> {
        self.count(warnings);
        Ok(())
    }

    fn rejected(&mut self, _: &At<'_>, _: KindId, problems: &[Problem]) -> Result<(), Complaint> {
        self.count(problems);
        Ok(())
    }

    fn problem(&mut self, problem: Problem) -> Result<(), Complaint> {
        self.0.add(&problem);
        Ok(())
    }

    fn file_end(&mut self, _: &FileRows) -> Result<(), Complaint> {
        Ok(())
    }
}

/// Plan into a journal that is thrown away.
fn plan(path: &Path) -> Outcome<u32> {
    let now = Timestamp::from_second(1_795_334_400)?;
    let tenant = Tenant { base_url: "https://open.feishu.cn".into(), app_id: "cli_bench".into() };
    let ids = IdTypes {
        user: "people_corehr_id".into(),
        talent_user: "open_id".into(),
        department: "people_corehr_department_id".into(),
    };
    let mut journal = Journal::temporary(&tenant, now)?;
    let head = RunHead {
        operator: "bench".into(),
        muster_version: "0".into(),
        mapping_sha256: None,
        mapping: None,
        continues: None,
        inputs: Vec::new(),
        id_types: ids.clone(),
        options_json: "{}".into(),
        started_at: now,
    };
    let run = journal.begin_draft(&head)?;
    let key = *journal.hash_key();
    let planner = journal.planner(run)?;
    let making = Making { ids, key, marker: String::new(), bodies: true };
    let mut sink = Planning { planner, making, groups: Groups::new() };
    let rows = intake(path, &mut sink)?;
    sink.planner.finish()?;
    Ok(rows)
}

/// Plans, as `import` does.
struct Planning<'j> {
    planner: Planner<'j>,
    making: Making,
    groups: Groups,
}

fn head(at: &At<'_>, kind: KindId, label: &str) -> RecordHead {
    RecordHead {
        file: at.place.file.clone().unwrap_or_default(),
        sheet: at.place.sheet.clone(),
        row: at.place.row.unwrap_or(0),
        rows: 1,
        kind,
        label: label.into(),
        repairs: at.repairs,
    }
}

impl Sink for Planning<'_> {
    fn making(&self) -> Option<Making> {
        Some(self.making.clone())
    }

    fn file(&mut self, head: &FileHead) -> Result<(), Complaint> {
        self.planner.begin_input(&head.name, "")
    }

    fn sheet(
        &mut self,
        _: &Place,
        _: &[String],
        _: &[Binding],
        _: &muster::sheet::Spans,
    ) -> Result<(), Complaint> {
        Ok(())
    }

    fn child(&mut self, _sheet: AgainSheet) -> Result<(), Complaint> {
        Ok(())
    }

    fn record(
        &mut self,
        at: &At<'_>,
        record: Record,
        job: Option<Job>,
        warnings: &[Problem],
    ) -> Result<(), Complaint> {
        let head = head(at, record.kind().id, &record.label());
        self.planner.admit(&head, &job.unwrap_or_else(|| self.making.job(&record)))?;
        for warning in warnings {
            self.groups.add(warning);
            self.planner.remark(warning)?;
        }
        Ok(())
    }

    fn rejected(
        &mut self,
        at: &At<'_>,
        kind: KindId,
        problems: &[Problem],
    ) -> Result<(), Complaint> {
        for problem in problems {
            self.groups.add(problem);
        }
        self.planner.invalid(&head(at, kind, ""), problems)
    }

    fn problem(&mut self, problem: Problem) -> Result<(), Complaint> {
        self.planner.problem(&problem)
    }

    fn file_end(&mut self, rows: &FileRows) -> Result<(), Complaint> {
        self.planner.begin_input(&rows.name, &rows.sha256)?;
        self.planner.input_rows(&rows.name, (rows.rows, rows.blank, rows.skipped))
    }
}
