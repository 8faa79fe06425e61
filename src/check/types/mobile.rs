//! Mobile numbers in national form, and the country that they belong to.
//!
//! A number without a country is Chinese: that is what the look-up by number assumes
//! (`batch_get_id.mobile_code` is 86 by default), so anything else would be looked for in vain. Where the
//! country is another one and the number has no `+`, the tenant's lists tell the dialling code: location
//! codes (`CN_n`) don't.
//!
//! Must not know: which columns the two come from, numbers that tell their country (`abroad`).

use std::borrow::Cow;

use phonenumber::metadata::DATABASE;
use phonenumber::{PhoneNumber, Type};

use super::clean::{Plain, half_width, is_scientific, number_text, unmasked, without_point};
use super::surplus::bare_number;
use super::{Context, Notes, Parsed, alike, printed};
use crate::check::value::Value;
use crate::problem::{Code, Complaint};
use crate::sheet::RawCell;

/// China's dialling code.
pub(in crate::check) const CHINA_DIALS: u16 = 86;
/// China's location code (API document: 示例值).
pub(super) const CHINA: &str = "CN_1";

/// A mobile number; the dialling code goes into the notes.
pub(super) fn read<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let text: Cow<'_, str> = match unmasked(cell, Code::MobileMasked, cx, notes)? {
        Plain::Blank => return Ok(None),
        // As nearly every one is written.
        Plain::Text(text) if is_chinese(text) && is_home(cx.country) => {
            notes.dial_code = Some(CHINA_DIALS);
            return Ok(Some(Value::Text(text.into())));
        }
        Plain::Number(number) => Cow::Owned(number_text(number)?),
        Plain::Text(text) => return closely(&one_number(text, notes)?, cx, notes),
        Plain::Bool(_) => return Err(Complaint::new(Code::NotAMobile)),
        Plain::Moment(_) => return Err(Complaint::new(Code::DateHere)),
    };
    closely(&text, cx, notes)
}

/// The number to which a link leads: `tel:+86-138-0013-8020;ext=1`.
pub(super) fn of_link(to: &str) -> Option<&str> {
    let (scheme, number) = to.trim().split_once(':')?;
    let dials = ["tel", "callto", "sms"].iter().any(|word| scheme.eq_ignore_ascii_case(word));
    let number = number.split([';', '?']).next().unwrap_or("").trim_start_matches('/');
    Some(number).filter(|number| dials && number.bytes().any(|byte| byte.is_ascii_digit()))
}

/// One number, however it is written.
fn closely(text: &str, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'static> {
    let number = Digits::of(text)?;
    let (digits, dial) = match (number.abroad(), is_home(cx.country)) {
        (true, _) => international(&number, cx, notes)?,
        (false, true) => (chinese(&number.digits)?, Some(86)),
        (false, false) if is_of_home(&number.digits, cx) => return Err(differs("86", cx)),
        (false, false) if (5..=15).contains(&number.digits.len()) => undialled(number, cx, notes),
        (false, false) => return Err(length(&number.digits)),
    };
    notes.dial_code = dial;
    Ok(Some(Value::Text(digits.into())))
}

/// Its country is China, or none is given.
pub(in crate::check) fn is_home(country: Option<&str>) -> bool {
    country.is_none_or(|country| country == CHINA)
}

/// Eleven figures that begin with 13 to 19.
pub(super) fn is_chinese(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 11
        && bytes[0] == b'1'
        && (b'3'..=b'9').contains(&bytes[1])
        && bytes[2..].iter().all(u8::is_ascii_digit)
}

/// The text, if it can be one number.
fn one_number<'t>(text: &'t str, notes: &mut Notes) -> Result<Cow<'t, str>, Complaint> {
    let text = half_width(text, notes);
    if is_scientific(&text) {
        return Err(Complaint::new(Code::DigitsLost));
    }
    if let Some(whole) = printed::whole_number(&text) {
        notes.warn(Complaint::new(Code::RepairedNumber));
        return Ok(Cow::Owned(whole));
    }
    let text = bare_number(text, notes);
    let mut parts = text.split(['/', '、', ',', ';', '|', '\n', '或', '和', '&', '；', '，']);
    if parts.clone().count() > 1 {
        let numbers = parts.by_ref().filter(|part| part.bytes().any(|b| b.is_ascii_digit()));
        let code = if numbers.count() > 1 { Code::MobileSeveral } else { Code::NotAMobile };
        return Err(Complaint::new(code));
    }
    let lower = text.to_ascii_lowercase();
    if lower.contains(['#', '转']) || lower.contains("分机") || lower.contains("ext") {
        return Err(Complaint::new(Code::MobileExtension));
    }
    let whole = without_point(&text, notes);
    Ok(if whole.len() < text.len() { Cow::Owned(whole.to_owned()) } else { text })
}

