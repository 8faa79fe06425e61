//! One of a fixed set: the API's number, a Chinese or English label, another word for it. What is
//! not in the table (研究生, 大学: two readings each) is an error that lists the options.
//!
//! Must not know: which set.

use super::clean::{Plain, folded, plain, pointless, whole};
use super::{Context, Notes, Parsed};
use crate::check::value::Value;
use crate::lexicon::nearest;
use crate::lexicon::normalize::simplified;
use crate::problem::{Arg, Code, Complaint, both};
use crate::resolve::{Chosen, CustomOption};
use crate::sheet::{Dressed, RawCell};
use crate::spec::Choice;

pub(super) fn read<'c>(
    cell: RawCell<'c>,
    choices: &[Choice],
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Parsed<'c> {
    let found = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Bool(_) => return Err(Complaint::new(Code::BoolHere)),
        Plain::Moment(_) => return Err(Complaint::new(Code::DateHere)),
        Plain::Number(number) => {
            whole(number).and_then(|code| choices.iter().find(|choice| choice.code == code))
        }
        Plain::Text(text) => {
            let text = folded(text);
            let found = by_code(&text, choices).or_else(|| by_word(&text, choices));
            match found.or_else(|| by_tenant(&text, choices, cx)) {
                Some(choice) => Some(choice),
                None => loosely(&text, choices, notes),
            }
        }
    };
    match found {
        Some(choice) => in_use(choice, cx).map(|()| Some(Value::Int(choice.code))),
        None => Err(unknown(cell, choices, cx)),
    }
}

/// Whether a text is one of the set, by its number or a word for it.
pub(super) fn is_one(text: &str, choices: &[Choice]) -> bool {
    let text = folded(text);
    let loosely = || choices.iter().flat_map(|choice| choice.loosely).any(|word| same(&text, word));
    by_code(&text, choices).or_else(|| by_word(&text, choices)).is_some() || loosely()
}

/// The options, the place for local labels, and the option that may be meant.
fn unknown(cell: RawCell<'_>, choices: &[Choice], cx: &Context<'_>) -> Complaint {
    let near = match cell {
        RawCell::Text(text) | RawCell::Dressed(Dressed { face: text, .. }) => {
            nearest::choice_meant(text, choices)
        }
        RawCell::Empty
        | RawCell::Number(_)
        | RawCell::Bool(_)
        | RawCell::Moment(_)
        | RawCell::Fault(_) => Arg::default(),
    };
    Complaint::with(Code::ChoiceUnknown, [options(choices), cx.path.into(), near])
}

/// The choice that the tenant calls so, where its options are known.
fn by_tenant<'c>(text: &str, choices: &'c [Choice], cx: &Context<'_>) -> Option<&'c Choice> {
    let (Chosen::One(option) | Chosen::Inactive(option)) = cx.custom?.option(text, false) else {
        return None;
    };
    choices.iter().find(|choice| is_of(option, choice))
}

/// Whether the tenant has switched a choice off.
fn in_use(choice: &Choice, cx: &Context<'_>) -> Result<(), Complaint> {
    let options = cx.custom.map(|field| field.options.as_slice()).unwrap_or_default();
    let own = || options.iter().filter(|option| is_of(option, choice));
    match own().next() {
        Some(first) if own().all(|option| !option.active) => {
            let name = first.names.first().map_or(choice.zh, String::as_str);
            Err(Complaint::with(Code::EntryInactive, [name]))
        }
        Some(_) | None => Ok(()),
    }
}

fn is_of(option: &CustomOption, choice: &Choice) -> bool {
    option.key.parse() == Ok(choice.code)
}

fn by_code<'c>(text: &str, choices: &'c [Choice]) -> Option<&'c Choice> {
    let digits = pointless(text).unwrap_or(text);
    let code: i64 = digits.parse().ok()?;
    choices.iter().find(|choice| choice.code == code)
}

