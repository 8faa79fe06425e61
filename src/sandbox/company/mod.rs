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
pub(crate) mod ids;
mod jobs;
mod places;
mod records;
mod world;

pub use records::Company;
pub(crate) use records::{
    CostCenter, Department, EmployeeType, Job, JobFamily, JobGrade, JobLevel, LegalEntity,
    Location, Name, Pathway, Position, WorkingHoursType,
};
