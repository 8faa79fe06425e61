//! The lists of what people are, do and where: types, levels, jobs, places, companies, cost centres, positions.
//!
//! Must *not* know departments but by their ids, nor people.

use serde_json::{Value, json};

use super::super::call::Reply;
use super::super::company::ids::{Ids, in_type};
use super::super::company::{
    Company, CostCenter, EmployeeType, Job, JobFamily, JobGrade, JobLevel, LegalEntity, Location,
    Name, Pathway, Position, WorkingHoursType,
};
use super::asked::Asked;
use super::wire::{Hierarchy, OPEN_END, midnight, names, only, option, stranger};

/// `GET corehr/v1/employee_types`.
pub(crate) fn employee_types(company: &Company, asked: &Asked<'_>) -> Reply {
    asked.list(&company.employee_types, |own: &EmployeeType| {
        json!({
            "id": own.id, "name": names(&own.name), "default_employee_type": own.is_default,
            "active": !own.inactive, "code": own.code, "custom_fields": [],
        })
    })
}

/// `GET corehr/v1/working_hours_types`.
pub(crate) fn working_hours_types(company: &Company, asked: &Asked<'_>) -> Reply {
    asked.list(&company.working_hours_types, |own: &WorkingHoursType| {
        json!({
            "id": own.id, "code": own.code, "name": names(&own.name),
            "country_region_id_list": own.countries, "default_for_job": own.is_default,
            "active": !own.inactive, "custom_fields": [],
        })
    })
}

/// `GET corehr/v1/locations`.
pub(crate) fn locations(company: &Company, asked: &Asked<'_>) -> Reply {
    asked.list(&company.locations, |own: &Location| {
        let common = Hierarchy {
            code: &own.code,
            name: &own.name,
            parent: &own.parent,
            inactive: own.inactive,
            effective: &own.effective,
            kind: ("location", "地点"),
        };
        let usages: Value = own.usages.iter().map(|usage| option(usage, label_of(usage))).collect();
        json!({
            "id": own.id,
            "hiberarchy_common": common.wire(),
            "location_usage_list": usages,
            "address": address(own),
            "working_hours_type_id": own.working_hours_type,
            "effective_time": midnight(&own.effective),
            "expiration_time": midnight(OPEN_END),
            "custom_fields": [],
            "locale": option("zh_cn", "中文 简体 (中国)"),
        })
    })
}

fn label_of(usage: &str) -> &str {
    match usage {
        "work_location" => "工作地点",
        "geographical_division" => "地域划分",
        other => other,
    }
}

fn address(own: &Location) -> Value {
    if own.street == Name::default() {
        return json!([]);
    }
    json!([{
        "full_address_local_script": own.street.zh,
        "full_address_western_script": own.street.en,
        "id": format!("{}1", own.id.get(1..).unwrap_or_default()),
        "country_region_id": own.country,
        "region_id": own.province,
        "city_id": own.city,
        "address_line1": own.street.en,
        "local_address_line1": own.street.zh,
        "postal_code": own.postal_code,
        "address_type_list": [option("office_address", "办公地址")],
        "is_primary": true,
        "is_public": true,
        "custom_fields": [],
    }])
}

/// `GET corehr/v1/job_levels`.
pub(crate) fn job_levels(company: &Company, asked: &Asked<'_>) -> Reply {
    asked.list(&company.job_levels, |own: &JobLevel| {
        json!({
            "id": own.id, "level_order": own.order, "code": own.code, "name": names(&own.name),
            "description": [], "active": !own.inactive, "custom_fields": [],
            "job_grade": own.grades, "pathway_ids": own.pathways, "view_order": own.order,
        })
    })
}

/// `POST corehr/v2/job_grades/query`.
pub(crate) fn job_grades(company: &Company, asked: &Asked<'_>) -> Reply {
    let found: Vec<&JobGrade> = company
        .job_grades
        .iter()
        .filter(|own| asked.allows("ids", &[&own.id]) && asked.allows("codes", &[&own.code]))
        .filter(|own| asked.flag("active").is_none_or(|active| active != own.inactive))
        .collect();
    asked.list(&found, |own| {
        json!({
            "job_grade_id": own.id, "grade_order": own.order, "code": own.code,
            "names": names(&own.name), "descriptions": [], "active": !own.inactive,
        })
    })
}

