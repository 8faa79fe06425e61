//! What is known of a sheet before it is bound: its first rows, its outline, the template that its
//! workbook was made from.
//!
//! Must not know: what a header means.

use std::sync::Arc;

use crate::bind;
use crate::lexicon::headers;
use crate::problem::{Place, Problem};
use crate::sheet::{Outline, RawRow, Stream as _};
use crate::source::{self, Book, Rows};
use crate::spec::KindId;

use super::found::{self, Values};
use super::order::IntakeOptions;
use super::stop::{Stop, input};
use super::words::text;

/// How many rows at a sheet's beginning may come before and with the header.
pub(super) const HEAD_ROWS: usize = 30;

/// What is known of a sheet before it is bound.
pub(super) struct Head {
    pub(super) place: Place,
    pub(super) outline: Outline,
    /// Its first rows, in which the header is looked for.
    pub(super) rows: Vec<RawRow>,
    /// The kind whose template its workbook was made from, as a sheet of muster's own says.
    pub(super) stamp: Option<KindId>,
    /// The values of columns that may hold one of several things, where the tenant's lists are known.
    pub(super) values: Vec<Values>,
    /// Other sheets of its book may hold the people, and nobody named this one.
    pub(super) is_one_of_many: bool,
}

impl Head {
    pub(super) fn of(
        order: &IntakeOptions,
        book: &mut Book,
        shown: &Arc<str>,
        index: usize,
    ) -> Result<Self, Stop> {
        let sheet = book.sheets().get(index).and_then(|sheet| sheet.name.clone());
        let place = Place { sheet, ..Place::file(shown) };
        let outline = book.outline(index).map_err(input)?;
        let mut rows = book.rows(index).map_err(input)?;
        let first = read_ahead(&mut rows, order.header_row_of(&place))?;
        drop(rows);
        let stamp = stamp(book).map_err(input)?;
        let values = match order.directory {
            Some(_) => found::look(book, index, &first).map_err(input)?,
            None => Vec::new(),
        };
        let is_one_of_many = order.sheet.is_none() && book.sheets().len() > 1;
        Ok(Self { place, outline, rows: first, stamp, values, is_one_of_many })
    }
}

/// Rows of a sheet of muster's own in which the stamp of a template is looked for.
const STAMP_ROWS: usize = 5;

/// The stamp of the template that a workbook was made from.
pub(super) fn stamp(book: &mut Book) -> Result<Option<KindId>, Problem> {
    let own = |sheet: &source::SheetInfo| {
        sheet.name.as_deref().is_some_and(|name| name.starts_with(headers::OWN_PREFIX))
    };
    let sheets: Vec<usize> = book
        .sheets()
        .iter()
        .enumerate()
        .filter(|(_, sheet)| own(sheet))
        .map(|(at, _)| at)
        .collect();
    let mut row = RawRow::new();
    for index in sheets {
        let mut rows = book.rows(index)?;
        for _ in 0..STAMP_ROWS {
            if !rows.next(&mut row)? {
                break;
            }
            if let Some(kind) = row.cells().find_map(|cell| bind::stamp::read(&text(cell))) {
                return Ok(Some(kind));
            }
        }
    }
    Ok(None)
}

/// The rows among which the header is looked for.
pub(super) fn read_ahead(
    rows: &mut Rows<'_>,
    header_row: Option<u32>,
) -> Result<Vec<RawRow>, Stop> {
    // The row that is told may be the first of three.
    let header_row = header_row.map(|wanted| wanted.saturating_add(2));
    let mut head = Vec::new();
    let mut row = RawRow::new();
    while rows.next(&mut row).map_err(input)? {
        head.push(row.clone());
        let reached = header_row.is_none_or(|wanted| row.number() >= wanted);
        if head.len() >= HEAD_ROWS && reached {
            break;
        }
        if header_row.is_some_and(|wanted| row.number() > wanted) {
            break;
        }
    }
    Ok(head)
}
