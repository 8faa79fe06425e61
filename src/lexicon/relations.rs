//! How a header asks for the relation of two people.
//!
//! Must not know: which columns stand beside it, whose they are.

use super::normalize;
use super::people;

/// A relation to somebody who is not named in the header.
const RELATIONS: &[&str] = &[
    "关系",
    "亲属关系",
    "亲戚关系",
    "家庭关系",
    "家属关系",
    "成员关系",
    "家庭成员关系",
    "血缘关系",
    "关系类型",
    "关系称谓",
    "亲属称谓",
    "家属称谓",
    "家庭称谓",
    "与本人称谓",
    "relation",
    "relationship",
    "relationshiptype",
    "kinship",
    "familyrelationship",
];

/// A relation, or what a person is called (先生): a relation where nothing else speaks of candidates.
const APPELLATION: &str = "称谓";

/// Before whom a relation is to.
const TO: &[&str] =
    &["与", "和", "同", "跟", "relationshipto", "relationto", "relationshipwith", "relationwith"];

/// Whether a header asks how the row's person is related to somebody. `appellation`: what a person is
/// called may be a relation.
pub(crate) fn is_relation(text: &str, appellation: bool) -> bool {
    let whole = normalize::header(text);
    let parts = normalize::parts(text);
    std::iter::once(&whole).chain(&parts).any(|part| {
        RELATIONS.contains(&part.as_str()) || appellation && part == APPELLATION || is_to(part)
    })
}

/// Whether a header speaks of any relation: it stands among another person's columns.
pub(crate) fn speaks_of_one(text: &str) -> bool {
    let name = normalize::header(text);
    name.contains("关系") || name.starts_with("relation")
}

/// 与员工本人的关系, `Relationship to Employee`.
fn is_to(name: &str) -> bool {
    TO.iter().any(|to| {
        let Some(rest) = name.strip_prefix(to) else { return false };
        let rest = rest.strip_suffix("关系").or(rest.is_ascii().then_some(rest));
        rest.is_some_and(people::begins_with_own)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_is_one_to_the_person_of_the_file() {
        for text in ["与员工关系（必填）", "與本人的關係", "Relationship to Employee", "亲属关系"]
        {
            assert!(is_relation(text, false), "{text}");
        }
        for text in ["与推荐人关系", "劳动关系", "Relationship Manager", "称谓"] {
            assert!(!is_relation(text, false), "{text}");
        }
        assert!(is_relation("称谓", true));
        assert!(speaks_of_one("与本人关系") && !speaks_of_one("电话"));
    }
}
