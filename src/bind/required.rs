//! What a tenant requires beyond Feishu: fields that it has added, and the keys of a person (手机, 邮箱).
//! One that has neither a column nor a default is one problem of the sheet, with its ways out.
//!
//! Must not know: cells, how the tenant's fields are read.

use super::claims::Claims;
use super::customs;
use crate::lexicon::labels::Index;
use crate::lexicon::normalize;
use crate::lexicon::path::Customs;
use crate::mapping::RecordMapping;
use crate::problem::{Arg, Code, Complaint, Place, Problem, both, quoted};
use crate::resolve::{CustomField, CustomModule, Directory};
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
    let mut filled: Vec<&Slot> = claims.bound.iter().map(|claim| &claim.slot).collect();
    filled.extend(defaults.iter().map(|default| &*default.slot));
    let children = mapping.map(|mapping| mapping.children.as_slice()).unwrap_or_default();
    // Of rows that stand in a sheet of their own, that sheet says what it lacks.
    let is_below = |path: &str| children.iter().any(|child| is_of_group(path, child.group.key));
    let lacking = lacking(kind, &filled, directory).into_iter();
    let lacking = lacking.filter(|(path, _)| !is_below(path));
    lacking.map(|(path, name)| problem(place, name, &path)).collect()
}

/// What the tenant requires of every row, or of an entry of which a place is filled, and that none of these
/// places is: path and name.
pub(crate) fn lacking(
    kind: &'static Kind,
    filled: &[&Slot],
    directory: &Directory,
) -> Vec<(String, Arg)> {
    let paths: Vec<String> = filled.iter().map(ToString::to_string).collect();
    let is_free = |path: &str| !paths.iter().any(|known| known == path);
    let keys = keys(kind, directory).into_iter().filter(|key| is_free(key));
    let keys = keys.filter_map(|key| kind.field(key));
    let keys = keys.map(|field| (field.key.to_owned(), both(field.zh, field.en)));
    let required = directory.customs().iter().filter(|field| field.required && field.active);
    let customs = required.flat_map(|field| {
        let wanted = entries_of(kind, field, filled).into_iter();
        let slots = wanted.filter_map(|n| {
            let target = customs::place(kind, field, n, field.ty)?;
            Some(Slot { kind: kind.id, target }.to_string())
        });
        slots.map(|path| (path, name(field)))
    });
    let customs: Vec<(String, Arg)> = customs.filter(|(path, _)| is_free(path)).collect();
    let modules = directory.required_modules().iter();
    let modules = modules.filter_map(|module| unbegun(kind, module, filled, directory));
    let modules =
        modules.filter(|(path, _)| !customs.iter().any(|(known, _)| begins_alike(known, path)));
    let modules: Vec<(String, Arg)> = modules.collect();
    keys.chain(customs).chain(modules).collect()
}

/// Whether a path is of an entry of a group.
pub(crate) fn is_of_group(path: &str, group: &str) -> bool {
    path.strip_prefix(group).is_some_and(|rest| rest.starts_with('['))
}

/// Whether two paths are of one entry.
fn begins_alike(one: &str, other: &str) -> bool {
    let entry = |path: &str| path.split_once(']').map(|(entry, _)| entry.to_owned());
    entry(one).is_some() && entry(one) == entry(other)
}

/// A part of a record that the tenant requires of everybody and of which no place is filled: a group, or a
/// module of its own. Of others Feishu requires what it needs.
fn unbegun(
    kind: &'static Kind,
    module: &CustomModule,
    filled: &[&Slot],
    directory: &Directory,
) -> Option<(String, Arg)> {
    let zh = module.names.first()?;
    let name = both(zh, module.names.get(1).unwrap_or(zh));
    if module.is_own {
        let is_of = |slot: &&Slot| match &slot.target {
            Target::Module { module_id, .. } => **module_id == *module.id,
            Target::Field(_)
            | Target::Custom { .. }
            | Target::Entry { .. }
            | Target::EntryCustom { .. } => false,
        };
        let mut own = directory.customs().iter();
        let first = own.find(|field| field.active && field.module.id == module.id)?;
        let target = customs::place(kind, first, 1, first.ty)?;
        let path = Slot { kind: kind.id, target }.to_string();
        return (!filled.iter().copied().any(|slot| is_of(&slot))).then_some((path, name));
    }
    let names: Vec<String> = module.names.iter().map(|name| normalize::header(name)).collect();
    let groups: Vec<&'static Group> = Index::of(kind).groups_called(&names).collect();
    let [group] = groups[..] else { return None };
    let is_of = |slot: &&Slot| match &slot.target {
        Target::Entry { group: own, .. } | Target::EntryCustom { group: own, .. } => {
            own.key == group.key
        }
        Target::Field(_) | Target::Custom { .. } | Target::Module { .. } => false,
    };
    let first = group.fields.first()?;
    let path = format!("{}[1].{}", group.key, first.key);
    (!filled.iter().copied().any(|slot| is_of(&slot))).then_some((path, name))
}

