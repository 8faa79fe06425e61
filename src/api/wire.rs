//! The envelope that every answer of the API comes in, read with tolerance, and the masking of
//! what servers echo.
//!
//! Must not know: endpoints, what a code means.

use serde_json::Value;

use crate::problem::is_unruly;

/// The longest message that is kept, in characters.
const MESSAGE_LIMIT: usize = 300;
/// Field violations and scopes that are kept.
const LIST_LIMIT: usize = 20;
/// Digits in a row from which on they may name a person: shorter ones are codes and lengths.
const PERSONAL_DIGITS: usize = 6;

/// A field that the server refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldViolation {
    /// The field's path as the server names it.
    pub field: String,
    /// What is wrong with it, masked. The value itself is not kept.
    pub description: String,
}

/// `{code, msg, data, error: {…}}`. No `Debug`: `data` may hold anything.
pub(crate) struct Envelope {
    /// 0 is success.
    pub(crate) code: i64,
    /// `msg` (older pages: `message`), masked.
    pub(crate) message: String,
    /// `data`; for answers without one (the token's) the whole object.
    pub(crate) data: Value,
    /// Whether there was a `data` that is not null.
    pub(crate) has_data: bool,
    /// `error.field_violations`.
    pub(crate) violations: Vec<FieldViolation>,
    /// The subjects of `error.permission_violations`: the scopes that would do.
    pub(crate) scopes: Vec<String>,
}

/// Read an envelope; none where the bytes are no JSON object with a `code`.
pub(crate) fn envelope(body: &[u8]) -> Option<Envelope> {
    let Value::Object(mut object) = serde_json::from_slice(body).ok()? else { return None };
    let code = integer(object.get("code")?)?;
    let message = ["msg", "message"]
        .iter()
        .find_map(|key| object.get(*key).and_then(Value::as_str))
        .map(mask)
        .unwrap_or_default();
    let error = object.remove("error").unwrap_or_default();
    let violations = list(&error, "field_violations")
        .map(|violation| FieldViolation {
            field: text(violation, "field").map(mask).unwrap_or_default(),
            description: text(violation, "description").map(mask).unwrap_or_default(),
        })
        .collect();
    let scopes = list(&error, "permission_violations")
        .filter_map(|violation| text(violation, "subject"))
        .filter(|scope| is_scope(scope))
        .map(str::to_owned)
        .collect();
    let data = object.remove("data").unwrap_or_default();
    let has_data = !data.is_null();
    let data = if has_data { data } else { Value::Object(object) };
    Some(Envelope { code, message, data, has_data, violations, scopes })
}

/// An integer, also where it was sent as text or as a float.
pub(crate) fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| {
            let float = number.as_f64()?;
            #[expect(clippy::cast_possible_truncation, reason = "checked: whole and small")]
            (float.fract() == 0.0 && float.abs() < 1e15).then_some(float as i64)
        }),
        Value::String(text) => text.trim().parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// An ID: text, or a number that lost no digit. Never empty.
pub(crate) fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim()).filter(|id| !id.is_empty()).map(str::to_owned),
        Value::Number(number) if number.is_i64() || number.is_u64() => Some(number.to_string()),
        Value::Number(_) | Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
            None
        }
    }
}

/// The items of a list of objects, at most [`LIST_LIMIT`].
fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten().take(LIST_LIMIT)
}

/// A text member.
pub(crate) fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

/// `hire:talent`, `corehr:job_data:write`.
fn is_scope(text: &str) -> bool {
    text.len() <= 100
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'_' | b'.' | b'-'))
}

