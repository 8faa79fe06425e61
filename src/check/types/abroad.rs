//! Mobile numbers that tell their own country: by a dialling code (`+852 9123 4567`, `00852…`, `852-…`) or
//! by its name (`香港 91234567`). The tenant's lists say which location code the country has; where they are
//! not known a number abroad is an error that asks for it.
//!
//! A dialling code without a sign must stand apart from the number, and the whole must be a mobile number
//! there. Area codes of China without their zero look alike (`592-…` is 厦门, and Guyana): of three
//! figures before at most eight more, Hong Kong's and Macao's alone are taken, since there were never as many
//! mobiles behind any other.
//!
//! Must not know: which columns numbers and countries come from.

use phonenumber::metadata::DATABASE;
use phonenumber::{PhoneNumber, Type};

use super::clean::{folded, shown};
use super::country::{called, english, is_china, shared, trimmed};
use super::mobile::{self, CHINA, CHINA_DIALS};
use super::{Context, Notes, Parsed};
use crate::check::value::Value;
use crate::problem::{Code, Complaint, Lang, both};
use crate::resolve::{Directory, Entry};
use crate::sheet::RawCell;

/// Dialling codes of three figures that are taken without a sign before at most eight figures.
const SURE: [&str; 2] = ["852", "853"];
/// The most figures that an area code of China without its zero has behind it.
const LANDLINE: usize = 8;

/// A mobile number; the dialling code and the country that it tells go into the notes.
pub(super) fn read<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    if let Some(dial) = cx.shared_dial {
        let told = of_shared(&shown(cell), dial, cx).ok_or(Complaint::new(Code::NotAMobile))?;
        return Ok(Some(Value::Text(told.keep(cx, notes)?.into())));
    }
    match (mobile::read(cell, cx, notes), cell) {
        (Err(why), RawCell::Text(text)) if may_tell(why.code, cx) => {
            let Some(told) = told(text, cx)? else { return Err(unlisted(why, cx)) };
            Ok(Some(Value::Text(told.keep(cx, notes)?.into())))
        }
        (Ok(Some(at_home)), RawCell::Text(text)) if is_home_by_default(cx) => {
            let Some(all) = of_north_america(text) else { return Ok(Some(at_home)) };
            let known = cx.reading.directory.as_deref().filter(|known| known.knows_dial_codes());
            let told = known.map(|known| by_sign(&all, known)).transpose()?.flatten();
            let told = told.ok_or_else(|| Complaint::with(Code::MobileCountryMissing, ["1"]))?;
            let number = Told { by_words: true, ..told }.keep(cx, notes)?;
            Ok(Some(Value::Text(number.into())))
        }
        (read, _) => read,
    }
}

/// Whether a number that is wrong at home may be one that tells where it is of.
fn may_tell(code: Code, cx: &Context<'_>) -> bool {
    matches!(code, Code::NotAMobile | Code::MobileLength | Code::MobileCountryMissing)
        || (code == Code::MobileCountryDiffers && cx.country_by_default)
}

/// What is wrong with a number of which no country is told: where the tenant's lists are known and none of their
/// countries is dialled so, to read them leads nowhere.
fn unlisted(why: Complaint, cx: &Context<'_>) -> Complaint {
    let known = cx.reading.directory.as_deref().filter(|known| known.knows_dial_codes());
    let dial = why.args.first().map(|dial| dial.pick(Lang::En).to_owned()).unwrap_or_default();
    let is_nowhere = known.is_some_and(|known| known.countries_dialled(&dial).is_empty());
    if why.code == Code::MobileCountryMissing && is_nowhere {
        return Complaint::with(Code::MobileCountryUnlisted, why.args);
    }
    why
}

/// Nobody has said that the number is China's.
fn is_home_by_default(cx: &Context<'_>) -> bool {
    cx.country.is_none() || cx.country == Some(CHINA) && cx.country_by_default
}

