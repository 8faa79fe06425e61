//! What stands in a cell where its value should be: a mark for what another cell holds (同上), or what stands
//! elsewhere (见简历), a formula that
//! nobody computed, a picture, what a script wrote of a thing that it could not write, the place of a
//! template that nobody filled in.
//!
//! Must not know: which field a cell is for.

use crate::kinds;
use crate::lexicon::rows::is_hint;
use crate::problem::{Arg, Code, Complaint, both};
use crate::spec::Field;

/// Whole cells, in small letters, and what they are.
const WHOLE: &[(&[&str], &str, &str)] = &[
    (
        &["同上", "同前", "同左", "〃", "″", "ditto", "same as above", "as above"],
        "指另一格的内容",
        "a mark for what another cell holds",
    ),
    (
        &["[object object]", "[object undefined]", "[object null]", "invalid date", "#object"],
        "程序写不出的内容",
        "what a script could not write",
    ),
    (
        &[
            "单击此处输入文字",
            "单击此处输入文字。",
            "单击或点击此处输入文字。",
            "选择一项。",
            "单击此处输入日期。",
            "please select",
            "please choose",
            "click here to enter text.",
            "click or tap here to enter text.",
            "choose an item.",
        ],
        "模板里等着填写的地方",
        "a place of a template that nobody filled in",
    ),
    (
        &["[图片]", "[圖片]", "[附件]", "[文件]", "[表情]", "[image]", "[file]", "[attachment]"],
        "没有导出的图片或附件",
        "a picture or a file that was not exported",
    ),
];

/// Where else something is said to stand, in small letters.
const ELSEWHERE: &[&str] = &[
    "见简历",
    "详见简历",
    "参见简历",
    "参考简历",
    "看简历",
    "同简历",
    "如简历",
    "见个人简历",
    "详见个人简历",
    "见附件",
    "详见附件",
    "见附件简历",
    "详见附件简历",
    "见备注",
    "详见备注",
    "见附表",
    "详见附表",
    "see resume",
    "see cv",
    "see attached",
    "see attachment",
    "see attached resume",
];

/// Whether a text only says where else something stands.
pub(super) fn is_elsewhere(text: &str) -> bool {
    let bare = text.trim_end_matches(['。', '.', '！', '!']);
    ELSEWHERE.iter().any(|word| word.eq_ignore_ascii_case(bare))
}

/// Formulas that a name and a bracket begin, as WPS and Excel write them where nobody computed them.
const PICTURES: &[&str] = &["DISPIMG(", "IMAGE("];

/// The complaint about a text that only stands for a value.
pub(super) fn instead(text: &str) -> Option<Complaint> {
    if !may_begin(text.as_bytes()) {
        return None;
    }
    let what = match text.as_bytes() {
        [b'=' | b'_', ..] | [0xEF, 0xBC, 0x9D, ..] => formula(text).or_else(|| chosen(text))?,
        // —, …
        [b'-' | b'*' | b'~', ..] | [0xE2, 0x80, 0x94 | 0xA6, ..] => chosen(text)?,
        [b'#', b'#', ..] => narrow(text)?,
        [b'{', ..] => formula(text).or_else(|| place(text))?,
        [b'$' | b'<' | b'#' | b'%' | b'(', ..]
        // （, 【, «, 请
        | [0xEF, 0xBC, 0x88, ..]
        | [0xE3, 0x80, 0x90, ..]
        | [0xC2, 0xAB, ..]
        | [0xE8, 0xAF, 0xB7, ..] => place(text).or_else(|| chosen(text))?,
        [b'[', ..] => whole(text).or_else(|| place(text))?,
        // Letters, 单击此处, 选择一项, 同, 〃, ″, 见, 详, 参, 看, 如
        _ => whole(text)
            .or_else(|| is_elsewhere(text).then(|| both("指别处的内容", "a mark for what stands elsewhere")))?,
    };
    Some(Complaint::with(Code::ValueAbsent, [what]))
}

