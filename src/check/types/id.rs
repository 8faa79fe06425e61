//! The ID of something in the tenant: text, to the last digit. Where the tenant's list is not known
//! (`known`), a name is an error with its way out.
//!
//! Must not know: which IDs exist.

use super::absent::is_truth;
use super::clean::{
    Plain, half_width, is_scientific, number_text, plain, pointless, whole, without_point,
};
use super::damage::is_made_a_date;
use super::{Context, Notes, Parsed, alike, known};
use crate::bind::ReadOptions;
use crate::check::value::{CowStr, Value};
use crate::kinds;
use crate::lexicon::nothing;
use crate::lexicon::people;
use crate::problem::{Code, Complaint, both};
use crate::sheet::{RawCell, are_digits};
use crate::spec::{IdOf, IdShape, awaited};

pub(super) fn read<'c>(
    cell: RawCell<'c>,
    of: IdOf,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Parsed<'c> {
    let id = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Bool(_) => return Err(Complaint::new(Code::BoolHere)),
        Plain::Moment(_) => return Err(Complaint::new(Code::DateHere)),
        Plain::Number(number) => from_number(number, of, cx, notes)?.into(),
        Plain::Text(text) => from_text(text, of, cx, notes)?,
    };
    Ok(Some(Value::Text(id)))
}

/// A number cell: every digit is there below 10^15.
pub(super) fn from_number(
    number: f64,
    of: IdOf,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<String, Complaint> {
    let text = number_text(number)?;
    if whole(number).is_none_or(|whole| whole < 0) {
        return Err(not_an_id(of));
    }
    let shaped = || of_type(&text, of, cx).map(|()| text.as_str().into());
    let Some(known) = known::list(of, cx) else {
        called(&text, of, cx, notes);
        return shaped().map(|id: CowStr<'_>| id.to_string());
    };
    let id = known::read(&text, known, |_| shaped(), notes)?;
    Ok(id.to_string())
}

/// Tell an option of which the text may be what people call it, and not its ID.
fn called(text: &str, of: IdOf, cx: &Context<'_>, notes: &mut Notes) {
    if !cx.vouched && of.is_called_so(text) {
        notes.warn(Complaint::with(Code::OptionMayBeName, [cx.path]));
    }
}

/// Trimmed text, of one cell or of one item of a list.
pub(super) fn from_text<'t>(
    text: &'t str,
    of: IdOf,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<CowStr<'t>, Complaint> {
    // No word for oneself has figures.
    let is_simple = is_simple(text);
    if !is_simple && kinds::maker(of).is_some() && people::is_oneself(text) {
        return Ok(awaited::of(people::ONESELF).into());
    }
    let shaped = |notes: &mut Notes| {
        let id: CowStr<'t> = if is_simple { text.into() } else { closely(text, of, cx, notes)? };
        of_type(&id, of, cx)?;
        Ok(id)
    };
    if let Some(known) = known::list(of, cx) {
        return known::read(text, known, shaped, notes);
    }
    called(text, of, cx, notes);
    shaped(notes)
}

/// Whether a text is as nearly every ID or code of this thing is, and nothing is to be said of it.
pub(super) fn is_usual(text: &str, of: IdOf) -> bool {
    is_simple(text) && !nothing::may_be(text) && of.may_be_code(text) && !of.is_called_so(text)
}

/// Whether a text has the form that the tenant's IDs of this thing are written in: an employee number is no
/// `people_corehr_id`.
pub(in crate::check) fn is_of_shape(id: &str, of: IdOf, reading: &ReadOptions) -> bool {
    let shape = reading.id_types.as_deref().and_then(|types| types.shape(of));
    shape.is_none_or(|(shape, _)| shape.fits(id))
}

fn of_type(id: &str, of: IdOf, cx: &Context<'_>) -> Result<(), Complaint> {
    if !of.may_be_code(id) {
        return Err(not_a_code(id, of, cx));
    }
    if is_of_shape(id, of, cx.reading) {
        return Ok(());
    }
    let types = cx.reading.id_types.as_deref();
    let Some((shape, name)) = types.and_then(|types| types.shape(of)) else { return Ok(()) };
    let example = match shape {
        IdShape::Figures => "6890452208593372679".to_owned(),
        IdShape::Begins(with) => format!("{with}7dab8a3d3cdcc9da365777c7ad535d62"),
        IdShape::Any(_) => "3e3cf96b".to_owned(),
    };
    let name =
        if name.is_empty() { both("飞书人事的 ID", "an ID of CoreHR") } else { name.into() };
    let pull = if of.is_person() { "muster refs pull --people" } else { "muster refs pull" };
    Err(Complaint::with(Code::IdOfOtherType, [name, example.into(), pull.into()]))
}

/// What is no code of Feishu's for a place is what people or others call one.
fn not_a_code(text: &str, of: IdOf, cx: &Context<'_>) -> Complaint {
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Complaint::with(Code::NotAPlaceCode, [example(of), cx.path]);
    }
    Complaint::with(Code::IdIsName, [cx.path])
}

