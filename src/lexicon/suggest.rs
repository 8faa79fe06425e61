//! What a header that binds to nothing may mean: shown with its confidence, never taken by itself.
//!
//! Must not know: columns, mapping files.

use super::forms;
use super::labels::{Index, Name};
use super::likeness;
use super::nearest::{APART, SHOWN};
use super::normalize;
use super::typed;
use crate::spec::{Field, Kind};

/// A header that often means the one field and often doesn't: a single hint.
const HINT: f64 = 0.6;

/// Several fields are as likely, or a header's meaning depends on the export.
const DOUBTFUL: f64 = 0.5;

/// The header is exactly a bare name of a group's field, and nothing beside it vouches for that.
const UNVOUCHED: f64 = 0.6;

/// A path with a slip of the pen: `typed::nearest_path` takes none that is less like it.
const PATH: f64 = 0.86;

/// What stands between several paths that a header may mean.
pub(crate) const BETWEEN: &str = " / ";

/// A place that a header may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Its path; of a group, in the first entry or the one that the header numbers.
    pub path: String,
    /// From 0 to 1. From 0.9 it is a slip of the pen or a filler word away from a name of this
    /// field and of no other; at most 0.5 where several fields are as likely.
    pub confidence: f64,
}

/// The places that a header may mean, the likeliest first, at most `most`: its hints first, else
/// the fields whose names are like it. A header that binds by itself has no need of them.
pub(crate) fn ranked(kind: &'static Kind, text: &str, most: usize) -> Vec<Suggestion> {
    let index = Index::of(kind);
    let wanted = normalize::header(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    // Whose type or date it is says what it is.
    let variants = forms::variants(&wanted).into_iter().filter(|form| !likeness::is_general(form));
    let forms = std::iter::once(wanted.clone()).chain(variants);
    let mut found = forms
        .into_iter()
        .find_map(|form| index.hinted(&form))
        .map_or_else(|| alike(&wanted, index.names()), |paths| hinted(&paths));
    found.truncate(most);
    found
}

/// The fields outside groups that a header hints at, or names.
pub(crate) fn hinted_fields(kind: &'static Kind, text: &str) -> Vec<&'static Field> {
    let paths = Index::of(kind).hinted(&normalize::header(text)).unwrap_or_default();
    let hinted = |field: &&Field| paths.iter().any(|path| path == field.key);
    kind.fields.iter().filter(hinted).collect()
}

/// The path of the field that a header may mean; several, separated by ` / `, if its hints say so.
pub(crate) fn header(kind: &'static Kind, text: &str) -> Option<String> {
    let wanted = normalize::header(text);
    if let Some(paths) = Index::of(kind).hinted(&wanted) {
        return Some(paths.join(BETWEEN));
    }
    let best = ranked(kind, text, 1).pop()?;
    Some(best.path)
}

/// As [`ranked`], with the place first that the header names but that nothing vouches for, or the
/// path that it nearly is.
pub(crate) fn with_known(
    kind: &'static Kind,
    text: &str,
    known: Option<&str>,
    n: usize,
) -> Vec<Suggestion> {
    let mut found = ranked(kind, text, n + 1);
    let is_path = text.contains(['.', '[', ':']);
    let near = || typed::nearest_path(kind, normalize::trim(text)).map(|path| (path, PATH));
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

fn hinted(paths: &[String]) -> Vec<Suggestion> {
    let mut unique: Vec<&String> = Vec::new();
    for path in paths {
        if !unique.contains(&path) {
            unique.push(path);
        }
    }
    let confidence = if unique.len() == 1 { HINT } else { DOUBTFUL };
    unique.iter().map(|path| Suggestion { path: (*path).clone(), confidence }).collect()
}

/// Each path with the likeness of its most alike name. What is as likely as another field, or as
/// like a name that doesn't bind by itself (Company), is doubtful.
fn alike(wanted: &str, names: &[Name]) -> Vec<Suggestion> {
    let mut found: Vec<Suggestion> = Vec::new();
    let mut doubt: f64 = 0.0;
    for name in names {
        let confidence = likeness::of(wanted, &name.text);
        if confidence < SHOWN {
            continue;
        }
        if !name.sure {
            doubt = doubt.max(confidence);
        }
        match found.iter_mut().find(|known| known.path == name.path) {
            Some(known) => known.confidence = known.confidence.max(confidence),
            None => found.push(Suggestion { path: name.path.clone(), confidence }),
        }
    }
    found.sort_by(|one, two| two.confidence.total_cmp(&one.confidence));
    let best = found.first().map_or(0.0, |best| best.confidence);
    let rival = found.get(1).map_or(0.0, |second| second.confidence).max(doubt);
    if best - rival < APART {
        for suggestion in &mut found {
            suggestion.confidence = suggestion.confidence.min(DOUBTFUL);
        }
    }
    found
}

#[cfg(test)]
mod tests;
