//! The calls that the sandbox answers, with their paths and documented limits.
//!
//! Must *not* know what the calls do. The reads of reference data are a table of their own (`reference/pages.rs`).

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::limits::Limits;
use super::reference::page::Reference;

/// One call of the API. Its label is its key in the ledger and in fault files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// A read of reference data.
    Reference(Reference),
}

impl Endpoint {
    /// Every call, in the order of the enum.
    pub fn all() -> impl Iterator<Item = Self> {
        let own = [
            Self::Token,
            Self::TalentCreate,
            Self::TalentFind,
            Self::TalentGet,
            Self::JobDataCreate,
            Self::JobDataList,
            Self::JobDataFind,
            Self::EmployeeFind,
        ];
        own.into_iter().chain(Reference::all().map(Self::Reference))
    }

    /// Its number, by which each call has chances of its own.
    pub(super) fn number(self) -> u64 {
        match self {
            Self::Token => 0,
            Self::TalentCreate => 1,
            Self::TalentFind => 2,
            Self::TalentGet => 3,
            Self::JobDataCreate => 4,
            Self::JobDataList => 5,
            Self::JobDataFind => 6,
            Self::EmployeeFind => 7,
            Self::Reference(read) => 8 + read as u64,
        }
    }

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
            Self::Reference(read) => read.page().path,
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
            Self::Reference(read) => read.page().label,
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
            Self::Reference(read) => read.page().body.is_some(),
        }
    }

    /// The scopes of which its page asks for one; none where the page is not at hand.
    pub(super) fn scopes(self) -> &'static [&'static str] {
        match self {
            Self::TalentCreate => &["hire:talent"],
            Self::TalentFind | Self::TalentGet => &["hire:talent", "hire:talent:readonly"],
            Self::JobDataCreate => &["corehr:corehr", "corehr:job_data:write"],
            Self::Token | Self::JobDataList | Self::JobDataFind | Self::EmployeeFind => &[],
            Self::Reference(read) => read.page().scopes,
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
            Self::Reference(read) => read.page().rate.limits(both),
        }
    }
}

impl Serialize for Endpoint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.label())
    }
}

impl<'de> Deserialize<'de> for Endpoint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let label = String::deserialize(deserializer)?;
        Self::all().find(|call| call.label() == label).ok_or_else(|| {
            let known: Vec<&str> = Self::all().map(Self::label).collect();
            de::Error::custom(format!(
                "unknown call `{label}`, expected one of {}",
                known.join(", ")
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_call_has_a_number_a_label_and_a_way_of_its_own() {
        let count = Endpoint::all().count();
        let numbers: BTreeSet<u64> = Endpoint::all().map(Endpoint::number).collect();
        let labels: BTreeSet<&str> = Endpoint::all().map(Endpoint::label).collect();
        let ways: BTreeSet<_> = Endpoint::all().map(|call| (call.path(), call.is_post())).collect();
        assert_eq!((numbers.len(), labels.len(), ways.len()), (count, count, count));
        assert!(numbers.into_iter().max() < Some(256), "a number has one byte");
    }
}
