//! Words that tell how to fill a column in: in a row of hints below a header, and in a note within a
//! header. Each stands here once, in its comparable form, with all that it says.
//!
//! Must not know: rows, headers, what else a text says.

use std::borrow::Cow;

use Says::{Hint, HintBegins, HintHolds, Listed, Mark, Note, NoteBegins, NoteHolds};

/// What a word says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// A cell that is nothing else is a hint, and so is one that is made of such words.
    Hint,
    /// A cell that is made of such words is no header, wherever it stands.
    Mark,
    /// A cell that begins with it is a hint.
    HintBegins,
    /// A cell that holds it is a hint.
    HintHolds,
    /// A bracket or a line of a header that is nothing else is a note.
    Note,
    /// One that begins with it is a note.
    NoteBegins,
    /// One that holds it is a note.
    NoteHolds,
    /// One that is made of several such words is a list of what may stand in the cells, and a note.
    Listed,
}

/// What tells how to fill a column in.
const WORDS: &[(&str, &[Says])] = &[
    ("文本", &[Hint, Mark, NoteHolds]),
    ("文本型", &[Hint, Mark]),
    ("文本格式", &[Hint, Mark]),
    ("字符", &[Hint, Mark]),
    ("字符串", &[Hint, Mark]),
    ("字符型", &[Hint, Mark]),
    ("数字", &[Hint]),
    ("数值", &[Hint]),
    ("数值型", &[Hint]),
    ("整数", &[Hint]),
    ("小数", &[Hint]),
    ("日期", &[Hint]),
    ("日期型", &[Hint]),
    ("日期格式", &[Hint]),
    ("日期时间", &[Hint]),
    ("时间", &[Hint]),
    ("布尔", &[Hint, Mark]),
    ("枚举", &[Hint, Mark]),
    ("列表", &[Hint]),
    ("单行文本", &[Hint, Mark]),
    ("多行文本", &[Hint, Mark]),
    ("单选", &[Hint, Mark, HintBegins, NoteHolds]),
    ("多选", &[Hint, Mark, HintBegins, NoteHolds]),
    ("下拉", &[Hint, Mark, HintBegins, HintHolds, NoteHolds]),
    ("下拉选择", &[Hint, Mark]),
    ("下拉列表", &[Hint, Mark]),
    ("下拉框", &[Hint, Mark]),
    ("必填", &[Hint, Mark, HintBegins, HintHolds]),
    ("必填项", &[Hint, Mark]),
    ("选填", &[Hint, Mark, HintBegins, HintHolds]),
    ("选填项", &[Hint, Mark]),
    ("非必填", &[Hint, Mark, HintBegins]),
    ("可选", &[Hint, Mark, NoteHolds]),
    ("必选", &[Hint, Mark, NoteHolds]),
    ("可空", &[Hint, Mark]),
    ("不可空", &[Hint, Mark]),
    ("唯一", &[Hint, NoteHolds]),
    ("系统生成", &[Hint, Mark]),
    ("自动生成", &[Hint, Mark]),
    ("是", &[Hint, Listed]),
    ("否", &[Hint, Listed]),
    ("男", &[Hint, Listed]),
    ("女", &[Hint, Listed]),
    ("有", &[Listed]),
    ("无", &[Listed]),
    ("全职", &[Listed]),
    ("兼职", &[Listed]),
    ("实习", &[Listed]),
    ("实习生", &[Listed]),
    ("正式", &[Listed]),
    ("正式员工", &[Listed]),
    ("试用", &[Listed]),
    ("外包", &[Listed]),
    ("劳务", &[Listed]),
    ("派遣", &[Listed]),
    ("劳务派遣", &[Listed]),
    ("顾问", &[Listed]),
    ("其他", &[Listed]),
    ("中国", &[Listed]),
    ("外国", &[Listed]),
    ("已婚", &[Listed]),
    ("未婚", &[Listed]),
    ("√", &[Hint]),
    ("×", &[Hint]),
    ("请填", &[HintBegins]),
    ("请输", &[HintBegins]),
    ("请选", &[HintBegins]),
    ("请按", &[HintBegins]),
    ("请参", &[HintBegins]),
    ("请使用", &[HintBegins]),
    ("请勿", &[HintBegins]),
    ("填写", &[HintBegins]),
    ("格式", &[HintBegins, NoteHolds]),
    ("例如", &[HintBegins, NoteHolds]),
    ("例:", &[HintBegins, NoteHolds]),
    ("如:", &[HintBegins, NoteHolds]),
    ("(如", &[HintBegins]),
    ("(例", &[HintBegins]),
    ("示例:", &[HintBegins]),
    ("从下拉", &[HintBegins]),
    ("不超过", &[HintBegins, NoteHolds]),
    ("长度", &[HintBegins]),
    ("11位", &[HintBegins]),
    ("18位", &[HintBegins]),
    ("系统自动", &[HintBegins]),
    ("无需填", &[HintBegins]),
    ("不填", &[HintBegins]),
    ("(必填", &[HintBegins]),
    ("(选填", &[HintBegins]),
    ("格式为", &[HintHolds]),
    ("请填写", &[HintHolds]),
    ("请选择", &[HintHolds]),
    ("请输入", &[HintHolds]),
    ("位数字", &[HintHolds]),
    ("位手机", &[HintHolds]),
    ("元", &[Note]),
    ("个", &[Note]),
    ("男女", &[Note]),
    ("省市", &[Note]),
    ("省市区", &[Note]),
    ("公历", &[Note]),
    ("阳历", &[Note]),
    ("新历", &[Note]),
    ("是否", &[Note]),
    ("最高学历", &[Note]),
    ("如", &[NoteBegins]),
    ("含", &[NoteBegins]),
    ("填", &[NoteHolds]),
    ("必须", &[NoteHolds]),
    ("必录", &[NoteHolds]),
    ("必输", &[NoteHolds]),
    ("必传", &[NoteHolds]),
    ("请", &[NoteHolds]),
    ("勿", &[NoteHolds]),
    ("示例", &[NoteHolds]),
    ("当前", &[Note]),
    ("最新", &[Note]),
    ("选择", &[NoteHolds]),
    ("多个", &[NoteHolds]),
    ("逗号", &[NoteHolds]),
    ("分号", &[NoteHolds]),
    ("分隔", &[NoteHolds]),
    ("毫秒", &[NoteHolds]),
    ("单位:", &[NoteHolds]),
    ("全称", &[NoteHolds]),
    ("一致", &[NoteHolds]),
    ("为准", &[NoteHolds]),
    ("以内", &[NoteHolds]),
    ("用于", &[NoteHolds]),
    ("系统", &[NoteHolds]),
    ("自动", &[NoteHolds]),
    ("text", &[Hint, Mark, Note]),
    ("string", &[Hint, Mark, Note]),
    ("varchar", &[Hint, Mark]),
    ("char", &[Hint]),
    ("number", &[Hint, Note]),
    ("numeric", &[Hint]),
    ("integer", &[Hint]),
    ("int", &[Hint]),
    ("decimal", &[Hint]),
    ("date", &[Hint]),
    ("datetime", &[Hint]),
    ("boolean", &[Hint, Mark]),
    ("bool", &[Hint]),
    ("enum", &[Hint, Mark]),
    ("list", &[Hint]),
    ("dropdown", &[Hint, Mark, HintHolds, NoteHolds]),
    ("picklist", &[Hint, Mark]),
    ("select", &[Hint, HintBegins]),
    ("required", &[Hint, Mark, HintBegins, HintHolds, Note]),
    ("optional", &[Hint, Mark, HintBegins, HintHolds, Note]),
    ("mandatory", &[Hint, Mark, HintBegins, Note]),
    ("unique", &[Hint]),
    ("y", &[Hint]),
    ("n", &[Hint]),
    ("yes", &[Hint]),
    ("no", &[Hint]),
    ("format", &[HintBegins, NoteHolds]),
    ("pleaseenter", &[HintBegins]),
    ("pleaseselect", &[HintBegins]),
    ("e.g", &[HintBegins, NoteHolds]),
    ("yyyy", &[HintBegins, HintHolds]),
    ("dd/mm", &[HintHolds]),
    ("mm/dd", &[HintHolds]),
    ("s", &[Note]),
    ("es", &[Note]),
    ("%", &[Note]),
    ("ms", &[Note]),
    ("ymd", &[Note]),
    ("y/n", &[Note]),
    ("yes/no", &[Note]),
    ("requiredfield", &[Note]),
    ("optionalfield", &[Note]),
    ("m/f", &[Note]),
    ("male/female", &[Note]),
    ("+", &[NoteBegins]),
    ("with", &[NoteBegins]),
    ("multiple", &[NoteHolds]),
    ("please", &[NoteHolds]),
    ("ifany", &[NoteHolds]),
    ("ifapplicable", &[NoteHolds]),
    ("drop-down", &[NoteHolds]),
    ("digits", &[NoteHolds]),
    ("xx", &[NoteHolds]),
    ("characters", &[NoteHolds]),
];

