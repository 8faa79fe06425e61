//! The laws of the catalogue and of its examples.

use std::collections::BTreeSet;

use super::super::{Complaint, Lang};
use super::*;

/// The placeholders of a text, as a set.
fn holes(text: &str) -> BTreeSet<String> {
    text.split('{').skip(1).filter_map(|part| part.split('}').next()).map(str::to_owned).collect()
}

#[test]
fn codes_are_unique_kebab_case_and_read_back() {
    let mut seen = BTreeSet::new();
    for code in Code::ALL {
        let id = code.id();
        assert!(seen.insert(id), "{id} twice");
        assert!(
            id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{id}"
        );
        assert_eq!(Code::of(id), Some(*code));
    }
}

#[test]
fn renamed_codes_are_still_known_and_repairs_are_warnings() {
    for (old, id) in RENAMED {
        assert_eq!(Code::of(old).map(Code::id), Some(*id));
        assert!(Code::ALL.iter().all(|code| code.id() != *old));
    }
    for code in Code::ALL.iter().filter(|code| code.is_repair()) {
        assert_eq!(code.severity(), Severity::Warning);
    }
}

#[test]
fn both_languages_name_the_same_values() {
    for code in Code::ALL {
        let (zh, en) = (code.texts(Lang::Zh), code.texts(Lang::En));
        assert!(!zh.message.is_empty() && !en.message.is_empty(), "{}", code.id());
        assert_eq!(holes(zh.message), holes(en.message), "message of {}", code.id());
        assert_eq!(zh.hint.is_empty(), en.hint.is_empty(), "hint of {}", code.id());
        assert_eq!(holes(zh.hint), holes(en.hint), "hint of {}", code.id());
        assert!(!en.message.ends_with('.') && !zh.message.ends_with('。'), "{}", code.id());
    }
}

/// One more than the highest placeholder of the code's texts.
fn arity(code: Code) -> usize {
    let texts = code.texts(Lang::En);
    let holes = [texts.message, texts.hint].into_iter().flat_map(|text| text.split('{').skip(1));
    let numbers = holes.filter_map(|rest| rest.split('}').next()?.parse::<usize>().ok());
    numbers.max().map_or(0, |highest| highest + 1)
}

/// Every text that an example shows.
fn shown(example: &Example) -> Vec<&'static str> {
    let args = example.args.iter().flat_map(|value| [value.zh, value.en]);
    let cells = example.cells.iter().flat_map(|cell| [cell.header, cell.before, cell.after]);
    [example.zh, example.en].into_iter().chain(args).chain(cells).collect()
}

#[test]
fn an_example_has_a_value_for_each_placeholder() {
    for code in Code::ALL {
        let example = code.example();
        assert_eq!(example.args.len(), arity(*code), "{}", code.id());
        for lang in [Lang::Zh, Lang::En] {
            let said = Complaint::example(*code).say(lang);
            assert!(!said.contains(['{', '\u{1F}']) || said.contains("[[record"), "{said}");
        }
    }
}

#[test]
fn an_example_is_told_in_whole_sentences_of_both_languages() {
    for code in Code::ALL {
        let example = code.example();
        let id = code.id();
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
    for code in Code::ALL {
        let example = code.example();
        if example.cells.is_empty() {
            continue;
        }
        let id = code.id();
        let headers: BTreeSet<_> = example.cells.iter().map(|cell| cell.header).collect();
        assert_eq!(headers.len(), example.cells.len(), "{id} names a column twice");
        assert!(
            example.cells.iter().any(|cell| cell.before != cell.after)
                || *code == Code::EntryColumnMissing,
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
        // Of whom there will be nobody for a long time.
        "110101209003074510",
        "110101900307451",
        "11010119900307451",
        "11010119900307002",
        "10101199003074514",
        "101199003074514",
    ];
    for code in Code::ALL {
        let example = code.example();
        for text in shown(example) {
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
