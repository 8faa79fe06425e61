//! Custom fields: sent as one text each, shown by the form of their type (page of
//! `GET hire/v2/talents/:talent_id`: `customized_data_list`).
//!
//! Must not know: which custom fields a tenant has.

use serde_json::Value;

use super::forms::{both_formed, plain};
use super::line::{Difference, Line, not_shown};
use crate::spec::Form;

/// Each custom field by its ID. A list that is shown without one of them differs.
pub(super) fn customs(path: &str, sent: &[Value], shown: Option<&Value>, lines: &mut Vec<Line>) {
    let shown = shown.and_then(Value::as_array);
    for one in sent {
        let (id, value) = (&one["object_id"], &one["value"]);
        let field = format!("{path}[{}]", plain(id));
        let Some(shown) = shown else {
            lines.push(not_shown(&field, value));
            continue;
        };
        let found = shown.iter().find(|other| other.get("object_id") == Some(id));
        lines.push(match found.map(|found| form(value, &found["value"])) {
            None => {
                let sent = plain(value);
                Line { field, sent, read: String::new(), finding: Difference::Differs }
            }
            Some(None) => not_shown(&field, value),
            Some(Some((sent, read))) => {
                let finding = if sent == read { Difference::Same } else { Difference::Differs };
                Line { field, sent, read, finding }
            }
        });
    }
}

/// What was sent and what is shown, in one form; none where the value has no form that is known.
fn form(sent: &Value, shown: &Value) -> Option<(String, String)> {
    let member = |name: &str| shown.get(name).filter(|value| !value.is_null());
    if let Some(content) = member("content") {
        return Some((plain(sent), plain(content)));
    }
    if let Some(option) = member("option") {
        return Some((plain(sent), plain(&option["key"])));
    }
    for (list, key) in [("option_list", "key"), ("customized_attachment", "file_id")] {
        if let Some(Value::Array(items)) = member(list) {
            let read = items.iter().map(|item| plain(&item[key])).collect();
            return Some((sorted(several(sent)), sorted(read)));
        }
    }
    if let Some(time) = member("time") {
        return Some(both_formed(sent, time, Form::Day));
    }
    if let Some(number) = member("number") {
        return Some(both_formed(sent, number, Form::Number));
    }
    let range = member("time_range")?;
    let ends = ["start_time", "end_time"].map(|end| range.get(end).map(plain).unwrap_or_default());
    let mut own = several(sent).into_iter();
    let (mut sent, mut read) = (Vec::new(), Vec::new());
    for shown in ends {
        let own = own.next().unwrap_or_default();
        // One that goes on has no end, whatever stands for that.
        let open = |text: &str| matches!(text, "" | "-" | "-1");
        let (one, other) = if open(&own) || open(&shown) {
            let end = |text: &str| if open(text) { "-".to_owned() } else { text.to_owned() };
            (end(&own), end(&shown))
        } else {
            both_formed(&Value::from(own), &Value::from(shown), Form::Day)
        };
        sent.push(one);
        read.push(other);
    }
    Some((sent.join(" – "), read.join(" – ")))
}

/// What stands in a list that was sent as text (`["1", "2"]`) or as it is.
fn several(sent: &Value) -> Vec<String> {
    let parsed = sent.as_str().and_then(|text| serde_json::from_str::<Value>(text).ok());
    let list = parsed.as_ref().unwrap_or(sent);
    list.as_array().map_or_else(|| vec![plain(sent)], |items| items.iter().map(plain).collect())
}

fn sorted(mut items: Vec<String>) -> String {
    items.sort();
    items.join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_type_is_compared_in_the_form_in_which_it_is_shown() {
        for (sent, shown, same) in [
            (json!("汉族"), json!({ "content": "汉族" }), true),
            (json!("汉族"), json!({ "content": "回族" }), false),
            (json!("1"), json!({ "option": { "key": "1", "name": { "zh_cn": "是" } } }), true),
            (json!("1"), json!({ "option": { "key": "2" } }), false),
            (
                json!("[\"1\", \"2\"]"),
                json!({ "option_list": [{ "key": "2" }, { "key": "1" }] }),
                true,
            ),
            (json!("[\"1\", \"2\"]"), json!({ "option_list": [{ "key": "2" }] }), false),
            (json!("1627379423000"), json!({ "time": "1627379423" }), true),
            (json!("1627379423000"), json!({ "time": "1527379423" }), false),
            (json!("3"), json!({ "number": "3.0" }), true),
            (json!("3"), json!({ "number": "30" }), false),
            (
                json!("[\"1577808000000\", \"1612108800000\"]"),
                json!({ "time_range": { "start_time": "1577808000", "end_time": "1612108800" } }),
                true,
            ),
            (
                json!("[\"1577808000000\", \"-1\"]"),
                json!({ "time_range": { "start_time": "1577808000", "end_time": "-" } }),
                true,
            ),
            (
                json!("[\"1577808000000\", \"1612108800000\"]"),
                json!({ "time_range": { "start_time": "1577808000", "end_time": "-" } }),
                false,
            ),
        ] {
            let (one, other) = form(&sent, &shown).unwrap();
            assert_eq!(one == other, same, "{sent} {shown}: {one} {other}");
        }
        assert_eq!(form(&json!("1"), &json!({ "content": null })), None);
    }

    #[test]
    fn one_that_a_shown_list_lacks_differs_and_a_list_that_is_not_shown_says_nothing() {
        let sent = [json!({ "object_id": "7", "value": "x" })];
        let found = |shown: Option<&Value>| {
            let mut lines = Vec::new();
            customs("basic_info.customized_data", &sent, shown, &mut lines);
            (lines[0].finding, lines[0].field.clone())
        };
        let field = "basic_info.customized_data[7]".to_owned();
        assert_eq!(found(None), (Difference::NotShown, field.clone()));
        assert_eq!(found(Some(&json!([]))), (Difference::Differs, field.clone()));
        let other = json!([{ "object_id": "7", "value": { "content": "x" } }]);
        assert_eq!(found(Some(&other)), (Difference::Same, field));
    }
}
