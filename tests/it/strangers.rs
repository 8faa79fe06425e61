//! A folder from somebody else: its `muster.toml` runs, reads and sends nothing before the user has
//! seen what it asks for and said yes.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Child, Command, Stdio};

use muster::sandbox::{APP_ID, Behaviour};

use crate::terminal;
use crate::world::{Ran, World, ended, talents_csv};

/// Nothing of the sandbox's in the surroundings: what is known of it is in files.
const BARE: &[(&str, &str)] =
    &[("MUSTER_BASE_URL", ""), ("MUSTER_APP_ID", ""), ("MUSTER_APP_SECRET", "")];

/// A world whose sandbox only a file knows.
fn world() -> World {
    let world = World::new().talents(2).sandbox(Behaviour::default());
    BARE.iter().fold(world, |world, (name, value)| world.env(name, value))
}

/// Run at a terminal, with these answers to its questions; all that was shown is in `stderr`.
fn answer(mut command: Command, answers: &[&str]) -> Ran {
    let answers: Vec<_> = answers.iter().map(|answer| ("[y/N]", *answer)).collect();
    let (code, stderr) = terminal::at(&mut command, &answers);
    Ran { code, stdout: String::new(), stderr }
}

/// A profile that leads to the world's sandbox, with this secret.
fn profile(world: &World, secret: &str) -> String {
    let address = world.address();
    format!(
        "[profile.default]\ntenant_name = \"某某公司\"\nbase_url = \"{address}\"\napp_id = \"{APP_ID}\"\n{secret}\n"
    )
}

/// Prints the secret, and leaves a mark that it ran.
const MARKED: &str = "app_secret_command = [\"sh\", \"-c\", \"touch ran; echo sandbox\"]";

/// The commands that would speak to the tenant or write its journal.
const COMMANDS: &[&[&str]] = &[
    &["import", "talents.csv", "--yes"],
    &["import", "talents.csv", "--yes", "--no-input", "--canary", "1"],
    &["resume", "--yes"],
    &["settle"],
    &["settle", "--record", "1", "--not-created"],
    &["doctor"],
    &["abandon", "1"],
    &["purge", "--older-than", "1d", "--yes"],
];

#[test]
fn a_found_configuration_is_not_followed_where_nobody_confirms_it() {
    for (secret, exported) in [
        (MARKED, ""),
        ("app_secret_file = \"secret.txt\"", ""),
        // The user's own secret, and a stranger's address.
        ("", "sandbox"),
        (MARKED, "sandbox"),
    ] {
        let world = world();
        world.put("secret.txt", "sandbox");
        world.strange("muster.toml", profile(&world, secret));
        for command in COMMANDS {
            world
                .run_with(command, &[("MUSTER_APP_SECRET", exported)])
                .exits(2)
                .says("config-unconfirmed")
                .says("muster.toml");
        }
        assert!(!world.path().join("ran").exists(), "{secret}");
        assert!(!world.path().join(".muster").exists(), "{secret}");
        assert!(world.ledger().requests.is_empty(), "{secret}");
    }
}

#[test]
fn a_configuration_above_or_beside_the_input_is_found_as_well() {
    let world = world();
    for folder in ["here", "here/below", "there"] {
        std::fs::create_dir_all(world.path().join(folder)).unwrap();
    }
    world.put("there/talents.csv", talents_csv(1));
    for (config, folder) in [("here/muster.toml", "here/below"), ("there/muster.toml", "")] {
        world.strange(config, profile(&world, MARKED));
        let input = world.path().join("there/talents.csv");
        let mut import = world.command(&["import", input.to_str().unwrap(), "--yes"]);
        import.current_dir(world.path().join(folder));
        ended(import.output().unwrap()).exits(2).says("config-unconfirmed").says(config);
    }
    assert!(world.ledger().requests.is_empty());
}

/// Run a line that muster printed, as it was printed.
fn paste(world: &World, line: &str) -> Ran {
    let script = format!("bin=$1; muster() {{ \"$bin\" \"$@\"; }}; {line}");
    ended(world.shell(&script, &world.command(&[])).output().unwrap())
}

