//! Employees who are looked up, since nobody has pulled them all: by number, e-mail address, mobile,
//! name and ID, before an import plans, and never by a check.

use std::fmt::Write as _;

use muster::sandbox::{Behaviour, References, Required};
use serde_json::Value;

use crate::world::World;

const ROSTER: &str = "工号,姓名,部门,人员类型,入职日期,直属上级\n\
    N00001,,研发中心/后端组,正式,2024-05-01,A00343\n\
    N00002,,研发中心/后端组,正式,2024-05-01,张伟(A00042)\n\
    N00003,,研发中心/后端组,正式,2024-05-01,staff0043@morningstar.example.com\n\
    N00004,,研发中心/后端组,正式,2024-05-01,13800138044\n\
    N00005,,研发中心/后端组,正式,2024-05-01,N00001\n";

fn world_of(roster: &str, change: impl Fn(Behaviour) -> Behaviour) -> World {
    let behaviour = Behaviour {
        references: References::Exist,
        required: Required::Unset,
        ..Behaviour::default()
    };
    let world = World::new().sandbox(change(behaviour)).file("roster.csv", roster);
    world.run(&["refs", "pull"]).exits(0);
    world
}

fn world(roster: &str) -> World {
    world_of(roster, |behaviour| behaviour)
}

const CHECK: [&str; 4] = ["check", "roster.csv", "--kind", "job-data"];
const IMPORT: [&str; 5] = ["import", "roster.csv", "--kind", "job-data", "--yes"];

/// How often a code is told of the sheet.
fn told(world: &World, code: &str) -> usize {
    let json = world.run(&[&CHECK[..], &["--json"]].concat()).json();
    json["problems"].as_array().unwrap().iter().filter(|one| one["code"] == code).count()
}

#[test]
fn who_is_not_known_is_counted_by_a_check_and_looked_up_by_an_import() {
    let world = world(ROSTER);
    world.run(&CHECK).exits(0);
    assert_eq!(told(&world, "person-not-asked"), 10);
    let ran = world.run(&IMPORT).exits(0);
    ran.says("9 employees of the sheet not in the snapshot").says("found 9, not found 0");
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    assert_eq!(told(&world, "person-not-asked"), 0, "the snapshot knows them now");
    // The same IDs as by a pull of everybody.
    world.run(&["refs", "pull", "--people"]).exits(0);
    let id = |list: &str, text: &str| {
        let found = world.run(&["refs", "find", text, "--json"]).exits(0).json();
        let own = |one: &&Value| one["list"] == list;
        found["found"].as_array().unwrap().iter().find(own).unwrap()["id"].clone()
    };
    let made = |number: &str| {
        let employment = id("people", number);
        let own = ledger.job_data.iter().find(|made| made.employment_id == employment);
        own.unwrap_or_else(|| panic!("{number}")).body["direct_manager_id"].clone()
    };
    for (number, manager) in
        [("N00001", "A00343"), ("N00002", "A00042"), ("N00003", "A00043"), ("N00004", "A00044")]
    {
        assert_eq!(made(number), id("people-job-data", manager), "{number}");
    }
    assert!(made("N00005").is_string(), "a row of the same sheet, which was made first");
    let again = world.run(&IMPORT).exits(0);
    assert!(!again.stderr.contains("not in the snapshot"), "{}", again.stderr);
    assert_eq!(world.ledger().job_data.len(), 5);
}

#[test]
fn nobody_several_and_who_has_left_are_told_apart() {
    let roster = "工号,姓名,部门,人员类型,入职日期,直属上级\n\
        A99999,,研发中心/后端组,正式,2024-05-01,\n\
        A00341,,研发中心/后端组,正式,2024-05-01,\n\
        N00001,,研发中心/后端组,正式,2024-05-01,张伟\n\
        N00002,李四,研发中心/后端组,正式,2024-05-01,\n\
        N00003,,研发中心/后端组,正式,2024-05-01,\n";
    let world = world(roster);
    world.run(&[&IMPORT[..], &["--skip-invalid"]].concat()).exits(10);
    assert_eq!(world.ledger().job_data.len(), 1, "N00003 alone");
    for code in ["person-unknown", "person-left", "name-ambiguous", "name-of-another"] {
        assert_eq!(told(&world, code), 1, "{code}");
    }
    // A while later somebody may have joined: it is asked again.
    let snapshot = rusqlite::Connection::open(world.path().join(".muster/directory.db")).unwrap();
    let later =
        "UPDATE looked_up SET looked_at = strftime('%Y-%m-%dT%H:%M:%SZ', looked_at, '-6 minutes')";
    assert!(snapshot.execute(later, []).unwrap() > 0);
    drop(snapshot);
    assert_eq!((told(&world, "person-unknown"), told(&world, "person-not-asked")), (0, 1));
    assert_eq!(told(&world, "person-left"), 1);
}