/// The entries of its group or module that the sheet has, in each of which a field of the tenant's own is
/// wanted; the first, too, of a module that the tenant requires of everybody. Outside groups there is one.
fn entries_of(kind: &'static Kind, field: &CustomField, filled: &[&Slot]) -> Vec<u16> {
    let Some(own) = customs::place(kind, field, 1, field.ty) else { return Vec::new() };
    let same = |slot: &Slot| match (&own, &slot.target) {
        (
            Target::EntryCustom { group: own, .. },
            Target::Entry { group, n, .. } | Target::EntryCustom { group, n, .. },
        ) => (group.key == own.key).then_some(*n),
        (Target::Module { module_id: own, .. }, Target::Module { module_id, n, .. }) => {
            (module_id == own).then_some(*n)
        }
        (
            Target::Field(_)
            | Target::Custom { .. }
            | Target::Entry { .. }
            | Target::EntryCustom { .. }
            | Target::Module { .. },
            _,
        ) => None,
    };
    let of_everybody = match own {
        Target::Custom { .. } => true,
        Target::Module { .. } | Target::EntryCustom { .. } => field.module.required,
        Target::Field(_) | Target::Entry { .. } => false,
    };
    let mut entries: Vec<u16> = filled.iter().filter_map(|slot| same(slot)).collect();
    entries.extend(of_everybody.then_some(1));
    entries.sort_unstable();
    entries.dedup();
    entries
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
        tenant_with(&[])
    }

    /// The same, of which these modules are required of everybody.
    fn tenant_with(required: &[&str]) -> Directory {
        let modules = [("m2", "教育经历", false), ("m4", "内部评估", true)];
        let modules = modules.into_iter().filter(|(id, ..)| required.contains(id));
        let modules = modules.map(|(id, name, is_own)| CustomModule {
            id: id.to_owned(),
            names: vec![name.to_owned()],
            is_own,
            required: true,
        });
        let modules: Vec<CustomModule> = modules.collect();
        let own = |id: &str, module: (&str, &str, bool), name: &str, active| CustomField {
            id: id.to_owned(),
            module: CustomModule {
                id: module.0.to_owned(),
                names: vec![module.1.to_owned()],
                is_own: module.2,
                required: required.contains(&module.0),
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
        let fields = ["姓名", "手机", "学校"].map(|name| vec![name.to_owned()]);
        let known = Directory::default().with_customs(customs).with_required(fields.to_vec());
        known.with_required_modules(modules)
    }

    /// What is missing of a sheet with this header.
    fn lacks(kind: &'static Kind, cells: &[&str], toml: &str) -> Vec<String> {
        lacks_of(&tenant(), kind, cells, toml)
    }

    fn lacks_of(
        directory: &Directory,
        kind: &'static Kind,
        cells: &[&str],
        toml: &str,
    ) -> Vec<String> {
        let mut row = RawRow::new();
        row.reset(1);
        for cell in cells {
            row.push(RawCell::Text(cell));
        }
        let text = format!("version = 1\n[[record]]\nkind = \"{}\"\n{toml}", kind.id.flag());
        let mapping = Mapping::parse(&text, &"m.toml".into()).unwrap();
        let how = BindOptions {
            mapping: mapping.records.first().filter(|_| !toml.is_empty()),
            tables: &HashMap::new(),
            allow_keyless: true,
            accept: None,
        };
        let tenant = Tenant { found: &[], directory: Some(directory) };
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

    #[test]
    fn it_is_wanted_of_each_entry_that_the_sheet_has() {
        let person = ["姓名", "手机号", "是否接受出差"];
        let with = |more: &[&'static str]| lacks(&TALENT, &[&person[..], more].concat(), "");
        let first = ["教育经历1-学校", "教育经历1-学校类别"];
        assert_eq!(with(&first), [""; 0]);
        assert_eq!(
            with(&[&first[..], &["教育经历2-学校"]].concat()),
            ["education_list[2].custom:21"]
        );
        let both = [&first[..], &["教育经历2-学校", "教育经历2-学校类别"]].concat();
        assert_eq!(with(&both), [""; 0]);
    }

    #[test]
    fn a_module_that_is_required_wants_a_column_whatever_the_sheet_has() {
        let person = ["姓名", "手机号", "是否接受出差"];
        let of = |module: &str, more: &[&'static str]| {
            let cells = [&person[..], more].concat();
            lacks_of(&tenant_with(&[module]), &TALENT, &cells, "")
        };
        let own = ["module:m4[1].custom:41", "module:m4[1].custom:42"];
        assert_eq!(of("m4", &[]), own, "the tenant's own");
        assert_eq!(of("m4", &["评估日期", "评估结果"]), [""; 0]);
        assert_eq!(of("m2", &[]), ["education_list[1].custom:21"]);
        assert_eq!(of("m2", &["学校", "学校类别"]), [""; 0]);
    }
}
