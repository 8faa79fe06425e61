//! What is wrong with a file is told, and nothing that it holds.

use super::*;

fn told(text: &str) -> Complaint {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("muster.toml");
    std::fs::write(&path, text).unwrap();
    read(&path).map(drop).unwrap_err()
}

/// Nothing of the secret, in neither language, and the way out.
#[track_caller]
fn is_silent(text: &str) -> Complaint {
    let complaint = told(text);
    let said = format!("{complaint:?} {complaint} {}", complaint.say(crate::problem::Lang::Zh));
    for part in ["hunter", "correct", "horse"] {
        assert!(!said.contains(part), "{text}\n{said}");
    }
    assert!(said.contains("app_secret_file"), "{text}\n{said}");
    complaint
}

#[test]
fn a_secret_in_the_file_is_not_told_and_its_place_is() {
    for key in [
        "app_secret",
        "secret",
        "App_Secret",
        "app-secret",
        "appsecret",
        "app_secert",
        "app_sercet",
        "app_secrect",
        "app_secret_",
        "\"app_secret\"",
        "app_secret_fiel",
        "app_secret_comand",
        "client_secret",
        "password",
        "access_token",
        "密钥_x",
        "MUSTER_APP_SECRET",
    ] {
        for value in
            ["\"hunter2-correct-horse\"", "'hunter2'", "[\"hunter2\"]", "{ x = \"hunter2\" }"]
        {
            let text = format!("[profile.default]\napp_id = \"cli_a\"\n{key} = {value}\n");
            let complaint = is_silent(&text);
            if key.is_ascii() {
                assert_eq!(complaint.code, Code::ConfigSecret, "{text}");
                assert_eq!(complaint.args[1], "3", "{text}");
            }
        }
    }
    is_silent("app_secret = \"hunter2\"\n");
    is_silent("profile.default = { app_id = \"cli_a\", app_secret = \"hunter2\" }\n");
    is_silent("[profile.default]\napp_secret.value = \"hunter2\"\n");
    is_silent("[profile.default.app_secret]\nvalue = \"hunter2\"\n");
}

#[test]
fn a_broken_line_with_a_secret_is_not_told() {
    for line in [
        "app_secret = hunter2",
        "app_secret hunter2",
        "app_secret: hunter2",
        "app_secret: \"hunter2\"",
        "app_secret = \"hunter2",
        "app_secret = 'hunter2",
        "app_secret = \"\"\"hunter2",
        "app_secret = \"hunter2\" \"correct horse\"",
        "app_secret = \"hunter2\\q\"",
        "app_secret = \"hunter2\u{7}\"",
        "app_secret = [\"hunter2\"",
        "app_secret = { a = \"hunter2\"",
        "app_secret == \"hunter2\"",
        "app_secret = “hunter2”",
        "export MUSTER_APP_SECRET=hunter2",
        "hunter2",
        "\"hunter2\"",
        "hunter2 = ",
        "\"app_secret=hunter2\" = 1",
        "app_id = \"cli_a\"\napp_secret = \"hunter2\"\napp_secret = \"hunter2\"",
        "app_secret_file = hunter2",
        "app_secret_file = \"hunter2",
        "app_secret_file = [\"hunter2\"]",
        "app_secret_command = \"hunter2\"",
        "app_secret_command = \"x, expected hunter2, expected\"",
        "app_secret_command = [\"hunter2\", 1]",
        "app_id = [\"hunter2\"]",
        "payload_days = \"hunter2\"",
        "payload_days = -1 # hunter2",
        "settle_delays = [\"hunter2\"]",
        "[profile.default.hunter2] x",
    ] {
        is_silent(&format!("[profile.default]\n{line}\n"));
        is_silent(&format!("[profile.default]\r\n{line}\r\n[profile.other]\r\napp_id = 1\r\n"));
    }
}

#[test]
fn what_is_wrong_is_found_by_line_and_name() {
    let at = |text: &str| told(text).to_string();
    let unknown = at("# 说明\n[profile.default]\n  app_key = 1\n");
    assert!(unknown.contains("line 3, column 3: there is no setting `app_key`"), "{unknown}");
    let typed = at("[profile.default]\npayload_days = \"7\"\n");
    assert!(
        typed.contains("line 2, column 16: payload_days is not what it should be: u32"),
        "{typed}"
    );
    let broken = at("[profile.default]\napp_id = cli_a1\n");
    assert!(broken.contains("line 2, column 10: this is no valid TOML"), "{broken}");
    assert!(at("\u{0}").contains("line 1"));
}

#[test]
fn a_mark_at_the_beginning_is_no_fault_and_a_file_without_end_is() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("muster.toml");
    std::fs::write(&path, "\u{FEFF}[profile.default]\r\napp_id = \"cli_a\"\r\n").unwrap();
    assert_eq!(read(&path).unwrap().profiles["default"].app_id.as_deref(), Some("cli_a"));
    std::fs::write(&path, vec![b'#'; (1 << 20) + 1]).unwrap();
    assert_eq!(read(&path).map(drop).unwrap_err().code, Code::ConfigUnreadable);
    std::fs::write(&path, b"\xFF\xFE[\0").unwrap();
    assert_eq!(read(&path).map(drop).unwrap_err().code, Code::ConfigUnreadable);
}