/// The figures of 1 650 253 0002, which is grouped as North America groups its numbers, and is one there.
/// Nobody writes a mobile number of China's so, though eleven figures may begin alike: those are 3, 4 and 4.
fn of_north_america(text: &str) -> Option<String> {
    let text = folded(text);
    let is_sign = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')');
    let groups: Vec<&str> = text.split(is_sign).filter(|group| !group.is_empty()).collect();
    let [one, area, exchange, line] = groups[..] else { return None };
    let of_length = [(area, 3), (exchange, 3), (line, 4)];
    let fits = one == "1" && of_length.iter().all(|(group, long)| group.len() == *long);
    let all = groups.concat();
    (fits && all.bytes().all(|b| b.is_ascii_digit()) && valid(&all).is_some()).then_some(all)
}

/// A number with the country that it tells.
struct Told<'d> {
    number: Number,
    /// Its dialling code.
    dial: String,
    /// None where it is China, whose numbers need none.
    country: Option<&'d Entry>,
    /// It is told otherwise than by a sign and a dialling code, which a person should see.
    by_words: bool,
}

/// A number as it is told.
enum Number {
    /// One of China's, without its dialling code.
    Home(String),
    Abroad(PhoneNumber),
}

impl Told<'_> {
    /// The number, beside a country that says nothing else.
    fn keep(self, cx: &Context<'_>, notes: &mut Notes) -> Result<String, Complaint> {
        let own = cx.country.filter(|_| !cx.country_by_default);
        let dials = |country: &str| {
            country == CHINA && self.dial == CHINA_DIALS.to_string()
                || cx.reading.directory.as_deref().and_then(|known| known.dial_code_of(country))
                    == Some(self.dial.as_str())
        };
        if own.is_some_and(|own| !dials(own)) {
            return Err(mobile::differs(&self.dial, cx));
        }
        if own.is_none() {
            let home = cx.country.is_some().then_some(CHINA);
            notes.country = self.country.map(|own| own.id.as_str()).or(home).map(str::to_owned);
        }
        notes.dial_code = self.dial.parse().ok();
        if self.by_words {
            let (zh, en) =
                self.country.map_or(("中国", "China"), |own| (own.name(), english(own)));
            notes.warn(Complaint::with(Code::RepairedCountry, [both(zh, en), self.dial.into()]));
        }
        Ok(match self.number {
            Number::Home(national) => national,
            Number::Abroad(parsed) => {
                mobile::tell_landline(&parsed, notes);
                mobile::national(&parsed)
            }
        })
    }
}

/// What a text tells; none where it tells nothing, or it is not sure.
fn told<'d>(text: &str, cx: &Context<'d>) -> Result<Option<Told<'d>>, Complaint> {
    let text = folded(text);
    let is_number = |c: char| c.is_ascii_digit() || c == '+';
    let (Some(first), Some(last)) = (text.find(is_number), text.rfind(is_number)) else {
        return Ok(None);
    };
    let (before, after) =
        (text.get(..first).unwrap_or_default(), text.get(last + 1..).unwrap_or_default());
    let number = text.get(first..=last).unwrap_or_default();
    let Some(figures) = figures(number) else { return Ok(None) };
    let directory = cx.reading.directory.as_deref().filter(|known| known.knows_dial_codes());
    match (trimmed(before), trimmed(after)) {
        ("", "") => match directory {
            Some(known) if figures.signed => by_sign(&figures.all, known),
            Some(known) => Ok(by_group(number, &figures.all, known)),
            None => Ok(None),
        },
        ("", words) | (words, "") if is_china(words) => Ok(at_home(&figures)),
        ("", words) | (words, "") => {
            Ok(directory.and_then(|known| by_words(words, &figures, known)))
        }
        _ => Ok(None),
    }
}

/// The figures of a number, and whether it begins with a sign that a dialling code follows.
struct Figures {
    all: String,
    signed: bool,
}

