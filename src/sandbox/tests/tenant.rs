//! Another company than the default one, references that must exist, and departments on a day.

use super::super::company::Company;
use super::super::company::ids::{CORE_DEPARTMENT, CORE_USER, in_type};
use super::*;

fn strict() -> Behaviour {
    Behaviour { references: References::Exist, ..Behaviour::default() }
}

/// The job data of somebody who has none yet, with ids of the company.
fn job_data() -> Value {
    let company = Company::morning_star();
    let (new, leader) = (company.employees.last().unwrap(), &company.employees[0]);
    json!({
        "employment_id": new.id, "department_id": new.department,
        "employee_type_id": new.kind, "job_level_id": new.level,
        "job_grade_id": company.job_grades[0].id, "job_id": new.job, "job_family_id": new.family,
        "working_hours_type_id": new.working_hours_type, "work_location_id": new.location,
        "pathway_id": new.pathway, "position_id": company.positions[0].id,
        "service_company": new.company, "primary_job_data": true,
        "effective_time": "2026-01-01 00:00:00",
        "assignment_start_reason": { "enum_name": "onboarding" },
        "direct_manager_id": leader.job_data, "second_direct_manager_id": leader.job_data,
        "dotted_line_manager_id_list": [leader.job_data],
        "cost_center_rate": [{ "cost_center_id": company.cost_centers[0].id, "rate": 100 }],
        "work_shift": { "enum_name": "day_shift" }, "compensation_type": { "enum_name": "salary" }
    })
}

#[test]
fn ids_of_nothing_are_refused_only_where_they_must_exist() {
    let made_up = job_data_example();
    ok(&calm().job_data(TOKEN_1, &made_up));
    let answer = Desk::new(strict()).job_data(TOKEN_1, &made_up);
    assert_eq!((answer.http, refused(&answer).1), (400, 1_160_003));
    ok(&Desk::new(strict()).job_data(TOKEN_1, &job_data()));
}

#[test]
fn each_reference_is_looked_up() {
    let desk = Desk::new(strict());
    let body = job_data();
    let mut refusals = 0;
    for (name, value) in body.as_object().unwrap() {
        let other = match value {
            Value::String(_) if name.ends_with("_id") || name == "service_company" => {
                json!("6890452208593372679")
            }
            Value::Array(list) if list[0].is_string() => json!(["6890452208593372679"]),
            Value::Array(_) => json!([{ "cost_center_id": "6890452208593372679", "rate": 100 }]),
            Value::Object(_) if name != "assignment_start_reason" => json!({ "enum_name": "x" }),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Object(_) => continue,
        };
        if name == "employment_id" {
            continue;
        }
        let body = with(body.clone(), &format!("/{name}"), Some(other));
        let answer = desk.job_data(TOKEN_1, &body);
        let told = json_of(&answer)["msg"].as_str().unwrap().to_owned();
        assert_eq!(told, format!("record is deleted by others: {name}"));
        refusals += 1;
    }
    assert_eq!(refusals, 17);
    assert!(desk.sandbox.ledger().job_data.is_empty());
}

#[test]
fn a_manager_may_be_one_whose_job_data_were_just_made() {
    let desk = Desk::new(strict());
    let made = ok(&desk.job_data(TOKEN_1, &job_data()))["job_data"]["id"].clone();
    let company = Company::morning_star();
    let other = &company.employees[company.employees.len() - 2];
    let body = with(job_data(), "/employment_id", Some(json!(other.id)));
    ok(&desk.job_data(TOKEN_2, &with(body, "/direct_manager_id", Some(made))));
}

#[test]
fn departments_are_known_by_the_type_of_id_that_is_said() {
    let desk = Desk::new(strict());
    let id = job_data()["department_id"].as_str().unwrap().to_owned();
    let open = in_type(&id, "open_department_id");
    let body = with(job_data(), "/department_id", Some(json!(open)));
    let query = [("client_token", TOKEN_1), ("department_id_type", "open_department_id")];
    ok(&desk.send(Endpoint::JobDataCreate, "", &query, &body));
}

#[test]
fn another_company_takes_the_place_of_the_default_one() {
    let text = r#"{
        "departments": [
            { "id": "10", "name": "甲公司", "code": "ROOT" },
            { "id": "11", "name": { "zh": "研发部", "en": "R&D" }, "parent": "10" }
        ],
        "employee_types": [{ "id": "1", "name": "全职" }]
    }"#;
    let tenant = Some(Arc::new(Company::from_json(text).unwrap()));
    let desk = Desk::new(Behaviour { tenant, ..strict() });
    let tree = |desk: &Desk| {
        let query = [("page_size", "100")];
        let of = Endpoint::Reference(Reference::DepartmentTree);
        ok(&desk.send(of, "", &query, &json!({})))["items"].clone()
    };
    let wanted = json!([
        { "id": "10", "level": 0, "children": ["11"] }, { "id": "11", "level": 1, "children": [] }
    ]);
    assert_eq!(tree(&desk), wanted);
    assert_eq!(refused(&desk.job_data(TOKEN_1, &job_data())).1, 1_160_003);
    let body = json!({
        "employment_id": "77", "department_id": "11", "employee_type_id": "1",
        "primary_job_data": true, "effective_time": "2026-01-01 00:00:00",
        "assignment_start_reason": { "enum_name": "onboarding" }
    });
    ok(&desk.job_data(TOKEN_2, &body));
}

#[test]
fn a_department_on_a_day_is_what_it_was_then() {
    let desk = calm();
    let company = Company::morning_star();
    let unit = company.departments.iter().find(|own| own.code == "D-RD-DI").unwrap();
    let on = |day: &str, fields: &Value| {
        let of = Endpoint::Reference(Reference::DepartmentTimeline);
        let types = [("user_id_type", CORE_USER), ("department_id_type", CORE_DEPARTMENT)];
        let body = json!({ "department_ids": [unit.id], "effective_date": day, "fields": fields });
        ok(&desk.send(of, "", &types, &body))["items"].clone()
    };
    let fields = json!(["department_name", "effective_date"]);
    assert_eq!(on("2025-06-30", &fields)[0]["names"][0]["value"], "大数据部");
    assert_eq!(on("2025-07-01", &fields)[0]["names"][0]["value"], "数据智能部");
    assert_eq!(on("2025-07-01", &fields)[0]["effective_date"], "2025-07-01");
    assert_eq!(on("2019-12-31", &fields), json!([]), "it was not there yet");
    assert_eq!(on("2025-07-01", &json!([])), json!([{ "id": unit.id }]));
    let of = Endpoint::Reference(Reference::DepartmentTimeline);
    let answer = calm().send(of, "", &[], &json!({ "department_ids": [] }));
    assert_eq!(refused(&answer).2, ["effective_date"]);
}
