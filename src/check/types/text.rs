//! Free text, possibly of several lines: trimmed, invisible characters gone, line ends made `\n`, else
//! untouched.
//!
//! Must not know: which field.

use std::borrow::Cow;

use super::absent::{self, has_place, is_json, is_truth};
use super::clean::{
    Plain, moment_text, number_text, plain_text, pointless, trimmed, without_invisible,
    without_point,
};
use super::han::is_han;
use super::id::is_rounded;
use super::lost::{ends_open, is_crossed_within};
use super::name::private_characters;
use super::{Context, Notes, Parsed, neighbour, says_nothing, surplus};
use crate::check::value::Value;
use crate::lexicon::withheld;
use crate::problem::{Arg, Code, Complaint};
use crate::sheet::{Glance, RawCell};
use crate::spec::FieldType;

/// One of Feishu's own, in which TRUE and 是 say nothing: a question is none of what they ask for.
pub(super) fn of_field<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let truth = match cell {
        RawCell::Bool(_) => true,
        RawCell::Text(text) => is_truth(trimmed(text)),
        RawCell::Empty
        | RawCell::Number(_)
        | RawCell::Moment(_)
        | RawCell::Dressed(_)
        | RawCell::Fault(_) => false,
    };
    if truth {
        notes.warn(Complaint::new(Code::BoolInText));
    }
    if !cx.prose {
        beside_thing(cell, cx, notes);
    }
    if let RawCell::Text(text) = cell
        && !cx.prose
        && let Some((mut bare, sign)) = surplus::bare_name(trimmed(text))
    {
        // "清华大学"; has two signs too many.
        while let Some((inner, _)) = surplus::bare_name(trimmed(bare)) {
            bare = inner;
        }
        if let Some(word) = says_nothing(FieldType::Text, RawCell::Text(bare), cx.end) {
            notes.nothing = true;
            notes.warn(Complaint::with(Code::RepairedNothing, [word]));
            return Ok(None);
        }
        notes.warn(Complaint::with(Code::RepairedEnds, [sign.to_string()]));
        return read(RawCell::Text(bare), cx, notes);
    }
    read(cell, cx, notes)
}

/// Tell what stands in a cell beside a name of a thing, or in its place.
fn beside_thing(cell: RawCell<'_>, cx: &Context<'_>, notes: &mut Notes) {
    let RawCell::Text(text) = cell else {
        if cx.worded && matches!(cell, RawCell::Number(number) if is_year(number)) {
            notes.warn(Complaint::with(Code::TextOfOther, [neighbour::a_time()]));
        }
        return;
    };
    let text = trimmed(text);
    let time = || (cx.worded && neighbour::is_time(text)).then(neighbour::a_time);
    if let Some(what) = neighbour::of_other(text).or_else(time) {
        notes.warn(Complaint::with(Code::TextOfOther, [what]));
    }
    let remark = neighbour::remark(text).map(Arg::from);
    if let Some(remark) = remark.or_else(|| neighbour::among(text).filter(|_| cx.worded)) {
        notes.warn(Complaint::with(Code::TextWithMore, [remark]));
    }
    if absent::is_sum(text) {
        notes.warn(Complaint::new(Code::TextFormula));
    }
}

/// A year that is a number.
fn is_year(number: f64) -> bool {
    (1900.0..2100.0).contains(&number) && number.fract() == 0.0
}

/// One that the tenant has added, of which nobody knows whether it holds sentences: what has their signs is
/// one.
pub(super) fn of_custom<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let prose = matches!(cell, RawCell::Text(text) if is_prose(text));
    read(cell, &Context { prose, ..*cx }, notes)
}

/// It has the signs of a sentence, which may end so.
fn is_prose(text: &str) -> bool {
    let signs = ['，', '。', '；', '！', '？', '、', '：', '\n', '—', '“'];
    text.contains(signs) || text.contains(", ") || text.chars().count() > LONGEST
}

pub(super) fn read<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let text = match plain_text(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Text(text) => {
            if cx.link && !may_be_address(text) {
                no_address(notes);
            }
            if !cx.prose && ends_open(text) {
                notes.warn(Complaint::new(Code::TextEndsOpen));
            }
            let may_have_place = !cx.prose && cx.row.within(text).is_suspect();
            if may_have_place && has_place(text) && text.chars().count() <= LONGEST {
                notes.warn(Complaint::new(Code::TextPlace));
            }
            return Ok(Some(read_text(cx.row.within(text), text, notes)));
        }
        Plain::Number(number) => number_text(number)?,
        Plain::Bool(truth) => if truth { "TRUE" } else { "FALSE" }.to_owned(),
        Plain::Moment(moment) => {
            notes.warn(Complaint::new(Code::DateInText));
            moment_text(moment)
        }
    };
    Ok(Some(Value::Text(text.into())))
}

