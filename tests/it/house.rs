//! The house test: who may know whom, and what every file owes its reader. Its diagram is the one
//! in the header of `src/lib.rs`. It reads production code alone: what stands under `#[cfg(test)]`
//! may know whom it likes.

mod ground;
mod itself;
mod read;
mod scope;
mod stretch;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use ground::{File, House, circles_of};

/// Each room with the rooms that its production code may name: earlier ones alone.
const ROOMS: &[(&str, &[&str])] = &[
    ("sheet", &[]),
    ("problem", &["sheet"]),
    ("disk", &["problem"]),
    ("spec", &["sheet", "problem"]),
    ("kinds", &["spec"]),
    ("lexicon", &["sheet", "problem", "spec"]),
    ("resolve", &["spec", "lexicon"]),
    ("reading", &["sheet", "spec", "resolve"]),
    ("header", &["sheet", "problem", "spec", "lexicon"]),
    ("mapping", &["sheet", "problem", "spec", "kinds", "lexicon", "reading"]),
    (
        "bind",
        &[
            "sheet", "problem", "spec", "kinds", "lexicon", "resolve", "reading", "header",
            "mapping",
        ],
    ),
    ("propose", &["sheet", "problem", "spec", "lexicon", "header", "mapping", "bind"]),
    ("rows", &["sheet", "problem", "spec", "kinds", "lexicon", "header", "bind"]),
    ("check", &["sheet", "problem", "spec", "kinds", "lexicon", "resolve", "bind", "rows"]),
    ("identity", &["problem", "spec", "kinds", "check"]),
    ("plan", &["sheet", "problem", "spec", "kinds", "bind", "resolve", "check", "identity"]),
    ("source", &["sheet", "problem"]),
    (
        "intake",
        &[
            "sheet", "problem", "spec", "kinds", "lexicon", "resolve", "header", "mapping", "bind",
            "propose", "rows", "check", "identity", "plan", "source",
        ],
    ),
    ("journal", &["sheet", "problem", "disk", "spec", "kinds", "identity", "plan"]),
    ("api", &["problem", "spec", "kinds", "plan"]),
    ("directory", &["problem", "disk", "spec", "kinds", "resolve", "api"]),
    ("deliver", &["problem", "spec", "kinds", "identity", "plan", "journal", "api"]),
    ("report", &["sheet", "problem", "disk", "spec", "kinds", "plan", "journal"]),
    ("template", &["sheet", "problem", "spec", "kinds", "lexicon", "mapping", "bind", "propose"]),
    ("sandbox", &[]),
    ("config", &["problem", "spec"]),
    (
        "cli",
        &[
            "sheet",
            "problem",
            "disk",
            "spec",
            "kinds",
            "lexicon",
            "resolve",
            "mapping",
            "bind",
            "propose",
            "rows",
            "check",
            "identity",
            "plan",
            "source",
            "intake",
            "journal",
            "api",
            "directory",
            "deliver",
            "report",
            "template",
            "sandbox",
            "config",
        ],
    ),
];

/// Rooms in which `async` may stand.
const ASYNC: &[&str] = &["api", "directory", "deliver", "sandbox", "cli"];
/// Lines a file may have beside its tests.
const HARD_CAP: usize = 400;
/// Rooms that may name a kind. Others ask its table.
const NAME_KINDS: &[&str] = &["spec", "kinds", "sandbox"];

/// The tables in which a kind is declared, with their files.
const TABLES: &[(&str, &str)] = &[
    ("spec/kind.rs", "Kind"),
    ("spec/kind.rs", "Words"),
    ("spec/kind.rs", "CustomHost"),
    ("spec/remote.rs", "Remote"),
    ("spec/key.rs", "KeyField"),
    ("spec/field.rs", "Field"),
    ("spec/group.rs", "Group"),
    ("spec/field_type.rs", "Choice"),
    ("spec/endpoint.rs", "Endpoint"),
    ("spec/tenant_list.rs", "TenantList"),
    ("spec/tenant_list.rs", "Request"),
    ("spec/tenant_list.rs", "EntryAt"),
    ("spec/endpoint.rs", "Limits"),
];

