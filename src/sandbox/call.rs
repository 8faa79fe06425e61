//! One request and one answer as the sandbox sees them: plain data between `server` and the rest.
//!
//! Must *not* know axum, connections or time.

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::endpoint::Endpoint;
use super::strict::FieldFault;

/// A request that arrived whole.
#[derive(Debug, Clone)]
pub(super) struct Call {
    /// Which call it is.
    pub(super) endpoint: Endpoint,
    /// Last segment of the path (the `talent_id` of `TalentGet`).
    pub(super) tail: String,
    /// Query parameters in order, decoded.
    pub(super) query: Vec<(String, String)>,
    /// `Content-Type`, if it is text.
    pub(super) content_type: Option<String>,
    /// `Authorization`, if it is text.
    pub(super) authorization: Option<String>,
    /// The body.
    pub(super) body: Vec<u8>,
}

impl Call {
    /// The first query parameter of this name that is not empty.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// `true` for `application/json; charset=utf-8`, the documents' fixed value, whatever its case and spaces.
    pub(super) fn is_json_utf8(&self) -> bool {
        let Some(text) = &self.content_type else {
            return false;
        };
        let text: String = text.chars().filter(|c| *c != ' ' && *c != '"').collect();
        text.eq_ignore_ascii_case("application/json;charset=utf-8")
    }
}

/// An answer, and how it gets to the client.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reply {
    /// HTTP status.
    pub(super) http: u16,
    /// Further headers.
    pub(super) headers: Vec<(&'static str, String)>,
    /// What it says.
    pub(super) body: Body,
    /// How it travels.
    pub(super) delivery: Delivery,
}

/// What an answer says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Body {
    /// The API's own.
    Json(Value),
    /// A proxy's.
    Html(&'static str),
    /// Nothing.
    Empty,
}

/// How an answer travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delivery {
    /// Whole, at once.
    Whole,
    /// Not at all: the connection closes without a byte.
    Dropped,
    /// Half of it, then the connection closes.
    Cut,
    /// Whole, this much later.
    Late(Duration),
    /// Not at all, and the connection stays open.
    Never,
}

impl Reply {
    /// HTTP 200, code 0, `data`.
    pub(super) fn data(data: &Value) -> Self {
        Self::json(200, json!({"code": 0, "msg": "success", "data": data}))
    }

    /// An answer of the API with any body.
    pub(super) fn json(http: u16, body: Value) -> Self {
        Self { http, headers: Vec::new(), body: Body::Json(body), delivery: Delivery::Whole }
    }

    /// An error of the API. The log id is added when the answer leaves.
    pub(super) fn error(http: u16, code: i64, msg: impl Into<String>) -> Self {
        Self::json(http, json!({"code": code, "msg": msg.into(), "error": {}}))
    }

    /// The gateway's refusal of fields: HTTP 400, code 99992402, each finding in `error.field_violations`.
    pub(super) fn field_violations(code: i64, findings: &[FieldFault]) -> Self {
        let listed: Vec<Value> = findings
            .iter()
            .map(|f| json!({"field": f.field, "value": f.value, "description": f.description}))
            .collect();
        let named: Vec<String> =
            findings.iter().map(|f| format!("{}: {}", f.field, f.description)).collect();
        let what = if code == GATEWAY { "field validation failed" } else { "invalid parameter" };
        let msg = format!("{what}: {}", named.join("; "));
        Self::json(400, json!({"code": code, "msg": msg, "error": {"field_violations": listed}}))
    }

    /// The gateway's refusal of a call for which the app has no scope, with those of which one would do.
    pub(super) fn no_scope(scopes: &[&str]) -> Self {
        let msg = format!(
            "Access denied. One of the following scopes is required: [{}].",
            scopes.join(", ")
        );
        let violation = |scope: &&str| json!({"type": "action_scope_required", "subject": scope});
        let violations: Vec<Value> = scopes.iter().map(violation).collect();
        let error = json!({"permission_violations": violations});
        Self::json(400, json!({"code": NO_SCOPE, "msg": msg, "error": error}))
    }

    /// The refusal of a window or of an injected throttle.
    pub(super) fn throttled(http: u16, limit: u32, reset: Option<u64>) -> Self {
        let mut reply = Self::error(http, THROTTLED, "request trigger frequency limit");
        if let Some(reset) = reset {
            reply.headers.push(("x-ogw-ratelimit-limit", limit.to_string()));
            reply.headers.push(("x-ogw-ratelimit-reset", reset.to_string()));
        }
        reply
    }

    /// A proxy's page, or nothing at all.
    pub(super) fn bare(http: u16, body: Body) -> Self {
        Self { http, headers: Vec::new(), body, delivery: Delivery::Whole }
    }

    /// The same answer, travelling otherwise.
    pub(super) fn by(mut self, delivery: Delivery) -> Self {
        self.delivery = delivery;
        self
    }

    /// `code` and `msg` of the API's own answers.
    pub(super) fn code(&self) -> Option<(i64, &str)> {
        let Body::Json(body) = &self.body else {
            return None;
        };
        Some((body.get("code")?.as_i64()?, body.get("msg")?.as_str()?))
    }

    /// Puts the log id where the API has it: a header always, `error.log_id` in errors. A proxy's page has none.
    pub(super) fn stamp(&mut self, log_id: &str) {
        let Body::Json(body) = &mut self.body else {
            return;
        };
        self.headers.push(("x-tt-logid", log_id.to_owned()));
        if let Some(error) = body.get_mut("error").and_then(Value::as_object_mut) {
            error.insert("log_id".to_owned(), Value::from(log_id));
        }
    }
}

/// Gateway: the fields do not fit.
pub(super) const GATEWAY: i64 = 99_992_402;
/// Gateway: the body is no JSON.
pub(super) const NO_JSON: i64 = 9499;
/// Gateway: the app has no scope for the call.
pub(super) const NO_SCOPE: i64 = 99_991_672;
/// Gateway: too many requests.
pub(super) const THROTTLED: i64 = 99_991_400;

/// The JSON object of a request, or the gateway's refusal.
pub(super) fn object_of(call: &Call) -> Result<Map<String, Value>, Reply> {
    if !call.is_json_utf8() {
        let finding = FieldFault {
            field: "Content-Type".to_owned(),
            value: call.content_type.clone().unwrap_or_default(),
            description: "must be application/json; charset=utf-8".to_owned(),
            gateway: true,
        };
        return Err(Reply::field_violations(GATEWAY, &[finding]));
    }
    match serde_json::from_slice::<Value>(&call.body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) | Err(_) => Err(Reply::error(400, NO_JSON, "the request body is not a JSON object")),
    }
}
