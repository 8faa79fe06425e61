//! Numbers of other countries: from what a cell says of its country to the code that the tenant takes.

use muster::sandbox::{Behaviour, References};
use serde_json::Value;

use crate::world::World;

const PEOPLE: &str = "\
姓名,手机
甲,13800138000
乙,+852 9123 4567
丙,00852 6123 4567
丁,852-9123 4568
戊,香港 91234569
己,+1 604 555 0123
";

fn world(text: &str) -> World {
    let strict = Behaviour { references: References::Exist, ..Behaviour::default() };
    World::new().sandbox(strict).file("people.csv", text)
}

/// The code of the country that is called so.
fn code(world: &World, name: &str) -> String {
    let found = world.run(&["refs", "find", name, "--json"]).exits(0).json();
    let all = found["found"].as_array().unwrap();
    let own = all.iter().find(|one| one["list"] == "countries").unwrap();
    own["id"].as_str().unwrap().to_owned()
}

/// Number and country of everybody who was made, by name.
fn made(world: &World) -> Vec<(String, Value, Value)> {
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    let mut all: Vec<_> = ledger
        .talents
        .iter()
        .map(|made| {
            let own = &made.body["basic_info"];
            (made.name.clone(), own["mobile"].clone(), own["mobile_country_code"].clone())
        })
        .collect();
    all.sort_by(|one, other| one.1.as_str().cmp(&other.1.as_str()));
    all
}

#[test]
fn a_number_that_tells_its_country_is_sent_with_the_country_s_code() {
    let world = world(PEOPLE);
    let kind = ["--kind", "talent"];
    let before = world.run(&[&["check", "people.csv"], &kind[..]].concat()).exits(10);
    assert!(before.stdout.contains("mobile-country-missing"), "{}", before.stdout);
    assert!(before.stdout.contains("muster refs pull"), "{}", before.stdout);
    world.run(&["refs", "pull", "countries", "dial-codes"]).exits(0);
    let check = world.run(&[&["check", "people.csv"], &kind[..]].concat()).exits(0);
    assert!(check.stdout.contains("repaired-country"), "{}", check.stdout);
    world.run(&[&["import", "people.csv", "--yes"], &kind[..]].concat()).exits(0);
    let (hong_kong, canada) = (code(&world, "中国香港"), code(&world, "加拿大"));
    let all = made(&world);
    let told: Vec<_> = all
        .iter()
        .map(|(name, mobile, country)| (name.as_str(), mobile.as_str(), country.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("甲", Some("13800138000"), None),
            ("己", Some("6045550123"), Some(canada.as_str())),
            ("丙", Some("61234567"), Some(hong_kong.as_str())),
            ("乙", Some("91234567"), Some(hong_kong.as_str())),
            ("丁", Some("91234568"), Some(hong_kong.as_str())),
            ("戊", Some("91234569"), Some(hong_kong.as_str())),
        ]
    );
    // The same people, written otherwise, are the same.
    world.put("people.csv", PEOPLE.replace("852-9123 4568", "+852-91234568"));
    world.run(&[&["import", "people.csv", "--yes"], &kind[..]].concat()).exits(0);
    assert_eq!(world.ledger().talents.len(), 6);
}

#[test]
fn a_column_of_dialling_codes_or_countries_becomes_codes_and_disagreement_is_an_error() {
    let text = "\
姓名,国际区号,手机
甲,86,13800138000
乙,+852,9123 4567
丙,中国香港,91234568
丁,HK,852-91234569
戊,加拿大 +1,6045550123
己,+1,604 555 0124
";
    let world = world(text);
    world.run(&["refs", "pull", "countries", "dial-codes"]).exits(0);
    world.run(&["import", "people.csv", "--kind", "talent", "--yes"]).exits(0);
    let hong_kong = code(&world, "中国香港");
    let all = made(&world);
    assert_eq!(all.iter().filter(|one| one.2 == hong_kong.as_str()).count(), 3, "{all:?}");
    assert!(all.iter().all(|one| one.2.is_string()), "{all:?}");
    let canada = code(&world, "加拿大");
    assert_eq!(all.iter().filter(|one| one.2 == canada.as_str()).count(), 2, "{all:?}");
    let wrong = "姓名,国际区号,手机\n甲,CN_1,+852 9123 4567\n乙,+1,8005550199\n丙,火星,91234567\n";
    world.put("wrong.csv", wrong);
    let told = world.run(&["check", "wrong.csv", "--kind", "talent"]).exits(10).stdout;
    for code in ["mobile-country-differs", "mobile-country-shared", "not-a-country"] {
        assert!(told.contains(code), "{code}: {told}");
    }
    assert!(told.contains("United States, Canada"), "{told}");
}

#[test]
fn a_default_of_the_mapping_file_gives_way_to_what_a_number_tells() {
    let world = world(PEOPLE).file(
        "map.toml",
        "version = 1\n[[record]]\nkind = \"talent\"\n[record.defaults]\n\"basic_info.mobile_country_code\" = \"CN_1\"\n",
    );
    world.run(&["refs", "pull", "countries", "dial-codes"]).exits(0);
    world.run(&["import", "people.csv", "--mapping", "map.toml", "--yes"]).exits(0);
    let (china, hong_kong) = ("CN_1", code(&world, "中国香港"));
    let all = made(&world);
    assert_eq!(all[0].2, china, "{all:?}");
    assert_eq!(all.iter().filter(|one| one.2 == hong_kong.as_str()).count(), 4, "{all:?}");
}

#[test]
fn the_sandbox_refuses_a_country_that_there_is_not() {
    let world = world("姓名,国际区号,手机\n甲,CN_9999,91234567\n");
    let ran = world.run(&["import", "people.csv", "--kind", "talent", "--yes"]).exits(10);
    assert!(world.ledger().talents.is_empty(), "{}", ran.stdout);
}
