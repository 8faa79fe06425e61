//! The forms in which people write a date, read by hand: no format list is tried in turn, and a
//! text with two readings is known to have two.
//!
//! Must not know: cells, zones, the plausible window, what a field does with the date.

use jiff::civil::{Date, Time};

use super::civil::{
    Read, century, compact, compact_month, resolve, resolve_month, resolve_named, resolve_short,
    time_of,
};
use super::grain::Grain;
use super::numerals::{half_of_day, month_of, plain_digits};
use crate::bind::DateOrder;
use crate::problem::{Code, Complaint};

/// What a text says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scanned {
    /// A day, or a month or year by its first day.
    Day {
        date: Date,
        grain: Grain,
        time: Time,
        /// Seconds east of Greenwich, where the text names an offset.
        offset: Option<i32>,
        /// The century was not written.
        century: bool,
        /// `2018.1`: October too, if it has been a number.
        tenth: bool,
    },
    /// A timestamp of 12 or 13 digits.
    Millis(i64),
    /// A number of five digits: Excel's count of days.
    Serial(i64),
}

/// A date as nearly every one is written: the year in four figures, then the month, then perhaps the
/// day, with one sign between them or 年, 月 and 日 behind them. None for any other, of which nothing
/// is known.
pub(super) fn plain(text: &str) -> Option<(Date, Grain)> {
    let (year, rest) = text.as_bytes().split_first_chunk::<4>()?;
    let year = year.iter().try_fold(0, |year, figure| Some(year * 10 + digit(*figure)?))?;
    let (sign, rest) = rest.split_first()?;
    let (month, day, grain) = if let Some(rest) = (*sign == YEAR[0]).then_some(rest) {
        named(rest.strip_prefix(&YEAR[1..])?)?
    } else {
        signed(*sign, rest)?
    };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some((date, grain))
}

const YEAR: &[u8] = "年".as_bytes();
const MONTH: &[u8] = "月".as_bytes();

/// `5月`, `5月1日`.
fn named(rest: &[u8]) -> Option<(i16, i16, Grain)> {
    let (month, rest) = one_or_two(rest)?;
    let rest = rest.strip_prefix(MONTH)?;
    if rest.is_empty() {
        return Some((month, 1, Grain::Month));
    }
    let (day, rest) = one_or_two(rest)?;
    let is_day = rest == "日".as_bytes() || rest == "号".as_bytes();
    is_day.then_some((month, day, Grain::Day))
}

/// `05`, `05-01`, behind the same sign.
fn signed(sign: u8, rest: &[u8]) -> Option<(i16, i16, Grain)> {
    if !matches!(sign, b'-' | b'/' | b'.') {
        return None;
    }
    match one_or_two(rest)? {
        // A month in tenths is told.
        (month, []) => (sign != b'.').then_some((month, 1, Grain::Month)),
        (month, [next, rest @ ..]) if *next == sign => {
            let (day, rest) = one_or_two(rest)?;
            rest.is_empty().then_some((month, day, Grain::Day))
        }
        _ => None,
    }
}

fn digit(byte: u8) -> Option<i16> {
    byte.is_ascii_digit().then(|| i16::from(byte - b'0'))
}

fn one_or_two(bytes: &[u8]) -> Option<(i16, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let first = digit(*first)?;
    let Some((second, rest)) =
        rest.split_first().and_then(|(next, rest)| Some((digit(*next)?, rest)))
    else {
        return Some((first, rest));
    };
    let is_all = !rest.first().is_some_and(u8::is_ascii_digit);
    is_all.then_some((first * 10 + second, rest))
}

/// Read a text. It must be trimmed, with half-width digits.
pub(super) fn scan(
    text: &str,
    order: Option<DateOrder>,
    personal: bool,
) -> Result<Scanned, Complaint> {
    let text = plain_digits(text);
    if let Some(digits) = text.strip_prefix('-') {
        // Before 1970. Eleven digits at least, so that a mobile number after a dash is none.
        return match (digits.len(), digits.parse::<i64>()) {
            (11..=13, Ok(millis)) if millis >= 0 => Ok(Scanned::Millis(-millis)),
            _ => Err(not_a_date()),
        };
    }
    let mut scanner = Scanner(&text);
    let found = match scanner.part()? {
        Part::Number { value, digits: 12 | 13 } => return scanner.end(Scanned::Millis(value)),
        Part::Number { value, digits: 5 } => return scanner.end(Scanned::Serial(value)),
        Part::Number { value, digits: 14 } => {
            let clock = value % 1_000_000;
            let date = compact(value / 1_000_000)?;
            let time = time_of(clock / 10_000, clock / 100 % 100, clock % 100)?;
            return scanner.end(found(&date, time, None));
        }
        Part::Number { value, digits: 8 } => compact(value)?,
        Part::Number { value, digits: 6 } => compact_month(value, order)?,
        Part::Number { value, digits: 4 } => scanner.after_year(value)?,
        Part::Number { value, digits: 1 | 2 } => scanner.after_small(value, order, personal)?,
        Part::Number { .. } => return Err(not_a_date()),
        Part::Month(month) => scanner.after_month(month, order)?,
    };
    let (time, offset) = scanner.time()?;
    scanner.end(self::found(&found, time, offset))
}

