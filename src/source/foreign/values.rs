//! A value of calamine's as a cell, by the same rules as the cells of `.xlsx`.
//!
//! Must not know: rows, sheets, which format the value comes from.

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};
use jiff::{SignedDuration, SpanRelativeTo};

use super::super::cells::{put_serial, put_text};
use super::super::serial::{self, Serial};
use crate::sheet::{Defect, Epoch, Fault, RawCell, RawRow};

/// What a cell holds, whichever of calamine's two types says it.
#[derive(Clone, Copy)]
pub(super) enum CellContent<'a> {
    /// Nothing.
    Empty,
    /// Text.
    Text(&'a str),
    /// A number without a date's format.
    Number(f64),
    /// TRUE or FALSE.
    Bool(bool),
    /// A number with a date's or a duration's format.
    Date(ExcelDateTime),
    /// A date of ISO 8601.
    Iso(&'a str),
    /// A duration of ISO 8601: a time of day.
    Duration(&'a str),
    /// Excel's error value.
    Error(&'a CellErrorType),
}

impl CellContent<'_> {
    /// The number that it is, or by which it counts days.
    pub(super) fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Date(moment) => Some(moment.as_f64()),
            Self::Empty
            | Self::Text(_)
            | Self::Bool(_)
            | Self::Iso(_)
            | Self::Duration(_)
            | Self::Error(_) => None,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "30 bits: what these formats pack as an integer")]
fn number(integer: i64) -> f64 {
    integer as f64
}

impl<'a> From<&'a Data> for CellContent<'a> {
    fn from(data: &'a Data) -> Self {
        match data {
            Data::Empty => Self::Empty,
            Data::String(text) => Self::Text(text),
            Data::Int(integer) => Self::Number(number(*integer)),
            Data::Float(number) => Self::Number(*number),
            Data::Bool(truth) => Self::Bool(*truth),
            Data::DateTime(moment) => Self::Date(*moment),
            Data::DateTimeIso(text) => Self::Iso(text),
            Data::DurationIso(text) => Self::Duration(text),
            Data::Error(error) => Self::Error(error),
        }
    }
}

impl<'a> From<&'a DataRef<'_>> for CellContent<'a> {
    fn from(data: &'a DataRef<'_>) -> Self {
        match data {
            DataRef::Empty => Self::Empty,
            DataRef::String(text) => Self::Text(text),
            DataRef::SharedString(text) => Self::Text(text),
            DataRef::Int(integer) => Self::Number(number(*integer)),
            DataRef::Float(number) => Self::Number(*number),
            DataRef::Bool(truth) => Self::Bool(*truth),
            DataRef::DateTime(moment) => Self::Date(*moment),
            DataRef::DateTimeIso(text) => Self::Iso(text),
            DataRef::DurationIso(text) => Self::Duration(text),
            DataRef::Error(error) => Self::Error(error),
        }
    }
}

/// Put it at `column`.
pub(super) fn put(row: &mut RawRow, column: usize, held: CellContent<'_>, epoch: Epoch) {
    let serial = match held {
        CellContent::Empty => return,
        CellContent::Text(text) => return put_text(row, column, text),
        CellContent::Bool(truth) => return row.put(column, RawCell::Bool(truth)),
        CellContent::Error(error) => {
            return row.put(column, RawCell::Fault(Fault::named(&error.to_string())));
        }
        CellContent::Number(number) => Serial::Number(number),
        CellContent::Date(moment) if moment.is_duration() => Serial::Number(moment.as_f64()),
        CellContent::Date(moment) => serial::moment(moment.as_f64(), epoch),
        CellContent::Iso(text) => serial::iso(text),
        CellContent::Duration(text) => match days(text) {
            Some(days) => Serial::Number(days),
            None => return row.put(column, RawCell::Fault(Fault::Defect(Defect::Unreadable))),
        },
    };
    put_serial(row, column, serial);
}

/// A duration such as `PT08H30M00S` in days, as Excel counts times.
fn days(text: &str) -> Option<f64> {
    let span: jiff::Span = text.parse().ok()?;
    let duration: SignedDuration = span.to_duration(SpanRelativeTo::days_are_24_hours()).ok()?;
    Some(duration.as_secs_f64() / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(data: &Data, epoch: Epoch) -> String {
        let mut row = RawRow::new();
        row.reset(1);
        put(&mut row, 0, CellContent::from(data), epoch);
        match row.cell(0) {
            RawCell::Empty => "nothing".to_owned(),
            RawCell::Text(text) => format!("{text:?}"),
            RawCell::Number(number) => number.to_string(),
            RawCell::Bool(truth) => truth.to_string(),
            RawCell::Moment(moment) => format!("{} {}", moment.date, moment.time),
            RawCell::Dressed(dressed) => format!("{dressed:?}"),
            RawCell::Fault(name) => format!("!{name}"),
        }
    }

    #[test]
    fn values_are_the_cells_that_an_xlsx_would_give() {
        use calamine::ExcelDateTimeType::{DateTime, TimeDelta};
        let date = |value: f64, kind| Data::DateTime(ExcelDateTime::new(value, kind, false));
        for (data, expected) in [
            (Data::Empty, "nothing"),
            (Data::String(String::new()), "nothing"),
            (Data::String("a\0b".into()), "!cell-control-character:U+0000"),
            (Data::Int(7), "7"),
            (Data::Float(1.5), "1.5"),
            (Data::Float(f64::NAN), "!cell-number-not-finite"),
            (Data::Bool(true), "true"),
            (Data::Error(CellErrorType::NA), "!#N/A"),
            (date(45_000.0, DateTime), "2023-03-15 00:00:00"),
            (date(60.0, DateTime), "!cell-date-impossible"),
            (date(1.5, TimeDelta), "1.5"),
            (Data::DateTimeIso("2024-02-29T08:30:00".into()), "2024-02-29 08:30:00"),
            (Data::DateTimeIso("2024-02-30".into()), "!cell-date-impossible"),
            (Data::DurationIso("PT06H00M00S".into()), "0.25"),
            (Data::DurationIso("PT30H00M00.000S".into()), "1.25"),
            (Data::DurationIso("soon".into()), "!cell-unreadable"),
        ] {
            assert_eq!(cell(&data, Epoch::Y1900), expected, "{data:?}");
        }
        assert_eq!(cell(&date(43_538.0, DateTime), Epoch::Y1904), "2023-03-15 00:00:00");
    }
}