/// Whether a text begins as one of them does: nearly none does, and every text is asked for.
pub(super) fn may_begin(text: &[u8]) -> bool {
    match *text {
        [lead @ 0xE2..=0xEF, one, two, ..] => matches!(
            [lead, one, two],
            // ″ — … 〃 【 单 同 参 如 请 详 见 选 看 （ ＝
            [0xE2, 0x80, 0xB3 | 0x94 | 0xA6]
                | [0xE3, 0x80, 0x83 | 0x90]
                | [0xE5, 0x8D, 0x95]
                | [0xE5, 0x90, 0x8C]
                | [0xE5, 0x8F | 0xA6, 0x82]
                | [0xE8, 0xAF, 0xB7 | 0xA6]
                | [0xE8, 0xA7, 0x81]
                | [0xE9, 0x80, 0x89]
                | [0xE7, 0x9C, 0x8B]
                | [0xEF, 0xBC, 0x88 | 0x9D]
        ),
        [first, ..] => {
            matches!(first | 0x20, b'a' | b'c' | b'd' | b'i' | b'p' | b's')
                || matches!(
                    first,
                    b'=' | b'_'
                        | b'#'
                        | b'{'
                        | b'$'
                        | b'<'
                        | b'%'
                        | b'('
                        | b'['
                        | b'-'
                        | b'*'
                        | b'~'
                        | 0xC2
                )
        }
        [] => false,
    }
}

fn whole(text: &str) -> Option<Arg> {
    let is = |word: &&str| word.eq_ignore_ascii_case(text);
    let (_, zh, en) = WHOLE.iter().find(|(words, _, _)| words.iter().any(is))?;
    Some(both(zh, en))
}

/// `#####`, as Excel shows what its column is too narrow for.
fn narrow(text: &str) -> Option<Arg> {
    let is_narrow = text.len() > 2 && text.bytes().all(|byte| byte == b'#');
    is_narrow.then(|| both("列太窄、显示不下的内容", "what a column was too narrow to show"))
}

/// `=VLOOKUP(A2,…)`, `=A1&B1`, `{=IF(…)}`: its text, and not what it gives. `=1+1` may be meant so, and
/// `== 标题 ==` is none.
pub(super) fn formula(text: &str) -> Option<Arg> {
    let inner = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(text);
    let rest = inner.strip_prefix(['=', '＝']);
    let name = rest.unwrap_or(inner);
    let name = name.strip_prefix("_xlfn.").unwrap_or(name);
    if PICTURES.iter().any(|begin| name.starts_with(begin)) {
        return Some(both("图片的公式", "the formula of a picture"));
    }
    let rest = rest?.trim_start_matches(['+', '-', '@', '(', ' ']);
    let is_formula = calls(rest) || refers(rest) || joins(rest) || is_named(rest);
    is_formula
        .then(|| both("公式本身，没有算出结果", "a formula, of which nobody computed the result"))
}

/// `=1+1`: a sum that nobody worked out, or that is meant so.
pub(super) fn is_sum(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['=', '＝']) else { return false };
    let is_sign = |c: char| matches!(c, '+' | '-' | '*' | '/' | '^' | '(' | ')' | '%' | '.' | ' ');
    rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '(' | '-' | '+'))
        && rest.chars().all(|c| c.is_ascii_digit() || is_sign(c))
        && rest.contains(['+', '-', '*', '/', '^'])
        && rest.contains(|c: char| c.is_ascii_digit())
}

/// `VLOOKUP(`, `_xlfn.XLOOKUP(`: a name of several letters, and its bracket at once.
fn calls(text: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
    let name = text.split(|c| !is_name(c)).next().unwrap_or_default();
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    begins && name.len() > 1 && text[name.len()..].starts_with('(')
}