/// The figures of a text that holds nothing else but what stands between figures.
fn figures(number: &str) -> Option<Figures> {
    let between = |c: char| matches!(c, ' ' | '-' | '(' | ')' | '.' | '–' | '—' | '‐' | '‑');
    let bare = number.strip_prefix('+');
    if !bare.unwrap_or(number).chars().all(|c| c.is_ascii_digit() || between(c)) {
        return None;
    }
    let all: String = number.chars().filter(char::is_ascii_digit).collect();
    let without_zeros = all.strip_prefix("00").filter(|_| bare.is_none());
    let signed = bare.is_some() || without_zeros.is_some();
    let all = without_zeros.map_or_else(|| all.clone(), str::to_owned);
    Some(Figures { all: if signed { mobile::without_old_prefix(all) } else { all }, signed })
}

/// 中国 13800138000.
fn at_home(figures: &Figures) -> Option<Told<'static>> {
    let national = mobile::chinese(&figures.all).ok()?;
    let dial = CHINA_DIALS.to_string();
    Some(Told { number: Number::Home(national), dial, country: None, by_words: true })
}

/// +852 9123 4567. Where several countries share the code, the number tells which; else it is asked.
fn by_sign<'d>(all: &str, known: &'d Directory) -> Result<Option<Told<'d>>, Complaint> {
    let Some(parsed) = valid(all) else { return Ok(None) };
    // A landline of China's is a number, and none that a person is known by.
    if parsed.country().code() == CHINA_DIALS {
        let national = all.strip_prefix("86").and_then(|rest| mobile::chinese(rest).ok());
        let dial = CHINA_DIALS.to_string();
        return Ok(national.map(|national| Told {
            number: Number::Home(national),
            dial,
            country: None,
            by_words: false,
        }));
    }
    let dial = parsed.country().code().to_string();
    let countries = known.countries_dialled(&dial);
    if countries.is_empty() || !all.starts_with(&dial) {
        return Ok(None);
    }
    let country = match countries[..] {
        [one] => one,
        ref several => of_number(&parsed, several, known).ok_or_else(|| shared(&dial, several))?,
    };
    let number = Number::Abroad(parsed);
    Ok(Some(Told { number, dial, country: Some(country), by_words: false }))
}

/// A number beside a dialling code that several countries share, where it tells which of them it is of.
fn of_shared<'d>(text: &str, dial: &str, cx: &Context<'d>) -> Option<Told<'d>> {
    let known = cx.reading.directory.as_deref()?;
    let text = folded(text);
    let figures = figures(text.trim())?;
    let behind = figures.all.strip_prefix(dial).filter(|rest| mobile::is_valid(dial, rest));
    let whole = || Some(figures.all.as_str()).filter(|_| !figures.signed);
    let national = behind.or_else(whole)?;
    let parsed = valid(&format!("{dial}{national}"))?;
    let country = of_number(&parsed, &known.countries_dialled(dial), known)?;
    let number = Number::Abroad(parsed);
    Some(Told { number, dial: dial.to_owned(), country: Some(country), by_words: false })
}

/// The one of several countries of one dialling code that a number is of.
fn of_number<'d>(
    parsed: &PhoneNumber,
    several: &[&'d Entry],
    known: &'d Directory,
) -> Option<&'d Entry> {
    // Numbers that are nobody's own (toll-free) are of all of them.
    let letters = is_mobile(parsed).then(|| parsed.country().id()).flatten()?;
    let letters = format!("{letters:?}");
    let country = known.country_of_letters(&letters)?;
    several.iter().find(|one| one.id == country.id).copied()
}

