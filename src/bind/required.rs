//! What a tenant requires beyond Feishu: fields that it has added, and the keys of a person (手机, 邮箱).
//! One that has neither a column nor a default is one problem of the sheet, with its ways out.
//!
//! Must not know: cells, how the tenant's fields are read.

use super::claims::Claims;
use super::customs;
use crate::lexicon::labels::Index;
use crate::lexicon::path::Customs;
use crate::mapping::RecordMapping;
use crate::problem::{Arg, Code, Complaint, Place, Problem, both, quoted};
use crate::resolve::{CustomField, Directory};
use crate::spec::{Group, Kind, Slot, Target};

/// The keys of a person that the tenant requires.
pub(crate) fn keys(kind: &'static Kind, directory: &Directory) -> Vec<&'static str> {
    let is_required = |key: &&str| {
        directory.required().iter().flatten().any(|name| {
            let meaning = Index::of(kind).resolve(name, &Customs::new());
            meaning.is_some_and(|meaning| meaning.slot.to_string() == **key)
        })
    };
    kind.keys.iter().map(|key| key.field).filter(is_required).collect()
}

/// A problem for each field that the tenant requires of every row, or of an entry that the sheet has, and that
/// nothing fills.
pub(super) fn missing(
    kind: &'static Kind,
    claims: &Claims,
    mapping: Option<&RecordMapping>,
    directory: Option<&Directory>,
    place: &Place,
) -> Vec<Problem> {
    let Some(directory) = directory else { return Vec::new() };
    let defaults = mapping.map(|mapping| mapping.defaults.as_slice()).unwrap_or_default();
    let bound = || claims.bound.iter().map(|claim| &claim.slot);
    let mut slots: Vec<&Slot> = bound().collect();
    slots.extend(defaults.iter().map(|default| &*default.slot));
    let lacking = |key: &&'static str| !slots.iter().any(|slot| slot.to_string() == **key);
    let keys = keys(kind, directory).into_iter().filter(lacking).filter_map(|key| kind.field(key));
    let keys = keys.map(|field| problem(place, both(field.zh, field.en), field.key));
    let has_group = |group: &Group| {
        bound().any(|slot| match &slot.target {
            Target::Entry { group: own, .. } | Target::EntryCustom { group: own, .. } => {
                own.key == group.key
            }
            Target::Field(_) | Target::Custom { .. } | Target::Module { .. } => false,
        })
    };
    let has_module = |id: &str| {
        bound().any(|slot| match &slot.target {
            Target::Module { module_id, .. } => **module_id == *id,
            Target::Field(_)
            | Target::Custom { .. }
            | Target::Entry { .. }
            | Target::EntryCustom { .. } => false,
        })
    };
    let is_wanted = |target: &Target| match target {
        Target::Custom { .. } => true,
        Target::EntryCustom { group, .. } => has_group(group),
        Target::Module { module_id, .. } => has_module(module_id),
        Target::Field(_) | Target::Entry { .. } => false,
    };
    let customs = unfilled(kind, directory, &slots);
    let customs = customs.filter(|(_, slot)| is_wanted(&slot.target));
    keys.chain(customs.map(|(field, slot)| problem(place, name(field), &slot.to_string())))
        .collect()
}

/// The same for a sheet whose rows are entries of a group.
pub(super) fn missing_of_entry(
    kind: &'static Kind,
    group: &'static Group,
    fed: &[&Slot],
    directory: &Directory,
    place: &Place,
) -> Vec<Problem> {
    let is_wanted = |target: &Target| match target {
        Target::EntryCustom { group: own, .. } => own.key == group.key,
        Target::Custom { .. } | Target::Module { .. } | Target::Field(_) | Target::Entry { .. } => {
            false
        }
    };
    let customs = unfilled(kind, directory, fed).filter(|(_, slot)| is_wanted(&slot.target));
    customs.map(|(field, slot)| problem(place, name(field), &slot.to_string())).collect()
}

/// The fields that the tenant requires and that none of these places is, with the place of each.
fn unfilled<'d>(
    kind: &'static Kind,
    directory: &'d Directory,
    filled: &[&Slot],
) -> impl Iterator<Item = (&'d CustomField, Slot)> {
    let filled: Vec<String> =
        filled.iter().filter_map(|slot| slot.custom_id()).map(str::to_owned).collect();
    let required = directory.customs().iter().filter(|field| field.required && field.active);
    let lacking = required.filter(move |field| !filled.contains(&field.id));
    lacking.filter_map(move |field| {
        let target = customs::place(kind, field, 1, field.ty)?;
        Some((field, Slot { kind: kind.id, target }))
    })
}

