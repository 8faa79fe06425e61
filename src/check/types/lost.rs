//! Characters that are no longer there: saved as question marks by an encoding that lacks them, or hidden
//! by asterisks and other signs.
//!
//! Must not know: which field the text is for, cells.

use memchr::memchr2;

use super::han::is_han;
use crate::problem::{Arg, both};

/// Nothing of it is left but question marks, or there is a long run of them.
pub(super) fn question_marks(text: &str) -> bool {
    if !text.contains("??") {
        return false;
    }
    text.contains("?????") || !text.chars().any(char::is_alphanumeric)
}

/// What the characters were lost to.
pub(super) fn lost_to_question_marks() -> Arg {
    both("存成了不含这些字的编码，字变成了问号", "saved in an encoding without these characters")
}

/// 北京大…, `Peking Univ...`: another program has cut it, or there is more of it.
pub(super) fn ends_open(text: &str) -> bool {
    text.ends_with('…') || text.ends_with("..")
}

/// What a font shows that lacks a character, and what stands for one in print (〓).
pub(super) const fn is_box(c: char) -> bool {
    matches!(c, '□' | '■' | '▯' | '▢' | '☐' | '⬜' | '〓' | '\u{FFFC}')
}

/// What the characters were lost to.
pub(super) fn lost_to_boxes() -> Arg {
    both("字体里没有的字，变成了方框", "characters that a font lacked became boxes")
}

/// A box in the place of an ideograph: 北京□学, 北京大□, □江学院; no box to be ticked (□男 □女), and none
/// that begins one of several lines.
pub(super) fn is_boxed(text: &str) -> bool {
    let several = runs(text, is_box).nth(1).is_some();
    // A list of words, too, has them between two.
    let ticks = several && (text.starts_with(is_box) || text.contains('■'));
    let is_short = text.chars().count() <= SHORT && text.chars().all(|c| is_han(c) || is_box(c));
    let ends = is_short && text.chars().next_back().is_some_and(is_box);
    let begins = text.starts_with(['□', '▯', '〓'])
        && text.chars().nth(1).is_some_and(is_han)
        && !(several || text.contains('\n'));
    let within = || {
        // What is to be ticked stands behind a sign or a blank.
        let joins = |c: char| c.is_alphanumeric() || c == '*';
        runs(text, is_box).any(|run| match (run.before, run.after) {
            (Some(before), Some(after)) => {
                is_han(before) && joins(after) || joins(before) && is_han(after)
            }
            (Some(_) | None, _) => false,
        })
    };
    !ticks && (ends || begins || within())
}

/// Characters of the longest name of which a first or a last one is lost.
const SHORT: usize = 12;

/// A question mark beside an ideograph, where no question is asked: 本?.
pub(super) fn is_lost_beside(text: &str) -> bool {
    runs(text, |c| c == '?').any(|run| [run.before, run.after].into_iter().flatten().any(is_han))
}

/// In free text, where a question may be asked: 北京?学, ?江学院, M?ller, 清华大?; not 是否在职?, nor the
/// mark in an address.
pub(super) fn is_lost_within(text: &str) -> bool {
    if text.contains("://") {
        return false;
    }
    runs(text, |c| c == '?').any(|run| match (run.before, run.after) {
        (Some(before), Some(after)) if is_han(before) && (is_han(after) || goes_on(after)) => {
            !asks(run.clause)
        }
        (Some(before), None) if is_han(before) => !asks(run.clause) && !is_sentence(text),
        (Some(before), Some(after)) if before.is_ascii_alphanumeric() && is_han(after) => {
            !asks(run.clause) && !is_sentence(text)
        }
        (Some(before), Some(after)) if before.is_alphabetic() && after.is_alphabetic() => {
            before.is_ascii() && after.is_ascii() && !text.contains(['=', '/'])
        }
        // Universit? de Paris: no question goes on with such a word.
        (Some(before), Some(' ')) if before.is_ascii_alphabetic() => goes_on_foreign(run.then),
        // A question may end with a word of another script, or with brackets.
        (before, Some(after)) => {
            let ends = |c: char| c.is_alphanumeric() || matches!(c, ')' | '）' | '"' | '”' | '》');
            is_han(after) && !before.is_some_and(ends)
        }
        (Some(_) | None, None) => false,
    })
}

/// Signs other than asterisks that stand in the place of what is hidden.
pub(super) const MASKS: [char; 8] = ['×', '╳', '✕', '●', '○', '◯', '■', '﹡'];

