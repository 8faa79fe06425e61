//! Dates as programs print them for themselves (`Wed Mar 07 00:00:00 CST 1990`, `/Date(636739200000)/`), and
//! days of other calendars that begin in a year of ours (民国79年3月7日, 平成2年3月7日). People write none of
//! these, so they are asked for where nothing else fits.
//!
//! Must not know: cells, zones, what a field does with the date.

use jiff::civil::{Date, Time, Weekday};

use super::civil::{Read, time_of};
use super::grain::Grain;
use super::numerals::{month_of, plain_digits};
use super::scan::Scanned;

/// Eras with the year before their first.
const ERAS: &[(&str, i64)] = &[
    ("中华民国", 1911),
    ("中華民國", 1911),
    ("民国", 1911),
    ("民國", 1911),
    ("明治", 1867),
    ("大正", 1911),
    ("昭和", 1925),
    ("平成", 1988),
    ("令和", 2018),
];

/// What such a text says, and whether it is of another calendar.
pub(super) fn scan(text: &str) -> Option<(Scanned, bool)> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let day = of_era(text).map(|found| (day(&found, Time::midnight(), None), true));
    day.or_else(|| of_json(text).map(|found| (found, false)))
        .or_else(|| of_words(&words).map(|found| (found, false)))
}

/// A whole number as a program prints it that takes it for a decimal, or for an amount: `1.3800138E10` (Java,
/// whose shortest digits lead back to the number), `13,800,138,000`. Excel's `1.38E+10` has lost its end.
pub(super) fn whole_number(text: &str) -> Option<String> {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if let Some((mantissa, exponent)) = text.split_once('E') {
        let (first, rest) = mantissa.split_once('.')?;
        let exponent: usize = exponent.parse().ok().filter(|_| is_digits(exponent))?;
        let rest = rest.trim_end_matches('0');
        let is_whole = first.len() == 1 && is_digits(first) && (7..15).contains(&exponent);
        let fits = rest.len() <= exponent && rest.bytes().all(|b| b.is_ascii_digit());
        return (is_whole && fits).then(|| format!("{first}{rest:0<exponent$}"));
    }
    let mut groups = text.split(',');
    let first = groups.next().filter(|first| is_digits(first) && first.len() <= 3)?;
    let rest: Vec<&str> = groups.collect();
    let is_amount = rest.len() > 1 && rest.iter().all(|group| group.len() == 3 && is_digits(group));
    is_amount.then(|| format!("{first}{}", rest.concat()))
}

fn day(read: &Read, time: Time, offset: Option<i32>) -> Scanned {
    let Read { date, grain, .. } = *read;
    Scanned::Day { date, grain, time, offset, century: false, tenth: false }
}

/// `民国79年3月7日`, `平成元年3月7日`, `民国79年3月`, `民国79年`.
fn of_era(text: &str) -> Option<Read> {
    let (rest, before) =
        ERAS.iter().find_map(|(era, before)| Some((text.strip_prefix(era)?, before)))?;
    let rest = plain_digits(rest);
    let (year, rest) = rest.trim_start().split_once('年')?;
    let year = if year == "元" { 1 } else { number(year, 3)? };
    let year = before + year;
    if rest.trim().is_empty() {
        return Read::of(year, 1, 1, Grain::Year).ok();
    }
    let (month, rest) = rest.split_once('月')?;
    let month = number(month, 2)?;
    let rest = rest.trim();
    if rest.is_empty() {
        return Read::month(year, month).ok();
    }
    let day = number(rest.strip_suffix(['日', '号', '號'])?, 2)?;
    Read::day(year, month, day).ok()
}

/// `/Date(636739200000)/`, `/Date(636739200000+0800)/`.
fn of_json(text: &str) -> Option<Scanned> {
    let text = text.strip_prefix('/').unwrap_or(text);
    let inner = text.strip_prefix("Date(")?.trim_end_matches('/').strip_suffix(')')?;
    let sign = inner.get(1..)?.find(['+', '-']).map_or(inner.len(), |at| at + 1);
    inner[..sign].parse().ok().map(Scanned::Millis)
}

/// `Wed Mar 07 00:00:00 CST 1990` (Java, C), `Wed Mar 07 1990 00:00:00 GMT+0800 (中国标准时间)` (JavaScript),
/// `Wed, 07 Mar 1990 00:00:00 GMT` (mail): the day of the week must be that of the day.
fn of_words(words: &[&str]) -> Option<Scanned> {
    let (week, rest) = words.split_first()?;
    let (first, rest) = rest.split_first()?;
    let (second, rest) = rest.split_first()?;
    let (month, of_month) = match (month_of(first), month_of(second)) {
        (Some(month), None) => (month, second),
        (None, Some(month)) => (month, first),
        _ => return None,
    };
    let is_year = |word: &&&str| word.len() == 4 && number(word, 4).is_some();
    let year = number(rest.iter().find(is_year)?, 4)?;
    let read = Read::of(year, month, number(of_month, 2)?, Grain::Day).ok()?;
    let time = rest.iter().find_map(|word| clock(word)).unwrap_or(Time::midnight());
    let known = |word: &&str| {
        is_year(&word) || clock(word).is_some() || is_zone(word) || word.starts_with(['(', '（'])
    };
    // What stands in brackets is a zone's name of several words.
    let plain = rest.iter().take_while(|word| !word.starts_with(['(', '（']));
    let offset = rest.iter().find_map(|word| offset(word));
    (is_day_of(week, read.date) && plain.clone().all(known)).then(|| day(&read, time, offset))
}

