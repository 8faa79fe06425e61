//! `muster doctor`: each thing that can be wrong is named, with its exit code.

use muster::sandbox::{Behaviour, Denied, Endpoint};

use crate::world::{Ran, World};

fn doctor(behaviour: Behaviour) -> Ran {
    World::new().sandbox(behaviour).run(&["doctor"])
}

fn denied(endpoint: Endpoint, denied: Denied) -> Behaviour {
    Behaviour { denied: vec![(endpoint, denied)], ..Behaviour::default() }
}

/// The lines that tell of a fault.
fn faults(ran: &Ran) -> Vec<&str> {
    ran.stdout.lines().filter(|line| line.starts_with('✗')).collect()
}

#[test]
fn all_is_well_at_a_sandbox() {
    let ran = doctor(Behaviour::default()).exits(0);
    assert_eq!(faults(&ran), [""; 0]);
    // Configuration, journal, clock, credentials, three permissions, the lists, two modules, the data range.
    assert_eq!(
        ran.stdout.lines().filter(|line| line.starts_with('✓')).count(),
        11,
        "{}",
        ran.stdout
    );
}

#[test]
fn a_wrong_secret_is_exit_3() {
    let world = World::new().sandbox(Behaviour::default()).env("MUSTER_APP_SECRET", "wrong");
    let ran = world.run(&["doctor"]).exits(3);
    assert!(faults(&ran)[0].contains("10014"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("permission hire"), "nothing is asked without a token");
}

#[test]
fn a_missing_scope_is_named() {
    let ran = doctor(denied(Endpoint::TalentFind, Denied::Scope)).exits(3);
    let [fault] = faults(&ran)[..] else { panic!("{}", ran.stdout) };
    assert!(fault.contains("hire:talent"), "{fault}");
    // The answer names no scope here: the documented ones are told.
    let ran = doctor(denied(Endpoint::EmployeeFind, Denied::Scope)).exits(3);
    let [fault] = faults(&ran)[..] else { panic!("{}", ran.stdout) };
    assert!(fault.contains("corehr:employee:read"), "{fault}");
}

#[test]
fn job_data_that_may_not_be_read_are_a_missing_permission() {
    let ran = doctor(denied(Endpoint::JobDataFind, Denied::Data)).exits(3);
    let [fault] = faults(&ran)[..] else { panic!("{}", ran.stdout) };
    assert!(fault.contains("corehr:job_data:read") && fault.contains("1160023"), "{fault}");
}

#[test]
fn an_unreachable_host_is_exit_4() {
    let world = World::new()
        .env("MUSTER_BASE_URL", "http://127.0.0.1:9")
        .env("MUSTER_APP_ID", "cli_a")
        .env("MUSTER_APP_SECRET", "s");
    let ran = world.run(&["doctor"]).exits(4);
    assert!(faults(&ran)[0].contains("127.0.0.1"), "{}", ran.stdout);
}

/// A network that wants a login answers every request with a page of its own.
#[test]
fn a_host_that_answers_with_a_page_is_said_not_to_be_the_api() {
    use std::io::{Read as _, Write as _};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let _ = stream.read(&mut [0; 4096]);
            let page = "<html>please log in</html>";
            let head = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close";
            let _ = write!(stream, "{head}\r\ncontent-length: {}\r\n\r\n{page}", page.len());
        }
    });
    let world = World::new()
        .env("MUSTER_BASE_URL", &address)
        .env("MUSTER_APP_ID", "cli_a")
        .env("MUSTER_APP_SECRET", "s");
    let ran = world.run(&["doctor"]).exits(4);
    assert!(faults(&ran)[0].contains("not as the Feishu API does"), "{}", ran.stdout);
}

#[test]
fn a_module_that_is_off_is_told_as_such_and_the_other_is_on() {
    let off = Endpoint::all().filter(|one| one.path().contains("/corehr/"));
    let denied = off.map(|one| (one, Denied::Off)).collect();
    let ran = doctor(Behaviour { denied, ..Behaviour::default() }).exits(3);
    let line = |text: &str| ran.stdout.lines().find(|line| line.contains(text)).unwrap();
    assert!(line("module Feishu CoreHR").starts_with('✗'), "{}", ran.stdout);
    assert!(line("module Feishu Hire").starts_with('✓'), "{}", ran.stdout);
    assert!(!ran.stdout.contains("permissions that lack"), "{}", ran.stdout);
}

#[test]
fn what_lacks_is_listed_to_be_copied_each_scope_once() {
    let places = Endpoint::all().filter(|one| one.path().contains("locations"));
    let levels = Endpoint::all().filter(|one| one.path().ends_with("/job_levels"));
    let denied = places.chain(levels).map(|one| (one, Denied::Scope)).collect();
    let ran = doctor(Behaviour { denied, ..Behaviour::default() }).exits(0);
    let line = ran.stdout.lines().find(|line| line.contains("permissions that lack")).unwrap();
    let (_, scopes) = line.rsplit_once(": ").unwrap();
    let mut scopes: Vec<&str> = scopes.split(',').collect();
    assert!(scopes.contains(&"hire:location:readonly"), "{line}");
    assert!(scopes.contains(&"corehr:job_level:read"), "{line}");
    let all = scopes.len();
    scopes.sort_unstable();
    scopes.dedup();
    assert_eq!(scopes.len(), all);
}