fn name(field: &CustomField) -> Arg {
    let zh = field.names.first().unwrap_or(&field.id);
    both(zh, field.names.get(1).unwrap_or(zh))
}

fn problem(place: &Place, name: Arg, path: &str) -> Problem {
    let line = format!("{} = {}", quoted(path), quoted("…"));
    let complaint = Complaint::with(Code::TenantColumnMissing, [name, line.into()]);
    Problem { field: Some(path.into()), ..Problem::at(place.clone(), complaint) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::bind::{BindOptions, Tenant, bind_found};
    use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
    use crate::mapping::Mapping;
    use crate::resolve::CustomModule;
    use crate::sheet::{RawCell, RawRow};
    use crate::spec::CustomType;

    fn tenant() -> Directory {
        let own = |id: &str, module: (&str, &str, bool), name: &str, active| CustomField {
            id: id.to_owned(),
            module: CustomModule {
                id: module.0.to_owned(),
                names: vec![module.1.to_owned()],
                is_own: module.2,
            },
            names: vec![name.to_owned()],
            ty: CustomType::Text,
            required: id != "9",
            active,
            options: Vec::new(),
        };
        let customs = vec![
            own("11", ("m1", "基本信息", false), "是否接受出差", true),
            own("12", ("m1", "基本信息", false), "停用的", false),
            own("9", ("m1", "基本信息", false), "可填可不填", true),
            own("21", ("m2", "教育经历", false), "学校类别", true),
            own("41", ("m4", "内部评估", true), "评估日期", true),
            own("42", ("m4", "内部评估", true), "评估结果", true),
        ];
        let required = ["姓名", "手机", "学校"].map(|name| vec![name.to_owned()]);
        Directory::default().with_customs(customs).with_required(required.to_vec())
    }

    /// What is missing of a sheet with this header.
    fn lacks(kind: &'static Kind, cells: &[&str], toml: &str) -> Vec<String> {
        let mut row = RawRow::new();
        row.reset(1);
        for cell in cells {
            row.push(RawCell::Text(cell));
        }
        let text = format!("version = 1\n[[record]]\nkind = \"{}\"\n{toml}", kind.id.flag());
        let mapping = Mapping::parse(&text, &"m.toml".into()).unwrap();
        let directory = tenant();
        let how = BindOptions {
            mapping: mapping.records.first().filter(|_| !toml.is_empty()),
            tables: &HashMap::new(),
            allow_keyless: true,
            accept: None,
        };
        let tenant = Tenant { found: &[], directory: Some(&directory) };
        let bound = bind_found(kind, &row, &Place::file(&"t.xlsx".into()), &how, tenant);
        let problems = bound.err().unwrap_or_default();
        let missing = problems.iter().filter(|one| one.code() == Code::TenantColumnMissing);
        missing.map(|one| one.field.as_deref().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn what_the_tenant_requires_of_a_person_wants_a_column_or_a_default() {
        assert_eq!(lacks(&TALENT, &["姓名", "邮箱"], ""), ["basic_info.mobile", "custom:11"]);
        assert_eq!(lacks(&TALENT, &["姓名", "手机号", "是否接受出差"], ""), [""; 0]);
        assert_eq!(lacks(&TALENT, &["姓名", "手机号", "custom:11"], ""), [""; 0]);
        let default = "[record.defaults]\n\"custom:11\" = \"接受\"\n";
        assert_eq!(lacks(&TALENT, &["姓名", "手机号"], default), [""; 0]);
        let cells = ["雇佣ID", "部门ID", "人员类型ID", "生效日期"];
        assert_eq!(lacks(&JOB_DATA, &cells, ""), [""; 0], "fields of talents are no job data's");
    }

    #[test]
    fn what_it_requires_of_an_entry_is_wanted_where_the_sheet_has_entries() {
        let person = ["姓名", "手机号", "是否接受出差"];
        let with = |more: &[&'static str]| lacks(&TALENT, &[&person[..], more].concat(), "");
        assert_eq!(with(&["学校", "学历"]), ["education_list[1].custom:21"]);
        assert_eq!(with(&["学校", "学校类别"]), [""; 0]);
        assert_eq!(with(&["评估日期"]), ["module:m4[1].custom:42"]);
    }
}
