//! Cells that show something else than they hold: which of the two a field takes. What a person sees is
//! what is meant wherever texts and codes are wanted; numbers, shares and days are taken as they are
//! held, unless what is shown says more. A link gives its address where an address is wanted.
//!
//! Must not know: how formats make what is shown (`sheet::format`), how any type is read.

use super::clean::{moment_text, number_text, trimmed, whole};
use super::{Context, Notes, email, mobile};
use crate::problem::{Arg, Code, Complaint, both};
use crate::sheet::format::{are_numerals, is_figure_of, is_rounded};
use crate::sheet::{Dressed, Held, RawCell};
use crate::spec::{CustomType, FieldType, IdOf};

/// What a field wants of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wants {
    /// What is shown.
    Text,
    /// Figures, however they are parted.
    Figures,
    /// A day.
    Day,
    /// A share of a hundred.
    Share,
    /// A number.
    Number,
}

const fn wanted(ty: FieldType) -> Wants {
    match ty {
        FieldType::Name
        | FieldType::Text
        | FieldType::Email
        | FieldType::MobileCountry
        | FieldType::Choice(_)
        | FieldType::Id(_)
        | FieldType::IdList(_)
        | FieldType::Custom(
            CustomType::Text | CustomType::Choice | CustomType::Choices | CustomType::Attachment,
        ) => Wants::Text,
        FieldType::Mobile | FieldType::DocumentNumber => Wants::Figures,
        FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Custom(
            CustomType::Date | CustomType::Month | CustomType::Year | CustomType::Range,
        ) => Wants::Day,
        FieldType::Percent => Wants::Share,
        FieldType::Custom(CustomType::Number) => Wants::Number,
    }
}

/// What is to be read of such a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Chosen<'c> {
    /// This.
    One(RawCell<'c>),
    /// The first, if it can be read; else the second.
    Either(RawCell<'c>, RawCell<'c>),
    /// This text.
    Made(String),
}

/// What a field of this type reads of such a cell.
pub(super) fn choose<'c>(
    ty: FieldType,
    Dressed { face, held }: Dressed<'c>,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<Chosen<'c>, Complaint> {
    let one = |text| Ok(Chosen::One(RawCell::Text(text)));
    match held {
        Held::Link(to) if face.is_empty() => Ok(Chosen::One(of_bare_link(ty, to, cx, notes))),
        Held::Link(to) => one(of_link(ty, face, to, cx, notes)),
        Held::Text(text) if face.is_empty() => {
            notes.warn(Complaint::new(Code::ShownNothing));
            one(text)
        }
        Held::Text(text) if matches!(wanted(ty), Wants::Text | Wants::Figures) => {
            notes.warn(differs(Code::ShownOtherwise, face, text, cx));
            one(face)
        }
        Held::Text(_) if wanted(ty) == Wants::Share && face.ends_with(PER_CENT) => one(face),
        Held::Text(text) => one(text),
        Held::Number(number) => of_number(ty, face, number, cx, notes),
        Held::Struck(text) if face == text && says_who(ty) => {
            Err(Complaint::new(Code::StruckPerson))
        }
        Held::Struck(text) if face == text => {
            notes.warn(Complaint::new(Code::StruckOut));
            one(face)
        }
        Held::Struck(text) => {
            notes.warn(differs(Code::StruckPart, face, text, cx));
            one(face)
        }
        Held::Moment(moment) if is_text(ty) => {
            notes.warn(differs(Code::ShownOtherwise, face, &moment_text(moment), cx));
            one(face)
        }
        Held::Moment(moment) => Ok(Chosen::One(RawCell::Moment(moment))),
    }
}

/// Whether a field says whose row it is: struck out, nobody can tell whether the row is still meant.
const fn says_who(ty: FieldType) -> bool {
    matches!(ty, FieldType::Name | FieldType::Id(IdOf::Employment))
}

/// The text that counts of a link.
fn of_link<'c>(
    ty: FieldType,
    face: &'c str,
    to: &'c str,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> &'c str {
    if matches!(ty, FieldType::Email) {
        let Some(address) = email::of_link(to) else { return face };
        if face.contains(['@', '＠']) {
            notes.warn(differs(Code::LinkDiffers, face, address, cx));
            return face;
        }
        notes.warn(taken(face, cx));
        // What a link writes in its own way is undone where links are read.
        return if address.contains('%') { to } else { address };
    }
    if matches!(ty, FieldType::Mobile) {
        return of_number_link(face, to, cx, notes);
    }
    if !cx.link {
        return face;
    }
    match (is_address(face) && !is_cut(face), is_address(to)) {
        (true, true) => {
            notes.warn(differs(Code::LinkDiffers, face, to, cx));
            return face;
        }
        (true, false) => return face,
        (false, true) => {
            notes.warn(taken(face, cx));
            return to;
        }
        (false, false) => {}
    }
    notes.warn(Complaint::new(Code::LinkUnread));
    face
}

