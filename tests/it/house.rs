//! The house test: who may know whom, and what every file owes its reader. Its diagram is the one
//! in the header of `src/lib.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Each room with the rooms that its production code may name.
const ROOMS: &[(&str, &[&str])] = &[
    ("sheet", &[]),
    ("problem", &["sheet"]),
    ("disk", &["problem"]),
    ("spec", &["problem"]),
    ("kinds", &["spec"]),
    ("bind", &["sheet", "problem", "spec", "kinds"]),
    ("gather", &["sheet", "problem", "spec", "kinds", "bind"]),
    ("check", &["sheet", "problem", "spec", "kinds", "bind", "gather"]),
    ("identity", &["problem", "spec", "kinds", "check"]),
    ("plan", &["sheet", "problem", "spec", "kinds", "bind", "check", "identity"]),
    ("source", &["sheet", "problem"]),
    (
        "intake",
        &[
            "sheet", "problem", "spec", "kinds", "bind", "gather", "check", "identity", "plan",
            "source",
        ],
    ),
    ("journal", &["sheet", "problem", "disk", "spec", "kinds", "identity", "plan"]),
    ("api", &["problem", "spec", "kinds", "plan", "journal"]),
    ("deliver", &["problem", "spec", "kinds", "identity", "plan", "journal", "api"]),
    ("report", &["sheet", "problem", "disk", "spec", "kinds", "plan", "journal"]),
    ("template", &["sheet", "problem", "spec", "kinds", "bind"]),
    ("sandbox", &[]),
    ("config", &["problem", "spec"]),
    (
        "cli",
        &[
            "sheet", "problem", "disk", "spec", "kinds", "bind", "gather", "check", "identity",
            "plan", "source", "intake", "journal", "api", "deliver", "report", "template",
            "sandbox", "config",
        ],
    ),
];

/// Rooms in which `async` may stand.
const ASYNC: &[&str] = &["api", "deliver", "sandbox", "cli"];
/// Lines a file may have before its tests.
const HARD_CAP: usize = 400;

struct File {
    path: PathBuf,
    room: String,
    production: String,
    opens_with_its_purpose: bool,
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The text before the tests that stand in the same file.
fn production(text: &str) -> String {
    let mut kept = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("#[cfg(test)]") {
            break;
        }
        kept.push(line);
    }
    kept.join("\n")
}

fn files() -> Vec<File> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&src, &mut paths);
    paths
        .into_iter()
        .map(|path| {
            let within = path.strip_prefix(&src).unwrap().to_path_buf();
            let first = within.components().next().unwrap().as_os_str().to_string_lossy();
            let room = first.trim_end_matches(".rs").to_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            let tests_only = within.components().any(|part| {
                let name = part.as_os_str().to_string_lossy();
                name == "tests.rs" || name == "tests" || name.ends_with("_tests.rs")
            });
            let production = if tests_only { String::new() } else { production(&text) };
            File { opens_with_its_purpose: text.starts_with("//!"), path, room, production }
        })
        .collect()
}

/// Rooms that a text names by `crate::room`, comments aside.
fn named(text: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for part in line.split("crate::").skip(1) {
            let names = part.strip_prefix('{').map_or(part, |inner| inner);
            let name: String =
                names.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            rooms.insert(name);
        }
    }
    rooms
}

#[test]
fn nobody_knows_whom_they_must_not() {
    let allowed: BTreeMap<_, BTreeSet<_>> =
        ROOMS.iter().map(|(room, known)| (*room, known.iter().copied().collect())).collect();
    let mut wrong = Vec::new();
    for file in files() {
        if file.room == "lib" || file.room == "main" {
            continue;
        }
        let Some(known) = allowed.get(file.room.as_str()) else {
            wrong.push(format!(
                "{}: the room {} is not in the diagram",
                file.path.display(),
                file.room
            ));
            continue;
        };
        for name in named(&file.production) {
            let is_room = allowed.contains_key(name.as_str());
            if is_room && name != file.room && !known.contains(name.as_str()) {
                wrong.push(format!("{} names crate::{name}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_opens_with_its_purpose() {
    let files = files();
    let mute: Vec<_> = files.iter().filter(|file| !file.opens_with_its_purpose).collect();
    assert!(mute.is_empty(), "{:?}", mute.iter().map(|file| &file.path).collect::<Vec<_>>());
}

#[test]
fn async_lives_in_few_rooms() {
    for file in files() {
        if ASYNC.contains(&file.room.as_str()) || file.room == "main" {
            continue;
        }
        for line in file.production.lines() {
            let code = line.split("//").next().unwrap_or("");
            assert!(
                !code.contains("async ") && !code.contains(".await"),
                "{}: {line}",
                file.path.display()
            );
        }
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let mut long = Vec::new();
    for file in files() {
        // Tables are read by the entry, and split only where their groups are.
        let tables = file.room == "kinds"
            || file.path.ends_with("problem/catalogue.rs")
            || file.path.parent().is_some_and(|folder| folder.ends_with("problem/examples"));
        let lines = file.production.lines().count();
        if !tables && lines > HARD_CAP {
            long.push(format!("{}: {lines} lines", file.path.display()));
        }
    }
    assert!(long.is_empty(), "{long:?}");
}

/// The one door (`api::client`) takes any intent; the journal's lease is the only one there is.
#[test]
fn only_a_lease_can_be_sent() {
    let intents: Vec<_> =
        files().into_iter().filter(|file| file.production.contains("Intent for ")).collect();
    let paths: Vec<_> = intents.iter().map(|file| &file.path).collect();
    assert!(matches!(paths.as_slice(), [path] if path.ends_with("deliver/send.rs")), "{paths:?}");
}

/// A link in a cell can't be fetched: only one room has the means to.
#[test]
fn one_room_opens_connections_to_others() {
    let mut found = BTreeSet::new();
    for file in files() {
        let code = file.production.lines().filter(|line| !line.trim_start().starts_with("//"));
        let text = code.collect::<Vec<_>>().join("\n");
        if ["reqwest", "TcpStream", "UdpSocket", "ToSocketAddrs"]
            .iter()
            .any(|word| text.contains(word))
        {
            found.insert(file.room);
        }
    }
    // The sandbox takes connections, and opens none.
    found.remove("sandbox");
    assert_eq!(found, BTreeSet::from(["api".to_owned()]));
}

#[test]
fn nothing_is_left_undone_in_silence() {
    for file in files() {
        for word in ["todo!", "unimplemented!", "dbg!", "TODO", "FIXME", "#[allow("] {
            assert!(!file.production.contains(word), "{}: {word}", file.path.display());
        }
    }
}
