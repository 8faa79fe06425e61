//! What is appended to a name so that a file, a list or a system tells people of one name apart: a number or a
//! letter, an age, 简历.
//!
//! Must not know: cells, what else stands beside a name.

use super::han::is_han;
use crate::problem::{Arg, both};

/// What files of people are called behind their name, in small letters; the longer first.
const FILES: [&str; 13] = [
    "个人简历",
    "中文简历",
    "英文简历",
    "求职简历",
    "最新简历",
    "简历",
    "履历",
    "求职信",
    "resume",
    "cv",
    ".pdf",
    ".docx",
    ".doc",
];

/// The word for a file of somebody's that stands behind a name or before it: 张三的简历, 简历-张三, 张三.pdf.
pub(super) fn file(text: &str) -> Option<&'static str> {
    let small = text.to_ascii_lowercase();
    let is_word = |word: &str| word.starts_with(['.', '简', '个', '中', '英', '求', '最', '履']);
    // In letters of the West alone, CV may be somebody's own letters: Raman CV.
    let may_be = |word: &str| word != "cv" || text.chars().any(is_han);
    FILES.into_iter().filter(|word| may_be(word)).find(|word| {
        let before = small.strip_suffix(word);
        // In letters of the West such a word stands apart, else it is the end of another one.
        let ends = before.is_some_and(|before| {
            is_word(word) || before.ends_with(|c: char| !c.is_ascii_alphanumeric())
        });
        let begins = || {
            let rest = small.strip_prefix(word).filter(|_| !word.starts_with('.'));
            rest.is_some_and(|rest| rest.starts_with(['-', '_', ' ', '—', '－']))
        };
        ends || begins()
    })
}

/// Whether a name of ideographs alone may end as such a file does: hardly any does.
pub(super) fn may_be_file(text: &str) -> bool {
    text.ends_with(['历', '信'])
}

/// 张三 28岁, 张三(28岁): whether somebody's age stands behind a name.
pub(super) fn has_age(text: &str) -> bool {
    let before = text.split_once(['岁', '歲']).map(|(before, _)| before.trim_end());
    before.is_some_and(|before| {
        before.ends_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
    })
}

/// What tells two of one name apart, behind two to four ideographs: 张三A, 王五②, 张三2, `张三_2`, 张三(2).
pub(super) fn mark(text: &str) -> Option<Arg> {
    let is_figure = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_letter =
        |c: char| c.is_ascii_alphabetic() || matches!(c, '①'..='⒇' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let is_name = |name: &str| (2..=4).contains(&name.chars().count()) && name.chars().all(is_han);
    if text.strip_suffix(is_letter).is_some_and(is_name) {
        return Some(both("末尾的字母", "a letter behind it"));
    }
    let is_sign = |c: char| "_-－—# \u{3000}()（）".contains(c);
    let bare = text.trim_end_matches(is_sign);
    let number = bare.len() - bare.trim_end_matches(is_figure).len();
    let name = bare.get(..bare.len() - number).unwrap_or_default().trim_end_matches(is_sign);
    (number > 0 && is_name(name)).then(|| both("末尾的数字", "a number behind it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_people_of_one_name_apart_is_known() {
        for text in [
            "张三A",
            "王五②",
            "张三1",
            "张三2",
            "张三１",
            "欧阳娜娜12",
            "张三_2",
            "张三-2",
            "张三 2",
            "张三(2)",
            "张三（1）",
            "张三Ａ",
        ] {
            assert!(mark(text).is_some(), "{text}");
        }
        for text in ["张三", "李１", "John 2", "买买提·艾力2", "张三AB", "2", "张三2李", ""]
        {
            assert!(mark(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_file_is_nobody_and_an_age_no_name() {
        for text in [
            "张三简历",
            "张三的简历",
            "张三个人简历",
            "简历-张三",
            "张三 resume",
            "张三.pdf",
            "Zhang San Resume.docx",
            "张三_CV",
        ] {
            assert!(file(text).is_some(), "{text}");
        }
        for text in [
            "张三",
            "历",
            "张历",
            "简单",
            "Resumeo",
            "Marcv",
            "Cvetkovic",
            "Zhang Cv Li",
            "Raman CV",
            "王守信",
        ] {
            assert!(file(text).is_none(), "{text}");
        }
        assert!(has_age("张三 28岁") && has_age("张三(28岁)") && has_age("张三２８歲"));
        assert!(!has_age("万岁") && !has_age("岁岁") && !has_age("张三"));
    }
}
