//! Year, month and day as numbers to a date: which orders are possible, which centuries, which days
//! there are.
//!
//! Must not know: texts.

use jiff::civil::{Date, Time};

use super::grain::Grain;
use crate::bind::DateOrder;
use crate::problem::{Code, Complaint, day_or_month_first};

/// A date without its time.
pub(super) struct Read {
    pub(super) date: Date,
    pub(super) grain: Grain,
    /// The century was not written.
    pub(super) century: bool,
    /// `2018.1`: October too, if it has been a number.
    pub(super) tenth: bool,
}

impl Read {
    pub(super) fn day(year: i64, month: i64, day: i64) -> Result<Self, Complaint> {
        Self::of(year, month, day, Grain::Day)
    }

    pub(super) fn month(year: i64, month: i64) -> Result<Self, Complaint> {
        Self::of(year, month, 1, Grain::Month)
    }

    pub(super) fn of(year: i64, month: i64, day: i64, grain: Grain) -> Result<Self, Complaint> {
        let date = date_of(year, month, day).ok_or(Complaint::new(Code::DateImpossible))?;
        Ok(Self { date, grain, century: false, tenth: false })
    }
}

fn date_of(year: i64, month: i64, day: i64) -> Option<Date> {
    let year = i16::try_from(year).ok()?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// 24:00, which no clock shows: no other text gives this time of day.
const TWENTY_FOUR: Time = Time::constant(23, 59, 59, 999_999_999);

/// Whether this is 24:00. Programs that count the hours of a day from 1 write midnight so, and people
/// the end of a day: the day is the one that is written, either way.
pub(super) fn is_twenty_four(time: Time) -> bool {
    time == TWENTY_FOUR
}

pub(super) fn time_of(hour: i64, minute: i64, second: i64) -> Result<Time, Complaint> {
    if (hour, minute, second) == (24, 0, 0) {
        return Ok(TWENTY_FOUR);
    }
    let part = |value: i64| i8::try_from(value).unwrap_or(-1);
    Time::new(part(hour), part(minute), part(second), 0)
        .map_err(|_| Complaint::new(Code::DateImpossible))
}

/// `20240501`.
pub(super) fn compact(value: i64) -> Result<Read, Complaint> {
    Read::day(value / 10_000, value / 100 % 100, value % 100)
}

/// `202405`; six digits that are no year and month may be a day with a two-digit year.
pub(super) fn compact_month(value: i64, order: Option<DateOrder>) -> Result<Read, Complaint> {
    let (year, month) = (value / 100, value % 100);
    if (1900..=2100).contains(&year) && (1..=12).contains(&month) {
        return Read::month(year, month);
    }
    resolve_short([value / 10_000, value / 100 % 100, value % 100], order).map_err(|complaint| {
        let possible = complaint.code == Code::DateTwoDigitYear;
        if possible { complaint } else { Complaint::new(Code::NotADate) }
    })
}

/// Excel's rule: 00–29 are 2000–2029, 30–99 are 1930–1999.
pub(super) const fn century(short: i64) -> i64 {
    if short < 30 { 2000 + short } else { 1900 + short }
}

/// Day and month in an unknown order, year known.
pub(super) fn resolve(
    first: i64,
    second: i64,
    year: i64,
    order: Option<DateOrder>,
    personal: bool,
) -> Result<Read, Complaint> {
    let day_first = date_of(year, second, first);
    let month_first = date_of(year, first, second);
    let date = match (order, day_first, month_first) {
        (Some(DateOrder::Dmy), date, _) | (Some(DateOrder::Mdy), _, date) => date,
        (None | Some(DateOrder::Ymd), Some(one), Some(other)) if one != other => {
            let readings = if personal {
                day_or_month_first()
            } else {
                [one, other].map(|date| date.to_string().into())
            };
            return Err(Complaint::with(Code::DateAmbiguous, readings));
        }
        (None | Some(DateOrder::Ymd), one, other) => one.or(other),
    };
    let date = date.ok_or(Complaint::new(Code::DateImpossible))?;
    Ok(Read { date, grain: Grain::Day, century: false, tenth: false })
}

/// Three numbers, none of them a whole year. Without an order they are read where only one order
/// makes a day of them (`31/12/99`).
pub(super) fn resolve_short(parts: [i64; 3], order: Option<DateOrder>) -> Result<Read, Complaint> {
    let [a, b, c] = parts;
    only_or(order, |order| match order {
        DateOrder::Ymd => Read::day(century(a), b, c),
        DateOrder::Dmy => Read::day(century(c), b, a),
        DateOrder::Mdy => Read::day(century(c), a, b),
    })
}

/// A day and a named month before a two-digit year.
pub(super) fn resolve_named(
    day: i64,
    month: i64,
    short: i64,
    order: Option<DateOrder>,
) -> Result<Read, Complaint> {
    only_or(order, |order| match order {
        DateOrder::Ymd => Read::day(century(day), month, short),
        DateOrder::Dmy | DateOrder::Mdy => Read::day(century(short), month, day),
    })
}

/// Read in this order; without one, in the only order that can be.
fn only_or(
    order: Option<DateOrder>,
    read: impl Fn(DateOrder) -> Result<Read, Complaint>,
) -> Result<Read, Complaint> {
    let found = if let Some(order) = order {
        read(order)?
    } else {
        let all = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy];
        let mut readings = all.into_iter().filter_map(|order| read(order).ok());
        let only = readings.next().ok_or(Complaint::new(Code::DateImpossible))?;
        if readings.any(|other| other.date != only.date) {
            return Err(Complaint::new(Code::DateTwoDigitYear));
        }
        only
    };
    Ok(Read { century: true, ..found })
}

/// A named month with two digits behind it. Excel shows a month so (`Sep-18`), people a day: above
/// 31 it is a year, else an order must say that years have two digits.
pub(super) fn resolve_month(
    month: i64,
    short: i64,
    order: Option<DateOrder>,
) -> Result<Read, Complaint> {
    if order.is_none() && (1..=31).contains(&short) {
        return Err(Complaint::new(Code::DateTwoDigitYear));
    }
    Ok(Read { century: true, ..Read::month(century(short), month)? })
}