#[test]
fn the_line_that_names_it_works_as_it_is_printed() {
    let world = World::new().file("花 名'册.csv", talents_csv(2)).sandbox(Behaviour::default());
    let world = BARE.iter().fold(world, |world, (name, value)| world.env(name, value));
    world.strange("muster.toml", profile(&world, MARKED));
    let ran = world.import(&["--kind", "talent"]).exits(2);
    let line = ran.stderr.split("name it: ").nth(1).unwrap().lines().next().unwrap();
    assert!(line.ends_with("--yes"), "{line}");
    paste(&world, line).exits(0);
    world.each_once(2, 0);
    // It was named for that once, not confirmed.
    world.import(&["--kind", "talent"]).exits(2);
}

#[test]
fn whoever_did_not_approve_is_told_that_first() {
    let world = world();
    world.strange("muster.toml", profile(&world, MARKED));
    world.run(&["import", "talents.csv"]).exits(2).says("yes-needed");
    world.run(&["resume"]).exits(2).says("yes-needed");
}

#[test]
fn checks_rehearsals_readers_and_the_sandbox_need_no_confirmation_and_follow_nothing() {
    let world = world();
    let text = profile(&world, MARKED);
    world.strange("muster.toml", &text);
    world.run(&["import", "talents.csv", "--yes", "--config", "muster.toml"]).exits(0);
    std::fs::remove_file(world.path().join("ran")).unwrap();
    let seen = world.ledger().requests;
    world.strange("muster.toml", format!("{text}ca_file = \"none.pem\"\n"));
    for command in [
        &["check", "talents.csv"][..],
        &["import", "talents.csv", "-n"],
        &["runs"],
        &["status"],
        &["report", "--report-dir", "again"],
        &["import", "talents.csv", "--sandbox", "--yes"],
        &["resume", "1", "--sandbox", "--yes"],
        &["doctor", "--sandbox"],
    ] {
        let ran = world.run(command);
        assert!(!ran.stderr.contains("config-unconfirmed"), "{command:?}\n{}", ran.stderr);
    }
    assert!(!world.path().join("ran").exists());
    assert_eq!(world.ledger().requests.len(), seen.len());
    // A secret that is not there is no matter of theirs.
    world.strange("muster.toml", profile(&world, "app_secret_file = \"none.txt\""));
    world.run(&["check", "talents.csv"]).exits(0);
    world.run(&["runs"]).exits(0);
}

#[test]
fn what_it_asks_for_is_shown_and_a_no_is_one() {
    let world = world();
    let more = "app_secret_file = \"../secret.txt\"\nca_file = \"company.pem\"";
    let more = format!(
        "{MARKED}\n[profile.evil]\nbase_url = \"https://open.feishu.cn.evil.example\"\n{more}"
    );
    let path = world.strange("muster.toml", profile(&world, &more));
    let import = world.command(&["import", "talents.csv"]);
    let ran = answer(import, &["n"]).exits(2).says("config-unconfirmed");
    let folder = world.path().display().to_string();
    for shown in [
        path.to_str().unwrap(),
        "某某公司",
        world.address().trim_start_matches("http://"),
        APP_ID,
        "sh -c 'touch ran; echo sandbox' (/",
        "[profile.evil]",
        "open.feishu.cn.evil.example",
        "neither Feishu's nor Lark's",
        &format!("{folder}/../secret.txt"),
        &format!("{folder}/company.pem"),
    ] {
        assert!(ran.stderr.contains(shown), "{shown} is not in\n{}", ran.stderr);
    }
    assert!(!world.path().join("ran").exists() && !world.path().join(".muster").exists());
    assert!(world.ledger().requests.is_empty() && !world.state().exists());
}

