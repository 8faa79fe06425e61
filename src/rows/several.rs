//! Several parts in one text.
//!
//! Must not know: what the parts mean.

/// The parts of a text, as they stand. A separator of blanks only means any run of white space.
///
/// The last parts are left out while they are blank: a separator at the end begins nothing. Blank
/// ones between others stay, so that the third school meets the third degree.
pub(crate) fn parts<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    let mut parts: Vec<&str> = if separator.is_empty() {
        vec![text]
    } else if separator.chars().all(|c| c == ' ' || c == '\u{3000}') {
        text.split_whitespace().collect()
    } else if separator == "\n" {
        text.split('\n').map(|part| part.strip_suffix('\r').unwrap_or(part)).collect()
    } else {
        text.split(separator).collect()
    };
    while parts.last().is_some_and(|part| is_blank(part)) {
        parts.pop();
    }
    parts
}

/// Nothing visible in it.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(crate::sheet::cell::is_invisible)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parts_keep_their_place_and_the_end_is_cut() {
        assert_eq!(parts("甲；乙；丙", "；"), ["甲", "乙", "丙"]);
        assert_eq!(parts("甲；；丙；；", "；"), ["甲", "", "丙"]);
        assert_eq!(parts("；乙", "；"), ["", "乙"]);
        assert_eq!(parts("甲; 乙", "；"), ["甲; 乙"]);
        assert_eq!(parts("甲\r\n乙\n", "\n"), ["甲", "乙"]);
        assert_eq!(parts("香港大学  考古　硕士", " "), ["香港大学", "考古", "硕士"]);
        assert_eq!(parts("甲--乙", "--"), ["甲", "乙"]);
        assert!(parts(" ；\u{200B}", "；").is_empty());
        assert!(parts("", "；").is_empty());
    }

    proptest! {
        #[test]
        fn what_is_cut_is_put_together_again(text in "[甲乙；;\n ]{0,20}", separator in "[；;]{1,2}") {
            let joined = parts(&text, &separator).join(&separator);
            prop_assert!(text.starts_with(&joined));
            prop_assert!(is_blank(&text[joined.len()..].replace(['；', ';'], "")));
        }
    }
}
