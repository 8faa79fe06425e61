//! Rows of one record → one row: cells that are made of others, and entries of groups that stand in
//! rows below or in another sheet. Those go to the next entries, whose columns the binding grows as
//! they are needed.
//!
//! Must not know: which rows belong together.

use std::collections::HashMap;
use std::sync::Arc;

use super::child::ChildRow;
use super::derive;
use super::origins::{Origin, Origins, ReadAs};
use crate::bind::{Binding, ChildBinding, Column, Template, To};
use crate::problem::Place;
use crate::sheet::RawRow;
use crate::spec::{Slot, Target};

/// Gathers the rows of one sheet, for one kind.
#[derive(Debug)]
pub(crate) struct Gatherer {
    binding: Arc<Binding>,
    /// Where each path stands among the binding's columns.
    by_path: HashMap<Arc<str>, usize>,
    /// The first virtual column that is free.
    free: usize,
    /// The record that was gathered last.
    row: RawRow,
    origins: Origins,
    /// One row with its derived cells, and the columns that these were made of.
    flat: RawRow,
    made_of: Vec<(usize, usize)>,
}

/// Rows of a child sheet that belong to a record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Joined<'a> {
    /// How the child sheet is read.
    pub binding: &'a ChildBinding,
    /// Where it is: file and sheet.
    pub place: &'a Place,
    /// The rows.
    pub rows: &'a [ChildRow],
}

/// A list of entries: a group, or a custom module.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct List(Box<str>);

/// An entry's cell in a row below.
struct Found {
    column: Column,
    list: List,
    n: u16,
}

impl Gatherer {
    /// A gatherer for the rows of a sheet.
    pub(crate) fn new(binding: Binding) -> Self {
        let columns = || binding.columns.iter().enumerate();
        let by_path = columns().map(|(at, column)| (Arc::clone(&column.path), at)).collect();
        let last = columns().map(|(_, column)| column.index + 1).max();
        let free = last.unwrap_or(0).max(binding.shape.width);
        Self {
            binding: Arc::new(binding),
            by_path,
            free,
            row: RawRow::new(),
            origins: Origins::default(),
            flat: RawRow::new(),
            made_of: Vec::new(),
        }
    }

    /// The binding, with the columns that were grown so far.
    pub(crate) const fn binding(&self) -> &Arc<Binding> {
        &self.binding
    }

    /// Whether a record of a single row is its own row, with nothing to gather.
    pub(crate) fn is_plain(&self) -> bool {
        self.binding.shape.derives.is_empty() && self.binding.shape.children.is_empty()
    }

