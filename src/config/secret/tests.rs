//! What prints or holds a secret is met within limits, and never told.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::{Duration, Instant};

use secrecy::ExposeSecret as _;

use super::text::MOST_BYTES;
use super::*;
use crate::problem::Code;

fn command(words: &[&str]) -> Command {
    let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
    Command::new(&words, Path::new("/"), None)
}

fn failure(command: Command) -> Complaint {
    let began = Instant::now();
    let complaint = Secret::Printed(command).fetch().unwrap_err();
    assert_eq!(complaint.code, Code::SecretCommand);
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    complaint
}

#[test]
fn a_command_that_prints_without_end_is_killed_and_not_kept_in_memory() {
    let told = failure(command(&["yes", "s3cret"])).to_string();
    assert!(told.contains("yes") && told.contains("64 KiB") && !told.contains("s3cret"), "{told}");
    // No line at all, and from a child of its own.
    failure(command(&["cat", "/dev/zero"]));
    failure(command(&["sh", "-c", "yes; true"]));
}

#[test]
fn a_command_that_never_ends_is_killed() {
    let patience = Duration::from_millis(50);
    let told = failure(command(&["sleep", "1000"]).within(patience)).to_string();
    assert!(told.contains("sleep") && told.contains("killed"), "{told}");
    // It closes its output and stays, and it prints the secret and stays.
    failure(command(&["sh", "-c", "exec >&-; exec sleep 1000"]).within(patience));
    failure(command(&["sh", "-c", "echo s3cret; exec sleep 1000"]).within(patience));
}

#[test]
fn a_program_of_the_current_folder_is_run_only_where_its_folder_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let planted = dir.path().join("muster-keyring");
    std::fs::write(&planted, "#!/bin/sh\necho planted\n").unwrap();
    std::fs::set_permissions(&planted, std::fs::Permissions::from_mode(0o755)).unwrap();
    let found = |word: &str, search: &str| {
        Command::new(&[word.to_owned()], dir.path(), Some(search.as_ref()))
            .program()
            .map(Path::to_path_buf)
    };
    for search in ["", ".", ":/usr/bin", "/usr/bin:"] {
        assert_eq!(found("muster-keyring", search), None, "{search}");
    }
    assert_eq!(found("./muster-keyring", "/usr/bin").unwrap().canonicalize().unwrap(), {
        planted.canonicalize().unwrap()
    });
    assert_eq!(found("muster-keyring", dir.path().to_str().unwrap()), Some(planted));
}

fn file(
    bytes: &[u8],
    mode: u32,
    folder: u32,
) -> (tempfile::TempDir, Result<(SecretString, Vec<Complaint>), Complaint>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("secret.txt");
    std::fs::write(&path, bytes).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
    std::fs::set_permissions(dir.path(), std::fs::Permissions::from_mode(folder)).unwrap();
    let fetched = Secret::File(path).fetch();
    (dir, fetched)
}

fn warned(bytes: &[u8], mode: u32, folder: u32) -> Vec<Code> {
    let (_dir, fetched) = file(bytes, mode, folder);
    let (secret, warnings) = fetched.unwrap();
    assert_eq!(secret.expose_secret(), "s3cret");
    warnings.into_iter().map(|warning| warning.code).collect()
}

#[test]
fn who_else_may_read_or_write_a_secret_file_is_told() {
    assert_eq!(warned(b"s3cret\n", 0o600, 0o700), []);
    assert_eq!(warned(b"s3cret", 0o400, 0o755), []);
    assert_eq!(warned(b"s3cret", 0o644, 0o700), [Code::SecretReadable]);
    assert_eq!(warned(b"s3cret", 0o640, 0o700), [Code::SecretReadable]);
    assert_eq!(warned(b"s3cret", 0o620, 0o700), [Code::SecretWritable]);
    assert_eq!(warned(b"s3cret", 0o602, 0o700), [Code::SecretWritable]);
    assert_eq!(warned(b"s3cret", 0o600, 0o777), [Code::SecretWritable]);
    assert_eq!(warned(b"s3cret", 0o600, 0o1777), [], "as in /tmp");
}

#[test]
fn a_mark_of_the_encoding_is_told_and_no_part_of_the_secret() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    assert_eq!(warned(b"\xEF\xBB\xBFs3cret\r\n", 0o600, 0o700), [Code::SecretMarked]);
    // As PowerShell's `>` writes it.
    assert_eq!(warned(&utf16("\u{FEFF}s3cret\r\n"), 0o600, 0o700), [Code::SecretMarked]);
}

#[test]
fn what_is_no_secret_is_refused_without_being_told() {
    for bytes in [&vec![b'x'; MOST_BYTES + 1][..], b"", b" \r\n", b"s3cret\xFF"] {
        let (_dir, fetched) = file(bytes, 0o600, 0o700);
        let complaint = fetched.unwrap_err();
        assert_eq!(complaint.code, Code::SecretUnreadable);
        assert!(!complaint.to_string().contains("s3cret"), "{complaint}");
    }
    let endless = Secret::File("/dev/zero".into()).fetch().unwrap_err();
    assert_eq!(endless.code, Code::SecretUnreadable);
}
