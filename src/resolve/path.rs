//! A path such as 研发中心/后端组: an entry's name below those of what it stands in.
//!
//! Must not know: how names are brought to one form, lists without parents.

/// Signs between the names of a path, in the form of [`crate::lexicon::normalize::label`].
const BETWEEN: [char; 13] = ['/', '\\', '>', '-', '—', '–', '|', '·', '→', '»', '_', '.', ','];

/// Whether a character may stand between the names of a path.
pub(super) fn is_sign(c: char) -> bool {
    BETWEEN.contains(&c)
}

/// Whether a text may be a path.
pub(super) fn is_path(text: &str) -> bool {
    text.contains(BETWEEN)
}

/// The sign between two names where others may lack between them.
const GAP: &str = "//";

/// Whether names may lack somewhere in a path.
pub(super) fn has_gap(path: &str) -> bool {
    path.contains(GAP)
}

/// What stands before a name at the end of a path, without the sign between, and whether names may lack
/// there: empty where the path is that name alone; none where the path does not end with it.
pub(super) fn before<'t>(path: &'t str, name: &str) -> Option<(&'t str, bool)> {
    let rest = path.strip_suffix(name).filter(|_| !name.is_empty())?;
    if rest.is_empty() {
        return Some((rest, false));
    }
    let without = rest.trim_end_matches(BETWEEN);
    (without.len() < rest.len()).then(|| (without, rest.ends_with(GAP)))
}

/// The names that a path may end with: what stands behind each of its signs, the longest first.
pub(super) fn ends(path: &str) -> impl Iterator<Item = &str> {
    let behind = path.char_indices().filter(|(_, c)| BETWEEN.contains(c));
    behind.map(|(at, c)| &path[at + c.len_utf8()..]).filter(|end| !end.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_ends_with_a_name_behind_a_sign() {
        assert_eq!(before("研发中心/后端组", "后端组"), Some(("研发中心", false)));
        assert_eq!(before("研发中心>>后端组", "后端组"), Some(("研发中心", false)));
        assert_eq!(before("研发中心//后端组", "后端组"), Some(("研发中心", true)));
        assert_eq!(before("后端组", "后端组"), Some(("", false)));
        assert_eq!(before("研发中心后端组", "后端组"), None);
        assert_eq!(before("研发中心/后端组", "前端组"), None);
        assert_eq!(before("a/", ""), None);
        assert_eq!(before("/后端组", "后端组"), Some(("", false)));
    }

    #[test]
    fn its_ends_are_what_stands_behind_its_signs() {
        let ends: Vec<_> = ends("a/b-c/").collect();
        assert_eq!(ends, ["b-c/", "c/"]);
        assert!(is_path("a—b") && !is_path("ab"));
    }
}