/// What holds one of the words that make a note, and is none.
const NO_NOTES: &[&str] = &["申请", "邀请", "聘请", "information"];

/// Whether a text is one word of a hint.
pub(super) fn is_word(text: &str) -> bool {
    words(Hint).any(|word| word == text)
}

/// Whether a text is one word that no header is.
pub(super) fn is_mark(text: &str) -> bool {
    words(Mark).any(|word| word == text)
}

/// Whether a text says that it is a hint, whatever else it says.
pub(super) fn says_hint(text: &str) -> bool {
    words(HintBegins).any(|word| text.starts_with(word))
        || words(HintHolds).any(|word| text.contains(word))
}

/// Whether a text is a note as a whole.
pub(super) fn is_note(text: &str) -> bool {
    words(Note).any(|word| word == text)
}

/// Whether a text lists what may stand in the cells: 实习/全职.
pub(super) fn lists_options(text: &str) -> bool {
    let mut parts = text.split(['/', '、', '|', ',', '，', ';']);
    let is_option = |part: &str| words(Listed).any(|word| word == part.trim());
    parts.clone().count() > 1 && parts.all(is_option)
}

/// Whether a text says that it is a note, whatever else it says.
pub(super) fn says_note(text: &str) -> bool {
    let mut said = Cow::Borrowed(text);
    for word in NO_NOTES {
        if said.contains(word) {
            said = Cow::Owned(said.replace(word, ""));
        }
    }
    // What is all ASCII holds no ideograph.
    let is_ascii = text.is_ascii();
    words(NoteHolds).any(|word| (!is_ascii || word.is_ascii()) && said.contains(word))
        || words(NoteBegins).any(|word| text.starts_with(word))
}

fn words(says: Says) -> impl Iterator<Item = &'static str> {
    WORDS.iter().filter(move |(_, all)| all.contains(&says)).map(|(word, _)| *word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::lexicon::normalize;

    #[test]
    fn each_word_stands_once_and_in_its_comparable_form() {
        let words: BTreeSet<_> = WORDS.iter().map(|(word, _)| word).collect();
        assert_eq!(words.len(), WORDS.len());
        for word in words {
            assert_eq!(normalize::label(word), **word);
        }
    }
}
