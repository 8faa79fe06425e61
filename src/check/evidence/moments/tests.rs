//! What the times and days of a column prove.

use jiff::civil::{DateTime, date};
use proptest::prelude::*;

use super::*;
use crate::check::testing::{binding, codes, place};
use crate::kinds::talent::TALENT;
use crate::problem::Lang;
use crate::sheet::Moment;

/// What the column of birthdays, or of ends of an education, is proven to be.
fn proven(path: &str, cells: &[&str]) -> (Clock, Option<DateOrder>, Vec<Code>) {
    let mut binding = binding(&TALENT, &["basic_info.name", path]);
    let mut moments = Moments::new(std::slice::from_ref(&binding));
    for (number, cell) in (2..).zip(cells) {
        let mut row = RawRow::new();
        row.reset(number);
        // What is written as a real date is one: 1990-03-06T16:00.
        let real = cell.contains('T').then(|| cell.parse::<DateTime>().unwrap());
        row.put(
            1,
            match real {
                Some(at) => RawCell::Moment(Moment { date: at.date(), time: at.time() }),
                None => cell.parse().map_or(RawCell::Text(cell), RawCell::Number),
            },
        );
        moments.feed_row(&row);
    }
    for column in &mut binding.columns {
        moments.prove(column.index, column);
    }
    let proven = &binding.columns[1].proven;
    let problems = moments.problems(&place());
    (proven.clock, proven.swapped, codes(&problems).iter().map(|(code, _)| *code).collect())
}

const BIRTHDAY: &str = "basic_info.birthday";
const END: &str = "education_list[1].end_time";

/// SheetJS/sheetjs#2644, SheetJS/sheetjs#1805
#[test]
fn midnights_that_have_lost_seconds_are_proven_by_all_of_them() {
    let clock = |path, cells: &[&str]| proven(path, cells).0;
    let short = ["1990-03-06T23:59:17", "1988-07-14T23:59:17"];
    assert_eq!(clock(BIRTHDAY, &short), Clock::Short);
    assert_eq!(clock(END, &short), Clock::Short);
    // The summers of China's daylight saving, minutes of the mean time, moments that say their offset.
    assert_eq!(clock(BIRTHDAY, &[short[0], "1988-07-14T22:59:17"]), Clock::Short);
    assert_eq!(clock(BIRTHDAY, &[short[0], "1990-03-06T22:59:17"]), Clock::Plain);
    assert_eq!(clock(BIRTHDAY, &["1990-03-06T23:54:17"]), Clock::Short);
    assert_eq!(clock(BIRTHDAY, &["1990-03-06 15:59:17Z"]), Clock::Short);
    // A row that was written by hand is no proof against it, and neither is a text or a gap.
    assert_eq!(clock(BIRTHDAY, &[short[0], "1990-03-07T00:00", "1991-01-01", ""]), Clock::Short);
    assert_eq!(clock(BIRTHDAY, &["1990-03-06 23:59:17"]), Clock::Short);
    assert_eq!(clock(BIRTHDAY, &["32938.999502314815"]), Clock::Short);
    // SheetJS/sheetjs#2350: 43 seconds too late is the day that was meant.
    assert_eq!(clock(BIRTHDAY, &["2021-08-12T00:00:43"]), Clock::Plain);
    // One that has a time of day shows that there are such.
    assert_eq!(clock(BIRTHDAY, &[short[0], "1990-03-07T09:30"]), Clock::Plain);
    // 24:00 is the day that is written, though every one is so (kk:mm of Java).
    assert_eq!(clock(BIRTHDAY, &["1990-03-06 24:00", "1988-07-14 24:00:00"]), Clock::Plain);
    // A second before midnight is the end of a day where something ends.
    let ends = ["2020-06-29T23:59:59", "2021-06-29T23:59:59"];
    assert_eq!(clock(BIRTHDAY, &ends), Clock::Short);
    assert_eq!(clock(END, &ends), Clock::Plain);
    assert_eq!(clock(BIRTHDAY, &[ends[0], "1990-03-07T00:00"]), Clock::Plain);
}

