//! The `transform` list of a derived value.
//!
//! Must not know: cells.

use regex::{Regex, RegexBuilder};
use toml::Spanned;
use toml::de::DeValue;

use super::faults::Faults;
use super::table::{self, Table};
use super::word::{Wanted, Word};
use crate::reading::Transform;

/// Every transform's name.
const NAMES: &[&str] =
    &["trim", "upper", "lower", "strip_prefix", "strip_suffix", "pad_left", "replace"];

/// Bytes that a compiled pattern may take.
const PATTERN_SIZE: usize = 256 * 1024;
/// Characters that a code may be padded to.
const WIDEST: i64 = 64;

/// The transforms of a `[[record.derive]]`, in order.
pub(super) fn list(raw: &Table<'_, '_>, faults: &mut Faults<'_>) -> Vec<Transform> {
    let Some(list) = raw.list("transform", faults) else { return Vec::new() };
    list.iter().flat_map(|value| one(value, faults)).collect()
}

fn one(value: &Spanned<DeValue<'_>>, faults: &mut Faults<'_>) -> Vec<Transform> {
    if value.get_ref().as_table().is_some() {
        return with_value(value, faults);
    }
    let Some(word) = table::text(value, faults) else { return Vec::new() };
    match word.text.as_str() {
        "trim" => vec![Transform::Trim],
        "upper" => vec![Transform::Upper],
        "lower" => vec![Transform::Lower],
        name if NAMES.contains(&name) => {
            faults.unfit(
                word.span.start,
                (&format!("{name} 要带一个值"), &format!("{name} takes a value")),
                (&format!("写成 {{ {name} = … }}"), &format!("write {{ {name} = … }}")),
            );
            Vec::new()
        }
        _ => {
            faults.word(&word, NAMES);
            Vec::new()
        }
    }
}

fn with_value(value: &Spanned<DeValue<'_>>, faults: &mut Faults<'_>) -> Vec<Transform> {
    let Some(raw) = table::table(value, Wanted::Table, faults) else { return Vec::new() };
    let with = ["strip_prefix", "strip_suffix", "pad_left", "replace"];
    raw.only(&with, faults);
    if with.iter().filter(|name| raw.key(name).is_some()).count() > 1 {
        faults.unfit(
            raw.span.start,
            ("一个 { } 里只写一种改动", "one { } holds one change"),
            ("按先后分开写", "write them apart, in their order"),
        );
    }
    let prefix = raw.text("strip_prefix", faults).map(|w| Transform::StripPrefix(w.text));
    let suffix = raw.text("strip_suffix", faults).map(|w| Transform::StripSuffix(w.text));
    let pad = pad(&raw, faults);
    let replace = replace(&raw, faults);
    [prefix, suffix, pad, replace].into_iter().flatten().collect()
}

fn pad(raw: &Table<'_, '_>, faults: &mut Faults<'_>) -> Option<Transform> {
    let (width, span) = raw.integer("pad_left", faults)?;
    if !(1..=WIDEST).contains(&width) {
        faults.value(&span, &width.to_string(), format!("1 – {WIDEST}"));
        return None;
    }
    Some(Transform::PadLeft(usize::try_from(width).ok()?))
}

fn replace(raw: &Table<'_, '_>, faults: &mut Faults<'_>) -> Option<Transform> {
    let words = raw.texts("replace", faults)?;
    let [pattern, with] = words.as_slice() else {
        let byte = raw.key("replace").unwrap_or(raw.span.clone()).start;
        faults.unfit(
            byte,
            (
                "replace 要两段文字：正则表达式和替换成什么",
                "replace takes two texts, a regular expression and what comes in its place",
            ),
            ("如 { replace = [\"\\\\s+\", \"\"] }", "such as { replace = [\"\\\\s+\", \"\"] }"),
        );
        return None;
    };
    let regex = RegexBuilder::new(&pattern.text)
        .size_limit(PATTERN_SIZE)
        .dfa_size_limit(PATTERN_SIZE)
        .nest_limit(32)
        .build();
    match regex {
        Ok(regex) => {
            groups(&regex, with, faults);
            Some(Transform::Replace { pattern: regex, with: with.text.clone() })
        }
        Err(error) => {
            let reason = error.to_string();
            let reason = reason.lines().last().unwrap_or_default().trim();
            let reason = reason.strip_prefix("error: ").unwrap_or(reason);
            faults.unfit(
                pattern.span.start,
                (
                    &format!("正则表达式有误（{reason}）"),
                    &format!("the regular expression is wrong ({reason})"),
                ),
                ("特殊字符前面要加 \\\\", "write \\\\ before a special character"),
            );
            None
        }
    }
}

/// Note a `$1` that the pattern has no group for: the text would be lost.
fn groups(regex: &Regex, with: &Word, faults: &mut Faults<'_>) {
    let mut rest = with.text.as_str();
    while let Some(at) = rest.find('$') {
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('$') {
            rest = after;
            continue;
        }
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let name = match rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
            Some((name, _)) => name,
            None => &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())],
        };
        let known = name.is_empty()
            || name.parse::<usize>().map_or_else(
                |_| regex.capture_names().flatten().any(|group| group == name),
                |number| number < regex.captures_len(),
            );
        if !known {
            faults.unfit(
                with.span.start,
                (
                    &format!("正则表达式里没有 ${name} 这一组"),
                    &format!("the regular expression has no group ${name}"),
                ),
                ("组号后面跟字母时写成 ${1}", "before a letter write ${1}"),
            );
        }
    }
}
