//! Managers who are rows of the same input: made before their reports, wherever they stand in it.

use muster::sandbox::{Behaviour, JobDataMade, Ledger, References};

use crate::import::{sheet_of, write_sheet};
use crate::world::World;

const HEADER: &str = "工号,部门,人员类型,职级,入职日期,工作地点,直属上级,虚线上级\n";

fn strict() -> Behaviour {
    Behaviour { references: References::Exist, ..Behaviour::default() }
}

/// A roster of the numbered employees who have no job data yet, each with a manager and a dotted line.
fn roster(rows: &[(&str, &str, &str)]) -> String {
    let rows = rows.iter().map(|(number, manager, dotted)| {
        format!("{number},研发中心/后端组,正式,P6,2024-05-01,北京总部,{manager},{dotted}\n")
    });
    HEADER.to_owned() + &rows.collect::<String>()
}

fn world(rows: &[(&str, &str, &str)], behaviour: Behaviour) -> World {
    let world = World::new().sandbox(behaviour).file("roster.csv", roster(rows));
    world.run(&["refs", "pull", "--people"]).exits(0);
    world
}

/// The employment of a number, as the snapshot has it.
fn employment(world: &World, number: &str) -> String {
    let found = world.run(&["refs", "find", number, "--json"]).exits(0).json();
    let all = found["found"].as_array().unwrap().iter();
    let mut people = all.filter(|found| found["list"] == "people");
    let id = people.next().unwrap()["id"].as_str().unwrap().to_owned();
    assert!(people.next().is_none());
    id
}

fn made<'l>(world: &World, ledger: &'l Ledger, number: &str) -> &'l JobDataMade {
    let employment = employment(world, number);
    let mut own = ledger.job_data.iter().filter(|made| made.employment_id == employment);
    let one = own.next().unwrap_or_else(|| panic!("{number} was not made"));
    assert!(own.next().is_none(), "{number} was made twice");
    one
}

const FIX: &str = "muster-report-1/fix-roster.xlsx";
const CHECK: [&str; 4] = ["check", "roster.csv", "--kind", "job-data"];
const IMPORT: [&str; 5] = ["import", "roster.csv", "--kind", "job-data", "--yes"];

#[test]
fn a_manager_is_made_before_the_reports_who_stand_above_and_below() {
    let rows = [
        ("N00003", "N00002", "A00343;N00001"),
        ("N00002", "N00001", ""),
        ("N00004", "N00003", ""),
        ("N00001", "本人", ""),
        ("N00005", "N00001", "N00004"),
        ("N00006", "N00006", ""),
    ];
    let world = world(&rows, strict());
    let check = world.run(&CHECK).exits(0);
    assert!(check.stdout.contains("manager-is-self"), "{}", check.stdout);
    world.run(&IMPORT).exits(0);
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    assert!(ledger.refusals.is_empty(), "{:?}", ledger.refusals);
    assert_eq!(ledger.job_data.len(), rows.len());
    let of = |number: &str| made(&world, &ledger, number);
    let manager = |number: &str| of(number).body["direct_manager_id"].as_str();
    assert_eq!(manager("N00001"), None, "本人 is nobody else");
    assert_eq!(manager("N00006"), None, "nor is one's own number");
    for (number, above) in
        [("N00002", "N00001"), ("N00003", "N00002"), ("N00004", "N00003"), ("N00005", "N00001")]
    {
        assert_eq!(manager(number), Some(of(above).id.as_str()), "{number}");
    }
    let dotted = &of("N00003").body["dotted_line_manager_id_list"];
    assert_eq!(dotted[1], of("N00001").id.as_str());
    assert_eq!(dotted.as_array().map(Vec::len), Some(2));
    // Once more, before and after the lists show what was made: nothing has changed.
    for pull in [false, true] {
        if pull {
            world.run(&["refs", "pull", "--people"]).exits(0);
        }
        let again = world.run(&[&IMPORT[..], &["--json"]].concat()).exits(0).json();
        assert_eq!(again["counts"]["unchanged"], rows.len(), "pulled {pull}: {again}");
    }
    assert_eq!(world.ledger().job_data.len(), rows.len());
}

#[test]
fn managers_in_a_circle_are_told_by_their_rows_before_anything_is_sent() {
    let rows = [
        ("N00001", "N00002", ""),
        ("N00002", "N00003", ""),
        ("N00003", "N00001", ""),
        ("N00004", "N00001", ""),
    ];
    let world = world(&rows, strict());
    let told = world.run(&CHECK).exits(10);
    assert!(told.stdout.contains("3 × error [managers-in-circle]"), "{}", told.stdout);
    assert!(told.stdout.contains("row 2 → row 3 → row 4 → row 2"), "{}", told.stdout);
    assert!(told.stdout.contains("manager-row-failed"), "{}", told.stdout);
    world.run(&IMPORT).exits(14);
    assert!(world.ledger().job_data.is_empty());
}

