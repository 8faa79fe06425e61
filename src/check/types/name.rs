//! A person's name: trimmed, invisible characters gone, the blanks gone with which two ideographs were
//! padded, letters of full width made half-width, else untouched. No normalising: rare characters (Ext B,
//! compatibility ideographs, variation selectors, `·` variants) must survive.
//!
//! Must not know: which name of which record.

use std::borrow::Cow;

use super::clean::{Plain, code_point, plain, without_invisible};
use super::damage::is_made_a_date;
use super::han::is_han;
use super::lost::{ends_open, lost_to_question_marks};
use super::{Context, Notes, Parsed, absent, alike, surplus};
use crate::check::value::Value;
use crate::lexicon::nothing::{is_filler, nothing};
use crate::lexicon::{surnames, withheld};
use crate::problem::{Code, Complaint, Severity};
use crate::sheet::RawCell;

pub(super) fn read<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let text = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Text(text) => without_invisible(text),
        Plain::Number(_) | Plain::Bool(_) => return Err(Complaint::new(Code::NotAName)),
        Plain::Moment(_) => return Err(Complaint::new(Code::DateHere)),
    };
    if is_usual(&text) {
        return Ok(Some(Value::Text(text.into())));
    }
    closely(text, notes)
}

/// Nothing but ideographs as nearly every name is written, in which there is nothing to be found.
pub(super) fn is_usual(text: &str) -> bool {
    let is_ideograph = |c| matches!(c, '\u{4E00}'..='\u{9FFF}');
    !text.is_empty()
        && text.len() < SEVERAL
        && text.chars().all(is_ideograph)
        && !is_placeholder(text)
        && !is_column(text)
        && !is_tried_out(text)
        && !withheld::is_nobody(text)
        && !surplus::may_be_addressed(text)
}

fn closely<'c>(text: Cow<'c, str>, notes: &mut Notes) -> Parsed<'c> {
    if text.contains(['\n', '\r', '\t']) {
        return Err(Complaint::new(Code::LineBreak));
    }
    // 张三.0 was a number for some program.
    if !text.chars().any(is_letter)
        || is_placeholder(&text)
        || is_no_person(&text)
        || withheld::is_nobody(&text)
        || text.ends_with(".0")
    {
        return Err(Complaint::new(Code::NotAName));
    }
    if ends_open(&text) {
        return Err(Complaint::new(Code::PartHidden));
    }
    if are_several(&text) {
        return Err(Complaint::new(Code::NameSeveral));
    }
    if is_made_a_date(&text) {
        return Err(Complaint::new(Code::DateHere));
    }
    // No name has one: 王? was 王 with a character that the file's encoding lacks.
    if text.contains('?') {
        return Err(Complaint::with(Code::Mojibake, [lost_to_question_marks()]));
    }
    if let Some(warning) = alike::in_name(&text) {
        notes.warn(warning);
    }
    let text = in_half_width(text, notes);
    if let Some(found) = surplus::beside_name(&text).filter(|found| !is_numbered_try(&text, found))
    {
        if found.code.severity() == Severity::Error {
            return Err(found);
        }
        notes.warn(found);
    }
    if is_tried_out(&text) {
        notes.warn(Complaint::new(Code::NameTriedOut));
    }
    private_characters(&text, notes);
    Ok(Some(Value::Text(match surplus::unpadded(&text, notes) {
        Some(closed) => closed.into(),
        None => text.into(),
    })))
}

/// Bytes of the shortest names with a word between them: 张三与李四.
const SEVERAL: usize = "张三与李四".len();

/// Several Chinese names of two to four characters each: 张三、李四. What may stand in one name, too
/// (`司马,相如`), counts where a surname begins each: 张三与李四.
fn are_several(text: &str) -> bool {
    let are = |between: &[char], is_name: fn(&str) -> bool| {
        let is_short =
            |name: &str| (2..=4).contains(&name.chars().count()) && name.chars().all(is_han);
        let mut names = text.split(between).map(str::trim);
        names.clone().nth(1).is_some() && names.all(|name| is_short(name) && is_name(name))
    };
    // Lawrence & Patty Smith: no name has either.
    let is_joined = [" & ", " ＆ ", " and ", "＆"].iter().any(|word| text.contains(word));
    is_joined
        || are(&['、', '，', '；', ';', '/', '|'], |_| true)
        || are(&['、', ',', '，', '&', '＆', '+', '与', '與', '和', '及'], surnames::begin)
}

