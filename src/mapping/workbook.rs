//! A mapping that people fill in and sign as a workbook (字段对照, 值对照) → [`Mapping`], or what is
//! wrong with it by its cells.
//!
//! Must not know: how the workbook is stored or drawn (`crate::template::mapping` writes it), the
//! headers of the sheets that it is about.

use std::sync::Arc;

use super::model::Mapping;
use crate::kinds;
use crate::problem::{Code, Complaint, Place, Problem};
use crate::reading::DateOrder;
use crate::sheet::RawRow;

mod entries;
mod part;
mod words;

use part::{Part, cell, same};

pub use words::{Action, Block, Column, ValueColumn};

/// One sheet of such a workbook.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its name.
    pub name: Arc<str>,
    /// Its rows, from the first.
    pub rows: Vec<RawRow>,
}

/// Read a workbook's sheets as a mapping. `shown` is the file's name for messages.
///
/// # Errors
/// Everything that is wrong, each with its cell.
pub fn mapping(pages: &[Page], shown: &Arc<str>) -> Result<Mapping, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    let place = |page: &Page| Place { sheet: Some(Arc::clone(&page.name)), ..Place::file(shown) };
    for page in pages {
        if let Some((at, columns)) = table(&page.rows, Column::ALL, Column::words, 2) {
            let mut part = Part::default();
            head(&mut part, page.rows.get(..at).unwrap_or_default(), &place(page), &mut problems);
            let below = page.rows.get(at + 1..).unwrap_or_default();
            entries::columns(&mut part, below, &columns, &place(page), &mut problems);
            parts.push(part);
        }
    }
    if parts.is_empty() {
        let complaint = Complaint::new(Code::MappingTableMissing);
        return Err(vec![Problem::at(Place::file(shown), complaint)]);
    }
    // Labels belong to the columns before them.
    let mut current = 0;
    let mut seen = 0;
    for page in pages {
        if table(&page.rows, Column::ALL, Column::words, 2).is_some() {
            current = seen;
            seen += 1;
        } else if let Some((at, columns)) =
            table(&page.rows, ValueColumn::ALL, ValueColumn::words, 3)
            && let Some(part) = parts.get_mut(current)
        {
            let below = page.rows.get(at + 1..).unwrap_or_default();
            entries::values(part, below, &columns, &place(page), &mut problems);
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Mapping { records: parts.into_iter().filter_map(Part::record).collect() })
}

/// The row that heads a table, with the place of each of its columns: the first row that holds the
/// words of at least `least` of them, the first two among these.
fn table<C: Copy + PartialEq>(
    rows: &[RawRow],
    all: &[C],
    words: fn(C) -> [&'static str; 2],
    least: usize,
) -> Option<(usize, Vec<(C, usize)>)> {
    rows.iter().enumerate().find_map(|(at, row)| {
        let found: Vec<(C, usize)> = all
            .iter()
            .filter_map(|column| {
                let is = |text: &str| words(*column).iter().any(|word| same(word, text));
                let place = (0..row.width()).find(|place| is(&cell(row, *place)))?;
                Some((*column, place))
            })
            .collect();
        let needed = all.iter().take(least).all(|c| found.iter().any(|(f, _)| f == c));
        needed.then_some((at, found))
    })
}

/// What stands above the table: the kind, and the sheets that it is about.
fn head(part: &mut Part, rows: &[RawRow], place: &Place, problems: &mut Vec<Problem>) {
    let mut known: Vec<(Block, String)> = Vec::new();
    for row in rows {
        let name = cell(row, 0);
        let Some(block) =
            Block::ALL.iter().find(|block| block.words().iter().any(|word| same(word, &name)))
        else {
            continue;
        };
        let value = cell(row, 1);
        if value.is_empty() {
            continue;
        }
        let at = Place { row: Some(row.number()), column: Some(1), ..place.clone() };
        if let Some((_, before)) = known.iter().find(|(other, _)| other == block) {
            if *before != value {
                let complaint = Complaint::with(Code::MappingTwice, [name]);
                problems.push(Problem::at(at, complaint));
            }
            continue;
        }
        known.push((*block, value.clone()));
        let mut wrong = |can: &str| {
            let complaint = Complaint::with(Code::MappingCell, [value.clone(), can.to_owned()]);
            problems.push(Problem::at(at.clone(), complaint));
        };
        match block {
            Block::Kind => match words::kind(&value) {
                Some(kind) => part.kind = Some(kind),
                None => wrong(&kinds::flags(", ")),
            },
            Block::File if value == "*" => {}
            Block::File => part.file = Some(value),
            Block::Sheet => part.sheet = Some(value),
            Block::HeaderRow => match value.parse::<u32>() {
                Ok(number) if (1..=crate::sheet::address::MAX_ROW).contains(&number) => {
                    part.header_row = Some(number);
                }
                Ok(_) | Err(_) => wrong("1, 2, 3, …"),
            },
            Block::Dates => match DateOrder::of(&value.to_lowercase()) {
                Some(order) => part.dates = Some(order),
                None => wrong("ymd, dmy, mdy"),
            },
        }
    }
    if part.kind.is_none() {
        let word = Block::Kind.words()[0];
        let complaint = Complaint::with(Code::MappingCell, [word.to_owned(), kinds::flags(", ")]);
        problems
            .push(Problem::at(Place { row: Some(1), column: Some(1), ..place.clone() }, complaint));
    }
}

#[cfg(test)]
mod tests;
