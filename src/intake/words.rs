//! Cells and sheets as a person calls them.
//!
//! Must not know: what they are read for.

use crate::lexicon::nearest;
use crate::problem::{Arg, Code, Complaint, Place, both};
use crate::sheet::{Dressed, RawCell, RawRow};
use crate::source::SheetInfo;

/// That a book has no sheet of this name, with those that it has.
pub(super) fn no_sheet(wanted: &str, sheets: &[SheetInfo]) -> Complaint {
    let near = nearest::meant(wanted, sheets.iter().filter_map(|sheet| sheet.name.as_deref()));
    Complaint::with(Code::SheetMissing, [wanted.into(), sheet_names(sheets), near])
}

/// The names to choose from.
fn sheet_names(sheets: &[SheetInfo]) -> Arg {
    let names: Vec<_> = sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
    if names.is_empty() {
        return both("没有，这是 CSV，不分工作表", "none, as this is a CSV file");
    }
    names.join(", ").into()
}

/// A place as it is called from another: of the same sheet by its row alone.
pub(super) fn near(place: &Place, from: &Place) -> Place {
    if (&place.file, &place.sheet) == (&from.file, &from.sheet) {
        Place { row: place.row, ..Place::default() }
    } else {
        place.clone()
    }
}

/// The header's texts by column.
pub(super) fn texts(row: &RawRow) -> Vec<String> {
    row.cells().map(text).collect()
}

/// A cell as a person reads it.
pub(super) fn text(cell: RawCell<'_>) -> String {
    match cell.whole() {
        RawCell::Empty => String::new(),
        RawCell::Text(text) | RawCell::Dressed(Dressed { face: text, .. }) => text.to_owned(),
        RawCell::Fault(fault) => fault.to_string(),
        RawCell::Number(number) => format!("{number}"),
        RawCell::Bool(truth) => if truth { "TRUE" } else { "FALSE" }.to_owned(),
        RawCell::Moment(moment) if moment.time == jiff::civil::Time::midnight() => {
            moment.date.to_string()
        }
        RawCell::Moment(moment) => format!("{} {}", moment.date, moment.time),
    }
}
