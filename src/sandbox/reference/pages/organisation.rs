//! The pages of what people are, do and where: types, levels, jobs, places, companies, cost centres, departments.
//!
//! Must *not* know what a read finds.

use super::super::super::fields::{CORE_USER_ID_TYPES, DEPARTMENT_ID_TYPES};
use super::super::super::shape::{Field, Shape};
use super::super::page::{BOTH_TYPES, OPEN, Page, Paging, Rate, Reference, may, must};

const PRESET: &[&str] = &[
    "corehr:common_data.preset_data:read",
    "corehr:common_data.preset_data:write",
    "corehr:corehr",
    "corehr:corehr:readonly",
];
const DEPARTMENT: &[&str] = &["corehr:department:read", "corehr:department:write"];

/// `fields` of the departments' and the positions' pages.
const FIELDS: Field = may("fields", Shape::Texts(100));

const COST_CENTERS: &[Field] = &[
    may("cost_center_id_list", Shape::Ids(100)),
    may("name_list", Shape::Texts(usize::MAX)),
    may("code", Shape::Text),
    may("parent_cost_center_id", Shape::Id),
    may("get_all_version", Shape::Flag),
];

const DEPARTMENT_TREE: &[Field] = &[
    may("department_id", Shape::Id),
    may("need_inactive", Shape::Flag),
    may("effective_date", Shape::Date),
];

const DEPARTMENT_GET: &[Field] = &[
    may("department_id_list", Shape::Ids(100)),
    may("department_name_list", Shape::Texts(100)),
    FIELDS,
];

const DEPARTMENT_SEARCH: &[Field] = &[
    may("active", Shape::Flag),
    may("get_all_children", Shape::Flag),
    may("manager_list", Shape::Ids(100)),
    may("department_id_list", Shape::Ids(100)),
    may("name_list", Shape::Texts(usize::MAX)),
    may("parent_department_id", Shape::Id),
    may("code_list", Shape::Texts(usize::MAX)),
    FIELDS,
];

const DEPARTMENT_TIMELINE: &[Field] =
    &[must("department_ids", Shape::Ids(100)), must("effective_date", Shape::Date), FIELDS];

const POSITIONS: &[Field] = &[
    may("department_ids", Shape::Ids(100)),
    may("position_ids", Shape::Ids(200)),
    may("position_codes", Shape::Texts(200)),
    may("effective_time", Shape::Date),
    may("active", Shape::Flag),
    FIELDS,
];

const JOB_GRADES: &[Field] =
    &[may("ids", Shape::Ids(100)), may("codes", Shape::Texts(100)), may("active", Shape::Flag)];

const PATHWAYS: &[Field] = &[
    may("pathway_ids", Shape::Ids(100)),
    may("pathway_codes", Shape::Texts(100)),
    may("active", Shape::Flag),
];