/// `A2`, `$B$12&"…"`, `Sheet1!A2`, `'员工 名单'!A2`, `[book.xlsx]员工!A2`: a cell, alone or with a sign behind it.
fn refers(text: &str) -> bool {
    let (sheet, cell) = match text.rsplit_once('!') {
        Some((sheet, cell)) => (Some(sheet), cell),
        None => (None, text),
    };
    let column = cell.strip_prefix('$').unwrap_or(cell);
    let letters = column.bytes().take_while(u8::is_ascii_uppercase).count();
    let row = column[letters..].strip_prefix('$').unwrap_or(&column[letters..]);
    let digits = row.bytes().take_while(u8::is_ascii_digit).count();
    let is_cell = (1..=3).contains(&letters) && (1..=7).contains(&digits);
    let behind = row[digits..].trim_start();
    let goes_on = behind.is_empty()
        || behind.starts_with(['&', '+', '-', '*', '/', ':', ',', ')', '=', '<', '>', '^', '%']);
    is_cell && goes_on && sheet.is_none_or(|sheet| !sheet.is_empty())
}

/// `school`: a name for cells.
fn is_named(text: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    text.len() > 1
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(is_word)
}

/// `"a"&B1`
fn joins(text: &str) -> bool {
    let inner = text.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    inner.is_some_and(|(_, rest)| rest.trim_start().starts_with('&'))
}

/// What opens and closes the place of a template: one in which anything stands for it, and one that
/// many other texts have.
const PLACES: &[(&str, &str)] = &[
    ("{{", "}}"),
    ("${", "}"),
    ("#{", "}"),
    ("%{", "}"),
    ("<%", "%>"),
    ("<<", ">>"),
    ("{%", "%}"),
    ("«", "»"),
];
const BRACKETS: &[(char, char)] =
    &[('<', '>'), ('[', ']'), ('{', '}'), ('(', ')'), ('（', '）'), ('【', '】'), ('%', '%')];
/// Bytes of the longest.
const LONGEST: usize = 60;

/// `{{school}}`, `${name}`, `<姓名>`, `[请填写]`, 请填写学校: the whole text.
fn place(text: &str) -> Option<Arg> {
    if text.len() > LONGEST {
        return None;
    }
    let within = |&(open, close): &(&'static str, &'static str)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.trim().is_empty() && !inner.contains(open) && !inner.contains(close))
            .then_some(inner)
    };
    let named = |(open, close): &(char, char)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?.trim();
        (is_label(inner) || asks(inner)).then_some(inner)
    };
    let is_place =
        PLACES.iter().any(|place| within(place).is_some_and(|inner| !inner.contains(['{', '}'])))
            || BRACKETS.iter().any(|place| named(place).is_some())
            || asks(text);
    is_place.then(|| both("模板里等着填写的地方", "a place of a template that nobody filled in"))
}

/// 请填写学校, 请选择
fn asks(text: &str) -> bool {
    ["请填", "请输", "请选", "请录"].iter().any(|begin| text.starts_with(begin)) && is_hint(text)
}

/// `--请选择--`, `- Select -`, 请选择…: what a list shows from which nothing was chosen.
fn chosen(text: &str) -> Option<Arg> {
    const WORDS: [&str; 7] = [
        "select",
        "select one",
        "choose",
        "choose one",
        "please select",
        "please choose",
        "未选择",
    ];
    let is_sign = |c: char| "-—–=*~.…_<> ".contains(c);
    let inner = text.trim_matches(is_sign);
    let is_word = WORDS.iter().any(|word| word.eq_ignore_ascii_case(inner));
    (inner.len() < text.len() && text.len() <= LONGEST && (is_word || asks(inner)))
        .then(|| both("没有选择的下拉项", "a list from which nothing was chosen"))
}

/// Whether a text is what a field is called.
fn is_label(text: &str) -> bool {
    let is = |field: &Field| {
        let key = field.key.rsplit('.').next().unwrap_or(field.key);
        let names = [field.zh, field.en, key];
        names.iter().chain(field.aliases).any(|name| name.eq_ignore_ascii_case(text))
    };
    let mut kinds = kinds::ALL.iter();
    kinds.any(|kind| {
        kind.fields.iter().chain(kind.groups.iter().flat_map(|group| group.fields)).any(is)
    })
}

/// `{{school}}`, `${name}` among other words: the place of a template.
pub(super) fn has_place(text: &str) -> bool {
    let is_word = |word: &str| {
        let word = word.trim();
        !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.'))
    };
    [("{{", "}}"), ("${", "}")].iter().any(|(open, close)| {
        let inner = text.split_once(open).and_then(|(_, rest)| rest.split_once(close));
        inner.is_some_and(|(inner, _)| is_word(inner))
    })
}

