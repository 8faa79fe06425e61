//! The country of a mobile number: a location code, a name, two letters, or the dialling code.
//!
//! Without the tenant's lists China alone is told by its dialling code and its names: location codes are
//! Feishu's own, and nothing else says which is whose. A dialling code that several countries share is
//! settled by what stands beside it or by the number, else it is asked.
//!
//! Must not know: numbers, where the lists come from.

use super::clean::{Plain, folded, number_text, plain};
use super::mobile::CHINA;
use super::{Context, Notes, Parsed, known};
use crate::check::value::{CowStr, Value};
use crate::problem::{Code, Complaint, both};
use crate::resolve::{Directory, Entry, Found};
use crate::sheet::RawCell;
use crate::spec::IdOf;

/// Countries that are named of several.
const SHOWN: usize = 5;

/// A country as a location code: `CN_1`.
pub(super) fn read<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let text = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Number(number) => number_text(number)?,
        Plain::Text(text) => folded(text).into_owned(),
        Plain::Bool(_) | Plain::Moment(_) => return Err(not_a_country(cx)),
    };
    if is_china(&text) {
        return Ok(Some(Value::Text(CHINA.into())));
    }
    let code = text.to_ascii_uppercase();
    match code.strip_prefix("CN_") {
        Some(digits) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => {
            return Ok(Some(Value::Text(code.into())));
        }
        Some(_) => return Err(not_a_country(cx)),
        None => {}
    }
    let country = match known::list(IdOf::Country, cx).map(|(_, list)| list.known(&text)) {
        Some(Found::One(country)) => country,
        Some(Found::Inactive(_) | Found::Several(_) | Found::Nothing(_)) | None => {
            let directory = cx.reading.directory.as_deref().ok_or_else(|| not_a_country(cx))?;
            dialled(&text, directory, cx, notes)?
        }
    };
    Ok(Some(Value::Text(CowStr::copy_of(&country.id))))
}

/// A country by its dialling code, by its name or letters, or by both.
fn dialled<'d>(
    text: &str,
    directory: &'d Directory,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<&'d Entry, Complaint> {
    let (words, figures) = apart(text).ok_or_else(|| not_a_country(cx))?;
    let code = figures.strip_prefix("00").unwrap_or(&figures);
    if !words.is_empty() {
        let country = called(&words, directory).ok_or_else(|| not_a_country(cx))?;
        let agrees = code.is_empty() || directory.dial_code_of(&country.id) == Some(code);
        return if agrees { Ok(country) } else { Err(not_a_country(cx)) };
    }
    match directory.countries_dialled(code)[..] {
        [] => Err(not_a_country(cx)),
        [country] => Ok(country),
        ref several => {
            notes.shared_dial = Some(code.to_owned());
            Err(shared(code, several))
        }
    }
}

/// The words of a text that holds one run of figures, or none, and the figures.
fn apart(text: &str) -> Option<(String, String)> {
    let is_sign = |c: char| c.is_ascii_digit() || c == '+';
    let first = text.find(is_sign).unwrap_or(text.len());
    let last = text.rfind(is_sign).map_or(first, |last| last + 1);
    let figures = text.get(first..last)?;
    let figures = figures.strip_prefix('+').unwrap_or(figures);
    if !figures.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let sides = [text.get(..first)?, text.get(last..)?].map(trimmed);
    match sides {
        ["", words] | [words, ""] => Some((words.to_owned(), figures.to_owned())),
        _ => None,
    }
}

/// Words without what frames them.
pub(super) fn trimmed(text: &str) -> &str {
    let frames = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | ')' | '[' | ']' | '【' | '】' | ':' | '-' | '/' | '|' | ',' | '、' | '_'
            )
    };
    text.trim_matches(frames)
}

/// What people write behind a country's name for a number of its: 香港号码.
const OF_NUMBERS: &[&str] = &["手机号码", "电话号码", "手机号", "号码", "手机", "电话", "号"];

/// The country of a name or of two or three letters, or of what says that a number is of it.
pub(super) fn called<'d>(words: &str, directory: &'d Directory) -> Option<&'d Entry> {
    let bare = || OF_NUMBERS.iter().find_map(|word| words.strip_suffix(word));
    let named = directory.country_named(words);
    named.or_else(|| directory.country_named(trimmed(bare()?)))
}