/// The digits of a number, and how it began.
struct Digits {
    digits: String,
    plus: bool,
}

impl Digits {
    fn of(text: &str) -> Result<Self, Complaint> {
        let mut digits = String::with_capacity(text.len());
        let mut plus = false;
        for c in text.chars() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if digits.is_empty() && !plus => plus = true,
                ' ' | '-' | '(' | ')' | '.' | '–' | '—' | '‐' | '‑' => {}
                _ => {
                    // `tel:138…` holds a word, not an l for a 1.
                    let word = |c: char| c.is_ascii_alphabetic() && !"OoIl".contains(c);
                    let alike = (!text.contains(word)).then(|| alike::in_digits(text)).flatten();
                    return Err(alike.unwrap_or(Complaint::new(Code::NotAMobile)));
                }
            }
        }
        if digits.is_empty() {
            return Err(Complaint::new(Code::NotAMobile));
        }
        if !plus && digits.len() > 10 && digits.starts_with("00") {
            digits.drain(..2);
            plus = true;
        }
        if plus {
            digits = without_old_prefix(digits);
        }
        Ok(Self { digits, plus })
    }

    /// Says a country other than China's.
    fn abroad(&self) -> bool {
        self.plus
    }
}

/// The figures of a number with its dialling code, without the 1 with which mobiles of Mexico were dialled from
/// abroad until 2019, which is no part of the number: `+52 1 55 1234 5678`.
pub(super) fn without_old_prefix(mut all: String) -> String {
    const MEXICO: &str = "52";
    if all.len() == 13 && all.strip_prefix(MEXICO).is_some_and(|rest| rest.starts_with('1')) {
        all.remove(MEXICO.len());
    }
    all
}

/// Whether a number beside another country is a Chinese one: with its dialling code, or as the tenant's
/// lists tell that it is none there.
fn is_of_home(digits: &str, cx: &Context<'_>) -> bool {
    let known = || cx.reading.directory.as_deref()?.dial_code_of(cx.country?);
    digits.strip_prefix("86").is_some_and(is_chinese)
        || is_chinese(digits) && known().is_some_and(|known| !is_valid(known, digits))
}

