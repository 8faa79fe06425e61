//! What is to be made before a text leads anywhere: the entry that it names, and what that stands below.
//!
//! Must not know: which list it is, what is done with it.

use super::list::{Found, List};
use super::path;

/// Signs that part a path where none of its beginnings is known; others stand in names, too.
const SURE: [char; 10] = ['/', '\\', '>', '|', '→', '»', '／', '＼', '＞', '｜'];

/// Something that a list lacks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Absent {
    /// The names from the top to what it stands below; empty at the top.
    pub(crate) parent: String,
    /// What it is called.
    pub(crate) name: String,
}

/// What a list lacks of what a text names, from the top on.
pub(super) fn of(list: &List, text: &str) -> Vec<Absent> {
    let whole = |parent: &str, name: &str| Absent {
        parent: parent.to_owned(),
        name: name.trim().to_owned(),
    };
    if !list.is_tree() {
        return vec![whole("", text)];
    }
    let (mut rest, mut names) = (text.trim(), Vec::new());
    loop {
        // The longest beginning that is known is what the rest stands below.
        let known = signs(rest).rev().find_map(|(at, after)| match list.known(&rest[..at]) {
            Found::One(entry) => Some((list.path(entry), &rest[after..])),
            Found::Inactive(_) | Found::Several(_) | Found::Nothing(_) => None,
        });
        if let Some((parent, below)) = known {
            let mut parts: Vec<&str> = below.split(SURE).collect();
            parts.retain(|part| !part.trim().is_empty());
            names.extend(parts.into_iter().rev().map(|name| whole("", name)));
            if let Some(first) = names.last_mut() {
                first.parent = parent;
            }
            break;
        }
        let split = rest.rfind(SURE).filter(|at| !rest[..*at].trim_matches(SURE).is_empty());
        let Some(at) = split else {
            names.push(whole("", rest.trim_matches(SURE)));
            break;
        };
        let (before, name) = (rest[..at].trim_end_matches(SURE).trim_end(), &rest[at..]);
        names.push(whole(before, name.trim_start_matches(SURE)));
        rest = before;
    }
    names.reverse();
    let names: Vec<Absent> = names.into_iter().filter(|one| !one.name.is_empty()).collect();
    // What is below something new stands below its whole path.
    let top = names.first().map(|one| one.parent.clone()).unwrap_or_default();
    names
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let above = std::iter::once(top.as_str()).chain(names[..at].iter().map(|n| &*n.name));
            let above: Vec<&str> = above.filter(|name| !name.is_empty()).collect();
            Absent { parent: above.join("/"), name: one.name.clone() }
        })
        .collect()
}

/// Where the signs of a path are: before each run of them, and behind it.
fn signs(text: &str) -> impl DoubleEndedIterator<Item = (usize, usize)> {
    let is_sign = |c: char| path::is_sign(c) || SURE.contains(&c);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_sign(*c)) {
        match runs.last_mut() {
            Some((_, end)) if *end == at => *end = at + c.len_utf8(),
            _ => runs.push((at, at + c.len_utf8())),
        }
    }
    runs.into_iter().filter(|(at, _)| *at > 0)
}
