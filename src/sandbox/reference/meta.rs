//! Fields of objects and their options.
//!
//! Must *not* know records that have them.

use serde_json::{Value, json};

use super::super::call::Reply;
use super::super::company::{Choice, Company, Field, Name, preset};
use super::asked::Asked;
use super::wire::names;

/// A parameter that must be there is empty.
const EMPTY: i64 = 1_160_006;
/// There is no such object.
const NO_OBJECT: i64 = 1_162_010;
/// The object has no such field.
const NO_FIELD: i64 = 1_162_020;
/// The object of every page of `custom_fields/query` that names none.
const NO_LIST: i64 = 1_160_005;

fn both(name: &Name) -> Value {
    json!({ "zh_cn": name.zh, "en_us": name.en })
}

/// All fields: the tenant's before those that every tenant has.
fn fields(company: &Company) -> Vec<Field> {
    company.fields.iter().cloned().chain(preset()).collect()
}

/// `GET corehr/v1/custom_fields/get_by_param`.
pub(crate) fn one(company: &Company, asked: &Asked<'_>) -> Reply {
    let (object, name) = (asked.call.param("object_api_name"), asked.call.param("custom_api_name"));
    let (Some(object), Some(name)) = (object, name) else {
        return Reply::error(400, EMPTY, "required parameter is empty");
    };
    let all = fields(company);
    if !all.iter().any(|own| own.object == object) {
        return Reply::error(400, NO_OBJECT, "object does not exist");
    }
    match all.iter().find(|own| own.object == object && own.api_name == name) {
        Some(field) => Reply::data(&json!({ "data": shown(field) })),
        None => Reply::error(400, NO_FIELD, "field does not exist"),
    }
}

/// `GET corehr/v1/custom_fields/query`: the custom fields of objects.
pub(crate) fn custom(company: &Company, asked: &Asked<'_>) -> Reply {
    let objects = asked.params("object_api_name_list");
    if objects.is_empty() {
        return Reply::error(400, NO_LIST, "required parameter is empty");
    }
    if objects.len() > 20 {
        return asked.bad("object_api_name_list has more than 20 entries");
    }
    let found: Vec<&Field> =
        company.fields.iter().filter(|own| objects.contains(&own.object.as_str())).collect();
    asked.list(&found, |own| shown(own))
}

fn shown(field: &Field) -> Value {
    let config = match field.kind {
        4 => json!({ "enum_field_setting": {
            "enum_field_option_list": field.options.iter().map(option).collect::<Vec<_>>(),
            "is_multiple": field.multiple,
        }}),
        1 => json!({ "text_field_setting": {
            "is_multilingual": false, "is_multiline": false, "max_length": 255,
            "is_url_type": false,
        }}),
        3 => json!({ "number_field_setting": {
            "number_field_type": 3, "decimal_places": 2, "round_type": 1,
            "decimal_total_places": 20,
        }}),
        7 => json!({ "date_time_field_setting": { "date_time_type": 1 } }),
        5 => json!({ "lookup_field_setting": {
            "lookup_obj_api_name": "employment", "is_multiple": field.multiple,
        }}),
        _ => json!({}),
    };
    json!({
        "custom_api_name": field.api_name, "name": both(&field.name),
        "description": both(&Name::default()), "is_open": true, "is_required": field.required,
        "is_unique": false, "object_api_name": field.object, "type": field.kind,
        "common_schema_config": config, "create_time": "1625542287",
        "update_time": "1702542639",
    })
}

fn option(option: &Choice) -> Value {
    json!({
        "api_name": option.api_name, "name": both(&option.name),
        "description": both(&Name::default()), "is_open": !option.closed,
    })
}

/// `POST corehr/v2/enums/search`. That the names are those of fields is a guess: its page does not say which there are.
pub(crate) fn enums(company: &Company, asked: &Asked<'_>) -> Reply {
    let wanted = asked.texts("enum_apiname_lists");
    let all = fields(company);
    let found = wanted.iter().filter_map(|name| {
        let field = all.iter().find(|own| own.kind == 4 && own.api_name == *name)?;
        let items = field.options.iter().zip(1..).map(|(own, order): (_, u32)| {
            json!({
                "api_name": own.api_name, "name": names(&own.name), "description": [],
                "enum_api_name": name, "order": order, "status": i32::from(!own.closed),
            })
        });
        Some(json!({ "enum_apiname": name, "enum_items": items.collect::<Vec<_>>() }))
    });
    Reply::data(&json!({ "enums": found.collect::<Vec<_>>() }))
}
