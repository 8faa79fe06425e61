//! The lists of a tenant that names are looked up in: where each is read, and where its entries have
//! what (the pages of the endpoints; `docs/facts.md`, section 6).
//!
//! Pages hold a hundred entries each, which every page allows: what else they say of the most that fits
//! contradicts itself. Deactivated entries are read as well, so that their names are told apart from
//! unknown ones. Must not know: how they are sent, where entries are kept.

use super::endpoints;
use crate::spec::{CustomType, EntryAt, IdOf, IdTypeOf, Request, TenantList, Way};

const USER: (&str, IdTypeOf) = ("user_id_type", IdTypeOf::User);
const HIRE_USER: (&str, IdTypeOf) = ("user_id_type", IdTypeOf::HireUser);
const DEPARTMENT: (&str, IdTypeOf) = ("department_id_type", IdTypeOf::Department);

/// The parameter that says how many entries a page holds.
pub const PAGE_SIZE: &str = "page_size";
const HUNDRED: (&str, &str) = (PAGE_SIZE, "100");
const THOUSAND: (&str, &str) = (PAGE_SIZE, "1000");

/// An entry as most lists have it.
const PLAIN: EntryAt = EntryAt {
    items: &["/items"],
    id: &["/id"],
    codes: &["/code"],
    names: &["/name"],
    below: "",
    parent: "",
    within: &[],
    active: "/active",
    extra: &[],
};

/// What stands in a tree of its own kind: places and companies.
const HIERARCHY: EntryAt = EntryAt {
    codes: &["/hiberarchy_common/code"],
    names: &["/hiberarchy_common/name"],
    parent: "/hiberarchy_common/parent_id",
    active: "/hiberarchy_common/active",
    extra: &[("effective_time", "/hiberarchy_common/effective_time")],
    ..PLAIN
};

/// An option of a field. The answer has an object `data` within its data.
const OPTION: EntryAt = EntryAt {
    items: &[
        "/data/common_schema_config/enum_field_setting/enum_field_option_list",
        "/common_schema_config/enum_field_setting/enum_field_option_list",
    ],
    id: &["/api_name"],
    codes: &[],
    names: &["/name/zh_cn", "/name/en_us"],
    active: "/is_open",
    ..PLAIN
};

