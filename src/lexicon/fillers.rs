//! Words of a header that add nothing. Each stands here once, in its comparable form, with where it is
//! passed over.
//!
//! Must not know: what the other words say.

use Filler::{Among, Ends};

/// Where a word adds nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filler {
    /// Among the words of a header whose words are apart.
    Among,
    /// In front of a header, or behind it, in a text without blanks.
    Ends,
}

/// A word is passed over at the ends before those that follow it.
const WORDS: &[(&str, &[Filler])] = &[
    ("信息", &[Ends]),
    ("内容", &[Ends]),
    ("详情", &[Ends]),
    ("字段", &[Ends]),
    ("选择", &[Ends]),
    ("录入", &[Ends]),
    ("栏", &[Ends]),
    ("的", &[Ends]),
    ("information", &[Ends]),
    ("info", &[Ends]),
    ("details", &[Ends]),
    ("detail", &[Ends]),
    ("field", &[Ends]),
    ("value", &[Ends]),
    ("the", &[Among, Ends]),
    ("my", &[Among, Ends]),
    ("your", &[Among]),
    ("of", &[Among]),
    ("a", &[Among]),
    ("an", &[Among]),
    ("in", &[Among]),
    ("on", &[Among]),
    ("for", &[Among]),
    ("at", &[Among]),
    ("attained", &[Among]),
    ("obtained", &[Among]),
    ("earned", &[Among]),
    ("completed", &[Among]),
];

/// Whether a word adds nothing among others.
pub(super) fn is_filler(word: &str) -> bool {
    of(Among).any(|filler| filler == word)
}

/// Without filler at the ends.
pub(super) fn bare(text: &str) -> &str {
    let mut rest = text;
    for filler in of(Ends) {
        let less = rest.strip_suffix(filler).or_else(|| rest.strip_prefix(filler));
        rest = less.filter(|less| less.chars().count() > 1).unwrap_or(rest);
    }
    rest
}

fn of(sort: Filler) -> impl Iterator<Item = &'static str> {
    WORDS.iter().filter(move |(_, all)| all.contains(&sort)).map(|(word, _)| *word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_word_stands_once() {
        let words: BTreeSet<_> = WORDS.iter().map(|(word, _)| word).collect();
        assert_eq!(words.len(), WORDS.len());
    }

    #[test]
    fn filler_goes_from_the_ends_and_never_all_of_a_header() {
        assert_eq!(bare("手机号信息"), "手机号");
        assert_eq!(bare("theemailfield"), "email");
        assert_eq!(bare("信息"), "信息");
        assert!(is_filler("of") && is_filler("the") && !is_filler("info"));
    }
}