/// `GET corehr/v2/jobs`.
pub(crate) fn jobs(company: &Company, asked: &Asked<'_>) -> Reply {
    let named = |own: &&Job| asked.call.param("name").is_none_or(|name| own.name.is(name));
    let found: Vec<&Job> = company.jobs.iter().filter(named).collect();
    let language = asked.call.param("query_language");
    let said = |name: &Name| {
        let mut all = names(name);
        if let (Some(language), Value::Array(all)) = (language, &mut all) {
            all.retain(|one| one["lang"] == language);
        }
        all
    };
    asked.list(&found, |own| {
        json!({
            "id": own.id, "code": own.code, "name": said(&own.name), "description": [],
            "active": !own.inactive, "job_title": said(&own.title), "pathway_id": own.pathway,
            "job_family_id_list": own.families, "job_level_id_list": own.levels,
            "working_hours_type_id": own.working_hours_type,
            "effective_time": midnight(&own.effective), "expiration_time": midnight(OPEN_END),
            "custom_fields": [],
        })
    })
}

/// `GET corehr/v1/job_families`.
pub(crate) fn job_families(company: &Company, asked: &Asked<'_>) -> Reply {
    asked.list(&company.job_families, |own: &JobFamily| {
        json!({
            "id": own.id, "name": names(&own.name), "active": !own.inactive,
            "selectable": !own.heading, "parent_id": own.parent, "pathway_ids": own.pathways,
            "effective_time": midnight(&own.effective), "expiration_time": midnight(OPEN_END),
            "code": own.code, "description": [], "custom_fields": [],
        })
    })
}

/// `GET corehr/v1/companies`.
pub(crate) fn companies(company: &Company, asked: &Asked<'_>) -> Reply {
    asked.list(&company.companies, |own: &LegalEntity| {
        let common = Hierarchy {
            code: &own.code,
            name: &own.name,
            parent: &own.parent,
            inactive: own.inactive,
            effective: &own.effective,
            kind: ("company", "公司"),
        };
        let place = json!({
            "country_region_id": own.country, "local_address_line1": own.address.zh,
            "postal_code": own.postal_code, "is_primary": true, "is_public": true,
        });
        json!({
            "id": own.id,
            "hiberarchy_common": common.wire(),
            "type": option("private_owned", "私营企业"),
            "industry_list": [option("software_and_it_service", "软件和信息技术服务业")],
            "legal_representative": [],
            "post_code": own.postal_code,
            "confidential": false,
            "sub_type_list": [option("company", "自有主体")],
            "branch_company": own.branch,
            "primary_manager": [],
            "custom_fields": [],
            "registered_office_address": names(&own.address),
            "office_address": names(&own.address),
            "registered_office_address_info": place,
            "office_address_info": place,
        })
    })
}

/// `POST corehr/v2/cost_centers/search`. All of ours have one version.
pub(crate) fn cost_centers(company: &Company, asked: &Asked<'_>) -> Reply {
    let named = |own: &&CostCenter| asked.allows("name_list", &[&own.name.zh, &own.name.en]);
    let found: Vec<&CostCenter> = company
        .cost_centers
        .iter()
        .filter(|own| asked.allows("cost_center_id_list", &[&own.id]))
        .filter(named)
        .filter(|own| asked.text("code").is_none_or(|code| code == own.code))
        .filter(|own| asked.text("parent_cost_center_id").is_none_or(|id| id == own.parent))
        .collect();
    let manager = |id: &String| in_type(id, asked.user_id_type());
    asked.list(&found, |own| {
        json!({
            "cost_center_id": own.id,
            "version_id": version(&own.id),
            "name": names(&own.name),
            "code": own.code,
            "parent_cost_center_id": own.parent,
            "managers": own.managers.iter().map(manager).collect::<Vec<String>>(),
            "description": [],
            "effective_time": own.effective,
            "expiration_time": OPEN_END,
            "active": !own.inactive,
        })
    })
}

