//! Every endpoint that muster may call, with its limits (`docs/facts.md`, section 1).
//!
//! Must not know: how requests are written or answers read.

use super::codes;
use crate::spec::{ApiCode, Endpoint, Limits, Method};

const FAST: Limits = Limits { per_second: Some(50), per_minute: Some(1000) };
const MINUTE_100: Limits = Limits { per_second: None, per_minute: Some(100) };
const SECOND_10: Limits = Limits { per_second: Some(10), per_minute: None };
const SECOND_20: Limits = Limits { per_second: Some(20), per_minute: None };
const SECOND_5: Limits = Limits { per_second: Some(5), per_minute: None };

/// 自建应用获取 `tenant_access_token`. No limit is documented; taken as the usual one.
pub const TOKEN: Endpoint = Endpoint {
    name: "auth.token",
    method: Method::Post,
    path: "/open-apis/auth/v3/tenant_access_token/internal",
    limits: FAST,
    client_token: false,
    made: &[],
    codes: codes::TOKEN,
    scopes: &[],
};

/// 创建人才.
pub const TALENT_CREATE: Endpoint = Endpoint {
    name: "talent.create",
    method: Method::Post,
    path: "/open-apis/hire/v1/talents/combined_create",
    limits: FAST,
    client_token: false,
    made: &["/talent_id"],
    codes: codes::TALENT_CREATE,
    scopes: &["hire:talent"],
};

/// 批量获取人才ID.
pub const TALENT_IDS: Endpoint = Endpoint {
    name: "talent.batch_get_id",
    method: Method::Post,
    path: "/open-apis/hire/v1/talents/batch_get_id",
    limits: FAST,
    client_token: false,
    made: &[],
    codes: codes::TALENT_READ,
    scopes: &["hire:talent:readonly", "hire:talent"],
};

/// 获取人才详情.
pub const TALENT_GET: Endpoint = Endpoint {
    name: "talent.get",
    method: Method::Get,
    path: "/open-apis/hire/v2/talents/:talent_id",
    limits: SECOND_20,
    client_token: false,
    made: &[],
    codes: codes::TALENT_READ,
    scopes: &["hire:talent:readonly", "hire:talent"],
};

/// 创建任职信息. Its reads call the id `job_data_id`.
pub const JOB_DATA_CREATE: Endpoint = Endpoint {
    name: "job_data.create",
    method: Method::Post,
    path: "/open-apis/corehr/v1/job_datas",
    limits: FAST,
    client_token: true,
    made: &["/job_data/id", "/job_data/job_data_id"],
    codes: codes::JOB_DATA_CREATE,
    scopes: &["corehr:corehr", "corehr:job_data:write"],
};

/// 批量查询员工任职信息.
pub const JOB_DATA_BATCH_GET: Endpoint = Endpoint {
    name: "job_data.batch_get",
    method: Method::Post,
    path: "/open-apis/corehr/v2/employees/job_datas/batch_get",
    limits: MINUTE_100,
    client_token: false,
    made: &[],
    codes: codes::COREHR_READ,
    scopes: &["corehr:job_data:read", "corehr:job_data:write"],
};

/// 批量查询员工信息: is an employment visible to this app at all.
pub const EMPLOYEE_BATCH_GET: Endpoint = Endpoint {
    name: "employee.batch_get",
    method: Method::Post,
    path: "/open-apis/corehr/v2/employees/batch_get",
    limits: MINUTE_100,
    client_token: false,
    made: &[],
    codes: codes::COREHR_READ,
    scopes: &["corehr:employee:read", "corehr:employee:write"],
};

/// A read of the tenant's own lists.
const fn reading(
    name: &'static str,
    (method, path): (Method, &'static str),
    limits: Limits,
    codes: &'static [ApiCode],
    scopes: &'static [&'static str],
) -> Endpoint {
    Endpoint { name, method, path, limits, client_token: false, made: &[], codes, scopes }
}

/// 查询指定生效日期的部门架构树: ids alone.
pub const DEPARTMENT_TREE: Endpoint = reading(
    "department.tree",
    (Method::Post, "/open-apis/corehr/v2/departments/tree"),
    SECOND_5,
    codes::DEPARTMENT_READ,
    &["corehr:department.organize:read"],
);

