//! Where a secret may be sent to.
//!
//! Must not know: where an address comes from.

use url::{Host, Url};

use crate::problem::{Code, Complaint};

/// Feishu's own address.
pub(crate) const FEISHU: &str = "https://open.feishu.cn";
/// The hosts of Feishu's and Lark's open platforms (`docs/facts.md`, section 1): what is not among
/// them is named as such before a secret goes there.
const OPEN_PLATFORMS: &[&str] = &["open.feishu.cn", "open.larksuite.com", "open.larkoffice.com"];

/// An address that a secret may be sent to: https, or this very machine. As it was written, but for
/// blanks and slashes at its ends: a journal belongs to it by the letter.
pub(crate) fn checked(text: &str) -> Result<String, Complaint> {
    let trimmed = text.trim().trim_end_matches('/');
    let refused =
        |shown: &str| Err(Complaint::with(Code::ConfigValue, ["base_url", shown, "https://…"]));
    let Ok(url) = Url::parse(trimmed) else { return refused(text) };
    // `https://open.feishu.cn@elsewhere` looks like Feishu and is not; a password is not shown.
    if !url.username().is_empty() || url.password().is_some() {
        return refused("https://…@…");
    }
    let plain = url.query().is_none() && url.fragment().is_none();
    let private = url.scheme() == "https" || url.scheme() == "http" && is_loopback(&url);
    if plain && private && url.has_host() { Ok(trimmed.to_owned()) } else { refused(text) }
}

/// Host and port of an address, as a connection understands them: what looks like another name's
/// letters is shown for what it is.
pub(super) fn host(text: &str) -> String {
    let Ok(url) = Url::parse(text) else { return text.to_owned() };
    let host = url.host_str().unwrap_or(text);
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// The address is Feishu's or Lark's own.
pub(super) fn is_of_feishu(text: &str) -> bool {
    let url = Url::parse(text).ok().filter(|url| url.port().is_none());
    url.is_some_and(|url| url.host_str().is_some_and(|host| OPEN_PLATFORMS.contains(&host)))
}

/// This machine.
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_crosses_no_network_in_the_open_and_goes_to_no_disguised_host() {
        for good in [
            "https://open.feishu.cn",
            " https://open.larksuite.com/ ",
            "https://proxy.example.com:8443/feishu",
            "http://127.0.0.1:8787",
            "http://localhost:1",
            "http://[::1]:8787",
        ] {
            assert!(checked(good).is_ok(), "{good}");
        }
        for bad in [
            "http://open.feishu.cn",
            "http://127.0.0.1.evil.example",
            "http://localhost:8787@evil.example",
            "http://localhost.evil.example:80",
            "https://open.feishu.cn@evil.example",
            "https://open.feishu.cn?@evil.example",
            "https://open.feishu.cn#@evil.example",
            "http://10.0.0.1",
            "ftp://open.feishu.cn",
            "file:///etc/passwd",
            "https://",
            "open.feishu.cn",
            "",
        ] {
            assert!(checked(bad).is_err(), "{bad}");
        }
        let told = checked("https://me:hunter2@open.feishu.cn").unwrap_err().to_string();
        assert!(!told.contains("hunter2"), "{told}");
    }

    #[test]
    fn a_host_is_named_as_it_is_reached() {
        assert_eq!(host("https://open.feishu.cn/x"), "open.feishu.cn");
        assert_eq!(host("http://127.0.0.1:8787"), "127.0.0.1:8787");
        assert_eq!(host("https:\\\\evil.example\\open.feishu.cn"), "evil.example");
        // Cyrillic letters in place of Latin ones.
        assert!(host("https://\u{43E}pen.feishu.cn").starts_with("xn--"));
        assert_eq!(host("sandbox"), "sandbox");
    }

    #[test]
    fn only_the_open_platforms_are_feishus_own() {
        for own in ["https://open.feishu.cn", "https://OPEN.larksuite.com"] {
            assert!(is_of_feishu(own), "{own}");
        }
        for other in [
            "https://open.feishu.cn.evil.example",
            "https://open.feishu.cn:8443",
            "https://feishu.cn.example",
            "https://\u{43E}pen.feishu.cn",
            "http://127.0.0.1:8787",
        ] {
            assert!(!is_of_feishu(other), "{other}");
        }
    }
}