/// A server's text with what may name a person taken out: runs of six digits or more, also with
/// single spaces or hyphens between them, and e-mail addresses. What could drive a terminal becomes a space;
/// what is longer than 300 characters is cut.
pub(crate) fn mask(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(4 * MESSAGE_LIMIT));
    let chars: Vec<char> = text.chars().take(MESSAGE_LIMIT).collect();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if is_digit(c) {
            let (end, digits) = digit_run(&chars, at);
            if digits >= PERSONAL_DIGITS {
                out.push_str("***");
            } else {
                out.extend(&chars[at..end]);
            }
            at = end;
        } else if matches!(c, '@' | '＠') {
            while out.chars().next_back().is_some_and(is_address) {
                out.pop();
            }
            out.push_str("***@***");
            at += 1;
            while chars.get(at).copied().is_some_and(is_address) {
                at += 1;
            }
        } else {
            out.push(if is_unruly(c) { ' ' } else { c });
            at += 1;
        }
    }
    out
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%' | '*')
}

/// Where the run of digits that starts at `from` ends, and how many there are. One separator
/// between two digits belongs to the run; so does the X that ends an ID number.
fn digit_run(chars: &[char], from: usize) -> (usize, usize) {
    let (mut at, mut digits) = (from, 0);
    loop {
        match chars.get(at).copied() {
            Some(c) if is_digit(c) => {
                digits += 1;
                at += 1;
            }
            Some(' ' | '-') if chars.get(at + 1).copied().is_some_and(is_digit) => at += 1,
            Some('X' | 'x') if digits >= PERSONAL_DIGITS => return (at + 1, digits),
            Some(_) | None => return (at, digits),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn masks_what_may_name_a_person_and_nothing_else() {
        for (from, to) in [
            ("invalid mobile 13800138000", "invalid mobile ***"),
            ("手机号 138 0013 8000 重复", "手机号 *** 重复"),
            ("id 11010519491231002X bad", "id *** bad"),
            ("mail li.si+hr@corp.example.com exists", "mail ***@*** exists"),
            (
                "field_validation failed: max 100, code 1002",
                "field_validation failed: max 100, code 1002",
            ),
            ("全角１３８００１３８０００", "全角***"),
            ("a\u{1b}[31mb\nc", "a [31mb c"),
        ] {
            assert_eq!(mask(from), to);
        }
        assert_eq!(mask(&"长".repeat(1000)).chars().count(), MESSAGE_LIMIT);
    }

    proptest! {
        #[test]
        fn no_long_digits_survive(text in "[0-9a-z@ .\\-]{0,80}") {
            let masked = mask(&text);
            let mut run = 0;
            for c in masked.chars() {
                run = if c.is_ascii_digit() { run + 1 } else { 0 };
                prop_assert!(run < PERSONAL_DIGITS, "{masked}");
            }
        }

        #[test]
        fn no_bytes_make_it_panic(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = envelope(&body);
        }
    }

    #[test]
    fn reads_envelopes_of_every_kind() {
        let code = |text: &str| envelope(text.as_bytes()).map(|envelope| envelope.code);
        assert_eq!(code(r#"{"code":0,"msg":"ok","data":{}}"#), Some(0));
        assert_eq!(code(r#"{"code":"1002002","message":"x","later":1}"#), Some(1_002_002));
        assert_eq!(code(r#"{"code":99991400.0}"#), Some(99_991_400));
        assert_eq!(code(r#"{"msg":"ok"}"#), None);
        assert_eq!(code(r#"{"code":null}"#), None);
        assert_eq!(code(r#"{"code":0,"msg":"#), None);
        assert_eq!(code("[0]"), None);
        assert_eq!(code(""), None);
        assert_eq!(code(&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000))), None);
    }

    #[test]
    fn ids_keep_every_digit() {
        assert_eq!(
            id(&serde_json::json!("7021471300428613932")).as_deref(),
            Some("7021471300428613932")
        );
        assert_eq!(
            id(&serde_json::json!(7_021_471_300_428_613_932_u64)).as_deref(),
            Some("7021471300428613932")
        );
        assert_eq!(id(&serde_json::json!(7.0e18)), None);
        assert_eq!(id(&serde_json::json!("")), None);
    }
}
