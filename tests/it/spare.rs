//! No output over anything that muster reads or keeps, under whichever name.

use std::collections::BTreeMap;
use std::os::unix::fs::symlink;
use std::path::Path;

use muster::sandbox::Behaviour;

use crate::world::{World, talents_csv};

/// Everything that a check with this mapping and this configuration reads, and what imports keep.
const KEPT: [&str; 14] = [
    "a.csv",
    "m.toml",
    "child.csv",
    "table.csv",
    "conf.toml",
    "secret.txt",
    "ca.pem",
    ".muster/journal.db",
    ".muster/journal.db.lock",
    ".muster/sandbox.db",
    ".muster/sandbox.db.lock",
    ".muster/sandbox.state",
    "elsewhere/journal.db",
    "state/muster/trusted.json",
];

const MAPPING: &str = r#"
version = 1
[[record]]
kind = "talent"
file = "a.csv"
[record.values_from."basic_info.gender"]
file = "table.csv"
from = "label"
to = "value"
[[record.child]]
group = "education_list"
file = "child.csv"
key = { child = "姓名", parent = "姓名" }
columns = { "学校" = "school" }
"#;

/// A world that holds all of them.
fn world() -> World {
    let world = World::new().sandbox(Behaviour::default());
    world.put("a.csv", talents_csv(2));
    world.put("m.toml", MAPPING);
    world.put("child.csv", "姓名,学校\n测试0,示例大学\n");
    world.put("table.csv", "label,value\n男,1\n女,2\n");
    world.put("secret.txt", "s3cret\n");
    world.put("ca.pem", "no certificate\n");
    let import = ["import", "a.csv", "--kind", "talent", "--yes", "--report-dir", "first"];
    world.run(&[&import[..], &["--journal", ".muster/journal.db"]].concat()).exits(0);
    std::fs::create_dir(world.path().join("elsewhere")).unwrap();
    world.run(&[&import[..], &["--journal", "elsewhere/journal.db"]].concat()).exits(0);
    let sandbox =
        ["import", "a.csv", "--kind", "talent", "--sandbox", "--yes", "--report-dir", "second"];
    let mut command = world.command(&sandbox);
    for name in ["MUSTER_BASE_URL", "MUSTER_APP_ID", "MUSTER_APP_SECRET"] {
        command.env_remove(name);
    }
    crate::world::ended(command.output().unwrap()).exits(0);
    let toml = "[profile.default]\napp_secret_file = \"secret.txt\"\nca_file = \"ca.pem\"\n";
    world.put("conf.toml", toml);
    std::fs::create_dir_all(world.path().join("state/muster")).unwrap();
    world.put("state/muster/trusted.json", "{}");
    let state = world.path().join("state");
    world.env("XDG_STATE_HOME", state.to_str().unwrap())
}

fn contents(world: &World) -> BTreeMap<&'static str, Vec<u8>> {
    KEPT.iter()
        .map(|name| (*name, std::fs::read(world.path().join(name)).unwrap_or_default()))
        .collect()
}

/// One way to write, as arguments before and after the place.
struct Output {
    before: &'static [&'static str],
    /// It wants a name that ends so.
    end: &'static str,
    /// It is a folder: the file in it that is written.
    file: Option<&'static str>,
}

const CHECK: &[&str] = &["check", "a.csv", "--mapping", "m.toml", "--config", "conf.toml"];

const OUTPUTS: [Output; 9] = [
    Output { before: &["--payloads"], end: "", file: None },
    Output { before: &["--log-file"], end: "", file: None },
    Output { before: &["--report"], end: ".csv", file: None },
    Output {
        before: &[
            "import",
            "a.csv",
            "--mapping",
            "m.toml",
            "--config",
            "conf.toml",
            "--yes",
            "--report-dir",
        ],
        end: "",
        file: Some("results.csv"),
    },
    Output {
        before: &[
            "import",
            "a.csv",
            "--mapping",
            "m.toml",
            "--config",
            "conf.toml",
            "--yes",
            "--report-dir",
        ],
        end: "",
        file: Some("fix-a.xlsx"),
    },
    Output {
        before: &["resume", "--config", "conf.toml", "--yes", "--report-dir"],
        end: "",
        file: Some("report.json"),
    },
    Output {
        before: &["report", "--config", "conf.toml", "--report-dir"],
        end: "",
        file: Some("results.xlsx"),
    },
    Output {
        before: &["map", "a.csv", "--mapping", "m.toml", "--config", "conf.toml", "-o"],
        end: ".toml",
        file: None,
    },
    Output {
        before: &["sandbox", "--port", "0", "--config", "conf.toml", "--state"],
        end: "",
        file: None,
    },
];

