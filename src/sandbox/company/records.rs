//! The shape of a company, as a file for `--tenant` says it: every list may be left out, and of a record everything but
//! its `id`.
//!
//! Must *not* know how the API shows it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::name::Name;
use super::talents::{ResumeSource, TalentFolder, TalentModule};

/// What a tenant holds.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Company {
    pub(crate) employee_types: Vec<EmployeeType>,
    pub(crate) working_hours_types: Vec<WorkingHoursType>,
    pub(crate) locations: Vec<Location>,
    pub(crate) pathways: Vec<Pathway>,
    pub(crate) job_grades: Vec<JobGrade>,
    pub(crate) job_levels: Vec<JobLevel>,
    pub(crate) job_families: Vec<JobFamily>,
    pub(crate) jobs: Vec<Job>,
    pub(crate) companies: Vec<LegalEntity>,
    pub(crate) cost_centers: Vec<CostCenter>,
    /// The root first, and each before those below it.
    pub(crate) departments: Vec<Department>,
    pub(crate) positions: Vec<Position>,
    pub(crate) employees: Vec<Employee>,
    /// Fields of the tenant's own, and such that differ from what every tenant has.
    pub(crate) fields: Vec<Field>,
    pub(crate) talent_modules: Vec<TalentModule>,
    pub(crate) resume_sources: Vec<ResumeSource>,
    pub(crate) talent_folders: Vec<TalentFolder>,
    /// Where among the people each employment and each job data record is; made when first asked for.
    #[serde(skip)]
    index: OnceLock<Index>,
}

#[derive(Debug, Clone, Default)]
struct Index {
    employments: BTreeMap<String, usize>,
    job_datas: BTreeMap<String, usize>,
}

impl Company {
    /// Who has this employment id.
    pub(crate) fn employee(&self, id: &str) -> Option<&Employee> {
        self.employees.get(*self.index().employments.get(id)?)
    }

    /// Whose this job data record is.
    pub(crate) fn holder(&self, job_data: &str) -> Option<&Employee> {
        self.employees.get(*self.index().job_datas.get(job_data)?)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            for (at, own) in self.employees.iter().enumerate() {
                index.employments.insert(own.id.clone(), at);
                if !own.job_data.is_empty() {
                    index.job_datas.insert(own.job_data.clone(), at);
                }
            }
            index
        })
    }
}

/// What has an id.
pub(crate) trait Listed {
    /// Its id.
    fn id(&self) -> &str;
}

macro_rules! listed {
    ($($record:ident)*) => { $(
        impl Listed for $record {
            fn id(&self) -> &str {
                &self.id
            }
        }
    )* };
}

listed! {
    EmployeeType WorkingHoursType Location Pathway JobGrade JobLevel JobFamily Job LegalEntity
    CostCenter Department Position Employee
}

/// 人员类型.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct EmployeeType {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
    /// The tenant's default; exactly one.
    pub(crate) is_default: bool,
}

/// 工时制度.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct WorkingHoursType {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
    pub(crate) is_default: bool,
    /// Ids of countries.
    pub(crate) countries: Vec<String>,
}

/// 地点.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Location {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
    pub(crate) parent: String,
    pub(crate) effective: String,
    /// `location_usage`: `work_location`, `geographical_division` …
    pub(crate) usages: Vec<String>,
    /// Ids of basic data.
    pub(crate) country: String,
    pub(crate) province: String,
    pub(crate) city: String,
    pub(crate) street: Name,
    pub(crate) postal_code: String,
    pub(crate) working_hours_type: String,
}

/// 通道.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Pathway {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
}

/// 职等.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct JobGrade {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
    pub(crate) order: i64,
}

/// 职级.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct JobLevel {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
    /// The higher, the more senior.
    pub(crate) order: i64,
    pub(crate) grades: Vec<String>,
    pub(crate) pathways: Vec<String>,
}

/// 序列.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct JobFamily {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
    pub(crate) parent: String,
    pub(crate) effective: String,
    pub(crate) pathways: Vec<String>,
    /// A heading alone, not to be chosen.
    pub(crate) heading: bool,
}

/// 职务.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Job {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
    pub(crate) effective: String,
    pub(crate) title: Name,
    pub(crate) families: Vec<String>,
    pub(crate) levels: Vec<String>,
    pub(crate) pathway: String,
    pub(crate) working_hours_type: String,
}

/// 公司: a legal entity.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LegalEntity {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
    pub(crate) parent: String,
    pub(crate) effective: String,
    pub(crate) branch: bool,
    /// Id of the country.
    pub(crate) country: String,
    pub(crate) address: Name,
    pub(crate) postal_code: String,
}

/// 成本中心.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct CostCenter {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
    pub(crate) parent: String,
    pub(crate) effective: String,
    /// Employment ids.
    pub(crate) managers: Vec<String>,
}

/// 部门.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Department {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
    /// Empty for the root.
    pub(crate) parent: String,
    /// The first day of what it is today.
    pub(crate) effective: String,
    /// What it was before, oldest first.
    pub(crate) earlier: Vec<Earlier>,
    /// `division`, `department` or `group`.
    pub(crate) sub_type: String,
    /// An employment id.
    pub(crate) manager: String,
    pub(crate) cost_center: String,
    /// What somebody in it must have: `job`, `position`, or neither (`non_job`, as where it is empty).
    pub(crate) staffing_model: String,
}

/// What a department was called from a day on.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Earlier {
    pub(crate) name: Name,
    pub(crate) effective: String,
}

/// 岗位.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Position {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) inactive: bool,
    pub(crate) effective: String,
    pub(crate) department: String,
    pub(crate) job: String,
    pub(crate) families: Vec<String>,
    pub(crate) levels: Vec<String>,
    pub(crate) is_key: bool,
}

/// 雇员: somebody who works or worked here.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Employee {
    /// The employment id.
    pub(crate) id: String,
    pub(crate) person: String,
    /// Empty for who has no job data yet.
    pub(crate) job_data: String,
    /// 工号.
    pub(crate) number: String,
    pub(crate) name: Name,
    /// At work.
    pub(crate) email: String,
    /// Without the country's code, which is China's.
    pub(crate) mobile: String,
    /// `male`, `female` or `other`.
    pub(crate) gender: String,
    /// The first day, and the last one of who has left.
    pub(crate) hired: String,
    pub(crate) left: String,
    pub(crate) department: String,
    /// The employment id of the manager.
    pub(crate) manager: String,
    /// The type of employee.
    #[serde(rename = "employee_type")]
    pub(crate) kind: String,
    pub(crate) level: String,
    pub(crate) job: String,
    pub(crate) family: String,
    pub(crate) pathway: String,
    pub(crate) location: String,
    pub(crate) working_hours_type: String,
    pub(crate) company: String,
    pub(crate) cost_center: String,
}

/// 字段: a field of an object of CoreHR, custom or built in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Field {
    /// `job_data`, `person` …
    pub(crate) object: String,
    /// Ends in `__c` for a custom one.
    pub(crate) api_name: String,
    pub(crate) name: Name,
    /// 1 text, 2 boolean, 3 number, 4 option, 5 person, 7 date.
    #[serde(rename = "type")]
    pub(crate) kind: i64,
    pub(crate) required: bool,
    pub(crate) multiple: bool,
    pub(crate) options: Vec<Choice>,
}

/// An option of a field.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Choice {
    pub(crate) api_name: String,
    pub(crate) name: Name,
    /// Switched off.
    pub(crate) closed: bool,
}