#[test]
fn the_reports_of_a_refused_manager_are_blocked_and_the_fix_file_sends_both() {
    let rows = [
        ("N00003", "N00002", ""),
        ("N00002", "N00001", ""),
        ("N00001", "", ""),
        ("N00004", "", ""),
    ];
    // The tenant has given up the employment since its lists were read.
    let scout = world(&rows, strict());
    let numbers = ["N00002", "N00003", "N00004"];
    let known = numbers.iter().map(|number| employment(&scout, number)).collect();
    let world = world(&rows, Behaviour { known_employments: Some(known), ..strict() });
    let told = world.run(&[&IMPORT[..], &["--json"]].concat()).exits(10).json();
    let counts = &told["counts"];
    assert_eq!((&counts["created"], &counts["refused"]), (&1.into(), &1.into()), "{told}");
    assert_eq!(counts["blocked"], 2, "{told}");
    let results =
        std::fs::read_to_string(world.path().join("muster-report-1/results.csv")).unwrap();
    let blocked: Vec<&str> = results.lines().filter(|line| line.contains("blocked")).collect();
    assert_eq!(blocked.len(), 2, "{results}");
    for line in blocked {
        assert!(line.contains("manager-not-made") && line.contains("row 4"), "{line}");
    }
    let ledger = world.ledger();
    assert_eq!(ledger.job_data.len(), 1, "nobody else is sent");
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    // The reports get another manager, and go out with the fix file.
    let fix = world.path().join(FIX);
    let mut rows = sheet_of(&fix);
    assert_eq!(rows.len(), 4, "{rows:?}");
    let manager = rows[0].iter().position(|header| header == "直属上级").unwrap();
    for row in rows.iter_mut().filter(|row| row[manager] == "N00001") {
        "N00004".clone_into(&mut row[manager]);
    }
    write_sheet(&fix, &rows);
    // A file that was written anew does not carry its journal and kind.
    let own = ["--journal", ".muster/journal.db", "--kind", "job-data", "--yes", "--json"];
    let again = world.run(&[&["import", FIX], &own[..]].concat()).exits(10).json();
    assert_eq!(again["counts"]["created"], 2, "{again}");
    let ledger = world.ledger();
    let of = |number: &str| made(&world, &ledger, number);
    assert_eq!(of("N00002").body["direct_manager_id"], of("N00004").id.as_str());
    assert_eq!(of("N00003").body["direct_manager_id"], of("N00002").id.as_str());
}

#[test]
fn a_manager_who_is_made_later_leaves_the_reports_to_the_next_import_and_says_so() {
    let reports = roster(&[("N00003", "N00002", ""), ("N00002", "N00001", "")]);
    let manager = roster(&[("N00001", "", "")]);
    let world = World::new().sandbox(strict()).file("roster.csv", &reports);
    world.put("manager.csv", &manager);
    world.run(&["refs", "pull", "--people"]).exits(0);
    let told = world.run(&[&IMPORT[..], &["--json"]].concat()).exits(10).json();
    assert_eq!(told["counts"]["blocked"], 2, "{told}");
    world.run(&["import", "manager.csv", "--kind", "job-data", "--yes"]).exits(0);
    assert_eq!(world.ledger().job_data.len(), 1);
    let report = world.run(&["report", "1", "--json"]).exits(10).stdout;
    assert!(report.contains("manager-made-since"), "{report}");
    world.run(&["resume", "--yes"]).says("nothing-to-resume");
    let again = world.run(&[&IMPORT[..], &["--json"]].concat()).exits(0).json();
    assert_eq!(again["counts"]["created"], 2, "{again}");
    let ledger = world.ledger();
    let of = |number: &str| made(&world, &ledger, number);
    assert_eq!(of("N00003").body["direct_manager_id"], of("N00002").id.as_str());
    assert_eq!(of("N00002").body["direct_manager_id"], of("N00001").id.as_str());
}

#[test]
fn managers_who_wait_for_each_other_over_two_imports_are_blocked_and_nothing_spins() {
    let first = roster(&[("N00001", "N00002", "")]);
    let second = roster(&[("N00002", "N00001", ""), ("N00003", "N00002", "")]);
    let world = World::new().sandbox(strict()).file("roster.csv", &first);
    world.put("second.csv", &second);
    world.run(&["refs", "pull", "--people"]).exits(0);
    world.run(&IMPORT).exits(10);
    let told = world.run(&["import", "second.csv", "--kind", "job-data", "--yes", "--json"]);
    let told = told.exits(10).json();
    assert_eq!(told["counts"]["blocked"], 2, "{told}");
    assert!(world.ledger().job_data.is_empty());
}

#[test]
fn what_stands_for_an_id_is_not_to_be_typed() {
    let world = world(&[("N00001", "N00002", ""), ("N00002", "", "")], strict());
    let typed = format!("{{muster:id of:{}}}", employment(&world, "N00002"));
    world.put("roster.csv", roster(&[("N00001", &typed, ""), ("N00002", "", "")]));
    let told = world.run(&CHECK).exits(10);
    assert!(told.stdout.contains("1 × error"), "{}", told.stdout);
}
