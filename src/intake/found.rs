//! Columns that may hold one of several things (岗位): their values, looked up in the tenant's lists before
//! the sheet is bound.
//!
//! The sheet is read once more for them, and only where its first rows have such a header.
//!
//! Must not know: what is made of it.

use std::collections::HashMap;

use crate::bind::{FoundValues, fields_of};
use crate::kinds;
use crate::lexicon::normalize::trim;
use crate::lexicon::nothing::nothing;
use crate::problem::Problem;
use crate::resolve::{Directory, Found};
use crate::sheet::{RawRow, Stream as _};
use crate::source::Book;
use crate::spec::Kind;

use super::words::text;

/// Different values of a column that are looked up; what has more is no list of jobs.
const MOST: usize = 20_000;

/// The values of a column that may hold one of several things.
#[derive(Debug)]
pub(super) struct Values {
    column: usize,
    /// Each with the rows that hold it.
    rows: HashMap<String, u64>,
    filled: u64,
}

/// The columns of which a header among the first rows may mean several things, with their values.
///
/// # Errors
/// The sheet can't be read.
pub(super) fn look(book: &mut Book, index: usize, head: &[RawRow]) -> Result<Vec<Values>, Problem> {
    let mut begins: HashMap<usize, u32> = HashMap::new();
    for row in head {
        for (column, cell) in row.cells().enumerate() {
            let header = text(cell);
            if !header.is_empty()
                && kinds::ALL.iter().any(|kind| !fields_of(kind, &header).is_empty())
            {
                begins.entry(column).or_insert_with(|| row.number());
            }
        }
    }
    let mut all: Vec<(u32, Values)> = begins
        .into_iter()
        .map(|(column, row)| (row, Values { column, rows: HashMap::new(), filled: 0 }))
        .collect();
    all.sort_unstable_by_key(|(_, values)| values.column);
    if !all.is_empty() {
        let mut rows = book.rows(index)?;
        let mut row = RawRow::new();
        while rows.next(&mut row)? {
            for (_, values) in all.iter_mut().filter(|(begins, _)| row.number() > *begins) {
                values.see(&row);
            }
        }
    }
    Ok(all.into_iter().map(|(_, values)| values).collect())
}

impl Values {
    /// The values of a column that is at hand.
    pub(super) fn of(column: usize, rows: &[RawRow]) -> Self {
        let mut values = Self { column, rows: HashMap::new(), filled: 0 };
        for row in rows {
            values.see(row);
        }
        values
    }

    fn see(&mut self, row: &RawRow) {
        let text = text(row.cell(self.column));
        let text = trim(&text);
        if text.is_empty() || nothing(text).is_some() {
            return;
        }
        self.filled += 1;
        if let Some(rows) = self.rows.get_mut(text) {
            *rows += 1;
        } else if self.rows.len() < MOST {
            self.rows.insert(text.to_owned(), 1);
        }
    }
}

/// Where the values of these columns are found, of those whose header may mean several things in a kind.
pub(super) fn found(
    kind: &'static Kind,
    headers: &[String],
    values: &[Values],
    directory: &Directory,
) -> Vec<FoundValues> {
    let one = |values: &Values| {
        let fields = fields_of(kind, headers.get(values.column)?);
        let lists: Vec<_> =
            fields.iter().map(|field| field.ty.id_of().and_then(|of| directory.list(of))).collect();
        let is_in = |value: &str| -> Vec<bool> {
            let has = |found: Found<'_>| !matches!(found, Found::Nothing(_));
            lists.iter().map(|list| list.is_some_and(|list| has(list.known(value)))).collect()
        };
        let found = values.rows.iter().map(|(value, rows)| (*rows, is_in(value)));
        let found = found.filter(|(_, lists)| lists.contains(&true)).collect();
        let (column, filled) = (values.column, values.filled);
        (!fields.is_empty()).then_some(FoundValues { column, fields, values: found, filled })
    };
    values.iter().filter_map(one).collect()
}
