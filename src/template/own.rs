//! A template for one tenant: what its lists hold is chosen from dropdowns, the fields that it has added are
//! columns, and people are named by their numbers, with their names beside.
//!
//! Must not know: where the lists come from, workbooks.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::choose::Selection;
use super::column::{Column, Entry};
use crate::lexicon::labels::Index;
use crate::lexicon::path::Customs;
use crate::spec::{Field, FieldType, IdOf, Kind, Slot, Target};

/// What is known of a tenant.
#[derive(Debug, Default)]
pub struct Tenant {
    /// What there is of each list, as a cell may name it.
    pub lists: BTreeMap<IdOf, Arc<[String]>>,
    /// The fields that it has added, of groups in their first entry.
    pub fields: Vec<OwnField>,
}

/// A field that the tenant has added.
#[derive(Debug)]
pub struct OwnField {
    /// Its place.
    pub slot: Slot,
    /// What it is called.
    pub name: String,
    /// The tenant requires it.
    pub required: bool,
    /// What there is to choose from.
    pub options: Arc<[String]>,
}

/// The words that say that a heading wants an ID, behind what it is of.
const IDS: [&str; 7] = ["任职记录ID", "任职ID", "ID列表", "ID", " Job Data ID", " IDs", " ID"];
/// An employee's number, and a manager by name and number.
const NUMBER: (&str, &str) = ("A00001", "A00001");
const MANAGER: (&str, &str) = ("张伟(A00002)", "Zhang Wei(A00002)");
/// How such columns are filled in.
const BY_NUMBER: (&str, &str) = (
    "填工号；要先运行 muster refs pull --people",
    "the employee's number; run `muster refs pull --people` first",
);
const BY_PERSON: (&str, &str) = (
    "填工号、姓名(工号) 或工作邮箱；上级也可以是本表里的人",
    "a number, a name with its number, or a work e-mail address; a manager may be a row of this sheet",
);
const BY_NAME: (&str, &str) = (
    "从下拉列表中选择，或写路径、名称、编码",
    "choose from the list, or write a path, a name or a code",
);
const NAMED: (&str, &str) = (
    "填名称、路径、编码或 ID；名称要先运行 muster refs pull",
    "a name, a path, a code or an ID; for names run `muster refs pull` first",
);
/// What something is called, where the tenant's own list is not known.
const CALLED: [(IdOf, (&str, &str)); 6] = [
    (IdOf::Department, ("研发中心/后端组", "研发中心/后端组")),
    (IdOf::EmployeeType, ("正式", "Regular")),
    (IdOf::JobLevel, ("P6", "P6")),
    (IdOf::Job, ("后端工程师", "Backend Engineer")),
    (IdOf::WorkLocation, ("北京总部", "Beijing")),
    (IdOf::Company, ("示例科技有限公司", "Example Ltd")),
];
/// The name beside a number: it is compared, not sent.
const NAME: (&str, &str) = ("姓名", "Name");
const COMPARED: (&str, &str) =
    ("用来核对工号，不发送", "compared with the number's own name, and not sent");

/// The columns for this tenant.
pub fn columns(
    kind: &'static Kind,
    selection: &Selection,
    all: Vec<Column>,
    tenant: &Tenant,
) -> Vec<Column> {
    let mut columns = Vec::with_capacity(all.len() + tenant.fields.len());
    for column in all {
        let is_own = kind.name.is_none() && names_the_person(&column);
        columns.push(of_tenant(kind, column, tenant));
        if is_own {
            columns.push(name_beside());
        }
    }
    for field in &tenant.fields {
        add(&mut columns, selection, field);
    }
    columns
}

/// Whether a column says whose row it is, by an ID for which there is a number.
fn names_the_person(column: &Column) -> bool {
    column.ty.id_of() == Some(IdOf::Employment) && column.required && !codes(column).is_empty()
}

fn codes(column: &Column) -> &'static [&'static str] {
    column.field.map_or(&[], |field: &Field| field.codes)
}