/// 852-9123 4567, (852)91234567: the code apart, and a mobile number there.
fn by_group<'d>(number: &str, all: &str, known: &'d Directory) -> Option<Told<'d>> {
    let end = number.find(|c: char| !c.is_ascii_digit())?;
    let dial = number.get(..end).filter(|dial| matches!(dial.len(), 2 | 3))?;
    let [country] = known.countries_dialled(dial)[..] else { return None };
    let national = all.strip_prefix(dial)?;
    let is_landline = dial.len() == 3 && national.len() <= LANDLINE && !SURE.contains(&dial);
    let parsed = valid(all).filter(|parsed| !is_landline && is_mobile(parsed))?;
    Some(Told {
        number: Number::Abroad(parsed),
        dial: dial.to_owned(),
        country: Some(country),
        by_words: true,
    })
}

/// 香港 91234567, 香港 +852 9123 4567. Where the number is one with and without the code, it is not sure.
fn by_words<'d>(words: &str, figures: &Figures, known: &'d Directory) -> Option<Told<'d>> {
    let country = called(words, known)?;
    let dial = known.dial_code_of(&country.id)?;
    let behind = figures.all.strip_prefix(dial).and_then(|rest| mobile::there(dial, rest));
    let whole = (!figures.signed).then(|| mobile::there(dial, &figures.all)).flatten();
    let ((Some(parsed), None) | (None, Some(parsed))) = (behind, whole) else { return None };
    let number = Number::Abroad(parsed);
    Some(Told { number, dial: dial.to_owned(), country: Some(country), by_words: true })
}

/// Whether a number may be a mobile's.
fn is_mobile(parsed: &PhoneNumber) -> bool {
    matches!(parsed.number_type(&DATABASE), Type::Mobile | Type::FixedLineOrMobile)
}

