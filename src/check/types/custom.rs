//! Custom fields: the string that each type takes (API document, 自定义字段数据格式说明), down to
//! its blanks: `["1", "2"]`, `[{"file_id": "1"},{"file_id": "2"}]`.
//!
//! The labels of options come by the mapping file's `options`, as a value map, and by what is known of the
//! tenant's own field. Must not know: which field it is, where that is known from.

use std::collections::HashMap;

use super::clean::{Plain, half_width, number_text, plain, trimmed, without_point};
use super::context::is_left_open;
use super::date::{find, is_open, millis_text, shown_day};
use super::grain::Grain;
use super::{Context, Notes, Parsed, absent, begun, list, text};
use crate::check::value::{CowStr, Inline, Value};
use crate::problem::{Arg, Code, Complaint, both};
use crate::resolve::{Chosen, CustomOption};
use crate::sheet::RawCell;
use crate::spec::CustomType;

pub(super) fn read<'c>(
    cell: RawCell<'c>,
    ty: CustomType,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Parsed<'c> {
    match ty {
        CustomType::Text => text::of_custom(cell, cx, notes),
        CustomType::Number => number(cell, cx, notes),
        CustomType::Date => day(cell, Grain::Day, cx, notes),
        CustomType::Month => day(cell, Grain::Month, cx, notes),
        CustomType::Year => day(cell, Grain::Year, cx, notes),
        CustomType::Range => range(cell, cx, notes),
        CustomType::Choice => option(cell, cx, notes),
        CustomType::Choices => options(cell, cx, notes),
        CustomType::Attachment => attachments(cell, cx, notes),
    }
}

/// `1`, `-2.50`, `1,234.5` (grouped by threes).
fn number<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let wrong = || Complaint::new(Code::NotANumber);
    let text = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Number(number) => number_text(number)?,
        Plain::Bool(_) | Plain::Moment(_) => return Err(wrong()),
        Plain::Text(text) => ungrouped(&half_width(text, notes)).ok_or_else(wrong)?,
    };
    Ok(Some(Value::Text(text.into())))
}

/// The digits without grouping commas; none if it is no plain decimal number.
fn ungrouped(text: &str) -> Option<String> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = match unsigned.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().filter(|group| digits(group))?;
    let grouped = whole.len() > first.len();
    if (grouped && first.len() > 3) || !groups.all(|group| group.len() == 3 && digits(group)) {
        return None;
    }
    decimals.is_none_or(digits).then(|| text.replace(',', ""))
}

/// A day, or the first day of its month or year; milliseconds pass unchanged.
fn day<'c>(cell: RawCell<'c>, grain: Grain, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let Some(found) = find(cell, cx, notes)? else { return Ok(None) };
    if let Some(millis) = found.millis {
        return Ok(Some(Value::Text(CowStr::Inlined(Inline::of_number(millis)))));
    }
    let date = found.day.date;
    if found.day.grain < grain {
        notes.warn(Complaint::with(Code::DateWithoutDay, shown_day(date, cx)));
    }
    let date = match grain {
        Grain::Day => date,
        Grain::Month => date.first_of_month(),
        Grain::Year => date.first_of_year(),
    };
    Ok(Some(Value::Text(CowStr::Inlined(millis_text(date, cx)?))))
}

/// `2018.09-2022.06`, `2018年9月—2022年6月`, `2018-09-01~2022-06-30`, or a JSON array of two.
fn range<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let wrong = || Complaint::new(Code::NotAPeriod);
    let text = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Text(text) => half_width(text, notes),
        Plain::Number(_) | Plain::Bool(_) | Plain::Moment(_) => return Err(wrong()),
    };
    let (first, second) = if text.starts_with('[') {
        match list::split(&text, None)?.as_slice() {
            [first, second] => (first.clone(), second.clone()),
            _ => return Err(wrong()),
        }
    } else {
        let (first, second) = halves(&text, cx)?;
        (first.to_owned(), second.to_owned())
    };
    if is_open(&second) {
        return Err(Complaint::new(Code::PeriodOpen));
    }
    let (from, first) = end_of_period(&first, cx, notes)?;
    let (to, second) = end_of_period(&second, cx, notes)?;
    if from > to {
        return Err(Complaint::new(Code::PeriodReversed));
    }
    let period = format!("[\"{}\", \"{}\"]", first.as_str(), second.as_str());
    Ok(Some(Value::Text(period.into())))
}

