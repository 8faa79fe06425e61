//! Strict checking of bodies and queries by tables: every finding, each with the field's path.
//!
//! Must *not* know which call it checks: the tables are arguments (`fields` holds them).

use serde_json::{Map, Value};

use super::forms;
use super::shape::{Field, Need, Shape};

/// A field that is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FieldFault {
    /// Its path, such as `education_list[0].degree`.
    pub(super) field: String,
    /// The value as text, shortened.
    pub(super) value: String,
    /// What is wrong, without the value.
    pub(super) description: String,
    /// Whether the gateway sees it (missing, unknown, type, length) or only the service (value).
    pub(super) gateway: bool,
}

const UNKNOWN_FIELD: &str = "unknown field";
const UNKNOWN_PARAMETER: &str = "unknown query parameter";

impl FieldFault {
    /// Whether the page does not have it at all.
    pub(super) fn is_unknown(&self) -> bool {
        [UNKNOWN_FIELD, UNKNOWN_PARAMETER].contains(&self.description.as_str())
    }
}

/// A field that is accepted but should not have been sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Notice {
    /// `deprecated_field` or `empty_object`.
    pub(super) rule: &'static str,
    /// Its path.
    pub(super) field: String,
}

/// All that a check found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Findings {
    /// What is refused.
    pub(super) refused: Vec<FieldFault>,
    /// What is noted.
    pub(super) noted: Vec<Notice>,
}

impl Findings {
    /// Whether any refusal is the gateway's.
    pub(super) fn at_gateway(&self) -> bool {
        self.refused.iter().any(|finding| finding.gateway)
    }

    /// Refuses for a reason that no table holds (`value` is not repeated).
    pub(super) fn refuse(&mut self, field: &str, description: &str, gateway: bool) {
        let (field, description) = (field.to_owned(), description.to_owned());
        self.refused.push(FieldFault { field, value: String::new(), description, gateway });
    }
}

/// Checks a whole body.
pub(super) fn check(object: &Map<String, Value>, fields: &'static [Field]) -> Findings {
    let mut findings = Findings::default();
    walk(object, fields, "", &mut findings);
    findings
}

/// Checks the query against the parameters that the call has, each with its choices (none: any value).
pub(super) fn check_query(
    query: &[(String, String)],
    known: &[(&str, &[&str])],
    findings: &mut Findings,
) {
    for (name, value) in query {
        let Some((_, choices)) = known.iter().find(|(known, _)| known == name) else {
            findings.refuse(name, UNKNOWN_PARAMETER, true);
            continue;
        };
        if !choices.is_empty() && !choices.contains(&value.as_str()) {
            findings.refuse(name, &format!("must be one of {}", choices.join(", ")), true);
        }
    }
}

fn walk(object: &Map<String, Value>, fields: &'static [Field], at: &str, findings: &mut Findings) {
    for (name, value) in object {
        let path = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
        let Some(field) = fields.iter().find(|field| field.name == name) else {
            push(findings, path, value, UNKNOWN_FIELD, true);
            continue;
        };
        match field.need {
            Need::Required | Need::Optional => {}
            Need::Deprecated => {
                findings.noted.push(Notice { rule: "deprecated_field", field: path.clone() });
            }
            Need::Invalid => {
                push(findings, path, value, "not valid at this level", false);
                continue;
            }
        }
        shape(value, &field.shape, path, findings);
    }
    for field in fields.iter().filter(|field| field.need == Need::Required) {
        if !object.contains_key(field.name) {
            let path =
                if at.is_empty() { field.name.to_owned() } else { format!("{at}.{}", field.name) };
            push(findings, path, &Value::Null, "required", true);
        }
    }
}

fn shape(value: &Value, shape: &'static Shape, path: String, findings: &mut Findings) {
    match shape {
        Shape::Object(fields) => object(value, fields, path, findings),
        Shape::List(fields, most) => list(value, *most, path, findings, |item, path, findings| {
            object(item, fields, path, findings);
        }),
        Shape::Grid(fields) => list(value, usize::MAX, path, findings, |row, path, findings| {
            list(row, usize::MAX, path, findings, |item, path, findings| {
                object(item, fields, path, findings);
            });
        }),
        Shape::Texts(most) => each(value, *most, &Shape::Text, path, findings),
        Shape::Ids(most) => each(value, *most, &Shape::Id, path, findings),
        Shape::DigitsList(most) => each(value, *most, &Shape::Digits, path, findings),
        Shape::True | Shape::Flag => match value {
            Value::Bool(true) => {}
            Value::Bool(false) if matches!(shape, Shape::Flag) => {}
            Value::Bool(false) => push(findings, path, value, "must be true", false),
            Value::Null
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => {
                push(findings, path, value, "must be a boolean", true);
            }
        },
        Shape::Choice(choices) => {
            integer(value, path, findings, |n| choices.contains(&n), "not one of the choices");
        }
        Shape::Choices(choices, most) => {
            list(value, *most, path, findings, |item, path, findings| {
                integer(item, path, findings, |n| choices.contains(&n), "not one of the choices");
            });
        }
        Shape::Percent => {
            integer(value, path, findings, |n| (0..=100).contains(&n), "must be from 0 to 100");
        }
        Shape::Text
        | Shape::Id
        | Shape::Digits
        | Shape::Mobile
        | Shape::Email
        | Shape::Place(_)
        | Shape::Millis
        | Shape::Date
        | Shape::Midnight
        | Shape::Word(_)
        | Shape::OneOf(_) => match value.as_str() {
            None => push(findings, path, value, "must be a string", true),
            Some(text) if text.trim().is_empty() => {
                push(findings, path, value, "must not be empty", false);
            }
            Some(text) => {
                if let Some(wrong) = forms::wrong(text, shape) {
                    push(findings, path, value, wrong, false);
                }
            }
        },
    }
}

fn object(value: &Value, fields: &'static [Field], path: String, findings: &mut Findings) {
    let Some(object) = value.as_object() else {
        push(findings, path, value, "must be an object", true);
        return;
    };
    if object.is_empty() {
        findings.noted.push(Notice { rule: "empty_object", field: path.clone() });
    }
    walk(object, fields, &path, findings);
}

fn list(
    value: &Value,
    most: usize,
    path: String,
    findings: &mut Findings,
    item: impl Fn(&Value, String, &mut Findings),
) {
    let Some(items) = value.as_array() else {
        push(findings, path, value, "must be a list", true);
        return;
    };
    if items.len() > most {
        let description = format!("has {} entries, at most {most} are allowed", items.len());
        push(findings, path, &Value::Null, &description, true);
        return;
    }
    for (at, value) in items.iter().enumerate() {
        item(value, format!("{path}[{at}]"), findings);
    }
}

fn each(value: &Value, most: usize, of: &'static Shape, path: String, findings: &mut Findings) {
    list(value, most, path, findings, |item, path, findings| {
        shape(item, of, path, findings);
    });
}

fn integer(
    value: &Value,
    path: String,
    findings: &mut Findings,
    fits: impl Fn(i64) -> bool,
    wrong: &'static str,
) {
    match value.as_i64() {
        None => push(findings, path, value, "must be an integer", true),
        Some(n) if fits(n) => {}
        Some(_) => push(findings, path, value, wrong, false),
    }
}

fn push(findings: &mut Findings, field: String, value: &Value, description: &str, gateway: bool) {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    };
    let value = text.chars().take(100).collect();
    findings.refused.push(FieldFault {
        field,
        value,
        description: description.to_owned(),
        gateway,
    });
}
