//! The tables of body fields and query parameters, copied from the pages of the calls they name.
//!
//! Must *not* hold anything that the pages do not say, but for the forms of codes and numbers that their examples show.

use super::shape::{Field, Need, Shape};

const fn must(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, need: Need::Required }
}

const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, need: Need::Optional }
}

const fn old(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, need: Need::Deprecated }
}

const fn not(name: &'static str) -> Field {
    Field { name, shape: Shape::Text, need: Need::Invalid }
}

/// Choices of `user_id_type` in hire.
pub(super) const HIRE_USER_ID_TYPES: &[&str] =
    &["open_id", "union_id", "user_id", "people_admin_id"];
/// Choices of `user_id_type` in CoreHR.
pub(super) const CORE_USER_ID_TYPES: &[&str] =
    &["open_id", "union_id", "user_id", "people_corehr_id"];
/// Choices of `department_id_type`.
pub(super) const DEPARTMENT_ID_TYPES: &[&str] =
    &["open_department_id", "department_id", "people_corehr_department_id"];

/// Custom fields everywhere but at the top: "`children` is not valid, pass `object_id` and `value` at this level".
const CUSTOM: &[Field] = &[may("object_id", Shape::Id), may("value", Shape::Text), not("children")];
const CUSTOM_CHILD: &[Field] = &[may("object_id", Shape::Id), may("value", Shape::Text)];
/// Custom modules, at the top: `children` is two-dimensional.
const MODULE: &[Field] = &[may("object_id", Shape::Id), may("children", Shape::Grid(CUSTOM_CHILD))];
const CUSTOMS: Field = may("customized_data", Shape::List(CUSTOM, usize::MAX));
const ITEM_ID: Field = old("id", Shape::Id);

const IDENTIFICATION: &[Field] = &[
    may("identification_type", Shape::Choice(&[1, 2, 3, 4, 5, 6, 9])),
    may("identification_number", Shape::Text),
];

const BASIC_INFO: &[Field] = &[
    must("name", Shape::Text),
    may("mobile", Shape::Mobile),
    may("mobile_country_code", Shape::Place(Some("CN"))),
    may("email", Shape::Email),
    may("identification", Shape::Object(IDENTIFICATION)),
    may("start_work_time", Shape::Millis),
    may("birthday", Shape::Millis),
    may("gender", Shape::Choice(&[1, 2, 3])),
    may("nationality_id", Shape::Place(Some("CN"))),
    may("current_city_code", Shape::Place(None)),
    may("hometown_city_code", Shape::Place(None)),
    CUSTOMS,
];

const EDUCATION: &[Field] = &[
    ITEM_ID,
    may("degree", Shape::Choice(&[1, 2, 3, 4, 5, 6, 7, 8, 9])),
    may("school", Shape::Text),
    may("field_of_study", Shape::Text),
    may("start_time", Shape::Millis),
    may("end_time", Shape::Millis),
    may("education_type", Shape::Choice(&[1, 2, 3, 4, 5])),
    may("academic_ranking", Shape::Choice(&[5, 10, 20, 30, 50, -1])),
    CUSTOMS,
];

const CAREER: &[Field] = &[
    ITEM_ID,
    may("company", Shape::Text),
    may("title", Shape::Text),
    may("desc", Shape::Text),
    may("start_time", Shape::Millis),
    may("end_time", Shape::Millis),
    may("career_type", Shape::Choice(&[1, 2])),
    CUSTOMS,
];

const PROJECT: &[Field] = &[
    ITEM_ID,
    may("name", Shape::Text),
    may("role", Shape::Text),
    may("link", Shape::Text),
    may("desc", Shape::Text),
    may("start_time", Shape::Millis),
    may("end_time", Shape::Millis),
    CUSTOMS,
];

const WORKS: &[Field] = &[
    ITEM_ID,
    may("link", Shape::Text),
    may("desc", Shape::Text),
    may("attachment_id", Shape::Id),
    CUSTOMS,
];

const AWARD: &[Field] = &[
    ITEM_ID,
    may("title", Shape::Text),
    may("award_time", Shape::Millis),
    may("desc", Shape::Text),
    CUSTOMS,
];

/// 1 to 29.
const LANGUAGES: &[i64] = &[
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
    27, 28, 29,
];

const LANGUAGE: &[Field] = &[
    ITEM_ID,
    may("language", Shape::Choice(LANGUAGES)),
    may("proficiency", Shape::Choice(&[1, 2, 3, 4, 5])),
    CUSTOMS,
];

const SNS: &[Field] = &[
    ITEM_ID,
    may("sns_type", Shape::Choice(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])),
    may("link", Shape::Text),
    CUSTOMS,
];

const SELF_EVALUATION: &[Field] = &[ITEM_ID, may("content", Shape::Text), CUSTOMS];

