//! One entry of a list of the tenant.
//!
//! Must not know: the other entries.

use std::sync::Arc;

use crate::spec::IdOf;

/// Several texts, which two entries may share: the job data of 50,000 employees are called as they are.
pub(crate) type Texts = Arc<[String]>;

/// A department, a level, a place: whatever has an ID in a tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The ID that a request body takes.
    pub(crate) id: String,
    /// Other marks that name it and nothing else of its list: its code; of people the number, e-mail
    /// addresses and mobiles.
    pub(crate) codes: Texts,
    /// What it is called, in each language once; the first is shown.
    pub(crate) names: Texts,
    /// The ID of the entry of the same list that it stands below.
    pub(crate) parent: Option<String>,
    /// The IDs of what it belongs to in other lists: a level's jobs, a city's province, a position's
    /// department.
    pub(crate) within: Texts,
    /// The ID of the entry of another list whose it is: of an employee's job data the employment.
    pub(crate) owner: Option<String>,
    /// Of what else somebody who is in it must have one: a department may ask for a job or a position.
    pub(crate) wants: Option<IdOf>,
    /// From which day on it is in force, `YYYY-MM-DD`, where that is not past and is known.
    pub(crate) since: Option<Box<str>>,
    /// Whether it may be used.
    pub(crate) active: bool,
}

impl Entry {
    /// What it is called; its code or its ID where it has no name.
    pub(crate) fn name(&self) -> &str {
        self.names.first().or_else(|| self.codes.first()).unwrap_or(&self.id)
    }
}
