//! An e-mail address. Kept as written (full-width characters made half-width, no lower-casing:
//! that is for identity). Policy: the part before the `@` must be ASCII, the domain needs a dot,
//! a display name beside it is dropped, no IP address; an internationalised domain (`例子.中国`) is accepted.
//!
//! Must not know: which record it belongs to.

use std::borrow::Cow;

use email_address::{EmailAddress, Options};
use percent_encoding::percent_decode_str;

use super::clean::{Plain, half_width, plain, trimmed};
use super::lost::lost_to_question_marks;
use super::{Context, Notes, Parsed, alike, domains};
use crate::check::value::{CowStr, Value};
use crate::problem::{Code, Complaint};
use crate::sheet::RawCell;

pub(super) fn read<'c>(cell: RawCell<'c>, cx: &Context<'_>, notes: &mut Notes) -> Parsed<'c> {
    let whole = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Text(text) => with_points(half_width(text, notes), notes),
        Plain::Number(_) | Plain::Bool(_) => return Err(Complaint::new(Code::NotAnEmail)),
        Plain::Moment(_) => return Err(Complaint::new(Code::DateHere)),
    };
    if is_simple(&whole) {
        meant(&whole, notes)?;
        return Ok(Some(Value::Text(whole.into())));
    }
    let Some(address) = of_link(&whole) else {
        let Err(why) = closely(&whole) else {
            meant(&whole, notes)?;
            return Ok(Some(Value::Text(whole.into())));
        };
        let address = within(&whole).ok_or(why)?;
        meant(address, notes)?;
        notes.warn(Complaint::new(Code::RepairedBesideAddress));
        return Ok(Some(Value::Text(CowStr::part_of(&whole, address))));
    };
    notes.warn(Complaint::new(Code::RepairedMailto));
    if address.contains('%') {
        let address = percent_decode_str(address).decode_utf8_lossy();
        let address = trimmed(&address);
        meant(address, notes)?;
        return is_simple(address)
            .then(|| Some(Value::Text(address.to_owned().into())))
            .ok_or(Complaint::new(Code::NotAnEmail));
    }
    closely(address)?;
    meant(address, notes)?;
    Ok(Some(Value::Text(CowStr::part_of(&whole, address))))
}

/// Whether its domain may be mistyped, so that a closer look is worth it.
pub(super) fn is_odd(text: &str) -> bool {
    text.rsplit_once('@').is_some_and(|(_, domain)| domains::meant(domain).is_some())
}

/// Say which domain is meant, where it is mistyped: an error where there is none of its name.
fn meant(text: &str, notes: &mut Notes) -> Result<(), Complaint> {
    let domain = text.rsplit_once('@').map_or("", |(_, domain)| domain);
    let Some((meant, exists)) = domains::meant(domain) else { return Ok(()) };
    if !exists {
        return Err(Complaint::with(Code::EmailDomain, [domain.to_owned(), meant]));
    }
    notes.warn(Complaint::with(Code::EmailDomainDoubtful, [domain.to_owned(), meant]));
    Ok(())
}

/// With a point where a full stop of Chinese stands between two parts of its domain: a@b。com.
fn with_points<'t>(text: Cow<'t, str>, notes: &mut Notes) -> Cow<'t, str> {
    const STOPS: [char; 2] = ['。', '｡'];
    let Some((local, domain)) = text.split_once('@') else { return text };
    let inner = domain.trim_end_matches(STOPS);
    let Some(stop) = inner.chars().find(|c| STOPS.contains(c)) else { return text };
    notes.warn(Complaint::with(Code::RepairedFullWidth, [stop.to_string()]));
    let rest = &domain[inner.len()..];
    Cow::Owned(format!("{local}@{}{rest}", inner.replace(STOPS, ".")))
}

/// The address that a link writes to, without the subject and what else the mail is to have.
pub(super) fn of_link(text: &str) -> Option<&str> {
    const SCHEME: &str = "mailto:";
    let (scheme, rest) = text.split_at_checked(SCHEME.len())?;
    scheme.eq_ignore_ascii_case(SCHEME).then(|| rest.split('?').next().unwrap_or_default())
}