/// Body of `POST hire/v1/talents/combined_create`.
pub(super) const TALENT: &[Field] = &[
    old("init_source_id", Shape::Id),
    may("resume_source_id", Shape::Id),
    may("folder_id_list", Shape::Ids(100)),
    may("creator_id", Shape::Id),
    may("creator_account_type", Shape::Choice(&[1, 3])),
    may("resume_attachment_id", Shape::Id),
    must("basic_info", Shape::Object(BASIC_INFO)),
    may("education_list", Shape::List(EDUCATION, 100)),
    may("career_list", Shape::List(CAREER, 100)),
    may("project_list", Shape::List(PROJECT, 100)),
    may("works_list", Shape::List(WORKS, 100)),
    may("award_list", Shape::List(AWARD, 100)),
    may("language_list", Shape::List(LANGUAGE, 100)),
    may("sns_list", Shape::List(SNS, 100)),
    may("preferred_city_code_list", Shape::Ids(100)),
    may("self_evaluation", Shape::Object(SELF_EVALUATION)),
    may("customized_data", Shape::List(MODULE, usize::MAX)),
];

/// Query of `POST hire/v1/talents/combined_create` and of `GET hire/v2/talents/:talent_id`.
pub(super) const TALENT_QUERY: &[(&str, &[&str])] = &[("user_id_type", HIRE_USER_ID_TYPES)];

/// Body of `POST hire/v1/talents/batch_get_id`.
pub(super) const TALENT_FIND: &[Field] = &[
    may("mobile_code", Shape::Text),
    may("mobile_number_list", Shape::Texts(100)),
    may("email_list", Shape::Texts(100)),
    may("identification_type", Shape::Choice(&[1, 2, 3, 4, 5, 6, 7, 8, 9])),
    may("identification_number_list", Shape::Texts(100)),
];

const ENUM: &[Field] = &[must("enum_name", Shape::Text)];
const REASON: &[Field] = &[must("enum_name", Shape::Word("onboarding"))];
const COST_CENTER: &[Field] = &[may("cost_center_id", Shape::Id), may("rate", Shape::Percent)];

/// Body of `POST corehr/v1/job_datas`.
pub(super) const JOB_DATA: &[Field] = &[
    may("job_level_id", Shape::Id),
    may("job_grade_id", Shape::Id),
    must("employee_type_id", Shape::Id),
    may("working_hours_type_id", Shape::Id),
    may("work_location_id", Shape::Id),
    must("department_id", Shape::Id),
    may("job_id", Shape::Id),
    may("probation_start_date", Shape::Date),
    may("probation_end_date", Shape::Date),
    must("primary_job_data", Shape::True),
    must("employment_id", Shape::Id),
    must("effective_time", Shape::Midnight),
    may("expiration_time", Shape::Midnight),
    may("job_family_id", Shape::Id),
    must("assignment_start_reason", Shape::Object(REASON)),
    may("probation_expected_end_date", Shape::Date),
    may("direct_manager_id", Shape::Digits),
    may("dotted_line_manager_id_list", Shape::DigitsList(usize::MAX)),
    may("second_direct_manager_id", Shape::Digits),
    may("cost_center_rate", Shape::List(COST_CENTER, usize::MAX)),
    may("work_shift", Shape::Object(ENUM)),
    may("compensation_type", Shape::Object(ENUM)),
    may("service_company", Shape::Id),
    may("position_id", Shape::Id),
    may("pathway_id", Shape::Id),
];

/// Query of `POST corehr/v1/job_datas`.
pub(super) const JOB_DATA_QUERY: &[(&str, &[&str])] = &[
    ("client_token", &[]),
    ("user_id_type", CORE_USER_ID_TYPES),
    ("department_id_type", DEPARTMENT_ID_TYPES),
];

/// Query of `GET corehr/v1/job_datas`.
pub(super) const JOB_DATA_LIST_QUERY: &[(&str, &[&str])] = &[
    ("page_token", &[]),
    ("page_size", &[]),
    ("employment_id", &[]),
    ("job_data_id_list", &[]),
    ("department_id", &[]),
    ("job_id", &[]),
    ("get_all_version", &["true", "false"]),
    ("user_id_type", CORE_USER_ID_TYPES),
    ("department_id_type", DEPARTMENT_ID_TYPES),
];

/// Body of `POST corehr/v2/employees/job_datas/batch_get`.
pub(super) const JOB_DATA_FIND: &[Field] = &[
    must("employment_ids", Shape::Ids(100)),
    may("get_all_version", Shape::Flag),
    may("effective_date_start", Shape::Date),
    may("effective_date_end", Shape::Date),
    may("data_date", Shape::Date),
    may("primary_job_data", Shape::Flag),
    may("assignment_start_reasons", Shape::Texts(usize::MAX)),
];

/// Body of `POST corehr/v2/employees/batch_get`.
pub(super) const EMPLOYEE_FIND: &[Field] = &[
    may("fields", Shape::Texts(100)),
    may("employment_ids", Shape::Ids(100)),
    may("person_ids", Shape::Ids(100)),
    may("work_emails", Shape::Texts(100)),
];

/// Query of `POST corehr/v2/employees/batch_get`.
pub(super) const EMPLOYEE_FIND_QUERY: &[(&str, &[&str])] = JOB_DATA_FIND_QUERY;

/// Query of `POST corehr/v2/employees/job_datas/batch_get`.
pub(super) const JOB_DATA_FIND_QUERY: &[(&str, &[&str])] =
    &[("user_id_type", CORE_USER_ID_TYPES), ("department_id_type", DEPARTMENT_ID_TYPES)];