/// `TRUE`, 是, √: the answer to a question.
pub(super) fn is_truth(text: &str) -> bool {
    matches!(
        text,
        "TRUE"
            | "FALSE"
            | "true"
            | "false"
            | "True"
            | "False"
            | "是"
            | "否"
            | "√"
            | "✓"
            | "✔"
            | "☑"
    )
}

/// A list or an object as a program writes it, with texts in it: `["a","b"]`, `{"zh_cn":"张三"}`.
pub(super) fn is_json(text: &str) -> bool {
    let may_be = text.starts_with(['[', '{']) && text.ends_with([']', '}']) && text.contains('"');
    may_be && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_a_value_is_none() {
        for text in ["同上", "〃", "Ditto", "[object Object]", "Invalid date", "[图片]", "#####"]
        {
            assert_eq!(instead(text).map(|why| why.code), Some(Code::ValueAbsent), "{text}");
        }
        assert!(instead("=DISPIMG(\"ID_1E2F\",1)").is_some());
        assert!(instead("_xlfn.DISPIMG(\"ID_1E2F\",1)").is_some());
    }

    #[test]
    fn every_one_of_them_begins_as_nearly_no_text_does() {
        for word in WHOLE.iter().flat_map(|(words, _, _)| *words) {
            for text in [word.to_lowercase(), word.to_uppercase()] {
                assert!(may_begin(text.as_bytes()), "{text}");
            }
        }
    }

    #[test]
    fn formulas_and_places_of_templates_are_none() {
        for text in [
            "=VLOOKUP(A2,Sheet2!A:B,2,0)",
            "=IF(A2=\"\",\"\",A2)",
            "{=SUM(A1:A3)}",
            "=A1&B1",
            "=$B$2",
            "=-A1",
            "='员工 名单'!A2",
            "=员工!B3",
            "=\"张\"&B1",
            "＝IF(A1,1,2)",
            "=E12345678",
            "=school_name",
            "=_xlfn.XLOOKUP(A1,B:B,C:C)",
        ] {
            assert!(formula(text).is_some() && instead(text).is_some(), "{text}");
        }
        for text in [
            "{{school}}",
            "{{ school }}",
            "${name}",
            "#{name}",
            "<%= name %>",
            "«学校»",
            "<姓名>",
            "[学校]",
            "【公司名称】",
            "{school}",
            "（姓名）",
            "【请填写】",
            "请填写学校",
            "请选择",
            "单击此处输入文字。",
            "Click or tap here to enter text.",
            "--请选择--",
            "- 请选择 -",
            "——请选择——",
            "==请选择==",
            "请选择...",
            "请选择学历…",
            "-- Select --",
            "Please select",
            "见简历",
            "详见附件。",
            "See resume",
        ] {
            assert!(instead(text).is_some(), "{text}");
        }
        for text in ["同济大学", "同上海", "[1]", "C#", "##", "# 标题", "=1+1", "Same", "SAS", ""]
        {
            assert!(instead(text).is_none(), "{text}");
        }
    }

    #[test]
    fn what_looks_like_one_is_sound() {
        let sound = [
            "== 标题 ==",
            "=> 负责招聘",
            "=A级资质",
            "=f(x)",
            "{{ }} 是 Vue 的语法",
            "用 {{name}} 写模板",
            "{{}}",
            "{{a}} 和 {{b}}",
            "<红楼梦>",
            "[重要]",
            "【前端】负责页面",
            "（上海）公司",
            "(实习)",
            "请勿打扰",
            "请客户填写问卷",
            "点石成金",
            "单位宿舍",
            "$100",
            "{a}",
            "见习律师",
            "见证历史",
            "详细设计",
            "看护",
            "-Select 系列产品",
            "- 负责招聘",
            "* 请选择合适的岗位进行投递并说明理由，谢谢",
            "Select",
            "See resume of project",
            "Please",
        ];
        for text in sound {
            assert!(instead(text).is_none(), "{text}");
        }
    }
}
