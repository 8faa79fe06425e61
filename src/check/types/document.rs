//! Numbers of identity documents. The resident ID card (type 1) is checked in full: length, birth
//! date, MOD 11-2 check digit (GB 11643); 15 digits become 18. Of the others only the shape is
//! known.
//!
//! Must not know: which columns number and type come from.

use jiff::civil::Date;

use super::absent::{is_json, is_truth};
use super::clean::{
    Plain, half_width, is_scientific, number_text, pointless, unmasked, without_point,
};
use super::id::is_rounded;
use super::lost::{ends_open, is_box};
use super::{Context, Notes, Parsed, alike};
use crate::check::value::Value;
use crate::problem::{Arg, Code, Complaint, both};
use crate::sheet::{RawCell, are_digits};

/// `identification_type` of the resident ID card.
pub(crate) const ID_CARD: i64 = 1;
/// `identification_type` of the residence permits for people of Hong Kong, Macao and Taiwan, whose numbers
/// are made as those of ID cards.
const PERMITS: [i64; 2] = [3, 9];
/// `identification_type` 其他: officers' cards and the like, in any script.
const OTHER: i64 = 5;

/// A document's number; the type that it settles goes into the notes.
pub(super) fn read<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let text = match unmasked(cell, Code::DocumentMasked, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Number(number) => number_text(number)?,
        Plain::Text(text) => {
            return match simple_card(text, cx, notes) {
                Some(card) => Ok(Some(Value::Text(card.into()))),
                None => labelled(&half_width(text, notes), cx, notes),
            };
        }
        Plain::Bool(_) => return Err(Complaint::new(Code::NotADocument)),
        Plain::Moment(_) => return Err(Complaint::new(Code::DateHere)),
    };
    closely(&text, cx, notes)
}

/// What stands before a number in its cell, and which document it says that it is of.
const LABELS: &[(&[&str], Option<i64>)] = &[
    (
        &[
            "身份证",
            "身份证号",
            "身份证号码",
            "居民身份证",
            "居民身份证号",
            "居民身份证号码",
            "公民身份号码",
            "公民身份证号码",
            "id card",
            "id card no",
        ],
        Some(ID_CARD),
    ),
    (&["护照", "护照号", "护照号码", "passport", "passport no", "passport number"], Some(2)),
    (&["台胞证", "台胞证号", "台湾居民来往大陆通行证"], Some(4)),
    (&["回乡证", "回乡证号", "港澳居民来往内地通行证"], Some(6)),
    (&["证件号", "证件号码", "证件", "号码", "id", "id no", "no"], None),
];

/// A number, perhaps beside a word for it (身份证：1101…, 身份证1101…, 1101…（身份证）, `Passport E12345678`),
/// which is no part of it.
fn labelled(text: &str, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'static> {
    let of = |label: &str, number| {
        let label = label.trim().trim_end_matches('.');
        let is_label = |other: &&str| other.eq_ignore_ascii_case(label);
        let (_, ty) = LABELS.iter().find(|(labels, _)| labels.iter().any(is_label))?;
        let agrees = ty.is_none() || cx.document_type.is_none() || cx.document_type == *ty;
        agrees.then_some((str::trim(number), *ty))
    };
    let behind = || {
        let (label, number) = text.split_once(':')?;
        of(label, number)
    };
    let bracketed = || {
        let (number, label) = text.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
        of(label, number)
    };
    let stuck = || {
        let number = text.find(|c: char| c.is_ascii_alphanumeric()).filter(|begin| *begin > 0)?;
        let (label, number) = text.split_at(number);
        of(label, number)
    };
    let apart = || {
        let mut blanks = text.match_indices(' ').map(|(at, _)| text.split_at(at));
        // The longest word on either side: `Passport No. E12345678`.
        let before = blanks.clone().rev().find_map(|(label, number)| of(label, number));
        before.or_else(|| blanks.find_map(|(number, label)| of(label, number)))
    };
    let beside = || behind().or_else(bracketed).or_else(stuck).or_else(apart);
    let Some((number, ty)) = beside() else { return closely(text, cx, notes) };
    notes.warn(Complaint::new(Code::RepairedBeside));
    let implied_document = cx.implied_document || ty == Some(ID_CARD);
    closely(number, &Context { implied_document, ..*cx }, notes)
}

