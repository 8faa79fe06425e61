//! The company whose data the sandbox shows: lists of what a CoreHR tenant holds, by names and ids.
//!
//! ```text
//! records  the shape of a company, as a file says it      ids     ids, and the same in other types
//! names    words that names are made of                   build   the company that is there by default:
//!          departments, jobs, places …                            one file for each branch of it
//! ```
//!
//! Must *not* know requests, answers or pages.

mod build;
mod departments;
mod hire;
pub(crate) mod ids;
mod jobs;
mod options;
mod people;
mod places;
mod records;
pub(crate) mod world;

pub(crate) use options::preset;
pub use records::Company;
pub(crate) use records::{
    Choice, CostCenter, Department, Employee, EmployeeType, Field, Job, JobFamily, JobGrade,
    JobLevel, LegalEntity, Location, Name, Pathway, Position, ResumeSource, TalentField,
    TalentFolder, TalentModule, WorkingHoursType,
};