/// The one address in a text that says whose it is or ends with what stands between two: `张三 <a@b.com>`,
/// `a@b.com;`, `a@b.com(私人)`, `邮箱:a@b.com`, `a@b.com/微信同号`.
fn within(text: &str) -> Option<&str> {
    const SAYS: &[&str] = &["邮箱", "个人邮箱", "电子邮箱", "邮件", "email", "e-mail", "mail"];
    let framed = text.split_once('<').and_then(|(_, rest)| rest.trim_end().strip_suffix('>'));
    let said = || {
        let (before, rest) = text.split_once([':', '：'])?;
        SAYS.iter().any(|word| word.eq_ignore_ascii_case(before.trim())).then_some(rest)
    };
    let remarked = || {
        let inner = text.strip_suffix([')', '）'])?;
        let (address, remark) = inner.rsplit_once(['(', '（'])?;
        (!remark.contains('@')).then_some(address)
    };
    let address = framed.or_else(said).or_else(remarked).or_else(|| unstuck(text)).unwrap_or(text);
    let address = trimmed(address.trim_matches([';', ',', '；', '，', '、', '。']));
    (address.len() < text.len() && is_simple(address)).then_some(address)
}

/// An address to which words are stuck that are no part of its domain: `a@b.com微信同号`,
/// `a@b.com/13800138000`. What may be another domain leaves open which is meant.
fn unstuck(text: &str) -> Option<&str> {
    let domain = text.find('@')? + 1;
    let is_of_domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let end = text.get(domain..)?.find(|c: char| !is_of_domain(c))? + domain;
    let (address, beside) = (text.get(..end)?, text.get(end..)?);
    let is_beside = beside.starts_with(|c: char| !c.is_ascii() || matches!(c, '/' | '|'));
    let is_settled = !beside.contains(['@', '.']);
    (is_beside && is_settled).then(|| address.trim_end_matches(['-', '.']))
}

/// What is wrong with an address, if anything is.
fn closely(text: &str) -> Result<(), Complaint> {
    // Nobody's address has one, though it may: a character was lost.
    if text.contains('?') {
        return Err(Complaint::with(Code::Mojibake, [lost_to_question_marks()]));
    }
    if text.matches('@').count() > 1 {
        return Err(Complaint::new(Code::EmailSeveral));
    }
    let Some((local, domain)) = text.split_once('@') else {
        return Err(Complaint::new(Code::NotAnEmail));
    };
    if !local.is_ascii() {
        return Err(alike::in_code(local).unwrap_or(Complaint::new(Code::EmailNotAscii)));
    }
    // A domain of one foreign script is one; Latin letters beside such are not, nor letters that
    // all look like Latin ones before a Latin end.
    let latin = |part: &str| part.bytes().any(|b| b.is_ascii_alphabetic());
    let ends_latin = domain.rsplit('.').next().is_some_and(|end| end.is_ascii() && latin(end));
    let odd = |part: &&str| latin(part) || ends_latin && alike::is_all_alike(part);
    let mut mixed = domain.split('.').filter(|part| !part.is_ascii()).filter(odd);
    if let Some(alike) = mixed.find_map(alike::in_code) {
        return Err(alike);
    }
    // Of ASCII, names of hosts hold letters, figures and hyphens alone; behind the last point stand
    // letters: `a@b.com.0` was a number for some program. No end mixes scripts.
    let is_of_host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let end = domain.rsplit('.').next().unwrap_or_default();
    let is_end = if end.is_ascii() {
        end.bytes().all(|b| b.is_ascii_alphabetic())
            || end.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("xn--"))
    } else {
        !latin(end)
    };
    let is_host = is_end && domain.bytes().all(|byte| !byte.is_ascii() || is_of_host(byte));
    let options =
        Options::default().with_required_tld().without_display_text().without_domain_literal();
    if local.contains('"')
        || local.starts_with('=')
        || !is_host
        || EmailAddress::parse_with_options(text, options).is_err()
    {
        return Err(Complaint::new(Code::NotAnEmail));
    }
    Ok(())
}