/// Any number, with every repair and every reason.
fn closely(text: &str, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'static> {
    if is_scientific(text) {
        return Err(Complaint::new(Code::DigitsLost));
    }
    let number = match cx.document_type {
        Some(ID_CARD) => id_card(text, cx, notes)?,
        Some(OTHER) => other(text, cx, notes)?,
        Some(_) => plain_number(text, cx, notes)?,
        None if cx.implied_document && has_card_length(text) => {
            let number = id_card(text, cx, notes)?;
            notes.document_type = Some(ID_CARD);
            number
        }
        None => return Err(Complaint::new(Code::DocumentTypeUnknown)),
    };
    Ok(Some(Value::Text(number.into())))
}

/// The number of an ID card as nearly every one is written, in which a closer look finds nothing odd.
fn simple_card<'c>(text: &'c str, cx: &Context<'_>, notes: &mut Notes) -> Option<&'c str> {
    let is_card = match cx.document_type {
        Some(ty) => ty == ID_CARD,
        None => cx.implied_document,
    };
    if !is_card || !is_sound(text) || !cx.vouched && is_rounded(text) {
        return None;
    }
    if cx.document_type.is_none() {
        notes.document_type = Some(ID_CARD);
    }
    Some(text)
}

/// Whether a text is such a number where it is known to be one of a card, and nobody vouches for it.
pub(super) fn is_sound_card(text: &str) -> bool {
    is_sound(text) && !is_rounded(text)
}

/// Eighteen characters of which the region, the day of birth and the check digit are right.
fn is_sound(text: &str) -> bool {
    let Ok(bytes) = <&[u8; 18]>::try_from(text.as_bytes()) else { return false };
    let (body, last) = (&bytes[..17], bytes[17]);
    let region = usize::from(bytes[0].wrapping_sub(b'0')) * 10;
    let region = region + usize::from(bytes[1].wrapping_sub(b'0'));
    body.iter().all(u8::is_ascii_digit)
        && last == check_byte(body)
        && IS_REGION.get(region) == Some(&true)
        && birth_date(text).is_some()
}

/// Any other document, of which nothing is known but that it has nothing of a program's
/// list or line end.
fn other(text: &str, cx: &Context<'_>, notes: &mut Notes) -> Result<String, Complaint> {
    let is_damaged = is_truth(text) || ends_open(text) || text.contains(is_box);
    if text.is_empty() || text.contains(['\\', ';', '"']) || is_json(text) || is_damaged {
        return Err(Complaint::new(Code::NotADocument));
    }
    let number = without_point(text, notes);
    rounded(number, cx)?;
    Ok(number.to_owned())
}

/// Passports and permits: letters and digits, without the blanks and dashes that people put in.
fn plain_number(text: &str, cx: &Context<'_>, notes: &mut Notes) -> Result<String, Complaint> {
    if let Some(of) = card_of_others(text) {
        notes.warn(Complaint::with(Code::DocumentOfOther, [of]));
    }
    let mut number: String = text.chars().filter(|c| !is_between(*c)).collect();
    if number.len() < text.len() && is_in_company(text) {
        return Err(Complaint::new(Code::NotADocument));
    }
    if !number.is_ascii() {
        return Err(alike::in_code(&number).unwrap_or(Complaint::new(Code::NotADocument)));
    }
    if number.bytes().any(|b| b.is_ascii_lowercase()) {
        number.make_ascii_uppercase();
        notes.warn(Complaint::new(Code::RepairedUpperCase));
    }
    let number = without_point(&number, notes).to_owned();
    rounded(&number, cx)?;
    let shape = (5..=20).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_alphanumeric())
        && number.bytes().any(|b| b.is_ascii_digit());
    if !shape {
        return Err(Complaint::new(Code::NotADocument));
    }
    let is_of_card = number.len() == 18 && are_digits(&number.as_bytes()[..17]);
    let is_permit = cx.document_type.is_some_and(|ty| PERMITS.contains(&ty));
    let is_whole = is_of_card && number.ends_with(check_digit(&number[..17]));
    match (is_permit, is_whole) {
        (true, true) if birth_date(&number).is_none() => Err(Complaint::new(Code::IdCardBirth)),
        // The first figures of residents of Hong Kong, Macao and Taiwan; those of others are of provinces.
        (true, true) if !number.starts_with('8') => Err(Complaint::new(Code::DocumentIsCard)),
        (true, false) if is_of_card => Err(Complaint::new(Code::IdCardChecksum)),
        (false, true) if birth_date(&number).is_some() => Err(Complaint::new(Code::DocumentIsCard)),
        _ => {
            if let Some((of, like)) = cx.document_type.and_then(|ty| odd_permit(ty, &number)) {
                notes.warn(Complaint::with(Code::DocumentShape, [of, like.into()]));
            }
            Ok(number)
        }
    }
}

