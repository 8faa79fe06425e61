//! Precedence, and the refusal to mix.

use secrecy::ExposeSecret as _;

use super::*;

const TOML: &str = "[profile.default]\ntenant_name = \"甲公司\"\nbase_url = \"https://open.larksuite.com\"\napp_id = \"cli_a\"\napp_secret_file = \"secret.txt\"\n\n[profile.test]\napp_id = \"cli_t\"\n";

fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("muster.toml"), TOML).unwrap();
    std::fs::write(dir.path().join("secret.txt"), "s3cret\n").unwrap();
    dir
}

fn flags(dir: &tempfile::TempDir) -> Flags {
    Flags { here: dir.path().to_path_buf(), ..Flags::default() }
}

fn environment(app: Option<&str>, secret: Option<&str>) -> Environment {
    Environment {
        app_id: app.map(str::to_owned),
        app_secret: secret.map(SecretString::from),
        ..Environment::default()
    }
}

fn code(result: Result<Settings, Complaint>) -> Code {
    result.unwrap_err().code
}

/// As a tenant gets it, once the file is confirmed.
fn secret(settings: Settings) -> String {
    let (_, secret, _) = settings.confirmed().credentials().unwrap();
    secret.expose_secret().to_owned()
}

#[test]
fn the_default_profile_is_found_with_its_secret_beside_it() {
    let dir = folder();
    let settings = resolve(&flags(&dir), &Environment::default()).unwrap();
    assert_eq!(settings.account.base_url, "https://open.larksuite.com");
    assert_eq!(settings.account.host(), "open.larksuite.com");
    assert_eq!(settings.account.app_id.as_deref(), Some("cli_a"));
    assert_eq!(settings.tenant_name, "甲公司");
    assert_eq!(settings.journal, dir.path().join(".muster").join("journal.db"));
    assert_eq!(settings.id_types.user, "people_corehr_id");
    assert_eq!(settings.id_types.talent_user, "open_id");
    assert_eq!(secret(settings), "s3cret");
}

#[test]
fn another_app_in_the_environment_takes_nothing_from_the_profile() {
    let dir = folder();
    let settings = resolve(&flags(&dir), &environment(Some("cli_b"), None)).unwrap();
    assert_eq!(settings.profile, "environment");
    assert_eq!(settings.account.app_id.as_deref(), Some("cli_b"));
    assert_eq!(settings.account.base_url, FEISHU);
    assert!(settings.account.secret.is_none(), "the profile's secret is another app's");
    assert_ne!(settings.tenant_name, "甲公司");
}

#[test]
fn the_secret_alone_may_come_from_the_environment() {
    let dir = folder();
    let settings = resolve(&flags(&dir), &environment(Some("cli_a"), Some("other"))).unwrap();
    assert_eq!(settings.profile, "default");
    assert_eq!(secret(settings), "other");
}

#[test]
fn an_explicit_choice_that_the_environment_contradicts_is_refused() {
    let dir = folder();
    let explicit = Flags { profile: Some("default".into()), ..flags(&dir) };
    assert_eq!(
        code(resolve(&explicit, &environment(Some("cli_b"), None))),
        Code::EnvironmentContradicts
    );
    let sandbox = Flags { sandbox: true, ..flags(&dir) };
    assert_eq!(
        code(resolve(&sandbox, &environment(Some("cli_b"), None))),
        Code::EnvironmentContradicts
    );
    assert!(resolve(&explicit, &environment(Some("cli_a"), None)).is_ok());
}

#[test]
fn the_sandbox_has_a_journal_of_its_own_and_needs_no_file() {
    let dir = tempfile::tempdir().unwrap();
    let settings =
        resolve(&Flags { sandbox: true, ..flags(&dir) }, &Environment::default()).unwrap();
    assert_eq!(settings.profile, SANDBOX);
    assert_eq!(settings.journal, dir.path().join(".muster").join("sandbox.db"));
}

#[test]
fn what_is_wrong_is_named() {
    let dir = folder();
    let missing = Flags { profile: Some("prod".into()), ..flags(&dir) };
    let error = resolve(&missing, &Environment::default()).unwrap_err();
    assert!(error.to_string().contains("prod") && error.to_string().contains("test"), "{error}");
    for (text, code_wanted) in [
        ("[profile.default]\napp_key = 1\n", Code::ConfigUnreadable),
        ("[profile.default]\nuser_id_type = \"name\"\n", Code::ConfigValue),
        ("[profile.default]\nbase_url = \"http://open.feishu.cn\"\n", Code::ConfigValue),
        ("[profile.default]\nbase_url = \"http://127.0.0.1.evil.example\"\n", Code::ConfigValue),
    ] {
        std::fs::write(dir.path().join("muster.toml"), text).unwrap();
        assert_eq!(code(resolve(&flags(&dir), &Environment::default())), code_wanted, "{text}");
    }
}

fn with_profile(lines: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let text = format!("[profile.default]\napp_id = \"cli_a\"\n{lines}\n");
    std::fs::write(dir.path().join("muster.toml"), text).unwrap();
    dir
}