/// Nearly all cells are a label to the letter, which is found at once.
fn by_word<'c>(text: &str, choices: &'c [Choice]) -> Option<&'c Choice> {
    let by = |is: fn(&str, &str) -> bool| {
        choices.iter().find(|choice| {
            is(text, choice.zh)
                || is(text, choice.en)
                || choice.aliases.iter().any(|alias| is(text, alias))
        })
    };
    let found = by(|text, word| text == word).or_else(|| by(same));
    let found = found.or_else(|| as_listed(text, choices));
    if found.is_some() {
        return found;
    }
    if let Some(share) = whole_share(text) {
        return by_word(&share, choices);
    }
    by_word(attained(text).or_else(|| degree_in(text))?, choices)
}

/// The degree that is taken in something: 工学学士, 工商管理硕士.
fn degree_in(text: &str) -> Option<&str> {
    const IN: [&str; 19] = [
        "哲学",
        "经济学",
        "法学",
        "法律",
        "教育学",
        "教育",
        "文学",
        "历史学",
        "理学",
        "工学",
        "工程",
        "农学",
        "医学",
        "军事学",
        "管理学",
        "工商管理",
        "公共管理",
        "艺术学",
        "艺术",
    ];
    const DEGREES: [&str; 6] = ["学士", "硕士", "博士", "学士学位", "硕士学位", "博士学位"];
    let degree = IN.iter().filter_map(|of| text.strip_prefix(of));
    degree.into_iter().find(|degree| DEGREES.contains(degree))
}

/// `20.00%` is 20%.
fn whole_share(text: &str) -> Option<String> {
    let figures = text.strip_suffix('%')?.trim_end();
    let at = figures
        .rfind(|c: char| !c.is_ascii_digit() && c != '.')
        .map_or(0, |at| at + figures[at..].chars().next().map_or(0, char::len_utf8));
    let whole = pointless(&figures[at..])?;
    Some(format!("{}{whole}%", &figures[..at]))
}

/// A degree that is said to be one, or to be reached, or how somebody studied for it: 本科学历, 大专毕业,
/// 非全日制硕士, 自考本科, 本科生.
fn attained(text: &str) -> Option<&str> {
    const WAYS: [&str; 10] = [
        "非全日制",
        "在职",
        "自考",
        "函授",
        "成人教育",
        "成人高考",
        "成考",
        "成教",
        "网络教育",
        "电大",
    ];
    let bare = text.strip_suffix("毕业").or_else(|| text.strip_suffix("学历"));
    let bare = bare.or_else(|| text.strip_suffix('生').filter(|_| text.ends_with("科生")));
    let whole = bare.unwrap_or(text);
    let studied = WAYS.iter().find_map(|way| whole.strip_prefix(way));
    let bare = studied.or(bare)?.trim_matches([' ', '-', '/']);
    (!bare.is_empty()).then_some(bare)
}

/// As the options are listed to people (`1 男`, `01-男`), said twice (男 Male, 大学本科（学士）), or ticked among
/// others (☑男 □女): always one and the same.
fn as_listed<'c>(text: &str, choices: &'c [Choice]) -> Option<&'c Choice> {
    let text = ticked(text).unwrap_or(text);
    let apart = apart(text);
    let all = || apart.iter().flat_map(|part| part.split(BETWEEN)).filter(|part| !part.is_empty());
    let mut parts = all();
    let one = |part: &str| {
        let word = |word: &str| same(part, word);
        by_code(part, choices).or_else(|| {
            choices.iter().find(|choice| {
                word(choice.zh) || word(choice.en) || choice.aliases.iter().any(|alias| word(alias))
            })
        })
    };
    let first = one(parts.next()?)?;
    let is_word = |part: &str| by_code(part, choices).is_none();
    let mut said = all();
    let alike = parts.all(|part| one(part).is_some_and(|other| other.code == first.code));
    (alike && said.any(is_word)).then_some(first)
}

/// The parts of a text with ideographs and something else side by side: 男♂, 男Male, 1男.
fn apart(text: &str) -> Vec<&str> {
    let is_han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let mut parts = Vec::new();
    let mut from = 0;
    for ((_, before), (at, c)) in text.char_indices().zip(text.char_indices().skip(1)) {
        if is_han(before) != is_han(c) {
            parts.push(&text[from..at]);
            from = at;
        }
    }
    parts.push(&text[from..]);
    parts
}

