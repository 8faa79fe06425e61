//! Whose IDs a field may hold.
//!
//! Must not know: what an ID looks like, how a name leads to one.

use crate::sheet::are_digits;

/// Figures of the shortest ID that Feishu makes.
const SHORTEST_ID: usize = 15;

/// Whose ID a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdOf {
    /// A user, in the configured `user_id_type`.
    User,
    /// An employment, in the configured `user_id_type`.
    Employment,
    /// A job data record (a manager's).
    JobData,
    /// A department, in the configured `department_id_type`.
    Department,
    /// `employee_type`.
    EmployeeType,
    /// `working_hours_type`.
    WorkingHoursType,
    /// A CoreHR work location.
    WorkLocation,
    /// A job (职务).
    Job,
    /// A job level (职级).
    JobLevel,
    /// A job grade (职等).
    JobGrade,
    /// A job family (序列).
    JobFamily,
    /// A position (岗位).
    Position,
    /// A pathway (通道).
    Pathway,
    /// A company.
    Company,
    /// A cost centre.
    CostCenter,
    /// The `api_name` of an option of the job data field `work_shift`.
    WorkShift,
    /// The `api_name` of an option of the job data field `compensation_type`.
    CompensationType,
    /// A hire country code (`CN_112`).
    Country,
    /// A country or region as CoreHR has it, with its dialling code; no field holds one, but numbers begin so.
    DialCode,
    /// A type of identity document as CoreHR has it; no field of a kind holds one yet: talents have their own.
    NationalIdType,
    /// A bank as CoreHR has it; no field of a kind holds one yet.
    Bank,
    /// A hire province code; no field holds one, but cities lie in them.
    Province,
    /// A hire city code (`CT_159`).
    City,
    /// A résumé source.
    ResumeSource,
    /// A talent folder.
    Folder,
    /// A field of talents that the tenant may add to, or a module of them.
    CustomField,
    /// An uploaded attachment.
    Attachment,
}

impl IdOf {
    /// It is of a person: of which a list is read apart.
    pub const fn is_person(self) -> bool {
        matches!(self, Self::User | Self::Employment | Self::JobData)
    }

    /// What Feishu's own codes of such a place begin with (`CN_112` for every country alike, `CT_159` for a
    /// city); none for what is no place, whose IDs the tenant makes up.
    const fn sorts(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Country => Some(&["CN"]),
            // A city may be told by a wider or a smaller place (`docs/facts.md`).
            Self::Province | Self::City => Some(&["CT", "ST", "DS"]),
            Self::User
            | Self::Employment
            | Self::JobData
            | Self::Department
            | Self::EmployeeType
            | Self::WorkingHoursType
            | Self::WorkLocation
            | Self::Job
            | Self::JobLevel
            | Self::JobGrade
            | Self::JobFamily
            | Self::Position
            | Self::Pathway
            | Self::Company
            | Self::CostCenter
            | Self::WorkShift
            | Self::CompensationType
            | Self::DialCode
            | Self::NationalIdType
            | Self::Bank
            | Self::ResumeSource
            | Self::Folder
            | Self::CustomField
            | Self::Attachment => None,
        }
    }

    /// Whether a text may be one of Feishu's codes for such a place; of whatever is no place, any text may.
    pub fn may_be_code(self, text: &str) -> bool {
        let Some(sorts) = self.sorts() else { return true };
        let [one, two, b'_', number @ ..] = text.as_bytes() else { return false };
        let is_it = |sort: &&str| sort.as_bytes() == [*one, *two];
        sorts.iter().any(is_it) && !number.is_empty() && are_digits(number)
    }

    /// Whether a text is as nobody names an option for programs, but as people call it: `Standard`, `8`. The
    /// options of a tenant are called as it likes, so that this is no more than a doubt.
    pub fn is_called_so(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let is_word = || {
            bytes.iter().all(u8::is_ascii_alphabetic) && bytes.iter().any(u8::is_ascii_uppercase)
        };
        matches!(self, Self::WorkShift | Self::CompensationType)
            && (is_word() || bytes.len() < SHORTEST_ID && are_digits(bytes))
    }

    /// The tenant makes these IDs up, and may begin one with a zero; those of places are Feishu's.
    pub const fn is_own_code(self) -> bool {
        self.sorts().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::IdOf;

    #[test]
    fn codes_of_places_are_known_by_their_sort() {
        for (of, text, may) in [
            (IdOf::City, "CT_159", true),
            (IdOf::City, "DS_1", true),
            (IdOf::City, "CN_112", false),
            (IdOf::City, "110000", false),
            (IdOf::City, "Beijing", false),
            (IdOf::City, "CT_", false),
            (IdOf::Country, "CN_112", true),
            (IdOf::Country, "CT_159", false),
            (IdOf::Country, "China", false),
            (IdOf::Country, "86", false),
            (IdOf::Department, "110000", true),
            (IdOf::WorkShift, "example", true),
        ] {
            assert_eq!(of.may_be_code(text), may, "{of:?} {text}");
        }
    }

    #[test]
    fn what_people_call_an_option_is_doubtful() {
        for text in ["Standard", "Beijing", "8", "110000", "HOURLY"] {
            assert!(IdOf::WorkShift.is_called_so(text), "{text}");
            assert!(!IdOf::City.is_called_so(text), "{text}");
        }
        for text in ["example", "6890452208593372679", "work_shift_1", "Shift_2", "shift1"] {
            assert!(!IdOf::CompensationType.is_called_so(text), "{text}");
        }
    }
}
