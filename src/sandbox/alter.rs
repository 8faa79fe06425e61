//! A create of which one field is kept otherwise than it was sent, as if the tenant took it for something else.
//!
//! Must *not* know who asks for it.

use serde_json::Value;

use super::call::Call;
use super::endpoint::Endpoint;

/// The request with one field changed; as it is where it creates nothing.
pub(super) fn altered(call: &Call) -> Call {
    let mut call = call.clone();
    let change = match call.endpoint {
        Endpoint::TalentCreate => talent,
        Endpoint::JobDataCreate => job_data,
        Endpoint::Token
        | Endpoint::TalentFind
        | Endpoint::TalentGet
        | Endpoint::JobDataList
        | Endpoint::JobDataFind
        | Endpoint::EmployeeFind
        | Endpoint::Reference(_) => return call,
    };
    if let Ok(mut body) = serde_json::from_slice::<Value>(&call.body) {
        change(&mut body);
        call.body = body.to_string().into_bytes();
    }
    call
}

/// The birthday a day early (a time zone taken wrong), else the gender, else the name cut short.
fn talent(body: &mut Value) {
    let Some(info) = body.get_mut("basic_info") else { return };
    let day = |at: &Value| at.as_str()?.parse::<i64>().ok()?.checked_sub(86_400_000);
    if let Some(before) = info.get("birthday").and_then(day) {
        info["birthday"] = Value::from(before.to_string());
    } else if let Some(gender) = info.get("gender").and_then(Value::as_i64) {
        info["gender"] = Value::from(if gender == 1 { 2 } else { 1 });
    } else if let Some(name) = info.get("name").and_then(Value::as_str) {
        let mut cut: Vec<char> = name.chars().collect();
        cut.pop();
        info["name"] = Value::from(cut.into_iter().collect::<String>());
    }
}

/// The last digit of the type of employee.
fn job_data(body: &mut Value) {
    let Some(id) = body.get("employee_type_id").and_then(Value::as_str) else { return };
    let other = if id.ends_with('1') { '2' } else { '1' };
    let mut changed: String = id.to_owned();
    changed.pop();
    changed.push(other);
    body["employee_type_id"] = Value::from(changed);
}
