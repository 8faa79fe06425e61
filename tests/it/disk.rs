//! Files on the disk, as somebody else might have put them there: links, second names, copies; and
//! what is left behind.

#![expect(clippy::print_stderr, reason = "what this machine cannot show is said")]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use muster::sandbox::Behaviour;

use crate::world::{Ran, World, ended, talents_csv, until};

/// A server so slow that an import of 300 takes some seconds.
fn slow() -> Behaviour {
    Behaviour { latency: Duration::from_millis(60), ..Behaviour::default() }
}

/// An import that has made some of its 300 and is not at its end.
fn sending(world: &World) -> Child {
    let mut command = world.command(&["import", "talents.csv", "--yes"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    until("something is made", || world.ledger().talents.len() >= 10);
    assert!(child.try_wait().unwrap().is_none());
    child
}

fn signal(child: &Child, name: &str) {
    let pid = child.id().to_string();
    assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
}

/// Whether this process was started with SIGHUP ignored, which its children inherit.
fn is_hangup_ignored() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let mask = between(&status, "SigIgn:\t", "\n");
    u64::from_str_radix(mask, 16).unwrap() & 1 == 1
}

/// Run a line as it was printed, in a shell.
fn line(world: &World, line: &str) -> Ran {
    let script = format!("PATH=\"$(dirname \"$1\"):$PATH\"; {line}");
    ended(world.shell(&script, &world.command(&[])).output().unwrap())
}

/// What stands in the text between two others.
#[track_caller]
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let rest = text.split_once(before).unwrap_or_else(|| panic!("no `{before}` in {text}")).1;
    rest.split_once(after).unwrap_or_else(|| panic!("no `{after}` in {rest}")).0
}

/// The file is locked, not a name of it.
#[test]
fn a_second_name_of_the_journal_is_the_same_journal() {
    let world = World::new().talents(300).sandbox(slow());
    let mut first = sending(&world);
    let held = format!("pid {}", first.id());
    // `cp -al`: every file has a second name, the lock file too.
    let linked = world.path().join("linked");
    fs::create_dir(&linked).unwrap();
    for entry in fs::read_dir(world.path().join(".muster")).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            fs::hard_link(entry.path(), linked.join(entry.file_name())).unwrap();
        }
    }
    symlink(world.path().join(".muster"), world.path().join("folder-link")).unwrap();
    fs::create_dir(world.path().join("link")).unwrap();
    symlink(world.path().join(".muster/journal.db"), world.path().join("link/journal.db")).unwrap();
    for journal in ["linked/journal.db", "folder-link/journal.db", "link/journal.db"] {
        world.import(&["--journal", journal]).exits(11).says(&held);
        world.run(&["resume", "--yes", "--journal", journal]).exits(11).says(&held);
    }
    // Nor does the lock go by the name of the lock file.
    let lock = world.path().join(".muster/journal.db.lock");
    fs::remove_file(&lock).unwrap();
    world.import(&[]).exits(11).says(&held);
    fs::write(&lock, "").unwrap();
    world.import(&[]).exits(11).says(&held);
    assert!(first.try_wait().unwrap().is_none(), "it was over before the last was turned away");
    signal(&first, "-INT");
    first.wait().unwrap();
}

#[test]
fn a_journal_with_two_names_is_refused_until_it_is_copied_as_told() {
    let world = World::new().talents(3).sandbox(Behaviour::default());
    world.import(&[]).exits(0);
    let journal = world.path().join(".muster/journal.db");
    let other = world.path().join("other.db");
    fs::hard_link(&journal, &other).unwrap();
    fs::hard_link(world.path().join(".muster/journal.db.lock"), world.path().join("other.lock"))
        .unwrap();
    let told = world.import(&[]).exits(6).says("second name");
    let copy = between(&told.stderr, "in its place: ", ";").to_owned();
    line(&world, &copy).exits(0);
    let before = fs::read(&other).unwrap();
    world.import(&[]).exits(0);
    assert_eq!(fs::read(&other).unwrap(), before, "the other one is left alone");
    world.each_once(3, 0);
}

