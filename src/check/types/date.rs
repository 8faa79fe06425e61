//! Dates: what a cell says, as the day that the API takes.
//!
//! A month or year alone stands for its first day (with a warning where the API wants a plain
//! date, and for somebody's birthday). A time of day is dropped with a warning. A timestamp of milliseconds, as Feishu itself
//! exports them, passes unchanged, unless it was to be a midnight and is none. Years are 1900–2100.
//!
//! Must not know: how dates are written (`scan`), offsets (`zone`).

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::civil::is_twenty_four;
use super::clean::{Plain, folded, half_width, number_text, plain, trimmed, whole, without_point};
use super::clock::{Slip, missed_midnight, shown_time, slip, swapped};
use super::grain::{Day, Grain};
use super::scan::{Scanned, plain as plain_date, scan};
use super::{Context, Notes, Parsed, alike, begun, printed, zone};
use crate::bind::{Clock, DateOrder};
use crate::check::value::{CowStr, Inline, Value};
use crate::lexicon::ongoing;
use crate::problem::{Arg, Code, Complaint, both, day_or_month_first, quoted};
use crate::sheet::{Epoch, RawCell};

/// How the API wants a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `"1714492800000"`.
    Millis,
    /// `2024-05-01`.
    Plain,
    /// `2024-05-01 00:00:00`.
    Midnight,
}

/// What a cell gives: a day, and the milliseconds where the cell holds them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) day: Day,
    pub(super) millis: Option<i64>,
}

/// What stands behind a day that is sent as its first moment.
pub(super) const MIDNIGHT: &str = " 00:00:00";
/// The API's open end (`docs/facts.md`, section 5).
const OPEN_END: Date = Date::constant(9999, 12, 31);
/// Excel counts days from here, once past its false 29 February 1900.
const SERIAL_ZERO: Date = Date::constant(1899, 12, 30);

pub(super) fn read<'c>(
    cell: RawCell<'c>,
    form: Form,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Parsed<'c> {
    let Some(Found { day, millis }) = find(cell, cx, notes)? else { return Ok(None) };
    if day.date == OPEN_END && form == Form::Millis {
        return Ok(None);
    }
    if day.grain != Grain::Day && (form != Form::Millis || cx.of_person) {
        notes.warn(Complaint::with(Code::DateWithoutDay, shown_day(day.date, cx)));
    }
    notes.day = Some(day);
    let midnight = || Inline::of_date(day.date, if form == Form::Midnight { MIDNIGHT } else { "" });
    let text = match form {
        Form::Millis => Some(match millis {
            Some(millis) => Inline::of_number(millis),
            None => millis_text(day.date, cx)?,
        }),
        Form::Plain | Form::Midnight => midnight(),
    };
    let text = text.ok_or(Complaint::new(Code::DateImpossible))?;
    Ok(Some(Value::Text(CowStr::Inlined(text))))
}

/// A day's midnight in milliseconds.
pub(super) fn millis_text(date: Date, cx: &Context<'_>) -> Result<Inline, Complaint> {
    let zone = &cx.reading.timezone;
    let millis = match cx.midnights {
        Some(midnights) => midnights.of(date, zone),
        None => zone::millis_of(date, zone),
    };
    millis.map(Inline::of_number).ok_or(Complaint::new(Code::DateImpossible))
}

/// The day of a cell, within the plausible window; none for a blank cell and an open end.
pub(super) fn find(
    cell: RawCell<'_>,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Result<Option<Found>, Complaint> {
    let found = match plain(cell, cx, notes)? {
        Plain::Blank => return Ok(None),
        Plain::Bool(_) => return Err(Complaint::new(Code::BoolHere)),
        Plain::Moment(moment) => {
            let date = on_day(unswapped(moment.date, cx, notes)?, moment.time, cx, notes)?;
            Found { day: Day { date, grain: Grain::Day }, millis: None }
        }
        Plain::Number(number) => from_number(number, cx, notes)?,
        Plain::Text(text) => {
            if let Some((date, grain)) = plain_date(text) {
                return plausible(Found { day: Day { date, grain }, millis: None }, cx).map(Some);
            }
            if cx.end && is_open(text) {
                return Ok(None);
            }
            let text = half_width(text, notes);
            if cx.end && is_open(&text) {
                return Ok(None);
            }
            from_text(without_point(&text, notes), cx, notes)?
        }
    };
    plausible(found, cx).map(Some)
}

