//! Talents: `POST hire/v1/talents/combined_create`, and what makes two of them one person.
//!
//! Must *not* know about windows, faults or tokens: `desk` has passed those already.

use serde_json::{Map, Value, json};

use super::behaviour::{Behaviour, DuplicateTalent, References, Required};
use super::call::{Call, GATEWAY, Reply, object_of};
use super::endpoint::Endpoint;
use super::existing;
use super::fields;
use super::memory::Core;
use super::state::Entry;
use super::strict::{self, Findings};

/// Hire: a parameter's value is wrong.
const BAD_PARAMETER: i64 = 1_002_002;
/// Hire: the talent exists.
const TALENT_EXISTS: i64 = 1_002_105;
/// Mainland China as a location code, and its dial code: the only pair that the documents name.
pub(super) const CHINA: (&str, &str) = ("CN_1", "86");

/// `POST hire/v1/talents/combined_create`.
pub(super) fn create(behaviour: &Behaviour, core: &mut Core, call: &Call, now: i64) -> Reply {
    let body = match object_of(call) {
        Ok(body) => body,
        Err(refusal) => return refusal,
    };
    let mut findings = strict::check(&body, fields::TALENT);
    strict::check_query(&call.query, fields::TALENT_QUERY, &mut findings);
    let user_id_type = call.param("user_id_type").unwrap_or("open_id");
    let creator = body.get("creator_id").and_then(Value::as_str);
    if creator.is_some_and(|id| !strict_id_type(user_id_type, id)) {
        findings.refuse("creator_id", "does not fit user_id_type", false);
    }
    if behaviour.references == References::Exist
        && let Some(field) = existing::no_country(&body)
    {
        findings.refuse(field, "no such country", false);
    }
    if behaviour.required == Required::Enforced
        && let Some(field) = existing::lacking(&behaviour.company(), &body)
    {
        findings.refuse(&field, "the tenant requires it", false);
    }
    if let Some(refusal) = refusal(core, call.endpoint, &findings) {
        return refusal;
    }
    let keys = keys_of(&body);
    let existing = core.store.talent_with(&keys).map(|talent| talent.id.clone());
    let (id, entry) = match (existing, behaviour.duplicate_talent) {
        (Some(_), DuplicateTalent::Refuse) => {
            return Reply::error(400, TALENT_EXISTS, "duplicate talent");
        }
        (Some(id), DuplicateTalent::Merge) => {
            let entry = Entry::Merge { id: id.parse().unwrap_or_default(), keys };
            (id, entry)
        }
        (Some(_), DuplicateTalent::MakeAnother) | (None, _) => {
            let entry = made(core.store.next_id(), &body, keys, 1, now);
            (core.store.next_id().to_string(), entry)
        }
    };
    if let Err(error) = core.commit(entry) {
        return Reply::error(500, 1_002_001, format!("system error: {error}"));
    }
    let mut data = json!({ "talent_id": id });
    if let Some(creator) = creator {
        data["creator_id"] = Value::from(creator);
    }
    data["creator_account_type"] =
        body.get("creator_account_type").cloned().unwrap_or_else(|| Value::from(3));
    Reply::data(&data)
}

/// The entry for a new talent.
pub(super) fn made(
    id: u64,
    body: &Map<String, Value>,
    keys: Vec<String>,
    creates: u64,
    at: i64,
) -> Entry {
    let name = text_at(body, "name").unwrap_or_default().to_owned();
    Entry::Talent { id, name, keys, body: Value::Object(body.clone()), creates, at }
}

/// The keys of a body, normalised: ID document, mobile, e-mail.
pub(super) fn keys_of(body: &Map<String, Value>) -> Vec<String> {
    let mut keys = Vec::new();
    let document = body.get("basic_info").and_then(|info| info.get("identification"));
    let kind =
        document.and_then(|document| document.get("identification_type")).and_then(Value::as_i64);
    let number =
        document.and_then(|document| document.get("identification_number")).and_then(Value::as_str);
    if let (Some(kind), Some(number)) = (kind, number) {
        keys.push(format!("id:{kind}:{}", number.to_ascii_uppercase()));
    }
    if let Some(mobile) = text_at(body, "mobile") {
        let country = text_at(body, "mobile_country_code").unwrap_or(CHINA.0);
        keys.push(format!("mobile:{country}:{mobile}"));
    }
    if let Some(email) = text_at(body, "email") {
        keys.push(format!("email:{}", email.to_lowercase()));
    }
    keys
}

fn text_at<'a>(body: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    body.get("basic_info")?.get(name)?.as_str()
}

/// Whether a user id has the form of its type (`ou_…`, `on_…`; the others have no certain form).
pub(super) fn strict_id_type(user_id_type: &str, id: &str) -> bool {
    match user_id_type {
        "open_id" => id.starts_with("ou_"),
        "union_id" => id.starts_with("on_"),
        _ => !id.is_empty(),
    }
}

/// Notes what is noted and builds the refusal, if there is one.
pub(super) fn refusal(core: &mut Core, at: Endpoint, findings: &Findings) -> Option<Reply> {
    core.note(at, &findings.noted);
    if findings.refused.is_empty() {
        return None;
    }
    let number = if findings.at_gateway() { GATEWAY } else { BAD_PARAMETER };
    Some(Reply::field_violations(number, &findings.refused))
}