#[test]
fn a_journal_that_is_a_link_is_refused_and_what_it_leads_to_keeps_its_mode() {
    let world = World::new().talents(3).sandbox(Behaviour::default());
    let theirs = world.put("theirs.sqlite", b"not a journal at all");
    fs::set_permissions(&theirs, fs::Permissions::from_mode(0o644)).unwrap();
    fs::create_dir(world.path().join(".muster")).unwrap();
    let link = world.path().join(".muster/journal.db");
    symlink(&theirs, &link).unwrap();
    world.import(&[]).exits(6).says("is a link to");
    assert_eq!(fs::metadata(&theirs).unwrap().permissions().mode() & 0o777, 0o644);
    assert_eq!(fs::read(&theirs).unwrap(), b"not a journal at all");
    // What is printed works, where the link leads to a journal.
    world.import(&["--journal", "real.db"]).exits(0);
    fs::remove_file(&link).unwrap();
    symlink(world.path().join("real.db"), &link).unwrap();
    let told = world.import(&[]).exits(6);
    let flag = between(&told.stderr, "the file itself: ", ";").to_owned();
    line(&world, &format!("muster import talents.csv --yes {flag}")).exits(0);
    world.each_once(3, 0);
}

/// Whatever stands in the place of a file of muster's, what it leads to is not touched.
#[test]
fn links_in_the_place_of_muster_s_files_are_not_followed() {
    let world = World::new().talents(3).sandbox(Behaviour::default());
    let precious = world.put("precious.txt", b"a year of work");
    let at = |path: &str| world.path().join(path);
    fs::create_dir(at(".muster")).unwrap();
    symlink(&precious, at(".muster/journal.db.lock")).unwrap();
    world.import(&[]).exits(0);
    assert!(at(".muster/journal.db.lock").symlink_metadata().unwrap().is_file());
    for name in ["results.csv", "results.xlsx", "report.json"] {
        fs::remove_file(at("muster-report-1").join(name)).unwrap();
        symlink(&precious, at("muster-report-1").join(name)).unwrap();
    }
    world.run(&["report", "1", "--report-dir", "muster-report-1"]).exits(0);
    let absent = at("absent");
    for (output, target, arguments) in [
        ("out.jsonl", &precious, &["check", "talents.csv", "--payloads", "out.jsonl"][..]),
        ("out.xlsx", &precious, &["check", "talents.csv", "--report", "out.xlsx"]),
        ("map.toml", &absent, &["map", "talents.csv", "-o", "map.toml"]),
        ("template.xlsx", &absent, &["template", "talent", "-o", "template.xlsx"]),
    ] {
        symlink(target, at(output)).unwrap();
        world.run(arguments).exits(0);
    }
    assert!(!absent.exists());
    symlink(&precious, at("log.txt")).unwrap();
    world
        .run(&["check", "talents.csv", "--log-file", "log.txt", "-vv"])
        .exits(2)
        .says("it is a link");
    symlink(&precious, at("state")).unwrap();
    world.run(&["sandbox", "--port", "0", "--state", "state"]).exits(6);
    for ending in ["-wal", "-shm"] {
        let link = at(&format!(".muster/journal.db{ending}"));
        let _ = fs::remove_file(&link);
        symlink(&precious, &link).unwrap();
        world.import(&[]).exits(6).says("it is a link");
        fs::remove_file(&link).unwrap();
    }
    assert_eq!(fs::read(&precious).unwrap(), b"a year of work");
    assert_eq!(fs::metadata(&precious).unwrap().permissions().mode() & 0o777, mode_of_new(&world));
}

