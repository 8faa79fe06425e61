//! For tests: how values are read.
//!
//! Must not know: any parser.

use std::sync::LazyLock;

use super::Context;
use crate::bind::ReadOptions;
use crate::resolve::{Directory, Entry};
use crate::spec::IdOf;

/// How a Chinese sheet without a mapping file is read.
pub(crate) fn reading() -> ReadOptions {
    ReadOptions {
        timezone: jiff::tz::TimeZone::get("Asia/Shanghai").unwrap(),
        ..ReadOptions::default()
    }
}

/// What a parser knows of a cell that stands alone.
pub(crate) fn alone() -> Context<'static> {
    static READING: LazyLock<ReadOptions> = LazyLock::new(reading);
    Context::new(&READING)
}

/// Lists that know how some countries are dialled.
pub(crate) fn dialling() -> Directory {
    const ALL: [[&str; 6]; 13] = [
        ["CN_1", "CN", "CHN", "+86", "中国", "China"],
        ["CN_9", "HK", "HKG", "+852", "中国香港", "Hong Kong, China"],
        ["CN_5", "US", "USA", "+1", "美国", "United States"],
        ["CN_6", "CA", "CAN", "+1", "加拿大", "Canada"],
        ["CN_8", "TW", "TWN", "+886", "中国台湾", "Taiwan, China"],
        ["CN_65", "SG", "SGP", "+65", "新加坡", "Singapore"],
        ["CN_81", "JP", "JPN", "+81", "日本", "Japan"],
        ["CN_82", "KR", "KOR", "+82", "韩国", "South Korea"],
        ["CN_66", "TH", "THA", "+66", "泰国", "Thailand"],
        ["CN_62", "ID", "IDN", "+62", "印度尼西亚", "Indonesia"],
        ["CN_61", "AU", "AUS", "+61", "澳大利亚", "Australia"],
        ["CN_52", "MX", "MEX", "+52", "墨西哥", "Mexico"],
        ["CN_39", "IT", "ITA", "+39", "意大利", "Italy"],
    ];
    let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let entry = |id: &str, codes: &[&str], names: &[&str]| Entry {
        id: id.to_owned(),
        codes: own(codes),
        names: own(names),
        active: true,
        ..Entry::default()
    };
    let countries = ALL.iter().map(|[id, _, _, _, zh, en]| entry(id, &[], &[zh, en]));
    let dialled = ALL.iter().map(|[id, two, three, code, zh, en]| {
        entry(&format!("71{id}"), &[two, three, code], &[zh, en])
    });
    let lists = [(IdOf::Country, countries.collect()), (IdOf::DialCode, dialled.collect())];
    Directory::new(lists, false)
}
