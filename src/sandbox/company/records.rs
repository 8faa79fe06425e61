//! The shape of a company, as a file for `--tenant` says it: every list may be left out, and of a record everything but
//! its `id`.
//!
//! Must *not* know how the API shows it.

use serde::Deserialize;

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
}

/// What something is called: `"研发中心"`, or `{"zh": "研发中心", "en": "R&D"}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Words")]
pub(crate) struct Name {
    /// In Chinese; may be empty.
    pub(crate) zh: String,
    /// In English; may be empty.
    pub(crate) en: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Words {
    Chinese(String),
    Both {
        #[serde(default)]
        zh: String,
        #[serde(default)]
        en: String,
    },
}

impl From<Words> for Name {
    fn from(words: Words) -> Self {
        match words {
            Words::Chinese(zh) => Self { zh, en: String::new() },
            Words::Both { zh, en } => Self { zh, en },
        }
    }
}

impl Name {
    /// Both names.
    pub(crate) fn new(zh: &str, en: &str) -> Self {
        Self { zh: zh.to_owned(), en: en.to_owned() }
    }

    /// Whether this is one of the two, to the letter.
    pub(crate) fn is(&self, text: &str) -> bool {
        !text.is_empty() && (self.zh == text || self.en == text)
    }
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
    pub(crate) employee_type: String,
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

/// A module of a talent in hire.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TalentModule {
    pub(crate) id: String,
    pub(crate) name: Name,
    pub(crate) custom: bool,
    pub(crate) required: bool,
    pub(crate) closed: bool,
    pub(crate) fields: Vec<TalentField>,
}

/// A field of a module.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TalentField {
    pub(crate) id: String,
    pub(crate) name: Name,
    /// `object_type`: 1 line, 2 lines, 3 single, 4 multiple, 5 date, 9 number, 10 built in …
    #[serde(rename = "type")]
    pub(crate) kind: i64,
    pub(crate) custom: bool,
    pub(crate) required: bool,
    pub(crate) closed: bool,
    /// Each by its key, from `"1"` on.
    pub(crate) options: Vec<TalentOption>,
}

/// An option of a talent's field.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TalentOption {
    pub(crate) key: String,
    pub(crate) name: Name,
    pub(crate) closed: bool,
}

/// 简历来源.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ResumeSource {
    pub(crate) id: String,
    pub(crate) name: Name,
    /// `resume_source_type`: `"10000"` and on.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) closed: bool,
}

/// 人才文件夹.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TalentFolder {
    pub(crate) id: String,
    pub(crate) name: String,
    /// An employment id.
    pub(crate) owner: String,
}
