//! Values of the form that the API takes, borrowed from a cell or a record wherever they stand there
//! as they are.
//!
//! Must not know: JSON, which field a value is for.

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::ops::Deref;

/// A value as the request body holds it.
#[derive(Clone, PartialEq, Eq)]
pub enum Value<'v> {
    /// A JSON string.
    Text(CowStr<'v>),
    /// A JSON integer.
    Int(i64),
    /// A JSON array of strings.
    List(Vec<String>),
}

/// A value that a record holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ValueRef<'r> {
    /// A JSON string.
    Text(&'r str),
    /// A JSON integer.
    Int(i64),
    /// A JSON array of strings.
    List(Items<'r>),
}

/// The texts of a list, which stand in one text.
#[derive(Clone, Copy)]
pub struct Items<'r> {
    pub(super) text: &'r str,
    pub(super) spans: &'r [Span],
}

/// Where a text begins and ends within another.
pub(super) type Span = (u32, u32);

impl<'r> Items<'r> {
    /// The texts.
    pub fn iter(self) -> impl ExactSizeIterator<Item = &'r str> {
        let of = move |(start, end): &Span| self.text.get(*start as usize..*end as usize);
        self.spans.iter().map(move |span| of(span).unwrap_or_default())
    }
}

impl PartialEq for Items<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Items<'_> {}

impl<'r> ValueRef<'r> {
    /// Its texts, one or several; none of a number.
    pub fn texts(self) -> impl Iterator<Item = &'r str> {
        let none = Items { text: "", spans: &[] };
        let (one, several) = match self {
            Self::Text(text) => (Some(text), none),
            Self::List(items) => (None, items),
            Self::Int(_) => (None, none),
        };
        one.into_iter().chain(several.iter())
    }
}

/// A text that is borrowed, owned, or short enough to need no memory of its own.
#[derive(Clone)]
pub enum CowStr<'v> {
    /// It stands somewhere.
    Borrowed(&'v str),
    /// It was made.
    Owned(String),
    /// It was made, and is short: a date.
    Inlined(Inline),
}

/// A short text: at most [`Inline::LONGEST`] bytes.
#[derive(Clone, Copy, Default)]
pub struct Inline {
    length: u8,
    bytes: [u8; Self::LONGEST],
}

impl Value<'_> {
    /// The same, on its own.
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Self::Text(text) => Value::Text(text.into_owned()),
            Self::Int(number) => Value::Int(number),
            Self::List(items) => Value::List(items),
        }
    }
}

impl<'v> CowStr<'v> {
    /// A part of a text, borrowed where the text is.
    pub(super) fn part_of(whole: &Cow<'v, str>, part: &str) -> Self {
        let Cow::Borrowed(whole) = whole else { return Self::Owned(part.to_owned()) };
        let borrowed = place_within(whole, part).and_then(|at| whole.get(at..at + part.len()));
        borrowed.map_or_else(|| Self::Owned(part.to_owned()), Self::Borrowed)
    }

    /// The same text on its own, without memory of its own where it is short.
    pub(super) fn copy_of(text: &str) -> Self {
        Inline::of(text).map_or_else(|| Self::Owned(text.to_owned()), Self::Inlined)
    }

    /// The same, on its own.
    pub fn into_owned(self) -> CowStr<'static> {
        match self {
            Self::Borrowed(text) => CowStr::Owned(text.to_owned()),
            Self::Owned(text) => CowStr::Owned(text),
            Self::Inlined(text) => CowStr::Inlined(text),
        }
    }
}

/// Where a part stands in the text that it was borrowed from; none where it is from elsewhere.
pub(super) fn place_within(whole: &str, part: &str) -> Option<usize> {
    // What is of another text has another address, for both are there.
    let at = part.as_ptr().addr().wrapping_sub(whole.as_ptr().addr());
    let is_within = at.checked_add(part.len()).is_some_and(|end| end <= whole.len());
    is_within.then_some(at)
}

impl Deref for CowStr<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Owned(text) => text,
            Self::Inlined(text) => text.as_str(),
        }
    }
}

impl PartialEq for CowStr<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for CowStr<'_> {}

impl<'v> From<&'v str> for CowStr<'v> {
    fn from(text: &'v str) -> Self {
        Self::Borrowed(text)
    }
}

impl From<String> for CowStr<'_> {
    fn from(text: String) -> Self {
        Self::Owned(text)
    }
}

impl<'v> From<Cow<'v, str>> for CowStr<'v> {
    fn from(text: Cow<'v, str>) -> Self {
        match text {
            Cow::Borrowed(text) => Self::Borrowed(text),
            Cow::Owned(text) => Self::Owned(text),
        }
    }
}

impl Inline {
    /// Bytes of the longest text: `2024-05-01 00:00:00`, and every `i64`.
    pub const LONGEST: usize = 22;

    /// A text that is short enough.
    fn of(text: &str) -> Option<Self> {
        let mut short = Self::default();
        short.push(text.as_bytes()).then_some(short)
    }