/// The number that counts of a link in a cell for a number.
fn of_number_link<'c>(face: &'c str, to: &'c str, cx: &Context<'_>, notes: &mut Notes) -> &'c str {
    let Some(number) = mobile::of_link(to) else { return face };
    if !face.contains(|c: char| c.is_numeric()) {
        notes.warn(taken(face, cx));
        return number;
    }
    let figures = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let (shown, behind) = (figures(face), figures(number));
    if !behind.ends_with(&shown) && !shown.ends_with(&behind) {
        notes.warn(differs(Code::LinkDiffers, face, number, cx));
    }
    face
}

/// What is read of a link in a blank cell: where its address is wanted, that; else nothing, which is told.
fn of_bare_link<'c>(
    ty: FieldType,
    to: &'c str,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> RawCell<'c> {
    let read = match ty {
        // What a link writes in its own way is undone where links are read.
        FieldType::Email => {
            email::of_link(to).map(|address| if address.contains('%') { to } else { address })
        }
        FieldType::Mobile => mobile::of_link(to),
        FieldType::Name
        | FieldType::Text
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Choice(_)
        | FieldType::Id(_)
        | FieldType::IdList(_)
        | FieldType::Percent
        | FieldType::Custom(_) => Some(to).filter(|to| cx.link && is_address(to)),
    };
    if let Some(address) = read {
        notes.warn(Complaint::new(Code::LinkAlone));
        return RawCell::Text(address);
    }
    notes.nothing = true;
    notes.warn(Complaint::new(Code::LinkLeft));
    RawCell::Empty
}

/// The address of a page: with its scheme, or as people write it.
fn is_address(text: &str) -> bool {
    let lower = trimmed(text).to_ascii_lowercase();
    let scheme =
        ["http://", "https://", "ftp://", "www."].iter().any(|start| lower.starts_with(start));
    let host = lower.split(['/', '?', '#']).next().unwrap_or("");
    let bare = host.contains('.')
        && !host.ends_with('.')
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        && host.bytes().any(|byte| byte.is_ascii_alphabetic());
    scheme || bare
}

/// An address of which somebody has left out a part: `https://a.example/…`, `https://a.example/***`.
fn is_cut(text: &str) -> bool {
    ["…", "...", "***"].iter().any(|mark| text.contains(mark))
}

fn taken(face: &str, cx: &Context<'_>) -> Complaint {
    Complaint::with(Code::LinkTaken, [said(face, cx, ("显示的文字", "the text that is shown"))])
}

fn of_number<'c>(
    ty: FieldType,
    face: &'c str,
    number: f64,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<Chosen<'c>, Complaint> {
    let (stored, shown) = (RawCell::Number(number), RawCell::Text(face));
    let is_figure = is_figure_of(face, number);
    if is_left_open(face) {
        return left_open(ty, number, notes);
    }
    Ok(match wanted(ty) {
        Wants::Text | Wants::Figures if face.is_empty() => {
            notes.warn(Complaint::new(Code::ShownNothing));
            // A format that hides zeros says that a zero is nothing.
            Chosen::One(if number == 0.0 { RawCell::Empty } else { stored })
        }
        Wants::Day if !is_figure || whole(number).is_none() => Chosen::Either(shown, stored),
        Wants::Share if face.ends_with(PER_CENT) => {
            share(face, number)?.map_or(Chosen::One(shown), Chosen::Made)
        }
        Wants::Number if !is_figure && !face.contains(&number_text(number)?) => {
            notes.warn(differs(Code::StoredTaken, face, &number_text(number)?, cx));
            Chosen::One(stored)
        }
        Wants::Figures if says_the_same(face, number) => Chosen::One(stored),
        // A number in words is that number, and its words are a text.
        Wants::Text | Wants::Figures if are_numerals(face) && !is_words(ty) => Chosen::One(stored),
        Wants::Text | Wants::Figures if !is_figure || is_rounded(face, number) => {
            notes.warn(differs(Code::ShownOtherwise, face, &number_text(number)?, cx));
            Chosen::One(shown)
        }
        Wants::Day | Wants::Share | Wants::Number | Wants::Text | Wants::Figures => {
            Chosen::One(stored)
        }
    })
}