/// The mode of a file that nobody touched.
fn mode_of_new(world: &World) -> u32 {
    fs::metadata(world.put("new", b"")).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_report_folder_that_is_a_link_is_not_written_into() {
    let world = World::new().talents(3).sandbox(Behaviour::default());
    let theirs = world.path().join("theirs");
    fs::create_dir(&theirs).unwrap();
    symlink(&theirs, world.path().join("muster-report-1")).unwrap();
    world.import(&[]).exits(0).says("muster-report-1-2");
    assert_eq!(fs::read_dir(&theirs).unwrap().count(), 0);
}

/// What is done is not lost with the folder, and nobody is made twice.
#[test]
fn a_journal_that_is_removed_or_replaced_in_mid_run_stops_it_and_is_saved() {
    for replaced in [false, true] {
        let world = World::new().talents(300).sandbox(slow());
        let child = sending(&world);
        let folder = world.path().join(".muster");
        if replaced {
            fs::rename(folder.join("journal.db"), folder.join("away.db")).unwrap();
            fs::write(folder.join("journal.db"), b"").unwrap();
            fs::write(folder.join("journal.db-wal"), b"another's log").unwrap();
        } else {
            fs::remove_dir_all(&folder).unwrap();
        }
        let ran = ended(child.wait_with_output().unwrap()).exits(6).says("removed or replaced");
        let made = world.ledger().talents.len();
        assert!(made < 300, "it went on to its end");
        let way_out = between(&ran.stderr, "sending has stopped; `", "`").to_owned();
        let saved = PathBuf::from(between(&ran.stderr, "saved as `", "`"));
        assert_eq!(fs::metadata(&saved).unwrap().permissions().mode() & 0o777, 0o600);
        if replaced {
            assert_eq!(fs::read(folder.join("journal.db-wal")).unwrap(), b"another's log");
        }
        line(&world, &format!("{way_out} --yes --report-dir last")).exits(0);
        world.each_once(300, 0);
    }
}

#[test]
fn a_run_that_is_under_way_is_said_to_be_and_asking_disturbs_nobody() {
    let world = World::new().talents(300).sandbox(slow());
    let mut child = sending(&world);
    let pid = child.id();
    let status = world.run(&["status"]).exits(0).says(&format!("pid {pid}"));
    assert!(!status.stdout.contains("muster resume"), "{}", status.stdout);
    assert!(!status.stdout.contains("unknown"), "{}", status.stdout);
    let status = world.run(&["status", "--json"]).exits(0).json();
    assert_eq!(status["running"]["pid"], pid);
    assert_eq!(status["counts"]["unknown"], 0);
    world.run(&["runs"]).exits(0).says("running");
    let report = world.run(&["report", "--report-dir", "now"]).exits(0).says(&format!("pid {pid}"));
    assert!(!report.stdout.contains("muster resume"), "{}", report.stdout);
    assert!(child.try_wait().unwrap().is_none(), "it was over before the last question");
    child.kill().unwrap();
    child.wait().unwrap();
    let status = world.run(&["status"]).says("muster resume 1");
    assert!(!status.stdout.contains("running"), "{}", status.stdout);
    assert!(world.run(&["status", "--json"]).json()["running"].is_null());
}

/// A folder for temporary files of this test alone, and what is in it.
fn temporary(world: &World) -> (String, impl Fn() -> Vec<PathBuf>) {
    let folder = world.path().join("temporary");
    fs::create_dir(&folder).unwrap();
    let name = folder.display().to_string();
    (name, move || fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect())
}

#[test]
fn a_signal_during_a_rehearsal_leaves_nothing_and_a_kill_nothing_after_the_next_start() {
    for (name, code) in [("-INT", 130), ("-TERM", 143), ("-HUP", 129), ("-KILL", 0)] {
        if name == "-HUP" && is_hangup_ignored() {
            eprintln!("SIGHUP is ignored here (nohup): not tested");
            continue;
        }
        let world = World::new().talents(20_000).sandbox(Behaviour::default());
        let (folder, left) = temporary(&world);
        let mut command = world.command(&["import", "talents.csv", "-n"]);
        command.env("TMPDIR", &folder).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        let journal = || left().into_iter().find(|path| path.join("journal.db").exists());
        until("the rehearsal writes", || journal().is_some());
        let scratch = journal().unwrap();
        assert_eq!(fs::metadata(&scratch).unwrap().permissions().mode() & 0o777, 0o700);
        // Another start does not take it for left over.
        world.run_with(&["fields", "talent"], &[("TMPDIR", &folder)]).exits(0);
        assert!(scratch.exists());
        signal(&child, name);
        let ran = ended(child.wait_with_output().unwrap());
        if name == "-KILL" {
            assert_eq!(ran.code, None);
            assert_eq!(left(), [scratch]);
            world.run_with(&["fields", "talent"], &[("TMPDIR", &folder)]).exits(0);
        } else {
            ran.exits(code);
        }
        assert_eq!(left(), Vec::<PathBuf>::new(), "{name}");
    }
}

#[test]
fn a_signal_while_bodies_are_written_leaves_none() {
    for (name, code) in [("-INT", Some(130)), ("-TERM", Some(143)), ("-KILL", None)] {
        let world = World::new().talents(20_000);
        let out = world.path().join("out");
        fs::create_dir(&out).unwrap();
        let left = || fs::read_dir(&out).unwrap().map(|e| e.unwrap().path()).collect::<Vec<_>>();
        let arguments = ["check", "talents.csv", "--payloads", "out/bodies.jsonl"];
        let mut command = world.command(&arguments);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        until("bodies are written", || {
            left().iter().any(|path| fs::metadata(path).is_ok_and(|there| there.len() > 0))
        });
        signal(&child, name);
        assert_eq!(ended(child.wait_with_output().unwrap()).code, code, "{name}");
        if name == "-KILL" {
            assert_eq!(left().len(), 1);
            world.put("talents.csv", talents_csv(1));
            world.run(&arguments).exits(0);
            assert_eq!(left(), [out.join("bodies.jsonl")]);
        } else {
            assert_eq!(left(), Vec::<PathBuf>::new(), "{name}");
        }
    }
}
