//! Journals of earlier schemas, with the real binary: read without being migrated, migrated with a
//! copy kept, gone on with.

use std::path::{Path, PathBuf};

use muster::sandbox::Behaviour;
use rusqlite::Connection;

use crate::world::World;

/// Journals of schemas 1 to 3, as `src/journal/tests/past.rs` tells.
const PAST: &[(&str, i64, &str)] = &[
    ("v1-states", 1, include_str!("../../src/journal/tests/past/v1-states.sql")),
    ("v1-killed", 1, include_str!("../../src/journal/tests/past/v1-killed.sql")),
    ("v1-draft", 1, include_str!("../../src/journal/tests/past/v1-draft.sql")),
    ("v1-doubts", 1, include_str!("../../src/journal/tests/past/v1-doubts.sql")),
    ("v2-states", 2, include_str!("../../src/journal/tests/past/v2-states.sql")),
    ("v2-killed", 2, include_str!("../../src/journal/tests/past/v2-killed.sql")),
    ("v2-draft", 2, include_str!("../../src/journal/tests/past/v2-draft.sql")),
    ("v2-doubts", 2, include_str!("../../src/journal/tests/past/v2-doubts.sql")),
    ("v3-people", 3, include_str!("../../src/journal/tests/past/v3-people.sql")),
    ("v3-replaced", 3, include_str!("../../src/journal/tests/past/v3-replaced.sql")),
];

/// The address that the fixtures were made at.
const ADDRESS: &str = "http://127.0.0.1:18787";

/// Lay a journal of an earlier schema where the world's runs look for it.
fn lay(world: &World, dump: &str) -> PathBuf {
    let path = world.path().join(".muster").join("journal.db");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "journal_mode", "wal").unwrap();
    connection.execute_batch(dump).unwrap();
    path
}

fn number(path: &Path, select: &str) -> i64 {
    Connection::open(path).unwrap().query_row(select, [], |row| row.get(0)).unwrap()
}

/// What tells whether a journal was migrated: its bytes, its schema, its user version.
fn as_it_is(path: &Path) -> (Vec<u8>, i64, i64) {
    let bytes = std::fs::read(path).unwrap();
    let schema = number(path, "SELECT max(version) FROM refinery_schema_history");
    (bytes, schema, number(path, "PRAGMA user_version"))
}

fn copies(path: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(path.parent().unwrap()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains("backup")).collect()
}

#[test]
fn runs_status_and_report_read_a_past_journal_without_migrating_it() {
    for (name, schema, dump) in PAST {
        let world = World::new();
        let path = lay(&world, dump);
        let before = as_it_is(&path);
        assert_eq!(before.1, *schema, "{name}");
        let count = number(&path, "SELECT count(*) FROM runs");
        let journal = path.to_str().unwrap();
        let runs = world.run(&["runs", "--json", "--journal", journal]).exits(0).json();
        let runs = runs["runs"].as_array().unwrap();
        assert_eq!(i64::try_from(runs.len()).unwrap(), count, "{name}");
        world.run(&["runs", "--journal", journal]).exits(0);
        for run in runs {
            let number = run["run"].as_i64().unwrap();
            let id = number.to_string();
            let status = world.run(&["status", &id, "--json", "--journal", journal]);
            assert!(!status.stderr.contains("error"), "{name} {id}: {}", status.stderr);
            assert_eq!(status.json()["counts"], run["counts"], "{name} {id}");
            let folder = format!("report-{id}");
            let told = ["report", &id, "--report-dir", &folder, "--journal", journal];
            let report = world.run(&told);
            assert!(!report.stderr.contains("error"), "{name} {id}: {}", report.stderr);
            let lines = std::fs::read_to_string(world.path().join(&folder).join("results.csv"));
            let select = format!("SELECT count(*) FROM records WHERE run = {number}");
            let records = self::number(&path, &select);
            let lines = lines.unwrap().lines().count() - 1;
            assert_eq!(i64::try_from(lines).unwrap(), records, "{name} {id}");
        }
        assert_eq!(as_it_is(&path), before, "{name}");
        assert_eq!(copies(&path), [] as [String; 0], "{name}");
    }
}

/// What a process of an earlier version left in flight is looked up and gone on with, each person
/// once; the journal as it was is kept beside it, and that is said.
#[test]
fn a_killed_run_of_a_past_journal_goes_on_after_a_migration_with_a_copy_kept() {
    for (name, schema, dump) in PAST.iter().filter(|(name, ..)| name.ends_with("killed")) {
        let world = World::new().sandbox(Behaviour::default());
        world.put("muster.toml", "[profile.default]\nsettle_delays = [0, 1]\n");
        let path = lay(&world, &dump.replace(ADDRESS, world.address()));
        let kept = format!("journal.db.v{schema}-backup");
        let made = number(&path, "SELECT count(*) FROM jobs WHERE state = 'created'");
        let jobs = number(&path, "SELECT count(*) FROM jobs");
        let resumed = world.run(&["resume", "1", "--yes"]).exits(0).says(&kept);
        assert_eq!(copies(&path), [kept.as_str()], "{name}: {}", resumed.stderr);
        assert_eq!(as_it_is(&path.with_file_name(&kept)).1, *schema);
        let ledger = world.ledger();
        let there = i64::try_from(ledger.talents.len() + ledger.job_data.len()).unwrap();
        assert_eq!(there, jobs - made, "{name}");
        assert!(ledger.duplicates.is_empty(), "{name}: {:?}", ledger.duplicates);
        let status = world.run(&["status", "1", "--json"]).exits(0).json();
        assert_eq!(status["counts"]["created"].as_i64(), Some(jobs), "{name}");
        // Said once, made once.
        let again = world.run(&["settle"]);
        assert!(!again.stderr.contains("backup"), "{name}: {}", again.stderr);
        assert_eq!(copies(&path), [kept.as_str()]);
    }
}

/// The people that were erased are in no copy either.
#[test]
fn a_purge_removes_the_copy_that_a_migration_kept() {
    let world = World::new().sandbox(Behaviour::default());
    let (_, _, dump) = PAST.iter().find(|(name, ..)| *name == "v2-states").unwrap();
    let path = lay(&world, &dump.replace(ADDRESS, world.address()));
    world.run(&["purge", "--run", "1", "--yes"]).exits(0).says("journal.db.v2-backup");
    assert_eq!(copies(&path), [] as [String; 0]);
}

/// The disk ends while the copy is made: nothing is changed, and it can be read and later gone on
/// with.
#[cfg(unix)]
#[test]
fn a_disk_that_is_full_before_the_copy_is_whole_leaves_the_past_journal_alone() {
    let world = World::new().sandbox(Behaviour::default());
    let (_, _, dump) = PAST.iter().find(|(name, ..)| *name == "v2-killed").unwrap();
    let path = lay(&world, &dump.replace(ADDRESS, world.address()));
    let before = as_it_is(&path);
    let muster = world.command(&["abandon", "1"]);
    // 96 blocks of 512 bytes: the index of the log has room, the copy has not.
    let limit = "trap '' XFSZ; ulimit -f 96; exec \"$@\"";
    let ran = crate::world::ended(world.shell(limit, &muster).output().unwrap());
    ran.exits(6).says("journal.db");
    assert_eq!(as_it_is(&path), before);
    assert_eq!(copies(&path), [] as [String; 0]);
    world.run(&["abandon", "1"]).exits(0);
    assert_eq!(copies(&path), ["journal.db.v2-backup"]);
}
