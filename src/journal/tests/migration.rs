//! A past journal becomes one of today's whole or not at all, with a copy kept; to be read it needs
//! neither.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::Connection;

use super::past::{PAST, Past, add_up};
use super::*;
use crate::journal::file::{self, Durability};
use crate::journal::migrate::{self, copies};
use crate::journal::trouble::{JournalError, complain};
use crate::problem::Code;

const THIRD: &str = include_str!("../../../migrations/V3__words_and_whose.sql");

fn past(name: &str) -> &'static Past {
    PAST.iter().find(|past| past.name == name).unwrap()
}

fn columns(connection: &Connection, table: &str) -> Vec<String> {
    let mut select =
        connection.prepare(&format!("SELECT name FROM pragma_table_info('{table}')")).unwrap();
    select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn tables(connection: &Connection) -> Vec<String> {
    let select = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_stat1'";
    let mut select = connection.prepare(select).unwrap();
    select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The rows of a table in these columns, as SQL would write them.
fn rows_of(connection: &Connection, table: &str, columns: &[String]) -> BTreeSet<String> {
    let quoted: Vec<String> = columns.iter().map(|one| format!("quote({one})")).collect();
    let select = format!("SELECT {} FROM {table}", quoted.join(" || ', ' || "));
    let mut select = connection.prepare(&select).unwrap();
    select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Everything that a journal of an earlier schema holds, by table.
type Content = BTreeMap<String, (Vec<String>, BTreeSet<String>)>;

fn content(connection: &Connection) -> Content {
    tables(connection)
        .into_iter()
        .map(|table| {
            let columns = columns(connection, &table);
            let rows = rows_of(connection, &table, &columns);
            (table, (columns, rows))
        })
        .collect()
}

/// Everything that it held is where today's schema has it, and nothing came to it but what describes
/// the journal itself.
#[track_caller]
fn holds_all(connection: &Connection, content: &Content, told: &str) {
    for (table, (columns, rows)) in content {
        let now = match table.as_str() {
            // What an earlier run's job becomes is one sort of content among others now.
            "amendments" => "contents",
            // What they show is compared by a test of its own.
            "problems" => continue,
            table => table,
        };
        let found = rows_of(connection, now, columns);
        let missing: Vec<_> = rows.difference(&found).collect();
        assert!(missing.is_empty(), "{told}: {now} has lost {missing:?}");
        // Words are added, and what is there is in the words of before.
        if !["meta", "refinery_schema_history", "job_states", "outcomes"].contains(&now) {
            let gained: Vec<_> = found.difference(rows).collect();
            assert!(gained.is_empty(), "{told}: {now} has gained {gained:?}");
        }
    }
}

fn schema(connection: &Connection) -> i32 {
    let select = "SELECT max(version) FROM refinery_schema_history";
    connection.query_row(select, [], |row| row.get(0)).unwrap()
}

/// Whole in its pages, indexes and references.
#[track_caller]
fn sound(connection: &Connection, told: &str) {
    let verdict: String =
        connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(verdict, "ok", "{told}");
    let broken: i64 = connection
        .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(broken, 0, "{told}");
}

/// Migrate it without a copy and without what opening a journal does besides.
fn migrated(path: &Path) -> Connection {
    let opened = file::connect(path, Durability::Process, |_, _| Ok(()));
    opened.unwrap_or_else(|trouble| panic!("{:?}", complain(path, trouble)))
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// Its folder's names.
fn beside(desk: &Desk) -> BTreeSet<String> {
    let entries = std::fs::read_dir(desk.path().parent().unwrap()).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn migrating_loses_nothing_and_adds_nothing() {
    for past in PAST {
        let desk = past.left();
        let held = content(&Connection::open(desk.path()).unwrap());
        assert!(held["jobs"].1.len() > 2 && held["runs"].1.len() == past.runs.len());
        let connection = migrated(&desk.path());
        holds_all(&connection, &held, past.name);
        sound(&connection, past.name);
        assert_eq!(schema(&connection), file::schema_known(), "{}", past.name);
    }
}

/// A number that was given to a run or an attempt is never given again, though the row is gone.
#[test]
fn numbers_that_were_given_stay_given() {
    for schema in [1, 2, 3] {
        let past = PAST.iter().find(|past| past.schema == schema).unwrap();
        let desk = past.left();
        let old = Connection::open(desk.path()).unwrap();
        old.execute_batch("UPDATE sqlite_sequence SET seq = 900").unwrap();
        drop(old);
        let mut journal = past.open(&desk);
        assert_eq!(journal.begin_draft(&head(desk.now)).unwrap(), RunId(901));
    }
}

/// What was wrong with the rows is shown as before: as it is read, and once it is migrated.
#[test]
fn problems_of_a_past_journal_are_shown_as_they_were() {
    let mut of_records = 0;
    // Since schema 3 they are kept by their causes.
    for past in PAST.iter().filter(|past| past.schema < 3) {
        let desk = past.left();
        let old = Connection::open(desk.path()).unwrap();
        let kept: Vec<(i64, String)> = {
            let select = "SELECT run, problem FROM problems ORDER BY run DESC, n";
            let mut select = old.prepare(select).unwrap();
            let found = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
            found.map(Result::unwrap).collect()
        };
        drop(old);
        let shown = |journal: &Journal| -> Vec<(i64, String)> {
            let mut all = Vec::new();
            for run in journal.runs().unwrap() {
                for problem in journal.problems(run.id) {
                    all.push((run.id.0, serde_json::to_string(&problem.unwrap().problem).unwrap()));
                }
            }
            all
        };
        let values = |all: &[(i64, String)]| -> Vec<(i64, serde_json::Value)> {
            all.iter().map(|(run, text)| (*run, serde_json::from_str(text).unwrap())).collect()
        };
        of_records += kept.len();
        let read = Journal::open_read_only(&desk.path()).unwrap();
        assert_eq!(values(&shown(&read)), values(&kept), "{}", past.name);
        drop(read);
        assert_eq!(values(&shown(&past.open(&desk))), values(&kept), "{}", past.name);
    }
    assert!(of_records > 8, "{of_records}");
}

/// Nothing of a run that is purged after the migration is in the file any more.
#[test]
fn a_purge_of_a_migrated_run_leaves_nothing_of_its_people() {
    for name in ["v1-states", "v2-states"] {
        let past = past(name);
        let desk = past.left();
        let mut journal = past.open(&desk);
        let runs: Vec<_> = journal.runs().unwrap().iter().map(|run| run.id).collect();
        // What is unsent is left whole, so it is given up first.
        journal.abandon(RunId(3), desk.now).unwrap();
        journal.abandon(RunId(4), desk.now).unwrap();
        journal.purge(&runs, desk.now).unwrap();
        journal.close().unwrap();
        let file = bytes(&desk.path());
        let has = |word: &str| file.windows(word.len()).any(|part| part == word.as_bytes());
        for word in
            ["测试0", "t0@example.com", "t30@example.com", "corrected.example", "138****", "1**"]
        {
            assert!(!has(word), "{name}: {word}");
        }
        assert!(has("two-people"), "{name}: what is nobody's stays");
    }
}

#[test]
fn a_migrated_journal_has_the_schema_of_a_new_one() {
    let shape = |connection: &Connection| -> BTreeSet<(String, String)> {
        let mut select =
            connection.prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema").unwrap();
        let found = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        found.map(Result::unwrap).collect()
    };
    let desk = Desk::new();
    desk.open().close().unwrap();
    let new = shape(&Connection::open(desk.path()).unwrap());
    for past in PAST {
        let desk = past.left();
        let words = |shape: BTreeSet<(String, String)>| -> BTreeSet<_> {
            // A dump keeps the words of a statement, but not how refinery spaced its own.
            let fold = |sql: String| sql.split_whitespace().collect::<Vec<_>>().join(" ");
            shape.into_iter().map(|(name, sql)| (name, fold(sql))).collect()
        };
        assert_eq!(words(shape(&migrated(&desk.path()))), words(new.clone()), "{}", past.name);
    }
}

#[test]
fn every_migrated_run_has_a_name_of_its_own() {
    let mut names = BTreeSet::new();
    let mut runs = 0;
    for past in PAST {
        let desk = past.left();
        let journal = past.open(&desk);
        for run in journal.runs().unwrap() {
            let uuid = run.uuid.unwrap_or_else(|| panic!("{} run {}", past.name, run.id));
            assert_eq!(uuid.get_version_num(), 4);
            names.insert(uuid);
            runs += 1;
        }
        add_up(past, &journal);
    }
    assert_eq!(names.len(), runs);
}

#[test]
fn opening_a_past_journal_to_write_keeps_a_copy_as_it_was() {
    for past in PAST {
        let desk = past.left();
        let held = content(&Connection::open(desk.path()).unwrap());
        past.open(&desk).close().unwrap();
        let kept = copies(&desk.path());
        let name = format!("journal.db.v{}-backup", past.schema);
        assert_eq!(kept, [desk.path().with_file_name(name)], "{}", past.name);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&kept[0]).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{}", past.name);
        }
        let copy = Connection::open(&kept[0]).unwrap();
        assert_eq!(schema(&copy), past.schema);
        assert_eq!(content(&copy), held, "{}", past.name);
        sound(&copy, past.name);
        drop(copy);
        past.open(&desk).close().unwrap();
        assert_eq!(copies(&desk.path()), kept, "{}: migrated once, copied once", past.name);
        assert!(!beside(&desk).iter().any(|name| name.contains(".part")), "{:?}", beside(&desk));
        let new = Connection::open(desk.path()).unwrap();
        assert_eq!(schema(&new), file::schema_known());
        sound(&new, past.name);
    }
}

/// Put back in its place, the copy is the journal that it was.
#[test]
fn a_copy_that_is_put_back_opens_again_and_replaces_no_other() {
    let past = past("v2-doubts");
    let desk = past.left();
    past.open(&desk).close().unwrap();
    let first = copies(&desk.path());
    std::fs::copy(&first[0], desk.path()).unwrap();
    let before = bytes(&first[0]);
    let journal = past.open(&desk);
    add_up(past, &journal);
    drop(journal);
    assert_eq!(bytes(&first[0]), before);
    let second = desk.path().with_file_name("journal.db.v2-backup-2");
    assert_eq!(copies(&desk.path()), [first[0].clone(), second]);
}

/// The migration would give it a name that nobody has seen: it is told by what it held before.
#[test]
fn a_copy_that_is_put_back_is_known_to_be_set_back() {
    let past = past("v1-killed");
    let desk = past.left();
    let memory = tempfile::tempdir().unwrap();
    let open = || {
        let mut journal = past.open(&desk);
        journal.remember_in(memory.path(), desk.now).unwrap();
        let set_back = journal.set_back_at();
        journal.close().unwrap();
        set_back
    };
    assert_eq!([open(), open()], [None, None]);
    let kept = copies(&desk.path());
    std::fs::copy(&kept[0], desk.path()).unwrap();
    assert_eq!(open(), Some(desk.now));
    let other = self::past("v2-killed").left();
    let mut other = self::past("v2-killed").open(&other);
    other.remember_in(memory.path(), desk.now).unwrap();
    assert_eq!(other.set_back_at(), None);
    assert_eq!(std::fs::read_dir(memory.path().join("journals")).unwrap().count(), 2);
}

#[test]
fn a_new_journal_leaves_no_copy() {
    let desk = Desk::new();
    desk.open().close().unwrap();
    desk.open().close().unwrap();
    assert_eq!(copies(&desk.path()), [] as [PathBuf; 0]);
}

/// A copy under way is never taken for one, and what lies in its place is not written through.
#[cfg(unix)]
#[test]
fn what_a_crash_left_of_a_copy_is_replaced_and_a_link_in_its_place_is_not_followed() {
    let past = past("v2-draft");
    let under_way = |desk: &Desk| desk.path().with_file_name("journal.db-backup.part");
    let desk = past.left();
    std::fs::write(under_way(&desk), "half of a copy").unwrap();
    past.open(&desk).close().unwrap();
    let kept = copies(&desk.path());
    assert_eq!(kept.len(), 1);
    assert_eq!(schema(&Connection::open(&kept[0]).unwrap()), 2);
    let desk = past.left();
    let victim = desk.folder.path().join("victim");
    std::fs::write(&victim, "mine").unwrap();
    for name in ["journal.db-backup.part", "journal.db.v2-backup"] {
        std::os::unix::fs::symlink(&victim, desk.path().with_file_name(name)).unwrap();
    }
    past.open(&desk).close().unwrap();
    assert_eq!(bytes(&victim), b"mine");
    assert!(under_way(&desk).symlink_metadata().is_err());
    let second = desk.path().with_file_name("journal.db.v2-backup-2");
    assert_eq!(schema(&Connection::open(second).unwrap()), 2);
}

#[test]
fn without_the_space_a_past_journal_is_refused_before_anything_is_touched() {
    for past in PAST {
        let desk = past.left();
        let before = bytes(&desk.path());
        let needed = 4 * before.len() as u64;
        let open = |free: u64| {
            let path = desk.path();
            let opened = file::connect(&path, Durability::Full, |connection, version| {
                migrate::prepare_within(connection, &path, version, Some(free))
            });
            opened.map_err(|trouble| complain(&path, trouble))
        };
        let complaint = open(needed - 1).unwrap_err();
        assert_eq!(complaint.code, Code::JournalSpace, "{}", past.name);
        let mib = |bytes: u64| format!("{} MiB", bytes >> 20);
        let [path, version, needs, free] = complaint.values()[..] else { panic!("{complaint:?}") };
        assert_eq!(path, desk.path().display().to_string());
        assert_eq!(version, past.schema.to_string());
        assert_eq!(needs, format!("{} MiB", needed.div_ceil(1 << 20)));
        assert_eq!(free, mib(needed - 1));
        assert_eq!(bytes(&desk.path()), before, "{}", past.name);
        assert_eq!(copies(&desk.path()), [] as [PathBuf; 0]);
        // The way out: it can be read meanwhile, and with room it goes on.
        assert_eq!(
            Journal::open_read_only(&desk.path()).unwrap().runs().unwrap().len(),
            past.runs.len()
        );
        assert_eq!(schema(&open(needed).unwrap()), file::schema_known());
        assert_eq!(copies(&desk.path()).len(), 1);
    }
}

#[test]
fn a_damaged_past_journal_is_refused_before_it_is_migrated() {
    let past = past("v2-states");
    let desk = past.left();
    let mut damaged = bytes(&desk.path());
    let page: u32 = Connection::open(desk.path())
        .unwrap()
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'jobs_by_state'", [], |row| {
            row.get(0)
        })
        .unwrap();
    let page = page as usize;
    damaged[(page - 1) * 4096..page * 4096].fill(0x5a);
    std::fs::write(desk.path(), &damaged).unwrap();
    let refused = Journal::open(&desk.path(), &past.owner(), desk.now).err().unwrap();
    assert_eq!(refused.code, Code::JournalUnreadable, "{refused:?}");
    assert_eq!(bytes(&desk.path()), damaged);
    assert_eq!(copies(&desk.path()), [] as [PathBuf; 0]);
}

#[test]
fn a_past_journal_of_another_tenant_is_not_migrated() {
    let past = past("v1-states");
    let desk = past.left();
    let before = bytes(&desk.path());
    let refused = Journal::open(&desk.path(), &tenant(), desk.now).err().unwrap();
    assert_eq!(refused.code, Code::JournalOtherTenant);
    assert_eq!(bytes(&desk.path()), before);
    assert_eq!(copies(&desk.path()), [] as [PathBuf; 0]);
}

/// What a process leaves that is killed while it has the journal open: the file and its log.
fn killed(desk: &Desk) -> Desk {
    let copy = Desk { now: desk.now, ..Desk::new() };
    std::fs::create_dir_all(copy.path().parent().unwrap()).unwrap();
    for ending in ["", "-wal"] {
        let of = |desk: &Desk| desk.path().with_file_name(format!("journal.db{ending}"));
        if of(desk).exists() {
            std::fs::copy(of(desk), of(&copy)).unwrap();
        }
    }
    copy
}

/// The migration, cut off after each of its statements, with a cache so small that pages that are
/// not committed are in the log already.
#[test]
fn a_crash_in_mid_migration_leaves_the_old_journal() {
    let lines = THIRD.lines().map(|line| line.split("--").next().unwrap());
    let text = lines.collect::<Vec<_>>().join("\n");
    let statements: Vec<&str> = text.split(';').filter(|one| !one.trim().is_empty()).collect();
    assert!(statements.len() > 30);
    let mut spilled = 0;
    for name in ["v2-states", "v2-draft"] {
        let past = past(name);
        let desk = past.left();
        let connection = Connection::open(desk.path()).unwrap();
        let held = content(&connection);
        connection.execute_batch("PRAGMA cache_size = 1; PRAGMA foreign_keys = 0; BEGIN").unwrap();
        for (cut, statement) in statements.iter().enumerate() {
            connection.execute_batch(statement).unwrap();
            let found = killed(&desk);
            spilled +=
                usize::from(bytes(&found.path().with_file_name("journal.db-wal")).len() > 99);
            let told = format!("{name} after {cut}");
            let reopened = Connection::open(found.path()).unwrap();
            assert_eq!(schema(&reopened), 2, "{told}");
            assert_eq!(content(&reopened), held, "{told}");
            drop(reopened);
            holds_all(&migrated(&found.path()), &held, &told);
        }
    }
    assert!(spilled > 20, "nothing was in the log: {spilled}");
}

/// The log of a migration that was committed, cut at every page and within it, as a power cut may:
/// the old journal or the new one.
#[test]
fn a_log_of_a_migration_that_was_cut_anywhere_leaves_the_old_or_the_new_journal() {
    for name in ["v1-draft", "v2-killed"] {
        let past = past(name);
        let desk = past.left();
        let held = content(&Connection::open(desk.path()).unwrap());
        let connection = migrated(&desk.path());
        let whole = killed(&desk);
        drop(connection);
        let log = whole.path().with_file_name("journal.db-wal");
        let (length, page) = (std::fs::metadata(&log).unwrap().len(), 4096 + 24);
        assert!(length > 20 * page, "{length}");
        let mut seen = BTreeSet::new();
        for cut in (32..=length).step_by(usize::try_from(page).unwrap()).flat_map(|at| [at, at - 9])
        {
            let found = killed(&whole);
            let log = found.path().with_file_name("journal.db-wal");
            std::fs::OpenOptions::new().write(true).open(&log).unwrap().set_len(cut).unwrap();
            let told = format!("{name}, log of {cut}");
            let connection = Connection::open(found.path()).unwrap();
            let version = schema(&connection);
            seen.insert(version);
            if version == past.schema {
                assert_eq!(content(&connection), held, "{told}");
            }
            drop(connection);
            let connection = migrated(&found.path());
            holds_all(&connection, &held, &told);
            sound(&connection, &told);
        }
        assert_eq!(seen, BTreeSet::from([past.schema, file::schema_known()]), "{name}");
    }
}

/// A copy that was made is no reason against making it again: the process died before it migrated.
#[test]
fn a_crash_between_copy_and_migration_is_made_good() {
    let past = past("v2-tokens");
    let desk = past.left();
    let path = desk.path();
    let held = content(&Connection::open(&path).unwrap());
    let cut_off = file::connect(&path, Durability::Full, |connection, version| {
        migrate::prepare_within(connection, &path, version, None)?;
        Err(JournalError::Shape("killed"))
    });
    assert!(cut_off.is_err());
    assert_eq!(content(&Connection::open(&path).unwrap()), held);
    add_up(past, &past.open(&desk));
    for copy in copies(&path) {
        assert_eq!(content(&Connection::open(copy).unwrap()), held);
    }
}

/// Bodies that are due to be erased are not kept in a copy instead.
#[test]
fn copies_go_when_bodies_go_and_with_every_purge() {
    let past = past("v2-states");
    let desk = past.left();
    let mut journal = past.open(&desk);
    let copy = copies(&desk.path()).pop().unwrap();
    let date = |at: Timestamp| {
        let file = std::fs::OpenOptions::new().write(true).open(&copy).unwrap();
        file.set_modified(at.into()).unwrap();
    };
    let hours = |hours: i64| SignedDuration::from_hours(hours);
    date(desk.now);
    journal.forget_copies(desk.now - hours(168), desk.now).unwrap();
    journal.forget_copies(desk.now, desk.now + hours(23)).unwrap();
    assert!(copy.exists(), "a day at least");
    journal.forget_copies(desk.now - hours(1), desk.now + hours(167)).unwrap();
    assert!(copy.exists(), "not before bodies");
    let other = desk.path().with_file_name("journal.db.v2-backup.txt");
    std::fs::write(&other, "somebody's own").unwrap();
    journal.forget_copies(desk.now, desk.now + hours(25)).unwrap();
    assert!(!copy.exists() && other.exists());
    std::fs::write(&copy, "kept").unwrap();
    journal.purge(&[RunId(1)], desk.now).unwrap();
    assert!(!copy.exists() && other.exists());
}

/// `runs`, `status` and `report` read what is there, and leave it so: also beside a log that nobody
/// has moved into the file, as a killed process leaves it.
#[test]
fn a_past_journal_is_read_without_being_migrated() {
    for past in PAST {
        for with_log in [false, true] {
            let mut desk = past.left();
            if with_log {
                let connection = Connection::open(desk.path()).unwrap();
                connection
                    .execute_batch("UPDATE meta SET value = 0 WHERE key = 'closed_cleanly'")
                    .unwrap();
                desk = killed(&desk);
                assert!(beside(&desk).contains("journal.db-wal"));
                drop(connection);
            }
            let before = bytes(&desk.path());
            let journal = Journal::open_read_only(&desk.path()).unwrap();
            let runs = journal.runs().unwrap();
            let left: Vec<_> = past.runs.iter().map(|(left, _)| *left).collect();
            assert_eq!(runs.iter().rev().map(|run| run.state).collect::<Vec<_>>(), left);
            assert!(runs.iter().all(|run| run.uuid.is_some() == (past.schema >= migrate::NAMED)));
            add_up(past, &journal);
            for run in &runs {
                journal.problems(run.id).for_each(|one| drop(one.unwrap()));
                journal.would_purge(run.id).unwrap();
                journal.changed_since(run.id).unwrap();
            }
            drop(journal);
            assert_eq!(bytes(&desk.path()), before, "{}", past.name);
            assert_eq!(schema(&Connection::open(desk.path()).unwrap()), past.schema);
            assert_eq!(copies(&desk.path()), [] as [PathBuf; 0]);
        }
    }
}

/// `import -n` plans against what earlier runs did, in a copy of its own.
#[test]
fn a_rehearsal_on_a_past_journal_leaves_it_as_it_was() {
    for past in PAST {
        let desk = past.left();
        let before = bytes(&desk.path());
        let mut journal = Journal::rehearsal(&desk.path(), &past.owner(), desk.now).unwrap();
        assert_eq!(journal.runs().unwrap().len(), past.runs.len());
        draft(&mut journal, &[nth(1)], desk.now);
        assert_eq!(journal.runs().unwrap().len(), past.runs.len() + 1);
        drop(journal);
        assert_eq!(bytes(&desk.path()), before, "{}", past.name);
        assert_eq!(copies(&desk.path()), [] as [PathBuf; 0]);
    }
}
