//! The reads of reference data, as their pages have them: path, limit, scopes, parameters, body.
//!
//! Must *not* know what a read finds.

use std::sync::LazyLock;

use super::super::call::GATEWAY;
use super::super::fields::{CORE_USER_ID_TYPES, DEPARTMENT_ID_TYPES};
use super::super::limits::Limits;
use super::super::shape::{Field, Need, Shape};

mod basic;
mod hire;
mod organisation;
mod people;

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
    /// The documented code for bad parameters; the gateway's where there is none.
    pub(crate) bad: i64,
}

impl Reference {
    /// Every read, in the order of the enum.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        PAGES.iter().map(|page| page.of)
    }

    /// What its page says.
    pub(crate) fn page(self) -> &'static Page {
        PAGES[self as usize]
    }
}

/// All pages, in the order of the enum.
static PAGES: LazyLock<Vec<&'static Page>> = LazyLock::new(|| {
    let tables: [&'static [Page]; 4] =
        [&organisation::PAGES, &people::PAGES, &basic::PAGES, &hire::PAGES];
    tables.into_iter().flatten().collect()
});

/// Ids of contacts, which some pages default to.
const OPEN: (&str, &str) = ("open_id", "open_department_id");
/// Ids of CoreHR, which the others default to.
const CORE: (&str, &str) = ("people_corehr_id", "people_corehr_department_id");
const BOTH_TYPES: &[(&str, &[&str])] =
    &[("user_id_type", CORE_USER_ID_TYPES), ("department_id_type", DEPARTMENT_ID_TYPES)];

const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, need: Need::Optional }
}

const fn must(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, need: Need::Required }
}

impl Page {
    /// A `GET` with the usual limit and nothing else to say.
    const fn get(of: Reference, label: &'static str, path: &'static str) -> Self {
        let (rate, paging, bad) = (Rate::Both, Paging::Whole, GATEWAY);
        Self { of, label, path, rate, scopes: &[], paging, query: &[], ids: CORE, body: None, bad }
    }

    /// A `POST` with this body.
    const fn post(
        of: Reference,
        label: &'static str,
        path: &'static str,
        body: &'static [Field],
    ) -> Self {
        Self { body: Some(body), ..Self::get(of, label, path) }
    }

    /// Whether it belongs to hire.
    pub(crate) fn is_hire(&self) -> bool {
        self.path.starts_with("/open-apis/hire/")
    }

    const fn scopes(self, scopes: &'static [&'static str]) -> Self {
        Self { scopes, ..self }
    }

    /// `page_size` is required, and at most this.
    const fn most(self, most: usize) -> Self {
        Self { paging: Paging::Required(most), ..self }
    }

    const fn paging(self, paging: Paging) -> Self {
        Self { paging, ..self }
    }

    const fn rate(self, rate: Rate) -> Self {
        Self { rate, ..self }
    }

    const fn query(self, query: &'static [(&'static str, &'static [&'static str])]) -> Self {
        Self { query, ..self }
    }

    const fn ids(self, ids: (&'static str, &'static str)) -> Self {
        Self { ids, ..self }
    }

    const fn bad(self, bad: i64) -> Self {
        Self { bad, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_enum() {
        for page in PAGES.iter() {
            assert_eq!(page.of.page().of, page.of);
        }
    }
}
