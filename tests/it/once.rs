//! Nothing lost, nothing twice, with the real binary.

use std::process::Command;
use std::time::Duration;

use muster::sandbox::{Behaviour, Endpoint};

use crate::world::{World, talents_csv, until};

/// A person who presses Ctrl-C while old doubt is settled means the whole import.
#[cfg(unix)]
#[test]
fn a_signal_while_old_doubt_is_settled_sends_nothing() {
    // What was made is not shown for a minute, so that settling takes its time.
    let (latency, index_lag) = (Duration::from_millis(400), Duration::from_mins(1));
    let behaviour = Behaviour { latency, index_lag, ..Behaviour::default() };
    let world = World::new().talents(40).sandbox(behaviour);
    world.put("muster.toml", "[profile.default]\nsettle_delays = [30]\n");
    let unknown = || world.run(&["status", "--json"]).json()["counts"]["unknown"].as_u64();
    let mut patience = 900;
    while {
        assert!(world.import_killed_after(Duration::from_millis(patience)), "it was not killed");
        unknown() == Some(0)
    } {
        patience += 100;
    }
    world.settled();
    let sent = world.ledger().requests_to(Endpoint::TalentCreate).arrivals;
    let other = String::from_utf8(talents_csv(40))
        .unwrap()
        .replace("测试", "别人")
        .replace("138000", "139000");
    world.put("talents.csv", other.replace("@example", "@other"));
    let tokens = || world.ledger().requests_to(Endpoint::Token).arrivals;
    let before = tokens();
    let mut import = world.begin_import(&[]);
    // What the token is for is the doubt: that is settled before anything is planned.
    until("it begins to settle", || tokens() > before);
    assert!(import.try_wait().unwrap().is_none(), "there was nothing to settle");
    let pid = import.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(import.wait().unwrap().code(), Some(130));
    assert_eq!(world.ledger().requests_to(Endpoint::TalentCreate).arrivals, sent);
}