/// The crate, read once.
static HOUSE: LazyLock<House> = LazyLock::new(House::ours);

fn production() -> impl Iterator<Item = &'static File> {
    HOUSE.files.iter().filter(|file| !file.for_tests)
}

#[test]
fn the_diagram_is_that_of_the_crate() {
    let rooms: Vec<_> = ROOMS.iter().map(|(room, _)| *room).collect();
    assert_eq!(HOUSE.rooms(), rooms, "the order of reading");
    for (at, (room, known)) in ROOMS.iter().enumerate() {
        let later: Vec<_> = known.iter().filter(|name| !rooms[..at].contains(name)).collect();
        assert!(later.is_empty(), "{room} may know {later:?}, which come after it");
    }
}

#[test]
fn nobody_knows_whom_they_must_not() {
    let allowed: BTreeMap<_, _> = ROOMS.iter().copied().collect();
    let mut wrong = BTreeSet::new();
    for (file, line, room) in HOUSE.rooms_named() {
        // `lib` declares all; `main` is another crate.
        let Some(known) = allowed.get(file.room.as_str()) else { continue };
        if room != file.room && !known.contains(&room.as_str()) {
            wrong.insert(format!("{}:{line} names crate::{room}", file.path));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_rooms_know_each_other_in_a_circle() {
    let known: Vec<_> = HOUSE
        .edges()
        .iter()
        .map(|edge| (HOUSE.files[edge.from].room.as_str(), HOUSE.files[edge.to].room.as_str()))
        .filter(|(from, to)| from != to && *from != "lib" && *to != "lib")
        .collect();
    assert!(!known.is_empty());
    assert_eq!(circles_of(&known), Vec::<BTreeSet<&str>>::new());
}

#[test]
fn no_files_of_a_room_know_each_other_in_a_circle() {
    let found = HOUSE.circles();
    assert!(found.is_empty(), "{found:#?}");
}

/// The largest room is declared as it is read: from the bottom up, each file after those it knows.
#[test]
fn a_file_of_the_journal_knows_earlier_ones_alone() {
    let is_within = |at: usize| {
        let file = &HOUSE.files[at];
        file.room == "journal" && !file.for_tests && file.path != "journal/mod.rs"
    };
    let edges = HOUSE.edges();
    let within: Vec<_> =
        edges.iter().filter(|edge| is_within(edge.from) && is_within(edge.to)).collect();
    assert!(within.len() > 100, "{}", within.len());
    let wrong: Vec<_> = within
        .iter()
        .filter(|edge| edge.to >= edge.from)
        .map(|edge| (&HOUSE.files[edge.from].path, &HOUSE.files[edge.to].path, &edge.by))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whoever reads records by a binding does not read TOML for it: how a mapping is written down is
/// known to its forms, and to who asks them.
#[test]
fn a_binding_and_its_readers_do_not_depend_on_toml() {
    let says_toml = |file: &File| file.says.words.contains("toml");
    let edges = HOUSE.edges();
    let reached = |from: &dyn Fn(&File) -> bool| {
        let mut seen: BTreeSet<usize> =
            (0..HOUSE.files.len()).filter(|at| from(&HOUSE.files[*at])).collect();
        let mut left: Vec<usize> = seen.iter().copied().collect();
        while let Some(at) = left.pop() {
            let known = edges.iter().filter(|edge| edge.from == at).map(|edge| edge.to);
            left.extend(known.filter(|to| seen.insert(*to)));
        }
        seen.into_iter().map(|at| &HOUSE.files[at]).collect::<Vec<_>>()
    };
    let readers = ["bind/binding.rs", "mapping/model.rs"];
    let of_readers = |file: &File| {
        !file.for_tests
            && (readers.contains(&file.path.as_str())
                || ["rows", "check"].contains(&file.room.as_str()))
    };
    let found = reached(&of_readers);
    assert!(readers.iter().all(|path| found.iter().any(|file| file.path == *path)));
    let wrong: Vec<_> = found.iter().filter(|f| says_toml(f)).map(|f| &f.path).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    // Nor does one form of a mapping depend on the other.
    let workbook = reached(&|file| file.path == "mapping/workbook.rs");
    assert!(workbook.len() > 1 && !workbook.into_iter().any(says_toml));
    assert!(reached(&|file| file.path == "mapping/toml/mod.rs").into_iter().any(says_toml));
}

#[test]
fn nobody_names_a_kind_who_could_ask_its_table() {
    let named = HOUSE.variants_named("KindId").into_iter();
    let found: Vec<_> = named.filter(|file| !NAME_KINDS.contains(&file.room.as_str())).collect();
    assert!(found.is_empty(), "{:?}", found.iter().map(|file| &file.path).collect::<Vec<_>>());
}

/// A column that nobody reads is a promise that nobody keeps.
#[test]
fn every_column_of_a_table_is_read_by_somebody() {
    let mut dead = Vec::new();
    for (path, table) in TABLES {
        let file = production().find(|file| file.path == *path).expect("the file of a table");
        let items = syn::parse_file(&file.text).unwrap().items;
        let columns = items.into_iter().find_map(|item| {
            if let syn::Item::Struct(item) = item
                && item.ident == table
            {
                Some(item.fields)
            } else {
                None
            }
        });
        for column in columns.expect("a table").iter().filter_map(|field| field.ident.as_ref()) {
            let read = regex::Regex::new(&format!(r"\.\s*{column}\b|\{{ {column}\b")).unwrap();
            let is_read = |file: &File| {
                file.room != "kinds"
                    && file.path != "spec/laws.rs"
                    && read.is_match(&file.says.text)
            };
            if !production().any(is_read) {
                dead.push(format!("{table}.{column}"));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:?}");
}

#[test]
fn every_file_opens_with_its_purpose() {
    let mute: Vec<_> =
        HOUSE.files.iter().filter(|file| !file.text.starts_with("//!")).map(|f| &f.path).collect();
    assert!(mute.is_empty(), "{mute:?}");
}

#[test]
fn async_lives_in_few_rooms() {
    for file in production().filter(|file| !ASYNC.contains(&file.room.as_str())) {
        let waits = &file.says.waits;
        assert!(waits.is_empty() || file.room == "main", "{}: {waits:?}", file.path);
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let mut long = Vec::new();
    for file in production() {
        // Tables are read by the entry.
        let tables = file.room == "kinds" || file.path == "problem/catalogue.rs";
        let lines = file.says.text.lines().count();
        if !tables && lines > HARD_CAP {
            long.push(format!("{}: {lines} lines", file.path));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

/// The one door (`api::client`) takes any intent; the journal's lease is the only one there is.
#[test]
fn only_a_lease_can_be_sent() {
    let intents: Vec<_> = production()
        .flat_map(|file| file.says.implements.iter().map(|of| (of.as_str(), file.path.as_str())))
        .filter(|(of, _)| *of == "Intent")
        .collect();
    assert_eq!(intents, [("Intent", "deliver/send.rs")]);
}

/// A link in a cell can't be fetched: only one room has the means to.
#[test]
fn one_room_opens_connections_to_others() {
    let means = ["reqwest", "TcpStream", "UdpSocket", "ToSocketAddrs"];
    let mut found: BTreeSet<_> = production()
        .filter(|file| means.iter().any(|word| file.says.words.contains(*word)))
        .map(|file| file.room.as_str())
        .collect();
    // The sandbox takes connections, and opens none.
    found.remove("sandbox");
    assert_eq!(found, BTreeSet::from(["api"]));
}

#[test]
fn nothing_is_left_undone_in_silence() {
    for file in production() {
        for word in ["todo!", "unimplemented!", "dbg!", "TODO", "FIXME", "#[allow("] {
            assert!(!file.says.text.contains(word), "{}: {word}", file.path);
        }
    }
}
