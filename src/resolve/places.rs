//! How people write places: 深圳 for 深圳市, and what it lies in before it (广东省深圳市, 中国广东深圳) or
//! behind it (Shenzhen, Guangdong). What stands beside must be what the place lies in: 湖南省深圳市 is
//! none.
//!
//! Must not know: which list the places are of, what becomes of one.

use super::entry::{Entry, Texts};
use crate::lexicon::normalize;

/// Words for sorts of places behind a name; the longer first.
const SORTS: [&str; 17] = [
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "特别行政区",
    "自治区",
    "自治州",
    "地区",
    "省",
    "市",
    "盟",
    "县",
    " province",
    " municipality",
    " prefecture",
    " city",
    "province",
    "city",
];
/// What may stand between a place and what it lies in.
const BETWEEN: [char; 12] = [' ', ',', '，', '/', '-', '—', '>', '·', '、', '\\', '|', '_'];
/// A name is not made shorter than that.
const SHORTEST: usize = 2;

/// Words for provinces. No city is meant by a name with one of them right behind it: 吉林省 is not 吉林市.
const PROVINCES: [&str; 4] = ["自治区", "省", " province", "province"];

/// What places lie in, in their normal forms.
#[derive(Debug)]
pub(super) struct Above(Vec<Wider>);

/// A province or a country.
#[derive(Debug)]
struct Wider {
    id: String,
    /// What it lies in itself.
    within: Texts,
    forms: Vec<String>,
}

/// A name in its normal form, and without the word for what sort of place it is.
fn forms(name: &str) -> Vec<String> {
    let whole = normalize::label(name);
    let bare = SORTS.iter().find_map(|sort| whole.strip_suffix(sort)).map(str::trim_end);
    let bare = bare.filter(|bare| bare.chars().count() >= SHORTEST).map(str::to_owned);
    bare.into_iter().chain([whole]).filter(|form| !form.is_empty()).collect()
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(BETWEEN)
}