fn plausible(found: Found, cx: &Context<'_>) -> Result<Found, Complaint> {
    let date = found.day.date;
    if (1900..=2100).contains(&date.year()) || (cx.end && date == OPEN_END) {
        Ok(found)
    } else {
        Err(Complaint::with(Code::DateImplausible, ["1900", "2100"]))
    }
}

fn from_text(text: &str, cx: &Context<'_>, notes: &mut Notes) -> Result<Found, Complaint> {
    let scanned = match scan(text, cx.dates, cx.personal) {
        Err(why) if matches!(why.code, Code::NotADate | Code::DateImpossible) => {
            seldom(text, cx, notes).ok_or_else(|| alike::in_date(text).unwrap_or(why))
        }
        other => other,
    };
    match scanned? {
        Scanned::Millis(millis) => from_millis(millis, cx, notes),
        Scanned::Serial(serial) => from_serial(serial, cx, notes),
        Scanned::Day { date, grain, time, offset, century, tenth } => {
            let (date, time) = local(date, time, offset, &cx.reading.timezone);
            let date = if offset.is_some() && is_utc(date, time, &cx.reading.timezone) {
                without_time(time, notes);
                date
            } else {
                on_day(date, time, cx, notes)?
            };
            if century {
                notes.warn(Complaint::with(Code::DateCentury, shown_day(date, cx)));
            }
            if tenth {
                notes.warn(Complaint::new(Code::DateTenth));
            }
            Ok(Found { day: Day { date, grain }, millis: None })
        }
    }
}

/// In a form that people hardly use: as a program prints it, by another calendar, with a dot behind it, a
/// year of students.
fn seldom(text: &str, cx: &Context<'_>, notes: &mut Notes) -> Option<Scanned> {
    if let Some((scanned, foreign)) = printed::scan(text) {
        if let (true, Scanned::Day { date, .. }) = (foreign, scanned) {
            notes.warn(Complaint::with(Code::DateCalendar, shown_day(date, cx)));
        }
        return Some(scanned);
    }
    if let Some(whole) = printed::whole_number(text) {
        notes.warn(Complaint::new(Code::RepairedNumber));
        return scan(&whole, cx.dates, cx.personal).ok();
    }
    if let Some(day) = begun::bare(text, cx.end).filter(|_| !cx.personal) {
        let is_day = |scanned: &Scanned| matches!(scanned, Scanned::Day { .. });
        return scan(day, cx.dates, cx.personal).ok().filter(is_day);
    }
    let bare = match text.strip_suffix('.') {
        Some(bare) => bare,
        None => text.strip_suffix(if cx.end { '届' } else { '级' })?,
    };
    let is_year = bare.len() == 4;
    let scanned = scan(bare, cx.dates, cx.personal).ok()?;
    let is_day = matches!(scanned, Scanned::Day { grain: Grain::Day, century: false, .. });
    if is_year != text.ends_with('.') && (is_year || is_day) {
        // A year of students is none of the calendar.
        if let (true, Scanned::Day { date, .. }) = (is_year, scanned) {
            notes.warn(Complaint::with(Code::DateWithoutDay, shown_day(date, cx)));
        }
        return Some(scanned);
    }
    None
}

/// A moment of another offset (`2024-04-30T16:00:00Z` is 1 May in Shanghai). Midnight is taken to
/// mean the day as it is written, whatever offset an export put behind it.
fn local(date: Date, time: Time, offset: Option<i32>, zone: &TimeZone) -> (Date, Time) {
    let is_time = time != Time::midnight() && !is_twenty_four(time);
    let moved = offset.filter(|_| is_time).and_then(|seconds| {
        let offset = jiff::tz::Offset::from_seconds(seconds).ok()?;
        let at = offset.to_timestamp(date.to_datetime(time)).ok()?;
        zone::date_of(at.as_millisecond(), zone)
    });
    moved.unwrap_or((date, time))
}

/// Whether a time could only be midnight if it were told in UTC. One that says its offset is not.
fn is_utc(date: Date, time: Time, zone: &TimeZone) -> bool {
    matches!(slip(date, time, zone), Slip::Perhaps(Clock::Utc, _))
}

