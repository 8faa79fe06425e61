//! Who may hold a person's data, and who never does: everything that a full run writes is searched
//! for the people of its table and for the secret. What is allowed is listed here, nothing else is.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use muster::sandbox::{Behaviour, Endpoint, Fault, Scripted};

use crate::world::{Ran, World};

/// A secret that is no other word of the run.
const SECRET: &str = "kX9-geheim-0a7f";
/// What identifies the people of the table.
const PEOPLE: &[&str] = &[
    "欧阳静好",
    "司徒远山",
    "端木若水",
    "上官无忌",
    "13712340001",
    "13712340002",
    "13712340003",
    "13712340004",
    "jinghao.oy@example.com",
    "yuanshan.st@example.com",
    "ruoshui.dm@example.com",
    "wuji.sg@example.com",
    "wuji.sg",
    "11010519491231002X",
];

const TABLE: &str = "姓名,手机号,邮箱,证件类型,证件号码,性别,学校\n\
    欧阳静好,13712340001,jinghao.oy@example.com,居民身份证,11010519491231002X,女,示例大学\n\
    司徒远山,13712340002,yuanshan.st@example.com,,,男,示例大学\n\
    端木若水,13712340003,ruoshui.dm@example.com,,,女,示例大学\n\
    上官无忌,13712340004,wuji.sg@example..com,,,男,示例大学\n\
    上官无忌,1371234000400,wuji.sg@example.com,,,无忌,示例大学\n";

/// The files that a person's data may be in, before a purge: the table itself, the copies of its rows
/// that a person works with (fix files, `check --report`), the bodies that `check --payloads` was
/// asked for, the journal. Results name a record masked. Nothing may hold the secret.
fn is_allowed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path == "t.csv"
        || name.starts_with("fix-")
        || path == "rows.xlsx"
        || path == "bodies.jsonl"
        || path.starts_with(".muster/journal.db")
}

/// Every file below a folder with its text; workbooks unpacked.
fn files(root: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            found.insert(name, text(&std::fs::read(&path).unwrap()));
        }
    }
    found
}

fn text(bytes: &[u8]) -> String {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut all = String::new();
    for index in 0..archive.len() {
        let mut part = Vec::new();
        archive.by_index(index).unwrap().read_to_end(&mut part).unwrap();
        all.push_str(&String::from_utf8_lossy(&part));
    }
    all
}

/// Which of the people, and whether the secret, are in a text.
fn held(text: &str) -> Vec<&'static str> {
    PEOPLE.iter().copied().chain([SECRET, "Bearer "]).filter(|word| text.contains(word)).collect()
}

#[track_caller]
fn shows_nobody(ran: &Ran) {
    for stream in [&ran.stdout, &ran.stderr] {
        assert_eq!(held(stream), [""; 0], "{stream}");
    }
}

fn world() -> World {
    let faults = [
        (Endpoint::TalentCreate, 1, Fault::DropAfterCommit),
        (Endpoint::TalentCreate, 2, Fault::Html502),
        (Endpoint::TalentFind, 1, Fault::ExpireToken),
        (Endpoint::TalentGet, 1, Fault::Error5xxBefore),
    ];
    let script = faults.map(|(endpoint, nth, fault)| Scripted { endpoint, nth, fault });
    let world = World::new()
        .file("t.csv", TABLE)
        .sandbox(Behaviour::default().script(script.to_vec()))
        .env("MUSTER_APP_SECRET", SECRET);
    world.put("muster.toml", "[profile.default]\nsettle_delays = [0, 0]\n");
    std::fs::create_dir(world.path().join("tmp")).unwrap();
    world
}

/// A full run, with everything that logs, and everything that reads it afterwards.
fn full_run(world: &World) {
    let tmp = world.path().join("tmp");
    let tmp = [("TMPDIR", tmp.to_str().unwrap())];
    let import = ["import", "t.csv", "--kind", "talent", "--skip-invalid", "--yes"];
    let run = |more: &[&str]| {
        let ran = world.run_with(more, &tmp);
        shows_nobody(&ran);
        ran
    };
    run(&["check", "t.csv", "--kind", "talent", "-vvv", "--report", "rows.xlsx"]).exits(10);
    run(&["check", "t.csv", "--kind", "talent", "--json"]).exits(10);
    world.run_with(&["check", "t.csv", "--kind", "talent", "--payloads", "bodies.jsonl"], &tmp);
    run(&["import", "t.csv", "--kind", "talent", "-n", "--json"]);
    let log: &[&str] = &["--canary", "1", "-vvv", "--log-file", "run.log"];
    run(&[&import[..], log].concat()).exits(10).says("first records");
    run(&[&import[..], &["-vvv", "--log-format", "json"]].concat()).exits(10);
    for command in ["status", "runs", "report", "settle", "doctor"] {
        run(&[command, "-vvv"]);
        run(&[command, "--json"]);
    }
}

