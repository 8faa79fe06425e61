//! Job data: `POST corehr/v1/job_datas`, with its `client_token`.
//!
//! Must *not* know about windows, faults or access tokens: `desk` has passed those already.

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::behaviour::{Behaviour, References, TokenMode};
use super::call::{Call, GATEWAY, Reply, object_of};
use super::memory::Core;
use super::state::{Entry, JobRow};
use super::strict::{self, Findings};
use super::talents::strict_id_type;
use super::{existing, fields, forms};

/// CoreHR: the referenced record is gone.
const DELETED: i64 = 1_160_003;
/// CoreHR: the `client_token` was seen before.
const REPEATED: i64 = 1_160_004;
/// CoreHR: the shares of the cost centres are not 100.
const SHARES: i64 = 1_160_019;
/// CoreHR: unknown error.
const UNKNOWN: i64 = 1_160_999;

/// Default of `user_id_type` at this call.
pub(super) const USER_ID_TYPE: &str = "people_corehr_id";
/// Default of `department_id_type` at this call.
pub(super) const DEPARTMENT_ID_TYPE: &str = "people_corehr_department_id";

/// `POST corehr/v1/job_datas`.
pub(super) fn create(behaviour: &Behaviour, core: &mut Core, call: &Call, now: i64) -> Reply {
    let body = match object_of(call) {
        Ok(body) => body,
        Err(refusal) => return refusal,
    };
    let digest = digest(call);
    if let Some(token) = call.param("client_token") {
        if let Some(reply) = repeated(behaviour, core, call, token, &digest, now) {
            return reply;
        }
    } else {
        core.violation(
            call.endpoint,
            "no_client_token",
            "an empty client_token makes every repeat a new record",
        );
    }
    if let Err(refusal) = accept(behaviour, core, call, &body) {
        burn(behaviour, core, call, now);
        return refusal;
    }
    let row = JobRow {
        id: core.store.next_id(),
        user_id_type: call.param("user_id_type").unwrap_or(USER_ID_TYPE).to_owned(),
        department_id_type: call
            .param("department_id_type")
            .unwrap_or(DEPARTMENT_ID_TYPE)
            .to_owned(),
        employment_id: body
            .get("employment_id")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        client_token: call.param("client_token").map(str::to_owned),
        digest,
        body: Value::Object(body),
        at: now,
    };
    let data = answer(&row);
    match core.commit(Entry::JobData(Box::new(row))) {
        Ok(()) => Reply::data(&data),
        Err(error) => Reply::error(500, UNKNOWN, format!("unknown error: {error}")),
    }
}

/// What a token that was seen before brings; `None` where the request counts as new.
fn repeated(
    behaviour: &Behaviour,
    core: &mut Core,
    call: &Call,
    token: &str,
    digest: &str,
    now: i64,
) -> Option<Reply> {
    let seen = core.store.token(token)?.clone();
    if seen.digest != digest {
        core.violation(
            call.endpoint,
            "token_for_other_body",
            "a client_token came again with other bytes",
        );
    }
    let refusal = Reply::error(400, REPEATED, "request ID repeat");
    match behaviour.token_mode {
        TokenMode::Refuse => Some(refusal),
        TokenMode::Replay => {
            let row = seen.made.and_then(|at| core.store.job_data.get(at))?;
            Some(Reply::data(&answer(row)))
        }
        TokenMode::ForgetAfter(after) => (age(now, seen.at) < after).then_some(refusal),
    }
}

fn age(now: i64, at: i64) -> Duration {
    Duration::from_millis(u64::try_from(now.saturating_sub(at)).unwrap_or(0))
}

/// Uses up the token of a request that failed, where the behaviour says so.
pub(super) fn burn(behaviour: &Behaviour, core: &mut Core, call: &Call, now: i64) {
    let Some(token) = call.param("client_token") else {
        return;
    };
    if !behaviour.burn_failed_tokens || core.store.token(token).is_some() {
        return;
    }
    let entry = Entry::Burnt { client_token: token.to_owned(), digest: digest(call), at: now };
    // A log that cannot be written shows at the next create; this request has failed already.
    let _ = core.commit(entry);
}

