//! Reading job data back: `GET corehr/v1/job_datas`, and `batch_get` and `query` of `corehr/v2/employees/job_datas`.
//! The first shows what was made alone, the others what the company's people have, too.
//!
//! Must *not* change anything. Ids of another `user_id_type` than the one that a record was made with do not exist here:
//! the v2 page's default is `open_id`, and a client that forgets to say otherwise finds nobody.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::behaviour::Behaviour;
use super::call::{Call, GATEWAY, Reply, object_of};
use super::company::Company;
use super::company::ids::in_type;
use super::fields;
use super::job_data::{DEPARTMENT_ID_TYPE, USER_ID_TYPE, record, with_display};
use super::memory::Core;
use super::moment::{moment, today};
use super::reference::asked::Asked;
use super::standing;
use super::state::JobRow;
use super::strict::{self, Findings};

/// CoreHR: the app may not read these data.
pub(super) const NO_AUTHORITY: i64 = 1_160_023;
/// Default of `user_id_type` at the v2 call.
const V2_USER_ID_TYPE: &str = "open_id";

/// `GET corehr/v1/job_datas`.
pub(super) fn list(behaviour: &Behaviour, core: &mut Core, call: &Call, now: i64) -> Reply {
    let mut findings = Findings::default();
    strict::check_query(&call.query, fields::JOB_DATA_LIST_QUERY, &mut findings);
    let size = call.param("page_size").and_then(|size| size.parse::<usize>().ok());
    let size = size.filter(|size| (1..=100).contains(size));
    let from = call.param("page_token").map_or(Some(0), |token| token.parse::<usize>().ok());
    if size.is_none() {
        findings.refuse("page_size", "required, an integer from 1 to 100", true);
    }
    if from.is_none() {
        findings.refuse("page_token", "not a token of this list", true);
    }
    let (Some(size), Some(from), true) = (size, from, findings.refused.is_empty()) else {
        return Reply::field_violations(GATEWAY, &findings.refused);
    };
    let user_id_type = call.param("user_id_type").unwrap_or(USER_ID_TYPE);
    let all_versions = call.param("get_all_version") == Some("true");
    let ids: Vec<&str> = call
        .query
        .iter()
        .filter(|(name, _)| name == "job_data_id_list")
        .map(|(_, id)| id.as_str())
        .collect();
    let equal = |name: &str, row: &JobRow| {
        call.param(name).is_none_or(|want| row.body.get(name).and_then(Value::as_str) == Some(want))
    };
    let day = today(now);
    let found: Vec<&JobRow> = visible(behaviour, core, now)
        .filter(|row| row.user_id_type == user_id_type)
        .filter(|row| {
            equal("employment_id", row) && equal("department_id", row) && equal("job_id", row)
        })
        .filter(|row| ids.is_empty() || ids.contains(&row.id.to_string().as_str()))
        .filter(|row| all_versions || effective(row) <= day.as_str())
        .collect();
    let items: Vec<Value> =
        found.iter().skip(from).take(size).map(|row| record(row, true)).collect();
    let next = from.saturating_add(size);
    let mut data = json!({ "items": items, "has_more": next < found.len() });
    if next < found.len() {
        data["page_token"] = Value::from(next.to_string());
    }
    Reply::data(&data)
}

/// `POST corehr/v2/employees/job_datas/batch_get`.
pub(super) fn find(behaviour: &Behaviour, core: &mut Core, call: &Call, now: i64) -> Reply {
    let body = match object_of(call) {
        Ok(body) => body,
        Err(refusal) => return refusal,
    };
    let mut findings = strict::check(&body, fields::JOB_DATA_FIND);
    strict::check_query(&call.query, fields::JOB_DATA_FIND_QUERY, &mut findings);
    let employments: Vec<String> = body
        .get("employment_ids")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    if employments.is_empty() && findings.refused.is_empty() {
        findings.refuse("employment_ids", "has no entries, at least 1 is required", true);
    }
    if !findings.refused.is_empty() {
        return Reply::field_violations(GATEWAY, &findings.refused);
    }
    let asked: BTreeSet<&str> = employments.iter().map(String::as_str).collect();
    let today = today(now);
    let types = (
        call.param("user_id_type").unwrap_or(V2_USER_ID_TYPE),
        call.param("department_id_type").unwrap_or(DEPARTMENT_ID_TYPE),
    );
    let company = behaviour.company();
    let standing = standing::rows(&company, types, &asked);
    let rows = visible(behaviour, core, now)
        .chain(standing.iter().filter(|row| !behaviour.hides(&row.employment_id)))
        .filter(|row| asked.contains(row.employment_id.as_str()))
        .filter(|row| row.user_id_type == types.0)
        .filter(|row| wanted(row, &body, &today));
    let items: Vec<Value> = by_person(rows)
        .iter()
        .map(|person| person_item(person, |row| v2_record(&company, row, types.0, true)))
        .collect();
    Reply::data(&json!({ "items": items }))
}

