//! What stands in the place of an ID that nobody knows before its record is made: whose record it is.
//! A body holds it until then.
//!
//! Must not know: who makes the record, which fields may hold it.

const BEFORE: &str = "{muster:id of:";
const BEHIND: &str = "}";

/// What stands for the ID of the record of this owner (an employment ID).
pub fn of(owner: &str) -> String {
    format!("{BEFORE}{owner}{BEHIND}")
}

/// Whose record's ID a text stands for; none for every other text.
pub fn owner(text: &str) -> Option<&str> {
    text.strip_prefix(BEFORE)?.strip_suffix(BEHIND)
}

/// A body in which the ID stands in the place of what stood for it.
pub fn filled(body: &str, owner: &str, id: &str) -> String {
    body.replace(&json(&of(owner)), &json(id))
}

fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_an_id_names_whose_it_is() {
        assert_eq!(owner(&of("6893014062142064135")), Some("6893014062142064135"));
        for text in ["6893014062142064135", "", "{muster:id of:1", "{1}"] {
            assert_eq!(owner(text), None, "{text}");
        }
    }

    #[test]
    fn an_id_takes_the_place_of_whole_texts_alone() {
        let body = format!(
            r#"{{"a":"{}","b":["{}","{}"],"c":"x{}"}}"#,
            of("1"),
            of("1"),
            of("2"),
            of("1")
        );
        let want = format!(r#"{{"a":"9\"","b":["9\"","{}"],"c":"x{}"}}"#, of("2"), of("1"));
        assert_eq!(filled(&body, "1", "9\""), want);
    }
}
