//! What a header that binds to nothing may mean, the likeliest first: as `suggest` says, and what
//! the header names without anything beside it that vouches for it.
//!
//! Must not know: columns, rows, what is done with a suggestion.

use crate::bind::suggest;
use crate::lexicon::normalize;
use crate::spec::Kind;

pub use suggest::{Suggestion, ranked};

/// The header is exactly a bare name of a group's field, and nothing beside it vouches for that.
const UNVOUCHED: f64 = 0.6;
/// A path with a slip of the pen: `suggest::path` takes none that is less like it.
const PATH: f64 = 0.86;

/// As [`ranked`], with the place first that the header names but that nothing vouches for, or the
/// path that it nearly is.
pub(super) fn with_known(
    kind: &'static Kind,
    text: &str,
    known: Option<&str>,
    n: usize,
) -> Vec<Suggestion> {
    let mut found = ranked(kind, text, n + 1);
    let is_path = text.contains(['.', '[', ':']);
    let near = || suggest::path(kind, normalize::trim(text)).map(|path| (path, PATH));
    let first = match known {
        Some(path) => Some((path.to_owned(), UNVOUCHED)),
        None if is_path => near(),
        None => None,
    };
    if let Some((path, least)) = first {
        found.retain(|other| other.path != path);
        let confidence = found.first().map_or(least, |first| first.confidence.max(least));
        found.insert(0, Suggestion { path, confidence });
    }
    found.truncate(n);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::{job_data::JOB_DATA, talent::TALENT};

    #[test]
    fn what_the_header_names_comes_first_and_of_several_hints_none_is_sure() {
        let paths = |found: &[Suggestion]| -> Vec<String> {
            found.iter().map(|suggestion| suggestion.path.clone()).collect()
        };
        let found = with_known(&JOB_DATA, "岗位", None, 3);
        assert_eq!(paths(&found), ["job_id", "position_id"]);
        assert!(found.iter().all(|suggestion| suggestion.confidence < 0.7));
        let known = with_known(&TALENT, "公司", Some("career_list[1].company"), 1);
        assert_eq!(paths(&known), ["career_list[1].company"]);
        let slip = with_known(&TALENT, "basic_info.emial", None, 3);
        assert_eq!(paths(&slip)[0], "basic_info.email");
        assert!(with_known(&TALENT, "备注", None, 3).is_empty());
    }
}
