//! How a record is gathered from more than the cells of its own row: columns that are made of
//! others, and rows of another sheet.
//!
//! Must not know: cells.

use std::sync::Arc;

use super::binding::Column;
use crate::mapping::ChildMapping;
pub use crate::reading::{Op, Transform};
use crate::spec::{Group, Slot, Target};

/// What a binding wants beside the columns of its header. Columns from [`Shape::width`] on are
/// virtual: their cells are gathered.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// Columns of the header; the first virtual column.
    pub width: usize,
    /// Virtual columns that are made of columns of the header.
    pub derives: Vec<Derive>,
    /// Sheets whose rows belong to the records of this one.
    pub children: Vec<Child>,
    /// Columns of the header that feed nothing and name what the department of another column stands
    /// below, from the top on.
    pub above: Vec<usize>,
}

/// Virtual columns that are made of one or several columns.
#[derive(Clone, Debug)]
pub struct Derive {
    /// The columns that it is made of, from 0; at least one.
    pub from: Vec<usize>,
    /// Their headers as the file has them: `姓 + 名`.
    pub header: Arc<str>,
    /// How parts are made of them.
    pub op: Op,
    /// What is done to each part, in order.
    pub transforms: Vec<Transform>,
    /// Where the parts go, in order.
    pub to: To,
}

/// Where the parts of a derived value go.
#[derive(Clone, Debug)]
pub enum To {
    /// Each part to one virtual column: `Column::index`.
    Columns(Vec<usize>),
    /// The cell holds several entries of a group: the `n`-th goes to the group's entry `n`.
    Entries {
        /// The group.
        group: &'static Group,
        /// What stands between entries.
        separator: String,
        /// The columns of an entry; that of entry 1 is among the binding's columns.
        columns: Vec<Template>,
    },
}

/// One column of each entry of a group.
#[derive(Clone, Debug)]
pub struct Template {
    /// The column of entry 1.
    pub first: Column,
    /// Columns of entries that the mapping file gives labels or `on_bad` of their own.
    pub special: Vec<(u16, Column)>,
}

impl Template {
    /// The column of each entry that has one of its own.
    pub fn columns_mut(&mut self) -> impl Iterator<Item = &mut Column> {
        let special = self.special.iter_mut().map(|(_, column)| column);
        special.chain([&mut self.first])
    }
}

/// A sheet whose rows belong to the records of this one.
#[derive(Clone, Debug)]
pub struct Child {
    /// What the mapping file says of it.
    pub mapping: Arc<ChildMapping>,
    /// The column of this sheet, from 0, whose text the child's key column repeats.
    pub key_parent: usize,
}

impl Shape {
    /// The columns of the sheet that a virtual column is made of; none for any other.
    pub fn made_of(&self, column: usize) -> &[usize] {
        self.derives
            .iter()
            .find(|derive| match &derive.to {
                To::Columns(columns) => columns.contains(&column),
                To::Entries { columns, .. } => {
                    columns.iter().any(|template| template.first.index == column)
                }
            })
            .map(|derive| derive.from.as_slice())
            .unwrap_or_default()
    }
}

impl Template {
    /// The column of entry `n` (from 1), at a column of the gathered row.
    pub fn entry(&self, n: u16, index: usize) -> Column {
        let special = self.special.iter().find(|(entry, _)| *entry == n);
        let mut column = special.map_or_else(|| self.first.clone(), |(_, column)| column.clone());
        column.index = index;
        let slot = at_entry(&column.slot, n);
        column.path = slot.to_string().into();
        column.slot = Arc::new(slot);
        column
    }
}

/// The same place of entry `n`; what is not in a group stays where it is.
pub(super) fn at_entry(slot: &Slot, n: u16) -> Slot {
    let target = match slot.target.clone() {
        Target::Entry { group, field, .. } => Target::Entry { group, n, field },
        Target::EntryCustom { group, object_id, ty, .. } => {
            Target::EntryCustom { group, n, object_id, ty }
        }
        Target::Module { module_id, object_id, ty, .. } => {
            Target::Module { module_id, n, object_id, ty }
        }
        same @ (Target::Field(_) | Target::Custom { .. }) => same,
    };
    Slot { kind: slot.kind, target }
}
