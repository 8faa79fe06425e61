//! A day with a sign or a word that says what begins or ends on it: `2024年5月1日起`, `2008.09-`,
//! `至2012.06`. In a field for a beginning or an end it says no more than the day.
//!
//! Must not know: how dates are written.

/// Behind a beginning; the longer first.
const BEGUN: [&str; 11] = ["开始", "以来", "起", "至", "到", "--", "——", "-", "—", "–", "~"];
/// Before a beginning.
const FROM: [&str; 4] = ["自从", "自", "从", "始于"];
/// Before an end; the longer first.
const UNTIL: [&str; 12] =
    ["截止到", "截至到", "截止", "截至", "至", "到", "--", "——", "-", "—", "–", "~"];
/// Behind an end.
const ENDED: [&str; 3] = ["为止", "结束", "止"];

/// The day of an `end`, or of a beginning, without what says that it is one; none where nothing does.
pub(super) fn bare(text: &str, end: bool) -> Option<&str> {
    let (before, behind) = if end { (&UNTIL[..], &ENDED[..]) } else { (&FROM[..], &BEGUN[..]) };
    let start = before.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let day = behind.iter().find_map(|word| start.strip_suffix(word)).unwrap_or(start);
    (day.len() < text.len()).then_some(day.trim())
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn a_word_that_fits_the_field_is_taken_off() {
        for text in ["2008.09-", "2008.09 —", "2008.09起", "自2008.09起", "从 2008.09", "2008.09~"]
        {
            assert_eq!(bare(text, false), Some("2008.09"), "{text}");
        }
        for text in ["-2012.06", "至2012.06", "截至 2012.06", "2012.06止", "至2012.06为止"] {
            assert_eq!(bare(text, true), Some("2012.06"), "{text}");
        }
        assert_eq!(bare("2012.06", true), None);
        assert_eq!(bare("2012.06", false), None);
        assert_eq!(bare("2008.09-", true), None, "an end that begins");
        assert_eq!(bare("2008.09起", true), None);
        assert_eq!(bare("-2012.06", false), None, "a beginning that ends");
    }
}
