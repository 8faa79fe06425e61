//! What scripts rely on: `--json` of each command, exit codes, and that nothing is lost.
//!
//! Must not know: how a command does its work.

use std::time::Duration;

use muster::sandbox::{Behaviour, Endpoint, Fault, Scripted};

use crate::world::World;

#[test]
fn emptying_the_sandbox_never_takes_the_journal_of_a_tenant() {
    let world = World::new().talents(2).sandbox(Behaviour::default());
    world.import(&[]).exits(0);
    let own = [("MUSTER_BASE_URL", ""), ("MUSTER_APP_ID", ""), ("MUSTER_APP_SECRET", "")];
    let fresh = ["import", "talents.csv", "--yes", "--sandbox", "--fresh", "--journal"];
    let with = |path: &'static str| fresh.iter().copied().chain([path]).collect::<Vec<_>>();
    world.run_with(&with(".muster/journal.db"), &own).exits(2).says("belongs to");
    world.run(&["status", "1"]).exits(0).says("2 created");
    world.put("notes.txt", "mine");
    assert_ne!(world.run_with(&with("notes.txt"), &own).code, Some(0));
    assert_eq!(std::fs::read(world.path().join("notes.txt")).unwrap(), b"mine");
}

#[test]
fn every_json_carries_its_version() {
    let world = World::new().talents(2).sandbox(Behaviour::default());
    let version = |arguments: &[&str]| {
        let ran = world.run(arguments);
        let found = ran.json();
        assert_eq!(found["version"], 1, "{arguments:?}: {found}");
        found
    };
    let plan = version(&["import", "talents.csv", "-n", "--json"]);
    assert_eq!((&plan["rows"], &plan["plan"]["to_send"]), (&2.into(), &2.into()), "{plan}");
    version(&["check", "talents.csv", "--json"]);
    version(&["import", "talents.csv", "--yes", "--json"]);
    for command in ["runs", "status", "report", "doctor", "settle"] {
        version(&[command, "--json"]);
    }
    version(&["fields", "talent", "--json"]);
    version(&["template", "talent", "-o", "t.xlsx", "--json"]);
}

#[test]
fn a_missing_secret_leaves_no_journal_behind() {
    let world = World::new().talents(1);
    world
        .run_with(&["import", "talents.csv", "--yes"], &[("MUSTER_APP_ID", "cli_a")])
        .exits(2)
        .says("app_secret");
    assert!(!world.path().join(".muster").exists());
}

#[test]
fn a_profile_without_a_file_says_that_there_is_no_file() {
    let world = World::new();
    world.run(&["runs", "--profile", "b"]).exits(2).says("no muster.toml was found");
}

#[test]
fn somebody_at_the_journal_is_exit_11_and_readers_are_let_in() {
    let behaviour = Behaviour { latency: Duration::from_millis(100), ..Behaviour::default() };
    let world = World::new().talents(300).sandbox(behaviour);
    let mut first = world.begin_import(&[]);
    world.made(1);
    world.import(&[]).exits(11).says("in use by another muster");
    world.run(&["abandon", "1"]).exits(11);
    world.run(&["runs"]).exits(0).says("running");
    first.kill().unwrap();
    first.wait().unwrap();
    world.run(&["abandon", "1"]).exits(0);
    world.run(&["resume", "--yes"]).exits(2);
    world.run(&["runs"]).exits(0).says("abandoned");
}

#[test]
fn a_lost_answer_about_somebody_who_cannot_be_looked_up_is_exit_13() {
    let script =
        vec![Scripted { endpoint: Endpoint::TalentCreate, nth: 1, fault: Fault::DropAfterCommit }];
    let world = World::new()
        .file("t.csv", "姓名,学校\n测试,示例大学\n")
        .sandbox(Behaviour::default().script(script));
    world.put("muster.toml", "[profile.default]\nsettle_delays = [0]\n");
    world.import(&["--allow-keyless", "--kind", "talent"]).exits(13);
    assert_eq!(world.report(1)["counts"]["unknown"], 1);
    world.import(&["--allow-keyless", "--kind", "talent"]).exits(13);
    world.each_once(1, 0);
    world.run(&["settle", "1", "--record", "1", "--created", "7400000000000000001"]).exits(0);
    world.import(&["--allow-keyless", "--kind", "talent"]).exits(0);
    world.each_once(1, 0);
}

#[test]
fn too_many_refusals_are_exit_1_and_a_journal_that_is_none_exit_6() {
    let behaviour = Behaviour { known_employments: Some(Vec::new()), ..Behaviour::default() };
    let world = World::new().job_data(40).sandbox(behaviour);
    world.put("none.db", "this is no database, whatever its name says");
    world.import(&["--journal", "none.db"]).exits(6);
    std::fs::create_dir(world.path().join("folder.db")).unwrap();
    world.import(&["--journal", "folder.db"]).exits(6);
    assert!(!world.path().join("folder.db.lock").exists());
    world.import(&["--max-refused", "3"]).exits(1);
    world.each_once(0, 0);
}

#[test]
fn no_output_takes_the_place_of_what_is_read() {
    let world = World::new().talents(2).sandbox(Behaviour::default());
    let before = crate::world::talents_csv(2);
    world.put("map.toml", "version = 1\n");
    for output in [
        ["--report", "talents.csv"],
        ["--payloads", "./talents.csv"],
        ["--log-file", "talents.csv"],
        ["--payloads", "map.toml"],
    ] {
        let flags = [&["--mapping", "map.toml"], &output[..]].concat();
        world.check(&flags).exits(2).says("output-is-input");
    }
    world.import(&["--log-file", "talents.csv"]).exits(2).says("output-is-input");
    assert_eq!(std::fs::read(world.path().join("talents.csv")).unwrap(), before);
    assert_eq!(std::fs::read(world.path().join("map.toml")).unwrap(), b"version = 1\n");
    // Nor does a report: who imports a list of results has them in a folder of their own.
    world.put("results.csv", &before);
    let import = ["import", "results.csv", "--yes", "--report-dir", "."];
    world.run(&import).exits(2).says("output-is-input");
    assert_eq!(std::fs::read(world.path().join("results.csv")).unwrap(), before);
    world.each_once(0, 0);
}

#[test]
fn a_line_to_copy_finds_the_journal_again() {
    let refused = Behaviour { known_employments: Some(Vec::new()), ..Behaviour::default() };
    let world = World::new().job_data(3).sandbox(refused);
    let journal = ["--journal", "my journal.db"];
    world.import(&[&["--max-refused", "0"], &journal[..]].concat()).exits(1);
    world
        .run(&[&["status"], &journal[..]].concat())
        .says("muster resume 1 --journal 'my journal.db'");
    world.put("taken", "no folder");
    world
        .run(&[&["resume", "--yes", "--report-dir", "taken"], &journal[..]].concat())
        .exits(6)
        .says("`muster report 1 --journal 'my journal.db' --report-dir FOLDER`");
}
