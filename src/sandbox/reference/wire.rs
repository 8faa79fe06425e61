//! The shapes that the pages of CoreHR share.
//!
//! Must *not* know which read answers with them.

use serde_json::{Map, Value, json};

use super::super::company::Name;

/// The end of what has none.
pub(crate) const OPEN_END: &str = "9999-12-31";

/// A name in each language that it has.
pub(crate) fn names(name: &Name) -> Value {
    let both = [("zh-CN", &name.zh), ("en-US", &name.en)];
    let said = both.iter().filter(|(_, value)| !value.is_empty());
    said.map(|(lang, value)| json!({ "lang": lang, "value": value })).collect()
}

/// An option with its label.
pub(crate) fn option(name: &str, label: &str) -> Value {
    json!({ "enum_name": name, "display": [{ "lang": "zh-CN", "value": label }] })
}

/// The midnight at which a day begins.
pub(crate) fn midnight(day: &str) -> String {
    let day = if day.is_empty() { "2000-01-01" } else { day };
    format!("{day} 00:00:00")
}

/// What locations and companies have in common.
pub(crate) struct Hierarchy<'a> {
    pub(crate) code: &'a str,
    pub(crate) name: &'a Name,
    pub(crate) parent: &'a str,
    pub(crate) inactive: bool,
    pub(crate) effective: &'a str,
    /// `location` or `company`, with its label.
    pub(crate) kind: (&'a str, &'a str),
}

impl Hierarchy<'_> {
    /// `hiberarchy_common`, as the API spells it.
    pub(crate) fn wire(&self) -> Value {
        json!({
            "parent_id": self.parent,
            "name": names(self.name),
            "type": option(self.kind.0, self.kind.1),
            "active": !self.inactive,
            "effective_time": midnight(self.effective),
            "expiration_time": midnight(OPEN_END),
            "code": self.code,
            "description": [],
            "custom_fields": [],
        })
    }
}

/// Of an item only its id and what was asked for.
pub(crate) fn only(item: Value, id: &str, asked: &[&str]) -> Value {
    let Value::Object(item) = item else { return item };
    let kept = item.into_iter().filter(|(name, _)| name == id || asked.contains(&name.as_str()));
    Value::Object(kept.collect::<Map<String, Value>>())
}

/// The first name in `fields` that a page does not know. Names of custom fields end in `__c`.
pub(crate) fn stranger<'a>(asked: &[&'a str], known: &[&str]) -> Option<&'a str> {
    asked.iter().find(|name| !known.contains(name) && !name.ends_with("__c")).copied()
}
