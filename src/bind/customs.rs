//! Headers that are called as a field that the tenant has added, where its fields are known; and what such
//! a field holds.
//!
//! What Feishu calls a field of its own is that field, whatever else it may be; that it is both is told.
//!
//! Must not know: cells, how the tenant's fields are read.

use std::sync::Arc;

use super::claim::Claim;
use super::claims::{BETWEEN, Claims};
use crate::kinds;
use crate::lexicon::labels::Index;
use crate::lexicon::normalize;
use crate::lexicon::path::Customs;
use crate::mapping::RecordMapping;
use crate::problem::{Code, Complaint, quoted};
use crate::reading::DefaultValue;
use crate::resolve::{CustomField, Directory};
use crate::spec::{Choice, CustomType, Group, Kind, Slot, Target};

impl Claims {
    /// Bind the headers that nothing else binds to the tenant's fields of these names, and give every
    /// place of such a field the tenant's type where the mapping file gives none.
    pub(crate) fn name_customs(
        &mut self,
        kind: &'static Kind,
        mapping: Option<&RecordMapping>,
        directory: Option<&Directory>,
    ) {
        let Some(directory) = directory else { return };
        for claim in &mut self.bound {
            claim.slot.set_custom_type(|id| type_of(id, mapping, directory));
        }
        if mapping.is_some_and(|mapping| mapping.strict) {
            return;
        }
        let ty = |field: &CustomField| {
            let told = mapping.and_then(|mapping| mapping.customs.get(&field.id).copied());
            told.unwrap_or(field.ty)
        };
        for (column, header) in self.headers.clone() {
            let name = normalize::header(&header);
            let named = directory.customs().iter().filter(|field| field.active);
            let named = named.filter_map(|field| Some((field, field.named_by(&name)?)));
            let slots: Vec<Slot> = named
                .filter_map(|(field, n)| {
                    let target = place(kind, field, n, ty(field))?;
                    Some(Slot { kind: kind.id, target })
                })
                .collect();
            if !slots.is_empty() {
                self.name_custom(kind, (column, &header, &name), &slots);
            }
        }
    }

    /// What becomes of a header that these places of the tenant's own are called by.
    fn name_custom(
        &mut self,
        kind: &'static Kind,
        (column, header, name): (usize, &Arc<str>, &str),
        slots: &[Slot],
    ) {
        let paths: Vec<String> = slots.iter().map(Slot::to_string).collect();
        if let Some(claim) = self.bound.iter().find(|claim| claim.index == column) {
            let is_of_feishu = claim.by_name && claim.slot.field().is_some();
            if let (true, Some(path)) = (is_of_feishu, paths.first()) {
                let line = format!("{} = {}", quoted(header), quoted(path));
                let words = [claim.path.to_string(), line];
                let complaint = Complaint::with(Code::HeaderAlsoCustom, words);
                self.beside.push((column, complaint));
            }
            return;
        }
        let Some(at) = self.unbound.iter().position(|(index, _)| *index == column) else { return };
        let known = self.unbound[at].1.clone();
        let is_taken = self.bound.iter().any(|claim| paths.iter().any(|path| *path == *claim.path));
        if let ([slot], false, None, false) =
            (slots, Index::of(kind).is_label(name), &known, is_taken)
        {
            self.unbound.remove(at);
            self.bound.push(Claim::by_name(column, slot.clone(), true));
            return;
        }
        let mut several = paths;
        several.extend(known);
        self.unbound[at].1 = Some(several.join(BETWEEN));
    }
}

/// The values for places without one, those of custom fields with the tenant's types.
pub(super) fn defaults(
    mapping: Option<&RecordMapping>,
    directory: Option<&Directory>,
) -> Vec<DefaultValue> {
    let mut all = mapping.map(|mapping| mapping.defaults.clone()).unwrap_or_default();
    if let Some(directory) = directory {
        for default in all.iter_mut().filter(|default| default.slot.custom_id().is_some()) {
            let slot = Arc::make_mut(&mut default.slot);
            slot.set_custom_type(|id| type_of(id, mapping, directory));
        }
    }
    all
}