/// 批量查询部门. The parent needs `corehr:department.organize:read` besides.
pub const DEPARTMENT_BATCH_GET: Endpoint = reading(
    "department.batch_get",
    (Method::Post, "/open-apis/corehr/v2/departments/batch_get"),
    FAST,
    codes::DEPARTMENT_READ,
    &["corehr:department:read", "corehr:department:write"],
);

/// 批量查询人员类型.
pub const EMPLOYEE_TYPES: Endpoint = reading(
    "employee_type.list",
    (Method::Get, "/open-apis/corehr/v1/employee_types"),
    FAST,
    codes::COREHR_LIST,
    &[
        "corehr:common_data.preset_data:read",
        "corehr:common_data.preset_data:write",
        "corehr:corehr:readonly",
        "corehr:corehr",
    ],
);

/// 批量查询工时制度.
pub const WORKING_HOURS_TYPES: Endpoint = reading(
    "working_hours_type.list",
    (Method::Get, "/open-apis/corehr/v1/working_hours_types"),
    FAST,
    codes::COREHR_LIST,
    &[
        "corehr:common_data.preset_data:read",
        "corehr:common_data.preset_data:write",
        "corehr:corehr:readonly",
        "corehr:corehr",
    ],
);

/// 批量分页查询地点信息.
pub const LOCATIONS: Endpoint = reading(
    "location.list",
    (Method::Get, "/open-apis/corehr/v1/locations"),
    MINUTE_100,
    codes::COREHR_LIST,
    &["corehr:locations:read", "corehr:locations:write", "corehr:corehr:readonly", "corehr:corehr"],
);

/// 批量查询职级.
pub const JOB_LEVELS: Endpoint = reading(
    "job_level.list",
    (Method::Get, "/open-apis/corehr/v1/job_levels"),
    FAST,
    codes::COREHR_LIST,
    &["corehr:job_level:read", "corehr:job_level:write", "corehr:corehr:readonly", "corehr:corehr"],
);

/// 查询职等.
pub const JOB_GRADES: Endpoint = reading(
    "job_grade.query",
    (Method::Post, "/open-apis/corehr/v2/job_grades/query"),
    SECOND_5,
    codes::COREHR_LIST,
    &["corehr:job_grade:read", "corehr:job_grade:write", "corehr:corehr:readonly", "corehr:corehr"],
);

/// 批量查询职务. The levels need `corehr:job.job_level:read` besides.
pub const JOBS: Endpoint = reading(
    "job.list",
    (Method::Get, "/open-apis/corehr/v2/jobs"),
    FAST,
    codes::COREHR_LIST,
    &[
        "corehr:job.only:read",
        "corehr:job:read",
        "corehr:job:write",
        "corehr:corehr:readonly",
        "corehr:corehr",
    ],
);

/// 批量查询序列.
pub const JOB_FAMILIES: Endpoint = reading(
    "job_family.list",
    (Method::Get, "/open-apis/corehr/v1/job_families"),
    FAST,
    codes::COREHR_LIST,
    &[
        "corehr:job_family:read",
        "corehr:job_family:write",
        "corehr:corehr:readonly",
        "corehr:corehr",
    ],
);

/// 批量查询公司.
pub const COMPANIES: Endpoint = reading(
    "company.list",
    (Method::Get, "/open-apis/corehr/v1/companies"),
    FAST,
    codes::COREHR_LIST,
    &["corehr:company:read", "corehr:corehr:readonly", "corehr:corehr"],
);

/// 搜索成本中心信息.
pub const COST_CENTERS: Endpoint = reading(
    "cost_center.search",
    (Method::Post, "/open-apis/corehr/v2/cost_centers/search"),
    FAST,
    codes::COST_CENTERS,
    &["corehr:cost_center:read"],
);

/// 查询岗位信息. It needs the data permission 岗位资源 besides.
pub const POSITIONS: Endpoint = reading(
    "position.query",
    (Method::Post, "/open-apis/corehr/v2/positions/query"),
    SECOND_5,
    codes::COREHR_LIST,
    &["corehr:position:read", "corehr:position:write"],
);

/// 获取通道信息: since 2026 all of them, before by id alone.
pub const PATHWAYS: Endpoint = reading(
    "pathway.batch_get",
    (Method::Post, "/open-apis/corehr/v2/pathways/batch_get"),
    FAST,
    codes::PATHWAYS,
    &["corehr:pathway:read", "corehr:pathway:write"],
);

