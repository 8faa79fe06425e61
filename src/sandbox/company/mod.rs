//! The company whose data the sandbox shows: lists of what a CoreHR tenant holds, by names and ids.
//!
//! ```text
//! records, talents, name   the shape of a company, as a file says it; `file` reads it
//! ids      ids, and the same in other types
//! build    the company that is there by default: departments, jobs, places, people, hire, options
//! world    basic data, the same in every tenant
//! ```
//!
//! Must *not* know requests, answers or pages.

mod build;
mod departments;
mod file;
mod hire;
pub(crate) mod ids;
mod jobs;
mod name;
mod options;
mod people;
mod places;
mod records;
mod table;
mod talents;
pub(crate) mod world;

pub(crate) use name::Name;
pub(crate) use options::preset;
pub use records::Company;
pub(crate) use records::{
    Choice, CostCenter, Department, Employee, EmployeeType, Field, Job, JobFamily, JobGrade,
    JobLevel, LegalEntity, Listed, Location, Pathway, Position, WorkingHoursType,
};
pub(crate) use talents::{ResumeSource, TalentField, TalentFolder, TalentModule};