    /// Gather one record out of the rows that belong to it, of which the first is its own. `place`
    /// is the sheet. If the binding had to grow, its [`Arc`] is another one from here on.
    pub(crate) fn gather(&mut self, rows: &[RawRow], place: &Place, joined: &[Joined<'_>]) {
        self.origins.clear();
        let Some((own, below)) = rows.split_first() else { return };
        self.flatten(own);
        std::mem::swap(&mut self.row, &mut self.flat);
        for (column, from) in std::mem::take(&mut self.made_of) {
            self.put_origin(column, own.number(), from, place);
        }
        for row in below {
            self.append(row, place);
        }
        for child in joined {
            for row in child.rows {
                self.join(child, row);
            }
        }
    }

    /// The record that was gathered last: its row, and where cells of it stand.
    pub(crate) const fn gathered(&self) -> (&RawRow, &Origins) {
        (&self.row, &self.origins)
    }

    /// A row with its derived cells into the buffer.
    fn flatten(&mut self, row: &RawRow) {
        self.flat.copy_from(row);
        // What stands beyond the header must not pass for a gathered cell.
        self.flat.truncate(self.binding.shape.width);
        self.made_of.clear();
        let binding = Arc::clone(&self.binding);
        for derive in &binding.shape.derives {
            derive::apply(derive, row, &mut |made| {
                let column = match &derive.to {
                    To::Columns(columns) => columns.get(made.target).copied(),
                    To::Entries { columns, .. } => {
                        columns.get(made.target).map(|like| self.entry_column(like, made.entry))
                    }
                };
                if let Some(column) = column {
                    self.flat.put(column, made.cell);
                    self.made_of.push((column, made.from));
                }
            });
        }
    }

    /// Put the entries of a row behind those that are there.
    fn append(&mut self, row: &RawRow, place: &Place) {
        self.flatten(row);
        let flat = std::mem::take(&mut self.flat);
        let made_of = std::mem::take(&mut self.made_of);
        let used = self.used();
        let mut entries: Vec<(List, u16)> = Vec::new();
        let mut found: Vec<Found> = Vec::new();
        for column in &self.binding.columns {
            let Some((list, n)) = list(&column.slot) else { continue };
            let cell = flat.cell(column.index);
            if !cell.is_blank() || cell.is_bare_link() {
                if !entries.contains(&(list.clone(), n)) {
                    entries.push((list.clone(), n));
                }
                found.push(Found { column: column.clone(), list, n });
            }
        }
        for Found { column, list, n } in found {
            // Entries of the row close up: its third may be its only one.
            let rank = entries.iter().filter(|(other, m)| *other == list && *m < n).count();
            let before = used.get(&list).copied().unwrap_or(0);
            let next = before.saturating_add(u16::try_from(rank + 1).unwrap_or(u16::MAX));
            let target = self.like(&column, next);
            self.row.put(target, flat.cell(column.index));
            let made_of = made_of.iter().find(|(made, _)| *made == column.index);
            let from = made_of.map_or(column.index, |(_, from)| *from);
            let place = Place {
                row: Some(row.number()),
                column: u32::try_from(from).ok(),
                ..place.clone()
            };
            let read = Some(ReadAs::of(&column, self.binding.reading.epoch));
            let header = Some(column.header);
            self.origins.put(Origin { column: target, place, header, read });
        }
        self.flat = flat;
        self.made_of = made_of;
    }

    /// Put a row of a child sheet behind the entries that are there.
    fn join(&mut self, child: &Joined<'_>, row: &ChildRow) {
        let list = List(child.binding.group.key.into());
        let next = self.used().get(&list).copied().unwrap_or(0).saturating_add(1);
        for (at, column) in child.binding.columns.iter().enumerate() {
            let cell = row.cells.cell(at);
            if cell.is_blank() && !cell.is_bare_link() {
                continue;
            }
            let target = self.entry_column(&column.template, next);
            self.row.put(target, cell);
            let place = Place {
                row: Some(row.row),
                column: u32::try_from(column.index).ok(),
                ..child.place.clone()
            };
            let header = Some(Arc::clone(&column.header));
            let read = Some(ReadAs::of(&column.template.first, child.binding.epoch));
            self.origins.put(Origin { column: target, place, header, read });
        }
    }

    /// The cell of a virtual column stands where it was made of.
    fn put_origin(&mut self, column: usize, row: u32, from: usize, place: &Place) {
        let place = Place { row: Some(row), column: u32::try_from(from).ok(), ..place.clone() };
        self.origins.put(Origin { column, place, header: None, read: None });
    }

    /// The last entry with content of each list.
    fn used(&self) -> HashMap<List, u16> {
        let mut used: HashMap<List, u16> = HashMap::new();
        for column in &self.binding.columns {
            if let Some((list, n)) = list(&column.slot)
                && !self.row.cell(column.index).is_blank()
            {
                let last = used.entry(list).or_default();
                *last = n.max(*last);
            }
        }
        used
    }

    /// The column of a template's entry `n`; it is made where there is none.
    fn entry_column(&mut self, template: &Template, n: u16) -> usize {
        let column = template.entry(n, self.free);
        self.column(column)
    }

    /// The column of a place in another entry of its list; it is made where there is none.
    fn like(&mut self, column: &Column, n: u16) -> usize {
        let slot = at_entry(&column.slot, n);
        let path = slot.to_string().into();
        self.column(Column { index: self.free, slot: Arc::new(slot), path, ..column.clone() })
    }

    /// The column of that path; this one where there is none.
    fn column(&mut self, column: Column) -> usize {
        let known = self.by_path.get(&column.path).and_then(|at| self.binding.columns.get(*at));
        if let Some(known) = known {
            return known.index;
        }
        self.free += 1;
        let index = column.index;
        let columns = &mut Arc::make_mut(&mut self.binding).columns;
        self.by_path.insert(Arc::clone(&column.path), columns.len());
        columns.push(column);
        index
    }
}

/// The list that a place is in, and which entry of it.
fn list(slot: &Slot) -> Option<(List, u16)> {
    match &slot.target {
        Target::Entry { group, n, .. } | Target::EntryCustom { group, n, .. } => {
            Some((List(group.key.into()), *n))
        }
        Target::Module { module_id, n, .. } => {
            Some((List(format!("module:{module_id}").into()), *n))
        }
        Target::Field(_) | Target::Custom { .. } => None,
    }
}

/// The same place in another entry.
fn at_entry(slot: &Slot, entry: u16) -> Slot {
    let mut slot = slot.clone();
    match &mut slot.target {
        Target::Entry { n, .. } | Target::EntryCustom { n, .. } | Target::Module { n, .. } => {
            *n = entry;
        }
        Target::Field(_) | Target::Custom { .. } => {}
    }
    slot
}
