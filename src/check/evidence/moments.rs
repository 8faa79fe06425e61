//! What the days and times of a column are, where only all of them tell: midnights of which a program
//! has lost some seconds, midnights told as times of UTC, days that a spreadsheet program has swapped
//! with their months wherever it could.
//!
//! Must not know: how dates are read (`types`), what else a row holds.

use std::sync::Arc;

use jiff::civil::Time;
use jiff::tz::TimeZone;

use crate::bind::{Binding, ChildBinding, Clock, Column, DateOrder};
use crate::check::spot::is_end;
use crate::check::types::{
    Slip, clock_of, is_end_of_day, settling_lines, shown_time, slip, swapped,
};
use crate::problem::{Arg, Code, Complaint, Place, Problem, both};
use crate::sheet::figures::{day_and_month, is_lopsided};
use crate::sheet::{CellRef, RawCell, RawRow};
use crate::spec::Kind;

/// Cells of one impossible time of day that prove what they are beside a few others, and how many of a
/// hundred they must be.
const MANY: u64 = 10;
const NEARLY_ALL: u64 = 95;

/// The days and times in the columns of one sheet.
#[derive(Debug, Default)]
pub struct Moments {
    columns: Vec<Seen>,
    zone: Option<TimeZone>,
}

/// One column so far.
#[derive(Debug, Default)]
struct Seen {
    index: usize,
    header: Arc<str>,
    path: Arc<str>,
    /// It holds ends of times.
    end: bool,
    /// The mapping says in which order its days are.
    told: bool,
    /// Plain midnights, and dates without a time.
    midnights: u64,
    /// Times that may be midnight, by what they would be: how many, and the first row with its time.
    short: Times,
    utc: Times,
    /// Of the short ones, those that may be the end of a day.
    ends: u64,
    /// Other times.
    others: u64,
    /// Real dates that may be swapped, and the first row.
    real: Count,
    /// Real dates whose day is no month.
    sure: u64,
    /// Texts that have the day or the month first beyond doubt, and the first row.
    texts: [Count; 2],
    /// Texts that nobody has made a date of, though it could be one.
    left: u64,
}

/// How many, and the first row.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    count: u64,
    first: u32,
}

impl Count {
    fn add(&mut self, row: u32) {
        if self.count == 0 {
            self.first = row;
        }
        self.count += 1;
    }
}

/// Times of day that may be midnight.
#[derive(Clone, Copy, Debug, Default)]
struct Times {
    count: Count,
    time: Option<Time>,
}

impl Times {
    fn add(&mut self, row: u32, time: Time) {
        self.count.add(row);
        self.time.get_or_insert(time);
    }
}

impl Moments {
    /// Nothing seen yet of the date columns of these bindings of one sheet.
    pub fn new(bindings: &[Binding]) -> Self {
        let mut columns: Vec<Seen> = Vec::new();
        for binding in bindings {
            for column in binding.columns.iter().filter(|column| is_own(binding, column)) {
                if columns.iter().all(|seen| seen.index != column.index) {
                    columns.push(Seen::new(column.index, &column.header, binding.kind, column));
                }
            }
        }
        Self { columns, zone: bindings.first().map(|binding| binding.reading.timezone.clone()) }
    }

    /// Nothing seen yet of the date columns of a child sheet of that parent.
    pub fn of_child(child: &ChildBinding, parent: &Binding) -> Self {
        let mut columns: Vec<Seen> = Vec::new();
        for of in &child.columns {
            let column = &of.template.first;
            let is_new = columns.iter().all(|seen| seen.index != of.index);
            if is_new && column.slot.ty().span().is_some() {
                columns.push(Seen::new(of.index, &of.header, parent.kind, column));
            }
        }
        Self { columns, zone: Some(parent.reading.timezone.clone()) }
    }

    /// All cells of a row, in the order of the rows.
    pub fn feed_row(&mut self, row: &RawRow) {
        let Some(zone) = &self.zone else { return };
        for seen in &mut self.columns {
            seen.feed(row.number(), row.cell(seen.index), zone);
        }
    }

    /// Have the column that feeds from that one of the sheet read as its values prove.
    pub fn prove(&self, index: usize, column: &mut Column) {
        let seen = self.columns.iter().find(|seen| seen.index == index);
        column.proven.clock = seen.map_or(Clock::Plain, Seen::clock);
        column.proven.swapped = seen.and_then(Seen::swapped);
    }

    /// What to say of the sheet at `place`: of each column once, with what proves it.
    pub fn problems(&self, place: &Place) -> Vec<Problem> {
        self.columns.iter().flat_map(|seen| seen.problems(place)).collect()
    }
}

/// A column of days whose cells are its own.
fn is_own(binding: &Binding, column: &Column) -> bool {
    column.slot.ty().span().is_some() && binding.shape.made_of(column.index).is_empty()
}

impl Seen {
    fn new(index: usize, header: &Arc<str>, kind: &Kind, column: &Column) -> Self {
        Self {
            index,
            header: Arc::clone(header),
            path: Arc::clone(&column.path),
            end: is_end(kind, &column.slot),
            told: column.dates.is_some(),
            ..Self::default()
        }
    }