/// Several countries are dialled by one code.
pub(super) fn shared(code: &str, several: &[&Entry]) -> Complaint {
    let names = |of: fn(&Entry) -> &str, between: &str| {
        several.iter().take(SHOWN).map(|one| of(one)).collect::<Vec<_>>().join(between)
    };
    let rest = several.len().saturating_sub(SHOWN);
    let more = |text: String| if rest > 0 { text } else { String::new() };
    let zh = names(Entry::name, "、") + &more(format!("等 {} 个", several.len()));
    let en = names(english, ", ") + &more(format!(" and {rest} more"));
    Complaint::with(Code::MobileCountryShared, [code.into(), both(&zh, &en)])
}

/// What a country is called in English.
pub(super) fn english(country: &Entry) -> &str {
    country.names.get(1).map_or(country.name(), String::as_str)
}

/// China by its dialling code, its letters or its names.
pub(super) fn is_china(text: &str) -> bool {
    const NAMES: &[&str] = &[
        "86",
        "+86",
        "0086",
        "(86)",
        "CN",
        "CHN",
        "中国",
        "中国大陆",
        "中国内地",
        "大陆",
        "中国(+86)",
        "中国+86",
        "中国大陆(+86)",
        "中国大陆+86",
        "中华人民共和国",
        "China",
        "Mainland China",
        "China (+86)",
        "China +86",
        "CN+86",
        "86.0",
    ];
    NAMES.iter().any(|name| name.eq_ignore_ascii_case(text))
}

fn not_a_country(cx: &Context<'_>) -> Complaint {
    Complaint::with(Code::NotACountry, [cx.path])
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::types::testing::{dialling, reading};
    use crate::reading::ReadOptions;

    fn country(reading: &ReadOptions, cell: RawCell<'_>) -> Result<String, Code> {
        let cx = Context::new(reading);
        match read(cell, &cx, &mut Notes::default()) {
            Ok(Some(Value::Text(code))) => Ok(code.to_string()),
            Ok(_) => Ok(String::new()),
            Err(complaint) => Err(complaint.code),
        }
    }

    #[test]
    fn countries_are_location_codes() {
        let reading = reading();
        let country = |text| country(&reading, RawCell::Text(text));
        for text in ["CN_1", "cn_1", "+86", "86", "中国", "China", "＋８６"] {
            assert_eq!(country(text).as_deref(), Ok("CN_1"), "{text}");
        }
        assert_eq!(country("CN_9").as_deref(), Ok("CN_9"));
        for text in ["852", "+852", "香港", "CN_", "CT_1", "HK"] {
            assert_eq!(country(text), Err(Code::NotACountry), "{text}");
        }
    }

    #[test]
    fn with_the_tenant_s_lists_names_letters_and_dialling_codes_are_countries_too() {
        let reading = ReadOptions { directory: Some(Arc::new(dialling())), ..reading() };
        for text in [
            "852",
            "+852",
            "00852",
            "(852)",
            "+852 ",
            "香港",
            "中国香港",
            "香港 +852",
            "香港(+852)",
            "+852 香港",
            "852-香港",
            "HK",
            "hkg",
            "HK +852",
            "Hong Kong",
            "香港（＋８５２）",
        ] {
            let read = country(&reading, RawCell::Text(text));
            assert_eq!(read.as_deref(), Ok("CN_9"), "{text}");
        }
        assert_eq!(country(&reading, RawCell::Number(852.0)).as_deref(), Ok("CN_9"));
        for text in ["美国", "美国 +1", "US", "1 (USA)"] {
            assert_eq!(country(&reading, RawCell::Text(text)).as_deref(), Ok("CN_5"), "{text}");
        }
        assert_eq!(country(&reading, RawCell::Text("86")).as_deref(), Ok("CN_1"));
        for text in ["+1", "001", "1"] {
            assert_eq!(country(&reading, RawCell::Text(text)), Err(Code::MobileCountryShared));
        }
        for text in ["香港 +86", "+8", "999", "火星", "+852 香港 HK", "8 52", "XX"] {
            assert_eq!(country(&reading, RawCell::Text(text)), Err(Code::NotACountry), "{text}");
        }
    }
}
