//! One look at the bytes of a text, so that closer looks are for the few texts that give cause: nearly
//! every row holds printable ASCII, ideographs and their punctuation alone.
//!
//! What a glance rules out is not there; what it does not rule out may still not be there. So a glance
//! over a whole row holds for each of its cells.
//!
//! Must not know: what is looked for in the end.

/// A control character, a blank that nobody types, a character that shows nothing, a western letter
/// beyond ASCII, private use: anything that [`Glance::of`] does not know to be harmless.
const ODD: u8 = 1;
/// `?`
const QUESTION: u8 = 1 << 1;
/// `&` and `<`: what HTML is written with.
const MARKUP: u8 = 1 << 2;
/// `+`
const PLUS: u8 = 1 << 3;
/// `\r`
const RETURN: u8 = 1 << 4;
/// The last two bytes of 锟, 烫 or 屯: what lost characters and memory that was never filled leave.
const SUSPECT: u8 = 1 << 5;
/// `*` and `＊`: what is put in the place of something that is not to be seen.
const STAR: u8 = 1 << 6;
/// Not ASCII.
const HIGH: u8 = 1 << 7;

/// What a text may hold, by its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Glance(u8);

impl Glance {
    /// Everything may be in it: each closer look is taken.
    pub const ALL: Self = Self(u8::MAX);

    /// Look once. Without a branch for each byte, so that the compiler looks at many bytes at once.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let [most @ .., _, _] = bytes else { return Self::of_end(bytes) };
        let seen = most.iter().zip(&bytes[1..]).zip(&bytes[2..]);
        let seen =
            seen.fold(0, |seen, ((first, second), third)| seen | at(*first, *second, *third));
        Self(seen | Self::of_end(&bytes[most.len()..]).0)
    }

    /// The last two bytes, or fewer.
    fn of_end(bytes: &[u8]) -> Self {
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
        let seen = if bytes.is_empty() { 0 } else { at(byte(0), byte(1), 0) };
        Self(if bytes.len() == 2 { seen | at(byte(1), 0, 0) } else { seen })
    }

    /// What a part of the text may hold: the same, where the whole is harmless, else another look.
    pub(super) fn within(self, part: &str) -> Self {
        if self.is_plain() && !self.is_suspect() { self } else { Self::of(part) }
    }

    /// Printable ASCII, line ends and tabs, without a question mark.
    pub(super) const fn is_plain_ascii(self) -> bool {
        self.0 & (ODD | HIGH | QUESTION) == 0
    }

    /// Nothing but that, ideographs, kana and their punctuation.
    pub(super) const fn is_plain(self) -> bool {
        self.0 & (ODD | QUESTION) == 0
    }

    /// It may hold characters that nobody sees, or that only some fonts show.
    pub(super) const fn is_odd(self) -> bool {
        self.0 & ODD != 0
    }

    /// It may hold what HTML writes.
    pub(super) const fn has_markup(self) -> bool {
        self.0 & MARKUP != 0
    }

    /// It may hold asterisks.
    pub(super) const fn has_star(self) -> bool {
        self.0 & STAR != 0
    }

    /// It may be a number as Excel shortens it.
    pub(super) const fn has_plus(self) -> bool {
        self.0 & PLUS != 0
    }

    /// It has line ends of Windows or of old Macs.
    pub(super) const fn has_return(self) -> bool {
        self.0 & RETURN != 0
    }

    /// It may hold 锟, 烫 or 屯.
    pub(super) const fn is_suspect(self) -> bool {
        self.0 & SUSPECT != 0
    }
}

/// What a byte says, by the two that follow it.
#[inline]
const fn at(first: u8, second: u8, third: u8) -> u8 {
    // Each test is a mask, so that the whole is arithmetic.
    let control =
        mask(first < 0x20) & !mask(first == b'\t') & !mask(first == b'\n') | mask(first == 0x7F);
    // E3 to E9 begin U+3000 to U+9FFF. Of the other characters beyond ASCII, full-width forms,
    // quotes, dashes and the middle dot are in every other text.
    let lead = mask(first >= 0xC0) & mask(first.wrapping_sub(0xE3) > 6);
    let full_width = mask(first == 0xEF) & mask(second | 1 == 0xBD);
    let quotes = mask(first == 0xE2)
        & mask(second == 0x80)
        & (mask(third.wrapping_sub(0x90) <= 0x17) | mask(third.wrapping_sub(0xB0) <= 0x0E));
    let dot = mask(first == 0xC2) & mask(second == 0xB7);
    let suspect = mask(first == 0x94) & mask(second == 0x9F)
        | mask(first == 0x83) & mask(second == 0xAB)
        | mask(first == 0xB1) & mask(second == 0xAF);
    let carriage_return = mask(first == b'\r');
    first & HIGH
        | (control & !carriage_return | lead & !(full_width | quotes | dot)) & ODD
        | mask(first == b'?') & QUESTION
        | (mask(first == b'&') | mask(first == b'<')) & MARKUP
        | (mask(first == b'*') | full_width & mask(second == 0xBC) & mask(third == 0x8A)) & STAR
        | mask(first == b'+') & PLUS
        | carriage_return & RETURN
        | suspect & SUSPECT
}

/// All bits, or none.
const fn mask(is: bool) -> u8 {
    (is as u8).wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::clean::is_unwanted;

    #[test]
    fn what_nobody_sees_or_only_some_fonts_show_is_odd() {
        for c in (0..=0x0010_FFFF).filter_map(char::from_u32) {
            let mut text = ["张", "a", "b"].concat();
            text.insert(3, c);
            let glance = Glance::of(&text);
            let harmless = matches!(c, ' '..='~' | '\t' | '\n' | '\r' | '·' | '\u{3000}'..='\u{9FFF}')
                || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203E}')
                || matches!(c, '\u{FF00}'..='\u{FF7F}');
            assert_eq!(glance.is_odd(), !harmless, "{c:?}");
            assert!(glance.is_odd() || !is_unwanted(c), "{c:?}");
            assert!(!glance.is_plain_ascii());
        }
    }

    #[test]
    fn each_sign_is_seen_wherever_it_stands() {
        type Seen = fn(Glance) -> bool;
        let signs: [(&str, Seen); 9] = [
            ("?", |glance| !glance.is_plain()),
            ("&", Glance::has_markup),
            ("<", Glance::has_markup),
            ("*", Glance::has_star),
            ("＊", Glance::has_star),
            ("+", Glance::has_plus),
            ("\r", Glance::has_return),
            ("烫", Glance::is_suspect),
            ("\u{200B}", Glance::is_odd),
        ];
        for (sign, seen) in signs {
            for before in 0..40 {
                for after in 0..4 {
                    let text = ["x".repeat(before), sign.to_owned(), "y".repeat(after)].concat();
                    assert!(seen(Glance::of(&text)), "{text:?}");
                    let text = "x".repeat(before + after);
                    assert!(!seen(Glance::of(&text)) && Glance::of(&text).is_plain_ascii());
                }
            }
        }
        assert!(Glance::of("锟斤拷").is_suspect() && Glance::of("屯").is_suspect());
    }

    proptest::proptest! {
        #[test]
        fn a_glance_at_the_whole_holds_for_its_parts(one in "\\PC{0,20}", other in "\\PC{0,20}") {
            let whole = Glance::of(&[one.as_str(), other.as_str()].concat());
            for part in [&one, &other] {
                let seen = Glance::of(part);
                proptest::prop_assert_eq!(whole.0 | seen.0, whole.0);
            }
        }
    }
}
