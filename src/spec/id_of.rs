//! Whose IDs a field may hold.
//!
//! Must not know: what an ID looks like, how a name leads to one.

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

    /// The tenant makes these IDs up, and may begin one with a zero; those of places are Feishu's.
    pub const fn is_own_code(self) -> bool {
        match self {
            Self::Country | Self::Province | Self::City => false,
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
            | Self::ResumeSource
            | Self::Folder
            | Self::CustomField
            | Self::Attachment => true,
        }
    }
}