/// Whether a text has what every address of a page has.
fn may_be_address(text: &str) -> bool {
    let scheme = text
        .strip_prefix("http")
        .is_none_or(|rest| rest.starts_with("://") || rest.starts_with("s://"));
    let once = text.matches("://").nth(1).is_none_or(|_| text.contains(char::is_whitespace));
    scheme && once && (text.contains('.') || text.contains("://"))
}

/// Say so, unless it was said of a link whose address could not be read.
fn no_address(notes: &mut Notes) {
    if !notes.warnings.iter().any(|warning| warning.code == Code::LinkUnread) {
        notes.warn(Complaint::new(Code::LinkNone));
    }
}

/// A text that is not empty. Closer looks are taken where a glance gives cause.
fn read_text<'c>(glance: Glance, text: &'c str, notes: &mut Notes) -> Value<'c> {
    let text = if text.len() >= LEAST_COUNTED && !text.ends_with(".00") {
        without_point(text, notes)
    } else {
        doubtful_point(text, notes);
        text
    };
    if is_rounded(text) {
        notes.warn(Complaint::new(Code::DigitsDoubtfulText));
    }
    let is_crossed = text.starts_with(['x', 'X', '_']) && is_crossed_out(text);
    if is_crossed || is_crossed_within(text) || withheld::is_said(text) {
        notes.warn(Complaint::new(Code::PartHiddenDoubtful));
    }
    if glance.is_odd() {
        private_characters(text, notes);
    }
    if is_json(text) {
        notes.warn(Complaint::new(Code::TextJson));
    } else if has_escapes(text) {
        notes.warn(Complaint::new(Code::TextEscapes));
    }
    if let Some(several) = several(text) {
        notes.warn(Complaint::with(Code::TextSeveral, [several]));
    }
    let text = if glance.is_odd() { without_invisible(text) } else { Cow::Borrowed(text) };
    let text = if glance.has_return() && text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    };
    Value::Text(text)
}

/// `2012.0` is a number that a script wrote; 2.0 may be a version, 4.0 a mark.
const LEAST_COUNTED: usize = "1000.0".len();

/// `101.0` may be a number that a script wrote, or a mark of so many points, `8000.00` an amount of money: it stays, and is told.
fn doubtful_point(text: &str, notes: &mut Notes) {
    if let Some(whole) = pointless(text).filter(|whole| whole.len() > 1) {
        notes.warn(Complaint::with(Code::PointDoubtful, [whole]));
    }
}

/// A line end or a tab as two characters, `\n` and `\t`, as programs write them; not in a path.
pub(super) fn has_escapes(text: &str) -> bool {
    text.contains('\\')
        && ["\\n", "\\r", "\\t"].iter().any(|escape| text.contains(escape))
        && !text.contains(":\\")
        && !text.starts_with("\\\\")
}

/// `xxx`, `XXX`, `___`: three or more of one sign, and nothing else.
fn is_crossed_out(text: &str) -> bool {
    text.len() > 2 && text.bytes().all(|byte| text.as_bytes().first() == Some(&byte))
}

/// What stands between two names.
const BETWEEN: [char; 8] = ['、', '；', ';', '，', ',', '/', '|', '\n'];
/// Which bytes what may stand between two names begins with.
const STANDS: [bool; 256] = {
    let mut stands = [false; 256];
    let (firsts, mut at) = ([b' ', b';', b',', b'/', b'|', b'\n', 0xE3, 0xEF], 0);
    while at < firsts.len() {
        stands[firsts[at] as usize] = true;
        at += 1;
    }
    stands
};
/// How a name of a school or a company ends.
const ENDS: &[&str] = &["大学", "学院", "学校", "中学", "公司", "集团", "University", "College"];
/// No name is longer, in characters.
const LONGEST: usize = 40;