fn is_day_of(word: &str, date: Date) -> bool {
    let name = match date.weekday() {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    };
    let word = word.to_ascii_lowercase();
    word == name || word.len() == 3 && name.starts_with(&word)
}

/// `16:00:00`.
fn clock(word: &str) -> Option<Time> {
    let mut parts = word.split(':').map(|part| number(part, 2));
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    parts.next().is_none().then(|| time_of(hour, minute, second).ok())?
}

/// `GMT+0800`, `+0800`; GMT and UTC alone are none ahead. Names of zones (`CST`) tell none: the day is the
/// one that is printed.
fn offset(word: &str) -> Option<i32> {
    let signed = word.trim_start_matches(['G', 'M', 'T', 'U', 'C']);
    if signed.is_empty() {
        return matches!(word, "GMT" | "UTC").then_some(0);
    }
    let sign = match signed.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits = signed[1..].replace(':', "");
    let value = (3..=4).contains(&digits.len()).then(|| digits.parse::<i32>().ok())??;
    Some(sign * (value / 100 * 3600 + value % 100 * 60))
}

fn is_zone(word: &str) -> bool {
    offset(word).is_some()
        || (2..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// A number of so many digits at most.
fn number(text: &str, digits: usize) -> Option<i64> {
    let text = text.trim();
    let sound = (1..=digits).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    sound.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The day and its time and offset, or the milliseconds.
    fn read(text: &str) -> Option<String> {
        Some(match scan(text)?.0 {
            Scanned::Day { date, time, offset, .. } => {
                format!("{date} {time} {}", offset.map_or_else(String::new, |o| o.to_string()))
            }
            Scanned::Millis(millis) => millis.to_string(),
            Scanned::Serial(serial) => format!("serial {serial}"),
        })
    }

    #[test]
    fn what_programs_print_is_read() {
        for (text, want) in [
            ("Wed Mar 07 00:00:00 CST 1990", "1990-03-07 00:00:00 "),
            ("Wed Mar  7 00:00:00 1990", "1990-03-07 00:00:00 "),
            ("Wed Mar 07 1990 00:00:00 GMT+0800 (中国标准时间)", "1990-03-07 00:00:00 28800"),
            (
                "Wed Mar 07 1990 00:00:00 GMT+0800 (China Standard Time)",
                "1990-03-07 00:00:00 28800",
            ),
            ("Wed Mar 07 1990", "1990-03-07 00:00:00 "),
            ("Wed May 31 10:18:59 GMT+200 2017", "2017-05-31 10:18:59 7200"),
            ("Tue, 06 Mar 1990 16:00:00 GMT", "1990-03-06 16:00:00 0"),
            ("Wednesday, March 7, 1990", "1990-03-07 00:00:00 "),
            ("/Date(636739200000)/", "636739200000"),
            ("/Date(-28800000+0800)/", "-28800000"),
            ("民国79年3月7日", "1990-03-07 00:00:00 "),
            ("中華民國七十九年三月七日", "1990-03-07 00:00:00 "),
            ("平成2年3月7日", "1990-03-07 00:00:00 "),
            ("令和元年5月", "2019-05-01 00:00:00 "),
        ] {
            assert_eq!(read(text).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn whole_numbers_of_programs_are_whole() {
        for (text, want) in [
            ("1.3800138E10", Some("13800138000")),
            ("1.3800138015E10", Some("13800138015")),
            ("1.9900307E7", Some("19900307")),
            ("13,800,138,014", Some("13800138014")),
            ("1.38001E+10", None),
            ("1.1010119900307123E17", None),
            ("1.38001380155E10", None),
            ("13800138014", None),
            ("13800138014,13800138015", None),
            ("138,0013,8014", None),
            ("1,380", None),
            ("E10", None),
        ] {
            assert_eq!(whole_number(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn another_day_of_the_week_or_a_word_more_is_no_date() {
        for text in [
            "Thu Mar 07 00:00:00 CST 1990",
            "Wed Mar 07 00:00:00 CST 1990 approx",
            "Wed Foo 07 1990",
            "Wed Mar 32 1990",
            "/Date()/",
            "民国79年13月7日",
            "民国",
            "79年3月7日",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
