//! Finding employees: `POST corehr/v2/employees/batch_get`.
//!
//! Must *not* change anything. The page: returned are those within the app's data range that have been onboarded; who is
//! not in the answer may exist all the same.

use serde_json::{Map, Value, json};

use super::behaviour::{Behaviour, Hidden};
use super::call::{Call, GATEWAY, Reply, object_of};
use super::company::Employee;
use super::company::ids::Ids;
use super::fields;
use super::moment::today;
use super::reference::people::{self, View};
use super::strict;
use super::talents::strict_id_type;

/// CoreHR: parameters.
const BAD_PARAMETER: i64 = 1_160_102;
/// CoreHR: some of the employees are outside of the app's data range.
pub(super) const NOT_VISIBLE: i64 = 1_160_104;
/// The page's default of `user_id_type`.
const USER_ID_TYPE: &str = "open_id";
/// The page's default of `department_id_type`.
const DEPARTMENT_ID_TYPE: &str = "open_department_id";

/// `POST corehr/v2/employees/batch_get`. Of the three lists only the first that is not empty counts; of whom
/// the company does not know the sandbox knows employments alone. Without `fields` only `employment_id` is returned.
pub(super) fn find(behaviour: &Behaviour, call: &Call, now: i64) -> Reply {
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
    let fields: Vec<&str> = texts(&body, "fields").collect();
    if let Some(path) = people::stranger(&fields) {
        return Reply::error(400, BAD_PARAMETER, format!("Param is invalid: fields: {path}"));
    }
    let company = behaviour.company();
    let day = today(now);
    let view = View {
        user_id_type,
        department_id_type: call.param("department_id_type").unwrap_or(DEPARTMENT_ID_TYPE),
        fields: &fields,
        today: &day,
    };
    let shown =
        |own: &Employee| (!behaviour.hides(&own.id)).then(|| people::shown(&company, own, &view));
    let whose = |test: &dyn Fn(&Employee) -> bool| company.employees.iter().find(|own| test(own));
    let ids = Ids::of(user_id_type, company.employees.iter().map(|own| own.id.as_str()));
    let items: Vec<Value> = if texts(&body, lists[0]).next().is_some() {
        let seen = seen.into_iter().filter(|id| strict_id_type(user_id_type, id));
        seen.filter(|id| behaviour.employs(id))
            .map(|id| {
                let known = ids.core(id).and_then(|id| company.employee(id)).and_then(shown);
                known.unwrap_or_else(|| stranger(id, !fields.is_empty()))
            })
            .collect()
    } else if texts(&body, lists[1]).next().is_some() {
        texts(&body, lists[1]).filter_map(|id| shown(whose(&|own| own.person == id)?)).collect()
    } else {
        texts(&body, lists[2])
            .filter_map(|email| shown(whose(&|own| own.email == email)?))
            .collect()
    };
    Reply::data(&json!({ "items": items }))
}

/// Somebody of whom the company does not know: who is asked for by a right id exists all the same.
fn stranger(id: &str, more: bool) -> Value {
    if more {
        json!({ "employment_id": id, "employment_id_v2": id })
    } else {
        json!({ "employment_id": id })
    }
}

fn texts<'v>(body: &'v Map<String, Value>, name: &str) -> impl Iterator<Item = &'v str> {
    body.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}
