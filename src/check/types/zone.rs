//! Days and milliseconds. A day is written as local midnight at the zone's *standard* offset, so
//! that a reader at a fixed offset sees the same day: birthdays of the summers 1986–1991 fall into
//! China's daylight saving (`docs/labels.md`, "Dates").
//!
//! Must not know: cells, fields.

use std::cell::Cell;
use std::ops::RangeInclusive;

use jiff::civil::Date;
use jiff::tz::{Dst, Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

/// Milliseconds of a day's midnight, at the standard offset that the zone had on that day.
pub(super) fn millis_of(date: Date, zone: &TimeZone) -> Option<i64> {
    let at_utc = Offset::UTC.to_timestamp(date.to_datetime(jiff::civil::Time::midnight())).ok()?;
    let near = at_utc.checked_sub(duration(zone.to_offset(at_utc))).ok()?;
    let offset = standard_offset(zone, near);
    Some(at_utc.checked_sub(duration(offset)).ok()?.as_millisecond())
}

/// The midnights of the days of a sheet. Nearly every year has one standard offset, which is worked out
/// once.
#[derive(Debug)]
pub struct Midnights(Box<[Cell<Year>]>);

/// What is known of a year.
#[derive(Clone, Copy, Debug)]
enum Year {
    Unasked,
    /// Each of its days begins so many milliseconds before the day of UTC.
    Steady(i64),
    /// The zone has changed its standard offset in it.
    Mixed,
}

impl Midnights {
    /// The years of plausible dates.
    const YEARS: RangeInclusive<i16> = 1900..=2100;

    /// The milliseconds of a day's midnight in a zone that is always the same.
    pub(super) fn of(&self, date: Date, zone: &TimeZone) -> Option<i64> {
        let place = usize::try_from(date.year() - Self::YEARS.start()).ok();
        let Some(place) = place.and_then(|place| self.0.get(place)) else {
            return millis_of(date, zone);
        };
        if let Year::Unasked = place.get() {
            place.set(Year::of(date.year(), zone).unwrap_or(Year::Mixed));
        }
        match place.get() {
            Year::Steady(offset) => Some(days_of(date) * 86_400_000 - offset),
            Year::Unasked | Year::Mixed => millis_of(date, zone),
        }
    }
}

impl Default for Midnights {
    fn default() -> Self {
        Self(Self::YEARS.map(|_| Cell::new(Year::Unasked)).collect())
    }
}

impl Year {
    /// Looked at with some days before and behind it, for which its first and last may be near.
    fn of(year: i16, zone: &TimeZone) -> Option<Self> {
        let at = |year: i16, days: i64| {
            let new_year = Date::new(year, 1, 1).ok()?.to_datetime(jiff::civil::Time::midnight());
            let moment = Offset::UTC.to_timestamp(new_year).ok()?;
            moment.checked_add(SignedDuration::from_hours(24 * days)).ok()
        };
        let (first, last) = (at(year, -3)?, at(year + 1, 3)?);
        let offset = standard_offset(zone, first);
        let mut changes = zone.following(first).map(|change| change.timestamp());
        let is_other = |at: Timestamp| standard_offset(zone, at) != offset;
        let mixed = changes.by_ref().take_while(|at| *at <= last).any(is_other);
        Some(if mixed { Self::Mixed } else { Self::Steady(i64::from(offset.seconds()) * 1000) })
    }
}

/// Days from 1 January 1970 in the calendar of today.
fn days_of(date: Date) -> i64 {
    // A year that begins in March has its leap day at its end.
    let (month, day) = (i64::from(date.month()), i64::from(date.day()));
    let year = i64::from(date.year()) - i64::from(month <= 2);
    let (century, month) = (year.div_euclid(100), (month + 9) % 12);
    let leaps = year.div_euclid(4) - century + century.div_euclid(4);
    year * 365 + leaps + (153 * month + 2) / 5 + day - 1 - 719_468
}

/// The civil date that a timestamp shows in the zone.
pub(super) fn date_of(millis: i64, zone: &TimeZone) -> Option<(Date, jiff::civil::Time)> {
    let at = Timestamp::from_millisecond(millis).ok()?;
    let local = zone.to_datetime(at);
    Some((local.date(), local.time()))
}

/// The day and time of a timestamp at the zone's standard offset.
pub(super) fn standard_of(millis: i64, zone: &TimeZone) -> Option<jiff::civil::DateTime> {
    let at = Timestamp::from_millisecond(millis).ok()?;
    Some(standard_offset(zone, at).to_datetime(at))
}

/// The day whose midnight in the zone this time is, if it is one of UTC.
pub(super) fn midnight_of_utc(at: jiff::civil::DateTime, zone: &TimeZone) -> Option<Date> {
    let local = zone.to_datetime(Offset::UTC.to_timestamp(at).ok()?);
    (local.time() == jiff::civil::Time::midnight()).then(|| local.date())
}

/// The same by the zone's standard offset, for programs that know of no daylight saving.
pub(super) fn standard_midnight_of_utc(at: jiff::civil::DateTime, zone: &TimeZone) -> Option<Date> {
    let timestamp = Offset::UTC.to_timestamp(at).ok()?;
    let local = standard_offset(zone, timestamp).to_datetime(timestamp);
    (local.time() == jiff::civil::Time::midnight()).then(|| local.date())
}

/// The same by China's summer time, of which a zone without a database does not know: April to
/// September of 1986 to 1991.
pub(super) fn summer_midnight_of_utc(at: jiff::civil::DateTime, zone: &TimeZone) -> Option<Date> {
    let timestamp = Offset::UTC.to_timestamp(at).ok()?;
    let china = standard_offset(zone, timestamp) == Offset::constant(8);
    let summer = (1986..=1991).contains(&at.year()) && (4..=9).contains(&at.month());
    let local = Offset::constant(9).to_datetime(timestamp);
    (china && summer && local.time() == jiff::civil::Time::midnight()).then(|| local.date())
}

/// The same of a time of day here, as programs write it that know of no daylight saving: 23:00 of the day
/// before.
pub(super) fn summer_midnight(at: jiff::civil::DateTime, zone: &TimeZone) -> Option<Date> {
    let timestamp = Offset::constant(8).to_timestamp(at).ok()?;
    summer_midnight_of_utc(Offset::UTC.to_datetime(timestamp), zone)
}

/// The zone's offset without daylight saving at this time.
fn standard_offset(zone: &TimeZone, at: Timestamp) -> Offset {
    let info = zone.to_offset_info(at);
    match info.dst() {
        Dst::No => info.offset(),
        Dst::Yes => zone
            .preceding(at)
            .chain(zone.following(at).take(4))
            .find(|transition| transition.dst() == Dst::No)
            .map_or(info.offset(), |transition| transition.offset()),
    }
}

fn duration(offset: Offset) -> SignedDuration {
    SignedDuration::from_secs(i64::from(offset.seconds()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_midnight_that_was_worked_out_is_the_same_again() {
        let shanghai = TimeZone::get("Asia/Shanghai").unwrap();
        let midnights = Midnights::default();
        let mut day = date(1949, 1, 1);
        while day < date(2030, 1, 1) {
            for _ in 0..2 {
                assert_eq!(midnights.of(day, &shanghai), millis_of(day, &shanghai), "{day}");
            }
            day = day.tomorrow().unwrap();
        }
        assert_eq!(
            midnights.of(date(1949, 1, 1), &shanghai),
            millis_of(date(1949, 1, 1), &shanghai)
        );
    }

    #[test]
    fn a_midnight_is_the_same_in_every_zone_round_whatever_changes_its_offset() {
        for name in [
            "Asia/Shanghai",
            "America/New_York",
            "Europe/Dublin",
            "Africa/Casablanca",
            "Asia/Pyongyang",
            "Pacific/Apia",
            "Asia/Kathmandu",
            "UTC",
        ] {
            let zone = TimeZone::get(name).unwrap();
            let midnights = Midnights::default();
            let same = |day| assert_eq!(midnights.of(day, &zone), millis_of(day, &zone), "{day}");
            let mut day = date(1899, 12, 20);
            while day < date(2101, 2, 1) {
                same(day);
                day = day.checked_add(jiff::Span::new().days(17)).unwrap();
            }
            let start = Timestamp::from_second(-2_208_988_800).unwrap();
            for change in zone.following(start).take(200) {
                let day = Offset::UTC.to_datetime(change.timestamp()).date();
                for near in -3..=3 {
                    same(day.checked_add(jiff::Span::new().days(near)).unwrap());
                }
            }
        }
    }

    #[test]
    fn midnight_is_at_the_standard_offset() {
        let shanghai = TimeZone::get("Asia/Shanghai").unwrap();
        // docs/labels.md: by the daylight saving of 1988 it would be 584895600000.
        assert_eq!(millis_of(date(1988, 7, 15), &shanghai), Some(584_899_200_000));
        assert_eq!(millis_of(date(2024, 5, 1), &shanghai), Some(1_714_492_800_000));
        assert_eq!(millis_of(date(1949, 10, 1), &shanghai), Some(-639_129_600_000));
        let new_york = TimeZone::get("America/New_York").unwrap();
        assert_eq!(millis_of(date(2024, 7, 1), &new_york), Some(1_719_810_000_000));
        assert_eq!(millis_of(date(2024, 1, 1), &TimeZone::UTC), Some(1_704_067_200_000));
        assert_eq!(date_of(584_899_200_000, &shanghai).unwrap().0, date(1988, 7, 15));
        assert_eq!(date_of(584_895_600_000, &shanghai).unwrap().0, date(1988, 7, 15));
    }
}
