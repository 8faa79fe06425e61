//! What a workbook is refused for.
//!
//! Must not know: sheets, cells.

use calamine::XlsxError;

use super::super::archive::damaged;
use crate::problem::{Code, Complaint};

/// What a workbook that calamine refuses is refused for; never with content of cells.
#[expect(clippy::wildcard_enum_match_arm, reason = "another crate's enum: the rest is damage")]
pub(super) fn refusal(error: &XlsxError) -> Complaint {
    match error {
        XlsxError::Password => Complaint::new(Code::FileEncrypted),
        XlsxError::Unrecognized { typ: "sheet:type", .. } => {
            Complaint::new(Code::WorkbookMacroSheet)
        }
        XlsxError::Io(_) | XlsxError::Zip(_) => damaged("zip"),
        XlsxError::Xml(_) | XlsxError::XmlAttr(_) | XlsxError::Encoding(_) => damaged("XML"),
        XlsxError::XmlEof(part) => damaged(&format!("no </{part}>")),
        XlsxError::FileNotFound(_)
        | XlsxError::RelationshipNotFound
        | XlsxError::WorksheetNotFound(_) => damaged("missing part"),
        XlsxError::NotAWorksheet(_) => Complaint::new(Code::WorkbookNoSheet),
        _ => damaged("cells"),
    }
}
