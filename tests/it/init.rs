//! `muster init`: from nothing to a configuration that every command follows.

use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use muster::sandbox::{self, Behaviour};

use crate::terminal;
use crate::world::{Ran, World, ended};

/// The binary without a word of the tenant in its environment.
fn bare(world: &World, arguments: &[&str]) -> Command {
    let mut command = world.command(arguments);
    for name in ["MUSTER_BASE_URL", "MUSTER_APP_ID", "MUSTER_APP_SECRET"] {
        command.env_remove(name);
    }
    command
}

fn run(world: &World, arguments: &[&str]) -> Ran {
    ended(bare(world, arguments).output().unwrap())
}

/// All that `init` needs, but for the secret.
fn told(world: &World) -> Vec<String> {
    let flags = ["init", "--app-id", sandbox::APP_ID, "--tenant-name", "某某公司（测试）"];
    let flags = flags.map(str::to_owned);
    flags.into_iter().chain(["--base-url".to_owned(), world.address().to_owned()]).collect()
}

/// Whether a text holds the secret, which the app's ID holds as well.
fn shows_secret(text: &str) -> bool {
    text.replace(sandbox::APP_ID, "").contains(sandbox::APP_SECRET)
}

fn mode(world: &World, name: &str) -> u32 {
    std::fs::metadata(world.path().join(name)).unwrap().permissions().mode() & 0o777
}

fn read(world: &World, name: &str) -> String {
    std::fs::read_to_string(world.path().join(name)).unwrap()
}

#[test]
fn flags_alone_are_enough_and_what_is_written_is_followed_without_a_question() {
    let world = World::new().sandbox(Behaviour::default());
    let flags = told(&world);
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let mut command = bare(&world, &[&flags[..], &["--yes"]].concat());
    command.env("MUSTER_APP_SECRET", sandbox::APP_SECRET);
    let ran = ended(command.output().unwrap()).exits(0);
    assert!(!shows_secret(&ran.stdout) && !shows_secret(&ran.stderr), "{}", ran.stdout);
    assert_eq!(read(&world, "secret.txt").trim_end(), sandbox::APP_SECRET);
    assert_eq!((mode(&world, "secret.txt"), mode(&world, "muster.toml")), (0o600, 0o600));
    assert!(!shows_secret(&read(&world, "muster.toml")));
    assert!(read(&world, "muster.toml").contains("tenant_name = \"某某公司（测试）\""));
    // Nothing of the environment is needed any more, and nobody is asked.
    run(&world, &["refs", "find", "研发中心"]).exits(0);
    run(&world, &["doctor"]).exits(0);
    let before = (read(&world, "muster.toml"), read(&world, "secret.txt"));
    run(&world, &flags).exits(2).says("[file-exists]");
    assert_eq!((read(&world, "muster.toml"), read(&world, "secret.txt")), before);
}

#[test]
fn what_was_written_is_looked_at_and_not_what_the_environment_says() {
    let world = World::new().sandbox(Behaviour::default());
    let mut flags = told(&world);
    let last = flags.len() - 1;
    flags[last] = "http://127.0.0.1:1".to_owned();
    flags.push("--yes".to_owned());
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    world.put("secret.txt", "another");
    // The environment names a tenant where all is well.
    let ran = ended(world.command(&flags).output().unwrap());
    assert_ne!(ran.code, Some(0), "{}", ran.stdout);
    assert!(!world.path().join(".muster/directory.db").exists());
}

#[test]
fn who_cannot_be_asked_is_told_all_that_lacks_and_nothing_is_written() {
    let world = World::new().sandbox(Behaviour::default());
    let ran = run(&world, &["init"]).exits(2);
    for word in ["[init-wants]", "--app-id", "--tenant-name", "MUSTER_APP_SECRET"] {
        assert!(ran.stderr.contains(word), "{word}: {}", ran.stderr);
    }
    let flags = ["init", "--app-id", "cli_\"x", "--tenant-name", "甲"];
    let mut command = bare(&world, &flags);
    command.env("MUSTER_APP_SECRET", "s");
    ended(command.output().unwrap()).exits(2).says("app_id");
    for name in ["muster.toml", "secret.txt"] {
        assert!(!world.path().join(name).exists(), "{name}");
    }
}