/// A part of the text is hidden: *华大学, 清华**, J*** Smith; not A*算法, 5*8 hours, a list's `* ` or
/// words between two pairs of asterisks, which are to be bold. Other signs hide what they stand beside
/// twice, or all of it.
pub(super) fn is_masked(text: &str) -> bool {
    if text.chars().all(|c| MASKS.contains(&c) || matches!(c, '□' | '*' | '＊')) {
        return text.chars().nth(1).is_some();
    }
    if text.contains("***") && text.contains("://") && !text.contains(char::is_whitespace) {
        return true;
    }
    let beside = |run: &Run<'_>| [run.before, run.after].into_iter().flatten();
    let is_several = |run: &Run<'_>| run.length > 1 && beside(run).any(char::is_alphanumeric);
    let mut stars = runs(text, |c| matches!(c, '*' | '＊'));
    let mut dots = runs(text, |c| matches!(c, '●' | '﹡' | '■'));
    if is_sentence(text) {
        return stars.filter(is_several).count() % 2 == 1;
    }
    if is_emphasis(text) {
        return false;
    }
    let is_hidden = |run: &Run<'_>| {
        if is_times(run) {
            return false;
        }
        let letter = run.before.is_some_and(|c| c.is_ascii_alphanumeric());
        run.length > 2 || is_several(run) || !letter && beside(run).any(is_han)
    };
    stars.any(|run| is_hidden(&run)) || dots.any(|run| is_several(&run))
}

/// An amount times a number: 20K*14, a salary of fourteen months.
fn is_times(run: &Run<'_>) -> bool {
    let is_amount = |c: char| {
        matches!(c, 'K' | 'k' | 'W' | 'w' | '千' | '仟' | '万' | '萬' | '元' | '块' | '薪' | '月')
    };
    run.length == 1
        && run.before.is_some_and(is_amount)
        && run.after.is_some_and(|c| c.is_ascii_digit())
}

/// Whether every asterisk of a text is a sign of multiplication: nothing of it is hidden.
pub(super) fn is_product(text: &str) -> bool {
    runs(text, |c| matches!(c, '*' | '＊')).all(|run| is_times(&run))
}

/// Words between asterisks among others, as Markdown emphasises them: **负责** 项目. Whatever is hidden has letters
/// beside its asterisks.
fn is_emphasis(text: &str) -> bool {
    let mut all = runs(text, |c| c == '*');
    let stands_apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let mut any = false;
    loop {
        let Some(open) = all.next() else { return any };
        let Some(close) = all.next() else { return false };
        let inner = open.after.zip(close.before);
        let is_word =
            inner.is_some_and(|(first, last)| first.is_alphanumeric() && last.is_alphanumeric());
        let is_pair = open.length == close.length && open.length < 4;
        if !(is_word && is_pair && stands_apart(open.before) && stands_apart(close.after)) {
            return false;
        }
        any = true;
        if open.before.is_none() && close.after.is_none() {
            return false;
        }
    }
}

/// Two crosses or more in a name that stand for its ideographs: XX公司, 上海××大学, xx系统. A sentence may have
/// them as words of its own, and so may what is numbered (第XX届).
pub(super) fn is_crossed_within(text: &str) -> bool {
    // Hardly a text holds a byte that a cross begins with.
    let bytes = text.as_bytes();
    let may_hold = memchr2(b'x', b'X', bytes).or_else(|| memchr2(0xC3, 0xE2, bytes)).is_some();
    if !may_hold || !CROSSES.iter().any(|cross| text.contains(cross)) || is_sentence(text) {
        return false;
    }
    let is_cross = |c: char| matches!(c, 'x' | 'X' | '×' | '╳' | '✕' | '○' | '◯');
    let beside = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
    runs(text, is_cross).any(|run| {
        let marks = &text[text.len() - run.then.len() - run.bytes..text.len() - run.then.len()];
        let is_one = marks.chars().all(|c| marks.starts_with(c));
        let is_han = [run.before, run.after].into_iter().flatten().any(is_han);
        let numbers = run.before == Some('第');
        run.length > 1 && is_one && is_han && beside(run.before) && beside(run.after) && !numbers
    })
}

/// Two of each cross.
const CROSSES: [&str; 7] = ["XX", "xx", "××", "╳╳", "✕✕", "○○", "◯◯"];

/// Marks that stand together, with what is beside them.
struct Run<'t> {
    before: Option<char>,
    after: Option<char>,
    length: usize,
    bytes: usize,
    /// What stands before them in the same sentence.
    clause: &'t str,
    /// All that follows them.
    then: &'t str,
}

fn runs(text: &str, is: impl Fn(char) -> bool + Copy) -> impl Iterator<Item = Run<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(is)?;
        let rest = text[start..].trim_start_matches(is);
        let end = text.len() - rest.len();
        let clause = text[from..start].rsplit(is_between).next().unwrap_or_default();
        from = end;
        let before = text[..start].chars().next_back();
        Some(Run {
            before,
            after: rest.chars().next(),
            length: text[start..end].chars().count(),
            bytes: end - start,
            clause,
            then: rest,
        })
    })
}