/// 获取字段详情: the options of a field, built-in ones too.
pub const CUSTOM_FIELD: Endpoint = reading(
    "custom_field.get_by_param",
    (Method::Get, "/open-apis/corehr/v1/custom_fields/get_by_param"),
    FAST,
    codes::CUSTOM_FIELD,
    &["corehr:common_data.meta_data:read", "corehr:corehr:readonly", "corehr:corehr"],
);

/// 查询国家/地区信息: names and dialling codes.
pub const COUNTRY_REGIONS: Endpoint = reading(
    "country_region.search",
    (Method::Post, "/open-apis/corehr/v2/basic_info/country_regions/search"),
    FAST,
    codes::COREHR_LIST,
    &["corehr:common_data.basic_data:read"],
);

/// 批量查询国家证件类型.
pub const NATIONAL_ID_TYPES: Endpoint = reading(
    "national_id_type.list",
    (Method::Get, "/open-apis/corehr/v1/national_id_types"),
    FAST,
    codes::COREHR_LIST,
    &[
        "corehr:common_data.preset_data:read",
        "corehr:common_data.preset_data:write",
        "corehr:corehr:readonly",
        "corehr:corehr",
    ],
);

/// 查询银行信息.
pub const BANKS: Endpoint = reading(
    "bank.search",
    (Method::Post, "/open-apis/corehr/v2/basic_info/banks/search"),
    FAST,
    codes::COREHR_LIST,
    &["corehr:common_data.basic_data:read"],
);

/// 获取人才字段.
pub const TALENT_OBJECTS: Endpoint = reading(
    "talent_object.query",
    (Method::Get, "/open-apis/hire/v1/talent_objects/query"),
    SECOND_10,
    codes::HIRE_LIST,
    &["hire:talent:readonly", "hire:talent"],
);

/// 查询地点列表.
pub const HIRE_LOCATIONS: Endpoint = reading(
    "hire_location.query",
    (Method::Post, "/open-apis/hire/v1/locations/query"),
    SECOND_5,
    codes::HIRE_LIST,
    &["hire:location:readonly"],
);

/// 获取简历来源列表.
pub const RESUME_SOURCES: Endpoint = reading(
    "resume_source.list",
    (Method::Get, "/open-apis/hire/v1/resume_sources"),
    SECOND_20,
    codes::HIRE_LIST,
    &["hire:talent:readonly", "hire:talent"],
);

/// 获取人才文件夹列表.
pub const TALENT_FOLDERS: Endpoint = reading(
    "talent_folder.list",
    (Method::Get, "/open-apis/hire/v1/talent_folders"),
    FAST,
    codes::HIRE_LIST,
    &["hire:talent_folder:readonly", "hire:talent_folder"],
);

/// 搜索员工信息. It needs the data permission 员工资源 and the scopes of its fields besides.
pub const EMPLOYEE_SEARCH: Endpoint = reading(
    "employee.search",
    (Method::Post, "/open-apis/corehr/v2/employees/search"),
    MINUTE_100,
    codes::EMPLOYEE_SEARCH,
    &["corehr:employee:read", "corehr:employee:write"],
);

/// 获取任职信息列表.
pub const JOB_DATA_QUERY: Endpoint = reading(
    "job_data.query",
    (Method::Post, "/open-apis/corehr/v2/employees/job_datas/query"),
    MINUTE_100,
    codes::COREHR_READ,
    &["corehr:employee.job_data:read", "corehr:job_data:read", "corehr:job_data:write"],
);

/// Every endpoint.
pub const ALL: &[&Endpoint] = &[
    &TOKEN,
    &TALENT_CREATE,
    &TALENT_IDS,
    &TALENT_GET,
    &JOB_DATA_CREATE,
    &JOB_DATA_BATCH_GET,
    &EMPLOYEE_BATCH_GET,
    &DEPARTMENT_TREE,
    &DEPARTMENT_BATCH_GET,
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
    &CUSTOM_FIELD,
    &COUNTRY_REGIONS,
    &NATIONAL_ID_TYPES,
    &BANKS,
    &TALENT_OBJECTS,
    &HIRE_LOCATIONS,
    &RESUME_SOURCES,
    &TALENT_FOLDERS,
    &EMPLOYEE_SEARCH,
    &JOB_DATA_QUERY,
];