#[test]
fn a_yes_is_remembered_until_the_file_or_its_program_changes() {
    let world = world();
    let keyring = world.put("keyring", "#!/bin/sh\necho sandbox\n");
    std::fs::set_permissions(&keyring, std::fs::Permissions::from_mode(0o755)).unwrap();
    let text = profile(&world, "app_secret_command = [\"./keyring\"]");
    world.strange("muster.toml", &text);
    // Whoever approves by `--yes` is not there to be asked, on a terminal neither.
    answer(world.command(&["import", "talents.csv", "--yes"]), &[]).exits(2);
    answer(world.command(&["import", "talents.csv"]), &["y", "y"]).exits(0);
    world.each_once(2, 0);
    let known = world.state().join("trusted.json");
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&known), mode(&world.state())), (0o600, 0o700));

    let is_followed = || match world.run(&["settle"]) {
        Ran { code: Some(0), .. } => true,
        ran => {
            ran.exits(2).says("config-unconfirmed");
            false
        }
    };
    assert!(is_followed());
    world.strange("muster.toml", text.replace("某某", "别的"));
    assert!(!is_followed());
    world.strange("muster.toml", &text);
    assert!(is_followed());
    world.put("keyring", "#!/bin/sh\necho sandbox # and more\n");
    assert!(!is_followed());
    // From another folder `./keyring` is another program.
    world.put("keyring", "#!/bin/sh\necho sandbox\n");
    assert!(is_followed());
    let below = world.path().join("below");
    std::fs::create_dir(&below).unwrap();
    std::fs::copy(&keyring, below.join("keyring")).unwrap();
    let mut settle = world.command(&["settle"]);
    ended(settle.current_dir(&below).output().unwrap()).exits(2).says("config-unconfirmed");
    // The same folder by another name is the same.
    let link = world.path().join("link");
    std::os::unix::fs::symlink(world.path(), &link).unwrap();
    let mut runs = world.command(&["settle"]);
    let ran = ended(runs.current_dir(&link).output().unwrap());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}

#[test]
fn a_value_cannot_forge_a_line_of_the_question() {
    let world = world();
    let text =
        profile(&world, MARKED).replace("某某公司", "甲\\n    host    open.feishu.cn\\u001b[1A");
    world.strange("muster.toml", text);
    let ran = answer(world.command(&["doctor"]), &["n"]).exits(2);
    let hosts = ran.stderr.lines().filter(|line| line.trim_start().starts_with("host ")).count();
    assert_eq!(hosts, 1, "{}", ran.stderr);
    assert!(!ran.stderr.contains("\u{1b}[1A"), "{}", ran.stderr);
}

#[test]
fn a_secret_in_the_file_is_told_by_no_command() {
    let world = world();
    world.strange("muster.toml", profile(&world, "app_secret = \"hunter2\""));
    for command in [&["check", "talents.csv"][..], &["runs"], &["doctor"], &["doctor", "--json"]] {
        let ran = world.run(command).exits(2).says("app_secret_file");
        assert!(!(ran.stdout + &ran.stderr).contains("hunter2"), "{command:?}");
    }
}

#[test]
fn a_command_without_end_stops_the_import_and_not_the_machine() {
    let world = world();
    world.put("muster.toml", profile(&world, "app_secret_command = [\"yes\"]"));
    let import = ["import", "talents.csv", "--yes", "--config", "muster.toml"];
    world.run(&import).exits(2).says("secret-command").says("yes").says("64 KiB");
    assert!(!world.path().join(".muster").exists() && world.ledger().requests.is_empty());
}

#[test]
fn a_secret_that_others_may_read_or_write_is_told() {
    let world = world();
    let secret = world.put("secret.txt", "\u{FEFF}sandbox\r\n");
    world.put("muster.toml", profile(&world, "app_secret_file = \"secret.txt\""));
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o666)).unwrap();
    for command in [&["import", "talents.csv", "--yes"][..], &["settle"], &["doctor"]] {
        let ran = world.run(command).exits(0).says("chmod 600").says("chmod go-w");
        ran.says("byte order mark");
    }
    world.each_once(2, 0);
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o600)).unwrap();
    world.put("secret.txt", "sandbox");
    let ran = world.run(&["settle"]).exits(0);
    assert!(!ran.stderr.contains("secret-"), "{}", ran.stderr);
}