/// The id of a version: that of the record, with a part of its own.
pub(crate) fn version(id: &str) -> String {
    id.replacen('1', "2", 1)
}

/// `fields` of positions, with the names in the answer.
const POSITION_FIELDS: &[(&str, &str)] = &[
    ("wk_id", "position_id"),
    ("name", "names"),
    ("code", "code"),
    ("active", "active"),
    ("department", "department_id"),
    ("cost_center", "cost_center_id"),
    ("job", "job_id"),
    ("job_family", "job_family_id_list"),
    ("job_level", "job_level_id_list"),
    ("job_grade", "job_grade_id_list"),
    ("work_location", "work_location_id_list"),
    ("employee_type", "employee_type_id_list"),
    ("working_hours_type", "working_hours_type_id"),
    ("direct_leader", "direct_leader_id"),
    ("dotted_line_leader", "dotted_line_leader_id"),
    ("is_key_position", "is_key_position"),
    ("description", "descriptions"),
    ("effective_time", "effective_time"),
    ("expiration_time", "expiration_time"),
    ("created_by", "created_by"),
];

/// `POST corehr/v2/positions/query`.
pub(crate) fn positions(company: &Company, asked: &Asked<'_>) -> Reply {
    let fields = asked.texts("fields");
    let known: Vec<&str> = POSITION_FIELDS.iter().map(|(name, _)| *name).collect();
    if let Some(name) = stranger(&fields, &known) {
        return asked.bad(&format!("fields: {name}"));
    }
    let kept: Vec<&str> = POSITION_FIELDS
        .iter()
        .filter(|(name, _)| fields.contains(name))
        .map(|(_, own)| *own)
        .collect();
    let departments = company.departments.iter().map(|own| own.id.as_str());
    let ids = Ids::of(asked.department_id_type(), departments);
    let wanted: Vec<Option<&str>> =
        asked.texts("department_ids").into_iter().map(|id| ids.core(id)).collect();
    let day = asked.text("effective_time").unwrap_or(&asked.today);
    let found: Vec<&Position> = company
        .positions
        .iter()
        .filter(|own| wanted.is_empty() || wanted.contains(&Some(own.department.as_str())))
        .filter(|own| asked.allows("position_ids", &[&own.id]))
        .filter(|own| asked.allows("position_codes", &[&own.code]))
        .filter(|own| own.effective.as_str() <= day)
        .filter(|own| asked.flag("active").is_none_or(|active| active != own.inactive))
        .collect();
    asked.list(&found, |own| {
        let item = json!({
            "position_id": own.id, "code": own.code, "names": names(&own.name),
            "descriptions": [], "active": !own.inactive, "job_family_id_list": own.families,
            "job_level_id_list": own.levels, "employee_type_id_list": [],
            "job_grade_id_list": [], "work_location_id_list": [], "job_id": own.job,
            "department_id": in_type(&own.department, asked.department_id_type()),
            "is_key_position": own.is_key, "effective_time": own.effective,
            "expiration_time": OPEN_END,
        });
        only(item, "position_id", &kept)
    })
}

/// `POST corehr/v2/pathways/batch_get`.
pub(crate) fn pathways(company: &Company, asked: &Asked<'_>) -> Reply {
    let found: Vec<&Pathway> = company
        .pathways
        .iter()
        .filter(|own| asked.allows("pathway_ids", &[&own.id]))
        .filter(|own| asked.allows("pathway_codes", &[&own.code]))
        .filter(|own| asked.flag("active").is_none_or(|active| active != own.inactive))
        .collect();
    asked.list(&found, |own| {
        json!({
            "pathway_id": own.id, "code": own.code, "names": names(&own.name),
            "descriptions": [], "active": !own.inactive,
        })
    })
}