/// What the tenant says that a field holds, where the mapping file says nothing.
pub(super) fn type_of(
    id: &str,
    mapping: Option<&RecordMapping>,
    directory: &Directory,
) -> Option<CustomType> {
    let by_hand = mapping.is_some_and(|mapping| mapping.customs.contains_key(id));
    directory.custom(id).filter(|_| !by_hand).map(|field| field.ty)
}

/// The field of Feishu's own that a place is, with the options that the tenant has for it. None where the
/// tenant gives an option that the table knows as well another number: its numbers are not those that a
/// body takes, so that its other words say nothing.
pub(crate) fn choice_of<'d>(slot: &Slot, directory: &'d Directory) -> Option<&'d CustomField> {
    let choices = slot.ty().choices()?;
    let mut fields = directory.choices().iter().filter(|field| field.active);
    let field = fields.find(|field| is_at(field, slot))?;
    let is_called = |choice: &Choice, name: &str| {
        let mut words = choice.aliases.iter().chain([&choice.zh, &choice.en]);
        words.any(|word| normalize::label(word) == name)
    };
    let agrees = field.options.iter().all(|option| {
        let names: Vec<String> = option.names.iter().map(|name| normalize::label(name)).collect();
        let mut known =
            choices.iter().filter(|choice| names.iter().any(|name| is_called(choice, name)));
        known.all(|choice| choice.code.to_string() == option.key)
    });
    agrees.then_some(field)
}

/// Whether a field of Feishu's own is the one that stands there, by what it and its module are called.
fn is_at(field: &CustomField, slot: &Slot) -> bool {
    let index = Index::of(kinds::of(slot.kind));
    let modules: Vec<String> =
        field.module.names.iter().map(|name| normalize::header(name)).collect();
    let groups: Vec<&'static Group> = index.groups_called(&modules).collect();
    let is_in_its_place = match &slot.target {
        Target::Entry { group, .. } => groups.iter().any(|own| own.key == group.key),
        Target::Field(_)
        | Target::Custom { .. }
        | Target::EntryCustom { .. }
        | Target::Module { .. } => groups.is_empty(),
    };
    let path = slot.plain_path();
    let is_it = |header: &str| {
        let meaning = index.resolve(header, &Customs::new());
        meaning.is_some_and(|meaning| meaning.slot.plain_path() == path)
    };
    let in_group = |name: &String| modules.iter().any(|module| is_it(&format!("{module}-{name}")));
    is_in_its_place && field.names.iter().any(|name| is_it(name) || in_group(name))
}

/// Where in a record a field of the tenant stands, of a group in its first entry.
pub(crate) fn slot_of(kind: &'static Kind, field: &CustomField) -> Option<Slot> {
    let target = place(kind, field, 1, field.ty)?;
    Some(Slot { kind: kind.id, target })
}

