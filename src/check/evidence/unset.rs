//! Days that nobody has entered: a program counts from 1 January 1970, a spreadsheet from 1900 or 1904, and
//! where nothing was filled in they write their first day. One person may be born then: a card in their row
//! says so, or there are so many rows that one is no wonder. Told once a column.
//!
//! Must not know: how dates are read (`types`).

use std::sync::Arc;

use crate::bind::Binding;
use crate::problem::{Code, Complaint, Place, Problem};
use crate::sheet::{RawCell, RawRow};

/// The days that a program writes for nothing, each as it is told.
const DAYS: [((i16, i8, i8), &str); 3] =
    [((1970, 1, 1), "1970-01-01"), ((1900, 1, 1), "1900-01-01"), ((1904, 1, 1), "1904-01-01")];
/// They are no chance where they are one in so many.
const SHARE: u64 = 200;

/// The days of the columns of one sheet that may be none.
#[derive(Clone, Debug, Default)]
pub(super) struct Unset {
    columns: Vec<Seen>,
}

#[derive(Clone, Debug)]
struct Seen {
    index: usize,
    header: Arc<str>,
    path: Arc<str>,
    /// Cells that are not blank.
    filled: u64,
    /// By day: how many, and the first row.
    days: [(u64, u32); DAYS.len()],
}

impl Unset {
    /// Nothing seen yet of the date columns of these bindings of one sheet.
    pub(super) fn new<'b>(bindings: impl IntoIterator<Item = &'b Binding>) -> Self {
        let mut columns: Vec<Seen> = Vec::new();
        for column in bindings.into_iter().flat_map(|binding| &binding.columns) {
            let known = columns.iter().any(|seen| seen.index == column.index);
            if column.slot.ty().span().is_some() && !known {
                columns.push(Seen {
                    index: column.index,
                    header: Arc::clone(&column.header),
                    path: Arc::clone(&column.path),
                    filled: 0,
                    days: [(0, 0); DAYS.len()],
                });
            }
        }
        Self { columns }
    }

    /// All cells of a row.
    pub(super) fn feed_row(&mut self, row: &RawRow) {
        for seen in &mut self.columns {
            // As nearly every day begins that is none of these.
            if let Some((_, text)) = row.text_at(seen.index)
                && let [first, second, decade, year, ..] = text.as_bytes()
                && first.is_ascii_digit()
                && ([*first, *second] != *b"19"
                    || !matches!([*decade, *year], [b'7', b'0'] | [b'0', b'0' | b'4']))
            {
                seen.filled += 1;
                continue;
            }
            let cell = row.cell(seen.index);
            seen.filled += u64::from(!cell.is_blank());
            let Some(day) = day_of(cell).filter(|day| !is_vouched(row, DAYS[*day].1)) else {
                continue;
            };
            let (count, first) = &mut seen.days[day];
            if *count == 0 {
                *first = row.number();
            }
            *count += 1;
        }
    }

    /// Take over what was seen of the same columns in other rows.
    pub(super) fn merge(&mut self, other: &Self) {
        for (seen, other) in self.columns.iter_mut().zip(&other.columns) {
            seen.filled += other.filled;
            for (own, (count, first)) in seen.days.iter_mut().zip(&other.days) {
                let (all, earliest) = *own;
                let is_first = all == 0 || *count > 0 && *first < earliest;
                *own = (all + count, if is_first { *first } else { earliest });
            }
        }
    }

    /// One warning for each column in which nobody has entered several days, at the first of them.
    pub(super) fn problems(&self, place: &Place) -> Vec<Problem> {
        self.columns.iter().flat_map(|seen| seen.problems(place)).collect()
    }
}

impl Seen {
    fn problems<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = Problem> + 'a {
        let is_many =
            |(_, (count, _)): &(_, (u64, u32))| *count > 0 && *count * SHARE >= self.filled;
        DAYS.into_iter().zip(self.days).filter(is_many).map(|((_, day), (count, first))| Problem {
            complaint: Complaint::with(Code::DatesUnset, [day.to_owned(), count.to_string()]),
            place: Place {
                row: Some(first),
                column: u32::try_from(self.index).ok(),
                ..place.clone()
            },
            header: Some(Arc::clone(&self.header)),
            field: Some(Arc::clone(&self.path)),
            value: None,
        })
    }
}

