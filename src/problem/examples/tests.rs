//! The laws of the examples.

use std::collections::BTreeSet;

use super::super::Lang;
use super::*;

fn all() -> impl Iterator<Item = &'static Example> {
    GROUPS.iter().flat_map(|group| group.examples)
}

/// One more than the highest placeholder of the code's texts.
fn arity(code: Code) -> usize {
    let texts = code.texts(Lang::En);
    let holes = [texts.message, texts.hint].into_iter().flat_map(|text| text.split('{').skip(1));
    let numbers = holes.filter_map(|rest| rest.split('}').next()?.parse::<usize>().ok());
    numbers.max().map_or(0, |highest| highest + 1)
}

/// Every text that an example shows.
fn texts(example: &Example) -> Vec<&'static str> {
    let args = example.args.iter().flat_map(|value| [value.zh, value.en]);
    let cells = example.cells.iter().flat_map(|cell| [cell.header, cell.before, cell.after]);
    [example.zh, example.en].into_iter().chain(args).chain(cells).collect()
}

#[test]
fn every_code_has_one_example() {
    let mut seen = BTreeSet::new();
    for example in all() {
        assert!(seen.insert(example.code), "{} has two examples", example.code.id());
    }
    let missing: Vec<_> =
        Code::ALL.iter().filter(|code| !seen.contains(code)).map(|code| code.id()).collect();
    assert!(missing.is_empty(), "add them to a table of src/problem/examples/: {missing:?}");
}

#[test]
fn an_example_has_a_value_for_each_placeholder() {
    for example in all() {
        assert_eq!(example.args.len(), arity(example.code), "{}", example.code.id());
        for lang in [Lang::Zh, Lang::En] {
            let said = example.complaint().say(lang);
            assert!(!said.contains(['{', '\u{1F}']) || said.contains("[[record"), "{said}");
        }
    }
}

#[test]
fn an_example_is_told_in_whole_sentences_of_both_languages() {
    for example in all() {
        let id = example.code.id();
        let han = |text: &str| text.chars().filter(|c| ('一'..='龥').contains(c)).count();
        assert!(han(example.zh) >= 5 && example.zh.ends_with('。'), "{id}: {}", example.zh);
        assert!(example.en.ends_with('.') && han(example.en) < 40, "{id}: {}", example.en);
        for text in [example.zh, example.en] {
            assert!(text.chars().count() <= 260, "{id} is no short example: {text}");
        }
    }
}

#[test]
fn cells_show_a_way_out() {
    for example in all().filter(|example| !example.cells.is_empty()) {
        let id = example.code.id();
        let headers: BTreeSet<_> = example.cells.iter().map(|cell| cell.header).collect();
        assert_eq!(headers.len(), example.cells.len(), "{id} names a column twice");
        assert!(
            example.cells.iter().any(|cell| cell.before != cell.after)
                || example.code == Code::EntryColumnMissing,
            "{id} changes nothing"
        );
    }
}

/// Whole numbers of many digits, and addresses, are among those that everybody knows to be made up.
#[test]
fn nobody_real_is_in_an_example() {
    let invented = [
        "13800138000",
        "13800138001",
        "23800138000",
        "110101199003074514",
        "110101199003074515",
        "110101199002304517",
        "990101199003074518",
        "110101900307451",
        "11010119900307451",
        "11010119900307002",
        "10101199003074514",
        "101199003074514",
    ];
    for example in all() {
        for text in texts(example) {
            for digits in text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() > 10) {
                // IDs of Feishu, and of nobody.
                let id_of_feishu = [16, 19].contains(&digits.len()) && digits.starts_with('6');
                assert!(id_of_feishu || invented.contains(&digits), "{digits} in {text}");
            }
            for after in text.split('@').skip(1) {
                let domain: String = after
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
                    .collect();
                let header = domain.is_empty() || domain.bytes().all(|b| b.is_ascii_digit());
                assert!(header || domain.trim_end_matches('.') == "example.com", "{text}");
            }
        }
    }
}