#[test]
fn nothing_personal_is_written_where_it_is_not_listed_and_the_secret_nowhere() {
    let world = world();
    full_run(&world);
    world.each_once(3, 0);
    let mut seen = Vec::new();
    for (path, text) in files(world.path()) {
        let held = held(&text);
        assert!(!held.contains(&SECRET) && !held.contains(&"Bearer "), "{path} holds the secret");
        assert!(held.is_empty() || is_allowed(&path), "{path} holds {held:?}");
        if !held.is_empty() {
            seen.push(path);
        }
    }
    // The search finds what it looks for: these hold people, and are meant to.
    for path in
        ["t.csv", "muster-report-1/fix-t.xlsx", ".muster/journal.db", "rows.xlsx", "bodies.jsonl"]
    {
        assert!(seen.iter().any(|one| one == path), "{path} is not among {seen:?}");
    }
    let log = &files(world.path())["run.log"];
    assert!(log.contains("answered") && log.contains("talent.create"), "{log}");
}

#[test]
fn after_a_purge_the_journal_holds_nobody_and_nobody_is_made_again() {
    let world = world();
    full_run(&world);
    let in_journal = |world: &World| {
        let files = files(world.path());
        let ours = files.iter().filter(|(path, _)| path.starts_with(".muster/"));
        ours.flat_map(|(_, text)| held(text)).collect::<Vec<_>>()
    };
    assert!(!in_journal(&world).is_empty());
    world.run(&["purge", "--older-than", "1d", "--yes"]).exits(0).says("nothing to erase");
    assert!(!in_journal(&world).is_empty());
    let purged = world.run(&["purge", "--older-than", "0h", "--yes", "--json"]).exits(0);
    assert_eq!(purged.json()["runs"], serde_json::json!([1, 2]), "{}", purged.stdout);
    assert_eq!(in_journal(&world), [""; 0]);
    let after = world.run(&["report", "1", "--report-dir", "after"]).says("were erased on");
    shows_nobody(&after);
    for (path, text) in files(&world.path().join("after")) {
        // A fix file is read from the table anew.
        assert!(held(&text).is_empty() || path.starts_with("fix-"), "{path}");
    }
    let report = std::fs::read_to_string(world.path().join("after").join("report.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert!(report["purged_at"].is_string());
    assert_eq!(
        (&report["counts"]["created"], &report["counts"]["invalid"]),
        (&3.into(), &2.into())
    );
    let again = ["import", "t.csv", "--kind", "talent", "--skip-invalid", "--yes"];
    world.run(&again).exits(10);
    world.each_once(3, 0);
    assert_eq!(world.report(3)["counts"]["unchanged"], 3);
}

#[test]
fn a_purge_asks_and_says_which() {
    let world = World::new().talents(2).sandbox(Behaviour::default());
    world.import(&[]).exits(0);
    world.run(&["purge", "--run", "1"]).exits(2).says("--yes");
    world.run(&["purge", "--yes"]).exits(2);
    world.run(&["purge", "--yes", "--run", "1", "--older-than", "1d"]).exits(2);
    world.run(&["purge", "--yes", "--older-than", "30"]).exits(2).says("30d");
    world.run(&["purge", "--yes", "--run", "9"]).exits(2);
    world.run(&["purge", "--yes", "--run", "1"]).exits(0).says("2 records");
    world.run(&["purge", "--yes", "--run", "1"]).exits(0).says("nothing to erase");
}

/// What the built-in sandbox was sent goes with the last of its runs.
#[test]
fn a_purge_of_every_run_empties_the_built_in_sandbox() {
    let world = World::new().talents(2).file("more.csv", "姓名,手机号\n张三丰,13712340009\n");
    for file in ["talents.csv", "more.csv"] {
        world.run(&["import", file, "--kind", "talent", "--sandbox", "--yes"]).exits(0);
    }
    let holds = || files(world.path()).keys().any(|path| path.ends_with("sandbox.state"));
    world.run(&["purge", "--sandbox", "--yes", "--run", "1"]).exits(0).says("--fresh empties it");
    assert!(holds(), "run 2 is there");
    world.run(&["purge", "--sandbox", "--yes", "--run", "2"]).exits(0).says("erased as well");
    assert!(!holds());
    world.run(&["import", "more.csv", "--kind", "talent", "--sandbox", "--yes"]).exits(0);
}

#[test]
fn what_waits_is_left_whole_by_a_purge() {
    let script = Scripted { endpoint: Endpoint::TalentCreate, nth: 1, fault: Fault::Altered };
    let world = World::new().talents(6).sandbox(Behaviour::default().script(vec![script]));
    world.put("muster.toml", "[profile.default]\nsettle_delays = [0]\n");
    world.import(&["--canary", "2"]).exits(1);
    world.run(&["purge", "--yes", "--run", "1"]).exits(0).says("4 records left alone");
    world.run(&["resume", "--yes"]).exits(0);
    world.each_once(6, 0);
}

#[test]
fn bodies_that_are_kept_for_no_days_are_gone_when_the_run_ends() {
    let world = World::new().file("t.csv", TABLE).sandbox(Behaviour::default());
    world.put("muster.toml", "[profile.default]\npayload_days = 0\n");
    world.import(&["--kind", "talent", "--skip-invalid"]).exits(10);
    let files = files(world.path());
    let journal = files.iter().filter(|(path, _)| path.starts_with(".muster/"));
    let held: Vec<_> = journal.flat_map(|(_, text)| held(text)).collect();
    // Records are named until they are purged; keys that they are looked up by are not.
    for word in ["13712340001", "13712340002", "jinghao.oy@example.com", "11010519491231002X"] {
        assert!(!held.contains(&word), "{word}");
    }
}

#[cfg(unix)]
#[test]
fn a_secret_comes_from_a_command_only_when_a_tenant_is_spoken_to() {
    let world = World::new().talents(1).sandbox(Behaviour::default()).env("MUSTER_APP_SECRET", "");
    let (app, address) = (muster::sandbox::APP_ID, world.address());
    let profile = format!(
        "[profile.default]\nbase_url = \"{address}\"\napp_id = \"{app}\"\napp_secret_command = [\"sh\", \"-c\", \"echo asked >> asked; echo sandbox\"]\n"
    );
    world.put("muster.toml", profile);
    world.run(&["runs", "--config", "muster.toml"]);
    world.check(&["--config", "muster.toml"]);
    assert!(!world.path().join("asked").exists());
    world.import(&["--config", "muster.toml"]).exits(0);
    world.each_once(1, 0);
    assert_eq!(std::fs::read_to_string(world.path().join("asked")).unwrap(), "asked\n");
}

#[cfg(unix)]
#[test]
fn folders_are_for_their_owner_alone_and_so_is_every_file() {
    use std::os::unix::fs::PermissionsExt as _;

    let world = World::new().file("t.csv", TABLE).sandbox(Behaviour::default());
    let mapping = "version = 1\n[[record]]\nkind = \"talent\"\n[record.columns]\n\"姓名\" = \"basic_info.name\"\n";
    world.put("m.toml", mapping);
    world.run(&[
        "check",
        "t.csv",
        "--kind",
        "talent",
        "--report",
        "rows.xlsx",
        "--payloads",
        "bodies.jsonl",
    ]);
    let import = ["--skip-invalid", "--mapping", "m.toml", "--log-file", "run.log", "-v"];
    world.import(&import).exits(10);
    let own = [("MUSTER_BASE_URL", ""), ("MUSTER_APP_ID", ""), ("MUSTER_APP_SECRET", "")];
    let sandboxed = ["import", "t.csv", "--kind", "talent", "--skip-invalid", "--yes", "--sandbox"];
    world.run_with(&[&sandboxed[..], &["--report-dir", "out/deep"]].concat(), &own).exits(10);
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for folder in [".muster", ".muster/mappings", "muster-report-1", "out", "out/deep"] {
        assert_eq!(mode(&world.path().join(folder)), 0o700, "{folder}");
    }
    let mut looked = Vec::new();
    for path in files(world.path()).into_keys().filter(|path| path != "t.csv" && path != "m.toml") {
        assert_eq!(mode(&world.path().join(&path)), 0o600, "{path}");
        looked.push(path);
    }
    for wanted in [
        ".muster/journal.db",
        ".muster/journal.db.lock",
        ".muster/sandbox.state",
        "out/deep/results.csv",
        "run.log",
        "rows.xlsx",
        "bodies.jsonl",
    ] {
        assert!(looked.iter().any(|path| path == wanted), "{wanted} is not among {looked:?}");
    }
    assert!(looked.iter().any(|path| path.starts_with(".muster/mappings/")), "{looked:?}");
}