/// Whether a field takes any words.
const fn is_words(ty: FieldType) -> bool {
    is_text(ty) || matches!(ty, FieldType::Name)
}

/// Whether a field takes any text.
const fn is_text(ty: FieldType) -> bool {
    matches!(ty, FieldType::Text | FieldType::Custom(CustomType::Text))
}

/// Whether a cell is filled with the sign of Excel for what it cannot show.
fn is_left_open(face: &str) -> bool {
    !face.is_empty() && face.bytes().all(|byte| byte == b'#')
}

/// A number of which its format says nothing, though it says what others mean: as a code it is one that
/// nobody knows.
fn left_open<'c>(ty: FieldType, number: f64, notes: &mut Notes) -> Result<Chosen<'c>, Complaint> {
    let is_code = matches!(
        ty,
        FieldType::Choice(_) | FieldType::Custom(CustomType::Choice | CustomType::Choices)
    );
    if is_code {
        return Err(Complaint::with(Code::FormatLacksCode, [number_text(number)?]));
    }
    if matches!(wanted(ty), Wants::Text) {
        notes.warn(Complaint::with(Code::FormatLeavesOpen, [number_text(number)?]));
    }
    Ok(Chosen::One(RawCell::Number(number)))
}

/// The signs with which a share is shown.
const PER_CENT: [char; 2] = ['%', '％'];

/// The share that is shown of a number, with all its digits: the number itself where the sign is a mere
/// text of the format (`0"%"`), a hundredfold where it is more. None where it is neither.
fn share(face: &str, number: f64) -> Result<Option<String>, Complaint> {
    let figure = face.trim_end_matches(PER_CENT).trim_end();
    let hundredfold = (number * 1e10).round() / 1e8;
    let shown = [number, hundredfold].into_iter().find(|value| is_figure_of(figure, *value));
    shown.map(|value| Ok(format!("{}%", number_text(value)?))).transpose()
}

/// Whether what is shown of a number of eleven figures, or of a document, has nothing but its figures,
/// parted or with a zero or a country before them.
fn says_the_same(face: &str, number: f64) -> bool {
    let Ok(stored) = number_text(number) else { return false };
    let figures: String = face.chars().filter(char::is_ascii_digit).collect();
    let parted = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.');
    let mobile = stored.len() == 11 && stored.starts_with('1');
    let bare = face.strip_prefix('+').filter(|_| mobile).unwrap_or(face);
    let rest = figures.strip_suffix(stored.as_str());
    bare.chars().all(parted)
        && rest.is_some_and(|rest| {
            rest.is_empty() || mobile && (rest.bytes().all(|b| b == b'0') || rest == "86")
        })
}

/// What is shown and what is held, as far as the field lets it be said.
fn differs(code: Code, face: &str, held: &str, cx: &Context<'_>) -> Complaint {
    let face = said(face, cx, ("显示的内容", "what is shown"));
    Complaint::with(code, [face, said(held, cx, ("存的内容", "what is stored"))])
}