fn from_number(number: f64, cx: &Context<'_>, notes: &mut Notes) -> Result<Found, Complaint> {
    if whole(number).is_some() {
        return from_text(&number_text(number)?, cx, notes);
    }
    let year_and_month = (1900.0..2101.0).contains(&number);
    if year_and_month {
        let hundredths = whole((number * 100.0).round()).unwrap_or(0);
        if (number * 100.0 - number_of(hundredths)).abs() > 1e-6 {
            return Err(Complaint::new(Code::NotADate));
        }
        let (year, cents) = (hundredths / 100, hundredths % 100);
        let month = match cents {
            // 2018.1 was typed, or 2018.10 was and Excel dropped the zero.
            10 => return Err(Complaint::new(Code::DateTenthLost)),
            20 | 30 | 40 | 50 | 60 | 70 | 80 | 90 => cents / 10,
            cents => cents,
        };
        return from_text(&format!("{year}-{month:02}"), cx, notes);
    }
    let Some(serial) = whole(number.floor()) else {
        return Err(Complaint::new(Code::NotADate));
    };
    let found = from_serial(serial, cx, notes)?;
    let date = match in_serial(number) {
        Some((date, time)) if cx.epoch == Epoch::Y1900 => on_day(date, time, cx, notes)?,
        Some(_) | None => {
            notes.warn(Complaint::new(Code::DateTimeDropped));
            found.day.date
        }
    };
    Ok(Found { day: Day { date, ..found.day }, ..found })
}

#[expect(clippy::cast_precision_loss, reason = "six digits at most")]
const fn number_of(hundredths: i64) -> f64 {
    hundredths as f64
}

/// 20000–80000 as the system of 1900 counts, that is 1954 to 2119.
fn from_serial(serial: i64, cx: &Context<'_>, notes: &mut Notes) -> Result<Found, Complaint> {
    let serial = serial.saturating_add(cx.epoch.days().into());
    if !(20_000..=80_000).contains(&serial) {
        return Err(Complaint::new(Code::NotADate));
    }
    let date = SERIAL_ZERO
        .checked_add(jiff::Span::new().days(serial))
        .map_err(|_| Complaint::new(Code::DateImpossible))?;
    let [day] = shown_day(date, cx);
    let system = match cx.epoch {
        Epoch::Y1900 => Arg::default(),
        Epoch::Y1904 => both("（工作簿用 1904 日期系统）", " (the workbook counts from 1904)"),
    };
    notes.warn(Complaint::with(Code::DateSerial, [day.into(), system]));
    Ok(Found { day: Day { date, grain: Grain::Day }, millis: None })
}

fn from_millis(millis: i64, cx: &Context<'_>, notes: &mut Notes) -> Result<Found, Complaint> {
    let zone = &cx.reading.timezone;
    if let Some((time, date)) = missed_midnight(millis, zone) {
        as_midnight(time, date, cx, notes);
        return Ok(Found { day: Day { date, grain: Grain::Day }, millis: None });
    }
    let (date, _) = zone::date_of(millis, zone).ok_or(Complaint::new(Code::DateImpossible))?;
    Ok(Found { day: Day { date, grain: Grain::Day }, millis: Some(millis) })
}

/// The day of a time of day, which is what its column proves it to be.
fn on_day(date: Date, time: Time, cx: &Context<'_>, notes: &mut Notes) -> Result<Date, Complaint> {
    if time == Time::midnight() {
        return Ok(date);
    }
    if is_twenty_four(time) {
        notes.warn(Complaint::new(Code::DateTwentyFour));
        return Ok(date);
    }
    let day = match slip(date, time, &cx.reading.timezone) {
        Slip::Midnight(day) => day,
        Slip::Perhaps(..) if cx.clock == Clock::Unasked => {
            return Err(Complaint::new(Code::DateClock));
        }
        Slip::Perhaps(clock, day) if cx.clock == clock => day,
        Slip::Perhaps(Clock::Utc, day) if cx.clock == Clock::Mixed => {
            let [day] = shown_day(day, cx);
            notes.warn(Complaint::with(Code::DateUtcPerhaps, [shown_time(time), day]));
            return Ok(date);
        }
        Slip::Perhaps(..) | Slip::None => {
            without_time(time, notes);
            return Ok(date);
        }
    };
    if day != date {
        as_midnight(time, day, cx, notes);
    }
    Ok(day)
}

