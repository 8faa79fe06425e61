//! Cells as nearly everybody writes them, told at a glance: what stands in them is the value as it is,
//! and no closer look finds anything to say of it. A property test holds this to what the types read.
//!
//! Must not know: what any other text means, which row it is from.

use std::sync::OnceLock;

use jiff::tz::TimeZone;

use super::date::Form;
use super::grain::{Day, Grain};
use super::sent::SentDays;
use super::zone::Midnights;
use super::{
    absent, damage, document, email, errors, id, list, lost, mobile, name, neighbour, scan,
    surplus, text,
};
use crate::check::value::place_within;
use crate::lexicon::{nothing, withheld};
use crate::sheet::Glance;
use crate::spec::{FieldType, IdOf};

/// Whether a text is the value of a field of this type, to the letter and without a word to be said.
/// What a neighbour decides is left to who knows it: that a number is a Chinese one, or that of a
/// resident ID card. `row` is what the text of its row may hold; `prose`: the field holds sentences.
pub(in crate::check) fn is_value(ty: FieldType, text: &str, row: Glance, prose: bool) -> bool {
    match ty {
        FieldType::Text => is_free(text, row, prose),
        FieldType::Name => is_name(text, row),
        FieldType::Email => {
            email::is_simple(text) && !row.within(text).is_suspect() && !email::is_odd(text)
        }
        FieldType::Mobile => mobile::is_chinese(text),
        FieldType::DocumentNumber => document::is_sound_card(text),
        FieldType::Id(of) => id::is_usual(text, of),
        // What is sent is another text than what is written, or such cells are few.
        FieldType::MobileCountry
        | FieldType::Choice(_)
        | FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::IdList(_)
        | FieldType::Percent
        | FieldType::Custom(_) => false,
    }
}

/// The day that a text is for a field of dates, with what is sent for it, where nothing is to be said of
/// it either. `personal`: a day without its month or day is told.
pub(in crate::check) fn day<'d>(
    ty: FieldType,
    text: &str,
    personal: bool,
    sent: &'d mut SentDays,
    zone: (&Midnights, &TimeZone),
) -> Option<(&'d str, Day)> {
    let form = form_of(ty)?;
    let (date, grain) = scan::plain(text)?;
    let is_told = grain != Grain::Day && (form != Form::Millis || personal);
    if is_told || !(1900..=2100).contains(&date.year()) {
        return None;
    }
    Some((sent.of(form, date, zone)?, Day { date, grain }))
}

/// The IDs that a text holds, each with its place in it, where they are as nearly all are, with one sign
/// between them, and no closer look finds anything to say of the list.
pub(in crate::check) fn items<'t>(
    text: &'t str,
    of: IdOf,
    separator: Option<&str>,
) -> Option<impl Iterator<Item = (usize, &'t str)>> {
    const BETWEEN: char = ';';
    let is_usual = separator.is_none_or(|separator| matches!(separator, "" | ";"));
    let items = || {
        let place = |item: &str| place_within(text, item).unwrap_or_default();
        text.split(BETWEEN).map(move |item| (place(item), item))
    };
    let is_one = |(place, item): (usize, &str)| {
        let comes_again = || text[..place].split(BETWEEN).any(|other| other == item);
        id::is_usual(item, of) && !comes_again()
    };
    let are_all = is_usual && items().all(is_one) && items().count() <= list::MOST;
    are_all.then(items)
}

/// How the API wants the dates of a field; none where it holds none.
const fn form_of(ty: FieldType) -> Option<Form> {
    match ty {
        FieldType::DateMillis { .. } => Some(Form::Millis),
        FieldType::Date => Some(Form::Plain),
        FieldType::DateMidnight => Some(Form::Midnight),
        FieldType::Name
        | FieldType::Text
        | FieldType::Email
        | FieldType::Mobile
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::Choice(_)
        | FieldType::Id(_)
        | FieldType::IdList(_)
        | FieldType::Percent
        | FieldType::Custom(_) => None,
    }
}

/// Ideographs alone, none of which was made by a wrong encoding.
fn is_name(text: &str, row: Glance) -> bool {
    name::is_usual(text)
        && !row.within(text).is_suspect()
        && !text.chars().next().is_some_and(damage::leads_utf8)
}

/// Free text that begins with a letter, a figure or an ideograph and ends with something that shows,
/// with nothing in it that asks for a closer look: crosses would (`lost`).
fn is_free(text: &str, row: Glance, prose: bool) -> bool {
    begins_and_ends(text.as_bytes())
        && (row.is_harmless() || Glance::of(text).is_harmless())
        && damage::cut_at(text).is_none()
        && (begins_as_usual(text) || begins_well(text))
        && text::several(text).is_none()
        && (prose || neighbour::word_of_other(text).is_none())
        && (prose || ends_as_usual(text) || ends_well(text))
}

