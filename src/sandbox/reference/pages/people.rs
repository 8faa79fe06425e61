//! The pages of people, of the job data they have, and of the fields and options that records have.
//!
//! Must *not* know what a read finds.

use super::super::super::shape::{Field, Shape};
use super::super::page::{BOTH_TYPES, CORE, OPEN, Page, Rate, Reference, may};

/// Beside these the page has filters by what somebody is (level, job, place …), which are not carried out here.
const EMPLOYEES: &[Field] = &[
    may("fields", Shape::Texts(100)),
    may("employment_id_list", Shape::Ids(usize::MAX)),
    may("employee_number_list", Shape::Texts(usize::MAX)),
    may("work_email", Shape::Text),
    may("email_address_list", Shape::Texts(100)),
    may("phone_number", Shape::Text),
    may("phone_number_list", Shape::Texts(100)),
    may("national_id_number_list", Shape::Texts(100)),
    may("key_word", Shape::Text),
    may("employment_status", Shape::OneOf(&["hired", "terminated"])),
    may("department_id_list", Shape::Ids(100)),
    may("department_id_list_include_sub", Shape::Ids(100)),
    may("direct_manager_id_list", Shape::Ids(100)),
    may("dotted_line_manager_id_list", Shape::Ids(100)),
    may("effective_time_start", Shape::Date),
    may("effective_time_end", Shape::Date),
    may("preferred_local_full_name_list", Shape::Texts(100)),
    may("preferred_english_full_name_list", Shape::Texts(100)),
    may("employee_type_id", Shape::Id),
];

const JOB_DATAS: &[Field] = &[
    may("employment_ids", Shape::Ids(100)),
    may("get_all_version", Shape::Flag),
    may("effective_date_start", Shape::Date),
    may("effective_date_end", Shape::Date),
    may("data_date", Shape::Date),
    may("department_id", Shape::Id),
    may("primary_job_data", Shape::Flag),
    may("assignment_start_reasons", Shape::Texts(usize::MAX)),
];

const META: &[&str] =
    &["corehr:common_data.meta_data:read", "corehr:corehr", "corehr:corehr:readonly"];

/// In the order of the enum.
pub(super) const PAGES: [Page; 5] = [
    Page::post(
        Reference::Employees,
        "employees",
        "/open-apis/corehr/v2/employees/search",
        EMPLOYEES,
    )
    .rate(Rate::Minute(100))
    .scopes(&["corehr:employee:read", "corehr:employee:write"])
    .query(BOTH_TYPES)
    .ids(OPEN)
    .most(100)
    .bad(1_160_102)
    .denied(400, 1_160_103),
    Page::post(
        Reference::JobDatas,
        "job_datas",
        "/open-apis/corehr/v2/employees/job_datas/query",
        JOB_DATAS,
    )
    .rate(Rate::Minute(100))
    .scopes(&["corehr:employee.job_data:read", "corehr:job_data:read", "corehr:job_data:write"])
    .query(BOTH_TYPES)
    .ids((OPEN.0, CORE.1))
    .most(100)
    .bad(1_160_013)
    .denied(400, 1_160_023),
    Page::get(
        Reference::CustomField,
        "custom_field",
        "/open-apis/corehr/v1/custom_fields/get_by_param",
    )
    .scopes(META)
    .query(&[("object_api_name", &[]), ("custom_api_name", &[])])
    .bad(1_160_006)
    .broken(500, 1_160_997),
    Page::get(Reference::CustomFields, "custom_fields", "/open-apis/corehr/v1/custom_fields/query")
        .scopes(META)
        .query(&[("object_api_name_list", &[])])
        .bad(1_160_005),
    Page::post(
        Reference::Enums,
        "enums",
        "/open-apis/corehr/v2/enums/search",
        &[may("enum_apiname_lists", Shape::Texts(500))],
    )
    .scopes(&["corehr:common_data.meta_data:read"])
    .broken(500, 1_160_998),
];
