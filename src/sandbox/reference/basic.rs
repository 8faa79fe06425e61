//! Basic data: countries, provinces, cities, banks, currencies, documents.
//!
//! Must *not* know the company: the world is the same in every tenant.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::call::Reply;
use super::super::company::Name;
use super::super::company::world::{self, Country, Document, Part};
use super::asked::Asked;
use super::wire::{names, option};

/// Whether something shows that is in force, or not; what is in force alone where nothing is said.
fn shows(asked: &Asked<'_>, in_force: bool) -> bool {
    let wanted = asked.numbers("status_list");
    if wanted.is_empty() { in_force } else { wanted.contains(&i64::from(in_force)) }
}

/// `POST corehr/v2/basic_info/country_regions/search`.
pub(crate) fn countries(asked: &Asked<'_>) -> Reply {
    let mut found = world::countries();
    found.retain(|own| asked.allows("country_region_id_list", &[&own.id]));
    found.retain(|own| shows(asked, own.in_force));
    asked.list(&found, |own| {
        json!({
            "country_region_id": own.id, "name": names(&own.name),
            "full_name": names(&own.name), "alpha_2_code": own.alpha_2,
            "alpha_3_code": own.alpha_3, "global_code": format!("+{}", own.dial),
            "status": i32::from(own.in_force),
        })
    })
}

/// The id of the nationality that goes with a country.
fn nationality(country: &Country) -> String {
    country.id.replacen("71", "72", 1)
}

/// `POST corehr/v2/basic_info/nationalities/search`.
pub(crate) fn nationalities(asked: &Asked<'_>) -> Reply {
    let mut found = world::countries();
    found.retain(|own| asked.allows("nationality_id_list", &[&nationality(own)]));
    found.retain(|own| asked.allows("country_region_id_list", &[&own.id]));
    found.retain(|own| shows(asked, own.in_force));
    asked.list(&found, |own| {
        json!({
            "nationality_id": nationality(own), "name": names(&own.name),
            "alpha_2_code": own.alpha_2, "alpha_3_code": own.alpha_3,
            "numeric_code": own.numeric, "country_region_id": own.id,
            "status": i32::from(own.in_force),
        })
    })
}

/// Those that the two lists of ids allow: of what they belong to, and their own.
fn parts(mut all: Vec<Part>, asked: &Asked<'_>, of: &str, own: &str) -> Vec<Part> {
    all.retain(|part| asked.allows(of, &[&part.of]) && asked.allows(own, &[&part.id]));
    // All of them are in force.
    all.retain(|_| shows(asked, true));
    all
}

/// `POST corehr/v2/basic_info/country_region_subdivisions/search`.
pub(crate) fn provinces(asked: &Asked<'_>) -> Reply {
    let own = "country_region_subdivision_id_list";
    let found = parts(world::provinces(), asked, "country_region_id_list", own);
    asked.list(&found, |own| {
        json!({
            "country_region_subdivision_id": own.id, "name": names(&own.name),
            "country_region_id": own.of, "subdivision_type": option("province", "省份"),
            "iso_code": own.code, "status": 1,
        })
    })
}

/// `POST corehr/v2/basic_info/cities/search`.
pub(crate) fn cities(asked: &Asked<'_>) -> Reply {
    let of = "country_region_subdivision_id_list";
    let found = parts(world::cities(), asked, of, "city_id_list");
    asked.list(&found, |own| {
        json!({
            "city_id": own.id, "name": names(&own.name), "country_region_subdivision_id": own.of,
            "subregion_code": own.code, "status": 1,
        })
    })
}

/// `POST corehr/v2/basic_info/districts/search`.
pub(crate) fn districts(asked: &Asked<'_>) -> Reply {
    let found = parts(world::districts(), asked, "city_id_list", "district_id_list");
    asked.list(&found, |own| {
        json!({
            "district_id": own.id, "name": names(&own.name), "city_id": own.of,
            "subregion_code": own.code, "status": 1,
        })
    })
}

/// `POST corehr/v2/basic_info/banks/search`.
pub(crate) fn banks(asked: &Asked<'_>) -> Reply {
    let mut found = world::banks();
    found.retain(|own| asked.allows("bank_id_list", &[&own.id]));
    found.retain(|own| asked.allows("bank_name_list", &[&own.name.zh, &own.name.en]));
    found.retain(|_| shows(asked, true));
    asked.list(&found, |own| {
        json!({
            "bank_id": own.id, "bank_name": names(&own.name), "bank_code": own.code,
            "country_region_id": own.of, "status": 1,
        })
    })
}

/// `POST corehr/v2/basic_info/bank_branchs/search`.
pub(crate) fn bank_branches(asked: &Asked<'_>) -> Reply {
    let mut found = parts(world::branches(), asked, "bank_id_list", "bank_branch_id_list");
    found.retain(|own| asked.allows("bank_branch_name_list", &[&own.name.zh]));
    found.retain(|own| asked.allows("code_list", &[&own.code]));
    asked.list(&found, |own| {
        json!({
            "bank_branch_id": own.id, "bank_branch_name": names(&own.name), "bank_id": own.of,
            "code": own.code, "swift_code": "", "status": 1,
        })
    })
}

/// `POST corehr/v2/basic_info/currencies/search`: each with the countries that pay with it.
pub(crate) fn currencies(asked: &Asked<'_>) -> Reply {
    let mut all: BTreeMap<&str, Vec<Country>> = BTreeMap::new();
    for country in world::countries().into_iter().filter(|own| own.in_force) {
        all.entry(country.currency).or_default().push(country);
    }
    let mut found: Vec<(&str, Vec<Country>)> = all.into_iter().collect();
    let id = |countries: &[Country]| {
        countries.first().map_or_else(String::new, |own| own.id.replacen("71", "73", 1))
    };
    found.retain(|(_, countries)| asked.allows("currency_id_list", &[&id(countries)]));
    found.retain(|_| shows(asked, true));
    asked.list(&found, |(code, countries)| {
        let ids: Vec<&str> = countries.iter().map(|own| own.id.as_str()).collect();
        json!({
            "currency_id": id(countries), "currency_name": names(&Name::new("", code)),
            "numeric_code": countries.first().map_or(0, |own| own.numeric),
            "currency_alpha_3_code": code, "country_region_id_list": ids, "status": 1,
        })
    })
}

/// `GET corehr/v1/national_id_types`.
pub(crate) fn national_id_types(asked: &Asked<'_>) -> Reply {
    let mut found = world::documents();
    let is = |name: &str, own: &str| asked.call.param(name).is_none_or(|wanted| wanted == own);
    found.retain(|own| is("code", own.code) && is("country_region_id", &own.country));
    found.retain(|own| is("identification_type", own.kind.0));
    asked.list(&found, |own: &Document| -> Value {
        json!({
            "id": own.id, "country_region_id": own.country, "name": names(&own.name),
            "active": true, "validation_rule": own.rule, "validation_rule_description": [],
            "code": own.code, "identification_type": option(own.kind.0, own.kind.1),
            "custom_fields": [],
        })
    })
}
