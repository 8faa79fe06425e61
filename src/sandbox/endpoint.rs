//! The calls that the sandbox answers, with their paths and documented limits.
//!
//! Must *not* know what the calls do.

use serde::{Deserialize, Serialize};

use super::limits::Limits;

/// One call of the API. The snake-case name is its key in the ledger and in fault files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Endpoint {
    /// `POST /open-apis/auth/v3/tenant_access_token/internal`
    Token,
    /// `POST /open-apis/hire/v1/talents/combined_create`
    TalentCreate,
    /// `POST /open-apis/hire/v1/talents/batch_get_id`
    TalentFind,
    /// `GET /open-apis/hire/v2/talents/{talent_id}`
    TalentGet,
    /// `POST /open-apis/corehr/v1/job_datas`
    JobDataCreate,
    /// `GET /open-apis/corehr/v1/job_datas`
    JobDataList,
    /// `POST /open-apis/corehr/v2/employees/job_datas/batch_get`
    JobDataFind,
    /// `POST /open-apis/corehr/v2/employees/batch_get`
    EmployeeFind,
}

impl Endpoint {
    /// Every call, in the order of the enum.
    pub const ALL: [Self; 8] = [
        Self::Token,
        Self::TalentCreate,
        Self::TalentFind,
        Self::TalentGet,
        Self::JobDataCreate,
        Self::JobDataList,
        Self::JobDataFind,
        Self::EmployeeFind,
    ];

    /// Path as an axum route.
    pub fn path(self) -> &'static str {
        match self {
            Self::Token => "/open-apis/auth/v3/tenant_access_token/internal",
            Self::TalentCreate => "/open-apis/hire/v1/talents/combined_create",
            Self::TalentFind => "/open-apis/hire/v1/talents/batch_get_id",
            Self::TalentGet => "/open-apis/hire/v2/talents/{talent_id}",
            Self::JobDataCreate | Self::JobDataList => "/open-apis/corehr/v1/job_datas",
            Self::JobDataFind => "/open-apis/corehr/v2/employees/job_datas/batch_get",
            Self::EmployeeFind => "/open-apis/corehr/v2/employees/batch_get",
        }
    }

    /// Its key in the ledger.
    pub fn label(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::TalentCreate => "talent_create",
            Self::TalentFind => "talent_find",
            Self::TalentGet => "talent_get",
            Self::JobDataCreate => "job_data_create",
            Self::JobDataList => "job_data_list",
            Self::JobDataFind => "job_data_find",
            Self::EmployeeFind => "employee_find",
        }
    }

    /// Whether the call is a `POST`; the others are `GET`.
    pub fn is_post(self) -> bool {
        match self {
            Self::TalentGet | Self::JobDataList => false,
            Self::Token
            | Self::TalentCreate
            | Self::TalentFind
            | Self::JobDataCreate
            | Self::JobDataFind
            | Self::EmployeeFind => true,
        }
    }

    /// The scopes of which its page asks for one; none where the page is not at hand.
    pub(super) fn scopes(self) -> &'static [&'static str] {
        match self {
            Self::TalentCreate => &["hire:talent"],
            Self::TalentFind | Self::TalentGet => &["hire:talent", "hire:talent:readonly"],
            Self::JobDataCreate => &["corehr:corehr", "corehr:job_data:write"],
            Self::Token | Self::JobDataList | Self::JobDataFind | Self::EmployeeFind => &[],
        }
    }

    /// Most admitted in any second and in any minute: its page's limit, `both` for those that say "1000/min, 50/s".
    pub(super) fn limits(self, both: Limits) -> (Option<u32>, Option<u32>) {
        match self {
            Self::Token => (None, None),
            Self::TalentCreate | Self::TalentFind | Self::JobDataCreate | Self::JobDataList => {
                (Some(both.per_second), Some(both.per_minute))
            }
            Self::TalentGet => (Some(20), None),
            Self::JobDataFind | Self::EmployeeFind => (None, Some(100)),
        }
    }
}
