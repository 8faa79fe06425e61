//! What a single cell can say that no record says: a total, a hint, a unit, a signature line.
//!
//! Must not know: rows, columns, headers.

use super::hints;
use super::lists::{ASKED, CONTACTS, COUNTED, NOTES, SIGNED, TOTALS, UNITS};
use crate::lexicon::normalize;
use crate::lexicon::nothing::{Nothing, nothing};
use crate::sheet::cell::is_invisible;
use crate::sheet::{Held, RawCell, are_digits};

/// A cell's text in its comparable form; none where it is blank or no text.
pub(crate) fn label(cell: RawCell<'_>) -> Option<String> {
    match cell {
        RawCell::Text(text) if !cell.is_blank() => Some(normalize::label(text)),
        RawCell::Dressed(dressed) => label(RawCell::Text(dressed.face)),
        RawCell::Text(_)
        | RawCell::Empty
        | RawCell::Number(_)
        | RawCell::Bool(_)
        | RawCell::Moment(_)
        | RawCell::Fault(_) => None,
    }
}

/// Whether a text is worth a closer look: most are not, and every cell of every row is asked.
fn may_be_key(text: &str) -> bool {
    let figures = text.bytes().filter(u8::is_ascii_digit).count();
    // The first byte of full-width signs and figures.
    if figures < 8 && !text.bytes().any(|byte| matches!(byte, b'@' | 0xEF)) {
        return false;
    }
    let digits = |c: &char| c.is_ascii_digit() || ('０'..='９').contains(c);
    text.contains(['@', '＠']) || text.chars().filter(digits).count() >= 8
}

/// Whether a cell alone tells that its row is somebody: a mobile, an e-mail, an ID.
pub(crate) fn is_key(cell: RawCell<'_>) -> bool {
    match cell {
        RawCell::Dressed(dressed) => match dressed.held {
            Held::Number(number) => is_key(RawCell::Number(number)),
            Held::Text(_) | Held::Struck(_) | Held::Link(_) => is_key(RawCell::Text(dressed.face)),
            Held::Moment(_) => false,
        },
        RawCell::Number(number) => (1.3e10..2e10).contains(&number) || number >= 1e14,
        // As nearly every mobile is written.
        RawCell::Text(text) if is_plain_mobile(text) => true,
        RawCell::Text(text) if is_figures(text) => is_number_of(text),
        RawCell::Text(text) if !may_be_key(text) => false,
        RawCell::Text(text) if text.is_ascii() => {
            let plain: String = text.chars().filter(|c| !is_invisible(*c)).collect();
            let plain = plain.to_ascii_lowercase();
            is_email(&plain) || is_number(&plain)
        }
        RawCell::Text(_) => label(cell).is_some_and(|label| is_email(&label) || is_number(&label)),
        RawCell::Empty | RawCell::Bool(_) | RawCell::Moment(_) | RawCell::Fault(_) => false,
    }
}

fn is_plain_mobile(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [b'1', b'1' | b'3'..=b'9', ..])
        && bytes.len() == 11
        && bytes.iter().all(u8::is_ascii_digit)
}

fn is_email(label: &str) -> bool {
    label.split_once('@').is_some_and(|(user, host)| {
        // xxx@xx.com shows how an address is written.
        let is_user = user.bytes().any(|byte| byte != b'x');
        is_user && host.contains('.') && !host.contains('@') && label.is_ascii()
    })
}

fn is_number(label: &str) -> bool {
    let plain: String = label.chars().filter(|c| !matches!(c, '-' | '(' | ')' | '+')).collect();
    is_figures(plain.strip_suffix('x').unwrap_or(&plain)) && is_number_of(&plain)
}

fn is_figures(text: &str) -> bool {
    !text.is_empty() && are_digits(text.as_bytes())
}

/// Whether so many figures are a mobile or an ID.
fn is_number_of(figures: &str) -> bool {
    let plain = figures.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(figures);
    match plain.len() {
        11 => plain.starts_with('1') && !plain.starts_with(['0', '2']),
        15 | 18 | 19 => true,
        _ => false,
    }
}

/// (2010-2014), （本科）: what goes on with another cell.
pub(crate) fn is_in_brackets(cell: RawCell<'_>) -> bool {
    label(cell).is_some_and(|label| {
        let inner = label.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        inner.is_some_and(|inner| !inner.is_empty() && !inner.contains(['(', ')']))
    })
}

/// 7, 07: the number of a row.
pub(crate) fn is_running_number(cell: RawCell<'_>) -> bool {
    match cell {
        RawCell::Number(number) => (0.0..1e6).contains(&number) && number.fract() == 0.0,
        RawCell::Text(_) | RawCell::Dressed(_) => {
            label(cell).is_some_and(|label| label.len() <= 6 && is_figures(&label))
        }
        RawCell::Empty | RawCell::Bool(_) | RawCell::Moment(_) | RawCell::Fault(_) => false,
    }
}

const MARKS: &[char] = &['例', '如', 'e', 'E', 's', 'S', 'ｅ', 'Ｅ', 'ｓ', 'Ｓ'];

