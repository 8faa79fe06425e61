//! People: who works here, by number, name, e-mail, mobile or place, and as a batch.
//!
//! Must *not* know job data beyond what a person's record repeats.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::super::call::Reply;
use super::super::company::ids::{Ids, in_type};
use super::super::company::{Company, Employee};
use super::asked::Asked;
use super::wire::{names, option};

/// The names that paths in `fields` may begin with.
const FIELDS: &[&str] = &[
    "employment_id",
    "employment_id_v2",
    "employee_number",
    "effective_date",
    "primary_employment",
    "employment_type",
    "employment_status",
    "expiration_date",
    "employee_type_id",
    "department_id",
    "department_id_v2",
    "job_level_id",
    "job_grade_id",
    "job_family_id",
    "job_id",
    "position_id",
    "pathway_id",
    "work_location_id",
    "working_hours_type_id",
    "company_id",
    "service_company",
    "direct_manager_id",
    "direct_manager_id_v2",
    "dotted_line_manager_id",
    "dotted_line_manager_id_v2",
    "email_address",
    "work_email_list",
    "seniority_date",
    "tenure",
    "probation_period",
    "on_probation",
    "probation_end_date",
    "regular_employee_start_date",
    "reason_for_offboarding",
    "rehire",
    "rehire_employment_id",
    "past_offboarding",
    "ats_application_id",
    "prehire_id",
    "external_id",
    "cost_center_list",
    "compensation_type",
    "work_shift",
    "recruitment_type",
    "contract_type",
    "contract_start_date",
    "contract_end_date",
    "custom_fields",
    "job_level",
    "pathway",
    "job_family",
    "job",
    "position",
    "department",
    "direct_manager",
    "dotted_line_manager",
    "person_info",
];

/// How ids are written, and what is asked for.
pub(crate) struct View<'a> {
    pub(crate) user_id_type: &'a str,
    pub(crate) department_id_type: &'a str,
    pub(crate) fields: &'a [&'a str],
    /// The day, YYYY-MM-DD.
    pub(crate) today: &'a str,
}

/// The first path in `fields` that no page knows.
pub(crate) fn stranger<'a>(fields: &[&'a str]) -> Option<&'a str> {
    let known = |path: &&str| path.split('.').next().is_some_and(|name| FIELDS.contains(&name));
    fields.iter().find(|path| !known(path)).copied()
}

/// `POST corehr/v2/employees/search`.
pub(crate) fn search(company: &Company, asked: &Asked<'_>, hides: impl Fn(&str) -> bool) -> Reply {
    let fields = asked.texts("fields");
    if let Some(path) = stranger(&fields) {
        return asked.bad(&format!("fields: {path}"));
    }
    if asked.text("effective_time_start").is_some() != asked.text("effective_time_end").is_some() {
        return asked.bad("effective_time_start and effective_time_end go together");
    }
    let wanted = Wanted::of(company, asked);
    let found: Vec<&Employee> = company
        .employees
        .iter()
        .filter(|own| !hides(&own.id) && wanted.allows(own, asked))
        .collect();
    let view = View {
        user_id_type: asked.user_id_type(),
        department_id_type: asked.department_id_type(),
        fields: &fields,
        today: &asked.today,
    };
    asked.list(&found, |own| shown(company, own, &view))
}

/// The filters that hold ids, in CoreHR's.
struct Wanted<'c> {
    ids: Option<BTreeSet<String>>,
    departments: Option<BTreeSet<&'c str>>,
    managers: Option<BTreeSet<String>>,
}