fn closely<'t>(
    text: &'t str,
    of: IdOf,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<CowStr<'t>, Complaint> {
    let whole = half_width(text, notes);
    let text = &*whole;
    if is_truth(text) {
        return Err(Complaint::new(Code::BoolHere));
    }
    if is_scientific(text) {
        return Err(Complaint::new(Code::DigitsLost));
    }
    if is_made_a_date(text) {
        return Err(Complaint::new(Code::DateHere));
    }
    // R&D is what a shift is called.
    let is_word = |c: char| !c.is_ascii() || matches!(c, ' ' | '/' | '&' | '(' | ')');
    if text.chars().any(is_word) {
        let is_name = || Complaint::with(Code::IdIsName, [cx.path]);
        return Err(alike::in_code(text).filter(|_| looks_like_code(text)).unwrap_or_else(is_name));
    }

    if pointless(text).is_some_and(|digits| digits.len() > 15) {
        return Err(Complaint::new(Code::DigitsLost));
    }
    let text = without_point(text, notes);
    // A formula, or one that another program has cut.
    let is_cut = text.starts_with('=') || text.contains("..");
    if text.is_empty() || is_cut || !text.bytes().all(is_id_byte) {
        return Err(not_an_id(of));
    }
    if !cx.vouched && is_rounded(text) {
        return Err(Complaint::with(Code::DigitsDoubtful, [cx.path]));
    }
    if !cx.vouched && (lost_bits(text).is_some() || floating_bits(text).is_some()) {
        return Err(Complaint::with(Code::DigitsRounded, [cx.path]));
    }
    if let Some(warning) = alike::letter_among_digits(text) {
        notes.warn(warning);
    }
    Ok(CowStr::part_of(&whole, text))
}

/// An ID as nearly every one is written, of which no closer look finds anything odd: figures alone, so
/// many as Excel keeps, with or without a word and `_` before them (`CT_159`); or up to nineteen figures
/// that do not end in zero, as whatever is rounded in decimals does, and are no double either.
pub(super) fn is_simple(text: &str) -> bool {
    let bytes = text.as_bytes();
    if !(1..20).contains(&bytes.len()) {
        return false;
    }
    if are_digits(bytes) {
        return bytes.len() <= 15 || bytes.last() != Some(&b'0') && floating_bits(text).is_none();
    }
    let digits = bytes.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let is_word = |word: &[u8]| word.iter().all(|byte| byte.is_ascii_alphabetic() || *byte == b'_');
    let word = bytes[..bytes.len() - digits].strip_suffix(b"_");
    (1..=15).contains(&digits) && word.is_some_and(is_word)
}

/// Nothing but zeros after the 15th digit: always so after Excel, and by itself once in 10,000 IDs of
/// 19 digits.
pub(crate) fn is_rounded(text: &str) -> bool {
    text.len() > 15 && all_digits(text) && text.bytes().skip(15).all(|b| b == b'0')
}

/// Of a number of eighteen digits or more that is the shortest way to write a double, how many bits the
/// doubles lack there: all that a script which takes IDs for numbers writes is so. Two zeros at the end
/// are six bits by themselves.
pub(crate) fn lost_bits(text: &str) -> Option<u32> {
    if text.len() < 18 || !text.ends_with("00") || !all_digits(text) {
        return None;
    }
    let double: f64 = text.parse().ok()?;
    let exponent = u32::try_from((double.to_bits() >> 52) & 0x7FF).ok()?;
    (double.to_string() == text).then(|| exponent.saturating_sub(1023 + 52).max(6))
}

/// Of a number of eighteen or nineteen digits that a double holds exactly, how many bits doubles lack
/// there, and how many more of its last bits are zeros: a program that takes IDs for doubles and writes
/// every digit (`%.0f`, `BigDecimal`) writes nothing else.
pub(crate) fn floating_bits(text: &str) -> Option<(u32, u32)> {
    if !(18..20).contains(&text.len()) {
        return None;
    }
    // The last four digits alone tell whether sixteen divides it, and doubles lack four bits at least.
    let tail: u32 = text.get(text.len() - 4..)?.parse().ok()?;
    if !tail.is_multiple_of(16) || !all_digits(text) {
        return None;
    }
    let number: u64 = text.parse().ok()?;
    let lacking = (u64::BITS - number.leading_zeros()).saturating_sub(f64::MANTISSA_DIGITS);
    let spare = number.trailing_zeros().checked_sub(lacking)?;
    (lacking > 0).then_some((lacking, spare))
}

/// ASCII but for characters that look so, and not a word.
fn looks_like_code(text: &str) -> bool {
    let ascii = text.bytes().filter(u8::is_ascii_alphanumeric).count();
    let others = text.chars().filter(|c| !c.is_ascii());
    ascii > 0
        && !text.contains([' ', '/'])
        && others.clone().all(|c| alike::in_code(&c.to_string()).is_some())
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && are_digits(text.as_bytes())
}

fn is_id_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':' | b'@' | b'=' | b'+')
}

/// The way out differs: codes of places look unlike the IDs of the tenant.
fn not_an_id(of: IdOf) -> Complaint {
    Complaint::with(Code::NotAnId, [example(of)])
}