/// What people put between the parts of a number.
const fn is_between(c: char) -> bool {
    matches!(c, ' ' | '-' | '(' | ')')
}

/// Whether something stands beside the number that would become a part of it once the blanks are gone: a
/// word (`E12345678 CHN`), a date, another number. One letter is a part of its own (`G 12345678`).
fn is_in_company(text: &str) -> bool {
    let is_word = |part: &str| part.len() > 1 && part.bytes().all(|b| b.is_ascii_alphabetic());
    let is_date = |part: &str| {
        let mut lengths =
            part.split('-').map(|figures| (figures.len(), are_digits(figures.as_bytes())));
        matches!(
            (lengths.next(), lengths.next(), lengths.next(), lengths.next()),
            (Some((4, true)), Some((1..=2, true)), Some((1..=2, true)), None)
        )
    };
    let figures = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    // Permits have as many figures as ID cards, which may be written in two halves.
    let is_number = |part: &&str| figures(part) > 6;
    let are_several = text.split(' ').filter(is_number).count() > 1 && figures(text) < 17;
    are_several || text.split(is_between).any(is_word) || text.split(' ').any(is_date)
}

/// Which permit it should be and what its numbers look like, if this one looks otherwise. Old booklets have
/// figures more; forms that nobody knows of may be in use.
fn odd_permit(ty: i64, number: &str) -> Option<(Arg, &'static str)> {
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    // Of Hong Kong and Macao, and of Taiwan.
    let begins: &[&str] = if ty == 9 { &["83"] } else { &["81", "82"] };
    let (is_usual, of, like) = match ty {
        3 | 9 => (
            number.len() == 18
                && figures(number) >= 17
                && begins.iter().any(|begin| number.starts_with(begin)),
            both("居住证", "a residence permit"),
            "810000199003070015",
        ),
        4 => (
            matches!(figures(number), 8 | 10) && number.len() <= 12,
            both("台胞证", "a travel permit of Taiwan's residents"),
            "12345678",
        ),
        6 => (
            number
                .strip_prefix(['H', 'M'])
                .is_some_and(|rest| (8..=10).contains(&rest.len()) && figures(rest) == rest.len()),
            both("回乡证", "a travel permit of Hong Kong's and Macao's residents"),
            "H12345678",
        ),
        _ => return None,
    };
    (!is_usual).then_some((of, like))
}

/// `A123456(3)` is the number of an identity card of Hong Kong, `1123456(7)` of Macao: no permit and no passport
/// has brackets.
fn card_of_others(text: &str) -> Option<Arg> {
    let (body, check) = text.strip_suffix(')')?.split_once('(')?;
    let letters = body.bytes().take_while(u8::is_ascii_alphabetic).count();
    let figures = &body[letters..];
    let checks = check.len() == 1 && check.bytes().all(|b| b.is_ascii_digit() || b == b'A');
    match (letters, figures.len()) {
        (1..=2, 6) if checks && are_digits(figures.as_bytes()) => {
            Some(both("香港身份证", "an identity card of Hong Kong"))
        }
        (0, 7) if checks && are_digits(figures.as_bytes()) && body.starts_with(['1', '5', '7']) => {
            Some(both("澳门身份证", "an identity card of Macao"))
        }
        _ => None,
    }
}

fn has_card_length(text: &str) -> bool {
    let text = pointless(text).unwrap_or(text);
    matches!(text.chars().filter(|c| !matches!(c, ' ' | '-')).count(), 15 | 18)
}