fn said(text: &str, cx: &Context<'_>, (zh, en): (&str, &str)) -> Arg {
    if cx.personal { both(zh, en) } else { crate::check::mask::shortened(text).into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::read as read_cell;
    use crate::check::types::testing::alone;
    use crate::check::value::Value;
    use crate::kinds::talent::TALENT;
    use crate::spec::IdOf;

    fn field(key: &str) -> FieldType {
        TALENT.field(key).unwrap().ty
    }

    /// What a field takes of a cell, and what is said of it.
    fn taken_of(ty: FieldType, cell: Dressed<'_>, link: bool) -> (String, Vec<Code>) {
        let mut notes = Notes::default();
        let cx = Context { document_type: Some(2), link, ..alone() };
        let value = match read_cell(ty, RawCell::Dressed(cell), &cx, &mut notes) {
            Ok(Some(Value::Text(text))) => text.to_string(),
            Ok(Some(Value::Int(number))) => number.to_string(),
            Ok(Some(Value::List(items))) => items.join("+"),
            Ok(None) => String::new(),
            Err(complaint) => format!("!{}", complaint.code.id()),
        };
        (value, notes.warnings.iter().map(|warning| warning.code).collect())
    }

    #[test]
    fn a_number_is_what_it_shows_wherever_that_decides() {
        let gender = field("basic_info.gender");
        let custom = FieldType::Custom;
        let told = Code::ShownOtherwise;
        for (ty, face, number, value, codes) in [
            (FieldType::DocumentNumber, "E50617283", 50_617_283.0, "E50617283", vec![told]),
            (FieldType::DocumentNumber, "005061728", 5_061_728.0, "005061728", vec![told]),
            (FieldType::DocumentNumber, "5061 7283", 50_617_283.0, "50617283", vec![]),
            (FieldType::Id(IdOf::Employment), "HR-0007", 7.0, "HR-0007", vec![told]),
            (FieldType::Id(IdOf::Employment), "00123", 123.0, "00123", vec![told]),
            (FieldType::Id(IdOf::Employment), "1,234", 1234.0, "1234", vec![]),
            (FieldType::IdList(IdOf::City), "CT_0159", 159.0, "CT_0159", vec![told]),
            (gender, "女", 1.0, "2", vec![told]),
            (gender, "男", 2.0, "1", vec![told]),
            (FieldType::Text, "25岁", 25.0, "25岁", vec![told]),
            (FieldType::Text, "¥12,000", 12_000.0, "12000", vec![]),
            (FieldType::Text, "3.67", 3.666_666, "3.67", vec![told]),
            (FieldType::Text, "3.67", 3.67, "3.67", vec![]),
            (FieldType::Text, "1,234.50", 1234.5, "1234.5", vec![]),
            (FieldType::Text, "36:00", 1.5, "36:00", vec![told]),
            (FieldType::Text, "5 1/2", 5.5, "5 1/2", vec![told]),
            (FieldType::Text, "八", 8.0, "八", vec![told]),
            (FieldType::Text, "####", 75.0, "75", vec![Code::FormatLeavesOpen]),
            (gender, "####", 3.0, "!format-lacks-code", vec![]),
            (FieldType::Mobile, "####", 13_800_138_020.0, "13800138020", vec![]),
            (FieldType::Mobile, "一三八〇〇一三八〇二〇", 13_800_138_020.0, "13800138020", vec![]),
            (FieldType::Id(IdOf::Employment), "八", 8.0, "8", vec![]),
            (custom(CustomType::Number), "####", 3.0, "3", vec![]),
            (custom(CustomType::Number), "0.33", 0.333_333, "0.333333", vec![]),
            (custom(CustomType::Text), "0.33", 0.333_333, "0.33", vec![told]),
            (FieldType::Text, "95%", 0.95, "95%", vec![told]),
            (FieldType::Text, "", 0.0, "", vec![Code::ShownNothing]),
            (FieldType::Text, "", 7.0, "7", vec![Code::ShownNothing]),
            (FieldType::Email, "7@example.com", 7.0, "7@example.com", vec![told]),
            (FieldType::Mobile, "138-0013-8020", 13_800_138_020.0, "13800138020", vec![]),
            (FieldType::Mobile, "013800138147", 13_800_138_147.0, "13800138147", vec![]),
            (FieldType::Mobile, "+86 13800138020", 13_800_138_020.0, "13800138020", vec![]),
            (FieldType::Mobile, "(+86)13800138020", 13_800_138_020.0, "13800138020", vec![told]),
            (FieldType::Percent, "60%", 0.6, "60", vec![]),
            (FieldType::Percent, "100%", 1.0, "100", vec![]),
            (FieldType::Percent, "1%", 0.005, "!percent-not-whole", vec![]),
            (FieldType::Percent, "60", 60.0, "60", vec![]),
            (FieldType::Percent, "1%", 1.0, "1", vec![]),
            (FieldType::Percent, "100%", 100.0, "100", vec![]),
            (FieldType::Percent, "40 ％", 40.0, "40", vec![]),
            (FieldType::Percent, "0%", 0.4, "!percent-not-whole", vec![]),
            (FieldType::Percent, "0%", 0.0, "0", vec![]),
            (FieldType::Percent, "7.00%", 0.07, "7", vec![]),
            (FieldType::Percent, "约40%", 40.0, "!not-a-percent", vec![]),
            (FieldType::Date, "2024年05月", 202_405.0, "2024-05-01", vec![Code::DateWithoutDay]),
            (FieldType::Date, "2018.10", 2018.1, "2018-10-01", vec![Code::DateWithoutDay]),
            (FieldType::Date, "2024-05-01", 20_240_501.0, "2024-05-01", vec![]),
            (custom(CustomType::Number), "5年", 5.0, "5", vec![]),
            (custom(CustomType::Number), "12.3万", 123_456.0, "123456", vec![Code::StoredTaken]),
            (custom(CustomType::Number), "60%", 0.6, "0.6", vec![Code::StoredTaken]),
            (custom(CustomType::Text), "E0007", 7.0, "E0007", vec![told]),
        ] {
            let cell = Dressed { face, held: Held::Number(number) };
            let want = (value.to_owned(), codes);
            assert_eq!(taken_of(ty, cell, false), want, "{face} of {number} in {ty:?}");
        }
    }

    #[test]
    fn what_is_struck_out_is_not_read_and_told() {
        let of = |ty, face, text| taken_of(ty, Dressed { face, held: Held::Struck(text) }, false);
        let part = vec![Code::StruckPart];
        assert_eq!(of(FieldType::Name, "李四", "张三李四"), ("李四".into(), part.clone()));
        let both = "13800138020 13900139000";
        assert_eq!(of(FieldType::Mobile, "13900139000", both), ("13900139000".into(), part));
        assert_eq!(of(FieldType::Text, "北大", "北大"), ("北大".into(), vec![Code::StruckOut]));
    }

    #[test]
    fn of_a_day_a_text_has_what_is_shown_and_a_date_all() {
        let date = jiff::civil::date(2023, 3, 15);
        let held = Held::Moment(crate::sheet::Moment { date, time: jiff::civil::Time::midnight() });
        let of = |ty| taken_of(ty, Dressed { face: "2023年3月", held }, false);
        let told = vec![Code::ShownOtherwise];
        assert_eq!(of(FieldType::Text), ("2023年3月".into(), told.clone()));
        assert_eq!(of(FieldType::Custom(CustomType::Text)), ("2023年3月".into(), told));
        assert_eq!(of(FieldType::Date), ("2023-03-15".into(), vec![]));
        assert_eq!(of(FieldType::DocumentNumber).0, "!date-in-code");
        assert_eq!(of(field("basic_info.gender")).0, "!date-in-code");
    }

    #[test]
    fn a_text_is_what_it_shows() {
        let told = vec![Code::ShownOtherwise];
        let of = |ty, face, text| taken_of(ty, Dressed { face, held: Held::Text(text) }, false);
        assert_eq!(of(FieldType::Text, "复旦大学", "复旦"), ("复旦大学".into(), told.clone()));
        assert_eq!(of(FieldType::Email, "a@b.cn", "a"), ("a@b.cn".into(), told.clone()));
        assert_eq!(of(field("basic_info.gender"), "女性", "女"), ("2".into(), told));
        assert_eq!(
            of(FieldType::Date, "2024-05-01入职", "2024-05-01"),
            ("2024-05-01".into(), vec![])
        );
        assert_eq!(of(FieldType::Percent, "1%", "1"), ("1".into(), vec![]));
        assert_eq!(of(FieldType::Percent, "0.4%", "0.4").0, "!percent-not-whole");
        assert_eq!(of(FieldType::Text, "", "密"), ("密".into(), vec![Code::ShownNothing]));
    }

    #[test]
    fn a_link_gives_its_address_where_one_is_wanted_and_its_text_elsewhere() {
        let of = |ty, face, to, link| taken_of(ty, Dressed { face, held: Held::Link(to) }, link);
        let (text, page) = (FieldType::Text, "https://a.example/1");
        assert_eq!(of(text, "点此", page, true), (page.into(), vec![Code::LinkTaken]));
        assert_eq!(of(text, "点此", page, false), ("点此".into(), vec![]));
        for cut in ["https://a.example/…", "https://a.example/***", "a.example/..."] {
            assert_eq!(of(text, cut, page, true), (page.into(), vec![Code::LinkTaken]), "{cut}");
        }
        for other in ["https://b.example", "b.example/x"] {
            let told = (other.into(), vec![Code::LinkDiffers]);
            assert_eq!(of(text, other, page, true), told);
            assert_eq!(of(text, other, "", true), (other.into(), vec![]));
        }
        for to in ["", "file:///C:/a.pdf", "作品/a.pdf", "mailto:a@b.cn"] {
            assert_eq!(of(text, "点此", to, true), ("点此".into(), vec![Code::LinkUnread]), "{to}");
        }
        assert_eq!(of(FieldType::Name, "张三", page, false), ("张三".into(), vec![]));
        let tel = |face, to| of(FieldType::Mobile, face, to, false);
        let number = "13800138020";
        let call = "TEL:+86-138-0013-8020;ext=1";
        assert_eq!(tel("拨打", call), (number.into(), vec![Code::LinkTaken]));
        for same in [number, "138 0013 8020", "+86 13800138020"] {
            assert_eq!(tel(same, call), (number.into(), vec![]), "{same}");
        }
        assert_eq!(tel("13800138021", call).1, [Code::LinkDiffers]);
        assert_eq!(tel(number, page), (number.into(), vec![]));
        let (alone, left) = (vec![Code::LinkAlone], vec![Code::LinkLeft]);
        assert_eq!(of(text, "", page, true), (page.into(), alone.clone()));
        assert_eq!(of(text, "", page, false), (String::new(), left.clone()));
        assert_eq!(of(text, "", "file:///C:/a.pdf", true), (String::new(), left.clone()));
        assert_eq!(
            of(FieldType::Email, "", "mailto:a@b.cn", false),
            ("a@b.cn".into(), alone.clone())
        );
        assert_eq!(of(FieldType::Email, "", page, false), (String::new(), left.clone()));
        assert_eq!(tel("", "tel:13800138020"), (number.into(), alone));
        assert_eq!(of(FieldType::Date, "", page, false), (String::new(), left));
        let mail = |face, to| of(FieldType::Email, face, to, false);
        assert_eq!(
            mail("写信", "MAILTO:a@b.cn?subject=x"),
            ("a@b.cn".into(), vec![Code::LinkTaken])
        );
        let both = vec![Code::LinkTaken, Code::RepairedMailto];
        assert_eq!(mail("写信", "mailto:a%40b.cn"), ("a@b.cn".into(), both));
        assert_eq!(mail("c@b.cn", "mailto:a@b.cn"), ("c@b.cn".into(), vec![Code::LinkDiffers]));
        assert_eq!(mail("c@b.cn", page), ("c@b.cn".into(), vec![]));
    }

    #[test]
    fn a_link_that_calls_a_number_gives_it_where_no_number_is_shown() {
        let of =
            |face, to| taken_of(FieldType::Mobile, Dressed { face, held: Held::Link(to) }, false);
        let number = "13800138000";
        for (face, to, told) in [
            ("电话", "tel:13800138000", vec![Code::LinkTaken]),
            ("拨打", "TEL:+86-138-0013-8000", vec![Code::LinkTaken]),
            (number, "tel:+8613800138000", vec![]),
            ("138 0013 8000", "tel:13800138000", vec![]),
            (number, "tel:13900139000", vec![Code::LinkDiffers]),
            (number, "https://a.example/1", vec![]),
        ] {
            assert_eq!(of(face, to), (number.into(), told), "{face} {to}");
        }
        assert_eq!(of("电话", "https://a.example/13800138000").0, "!not-a-mobile");
    }

    #[test]
    fn what_is_shown_of_a_person_is_not_said() {
        let cx = Context { personal: true, ..alone() };
        let said = differs(Code::ShownOtherwise, "E50617283", "50617283", &cx);
        assert_eq!(said.values(), ["what is shown", "what is stored"]);
    }

    proptest::proptest! {
        /// Whatever shows no more than its number gives what the number gives.
        #[test]
        fn a_figure_is_read_as_its_number(number in 0u32..2_000_000_000, ty in 0usize..8) {
            let all = [
                FieldType::Text, FieldType::Mobile, FieldType::Date, FieldType::Percent,
                FieldType::Id(IdOf::City), FieldType::DocumentNumber,
                FieldType::Custom(CustomType::Number), FieldType::Custom(CustomType::Text),
            ];
            let number = f64::from(number);
            let face = format!("¥{number:.1}");
            let cx = Context { document_type: Some(2), ..alone() };
            let read = |cell| {
                let mut notes = Notes::default();
                let read = read_cell(all[ty], cell, &cx, &mut notes);
                (read.map(|value| value.map(Value::into_owned)), notes.warnings)
            };
            let dressed = RawCell::Dressed(Dressed { face: &face, held: Held::Number(number) });
            proptest::prop_assert_eq!(read(dressed), read(RawCell::Number(number)));
        }
    }
}
