//! A tenant of 5,000 departments, 50,000 employees and 2,000 places: how long its snapshot takes to open, how
//! much memory, and what names cost a check beside IDs.
//!
//! Must not know: how names are looked up.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use muster::sandbox;
use rusqlite::{Connection, params};

use super::Outcome;
use super::lines::{Line, Ratios, median};
use super::measure::{Took, run};
use super::stage::Stage;

const SCHEMA: [&str; 2] = [
    include_str!("../../migrations/directory/1_lists.sql"),
    include_str!("../../migrations/directory/2_people.sql"),
];
/// `refs`, as the snapshot is marked.
const MARK: i32 = 0x7265_6673;
/// Between two codes of one entry.
const BETWEEN: char = '\u{1F}';

/// How many there are of what.
struct Size {
    departments: u32,
    people: u32,
    places: u32,
}

const WHOLE: Size = Size { departments: 5000, people: 50_000, places: 2000 };
const SMALL: Size = Size { departments: 100, people: 500, places: 50 };

/// Open it, and check job data by names and by IDs.
pub(crate) fn tenant(stage: &Stage) -> Outcome<Vec<Line>> {
    let size = if stage.whole { WHOLE } else { SMALL };
    let folder = stage.path("tenant");
    std::fs::create_dir_all(folder.join(".muster"))?;
    snapshot(&folder.join(".muster/directory.db"), &size, &stage.base_url()?)?;
    let one = rows(&folder, "one.csv", 1, &size, false)?;
    let (mut with, mut without, mut peak) = (Vec::new(), Vec::new(), None);
    for _ in 0..if stage.whole { 15 } else { 1 } {
        let known = check(stage, &folder, &one, &[])?;
        peak = peak.max(known.peak_kib);
        with.push(known.seconds);
        without.push(check(stage, &folder, &one, &["--no-refs"])?.seconds);
    }
    let open = (median(&with) - median(&without)) * 1000.0;
    let Size { departments, people, places } = size;
    let what = format!("{departments} departments, {people} employees, {places} places");
    // Each employee has one row.
    let rows_of = stage.fewer.min(people);
    let written = rows(&folder, "names.csv", rows_of, &size, true)?;
    let ids = rows(&folder, "ids.csv", rows_of, &size, false)?;
    let (mut named, mut known) = (Ratios::default(), Ratios::default());
    for _ in 0..stage.pairs {
        let bare = check(stage, &folder, &ids, &["--no-refs"])?.seconds;
        let took = check(stage, &folder, &written, &[])?;
        named.add(took.seconds, took.peak_kib, bare);
        let took = check(stage, &folder, &ids, &[])?;
        known.add(took.seconds, took.peak_kib, bare);
    }
    let of = "the same by IDs, without the snapshot";
    Ok(vec![
        Line {
            what: format!("to open the snapshot of {what}"),
            at_most: "100 ms".into(),
            found: format!("{open:.1} ms"),
            peak_kib: peak,
            kept: Some(open <= 100.0),
        },
        Line::peak(format!("memory of a check with it ({what})"), "64 MiB", 64.0, peak),
        Line::times(format!("`check` of {rows_of} job data by names"), 1.25, of, &named),
        Line::times(
            format!("`check` of {rows_of} job data by IDs that are known"),
            1.25,
            of,
            &known,
        ),
    ])
}

fn check(stage: &Stage, folder: &Path, file: &Path, more: &[&str]) -> Outcome<Took> {
    let mut command = stage.muster(&["check", "--kind", "job-data"]);
    run(command.arg(file).args(more).current_dir(folder), &[0])
}

/// The ID of the n-th of a sort.
fn id(sort: u64, n: u32) -> String {
    // No ID ends in zeros, as one does that a spreadsheet program has rounded.
    (6_890_452_208_593_000_001 + sort * 10_000_000 + 10 * u64::from(n)).to_string()
}

const TYPES: [&str; 5] = ["正式", "实习", "外包", "劳务派遣", "退休返聘"];
const FAMILY: [&str; 8] = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王"];
const GIVEN: [&str; 9] = ["伟", "芳", "静", "丽", "强", "磊", "军", "洋", "勇"];

fn number(n: u32) -> String {
    format!("A{n:06}")
}

