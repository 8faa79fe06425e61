//! Whether what a job data record refers to, or a talent's number, exists in the tenant.
//!
//! Must *not* know what becomes of a record that refers to nothing.

use serde_json::{Map, Value};

use super::company::ids::in_type;
use super::company::{Company, Listed, world};
use super::state::JobRow;

/// The first field of a create that names nothing which the tenant holds.
pub(super) fn stranger(
    company: &Company,
    made: &[JobRow],
    body: &Map<String, Value>,
    department_id_type: &str,
) -> Option<&'static str> {
    let has = |name: &str, holds: &dyn Fn(&str) -> bool| {
        body.get(name).and_then(Value::as_str).is_none_or(holds)
    };
    let department =
        |id: &str| company.departments.iter().any(|own| in_type(&own.id, department_id_type) == id);
    let job_data =
        |id: &str| company.holder(id).is_some() || made.iter().any(|row| row.id.to_string() == id);
    let dotted = body.get("dotted_line_manager_id_list").and_then(Value::as_array);
    let mut dotted = dotted.into_iter().flatten().filter_map(Value::as_str);
    let shares = body.get("cost_center_rate").and_then(Value::as_array);
    let shares = shares.into_iter().flatten().filter_map(|share| share.get("cost_center_id"));
    let mut shares = shares.filter_map(Value::as_str);
    let all: [(&'static str, bool); 15] = [
        ("department_id", has("department_id", &department)),
        ("employee_type_id", has("employee_type_id", &|id| is_in(&company.employee_types, id))),
        ("job_level_id", has("job_level_id", &|id| is_in(&company.job_levels, id))),
        ("job_grade_id", has("job_grade_id", &|id| is_in(&company.job_grades, id))),
        ("job_id", has("job_id", &|id| is_in(&company.jobs, id))),
        ("job_family_id", has("job_family_id", &|id| is_in(&company.job_families, id))),
        (
            "working_hours_type_id",
            has("working_hours_type_id", &|id| is_in(&company.working_hours_types, id)),
        ),
        ("work_location_id", has("work_location_id", &|id| is_in(&company.locations, id))),
        ("service_company", has("service_company", &|id| is_in(&company.companies, id))),
        ("position_id", has("position_id", &|id| is_in(&company.positions, id))),
        ("pathway_id", has("pathway_id", &|id| is_in(&company.pathways, id))),
        ("direct_manager_id", has("direct_manager_id", &job_data)),
        ("second_direct_manager_id", has("second_direct_manager_id", &job_data)),
        ("dotted_line_manager_id_list", dotted.all(job_data)),
        ("cost_center_rate", shares.all(|id| is_in(&company.cost_centers, id))),
    ];
    let wrong = all.into_iter().find(|(_, exists)| !exists);
    wrong.map(|(name, _)| name).or_else(|| closed_word(company, body))
}

/// The field of a talent that names a country of no tenant: that of the number.
pub(super) fn no_country(body: &Map<String, Value>) -> Option<&'static str> {
    let code = body.get("basic_info")?.get("mobile_country_code")?.as_str()?;
    world::hire_country(code).is_none().then_some("basic_info.mobile_country_code")
}

/// The path of the first field that the tenant requires of a talent and that a create does not hold: its own
/// ones, and mobile and e-mail. Those of entries are wanted where there are entries.
pub(super) fn lacking(company: &Company, body: &Map<String, Value>) -> Option<String> {
    const PARTS: [(&str, &str); 4] = [
        ("基本信息", "basic_info"),
        ("教育经历", "education_list"),
        ("工作经历", "career_list"),
        ("项目经历", "project_list"),
    ];
    let open = company.talent_modules.iter().filter(|module| !module.custom && !module.closed);
    open.flat_map(|module| module.fields.iter().map(move |field| (module, field)))
        .filter(|(_, field)| field.required && !field.closed)
        .find_map(|(module, field)| {
            let (_, key) = PARTS.iter().find(|(name, _)| *name == module.name.zh)?;
            let entries: Vec<&Value> = match body.get(*key) {
                Some(Value::Array(entries)) => entries.iter().collect(),
                Some(one) => vec![one],
                None => Vec::new(),
            };
            let own = match field.name.zh.as_str() {
                "手机" => Some("mobile"),
                "邮箱" => Some("email"),
                _ => None,
            };
            let holds = |entry: &&Value| match own {
                Some(name) => entry.get(name).is_some(),
                None => customs(entry).any(|id| id == field.id),
            };
            let is_asked = field.custom || own.is_some();
            let lacks = is_asked && !entries.iter().all(holds);
            lacks.then(|| format!("{key}.{}", own.unwrap_or(&field.id)))
        })
}

/// The ids of the custom fields of an entry.
fn customs(entry: &Value) -> impl Iterator<Item = &str> {
    let all = entry.get("customized_data").and_then(Value::as_array);
    all.into_iter().flatten().filter_map(|one| one.get("object_id")?.as_str())
}

fn is_in<T: Listed>(list: &[T], id: &str) -> bool {
    list.iter().any(|own| own.id() == id)
}

/// A field whose option the tenant has not, or has switched off.
fn closed_word(company: &Company, body: &Map<String, Value>) -> Option<&'static str> {
    ["work_shift", "compensation_type"].into_iter().find(|name| {
        let said = body.get(*name).and_then(|value| value.get("enum_name")?.as_str());
        said.is_some_and(|word| !company.offers("job_data", name, word))
    })
}