impl<'c> Wanted<'c> {
    fn of(company: &'c Company, asked: &Asked<'_>) -> Self {
        let people = || company.employees.iter().map(|own| own.id.as_str());
        let users = Ids::of(asked.user_id_type(), people());
        let all = || company.departments.iter().map(|own| own.id.as_str());
        let departments = Ids::of(asked.department_id_type(), all());
        let core = |ids: &Ids, name: &str| -> Option<BTreeSet<String>> {
            let given = asked.texts(name);
            let own = given.iter().filter_map(|id| ids.core(id)).map(str::to_owned).collect();
            (!given.is_empty()).then_some(own)
        };
        let direct = core(&departments, "department_id_list");
        let above = core(&departments, "department_id_list_include_sub");
        let mut found: Option<BTreeSet<&str>> =
            direct.map(|direct| all().filter(|id| direct.contains(*id)).collect());
        if let Some(above) = above {
            let mut below: BTreeSet<&str> = BTreeSet::new();
            // Each department stands after the one above it.
            for own in &company.departments {
                if above.contains(&own.id) || below.contains(own.parent.as_str()) {
                    below.insert(&own.id);
                }
            }
            found = Some(match found {
                Some(found) => found.intersection(&below).copied().collect(),
                None => below,
            });
        }
        Self {
            ids: core(&users, "employment_id_list"),
            departments: found,
            managers: core(&users, "direct_manager_id_list"),
        }
    }

    fn allows(&self, own: &Employee, asked: &Asked<'_>) -> bool {
        let one = |name: &str, own: &str| asked.text(name).is_none_or(|wanted| wanted == own);
        let status = status_of(own, &asked.today).0;
        self.ids.as_ref().is_none_or(|ids| ids.contains(&own.id))
            && self.departments.as_ref().is_none_or(|ids| ids.contains(own.department.as_str()))
            && self.managers.as_ref().is_none_or(|ids| ids.contains(&own.manager))
            // Nobody here has a manager by dotted line, nor a document that the sandbox knows.
            && asked.texts("dotted_line_manager_id_list").is_empty()
            && asked.texts("national_id_number_list").is_empty()
            && asked.allows("employee_number_list", &[&own.number])
            && one("work_email", &own.email)
            && asked.allows("email_address_list", &[&own.email])
            && one("phone_number", &own.mobile)
            && asked.allows("phone_number_list", &[&own.mobile])
            && asked.allows("preferred_local_full_name_list", &[&own.name.zh])
            && asked.allows("preferred_english_full_name_list", &[&own.name.en])
            && one("employee_type_id", &own.employee_type)
            && one("employment_status", status)
            && asked.text("effective_time_start").is_none_or(|from| from <= own.hired.as_str())
            && asked.text("effective_time_end").is_none_or(|to| own.hired.as_str() <= to)
            && asked.text("key_word").is_none_or(|word| {
                [&own.email, &own.number, &own.name.zh, &own.name.en]
                    .iter()
                    .any(|text| text.contains(word))
            })
    }
}

/// Whether somebody works here on a day, with the label.
fn status_of(own: &Employee, today: &str) -> (&'static str, &'static str) {
    if own.left.is_empty() || own.left.as_str() >= today {
        ("hired", "在职")
    } else {
        ("terminated", "离职")
    }
}

/// One person, with the ids of a view and what it asks for. Without fields the id alone.
pub(crate) fn shown(company: &Company, own: &Employee, view: &View<'_>) -> Value {
    let user = |id: &str| in_type(id, view.user_id_type);
    if view.fields.is_empty() {
        return json!({ "employment_id": user(&own.id) });
    }
    let whole = whole(company, own, view);
    let mut item = Map::new();
    for path in ["employment_id"].iter().chain(view.fields) {
        take(&whole, path, &mut item);
    }
    Value::Object(item)
}

/// Copies what a path leads to; `x_v2` comes with `x`. Lists are not drilled into.
fn take(whole: &Value, path: &str, into: &mut Map<String, Value>) {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let Some(value) = whole.get(name) else { return };
    match rest {
        None => {
            into.insert(name.to_owned(), value.clone());
            let twin = format!("{name}_v2");
            if let Some(value) = whole.get(&twin) {
                into.insert(twin, value.clone());
            }
        }
        Some(rest) if value.is_object() => {
            let below = into.entry(name).or_insert_with(|| json!({}));
            if let Some(below) = below.as_object_mut() {
                take(value, rest, below);
            }
        }
        Some(_) => {}
    }
}

