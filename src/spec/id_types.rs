//! The id types of a run: in which of its forms the API takes and gives ids.
//!
//! Must not know: any particular id.

use serde::{Deserialize, Serialize};

/// The id types of a run, passed explicitly on every call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdTypes {
    /// `user_id_type` for CoreHR calls.
    pub user: String,
    /// `user_id_type` for hire calls (hire takes `people_admin_id`, not `people_corehr_id`).
    pub talent_user: String,
    /// `department_id_type`.
    pub department: String,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdTypeOf {
    /// Of users, in CoreHR.
    User,
    /// Of users, in hire.
    HireUser,
    /// Of departments.
    Department,
}

impl IdTypes {
    /// The configured one.
    pub fn of(&self, which: IdTypeOf) -> &str {
        match which {
            IdTypeOf::User => &self.user,
            IdTypeOf::HireUser => &self.talent_user,
            IdTypeOf::Department => &self.department,
        }
    }
}