/// In the order of the enum.
pub(super) const PAGES: [Page; 15] = [
    Page::get(Reference::EmployeeTypes, "employee_types", "/open-apis/corehr/v1/employee_types")
        .scopes(PRESET)
        .most(1999),
    Page::get(
        Reference::WorkingHoursTypes,
        "working_hours_types",
        "/open-apis/corehr/v1/working_hours_types",
    )
    .scopes(PRESET)
    .most(1999),
    Page::get(Reference::Locations, "locations", "/open-apis/corehr/v1/locations")
        .rate(Rate::Minute(100))
        .scopes(&[
            "corehr:locations:read",
            "corehr:locations:write",
            "corehr:corehr",
            "corehr:corehr:readonly",
        ])
        .most(100),
    Page::get(Reference::JobLevels, "job_levels", "/open-apis/corehr/v1/job_levels")
        .scopes(&[
            "corehr:job_level:read",
            "corehr:job_level:write",
            "corehr:corehr",
            "corehr:corehr:readonly",
        ])
        .most(100),
    Page::post(
        Reference::JobGrades,
        "job_grades",
        "/open-apis/corehr/v2/job_grades/query",
        JOB_GRADES,
    )
    .rate(Rate::Second(5))
    .broken(503, 1_161_204)
    .scopes(&[
        "corehr:job_grade:read",
        "corehr:job_grade:write",
        "corehr:corehr",
        "corehr:corehr:readonly",
    ])
    .most(100),
    Page::get(Reference::Jobs, "jobs", "/open-apis/corehr/v2/jobs")
        .broken(503, 1_161_204)
        .scopes(&[
            "corehr:job.only:read",
            "corehr:job:read",
            "corehr:job:write",
            "corehr:corehr",
            "corehr:corehr:readonly",
        ])
        .query(&[("name", &[]), ("query_language", &["zh-CN", "en-US"])])
        .most(100),
    Page::get(Reference::JobFamilies, "job_families", "/open-apis/corehr/v1/job_families")
        .scopes(&[
            "corehr:job_family:read",
            "corehr:job_family:write",
            "corehr:corehr",
            "corehr:corehr:readonly",
        ])
        .most(100),
    // The page names no most.
    Page::get(Reference::Companies, "companies", "/open-apis/corehr/v1/companies")
        .scopes(&["corehr:company:read", "corehr:corehr", "corehr:corehr:readonly"])
        .most(usize::MAX),
    Page::post(
        Reference::CostCenters,
        "cost_centers",
        "/open-apis/corehr/v2/cost_centers/search",
        COST_CENTERS,
    )
    .scopes(&["corehr:cost_center:read"])
    .query(&[("user_id_type", CORE_USER_ID_TYPES)])
    .most(100)
    .bad(1_160_001),
    // Its text says 100, its checked range 1 to 2000.
    Page::post(
        Reference::DepartmentTree,
        "department_tree",
        "/open-apis/corehr/v2/departments/tree",
        DEPARTMENT_TREE,
    )
    .rate(Rate::Second(5))
    .scopes(&["corehr:department.organize:read"])
    .query(&[("department_id_type", DEPARTMENT_ID_TYPES)])
    .most(2000)
    .bad(1_160_102)
    .denied(403, 1_160_103),
    Page::post(
        Reference::DepartmentGet,
        "department_get",
        "/open-apis/corehr/v2/departments/batch_get",
        DEPARTMENT_GET,
    )
    .broken(503, 1_161_204)
    .scopes(DEPARTMENT)
    .query(BOTH_TYPES)
    .ids(OPEN)
    .bad(1_160_102)
    .denied(403, 1_160_103),
    Page::post(
        Reference::DepartmentSearch,
        "department_search",
        "/open-apis/corehr/v2/departments/search",
        DEPARTMENT_SEARCH,
    )
    .rate(Rate::Minute(100))
    .broken(503, 1_161_204)
    .scopes(DEPARTMENT)
    .query(BOTH_TYPES)
    .ids(OPEN)
    .most(100)
    .bad(1_160_102)
    .denied(403, 1_160_103),
    Page::post(
        Reference::DepartmentTimeline,
        "department_timeline",
        "/open-apis/corehr/v2/departments/query_timeline",
        DEPARTMENT_TIMELINE,
    )
    .rate(Rate::Second(5))
    .broken(503, 1_161_204)
    .scopes(DEPARTMENT)
    .query(BOTH_TYPES),
    Page::post(
        Reference::Positions,
        "positions",
        "/open-apis/corehr/v2/positions/query",
        POSITIONS,
    )
    .rate(Rate::Second(5))
    .broken(503, 1_161_204)
    .scopes(&["corehr:position:read", "corehr:position:write"])
    .query(BOTH_TYPES)
    .most(100),
    Page::post(
        Reference::Pathways,
        "pathways",
        "/open-apis/corehr/v2/pathways/batch_get",
        PATHWAYS,
    )
    .scopes(&["corehr:pathway:read", "corehr:pathway:write"])
    .paging(Paging::Default(100, 100))
    .bad(900_302),
];
