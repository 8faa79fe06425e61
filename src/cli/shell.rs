//! Words of a line to copy, as a shell takes them.
//!
//! Must not know: what the line does.

use std::fmt::Write as _;
use std::path::Path;

use crate::problem::{is_unruly, shown};

/// A text as one word. What could drive the terminal is spelled out by `printf`, which every shell of
/// POSIX has.
pub(super) fn word(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./\\:@+,%=".contains(c);
    let plain = |c: char| plain(c) && (cfg!(windows) || c != '\\');
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else if cfg!(windows) {
        format!("\"{}\"", shown(text))
    } else if text.contains(is_unruly) {
        spelled_out(text)
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

/// `"$(printf 'a\033b')"`
fn spelled_out(text: &str) -> String {
    let mut out = String::from("\"$(printf '");
    for c in text.chars() {
        match c {
            '%' => out.push_str("%%"),
            c if matches!(c, '\\' | '\'') || is_unruly(c) => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(out, "\\{byte:03o}");
                }
            }
            c => out.push(c),
        }
    }
    out + "')\""
}

/// A path as one word, which is taken for no flag.
pub(super) fn path(path: &Path) -> String {
    let text = path.display().to_string();
    if text.starts_with('-') { word(&format!("./{text}")) } else { word(&text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_path_in_a_line_to_copy_is_one_word() {
        for (text, shown) in [
            ("a/b-1.db", "a/b-1.db"),
            ("花名册.xlsx", "花名册.xlsx"),
            ("my dir/j.db", "'my dir/j.db'"),
            ("a'b$(c)", "'a'\\''b$(c)'"),
            ("a\\b", "'a\\b'"),
            ("", "''"),
            ("a\u{1b}'%\\n\n\u{202E}b", "\"$(printf 'a\\033\\047%%\\134n\\012\\342\\200\\256b')\""),
        ] {
            assert_eq!(path(Path::new(text)), shown);
            assert_eq!(path(Path::new("-q.csv")), "./-q.csv");
            let mut echo = std::process::Command::new("sh");
            echo.args(["-c", &format!("printf %s {shown}")]);
            assert_eq!(String::from_utf8_lossy(&echo.output().unwrap().stdout), text);
        }
    }
}
