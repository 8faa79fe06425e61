//! Words of a line to copy, as a shell takes them.
//!
//! Must not know: what the line does.

use std::path::Path;

/// A text as one word.
pub(super) fn word(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./\\:@+,%=".contains(c);
    let plain = |c: char| plain(c) && (cfg!(windows) || c != '\\');
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else if cfg!(windows) {
        format!("\"{text}\"")
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

/// A path as one word.
pub(super) fn path(path: &Path) -> String {
    word(&path.display().to_string())
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
        ] {
            assert_eq!(path(Path::new(text)), shown);
        }
    }
}