/// One end: its day and its milliseconds.
fn end_of_period(
    text: &str,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<(jiff::civil::Date, Inline), Complaint> {
    let Some(found) = find(RawCell::Text(text), cx, notes)? else {
        return Err(Complaint::new(Code::NotAPeriod));
    };
    let millis = match found.millis {
        Some(millis) => Inline::of_number(millis),
        None => millis_text(found.day.date, cx)?,
    };
    Ok((found.day.date, millis))
}

/// The only way to cut the text so that both halves are dates.
///
/// # Errors
/// There is none, or more than one; or a half leaves open whether it is one.
fn halves<'t>(text: &'t str, cx: &Context<'_>) -> Result<(&'t str, &'t str), Complaint> {
    let (mut sound, mut open) = (Vec::new(), None);
    for (at, sign) in between(text) {
        let (first, second) = (trimmed(&text[..at]), trimmed(&text[at + sign.len()..]));
        let second = match (sign, second) {
            // 至今 is an end of its own: the cut is before it, at 至 or at the dash.
            ("至", "今") => "至今",
            ("--" | "——", "") => sign,
            _ => second,
        };
        match (half(first, cx), if is_open(second) { Half::Date } else { half(second, cx) }) {
            (Half::Date, Half::Date) => sound.push((first, second)),
            (Half::Open(why), Half::Date | Half::Open(_)) | (Half::Date, Half::Open(why)) => {
                open.get_or_insert(why);
            }
            (Half::Other, _) | (_, Half::Other) => {}
        }
    }
    match (sound.as_slice(), open) {
        // What its column tells of its clock may give a second way to cut it.
        ([_], Some(why)) if why.code == Code::DateClock => Err(why),
        ([only], _) => Ok(*only),
        ([], Some(why)) => Err(why),
        ([..], _) => Err(Complaint::new(Code::NotAPeriod)),
    }
}

/// The signs and words of a text that may stand between two dates, each with its place: several dashes side by
/// side are one.
fn between(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const SIGNS: [char; 10] = ['-', '~', '—', '–', '至', '到', '/', ',', '、', '，'];
    let is_dash = |c: char| matches!(c, '-' | '~' | '—' | '–');
    let mut before = None;
    let signs = text.char_indices().filter_map(move |(at, c)| {
        let goes_on = is_dash(c) && before.replace(c).is_some_and(is_dash);
        before = Some(c);
        if goes_on || !SIGNS.contains(&c) {
            return None;
        }
        let rest = &text[at..];
        let length = if is_dash(c) {
            rest.len() - rest.trim_start_matches(is_dash).len()
        } else {
            c.len_utf8()
        };
        Some((at, &rest[..length]))
    });
    let words = ["to", "till", "until"].into_iter().flat_map(move |word| {
        let is_it = move |at: &usize| {
            let here = text.get(*at..*at + word.len());
            let (before, behind) = (&text[..*at], text.get(*at + word.len()..).unwrap_or(""));
            here.is_some_and(|here| here.eq_ignore_ascii_case(word))
                && before.ends_with(' ')
                && behind.starts_with(' ')
        };
        let places = text.char_indices().map(|(at, _)| at).filter(is_it);
        places.map(move |at| (at, &text[at..at + word.len()]))
    });
    signs.chain(words)
}

/// What a half of a period is.
enum Half {
    Date,
    /// A date, if it were known in which order it stands.
    Open(Complaint),
    Other,
}

fn half(text: &str, cx: &Context<'_>) -> Half {
    // What stands between the halves is part of neither.
    if begun::bare(text, false).is_some() {
        return Half::Other;
    }
    match find(RawCell::Text(text), cx, &mut Notes::default()) {
        Ok(Some(_)) => Half::Date,
        Err(why) if is_left_open(why.code) => Half::Open(why),
        Ok(None) | Err(_) => Half::Other,
    }
}

/// The key of an option.
fn option<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let text = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Number(number) => number_text(number)?,
        Plain::Text(text) => half_width(text, notes).into_owned(),
        Plain::Bool(_) | Plain::Moment(_) => return Err(not_an_option(cx)),
    };
    Ok(Some(Value::Text(key(without_point(&text, notes), cx, notes)?.into())))
}

fn options<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let keys = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Number(number) => vec![key(&number_text(number)?, cx, notes)?],
        Plain::Bool(_) | Plain::Moment(_) => return Err(not_an_option(cx)),
        Plain::Text(text) => {
            let mut keys = Vec::new();
            for item in list::split(text, cx.reading.list_separator.as_deref())? {
                let item = list::mapped(&item, cx)?;
                let item = half_width(item, notes);
                let item = without_point(&item, notes);
                keys.push(key(item, cx, notes)?);
            }
            keys
        }
    };
    Ok(list::bounded(keys, notes)?.map(|keys| Value::Text(json_texts(&keys).into())))
}