/// Nothing that its beginning tells is to be said of it.
fn begins_well(text: &str) -> bool {
    !nothing::may_be(text)
        && absent::instead(text).is_none()
        && !damage::first_leads_utf8(text)
        && !absent::is_truth(text)
        && !withheld::is_said(text)
        && neighbour::of_other(text).is_none()
}

/// The same, where the ideograph with which it begins tells it: with few does anything begin of which
/// something is to be said.
fn begins_as_usual(text: &str) -> bool {
    static USUAL: OnceLock<Box<[u64]>> = OnceLock::new();
    let [lead @ 0xE4..=0xE9, one, two, ..] = text.as_bytes() else { return false };
    // One bit for each ideograph of three bytes.
    let [lead, one, two] = [lead & 0x0F, one & 0x3F, two & 0x3F].map(usize::from);
    let usual = USUAL.get_or_init(|| {
        let mut usual = vec![0; 0xA000 / 64];
        for c in '\u{4000}'..'\u{A000}' {
            let text = c.to_string();
            let is_usual = !nothing::may_be(&text)
                && !absent::may_begin(text.as_bytes())
                && !damage::leads_utf8(c)
                && !withheld::may_begin(&text)
                && !absent::is_truth(&text);
            usual[c as usize / 64] |= u64::from(is_usual) << (c as usize % 64);
        }
        usual.into()
    });
    usual.get(lead << 6 | one).is_some_and(|word| word >> two & 1 == 1)
}

/// Nothing that the end of a text that is no prose tells is to be said of it.
fn ends_well(text: &str) -> bool {
    surplus::bare_name(text).is_none()
        && !lost::ends_open(text)
        && neighbour::remark(text).is_none()
}

/// The same, where the ideograph, the letter or the figure with which it ends tells it.
fn ends_as_usual(text: &str) -> bool {
    match text.as_bytes() {
        [.., 0xE4..=0xE9, _, _] => true,
        [.., last] => last.is_ascii_alphanumeric(),
        [] => false,
    }
}

