//! The samples and the API pages' own examples, each through the binary.
//!
//! Must not know: how any of it is read.

use std::path::Path;

use muster::sandbox::Behaviour;
use serde_json::Value;

use crate::world::World;

fn samples() -> World {
    let world = World::new().sandbox(Behaviour::default());
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        world.put(&name, std::fs::read(entry.path()).unwrap());
    }
    world
}

/// Its exit code, records of each kind, and how many of them are valid.
#[test]
fn every_sample_is_read_as_its_name_says() {
    let world = samples();
    for (arguments, code, records, valid) in [
        (&["talents.csv"][..], 0, (12, 0), 12),
        (&["talents.xlsx"], 0, (12, 0), 12),
        (&["talents-dirty.csv"], 10, (16, 0), 3),
        (&["job-data.csv"], 0, (0, 8), 8),
        (&["job-data.xlsx"], 0, (0, 12), 12),
        (&["job-data-dirty.xlsx"], 10, (0, 10), 2),
        (&["everything-talent.xlsx"], 0, (1, 0), 1),
        (&["everything-job-data.xlsx"], 0, (0, 1), 1),
        (&["roster.xlsx", "--mapping", "mapping.toml"], 0, (0, 4), 4),
    ] {
        let arguments: Vec<_> = ["check", "--json"].iter().chain(arguments).copied().collect();
        let found = world.run(&arguments).exits(code).json();
        let of = |kind: &str| found["records"][kind].as_u64().unwrap();
        assert_eq!((of("talent"), of("job_data")), records, "{arguments:?}");
        assert_eq!(found["valid"], valid, "{arguments:?}");
    }
}

/// README's first command, and the mapping's own example: the table's ID is what is sent.
#[test]
fn the_clean_samples_are_made_and_the_mapping_names_the_departments() {
    let world = samples();
    world.run(&["import", "talents.csv", "job-data.xlsx", "--yes"]).exits(0);
    world.run(&["import", "roster.xlsx", "--mapping", "mapping.toml", "--yes"]).exits(0);
    world.each_once(12, 16);
    let ledger = world.ledger();
    let row = ledger.job_data.last().unwrap();
    assert_eq!(row.body["department_id"].as_str().map(str::len), Some(19), "{:?}", row.body);
    assert_eq!(row.body["effective_time"], "2025-04-04 00:00:00");
    assert_eq!(row.body["probation_start_date"], "2025-04-04");
}

/// A sheet with every field gives the bodies of the API pages' own examples.
/// What the pages make up and no checked field can hold (a mobile of 12 digits, an ID number with an
/// `x` inside, times that are no midnight) stands as something real here; `init_source_id` is not offered.
#[test]
fn a_sheet_with_every_field_gives_the_bodies_of_the_pages_own_examples() {
    for (kind, csv, page) in [
        ("talent", include_str!("pages/talent.csv"), include_str!("pages/talent.json")),
        ("job_data", include_str!("pages/job-data.csv"), include_str!("pages/job-data.json")),
    ] {
        let world = World::new().file("page.csv", csv).untold();
        world.check(&["--payloads", "out.jsonl"]).exits(0);
        let text = std::fs::read_to_string(world.path().join("out.jsonl")).unwrap();
        let line: Value = serde_json::from_str(text.trim_end()).unwrap();
        assert_eq!(line["kind"], kind);
        assert_eq!(line["body"], serde_json::from_str::<Value>(page).unwrap());
    }
}

/// What README shows is what is said, line by line.
#[test]
fn the_check_that_readme_shows_is_the_one_that_is_made() {
    let readme = include_str!("../../README.md");
    let world = samples();
    let ran = world.run(&["check", "job-data-dirty.xlsx", "--limit-problems", "3"]).exits(10);
    let after = readme.split_once("--limit-problems 3\n").unwrap().1;
    let shown = after.split_once("\n\n$ ").unwrap().0;
    let said = format!("{}{}", ran.stdout, ran.stderr);
    assert_eq!(
        shown.trim_end(),
        said.replace("job-data-dirty", "samples/job-data-dirty").trim_end()
    );
}

/// What README says of a sandbox's fault file is what one may say.
#[test]
fn the_fault_file_that_readme_shows_is_read() {
    let readme = include_str!("../../README.md");
    let after = readme.split_once("# muster sandbox --faults hard.toml\n").unwrap().1;
    let file = after.split_once("```").unwrap().0;
    let behaviour = muster::sandbox::Behaviour::default().with_file(file).unwrap();
    assert!(behaviour.burn_failed_tokens && behaviour.faults.script.len() == 1);
}