/// Whether a cell may say that its row is an example: nearly none has a character that such a word
/// begins with, or such an ending holds.
pub(crate) fn may_be_example(cell: RawCell<'_>) -> bool {
    // The last bytes of the ideographs and the first of the full-width letters.
    let may = |byte: u8| matches!(byte, b'e' | b'E' | b's' | b'S' | 0x8B | 0x82 | 0xEF);
    matches!(cell, RawCell::Text(text) if text.bytes().any(may) && text.contains(MARKS))
}

/// 示例, 样例1, 示例：张三, Example: the row shows how to fill the sheet in.
pub(crate) fn is_example(label: &str) -> bool {
    let after = |word: &str| label.strip_prefix(word);
    let ends = |rest: &str| rest.chars().next().is_none_or(|c| !c.is_alphabetic());
    // 示例大学 is a school.
    let spelt = ["row", "data", "line", "record", "行", "数据"];
    let named = |rest: &str| spelt.iter().any(|word| rest.strip_prefix(word).is_some_and(ends));
    let mut marks = ["示例", "样例", "example"].iter().filter_map(|mark| after(mark));
    let begins = ["[", "【", "("].iter().filter_map(|open| after(open));
    let begins = begins
        .filter_map(|rest| rest.split_once([']', '】', ')']))
        .any(|(mark, _)| matches!(mark, "示例" | "样例" | "范例" | "例" | "example" | "sample"));
    begins
        || marks.any(|rest| ends(rest) || named(rest))
        || ["sample", "范例"]
            .iter()
            .filter_map(|mark| after(mark))
            .any(|rest| !rest.is_empty() && ends(rest) || named(rest))
        || ["例:", "如:", "例如:", "e.g.", "eg:"].iter().any(|word| label.starts_with(word))
        || matches!(label, "例" | "例子" | "举例" | "e.g")
}

/// 示例 张三, Example John: a mark with a name behind a space.
pub(crate) fn is_example_of(text: &str) -> bool {
    let text = normalize::trim(text);
    let Some((mark, _)) = text.split_once(char::is_whitespace) else { return false };
    // Nearly every name is told apart by its length.
    if !matches!(mark.len(), 6 | 7) {
        return false;
    }
    let mark = normalize::label(mark);
    matches!(&*mark, "示例" | "样例" | "范例" | "example" | "sample")
}

/// 示例行，请删除; Example, do not import: a remark that asks for its row to be left out.
pub(crate) fn is_to_be_deleted(label: &str) -> bool {
    let marks = ["示例", "样例", "范例", "example", "sample"];
    let asks =
        ["删", "勿导入", "不导入", "不要导入", "忽略", "delete", "remove", "donotimport", "ignore"];
    let rest = marks.iter().find_map(|mark| label.strip_prefix(mark));
    let rest = rest.or_else(|| {
        let rest = label.strip_prefix("此行为").or_else(|| label.strip_prefix("本行为"))?;
        marks.iter().find_map(|mark| rest.strip_prefix(mark))
    });
    rest.is_some_and(|rest| asks.iter().any(|word| rest.contains(word)))
}

/// 张三（示例）
pub(crate) fn ends_as_example(label: &str) -> bool {
    ["(示例)", "(样例)", "(例)", "【示例】", "[示例]", "-示例", "(example)", "(sample)"]
        .iter()
        .any(|word| label.len() > word.len() && label.ends_with(word))
}

/// 必填, 文本, 格式 YYYY-MM-DD, 下拉选择, (如：张三), `text, required`: how to fill a column in.
pub(crate) fn is_hint(label: &str) -> bool {
    is_word(label) || hints::says_hint(label)
}

/// 文本, 男/女, `text, required`: nothing but words of hints.
pub(crate) fn is_word(label: &str) -> bool {
    is_made_of(label, hints::is_word)
}

/// 必填, 文本（选填）, YYYY-MM-DD: a hint that no header is, not even below another.
pub(crate) fn is_mark(label: &str) -> bool {
    let is_pattern =
        |c: char| "ymdhs".contains(c) || "年月日时分秒".contains(c) || !c.is_alphanumeric();
    is_made_of(label, hints::is_mark) || label.contains("yyyy") && label.chars().all(is_pattern)
}

/// Whether a text is one of these words, or several of them.
fn is_made_of(label: &str, is_word: fn(&str) -> bool) -> bool {
    if is_word(label) {
        return true;
    }
    let mut parts = label
        .split([',', ';', '、', '/', '|', '(', ')', '[', ']', '【', '】', ':', '或'])
        .filter(|part| !part.is_empty())
        .peekable();
    parts.peek().is_some() && parts.all(is_word)
}

/// 元, （万元）, 单位：天.
pub(crate) fn is_unit(label: &str) -> bool {
    let label =
        label.strip_prefix("单位:").or_else(|| label.strip_prefix("unit:")).unwrap_or(label);
    let label = label.trim_start_matches(['(', '[', '【']).trim_end_matches([')', ']', '】']);
    UNITS.contains(&label)
}

/// What stands where a column has no unit.
pub(crate) fn is_no_unit(label: &str) -> bool {
    matches!(label, "单位" | "unit" | "units")
        || matches!(nothing(label), Some(Nothing::Sign | Nothing::Person))
}

