//! What a read of reference data asks for: parameters and body, checked by its page's table, and a page of the answer.
//!
//! Must *not* know the company, nor what a read finds.

use serde_json::{Map, Value, json};

use super::super::call::{Call, GATEWAY, Reply, object_of};
use super::super::strict::{self, Findings};
use super::page::{Page, Paging, Reference};

/// A read whose form is right.
pub(crate) struct Asked<'c> {
    pub(crate) call: &'c Call,
    page: &'static Page,
    body: Map<String, Value>,
    /// Where the answer begins, and how much of it was asked for; all of it where the read has no pages.
    from: usize,
    size: usize,
    /// The day in China, `YYYY-MM-DD`.
    pub(crate) today: String,
}

/// A read that is refused, with the names that no page knows.
pub(crate) struct Wrong {
    pub(crate) reply: Reply,
    pub(crate) unknown: Vec<String>,
}

impl<'c> Asked<'c> {
    /// Reads a call as its page has it.
    pub(crate) fn of(read: Reference, call: &'c Call, today: String) -> Result<Self, Wrong> {
        let page = read.page();
        let (body, mut findings) = match page.body {
            None => (Map::new(), Findings::default()),
            Some(fields) => match object_of(call) {
                Ok(body) => {
                    let findings = strict::check(&body, fields);
                    (body, findings)
                }
                Err(reply) => return Err(Wrong { reply, unknown: Vec::new() }),
            },
        };
        let mut known = page.query.to_vec();
        if !matches!(page.paging, Paging::Whole) {
            known.extend([("page_size", &[] as &[&str]), ("page_token", &[])]);
        }
        strict::check_query(&call.query, &known, &mut findings);
        let size = size_of(page, call, &mut findings);
        let mut asked = Self { call, page, body, from: 0, size, today };
        if let Some(token) = call.param("page_token") {
            match asked.start_of(token) {
                Some(from) => asked.from = from,
                None => findings.refuse("page_token", "not a token of this list", true),
            }
        }
        match asked.refusal(&findings) {
            None => Ok(asked),
            Some(wrong) => Err(wrong),
        }
    }

    fn refusal(&self, findings: &Findings) -> Option<Wrong> {
        if findings.refused.is_empty() {
            return None;
        }
        let code = if findings.at_gateway() { GATEWAY } else { self.page.bad.unwrap_or(GATEWAY) };
        let unknown = findings.refused.iter().filter(|finding| finding.is_unknown());
        let unknown = unknown.map(|finding| finding.field.clone()).collect();
        Some(Wrong { reply: Reply::field_violations(code, &findings.refused), unknown })
    }

    /// The page's refusal of a value that has the right form.
    pub(crate) fn bad(&self, what: &str) -> Reply {
        Reply::error(400, self.page.bad.unwrap_or(GATEWAY), format!("Param is invalid: {what}"))
    }

    /// A text of the body that is not empty.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.body.get(name).and_then(Value::as_str)
    }

    /// A truth value of the body.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.body.get(name).and_then(Value::as_bool)
    }

    /// The texts of a list of the body; none where it is absent or empty.
    pub(crate) fn texts(&self, name: &str) -> Vec<&str> {
        self.body
            .get(name)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }

    /// An integer of the body.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.body.get(name).and_then(Value::as_i64)
    }

    /// The integers of a list of the body.
    pub(crate) fn numbers(&self, name: &str) -> Vec<i64> {
        let list = self.body.get(name).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_i64).collect()
    }

    /// The whole body.
    pub(crate) fn body(&self) -> &Map<String, Value> {
        &self.body
    }

    /// A query parameter that comes once for each of its values.
    pub(crate) fn params(&self, name: &str) -> Vec<&str> {
        let own = self.call.query.iter().filter(|(own, value)| own == name && !value.is_empty());
        own.map(|(_, value)| value.as_str()).collect()
    }

    /// Whether a list of the body says nothing, or names one of these.
    pub(crate) fn allows(&self, name: &str, own: &[&str]) -> bool {
        let wanted = self.texts(name);
        wanted.is_empty() || own.iter().any(|own| wanted.contains(own))
    }

    /// The `user_id_type` that holds.
    pub(crate) fn user_id_type(&self) -> &str {
        self.call.param("user_id_type").unwrap_or(self.page.ids.0)
    }

    /// The `department_id_type` that holds.
    pub(crate) fn department_id_type(&self) -> &str {
        self.call.param("department_id_type").unwrap_or(self.page.ids.1)
    }

    /// Answers the page of `found` that was asked for.
    pub(crate) fn list<T>(&self, found: &[T], wire: impl Fn(&T) -> Value) -> Reply {
        let items: Vec<Value> = found.iter().skip(self.from).take(self.size).map(wire).collect();
        if matches!(self.page.paging, Paging::Whole) {
            return Reply::data(&json!({ "items": items }));
        }
        let next = self.from.saturating_add(self.size);
        let mut data = json!({ "items": items, "has_more": next < found.len() });
        if next < found.len() {
            data["page_token"] = Value::from(self.token(next));
        }
        Reply::data(&data)
    }

    /// The token of the page that starts there: it belongs to this call with these filters.
    fn token(&self, from: usize) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.page.label.as_bytes());
        hasher.update(&from.to_le_bytes());
        hasher.update(&self.call.body);
        for (name, value) in self.call.query.iter().filter(|(name, _)| !name.starts_with("page_")) {
            hasher.update(name.as_bytes());
            hasher.update(value.as_bytes());
        }
        let mark = hasher.finalize().to_hex();
        format!("{}{from:x}", mark.get(..16).unwrap_or_default())
    }

    fn start_of(&self, token: &str) -> Option<usize> {
        let from = usize::from_str_radix(token.get(16..)?, 16).ok()?;
        (self.token(from) == token).then_some(from)
    }
}

fn size_of(page: &Page, call: &Call, findings: &mut Findings) -> usize {
    let (absent, most) = match page.paging {
        Paging::Whole => return usize::MAX,
        Paging::Required(most) => (None, most),
        Paging::Default(size, most) => (Some(size), most),
    };
    let size = match (call.param("page_size"), absent) {
        (None, Some(size)) => return size.min(most),
        (None, None) => None,
        (Some(text), _) => text.parse::<usize>().ok().filter(|size| (1..=most).contains(size)),
    };
    size.unwrap_or_else(|| {
        findings.refuse("page_size", &format!("an integer from 1 to {most}"), true);
        1
    })
}
