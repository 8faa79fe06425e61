//! What hire shows: modules of a talent, places, sources of résumés, folders.
//!
//! Must *not* know CoreHR, whose places have other ids.

use serde_json::{Value, json};

use super::super::behaviour::Required;
use super::super::call::Reply;
use super::super::company::ids::in_type;
use super::super::company::world;
use super::super::company::{Company, Name, ResumeSource, TalentField, TalentFolder, TalentModule};
use super::asked::Asked;

fn both(name: &Name) -> Value {
    json!({ "zh_cn": name.zh, "en_us": name.en })
}

fn status(closed: bool) -> i32 {
    if closed { 2 } else { 1 }
}

/// `GET hire/v1/talent_objects/query`.
pub(crate) fn talent_objects(company: &Company, asked: &Asked<'_>, required: Required) -> Reply {
    asked.list(&company.talent_modules, |module: &TalentModule| {
        let children: Vec<Value> =
            module.fields.iter().map(|field| talent_field(field, &module.id, required)).collect();
        json!({
            "id": module.id, "name": both(&module.name), "description": both(&Name::default()),
            "setting": { "object_type": 11, "config": { "options": [] } },
            "is_customized": module.custom, "is_required": module.required,
            "active_status": status(module.closed), "children_list": children,
        })
    })
}

fn talent_field(field: &TalentField, parent: &str, required: Required) -> Value {
    let is_required = field.required && !(field.custom && required == Required::Unset);
    let options = field.options.iter().map(|option| {
        json!({
            "key": option.key, "name": both(&option.name),
            "description": both(&Name::default()), "active_status": status(option.closed),
        })
    });
    let options: Vec<Value> = options.collect();
    json!({
        "id": field.id, "name": both(&field.name), "description": both(&Name::default()),
        "setting": { "object_type": field.kind, "config": { "options": options } },
        "parent_id": parent, "is_customized": field.custom, "is_required": is_required,
        "active_status": status(field.closed),
    })
}

/// `POST hire/v1/locations/query`: one object an item, named by the type that was asked for.
pub(crate) fn places(asked: &Asked<'_>) -> Reply {
    let (kind, all) = match asked.number("location_type") {
        Some(1) => ("country", countries()),
        Some(2) => ("state", states()),
        Some(3) => ("city", cities()),
        _ => ("district", districts()),
    };
    let code = format!("{kind}_code");
    let found: Vec<Value> = all
        .into_iter()
        .filter(|place| asked.allows("code_list", &[place[&code].as_str().unwrap_or_default()]))
        .collect();
    asked.list(&found, |place| json!({ kind: place }))
}

fn called(zh: &str, en: &str) -> Value {
    json!({ "zh_name": zh, "en_name": en, "py_name": en.to_lowercase().replace(' ', "") })
}

fn countries() -> Vec<Value> {
    let all = world::countries().into_iter().filter(|own| own.in_force).zip(1..);
    all.map(|(own, nth): (_, u32)| {
        let name = called(&own.name.zh, &own.name.en);
        json!({ "country_code": format!("CN_{nth}"), "country_name_info": name })
    })
    .collect()
}

fn states() -> Vec<Value> {
    let all = world::provinces().into_iter().zip(1..);
    all.map(|(own, nth): (_, u32)| {
        json!({
            "state_code": format!("ST_{nth}"), "country_code": "CN_1",
            "state_name_info": called(&own.name.zh, &own.name.en),
        })
    })
    .collect()
}

/// The codes of the state and the city that have these names.
fn codes_of(city: &str) -> Option<(String, String)> {
    let (at, (_, province)) = world::city_names().enumerate().find(|(_, (own, _))| *own == city)?;
    let state = world::province_names().position(|own| own == province)?;
    Some((format!("ST_{}", state + 1), format!("CT_{}", at + 1)))
}

fn cities() -> Vec<Value> {
    let all = world::city_names().filter_map(|(name, _)| Some((name, codes_of(name)?)));
    all.map(|(name, (state, city))| {
        json!({
            "city_code": city, "state_code": state, "country_code": "CN_1",
            "city_name_info": called(name, ""),
        })
    })
    .collect()
}

fn districts() -> Vec<Value> {
    let cities = world::cities();
    let all = world::districts().into_iter().zip(1..).filter_map(|(own, nth): (_, u32)| {
        let city = cities.iter().find(|city| city.id == own.of)?;
        let (state, city) = codes_of(&city.name.zh)?;
        Some(json!({
            "district_code": format!("DT_{nth}"), "city_code": city, "state_code": state,
            "country_code": "CN_1", "district_name_info": called(&own.name.zh, ""),
        }))
    });
    all.collect()
}

/// `GET hire/v1/resume_sources`.
pub(crate) fn resume_sources(company: &Company, asked: &Asked<'_>) -> Reply {
    asked.list(&company.resume_sources, |own: &ResumeSource| {
        json!({
            "id": own.id, "zh_name": own.name.zh, "en_name": own.name.en,
            "active_status": status(own.closed), "resume_source_type": own.kind,
        })
    })
}

/// `GET hire/v1/talent_folders`.
pub(crate) fn talent_folders(company: &Company, asked: &Asked<'_>) -> Reply {
    asked.list(&company.talent_folders, |own: &TalentFolder| {
        json!({
            "folder_id": own.id, "folder_name": own.name,
            "owner_id": in_type(&own.owner, asked.user_id_type()),
        })
    })
}
