//! The job data that the company's people have, as rows like those that were made.
//!
//! Must *not* know which read shows them.

use std::collections::BTreeSet;

use serde_json::json;

use super::company::ids::{Ids, in_type};
use super::company::{Company, Employee};
use super::state::JobRow;

/// The rows of those whose employments are `wanted` (of everybody, where none are), with ids of these types. Who has no
/// job data yet has no row.
pub(super) fn rows(
    company: &Company,
    (user_id_type, department_id_type): (&str, &str),
    wanted: &BTreeSet<&str>,
) -> Vec<JobRow> {
    let of = |own: &Employee| {
        let id = own.job_data.parse().ok()?;
        let employment_id = in_type(&own.id, user_id_type);
        Some(JobRow {
            id,
            user_id_type: user_id_type.to_owned(),
            department_id_type: department_id_type.to_owned(),
            client_token: None,
            digest: String::new(),
            body: body(company, own, &employment_id, department_id_type),
            employment_id,
            at: 0,
        })
    };
    if wanted.is_empty() {
        return company.employees.iter().filter_map(of).collect();
    }
    let ids = Ids::of(user_id_type, company.employees.iter().map(|own| own.id.as_str()));
    let people = wanted.iter().filter_map(|id| company.employee(ids.core(id)?));
    people.filter_map(of).collect()
}

fn body(
    company: &Company,
    own: &Employee,
    employment_id: &str,
    department_id_type: &str,
) -> serde_json::Value {
    let grade = company.job_levels.iter().find(|level| level.id == own.level);
    let manager = company.employee(&own.manager);
    let end = if own.left.is_empty() { "9999-12-31" } else { &own.left };
    let mut body = json!({
        "employee_type_id": own.employee_type,
        "working_hours_type_id": own.working_hours_type,
        "work_location_id": own.location,
        "department_id": in_type(&own.department, department_id_type),
        "job_id": own.job,
        "job_level_id": own.level,
        "job_grade_id": grade.and_then(|level| level.grades.first()),
        "job_family_id": own.family,
        "primary_job_data": true,
        "employment_id": employment_id,
        "effective_time": format!("{} 00:00:00", own.hired),
        "expiration_time": format!("{end} 00:00:00"),
        "assignment_start_reason": { "enum_name": "onboarding" },
        "dotted_line_manager_id_list": [],
        "cost_center_rate": [{ "cost_center_id": own.cost_center, "rate": 100 }],
        "service_company": own.company,
        "weekly_working_hours_v2": 40.0,
        "weekly_working_hours": 40,
        "pathway_id": own.pathway,
    });
    if let Some(manager) = manager.filter(|manager| !manager.job_data.is_empty()) {
        body["direct_manager_id"] = manager.job_data.as_str().into();
    }
    if let Some(body) = body.as_object_mut() {
        body.retain(|_, value| !value.is_null() && value != "");
    }
    body
}
