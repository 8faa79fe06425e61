//! Days in figures with the year at the end (25/12/1988), as far as their shape tells which of the
//! first two is the day.
//!
//! Must not know: dates, columns, what is made of it.

/// The first two numbers of such a text; what follows the year, a time of day, does not matter.
pub fn day_and_month(text: &str) -> Option<(u8, u8)> {
    let bytes = text.trim().as_bytes();
    let first = digits(bytes);
    let (pair, _) = at(bytes, first.len())?;
    Some(pair)
}

/// Whether one of two such numbers can be no month, and the other can.
pub fn is_lopsided((first, second): (u8, u8)) -> bool {
    let month = |number: u8| (1..=12).contains(&number);
    let day = |number: u8| (13..=31).contains(&number);
    day(first) && month(second) || month(first) && day(second)
}

/// Whether bytes hold such a day anywhere.
pub fn holds_lopsided(bytes: &[u8]) -> bool {
    memchr::memchr2_iter(b'/', b'-', bytes).any(|separator| {
        let before = &bytes[..separator];
        let length = before.iter().rev().take(3).take_while(|byte| byte.is_ascii_digit()).count();
        let start = separator - length;
        matches!(length, 1 | 2)
            && at(&bytes[start..bytes.len().min(start + 12)], length)
                .is_some_and(|(pair, _)| is_lopsided(pair))
    })
}

/// The two numbers of a day that begins with so many digits, and how far it reaches.
fn at(bytes: &[u8], first: usize) -> Option<((u8, u8), usize)> {
    let separator = *bytes.get(first).filter(|byte| matches!(byte, b'/' | b'-'))?;
    let rest = &bytes[first + 1..];
    let second = digits(rest);
    let year = rest.get(second.len()..)?.strip_prefix(&[separator])?;
    let year = digits(year).len();
    let sound = matches!(first, 1 | 2) && matches!(second.len(), 1 | 2) && matches!(year, 2 | 4);
    let pair = (number(&bytes[..first])?, number(second)?);
    sound.then_some((pair, first + second.len() + year + 2))
}

/// The digits at the beginning, five at most.
fn digits(bytes: &[u8]) -> &[u8] {
    let length = bytes.iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    &bytes[..length]
}

fn number(digits: &[u8]) -> Option<u8> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_above_twelve_is_seen_wherever_it_stands() {
        for text in
            ["25/12/1988", "12/25/1988", "1/13/88", "<t>13-05-1992</t>", "x 31/1/2000 08:00"]
        {
            assert!(holds_lopsided(text.as_bytes()), "{text}");
        }
        for text in [
            "03/04/1990",
            "1988-12-25",
            "1988/12/25",
            "</c></row>",
            "32/12/1988",
            "25/13/1988",
            "025/12/1988",
            "25/12/19888",
            "25/12-1988",
            "138-0013-8000",
            "25/12",
            "/",
            "-",
            "1-",
        ] {
            assert!(!holds_lopsided(text.as_bytes()), "{text}");
        }
        assert_eq!(day_and_month(" 03/04/1990 "), Some((3, 4)));
        assert_eq!(day_and_month("1990-04-03"), None);
    }

    proptest::proptest! {
        /// A text that is such a day is one among other bytes too.
        #[test]
        fn what_a_text_is_the_bytes_hold(text in "[0-9]{1,3}[/-][0-9]{1,3}[/-][0-9]{1,5}( 08:30)?") {
            let is = day_and_month(&text).is_some_and(is_lopsided);
            let held = holds_lopsided(format!("<t>{text}</t>").as_bytes());
            proptest::prop_assert!(!is || held, "{}", text);
        }
    }
}