/// Whether another cell of the row is the number of a resident ID card with that birthday.
fn is_vouched(row: &RawRow, day: &str) -> bool {
    let day = day.replace('-', "");
    row.cells().any(
        |cell| matches!(cell, RawCell::Text(text) if text.trim().get(6..14) == Some(day.as_str())),
    )
}

/// Which of the days a cell holds.
fn day_of(cell: RawCell<'_>) -> Option<usize> {
    let (year, month, day) = match cell.whole() {
        RawCell::Moment(moment) => (moment.date.year(), moment.date.month(), moment.date.day()),
        RawCell::Text(text) if text.starts_with("19") => of_text(text)?,
        RawCell::Empty
        | RawCell::Text(_)
        | RawCell::Number(_)
        | RawCell::Bool(_)
        | RawCell::Dressed(_)
        | RawCell::Fault(_) => return None,
    };
    DAYS.iter().position(|(other, _)| *other == (year, month, day))
}

/// The year, the month and the day at the beginning of a text.
fn of_text(text: &str) -> Option<(i16, i8, i8)> {
    let year = text.get(..4)?.parse().ok()?;
    if !DAYS.iter().any(|((other, ..), _)| *other == year) {
        return None;
    }
    let rest = &text[4..];
    if rest.len() == 4 && rest.bytes().all(|b| b.is_ascii_digit()) {
        return Some((year, rest[..2].parse().ok()?, rest[2..].parse().ok()?));
    }
    let mut numbers = rest.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    Some((year, numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{binding, place};
    use crate::kinds::talent::TALENT;
    use crate::problem::Lang;

    fn told(cells: &[&str]) -> Vec<String> {
        let binding = binding(&TALENT, &["basic_info.birthday"]);
        let mut unset = Unset::new([&binding]);
        for (row, cell) in (2..).zip(cells) {
            let mut raw = RawRow::new();
            raw.reset(row);
            raw.push(RawCell::Text(cell));
            unset.feed_row(&raw);
        }
        unset.problems(&place()).iter().map(|problem| problem.line(Lang::En)).collect()
    }

    #[test]
    fn a_card_vouches_for_a_first_day() {
        let binding = binding(&TALENT, &["basic_info.birthday", "basic_info.name"]);
        for (card, told) in [("110101197001010010", 0), ("110101197101010010", 1), ("", 1)] {
            let mut unset = Unset::new([&binding]);
            let mut raw = RawRow::new();
            raw.reset(2);
            raw.push(RawCell::Text("1970-01-01"));
            raw.push(RawCell::Text(card));
            unset.feed_row(&raw);
            assert_eq!(unset.problems(&place()).len(), told, "{card}");
        }
    }

    #[test]
    fn several_first_days_of_a_program_are_told_once() {
        let lines = told(&["1988-03-04", "1970-01-01", "1970/1/1", "1970-01-01 08:00:00", ""]);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].contains("A3") && lines[0].contains("1970-01-01"), "{lines:?}");
        assert_eq!(told(&["19000101", "1900年1月1日", "1900.01.01"]).len(), 1);
        assert_eq!(told(&["1970-01-01", "1988-03-04"]).len(), 1);
        for day in ["1904/1/1", "1904年1月1日", "19040101"] {
            assert_eq!(told(&[day, "1988-03-04"]).len(), 1, "{day}");
        }
        assert_eq!(
            told(&["2099-12-30", "2024-12-31", "1970-01-02", "1970-10-10", "1970"]).len(),
            0
        );
        let many: Vec<&str> = std::iter::repeat_n("1988-03-04", 700).collect();
        assert!(told(&[&many[..], &["1970-01-01"; 3]].concat()).is_empty());
    }
}