fn of_tenant(kind: &'static Kind, column: Column, tenant: &Tenant) -> Column {
    let of = match column.ty {
        FieldType::Id(of) | FieldType::IdList(of) => of,
        FieldType::MobileCountry => IdOf::Country,
        FieldType::Name
        | FieldType::Text
        | FieldType::Email
        | FieldType::Mobile
        | FieldType::DocumentNumber
        | FieldType::Choice(_)
        | FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Percent
        | FieldType::Custom(_) => return column,
    };
    if names_the_person(&column) {
        let code = |ascii: bool| codes(&column).iter().find(|code| code.is_ascii() == ascii);
        let zh = code(false).map_or_else(|| column.zh.clone(), |code| (*code).to_owned());
        let en = code(true).map_or_else(|| zh.clone(), |code| (*code).to_owned());
        let column = named(kind, column, zh, en);
        return Column { example: Some(NUMBER), how: Some(BY_NUMBER), ..column };
    }
    let (zh, en) = (bare(&column.zh), bare(&column.en));
    let before = column.zh.clone();
    let mut column = named(kind, column, zh.clone(), en.clone());
    if column.zh == before && before != zh {
        // Alone it may mean something else, too (岗位: a job).
        column = named(kind, column, format!("飞书{zh}"), format!("Feishu {en}"));
    }
    if of.is_person() {
        return Column { example: Some(MANAGER), how: Some(BY_PERSON), ..column };
    }
    match tenant.lists.get(&of) {
        Some(options) if !options.is_empty() => {
            Column { options: Arc::clone(options), how: Some(BY_NAME), ..column }
        }
        Some(_) | None if matches!(column.ty, FieldType::Id(IdOf::Attachment)) => column,
        Some(_) | None if matches!(column.ty, FieldType::MobileCountry) => column,
        Some(_) | None => {
            let example = CALLED.iter().find(|(own, _)| *own == of).map(|(_, called)| *called);
            Column { example, how: Some(NAMED), ..column }
        }
    }
}

/// A heading without its word for an ID.
fn bare(heading: &str) -> String {
    let found = IDS.iter().find_map(|end| heading.strip_suffix(end)).map(str::trim_end);
    found.filter(|bare| !bare.is_empty()).unwrap_or(heading).to_owned()
}

/// The column under another heading, where that means the same as surely.
fn named(kind: &'static Kind, column: Column, zh: String, en: String) -> Column {
    let binds = |heading: &str| {
        let meaning = Index::of(kind).resolve(heading, &Customs::new());
        meaning.is_some_and(|meaning| meaning.sure && meaning.slot.to_string() == column.path)
    };
    if !binds(&zh) {
        return column;
    }
    let both = binds(&format!("{zh} *\n{en}")) && binds(&format!("{en} *\n{zh}"));
    let en = if both { en } else { zh.clone() };
    Column { zh, en, ..column }
}

fn name_beside() -> Column {
    Column {
        path: String::new(),
        zh: NAME.0.to_owned(),
        en: NAME.0.to_owned(),
        ty: FieldType::Name,
        required: false,
        field: None,
        entry: None,
        options: Arc::default(),
        example: Some(("张三", "张三")),
        how: Some(COMPARED),
    }
}

/// Add a field of the tenant's own: of a group to each of its entries, else behind the fields outside groups,
/// or, of a module, at the end.
fn add(columns: &mut Vec<Column>, selection: &Selection, own: &OwnField) {
    let column = |slot: &Slot, heading: String, entry: Option<Entry>| Column {
        path: slot.to_string(),
        zh: heading.clone(),
        en: heading,
        ty: slot.ty(),
        required: own.required && entry.is_none(),
        field: None,
        entry,
        options: Arc::clone(&own.options),
        example: None,
        how: None,
    };
    match &own.slot.target {
        Target::EntryCustom { group, object_id, ty, .. } => {
            let of = selection.of(group);
            for n in 1..=of {
                let Ok(nth) = u16::try_from(n) else { return };
                let target =
                    Target::EntryCustom { group, n: nth, object_id: object_id.clone(), ty: *ty };
                let slot = Slot { kind: own.slot.kind, target };
                let heading = format!("{}{n}-{}", group.zh, own.name);
                let new = column(&slot, heading, Some(Entry { group, n, of }));
                let is_beside = |one: &Column| {
                    one.entry.is_some_and(|entry| entry.group.key == group.key && entry.n == n)
                };
                if let Some(at) = columns.iter().rposition(is_beside) {
                    columns.insert(at + 1, new);
                }
            }
        }
        Target::Custom { .. } => {
            let at = columns.iter().rposition(|one| one.entry.is_none()).map_or(0, |at| at + 1);
            columns.insert(at, column(&own.slot, own.name.clone(), None));
        }
        Target::Module { .. } => columns.push(column(&own.slot, own.name.clone(), None)),
        Target::Field(_) | Target::Entry { .. } => {}
    }
}