#[cfg(unix)]
#[test]
fn a_command_prints_the_secret_on_its_first_line_and_runs_only_when_it_is_needed() {
    let dir = with_profile("app_secret_command = [\"printf\", \"s3cret $HOME\\\\nuser: x\\\\n\"]");
    let settings = resolve(&flags(&dir), &Environment::default()).unwrap();
    assert_eq!(secret(settings), "s3cret $HOME", "there is no shell");
    let other = resolve(&flags(&dir), &environment(None, Some("other"))).unwrap();
    assert_eq!(secret(other), "other");
    let elsewhere = resolve(&flags(&dir), &environment(Some("cli_b"), None)).unwrap();
    assert!(elsewhere.account.secret.is_none(), "the profile's command is another app's");
}

#[cfg(unix)]
#[test]
fn a_command_that_fails_tells_its_program_and_nothing_it_printed() {
    for words in [
        "[\"sh\", \"-c\", \"echo s3cret; exit 3\"]",
        "[\"sh\", \"-c\", \"true s3cret\"]",
        "[\"muster-no-such-program\", \"s3cret\"]",
        "[]",
    ] {
        let dir = with_profile(&format!("app_secret_command = {words}"));
        let settings = resolve(&flags(&dir), &Environment::default()).unwrap();
        let complaint = settings.confirmed().credentials().unwrap_err();
        assert_eq!(complaint.code, Code::SecretCommand);
        assert!(!format!("{complaint:?}").contains("s3cret"), "{complaint:?}");
    }
}

#[test]
fn a_file_and_a_command_exclude_each_other() {
    let dir = with_profile("app_secret_file = \"s\"\napp_secret_command = [\"pass\"]");
    assert_eq!(code(resolve(&flags(&dir), &Environment::default())), Code::SecretTwice);
}

#[test]
fn what_was_found_gives_no_secret_and_takes_none_before_it_is_confirmed() {
    let dir = folder();
    for environment in [
        Environment::default(),
        environment(None, Some("mine")),
        Environment {
            base_url: Some("http://127.0.0.1:1".into()),
            ..environment(Some("b"), Some("s"))
        },
    ] {
        let found = resolve(&flags(&dir), &environment).unwrap();
        assert!(found.unconfirmed().is_some());
        assert_eq!(found.credentials().unwrap_err().code, Code::ConfigUnconfirmed);
        let named = Flags { config: Some(dir.path().join("muster.toml")), ..flags(&dir) };
        let named = resolve(&named, &environment).unwrap();
        assert!(named.unconfirmed().is_none() && named.credentials().is_ok());
    }
    let sandbox = Flags { sandbox: true, ..flags(&dir) };
    assert!(resolve(&sandbox, &Environment::default()).unwrap().credentials().is_ok());
}

#[cfg(unix)]
#[test]
fn a_configuration_that_everybody_may_write_is_told() {
    use std::os::unix::fs::PermissionsExt as _;

    let dir = with_profile("");
    let file = dir.path().join("muster.toml");
    let told = |mode: u32| {
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
        let settings = resolve(&flags(&dir), &environment(None, Some("s"))).unwrap();
        settings.confirmed().credentials().unwrap().2
    };
    // A group of one's own, as many systems give it to each user, is no stranger.
    assert_eq!(told(0o664), []);
    assert_eq!(told(0o666)[0].code, Code::SecretWritable);
}

#[test]
fn a_secret_file_that_is_not_there_is_missed_when_a_tenant_is_spoken_to() {
    let dir = with_profile("app_secret_file = \"none\"");
    let settings = resolve(&flags(&dir), &Environment::default()).unwrap();
    assert!(settings.are_complete().is_ok());
    assert_eq!(settings.confirmed().credentials().unwrap_err().code, Code::SecretUnreadable);
}

#[test]
fn a_missing_secret_is_called_one_and_a_missing_app_another() {
    let dir = with_profile("");
    let settings = resolve(&flags(&dir), &Environment::default()).unwrap();
    let missing = settings.are_complete().unwrap_err();
    assert_eq!((missing.code, missing.values()), (Code::SecretMissing, vec!["cli_a"]));
    let empty = tempfile::tempdir().unwrap();
    let settings = resolve(&flags(&empty), &environment(None, Some("s"))).unwrap();
    assert_eq!(settings.are_complete().unwrap_err().code, Code::AccountMissing);
}

#[test]
fn a_secret_is_not_in_debug() {
    let dir = folder();
    let settings = resolve(&flags(&dir), &Environment::default()).unwrap();
    assert!(!format!("{settings:?}").contains("s3cret"));
}

#[test]
fn an_address_of_the_environment_is_never_passed_over_for_the_default_one() {
    let dir = with_profile("");
    let sandbox = Environment {
        base_url: Some("http://127.0.0.1:8787".into()),
        ..environment(Some("cli_a"), Some("s"))
    };
    let settings = resolve(&flags(&dir), &sandbox).unwrap();
    assert_eq!(settings.account.base_url, "http://127.0.0.1:8787");
    let feishu = Environment { base_url: Some(FEISHU.into()), ..sandbox };
    assert_eq!(resolve(&flags(&dir), &feishu).unwrap().profile, "default");
}