fn valid(all: &str) -> Option<PhoneNumber> {
    phonenumber::parse(None, format!("+{all}")).ok().filter(PhoneNumber::is_valid)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::types::testing::{dialling, reading};
    use crate::reading::ReadOptions;

    fn known() -> ReadOptions {
        ReadOptions { directory: Some(Arc::new(dialling())), ..reading() }
    }

    /// Number, dialling code, country, how many warnings.
    type Given = (String, Option<u16>, Option<String>, usize);

    fn given(
        reading: &ReadOptions,
        text: &str,
        country: Option<&str>,
        default: bool,
    ) -> Result<Given, Code> {
        let cx = Context { country, country_by_default: default, ..Context::new(reading) };
        let mut notes = Notes::default();
        match read(RawCell::Text(text), &cx, &mut notes) {
            Ok(Some(Value::Text(number))) => {
                Ok((number.to_string(), notes.dial_code, notes.country, notes.warnings.len()))
            }
            Ok(_) => Ok((String::new(), None, None, 0)),
            Err(complaint) => Err(complaint.code),
        }
    }

    fn hong_kong(warnings: usize) -> Given {
        ("91234567".into(), Some(852), Some("CN_9".into()), warnings)
    }

    #[test]
    fn a_number_that_tells_its_country_needs_no_column_of_it() {
        let known = known();
        for text in [
            "+852 9123 4567",
            "0085291234567",
            "00852-9123-4567",
            "（+852）91234567",
            "＋８５２９１２３４５６７",
        ] {
            let (number, dial, country, _) = hong_kong(0);
            let wanted = (number, dial, country);
            let plain = given(&known, text, None, false).map(|given| (given.0, given.1, given.2));
            assert_eq!(plain, Ok(wanted), "{text}");
        }
        assert_eq!(given(&known, "+852 9123 4567", None, false), Ok(hong_kong(0)));
        for text in [
            "852-9123 4567",
            "852 91234567",
            "(852)91234567",
            "香港 91234567",
            "91234567（香港）",
            "香港+85291234567",
            "中国香港 852 9123 4567",
            "HK 91234567",
            "香港：9123-4567",
        ] {
            assert_eq!(given(&known, text, None, false), Ok(hong_kong(1)), "{text}");
        }
        let (number, dial, country, _) = given(&known, "+1 604 555 0123", None, false).unwrap();
        assert_eq!(
            (number.as_str(), dial, country.as_deref()),
            ("6045550123", Some(1), Some("CN_6"))
        );
        assert_eq!(
            given(&known, "+1 650 253 0000", None, false).unwrap().2.as_deref(),
            Some("CN_5")
        );
        assert_eq!(
            given(&known, "886-912-345-678", None, false).unwrap().2.as_deref(),
            Some("CN_8")
        );
        assert_eq!(
            given(&known, "加拿大 6045550123", None, false).unwrap().2.as_deref(),
            Some("CN_6")
        );
    }

    #[test]
    fn no_list_is_to_be_read_that_was_read_and_lacks_the_country() {
        let unlisted = given(&known(), "+972 50 234 5678", None, false);
        assert_eq!(unlisted, Err(Code::MobileCountryUnlisted));
        let unread = given(&reading(), "+972 50 234 5678", None, false);
        assert_eq!(unread, Err(Code::MobileCountryMissing));
    }

    #[test]
    fn the_old_prefix_of_mexico_is_no_part_of_a_number() {
        let (with, without) = (known(), reading());
        for text in ["+52 1 55 1234 5678", "+52 55 1234 5678", "0052 1 55 1234 5678"] {
            let told = Ok(("5512345678".to_owned(), Some(52), Some("CN_52".to_owned()), 0));
            assert_eq!(given(&with, text, None, false), told, "{text}");
            let asked = given(&without, text, None, false);
            assert_eq!(asked, Err(Code::MobileCountryMissing), "{text}");
            let beside = given(&without, text, Some("CN_52"), false).map(|given| given.0);
            assert_eq!(beside.as_deref(), Ok("5512345678"), "{text}");
        }
    }

    #[test]
    fn a_landline_of_china_is_no_mobile_whatever_the_lists_know() {
        let (with, without) = (known(), reading());
        for text in [
            "+86 755 88888888",
            "+86-10-88886666",
            "+86 20 38123456",
            "0086-571-88886666",
            "+86-852-91234567",
        ] {
            let found = given(&with, text, None, false);
            assert!(found.is_err(), "{text}: {found:?}");
            assert_eq!(found, given(&without, text, None, false), "{text}");
        }
        // A Chinese number is none of Hong Kong's, and one of theirs stays.
        let beside = |text| given(&with, text, Some("CN_9"), false);
        assert_eq!(beside("13800138109"), Err(Code::MobileCountryDiffers));
        assert_eq!(beside("91234567").map(|given| given.0), Ok("91234567".to_owned()));
    }

    #[test]
    fn what_is_not_sure_is_asked_and_numbers_at_home_are_as_ever() {
        let known = known();
        for (text, code) in [
            ("592-6012345", Code::MobileLength),
            ("852-8123 4567", Code::NotAMobile),
            ("852 123", Code::MobileLength),
            ("85291234567", Code::NotAMobile),
            ("+44 7911 123456", Code::MobileCountryUnlisted),
            ("+800 1234 5678", Code::MobileCountryUnlisted),
            ("火星 91234567", Code::NotAMobile),
            ("香港 13800138000", Code::NotAMobile),
            ("香港 91234567 澳门", Code::NotAMobile),
            ("010-12345678", Code::MobileLandline),
            ("91234567", Code::MobileLength),
            ("13800138000/91234567", Code::MobileSeveral),
        ] {
            assert_eq!(given(&known, text, None, false), Err(code), "{text}");
        }
        let home = Ok(("13800138000".to_owned(), Some(86), None, 0));
        for text in ["13800138000", "+86 138 0013 8000", "86-13800138000"] {
            assert_eq!(given(&known, text, None, false), home, "{text}");
        }
        for reading in [known, reading()] {
            let read = given(&reading, "中国 13800138000", None, false);
            assert_eq!(read, Ok(("13800138000".into(), Some(86), None, 1)));
        }
        for text in ["+852 9123 4567", "852-9123 4567", "香港 91234567"] {
            assert!(given(&reading(), text, None, false).is_err(), "{text}");
        }
    }

    #[test]
    fn a_number_grouped_as_north_america_s_are_is_none_of_china_s() {
        let known = known();
        for text in ["1 650 253 0002", "1-650-253-0002", "1 (650) 253-0002", "１ 650.253.0002"] {
            let read = given(&known, text, None, false).map(|given| (given.0, given.2));
            assert_eq!(read, Ok(("6502530002".into(), Some("CN_5".into()))), "{text}");
            let by_default = given(&known, text, Some("CN_1"), true).map(|given| given.2);
            assert_eq!(by_default, Ok(Some("CN_5".into())), "{text}");
            let asked = given(&reading(), text, None, false);
            assert_eq!(asked, Err(Code::MobileCountryMissing), "{text}");
            // Whoever says China has been asked.
            let told = given(&known, text, Some("CN_1"), false).map(|given| given.0);
            assert_eq!(told, Ok("16502530002".to_owned()), "{text}");
        }
        assert_eq!(given(&known, "1 650 253 0002", None, false).unwrap().3, 1, "a person sees it");
        for text in ["165 0253 0002", "16502530002", "1 380 013 8000", "1 650 2530 002"] {
            let read = given(&known, text, None, false).map(|given| (given.1, given.2));
            assert_eq!(read, Ok((Some(86), None)), "{text}");
        }
    }

    #[test]
    fn a_number_that_is_none_where_its_code_is_dialled_is_told() {
        let with = known();
        let read = |text, country| given(&with, text, Some(country), false);
        assert_eq!(read("9123 4567", "CN_9"), Ok(("91234567".into(), Some(852), None, 0)));
        assert_eq!(read("1234 5678", "CN_9"), Ok(("12345678".into(), Some(852), None, 1)));
        assert_eq!(read("912345", "CN_9").map(|given| given.3), Ok(1));
        let unknown = given(&reading(), "1234 5678", Some("CN_9"), false);
        assert_eq!(unknown.map(|given| given.3), Ok(0), "without the lists nobody knows");
    }

    #[test]
    fn a_number_settles_a_dialling_code_that_countries_share() {
        let known = known();
        let read = |cell: RawCell<'_>| {
            let cx = Context { shared_dial: Some("1"), ..Context::new(&known) };
            let mut notes = Notes::default();
            let number = match read(cell, &cx, &mut notes) {
                Ok(Some(Value::Text(number))) => number.to_string(),
                Ok(_) | Err(_) => String::new(),
            };
            (number, notes.country)
        };
        let canada = ("6045550123".to_owned(), Some("CN_6".to_owned()));
        for text in ["604 555 0123", "16045550123", "+1 604-555-0123", "(604)555-0123"] {
            assert_eq!(read(RawCell::Text(text)), canada, "{text}");
        }
        assert_eq!(read(RawCell::Number(6_045_550_123.0)), canada);
        assert_eq!(read(RawCell::Text("16502530000")).1.as_deref(), Some("CN_5"));
        // Toll-free, too short, of another country: which it is of is not told.
        for text in ["800 555 0199", "604555", "+852 9123 4567", "13800138000"] {
            assert_eq!(read(RawCell::Text(text)), (String::new(), None), "{text}");
        }
    }

    #[test]
    fn the_zero_that_is_dialled_at_home_is_sent_of_no_number_whoever_tells_its_country() {
        let known = known();
        for (text, want) in [
            ("台湾 0912345671", ("912345671", 886)),
            ("886-0912-345-671", ("912345671", 886)),
            ("+886 0912345671", ("912345671", 886)),
            ("日本 090-1234-5679", ("9012345679", 81)),
            ("81-090-1234-5679", ("9012345679", 81)),
            ("韩国 010-1234-5679", ("1012345679", 82)),
            ("泰国 0812345679", ("812345679", 66)),
            ("印尼 0812-3456-7890", ("81234567890", 62)),
            ("澳洲 0412345678", ("412345678", 61)),
            ("意大利 06 6982 1234", ("0669821234", 39)),
            ("91234574（香港号码）", ("91234574", 852)),
            ("91234574（香港手机）", ("91234574", 852)),
        ] {
            let read = given(&known, text, None, false).map(|given| (given.0, given.1));
            assert_eq!(read, Ok((want.0.to_owned(), Some(want.1))), "{text}");
        }
        let beside = |text, country| given(&known, text, Some(country), false).map(|given| given.0);
        assert_eq!(beside("8109012345679", "CN_81").as_deref(), Ok("9012345679"));
        assert_eq!(beside("09012345679", "CN_81").as_deref(), Ok("9012345679"));
    }

    #[test]
    fn a_landline_abroad_is_told() {
        let known = known();
        let codes = |text, country| {
            let cx = Context { country, ..Context::new(&known) };
            let mut notes = Notes::default();
            let read = read(RawCell::Text(text), &cx, &mut notes);
            assert!(matches!(read, Ok(Some(_))), "{text}: {read:?}");
            notes.warnings.iter().map(|warning| warning.code).collect::<Vec<_>>()
        };
        let is_told = |codes: &[Code]| codes.contains(&Code::MobileLandlineAbroad);
        for (text, country) in [
            ("+852 2123 4567", "CN_9"),
            ("+65 6123 4567", "CN_65"),
            ("+81 3-1234-5678", "CN_81"),
            ("+886-2-2345-6789", "CN_8"),
        ] {
            assert!(is_told(&codes(text, None)), "{text}");
            assert!(is_told(&codes(text, Some(country))), "{text}");
            let (dial, rest) = text[1..].split_at(text.find([' ', '-']).unwrap_or(1) - 1);
            assert!(is_told(&codes(rest, Some(country))), "{dial}{rest}");
        }
        assert!(is_told(&codes("香港 2123 4567", None)));
        for text in ["+852 9123 4567", "+65 9123 4567", "+1 604 555 0123", "台湾 0912345671"] {
            assert!(!is_told(&codes(text, None)), "{text}");
        }
    }

    #[test]
    fn the_row_s_own_country_must_agree_and_a_default_gives_way() {
        let known = known();
        let (of_row, default) = (
            |text, country| given(&known, text, Some(country), false),
            |text| given(&known, text, Some("CN_1"), true),
        );
        assert_eq!(of_row("香港 91234567", "CN_9"), Ok(("91234567".into(), Some(852), None, 1)));
        assert_eq!(of_row("91234567", "CN_9"), Ok(("91234567".into(), Some(852), None, 0)));
        assert_eq!(of_row("85291234567", "CN_9"), Ok(("91234567".into(), Some(852), None, 1)));
        assert_eq!(of_row("+1 650 253 0000", "CN_6"), Ok(("6502530000".into(), Some(1), None, 0)));
        for (text, country) in [
            ("+852 9123 4567", "CN_1"),
            ("香港 91234567", "CN_1"),
            ("+1 650 253 0000", "CN_9"),
            ("香港 91234567", "CN_6"),
        ] {
            assert_eq!(of_row(text, country), Err(Code::MobileCountryDiffers), "{text}");
        }
        assert_eq!(default("+852 9123 4567"), Ok(hong_kong(0)));
        assert_eq!(default("香港 91234567"), Ok(hong_kong(1)));
        assert_eq!(default("13800138000"), Ok(("13800138000".into(), Some(86), None, 0)));
        let of_china = given(&known, "+86 13800138000", Some("CN_9"), true);
        assert_eq!(of_china, Ok(("13800138000".into(), Some(86), Some("CN_1".into()), 0)));
    }
}
