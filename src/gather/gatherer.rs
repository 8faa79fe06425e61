//! Rows of one record → one row: entries of groups that stand in rows below go to the next entries,
//! whose columns the binding grows as they are needed.
//!
//! Must not know: which rows belong together.

use std::collections::HashMap;
use std::sync::Arc;

use super::origins::{Origin, Origins};
use crate::bind::{Binding, Column};
use crate::problem::Place;
use crate::sheet::RawRow;
use crate::spec::{Slot, Target};

/// Gathers the rows of one sheet, for one kind.
#[derive(Debug)]
pub struct Gatherer {
    binding: Arc<Binding>,
    /// Where each path stands among the binding's columns.
    by_path: HashMap<Arc<str>, usize>,
    /// The first virtual column that is free.
    free: usize,
    row: RawRow,
    origins: Origins,
}

/// A list of entries: a group, or a custom module.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct List(Box<str>);

impl Gatherer {
    /// A gatherer for the rows of a sheet.
    pub fn new(binding: Binding) -> Self {
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
        }
    }

    /// The binding, with the columns that were grown so far.
    pub fn binding(&self) -> &Arc<Binding> {
        &self.binding
    }

    /// Gather one record out of the rows that belong to it, of which the first is its own. `place`
    /// is the sheet. If the binding had to grow, its [`Arc`] is another one from here on.
    pub fn gather(&mut self, rows: &[RawRow], place: &Place) {
        self.origins.clear();
        let Some((own, below)) = rows.split_first() else { return };
        self.row.copy_from(own);
        for row in below {
            self.append(row, place);
        }
    }

    /// The record that was gathered last: its row, and where cells of it stand.
    pub const fn gathered(&self) -> (&RawRow, &Origins) {
        (&self.row, &self.origins)
    }

    /// Put the entries of a row behind those that are there.
    fn append(&mut self, row: &RawRow, place: &Place) {
        let used = self.used();
        let mut seen: Vec<(List, u16)> = Vec::new();
        let mut found: Vec<(usize, List, u16)> = Vec::new();
        for (at, column) in self.binding.columns.iter().enumerate() {
            let Some((list, n)) = list(&column.slot) else { continue };
            let is_own = column.index < self.binding.shape.width;
            if is_own && !row.cell(column.index).is_blank() {
                if !seen.contains(&(list.clone(), n)) {
                    seen.push((list.clone(), n));
                }
                found.push((at, list, n));
            }
        }
        for (at, list, n) in found {
            // Entries of the row close up: its third may be its only one.
            let rank = seen.iter().filter(|(other, m)| *other == list && *m < n).count();
            let before = used.get(&list).copied().unwrap_or(0);
            let next = before.saturating_add(u16::try_from(rank + 1).unwrap_or(u16::MAX));
            let Some(column) = self.binding.columns.get(at).cloned() else { continue };
            let target = self.column(&column, next);
            self.row.put(target, row.cell(column.index));
            let place = Place {
                row: Some(row.number()),
                column: u32::try_from(column.index).ok(),
                ..place.clone()
            };
            self.origins.put(Origin { column: target, place, header: Some(column.header) });
        }
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

    /// The column of a place in another entry of its list; it is made where there is none.
    fn column(&mut self, like: &Column, n: u16) -> usize {
        let slot = at_entry(&like.slot, n);
        let path: Arc<str> = slot.to_string().into();
        if let Some(column) = self.by_path.get(&path).and_then(|at| self.binding.columns.get(*at)) {
            return column.index;
        }
        let index = self.free;
        self.free += 1;
        let column =
            Column { index, slot: Arc::new(slot), path: Arc::clone(&path), ..like.clone() };
        let columns = &mut Arc::make_mut(&mut self.binding).columns;
        self.by_path.insert(path, columns.len());
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