fn whole(company: &Company, own: &Employee, view: &View<'_>) -> Value {
    let user = |id: &str| in_type(id, view.user_id_type);
    let department = in_type(&own.department, view.department_id_type);
    let unit = company.departments.iter().find(|unit| unit.id == own.department);
    let level = company.job_levels.iter().find(|level| level.id == own.level);
    let job = company.jobs.iter().find(|job| job.id == own.job);
    let family = company.job_families.iter().find(|family| family.id == own.family);
    let manager = company.employee(&own.manager);
    let status = status_of(own, view.today);
    let mut item = json!({
        "employment_id": user(&own.id), "employment_id_v2": user(&own.id),
        "employee_number": own.number, "effective_date": own.hired, "primary_employment": true,
        "employment_type": option("employee", "员工"),
        "employment_status": option(status.0, status.1),
        "employee_type_id": own.employee_type,
        "department_id": department, "department_id_v2": department,
        "job_level_id": own.level, "job_family_id": own.family, "job_id": own.job,
        "pathway_id": own.pathway, "work_location_id": own.location,
        "working_hours_type_id": own.working_hours_type, "company_id": own.company,
        "email_address": own.email,
        "work_email_list": [{
            "email": own.email, "is_primary": true, "is_public": true,
            "email_usage": option("work", "工作"),
        }],
        "seniority_date": own.hired, "on_probation": false, "past_offboarding": false,
        "cost_center_list": [{ "cost_center_id": own.cost_center, "rate": 100, "new_rate": 100.0 }],
        "custom_fields": [],
        "person_info": person(own),
    });
    if !own.left.is_empty() {
        item["expiration_date"] = Value::from(own.left.as_str());
    }
    if let Some(unit) = unit {
        item["department"] =
            json!({ "id": department, "id_v2": department, "department_name": names(&unit.name) });
    }
    if let Some(level) = level {
        item["job_level"] = json!({
            "id": level.id, "level_order": level.order, "code": level.code,
            "name": names(&level.name), "active": !level.inactive,
        });
    }
    if let Some(job) = job {
        item["job"] = json!({ "id": job.id, "code": job.code, "name": names(&job.name) });
    }
    if let Some(family) = family {
        item["job_family"] =
            json!({ "id": family.id, "code": family.code, "name": names(&family.name) });
    }
    if let Some(manager) = manager {
        item["direct_manager_id"] = Value::from(user(&manager.id));
        item["direct_manager_id_v2"] = Value::from(user(&manager.id));
        item["direct_manager"] = json!({
            "employment_id": user(&manager.id), "employment_id_v2": user(&manager.id),
            "employee_number": manager.number, "email_address": manager.email,
            "person_info": {
                "person_id": manager.person, "preferred_name": manager.name.zh,
                "preferred_local_full_name": manager.name.zh,
                "preferred_english_full_name": manager.name.en,
            },
        });
    }
    item
}

fn person(own: &Employee) -> Value {
    let gender = match own.gender.as_str() {
        "male" => "男",
        "female" => "女",
        _ => "其他",
    };
    let mobile = format!("+86{}", own.mobile);
    json!({
        "person_id": own.person, "phone_number": mobile, "legal_name": own.name.zh,
        "preferred_name": own.name.zh, "preferred_local_full_name": own.name.zh,
        "preferred_english_full_name": own.name.en, "gender": option(&own.gender, gender),
        "phone_list": [{
            "international_area_code": option("86_china", "+86（中国）"),
            "phone_number": own.mobile, "formatted_phone_number": format!("+86 {}", own.mobile),
            "device_type": option("mobile_phone", "手机"), "phone_usage": option("home", "家庭"),
            "is_primary": true, "is_public": true,
        }],
        "custom_fields": [],
    })
}