fn digest(call: &Call) -> String {
    blake3::hash(&call.body).to_hex().to_string()
}

/// All the checks of one request.
fn accept(
    behaviour: &Behaviour,
    core: &mut Core,
    call: &Call,
    body: &Map<String, Value>,
) -> Result<(), Reply> {
    let mut findings = strict::check(body, fields::JOB_DATA);
    strict::check_query(&call.query, fields::JOB_DATA_QUERY, &mut findings);
    if call.param("client_token").is_some_and(|token| !forms::is_uuid_v4(token)) {
        findings.refuse("client_token", "must be a UUID of version 4", true);
    }
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    check_ids(call, text("employment_id"), text("department_id"), &mut findings);
    // Both have the same form, so text order is time order.
    if let (Some(from), Some(to)) = (text("effective_time"), text("expiration_time"))
        && to <= from
    {
        findings.refuse("expiration_time", "must be after effective_time", false);
    }
    core.note(call.endpoint, &findings.noted);
    if !findings.refused.is_empty() {
        return Err(Reply::field_violations(GATEWAY, &findings.refused));
    }
    if let Some(shares) = body.get("cost_center_rate").and_then(Value::as_array) {
        let sum: i64 = shares.iter().filter_map(|share| share.get("rate")?.as_i64()).sum();
        if sum != 100 {
            return Err(Reply::error(
                400,
                SHARES,
                "The sum of cost center apportionment ratio should be 100.",
            ));
        }
    }
    let employment = text("employment_id").unwrap_or_default();
    if !behaviour.employs(employment) {
        return Err(Reply::error(400, DELETED, "record is deleted by others"));
    }
    match strange(behaviour, core, call, body) {
        None => Ok(()),
        // No code of the page says "no such id"; this one says that a record is not there.
        Some(name) => {
            Err(Reply::error(400, DELETED, format!("record is deleted by others: {name}")))
        }
    }
}

/// The first field that names nothing which the tenant holds, where that is asked for.
fn strange(
    behaviour: &Behaviour,
    core: &Core,
    call: &Call,
    body: &Map<String, Value>,
) -> Option<&'static str> {
    if behaviour.references == References::Any {
        return None;
    }
    let department_id_type = call.param("department_id_type").unwrap_or(DEPARTMENT_ID_TYPE);
    existing::stranger(&behaviour.company(), &core.store.job_data, body, department_id_type)
}

fn check_ids(
    call: &Call,
    employment: Option<&str>,
    department: Option<&str>,
    findings: &mut Findings,
) {
    let user_id_type = call.param("user_id_type").unwrap_or(USER_ID_TYPE);
    if employment.is_some_and(|id| !strict_id_type(user_id_type, id)) {
        findings.refuse("employment_id", "does not fit user_id_type", false);
    }
    let open = call.param("department_id_type") == Some("open_department_id");
    if open && department.is_some_and(|id| !id.starts_with("od-")) {
        findings.refuse("department_id", "does not fit department_id_type", false);
    }
}

/// `data` of a successful create.
fn answer(row: &JobRow) -> Value {
    json!({ "job_data": record(row, false) })
}

/// A record as the v1 pages show it. The answer of a create leaves `position_id` out.
pub(super) fn record(row: &JobRow, with_position: bool) -> Value {
    let mut record = json!({ "id": row.id.to_string(), "version_id": (row.id + 1).to_string() });
    for (name, value) in row.body.as_object().into_iter().flatten() {
        if name != "position_id" || with_position {
            record[name.as_str()] = with_display(value);
        }
    }
    record
}

/// An enum object gets its `display`; anything else stays as it is.
pub(super) fn with_display(value: &Value) -> Value {
    let Some(name) = value.get("enum_name") else {
        return value.clone();
    };
    json!({ "enum_name": name, "display": [{ "lang": "zh-CN", "value": name }] })
}
