//! Every endpoint that muster may call, with its limits (`docs/facts.md`, section 1).
//!
//! Must not know: how requests are written or answers read.

use super::codes;
use crate::spec::{Endpoint, Limits, Method};

const FAST: Limits = Limits { per_second: Some(50), per_minute: Some(1000) };
const MINUTE_100: Limits = Limits { per_second: None, per_minute: Some(100) };
const SECOND_20: Limits = Limits { per_second: Some(20), per_minute: None };

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

/// Every endpoint.
pub const ALL: &[&Endpoint] = &[
    &TOKEN,
    &TALENT_CREATE,
    &TALENT_IDS,
    &TALENT_GET,
    &JOB_DATA_CREATE,
    &JOB_DATA_BATCH_GET,
    &EMPLOYEE_BATCH_GET,
];
