//! Times of day that may be midnight: some seconds before it, as programs write it that lose them (a
//! zone's local mean time, a rounded fraction, the hour of China's summer time of 1986 to 1991), or midnight
//! here told as a time of UTC. And days that a
//! spreadsheet program may have swapped with their months.
//!
//! Must not know: cells, other values of the column.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone};

use super::zone::{
    midnight_of_utc, standard_midnight_of_utc, standard_of, summer_midnight, summer_midnight_of_utc,
};
use crate::bind::Clock;

/// Programs lose no more than a minute.
const SHORT: i64 = 60_000;
/// A fraction of a day that is written with few digits is no more than this beside midnight, in
/// milliseconds: noise, which no column need be asked about.
const NOISE: i64 = 500;
const DAY: i64 = 86_400_000;
const HOUR: i64 = 3_600_000;
/// What the local mean time of Shanghai (+08:05:43) takes from midnight: where its minutes are kept, and
/// where they are not.
const MEAN: [i64; 2] = [43_000, 343_000];

/// What a time of day may be other than itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    /// Midnight of this day, beyond doubt.
    Midnight(Date),
    /// Midnight of this day, if the column says so.
    Perhaps(Clock, Date),
    /// A time of day.
    None,
}

/// What a time of day may be.
pub(crate) fn slip(date: Date, time: Time, zone: &TimeZone) -> Slip {
    let at = milliseconds(time);
    if at < NOISE {
        return Slip::Midnight(date);
    }
    match date.tomorrow() {
        Ok(next) if at > DAY - NOISE => return Slip::Midnight(next),
        Ok(next) if is_short(date, DAY - at) => return Slip::Perhaps(Clock::Short, next),
        Ok(_) | Err(_) => {}
    }
    let at = date.to_datetime(time);
    if let Some(day) = summer_midnight(at, zone) {
        return Slip::Perhaps(Clock::Short, day);
    }
    let day = midnight_of_utc(at, zone)
        .or_else(|| standard_midnight_of_utc(at, zone))
        .or_else(|| summer_midnight_of_utc(at, zone));
    day.filter(|day| *day > date).map_or(Slip::None, |day| Slip::Perhaps(Clock::Utc, day))
}

/// The day whose midnight at the standard offset a timestamp was to be, with the time of day that it is
/// there: the midnight of daylight saving, or some seconds before midnight. None where it is that
/// midnight, any other time, or the end of a day.
pub(super) fn missed_midnight(millis: i64, zone: &TimeZone) -> Option<(Time, Date)> {
    let at = standard_of(millis, zone)?;
    let time = milliseconds(at.time());
    if time == 0 {
        return None;
    }
    if (DAY - SHORT..DAY - 1000).contains(&time) {
        return Some((at.time(), at.date().tomorrow().ok()?));
    }
    let utc = Offset::UTC.to_datetime(Timestamp::from_millisecond(millis).ok()?);
    let day = midnight_of_utc(utc, zone).or_else(|| summer_midnight_of_utc(utc, zone))?;
    Some((at.time(), day))
}

/// Whether midnight may have lost so much: some seconds, or what Shanghai's mean time takes, and an hour
/// more in the summers of China's daylight saving.
fn is_short(date: Date, lost: i64) -> bool {
    let is_mean = |lost: i64| MEAN.iter().any(|mean| (lost - mean).abs() < NOISE);
    let summer = (1986..=1991).contains(&date.year()) && (4..=9).contains(&date.month());
    lost <= SHORT || is_mean(lost) || summer && is_mean(lost - HOUR)
}

/// Whether a time is one second before midnight, by which people write the end of a day.
pub(crate) fn is_end_of_day(time: Time) -> bool {
    milliseconds(time) == DAY - 1000
}

/// `16:00:00`.
pub(crate) fn shown_time(time: Time) -> String {
    format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
}

fn milliseconds(time: Time) -> i64 {
    let [hour, minute, second] = [time.hour(), time.minute(), time.second()].map(i64::from);
    ((hour * 60 + minute) * 60 + second) * 1000 + i64::from(time.subsec_nanosecond()) / 1_000_000
}

/// The day with its day and month in the other places, if that is another one.
pub(crate) fn swapped(date: Date) -> Option<Date> {
    let other = Date::new(date.year(), date.day(), date.month()).ok()?;
    (other != date).then_some(other)
}