    /// A number's digits.
    pub(super) fn of_number(number: i64) -> Self {
        const HALF: u64 = 100_000_000;
        if let Ok(number) = u64::try_from(number)
            && number < HALF * HALF
        {
            // All sixteen digits at once, without the zeros before the first of them but the last.
            let high = u64::from_le_bytes(eight_digits(number / HALF));
            let low = u64::from_le_bytes(eight_digits(number % HALF));
            let digits = u128::from(low) << 64 | u128::from(high);
            let zeros = u128::from_le_bytes([b'0'; 16]);
            let before = ((digits ^ zeros).trailing_zeros() / 8).min(15);
            let mut bytes = [0; Self::LONGEST];
            bytes[..16].copy_from_slice(&(digits >> (8 * before)).to_le_bytes());
            return Self { length: 16 - u8::try_from(before).unwrap_or(0), bytes };
        }
        let mut text = Self::default();
        if number < 0 {
            text.push(b"-");
        }
        let rest = number.unsigned_abs();
        let mut digits = [b'0'; 24];
        let mut first = 8;
        if rest >= HALF * HALF {
            digits[..8].copy_from_slice(&eight_digits(rest / HALF / HALF));
            first = 0;
        }
        digits[8..16].copy_from_slice(&eight_digits(rest / HALF % HALF));
        digits[16..].copy_from_slice(&eight_digits(rest % HALF));
        while first + 1 < digits.len() && digits[first] == b'0' {
            first += 1;
        }
        text.push(&digits[first..]);
        text
    }

    /// A date, and what follows it.
    pub(super) fn of_date(date: jiff::civil::Date, then: &str) -> Option<Self> {
        let part = |number: i8| u64::from(number.unsigned_abs());
        let year = u64::try_from(date.year()).ok()?;
        let digits = eight_digits(year * 10_000 + part(date.month()) * 100 + part(date.day()));
        let mut text = Self::default();
        text.push(&digits[..4]);
        text.push(b"-");
        text.push(&digits[4..6]);
        text.push(b"-");
        text.push(&digits[6..]);
        text.write_str(then).ok().map(|()| text)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }

    /// Whether there was room.
    fn push(&mut self, bytes: &[u8]) -> bool {
        let start = usize::from(self.length);
        let Some(room) = self.bytes.get_mut(start..start + bytes.len()) else { return false };
        room.copy_from_slice(bytes);
        self.length += u8::try_from(bytes.len()).unwrap_or(0);
        true
    }
}

/// The digits of a number below 10^8, all at once: two numbers of four digits side by side, of each two
/// of two, of each two of one.
fn eight_digits(number: u64) -> [u8; 8] {
    let halves = (number / 10_000) | ((number % 10_000) << 32);
    let hundreds = (halves.wrapping_mul(10_486) >> 20) & 0x0000_007F_0000_007F;
    let pairs = hundreds | (halves.wrapping_sub(hundreds.wrapping_mul(100)) << 16);
    let tens = (pairs.wrapping_mul(103) >> 10) & 0x000F_000F_000F_000F;
    let digits = tens | (pairs.wrapping_sub(tens.wrapping_mul(10)) << 8);
    (digits | 0x3030_3030_3030_3030).to_le_bytes()
}

impl Write for Inline {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.push(text.as_bytes()) { Ok(()) } else { Err(fmt::Error) }
    }
}

/// Its shape: values are people's data.
impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text(_) => "Text(…)",
            Self::Int(_) => "Int(…)",
            Self::List(_) => "List(…)",
        })
    }
}

impl fmt::Debug for ValueRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text(_) => "Text(…)",
            Self::Int(_) => "Int(…)",
            Self::List(_) => "List(…)",
        })
    }
}

impl fmt::Debug for Items<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Items(…)")
    }
}

impl fmt::Debug for CowStr<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CowStr(…)")
    }
}

impl fmt::Debug for Inline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Inline(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_are_written_as_display_writes_them() {
        for number in [0, 7, -1, 10, 1_714_492_800_000, -639_129_600_000, i64::MAX, i64::MIN] {
            assert_eq!(Inline::of_number(number).as_str(), number.to_string());
        }
        for number in (0..1_000_000_000_000_000_000).step_by(7_777_777_777_777).chain(0..2000) {
            assert_eq!(Inline::of_number(number).as_str(), number.to_string());
        }
        for (year, month, day) in [(1, 1, 1), (1990, 12, 31), (9999, 2, 9)] {
            let date = jiff::civil::date(year, month, day);
            let shown = |then| Inline::of_date(date, then).map(|text| text.as_str().to_owned());
            assert_eq!(shown(""), Some(date.to_string()));
            assert_eq!(shown(" 00:00:00"), Some(format!("{date} 00:00:00")));
            assert_eq!(shown(" too long for it"), None);
        }
    }

    #[test]
    fn a_part_is_borrowed_where_the_whole_is() {
        let text = "mailto:a@b.com";
        let whole = Cow::Borrowed(text);
        let part = CowStr::part_of(&whole, &text[7..]);
        assert!(matches!(part, CowStr::Borrowed("a@b.com")));
        let elsewhere = "a@b.com".to_owned();
        assert!(matches!(CowStr::part_of(&whole, &elsewhere), CowStr::Owned(_)));
        let owned = Cow::Owned(text.to_owned());
        assert_eq!(&*CowStr::part_of(&owned, &owned[7..]), "a@b.com");
    }
}