const fn list(
    (word, zh, en): (&'static str, &'static str, &'static str),
    of: IdOf,
    way: Way,
    entry: EntryAt,
) -> TenantList {
    TenantList { word, zh, en, of, personal: false, way, entry }
}

const fn get(endpoint: &'static crate::spec::Endpoint) -> Request {
    Request { endpoint, ids: &[], query: &[HUNDRED], body: "" }
}

const fn post(endpoint: &'static crate::spec::Endpoint) -> Request {
    Request { body: "{}", ..get(endpoint) }
}

const fn option(query: &'static [(&'static str, &'static str)]) -> Request {
    Request { query, ..get(&endpoints::CUSTOM_FIELD) }
}

static DEPARTMENTS: TenantList = list(
    ("departments", "部门", "departments"),
    IdOf::Department,
    Way::Tree {
        tree: Request {
            ids: &[DEPARTMENT],
            query: &[THOUSAND],
            body: r#"{"need_inactive":true}"#,
            ..get(&endpoints::DEPARTMENT_TREE)
        },
        at: EntryAt { codes: &[], names: &[], within: &["/children"], active: "", ..PLAIN },
        smaller: "100",
        each: Request {
            ids: &[USER, DEPARTMENT],
            query: &[],
            body: r#"{"fields":["department_name","code","active","parent_department_id","staffing_model","effective_date","expiration_date","is_root"]}"#,
            ..get(&endpoints::DEPARTMENT_BATCH_GET)
        },
        ids: "department_id_list",
    },
    EntryAt {
        names: &["/department_name"],
        parent: "/parent_department_id",
        extra: &[
            ("effective_date", "/effective_date"),
            ("expiration_date", "/expiration_date"),
            (STAFFING, "/staffing_model/enum_name"),
            ("is_root", "/is_root"),
        ],
        ..PLAIN
    },
);

/// Under which name is kept how a department is staffed (岗职管理模式).
pub const STAFFING: &str = "staffing_model";
/// The ways of staffing in which everybody must have a job or a position.
pub const STAFFED: &[(&str, IdOf)] = &[("job", IdOf::Job), ("position", IdOf::Position)];

static EMPLOYEE_TYPES: TenantList = list(
    ("employee-types", "人员类型", "employee types"),
    IdOf::EmployeeType,
    Way::Pages(get(&endpoints::EMPLOYEE_TYPES)),
    EntryAt { extra: &[("default", "/default_employee_type")], ..PLAIN },
);

static WORKING_HOURS_TYPES: TenantList = list(
    ("working-hours", "工时制度", "working hours types"),
    IdOf::WorkingHoursType,
    Way::Pages(get(&endpoints::WORKING_HOURS_TYPES)),
    EntryAt { extra: &[("default", "/default_for_job")], ..PLAIN },
);

static LOCATIONS: TenantList = list(
    ("locations", "工作地点", "work locations"),
    IdOf::WorkLocation,
    Way::Pages(get(&endpoints::LOCATIONS)),
    EntryAt {
        extra: &[
            ("effective_time", "/hiberarchy_common/effective_time"),
            ("usages", "/location_usage_list"),
        ],
        ..HIERARCHY
    },
);

static JOB_LEVELS: TenantList = list(
    ("job-levels", "职级", "job levels"),
    IdOf::JobLevel,
    Way::Pages(get(&endpoints::JOB_LEVELS)),
    EntryAt {
        within: &["/job_grade", "/pathway_ids"],
        extra: &[("order", "/level_order"), ("pathway_ids", "/pathway_ids")],
        ..PLAIN
    },
);

static JOB_GRADES: TenantList = list(
    ("job-grades", "职等", "job grades"),
    IdOf::JobGrade,
    Way::Pages(post(&endpoints::JOB_GRADES)),
    EntryAt {
        id: &["/job_grade_id", "/id"],
        names: &["/names"],
        extra: &[("order", "/grade_order")],
        ..PLAIN
    },
);

/// The levels of a job are kept beside it: they are what the levels are within.
static JOBS: TenantList = list(
    ("jobs", "职务", "jobs"),
    IdOf::Job,
    Way::Pages(get(&endpoints::JOBS)),
    EntryAt {
        within: &["/job_family_id_list", "/pathway_id"],
        extra: &[
            (LEVELS, "/job_level_id_list"),
            ("pathway_ids", "/pathway_id"),
            ("working_hours_type_id", "/working_hours_type_id"),
            ("effective_time", "/effective_time"),
        ],
        ..PLAIN
    },
);

/// Under which name the levels of a job are kept.
pub const LEVELS: &str = "job_level_ids";

static JOB_FAMILIES: TenantList = list(
    ("job-families", "序列", "job families"),
    IdOf::JobFamily,
    Way::Pages(get(&endpoints::JOB_FAMILIES)),
    EntryAt {
        parent: "/parent_id",
        within: &["/pathway_ids"],
        extra: &[
            ("pathway_ids", "/pathway_ids"),
            ("selectable", "/selectable"),
            ("effective_time", "/effective_time"),
        ],
        ..PLAIN
    },
);

static COMPANIES: TenantList = list(
    ("companies", "公司", "companies"),
    IdOf::Company,
    Way::Pages(get(&endpoints::COMPANIES)),
    HIERARCHY,
);

static COST_CENTERS: TenantList = list(
    ("cost-centers", "成本中心", "cost centres"),
    IdOf::CostCenter,
    Way::Pages(Request {
        ids: &[USER],
        body: r#"{"get_all_version":false}"#,
        ..get(&endpoints::COST_CENTERS)
    }),
    EntryAt {
        id: &["/cost_center_id", "/id"],
        parent: "/parent_cost_center_id",
        extra: &[("effective_time", "/effective_time")],
        ..PLAIN
    },
);

/// Its body has other names for what is wanted than its answer.
static POSITIONS: TenantList = list(
    ("positions", "岗位", "positions"),
    IdOf::Position,
    Way::Pages(Request {
        ids: &[USER, DEPARTMENT],
        body: r#"{"fields":["wk_id","name","code","active","department","job","job_family","job_level","effective_time"]}"#,
        ..get(&endpoints::POSITIONS)
    }),
    EntryAt {
        id: &["/position_id", "/id"],
        names: &["/names"],
        within: &["/department_id", "/job_id"],
        extra: &[("effective_time", "/effective_time")],
        ..PLAIN
    },
);

static PATHWAYS: TenantList = list(
    ("pathways", "通道", "pathways"),
    IdOf::Pathway,
    Way::PagesOrNamed {
        pages: post(&endpoints::PATHWAYS),
        ids: "pathway_ids",
        named_by: &[
            ("job-levels", "pathway_ids"),
            ("jobs", "pathway_ids"),
            ("job-families", "pathway_ids"),
        ],
    },
    EntryAt { id: &["/pathway_id", "/id"], names: &["/names"], ..PLAIN },
);

static WORK_SHIFTS: TenantList = list(
    ("work-shifts", "排班类型", "work shifts"),
    IdOf::WorkShift,
    Way::Once(option(&[("object_api_name", "job_data"), ("custom_api_name", "work_shift")])),
    OPTION,
);

static COMPENSATION_TYPES: TenantList = list(
    ("compensation-types", "薪资类型", "compensation types"),
    IdOf::CompensationType,
    Way::Once(option(&[("object_api_name", "job_data"), ("custom_api_name", "compensation_type")])),
    OPTION,
);

static COUNTRIES: TenantList = list(
    ("countries", "招聘国家/地区", "hire countries"),
    IdOf::Country,
    Way::Pages(Request { body: r#"{"location_type":1}"#, ..get(&endpoints::HIRE_LOCATIONS) }),
    EntryAt {
        id: &["/country/country_code"],
        codes: &[],
        names: &["/country/country_name_info/zh_name", "/country/country_name_info/en_name"],
        active: "",
        ..PLAIN
    },
);

/// What tells a country from its dialling code: the codes that bodies take do not. Those that are out of
/// force are of no use here.
static DIAL_CODES: TenantList = list(
    ("dial-codes", "国际区号", "dialling codes"),
    IdOf::DialCode,
    Way::Pages(Request { body: r#"{"status_list":[1]}"#, ..get(&endpoints::COUNTRY_REGIONS) }),
    EntryAt {
        id: &["/country_region_id"],
        codes: &["/alpha_2_code", "/alpha_3_code", "/global_code"],
        names: &["/name", "/full_name"],
        active: "/status",
        ..PLAIN
    },
);

/// Which documents CoreHR tells apart, each of a country. The documents of talents have numbers of their own,
/// which are options of a talent's field.
static NATIONAL_ID_TYPES: TenantList = list(
    ("national-id-types", "国家证件类型", "national ID types"),
    IdOf::NationalIdType,
    Way::Pages(get(&endpoints::NATIONAL_ID_TYPES)),
    EntryAt {
        within: &["/country_region_id"],
        extra: &[
            ("identification_type", "/identification_type/enum_name"),
            ("validation_rule", "/validation_rule"),
        ],
        ..PLAIN
    },
);

/// Those that are out of force are read as well, so that their names are told apart from unknown ones.
static BANKS: TenantList = list(
    ("banks", "银行", "banks"),
    IdOf::Bank,
    Way::Pages(Request { body: r#"{"status_list":[1,0]}"#, ..get(&endpoints::BANKS) }),
    EntryAt {
        id: &["/bank_id"],
        codes: &["/bank_code"],
        names: &["/bank_name"],
        within: &["/country_region_id"],
        active: "/status",
        ..PLAIN
    },
);

static PROVINCES: TenantList = list(
    ("provinces", "招聘省份", "hire provinces"),
    IdOf::Province,
    Way::Pages(Request { body: r#"{"location_type":2}"#, ..get(&endpoints::HIRE_LOCATIONS) }),
    EntryAt {
        id: &["/state/state_code"],
        codes: &[],
        names: &[
            "/state/state_name_info/zh_name",
            "/state/state_name_info/en_name",
            "/state/state_name_info/py_name",
        ],
        within: &["/state/country_code"],
        active: "",
        ..PLAIN
    },
);

static CITIES: TenantList = list(
    ("cities", "招聘城市", "hire cities"),
    IdOf::City,
    Way::Pages(Request { body: r#"{"location_type":3}"#, ..get(&endpoints::HIRE_LOCATIONS) }),
    EntryAt {
        id: &["/city/city_code"],
        codes: &[],
        names: &[
            "/city/city_name_info/zh_name",
            "/city/city_name_info/en_name",
            "/city/city_name_info/py_name",
        ],
        within: &["/city/state_code", "/city/country_code"],
        active: "",
        ..PLAIN
    },
);

static RESUME_SOURCES: TenantList = list(
    ("resume-sources", "简历来源", "résumé sources"),
    IdOf::ResumeSource,
    Way::Pages(get(&endpoints::RESUME_SOURCES)),
    EntryAt {
        codes: &[],
        names: &["/zh_name", "/en_name"],
        active: "/active_status",
        extra: &[("type", "/resume_source_type")],
        ..PLAIN
    },
);

static FOLDERS: TenantList = list(
    ("folders", "人才文件夹", "talent folders"),
    IdOf::Folder,
    Way::Pages(Request { ids: &[HIRE_USER], ..get(&endpoints::TALENT_FOLDERS) }),
    EntryAt { id: &["/folder_id"], codes: &[], names: &["/folder_name"], active: "", ..PLAIN },
);

/// The modules of talents, and below each its fields: Feishu's own and those that the tenant has added.
static CUSTOM_FIELDS: TenantList = list(
    ("custom-fields", "人才字段", "talent fields"),
    IdOf::CustomField,
    Way::Once(Request { query: &[], ..get(&endpoints::TALENT_OBJECTS) }),
    EntryAt {
        codes: &[],
        names: &["/name/zh_cn", "/name/en_us"],
        below: "/children_list",
        parent: "/parent_id",
        active: "/active_status",
        extra: &[
            (CUSTOM, "/is_customized"),
            (REQUIRED, "/is_required"),
            (TYPE, "/setting/object_type"),
            (OPTIONS, "/setting/config/options"),
        ],
        ..PLAIN
    },
);

/// Under which name is kept that the tenant has made a field or a module itself.
pub const CUSTOM: &str = "custom";
/// Under which name is kept that the tenant requires a field.
pub const REQUIRED: &str = "required";
/// Under which name is kept what a field holds: one of [`CUSTOM_TYPES`], where it may be filled.
pub const TYPE: &str = "type";
/// Under which name the options of a field are kept.
pub const OPTIONS: &str = "options";

/// Where an option of a field has what; its ID is its key.
pub const FIELD_OPTION: EntryAt = EntryAt {
    id: &["/key"],
    codes: &[],
    names: &["/name/zh_cn", "/name/en_us"],
    active: "/active_status",
    ..PLAIN
};

/// What the numbers of `object_type` say that a field holds. Those of Feishu's own fields and of modules are
/// not among them.
pub const CUSTOM_TYPES: &[(i64, CustomType)] = &[
    (1, CustomType::Text),
    (2, CustomType::Text),
    (3, CustomType::Choice),
    (4, CustomType::Choices),
    (5, CustomType::Date),
    (6, CustomType::Month),
    (7, CustomType::Year),
    (8, CustomType::Range),
    (9, CustomType::Number),
    (12, CustomType::Date),
    (13, CustomType::Attachment),
];

/// An id that could not be converted is left empty in `…_v2`, and is none.
const PEOPLE: TenantList = TenantList {
    word: "people",
    zh: "员工",
    en: "employees",
    of: IdOf::Employment,
    personal: true,
    way: Way::Pages(Request {
        ids: &[USER, DEPARTMENT],
        body: r#"{"fields":["employment_id","employee_number","employment_status","effective_date","department_id","email_address","person_info.legal_name","person_info.preferred_local_full_name"]}"#,
        ..get(&endpoints::EMPLOYEE_SEARCH)
    }),
    entry: EntryAt {
        id: &["/employment_id_v2", "/employment_id"],
        codes: &["/employee_number", "/email_address"],
        names: &["/person_info/legal_name", "/person_info/preferred_local_full_name"],
        within: &["/department_id_v2", "/department_id"],
        active: "/employment_status/enum_name",
        extra: &[("status", "/employment_status/enum_name"), ("effective_date", "/effective_date")],
        ..PLAIN
    },
};

/// Employees who are looked up by number, e-mail address, mobile or name: what the list holds of them, and
/// their numbers of phones, by which an answer is told apart. It is no list of its own.
pub static PEOPLE_BY_KEY: TenantList = TenantList {
    way: Way::Pages(Request {
        ids: &[USER, DEPARTMENT],
        body: r#"{"fields":["employment_id","employee_number","employment_status","effective_date","department_id","email_address","person_info.legal_name","person_info.preferred_local_full_name","person_info.phone_list"]}"#,
        ..get(&endpoints::EMPLOYEE_SEARCH)
    }),
    entry: EntryAt {
        extra: &[
            ("status", "/employment_status/enum_name"),
            ("effective_date", "/effective_date"),
            (PHONES, "/person_info/phone_list"),
        ],
        ..PEOPLE.entry
    },
    ..PEOPLE
};

/// Under which name the numbers of phones are kept while they are needed.
pub const PHONES: &str = "phones";

/// The filters of employees by key, each a list of at most a hundred.
pub const BY_NUMBER: &str = "employee_number_list";
/// By the ID of the employment.
pub const BY_ID: &str = "employment_id_list";
/// By work e-mail address.
pub const BY_EMAIL: &str = "email_address_list";
/// By mobile.
pub const BY_MOBILE: &str = "phone_number_list";
/// By the name that is shown.
pub const BY_NAME: &str = "preferred_local_full_name_list";
/// The filter of job data by employment.
pub const BY_EMPLOYMENT: &str = "employment_ids";

/// The job data of today that is an employee's own: managers are named by theirs.
pub static JOB_DATA: TenantList = TenantList {
    word: "people-job-data",
    zh: "员工的任职信息",
    en: "employees' job data",
    of: IdOf::JobData,
    personal: true,
    way: Way::OfOther {
        pages: Request {
            ids: &[USER, DEPARTMENT],
            body: r#"{"primary_job_data":true,"get_all_version":false}"#,
            ..get(&endpoints::JOB_DATA_QUERY)
        },
        other: "people",
        owner: "employment_id",
    },
    entry: EntryAt {
        id: &["/job_datas/0/job_data_id"],
        codes: &[],
        names: &[],
        within: &["/job_datas/0/department_id"],
        active: "",
        extra: &[("employment_id", "/employment_id")],
        ..PLAIN
    },
};

/// The same of those who have none today: what begins later is read with all versions alone.
pub static JOB_DATA_TO_COME: TenantList = TenantList {
    word: "people-job-data",
    zh: "员工的任职信息",
    en: "employees' job data",
    of: IdOf::JobData,
    personal: true,
    way: Way::OfOther {
        pages: Request {
            ids: &[USER, DEPARTMENT],
            body: r#"{"primary_job_data":true,"get_all_version":true}"#,
            ..get(&endpoints::JOB_DATA_QUERY)
        },
        other: "people",
        owner: "employment_id",
    },
    entry: EntryAt {
        id: &["/job_datas/0/job_data_id"],
        codes: &[],
        names: &[],
        within: &["/job_datas/0/department_id"],
        active: "",
        extra: &[("employment_id", "/employment_id"), (SINCE, "/job_datas/0/effective_time")],
        ..PLAIN
    },
};

/// Under which name is kept from when on job data are in force.
pub const SINCE: &str = "since";

/// Every list, in the order in which they are read: those that others need first.
pub static ALL: &[&TenantList] = &[
    &DEPARTMENTS,
    &EMPLOYEE_TYPES,
    &WORKING_HOURS_TYPES,
    &LOCATIONS,
    &JOB_LEVELS,
    &JOB_GRADES,
    &JOBS,
    &JOB_FAMILIES,
    &COMPANIES,
    &COST_CENTERS,
    &POSITIONS,
    &PATHWAYS,
    &WORK_SHIFTS,
    &COMPENSATION_TYPES,
    &COUNTRIES,
    &DIAL_CODES,
    &NATIONAL_ID_TYPES,
    &BANKS,
    &PROVINCES,
    &CITIES,
    &RESUME_SOURCES,
    &FOLDERS,
    &CUSTOM_FIELDS,
    &PEOPLE,
    &JOB_DATA,
];

/// The list of that name.
pub fn named(word: &str) -> Option<&'static TenantList> {
    ALL.iter().find(|list| list.word == word).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::spec::Method;

    #[test]
    fn lists_are_told_apart_and_others_are_read_before_those_that_need_them() {
        let mut words = BTreeSet::new();
        let mut ids = BTreeSet::new();
        for list in ALL {
            let needs: Vec<&str> = match &list.way {
                Way::PagesOrNamed { named_by, .. } => {
                    named_by.iter().map(|(word, _)| *word).collect()
                }
                Way::OfOther { other, .. } => vec![other],
                Way::Pages(_) | Way::Once(_) | Way::Tree { .. } => Vec::new(),
            };
            assert!(needs.iter().all(|word| words.contains(word)), "{}", list.word);
            assert!(words.insert(list.word) && ids.insert(list.of), "{}", list.word);
            assert_eq!(named(list.word).map(|one| one.of), Some(list.of));
        }
    }

    #[test]
    fn bodies_are_objects_where_there_is_one_and_pages_hold_a_hundred() {
        for list in ALL {
            let request = list.first();
            let is_post = request.endpoint.method == Method::Post;
            let body = serde_json::from_str::<Value>(request.body);
            assert_eq!(is_post, body.is_ok_and(|body| body.is_object()), "{}", list.word);
            let size = request.query.iter().find(|(name, _)| *name == PAGE_SIZE);
            let pages = !matches!(list.way, Way::Once(_));
            assert_eq!(pages, size.is_some(), "{}", list.word);
        }
    }
}
