//! `muster refs`: the sandbox's company, read and looked up in by the real binary.

use std::process::Stdio;

use muster::sandbox::{Behaviour, Denied, Endpoint, Reference};
use serde_json::Value;

use crate::world::World;

fn world(behaviour: Behaviour) -> World {
    World::new().sandbox(behaviour)
}

/// What a status says of a list.
fn list<'s>(status: &'s Value, word: &str) -> &'s Value {
    let lists = status["lists"].as_array().unwrap();
    lists.iter().find(|list| list["list"] == word).unwrap_or_else(|| panic!("{word}: {status}"))
}

#[test]
fn the_company_is_pulled_and_its_names_lead_to_ids() {
    let world = world(Behaviour::default());
    world.run(&["refs", "find", "后端组"]).exits(2).says("refs pull");
    let pulled = world.run(&["refs", "pull", "--json"]).exits(0).json();
    for kept in pulled["lists"].as_array().unwrap() {
        assert!(kept["entries"].as_u64().unwrap() > 0 && kept["unread"].is_null(), "{kept}");
    }
    assert_eq!(pulled["lists"].as_array().unwrap().len(), 23);
    assert!(list(&pulled, "departments")["entries"].as_u64().unwrap() > 250);
    let found = world.run(&["refs", "find", "研发中心/后端组", "--json"]).exits(0).json();
    let first = &found["found"][0];
    assert_eq!((&first["list"], &first["match"]), (&"departments".into(), &"whole".into()));
    assert_eq!(first["codes"][0], "D-RD-BE");
    let by_id = world.run(&["refs", "find", first["id"].as_str().unwrap()]).exits(0);
    assert!(by_id.stdout.contains("研发中心/后端组") && by_id.stdout.contains("D-RD-BE"));
    world.run(&["refs", "find", "没有这个部门"]).exits(0).says("nothing is called");
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    let status = world.run(&["refs", "status"]).exits(0);
    assert_eq!(status.stdout.lines().count(), 23, "{}", status.stdout);
}

#[test]
fn people_are_read_where_they_are_asked_for_and_stay_when_others_are_read_again() {
    let world = world(Behaviour::default());
    let pulled = world.run(&["refs", "pull", "departments", "--people", "--json"]).exits(0).json();
    let people = |status: &Value, word: &str| list(status, word)["entries"].as_u64().unwrap();
    assert!(people(&pulled, "people") >= 500 && people(&pulled, "people-job-data") >= 400);
    let again = world.run(&["refs", "pull", "departments", "--json"]).exits(0).json();
    assert_eq!(people(&again, "people"), people(&pulled, "people"));
    let drift = &list(&again, "departments")["drift"];
    assert!(drift.as_object().unwrap().values().all(|count| *count == 0), "{drift}");
    let found = world.run(&["refs", "find", "example.com", "--json"]).exits(0);
    assert!(!found.stdout.contains('@'), "no address of a person is printed");
}

#[test]
fn a_list_that_may_not_be_read_names_its_permission_and_the_rest_is_read() {
    let denied = vec![(Endpoint::Reference(Reference::Locations), Denied::Scope)];
    let world = world(Behaviour { denied, ..Behaviour::default() });
    let ran = world.run(&["refs", "pull", "--json"]).exits(0).json();
    assert_eq!(list(&ran, "locations")["unread"]["code"], "permission-missing");
    assert!(list(&ran, "locations").to_string().contains("corehr:locations:read"));
    assert!(list(&ran, "companies")["unread"].is_null());
    world.run(&["refs", "pull", "locations"]).exits(3).says("corehr:locations:read");
    let doctor = world.run(&["doctor"]).exits(0);
    let line = doctor.stdout.lines().find(|line| line.contains("work locations")).unwrap();
    assert!(line.starts_with('○') && line.contains("corehr:locations:read"), "{line}");
}

#[test]
fn documents_and_banks_are_read_and_what_may_not_be_read_names_its_permission() {
    let denied = vec![(Endpoint::Reference(Reference::Banks), Denied::Scope)];
    let world = world(Behaviour { denied, ..Behaviour::default() });
    let pulled = world.run(&["refs", "pull", "--json"]).exits(0).json();
    assert!(list(&pulled, "national-id-types")["entries"].as_u64().unwrap() > 0);
    let unread = &list(&pulled, "banks")["unread"];
    assert!(unread.to_string().contains("corehr:common_data.basic_data:read"), "{unread}");
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    let found = world.run(&["refs", "find", "护照"]).exits(0).stdout;
    assert!(found.contains("national ID types"), "{found}");
}

#[test]
fn a_pull_that_is_killed_leaves_the_old_snapshot_and_another_app_has_none() {
    let slow = Behaviour { latency: std::time::Duration::from_millis(20), ..Behaviour::default() };
    let world = world(slow);
    world.run(&["refs", "pull", "departments", "companies"]).exits(0);
    let before = world.run(&["refs", "find", "后端组"]).exits(0).stdout;
    let mut child = world
        .command(&["refs", "pull"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    world.asked(Endpoint::Reference(Reference::JobLevels));
    let running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(running, "it was in the middle");
    assert!(world.path().join(".muster/directory.db.part").exists());
    assert_eq!(world.run(&["refs", "find", "后端组"]).exits(0).stdout, before);
    let trees = |world: &World| {
        world.ledger().requests_to(Endpoint::Reference(Reference::DepartmentTree)).arrivals
    };
    let asked = trees(&world);
    world.run(&["refs", "pull"]).exits(0).says("read before the last pull was cut off");
    assert_eq!(trees(&world), asked, "what was read is not asked for again");
    let other = [("MUSTER_APP_ID", "cli_other")];
    world.run_with(&["refs", "status"], &other).exits(2).says("refs-other-tenant");
}
