//! An e-mail address. Kept as written (full-width characters made half-width, no lower-casing:
//! that is for identity). Policy: the part before the `@` must be ASCII, the domain needs a dot,
//! no display name, no IP address; an internationalised domain (`例子.中国`) is accepted.
//!
//! Must not know: which record it belongs to.

use email_address::{EmailAddress, Options};

use super::Parsed;
use super::clean::{Plain, half_width, plain};
use crate::check::record::Value;
use crate::problem::{Code, Complaint};
use crate::sheet::RawCell;

pub(super) fn read(cell: RawCell<'_>) -> Parsed {
    let text = match plain(cell)? {
        Plain::Blank => return Ok(None),
        Plain::Text(text) => half_width(text),
        Plain::Number(_) | Plain::Bool(_) | Plain::Moment(_) => {
            return Err(Complaint::new(Code::NotAnEmail));
        }
    };
    let text = text.strip_prefix("mailto:").unwrap_or(&text);
    if text.matches('@').count() > 1 {
        return Err(Complaint::new(Code::EmailSeveral));
    }
    let Some((local, _)) = text.split_once('@') else {
        return Err(Complaint::new(Code::NotAnEmail));
    };
    if !local.is_ascii() {
        return Err(Complaint::new(Code::EmailNotAscii));
    }
    let options =
        Options::default().with_required_tld().without_display_text().without_domain_literal();
    if local.contains('"') || EmailAddress::parse_with_options(text, options).is_err() {
        return Err(Complaint::new(Code::NotAnEmail));
    }
    Ok(Some(Value::Text(text.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_what_is_none() {
        let ok = |text: &str, want: &str| {
            assert_eq!(read(RawCell::Text(text)), Ok(Some(Value::Text(want.into()))), "{text}");
        };
        ok(" Li.Si+hr@Example.com.cn ", "Li.Si+hr@Example.com.cn");
        ok("ａｂ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ab@example.com");
        ok("mailto:a@b.com", "a@b.com");
        let wrong = |text: &str, code| {
            assert_eq!(read(RawCell::Text(text)).unwrap_err().code, code, "{text}");
        };
        for text in ["a", "a@b", "@b.com", "a b@c.com", "a@b..com", "a@[1.2.3.4]", "a@b.com。"] {
            wrong(text, Code::NotAnEmail);
        }
        wrong("张三@例子.中国", Code::EmailNotAscii);
        wrong("a@b.com;c@d.com", Code::EmailSeveral);
        assert_eq!(read(RawCell::Number(1.0)).unwrap_err().code, Code::NotAnEmail);
    }
}