/// sv-grid/sv-grid#103
#[test]
fn midnights_told_in_utc_are_proven_by_all_of_them() {
    let clock = |cells: &[&str]| proven(BIRTHDAY, cells).0;
    // By the daylight saving of 1988, and without.
    let utc = ["1990-03-06T16:00", "1988-07-14T15:00", "1988-07-14T16:00"];
    assert_eq!(clock(&utc), Clock::Utc);
    assert_eq!(clock(&utc[..1]), Clock::Utc);
    // The zone that is taken where none is told is a fixed one, and knows of no daylight saving.
    let china = crate::bind::ReadOptions::china();
    let at = |text: &str| {
        let at: DateTime = text.parse().unwrap();
        slip(at.date(), at.time(), &china)
    };
    assert_eq!(at(utc[1]), Slip::Perhaps(Clock::Utc, date(1988, 7, 15)));
    assert_eq!(at(utc[2]), Slip::Perhaps(Clock::Utc, date(1988, 7, 15)));
    assert_eq!(at("1998-07-14T15:00"), Slip::None);
    // Beside dates without a time it cannot be proven, and is not taken for a time of day either.
    assert_eq!(clock(&[utc[0], "1990-03-07T00:00"]), Clock::Mixed);
    assert_eq!(clock(&[utc[0], "1988-07-15"]), Clock::Mixed);
    assert_eq!(clock(&[utc[0], "1988-07-15", "1990-03-07T14:00"]), Clock::Plain);
    assert_eq!(clock(&["1990-03-07 16:00:00+08:00", "1988-07-15"]), Clock::Plain);
    assert_eq!(clock(&[utc[0], "1990-03-07T14:00"]), Clock::Plain);
    assert_eq!(clock(&[utc[0], "1990-03-06T23:59:17"]), Clock::Plain);
    assert_eq!(clock(&["1990-03-07T09:30"]), Clock::Plain);
    assert_eq!(clock(&[]), Clock::Plain);
}

#[test]
fn a_few_real_times_are_no_proof_against_nearly_all_the_others() {
    let clock = |many: &str, count: usize, odd: &[&str]| {
        let cells: Vec<&str> =
            std::iter::repeat_n(many, count).chain(odd.iter().copied()).collect();
        proven(BIRTHDAY, &cells).0
    };
    let (short, utc, real) = ("1990-03-06T23:59:17", "1990-03-06T16:00", "1990-03-07T14:20");
    assert_eq!(clock(short, 199, &[real]), Clock::Short);
    assert_eq!(clock(utc, 199, &[real]), Clock::Utc);
    assert_eq!(clock(utc, 19, &["1990-03-07"]), Clock::Utc);
    assert_eq!(clock(utc, 19, &[short]), Clock::Utc);
    assert_eq!(clock(short, 19, &[utc]), Clock::Short);
    // Too few, or too many others.
    assert_eq!(clock(short, 9, &[real]), Clock::Plain);
    assert_eq!(clock(short, 18, &[real]), Clock::Plain);
    assert_eq!(clock(utc, 18, &[real]), Clock::Plain);
    // People write the end of a day a second before midnight.
    assert_eq!(clock("1990-03-06T23:59:59", 199, &[real]), Clock::Plain);
    // The columns of a sheet that tell it by its count.
    let cells: Vec<&str> = std::iter::repeat_n(short, 199).chain([real]).collect();
    assert_eq!(proven(BIRTHDAY, &cells).2, [Code::DateClockProven]);
}

