//! Which of a few names a wrong one is most like: what an error says behind it.
//!
//! Must not know: what a header means, columns, mapping files.

use strsim::jaro_winkler;

use super::likeness;
use super::normalize;
use crate::problem::{Arg, both};
use crate::spec::Choice;

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
pub(super) const SHOWN: f64 = 0.5;

/// Likenesses that are less apart than this are as likely.
pub(super) const APART: f64 = 0.05;

/// The word that is nearest to a mistyped one.
pub(crate) fn word<'a>(text: &str, words: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut best: Option<(f64, &str)> = None;
    for word in words {
        let score = jaro_winkler(text, word);
        if score >= BAR && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, word));
        }
    }
    best.map(|(_, word)| word.to_owned())
}

/// The one of these names that a wrong one is most like, as a remark behind it; empty where none is
/// like it.
pub(crate) fn meant<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Arg {
    let wanted = normalize::header(text);
    let mut best: Option<(f64, &str)> = None;
    for name in names {
        let form = normalize::header(name);
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
pub(crate) fn choice<'c>(text: &str, choices: &'c [Choice]) -> Option<&'c Choice> {
    let wanted = normalize::label(text);
    let first = wanted.chars().next()?;
    let mut best: Option<(f64, &Choice)> = None;
    let mut rival: f64 = 0.0;
    for choice in choices {
        let words = [choice.zh, choice.en].into_iter().chain(choice.aliases.iter().copied());
        let likeness = words
            .filter(|word| word.chars().flat_map(char::to_lowercase).next() == Some(first))
            .map(|word| jaro_winkler(&wanted, &normalize::label(word)))
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
pub(crate) fn choice_meant(text: &str, choices: &[Choice]) -> Arg {
    choice(text, choices).map_or_else(Arg::default, |choice| {
        both(
            &format!("（是不是「{}」？）", choice.zh),
            &format!(" (did you mean `{}`?)", choice.en),
        )
    })
}

#[cfg(test)]
mod tests;
