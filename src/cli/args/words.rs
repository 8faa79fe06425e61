//! Words of the command line → values.
//!
//! Must not know: which flag takes them.

use std::path::PathBuf;

use super::{Amount, t};
use crate::bind::DateOrder;
use crate::spec::KindId;

pub(super) fn amount(word: &str) -> Result<Amount, String> {
    word.parse().map_err(|()| {
        t("请写行数或百分比，如 20 或 5%", "a number or a percentage, as in 20 or 5%").to_owned()
    })
}

pub(super) fn kind(word: &str) -> Result<KindId, String> {
    KindId::of(word).ok_or_else(|| {
        t("只有 talent 和 job-data 两种", "the kinds are talent and job-data").to_owned()
    })
}

pub(super) fn date_order(word: &str) -> Result<DateOrder, String> {
    match word {
        "ymd" => Ok(DateOrder::Ymd),
        "dmy" => Ok(DateOrder::Dmy),
        "mdy" => Ok(DateOrder::Mdy),
        _ => Err(t("只有 ymd、dmy、mdy 三种", "the orders are ymd, dmy and mdy").to_owned()),
    }
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