#[test]
fn an_app_without_a_data_range_is_told_and_nothing_is_sent() {
    let everybody = world(ROSTER);
    everybody.run(&["refs", "pull", "--people"]).exits(0);
    let snapshot = everybody.path().join(".muster/directory.db");
    let snapshot = rusqlite::Connection::open(snapshot).unwrap();
    let mut ids = snapshot.prepare("SELECT id FROM entries WHERE list = 'people'").unwrap();
    let ids = ids.query_map([], |row| row.get(0)).unwrap();
    let all: Vec<String> = ids.map(Result::unwrap).collect();
    let world =
        world_of(ROSTER, |behaviour| Behaviour { hidden_employments: all.clone(), ..behaviour });
    world.run(&IMPORT).exits(3).says("[persons-unseen]");
    assert!(world.ledger().job_data.is_empty());
    assert_eq!(told(&world, "person-unknown"), 0, "of nobody it is known that there is none");
}

#[test]
fn what_was_looked_up_outlives_a_pull_and_is_forgotten_by_a_purge() {
    let world = world(ROSTER);
    world.run(&IMPORT).exits(0);
    world.run(&["refs", "pull"]).exits(0);
    assert_eq!(told(&world, "person-not-asked"), 0);
    world.run(&["purge", "--run", "1", "--yes"]).exits(0);
    assert_eq!(told(&world, "person-not-asked"), 10);
    let snapshot = std::fs::read(world.path().join(".muster/directory.db")).unwrap();
    assert!(!snapshot.windows(6).any(|part| part == b"A00343"));
}

/// A sheet of job data with these managers.
fn led_by(managers: &[&str]) -> String {
    let mut roster = "工号,姓名,部门,人员类型,入职日期,直属上级\n".to_owned();
    for (at, manager) in managers.iter().enumerate() {
        writeln!(roster, "N0000{},,研发中心/后端组,正式,2024-05-01,{manager}", at + 1).unwrap();
    }
    roster
}

#[test]
fn a_name_beside_a_number_is_compared_and_never_kept() {
    let world = world(&led_by(&["李四(A00042)", "李四（A00043）", "张伟（A00042）", "A00042"]));
    world.run(&[&IMPORT[..], &["--skip-invalid"]].concat()).exits(10);
    assert_eq!(world.ledger().job_data.len(), 2, "those whose manager is called so");
    assert_eq!(told(&world, "name-unknown"), 2);
    let snapshot = rusqlite::Connection::open(world.path().join(".muster/directory.db")).unwrap();
    let keys = "SELECT count(*) FROM looked_up WHERE key LIKE '%(%'";
    let count = |sql: &str| snapshot.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count(keys), 0);
    // What an older snapshot holds under such a key is not believed.
    let old = "INSERT INTO looked_up (key, looked_at, found)
               SELECT '李四(a00042)', looked_at, found FROM looked_up WHERE key = 'a00042'";
    assert_eq!(snapshot.execute(old, []).unwrap(), 1);
    assert_eq!(told(&world, "name-unknown"), 2);
}

#[test]
fn whoever_was_found_by_a_number_is_not_taken_for_all_of_that_name() {
    let world = world(&led_by(&["A00042"]));
    world.run(&IMPORT).exits(0);
    let world = world.file("roster.csv", led_by(&["A00042", "张伟"]));
    assert_eq!(told(&world, "person-not-asked"), 2, "the second number and the name");
    world.run(&[&IMPORT[..], &["--skip-invalid"]].concat()).exits(10);
    assert_eq!(told(&world, "name-ambiguous"), 1);
    assert_eq!(world.ledger().job_data.len(), 1);
}

#[test]
fn a_row_that_is_refused_anyway_is_not_said_to_have_been_looked_up() {
    let roster = led_by(&["A00042", "A00043"]).replacen("正式,2024-05-01", "正式,2024-13-41", 1);
    let world = world(&roster);
    let ran = world.run(&[&IMPORT[..], &["--skip-invalid"]].concat()).exits(10);
    let said = format!("{}{}", ran.stdout, ran.stderr);
    assert!(!said.contains("person-unread"), "{said}");
    assert_eq!(world.ledger().job_data.len(), 1);
}

#[test]
fn an_id_is_looked_up_and_another_list_s_id_is_refused() {
    let everybody = world(ROSTER);
    everybody.run(&["refs", "pull", "--people"]).exits(0);
    let id = |list: &str, text: &str| {
        let found = everybody.run(&["refs", "find", text, "--json"]).exits(0).json();
        let own = |one: &&Value| one["list"] == list;
        let found = found["found"].as_array().unwrap().iter().find(own).unwrap()["id"].clone();
        found.as_str().unwrap().to_owned()
    };
    let (employment, job_data) = (id("people", "A00042"), id("people-job-data", "A00042"));
    let other = id("people-job-data", "A00043");
    let department = id("departments", "研发中心/后端组");
    let long = "123456789012345";
    let world = world(&led_by(&[&employment, &department, &other, long]));
    assert_eq!((told(&world, "id-unknown"), told(&world, "person-unread")), (1, 0));
    world.run(&[&IMPORT[..], &["--skip-invalid"]].concat()).exits(10);
    let ledger = world.ledger();
    assert_eq!(ledger.job_data.len(), 2, "the ID of the employment and that of the job data");
    for manager in [&job_data, &other] {
        let is_so = |made: &Value| made["direct_manager_id"] == manager.as_str();
        assert!(ledger.job_data.iter().any(|made| is_so(&made.body)), "{manager}");
    }
    assert_eq!(told(&world, "person-unknown"), 1, "a number of fifteen figures is a number");
    assert_eq!(told(&world, "id-not-seen"), 1, "of the job data's ID nothing is known");
}