/// What stands between a number and its word, and between two words.
const BETWEEN: [char; 15] =
    [' ', '-', '|', ':', '：', '.', '、', '/', '(', ')', '（', '）', '_', '=', '\u{3000}'];

/// The only one that is ticked.
fn ticked(text: &str) -> Option<&str> {
    const TICKED: [char; 5] = ['☑', '☒', '✔', '✓', '√'];
    const OPEN: [char; 4] = ['□', '☐', '○', '◯'];
    let (_, rest) = text.split_once(TICKED)?;
    let end = rest.find(OPEN).unwrap_or(rest.len());
    let is_only = !rest.contains(TICKED);
    is_only.then_some(rest[..end].trim()).filter(|one| !one.is_empty())
}

fn loosely<'c>(text: &str, choices: &'c [Choice], notes: &mut Notes) -> Option<&'c Choice> {
    let choice =
        choices.iter().find(|choice| choice.loosely.iter().any(|word| same(text, word)))?;
    let label = both(choice.zh, choice.en);
    notes.warn(Complaint::with(Code::ChoiceLoosely, [label]));
    Some(choice)
}

/// Equal but for case, blanks, dashes, the width of characters and traditional ones. Without allocation: a cell is
/// held against some dozens of words, and nearly all differ in their first character.
fn same(text: &str, word: &str) -> bool {
    letters(text).eq(letters(word))
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            c => c,
        })
        // Behind ♂ stands how it is drawn.
        .filter(|c| {
            !c.is_whitespace() && !matches!(c, '-' | '_' | '–' | '—' | '\u{FE0E}' | '\u{FE0F}')
        })
        .flat_map(char::to_lowercase)
        .map(simplified)
}

