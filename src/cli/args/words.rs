//! Words of the command line → values.
//!
//! Must not know: which flag takes them.

use std::path::PathBuf;

use super::speech::lang;
use super::{Amount, t};
use crate::bind::DateOrder;
use crate::kinds::{self, lists};
use crate::problem::Lang;
use crate::spec::{Kind, KindId, TenantList};
use crate::tr;

pub(super) fn amount(word: &str) -> Result<Amount, String> {
    word.parse().map_err(|()| {
        t("请写行数或百分比，如 20 或 5%", "a number or a percentage, as in 20 or 5%").to_owned()
    })
}

pub(super) fn kind(word: &str) -> Result<KindId, String> {
    KindId::of(word).ok_or_else(|| {
        let all = kinds::flags(t(" 和 ", " and "));
        tr!(lang(), "记录种类只有 {all}", "the kinds are {all}")
    })
}

/// The kinds with what they are called: `talent（人才）或 job-data（任职信息）`.
pub(super) fn kinds() -> String {
    let called = |kind: &&Kind| match lang() {
        Lang::Zh => format!("{}（{}）", kind.id.flag(), kind.zh),
        Lang::En => kind.id.flag().to_owned(),
    };
    let all: Vec<_> = kinds::ALL.iter().map(called).collect();
    all.join(t("或 ", " or "))
}

/// One of the lists that are read unless it is said; people are asked for by a flag of their own.
pub(super) fn tenant_list(word: &str) -> Result<&'static TenantList, String> {
    lists::named(word).filter(|list| !list.personal).ok_or_else(|| {
        let all = list_words();
        tr!(lang(), "可选的名单：{all}", "the lists are {all}")
    })
}

/// The lists that are read unless it is said.
pub(super) fn tenant_lists() -> String {
    let all = list_words();
    tr!(lang(), "读取哪些名单（默认全部）：{all}", "which lists to read (default: all): {all}")
}

fn list_words() -> String {
    let common = lists::ALL.iter().filter(|list| !list.personal);
    common.map(|list| list.word).collect::<Vec<_>>().join(" ")
}

/// The same, where rows are asked for.
pub(super) fn kinds_of_rows() -> String {
    format!("{}{}", t("记录种类：", "what the rows are: "), kinds())
}

pub(super) fn count(word: &str) -> Result<usize, String> {
    let count = word.parse().ok().filter(|count| (1..=1000).contains(count));
    count.ok_or_else(|| t("请写 1 到 1000", "a number from 1 to 1000").to_owned())
}

/// `30d`, `4w`, `12h`.
pub(super) fn age(word: &str) -> Result<jiff::SignedDuration, String> {
    let hours = word.char_indices().last().and_then(|(at, unit)| {
        let number = word.get(..at)?.parse::<u32>().ok()?;
        let hours = match unit {
            'h' => 1,
            'd' => 24,
            'w' => 7 * 24,
            _ => return None,
        };
        Some(i64::from(number) * hours)
    });
    hours.map(jiff::SignedDuration::from_hours).ok_or_else(|| {
        t("请写 30d（天）、4w（周）或 12h（小时）", "30d (days), 4w (weeks) or 12h (hours)")
            .to_owned()
    })
}

pub(super) fn date_order(word: &str) -> Result<DateOrder, String> {
    DateOrder::of(word)
        .ok_or_else(|| t("只有 ymd、dmy、mdy 三种", "the orders are ymd, dmy and mdy").to_owned())
}

pub(super) fn spreadsheet(word: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(word);
    let known =
        |end: &std::ffi::OsStr| end.eq_ignore_ascii_case("xlsx") || end.eq_ignore_ascii_case("csv");
    if path.extension().is_some_and(known) {
        Ok(path)
    } else {
        Err(t("文件名要以 .xlsx 或 .csv 结尾", "the name must end in .xlsx or .csv").to_owned())
    }
}

pub(super) fn delimiter(word: &str) -> Result<u8, String> {
    match word {
        "tab" | "\\t" | "\t" => Ok(b'\t'),
        _ => match word.as_bytes() {
            [byte @ (b',' | b';' | b'|' | b':' | b'^' | b'~' | b' ')] => Ok(*byte),
            _ => Err(t("分隔符只能是 , ; | tab 等单个字符", "a delimiter is one of , ; | tab")
                .to_owned()),
        },
    }
}

/// A mapping to write: TOML or a workbook.
pub(super) fn mapping_file(word: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(word);
    let known = |end: &std::ffi::OsStr| {
        end.eq_ignore_ascii_case("xlsx") || end.eq_ignore_ascii_case("toml")
    };
    if path.extension().is_some_and(known) {
        Ok(path)
    } else {
        Err(t("文件名要以 .toml 或 .xlsx 结尾", "the name must end in .toml or .xlsx").to_owned())
    }
}

/// A confidence that a suggestion must have.
pub(super) fn confidence(word: &str) -> Result<f64, String> {
    let number = word.parse::<f64>().ok().filter(|number| (0.5..=1.0).contains(number));
    number.ok_or_else(|| t("要写 0.5 到 1 之间的数", "give a number from 0.5 to 1").to_owned())
}