/// Neither end is one by which an error value, a sign for nothing, or a number is known that a program
/// has written in its way.
fn begins_and_ends(bytes: &[u8]) -> bool {
    let ends = match bytes {
        // The full-width blank alone shows nothing among these.
        [.., lead @ 0xE3..=0xE9, one, other] => [*lead, *one, *other] != [0xE3, 0x80, 0x80],
        [.., 0xEF, 0xBC | 0xBD, _] => true,
        [.., b'0'] => {
            let end = bytes.iter().rfind(|byte| **byte != b'0');
            end != Some(&b'.') && bytes.len() <= 15
        }
        [.., last] => last.is_ascii_graphic(),
        [] => false,
    };
    let begins = match bytes {
        [b'x' | b'X', ..] | [] => false,
        [b'E', b'r', b'r', ..] => {
            std::str::from_utf8(bytes).is_ok_and(|t| !errors::is_error_value(t))
        }
        [first, ..] => first.is_ascii_alphanumeric() || matches!(first, 0xE4..=0xE9),
    };
    begins && ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::testing::alone;
    use crate::check::types::{Context, Notes, laws, read};
    use crate::check::value::Value;
    use crate::sheet::RawCell;
    use proptest::prelude::*;

    /// Texts of which many are values at once, and many nearly so.
    fn texts() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[张王某生学司团烫屯锟浣鏉例一二，。、；;,/|\\n\\r\\t \u{3000}\u{200B}？?*＊+&<]{1,12}",
            "[一-龥㐀-䶵]{1,5}[学院校司团]?",
            "([xXE_#'=a-z0-9.]|Err:|NULL|无|不详|0000){1,6}",
            "同上|同前|Ditto|same as above|Invalid Date|XX公司|某某大学|××学院|见简历|保密|Error 20(42|43|99)|(男|本科|全日制)(生|学)?|00",
            "[1-9][0-9]{9,19}(\\.0|0{3})?",
            "1[0-9]{10}",
            "[a-zA-Z0-9._-]{1,12}@[a-z0-9.-]{1,9}\\.[a-z]{1,3}",
            "(CT_|[A-Z]{0,2}_)?[0-9]{1,16}",
            "[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}[0-9X]",
            "[a字，]{80,90}",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2048))]

        #[test]
        fn what_is_told_at_once_is_what_is_read(
            text in texts(), beside in texts(), prose: bool,
        ) {
            for ty in laws::types() {
                for row in [Glance::of(&text), Glance::of(&[&*beside, &*text].concat()), Glance::ALL] {
                    if !is_value(ty, &text, row, prose) {
                        continue;
                    }
                    let cx = Context { prose, row, document_type: Some(document::ID_CARD), ..alone() };
                    let mut notes = Notes::default();
                    let found = read(ty, RawCell::Text(&text), &cx, &mut notes);
                    prop_assert_eq!(found.ok().flatten(), Some(Value::Text(text.as_str().into())));
                    prop_assert!(notes.warnings.is_empty() && !notes.nothing);
                    prop_assert!(notes.day.is_none() && notes.document_type.is_none());
                    let dial = matches!(ty, FieldType::Mobile).then_some(86);
                    prop_assert_eq!(notes.dial_code, dial);
                }
            }
        }
    }

    proptest! {
        #[test]
        fn a_day_at_once_is_the_one_that_is_read(
            text in "(18|19|20|21)[0-9]{2}([-/.年][0-9]{1,2}){1,2}[月日号]?|(19|20)[0-9]{2}年1?[0-9]月([0-9]{1,2}日)?",
            end: bool,
            personal: bool,
        ) {
            for ty in [FieldType::DateMillis { end }, FieldType::Date, FieldType::DateMidnight] {
                let cx = Context { of_person: personal, end, ..alone() };
                let (midnights, mut days) = (Midnights::default(), SentDays::default());
                let zone = (&midnights, &cx.reading.timezone);
                let Some((sent, day)) = day(ty, &text, personal, &mut days, zone) else { continue };
                let mut notes = Notes::default();
                let found = read(ty, RawCell::Text(&text), &cx, &mut notes);
                prop_assert_eq!(found.ok().flatten(), Some(Value::Text(sent.into())));
                prop_assert!(notes.warnings.is_empty() && !notes.nothing);
                prop_assert_eq!(notes.day, Some(day));
            }
        }
    }

    proptest! {
        #[test]
        fn a_list_at_once_is_the_one_that_is_read(
            text in "((CT_|[A-Z]{0,2}_)?[0-9]{1,19}|[无0 N-]|[0-9]{1,2}){0,4}([;,；]((CT_|[A-Z]{0,2}_)?[0-9]{1,19}|[无0 ]|[0-9]{1,2})){0,4}",
            separator in prop_oneof![Just(None), Just(Some(";")), Just(Some(",")), Just(Some("_"))],
        ) {
            let Some(items) = items(&text, IdOf::Folder, separator) else { return Ok(()) };
            let items: Vec<(usize, &str)> = items.collect();
            prop_assert!(items.iter().all(|(place, item)| text[*place..].starts_with(item)));
            let mut reading = crate::check::types::testing::reading();
            reading.list_separator = separator.map(str::to_owned);
            let cx = Context::new(&reading);
            let mut notes = Notes::default();
            let ty = FieldType::IdList(IdOf::Folder);
            let found = read(ty, RawCell::Text(&text), &cx, &mut notes);
            let own = items.iter().map(|(_, item)| (*item).to_owned()).collect();
            prop_assert_eq!(found.ok().flatten(), Some(Value::List(own)));
            prop_assert!(notes.warnings.is_empty() && !notes.nothing);
        }
    }

    #[test]
    fn nearly_every_cell_is_told_at_once() {
        let sentence = "负责核心系统的设计与开发，与产品和测试部门紧密协作，";
        assert!(is_value(FieldType::Text, sentence, Glance::of(sentence), true));
        let city = FieldType::Id(IdOf::City);
        let id = FieldType::Id(IdOf::Department);
        for (ty, text) in [
            (FieldType::Text, "示例大学499"),
            (FieldType::Text, "第2999科技有限公司"),
            (FieldType::Text, "处理线上问题并复盘改进，\n参与跨区域项目的交付。"),
            (FieldType::Text, "Java开发"),
            (FieldType::Name, "张伟"),
            (FieldType::Name, "欧阳文静"),
            (FieldType::Email, "talent1.a@example.com.cn"),
            (FieldType::Mobile, "13800138000"),
            (FieldType::DocumentNumber, "11010519491231002X"),
            (city, "CT_159"),
            (id, "6890452208"),
        ] {
            assert!(is_value(ty, text, Glance::of(text), false), "{text}");
        }
        for text in ["6890452208", "CT_159;CT_160", "6890452208693000001;6890452208703000001"] {
            assert!(items(text, IdOf::Folder, None).is_some(), "{text}");
        }
        assert!(items("CT_159;110000", IdOf::City, None).is_none());
        let (midnights, mut days) = (Midnights::default(), SentDays::default());
        for text in ["1990-05-01", "2018/7/1", "2018-09", "2018年7月", "2018年7月1日"] {
            let ty = FieldType::DateMillis { end: true };
            let zone = &alone().reading.timezone;
            assert!(day(ty, text, false, &mut days, (&midnights, zone)).is_some(), "{text}");
        }
    }
}