const fn found(read: &Read, time: Time, offset: Option<i32>) -> Scanned {
    let Read { date, grain, century, tenth } = *read;
    Scanned::Day { date, grain, time, offset, century, tenth }
}

fn not_a_date() -> Complaint {
    Complaint::new(Code::NotADate)
}

enum Part {
    Number { value: i64, digits: usize },
    Month(i64),
}

struct Scanner<'a>(&'a str);

impl Scanner<'_> {
    fn end(&mut self, scanned: Scanned) -> Result<Scanned, Complaint> {
        self.blanks();
        if self.0.is_empty() { Ok(scanned) } else { Err(not_a_date()) }
    }

    fn blanks(&mut self) -> bool {
        let rest = self.0.trim_start();
        let any = rest.len() < self.0.len();
        self.0 = rest;
        any
    }

    fn take(&mut self, wanted: &[char]) -> Option<char> {
        let c = self.0.chars().next().filter(|c| wanted.contains(c))?;
        self.0 = &self.0[c.len_utf8()..];
        Some(c)
    }

    /// One of these, with or without blanks before it.
    fn sign(&mut self, wanted: &[char]) -> Option<char> {
        if self.0.trim_start().starts_with(wanted) {
            self.blanks();
        }
        self.take(wanted)
    }

    fn digits(&mut self) -> Option<(i64, usize)> {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 15 {
            return None;
        }
        let (number, rest) = self.0.split_at(digits);
        self.0 = rest;
        Some((number.parse().ok()?, digits))
    }

    fn part(&mut self) -> Result<Part, Complaint> {
        self.blanks();
        if let Some((value, digits)) = self.digits() {
            return Ok(Part::Number { value, digits });
        }
        let letters = self.0.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (word, rest) = self.0.split_at(letters);
        self.0 = rest;
        month_of(word).map(Part::Month).ok_or_else(not_a_date)
    }

    /// A number of one or two digits.
    fn small(&mut self) -> Result<i64, Complaint> {
        match self.part()? {
            Part::Number { value, digits: 1 | 2 } => Ok(value),
            Part::Number { .. } | Part::Month(_) => Err(not_a_date()),
        }
    }

    /// What stands between two parts; a blank counts where there is nothing else.
    fn separator(&mut self) -> Option<char> {
        let blank = self.blanks();
        let found = self.take(&['-', '/', '.', ',', '年', '月', '日', '号']);
        self.blanks();
        if found.is_some() { found } else { (blank && !self.0.is_empty()).then_some(' ') }
    }

    /// `2024`, `2024年5月`, `2018.09`, `2024-05-01`, `2024-May-1`.
    fn after_year(&mut self, year: i64) -> Result<Read, Complaint> {
        let Some(first) = self.separator() else {
            return Read::of(year, 1, 1, Grain::Year);
        };
        if self.0.is_empty() {
            return if first == '年' {
                Read::of(year, 1, 1, Grain::Year)
            } else {
                Err(not_a_date())
            };
        }
        let (month, digits) = match self.part()? {
            Part::Number { value, digits: digits @ 1..=2 } => (value, digits),
            Part::Month(month) => (month, 0),
            Part::Number { .. } => return Err(not_a_date()),
        };
        let second = if first == ' ' { self.separator() } else { self.sign(SEPARATORS) };
        let ends = self.0.trim_start().is_empty();
        match second {
            None => {
                let tenth = first == '.' && digits == 1 && month == 1;
                Ok(Read { tenth, ..Read::month(year, month)? })
            }
            Some('月') if ends => Read::month(year, month),
            Some(_) if ends => Err(not_a_date()),
            Some(_) => {
                let day = self.small()?;
                self.sign(&['日', '号']);
                Read::day(year, month, day)
            }
        }
    }

    /// `1/5/2024`, `1-May-2024`, `05/2024`, `24年5月`.
    fn after_small(
        &mut self,
        first: i64,
        order: Option<DateOrder>,
        personal: bool,
    ) -> Result<Read, Complaint> {
        let separator = self.separator();
        if separator == Some('年') {
            return if order.is_some() {
                self.year_word(century(first))
            } else {
                Err(Complaint::new(Code::DateTwoDigitYear))
            };
        }
        match self.part()? {
            Part::Month(month) => {
                self.separator();
                match self.digits() {
                    Some((year, 4)) => Read::day(year, month, first),
                    Some((short, 2)) => resolve_named(first, month, short, order),
                    Some(_) | None => Err(not_a_date()),
                }
            }
            Part::Number { value: year, digits: 4 } if separator.is_some() => {
                self.take(&['年']);
                Read::month(year, first)
            }
            Part::Number { value: second, digits: 1 | 2 } if separator.is_some() => {
                self.separator().ok_or_else(not_a_date)?;
                match self.digits() {
                    Some((year, 4)) => resolve(first, second, year, order, personal),
                    Some((third, 1 | 2)) => resolve_short([first, second, third], order),
                    Some(_) | None => Err(not_a_date()),
                }
            }
            Part::Number { .. } => Err(not_a_date()),
        }
    }

    /// The rest after `24年`.
    fn year_word(&mut self, year: i64) -> Result<Read, Complaint> {
        let read = if self.0.is_empty() {
            Read::of(year, 1, 1, Grain::Year)?
        } else {
            let month = self.small()?;
            self.take(SEPARATORS).ok_or_else(not_a_date)?;
            if self.0.trim_start().is_empty() {
                Read::month(year, month)?
            } else {
                let day = self.small()?;
                self.sign(&['日', '号']);
                Read::day(year, month, day)?
            }
        };
        Ok(Read { century: true, ..read })
    }

    /// `May 2024`, `May 1, 2024`.
    fn after_month(&mut self, month: i64, order: Option<DateOrder>) -> Result<Read, Complaint> {
        self.separator();
        let (value, digits) = self.digits().ok_or_else(not_a_date)?;
        if digits == 4 {
            return Read::month(value, month);
        }
        if digits > 2 {
            return Err(not_a_date());
        }
        self.separator();
        match self.digits() {
            Some((year, 4)) => Read::day(year, month, value),
            Some((short, 2)) => resolve_named(value, month, short, order),
            Some(_) => Err(not_a_date()),
            None if digits == 2 => resolve_month(month, value, order),
            None => Err(Complaint::new(Code::DateTwoDigitYear)),
        }
    }

    /// A time of day behind the date, with an offset; midnight where there is none.
    fn time(&mut self) -> Result<(Time, Option<i32>), Complaint> {
        self.blanks();
        if self.0.is_empty() {
            return Ok((Time::midnight(), None));
        }
        // At once behind a day, as XML writes one.
        if matches!(self.0.as_bytes(), [b'Z' | b'z'] | [b'+', ..] | [b'-', _, _, b':', ..]) {
            return Ok((Time::midnight(), self.offset()?));
        }
        self.take(&['T', 't']);
        let before = self.half_of_day();
        let (hour, _) = self.digits().ok_or_else(not_a_date)?;
        self.take(&[':', '时', '点']).ok_or_else(not_a_date)?;
        let (minute, _) = self.digits().ok_or_else(not_a_date)?;
        let mut second = 0;
        if self.take(&[':', '分']).is_some() && !self.0.is_empty() {
            second = self.digits().ok_or_else(not_a_date)?.0;
            self.take(&['秒']);
            if self.take(&['.']).is_some() {
                self.0 = self.0.trim_start_matches(|c: char| c.is_ascii_digit());
            }
        }
        self.blanks();
        let hour = match (before.or_else(|| self.half_of_day()), hour) {
            (Some(false), 12) => 0,
            (Some(true), 1..=11) => hour + 12,
            (Some(_) | None, _) => hour,
        };
        Ok((time_of(hour, minute, second)?, self.offset()?))
    }

    fn half_of_day(&mut self) -> Option<bool> {
        let (is_second, rest) = half_of_day(self.0)?;
        self.0 = rest.trim_start();
        Some(is_second)
    }

    /// `Z`, `+08:00`, `+0800`, `+08`.
    fn offset(&mut self) -> Result<Option<i32>, Complaint> {
        let sign = match self.take(&['Z', 'z', '+', '-']) {
            None => return Ok(None),
            Some('Z' | 'z') => return Ok(Some(0)),
            Some('-') => -1,
            Some(_) => 1,
        };
        let (value, digits) = self.digits().ok_or_else(not_a_date)?;
        let (hours, minutes) = if digits == 4 {
            (value / 100, value % 100)
        } else if self.take(&[':']).is_some() {
            (value, self.digits().ok_or_else(not_a_date)?.0)
        } else {
            (value, 0)
        };
        if hours > 14 || minutes > 59 {
            return Err(not_a_date());
        }
        let seconds = i32::try_from(hours * 3600 + minutes * 60).unwrap_or(0);
        Ok(Some(sign * seconds))
    }
}

const SEPARATORS: &[char] = &['-', '/', '.', ',', '年', '月', '日', '号'];

#[cfg(test)]
mod tests;
