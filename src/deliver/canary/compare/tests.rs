//! Each form that a read has, and each change that must be found.

use super::*;
use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
use serde_json::json;

fn findings(lines: &[Line], finding: Difference) -> Vec<&str> {
    let of = lines.iter().filter(|line| line.finding == finding);
    of.map(|line| line.field.as_str()).collect()
}

fn person() -> Value {
    json!({
        "basic_info": {
            "name": "张三", "mobile": "13800138000", "mobile_country_code": "CN_1",
            "email": "Zhang@Example.com", "gender": 1,
            // 1972-03-01 in China: its milliseconds are fewer than many a second.
            "birthday": "68227200000",
            "identification": { "identification_type": 1, "identification_number": "11010519491231002X" },
        },
        "education_list": [
            { "school": "甲大学", "degree": 6, "start_time": "1409500800000" },
            { "school": "乙大学", "degree": 7, "start_time": "1535731200000" },
        ],
        "preferred_city_code_list": ["CT_2", "CT_1"],
    })
}

fn shown() -> Value {
    json!({
        "talent_id": "7",
        "basic_info": {
            "name": "张三", "mobile_number": "138 0013 8000", "mobile_code": "86",
            "email": "zhang@example.com", "gender": 1, "birthday": 68_227_200,
            "identification_type": 1, "identification_number": "11010519491231002x",
            "preferred_location_code_list": ["CT_1", "CT_2"], "age": 54,
        },
        "education_list": [
            { "school_name": "乙大学", "degree": 7, "start_time": "2018-09" },
            { "school_name": "甲大学", "degree": 6, "start_time": "2014-09" },
        ],
        "career_list": [],
    })
}

#[test]
fn other_names_forms_and_orders_are_no_difference() {
    let lines = compare(&TALENT, &person(), &shown());
    assert_eq!(findings(&lines, Difference::Differs), [""; 0]);
    assert_eq!(findings(&lines, Difference::NotShown), ["basic_info.mobile_country_code"]);
    assert_eq!(findings(&lines, Difference::Same).len(), 14, "{lines:?}");
    let birthday = lines.iter().find(|line| line.field == "basic_info.birthday").unwrap();
    assert_eq!((birthday.sent.as_str(), birthday.read.as_str()), ("1972-03-01", "1972-03-01"));
}

#[test]
fn each_field_that_was_changed_is_found_by_its_path() {
    for (pointer, other, field) in [
        ("/basic_info/name", json!("张"), "basic_info.name"),
        ("/basic_info/birthday", json!(68_227_200 - 86_400), "basic_info.birthday"),
        ("/basic_info/birthday", json!("68140800000"), "basic_info.birthday"),
        ("/basic_info/gender", json!(2), "basic_info.gender"),
        ("/basic_info/email", json!(""), "basic_info.email"),
        ("/basic_info/preferred_location_code_list", json!(["CT_1"]), "preferred_city_code_list"),
        ("/education_list/1/school_name", json!("甲"), "education_list[1].school"),
        ("/education_list/0/start_time", json!("2018-08"), "education_list[2].start_time"),
    ] {
        let mut read = shown();
        *read.pointer_mut(pointer).unwrap() = other;
        let lines = compare(&TALENT, &person(), &read);
        assert_eq!(findings(&lines, Difference::Differs), [field]);
    }
}

#[test]
fn an_entry_that_a_shown_list_lacks_differs_and_a_list_that_is_not_shown_says_nothing() {
    let mut read = shown();
    read["education_list"].as_array_mut().unwrap().remove(1);
    let lines = compare(&TALENT, &person(), &read);
    let gone =
        ["education_list[1].degree", "education_list[1].school", "education_list[1].start_time"];
    assert_eq!(findings(&lines, Difference::Differs), gone);
    read.as_object_mut().unwrap().remove("education_list");
    let lines = compare(&TALENT, &person(), &read);
    assert_eq!(findings(&lines, Difference::Differs), [""; 0]);
    assert_eq!(findings(&lines, Difference::NotShown).len(), 7);
}

fn employment() -> Value {
    json!({
        "employee_type_id": "1", "department_id": "2", "primary_job_data": true,
        "employment_id": "3", "effective_time": "2024-05-01 00:00:00",
        "assignment_start_reason": { "enum_name": "onboarding" },
        "probation_start_date": "2024-05-01", "direct_manager_id": "9", "pathway_id": "4",
        "dotted_line_manager_id_list": ["8", "7"],
        "cost_center_rate": [{ "cost_center_id": "5", "rate": 40 }, { "cost_center_id": "6", "rate": 60 }],
    })
}

fn version() -> Value {
    json!({
        "job_data_id": "10", "employee_type_id": "1", "department_id": "2",
        "primary_job_data": true, "employment_id": "3", "effective_time": "2024-05-01 00:00:00",
        "assignment_start_reason": { "enum_name": "onboarding", "display": [] },
        "probation_start_date": "2024-05-01T00:00:00", "direct_manager": { "job_data_id": "9" },
        "dotted_line_managers": [{ "job_data_id": "7" }, { "job_data_id": "8" }],
        "cost_center_rates": [
            { "cost_center_id": "6", "rate": 60, "new_rate": 60.0 },
            { "cost_center_id": "5", "rate": 40 },
        ],
        "position_id": null,
    })
}

#[test]
fn job_data_are_read_under_the_names_of_their_second_version() {
    let lines = compare(&JOB_DATA, &employment(), &version());
    assert_eq!(findings(&lines, Difference::Differs), [""; 0]);
    assert_eq!(findings(&lines, Difference::NotShown), ["pathway_id"]);
    for (pointer, other, field) in [
        ("/employee_type_id", json!("11"), "employee_type_id"),
        ("/effective_time", json!("2024-04-30 00:00:00"), "effective_time"),
        ("/direct_manager/job_data_id", json!("8"), "direct_manager_id"),
        ("/dotted_line_managers/0/job_data_id", json!("6"), "dotted_line_manager_id_list"),
        ("/cost_center_rates/0/new_rate", json!(59.5), "cost_center_rate[2].rate"),
        (
            "/assignment_start_reason/enum_name",
            json!("transfer"),
            "assignment_start_reason.enum_name",
        ),
        ("/primary_job_data", json!(false), "primary_job_data"),
    ] {
        let mut read = version();
        *read.pointer_mut(pointer).unwrap() = other;
        let lines = compare(&JOB_DATA, &employment(), &read);
        assert_eq!(findings(&lines, Difference::Differs), [field]);
    }
}

#[test]
fn a_share_that_a_shown_list_lacks_differs() {
    let mut read = version();
    read["cost_center_rates"].as_array_mut().unwrap().remove(1);
    let lines = compare(&JOB_DATA, &employment(), &read);
    let gone = ["cost_center_rate[1].cost_center_id", "cost_center_rate[1].rate"];
    assert_eq!(findings(&lines, Difference::Differs), gone);
}

#[test]
fn every_value_that_is_sent_has_its_line_and_values_stay_out_of_debug() {
    for (kind, sent, read) in [(&TALENT, person(), shown()), (&JOB_DATA, employment(), version())] {
        let mut count = 0;
        leaves("", &sent, &mut |_, _| count += 1);
        let lines = compare(kind, &sent, &read);
        // Two lists without order are one line each: two values, twice.
        assert_eq!(lines.len(), count - 1, "{:?}", kind.id);
        let nothing = compare(kind, &sent, &json!({}));
        assert!(nothing.iter().all(|line| line.finding == Difference::NotShown), "{nothing:?}");
        assert!(!format!("{lines:?}").contains("张三"));
    }
}