fn as_midnight(time: Time, day: Date, cx: &Context<'_>, notes: &mut Notes) {
    let [day] = shown_day(day, cx);
    notes.warn(Complaint::with(Code::DateMidnight, [shown_time(time), day]));
}

/// A real date as it was written, in a column whose days a spreadsheet program has swapped.
fn unswapped(date: Date, cx: &Context<'_>, notes: &mut Notes) -> Result<Date, Complaint> {
    let Some((order, other)) = cx.swapped.zip(swapped(date)) else { return Ok(date) };
    match cx.told {
        Some(told) if told == order => {
            notes.warn(Complaint::with(Code::DateSwappedBack, shown_day(other, cx)));
            Ok(other)
        }
        Some(_) => Ok(date),
        None => {
            let readings = if cx.personal {
                day_or_month_first()
            } else {
                [other, date].map(|date| date.to_string().into())
            };
            let [first, second] = readings;
            let lines = settling_lines(cx.header, order);
            Err(Complaint::with(Code::DateSwapped, [first, second, lines.0.into(), lines.1.into()]))
        }
    }
}

/// The lines of a mapping file that settle a column whose days may be swapped: turned back, or right as
/// they stand.
pub(crate) fn settling_lines(header: &str, order: DateOrder) -> (String, String) {
    let line = |order: DateOrder| format!("{} = {}", quoted(header), quoted(order.word()));
    (line(order), line(DateOrder::Ymd))
}

/// The day and the time of day of a cell that tells both, as they are in the zone; and whether the cell
/// itself says of which zone they are.
pub(crate) fn clock_of(cell: RawCell<'_>, zone: &TimeZone) -> Option<(Date, Time, bool)> {
    match cell {
        RawCell::Moment(moment) => Some((moment.date, moment.time, false)),
        RawCell::Text(text) if text.contains(':') => {
            match scan(&folded(trimmed(text)), None, false).ok()? {
                Scanned::Day { date, time, offset, .. } if !is_twenty_four(time) => {
                    let (date, time) = local(date, time, offset, zone);
                    Some((date, time, offset.is_some()))
                }
                Scanned::Day { .. } | Scanned::Millis(_) | Scanned::Serial(_) => None,
            }
        }
        RawCell::Number(number) => in_serial(number).map(|(date, time)| (date, time, false)),
        RawCell::Empty
        | RawCell::Text(_)
        | RawCell::Bool(_)
        | RawCell::Dressed(_)
        | RawCell::Fault(_) => None,
    }
}

/// The day and time of a serial number that has a fraction.
fn in_serial(number: f64) -> Option<(Date, Time)> {
    let days = whole(number.floor()).filter(|days| (20_000..=80_000).contains(days))?;
    let date = SERIAL_ZERO.checked_add(jiff::Span::new().days(days)).ok()?;
    let milliseconds = whole((number.fract() * 86_400_000.0).round())?;
    let at = date.at(0, 0, 0, 0).checked_add(jiff::Span::new().milliseconds(milliseconds)).ok()?;
    (number.fract() != 0.0).then(|| (at.date(), at.time()))
}

fn without_time(time: Time, notes: &mut Notes) {
    if time != Time::midnight() {
        notes.warn(Complaint::new(Code::DateTimeDropped));
    }
}

/// The day that was understood, unless it is somebody's.
pub(super) fn shown_day(date: Date, cx: &Context<'_>) -> [String; 1] {
    [if cx.personal { format!("{}-**-**", date.year()) } else { date.to_string() }]
}

