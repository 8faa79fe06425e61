//! The rows below a header that is not bound yet, as far as they may be records.
//!
//! Must not know: what the header means.

use crate::header::Header;
use crate::kinds::examples::MARKS;
use crate::problem::Problem;
use crate::rows::lines::Plan;
use crate::rows::{Belonging, Line, Lines, RowFilter};
use crate::sheet::{Outline, RawRow, Spans};
use crate::source::Book;

use super::words::text;

/// The first rows below a header that may be records.
pub(super) fn first(
    book: &mut Book,
    sheet: (usize, &Header),
    most: usize,
) -> Result<Vec<RawRow>, Problem> {
    let mut found = Vec::new();
    each(book, sheet, |row| {
        if found.len() < most {
            found.push(row.clone());
        }
        found.len() < most
    })?;
    Ok(found)
}

/// Every row below a header that may be a record, for as long as more are wanted.
pub(super) fn each(
    book: &mut Book,
    (index, header): (usize, &Header),
    mut see: impl FnMut(&RawRow) -> bool,
) -> Result<(), Problem> {
    let plan = Plan {
        header_row: header.last_row,
        bindings: &[],
        belonging: &Belonging::default(),
        aside: RowFilter::new(header, &[], &[], &Outline::default(), Spans::default()),
        outline: &Outline::default(),
    };
    let mut lines = Lines::new(book.rows(index)?, plan);
    let mut first = true;
    while let Some(line) = lines.next()? {
        let example = first && is_example(lines.row());
        if matches!(line, Line::Read) && !example {
            first = false;
            if !see(lines.row()) {
                break;
            }
        }
    }
    Ok(())
}

/// The row below the header of a template that shows how it is filled in.
fn is_example(row: &RawRow) -> bool {
    let first = row.cells().map(text).find(|text| !text.trim().is_empty());
    first.is_some_and(|text| MARKS.iter().any(|mark| text.trim().starts_with(mark)))
}
