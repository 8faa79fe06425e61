//! Departments: their tree, by id or name, by what they are.
//!
//! Must *not* know who works there.

use std::collections::{BTreeSet, VecDeque};

use serde_json::{Value, json};

use super::super::call::Reply;
use super::super::company::ids::{Ids, in_type};
use super::super::company::{Company, Department, Name};
use super::asked::Asked;
use super::lists::version;
use super::wire::{OPEN_END, names, only, option, stranger};

/// What `fields` may ask for at `batch_get` and `search`.
const FIELDS: &[&str] = &[
    "version_id",
    "department_name",
    "sub_type",
    "parent_department_id",
    "manager",
    "tree_order",
    "list_order",
    "code",
    "is_root",
    "is_confidential",
    "effective_date",
    "expiration_date",
    "active",
    "description",
    "custom_fields",
    "staffing_model",
    "cost_center_id",
    "created_time",
    "updated_time",
    "record_created_time",
    "record_updated_time",
    "created_by",
    "updated_by",
    "record_created_by",
    "record_updated_by",
];

/// What `fields` may ask for at `query_timeline`, with the names in the answer.
const TIMELINE_FIELDS: &[(&str, &str)] = &[
    ("department_name", "names"),
    ("sub_type", "sub_type"),
    ("code", "code"),
    ("active", "active"),
    ("parent_department_id", "parent_department_id"),
    ("manager", "manager"),
    ("description", "descriptions"),
    ("effective_date", "effective_date"),
    ("expiration_date", "expiration_date"),
];

/// A department as it is on one day.
struct Version<'c> {
    own: &'c Department,
    name: &'c Name,
    from: &'c str,
    to: &'c str,
}

/// What a department is on a day; `None` before it was founded.
fn on<'c>(own: &'c Department, day: &str) -> Option<Version<'c>> {
    let mut all: Vec<(&Name, &str)> =
        own.earlier.iter().map(|former| (&former.name, former.effective.as_str())).collect();
    all.push((&own.name, own.effective.as_str()));
    let at = all.iter().rposition(|(_, from)| *from <= day)?;
    let (name, from) = *all.get(at)?;
    let to = all.get(at + 1).map_or(OPEN_END, |(_, next)| *next);
    Some(Version { own, name, from, to })
}

fn ids<'c>(company: &'c Company, asked: &Asked<'_>) -> Ids {
    let all = company.departments.iter().map(|own: &'c Department| own.id.as_str());
    Ids::of(asked.department_id_type(), all)
}

/// Of a list in the body the CoreHR ids; what is no id of a department is left out.
fn wanted<'a>(asked: &'a Asked<'_>, ids: &'a Ids, name: &str) -> Option<Vec<&'a str>> {
    let given = asked.texts(name);
    (!given.is_empty()).then(|| given.into_iter().filter_map(|id| ids.core(id)).collect())
}

/// `POST corehr/v2/departments/tree`: breadth first from the department asked for.
pub(crate) fn tree(company: &Company, asked: &Asked<'_>) -> Reply {
    let day = asked.text("effective_date").unwrap_or(&asked.today);
    let with_inactive = asked.flag("need_inactive") == Some(true);
    let shown: Vec<&Department> = company
        .departments
        .iter()
        .filter(|own| on(own, day).is_some() && (with_inactive || !own.inactive))
        .collect();
    let ids = ids(company, asked);
    let start = match asked.text("department_id") {
        None => shown.iter().find(|own| own.parent.is_empty()),
        Some(given) => {
            let core = ids.core(given);
            let found = shown.iter().find(|own| Some(own.id.as_str()) == core);
            if found.is_none() {
                return asked.bad("department_id");
            }
            found
        }
    };
    let mut left: VecDeque<(&Department, usize)> =
        start.map(|own| (*own, depth(company, own))).into_iter().collect();
    let mut found = Vec::new();
    while let Some((own, level)) = left.pop_front() {
        let below = shown.iter().filter(|child| child.parent == own.id);
        let below: Vec<&Department> = below.copied().collect();
        left.extend(below.iter().map(|child| (*child, level + 1)));
        found.push((own, level, below));
    }
    let shown_id = |own: &Department| in_type(&own.id, asked.department_id_type());
    asked.list(&found, |(own, level, below)| {
        let children: Vec<String> = below.iter().map(|child| shown_id(child)).collect();
        json!({ "id": shown_id(own), "level": level, "children": children })
    })
}

fn depth(company: &Company, own: &Department) -> usize {
    let mut depth = 0;
    let mut at = own;
    while let Some(above) = company.departments.iter().find(|above| above.id == at.parent) {
        depth += 1;
        at = above;
    }
    depth
}

/// `POST corehr/v2/departments/batch_get`. Without ids and names it finds nothing, and that is no error.
pub(crate) fn get(company: &Company, asked: &Asked<'_>) -> Reply {
    let ids = ids(company, asked);
    let by_id = wanted(asked, &ids, "department_id_list");
    let by_name = asked.texts("department_name_list");
    let found: Vec<Version<'_>> = company
        .departments
        .iter()
        .filter(|_| by_id.is_some() || !by_name.is_empty())
        .filter(|own| by_id.as_ref().is_none_or(|ids| ids.contains(&own.id.as_str())))
        .filter_map(|own| on(own, &asked.today))
        .filter(|own| by_name.is_empty() || by_name.iter().any(|name| own.name.is(name)))
        .collect();
    shown(&found, asked)
}

