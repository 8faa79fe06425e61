//! `--canary N`: a few are sent first and read back; a difference stops the run, and nothing is
//! lost by it.

use muster::sandbox::{Behaviour, Endpoint, Fault, Scripted};

use crate::world::World;

fn altered(endpoint: Endpoint, nth: u64) -> Behaviour {
    Behaviour::default().script(vec![Scripted { endpoint, nth, fault: Fault::Altered }])
}

#[test]
fn five_are_sent_read_back_and_shown_and_the_rest_follows() {
    let world = World::new().talents(12).job_data(12).sandbox(Behaviour::default());
    let ran = world.import(&["--canary", "5"]).exits(0).says("the first records, as sent");
    world.each_once(12, 12);
    let reads = world.ledger().requests_to(Endpoint::TalentGet).arrivals;
    assert_eq!(reads, 3, "three talents and two job data are read back");
    assert_eq!(ran.stderr.matches('✓').count(), 5, "{}", ran.stderr);
    assert!(ran.stderr.contains("= education_list[1].school: 示例大学"), "{}", ran.stderr);
    assert!(ran.stderr.contains("= employee_type_id: 6890452208593372680"), "{}", ran.stderr);
    // Whose values are personal, they are masked.
    assert!(ran.stderr.contains("= basic_info.mobile: 138****0000"), "{}", ran.stderr);
    for value in ["测试0", "13800000000", "t0@example.com"] {
        assert!(!ran.stderr.contains(value), "{value}: {}", ran.stderr);
    }
}

#[test]
fn a_field_kept_otherwise_stops_the_run_and_resume_goes_on() {
    for (endpoint, field) in [
        (Endpoint::TalentCreate, "≠ basic_info.gender: sent 1, read 2"),
        (
            Endpoint::JobDataCreate,
            "≠ employee_type_id: sent 6890452208593372680, read 6890452208593372681",
        ),
    ] {
        let world = World::new().talents(8).job_data(8).sandbox(altered(endpoint, 1));
        world.put("muster.toml", "[profile.default]\nsettle_delays = [0]\n");
        world.import(&["--canary", "4"]).exits(1).says(field).says("1 of the first 4 records");
        let report = world.report(1);
        assert_eq!(report["state"], "halted");
        assert_eq!(
            (&report["counts"]["created"], &report["counts"]["not_sent"]),
            (&4.into(), &12.into())
        );
        world.run(&["resume", "--yes"]).exits(0);
        world.each_once(8, 8);
    }
}

#[test]
fn a_difference_that_the_mask_hides_is_said_to_be_there() {
    let csv = "姓名,手机号,出生日期\n测试,13800138001,1986-02-03\n";
    let world = World::new().file("t.csv", csv).sandbox(altered(Endpoint::TalentCreate, 1));
    world
        .import(&["--canary", "1"])
        .exits(1)
        .says("sent 1986-**-**, read 1986-**-** (what differs is masked)");
}

#[test]
fn a_canary_that_is_refused_stops_the_run_before_the_rest() {
    let behaviour = Behaviour { known_employments: Some(Vec::new()), ..Behaviour::default() };
    let world = World::new().job_data(9).sandbox(behaviour);
    world.import(&["--canary", "2"]).exits(1).says("refused: 1160003");
    assert_eq!(world.report(1)["counts"]["not_sent"], 7);
}

#[test]
fn resume_takes_a_canary_too() {
    let world = World::new().talents(9).sandbox(altered(Endpoint::TalentCreate, 1));
    world.put("muster.toml", "[profile.default]\nsettle_delays = [0]\n");
    world.import(&["--canary", "2"]).exits(1);
    world.run(&["resume", "--yes", "--canary", "3"]).exits(0).says("record 5");
    world.each_once(9, 0);
}

#[test]
fn above_two_hundred_records_with_new_columns_it_is_offered_once() {
    let world = World::new().talents(201).sandbox(Behaviour::default());
    world.import(&[]).exits(0).says("--canary 5");
    world.put("more.csv", crate::world::talents_csv(420).as_slice());
    let ran = world.run(&["import", "more.csv", "--yes"]).exits(0);
    assert!(!ran.stderr.contains("--canary"), "the columns are known: {}", ran.stderr);
    let few = World::new().talents(200).sandbox(Behaviour::default());
    assert!(!few.import(&[]).exits(0).stderr.contains("--canary"));
}

#[test]
fn what_a_canary_is_told_by_its_flag() {
    let world = World::new().talents(1);
    for wrong in ["0", "1001", "x"] {
        world.import(&["--canary", wrong]).exits(2);
    }
}