impl Above {
    /// What places may lie in: the entries of wider lists.
    pub(super) fn new<'e>(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let wider = entries.map(|entry| Wider {
            id: entry.id.clone(),
            within: Texts::clone(&entry.within),
            forms: entry.names.iter().flat_map(|name| forms(name)).collect(),
        });
        Self(wider.collect())
    }

    /// The places among `entries` that a text names.
    pub(super) fn find(&self, entries: &[Entry], text: &str) -> Vec<usize> {
        // The word for what sort of place it is may stand behind all: Shenzhen City.
        let wanted = forms(text);
        let label = normalize::label(text);
        let is_province = PROVINCES.iter().any(|word| label.ends_with(word));
        let is_it = |entry: &Entry| {
            entry.names.iter().flat_map(|name| forms(name)).any(|form| {
                wanted.iter().map(|wanted| trimmed(wanted)).any(|wanted| {
                    let before = wanted.strip_suffix(&*form);
                    let behind = wanted.strip_prefix(&*form);
                    let is_it = !is_province || label.ends_with(&*form);
                    before
                        .filter(|_| is_it)
                        .is_some_and(|before| self.holds(&entry.within, trimmed(before)))
                        || behind
                            .filter(|behind| {
                                behind.is_empty() && is_it || behind.starts_with(BETWEEN)
                            })
                            .is_some_and(|behind| self.holds(&entry.within, trimmed(behind)))
                })
            })
        };
        (0..entries.len()).filter(|at| is_it(&entries[*at])).collect()
    }

    /// Whether a text is the name of a place and of the province in which it lies, too: 吉林 is 吉林市, or 吉林省.
    /// 北京 is one place.
    pub(super) fn is_also_wider(&self, entry: &Entry, text: &str) -> bool {
        let label = normalize::label(text);
        let is_province = |wider: &Wider| {
            wider.forms.iter().any(|form| PROVINCES.iter().any(|word| form.ends_with(word)))
        };
        let mut around = self.0.iter().filter(|wider| entry.within.contains(&wider.id));
        around.any(|wider| is_province(wider) && wider.forms.contains(&label))
    }

    /// Whether a text names nothing but what something within these lies in.
    fn holds(&self, within: &[String], text: &str) -> bool {
        text.is_empty()
            || self.0.iter().filter(|wider| within.contains(&wider.id)).any(|wider| {
                wider.forms.iter().any(|form| {
                    let rest = text.strip_suffix(&**form).or_else(|| text.strip_prefix(&**form));
                    rest.is_some_and(|rest| {
                        let rest = trimmed(rest);
                        self.holds(&wider.within, rest) || self.holds(within, rest)
                    })
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(id: &str, names: &[&str], within: &[&str]) -> Entry {
        Entry {
            id: id.into(),
            names: names.iter().map(|name| (*name).into()).collect(),
            within: within.iter().map(|id| (*id).into()).collect(),
            active: true,
            ..Entry::default()
        }
    }

    fn found(text: &str) -> Vec<usize> {
        let wider = [
            place("C1", &["中国", "China"], &[]),
            place("S1", &["广东省", "Guangdong"], &["C1"]),
            place("S2", &["北京市", "Beijing"], &["C1"]),
            place("S3", &["广西壮族自治区"], &["C1"]),
            place("S4", &["吉林省"], &["C1"]),
        ];
        let cities = [
            place("T1", &["深圳市", "Shenzhen"], &["S1", "C1"]),
            place("T2", &["北京市", "Beijing"], &["S2", "C1"]),
            place("T3", &["南宁市"], &["S3", "C1"]),
            place("T4", &["吉林市"], &["S4", "C1"]),
        ];
        Above::new(wider.iter()).find(&cities, text)
    }

    #[test]
    fn a_place_is_named_with_and_without_what_it_lies_in() {
        for text in [
            "深圳",
            "深圳市",
            "广东省深圳市",
            "广东深圳",
            "中国广东省深圳市",
            "广东省 深圳市",
            "广东-深圳",
            "Shenzhen",
            "SHENZHEN",
            "Shenzhen City",
            "Shenzhen, Guangdong",
            "Shenzhen, Guangdong, China",
            "Shenzhen, Guangdong Province",
            "中国/广东/深圳",
        ] {
            assert_eq!(found(text), [0], "{text}");
        }
        for text in ["北京", "北京市", "Beijing", "中国北京", "北京市北京市"] {
            assert_eq!(found(text), [1], "{text}");
        }
        assert_eq!(found("广西南宁"), [2]);
        assert_eq!(found("吉林省吉林市"), [3]);
    }

    #[test]
    fn a_city_and_its_province_may_be_called_the_same() {
        let wider = [
            place("C1", &["中国"], &[]),
            place("S4", &["吉林省", "Jilin"], &["C1"]),
            place("S2", &["北京市", "Beijing"], &["C1"]),
        ];
        let above = Above::new(wider.iter());
        let jilin = place("T4", &["吉林市", "Jilin"], &["S4", "C1"]);
        let beijing = place("T2", &["北京市", "Beijing"], &["S2", "C1"]);
        for (city, text, both) in [
            (&jilin, "吉林", true),
            (&jilin, "Jilin", true),
            (&jilin, "吉林市", false),
            (&jilin, "吉林省吉林市", false),
            (&beijing, "北京", false),
            (&beijing, "Beijing", false),
        ] {
            assert_eq!(above.is_also_wider(city, text), both, "{text}");
        }
    }

    #[test]
    fn what_lies_elsewhere_or_is_none_is_not_found() {
        for text in [
            "湖南省深圳市",
            "广西深圳",
            "深",
            "深圳市南山区",
            "大深圳",
            "广东省",
            // The province, and not the city that is called so.
            "吉林省",
            "中国吉林省",
            "中国 吉林省",
            "Beijing Province",
            "Shenzhenx",
            "市",
            "",
        ] {
            assert_eq!(found(text), [0_usize; 0], "{text}");
        }
    }
}