fn name(n: u32) -> String {
    let pick = |of: &[&'static str], at: u32| of[at as usize % of.len()];
    format!("{}{}{}", pick(&FAMILY, n), pick(&GIVEN, n / 8), pick(&GIVEN, n / 72))
}

/// A department stands below the one of a tenth of its number.
fn above(n: u32) -> Option<u32> {
    (n > 0).then(|| (n - 1) / 10)
}

fn department(n: u32) -> String {
    format!("{}部", n % 97 * 1000 + n)
}

/// The names from the top on, without the top.
fn path(n: u32) -> String {
    match above(n) {
        Some(0) | None => department(n),
        Some(parent) => format!("{}/{}", path(parent), department(n)),
    }
}

/// A snapshot as a pull of everything makes it.
fn snapshot(file: &Path, size: &Size, base_url: &str) -> Outcome<()> {
    if file.exists() {
        return Ok(());
    }
    let mut connection = Connection::open(file)?;
    let work = connection.transaction()?;
    work.pragma_update(None, "application_id", MARK)?;
    work.pragma_update(None, "user_version", i32::try_from(SCHEMA.len())?)?;
    for part in SCHEMA {
        work.execute_batch(part)?;
    }
    for (key, value) in [
        ("base_url", base_url),
        ("app_id", sandbox::APP_ID),
        ("user_id_type", "people_corehr_id"),
        ("talent_user_id_type", "open_id"),
        ("department_id_type", "people_corehr_department_id"),
    ] {
        work.execute("INSERT INTO meta VALUES (?1, ?2)", [key, value])?;
    }
    fill(&work, size)?;
    let now = super::stage::now()?.to_string();
    for word in ["departments", "employee-types", "locations", "people", "people-job-data"] {
        work.execute("INSERT INTO lists (word, pulled_at) VALUES (?1, ?2)", [word, &now])?;
    }
    work.commit()?;
    Ok(())
}

/// The entries of all lists.
fn fill(work: &Connection, size: &Size) -> Outcome<()> {
    let mut add = work.prepare(
        "INSERT INTO entries (list, place, id, codes, names, parent, within, active, extra)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, ?8)",
    )?;
    let mut put = |list: &str, n: u32, words: [&str; 2], within: &str, extra: &str| {
        let (sort, parent) = match list {
            "departments" => (1, above(n).map(|n| id(1, n))),
            "employee-types" => (2, None),
            "locations" => (6, None),
            "people" => (20, None),
            _ => (21, None),
        };
        add.execute(params![list, n, id(sort, n), words[0], words[1], parent, within, extra])
    };
    for n in 0..size.departments {
        let extra = r#"{"effective_date":"2020-01-01","is_root":false,"staffing_model":"non_job"}"#;
        put("departments", n, [&format!("D{n}"), &department(n)], "", extra)?;
    }
    for (n, name) in (0..).zip(TYPES) {
        put("employee-types", n, [&format!("ET{n}"), name], "", r#"{"default":false}"#)?;
    }
    for n in 0..size.places {
        let extra = r#"{"effective_time":"2020-01-01 00:00:00"}"#;
        put("locations", n, [&format!("LOC-{n}"), &format!("办公室{n}号")], "", extra)?;
    }
    for n in 0..size.people {
        let mut codes = number(n);
        write!(codes, "{BETWEEN}staff{n}@example.com")?;
        let within = id(1, n % size.departments);
        let extra = r#"{"status":"hired","effective_date":"2020-01-01"}"#;
        put("people", n, [&codes, &name(n)], &within, extra)?;
        let extra = format!(r#"{{"employment_id":"{}"}}"#, id(20, n));
        put("people-job-data", n, [&codes, &name(n)], &within, &extra)?;
    }
    Ok(())
}

/// Job data as people write them, or by the same things' IDs.
fn rows(folder: &Path, file: &str, rows: u32, size: &Size, by_name: bool) -> Outcome<PathBuf> {
    let path_of = folder.join(file);
    let mut writer = csv::Writer::from_path(&path_of)?;
    writer.write_record([
        "employment_id",
        "department_id",
        "employee_type_id",
        "effective_time",
        "work_location_id",
        "direct_manager_id",
    ])?;
    for n in 0..rows {
        let manager = n / 9;
        let (department, place) = (n * 7 % size.departments, n % size.places);
        let kind = n % 5;
        let day = format!("{}-{:02}-01", 2015 + n % 10, n % 12 + 1);
        let employment = if by_name { number(n) } else { id(20, n) };
        writer.write_record(if by_name {
            let place = format!("办公室{place}号");
            [employment, path(department), TYPES[kind as usize].into(), day, place, number(manager)]
        } else {
            [employment, id(1, department), id(2, kind), day, id(6, place), id(21, manager)]
        })?;
    }
    writer.flush()?;
    Ok(path_of)
}