/// 合计, 小计：, 共12人, Total 12, 研发部小计.
pub(crate) fn is_total(label: &str) -> bool {
    let plain = label.trim_matches(|c: char| matches!(c, ':' | '-' | '—' | '*' | '(' | ')'));
    if TOTALS.contains(&plain) {
        return true;
    }
    let counted = TOTALS.iter().chain(&["共", "共有", "计", "计数"]).any(|word| {
        plain.strip_prefix(word).is_some_and(|rest| {
            let rest = rest.trim_start_matches([':', '=', '共', '为']);
            is_amount(rest) && rest.starts_with(|c: char| c.is_ascii_digit())
        })
    });
    let of_unit = || {
        let named = ["小计", "合计", "总计"].iter().find_map(|word| plain.strip_suffix(word));
        let units = ["部", "组", "室", "中心", "公司", "区", "店", "厂", "科", "处"];
        named.is_some_and(|name| {
            name.chars().count() >= 2 && units.iter().any(|unit| name.ends_with(unit))
        })
    };
    counted || of_unit()
}

/// 12, 1,200.50, 12人, 98%: what stands beside a total.
pub(crate) fn is_amount(label: &str) -> bool {
    let number = COUNTED.iter().find_map(|word| label.strip_suffix(word)).unwrap_or(label);
    let number = number.trim_start_matches(['¥', '$', '-']);
    !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

/// 制表人：李四, 审核：, 总经理（签字）：, 填表日期. The word, where it is one.
pub(crate) fn signed(label: &str) -> Option<&'static str> {
    let words = || SIGNED.iter().copied();
    let (before, _) = label.split_once(':').unwrap_or((label, ""));
    if label.contains(':') {
        let plain = before.trim_end_matches(')');
        let ends = ["签字", "签名", "签章", "盖章"].into_iter().find(|end| plain.ends_with(end));
        return words().find(|word| *word == before).or(ends);
    }
    words().find(|word| *word == label && word.ends_with('人') && *word != "负责人")
}

/// 备注, 说明: whether a header, in its comparable form, asks for remarks.
pub(crate) fn is_of_remarks(header: &str) -> bool {
    NOTES.contains(&header) || ["备注", "说明", "remark"].iter().any(|word| header.contains(word))
}

/// Whether a cell may name who signs a table or answers questions about it: nearly none has one of
/// these characters.
pub(crate) fn may_sign(cell: RawCell<'_>) -> bool {
    let may = |c: char| matches!(c, '人' | '：' | ':' | '疑' | '问' | '需' | 'y' | 'Y' | 'q' | 'Q');
    matches!(cell, RawCell::Text(text) if text.contains(may))
}

/// 填表人, 制表人：李四, 如有疑问请联系 李经理, HR联系人：王五: who signs a table or answers questions about
/// it, whose phone may stand beside.
pub(crate) fn signs_or_answers(label: &str) -> bool {
    let contact = |word: &str| {
        CONTACTS.iter().any(|contact| word.ends_with(contact)) && word.chars().count() <= 16
    };
    let before = label.split_once(':').map(|(before, _)| before);
    let is_role = |word: &str| word.ends_with(['人', 'y']);
    ASKED.iter().any(|asked| label.starts_with(asked))
        || before.is_some_and(contact)
        || signed(label).is_some_and(|word| is_role(word) && !word.ends_with("负责人"))
}

/// 注：…, 说明：…, ※ …, 以下空白: a remark below the table.
pub(crate) fn is_note(label: &str) -> bool {
    let (before, _) = label.split_once(':').unwrap_or(("", ""));
    let numbered = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let ends = ["以下空白", "以下无正文", "表格结束", "数据结束", "endofreport", "endoffile"];
    let plain = label.trim_matches(|c: char| !c.is_alphanumeric());
    label.starts_with('※') || NOTES.contains(&numbered) || ends.contains(&plain)
}

/// 第1页, 共3页, 第 1 页 共 3 页, Page 1 of 3.
pub(crate) fn is_page(label: &str) -> bool {
    let plain: String = label.chars().filter(|c| c.is_alphanumeric()).collect();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let one = |text: &str| {
        let inner = text.strip_prefix('第').or_else(|| text.strip_prefix('共'));
        inner.and_then(|inner| inner.strip_suffix('页')).is_some_and(digits)
    };
    let english = plain.strip_prefix("page").is_some_and(|rest| {
        rest.split_once("of").map_or(digits(rest), |(n, all)| digits(n) && digits(all))
    });
    let both = plain
        .split_once('页')
        .is_some_and(|(first, rest)| !rest.is_empty() && one(&format!("{first}页")) && one(rest));
    english || one(&plain) || both
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_of_an_example_is_seen_wherever_it_stands() {
        for mark in MARKS {
            for text in [format!("{mark}"), format!("张{mark}"), format!("{mark}三")] {
                assert!(may_be_example(RawCell::Text(&text)), "{text}");
            }
        }
        assert!(!may_be_example(RawCell::Text("张三")));
    }
}
