//! The formats that are read in a process of their own.
//!
//! Must not know: how they are read.

use crate::problem::{Code, Complaint};

/// A format that is read in a process of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignKind {
    /// Excel 5.0 to 2003, and WPS's `.et`.
    Xls,
    /// Excel's binary workbook.
    Xlsb,
    /// A spreadsheet of `OpenDocument`.
    Ods,
}

impl ForeignKind {
    /// Each of them.
    pub const ALL: &'static [Self] = &[Self::Xls, Self::Xlsb, Self::Ods];

    /// Its name, which is its usual extension.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Xls => "xls",
            Self::Xlsb => "xlsb",
            Self::Ods => "ods",
        }
    }

    /// What it is refused for where it cannot be read.
    pub(super) fn refusal(self) -> Complaint {
        match self {
            Self::Xls => Complaint::new(Code::FileOldExcel),
            Self::Xlsb => Complaint::with(Code::FileOtherFormat, [".xlsb"]),
            Self::Ods => Complaint::with(Code::FileOtherFormat, ["OpenDocument (.ods)"]),
        }
    }
}
