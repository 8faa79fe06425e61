//! Strictness: every kind of body and query that is refused, and what is taken but told.

use super::*;

/// Lines `pointer | JSON value, or - to take the field away | the refused field`, applied to the example one at a time.
fn cases(table: &str) -> impl Iterator<Item = (&str, Option<Value>, &str)> {
    table.lines().filter(|line| !line.is_empty()).map(|line| {
        let mut parts = line.split(" | ");
        let mut next = || parts.next().unwrap();
        let (pointer, value, field) = (next(), next(), next());
        (pointer, (value != "-").then(|| serde_json::from_str(value).unwrap()), field)
    })
}

const TALENT_AT_GATEWAY: &str = r#"
/nickname | "x" | nickname
/basic_info/age | 3 | basic_info.age
/education_list/0/gpa | "4" | education_list[0].gpa
/basic_info | - | basic_info
/basic_info/name | - | basic_info.name
/basic_info/name | null | basic_info.name
/basic_info/name | 7 | basic_info.name
/basic_info/birthday | 293016767159 | basic_info.birthday
/basic_info/gender | "1" | basic_info.gender
/basic_info/gender | 1.0 | basic_info.gender
/basic_info/identification | [] | basic_info.identification
/education_list | {} | education_list
/preferred_city_code_list | "CT_2" | preferred_city_code_list
/sns_list/0 | "x" | sns_list[0]
/customized_data/0/value | "x" | customized_data[0].value
/customized_data/0/children | [{"object_id":"1","value":"x"}] | customized_data[0].children[0]
"#;

const TALENT_AT_SERVICE: &str = r#"
/basic_info/name | "" | basic_info.name
/basic_info/name | "  " | basic_info.name
/basic_info/gender | 4 | basic_info.gender
/basic_info/identification/identification_type | 7 | basic_info.identification.identification_type
/basic_info/mobile | "+8613800138000" | basic_info.mobile
/basic_info/mobile_country_code | "86" | basic_info.mobile_country_code
/basic_info/email | "nobody" | basic_info.email
/basic_info/birthday | "1990-01-01" | basic_info.birthday
/basic_info/birthday | "1e12" | basic_info.birthday
/basic_info/current_city_code | "北京" | basic_info.current_city_code
/basic_info/customized_data/0/children | [] | basic_info.customized_data[0].children
/education_list/0/degree | 10 | education_list[0].degree
/education_list/0/academic_ranking | 15 | education_list[0].academic_ranking
/career_list/0/career_type | 3 | career_list[0].career_type
/language_list/0/language | 30 | language_list[0].language
/language_list/0/proficiency | 0 | language_list[0].proficiency
/sns_list/0/sns_type | 12 | sns_list[0].sns_type
/creator_account_type | 2 | creator_account_type
/creator_id | "7000000000000000001" | creator_id
/folder_id_list/0 | "" | folder_id_list[0]
"#;

const JOB_DATA: &str = r#"
/employee_type_id | - | employee_type_id
/department_id | - | department_id
/employment_id | - | employment_id
/effective_time | - | effective_time
/primary_job_data | - | primary_job_data
/assignment_start_reason | - | assignment_start_reason
/primary_job_data | false | primary_job_data
/primary_job_data | "true" | primary_job_data
/assignment_start_reason | "onboarding" | assignment_start_reason
/assignment_start_reason/enum_name | "transfer" | assignment_start_reason.enum_name
/effective_time | "2020-05-01" | effective_time
/effective_time | "2020-05-01 09:00:00" | effective_time
/effective_time | "2019-02-29 00:00:00" | effective_time
/expiration_time | "2020-05-01 00:00:00" | expiration_time
/probation_end_date | "2019/05/24" | probation_end_date
/department_id | "技术部" | department_id
/department_id | "" | department_id
/job_id | 6890452208593372679 | job_id
/direct_manager_id | "ou_1" | direct_manager_id
/dotted_line_manager_id_list | "1" | dotted_line_manager_id_list
/dotted_line_manager_id_list/0 | 1 | dotted_line_manager_id_list[0]
/cost_center_rate/0/rate | "100" | cost_center_rate[0].rate
/cost_center_rate/0/rate | 50.5 | cost_center_rate[0].rate
/cost_center_rate/0/rate | 101 | cost_center_rate[0].rate
/cost_center_rate/0/new_rate | 100.0 | cost_center_rate[0].new_rate
/work_shift/display | [] | work_shift.display
/id | "1" | id
"#;

#[tokio::test(start_paused = true)]
async fn what_the_gateway_sees_of_a_talent() {
    let desk = calm();
    let refuse = |pointer: &str, value: Option<Value>, field: &str| {
        let answer = desk.talent(&with(talent_example(), pointer, value.clone()));
        assert_eq!(
            refused(&answer),
            (400, 99_992_402, vec![field.to_owned()]),
            "{pointer} = {value:?}"
        );
    };
    for (pointer, value, field) in cases(TALENT_AT_GATEWAY) {
        refuse(pointer, value, field);
    }
    let schools = |n: usize| Some(Value::Array(vec![json!({ "school": "a" }); n]));
    refuse("/education_list", schools(101), "education_list");
    refuse("/folder_id_list", Some(json!(vec!["1"; 101])), "folder_id_list");
    assert!(desk.sandbox.ledger().talents.is_empty());
    ok(&desk.talent(&with(talent_example(), "/education_list", schools(100))));
}

