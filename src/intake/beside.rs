//! Sheets that by their names are none of the data, beside one that is: they are not read along
//! unless they are named.
//!
//! Must not know: what the rows of a sheet say.

use std::collections::HashMap;
use std::path::Path;

use crate::lexicon::aside::{Aside, explains};
use crate::lexicon::headers;
use crate::problem::{Code, Complaint, Problem};
use crate::sheet::{RawRow, Stream as _};
use crate::source::{Book, SheetInfo};

use super::head::HEAD_ROWS;
use super::order::IntakeOptions;

/// The sheets of a book that are not read for their names, by index: none where no other holds
/// anything, where `--sheet` names one, or where the mapping names it.
pub(super) fn beside(order: &IntakeOptions, path: &Path, book: &mut Book) -> HashMap<usize, Aside> {
    let sheets: Vec<SheetInfo> = book.sheets().to_vec();
    let aside = |sheet: &SheetInfo| sheet.name.as_deref().and_then(Aside::named);
    let mut found: HashMap<usize, Aside> = HashMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        found.extend(aside(sheet).map(|aside| (at, aside)));
    }
    if order.sheet.is_some() || found.is_empty() {
        return HashMap::new();
    }
    // Of those with rows the one that is meant the most.
    let may_be_data = |sheet: &SheetInfo| {
        let name = sheet.name.as_deref().unwrap_or_default();
        !name.starts_with(headers::OWN_PREFIX) && (aside(sheet).is_some() || !explains(name))
    };
    let data = sheets.iter().enumerate().filter(|(_, sheet)| may_be_data(sheet));
    let data = data.filter(|(at, _)| !is_blank(book, *at).unwrap_or(false));
    let meant = data.map(|(_, sheet)| aside(sheet)).min().flatten();
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let is_named = |at: usize| {
        let name = sheets.get(at).and_then(|sheet| sheet.name.as_deref());
        let records = order.mapping.iter().flat_map(|mapping| &mapping.records);
        records.filter(|record| record.sheet.is_some()).any(|record| record.applies_to(&file, name))
    };
    found.retain(|at, aside| Some(*aside) > meant && !is_named(*at));
    found
}

/// Why a sheet is not read along.
pub(super) fn why(aside: Aside) -> Complaint {
    match aside {
        Aside::Left => Complaint::new(Code::SheetOfLeavers),
        Aside::Others | Aside::Old | Aside::Example => {
            Complaint::with(Code::SheetAside, [aside.what()])
        }
    }
}

/// Whether nothing stands where a header would be looked for.
fn is_blank(book: &mut Book, index: usize) -> Result<bool, Problem> {
    let mut rows = book.rows(index)?;
    let mut row = RawRow::new();
    for _ in 0..HEAD_ROWS {
        if !rows.next(&mut row)? {
            break;
        }
        if !row.is_blank() {
            return Ok(false);
        }
    }
    Ok(true)
}
