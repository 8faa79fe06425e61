//! Which country a telephone number is of: those of hire, which bodies take, know no dialling code, those of
//! `CoreHR` do. The two are joined by what both are called.
//!
//! Must not know: how a number is written, which countries there are.

use std::collections::HashMap;

use super::entry::Entry;
use super::list::List;
use crate::lexicon::normalize;

/// A country of hire, and how it is dialled.
#[derive(Debug)]
struct Dialled {
    /// Its ID, as bodies take it.
    country: String,
    /// Two and three letters, as ISO has them.
    letters: Vec<String>,
    /// Its dialling code, of figures alone.
    code: String,
}

/// The countries whose dialling codes are known, in the order of hire's list.
#[derive(Debug, Default)]
pub(super) struct DialCodes(Vec<Dialled>);

impl DialCodes {
    /// Those of hire's list that the other one knows by any of their names. One whose names lead to two
    /// codes has none.
    pub(super) fn new(countries: Option<&List>, regions: Option<&List>) -> Self {
        let (Some(countries), Some(regions)) = (countries, regions) else { return Self::default() };
        let mut called: HashMap<String, Vec<&Entry>> = HashMap::new();
        for region in regions.entries().iter().filter(|region| region.active) {
            for name in region.names.iter().flat_map(|name| forms(name)) {
                called.entry(name).or_default().push(region);
            }
        }
        let of = |country: &Entry| {
            let names = country.names.iter().flat_map(|name| forms(name));
            let mut found = names.filter_map(|name| called.get(&name)).flatten();
            let first = found.next()?;
            let code = code_of(first)?;
            found.all(|other| code_of(other) == Some(code)).then(|| Dialled {
                country: country.id.clone(),
                letters: letters_of(first),
                code: code.to_owned(),
            })
        };
        Self(countries.entries().iter().filter_map(of).collect())
    }
}

/// The dialling code of a region: of its codes the one of figures.
fn code_of(region: &Entry) -> Option<&str> {
    let figures = |code: &str| !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit());
    let codes = region.codes.iter().map(|code| code.trim().trim_start_matches('+'));
    codes.into_iter().find(|code| figures(code))
}

fn letters_of(region: &Entry) -> Vec<String> {
    let letters = |code: &&String| code.bytes().all(|b| b.is_ascii_alphabetic());
    region.codes.iter().filter(letters).cloned().collect()
}

/// What may stand about the name of a part of China in one list and not in the other.
const ABOUT: [&str; 6] = ["中国", "特别行政区", "(中国)", "(china)", ",china", "sar"];

/// A name in its normal form, and without what may stand about it.
fn forms(name: &str) -> Vec<String> {
    let whole = normalize::label(name);
    let mut bare = whole.as_str();
    while let Some(rest) = ABOUT.iter().find_map(|word| {
        let rest = bare.strip_prefix(word).or_else(|| bare.strip_suffix(word));
        rest.map(str::trim).filter(|rest| !rest.is_empty())
    }) {
        bare = rest;
    }
    let bare = (bare != whole).then(|| bare.to_owned());
    bare.into_iter().chain([whole]).filter(|form| !form.is_empty()).collect()
}

impl DialCodes {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The IDs of the countries with this dialling code, in the order of their list.
    pub(super) fn dialled<'d>(&'d self, code: &str) -> impl Iterator<Item = &'d str> {
        let all = self.0.iter().filter(move |one| one.code == code);
        all.map(|one| one.country.as_str())
    }

    /// The ID of the country of two or three letters.
    pub(super) fn of_letters(&self, letters: &str) -> Option<&str> {
        let is_it = |own: &String| own.eq_ignore_ascii_case(letters);
        let found = self.0.iter().find(|one| one.letters.iter().any(is_it));
        found.map(|one| one.country.as_str())
    }

    /// The dialling code of the country with this ID.
    pub(super) fn code_of(&self, country: &str) -> Option<&str> {
        self.0.iter().find(|one| one.country == country).map(|one| one.code.as_str())
    }
}

/// How people call a country that a list may call otherwise, in normal forms.
const OTHERWISE: [(&str, &str); 18] = [
    ("中国大陆", "中国"),
    ("中国内地", "中国"),
    ("大陆", "中国"),
    ("内地", "中国"),
    ("中华人民共和国", "中国"),
    ("prc", "中国"),
    ("印尼", "印度尼西亚"),
    ("澳洲", "澳大利亚"),
    ("大马", "马来西亚"),
    ("阿联酋", "阿拉伯联合酋长国"),
    ("阿拉伯联合酋长国", "阿联酋"),
    ("沙特", "沙特阿拉伯"),
    ("俄国", "俄罗斯"),
    ("俄罗斯", "俄罗斯联邦"),
    ("南韩", "韩国"),
    ("韩国", "大韩民国"),
    ("纽西兰", "新西兰"),
    ("uk", "英国"),
];