#[test]
fn who_was_looked_up_stands_in_the_status_and_is_found_with_neither_name_nor_mobile() {
    let world = world(ROSTER);
    world.run(&IMPORT).exits(0);
    let status = world.run(&["refs", "status", "--json"]).exits(0).json();
    let looked = &status["looked_up"];
    assert_eq!((looked["people"].as_u64(), looked["nobody"].as_u64()), (Some(9), Some(0)));
    assert!(looked["oldest_age_seconds"].as_i64().is_some_and(|age| age < 600), "{looked}");
    let table = world.run(&["refs", "status"]).exits(0).stdout;
    assert!(table.contains("employees looked up for imports  9  the first just now"), "{table}");
    // By a mobile, and by the name.
    let found = world.run(&["refs", "find", "13800138044"]).exits(0).stdout;
    assert!(found.contains("A00044") && !found.contains("13800138044"), "{found}");
    let json = world.run(&["refs", "find", "A00042", "--json"]).exits(0).stdout;
    assert!(json.contains("张*") && !json.contains("张伟"), "{json}");
}

#[test]
fn people_who_were_pulled_long_ago_are_said_to_be_old_and_looked_up_again() {
    let world = world(&led_by(&["A00042", "A00043"]));
    world.run(&["refs", "pull", "--people"]).exits(0);
    let snapshot = world.path().join(".muster/directory.db");
    let snapshot = rusqlite::Connection::open(snapshot).unwrap();
    let made = "UPDATE entries SET id = '7999999999999999999' WHERE list = 'people-job-data' AND extra LIKE '%' ||
        (SELECT id FROM entries WHERE list = 'people' AND codes LIKE 'A00042%') || '%'";
    assert_eq!(snapshot.execute(made, []).unwrap(), 1);
    let fresh = world.run(&CHECK).exits(0);
    assert!(!fresh.stderr.contains("were read"), "{}", fresh.stderr);
    let aged = "UPDATE lists SET pulled_at = '2020-01-01T00:00:00Z' WHERE word LIKE 'people%'";
    snapshot.execute(aged, []).unwrap();
    drop(snapshot);
    world.run(&CHECK).exits(0).says("the employees were read").says("d ago");
    world.run(&IMPORT).exits(0).says("not found 0");
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    assert_eq!(ledger.job_data.len(), 2, "neither is led by job data that are gone");
    let status = world.run(&["refs", "status", "--json"]).exits(0).json();
    assert_eq!(status["looked_up"]["people"], 4, "two rows, two managers");
}

#[test]
fn a_manager_whose_job_begins_later_is_found_and_told() {
    let head = "工号,姓名,部门,人员类型,入职日期,直属上级\n";
    let first = format!("{head}N00001,,研发中心/后端组,正式,2031-05-01,A00042\n");
    let world = world(&first);
    world.run(&IMPORT).exits(0);
    let second = format!("{head}N00002,,研发中心/后端组,正式,2024-05-01,N00001\n");
    let world = world.file("roster.csv", second);
    world.run(&IMPORT).exits(0).says("[manager-not-yet]").says("2031-05-01");
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    assert_eq!(ledger.job_data.len(), 2);
    let manager = ledger.job_data[1].body["direct_manager_id"].as_str();
    assert_eq!(manager, Some(ledger.job_data[0].id.as_str()));
    assert_eq!(told(&world, "manager-not-yet"), 1);
    let later = format!("{head}N00002,,研发中心/后端组,正式,2031-06-01,N00001\n");
    let world = world.file("roster.csv", later);
    assert_eq!(told(&world, "manager-not-yet"), 0, "by then it has begun");
}

#[test]
fn two_rows_of_one_employee_are_told_however_each_is_written() {
    let roster = "工号,姓名,部门,人员类型,入职日期,直属上级\n\
        A00043,,研发中心/后端组,正式,2024-05-01,\n\
        A00044,,研发中心/后端组,正式,2024-05-01,\n\
        staff0043@morningstar.example.com,,研发中心/后端组,正式,2025-05-01,\n";
    let world = world(roster);
    let told = world.run(&IMPORT).exits(14).stdout;
    assert!(told.contains("repeated-employment") && told.contains("row 2"), "{told}");
    assert!(world.ledger().job_data.is_empty());
}