    fn feed(&mut self, row: u32, cell: RawCell<'_>, zone: &TimeZone) {
        let cell = cell.whole();
        if let RawCell::Moment(moment) = cell {
            if swapped(moment.date).is_some() {
                self.real.add(row);
            } else {
                self.sure += u64::from(moment.date.day() > 12);
            }
        }
        if let RawCell::Text(text) = cell
            && let Some((first, second)) = day_and_month(text)
        {
            if is_lopsided((first, second)) {
                self.texts[usize::from(second > 12)].add(row);
            } else {
                self.left += u64::from(first != second);
            }
        }
        match clock_of(cell, zone) {
            None => self.midnights += u64::from(!cell.is_blank()),
            Some((_, time, _)) if time == Time::midnight() => self.midnights += 1,
            Some((date, time, placed)) => match slip(date, time, zone) {
                Slip::Midnight(_) => self.midnights += 1,
                Slip::Perhaps(Clock::Short, _) => {
                    self.ends += u64::from(is_end_of_day(time));
                    self.short.add(row, time);
                }
                Slip::Perhaps(..) if !placed => self.utc.add(row, time),
                Slip::Perhaps(..) | Slip::None => self.others += 1,
            },
        }
    }

    /// What its times of day are. A second before midnight is how people write the end of a day: it is
    /// midnight where nothing ends, and every one is so.
    fn clock(&self) -> Clock {
        let (short, utc) = (self.short.count.count, self.utc.count.count);
        if self.is_nearly_all(utc) {
            Clock::Utc
        } else if self.is_nearly_all(short) && self.ends == 0 {
            Clock::Short
        } else if self.others > 0 {
            Clock::Plain
        } else if utc > 0 && (self.midnights, short) == (0, 0) {
            Clock::Utc
        } else if short > 0 && utc == 0 {
            let sound = self.ends == 0 || !self.end && self.ends == short && self.midnights == 0;
            if sound { Clock::Short } else { Clock::Plain }
        } else if utc > 0 && short == 0 {
            Clock::Mixed
        } else {
            Clock::Plain
        }
    }

    /// Whether so many are nearly all of its cells: what the few others are is no proof against them.
    const fn is_nearly_all(&self, count: u64) -> bool {
        let all = self.midnights + self.short.count.count + self.utc.count.count + self.others;
        count >= MANY && count * 100 >= all * NEARLY_ALL
    }

    /// The order in which its days were written, if a program has swapped them: every real date could be
    /// swapped, and every text that is left could be none, in one order.
    fn swapped(&self) -> Option<DateOrder> {
        let [day_first, month_first] = self.texts.map(|texts| texts.count);
        let order = match (day_first, month_first) {
            (1.., 0) => DateOrder::Dmy,
            (0, 1..) => DateOrder::Mdy,
            (_, _) => return None,
        };
        (self.real.count > 0 && self.sure == 0 && self.left == 0).then_some(order)
    }

    fn problems(&self, place: &Place) -> Vec<Problem> {
        let times = match self.clock() {
            Clock::Short => Some((self.short, why_short())),
            Clock::Utc => Some((self.utc, why_utc())),
            Clock::Plain | Clock::Unasked | Clock::Mixed => None,
        };
        let clock = times.map(|(Times { count, time }, why)| {
            let time = shown_time(time.unwrap_or(Time::midnight()));
            let args = [count.count.to_string().into(), time.into(), why];
            self.problem(place, count.first, Complaint::with(Code::DateClockProven, args))
        });
        let swapped = self.swapped().filter(|_| !self.told).map(|order| {
            let texts = self.texts[usize::from(order == DateOrder::Mdy)];
            let (back, kept) = settling_lines(&self.header, order);
            let args = [
                texts.count.to_string(),
                self.cell(texts.first),
                self.real.count.to_string(),
                self.cell(self.real.first),
                back,
                kept,
            ];
            self.problem(place, texts.first, Complaint::with(Code::DatesSwapped, args))
        });
        clock.into_iter().chain(swapped).collect()
    }

    fn problem(&self, place: &Place, row: u32, complaint: Complaint) -> Problem {
        let column = u32::try_from(self.index).ok();
        Problem {
            complaint,
            place: Place { row: Some(row), column, ..place.clone() },
            header: Some(Arc::clone(&self.header)),
            field: Some(Arc::clone(&self.path)),
            value: None,
        }
    }

    /// `C217`.
    fn cell(&self, row: u32) -> String {
        let column = u32::try_from(self.index);
        column.map_or_else(|_| String::new(), |column| CellRef::new(row, column).to_string())
    }
}

fn why_short() -> Arg {
    both(
        "差几十秒到零点，或差夏令时（1986–1991 年）的一小时，是网页程序按上海 1901 年以前的地方时（+08:05:43）换算，不认夏令时，或小数位数不够造成的",
        "some seconds before midnight, or the hour of China's summer time of 1986 to 1991, as programs write it by the local mean time of Shanghai before 1901 (+08:05:43), without daylight saving, or in fractions of too few digits",
    )
}

fn why_utc() -> Arg {
    both("正好是本地零点的 UTC 时间", "midnight here, told as a time of UTC")
}

#[cfg(test)]
mod tests;