/// The one country of a list that is called so, whatever stands about the names of parts of China; of
/// somebody's nationality (中国籍), the country.
pub(super) fn called<'d>(countries: &'d List, name: &str) -> Option<&'d Entry> {
    let label = normalize::label(name);
    let label = label.strip_suffix('籍').unwrap_or(&label);
    let others = OTHERWISE.iter().filter(|(other, _)| *other == label).map(|(_, usual)| *usual);
    std::iter::once(label).chain(others).find_map(|name| one_called(countries, name))
}

fn one_called<'d>(countries: &'d List, name: &str) -> Option<&'d Entry> {
    let wanted = forms(name);
    let is_it = |country: &&Entry| {
        let mut names = country.names.iter().flat_map(|name| forms(name));
        names.any(|form| wanted.contains(&form))
    };
    let mut found = countries.entries().iter().filter(is_it);
    found.next().filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::Directory;
    use crate::spec::IdOf;

    fn entry(id: &str, codes: &[&str], names: &[&str]) -> Entry {
        let all = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Entry {
            id: id.into(),
            codes: all(codes),
            names: all(names),
            active: true,
            ..Entry::default()
        }
    }

    fn known() -> Directory {
        let countries = vec![
            entry("CN_1", &[], &["中国", "China"]),
            entry("CN_9", &[], &["香港", "Hong Kong"]),
            entry("CN_10", &[], &["中国澳门特别行政区", "Macao SAR"]),
            entry("CN_5", &[], &["美国", "United States"]),
            entry("CN_6", &[], &["加拿大", "Canada"]),
            entry("CN_7", &[], &["无人岛", "Nowhere"]),
            entry("CN_8", &[], &["中国台湾", "Taiwan, China"]),
        ];
        let regions = vec![
            entry("71", &["CN", "CHN", "+86"], &["中国", "China", "中华人民共和国"]),
            entry("72", &["HK", "HKG", "+852"], &["中国香港", "Hong Kong, China"]),
            entry("73", &["MO", "MAC", "+853"], &["中国澳门", "Macao"]),
            entry("74", &["US", "USA", "+1"], &["美国", "United States"]),
            entry("75", &["CA", "CAN", "1"], &["加拿大", "Canada"]),
            entry("76", &["TW", "TWN", "+886"], &["台湾", "Taiwan"]),
        ];
        Directory::new([(IdOf::Country, countries), (IdOf::DialCode, regions)], false)
    }

    #[test]
    fn countries_of_the_two_lists_are_joined_by_any_of_their_names() {
        let known = known();
        let ids = |code: &str| -> Vec<String> {
            known.countries_dialled(code).iter().map(|one| one.id.clone()).collect()
        };
        assert_eq!(ids("852"), ["CN_9"]);
        assert_eq!(ids("853"), ["CN_10"]);
        assert_eq!(ids("886"), ["CN_8"]);
        assert_eq!(ids("1"), ["CN_5", "CN_6"]);
        assert_eq!(ids("86"), ["CN_1"]);
        assert_eq!(ids("999"), [""; 0]);
        assert_eq!(known.dial_code_of("CN_6"), Some("1"));
        assert_eq!(known.dial_code_of("CN_7"), None);
        let id = |found: Option<&Entry>| found.map(|one| one.id.clone());
        assert_eq!(id(known.country_of_letters("hk")).as_deref(), Some("CN_9"));
        assert_eq!(id(known.country_of_letters("CAN")).as_deref(), Some("CN_6"));
        assert_eq!(id(known.country_of_letters("XX")), None);
        for name in ["香港", "中国香港", "中国香港特别行政区", "Hong Kong SAR", "HONG KONG"]
        {
            assert_eq!(id(known.country_called(name)).as_deref(), Some("CN_9"), "{name}");
        }
        for name in ["中国", "中国大陆", "中华人民共和国", "中国籍", "PRC", "内地"]
        {
            assert_eq!(id(known.country_called(name)).as_deref(), Some("CN_1"), "{name}");
        }
        assert!(known.country_called("籍").is_none() && known.country_called("").is_none());
    }

    #[test]
    fn a_name_that_leads_to_two_codes_has_none_and_without_a_list_nothing_is_known() {
        let countries = || vec![entry("CN_1", &[], &["刚果", "Congo"])];
        let regions = vec![
            entry("1", &["CG", "+242"], &["刚果"]),
            entry("2", &["CD", "+243"], &["刚果民主共和国", "Congo"]),
        ];
        let known =
            Directory::new([(IdOf::Country, countries()), (IdOf::DialCode, regions)], false);
        assert!(!known.knows_dial_codes() && known.dial_code_of("CN_1").is_none());
        let alone = Directory::new([(IdOf::Country, countries())], false);
        assert!(!alone.knows_dial_codes());
        assert!(alone.country_called("刚果").is_some());
    }
}