/// The last row's 合计, and what says that there is nothing. NA, Nan and Nil are somebody's name.
fn is_placeholder(text: &str) -> bool {
    const TOTALS: &[&str] = &["合计", "总计", "小计", "总数", "平均", "total"];
    const NAMES: &[&str] = &["Na", "NA", "Nan", "NAN", "Nat", "Nil", "Tba", "Ditto"];
    let word = text.trim_end_matches([':', '：']);
    TOTALS.iter().any(|other| other.eq_ignore_ascii_case(word))
        || (nothing(word).is_some() || absent::instead(word).is_some()) && !NAMES.contains(&word)
}

/// What a column is called, of names or of what stands beside them, as in a form whose labels run down a
/// column; and what stands in a cell that asks whether: 姓名, 手机, TRUE; with or without brackets.
fn is_no_person(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "name",
        "full name",
        "first name",
        "last name",
        "employee name",
        "candidate name",
        "string",
        "sample",
        "true",
        "false",
    ];
    let word = text.trim_matches(|c| "()（）[]【】<>".contains(c));
    let is = |other: &&str| other.eq_ignore_ascii_case(word);
    is_column(word) || word.is_ascii() && WORDS.iter().any(is)
}

/// The same in ideographs.
fn is_column(word: &str) -> bool {
    matches!(
        word,
        "姓名"
            | "名字"
            | "员工姓名"
            | "姓名全称"
            | "中文名"
            | "英文名"
            | "候选人"
            | "候选人姓名"
            | "手机"
            | "手机号"
            | "手机号码"
            | "电话"
            | "联系电话"
            | "邮箱"
            | "性别"
            | "出生日期"
            | "身份证号"
            | "证件号码"
            | "学历"
            | "工号"
            | "示例"
            | "样例"
            | "范例"
            | "样本"
            | "是"
            | "否"
    )
}

/// What stands in the place of a person where something is tried out: 测试, `test`. With a number behind it,
/// it may be that of one who tries an import out with rows made up.
fn is_tried_out(text: &str) -> bool {
    const WORDS: [&str; 5] = ["test", "tester", "testing", "test user", "test name"];
    match text {
        "测试" | "测试员" | "测试员工" | "测试人员" | "测试用户" | "测试账号" | "测试数据"
        | "测试姓名" => true,
        word => word.is_ascii() && WORDS.iter().any(|other| other.eq_ignore_ascii_case(word)),
    }
}

/// 测试1: the first of several who are tried out.
fn is_numbered_try(text: &str, found: &Complaint) -> bool {
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
    found.code == Code::NameWithMoreDoubtful && word.len() < text.len() && is_tried_out(word)
}

/// A name whose letters a Japanese or Chinese keyboard has made as wide as ideographs, in half-width, which is
/// told: Ｚｈａｎｇ　Ｓａｎ. A figure stays.
fn in_half_width<'t>(text: Cow<'t, str>, notes: &mut Notes) -> Cow<'t, str> {
    let is_wide = |c: char| matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let Some(first) = text.chars().find(|c| is_wide(*c)) else { return text };
    notes.warn(Complaint::with(Code::RepairedFullWidth, [first.to_string()]));
    let narrow = |c: char| match c {
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '－' | '．' | '＇' => {
            u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c)
        }
        '\u{3000}' => ' ',
        c => c,
    };
    text.chars().map(narrow).collect::<String>().into()
}

/// Letters of any script; private-use characters stand for rare ideographs in old systems.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_filler(c) || is_private(c)
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