#[test]
fn the_hour_of_china_s_summer_time_is_midnight_in_every_notation() {
    let clock = |cells: &[&str]| proven(BIRTHDAY, cells).0;
    assert_eq!(clock(&["1991-08-09 23:00:00", "1990-03-07 00:00:00"]), Clock::Short);
    let china = crate::bind::ReadOptions::china();
    for zone in [china, TimeZone::get("Asia/Shanghai").unwrap()] {
        for (text, day) in [
            ("1991-08-09 23:00:00", date(1991, 8, 10)),
            ("1988-07-14T15:00:00.000Z", date(1988, 7, 15)),
        ] {
            let (found, time, _) = clock_of(RawCell::Text(text), &zone).unwrap();
            let is_midnight = time == Time::midnight() && found == day;
            let slip = slip(found, time, &zone);
            assert!(is_midnight || slip == Slip::Perhaps(Clock::Short, day), "{text}: {slip:?}");
        }
        let none = |at: DateTime| slip(at.date(), at.time(), &zone);
        for text in ["1991-12-09T23:00", "1998-07-14T23:00", "1991-08-09T22:00"] {
            assert_eq!(none(text.parse().unwrap()), Slip::None, "{text}");
        }
        assert_eq!(slip(date(1991, 8, 9), Time::constant(23, 0, 0, 0), &TimeZone::UTC), Slip::None);
    }
}

/// tidyverse/readxl#641, Quartz/bad-data-guide#34
#[test]
fn days_that_excel_has_swapped_are_proven_by_what_it_left() {
    let order = |cells: &[&str]| proven(BIRTHDAY, cells).1;
    let real = ["1990-03-04T00:00", "1991-07-02T00:00", "1985-12-11T00:00"];
    let left = ["25/12/1988", "13-05-1992"];
    let both = |more: &[&'static str]| [&real[..], &left[..], more].concat();
    assert_eq!(order(&both(&[])), Some(DateOrder::Dmy));
    assert_eq!(order(&both(&["1990-05-05T00:00", "", "1990"])), Some(DateOrder::Dmy));
    assert_eq!(order(&[real[0], "12/25/1988"]), Some(DateOrder::Mdy));
    // A real date above 12, a text that Excel would have made a date, texts of both orders, none at all.
    assert_eq!(order(&both(&["1990-03-25T00:00"])), None);
    assert_eq!(order(&both(&["03/04/1990"])), None);
    assert_eq!(order(&both(&["12/25/1988"])), None);
    assert_eq!(order(&real), None);
    assert_eq!(order(&left), None);
}

#[test]
fn what_is_proven_is_told_once_with_its_evidence() {
    let (_, _, told) = proven(BIRTHDAY, &["1990-03-06T23:59:17", "1988-07-14T23:59:17"]);
    assert_eq!(told, [Code::DateClockProven]);
    let mut binding = binding(&TALENT, &["basic_info.name", BIRTHDAY]);
    binding.columns[1].header = "出生\"日期".into();
    let mut moments = Moments::new(std::slice::from_ref(&binding));
    let moment = Moment { date: date(1990, 3, 4), time: Time::midnight() };
    for (number, cell) in [(2, RawCell::Moment(moment)), (3, RawCell::Text("25/12/1988"))] {
        let mut row = RawRow::new();
        row.reset(number);
        row.put(1, cell);
        moments.feed_row(&row);
    }
    let problems = moments.problems(&place());
    let line = problems[0].line(Lang::En);
    assert!(
        line.contains("!B3") && line.contains("as in B3") && line.contains("as in B2"),
        "{line}"
    );
    // The lines that settle it are read as they are printed.
    let values = problems[0].complaint.values();
    for (line, order) in [(values[4], "dmy"), (values[5], "ymd")] {
        assert_eq!(line, format!(r#""出生\"日期" = "{order}""#));
    }
}

proptest! {
    /// Days without times, whatever they are, and whatever order texts are in, prove nothing of clocks;
    /// and sound days of a month are never taken for swapped.
    #[test]
    fn sound_columns_prove_nothing(
        days in prop::collection::vec((1950i16..2020, 1i8..13, 1i8..29), 1..20),
        text: bool,
    ) {
        let cells: Vec<String> = days
            .iter()
            .map(|(year, month, day)| {
                let tail = if text { "" } else { "T00:00" };
                format!("{year}-{month:02}-{day:02}{tail}")
            })
            .collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        prop_assert_eq!(proven(BIRTHDAY, &cells), (Clock::Plain, None, vec![]));
    }
}
