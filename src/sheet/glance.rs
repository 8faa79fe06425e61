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
/// The last two bytes of 锟, 烫, 屯 or 〓: what lost characters and memory that was never filled leave;
/// and what begins an escape or the place of a template: `\`, `{`, `_x`, `%e`, `%u`.
const SUSPECT: u8 = 1 << 5;
/// `*`, `＊`, and two crosses (`xx`, `XX`): what is put in the place of something that is not to be seen.
const STAR: u8 = 1 << 6;
/// Not ASCII.
const HIGH: u8 = 1 << 7;

/// What a text may hold, by its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Glance(u8);

impl Glance {
    /// Everything may be in it: each closer look is taken.
    pub const ALL: Self = Self(u8::MAX);

    /// Look once. Nearly every text is usual, which takes half the work to tell.
    pub fn of(text: &str) -> Self {
        let (says, high) = swept(text.as_bytes(), unusual);
        if says == 0 { Self(high) } else { Self::closely(text) }
    }

    fn closely(text: &str) -> Self {
        let (says, high) = swept(text.as_bytes(), at);
        Self(says | high)
    }

    /// What a part of the text may hold: the same, where the whole is harmless, else another look.
    pub(crate) fn within(self, part: &str) -> Self {
        if self.is_plain() && !self.is_suspect() { self } else { Self::of(part) }
    }

    /// Printable ASCII, line ends and tabs, without a question mark.
    pub(crate) const fn is_plain_ascii(self) -> bool {
        self.0 & (ODD | HIGH | QUESTION) == 0
    }

    /// Nothing but that, ideographs, kana and their punctuation.
    pub(crate) const fn is_plain(self) -> bool {
        self.0 & (ODD | QUESTION) == 0
    }

    /// Nothing in it asks for a closer look.
    pub(crate) const fn is_harmless(self) -> bool {
        self.0 & !HIGH == 0
    }

    /// It may hold characters that nobody sees, or that only some fonts show.
    pub(crate) const fn is_odd(self) -> bool {
        self.0 & ODD != 0
    }

    /// It may hold what HTML writes.
    pub(crate) const fn has_markup(self) -> bool {
        self.0 & MARKUP != 0
    }

    /// It may hold asterisks, or crosses.
    pub(crate) const fn has_star(self) -> bool {
        self.0 & STAR != 0
    }

    /// It may be a number as Excel shortens it.
    pub(crate) const fn has_plus(self) -> bool {
        self.0 & PLUS != 0
    }

    /// It has line ends of Windows or of old Macs.
    pub(crate) const fn has_return(self) -> bool {
        self.0 & RETURN != 0
    }

    /// It may hold 锟, 烫, 屯 or 〓, an escape, or the place of a template.
    pub(crate) const fn is_suspect(self) -> bool {
        self.0 & SUSPECT != 0
    }
}

/// Bytes that are looked at at once.
const LANES: usize = 16;

/// What each byte says by the two that follow it, all together, and whether any is not ASCII. Without a
/// branch for each byte, and always of so many, so that the compiler looks at all of them at once.
#[inline]
fn swept(bytes: &[u8], says: impl Fn(u8, u8, u8) -> u8) -> (u8, u8) {
    let (mut seen, mut all) = ([0; LANES], [0; LANES]);
    let mut look = |window: &[u8; LANES + 2]| {
        for lane in 0..LANES {
            seen[lane] |= says(window[lane], window[lane + 1], window[lane + 2]);
            all[lane] |= window[lane];
        }
    };
    let mut rest = bytes;
    while let Some((window, _)) = rest.split_first_chunk() {
        look(window);
        rest = &rest[LANES..];
    }
    // Blanks behind the end say nothing.
    let mut end = [b' '; 2 * LANES + 2];
    end[..rest.len()].copy_from_slice(rest);
    for at in [0, LANES] {
        if let Some((window, _)) = end[at..].split_first_chunk() {
            look(window);
        }
    }
    let any = |bytes: [u8; LANES]| bytes.into_iter().fold(0, |all, one| all | one);
    (any(seen), any(all) & HIGH)
}

