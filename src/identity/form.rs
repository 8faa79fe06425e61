//! The one normal form of each key, and of names.
//!
//! Case and white space are no difference, and nothing else is folded: characters that only look
//! alike are told by `check`. Must not know: records, hashes.

use std::borrow::Cow;

use crate::spec::KeyKind;

/// The location code of mainland China: a number without a country is one of there.
const CHINA: &str = "CN_1";

/// What journals call that scope: its dialling code.
const CHINA_SCOPE: &str = "86";

/// A key's value in its normal form.
pub(super) fn of(kind: KeyKind, value: &str) -> Cow<'_, str> {
    match kind {
        KeyKind::Document => upper(value.trim()),
        KeyKind::Email => lower(value.trim()),
        KeyKind::Mobile | KeyKind::Employment => Cow::Borrowed(value),
    }
}

/// The scope and the value of a mobile number. Its scope is its country, so that it is one number
/// with its dialling code before it and without; a trunk prefix (the 0 of `0912 345 678`) is dropped
/// abroad, as it is dropped behind a dialling code.
pub(super) fn mobile<'t>(country: Option<&'t str>, number: &'t str) -> (&'t str, &'t str) {
    match country {
        None | Some(CHINA) => (CHINA_SCOPE, number),
        Some(country) => {
            let national = number.trim_start_matches('0');
            (country, if national.is_empty() { number } else { national })
        }
    }
}

/// A name in its normal form.
pub(super) fn name(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Whether two names are one: case and white space apart, nothing else is folded.
pub fn same_name(one: &str, other: &str) -> bool {
    name(one) == name(other)
}

fn upper(text: &str) -> Cow<'_, str> {
    let is_upper = |byte: u8| byte.is_ascii() & !byte.is_ascii_lowercase();
    if all(text, is_upper) { Cow::Borrowed(text) } else { Cow::Owned(text.to_uppercase()) }
}

fn lower(text: &str) -> Cow<'_, str> {
    let is_lower = |byte: u8| byte.is_ascii() & !byte.is_ascii_uppercase();
    if all(text, is_lower) { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}

/// Without a branch for each byte, so that the compiler looks at many at once.
fn all(text: &str, is: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(true, |all, byte| all & is(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_has_one_form() {
        assert_eq!(of(KeyKind::Document, " ab123456"), "AB123456");
        assert_eq!(of(KeyKind::Email, "Wang@Example.com "), "wang@example.com");
        assert_eq!(of(KeyKind::Employment, "6893"), "6893");
        assert_eq!(mobile(None, "13800138000"), ("86", "13800138000"));
        assert_eq!(mobile(Some("CN_1"), "13800138000"), ("86", "13800138000"));
        assert_eq!(mobile(Some("CN_9"), "91234567"), ("CN_9", "91234567"));
        assert_eq!(mobile(Some("CN_7"), "0912345678"), ("CN_7", "912345678"));
        assert_eq!(mobile(Some("CN_7"), "000"), ("CN_7", "000"));
    }

    #[test]
    fn a_name_is_one_name_whatever_its_blanks_and_case() {
        assert!(same_name("张 三", "张三"));
        assert!(same_name("张\u{3000}三", "张三"));
        assert!(same_name("ZHANG San", "zhang san"));
        assert!(!same_name("张三", "张叁"));
        assert!(!same_name("古丽·艾合买提", "古丽艾合买提"));
    }
}