/// How many, if the whole text is nothing but several names of schools or companies.
pub(super) fn several(text: &str) -> Option<String> {
    // Nearly every text of several lines or sentences ends otherwise.
    let may_end = match text.as_bytes() {
        // 学, 院, 校, 司, 团
        [.., one @ 0xE5..=0xE9, two, three] => matches!(
            [*one, *two, *three],
            [0xE5, 0xAD, 0xA6]
                | [0xE9, 0x99, 0xA2]
                | [0xE6, 0xA0, 0xA1]
                | [0xE5, 0x8F, 0xB8]
                | [0xE5, 0x9B, 0xA2]
        ),
        [.., last] => matches!(last, b'y' | b'e'),
        [] => false,
    };
    if !may_end || !text.bytes().any(|byte| STANDS[usize::from(byte)]) {
        return None;
    }
    if !text.contains(BETWEEN) {
        return universities(text);
    }
    let names: Vec<&str> = text.split(BETWEEN).map(str::trim).collect();
    let is_name = |name: &&str| {
        ENDS.iter().any(|end| name.ends_with(end) && name.len() > end.len())
            && name.chars().count() <= LONGEST
    };
    (names.len() > 1 && names.iter().all(is_name)).then(|| names.len().to_string())
}

/// How many, if the whole text is nothing but universities or companies with blanks between them. Behind a
/// university a school of its own may stand (清华大学 经管学院), and behind a group a company of its own.
fn universities(text: &str) -> Option<String> {
    let is_one = |end: &str| {
        let mut names = text.split_whitespace();
        let are = names
            .all(|name| name.ends_with(end) && name.len() > end.len() && name.chars().all(is_han));
        are && text.split_whitespace().nth(1).is_some()
    };
    (is_one("大学") || is_one("有限公司")).then(|| text.split_whitespace().count().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::testing::alone;

    #[test]
    fn what_a_program_has_written_is_told() {
        let told = |text: &str| {
            let mut notes = Notes::default();
            let read = read(RawCell::Text(text), &alone(), &mut notes);
            assert_eq!(read, Ok(Some(Value::Text(text.into()))));
            notes.warnings.first().map(|warning| warning.code)
        };
        for text in
            [r#"["清华大学","北大"]"#, r#"{"zh_cn":"张三"}"#, r#"[{"a": "b"}]"#, r#"[ "a" ]"#]
        {
            assert_eq!(told(text), Some(Code::TextJson), "{text}");
        }
        for text in [r"负责招聘\n负责培训", r"招聘\r\n培训", r"a\tb", r"one line\nanother"]
        {
            assert_eq!(told(text), Some(Code::TextEscapes), "{text}");
        }
        let sound = [
            r"D:\new\test",
            r"\\server\new",
            "[1]",
            "[重要]",
            "{a}",
            r#"["a",]"#,
            "\"引\"",
            r"研发\前端",
        ];
        for text in sound {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn what_can_be_no_address_is_told_where_one_is_wanted() {
        let said = |text, link| {
            let mut notes = Notes::default();
            read(RawCell::Text(text), &Context { link, ..alone() }, &mut notes).unwrap();
            notes.warnings.iter().any(|warning| warning.code == Code::LinkNone)
        };
        for text in ["点击查看", "查看", "点此", "link", "click here"] {
            assert!(said(text, true) && !said(text, false), "{text}");
        }
        for text in
            ["https://a.example/p", "a.example", "作品：www.a.example", "http://localhost/1"]
        {
            assert!(!said(text, true), "{text}");
        }
    }

    #[test]
    fn a_number_is_told_where_a_year_slipped_in_or_a_program_got_an_error() {
        let of = |number, worded| {
            let mut notes = Notes::default();
            let read =
                of_field(RawCell::Number(number), &Context { worded, ..alone() }, &mut notes);
            let error = read.err().map(|why| why.code);
            error.into_iter().chain(notes.warnings.iter().map(|w| w.code)).collect::<Vec<_>>()
        };
        assert_eq!(of(-2_146_826_246.0, false), [Code::CellError]);
        assert_eq!(of(-2_146_826_281.0, true), [Code::CellError]);
        assert_eq!(of(2012.0, true), [Code::TextOfOther]);
        for (number, worded) in [(2012.0, false), (101.0, true), (-2_146_826_200.0, false)] {
            assert_eq!(of(number, worded), [], "{number}");
        }
    }

    #[test]
    fn text_keeps_its_lines_and_numbers_become_text() {
        let mut notes = Notes::default();
        let mut text = |cell| match read(cell, &alone(), &mut notes) {
            Ok(Some(Value::Text(text))) => text.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(text(RawCell::Text(" a\r\nb １\t")), "a\nb １");
        assert_eq!(text(RawCell::Number(2024.0)), "2024");
        assert_eq!(text(RawCell::Bool(true)), "TRUE");
        assert_eq!(text(RawCell::Text("a\u{A0}b\u{200B}c\r\nd")), "a bc\nd");
        assert!(notes.warnings.iter().all(|w| w.code == Code::InvisibleCharacter));
    }

    proptest::proptest! {
        /// What a glance passes over, a closer look finds nothing in.
        #[test]
        fn a_glance_saves_closer_looks_and_changes_nothing(
            text in "([ -~]|[\u{3000}-\u{9FFF}]|[\t\n\r&+?]|[\u{80}-\u{2FFF}]|[\u{E000}-\u{FFFD}]|锟斤拷|烫|屯|&amp;|1E\\+5){0,12}",
        ) {
            let (mut glanced, mut looked) = (Notes::default(), Notes::default());
            let fast = read_text(Glance::of(&text), &text, &mut glanced);
            let plain = read_text(Glance::ALL, &text, &mut looked);
            proptest::prop_assert_eq!(fast, plain);
            proptest::prop_assert_eq!(glanced.warnings, looked.warnings);
        }
    }

    #[test]
    fn what_html_wrote_is_undone_and_checked_once_more() {
        let mut notes = Notes::default();
        let ty = crate::spec::FieldType::Text;
        let mut text =
            |text| crate::check::types::read(ty, RawCell::Text(text), &alone(), &mut notes);
        let is = |text: &'static str| Ok(Some(Value::Text(text.into())));
        assert_eq!(text("研发&amp;测试&nbsp;"), is("研发&测试"));
        assert_eq!(text("a&#8203;b"), is("ab"));
        assert_eq!(text("&nbsp;"), Ok(None));
        assert_eq!(text("&#65533;").unwrap_err().code, Code::BrokenText);
    }

    #[test]
    fn what_may_be_damaged_passes_with_a_warning() {
        let warned = |cell| {
            let mut notes = Notes::default();
            assert!(read(cell, &alone(), &mut notes).is_ok());
            notes.warnings.iter().map(|w| w.code).collect::<Vec<_>>()
        };
        let moment = crate::sheet::Moment {
            date: jiff::civil::date(2026, 3, 4),
            time: jiff::civil::Time::midnight(),
        };
        assert_eq!(warned(RawCell::Moment(moment)), [Code::DateInText]);
        assert_eq!(warned(RawCell::Text("JosÃ©")), [Code::MojibakeDoubtful]);
        let cut = "a".repeat(255);
        assert_eq!(warned(RawCell::Text(&cut)), [Code::TextCut]);
        assert_eq!(warned(RawCell::Text("3月4日")), []);
        assert_eq!(warned(RawCell::Text("101.0")), [Code::PointDoubtful]);
        assert_eq!(warned(RawCell::Text("2012.0")), [Code::RepairedPoint]);
        assert_eq!(warned(RawCell::Text("xxx")), [Code::PartHiddenDoubtful]);
        for text in ["XX公司", "厦门XX大学", "上海××公司", "xx系统", "○○株式会社", "XXX科技"]
        {
            assert_eq!(warned(RawCell::Text(text)), [Code::PartHiddenDoubtful], "{text}");
        }
        for text in ["4.0", "Xxx", "XXL", "xx", "v2.0", "1.2.0", ".0", "101.5", "X光科", "第XX届"]
        {
            assert_eq!(warned(RawCell::Text(text)), [], "{text}");
        }
        assert_eq!(warned(RawCell::Text("6222020200112230000")), [Code::DigitsDoubtfulText]);
        let lost = read(RawCell::Text("6.22202E+18"), &alone(), &mut Notes::default());
        assert_eq!(lost.unwrap_err().code, Code::DigitsLost);
    }

    #[test]
    fn several_names_in_one_cell_pass_with_a_warning_and_one_name_without() {
        let warned = |text: &str| {
            let mut notes = Notes::default();
            let read = read(RawCell::Text(text), &alone(), &mut notes);
            assert_eq!(read, Ok(Some(Value::Text(text.into()))));
            notes.warnings.iter().any(|w| w.code == Code::TextSeveral)
        };
        for end in ENDS {
            assert!(warned(&format!("甲{end}、乙{end}")), "{end}");
        }
        for several in [
            "北京大学、清华大学",
            "北京大学/清华大学",
            "甲公司；乙公司",
            "Boston University, Boston College",
            "北京大学 清华大学",
            "北京大学　清华大学 复旦大学",
            "甲有限公司 乙有限公司",
        ] {
            assert!(warned(several), "{several}");
        }
        for one in [
            "北京大学 光华管理学院",
            "北京 大学",
            "Boston 大学",
            "甲集团 乙公司",
            "北京大学",
            "大学、学院",
            "北京大学、法学",
            "毕业于北京大学、清华",
            "甲公司，任总监",
        ] {
            assert!(!warned(one), "{one}");
        }
    }
}