fn rounded(number: &str, cx: &Context<'_>) -> Result<(), Complaint> {
    if cx.vouched || !is_rounded(number) {
        return Ok(());
    }
    Err(Complaint::with(Code::DigitsDoubtful, [cx.path]))
}

fn id_card(text: &str, cx: &Context<'_>, notes: &mut Notes) -> Result<String, Complaint> {
    let number: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    if pointless(&number).is_some_and(|digits| digits.len() > 15) {
        return Err(Complaint::new(Code::DigitsLost));
    }
    let mut number = without_point(&number, notes).to_owned();
    if number.ends_with('x') {
        number.pop();
        number.push('X');
        notes.warn(Complaint::new(Code::IdCardLowercase));
    }
    let (body, last) = match number.len() {
        15 => number.split_at(15),
        18 => match number.split_at_checked(17) {
            Some(parts) => parts,
            None => return Err(Complaint::new(Code::NotADocument)),
        },
        _ => {
            let length = number.chars().count().to_string();
            let length = Complaint::with(Code::IdCardLength, [length]);
            return Err(if number.is_ascii() {
                length
            } else {
                alike::in_digits(&number).unwrap_or(length)
            });
        }
    };
    if !are_digits(body.as_bytes()) {
        return Err(alike::in_digits(body).unwrap_or(Complaint::new(Code::NotADocument)));
    }
    rounded(&number, cx)?;
    let number = if last.is_empty() {
        notes.warn(Complaint::new(Code::IdCardUpgraded));
        let body = format!("{}19{}", &body[..6], &body[6..]);
        let check = check_digit(&body);
        format!("{body}{check}")
    } else {
        if last != check_digit(body).to_string() {
            let letter = (last != "X").then(|| alike::in_digits(&number)).flatten();
            return Err(letter.unwrap_or(Complaint::new(Code::IdCardChecksum)));
        }
        number
    };
    if birth_date(&number).is_none() {
        return Err(Complaint::new(Code::IdCardBirth));
    }
    if PERMITTED.contains(&&number[..2]) {
        notes.warn(Complaint::new(Code::IdCardPermit));
    } else if !REGIONS.contains(&&number[..2]) {
        notes.warn(Complaint::new(Code::IdCardRegion));
    }
    Ok(number)
}

/// Regions of residence permits: no ID card begins so.
const PERMITTED: &[&str] = &["81", "82", "83"];
/// First two digits of the region code (GB/T 2260).
const REGIONS: &[&str] = &[
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41",
    "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71",
    "91",
];

/// Which two digits are.
const IS_REGION: [bool; 100] = {
    let mut are = [false; 100];
    let mut at = 0;
    while at < REGIONS.len() {
        let digits = REGIONS[at].as_bytes();
        are[(digits[0] - b'0') as usize * 10 + (digits[1] - b'0') as usize] = true;
        at += 1;
    }
    are
};

/// ISO 7064 MOD 11-2 over 17 digits.
fn check_digit(body: &str) -> char {
    char::from(check_byte(body.as_bytes()))
}

fn check_byte(body: &[u8]) -> u8 {
    // The weights are powers of two from the right, beginning with 2, less what 11 goes into them.
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits = body.iter().map(|digit| u32::from(digit.wrapping_sub(b'0')));
    let sum: u32 = digits.zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    b"10X98765432".get(sum as usize % 11).copied().unwrap_or(b'X')
}

