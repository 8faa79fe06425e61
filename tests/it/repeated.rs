//! An input that comes again byte for byte: what is planned without reading its rows is what is planned
//! by reading them, with the real binary.

use muster::sandbox::Behaviour;
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::world::{Ran, World, talents_csv};

/// The journal's tables that a plan fills.
const TABLES: [&str; 7] =
    ["inputs", "records", "problems", "causes", "contents", "learned_keys", "needs"];

fn journal(world: &World) -> Connection {
    let found = walk(world.path()).into_iter().find(|path| path.ends_with("journal.db"));
    Connection::open(found.expect("a journal")).unwrap()
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

/// Change what is kept of every run's command line.
fn edit_options(world: &World, edit: &str) {
    let changed = journal(world).execute(&format!("UPDATE runs SET options = {edit}"), []).unwrap();
    assert!(changed > 0);
}

/// Let no run be known again.
fn forget(world: &World) {
    edit_options(world, "json_remove(options, '$.repeatable')");
}

/// What the journal holds of a run, but for its number, its name and when it was.
fn held(world: &World, run: u32) -> Vec<(String, Vec<Vec<Value>>)> {
    let connection = journal(world);
    let rows = |table: &str, key: &str| {
        let sql = format!("SELECT * FROM {table} WHERE {key} = ?1 ORDER BY 1, 2, 3");
        let mut select = connection.prepare(&sql).unwrap();
        let own = ["run", "id", "uuid", "started_at", "approved_at", "finished_at"];
        let names: Vec<_> = select.column_names().map(str::to_owned).collect();
        let kept = |at: &usize| !own.contains(&&*names[*at]) || table == "causes" && *at == 1;
        let columns: Vec<usize> = (0..names.len()).filter(kept).collect();
        let row = |row: &rusqlite::Row<'_>| columns.iter().map(|column| row.get(*column)).collect();
        (table.to_owned(), select.query_map([run], row).unwrap().map(Result::unwrap).collect())
    };
    TABLES.iter().map(|table| rows(table, "run")).chain([rows("runs", "id")]).collect()
}

/// What a command said, with the run's number and times as any run has them.
fn said(ran: &Ran, run: u32) -> (Option<i32>, String, String) {
    let plain = |text: &str| {
        let text = text.replace(&format!("muster-report-{run}"), "muster-report-N");
        let text = text.replace(&format!("un {run} "), "un N ");
        text.replace(&format!("\"run\":{run}"), "\"run\":0")
    };
    let mut stdout = plain(&ran.stdout);
    if let Ok(mut document) = serde_json::from_str::<serde_json::Value>(&stdout) {
        for moment in ["started_at", "finished_at"] {
            document.as_object_mut().map(|document| document.remove(moment));
        }
        stdout = document.to_string();
    }
    (ran.code, stdout, plain(&ran.stderr))
}

/// The report's files that tell of rows and counts.
fn reported(world: &World, run: u32) -> (Vec<csv::StringRecord>, serde_json::Value) {
    let mut report = world.report(run);
    let counts = serde_json::json!([
        report["counts"].take(),
        report["state"].take(),
        report["kinds"].take(),
        report["groups"].take(),
        report["inputs"].take(),
    ]);
    (world.results(run), counts)
}

/// Import three times: the second time the rows are known, the third time they are read. Both are alike.
#[track_caller]
fn alike(world: &World, more: &[&str]) {
    world.import(more);
    let known = world.import(more);
    assert_eq!(world.report(2)["counts"]["created"], 0);
    let before = held(world, 2);
    forget(world);
    let read = world.import(more);
    assert_eq!(said(&known, 2), said(&read, 3));
    assert_eq!(reported(world, 2), reported(world, 3));
    assert_eq!(before, held(world, 3));
    // A rehearsal, too.
    let rehearsal: Vec<&str> = more.iter().copied().chain(["-n"]).collect();
    let known = world.import(&rehearsal);
    forget(world);
    assert_eq!(said(&known, 4), said(&world.import(&rehearsal), 4));
}

/// Talents of whom some have errors, some a warning.
fn mixed() -> Vec<u8> {
    let text = String::from_utf8(talents_csv(60)).unwrap();
    let text = text.replace("t7@example.com", "not an address").replace("2018-06-30", "2018-6-30");
    text.replace("t11@example.com", "t11@example.con").replace("t12@example.com", "").into()
}

#[test]
fn rows_that_are_known_are_planned_as_they_are_when_they_are_read() {
    let world = World::new().file("mixed.csv", mixed()).sandbox(Behaviour::default());
    alike(&world, &["--skip-invalid"]);
    let world = World::new().talents(30).job_data(20).sandbox(Behaviour::default());
    alike(&world, &[]);
    let world = World::new().job_data(20).sandbox(Behaviour::default());
    alike(&world, &["--kind", "job-data", "--json"]);
    let world = World::new().talents(20).sandbox(Behaviour::default());
    world.put("map.toml", "version = 1\n[[record]]\nkind = \"talent\"\ndates = \"dmy\"\n");
    alike(&world, &["--mapping", "map.toml"]);
    let world = World::new().talents(20).sandbox(Behaviour::default());
    world.run(&["refs", "pull", "departments"]).exits(0);
    alike(&world, &[]);
}

#[test]
fn an_input_is_known_only_byte_for_byte_and_read_as_before() {
    let world = World::new().talents(20).sandbox(Behaviour::default());
    world.import(&[]).exits(0);
    // What a run has kept shows whether it was asked.
    edit_options(&world, "json_set(options, '$.repeatable.totals.rows', 4711)");
    let asked = |run: u32| {
        let sql =
            "SELECT json_extract(options, '$.repeatable.totals.rows') FROM runs WHERE id = ?1";
        let rows: i64 = journal(&world).query_row(sql, [run], |row| row.get(0)).unwrap();
        rows == 4711
    };
    world.import(&[]).exits(0);
    assert!(asked(2));
    world.import(&["--dates", "dmy"]).exits(0);
    assert!(!asked(3), "read otherwise");
    world.import(&[]).exits(0);
    assert!(asked(4), "as the first");
    // As long as before, so that its bytes must be looked at.
    let other = String::from_utf8(talents_csv(20)).unwrap().replace("测试7,", "测试z,");
    world.put("talents.csv", other);
    world.import(&[]).exits(0);
    assert!(!asked(5), "other bytes");
    world.put("talents.csv", talents_csv(20));
    world.run(&["refs", "pull", "departments"]).exits(0);
    world.import(&[]).exits(0);
    assert!(!asked(6), "lists that were not there");
    edit_options(&world, "json_set(options, '$.repeatable.totals.rows', 4711)");
    world.import(&[]).exits(0);
    assert!(asked(7), "the same lists");
    let lists = walk(world.path()).into_iter().find(|path| path.ends_with("directory.db"));
    let lists = Connection::open(lists.unwrap()).unwrap();
    lists.execute("UPDATE lists SET renamed = renamed + 1", []).unwrap();
    world.import(&[]).exits(0);
    assert!(!asked(8), "other lists");
    world.each_once(20, 0);
}
