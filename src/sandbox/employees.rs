//! Finding employees: `POST corehr/v2/employees/batch_get`.
//!
//! Must *not* change anything. The page: returned are those within the app's data range that have been onboarded; who is
//! not in the answer may exist all the same.

use serde_json::{Map, Value, json};

use super::behaviour::{Behaviour, Hidden};
use super::call::{Call, GATEWAY, Reply, object_of};
use super::fields;
use super::strict;
use super::talents::strict_id_type;

/// CoreHR: parameters.
const BAD_PARAMETER: i64 = 1_160_102;
/// CoreHR: some of the employees are outside of the app's data range.
pub(super) const NOT_VISIBLE: i64 = 1_160_104;
/// The page's default of `user_id_type`.
const USER_ID_TYPE: &str = "open_id";

/// `POST corehr/v2/employees/batch_get`. Of the three lists only the first that is not empty counts; the sandbox knows
/// employments alone, so that the other two find nobody. Without `fields` only `employment_id` is returned.
pub(super) fn find(behaviour: &Behaviour, call: &Call) -> Reply {
    let body = match object_of(call) {
        Ok(body) => body,
        Err(refusal) => return refusal,
    };
    let mut findings = strict::check(&body, fields::EMPLOYEE_FIND);
    strict::check_query(&call.query, fields::EMPLOYEE_FIND_QUERY, &mut findings);
    if !findings.refused.is_empty() {
        return Reply::field_violations(GATEWAY, &findings.refused);
    }
    let lists = ["employment_ids", "person_ids", "work_emails"];
    if lists.iter().all(|name| texts(&body, name).next().is_none()) {
        return Reply::error(400, BAD_PARAMETER, "Param is invalid");
    }
    let (hidden, seen): (Vec<&str>, Vec<&str>) =
        texts(&body, lists[0]).partition(|id| behaviour.hides(id));
    if behaviour.hidden == Hidden::Refuse && !hidden.is_empty() {
        let msg = format!("No authority error: {}", hidden.join(","));
        return Reply::error(403, NOT_VISIBLE, msg);
    }
    let user_id_type = call.param("user_id_type").unwrap_or(USER_ID_TYPE);
    let more = texts(&body, "fields").next().is_some();
    let items: Vec<Value> = seen
        .into_iter()
        .filter(|id| strict_id_type(user_id_type, id) && behaviour.employs(id))
        .map(|id| {
            if more {
                json!({ "employment_id": id, "employment_id_v2": id })
            } else {
                json!({ "employment_id": id })
            }
        })
        .collect();
    Reply::data(&json!({ "items": items }))
}

fn texts<'v>(body: &'v Map<String, Value>, name: &str) -> impl Iterator<Item = &'v str> {
    body.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}
