//! One look at the bytes of a text, so that closer looks are for the few texts that give cause: nearly
//! every cell holds printable ASCII and ideographs alone.
//!
//! Must not know: what is looked for in the end.

/// A control character, or a lead byte of anything but U+3000 to U+9FFF: odd blanks, characters that
/// show nothing, western letters, private use.
const ODD: u8 = 1;
/// Not ASCII.
const HIGH: u8 = 1 << 1;
/// `?`
const QUESTION: u8 = 1 << 2;
/// `&`
const AMPERSAND: u8 = 1 << 3;
/// `+`
const PLUS: u8 = 1 << 4;
/// `\r`
const RETURN: u8 = 1 << 5;

/// What each byte is.
static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    loop {
        classes[byte as usize] = match byte {
            b'?' => QUESTION,
            b'&' => AMPERSAND,
            b'+' => PLUS,
            b'\r' => RETURN,
            b'\t' | b'\n' | 0x20..=0x7E => 0,
            0x00..=0x1F | 0x7F => ODD,
            0x80..=0xBF | 0xE3..=0xE9 => HIGH,
            0xC0..=0xE2 | 0xEA..=0xFF => HIGH | ODD,
        };
        if byte == u8::MAX {
            return classes;
        }
        byte += 1;
    }
}

/// What a text may hold, by its bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glance(u8);

impl Glance {
    /// Everything may be in it: each closer look is taken.
    #[cfg(test)]
    pub(super) const ALL: Self = Self(u8::MAX);

    /// Look once.
    pub(super) fn of(text: &str) -> Self {
        Self(text.bytes().fold(0, |seen, byte| seen | CLASSES[usize::from(byte)]))
    }

    /// Printable ASCII, line ends and tabs, without a question mark.
    pub(super) const fn is_plain_ascii(self) -> bool {
        self.0 & (ODD | HIGH | QUESTION) == 0
    }

    /// Nothing but that and U+3000 to U+9FFF: blanks that people type, punctuation, kana, ideographs.
    pub(super) const fn is_plain(self) -> bool {
        self.0 & (ODD | QUESTION) == 0
    }

    /// It may hold characters that nobody sees, or that only some fonts show.
    pub(super) const fn is_odd(self) -> bool {
        self.0 & ODD != 0
    }

    /// It may hold what HTML writes for a character.
    pub(super) const fn has_ampersand(self) -> bool {
        self.0 & AMPERSAND != 0
    }

    /// It may be a number as Excel shortens it.
    pub(super) const fn has_plus(self) -> bool {
        self.0 & PLUS != 0
    }

    /// It has line ends of Windows or of old Macs.
    pub(super) const fn has_return(self) -> bool {
        self.0 & RETURN != 0
    }
}
