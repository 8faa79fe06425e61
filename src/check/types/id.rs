//! The ID of something in the tenant: text, to the last digit. Names are not resolved here: a cell
//! that holds one is an error with its way out.
//!
//! Must not know: which IDs exist.

use std::borrow::Cow;

use super::clean::{Plain, half_width, is_scientific, number_text, plain, whole};
use super::{Context, Notes, Parsed};
use crate::check::record::Value;
use crate::problem::{Code, Complaint};
use crate::sheet::RawCell;
use crate::spec::IdOf;

pub(super) fn read(cell: RawCell<'_>, of: IdOf, cx: &Context<'_>, notes: &mut Notes) -> Parsed {
    let id = match plain(cell)? {
        Plain::Blank => return Ok(None),
        Plain::Bool(_) => return Err(Complaint::new(Code::BoolHere)),
        Plain::Moment(_) => return Err(not_an_id(of)),
        Plain::Number(number) => from_number(number, of)?,
        Plain::Text(text) => from_text(text, of, cx.path, notes)?,
    };
    Ok(Some(Value::Text(id)))
}

/// A number cell: every digit is there below 10^15.
pub(super) fn from_number(number: f64, of: IdOf) -> Result<String, Complaint> {
    let text = number_text(number)?;
    if whole(number).is_some_and(|whole| whole >= 0) { Ok(text) } else { Err(not_an_id(of)) }
}

/// Trimmed text, of one cell or of one item of a list.
pub(super) fn from_text(
    text: &str,
    of: IdOf,
    path: &str,
    notes: &mut Notes,
) -> Result<String, Complaint> {
    let text = half_width(text);
    if is_scientific(&text) {
        return Err(Complaint::new(Code::DigitsLost));
    }
    if text.chars().any(|c| !c.is_ascii() || c == ' ' || c == '/') {
        return Err(Complaint::with(Code::IdIsName, [path]));
    }
    let text = match text.strip_suffix(".0") {
        Some(digits) if all_digits(digits) => {
            if digits.len() > 15 {
                return Err(Complaint::new(Code::DigitsLost));
            }
            Cow::Borrowed(digits)
        }
        Some(_) | None => text,
    };
    if text.is_empty() || !text.bytes().all(is_id_byte) {
        return Err(not_an_id(of));
    }
    // A 19-digit ID ends in four zeros once in 10,000 times by itself, and always after Excel.
    if all_digits(&text) && text.len() > 15 && text.bytes().skip(15).all(|b| b == b'0') {
        notes.warnings.push(Complaint::new(Code::DigitsDoubtful));
    }
    Ok(text.into_owned())
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_id_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':' | b'@' | b'=' | b'+')
}

/// The way out differs: codes of places look unlike the IDs of the tenant.
fn not_an_id(of: IdOf) -> Complaint {
    let example = match of {
        IdOf::Country => "CN_112",
        IdOf::City => "CT_159",
        IdOf::WorkShift | IdOf::CompensationType => "example",
        IdOf::User
        | IdOf::Employment
        | IdOf::JobData
        | IdOf::Department
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
        | IdOf::CostCenter
        | IdOf::ResumeSource
        | IdOf::Folder
        | IdOf::Attachment => "6890452208593372679",
    };
    Complaint::with(Code::NotAnId, [example])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> (Result<String, Code>, Vec<Code>) {
        let mut notes = Notes::default();
        let result =
            from_text(text, IdOf::Department, "department_id", &mut notes).map_err(|c| c.code);
        (result, notes.warnings.iter().map(|w| w.code).collect())
    }

    #[test]
    fn ids_keep_every_digit() {
        for text in ["6890452208593372679", "od-4e6ac4d14bcd5071a37a39de902c7141", "00123", "D_1"] {
            assert_eq!(id(text), (Ok(text.to_owned()), vec![]));
        }
        assert_eq!(id("６８９０４５").0.as_deref(), Ok("689045"));
        assert_eq!(id("'6890452208593372679").0.as_deref(), Ok("6890452208593372679"));
        assert_eq!(id("12345.0").0.as_deref(), Ok("12345"));
    }

    #[test]
    fn lost_digits_are_an_error_and_a_tail_of_zeros_a_warning() {
        assert_eq!(id("6.89045E+18").0, Err(Code::DigitsLost));
        assert_eq!(id("6890452208593372679.0").0, Err(Code::DigitsLost));
        assert_eq!(id("6890452208593370000").1, [Code::DigitsDoubtful]);
        assert_eq!(
            from_number(6_890_452_208_593_372e3, IdOf::Job).unwrap_err().code,
            Code::DigitsLost
        );
        assert_eq!(from_number(42.0, IdOf::Job).as_deref(), Ok("42"));
        assert_eq!(from_number(-1.0, IdOf::Job).unwrap_err().code, Code::NotAnId);
        assert_eq!(from_number(1.5, IdOf::Job).unwrap_err().code, Code::NotAnId);
    }

    #[test]
    fn a_name_is_said_to_be_one_with_its_path() {
        for text in ["研发部", "R & D", "总部/研发", "Ünit"] {
            assert_eq!(id(text).0, Err(Code::IdIsName), "{text}");
        }
        let mut notes = Notes::default();
        let complaint = from_text("研发部", IdOf::Department, "department_id", &mut notes);
        assert_eq!(complaint.unwrap_err().args, ["department_id"]);
        assert_eq!(id("a,b").0, Err(Code::NotAnId));
    }
}
