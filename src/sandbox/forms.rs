//! The forms of strings: ids, numbers, days, codes, addresses.
//!
//! Must *not* know fields or bodies.

use super::shape::Shape;

/// What is wrong with a string that is not empty.
pub(super) fn wrong(text: &str, shape: &Shape) -> Option<&'static str> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (right, wrong) = match shape {
        Shape::Id => (
            text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-'),
            "must be an id",
        ),
        Shape::Digits => (digits(text), "must be an id of digits"),
        Shape::Mobile => (is_mobile(text), "must be a mobile number of digits"),
        Shape::Email => {
            let parts =
                text.split_once('@').filter(|(user, host)| !user.is_empty() && host.contains('.'));
            let one = parts.is_some_and(|(_, host)| !host.contains('@'));
            (one && !text.chars().any(char::is_whitespace), "must be an e-mail address")
        }
        Shape::Place(None) => (place(text).is_some(), "must be a location code"),
        Shape::Place(Some(want)) => {
            (place(text) == Some(want), "must be a location code of the right level")
        }
        Shape::Millis => {
            let number = text.strip_prefix('-').unwrap_or(text);
            (digits(number) && text.parse::<i64>().is_ok(), "must be milliseconds since 1970")
        }
        Shape::Date => (is_day(text), "must be a day, YYYY-MM-DD"),
        Shape::Midnight => (
            text.strip_suffix(" 00:00:00").is_some_and(is_day),
            "must be a day, YYYY-MM-DD 00:00:00",
        ),
        Shape::Word(word) => (text == *word, "not the one value that is supported"),
        Shape::OneOf(words) => (words.contains(&text), "not one of the values"),
        Shape::Text
        | Shape::True
        | Shape::Flag
        | Shape::Choice(_)
        | Shape::Choices(..)
        | Shape::Percent
        | Shape::Texts(_)
        | Shape::Ids(_)
        | Shape::DigitsList(_)
        | Shape::Object(_)
        | Shape::List(..)
        | Shape::Grid(_) => (true, ""),
    };
    (!right).then_some(wrong)
}

/// A mobile number as the look-up takes it: 5 to 20 digits.
pub(super) fn is_mobile(text: &str) -> bool {
    (5..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// The letters of a location code.
fn place(text: &str) -> Option<&str> {
    let (letters, number) = text.split_once('_')?;
    let right = letters.len() == 2
        && letters.bytes().all(|b| b.is_ascii_uppercase())
        && !number.is_empty()
        && number.bytes().all(|b| b.is_ascii_digit());
    right.then_some(letters)
}

/// `YYYY-MM-DD`, a day of the calendar, 1900 to 9999.
pub(super) fn is_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    let form = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, b)| if at == 4 || at == 7 { *b == b'-' } else { b.is_ascii_digit() });
    if !form {
        return false;
    }
    let number = |text: &str| text.parse::<i16>().unwrap_or(0);
    let (year, month, day) = (number(&text[..4]), number(&text[5..7]), number(&text[8..]));
    let part = |n: i16| i8::try_from(n).unwrap_or(0);
    year >= 1900 && jiff::civil::Date::new(year, part(month), part(day)).is_ok()
}

/// A UUID of version 4 in its standard form.
pub(super) fn is_uuid_v4(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, b)| match at {
            8 | 13 | 18 | 23 => *b == b'-',
            14 => *b == b'4',
            19 => matches!(b.to_ascii_lowercase(), b'8' | b'9' | b'a' | b'b'),
            _ => b.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_real() {
        for good in ["2024-02-29", "1900-01-01", "9999-12-31"] {
            assert!(is_day(good), "{good}");
        }
        for bad in [
            "2023-02-29",
            "2024-2-29",
            "2024-13-01",
            "2024-00-10",
            "1899-12-31",
            "2024/02/29",
            "２０２４-01-01",
            "",
        ] {
            assert!(!is_day(bad), "{bad}");
        }
    }

    #[test]
    fn only_version_4_is_a_token() {
        assert!(is_uuid_v4("fe599b60-450f-46ff-b2ef-9f6675625b97"));
        assert!(is_uuid_v4("FE599B60-450F-46FF-B2EF-9F6675625B97"));
        for bad in [
            "fe599b60-450f-16ff-b2ef-9f6675625b97",
            "fe599b60-450f-46ff-c2ef-9f6675625b97",
            "fe599b60450f46ffb2ef9f6675625b97",
            "fe599b60-450f-46ff-b2ef-9f6675625b9g",
        ] {
            assert!(!is_uuid_v4(bad), "{bad}");
        }
    }

    #[test]
    fn strings_by_shape() {
        let wrong = |text: &str, shape: Shape| super::wrong(text, &shape).is_some();
        assert!(wrong("86", Shape::Place(Some("CN"))) && !wrong("CN_1", Shape::Place(Some("CN"))));
        assert!(wrong("CT_1", Shape::Place(Some("CN"))) && !wrong("CT_159", Shape::Place(None)));
        assert!(wrong("北京", Shape::Place(None)) && wrong("CN_", Shape::Place(None)));
        assert!(wrong("1686832459000.0", Shape::Millis) && !wrong("-293016767159", Shape::Millis));
        assert!(
            wrong("2020-05-01", Shape::Midnight) && wrong("2020-05-01 08:00:00", Shape::Midnight)
        );
        assert!(
            wrong("a@b@c.d", Shape::Email)
                && wrong("a b@c.d", Shape::Email)
                && !wrong("a@c.d", Shape::Email)
        );
        assert!(
            wrong("技术部", Shape::Id) && wrong("a b", Shape::Id) && !wrong("od-1_a", Shape::Id)
        );
    }
}