/// The line with which the output goes to the path.
fn line<'a>(output: &Output, path: &'a str) -> Vec<&'a str> {
    let own = output.before.len() > 1;
    let mut line: Vec<&str> = if own { Vec::new() } else { CHECK.to_vec() };
    line.extend(output.before);
    line.push(path);
    line
}

/// Names of the file at `name`: a link of either kind, in a folder where the output is one.
fn links(world: &World, name: &str, number: usize, output: &Output) -> Vec<String> {
    let target = world.path().join(name);
    let mut made = Vec::new();
    for kind in ["soft", "hard"] {
        let place = format!("{kind}-{number}{}", output.end);
        let link = match output.file {
            Some(file) => {
                std::fs::create_dir(world.path().join(&place)).unwrap();
                world.path().join(&place).join(file)
            }
            None => world.path().join(&place),
        };
        if kind == "soft" {
            symlink(&target, &link).unwrap();
        } else {
            std::fs::hard_link(&target, &link).unwrap();
        }
        made.push(place);
    }
    made
}

#[test]
fn no_output_replaces_what_is_read_or_kept_under_any_name() {
    let world = world();
    let before = contents(&world);
    for (number, name) in KEPT.iter().enumerate() {
        for (index, output) in OUTPUTS.iter().enumerate() {
            // A run knows its inputs (and that there is none to go on with comes first), a sandbox no
            // spreadsheet; what is no state of its own it refuses by itself.
            let of_mapping = ["m.toml", "child.csv", "table.csv"].contains(name);
            let unknown = match output.before[0] {
                "resume" | "sandbox" => of_mapping || *name == "a.csv",
                "report" => of_mapping,
                _ => false,
            };
            if unknown {
                continue;
            }
            for place in links(&world, name, number * OUTPUTS.len() + index, output) {
                let ran = world.run(&line(output, &place));
                let said = ran.stderr.contains("is not written over")
                    || ran.stderr.contains("[file-exists]");
                assert!(
                    ran.code == Some(2) && said,
                    "{name} {:?} {place}: {:?}\n{}{}",
                    output.before,
                    ran.code,
                    ran.stdout,
                    ran.stderr
                );
                let path = world.path().join(&place);
                match output.file {
                    Some(_) => std::fs::remove_dir_all(path).unwrap(),
                    None => std::fs::remove_file(path).unwrap(),
                }
            }
        }
        let turned = format!("./first/../{name}");
        for place in [*name, turned.as_str()] {
            for flag in ["--payloads", "--log-file"] {
                world.run(&[CHECK, &[flag, place]].concat()).exits(2).says("is not written over");
            }
            if ![0, 1, 2, 3].contains(&number) {
                let sandbox = ["sandbox", "--port", "0", "--config", "conf.toml", "--state", place];
                world.run(&sandbox).exits(2).says("is not written over");
            }
        }
        assert_eq!(contents(&world), before, "{name}");
    }
    world.run(&["status", "--journal", ".muster/journal.db"]).exits(0);
}

/// A file that SQLite would take for the journal's own must not be planted either.
#[test]
fn what_is_not_there_yet_is_spared_too() {
    let world = world();
    for name in ["journal.db-wal", "journal.db-shm", "journal.db-journal", "sandbox.db-wal"] {
        let path = world.path().join(".muster").join(name);
        assert!(!path.exists(), "{name}");
        let dangling = world.path().join("dangling");
        symlink(&path, &dangling).unwrap();
        for place in [
            format!(".muster/{name}"),
            format!("./first/../.muster/./{name}"),
            "dangling".to_owned(),
        ] {
            for flag in ["--payloads", "--log-file"] {
                world.run(&[CHECK, &[flag, &place]].concat()).exits(2).says("is not written over");
            }
            world.run(&["template", "talent", "--log-file", &place, "-o", "t.csv"]).exits(2);
            assert!(!path.exists(), "{place}");
        }
        std::fs::remove_file(dangling).unwrap();
    }
}

/// Pipes and devices have nothing to lose, and other names beside all these are free.
#[test]
fn what_is_nobodys_may_be_written() {
    let world = world();
    for (flag, place) in [
        ("--log-file", "/dev/null"),
        ("--log-file", ".muster/muster.log"),
        ("--log-file", "state/muster/muster.log"),
        ("--payloads", ".muster/bodies.jsonl"),
        ("--payloads", "a.csv.jsonl"),
        ("--report", "m.csv"),
    ] {
        for _ in 0..2 {
            let ran = world
                .run(&["check", "a.csv", "--kind", "talent", "--config", "conf.toml", flag, place])
                .exits(0);
            assert!(
                place.starts_with("/dev")
                    || flag == "--report"
                    || Path::exists(&world.path().join(place)),
                "{place}: {}",
                ran.stderr
            );
        }
    }
}