/// An ID of such a thing.
const fn example(of: IdOf) -> &'static str {
    match of {
        IdOf::Country => "CN_112",
        IdOf::City => "CT_159",
        IdOf::WorkShift | IdOf::CompensationType => "example",
        IdOf::User
        | IdOf::DialCode
        | IdOf::NationalIdType
        | IdOf::Bank
        | IdOf::Province
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
        | IdOf::CustomField
        | IdOf::Attachment => "6890452208593372679",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::testing::alone;
    use crate::check::types::testing::reading;

    proptest::proptest! {
        #[test]
        fn a_closer_look_finds_nothing_odd_in_a_simple_id(
            text in "[a-zA-Z_OlI]{0,4}_?[0-9]{1,18}", usual in "([A-Z]{1,3}_)?[0-9]{1,15}",
        ) {
            let look = |text: &str| {
                let mut notes = Notes::default();
                let id = closely(text, IdOf::City, &alone(), &mut notes).map(|id| id.to_string());
                id == Ok(text.to_owned()) && notes.warnings.is_empty()
            };
            proptest::prop_assert!(!is_simple(&text) || look(&text), "{}", text);
            proptest::prop_assert!(is_simple(&usual) && look(&usual), "{}", usual);
        }
    }

    fn id(text: &str) -> (Result<String, Code>, Vec<Code>) {
        let mut notes = Notes::default();
        let reading = reading();
        let cx = Context { path: "department_id", ..Context::new(&reading) };
        let result = from_text(text, IdOf::Department, &cx, &mut notes);
        let result = result.map(|id| id.to_string()).map_err(|c| c.code);
        (result, notes.warnings.iter().map(|w| w.code).collect())
    }

    #[test]
    fn ids_keep_every_digit() {
        for text in ["6890452208593372679", "od-4e6ac4d14bcd5071a37a39de902c7141", "00123", "D_1"] {
            assert_eq!(id(text), (Ok(text.to_owned()), vec![]));
        }
        for (text, want, code) in [
            ("６８９０４５", "689045", Code::RepairedFullWidth),
            ("'6890452208593372679", "6890452208593372679", Code::RepairedQuote),
            ("12345.0", "12345", Code::RepairedPoint),
            ("689\u{200B}045", "689045", Code::InvisibleCharacter),
            ("6890452208593372O79", "6890452208593372O79", Code::LookAlikeDoubtful),
        ] {
            // What is invisible is told by `plain`, which sees the whole cell.
            let want_codes = if code == Code::InvisibleCharacter { vec![] } else { vec![code] };
            assert_eq!(id(text), (Ok(want.to_owned()), want_codes), "{text}");
        }
    }

    #[test]
    fn look_alikes_and_dates_are_no_ids() {
        for text in ["D—001", "D一001", "Е001", "0〇1"] {
            assert_eq!(id(text).0, Err(Code::LookAlike), "{text}");
        }
        for text in ["3月4日", "4-Mar", "Mar-04"] {
            assert_eq!(id(text).0, Err(Code::DateHere), "{text}");
        }
    }

    #[test]
    fn lost_digits_are_an_error_and_so_is_a_tail_of_zeros_that_nobody_vouches_for() {
        assert_eq!(id("6.89045E+18").0, Err(Code::DigitsLost));
        assert_eq!(id("6890452208593372679.0").0, Err(Code::DigitsLost));
        assert_eq!(id("6890452208593370000").0, Err(Code::DigitsDoubtful));
        let reading = reading();
        let cx = Context { vouched: true, ..Context::new(&reading) };
        let vouched = from_text("6890452208593370000", IdOf::Job, &cx, &mut Notes::default());
        assert_eq!(vouched.as_deref(), Ok("6890452208593370000"));
        let number = |number| from_number(number, IdOf::Job, &cx, &mut Notes::default());
        assert_eq!(number(6_890_452_208_593_372e3).unwrap_err().code, Code::DigitsLost);
        assert_eq!(number(42.0).as_deref(), Ok("42"));
        assert_eq!(number(-1.0).unwrap_err().code, Code::NotAnId);
        assert_eq!(number(1.5).unwrap_err().code, Code::NotAnId);
    }

    #[test]
    fn a_name_is_said_to_be_one_with_its_path() {
        for text in ["研发部", "R & D", "总部/研发", "Ünit"] {
            assert_eq!(id(text).0, Err(Code::IdIsName), "{text}");
        }
        let reading = reading();
        let cx = Context { path: "department_id", ..Context::new(&reading) };
        let complaint = from_text("研发部", IdOf::Department, &cx, &mut Notes::default());
        assert_eq!(complaint.unwrap_err().args, ["department_id"]);
        for text in ["a,b", "=A2", "=od-1", "689...", "6890452208593372679..."] {
            assert_eq!(id(text).0, Err(Code::NotAnId), "{text}");
        }
        for text in ["true", "FALSE", "是"] {
            assert_eq!(id(text).0, Err(Code::BoolHere), "{text}");
        }
    }
}