/// The key of the option that a text is.
fn key(text: &str, cx: &Context<'_>, notes: &mut Notes) -> Result<String, Complaint> {
    let Some(field) = cx.custom.filter(|field| !field.options.is_empty()) else {
        if let Some(words) = cx.words.filter(|_| cx.listed && !cx.vouched)
            && !words.values().any(|key| key == text)
        {
            return Err(Complaint::with(Code::OptionNotListed, [listed(words)]));
        }
        return if is_key(text) && (cx.vouched || !absent::is_truth(text)) {
            Ok(text.to_owned())
        } else {
            Err(not_an_option(cx))
        };
    };
    // What the mapping file says of a label is a key, whatever else is called so.
    match field.option(text, cx.vouched || cx.words.is_some()) {
        Chosen::One(option) => Ok(option.key.clone()),
        Chosen::Inactive(option) => Err(Complaint::with(Code::EntryInactive, [called(option)])),
        Chosen::Several => Err(not_an_option(cx)),
        Chosen::Nothing => {
            let is_old = cx.reading.directory.as_ref().is_some_and(|known| known.is_old());
            if cx.vouched && is_old && is_key(text) {
                notes.warn(Complaint::with(Code::IdNotSeen, ["muster refs pull"]));
                return Ok(text.to_owned());
            }
            Err(Complaint::with(Code::OptionNotOffered, [offered(&field.options)]))
        }
    }
}

/// Keys are short and ASCII (`1`); a label that nothing knows is an error with its way out.
fn is_key(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    !text.is_empty() && text.bytes().all(allowed)
}

/// Options that are named of many.
const SHOWN: usize = 20;

/// What there is to choose from.
fn offered(options: &[CustomOption]) -> Arg {
    let all: Vec<&str> = options.iter().filter(|one| one.active).map(called).collect();
    let shown = &all[..all.len().min(SHOWN)];
    let more = if all.len() > SHOWN { "…" } else { "" };
    both(&(shown.join("、") + more), &(shown.join(", ") + more))
}

/// The labels of the mapping file with their keys, in the order of the keys.
fn listed(words: &HashMap<String, String>) -> Arg {
    let mut all: Vec<(&str, &str)> =
        words.iter().map(|(label, key)| (key.as_str(), label.as_str())).collect();
    all.sort_unstable_by_key(|(key, label)| (key.len(), *key, *label));
    let more = if all.len() > SHOWN { "…" } else { "" };
    let shown: Vec<String> =
        all.iter().take(SHOWN).map(|(key, label)| format!("{label} ({key})")).collect();
    both(&(shown.join("、") + more), &(shown.join(", ") + more))
}

fn called(option: &CustomOption) -> &str {
    option.names.first().unwrap_or(&option.key)
}

fn not_an_option(cx: &Context<'_>) -> Complaint {
    Complaint::with(Code::OptionUnknown, [cx.path])
}

fn json_texts(items: &[String]) -> String {
    let quoted: Vec<String> = items.iter().map(|item| format!("\"{item}\"")).collect();
    format!("[{}]", quoted.join(", "))
}

/// IDs of uploaded files, as a list or as the API's own JSON.
fn attachments<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let ids = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Number(number) => vec![number_text(number)?],
        Plain::Bool(_) | Plain::Moment(_) => return Err(Complaint::new(Code::NotAList)),
        Plain::Text(text) => match file_ids(text) {
            Some(ids) => ids,
            None => list::split(text, cx.reading.list_separator.as_deref())?,
        },
    };
    let is_id = |id: &String| {
        !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric()) && !absent::is_truth(id)
    };
    if !ids.iter().all(is_id) {
        return Err(Complaint::with(Code::NotAnId, ["7250161881116838204"]));
    }
    Ok(list::bounded(ids, notes)?.map(|ids| {
        let files: Vec<String> =
            ids.iter().map(|id| format!("{{\"file_id\": \"{id}\"}}")).collect();
        Value::Text(format!("[{}]", files.join(",")).into())
    }))
}

