//! Text that a program wrote in escapes, of which every character is there: `\u5317\u4eac` (JSON),
//! `%E5%8C%97` and `%u5317` (addresses), `_x000D_` (workbooks), `=E5=8C=97` and `=?UTF-8?B?5YyX?=` (mail).
//!
//! Must not know: which field the text is for.

use super::Notes;
use super::han::is_han;
use crate::problem::{Code, Complaint};

/// So many times over a text may have been escaped.
const MOST_TIMES: usize = 3;

/// The text that was escaped, which is told; none where there is no escape, or one is cut. A workbook's escapes
/// are undone once: one of theirs is there to keep the next (`_x005F_x000D_` is `_x000D_`).
pub(super) fn undone(text: &str, notes: &mut Notes) -> Option<String> {
    let mut undone = from_workbook(text).or_else(|| once(text))?;
    for _ in 1..MOST_TIMES {
        let Some(again) = once(&undone) else { break };
        undone = again;
    }
    notes.warn(Complaint::new(Code::RepairedEscapes));
    Some(undone)
}

fn once(text: &str) -> Option<String> {
    // In an address they are its own; beside one a backslash is none of it.
    let is_beside = || text.contains("\\u") && text.contains(char::is_whitespace);
    let is_address = || text.contains("://") || text.starts_with("www.");
    from_words(text)
        .or_else(|| from_units(text).filter(|_| is_beside() || !is_address()))
        .or_else(|| from_bytes(text, b'%').filter(|_| !is_address()))
        .or_else(|| from_bytes(&text.replace("\\x", "%"), b'%').filter(|_| text.contains("\\xe")))
        .or_else(|| from_bytes(text, b'=').filter(|_| text.starts_with('=')))
}

/// Of a character that nobody sees, no text is made.
const fn shows(unit: u16) -> bool {
    unit > 0x1F && !matches!(unit, 0x7F..=0x9F)
}

/// `_x000D_`: what XML has no character for, and an underscore that would begin such.
fn from_workbook(text: &str) -> Option<String> {
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    let mut found = false;
    while let Some(c) = rest.chars().next() {
        if let Some((unit, after)) = workbook_unit(rest) {
            found = true;
            units.push(unit);
            rest = after;
        } else {
            units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
            rest = &rest[c.len_utf8()..];
        }
    }
    found.then(|| String::from_utf16(&units).ok()).flatten()
}

fn workbook_unit(text: &str) -> Option<(u16, &str)> {
    let rest = text.strip_prefix("_x").or_else(|| text.strip_prefix("_X"))?;
    let (digits, rest) = rest.split_at_checked(4)?;
    Some((hex(digits)?, rest.strip_prefix('_')?))
}

fn hex(digits: &str) -> Option<u16> {
    let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u16::from_str_radix(digits, 16).ok().filter(|_| all)
}

/// `\u5317\u4eac` and `%u5317`, with other characters among them.
fn from_units(text: &str) -> Option<String> {
    let begins =
        |text: &str| text.strip_prefix("\\u").or_else(|| text.strip_prefix("%u")).map(str::len);
    let mut units = Vec::new();
    let mut rest = text;
    let mut found = false;
    while let Some(c) = rest.chars().next() {
        if let Some(behind) = begins(rest) {
            let escaped = &rest[rest.len() - behind..];
            units.push(hex(escaped.get(..4)?).filter(|unit| shows(*unit))?);
            rest = &escaped[4..];
            found = true;
        } else {
            units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
            rest = &rest[c.len_utf8()..];
        }
    }
    found.then(|| String::from_utf16(&units).ok()).flatten()
}

/// `%E5%8C%97%E4%BA%AC`, as addresses are written, and the same behind `=`, as mail is: what gives no
/// ideograph is none of it.
fn from_bytes(text: &str, mark: u8) -> Option<String> {
    let is_lead = |pair: &[u8]| pair[0] == mark && matches!(pair[1], b'E' | b'e');
    if !text.as_bytes().windows(2).any(is_lead) {
        return None;
    }
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let byte = after
            .get(..2)
            .filter(|digits| *first == mark && digits.iter().all(u8::is_ascii_hexdigit))
            .and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok())
            .filter(|byte| *byte > 0x1F);
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    let undone = String::from_utf8(bytes).ok()?;
    let more = undone.chars().filter(|c| is_han(*c)).count();
    (more > text.chars().filter(|c| is_han(*c)).count()).then_some(undone)
}

/// `=?UTF-8?B?5YyX5Lqs?=`, as the head of a mail is written: the whole text.
fn from_words(text: &str) -> Option<String> {
    let (charset, rest) = text.strip_prefix("=?")?.strip_suffix("?=")?.split_once('?')?;
    let (how, coded) = rest.split_once('?').filter(|_| charset.eq_ignore_ascii_case("utf-8"))?;
    if coded.contains('?') {
        return None;
    }
    match how {
        "B" | "b" => String::from_utf8(from_base64(coded)?).ok(),
        "Q" | "q" => from_bytes(&coded.replace('_', " "), b'='),
        _ => None,
    }
}

fn from_base64(coded: &str) -> Option<Vec<u8>> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0u32, 0);
    for byte in coded.trim_end_matches('=').bytes() {
        let digit = u32::try_from(DIGITS.iter().position(|digit| *digit == byte)?).ok()?;
        (bits, count) = ((bits << 6 | digit) & 0xFFFF, count + 6);
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xFF).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_where_they_are_whole() {
        for (text, want) in [
            ("\\u5317\\u4eac大学", "北京大学"),
            ("上海\\u5927\\u5b66", "上海大学"),
            ("\\ud842\\udfb7", "𠮷"),
            ("第\\u4e00行\n二", "第一行\n二"),
            ("\\u89c1 https://example.com", "见 https://example.com"),
            ("%E5%8C%97%E4%BA%AC", "北京"),
            ("北京%E5%A4%A7%E5%AD%A6", "北京大学"),
            ("%u5317%u4EAC", "北京"),
            ("\\xe5\\x8c\\x97京", "北京"),
            ("清华大学_x000D_", "清华大学\r"),
            ("a_x000d_\nb", "a\r\nb"),
            ("a_x005F_b", "a_b"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x005F_x000A_", "_x000A_"),
            ("=E5=8C=97=E4=BA=AC", "北京"),
            ("=?UTF-8?B?5YyX5Lqs?=", "北京"),
            ("=?utf-8?Q?=E5=8C=97?=", "北"),
        ] {
            let mut notes = Notes::default();
            assert_eq!(undone(text, &mut notes).as_deref(), Some(want), "{text}");
            assert_eq!(notes.warnings[0].code, Code::RepairedEscapes);
        }
        for text in [
            "\\u53",
            "\\users\\zhang",
            "D:\\usr\\u12",
            "\\ud842",
            "%E5%8C",
            "%E",
            "100% Euro",
            "\\u0007",
            "北京",
            "",
            "https://example.com/%E5%8C%97",
            "my_xbox_name",
            "_x12_",
            "=EA=EB",
            "=?GBK?B?sbG+qQ==?=",
            "a=E5=8C=97",
        ] {
            let mut notes = Notes::default();
            assert_eq!(undone(text, &mut notes), None, "{text}");
            assert!(notes.warnings.is_empty());
        }
    }
}
