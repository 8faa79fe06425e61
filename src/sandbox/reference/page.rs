//! What a page says of a read of reference data: path, limit, scopes, parameters, body.
//!
//! Must *not* know which page says what (`pages` has the tables), nor what a read finds.

use super::super::fields::{CORE_USER_ID_TYPES, DEPARTMENT_ID_TYPES};
use super::super::limits::Limits;
use super::super::shape::{Field, Need, Shape};

/// One read of reference data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reference {
    /// `GET corehr/v1/employee_types`
    EmployeeTypes,
    /// `GET corehr/v1/working_hours_types`
    WorkingHoursTypes,
    /// `GET corehr/v1/locations`
    Locations,
    /// `GET corehr/v1/job_levels`
    JobLevels,
    /// `POST corehr/v2/job_grades/query`
    JobGrades,
    /// `GET corehr/v2/jobs`
    Jobs,
    /// `GET corehr/v1/job_families`
    JobFamilies,
    /// `GET corehr/v1/companies`
    Companies,
    /// `POST corehr/v2/cost_centers/search`
    CostCenters,
    /// `POST corehr/v2/departments/tree`
    DepartmentTree,
    /// `POST corehr/v2/departments/batch_get`
    DepartmentGet,
    /// `POST corehr/v2/departments/search`
    DepartmentSearch,
    /// `POST corehr/v2/departments/query_timeline`
    DepartmentTimeline,
    /// `POST corehr/v2/positions/query`
    Positions,
    /// `POST corehr/v2/pathways/batch_get`
    Pathways,
    /// `POST corehr/v2/employees/search`
    Employees,
    /// `POST corehr/v2/employees/job_datas/query`
    JobDatas,
    /// `GET corehr/v1/custom_fields/get_by_param`
    CustomField,
    /// `GET corehr/v1/custom_fields/query`
    CustomFields,
    /// `POST corehr/v2/enums/search`
    Enums,
    /// `POST corehr/v2/basic_info/country_regions/search`
    Countries,
    /// `POST corehr/v2/basic_info/nationalities/search`
    Nationalities,
    /// `POST corehr/v2/basic_info/country_region_subdivisions/search`
    Provinces,
    /// `POST corehr/v2/basic_info/cities/search`
    Cities,
    /// `POST corehr/v2/basic_info/districts/search`
    Districts,
    /// `POST corehr/v2/basic_info/banks/search`
    Banks,
    /// `POST corehr/v2/basic_info/bank_branchs/search`
    BankBranches,
    /// `POST corehr/v2/basic_info/currencies/search`
    Currencies,
    /// `GET corehr/v1/national_id_types`
    NationalIdTypes,
    /// `GET hire/v1/talent_objects/query`
    TalentObjects,
    /// `POST hire/v1/locations/query`
    HirePlaces,
    /// `GET hire/v1/resume_sources`
    ResumeSources,
    /// `GET hire/v1/talent_folders`
    TalentFolders,
}

/// Which windows a page's limit has.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Rate {
    /// "1000/min, 50/s".
    Both,
    /// So many a minute.
    Minute(u32),
    /// So many a second.
    Second(u32),
}

impl Rate {
    /// Most admitted in any second and in any minute.
    pub(crate) fn limits(self, both: Limits) -> (Option<u32>, Option<u32>) {
        match self {
            Self::Both => (Some(both.per_second), Some(both.per_minute)),
            Self::Minute(most) => (None, Some(most)),
            Self::Second(most) => (Some(most), None),
        }
    }
}

/// How a read pages.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Paging {
    /// Not at all.
    Whole,
    /// `page_size` is required, from 1 to this.
    Required(usize),
    /// `page_size` may be left out: the default, and the most.
    Default(usize, usize),
}

/// What the page of one read says.
#[derive(Debug)]
pub(crate) struct Page {
    /// Which read it is.
    pub(crate) of: Reference,
    /// Its key in the ledger.
    pub(crate) label: &'static str,
    /// Path as an axum route.
    pub(crate) path: &'static str,
    /// Its limit.
    pub(crate) rate: Rate,
    /// The scopes of which one will do.
    pub(crate) scopes: &'static [&'static str],
    /// How it pages.
    pub(crate) paging: Paging,
    /// Query parameters beside those of paging, each with its choices (none: any value).
    pub(crate) query: &'static [(&'static str, &'static [&'static str])],
    /// Defaults of `user_id_type` and `department_id_type`.
    pub(crate) ids: (&'static str, &'static str),
    /// Fields of the body; `None` for a `GET`.
    pub(in crate::sandbox) body: Option<&'static [Field]>,
    /// The documented code for bad parameters, where there is one.
    pub(crate) bad: Option<i64>,
    /// Status and code of a system error: the page's own, else CoreHR's "unknown error".
    pub(crate) broken: (u16, i64),
    /// The documented status and code for data that the app may not see, where there are any.
    pub(crate) denied: Option<(u16, i64)>,
}

/// Ids of contacts, which some pages default to.
pub(crate) const OPEN: (&str, &str) = ("open_id", "open_department_id");
/// Ids of CoreHR, which the others default to.
pub(crate) const CORE: (&str, &str) = ("people_corehr_id", "people_corehr_department_id");
pub(crate) const BOTH_TYPES: &[(&str, &[&str])] =
    &[("user_id_type", CORE_USER_ID_TYPES), ("department_id_type", DEPARTMENT_ID_TYPES)];

pub(in crate::sandbox) const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, need: Need::Optional }
}

pub(in crate::sandbox) const fn must(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, need: Need::Required }
}

impl Page {
    /// A `GET` with the usual limit and nothing else to say.
    pub(in crate::sandbox) const fn get(
        of: Reference,
        label: &'static str,
        path: &'static str,
    ) -> Self {
        Self {
            of,
            label,
            path,
            rate: Rate::Both,
            scopes: &[],
            paging: Paging::Whole,
            query: &[],
            ids: CORE,
            body: None,
            bad: None,
            broken: (500, 1_160_999),
            denied: None,
        }
    }

    /// A `POST` with this body.
    pub(in crate::sandbox) const fn post(
        of: Reference,
        label: &'static str,
        path: &'static str,
        body: &'static [Field],
    ) -> Self {
        Self { body: Some(body), ..Self::get(of, label, path) }
    }

    pub(in crate::sandbox) const fn scopes(self, scopes: &'static [&'static str]) -> Self {
        Self { scopes, ..self }
    }

    /// `page_size` is required, and at most this.
    pub(in crate::sandbox) const fn most(self, most: usize) -> Self {
        Self { paging: Paging::Required(most), ..self }
    }

    pub(in crate::sandbox) const fn paging(self, paging: Paging) -> Self {
        Self { paging, ..self }
    }

    pub(in crate::sandbox) const fn rate(self, rate: Rate) -> Self {
        Self { rate, ..self }
    }

    pub(in crate::sandbox) const fn query(
        self,
        query: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        Self { query, ..self }
    }

    pub(in crate::sandbox) const fn ids(self, ids: (&'static str, &'static str)) -> Self {
        Self { ids, ..self }
    }

    pub(in crate::sandbox) const fn bad(self, bad: i64) -> Self {
        Self { bad: Some(bad), ..self }
    }

    pub(in crate::sandbox) const fn broken(self, http: u16, code: i64) -> Self {
        Self { broken: (http, code), ..self }
    }

    pub(in crate::sandbox) const fn denied(self, http: u16, code: i64) -> Self {
        Self { denied: Some((http, code)), ..self }
    }
}