#[test]
fn a_secret_that_is_in_a_file_stays_there_and_what_is_wrong_is_what_doctor_says() {
    let world = World::new().sandbox(Behaviour::default()).file("mine.txt", "wrong\n");
    let flags = told(&world);
    let mut flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    flags.extend(["--secret-file", "mine.txt", "--yes"]);
    let ran = run(&world, &flags).exits(3);
    assert!(ran.stdout.contains("10014"), "{}", ran.stdout);
    assert_eq!(read(&world, "mine.txt"), "wrong\n");
    assert!(!world.path().join("secret.txt").exists());
    assert!(!world.path().join(".muster/directory.db").exists(), "nothing is pulled");
}

#[test]
fn a_person_is_asked_and_the_secret_is_not_shown() {
    let world = World::new().sandbox(Behaviour::default());
    let address = world.address().to_owned();
    let mut command = bare(&world, &["init", "--base-url", &address]);
    let (code, text) = terminal::at(
        &mut command,
        &[
            ("App ID", sandbox::APP_ID),
            ("tenant's name", "某某公司"),
            ("file of the secret", ""),
            ("App Secret", sandbox::APP_SECRET),
            ("refs pull", "n"),
        ],
    );
    assert_eq!(code, Some(0), "{text}");
    let after = text.split("App Secret").nth(1).unwrap();
    assert!(!shows_secret(after), "{text}");
    assert!(text.contains("next: muster refs pull"), "{text}");
    assert_eq!(read(&world, "secret.txt").trim_end(), sandbox::APP_SECRET);
    assert_eq!(mode(&world, "secret.txt"), 0o600);
}

#[test]
fn a_second_profile_is_added_behind_what_is_there() {
    let world = World::new().sandbox(Behaviour::default());
    let flags = told(&world);
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let with_secret = |more: &[&str]| {
        let mut command = bare(&world, &[&flags[..], more].concat());
        command.env("MUSTER_APP_SECRET", sandbox::APP_SECRET);
        ended(command.output().unwrap())
    };
    with_secret(&["--yes"]).exits(0);
    let first = format!("# 手写的注释\n{}", read(&world, "muster.toml").trim_end());
    std::fs::write(world.path().join("muster.toml"), &first).unwrap();
    // What somebody has changed since is confirmed before it is added to.
    with_secret(&["--profile", "prod", "--yes"]).exits(2).says("[config-unconfirmed]");
    assert_eq!(read(&world, "muster.toml"), first);
    let ran = with_secret(&["--profile", "prod", "--yes", "--config", "muster.toml"]).exits(0);
    assert!(!shows_secret(&ran.stdout) && !shows_secret(&ran.stderr), "{}", ran.stderr);
    let both = read(&world, "muster.toml");
    assert!(both.starts_with(&first) && both.contains("[profile.\"prod\"]"), "{both}");
    assert_eq!(read(&world, "secret-prod.txt").trim_end(), sandbox::APP_SECRET);
    assert_eq!(mode(&world, "secret-prod.txt"), 0o600);
    for profile in ["default", "prod"] {
        run(&world, &["refs", "find", "研发中心", "--profile", profile, "--config", "muster.toml"])
            .exits(0);
    }
    let again = with_secret(&["--profile", "prod", "--config", "muster.toml"]).exits(2);
    again.says("[profile-there]");
    world.put("other.toml", "profile = { test = { app_id = \"cli_a\" } }\n");
    with_secret(&["--profile", "prod", "--config", "other.toml", "--secret-file", "third.txt"])
        .exits(2)
        .says("[config-no-room]");
    assert_eq!(read(&world, "other.toml"), "profile = { test = { app_id = \"cli_a\" } }\n");
}

#[test]
fn a_wrong_secret_is_told_with_its_file_and_a_variable_that_is_not_written_is_told() {
    let world = World::new().sandbox(Behaviour::default());
    let flags = told(&world);
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let mut command = bare(&world, &flags);
    command.env("MUSTER_APP_SECRET", "wrong");
    let ran = ended(command.output().unwrap()).exits(3);
    ran.says("secret.txt, the rest in muster.toml").says("then: muster doctor");
    world.put("secret.txt", sandbox::APP_SECRET);
    run(&world, &["doctor"]).exits(0);
    std::fs::remove_file(world.path().join("muster.toml")).unwrap();
    let mut command = bare(&world, &flags);
    command.env("MUSTER_APP_SECRET", "another");
    let ran = ended(command.output().unwrap()).exits(0);
    ran.says("secret.txt is there already").says("MUSTER_APP_SECRET was not written");
    assert_eq!(read(&world, "secret.txt"), sandbox::APP_SECRET);
}