/// `POST corehr/v2/departments/search`.
pub(crate) fn search(company: &Company, asked: &Asked<'_>) -> Reply {
    let ids = ids(company, asked);
    let by_id = wanted(asked, &ids, "department_id_list");
    let below = asked.text("parent_department_id").map(|given| {
        let all = asked.flag("get_all_children") == Some(true);
        below(company, ids.core(given).unwrap_or_default(), all)
    });
    let managers = asked.texts("manager_list");
    let names = asked.texts("name_list");
    let found: Vec<Version<'_>> = company
        .departments
        .iter()
        .filter(|own| asked.flag("active").is_none_or(|active| active != own.inactive))
        .filter(|own| by_id.as_ref().is_none_or(|ids| ids.contains(&own.id.as_str())))
        .filter(|own| below.as_ref().is_none_or(|below| below.contains(own.id.as_str())))
        .filter(|own| {
            let manager = in_type(&own.manager, asked.user_id_type());
            managers.is_empty() || managers.contains(&manager.as_str())
        })
        .filter(|own| asked.allows("code_list", &[&own.code]))
        .filter_map(|own| on(own, &asked.today))
        .filter(|own| names.is_empty() || names.iter().any(|name| own.name.is(name)))
        .collect();
    shown(&found, asked)
}

/// The departments directly below one, or all below it.
fn below<'c>(company: &'c Company, parent: &str, all: bool) -> BTreeSet<&'c str> {
    let mut found: BTreeSet<&str> = BTreeSet::new();
    // Each stands after the one above it.
    for own in &company.departments {
        if own.parent == parent || (all && found.contains(own.parent.as_str())) {
            found.insert(&own.id);
        }
    }
    found
}

/// `POST corehr/v2/departments/query_timeline`: what departments were on a day; who was not there yet is left out.
pub(crate) fn timeline(company: &Company, asked: &Asked<'_>) -> Reply {
    let fields = asked.texts("fields");
    let known: Vec<&str> = TIMELINE_FIELDS.iter().map(|(name, _)| *name).collect();
    if let Some(name) = stranger(&fields, &known) {
        return asked.bad(&format!("fields: {name}"));
    }
    let kept = TIMELINE_FIELDS.iter().filter(|(name, _)| fields.contains(name));
    let kept: Vec<&str> = kept.map(|(_, own)| *own).collect();
    let day = asked.text("effective_date").unwrap_or_default();
    let ids = ids(company, asked);
    let by_id = wanted(asked, &ids, "department_ids").unwrap_or_default();
    let found: Vec<Version<'_>> = company
        .departments
        .iter()
        .filter(|own| by_id.contains(&own.id.as_str()))
        .filter_map(|own| on(own, day))
        .collect();
    asked.list(&found, |shown| {
        let mut item = item(shown, asked);
        item["names"] = item["department_name"].take();
        item["descriptions"] = item["description"].take();
        only(item, "id", &kept)
    })
}

fn shown(found: &[Version<'_>], asked: &Asked<'_>) -> Reply {
    let fields = asked.texts("fields");
    if let Some(name) = stranger(&fields, FIELDS) {
        return asked.bad(&format!("fields: {name}"));
    }
    asked.list(found, |version| only(item(version, asked), "id", &fields))
}

fn item(shown: &Version<'_>, asked: &Asked<'_>) -> Value {
    let own = shown.own;
    let id = |id: &str| in_type(id, asked.department_id_type());
    let founded = format!("{} 10:00:00", own.earlier.first().map_or(shown.from, |v| &v.effective));
    json!({
        "id": id(&own.id),
        "version_id": version(&own.id),
        "department_name": names(shown.name),
        "sub_type": sub_type(own),
        "parent_department_id": id(&own.parent),
        "manager": in_type(&own.manager, asked.user_id_type()),
        "tree_order": own.code,
        "list_order": own.code,
        "code": own.code,
        "is_root": own.parent.is_empty(),
        "is_confidential": false,
        "effective_date": shown.from,
        "expiration_date": shown.to,
        "active": !own.inactive,
        "description": [],
        "custom_fields": [],
        "staffing_model": staffing_model(own),
        "cost_center_id": own.cost_center,
        "created_time": founded,
        "updated_time": founded,
        "record_created_time": founded,
        "record_updated_time": founded,
        "created_by": in_type(&own.manager, asked.user_id_type()),
        "updated_by": in_type(&own.manager, asked.user_id_type()),
        "record_created_by": in_type(&own.manager, asked.user_id_type()),
        "record_updated_by": in_type(&own.manager, asked.user_id_type()),
    })
}

fn staffing_model(own: &Department) -> Value {
    match own.staffing_model.as_str() {
        "job" => option("job", "职务模式"),
        "position" => option("position", "岗位模式"),
        _ => option("non_job", "不使用职务或岗位模式"),
    }
}

fn sub_type(own: &Department) -> Value {
    let label = match own.sub_type.as_str() {
        "division" => "部 / 系",
        "group" => "小组",
        _ => "部门",
    };
    let name = if own.sub_type.is_empty() { "department" } else { &own.sub_type };
    option(name, label)
}
