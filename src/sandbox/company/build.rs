//! The company that is there by default: 晨星科技, made by rules, the same in every run and version.
//!
//! Must *not* know requests or answers, nor have any chance of its own: a file that names one of its ids stays right.

use std::sync::{Arc, LazyLock};

use super::records::Company;
use super::{departments, hire, jobs, options, people, places};

/// Kinds of things that have ids, each with the number that its ids begin with.
pub(crate) mod kind {
    pub(crate) const EMPLOYEE_TYPE: u64 = 1;
    pub(crate) const WORKING_HOURS: u64 = 2;
    pub(crate) const LOCATION: u64 = 3;
    pub(crate) const PATHWAY: u64 = 4;
    pub(crate) const GRADE: u64 = 5;
    pub(crate) const LEVEL: u64 = 6;
    pub(crate) const FAMILY: u64 = 7;
    pub(crate) const JOB: u64 = 8;
    pub(crate) const COMPANY: u64 = 9;
    pub(crate) const COST_CENTER: u64 = 10;
    pub(crate) const DEPARTMENT: u64 = 11;
    pub(crate) const POSITION: u64 = 12;
    pub(crate) const COUNTRY: u64 = 13;
    pub(crate) const PROVINCE: u64 = 14;
    pub(crate) const CITY: u64 = 15;
    pub(crate) const EMPLOYMENT: u64 = 16;
    pub(crate) const PERSON: u64 = 17;
    pub(crate) const JOB_DATA: u64 = 18;
    pub(crate) const DISTRICT: u64 = 19;
    pub(crate) const DOCUMENT: u64 = 20;
    pub(crate) const TALENT_OBJECT: u64 = 21;
    pub(crate) const SOURCE: u64 = 22;
    pub(crate) const FOLDER: u64 = 23;
}

/// The rows of a table in a text: a line each, its columns between bars.
pub(crate) fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().filter(|line| !line.is_empty()).map(|line| {
        let mut row = [""; N];
        for (column, cell) in row.iter_mut().zip(line.split('|')) {
            *column = cell;
        }
        row
    })
}

static MORNING_STAR: LazyLock<Arc<Company>> = LazyLock::new(|| {
    let mut company = Company::default();
    places::fill(&mut company);
    jobs::fill(&mut company);
    departments::fill(&mut company);
    jobs::fill_positions(&mut company);
    people::fill(&mut company);
    hire::fill(&mut company);
    company.fields = options::custom();
    Arc::new(company)
});

impl Company {
    /// 晨星科技, which is there where no other company was given.
    pub(crate) fn morning_star() -> Arc<Self> {
        Arc::clone(&MORNING_STAR)
    }
}