/// Words of which a question has one.
fn asks(clause: &str) -> bool {
    const WORDS: &[&str] = &[
        "吗",
        "呢",
        "吧",
        "么",
        "否",
        "谁",
        "哪",
        "几",
        "多少",
        "怎",
        "何",
        "有没有",
        "是不是",
        "能不能",
    ];
    WORDS.iter().any(|word| clause.contains(word))
}

/// What follows on a word in the same sentence, and on no question.
const fn goes_on(c: char) -> bool {
    matches!(c, '：' | ':' | '/' | '（' | '(' | '、' | '，' | ',' | '；' | '-' | '·')
}

/// A word within the names of schools and companies of the West follows.
fn goes_on_foreign(then: &str) -> bool {
    const WORDS: &[&str] = &["de", "du", "des", "di", "del", "della", "da", "do", "dos", "degli"];
    then.split_whitespace().next().is_some_and(|word| WORDS.contains(&word))
}

/// Stands between words, not in one.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | '、' | ',' | ';' | ':' | '!')
}

/// More than a name of a school, a company or a thing: lines, clauses, or many words.
fn is_sentence(text: &str) -> bool {
    const LONGEST: usize = 40;
    text.contains(['\n', '，', '。', '；', '：', '！', ';']) || text.chars().count() > LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_marks_count_where_nothing_else_is_left() {
        assert!(question_marks("??") && question_marks("??-??") && question_marks("a?????b"));
        assert!(!question_marks("真的吗??") && !question_marks("?") && !question_marks("what???"));
    }

    #[test]
    fn a_question_mark_that_asks_nothing_is_a_lost_character() {
        for text in [
            "北京?学",
            "?江学院",
            "郑州?院",
            "清华大?",
            "中国??大学",
            "负责?发工作，按时完成",
            "M?ller",
            "专业：?算机",
            "C*?法",
            "3M?院",
            "精?：数学、物理",
            "数?/物理",
            "Universit? de Paris",
            "Escola T?cnica? do Porto",
        ] {
            assert!(is_lost_within(text), "{text}");
        }
        for text in [
            "是否在职?",
            "您在职吗?我在职",
            "为什么来?因为喜欢",
            "已离职，要不要补?",
            "https://example.com/?a=张三",
            "a.com/x?id=1",
            "what? never",
            "really? yes",
            "Paris? De Gaulle",
            "会Java?",
            "会用（Java）?会用",
            "?",
        ] {
            assert!(!is_lost_within(text), "{text}");
        }
        assert!(is_lost_beside("本?") && is_lost_beside("?科") && !is_lost_beside("a?b"));
    }

    #[test]
    fn a_box_stands_for_an_ideograph_or_is_to_be_ticked() {
        for text in
            ["北京□学", "北京大□", "□江学院", "北京▯学", "北京■学", "北京〓学", "A□法", "海□□族"]
        {
            assert!(is_boxed(text), "{text}");
        }
        for text in [
            "□男 □女",
            "□是□否",
            "性别：□男",
            "■ 招聘",
            "■招聘",
            "招聘■培训■考核",
            "□ 认真",
            "□认真\n□负责",
            "a □ b",
        ] {
            assert!(!is_boxed(text), "{text}");
        }
    }

    #[test]
    fn asterisks_hide_a_part_of_a_name_and_mark_a_list_or_a_product() {
        for text in [
            "***",
            "*华大*",
            "*华* 大**",
            "2.0 ****",
            "*华大学",
            "清华**",
            "清＊大学",
            "J*** Smith",
            "某**公司",
            "138****8000",
            "＊＊＊",
            "●●●",
            "○○",
            "清华●●",
            "https://www.example.com/people/resumes/***/index.html",
        ] {
            assert!(is_masked(text), "{text}");
        }
        for text in [
            "A*算法",
            "**负责** 项目",
            "[链接](https://a.example) *重点* **加粗** 项目",
            "5*8",
            "* 负责开发",
            "负责**重点**项目，成效显著",
            "*一\n*二",
            "●负责招聘",
            "×",
            "5×8",
            "××公司",
            "20K*14",
            "2万*14",
            "1.5万＊13薪",
            "20千*14",
            "●● 重点",
        ] {
            assert!(!is_masked(text), "{text}");
        }
        for text in ["20K*14", "2万*14", "20k＊14"] {
            assert!(is_product(text), "{text}");
        }
        for text in ["138*8000", "20K**14", "2*万", "张*14", "*14"] {
            assert!(!is_product(text), "{text}");
        }
    }
}