/// A number that names its country.
fn international(
    number: &Digits,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<(String, Option<u16>), Complaint> {
    if let Some(national) = number.digits.strip_prefix("86") {
        // A country code of another country beside +86: one of the two is wrong.
        if cx.country.is_some_and(|country| country != CHINA) {
            return Err(differs("86", cx));
        }
        return Ok((chinese(national)?, Some(86)));
    }
    let parsed = phonenumber::parse(None, format!("+{}", number.digits))
        .map_err(|_| Complaint::new(Code::NotAMobile))?;
    let dial = parsed.country().code();
    let prefix = dial.to_string();
    match cx.country {
        // No list tells the country of what is a number nowhere.
        None if !parsed.is_valid() => return Err(Complaint::new(Code::NotAMobile)),
        None => return Err(Complaint::with(Code::MobileCountryMissing, [prefix])),
        Some(CHINA) => return Err(differs(&prefix, cx)),
        Some(country) => {
            let own = cx.reading.directory.as_deref().and_then(|own| own.dial_code_of(country));
            if own.is_some_and(|own| own != prefix) {
                return Err(differs(&prefix, cx));
            }
        }
    }
    if number.digits.starts_with(&prefix) && parsed.is_valid() {
        tell_landline(&parsed, notes);
        return Ok((national(&parsed), Some(dial)));
    }
    Err(Complaint::new(Code::NotAMobile))
}

/// A number without its dialling code, and without the zero that is dialled at home alone: `+44 (0)20 …`.
/// Every number abroad is sent so, however its country is told.
pub(super) fn national(parsed: &PhoneNumber) -> String {
    parsed.national().to_string()
}

/// The number that figures are where this code is dialled, if they are one.
pub(super) fn there(dial: &str, digits: &str) -> Option<PhoneNumber> {
    let parsed = phonenumber::parse(None, format!("+{dial}{digits}")).ok()?;
    parsed.is_valid().then_some(parsed)
}

/// Say of a number abroad that it is a landline's, where numbers there tell.
pub(super) fn tell_landline(parsed: &PhoneNumber, notes: &mut Notes) {
    if parsed.number_type(&DATABASE) == Type::FixedLine {
        let dial = parsed.country().code().to_string();
        notes.warn(Complaint::with(Code::MobileLandlineAbroad, [dial]));
    }
}

/// A number abroad without a `+`: as it is, but for its dialling code where the tenant's lists know the
/// country's, or the country is written as that code (`CN_852`).
fn undialled(number: Digits, cx: &Context<'_>, notes: &mut Notes) -> (String, Option<u16>) {
    let directory = cx.reading.directory.as_deref();
    let known = cx.country.and_then(|country| directory?.dial_code_of(country));
    let Some(prefix) = known.or_else(|| cx.country?.strip_prefix("CN_")) else {
        return (number.digits, None);
    };
    let behind = || {
        let parsed = there(prefix, number.digits.strip_prefix(prefix)?)?;
        let dial = parsed.country().code();
        // Elsewhere numbers may begin with the same figures.
        let is_twice = known.is_some() && is_valid(prefix, &number.digits);
        (!is_twice && dial.to_string() == prefix).then_some((parsed, dial))
    };
    if let Some((parsed, dial)) = behind() {
        notes.warn(Complaint::with(Code::RepairedDialCode, [dial.to_string()]));
        tell_landline(&parsed, notes);
        return (national(&parsed), Some(dial));
    }
    let valid = known.and_then(|known| there(known, &number.digits));
    if let Some(parsed) = &valid {
        tell_landline(parsed, notes);
    }
    if let (Some(known), None) = (known, &valid) {
        notes.warn(Complaint::with(Code::MobileNotThere, [known]));
    }
    let digits = valid.map_or(number.digits, |parsed| national(&parsed));
    (digits, known.and_then(|known| known.parse().ok()))
}

/// Whether figures are a number where this code is dialled.
pub(super) fn is_valid(dial: &str, digits: &str) -> bool {
    there(dial, digits).is_some()
}

/// The number says one country, and its neighbour another one.
pub(super) fn differs(prefix: &str, cx: &Context<'_>) -> Complaint {
    Complaint::with(Code::MobileCountryDiffers, [prefix, cx.country.unwrap_or(CHINA)])
}

/// Eleven digits that begin with 13–19, with or without 86 before them.
pub(super) fn chinese(digits: &str) -> Result<String, Complaint> {
    let national = match digits.strip_prefix("86") {
        Some(rest) if rest.len() == 11 => rest,
        Some(_) | None => digits,
    };
    if is_chinese(national) {
        return Ok(national.to_owned());
    }
    if national.len() == 22 && national.starts_with('1') {
        return Err(Complaint::new(Code::MobileSeveral));
    }
    let hotline =
        national.len() == 10 && (national.starts_with("400") || national.starts_with("800"));
    // Ten digits from 09 are a mobile number of Taiwan, not a landline.
    let taiwan = national.len() == 10 && national.starts_with("09");
    let landline = (10..=12).contains(&national.len()) && national.starts_with('0') && !taiwan;
    if hotline || landline {
        return Err(Complaint::new(Code::MobileLandline));
    }
    Err(length(national))
}

fn length(digits: &str) -> Complaint {
    if digits.len() == 11 {
        return Complaint::new(Code::NotAMobile);
    }
    Complaint::with(Code::MobileLength, [digits.len().to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::testing::reading;

    fn mobile(text: &str, country: Option<&str>) -> Result<(String, Option<u16>), Code> {
        number(RawCell::Text(text), country)
    }

    fn number(cell: RawCell<'_>, country: Option<&str>) -> Result<(String, Option<u16>), Code> {
        let reading = reading();
        let cx = Context { country, ..Context::new(&reading) };
        let mut notes = Notes::default();
        match read(cell, &cx, &mut notes) {
            Ok(Some(Value::Text(digits))) => Ok((digits.to_string(), notes.dial_code)),
            Ok(_) => Ok((String::new(), None)),
            Err(complaint) => Err(complaint.code),
        }
    }

    #[test]
    fn chinese_numbers_in_their_forms() {
        for text in [
            "13800138000",
            "138 0013 8000",
            "138-0013-8000",
            "+86 138 0013 8000",
            "0086 13800138000",
            "86-13800138000",
            "(86)13800138000",
            "（＋８６）１３８００１３８０００",
            "13800138000.0",
            "13800138000.00",
            "+8613800138000.00",
            "+86-138-0013-8000",
            "8613800138000",
            "'13800138000",
            "\u{202A}13800138000\u{202C}",
        ] {
            let want = Ok(("13800138000".to_owned(), Some(86)));
            assert_eq!(mobile(text, Some("CN_1")), want, "{text}");
            assert_eq!(mobile(text, None), want, "{text}");
        }
        let repairs = |text| {
            let reading = reading();
            let mut notes = Notes::default();
            assert!(read(RawCell::Text(text), &Context::new(&reading), &mut notes).is_ok());
            notes.warnings.iter().map(|w| w.code).collect::<Vec<_>>()
        };
        assert_eq!(repairs("13800138000.0"), [Code::RepairedPoint]);
        assert_eq!(repairs("１３８００１３８０００"), [Code::RepairedFullWidth]);
        assert_eq!(repairs("\u{202A}13800138000\u{202C}"), [Code::InvisibleCharacter]);
        assert_eq!(repairs("'13800138000"), [Code::RepairedQuote]);
        for text in ["tel:13800138000", "13800138000;", "13800138000(家)"] {
            assert_eq!(repairs(text), [Code::RepairedBeside], "{text}");
        }
        assert_eq!(repairs("1.3800138E10"), [Code::RepairedNumber]);
        assert_eq!(repairs("13,800,138,000"), [Code::RepairedNumber]);
        assert_eq!(repairs(" +86 138-0013-8000 "), []);
        let cell = RawCell::Number(13_800_138_000.0);
        assert_eq!(number(cell, None), Ok(("13800138000".into(), Some(86))));
    }

    #[test]
    fn what_is_no_single_mobile_number() {
        for (text, want) in [
            ("13800138000/13900139000", Code::MobileSeveral),
            ("13800138000、13900139000", Code::MobileSeveral),
            ("13800138000 13900139000", Code::MobileSeveral),
            ("010-12345678", Code::MobileLandline),
            ("0755 8123 4567", Code::MobileLandline),
            ("400-123-4567", Code::MobileLandline),
            ("010-12345678转802", Code::MobileExtension),
            ("13800138000 ext 5", Code::MobileExtension),
            ("138****8000", Code::MobileMasked),
            ("1.38001E+10", Code::DigitsLost),
            ("0912345678", Code::MobileLength),
            ("138O0138000", Code::LookAlike),
            ("1380013800", Code::MobileLength),
            ("138OO138000", Code::LookAlike),
            ("l3800138000", Code::LookAlike),
            ("1380〇138000", Code::LookAlike),
            ("12345678901", Code::NotAMobile),
            ("无", Code::NotAMobile),
            ("-", Code::NotAMobile),
        ] {
            assert_eq!(mobile(text, Some("CN_1")), Err(want), "{text}");
        }
        assert_eq!(number(RawCell::Number(1.5), None), Err(Code::MobileLength));
        assert_eq!(number(RawCell::Number(1e18), None), Err(Code::DigitsLost));
    }

    #[test]
    fn the_country_must_agree() {
        let hong_kong = Some("CN_9");
        assert_eq!(mobile("+852 9123 4567", Some("CN_1")), Err(Code::MobileCountryDiffers));
        assert_eq!(mobile("00852 9123 4567", Some("CN_1")), Err(Code::MobileCountryDiffers));
        assert_eq!(mobile("+852 9123 4567", None), Err(Code::MobileCountryMissing));
        assert_eq!(mobile("+852 9123 4567", hong_kong), Ok(("91234567".into(), Some(852))));
        assert_eq!(mobile("9123 4567", hong_kong), Ok(("91234567".into(), None)));
        assert_eq!(mobile("+852 123", hong_kong), Err(Code::NotAMobile));
        assert_eq!(mobile("+86 13800138000", hong_kong), Err(Code::MobileCountryDiffers));
        assert_eq!(mobile("8613800138000", hong_kong), Err(Code::MobileCountryDiffers));
        assert_eq!(mobile("9123 4567", None), Err(Code::MobileLength));
        assert_eq!(mobile("123", hong_kong), Err(Code::MobileLength));
    }

    #[test]
    fn the_zero_that_is_dialled_at_home_is_no_part_of_a_number() {
        for (text, want) in [
            ("+44 (0)20 7946 0333", "2079460333"),
            ("+44 020 7946 0333", "2079460333"),
            ("+44 20 7946 0333", "2079460333"),
            ("+81 090-1234-5679", "9012345679"),
            ("+39 06 6982 1234", "0669821234"),
        ] {
            let found = mobile(text, Some("CN_77")).map(|(digits, _)| digits);
            assert_eq!(found.as_deref(), Ok(want), "{text}");
        }
    }

    #[test]
    fn a_dialling_code_by_which_the_country_is_written_is_no_part_of_the_number() {
        let reading = reading();
        let read = |text, country| {
            let cx = Context { country: Some(country), ..Context::new(&reading) };
            let mut notes = Notes::default();
            let Ok(Some(Value::Text(number))) = read(RawCell::Text(text), &cx, &mut notes) else {
                return (String::new(), None, 0);
            };
            (number.to_string(), notes.dial_code, notes.warnings.len())
        };
        assert_eq!(read("85291234567", "CN_852"), ("91234567".into(), Some(852), 1));
        assert_eq!(read("852 9123-4567", "CN_852"), ("91234567".into(), Some(852), 1));
        // Of another country, too short to hold the code, or of Indonesia, where numbers begin so.
        assert_eq!(read("85291234567", "CN_9"), ("85291234567".into(), None, 0));
        assert_eq!(read("91234567", "CN_852"), ("91234567".into(), None, 0));
        assert_eq!(read("85212345678", "CN_62"), ("85212345678".into(), None, 0));
    }
}