/// More than nothing where a byte may say more than that it is not ASCII: whatever [`at`] sees is here, and
/// what is here may be nothing to it. Full-width forms are in every text, quotes and dashes in some. Each
/// line is as few instructions as there are for it, for every byte of a file passes here.
#[inline]
const fn unusual(first: u8, second: u8, third: u8) -> u8 {
    let control = 0x20_u8.saturating_sub(first) & !mask(first == b'\n');
    // `<` and `?` with the two between them, `*` and `+`; `{` with what deletes.
    let sign = mask(first & 0xFC == b'<')
        | mask(first & 0xFE == b'*')
        | mask(first == b'&')
        | mask(first | 4 == 0x7F)
        | mask(first == b'\\');
    // `xx`, `XX` and `_x`; `%e` and `%u`.
    let crosses = mask(second | 0x20 == b'x') & (mask(first == second) | mask(first == b'_'));
    let escape = mask(first == b'%') & mask(second | 0x30 == b'u');
    let is_full_width = mask(first == 0xEF);
    let is_usual = mask(first.wrapping_sub(0xE3) <= 6) | is_full_width;
    let lead = first.saturating_sub(0xBF) & !is_usual;
    let full_width = is_full_width & (mask(second | 1 != 0xBD) | mask(third == 0x8A));
    control | sign | crosses | escape | lead | full_width | suspect(first, second)
}

/// `xx` or `XX`.
#[inline]
const fn crosses(first: u8, second: u8) -> u8 {
    mask(first | 0x20 == b'x') & mask(first == second)
}

/// `\`, `{`, `_x`, `%e` or `%u`, in letters of either size.
#[inline]
const fn escape(first: u8, second: u8) -> u8 {
    let small = second | 0x20;
    mask(first == b'\\')
        | mask(first == b'{')
        | mask(first == b'_') & mask(small == b'x')
        | mask(first == b'%') & (mask(small == b'e') | mask(small == b'u'))
}

/// The last two bytes of 锟, 烫, 屯 or 〓.
#[inline]
const fn suspect(first: u8, second: u8) -> u8 {
    mask(first == 0x94) & mask(second == 0x9F)
        | mask(first == 0x80) & mask(second == 0x93)
        | mask(first == 0x83) & mask(second == 0xAB)
        | mask(first == 0xB1) & mask(second == 0xAF)
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
    let carriage_return = mask(first == b'\r');
    (control & !carriage_return | lead & !(full_width | quotes | dot)) & ODD
        | mask(first == b'?') & QUESTION
        | (mask(first == b'&') | mask(first == b'<')) & MARKUP
        | (mask(first == b'*') | full_width & mask(second == 0xBC) & mask(third == 0x8A)) & STAR
        | crosses(first, second) & STAR
        | mask(first == b'+') & PLUS
        | carriage_return & RETURN
        | (suspect(first, second) | escape(first, second)) & SUSPECT
}

/// All bits, or none.
const fn mask(is: bool) -> u8 {
    (is as u8).wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::cell::is_unwanted;

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
        let signs: [(&str, Seen); 17] = [
            ("?", |glance| !glance.is_plain()),
            ("&", Glance::has_markup),
            ("<", Glance::has_markup),
            ("*", Glance::has_star),
            ("＊", Glance::has_star),
            ("xx", Glance::has_star),
            ("XX", Glance::has_star),
            ("+", Glance::has_plus),
            ("\r", Glance::has_return),
            ("烫", Glance::is_suspect),
            ("〓", Glance::is_suspect),
            ("\\", Glance::is_suspect),
            ("{", Glance::is_suspect),
            ("_x", Glance::is_suspect),
            ("%E", Glance::is_suspect),
            ("%u", Glance::is_suspect),
            ("\u{200B}", Glance::is_odd),
        ];
        for (sign, seen) in signs {
            for before in 0..40 {
                for after in 0..4 {
                    let text = ["a".repeat(before), sign.to_owned(), "y".repeat(after)].concat();
                    assert!(seen(Glance::of(&text)), "{text:?}");
                    let text = "xyXy".repeat(before + after);
                    assert!(!seen(Glance::of(&text)) && Glance::of(&text).is_plain_ascii());
                }
            }
        }
        assert!(Glance::of("锟斤拷").is_suspect() && Glance::of("屯").is_suspect());
    }

    proptest::proptest! {
        #[test]
        fn what_is_usual_is_so_at_a_closer_look(
            text in "([张，。；“·＊ａa-cxX ]|xx|_x|%[EeuU]|[\\\\_%〓{]|\\PC|[?*+&<>=\\r\\n\\t\u{7F}\u{1}锟烫屯\u{FFFD}]){0,60}",
        ) {
            proptest::prop_assert_eq!(Glance::of(&text).0, Glance::closely(&text).0);
            let plain = text.as_bytes().iter().enumerate().fold(0, |seen, (place, byte)| {
                let behind = |n: usize| text.as_bytes().get(place + n).copied().unwrap_or(b' ');
                seen | byte & HIGH | at(*byte, behind(1), behind(2))
            });
            proptest::prop_assert_eq!(Glance::of(&text).0, plain);
        }

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