/// `POST corehr/v2/employees/job_datas/query`.
pub(super) fn query(behaviour: &Behaviour, core: &Core, asked: &Asked<'_>, now: i64) -> Reply {
    let body = asked.body();
    let types = (asked.user_id_type(), asked.department_id_type());
    let employments: BTreeSet<&str> = asked.texts("employment_ids").into_iter().collect();
    let department = asked.text("department_id");
    let allows = |employment: &str| employments.is_empty() || employments.contains(employment);
    let company = behaviour.company();
    let standing = standing::rows(&company, types, &employments);
    let rows = visible(behaviour, core, now)
        .chain(standing.iter().filter(|row| !behaviour.hides(&row.employment_id)))
        .filter(|row| allows(&row.employment_id) && row.user_id_type == types.0)
        .filter(|row| department.is_none_or(|id| row.body["department_id"] == id))
        .filter(|row| wanted(row, body, &asked.today));
    asked.list(&by_person(rows), |person| {
        person_item(person, |row| v2_record(&company, row, types.0, false))
    })
}

/// The rows of each person together.
fn by_person<'r>(rows: impl Iterator<Item = &'r JobRow>) -> Vec<Vec<&'r JobRow>> {
    let mut found: BTreeMap<&str, Vec<&JobRow>> = BTreeMap::new();
    for row in rows {
        found.entry(&row.employment_id).or_default().push(row);
    }
    found.into_values().collect()
}

/// An item of the v2 calls: a person with the records.
fn person_item(rows: &Vec<&JobRow>, shown: impl Fn(&JobRow) -> Value) -> Value {
    let id = rows.first().map(|row| row.employment_id.as_str());
    let rows: Vec<Value> = rows.iter().map(|row| shown(row)).collect();
    json!({ "employment_id": id, "job_datas": rows })
}

/// Whether a record passes the filters of the v2 body. A day that was not asked for is no bound; without
/// `get_all_version` and `data_date` only what holds today shows.
fn wanted(row: &JobRow, body: &Map<String, Value>, today: &str) -> bool {
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let from = effective(row);
    let all_versions = body.get("get_all_version") == Some(&Value::Bool(true));
    let reason = row.body.pointer("/assignment_start_reason/enum_name");
    let reasons = body.get("assignment_start_reasons").and_then(Value::as_array);
    (all_versions || from <= text("data_date").unwrap_or(today))
        && text("effective_date_start").is_none_or(|start| from >= start)
        && text("effective_date_end").is_none_or(|end| from <= end)
        && body.get("primary_job_data") != Some(&Value::Bool(false))
        && reasons
            .is_none_or(|list| list.is_empty() || list.iter().any(|want| Some(want) == reason))
}

/// The records within the app's data range that the index has caught up with.
fn visible<'a>(
    behaviour: &'a Behaviour,
    core: &'a Core,
    now: i64,
) -> impl Iterator<Item = &'a JobRow> + use<'a> {
    let lag = i64::try_from(behaviour.index_lag.as_millis()).unwrap_or(i64::MAX);
    core.store.job_data.iter().filter(move |row| {
        now.saturating_sub(row.at) >= lag && !behaviour.hides(&row.employment_id)
    })
}

/// The day from which a record holds.
fn effective(row: &JobRow) -> &str {
    let text = row.body.get("effective_time").and_then(Value::as_str).unwrap_or_default();
    text.get(..10).unwrap_or(text)
}

/// A record as the v2 page shows it: other names for managers and shares.
fn v2_record(company: &Company, row: &JobRow, user_id_type: &str, with_time: bool) -> Value {
    let manager = |id: &Value| {
        let mut manager = json!({ "job_data_id": id });
        let whose = id.as_str().and_then(|id| company.holder(id));
        if let Some(own) = whose {
            manager["employment_id"] = Value::from(in_type(&own.id, user_id_type));
        }
        manager
    };
    let mut record =
        json!({ "job_data_id": row.id.to_string(), "version_id": (row.id + 1).to_string() });
    for (name, value) in row.body.as_object().into_iter().flatten() {
        match name.as_str() {
            "direct_manager_id" => record["direct_manager"] = manager(value),
            "second_direct_manager_id" => record["second_direct_manager"] = manager(value),
            "dotted_line_manager_id_list" => {
                let ids = value.as_array().into_iter().flatten();
                record["dotted_line_managers"] = ids.map(manager).collect();
            }
            "cost_center_rate" => {
                let shares = value.as_array().into_iter().flatten();
                record["cost_center_rates"] = shares
                    .map(|share| {
                        let mut share = share.clone();
                        let rate = share.get("rate").and_then(Value::as_f64);
                        if let Some(rate) = rate {
                            share["new_rate"] = Value::from(rate);
                        }
                        share
                    })
                    .collect();
            }
            "probation_start_date" | "probation_end_date" => {
                let day = value.as_str().unwrap_or_default();
                record[name.as_str()] = Value::from(format!("{day}T00:00:00"));
            }
            _ => record[name.as_str()] = with_display(value),
        }
    }
    if with_time {
        record["created_at"] = Value::from(moment(row.at));
    }
    record
}
