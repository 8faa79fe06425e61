//! The reads of reference data: what a tenant holds that records refer to.
//!
//! ```text
//! page, pages  which reads there are: paths, limits, parameters, bodies
//! asked        a call by its page's table; pages of an answer     wire   the shapes that pages share
//! lists, departments …   what each read finds
//! ```
//!
//! Must *not* know windows, faults or access tokens: `desk` has passed those already.

pub(super) mod asked;
mod basic;
mod departments;
mod hire;
mod lists;
mod meta;
pub(super) mod page;
mod pages;
pub(super) mod people;
mod wire;

use super::behaviour::Behaviour;
use super::call::{Call, Reply};
use super::job_data_reads;
use super::memory::Core;
use super::moment::today;
use asked::Asked;

pub use page::Reference;

/// Answers a read. What its page does not know is noted in the ledger, besides being refused.
pub(super) fn answer(
    behaviour: &Behaviour,
    core: &mut Core,
    read: Reference,
    call: &Call,
    now: i64,
) -> Reply {
    let asked = match Asked::of(read, call, today(now)) {
        Ok(asked) => asked,
        Err(wrong) => {
            for field in &wrong.unknown {
                core.violation(call.endpoint, "unknown_field", field);
            }
            return wrong.reply;
        }
    };
    let company = &*behaviour.company();
    match read {
        Reference::EmployeeTypes => lists::employee_types(company, &asked),
        Reference::WorkingHoursTypes => lists::working_hours_types(company, &asked),
        Reference::Locations => lists::locations(company, &asked),
        Reference::JobLevels => lists::job_levels(company, &asked),
        Reference::JobGrades => lists::job_grades(company, &asked),
        Reference::Jobs => lists::jobs(company, &asked),
        Reference::JobFamilies => lists::job_families(company, &asked),
        Reference::Companies => lists::companies(company, &asked),
        Reference::CostCenters => lists::cost_centers(company, &asked),
        Reference::DepartmentTree => departments::tree(company, &asked),
        Reference::DepartmentGet => departments::get(company, &asked),
        Reference::DepartmentSearch => departments::search(company, &asked),
        Reference::DepartmentTimeline => departments::timeline(company, &asked),
        Reference::Positions => lists::positions(company, &asked),
        Reference::Pathways => lists::pathways(company, &asked),
        Reference::Employees => people::search(company, &asked, |id| behaviour.hides(id)),
        Reference::JobDatas => job_data_reads::query(behaviour, core, &asked, now),
        Reference::CustomField => meta::one(company, &asked),
        Reference::CustomFields => meta::custom(company, &asked),
        Reference::Enums => meta::enums(company, &asked),
        Reference::Countries => basic::countries(&asked),
        Reference::Nationalities => basic::nationalities(&asked),
        Reference::Provinces => basic::provinces(&asked),
        Reference::Cities => basic::cities(&asked),
        Reference::Districts => basic::districts(&asked),
        Reference::Banks => basic::banks(&asked),
        Reference::BankBranches => basic::bank_branches(&asked),
        Reference::Currencies => basic::currencies(&asked),
        Reference::NationalIdTypes => basic::national_id_types(&asked),
        Reference::TalentObjects => hire::talent_objects(company, &asked, behaviour.required),
        Reference::HirePlaces => hire::places(&asked),
        Reference::ResumeSources => hire::resume_sources(company, &asked),
        Reference::TalentFolders => hire::talent_folders(company, &asked),
    }
}