/// 至今 and its like, and a dash.
pub(super) fn is_open(text: &str) -> bool {
    ongoing::is_said(text) || matches!(text, "-" | "--" | "—" | "——")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bind::ReadOptions;
    use crate::check::types::testing::reading;
    use crate::sheet::Moment;

    fn read_as(form: Form, cell: RawCell<'_>) -> (Result<String, Code>, Vec<Code>) {
        read_with(form, cell, &reading(), true)
    }

    fn read_with(
        form: Form,
        cell: RawCell<'_>,
        reading: &ReadOptions,
        end: bool,
    ) -> (Result<String, Code>, Vec<Code>) {
        let mut notes = Notes::default();
        let cx = Context { end, ..Context::new(reading) };
        let result = match read(cell, form, &cx, &mut notes) {
            Ok(Some(Value::Text(text))) => Ok(text.to_string()),
            Ok(_) => Ok(String::new()),
            Err(complaint) => Err(complaint.code),
        };
        (result, notes.warnings.iter().map(|w| w.code).collect())
    }

    #[test]
    fn the_three_forms() {
        let cell = RawCell::Text("１９８８/７/１５");
        let told = || vec![Code::RepairedFullWidth];
        assert_eq!(read_as(Form::Millis, cell), (Ok("584899200000".into()), told()));
        assert_eq!(read_as(Form::Plain, cell), (Ok("1988-07-15".into()), told()));
        assert_eq!(read_as(Form::Midnight, cell), (Ok("1988-07-15 00:00:00".into()), told()));
    }

    #[test]
    fn excel_moments_and_numbers() {
        let moment = |hour| {
            RawCell::Moment(Moment {
                date: jiff::civil::date(2024, 5, 1),
                time: jiff::civil::time(hour, 0, 0, 0),
            })
        };
        assert_eq!(read_as(Form::Plain, moment(0)), (Ok("2024-05-01".into()), vec![]));
        assert_eq!(
            read_as(Form::Plain, moment(9)),
            (Ok("2024-05-01".into()), vec![Code::DateTimeDropped])
        );
        let number = |n| read_as(Form::Plain, RawCell::Number(n));
        assert_eq!(number(45413.0), (Ok("2024-05-01".into()), vec![Code::DateSerial]));
        assert_eq!(number(45413.5).0.as_deref(), Ok("2024-05-01"));
        assert_eq!(number(20_240_501.0), (Ok("2024-05-01".into()), vec![]));
        assert_eq!(number(2018.09).0.as_deref(), Ok("2018-09-01"));
        assert_eq!(number(2018.9).0.as_deref(), Ok("2018-09-01"));
        assert_eq!(number(2018.12).0.as_deref(), Ok("2018-12-01"));
        assert_eq!(number(2018.0), (Ok("2018-01-01".into()), vec![Code::DateWithoutDay]));
        assert_eq!(number(2018.1).0, Err(Code::DateTenthLost));
        assert_eq!(number(2018.13).0, Err(Code::DateImpossible));
        assert_eq!(number(2018.123).0, Err(Code::NotADate));
        for wrong in [0.5, -3.0, 60.0, 1e14, 19_999.0, 13_800_138_000.0] {
            assert_eq!(number(wrong).0, Err(Code::NotADate), "{wrong}");
        }
    }

    #[test]
    fn every_style_of_an_hr_list() {
        let order = |dates| ReadOptions { dates, ..reading() };
        let (none, dmy) = (order(None), order(Some(crate::bind::DateOrder::Dmy)));
        let plain = |text, reading| read_with(Form::Plain, RawCell::Text(text), reading, false);
        for (text, want) in [
            ("2018.09", "2018-09-01"),
            ("2018年9月", "2018-09-01"),
            ("201809", "2018-09-01"),
            ("2018/9", "2018-09-01"),
            ("二〇一八年九月", "2018-09-01"),
            ("2024.5.1", "2024-05-01"),
            ("2024年5月1号", "2024-05-01"),
            ("2024-05-01 00:00:00.0", "2024-05-01"),
            ("2024-05-01T00:00:00.000+08:00", "2024-05-01"),
            ("2024-04-30T16:00:00+00:00", "2024-05-01"),
            ("45413", "2024-05-01"),
            ("20240501", "2024-05-01"),
            ("1-May-2024", "2024-05-01"),
            ("26/06/2026", "2026-06-26"),
            ("06/26/2026", "2026-06-26"),
            ("31/12/99", "1999-12-31"),
        ] {
            assert_eq!(plain(text, &none).0.as_deref(), Ok(want), "{text}");
        }
        for (text, want) in [
            ("03/04/2026", "2026-04-03"),
            ("03/04/26", "2026-04-03"),
            ("3-Jan-24", "2024-01-03"),
            ("Sep-18", "2018-09-01"),
            ("24年5月1日", "2024-05-01"),
        ] {
            assert!(plain(text, &none).0.is_err(), "{text}");
            assert_eq!(plain(text, &dmy).0.as_deref(), Ok(want), "{text}");
        }
        for (text, want) in [
            ("113年5月1日", Code::NotADate),
            ("03/04/2026", Code::DateAmbiguous),
            ("03/04/26", Code::DateTwoDigitYear),
            ("2O24-05-01", Code::LookAlike),
            ("2024-O5-01", Code::LookAlike),
            ("2024-05-0l", Code::LookAlike),
        ] {
            assert_eq!(plain(text, &none).0, Err(want), "{text}");
        }
    }

    #[test]
    fn timestamps_of_feishu_pass_unchanged() {
        let cell = RawCell::Text("293016767159");
        assert_eq!(read_as(Form::Millis, cell), (Ok("293016767159".into()), vec![]));
        assert_eq!(read_as(Form::Plain, cell).0.as_deref(), Ok("1979-04-15"));
        assert_eq!(
            read_as(Form::Millis, RawCell::Text("9999999999999")).0,
            Err(Code::DateImplausible)
        );
    }

    #[test]
    fn a_timestamp_that_misses_midnight_is_that_midnight_and_told() {
        let fixed = ReadOptions {
            timezone: jiff::tz::TimeZone::fixed(jiff::tz::Offset::constant(8)),
            ..reading()
        };
        let told = vec![Code::DateMidnight];
        for zone in [&fixed, &reading()] {
            let read = |form, text| read_with(form, RawCell::Text(text), zone, false);
            for (text, millis, day) in [
                ("584895600000", "584899200000", "1988-07-15"),
                ("636739157000", "636739200000", "1990-03-07"),
                ("1735660757000", "1735660800000", "2025-01-01"),
            ] {
                assert_eq!(read(Form::Millis, text), (Ok(millis.into()), told.clone()), "{text}");
                assert_eq!(read(Form::Plain, text), (Ok(day.into()), told.clone()), "{text}");
                let sound = (Ok(millis.into()), vec![]);
                assert_eq!(read(Form::Millis, millis), sound, "{millis}");
            }
            // The end of a day, an hour before midnight in winter, an afternoon.
            for text in ["1735660799000", "1735660799999", "1735657200000", "293016767159"] {
                assert_eq!(read(Form::Millis, text), (Ok(text.into()), vec![]), "{text}");
            }
        }
    }

    #[test]
    fn open_ends_and_the_window() {
        for text in ["至今", "Present", "NOW", "current", "-", "—", "至今为止", "9999-12-31"]
        {
            assert_eq!(read_as(Form::Millis, RawCell::Text(text)).0.as_deref(), Ok(""), "{text}");
        }
        let plain = |text, end| read_with(Form::Midnight, RawCell::Text(text), &reading(), end).0;
        assert_eq!(plain("9999-12-31", true).as_deref(), Ok("9999-12-31 00:00:00"));
        assert_eq!(plain("9999-12-31", false), Err(Code::DateImplausible));
        assert_eq!(plain("至今", false), Err(Code::NotADate));
        assert_eq!(plain("1899-12-31", true), Err(Code::DateImplausible));
        assert_eq!(plain("2101-01-01", true), Err(Code::DateImplausible));
        assert_eq!(plain("0024-05-01", true), Err(Code::DateImplausible));
    }

    #[test]
    fn a_day_that_is_said_to_begin_or_end_something_is_that_day() {
        let zone = reading();
        let read = |text, end, personal| {
            let cx = Context { personal, end, ..Context::new(&zone) };
            find(RawCell::Text(text), &cx, &mut Notes::default())
                .map(|found| found.map(|found| found.day.date.to_string()).unwrap_or_default())
                .map_err(|complaint| complaint.code)
        };
        for text in
            ["2024年5月1日起", "自2024年5月1日起", "2024.05-", "2024-05-01~", "２０２４．０５－"]
        {
            assert_eq!(read(text, false, false).as_deref(), Ok("2024-05-01"), "{text}");
            assert_eq!(read(text, true, false), Err(Code::NotADate), "{text}");
            assert_eq!(read(text, false, true), Err(Code::NotADate), "{text}");
        }
        for text in ["至2024年5月1日", "2024年5月1日止", "-2024.05"] {
            assert_eq!(read(text, true, false).as_deref(), Ok("2024-05-01"), "{text}");
            assert_eq!(read(text, false, false), Err(Code::NotADate), "{text}");
        }
        assert_eq!(read("2018.09-2022.06", false, false), Err(Code::NotADate));
    }

    /// The end of the day that is written; its column says where it is midnight.
    #[test]
    fn twenty_four_hours_are_the_day_that_is_written() {
        let zone = reading();
        for clock in [Clock::Plain, Clock::Short, Clock::Utc, Clock::Unasked] {
            let cx = Context { clock, ..Context::new(&zone) };
            for text in [
                "2024-05-01 24:00",
                "2024-05-01 24:00:00",
                "2024年5月1日24时00分",
                "20240501240000",
                "2024-05-01T24:00:00Z",
            ] {
                let mut notes = Notes::default();
                let found = find(RawCell::Text(text), &cx, &mut notes).unwrap().unwrap();
                assert_eq!(found.day.date, jiff::civil::date(2024, 5, 1), "{text}");
                let codes: Vec<Code> = notes.warnings.iter().map(|warning| warning.code).collect();
                assert_eq!(codes, [Code::DateTwentyFour], "{text}");
            }
        }
        for text in ["2024-05-01 24:01", "2024-05-01 25:00"] {
            assert_eq!(read_as(Form::Plain, RawCell::Text(text)).0, Err(Code::DateImpossible));
        }
    }

    #[test]
    fn a_moment_in_utc_is_a_day_here() {
        let read = |text| read_as(Form::Plain, RawCell::Text(text));
        assert_eq!(read("2024-04-30T16:00:00Z"), (Ok("2024-05-01".into()), vec![]));
        assert_eq!(read("2024-05-01T00:00:00Z"), (Ok("2024-05-01".into()), vec![]));
        assert_eq!(
            read("2024-05-01T08:00:00+08:00"),
            (Ok("2024-05-01".into()), vec![Code::DateTimeDropped])
        );
        // 16:00 that says where it is told is no midnight of UTC; its column need not be asked.
        assert_eq!(
            read("2024-05-01T16:00:00+08:00"),
            (Ok("2024-05-01".into()), vec![Code::DateTimeDropped])
        );
    }

    /// The mean time of Shanghai, with its minutes and without, by daylight saving and without.
    #[test]
    fn a_moment_that_has_lost_seconds_is_the_next_day_where_the_column_says_so() {
        let zone = reading();
        for clock in [Clock::Short, Clock::Plain] {
            let cx = Context { clock, ..Context::new(&zone) };
            for (text, day) in [
                ("1990-03-06T15:59:17.000Z", 7),
                ("1990-03-06T23:59:17+08:00", 7),
                ("1990-03-06 23:59:17", 7),
                ("1990-03-06 23:54:17", 7),
                ("1990-03-06 22:59:17", 6),
                ("1990-06-06 22:59:17", 7),
                ("1990-06-06 22:54:17", 7),
                ("1990-03-06 23:30:00", 6),
            ] {
                let mut notes = Notes::default();
                let found = find(RawCell::Text(text), &cx, &mut notes).unwrap().unwrap();
                let day = if clock == Clock::Short { day } else { 6 };
                assert_eq!(found.day.date.day(), day, "{text} {clock:?}");
            }
        }
    }

    #[test]
    fn a_time_that_may_be_of_utc_names_the_other_day() {
        let zone = reading();
        let cx = Context { clock: Clock::Mixed, ..Context::new(&zone) };
        let mut notes = Notes::default();
        let found = find(RawCell::Text("1990-03-06 16:00"), &cx, &mut notes).unwrap().unwrap();
        assert_eq!(found.day.date.to_string(), "1990-03-06");
        let told = &notes.warnings[0];
        assert_eq!(
            (told.code, told.values()),
            (Code::DateUtcPerhaps, vec!["16:00:00", "1990-03-07"])
        );
    }
}