#[tokio::test(start_paused = true)]
async fn what_the_service_sees_of_a_talent() {
    let desk = calm();
    for (pointer, value, field) in cases(TALENT_AT_SERVICE) {
        let answer = desk.talent(&with(talent_example(), pointer, value.clone()));
        assert_eq!(
            refused(&answer),
            (400, 1_002_002, vec![field.to_owned()]),
            "{pointer} = {value:?}"
        );
    }
    assert!(desk.sandbox.ledger().talents.is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_is_refused_of_job_data() {
    let desk = calm();
    for (pointer, value, field) in cases(JOB_DATA) {
        let answer = desk.job_data(TOKEN_1, &with(job_data_example(), pointer, value.clone()));
        assert_eq!(
            refused(&answer),
            (400, 99_992_402, vec![field.to_owned()]),
            "{pointer} = {value:?}"
        );
    }
    for share in [0, 99] {
        let body = with(job_data_example(), "/cost_center_rate/0/rate", Some(json!(share)));
        assert_eq!(refused(&desk.job_data(TOKEN_1, &body)).1, 1_160_019);
    }
    assert!(desk.sandbox.ledger().job_data.is_empty());
    ok(&desk.job_data(TOKEN_1, &job_data_example()));
}

#[tokio::test]
async fn deprecated_fields_are_taken_and_told() {
    let desk = calm();
    let body = with(talent_example(), "/init_source_id", Some(json!("1")));
    let body = with(body, "/education_list/0/id", Some(json!("6891560630172518670")));
    ok(&desk.talent(&body));
    let told: Vec<_> =
        desk.sandbox.ledger().violations.into_iter().map(|v| (v.rule, v.detail)).collect();
    let rule = || "deprecated_field".to_owned();
    assert!(told.contains(&(rule(), "init_source_id".to_owned())), "{told:?}");
    assert!(told.contains(&(rule(), "education_list[0].id".to_owned())), "{told:?}");
}

#[tokio::test]
async fn every_finding_of_a_body_is_named_at_once() {
    let body = with(talent_example(), "/basic_info/gender", Some(json!(4)));
    let body = with(body, "/nickname", Some(json!("x")));
    let (_, code, fields) = refused(&calm().talent(&body));
    assert_eq!(code, 99_992_402);
    assert_eq!(fields, ["basic_info.gender", "nickname"]);
}

#[tokio::test]
async fn headers_queries_and_bytes_are_checked_too() {
    let desk = calm();
    let call = desk.call(Endpoint::TalentCreate, "", &[], &talent_example());
    for bad in [None, Some("application/json"), Some("text/plain; charset=utf-8")] {
        let call = Call { content_type: bad.map(str::to_owned), ..call.clone() };
        assert_eq!(refused(&desk.sandbox.receive(&call)).2, ["Content-Type"], "{bad:?}");
    }
    let good =
        Call { content_type: Some("application/json;charset=UTF-8".to_owned()), ..call.clone() };
    let creator = with(talent_example(), "/creator_id", None);
    let admin =
        desk.send(Endpoint::TalentCreate, "", &[("user_id_type", "people_corehr_id")], &creator);
    assert_eq!(refused(&admin), (400, 99_992_402, vec!["user_id_type".to_owned()]));
    let token = desk.send(Endpoint::TalentCreate, "", &[("client_token", TOKEN_1)], &creator);
    assert_eq!(refused(&token).2, ["client_token"], "this call takes none");
    for bytes in ["", "[]", "{", "{\"basic_info\":"] {
        let call = Call { body: bytes.into(), ..call.clone() };
        assert_eq!(refused(&desk.sandbox.receive(&call)).1, 9499, "{bytes}");
    }
    ok(&desk.sandbox.receive(&good));
}

#[tokio::test]
async fn job_data_queries_and_id_types() {
    let desk = calm();
    let send =
        |query: &[(&str, &str)]| desk.send(Endpoint::JobDataCreate, "", query, &job_data_example());
    assert_eq!(refused(&send(&[("client_token", "1")])).2, ["client_token"]);
    assert_eq!(
        refused(&send(&[("client_token", TOKEN_1), ("user_id_type", "people_admin_id")])).2,
        ["user_id_type"]
    );
    assert_eq!(
        refused(&send(&[("client_token", TOKEN_1), ("user_id_type", "open_id")])).2,
        ["employment_id"]
    );
    let query = [("client_token", TOKEN_1), ("department_id_type", "open_department_id")];
    assert_eq!(refused(&send(&query)).2, ["department_id"]);
    assert!(desk.sandbox.ledger().violations.is_empty());
    ok(&send(&[("client_token", "")]));
    assert_eq!(desk.sandbox.ledger().violations[0].rule, "no_client_token");
}

#[test]
fn the_tables_hold_every_field_of_the_pages() {
    let count = |table: &[super::super::shape::Field]| table.len();
    // 17 top-level body fields of combined_create, 25 of job_datas create.
    assert_eq!(count(super::super::fields::TALENT), 17);
    assert_eq!(count(super::super::fields::JOB_DATA), 25);
}
