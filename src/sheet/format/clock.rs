//! The parts of days and times in a format code, and times as they are shown.
//!
//! Must not know: how a code is read, which section is chosen.

use std::fmt::Write as _;

use super::section::{Part, Sort};

/// A part of a day or a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A year, a month in words, a day.
    Day,
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
            'm' if letters <= 2 => Self::Month { letters },
            'h' => Self::Hours { letters },
            's' => Self::Seconds { letters },
            'a' => Self::Weekday { letters },
            _ => Self::Day,
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

/// What a section shows that has parts of days or times.
pub(super) fn sort(parts: &[Part], foreign: bool) -> Sort {
    let units = || {
        parts.iter().filter_map(|part| match part {
            Part::Unit(unit) => Some(*unit),
            Part::Literal(_) | Part::Digit(_) | Part::Point | Part::Slash | Part::Value => None,
        })
    };
    let has = |wanted: fn(&Unit) -> bool| units().any(|unit| wanted(&unit));
    let alone = parts.iter().all(|part| matches!(part, Part::Unit(_) | Part::Literal(_)));
    let is_day = has(|unit| matches!(unit, Unit::Day | Unit::Month { .. }));
    let is_weekday = has(|unit| matches!(unit, Unit::Weekday { .. }));
    let is_clock = has(|unit| {
        matches!(unit, Unit::Hours { .. } | Unit::Minutes { .. } | Unit::Seconds { .. })
    });
    if is_day || !alone {
        return Sort::Date;
    }
    match (is_weekday, is_clock) {
        (true, false) if !foreign && units().count() == 1 => Sort::Weekday,
        (true, _) => Sort::Date,
        (false, _) if has(|unit| matches!(unit, Unit::Passed { .. })) => Sort::Elapsed,
        (false, true) => Sort::Time,
        (false, false) => Sort::Date,
    }
}

/// A part of a day as a time: `9:30`, `09:30:15`, `9:30 AM`, `下午2时24分`. Of time that has passed the first
/// part has all of it: `36:00`.
#[expect(clippy::cast_possible_truncation, reason = "rounded, and below Excel's last day")]
pub(super) fn time(parts: &[Part], days: f64) -> String {
    let units = || parts.iter();
    let has = |wanted: fn(&Unit) -> bool| {
        units().any(|part| matches!(part, Part::Unit(unit) if wanted(unit)))
    };
    // Excel cuts what is not shown, and rounds seconds.
    let seconds = (days * 86_400.0).round() as i64;
    let halves = has(|unit| matches!(unit, Unit::Halves { .. }));
    let (hours, minutes) = (seconds / 3600 % 24, seconds / 60 % 60);
    let mut shown = String::new();
    let figures = |shown: &mut String, number: i64, letters: usize| {
        let _ = if letters > 1 { write!(shown, "{number:02}") } else { write!(shown, "{number}") };
    };
    for part in parts {
        match part {
            Part::Literal(c) => shown.push(*c),
            Part::Unit(unit) => match *unit {
                Unit::Hours { letters } => {
                    let hour = match hours {
                        0 | 12 if halves => 12,
                        13.. if halves => hours - 12,
                        _ => hours,
                    };
                    figures(&mut shown, hour, letters);
                }
                Unit::Minutes { letters } => figures(&mut shown, minutes, letters),
                Unit::Seconds { letters } => figures(&mut shown, seconds % 60, letters),
                Unit::Halves { chinese } => shown.push_str(match (chinese, hours < 12) {
                    (true, true) => "上午",
                    (true, false) => "下午",
                    (false, true) => "AM",
                    (false, false) => "PM",
                }),
                Unit::Passed { letter, letters } => {
                    let passed = match letter {
                        b'h' => seconds / 3600,
                        b'm' => seconds / 60,
                        _ => seconds,
                    };
                    figures(&mut shown, passed, letters);
                }
                Unit::Day | Unit::Month { .. } | Unit::Weekday { .. } => {}
            },
            Part::Digit(_) | Part::Point | Part::Slash | Part::Value => {}
        }
    }
    shown
}

/// The day of the week for which a number stands, as `aaa` and `aaaa` show it.
#[expect(clippy::cast_possible_truncation, reason = "below Excel's last day")]
pub(super) fn weekday(parts: &[Part], number: f64) -> String {
    let days = ["六", "日", "一", "二", "三", "四", "五"];
    let day = usize::try_from((number.floor() as i64).rem_euclid(7)).unwrap_or(0);
    let day = days.get(day).copied().unwrap_or("");
    let mut shown = String::new();
    for part in parts {
        match part {
            Part::Literal(c) => shown.push(*c),
            Part::Unit(Unit::Weekday { letters }) => {
                shown.push_str(if *letters > 3 { "星期" } else { "" });
                shown.push_str(day);
            }
            Part::Unit(_) | Part::Digit(_) | Part::Point | Part::Slash | Part::Value => {}
        }
    }
    shown
}
