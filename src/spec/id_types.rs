//! The id types of a run: in which of its forms the API takes and gives ids.
//!
//! Must not know: any particular id.

use serde::{Deserialize, Serialize};

use super::id_of::IdOf;
use crate::sheet::are_digits;

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

/// How the IDs of a type are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdShape {
    /// In figures alone.
    Figures,
    /// With this at their beginning.
    Begins(&'static str),
    /// As the tenant likes, but with none of these at their beginning, by which others are known.
    Any(&'static [&'static str]),
}

impl IdShape {
    /// Whether an ID may be one of these.
    pub fn fits(self, id: &str) -> bool {
        match self {
            Self::Figures => !id.is_empty() && are_digits(id.as_bytes()),
            Self::Begins(with) => id.starts_with(with),
            Self::Any(others) => !others.iter().any(|other| id.starts_with(other)),
        }
    }
}

impl IdTypes {
    /// How the IDs of something are written, with the type's name where it is configured; none where
    /// nothing is known of it.
    pub fn shape(&self, of: IdOf) -> Option<(IdShape, &str)> {
        match of {
            IdOf::Employment => Some((user(&self.user)?, &self.user)),
            IdOf::Department => Some((department(&self.department)?, &self.department)),
            IdOf::JobData
            | IdOf::EmployeeType
            | IdOf::WorkingHoursType
            | IdOf::WorkLocation
            | IdOf::Job
            | IdOf::JobLevel
            | IdOf::JobGrade
            | IdOf::JobFamily
            | IdOf::Position
            | IdOf::Pathway
            | IdOf::Company
            | IdOf::CostCenter => Some((IdShape::Figures, "")),
            IdOf::User
            | IdOf::WorkShift
            | IdOf::CompensationType
            | IdOf::Country
            | IdOf::DialCode
            | IdOf::NationalIdType
            | IdOf::Bank
            | IdOf::Province
            | IdOf::City
            | IdOf::ResumeSource
            | IdOf::Folder
            | IdOf::CustomField
            | IdOf::Attachment => None,
        }
    }

    /// The configured one.
    pub fn of(&self, which: IdTypeOf) -> &str {
        match which {
            IdTypeOf::User => &self.user,
            IdTypeOf::HireUser => &self.talent_user,
            IdTypeOf::Department => &self.department,
        }
    }
}

/// How users' IDs of a type are written.
fn user(id_type: &str) -> Option<IdShape> {
    match id_type {
        "people_corehr_id" => Some(IdShape::Figures),
        "open_id" => Some(IdShape::Begins("ou_")),
        "union_id" => Some(IdShape::Begins("on_")),
        "user_id" => Some(IdShape::Any(&["ou_", "on_"])),
        _ => None,
    }
}

/// How departments' IDs of a type are written.
fn department(id_type: &str) -> Option<IdShape> {
    match id_type {
        "people_corehr_department_id" => Some(IdShape::Figures),
        "open_department_id" => Some(IdShape::Begins("od-")),
        "department_id" => Some(IdShape::Any(&["od-"])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(user: &str, department: &str, of: IdOf, id: &str) -> Option<bool> {
        let own = |text: &str| text.to_owned();
        let types = IdTypes {
            user: own(user),
            talent_user: own("people_admin_id"),
            department: own(department),
        };
        types.shape(of).map(|(shape, _)| shape.fits(id))
    }

    #[test]
    fn an_id_of_another_type_is_known_by_its_shape() {
        for (user, id, fit) in [
            ("people_corehr_id", "6893014062142064135", true),
            ("people_corehr_id", "A00001", false),
            ("people_corehr_id", "ou_7dab8a3d3cdcc9da365777c7ad535d62", false),
            ("open_id", "ou_7dab8a3d3cdcc9da365777c7ad535d62", true),
            ("open_id", "6893014062142064135", false),
            ("union_id", "on_94a1ee5551019f18cd73d9f111898cf2", true),
            ("union_id", "ou_7dab8a3d3cdcc9da365777c7ad535d62", false),
            ("user_id", "A00001", true),
            ("user_id", "ou_7dab8a3d3cdcc9da365777c7ad535d62", false),
        ] {
            let found = fits(user, "department_id", IdOf::Employment, id);
            assert_eq!(found, Some(fit), "{user} {id}");
        }
        for (department, id, fit) in [
            ("people_corehr_department_id", "D000", false),
            ("people_corehr_department_id", "6890452208593372679", true),
            ("open_department_id", "od-4e6ac4d14bcd5071a37a39de902c7141", true),
            ("open_department_id", "D000", false),
            ("department_id", "D000", true),
            ("department_id", "od-4e6ac4d14bcd5071a37a39de902c7141", false),
        ] {
            let found = fits("user_id", department, IdOf::Department, id);
            assert_eq!(found, Some(fit), "{department} {id}");
        }
        assert_eq!(fits("x", "y", IdOf::JobLevel, "P6"), Some(false));
        assert_eq!(fits("x", "y", IdOf::Employment, "P6"), None);
        assert_eq!(fits("x", "y", IdOf::City, "CT_1"), None);
    }
}
