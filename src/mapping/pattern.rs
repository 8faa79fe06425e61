//! A pattern for the names of files.
//!
//! Must not know: which files there are.

use unicode_normalization::UnicodeNormalization;

/// Whether a file's name is of this pattern (`*` any characters, `?` one), however its accents are
/// composed.
pub fn names(pattern: &str, name: &str) -> bool {
    matches(pattern, name)
}

pub(super) fn matches(pattern: &str, name: &str) -> bool {
    let pattern: Vec<char> = pattern.nfc().collect();
    let name: Vec<char> = name.nfc().collect();
    glob(&pattern, &name)
}

/// `*` any characters, `?` one. Linear in the product of the lengths.
pub(super) fn glob(pattern: &[char], name: &[char]) -> bool {
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(c) if *c == '?' || *c == name[n] => {
                p += 1;
                n += 1;
            }
            Some(_) | None => {
                let Some((at, seen)) = star else { return false };
                star = Some((at, seen + 1));
                p = at + 1;
                n = seen + 1;
            }
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}
