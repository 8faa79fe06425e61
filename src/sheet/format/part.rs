//! What a section of a format code is made of, and what it shows.
//!
//! Must not know: how a code is read, values.

use super::numerals::Numerals;

/// What a section shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// `General`, perhaps between other parts.
    General,
    /// Digits where its placeholders are.
    Digits,
    /// The text of the cell.
    Text,
    /// Nothing but its own parts.
    Literal,
    /// A day, with or without its time.
    Date,
    /// The day of the week alone, in Chinese.
    Weekday,
    /// A time without a day.
    Time,
    /// How much time has passed.
    Elapsed,
    /// A fraction: 5 1/2.
    Fraction,
    /// Numerals in words: 八, 第八中学.
    Numerals(Numerals),
    /// Powers of ten, and what is left to others.
    Other,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// As it stands.
    Literal(char),
    /// A digit: `0` is always shown, `#` where there is one, `?` as a blank.
    Digit(char),
    /// The decimal point.
    Point,
    /// The line of a fraction.
    Slash,
    /// The whole number, or the text.
    Value,
    /// A part of a day or a time.
    Unit(Unit),
}

/// A part of a day or a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// What a language has words of its own for: a month, a day of the week, an era.
    Words,
    Year {
        letters: usize,
    },
    Day {
        letters: usize,
    },
    /// A month, or minutes where hours stand before it or seconds behind it.
    Month {
        letters: usize,
    },
    /// The day of the week in Chinese: 三, 星期三.
    Weekday {
        letters: usize,
    },
    Hours {
        letters: usize,
    },
    Minutes {
        letters: usize,
    },
    Seconds {
        letters: usize,
    },
    /// AM or PM, or 上午 or 下午.
    Halves {
        chinese: bool,
    },
    /// All hours, minutes or seconds that have passed, which a letter names.
    Passed {
        letter: u8,
        letters: usize,
    },
}

impl Unit {
    /// So many letters of a kind.
    pub(super) const fn of(letter: char, letters: usize) -> Self {
        match letter {
            'y' => Self::Year { letters },
            'm' if letters <= 2 => Self::Month { letters },
            'd' if letters <= 2 => Self::Day { letters },
            'h' => Self::Hours { letters },
            's' => Self::Seconds { letters },
            'a' => Self::Weekday { letters },
            _ => Self::Words,
        }
    }

    /// `h`, `mm`, `ss` between brackets.
    pub(super) fn elapsed(inner: &[u8]) -> Option<Self> {
        match inner {
            [letter @ (b'h' | b'm' | b's'), rest @ ..]
                if rest.iter().all(|byte| byte == letter) =>
            {
                Some(Self::Passed { letter: *letter, letters: inner.len() })
            }
            [..] => None,
        }
    }
}
