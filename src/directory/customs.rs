//! What is kept of modules and fields → the fields that the tenant has added.
//!
//! Must not know: where they are kept, where in a record a field stands.

use serde_json::Value;

use crate::api::reads::entry;
use crate::kinds::lists;
use crate::resolve::{CustomField, CustomModule, CustomOption, Entry};
use crate::spec::CustomType;

/// The fields that the tenant has added and that may be filled, of all entries with what is kept beside
/// each. A field of a module that is not in use is not in use.
pub(super) fn fields(all: &[(Entry, String)]) -> Vec<CustomField> {
    of_all(all, |is_custom, extra| of_number(extra[lists::TYPE].as_i64()?).filter(|_| is_custom))
}

/// Feishu's own fields that offer options, with those of the tenant. What the tenant requires of them is
/// [`required`].
pub(super) fn choices(all: &[(Entry, String)]) -> Vec<CustomField> {
    let offers = |extra: &Value| !options(&extra[lists::OPTIONS]).is_empty();
    let mut found =
        of_all(all, |is_custom, extra| (!is_custom && offers(extra)).then_some(CustomType::Choice));
    for field in &mut found {
        (field.required, field.module.required) = (false, false);
    }
    found
}

/// The fields for which `ty` gives a type: it is told whether the tenant has added one, and what is kept
/// beside it.
fn of_all(
    all: &[(Entry, String)],
    ty: impl Fn(bool, &Value) -> Option<CustomType>,
) -> Vec<CustomField> {
    let all: Vec<(&Entry, Value)> = all
        .iter()
        .map(|(entry, extra)| (entry, serde_json::from_str(extra).unwrap_or_default()))
        .collect();
    let says = |extra: &Value, what: &str| extra[what].as_bool() == Some(true);
    let field = |(field, extra): &(&Entry, Value)| {
        let parent = field.parent.as_deref()?;
        let (module, of_module) = all.iter().find(|(module, _)| module.id == parent)?;
        let is_own = says(of_module, lists::CUSTOM);
        Some(CustomField {
            id: field.id.clone(),
            module: CustomModule {
                id: module.id.clone(),
                names: module.names.to_vec(),
                is_own,
                required: says(of_module, lists::REQUIRED),
            },
            names: field.names.to_vec(),
            ty: ty(is_own || says(extra, lists::CUSTOM), extra)?,
            required: says(extra, lists::REQUIRED),
            active: field.active && module.active,
            options: options(&extra[lists::OPTIONS]),
        })
    };
    all.iter().filter_map(field).collect()
}

/// What Feishu's own fields are called that the tenant requires, in each language.
pub(super) fn required(all: &[(Entry, String)]) -> Vec<Vec<String>> {
    let all = all.iter().filter(|(entry, _)| entry.active && entry.parent.is_some());
    let is_required = |extra: &str| {
        let extra: Value = serde_json::from_str(extra).unwrap_or_default();
        extra[lists::CUSTOM].as_bool() != Some(true)
            && extra[lists::REQUIRED].as_bool() == Some(true)
    };
    let required = all.filter(|(_, extra)| is_required(extra));
    required.map(|(entry, _)| entry.names.to_vec()).collect()
}

/// The parts of a record that the tenant requires of everybody.
pub(super) fn required_modules(all: &[(Entry, String)]) -> Vec<CustomModule> {
    let modules = all.iter().filter(|(entry, _)| entry.active && entry.parent.is_none());
    let module = |(entry, extra): &(Entry, String)| {
        let extra: Value = serde_json::from_str(extra).unwrap_or_default();
        let says = |what: &str| extra[what].as_bool() == Some(true);
        let (id, names, is_own) = (entry.id.clone(), entry.names.to_vec(), says(lists::CUSTOM));
        says(lists::REQUIRED).then_some(CustomModule { id, names, is_own, required: true })
    };
    modules.filter_map(module).collect()
}

fn of_number(number: i64) -> Option<CustomType> {
    lists::CUSTOM_TYPES.iter().find(|(own, _)| *own == number).map(|(_, ty)| *ty)
}

fn options(kept: &Value) -> Vec<CustomOption> {
    let all = kept.as_array().map(Vec::as_slice).unwrap_or_default();
    let all = all.iter().filter_map(|option| entry(option, &lists::FIELD_OPTION));
    all.map(|one| CustomOption { key: one.id, names: one.names, active: one.active }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(id: &str, parent: Option<&str>, active: bool, extra: &str) -> (Entry, String) {
        let parent = parent.map(str::to_owned);
        let names = [format!("名{id}")].into();
        (Entry { id: id.to_owned(), names, parent, active, ..Entry::default() }, extra.to_owned())
    }

    #[test]
    fn a_field_of_feishu_s_own_that_offers_options_is_a_choice() {
        let options = r#""options":[{"key":"1","name":{"zh_cn":"男"},"active_status":1}]"#;
        let of = |custom| format!(r#"{{"custom":{custom},"type":3,{options}}}"#);
        let all = [
            kept("1", None, true, r#"{"custom":false,"type":11}"#),
            kept("2", Some("1"), true, &of(false)),
            kept("3", Some("1"), true, &of(true)),
            kept("4", Some("1"), true, r#"{"custom":false,"type":3}"#),
            kept("5", None, true, r#"{"custom":true,"type":11}"#),
            kept("6", Some("5"), true, &of(false)),
        ];
        let ids: Vec<String> = choices(&all).into_iter().map(|field| field.id).collect();
        assert_eq!(ids, ["2"], "neither the tenant's own, nor one without options");
    }

    #[test]
    fn only_what_the_tenant_has_added_and_may_be_filled_is_a_custom_field() {
        let options = r#"[{"key":"1","name":{"zh_cn":"白班","en_us":"Day"},"active_status":1},
            {"key":"2","name":{"zh_cn":"夜班","en_us":""},"active_status":2}]"#;
        let choice = format!(r#"{{"custom":true,"required":true,"type":3,"options":{options}}}"#);
        let all = [
            kept("1", None, true, r#"{"custom":false,"type":11}"#),
            kept("2", Some("1"), true, r#"{"custom":false,"type":1}"#),
            kept("3", Some("1"), true, &choice),
            kept("4", Some("1"), true, r#"{"custom":true,"type":10}"#),
            kept("5", None, false, r#"{"custom":true,"type":11}"#),
            kept("6", Some("5"), true, r#"{"custom":false,"type":9}"#),
            kept("7", Some("8"), true, r#"{"custom":true,"type":1}"#),
        ];
        let fields = fields(&all);
        let told = |one: &CustomField| (one.id.clone(), one.ty, one.required, one.active);
        assert_eq!(
            fields.iter().map(told).collect::<Vec<_>>(),
            [
                ("3".to_owned(), CustomType::Choice, true, true),
                ("6".to_owned(), CustomType::Number, false, false),
            ]
        );
        let option =
            |one: &CustomOption| format!("{} {} {}", one.key, one.names.join(","), one.active);
        let options: Vec<_> = fields[0].options.iter().map(option).collect();
        assert_eq!(options, ["1 白班,Day true", "2 夜班 false"]);
        assert!(fields[1].module.is_own && !fields[0].module.is_own);
    }
}