/// `[{"file_id": "…"}]`.
fn file_ids(text: &str) -> Option<Vec<String>> {
    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        file_id: String,
    }
    let files: Vec<File> = serde_json::from_str(text).ok()?;
    Some(files.into_iter().map(|file| file.file_id).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::testing::reading;
    use crate::reading::ReadOptions;
    use crate::resolve::{CustomField, CustomModule, Directory};
    use std::sync::Arc;

    fn value(ty: CustomType, text: &str) -> Result<String, Code> {
        let words: HashMap<String, String> =
            [("汉族".to_owned(), "1".to_owned()), ("回族".to_owned(), "2".to_owned())].into();
        let reading = reading();
        let cx = Context { words: Some(&words), ..Context::new(&reading) };
        let mut notes = Notes::default();
        match read(RawCell::Text(text), ty, &cx, &mut notes) {
            Ok(Some(Value::Text(text))) => Ok(text.to_string()),
            Ok(_) => Ok(String::new()),
            Err(complaint) => Err(complaint.code),
        }
    }

    #[test]
    fn the_formats_of_the_api_document() {
        assert_eq!(value(CustomType::Choice, "1").as_deref(), Ok("1"));
        assert_eq!(value(CustomType::Choices, "汉族、回族").as_deref(), Ok("[\"1\", \"2\"]"));
        assert_eq!(value(CustomType::Choices, "[\"1\",\"2\"]").as_deref(), Ok("[\"1\", \"2\"]"));
        assert_eq!(value(CustomType::Text, "多行\n文本").as_deref(), Ok("多行\n文本"));
        assert_eq!(value(CustomType::Number, "1,234.50").as_deref(), Ok("1234.50"));
        assert_eq!(value(CustomType::Month, "1627379423000").as_deref(), Ok("1627379423000"));
        assert_eq!(value(CustomType::Year, "2021").as_deref(), Ok("1609430400000"));
        assert_eq!(value(CustomType::Month, "2021-07-27").as_deref(), Ok("1625068800000"));
        let files = r#"[{"file_id": "7250161881116838204"},{"file_id": "7250161808660826429"}]"#;
        assert_eq!(value(CustomType::Attachment, files).as_deref(), Ok(files));
        let ids = "7250161881116838204;7250161808660826429";
        assert_eq!(value(CustomType::Attachment, ids).as_deref(), Ok(files));
    }

    #[test]
    fn periods_are_cut_where_both_halves_are_dates() {
        let want = "[\"1577808000000\", \"1612108800000\"]";
        for text in [
            "2020-01-01~2021-02-01",
            "2020.01-2021.02",
            "2020-01-2021-02",
            "2020年1月—2021年2月",
            "2020年1月至2021年2月",
            "2020/1/1 - 2021/2/1",
            "2020.01--2021.02",
            "2020.01——2021.02",
            "2020.01 to 2021.02",
            "2020-01-01 TO 2021-02-01",
            "[\"1577808000000\", \"1612108800000\"]",
            "１５７７８０８００００００-1612108800000",
        ] {
            assert_eq!(value(CustomType::Range, text).as_deref(), Ok(want), "{text}");
        }
        assert_eq!(value(CustomType::Range, "2020.01-至今"), Err(Code::PeriodOpen));
        assert_eq!(value(CustomType::Range, "2020年1月至今"), Err(Code::PeriodOpen));
        for text in ["2020.01-在校", "2020.01 to now", "2020.01--", "2020.01-长期"] {
            assert_eq!(value(CustomType::Range, text), Err(Code::PeriodOpen), "{text}");
        }
        assert_eq!(value(CustomType::Range, "2021.02-2020.01"), Err(Code::PeriodReversed));
        assert_eq!(value(CustomType::Range, "2020-01-01"), Err(Code::NotAPeriod));
        // A half with two readings is told, and so may be settled by its column.
        assert_eq!(value(CustomType::Range, "26/06/2020-03/04/2021"), Err(Code::DateAmbiguous));
        let want = r#"["1535731200000", "1656518400000"]"#;
        for text in ["2018-09-01 - 2022-06-30", "2018/9/1-2022/6/30", "2018-09-01–2022-06-30"] {
            assert_eq!(value(CustomType::Range, text).as_deref(), Ok(want), "{text}");
        }
        assert_eq!(value(CustomType::Range, "3-Jan-18~至今"), Err(Code::DateTwoDigitYear));
    }

    #[test]
    fn the_options_of_a_field_that_is_known_are_chosen_by_label_or_key() {
        let option = |key: &str, name: &str, active| CustomOption {
            key: key.to_owned(),
            names: vec![name.to_owned()],
            active,
        };
        let field = CustomField {
            id: "9".to_owned(),
            module: CustomModule::default(),
            names: vec!["民族".to_owned()],
            ty: CustomType::Choice,
            required: false,
            active: true,
            options: vec![
                option("1", "汉族", true),
                option("2", "1", true),
                option("3", "回族", false),
                option("4", "满族", true),
            ],
        };
        let of = |ty, text: &str, is_old, vouched| {
            let directory = Some(Arc::new(Directory::new([], is_old)));
            let reading = ReadOptions { directory, ..reading() };
            let cx = Context { custom: Some(&field), vouched, ..Context::new(&reading) };
            let mut notes = Notes::default();
            let read = read(RawCell::Text(text), ty, &cx, &mut notes);
            let text = read.map(|value| match value {
                Some(Value::Text(text)) => text.to_string(),
                Some(_) | None => String::new(),
            });
            (text, notes.warnings.len())
        };
        let one = |text| of(CustomType::Choice, text, false, false).0;
        assert_eq!(one("汉族").as_deref(), Ok("1"));
        assert_eq!(one(" 滿族 ").as_deref(), Ok("4"));
        assert_eq!(one("4").as_deref(), Ok("4"));
        assert_eq!(one("1").unwrap_err().code, Code::OptionUnknown, "a key and a label");
        assert_eq!(one("回族").unwrap_err().code, Code::EntryInactive);
        let why = one("外星人").unwrap_err();
        assert_eq!(why.code, Code::OptionNotOffered);
        assert!(why.message(crate::problem::Lang::Zh).contains("汉族、1、满族"));
        assert_eq!(one("7").unwrap_err().code, Code::OptionNotOffered);
        let several = of(CustomType::Choices, "满族、汉族", false, false).0;
        assert_eq!(several.as_deref(), Ok("[\"4\", \"1\"]"));
        let by_hand = |text, is_old| of(CustomType::Choice, text, is_old, true);
        assert_eq!(by_hand("1", false), (Ok("1".to_owned()), 0), "the mapping file writes keys");
        assert_eq!(by_hand("7", false).0.unwrap_err().code, Code::OptionNotOffered);
        assert_eq!(by_hand("7", true), (Ok("7".to_owned()), 1), "it may be newer than the list");
        assert_eq!(by_hand("外星人", true).0.unwrap_err().code, Code::OptionNotOffered);
    }

    #[test]
    fn a_word_that_the_mapping_file_lacks_is_no_key() {
        let words: HashMap<String, String> = [("Go".to_owned(), "go_1".to_owned())].into();
        let reading = reading();
        let of = |ty, text: &str, listed, vouched| {
            let cx = Context { words: Some(&words), listed, vouched, ..Context::new(&reading) };
            let read = read(RawCell::Text(text), ty, &cx, &mut Notes::default());
            read.map(|value| value.is_some()).map_err(|why| why.code)
        };
        for ty in [CustomType::Choice, CustomType::Choices] {
            for text in ["Python", "java", "3"] {
                assert_eq!(of(ty, text, true, false), Err(Code::OptionNotListed), "{text}");
                assert!(of(ty, text, false, false).is_ok(), "nothing says that it is all");
            }
            assert!(of(ty, "go_1", true, false).is_ok());
        }
        assert!(of(CustomType::Choices, "Go", true, false).is_ok());
        assert!(of(CustomType::Choice, "3", true, true).is_ok(), "a person stands for it");
        let cx = Context { words: Some(&words), listed: true, ..Context::new(&reading) };
        let why = read(RawCell::Text("java"), CustomType::Choice, &cx, &mut Notes::default());
        assert!(why.unwrap_err().message(crate::problem::Lang::En).contains("Go (go_1)"));
    }

    #[test]
    fn a_month_where_a_day_is_wanted_is_told() {
        let told = |ty, text| {
            let mut notes = Notes::default();
            read(RawCell::Text(text), ty, &Context::new(&reading()), &mut notes).unwrap();
            notes.warnings.iter().any(|warning| warning.code == Code::DateWithoutDay)
        };
        assert!(told(CustomType::Date, "1990-05") && told(CustomType::Date, "1990"));
        assert!(told(CustomType::Month, "1990"));
        assert!(!told(CustomType::Date, "1990-05-01") && !told(CustomType::Month, "1990-05"));
        assert!(!told(CustomType::Year, "1990"));
    }

    #[test]
    fn what_is_wrong() {
        assert_eq!(value(CustomType::Choice, "满族"), Err(Code::OptionUnknown));
        for text in ["1,23", "abc", "1.2.3", "", "-", "1,2345", ",123"] {
            let want = if text.is_empty() { Ok(String::new()) } else { Err(Code::NotANumber) };
            assert_eq!(value(CustomType::Number, text), want, "{text}");
        }
        assert_eq!(value(CustomType::Attachment, "简历.pdf"), Err(Code::NotAnId));
    }
}