/// Where in a record a field of the tenant stands: in a module of its own, or in the one part of the record
/// that is called as its module.
pub(super) fn place(
    kind: &'static Kind,
    field: &CustomField,
    n: u16,
    ty: CustomType,
) -> Option<Target> {
    let object_id: Box<str> = field.id.as_str().into();
    if field.module.is_own {
        let module_id = field.module.id.as_str().into();
        return kind.modules.map(|_| Target::Module { module_id, n, object_id, ty });
    }
    let names: Vec<String> =
        field.module.names.iter().map(|name| normalize::header(name)).collect();
    let is_named = |own: &str| names.contains(&normalize::header(own));
    let hosts = kind.customs.iter().filter(|host| host.names.iter().any(|own| is_named(own)));
    let hosts: Vec<_> = hosts.collect();
    let groups: Vec<_> = Index::of(kind).groups_called(&names).collect();
    match (hosts.as_slice(), groups.as_slice()) {
        ([host], []) if n == 1 => Some(Target::Custom { host, object_id, ty }),
        ([], [group]) if group.customs.is_some() && usize::from(n) <= group.max => {
            Some(Target::EntryCustom { group, n, object_id, ty })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::bind::{BindOptions, Binding, Tenant, bind_found};
    use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
    use crate::mapping::Mapping;
    use crate::problem::{Lang, Place, Problem};
    use crate::resolve::{CustomModule, CustomOption};
    use crate::sheet::{RawCell, RawRow};

    fn tenant() -> Directory {
        let own = |id: &str, module: (&str, &str, bool), name: &str, ty| CustomField {
            id: id.to_owned(),
            module: CustomModule {
                id: module.0.to_owned(),
                names: vec![module.1.to_owned()],
                is_own: module.2,
                required: false,
            },
            names: vec![name.to_owned()],
            ty,
            required: false,
            active: id != "closed",
            options: Vec::new(),
        };
        let basic = ("m1", "基本信息", false);
        let education = ("m2", "教育经历", false);
        let career = ("m3", "工作经历", false);
        let review = ("m4", "内部评估", true);
        Directory::default().with_customs(vec![
            own("11", basic, "婚姻状况", CustomType::Choice),
            own("12", basic, "学校", CustomType::Text),
            own("13", basic, "职位", CustomType::Text),
            own("14", basic, "班次", CustomType::Text),
            own("15", basic, "开始时间", CustomType::Date),
            own("closed", basic, "旧系统编号", CustomType::Text),
            own("21", education, "学校类别", CustomType::Choice),
            own("31", career, "班次", CustomType::Date),
            own("41", review, "评估日期", CustomType::Date),
            own("51", ("m5", "没有这个模块", false), "宗教", CustomType::Text),
        ])
    }

    fn bound(kind: &'static Kind, cells: &[&str], toml: &str) -> Result<Binding, Vec<Problem>> {
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
        bind_found(kind, &row, &Place::file(&"talents.xlsx".into()), &how, tenant)
    }

    /// What a header beside the name feeds, with its type, and what is said of it.
    fn of(header: &str, toml: &str) -> (String, String) {
        let binding = bound(&TALENT, &["姓名", header], toml).unwrap();
        let own = binding.columns.iter().find(|column| column.index == 1);
        let fed = own.map_or_else(String::new, |column| {
            let ty = column.slot.ty().custom().map(|ty| format!(" {ty:?}"));
            format!("{}{}", column.path, ty.unwrap_or_default())
        });
        let said = binding
            .warnings
            .iter()
            .map(|problem| format!("{} {}", problem.code().id(), problem.complaint.hint(Lang::En)));
        (fed, said.collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn a_header_binds_to_the_field_of_its_name_with_its_type() {
        for (header, fed) in [
            ("婚姻状况", "custom:11 Choice"),
            ("婚姻狀況 *", "custom:11 Choice"),
            ("学校类别", "education_list[1].custom:21 Choice"),
            ("教育经历2-学校类别", "education_list[2].custom:21 Choice"),
            ("评估日期", "module:m4[1].custom:41 Date"),
            ("内部评估-评估日期", "module:m4[1].custom:41 Date"),
            ("工作经历-班次", "career_list[1].custom:31 Date"),
            ("custom:11", "custom:11 Choice"),
        ] {
            assert_eq!(of(header, ""), (fed.to_owned(), String::new()), "{header}");
        }
    }

    #[test]
    fn what_is_not_sure_is_told_with_the_lines_that_settle_it() {
        let (fed, said) = of("班次", "");
        assert_eq!(fed, "");
        assert!(said.contains("\"班次\" = \"custom:14\""), "{said}");
        assert!(said.contains("\"班次\" = \"career_list[1].custom:31\""), "{said}");
        let (fed, said) = of("学校", "");
        assert_eq!(fed, "education_list[1].school");
        assert!(said.starts_with("header-also-custom"), "{said}");
        assert!(said.contains("\"学校\" = \"custom:12\""), "{said}");
        let (fed, said) = of("职位", "");
        assert_eq!(fed, "", "{said}");
        assert!(said.contains("\"职位\" = \"custom:13\""), "{said}");
        let (fed, said) = of("开始时间", "");
        assert_eq!(fed, "", "several fields of Feishu's own are called so");
        assert!(said.contains("\"开始时间\" = \"custom:15\""), "{said}");
        for unknown in ["旧系统编号", "宗教"] {
            let (fed, said) = of(unknown, "");
            assert!(fed.is_empty() && said.starts_with("header-unbound"), "{unknown}: {said}");
            assert!(!said.contains("custom:"), "{unknown}: {said}");
        }
        let twice = bound(&TALENT, &["姓名", "婚姻状况", "婚姻状况"], "").unwrap();
        assert_eq!(twice.columns.len(), 2);
        assert_eq!(twice.unbound.len(), 1, "the first is read, the other told");
    }

    #[test]
    fn the_printed_lines_bind_and_the_mapping_file_has_the_last_word() {
        let columns = |line: &str| format!("[record.columns]\n{line}\n");
        let of = |header, toml: &str| of(header, toml).0;
        assert_eq!(
            of("班次", &columns("\"班次\" = \"career_list[1].custom:31\"")),
            "career_list[1].custom:31 Date"
        );
        assert_eq!(of("学校", &columns("\"学校\" = \"custom:12\"")), "custom:12 Text");
        let typed = format!(
            "{}[record.custom.\"11\"]\ntype = \"text\"\n",
            columns("\"婚姻状况\" = \"custom:11\"")
        );
        assert_eq!(of("婚姻状况", &typed), "custom:11 Text");
        let only = "[record.custom.\"11\"]\ntype = \"text\"\n";
        assert_eq!(of("婚姻状况", only), "custom:11 Text");
        assert_eq!(of("婚姻状况", "ignore = [\"婚姻状况\"]\n"), "");
        let strict = format!("strict = true\n{}", columns("\"姓名\" = \"basic_info.name\""));
        assert!(bound(&TALENT, &["姓名", "婚姻状况"], &strict).is_err());
    }

    #[test]
    fn a_choice_of_feishu_s_own_has_the_options_of_the_tenant_where_the_numbers_are_the_same() {
        let option = |(key, name): &(&str, &str)| CustomOption {
            key: (*key).to_owned(),
            names: vec![(*name).to_owned()],
            active: true,
        };
        let own = |id: &str, module: &str, name: &str, options: &[(&str, &str)]| CustomField {
            id: id.to_owned(),
            module: CustomModule { names: vec![module.to_owned()], ..CustomModule::default() },
            names: vec![name.to_owned()],
            ty: CustomType::Choice,
            required: false,
            active: true,
            options: options.iter().map(option).collect(),
        };
        let directory = Directory::default().with_choices(vec![
            own("1", "工作经历", "学历", &[("6", "统招本科")]),
            own("2", "基本信息", "证件类型", &[("1", "身份证"), ("6", "回乡证（港澳同胞）")]),
            own("3", "教育经历", "学历", &[("6", "本科"), ("5", "高职高专")]),
            own("4", "基本信息", "性别", &[("2", "男"), ("1", "女性别")]),
        ]);
        for (path, id) in [
            ("basic_info.identification.identification_type", Some("2")),
            ("education_list[1].degree", Some("3")),
            ("education_list[3].degree", Some("3")),
            ("basic_info.gender", None),
            ("education_list[1].education_type", None),
            ("basic_info.name", None),
        ] {
            let slot = crate::lexicon::path::find(&TALENT, path, &Customs::new()).unwrap();
            let found = choice_of(&slot, &directory).map(|field| field.id.as_str());
            assert_eq!(found, id, "{path}");
        }
    }

    #[test]
    fn a_default_has_the_type_of_its_field() {
        let held = |toml: &str| {
            let binding = bound(&TALENT, &["姓名"], toml).unwrap();
            binding.defaults.iter().map(|default| default.slot.ty().custom()).collect::<Vec<_>>()
        };
        let defaults = "[record.defaults]\n\"custom:11\" = \"未婚\"\n\"custom:99\" = \"x\"\n";
        assert_eq!(held(defaults), [Some(CustomType::Choice), Some(CustomType::Text)]);
        let typed = format!("{defaults}[record.custom.\"11\"]\ntype = \"text\"\n");
        assert_eq!(held(&typed)[0], Some(CustomType::Text));
    }

    #[test]
    fn a_kind_without_custom_fields_has_none() {
        let cells = ["雇佣ID", "部门ID", "人员类型ID", "生效日期", "婚姻状况"];
        if let Ok(binding) = bound(&JOB_DATA, &cells, "") {
            assert!(binding.columns.iter().all(|column| column.slot.custom_id().is_none()));
        }
    }
}
