//! The parts of days and times in a format code, and both as they are shown.
//!
//! Must not know: how a code is read, which section is chosen.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::part::{Part, Sort, Unit};
use crate::sheet::Moment;

/// Parts of which each month is one: beside hours or seconds it is minutes.
pub(super) fn settled(mut parts: Vec<Part>) -> Vec<Part> {
    let units: Vec<usize> =
        (0..parts.len()).filter(|at| matches!(parts.get(*at), Some(Part::Unit(_)))).collect();
    let is = |at: Option<&usize>, parts: &[Part], clock: fn(&Unit) -> bool| {
        let part = at.and_then(|at| parts.get(*at));
        matches!(part, Some(Part::Unit(unit)) if clock(unit))
    };
    for (n, at) in units.iter().enumerate() {
        let Some(Part::Unit(Unit::Month { letters })) = parts.get(*at) else { continue };
        let letters = *letters;
        let before = n.checked_sub(1).and_then(|n| units.get(n));
        let hours =
            |unit: &Unit| matches!(unit, Unit::Hours { .. } | Unit::Passed { letter: b'h', .. });
        let seconds = |unit: &Unit| matches!(unit, Unit::Seconds { .. });
        // Half a day may stand between hours and minutes, and before the hours.
        let beside = is(before, &parts, hours) || is(units.get(n + 1), &parts, seconds);
        if beside && let Some(part) = parts.get_mut(*at) {
            *part = Part::Unit(Unit::Minutes { letters });
        }
    }
    parts
}

fn units(parts: &[Part]) -> impl Iterator<Item = Unit> {
    parts.iter().filter_map(|part| match part {
        Part::Unit(unit) => Some(*unit),
        Part::Literal(_) | Part::Digit(_) | Part::Point | Part::Slash | Part::Value => None,
    })
}

const fn is_of_day(unit: Unit) -> bool {
    matches!(unit, Unit::Words | Unit::Year { .. } | Unit::Month { .. } | Unit::Day { .. })
}

const fn is_of_clock(unit: Unit) -> bool {
    matches!(unit, Unit::Hours { .. } | Unit::Minutes { .. } | Unit::Seconds { .. })
}

/// Nothing but parts of days and times, and what stands between them.
fn is_alone(parts: &[Part]) -> bool {
    parts.iter().all(|part| matches!(part, Part::Unit(_) | Part::Literal(_) | Part::Point))
}

/// What a section shows that has parts of days or times.
pub(super) fn sort(parts: &[Part], foreign: bool) -> Sort {
    if units(parts).any(is_of_day) || !is_alone(parts) {
        return Sort::Date;
    }
    let is_weekday = units(parts).any(|unit| matches!(unit, Unit::Weekday { .. }));
    let is_clock = units(parts).any(is_of_clock);
    let is_passed = units(parts).any(|unit| matches!(unit, Unit::Passed { .. }));
    if is_weekday && !is_clock && !foreign && units(parts).count() == 1 {
        Sort::Weekday
    } else if is_passed && !is_weekday {
        Sort::Elapsed
    } else if is_clock && !is_weekday {
        Sort::Time
    } else {
        Sort::Date
    }
}

/// Whether less than a day is shown of one, in figures and Chinese words: `2023年3月`, `3/15`.
pub(super) fn is_partial(parts: &[Part], foreign: bool) -> bool {
    let year = units(parts).any(|unit| matches!(unit, Unit::Year { .. }));
    let month = units(parts).any(|unit| matches!(unit, Unit::Month { .. }));
    let day = units(parts).any(|unit| matches!(unit, Unit::Day { .. }));
    let plain = units(parts).all(|unit| match unit {
        Unit::Words | Unit::Passed { .. } => false,
        Unit::Weekday { .. } => !foreign,
        Unit::Year { .. }
        | Unit::Month { .. }
        | Unit::Day { .. }
        | Unit::Hours { .. }
        | Unit::Minutes { .. }
        | Unit::Seconds { .. }
        | Unit::Halves { .. } => true,
    });
    is_alone(parts) && plain && (year || month || day) && !(year && month && day)
}