#[test]
fn a_missing_secret_is_called_one() {
    let world = world();
    world.put("muster.toml", profile(&world, ""));
    for command in [&["import", "talents.csv", "--yes"][..], &["doctor"]] {
        let ran = world.run(command).exits(2).says("the secret of the app cli_sandbox is missing");
        ran.says("MUSTER_APP_SECRET");
    }
    assert!(!world.path().join(".muster").exists());
    world.put("secret.txt", "");
    world.put("muster.toml", profile(&world, "app_secret_file = \"secret.txt\""));
    world.import(&[]).exits(2).says("secret-unreadable").says("it is empty");
    assert!(!world.path().join(".muster").exists());
    world.put("muster.toml", profile(&world, ""));
    let import = ["import", "talents.csv", "--yes"];
    world.run_with(&import, &[("MUSTER_APP_SECRET", "sandbox")]).exits(0);
    world.run(&["resume", "--yes"]).exits(2).says("the secret of the app cli_sandbox is missing");
}

/// `muster sandbox`, until it is dropped.
struct Served {
    child: Child,
    /// What it printed up to its last line.
    text: String,
}

impl Served {
    fn start(world: &World) -> Self {
        let mut sandbox = world.command(&["sandbox", "--port", "0", "--latency", "0"]);
        let mut child = sandbox.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let mut text = String::new();
        while !text.contains("\ncurl ") {
            assert!(lines.read_line(&mut text).unwrap() > 0, "{text}");
        }
        Self { child, text }
    }

    /// The block below a heading.
    fn block(&self, heading: &str) -> &str {
        let after = self.text.split(heading).nth(1).unwrap().split_once('\n').unwrap().1;
        after.split("\n\n").next().unwrap()
    }

    /// Its ledger, by the line that it printed.
    fn ledger(&self) -> serde_json::Value {
        let line = self.text.lines().find(|line| line.starts_with("curl ")).unwrap();
        let (header, url) =
            line.strip_prefix("curl -H '").unwrap().split_once("' http://").unwrap();
        let (address, path) = url.split_once('/').unwrap();
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        write!(
            stream,
            "GET /{path} HTTP/1.1\r\nHost: {address}\r\n{header}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_lines_that_a_sandbox_prints_work_as_they_are_pasted() {
    let world = World::new().talents(3);
    let served = Served::start(&world);
    let made = || served.ledger()["talents"].as_array().unwrap().len();
    assert_eq!(made(), 0);
    let exports = served.block("# sh");
    assert_eq!(exports.lines().filter(|line| line.starts_with("export MUSTER_")).count(), 3);
    paste(&world, &format!("{exports}\nmuster import talents.csv --yes")).exits(0);
    assert_eq!(made(), 3);
    paste(&world, &format!("{exports}\nmuster doctor")).exits(0);
    assert!(served.block("# PowerShell").starts_with("$env:MUSTER_BASE_URL = \"http://127.0.0.1:"));

    std::fs::remove_dir_all(world.path().join(".muster")).unwrap();
    world.put(
        "talents.csv",
        String::from_utf8(talents_csv(3))
            .unwrap()
            .replace("138000", "139000")
            .replace("t0@", "u0@")
            .replace("t1@", "u1@")
            .replace("t2@", "u2@"),
    );
    world.strange("muster.toml", served.block("# muster.toml"));
    let pasted = ["--config", "muster.toml", "--profile", "sandbox"];
    world.import(&pasted).exits(0);
    assert_eq!(made(), 6);
}

#[test]
fn a_program_is_told_where_the_sandbox_is_as_well() {
    let world = World::new();
    let mut sandbox = world.command(&["sandbox", "--port", "0", "--json"]);
    let mut child = sandbox.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let told: serde_json::Value = serde_json::from_str(&line).unwrap();
    let (url, token) = (told["ledger"]["url"].as_str(), told["ledger"]["token"].as_str());
    let whole = format!("{}?token={}", url.unwrap(), token.unwrap());
    assert_eq!(told["ledger"]["with_token"], whole);
    assert_eq!(url.unwrap(), format!("{}/__sandbox/ledger", told["base_url"].as_str().unwrap()));
    assert_eq!(told["version"], 1);
}

#[test]
fn the_doctor_looks_at_the_built_in_sandbox_and_leaves_nothing() {
    let world = World::new();
    let ran = world.run(&["doctor", "--sandbox"]).exits(0);
    assert!(!ran.stdout.contains('✗'), "{}", ran.stdout);
    assert!(std::fs::read_dir(world.path()).unwrap().next().is_none());
}
