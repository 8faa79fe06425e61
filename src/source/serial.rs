//! Excel's numbers for days and times as civil moments, with its quirks: two epochs, and a 29
//! February 1900 that never was.
//!
//! Must not know: cells, files.

use jiff::Span;
use jiff::civil::{Date, DateTime, date};

use crate::sheet::{Epoch, Moment};

/// What a number with a date's format is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Serial {
    /// No date: a time of day alone, or a duration.
    Number(f64),
    /// A date, with its time of day.
    Moment(Moment),
    /// Not a date that exists.
    Impossible,
}

/// Excel's last day, 9999-12-31, in the epoch of 1900.
const LAST_DAY: f64 = 2_958_465.0;
/// The day that 1900 did not have.
const FALSE_LEAP_DAY: i32 = 60;
const DAY_MILLISECONDS: f64 = 86_400_000.0;

/// The moment that a serial number stands for, to the millisecond.
#[expect(
    clippy::cast_possible_truncation,
    reason = "in range by then: under 3 million days, under 86.4 million milliseconds"
)]
pub(super) fn moment(value: f64, epoch: Epoch) -> Serial {
    if (0.0..1.0).contains(&value) {
        return Serial::Number(value);
    }
    let value = value + f64::from(epoch.days());
    // Also refuses what is not a number.
    if !(1.0..LAST_DAY + 1.0).contains(&value) {
        return Serial::Impossible;
    }
    let mut days = value.trunc() as i32;
    let mut milliseconds = (value.fract() * DAY_MILLISECONDS).round() as i64;
    if milliseconds >= 86_400_000 {
        (days, milliseconds) = (days + 1, 0);
    }
    let epoch = match days {
        FALSE_LEAP_DAY => return Serial::Impossible,
        ..FALSE_LEAP_DAY => date(1899, 12, 31),
        _ => date(1899, 12, 30),
    };
    let day = epoch.checked_add(Span::new().days(days));
    let at = day.map(|day| day.at(0, 0, 0, 0));
    match at.and_then(|at| at.checked_add(Span::new().milliseconds(milliseconds))) {
        Ok(at) => Serial::Moment(Moment { date: at.date(), time: at.time() }),
        Err(_) => Serial::Impossible,
    }
}

/// The moment of a cell of type `d`, which holds ISO 8601.
pub(super) fn iso(text: &str) -> Serial {
    let text = text.trim().trim_end_matches('Z');
    let parsed =
        text.parse::<DateTime>().or_else(|_| text.parse::<Date>().map(|date| date.at(0, 0, 0, 0)));
    match parsed {
        Ok(at) => Serial::Moment(Moment { date: at.date(), time: at.time() }),
        Err(_) => Serial::Impossible,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(serial: Serial) -> String {
        match serial {
            Serial::Number(number) => format!("number {number}"),
            Serial::Moment(moment) => format!("{} {}", moment.date, moment.time),
            Serial::Impossible => "impossible".to_owned(),
        }
    }

    #[test]
    fn serials_are_the_dates_that_excel_shows() {
        for (value, expected) in [
            (1.0, "1900-01-01 00:00:00"),
            (59.0, "1900-02-28 00:00:00"),
            (60.0, "impossible"),
            (60.5, "impossible"),
            (61.0, "1900-03-01 00:00:00"),
            (366.0, "1900-12-31 00:00:00"),
            (367.0, "1901-01-01 00:00:00"),
            (45_000.0, "2023-03-15 00:00:00"),
            (45_943.541, "2025-10-13 12:59:02.4"),
            (45_943.999_999_999, "2025-10-14 00:00:00"),
            (2_958_465.0, "9999-12-31 00:00:00"),
            (2_958_466.0, "impossible"),
            (-1.0, "impossible"),
            (f64::NAN, "impossible"),
            (0.5, "number 0.5"),
        ] {
            assert_eq!(show(moment(value, Epoch::Y1900)), expected, "{value}");
        }
        assert_eq!(show(moment(43_538.0, Epoch::Y1904)), "2023-03-15 00:00:00");
        assert_eq!(show(moment(1.0, Epoch::Y1904)), "1904-01-02 00:00:00");
        assert_eq!(show(moment(2_957_004.0, Epoch::Y1904)), "impossible");
    }

    #[test]
    fn iso_text_is_checked_against_the_calendar() {
        assert_eq!(show(iso("2024-02-29")), "2024-02-29 00:00:00");
        assert_eq!(show(iso("2024-02-29T08:30:00Z")), "2024-02-29 08:30:00");
        assert_eq!(show(iso("2024-02-30")), "impossible");
    }
}