/// A part of a day as a time: `9:30`, `09:30:15`, `9:30 AM`, `下午2时24分`. Of time that has passed the first
/// part has all of it: `36:00`.
#[expect(clippy::cast_possible_truncation, reason = "rounded, and below Excel's last day")]
pub(super) fn time(parts: &[Part], days: f64) -> String {
    shown(parts, (days * 86_400.0).round() as i64, None)
}

/// A day and its time.
pub(super) fn moment(parts: &[Part], moment: Moment) -> String {
    let at = |number: i8| i64::from(number);
    let half = i64::from(moment.time.subsec_nanosecond() >= 500_000_000);
    let minutes = at(moment.time.hour()) * 60 + at(moment.time.minute());
    shown(parts, minutes * 60 + at(moment.time.second()) + half, Some(moment.date))
}

/// So many seconds, and a day.
fn shown(parts: &[Part], seconds: i64, date: Option<Date>) -> String {
    let halves = units(parts).any(|unit| matches!(unit, Unit::Halves { .. }));
    let hours = seconds / 3600 % 24;
    let hour = match hours {
        0 | 12 if halves => 12,
        13.. if halves => hours - 12,
        _ => hours,
    };
    let mut shown = String::new();
    for part in parts {
        let (number, letters) = match part {
            Part::Literal(c) => {
                shown.push(*c);
                continue;
            }
            Part::Point => {
                shown.push('.');
                continue;
            }
            Part::Unit(Unit::Halves { chinese }) => {
                shown.push_str(match (chinese, hours < 12) {
                    (true, true) => "上午",
                    (true, false) => "下午",
                    (false, true) => "AM",
                    (false, false) => "PM",
                });
                continue;
            }
            Part::Unit(Unit::Weekday { letters }) => {
                shown.push_str(if *letters > 3 { "星期" } else { "" });
                shown.push_str(date.map_or("", weekday));
                continue;
            }
            Part::Unit(unit) => match (*unit, date) {
                (Unit::Year { letters: ..=2 }, Some(date)) => (i64::from(date.year()) % 100, 2),
                (Unit::Year { .. }, Some(date)) => (i64::from(date.year()), 1),
                (Unit::Month { letters }, Some(date)) => (date.month().into(), letters),
                (Unit::Day { letters }, Some(date)) => (date.day().into(), letters),
                (Unit::Hours { letters }, _) => (hour, letters),
                (Unit::Minutes { letters }, _) => (seconds / 60 % 60, letters),
                (Unit::Seconds { letters }, _) => (seconds % 60, letters),
                (Unit::Passed { letter: b'h', letters }, _) => (seconds / 3600, letters),
                (Unit::Passed { letter: b'm', letters }, _) => (seconds / 60, letters),
                (Unit::Passed { letters, .. }, _) => (seconds, letters),
                (
                    Unit::Words
                    | Unit::Year { .. }
                    | Unit::Month { .. }
                    | Unit::Day { .. }
                    | Unit::Weekday { .. }
                    | Unit::Halves { .. },
                    _,
                ) => continue,
            },
            Part::Digit(_) | Part::Slash | Part::Value => continue,
        };
        let width = letters.min(2);
        let _ = write!(shown, "{number:0width$}");
    }
    shown
}

/// The day of the week, as `aaa` shows it.
fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        jiff::civil::Weekday::Monday => "一",
        jiff::civil::Weekday::Tuesday => "二",
        jiff::civil::Weekday::Wednesday => "三",
        jiff::civil::Weekday::Thursday => "四",
        jiff::civil::Weekday::Friday => "五",
        jiff::civil::Weekday::Saturday => "六",
        jiff::civil::Weekday::Sunday => "日",
    }
}