/// An address as nearly every one is written, of which no closer look finds anything wrong: letters,
/// figures and single signs between them, and a domain of several labels that ends in letters.
pub(super) fn is_simple(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(at) = bytes.iter().position(|byte| *byte == b'@') else { return false };
    let (local, domain) = (&bytes[..at], &bytes[at + 1..]);
    let Some(point) = domain.iter().rposition(|byte| *byte == b'.') else { return false };
    let end = &domain[point + 1..];
    are_words(local, |byte| matches!(byte, b'.' | b'_' | b'-'), 64)
        && are_words(domain, |byte| matches!(byte, b'.' | b'-'), 63)
        && end.len() >= 2
        && end.iter().all(u8::is_ascii_alphabetic)
}

/// Letters and figures, with single signs between them.
fn are_words(part: &[u8], is_sign: impl Fn(u8) -> bool, longest: usize) -> bool {
    let mut behind_sign = true;
    for byte in part {
        if is_sign(*byte) {
            if behind_sign {
                return false;
            }
            behind_sign = true;
        } else if byte.is_ascii_alphanumeric() {
            behind_sign = false;
        } else {
            return false;
        }
    }
    !behind_sign && part.len() <= longest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::testing::alone;

    proptest::proptest! {
        #[test]
        fn a_closer_look_finds_nothing_wrong_with_a_simple_address(
            text in "[a-zA-Z0-9._-]{1,66}@[a-zA-Z0-9.-]{1,40}(\\.[a-z]{1,5})?",
            usual in "[a-z0-9]{1,9}([._-][a-z0-9]{1,5}){0,3}@[a-z0-9]{1,9}([.-][a-z0-9]{1,5}){0,3}\\.[a-z]{2,5}",
        ) {
            proptest::prop_assert!(!is_simple(&text) || closely(&text).is_ok());
            proptest::prop_assert!(is_simple(&usual) && closely(&usual).is_ok());
        }
    }

    #[test]
    fn addresses_and_what_is_none() {
        let ok = |text: &str, want: &str| {
            let read = read(RawCell::Text(text), &alone(), &mut Notes::default());
            assert_eq!(read, Ok(Some(Value::Text(want.into()))), "{text}");
        };
        ok(" Li.Si+hr@Example.com.cn ", "Li.Si+hr@Example.com.cn");
        ok("ａｂ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ab@example.com");
        ok("mailto:a@b.com", "a@b.com");
        ok("mailto:zhao@example.com?subject=hello", "zhao@example.com");
        ok("MAILTO:zhao@example.com?cc=a@b.com&subject=%20", "zhao@example.com");
        ok("mailto:zhao%40example.com", "zhao@example.com");
        ok("mailto:%20zhao%40example.com%20?subject=a", "zhao@example.com");
        for text in [
            "<a@b.com>",
            "张三 <a@b.com>",
            "\"Zhang San\" <a@b.com>",
            "a@b.com;",
            "a@b.com。",
            "a@b.com（私人）",
            "邮箱：a@b.com",
            "E-mail: a@b.com",
        ] {
            ok(text, "a@b.com");
        }
        let wrong = |text: &str, code| {
            let read = read(RawCell::Text(text), &alone(), &mut Notes::default());
            assert_eq!(read.unwrap_err().code, code, "{text}");
        };
        for text in [
            "a",
            "a@b",
            "@b.com",
            "a b@c.com",
            "a@b..com",
            "a@[1.2.3.4]",
            "a@b。。com",
            "a@。b.com",
        ] {
            wrong(text, Code::NotAnEmail);
        }
        for text in [
            "mailto:a%20b@c.com",
            "mailto:a%ZZ@c.com",
            "mailto:%E5%BC%A0@c.com",
            "mailto:a%",
            "mailto:a@b.com%2Cc@d.com",
            "mailto:",
            "qian@example.com.0",
        ] {
            wrong(text, Code::NotAnEmail);
        }
        for text in ["zhang?san@example.com", "?li@example.com", "wang@ex?mple.com", "a@b.com?"] {
            wrong(text, Code::Mojibake);
        }
        wrong("张三@例子.中国", Code::EmailNotAscii);
        wrong("a@b.com;c@d.com", Code::EmailSeveral);
        wrong("аlice@b.com", Code::LookAlike);
        wrong("alice@ехample.com", Code::LookAlike);
        wrong("alice@хор.com", Code::LookAlike);
        ok("a@хор.рф", "a@хор.рф");
        ok("a@почта.com", "a@почта.com");
    }

    #[test]
    fn a_domain_that_cannot_be_is_refused_with_the_one_that_is_meant() {
        let wrong = |text: &str, code| {
            let read = read(RawCell::Text(text), &alone(), &mut Notes::default());
            assert_eq!(read.unwrap_err().code, code, "{text}");
        };
        for text in ["a@gmail.con", "a@example.cmo", "mailto:a@qq.con", "张三 <a@163.comm>"] {
            wrong(text, Code::EmailDomain);
        }
        wrong("=a@b.com", Code::NotAnEmail);
    }

    #[test]
    fn words_that_are_stuck_to_a_domain_are_no_part_of_it_and_told() {
        for text in [
            "a@qq.com/微信同号",
            "a@qq.com/13800138000",
            "a@qq.com|微信",
            "a@qq.com微信同号",
            "a@qq.com-私人",
            "a@qq.com—备用",
            "a@qq.com·本人",
            "a@qq.com/",
            "a@qq.com／微信",
            "a@qq.com【私人】",
        ] {
            let mut notes = Notes::default();
            let read = read(RawCell::Text(text), &alone(), &mut notes);
            assert_eq!(read, Ok(Some(Value::Text("a@qq.com".into()))), "{text}");
            let codes: Vec<_> = notes.warnings.iter().map(|warning| warning.code).collect();
            assert!(codes.contains(&Code::RepairedBesideAddress), "{text}: {codes:?}");
        }
        let code = |text: &'static str| {
            read(RawCell::Text(text), &alone(), &mut Notes::default()).map_err(|why| why.code)
        };
        for text in [
            "k@163.com/qq.com",
            "a@163.com1",
            "s@q_q.com",
            "a@qq.com/b@qq.com",
            "a@qq.com1微信",
            "a@-qq.com",
            "a@b/c.com",
            "a@微信.com同号",
        ] {
            let found = code(text);
            assert!(
                matches!(found, Err(Code::NotAnEmail | Code::EmailSeveral)),
                "{text}: {found:?}"
            );
        }
        for text in ["a@gmail.com.com", "a@QQ.com.com"] {
            assert_eq!(code(text), Err(Code::EmailDomain), "{text}");
        }
        for text in
            ["a@例子.中国", "a@中文abc.cn", "a@b.xn--fiqs8s", "a@例子.com", "o'x@b-c.com.cn"]
        {
            assert_eq!(code(text), Ok(Some(Value::Text(text.into()))), "{text}");
        }
    }

    #[test]
    fn a_full_stop_within_the_domain_is_a_point_and_told() {
        for (text, want) in [("a@b。com。cn", "a@b.com.cn"), ("mailto:a@b｡com", "a@b.com")] {
            let mut notes = Notes::default();
            let read = read(RawCell::Text(text), &alone(), &mut notes);
            assert_eq!(read, Ok(Some(Value::Text(want.into()))), "{text}");
            assert_eq!(notes.warnings[0].code, Code::RepairedFullWidth, "{text}");
        }
    }

    #[test]
    fn a_number_is_none_and_repairs_are_told() {
        let mut notes = Notes::default();
        assert_eq!(
            read(RawCell::Number(1.0), &alone(), &mut notes).unwrap_err().code,
            Code::NotAnEmail
        );
        assert!(read(RawCell::Text("mailto:ａ@b.com\u{200B}"), &alone(), &mut notes).is_ok());
        let codes: Vec<_> = notes.warnings.iter().map(|w| w.code).collect();
        assert_eq!(
            codes,
            [Code::InvisibleCharacter, Code::RepairedFullWidth, Code::RepairedMailto]
        );
    }
}