/// Warn of characters that only some fonts show.
pub(super) fn private_characters(text: &str, notes: &mut Notes) {
    if let Some(c) = text.chars().find(|c| is_private(*c)) {
        notes.warn(Complaint::with(Code::PrivateCharacter, [code_point(c)]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::testing::alone;

    fn read_text(text: &str) -> (Parsed<'_>, Vec<Code>) {
        let mut notes = Notes::default();
        let parsed = read(RawCell::Text(text), &alone(), &mut notes);
        (parsed, notes.warnings.iter().map(|w| w.code).collect())
    }

    #[test]
    fn rare_characters_survive_and_the_invisible_is_told() {
        for name in ["张三", "𠮷田", "买买提·艾力", "O’Brien-Smith Jr.", "\u{FA11}", "李１"]
        {
            let text = format!(" \u{3000}{name}\n");
            assert_eq!(read_text(&text), (Ok(Some(Value::Text(name.into()))), vec![]), "{name}");
        }
        let (name, warnings) = read_text("张\u{200B}三\u{A0}");
        assert_eq!(name, Ok(Some(Value::Text("张三".into()))));
        assert_eq!(warnings, [Code::InvisibleCharacter]);
        let variant = "葛\u{E0100}城";
        assert_eq!(read_text(variant), (Ok(Some(Value::Text(variant.into()))), vec![]));
        assert_eq!(read_text("Аlice").1, [Code::LookAlikeDoubtful]);
        // It may be the registered character: kept, and told.
        for name in ["\u{F9B4}", "\u{2FBC}明", "⻓海"] {
            let kept = Ok(Some(Value::Text(name.into())));
            assert_eq!(read_text(name), (kept, vec![Code::LookAlikeDoubtful]), "{name}");
        }
        assert_eq!(read_text("张\u{E863}").1, [Code::PrivateCharacter]);
    }

    proptest::proptest! {
        #[test]
        fn a_closer_look_at_a_usual_name_finds_nothing(
            text in "[\u{4E00}-\u{9FFF}]{1,5}|合计|无|[甲丁一三月日年、，；\u{3400}-\u{4DBF}○〇-]{1,5}",
        ) {
            let mut notes = Notes::default();
            let read = closely(text.as_str().into(), &mut notes);
            if is_usual(&text) {
                proptest::prop_assert_eq!(read, Ok(Some(Value::Text(text.as_str().into()))));
                proptest::prop_assert!(notes.warnings.is_empty());
            }
        }
    }

    #[test]
    fn whoever_is_tried_out_is_told() {
        for text in ["测试", "测试员工", "test", "Test User", "TEST"] {
            assert_eq!(read_text(text).1, [Code::NameTriedOut], "{text}");
        }
        for text in ["测试甲", "测试1", "Testa", "张测试", "Tester Smith"] {
            assert!(read_text(text).1.is_empty(), "{text}");
        }
    }

    #[test]
    fn whoever_is_not_to_be_known_has_no_name_here() {
        for text in ["保密", "佚名", "匿名", "（匿名）", "Anonymous"] {
            assert_eq!(read_text(text).0.unwrap_err().code, Code::NotAName, "{text}");
        }
    }

    #[test]
    fn letters_as_wide_as_ideographs_are_made_narrow() {
        for (text, name) in [
            ("Ｚｈａｎｇ　Ｓａｎ", "Zhang San"),
            ("Ｏ＇Ｂｒｉｅｎ", "O'Brien"),
            ("Ｊｅａｎ－Ｌｕｃ", "Jean-Luc"),
            ("张三(Ｓａｍ)", "张三(Sam)"),
        ] {
            let read = Ok(Some(Value::Text(name.into())));
            assert_eq!(read_text(text), (read, vec![Code::RepairedFullWidth]), "{text}");
        }
        assert_eq!(read_text("李１").1, []);
    }

    #[test]
    fn a_name_that_was_cut_is_refused() {
        for text in ["张…", "张三...", "Wang Xiao..."] {
            assert_eq!(read_text(text).0.unwrap_err().code, Code::PartHidden, "{text}");
        }
    }

    #[test]
    fn what_is_no_name() {
        for text in [
            "张三、李四",
            "王五，赵六；欧阳小明",
            "张三,李四",
            "张三&李四",
            "张三与李四",
            "张三 和 李小四",
            "张三,李四和欧阳小明",
            "Lawrence & Patty Smith",
            "John and Jane Doe",
            "张三 & Mary",
        ] {
            assert_eq!(read_text(text).0.unwrap_err().code, Code::NameSeveral, "{text}");
        }
        for text in [
            "买买提、",
            "王、五",
            "Smith，John",
            "李和平",
            "欧阳与和",
            "张,三丰",
            "司马,相如",
            "买买提和加",
        ] {
            assert!(read_text(text).0.is_ok(), "{text}");
        }
        for text in [
            "-",
            "/",
            "12345",
            "？？",
            "合计",
            "总计：",
            "NULL",
            "同上",
            "[图片]",
            "无",
            "N/A",
            "张三.0",
            "姓名",
            "手机",
            "(姓名)",
            "示例",
            "样例",
            "TRUE",
            "full name",
        ] {
            assert_eq!(read_text(text).0.unwrap_err().code, Code::NotAName, "{text}");
        }
        for text in ["王?", "寮犱笁", "å¼ ä¸‰", "烫烫烫", "????"] {
            assert_eq!(read_text(text).0.unwrap_err().code, Code::Mojibake, "{text}");
        }
        assert_eq!(read_text("3月4日").0.unwrap_err().code, Code::DateHere);
        assert_eq!(read_text("张三\n李四").0.unwrap_err().code, Code::LineBreak);
        let mut notes = Notes::default();
        for cell in [RawCell::Number(3.0), RawCell::Bool(true)] {
            assert_eq!(read(cell, &alone(), &mut notes).unwrap_err().code, Code::NotAName);
        }
        assert_eq!(read(RawCell::Text(" \u{200B}"), &alone(), &mut notes), Ok(None));
    }
}
