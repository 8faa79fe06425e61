//! Domains of e-mail addresses that are mistyped: ends that no domain has (`.con`), and names that are one
//! slip away from those of the big providers (`gmial.com`, `qq.cm`).
//!
//! Must not know: what stands before the `@`.

/// Ends that are none, and are typed for `.com`. The root of the Internet has no such domain.
const NO_ENDS: &[&str] = &[
    "con", "cmo", "ocm", "cpm", "vom", "xom", "comm", "coom", "ccom", "cim", "clm", "cok", "conm",
    "c0m", "comn", "cmm", "coml",
];
/// Ends that there are, and that a provider of `.com` does not have.
const OTHER_ENDS: &[&str] = &["cm", "co", "om", "cam", "come", "cc", "cn", "net"];
/// Providers under `.com`, in the order in which people of China have them.
const PROVIDERS: &[&str] = &[
    "qq", "163", "126", "gmail", "outlook", "hotmail", "foxmail", "icloud", "139", "189", "sina",
    "sohu", "aliyun", "yahoo", "live", "msn",
];
/// Domains of their own that look as if they were mistyped.
const OWN: &[&str] =
    &["163.net", "126.net", "sina.cn", "sina.net", "sohu.net", "189.cn", "live.cn", "yahoo.cn"];
/// Slips in the providers' names.
const SLIPS: &[(&str, &str)] = &[
    ("gmial", "gmail"),
    ("gmai", "gmail"),
    ("gamil", "gmail"),
    ("gmal", "gmail"),
    ("gmil", "gmail"),
    ("gnail", "gmail"),
    ("gmaill", "gmail"),
    ("gmali", "gmail"),
    ("ggmail", "gmail"),
    ("gmaik", "gmail"),
    ("hotmial", "hotmail"),
    ("hotmai", "hotmail"),
    ("hotmal", "hotmail"),
    ("hotmil", "hotmail"),
    ("homail", "hotmail"),
    ("hotmaill", "hotmail"),
    ("outlok", "outlook"),
    ("outllok", "outlook"),
    ("outloook", "outlook"),
    ("outloo", "outlook"),
    ("oulook", "outlook"),
    ("outlool", "outlook"),
    ("iclod", "icloud"),
    ("icoud", "icloud"),
    ("icluod", "icloud"),
    ("foxmial", "foxmail"),
    ("foxmai", "foxmail"),
    ("yaho", "yahoo"),
    ("yahooo", "yahoo"),
    ("yhaoo", "yahoo"),
    ("qqq", "qq"),
    ("aliyum", "aliyun"),
    ("aliyn", "aliyun"),
    ("1163", "163"),
    ("1126", "126"),
    ("l63", "163"),
    ("l26", "126"),
    ("gmall", "gmail"),
    ("gmaii", "gmail"),
    ("foxmali", "foxmail"),
    ("hotmali", "hotmail"),
    ("outlock", "outlook"),
];

/// What slips begin with.
const FIRSTS: &[u8] = b"1afghiloqy";
/// Bytes of the longest slip.
const LONGEST: usize = 8;

/// The domain that is meant, and whether the one that is written may exist all the same; none where
/// nothing tells that it is mistyped.
pub(super) fn meant(domain: &str) -> Option<(String, bool)> {
    let (name, end) = domain.rsplit_once('.')?;
    let is = |other: &&str| other.eq_ignore_ascii_case(end);
    let provides = |name: &str| PROVIDERS.iter().any(|one| one.eq_ignore_ascii_case(name));
    if end.eq_ignore_ascii_case("com") {
        // gmail.com.com: its end was typed twice.
        let twice = name.rsplit_once('.').filter(|(_, end)| end.eq_ignore_ascii_case("com"));
        if let Some((own, _)) = twice.filter(|(own, _)| provides(own)) {
            return Some((format!("{own}.com"), false));
        }
        // Nearly every domain begins as no slip does.
        let first = name.as_bytes().first().map(u8::to_ascii_lowercase);
        if name.len() > LONGEST || !first.is_some_and(|first| FIRSTS.contains(&first)) {
            return None;
        }
        let slip = SLIPS.iter().find(|(slip, _)| slip.eq_ignore_ascii_case(name))?;
        return Some((format!("{}.com", slip.1), true));
    }
    if NO_ENDS.iter().any(is) {
        let slip = SLIPS.iter().find(|(slip, _)| slip.eq_ignore_ascii_case(name));
        return Some((format!("{}.com", slip.map_or(name, |slip| slip.1)), false));
    }
    let own = || OWN.iter().any(|own| own.eq_ignore_ascii_case(domain));
    (OTHER_ENDS.iter().any(is) && provides(name) && !own()).then(|| (format!("{name}.com"), true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_slip_is_longer_or_begins_otherwise() {
        assert!(SLIPS.iter().all(|(slip, _)| slip.len() <= LONGEST));
        assert!(SLIPS.iter().all(|(slip, _)| FIRSTS.contains(&slip.as_bytes()[0])));
    }

    #[test]
    fn a_slip_is_told_with_what_is_meant() {
        for (domain, want, exists) in [
            ("gmail.con", "gmail.com", false),
            ("qq.con", "qq.com", false),
            ("163.con", "163.com", false),
            ("126.cmo", "126.com", false),
            ("outlook.con", "outlook.com", false),
            ("example.con", "example.com", false),
            ("gmial.con", "gmail.com", false),
            ("gmail.cm", "gmail.com", true),
            ("QQ.CM", "QQ.com", true),
            ("gmail.co", "gmail.com", true),
            ("gmial.com", "gmail.com", true),
            ("hotmial.com", "hotmail.com", true),
            ("outlok.com", "outlook.com", true),
            ("gmail.com.com", "gmail.com", false),
        ] {
            assert_eq!(meant(domain), Some((want.to_owned(), exists)), "{domain}");
        }
    }

    #[test]
    fn no_slip_is_longer() {
        assert!(SLIPS.iter().all(|(slip, _)| slip.len() <= LONGEST));
    }

    #[test]
    fn sound_domains_are_none() {
        for domain in [
            "gmail.com",
            "qq.com",
            "163.com",
            "vip.qq.com",
            "vip.163.com",
            "126.com",
            "yeah.net",
            "sina.cn",
            "sina.com.cn",
            "yahoo.co.jp",
            "yahoo.com.cn",
            "example.cm",
            "example.co",
            "hotmail.co.uk",
            "live.cn",
            "outlook.fr",
            "mail.com",
            "mailo.com",
            "gmx.net",
            "me.com",
            "163.net",
            "189.cn",
            "googlemail.com",
            "qq.com.cn",
            "corp.cam",
            "company.cc",
            "a",
        ] {
            assert_eq!(meant(domain), None, "{domain}");
        }
    }
}
