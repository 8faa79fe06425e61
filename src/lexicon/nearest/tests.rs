//! Which choice is named for a label that is none.

use super::*;
use crate::kinds::talent::TALENT;
use crate::lexicon::typed;
use crate::spec::FieldType;

#[test]
fn the_nearest_choice_is_named_where_no_other_is_as_near() {
    let of = |path: &str, text: &str| {
        let slot = typed::parse(&TALENT, path, &std::collections::HashMap::default()).unwrap();
        let FieldType::Choice(choices) = slot.ty() else { panic!("{path} has no choices") };
        choice(text, choices).map(|choice| choice.zh)
    };
    for (text, near) in [
        ("本科生", Some("本科")),
        ("硕士在读", Some("硕士")),
        ("大学本科（全日制）", Some("本科")),
        ("Bachelor of Arts", Some("本科")),
        ("大学", None),
        ("研究生", None),
        ("中学", None),
        ("幼儿园", None),
        ("", None),
    ] {
        assert_eq!(of("education_list[1].degree", text), near, "{text}");
    }
    assert_eq!(of("basic_info.gender", "女生"), Some("女"));
    assert_eq!(of("basic_info.gender", "未知"), None);
    assert_eq!(of("language_list[1].language", "Englsh"), Some("英语"));
}