/// `1 小学、2 初中…`, in both languages.
pub(super) fn options(choices: &[Choice]) -> Arg {
    let list = |label: fn(&Choice) -> &'static str, between: &str| {
        let labels: Vec<String> =
            choices.iter().map(|choice| format!("{} {}", choice.code, label(choice))).collect();
        labels.join(between)
    };
    both(&list(|choice| choice.zh, "、"), &list(|choice| choice.en, ", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::testing::reading;
    use crate::problem::Lang;
    use crate::resolve::{CustomField, CustomModule};
    use crate::spec::CustomType;

    const DEGREES: &[Choice] = &[
        Choice { code: 1, zh: "小学", en: "Primary school", aliases: &[], loosely: &[] },
        Choice {
            code: 8,
            zh: "博士",
            en: "Doctor",
            aliases: &["PhD", "博士学位"],
            loosely: &["博士后"],
        },
        Choice { code: -1, zh: "前 5 %", en: "Top 5 %", aliases: &[], loosely: &[] },
    ];

    fn code(cell: RawCell<'_>) -> (Result<i64, Code>, usize) {
        let mut notes = Notes::default();
        let reading = reading();
        let result = match read(cell, DEGREES, &Context::new(&reading), &mut notes) {
            Ok(Some(Value::Int(code))) => Ok(code),
            Ok(_) => Ok(0),
            Err(complaint) => Err(complaint.code),
        };
        (result, notes.warnings.len())
    }

    #[test]
    fn numbers_labels_and_other_words() {
        for text in ["8", "８", "8.0", "博士", " 博 士 ", "博士學位", "doctor", "PHD", "ＰｈＤ"]
        {
            assert_eq!(code(RawCell::Text(text)), (Ok(8), 0), "{text}");
        }
        assert_eq!(code(RawCell::Number(1.0)), (Ok(1), 0));
        assert_eq!(code(RawCell::Text("-1")), (Ok(-1), 0));
        assert_eq!(code(RawCell::Text("前5％")), (Ok(-1), 0));
        assert_eq!(code(RawCell::Text("博士后")), (Ok(8), 1));
        for text in ["小学毕业", "小学学历", "小学 毕业", "博士毕业", "1-小学毕业"]
        {
            assert!(matches!(code(RawCell::Text(text)), (Ok(1 | 8), 0)), "{text}");
        }
        let studied = ["非全日制博士", "在职博士", "函授博士毕业"];
        for text in ["工学博士", "理学博士学位", "管理学博士毕业"].into_iter().chain(studied)
        {
            assert_eq!(code(RawCell::Text(text)), (Ok(8), 0), "{text}");
        }
        for text in ["前5.00%", "前 5.0％"] {
            assert_eq!(code(RawCell::Text(text)), (Ok(-1), 0), "{text}");
        }
        for text in ["博士学", "工学", "工学小学", "5.50%", "天学博士"] {
            assert_eq!(code(RawCell::Text(text)).0, Err(Code::ChoiceUnknown), "{text}");
        }
        for text in ["小学在读", "小学肄业", "毕业", "学历", "研究生毕业", "在职", "科生"]
        {
            assert_eq!(code(RawCell::Text(text)).0, Err(Code::ChoiceUnknown), "{text}");
        }
        for text in ["1-小学", "01|小学", "1.小学", "博士（PhD）", "博士/Doctor", "☑博士 □小学"]
        {
            assert!(matches!(code(RawCell::Text(text)), (Ok(1 | 8), 0)), "{text}");
        }
        for text in ["小学1", "1小学", "博士PhD", "Doctor博士", "8.00"] {
            assert!(matches!(code(RawCell::Text(text)), (Ok(1 | 8), 0)), "{text}");
        }
        for text in ["小学8", "1博士", "小学Doctor", "小学3年"] {
            assert_eq!(code(RawCell::Text(text)).0, Err(Code::ChoiceUnknown), "{text}");
        }
        for text in ["研究生", "8-小学", "小学/博士", "□小学 □博士", "☑小学 ☑博士", "1-8", "1/1"]
        {
            assert_eq!(code(RawCell::Text(text)).0, Err(Code::ChoiceUnknown), "{text}");
        }
        for text in ["2", "PhD2"] {
            assert_eq!(code(RawCell::Text(text)).0, Err(Code::ChoiceUnknown), "{text}");
        }
        assert_eq!(code(RawCell::Number(1.5)).0, Err(Code::ChoiceUnknown));
        assert_eq!(code(RawCell::Bool(true)).0, Err(Code::BoolHere));
    }

    #[test]
    fn what_the_tenant_calls_an_option_is_it_and_one_that_is_switched_off_is_none() {
        let option = |key: &str, name: &str, active| CustomOption {
            key: key.to_owned(),
            names: vec![name.to_owned()],
            active,
        };
        let field = CustomField {
            id: "1".to_owned(),
            module: CustomModule::default(),
            names: vec!["学历".to_owned()],
            ty: CustomType::Choice,
            required: false,
            active: true,
            options: vec![
                option("8", "研究生（博士）学位", true),
                option("1", "小学", false),
                option("99", "博士后流动站", true),
            ],
        };
        let reading = reading();
        let read_of = |custom, text| {
            let cx = Context { custom, ..Context::new(&reading) };
            let read = read(RawCell::Text(text), DEGREES, &cx, &mut Notes::default());
            read.map_err(|complaint| complaint.code)
        };
        let text = "研究生(博士)学位";
        assert_eq!(read_of(None, text), Err(Code::ChoiceUnknown));
        assert_eq!(read_of(Some(&field), text), Ok(Some(Value::Int(8))));
        assert_eq!(read_of(None, "小学"), Ok(Some(Value::Int(1))));
        assert_eq!(read_of(Some(&field), "小学"), Err(Code::EntryInactive));
        assert_eq!(read_of(Some(&field), "博士"), Ok(Some(Value::Int(8))));
        assert_eq!(
            read_of(Some(&field), "博士后流动站"),
            Err(Code::ChoiceUnknown),
            "no such number"
        );
    }

    #[test]
    fn the_option_that_may_be_meant_is_named_and_not_taken() {
        let reading = reading();
        let said = |text| {
            let cx = Context::new(&reading);
            let read = read(RawCell::Text(text), DEGREES, &cx, &mut Notes::default());
            read.map_err(|complaint| complaint.message(Lang::Zh)).unwrap_err()
        };
        assert_eq!(said("博士生"), "不在选项里，或有歧义（是不是「博士」？）");
        assert_eq!(said("研究生"), "不在选项里，或有歧义");
    }
}
