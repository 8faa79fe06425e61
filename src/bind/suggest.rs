//! What a header that binds to nothing may mean: shown with its confidence, never taken by itself.
//!
//! Must not know: columns, mapping files.

use strsim::jaro_winkler;

use crate::lexicon::forms;
use crate::lexicon::labels::{Index, Name};
use crate::lexicon::likeness;
use crate::problem::{Arg, both};
use crate::spec::{Choice, Kind};

/// The nearest word must be at least as near as this. Measured: 手机号/手机号码 0.94,
/// 部门/部门名称 0.87, 姓名/姓 0.85, 邮箱/邮编 0.67.
const BAR: f64 = 0.86;

/// A choice must be at least as near to a label as this to be named. Measured: 本科生/本科 0.91,
/// 男生/男 0.85, 大学/大专 0.70.
const CHOICE: f64 = 0.84;

/// The nearest of a few names must be at least as near as this to be asked about. Measured: 花名单/花名册
/// 0.82, 学校/学历 0.70.
const MEANT: f64 = 0.8;

/// What is less likely than this is not shown.
const SHOWN: f64 = 0.5;

/// A header that often means the one field and often doesn't: a single hint.
const HINT: f64 = 0.6;

/// Several fields are as likely, or a header's meaning depends on the export.
const DOUBTFUL: f64 = 0.5;

/// Likenesses that are less apart than this are as likely.
const APART: f64 = 0.05;

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
pub fn ranked(kind: &'static Kind, text: &str, most: usize) -> Vec<Suggestion> {
    let index = Index::of(kind);
    let wanted = crate::lexicon::normalize::header(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let forms = std::iter::once(wanted.clone()).chain(forms::variants(&wanted));
    let mut found = forms
        .into_iter()
        .find_map(|form| index.hinted(&form))
        .map_or_else(|| alike(&wanted, index.names()), |paths| hinted(&paths));
    found.truncate(most);
    found
}

/// The path of the field that a header may mean; several, separated by ` / `, if its hints say so.
pub fn header(kind: &'static Kind, text: &str) -> Option<String> {
    let wanted = crate::lexicon::normalize::header(text);
    if let Some(paths) = Index::of(kind).hinted(&wanted) {
        return Some(paths.join(" / "));
    }
    let best = ranked(kind, text, 1).pop()?;
    Some(best.path)
}

/// The API path that is nearest to a mistyped one.
pub fn path(kind: &'static Kind, text: &str) -> Option<String> {
    let paths = Index::of(kind).paths();
    nearest(text, paths.iter().map(|path| (path.as_str(), path.as_str())))
}

/// The word that is nearest to a mistyped one.
pub fn word<'a>(text: &str, words: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(text, words.into_iter().map(|word| (word, word)))
}

/// The one of these names that a wrong one is most like, as a remark behind it; empty where none is
/// like it.
pub fn meant<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Arg {
    let wanted = crate::lexicon::normalize::header(text);
    let mut best: Option<(f64, &str)> = None;
    for name in names {
        let form = crate::lexicon::normalize::header(name);
        let alike = if wanted == form { 1.0 } else { likeness::of(&wanted, &form) };
        let chance = Some(jaro_winkler(&wanted, &form)).filter(|chance| *chance >= MEANT);
        let score = alike.max(chance.unwrap_or(0.0));
        if score >= SHOWN && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, name));
        }
    }
    best.map_or_else(Arg::default, |(_, name)| {
        both(&format!("（是不是「{name}」？）"), &format!(" (did you mean `{name}`?)"))
    })
}

/// The choice that a label is most like, where no other is as near: 大学 is as like 大学本科 as it is
/// like 大学专科. Only words with the label's first character are looked at, so that a million
/// unknown labels cost little.
pub fn choice<'c>(text: &str, choices: &'c [Choice]) -> Option<&'c Choice> {
    let wanted = crate::lexicon::normalize::label(text);
    let first = wanted.chars().next()?;
    let mut best: Option<(f64, &Choice)> = None;
    let mut rival: f64 = 0.0;
    for choice in choices {
        let words = [choice.zh, choice.en].into_iter().chain(choice.aliases.iter().copied());
        let likeness = words
            .filter(|word| word.chars().flat_map(char::to_lowercase).next() == Some(first))
            .map(|word| jaro_winkler(&wanted, &crate::lexicon::normalize::label(word)))
            .fold(0.0, f64::max);
        match best {
            Some((highest, _)) if likeness <= highest => rival = rival.max(likeness),
            _ => {
                rival = best.map_or(0.0, |(highest, _)| highest);
                best = Some((likeness, choice));
            }
        }
    }
    best.filter(|(likeness, _)| *likeness >= CHOICE && likeness - rival >= APART / 2.0)
        .map(|(_, choice)| choice)
}

/// The nearest choice as a remark behind a message or a list; empty where none is near.
pub fn choice_meant(text: &str, choices: &[Choice]) -> Arg {
    choice(text, choices).map_or_else(Arg::default, |choice| {
        both(
            &format!("（是不是「{}」？）", choice.zh),
            &format!(" (did you mean `{}`?)", choice.en),
        )
    })
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

fn nearest<'a>(wanted: &str, names: impl Iterator<Item = (&'a str, &'a str)>) -> Option<String> {
    let mut best: Option<(f64, &str)> = None;
    for (name, meaning) in names {
        let score = jaro_winkler(wanted, name);
        if score >= BAR && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, meaning));
        }
    }
    best.map(|(_, meaning)| meaning.to_owned())
}

#[cfg(test)]
mod tests;
