//! The company that is there by default: 晨星科技, made by rules, the same in every run and version.
//!
//! Must *not* know requests or answers, nor have any chance of its own: a file that names one of its ids stays right.

use std::sync::{Arc, LazyLock};

use super::records::Company;
use super::{departments, hire, jobs, options, people, places};

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