/// The birth date in an 18-digit number; none if there is no such plausible day.
pub(crate) fn birth_date(number: &str) -> Option<Date> {
    let mut figures = number.as_bytes().get(6..14)?.iter();
    let born = figures.try_fold(0_i32, |born, figure| {
        figure.is_ascii_digit().then(|| born * 10 + i32::from(figure - b'0'))
    })?;
    let year = i16::try_from(born / 10_000).ok().filter(|year| (1900..=2100).contains(year))?;
    let (month, day) = (born / 100 % 100, born % 100);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The 17th digit is odd for men.
pub(crate) fn is_male(number: &str) -> Option<bool> {
    let digit = number.as_bytes().get(16).filter(|b| b.is_ascii_digit())?;
    Some((digit - b'0') % 2 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::testing::alone;
    use crate::check::types::testing::reading;
    use proptest::prelude::*;

    fn number(
        text: &str,
        document_type: Option<i64>,
        implied: bool,
    ) -> (Result<String, Code>, Vec<Code>, Option<i64>) {
        let reading = reading();
        let cx = Context { document_type, implied_document: implied, ..Context::new(&reading) };
        let mut notes = Notes::default();
        let result = match read(RawCell::Text(text), &cx, &mut notes) {
            Ok(Some(Value::Text(number))) => Ok(number.to_string()),
            Ok(_) => Ok(String::new()),
            Err(complaint) => Err(complaint.code),
        };
        (result, notes.warnings.iter().map(|w| w.code).collect(), notes.document_type)
    }

    #[test]
    fn id_cards_are_checked_in_full() {
        let card = |text| number(text, Some(1), false);
        // The example of GB 11643-1999.
        assert_eq!(card("11010519491231002X").0.as_deref(), Ok("11010519491231002X"));
        assert_eq!(card("440524188001010014").0, Err(Code::IdCardBirth));
        let (result, warnings, _) = card("11010519491231002x");
        assert_eq!(
            (result.as_deref(), warnings),
            (Ok("11010519491231002X"), vec![Code::IdCardLowercase])
        );
        let (result, warnings, _) = card("110105491231002");
        assert_eq!(
            (result.as_deref(), warnings),
            (Ok("11010519491231002X"), vec![Code::IdCardUpgraded])
        );
        assert_eq!(card("１１０１０５ 19491231 002Ｘ").0.as_deref(), Ok("11010519491231002X"));
        assert_eq!(card("110105194912310021").0, Err(Code::IdCardChecksum));
        assert_eq!(card("1101051949123100").0, Err(Code::IdCardLength));
        assert_eq!(card("11010519491231002Y").0, Err(Code::IdCardChecksum));
        assert_eq!(card("11010519491231002O").0, Err(Code::LookAlike));
        assert_eq!(card("11010519491231001X").0, Err(Code::IdCardChecksum));
        assert_eq!(card("1101O519491231002X").0, Err(Code::LookAlike));
        assert_eq!(card("11010519491231002Х").0, Err(Code::LookAlike));
        assert_eq!(card("1101〇519491231002X").0, Err(Code::LookAlike));
        assert_eq!(card("1101A519491231002X").0, Err(Code::NotADocument));
        // Rounded by Excel: said so, whether or not the check digit gives it away.
        for text in ["110105194912310000", "110101199003071000"] {
            assert_eq!(card(text).0, Err(Code::DigitsDoubtful), "{text}");
        }
        assert_eq!(card("110105194912310000.0").0, Err(Code::DigitsLost));
        let (result, warnings, _) = card("110105491231002.0");
        assert_eq!(result.as_deref(), Ok("11010519491231002X"));
        assert_eq!(warnings, [Code::RepairedPoint, Code::IdCardUpgraded]);
        assert_eq!(card("1.10105E+17").0, Err(Code::DigitsLost));
        assert_eq!(card("110***********002X").0, Err(Code::DocumentMasked));
        assert_eq!(card("11010519490231002X").0, Err(Code::IdCardChecksum));
    }

    #[test]
    fn a_number_cell_has_lost_digits() {
        let reading = reading();
        let cx = Context { document_type: Some(1), ..Context::new(&reading) };
        let cell = RawCell::Number(110_105_194_912_310_020.0);
        let complaint = read(cell, &cx, &mut Notes::default()).unwrap_err();
        assert_eq!(complaint.code, Code::DigitsLost);
        // Fifteen digits fit.
        let cell = RawCell::Number(110_105_491_231_002.0);
        assert!(read(cell, &cx, &mut Notes::default()).is_ok());
    }

    #[test]
    fn the_type_is_never_guessed_but_from_the_header() {
        assert_eq!(number("11010519491231002X", None, true).2, Some(1));
        assert_eq!(number("110105491231002", None, true).2, Some(1));
        assert_eq!(number("E12345678", None, true).0, Err(Code::DocumentTypeUnknown));
        assert_eq!(number("11010519491231002X", None, false).0, Err(Code::DocumentTypeUnknown));
        assert_eq!(number("e 1234-5678", Some(2), false).0.as_deref(), Ok("E12345678"));
        assert_eq!(number("H12345678(9)", Some(6), false).0.as_deref(), Ok("H123456789"));
        assert_eq!(number("e12345678", Some(2), false).1, [Code::RepairedUpperCase]);
        assert_eq!(number("E1234О678", Some(2), false).0, Err(Code::LookAlike));
        assert_eq!(number("护照", Some(2), false).0, Err(Code::NotADocument));
        assert_eq!(number("军字第2001988号", Some(5), false).0.as_deref(), Ok("军字第2001988号"));
        for text in ["军字第2001988号;", "\"2001988\"", "[\"2001988\"]", "军字第\\n2001988号"]
        {
            assert_eq!(number(text, Some(5), false).0, Err(Code::NotADocument), "{text}");
        }
    }

    #[test]
    fn permits_have_numbers_as_cards_have_and_other_documents_none() {
        assert!(number("810000199003070015", Some(3), false).0.is_ok());
        assert!(number("83000019900307001-9", Some(9), false).0.is_ok());
        assert_eq!(number("810000199003070016", Some(3), false).0, Err(Code::IdCardChecksum));
        assert_eq!(number("810000199003070015", Some(1), false).1, [Code::IdCardPermit]);
        for ty in [2, 4, 6] {
            let told = number("11010519491231002X", Some(ty), false).0;
            assert_eq!(told, Err(Code::DocumentIsCard), "{ty}");
        }
        assert!(number("H12345678", Some(3), false).0.is_ok());
        for ty in PERMITS {
            let told = number("11010519491231002X", Some(ty), false).0;
            assert_eq!(told, Err(Code::DocumentIsCard), "{ty}");
        }
        let shape = |text, ty| number(text, Some(ty), false).1.contains(&Code::DocumentShape);
        assert!(shape("830000199003070019", 3) && shape("810000199003070015", 9));
        assert!(!shape("830000199003070019", 9) && !shape("810000199003070015", 3));
    }

    #[test]
    fn a_word_before_a_number_is_no_part_of_it() {
        let card = "11010519491231002X";
        for text in [
            "身份证：11010519491231002X",
            "身份证11010519491231002X",
            "身份证号 11010519491231002X",
            "11010519491231002X（身份证）",
            "11010519491231002X(身份证号)",
            "身份证号码: 11010519491231002X",
            "ID No.:11010519491231002X",
        ] {
            let (read, told, _) = number(text, Some(1), false);
            assert_eq!(read.as_deref(), Ok(card), "{text}");
            assert!(told.contains(&Code::RepairedBeside), "{text}");
        }
        assert_eq!(number("身份证：11010519491231002X", None, false).2, Some(1));
        assert_eq!(number("护照：E12345678", Some(2), false).0.as_deref(), Ok("E12345678"));
        assert!(number("护照：11010519491231002X", Some(1), false).0.is_err());
        assert!(number("工号：11010519491231002X", Some(1), false).0.is_err());
    }

    #[test]
    fn what_stands_beside_a_number_is_never_closed_up_with_it() {
        for text in
            ["Passport E12345678", "No E12345678", "Passport No. E 1234 5678", "E12345678 passport"]
        {
            let (read, told, _) = number(text, Some(2), false);
            assert_eq!(read.as_deref(), Ok("E12345678"), "{text}");
            assert!(told.contains(&Code::RepairedBeside), "{text}");
        }
        for text in [
            "E12345678 2030-01-01",
            "2030-1-1 E12345678",
            "E12345678 20300101",
            "E12345678 G87654321",
            "CHN E12345678",
            "E12345678 CHN",
            "E12345678(CHN)",
            "CHN-E12345678",
            "2030-01-01",
        ] {
            assert_eq!(number(text, Some(2), false).0, Err(Code::NotADocument), "{text}");
        }
        for (text, ty, want) in [
            ("G 12345678", 2, "G12345678"),
            ("E 1234 5678", 2, "E12345678"),
            ("E1234-5678", 2, "E12345678"),
            ("E-12345678", 2, "E12345678"),
            ("H 12345678", 6, "H12345678"),
            ("H12345678 01", 6, "H1234567801"),
            ("0123456789(B)", 4, "0123456789B"),
            ("810000 19900307 0015", 3, "810000199003070015"),
            ("810000199 003070015", 3, "810000199003070015"),
        ] {
            let (read, told, _) = number(text, Some(ty), false);
            assert_eq!((read.as_deref(), told), (Ok(want), vec![]), "{text}");
        }
    }

    #[test]
    fn a_permit_that_looks_like_none_is_told() {
        let is_odd = |text, ty| number(text, Some(ty), false).1.contains(&Code::DocumentShape);
        for (text, ty) in
            [("1234567", 4), ("A12345678", 4), ("12345678", 6), ("H1234567", 6), ("H12345678", 3)]
        {
            assert!(is_odd(text, ty), "{text} {ty}");
        }
        for (text, ty) in [
            ("12345678", 4),
            ("0123456789(B)", 4),
            ("H12345678", 6),
            ("M1234567801", 6),
            ("810000199003070015", 3),
            ("E12345678", 2),
        ] {
            assert!(!is_odd(text, ty), "{text} {ty}");
        }
    }

    #[test]
    fn cards_of_hong_kong_and_macao_are_told() {
        for (text, is) in [
            ("A123456(3)", true),
            ("AB987654(A)", true),
            ("1123456(7)", true),
            ("2123456(7)", false),
            ("E12345678", false),
            ("(E)12345678", false),
            ("H12345678", false),
        ] {
            assert_eq!(card_of_others(text).is_some(), is, "{text}");
        }
    }

    #[test]
    fn what_the_number_says() {
        assert_eq!(birth_date("11010519491231002X"), Some(jiff::civil::date(1949, 12, 31)));
        assert_eq!(is_male("11010519491231002X"), Some(false));
        assert_eq!(is_male("110101199003074514"), Some(true));
        assert_eq!(is_male("é"), None);
    }

    proptest! {
        /// MOD 11-2 finds every wrong digit and every swap of neighbours.
        #[test]
        fn a_closer_look_finds_nothing_odd_in_a_simple_card(
            day in "(19|20)[0-9]{2}(0[1-9]|1[0-3])([0-2][0-9]|3[01])", place in "(11|31|44|[0-9]{2})[0-9]{4}",
            serial in "[0-9]{3}|000", last in "[0-9Xx]?", typed in proptest::bool::ANY,
        ) {
            let body = format!("{place}{day}{serial}");
            let text = if last.is_empty() { format!("{body}{}", check_digit(&body)) } else { body + &last };
            let ty = typed.then_some(ID_CARD);
            let cx = Context { document_type: ty, implied_document: true, ..alone() };
            let (mut fast, mut slow) = (Notes::default(), Notes::default());
            if let Some(card) = simple_card(&text, &cx, &mut fast) {
                let close = closely(&text, &cx, &mut slow);
                prop_assert_eq!(close, Ok(Some(Value::Text(card.into()))));
                prop_assert_eq!(fast.document_type, slow.document_type);
                prop_assert!(slow.warnings.is_empty());
            } else {
                let refused = closely(&text, &cx, &mut slow).is_err();
                prop_assert!(refused || !slow.warnings.is_empty());
            }
        }

        #[test]
        fn a_wrong_digit_never_passes(body in "[1-9][0-9]{16}", at in 0usize..17, by in 1u8..10) {
            let check = check_digit(&body);
            let mut wrong = body.clone().into_bytes();
            wrong[at] = (wrong[at] - b'0' + by) % 10 + b'0';
            let wrong = String::from_utf8(wrong).unwrap();
            prop_assert_ne!(check_digit(&wrong), check);
            // The definition: the weighted sum is 1 modulo 11.
            let last = if check == 'X' { 10 } else { u64::from(check) - 48 };
            let sum = body.bytes().rev().enumerate().fold(last, |sum, (i, digit)| {
                sum + u64::from(digit - b'0') * (1u64 << (i + 1))
            });
            prop_assert_eq!(sum % 11, 1);
        }
    }
}
