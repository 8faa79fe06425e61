//! Which orders of day, month and year a date's text can be in.
//!
//! Must not know: columns, which order is wanted.

use super::clean::{folded, trimmed};
use super::scan::{Scanned, scan};
use crate::bind::DateOrder;
use crate::problem::Code;

/// What one text says of the order of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Orders {
    /// By year, day and month first: it is a day so.
    pub(crate) can: [bool; 3],
    /// It needs an order to be read at all.
    pub(crate) open: bool,
    /// Day first and month first make two days of it.
    pub(crate) differ: bool,
    /// The year has four digits.
    pub(crate) whole_year: bool,
}

/// The orders in which they are counted.
pub(crate) const ALL: [DateOrder; 3] = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy];

/// What a text says; none if it is no date, or a date in whatever order.
pub(crate) fn orders_of(text: &str) -> Option<Orders> {
    let text = trimmed(text);
    // A year of four digits first: most dates. Six may be a day with a year of two digits.
    if !matches!(text.bytes().take_while(u8::is_ascii_digit).count(), 0..=3 | 6) {
        return None;
    }
    let text = folded(text);
    let day = |order| match scan(&text, order, false) {
        Ok(Scanned::Day { date, .. }) if (1900..=2100).contains(&date.year()) => Ok(Some(date)),
        Ok(Scanned::Day { .. } | Scanned::Millis(_) | Scanned::Serial(_)) => Ok(None),
        Err(complaint) => Err(complaint.code),
    };
    let plain = day(None);
    let open = matches!(plain, Err(Code::DateAmbiguous | Code::DateTwoDigitYear));
    if !open && !matches!(plain, Ok(Some(_))) {
        return None;
    }
    let read = ALL.map(|order| day(Some(order)).ok().flatten());
    let mut can = read.map(|date| date.is_some());
    // Behind a month's name the year is last; a whole year says nothing of two digits elsewhere.
    if !open && text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        can[0] = false;
    }
    let whole_year = has_whole_year(&text);
    if whole_year {
        can[0] = true;
    }
    let differ = read[1] != read[2];
    let same = !open && can == [true; 3] && !differ;
    (!same && can.contains(&true)).then_some(Orders { can, open, differ, whole_year })
}

/// Four digits in a row.
fn has_whole_year(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
        && text.contains(|c: char| !c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_proves() {
        let of = |text| orders_of(text).map(|o| (o.can.map(u8::from), o.open));
        assert_eq!(of("26/06/2026"), Some(([1, 1, 0], false)));
        assert_eq!(of("06/26/2026"), Some(([1, 0, 1], false)));
        assert_eq!(of("０３/０４/２０２６"), Some(([1, 1, 1], true)));
        assert_eq!(of("31/12/99"), Some(([0, 1, 0], false)));
        assert_eq!(of("99-12-31"), Some(([1, 0, 0], false)));
        assert_eq!(of("26/06/24"), Some(([1, 1, 0], true)));
        assert_eq!(of("03/04/05"), Some(([1, 1, 1], true)));
        assert_eq!(of("Sep-85"), Some(([0, 1, 1], false)));
        assert_eq!(of("5-Mar-85"), Some(([0, 1, 1], false)));
        assert_eq!(of("Sep-18"), Some(([1, 1, 1], true)));
        assert_eq!(of("03/04/2026 08:30"), Some(([1, 1, 1], true)));
        assert_eq!(of("991231 08:30"), Some(([1, 0, 0], false)));
        for text in
            ["2026-06-26", "20260626", "5/5/2026", "2026年6月", "45413", "x", "", "30/02/2026"]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
