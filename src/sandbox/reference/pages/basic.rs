//! The pages of basic data: countries, provinces, cities, banks, documents.
//!
//! Must *not* know what a read finds.

use super::super::super::shape::{Field, Shape};
use super::super::page::{Page, Reference, may};

/// In force, or not; without it what is in force alone.
const STATUS: Field = may("status_list", Shape::Choices(&[0, 1], 2));

const fn page(
    of: Reference,
    label: &'static str,
    path: &'static str,
    body: &'static [Field],
) -> Page {
    Page::post(of, label, path, body)
        .scopes(&["corehr:common_data.basic_data:read"])
        .most(100)
        .broken(500, 1_160_998)
}

/// In the order of the enum.
pub(super) const PAGES: [Page; 9] = [
    page(
        Reference::Countries,
        "countries",
        "/open-apis/corehr/v2/basic_info/country_regions/search",
        &[may("country_region_id_list", Shape::Ids(100)), STATUS],
    ),
    page(
        Reference::Nationalities,
        "nationalities",
        "/open-apis/corehr/v2/basic_info/nationalities/search",
        &[
            may("nationality_id_list", Shape::Ids(100)),
            may("country_region_id_list", Shape::Ids(100)),
            STATUS,
        ],
    ),
    page(
        Reference::Provinces,
        "provinces",
        "/open-apis/corehr/v2/basic_info/country_region_subdivisions/search",
        &[
            may("country_region_id_list", Shape::Ids(100)),
            may("country_region_subdivision_id_list", Shape::Ids(100)),
            STATUS,
        ],
    ),
    page(
        Reference::Cities,
        "cities",
        "/open-apis/corehr/v2/basic_info/cities/search",
        &[
            may("country_region_subdivision_id_list", Shape::Ids(100)),
            may("city_id_list", Shape::Ids(100)),
            STATUS,
        ],
    ),
    page(
        Reference::Districts,
        "districts",
        "/open-apis/corehr/v2/basic_info/districts/search",
        &[may("city_id_list", Shape::Ids(100)), may("district_id_list", Shape::Ids(100)), STATUS],
    ),
    page(
        Reference::Banks,
        "banks",
        "/open-apis/corehr/v2/basic_info/banks/search",
        &[may("bank_id_list", Shape::Ids(100)), may("bank_name_list", Shape::Texts(100)), STATUS],
    ),
    page(
        Reference::BankBranches,
        "bank_branches",
        "/open-apis/corehr/v2/basic_info/bank_branchs/search",
        &[
            may("bank_id_list", Shape::Ids(100)),
            may("bank_branch_id_list", Shape::Ids(100)),
            may("bank_branch_name_list", Shape::Texts(100)),
            may("code_list", Shape::Texts(100)),
            STATUS,
        ],
    ),
    page(
        Reference::Currencies,
        "currencies",
        "/open-apis/corehr/v2/basic_info/currencies/search",
        &[may("currency_id_list", Shape::Ids(100)), STATUS],
    ),
    Page::get(
        Reference::NationalIdTypes,
        "national_id_types",
        "/open-apis/corehr/v1/national_id_types",
    )
    .scopes(&[
        "corehr:common_data.preset_data:read",
        "corehr:common_data.preset_data:write",
        "corehr:corehr",
        "corehr:corehr:readonly",
    ])
    .query(&[("identification_type", &[]), ("code", &[]), ("country_region_id", &[])])
    // The page names no most.
    .most(usize::MAX),
];
