//! Which cells tell of one column's dates: its own, both ends of a period in it, or what a mapping
//! file makes of it; and which columns are read as they prove.
//!
//! Must not know: what a date proves.

use std::sync::Arc;

use crate::bind::{Binding, Column, DateOrder, Derive, Template, To};
use crate::rows::{derive, period};
use crate::sheet::{RawCell, RawRow};
use crate::spec::Span;

/// What of a row tells of a column.
#[derive(Debug)]
pub(super) enum Feeds {
    /// Its cell.
    Cell,
    /// Both ends of the period in its cell.
    Period,
    /// What is made of it, at these of the places.
    Made(Derive, Vec<usize>),
}

/// Each column of the sheet that is dates or of which dates are made, with its header and the first
/// column that it feeds.
pub(super) fn of(binding: &Binding) -> Vec<(Feeds, usize, &Arc<str>, &Column)> {
    let own = binding
        .columns
        .iter()
        .filter(|column| is_open(column) && binding.shape.made_of(column.index).is_empty());
    let own = own.map(|column| (Feeds::of_column(column), column.index, &column.header, column));
    let made = binding.shape.derives.iter().filter_map(|derive| {
        let places = places(derive, binding);
        let (_, first) = places.first()?;
        let feeds = Feeds::Made(derive.clone(), places.iter().map(|(at, _)| *at).collect());
        Some((feeds, *derive.from.first()?, &derive.header, *first))
    });
    own.chain(made).collect()
}

/// The places of a derived value that are dates, each with its column.
fn places<'b>(derive: &'b Derive, binding: &'b Binding) -> Vec<(usize, &'b Column)> {
    let columns: Vec<Option<&Column>> = match &derive.to {
        To::Columns(columns) => columns
            .iter()
            .map(|index| binding.columns.iter().find(|column| column.index == *index))
            .collect(),
        To::Entries { columns, .. } => columns.iter().map(|of| Some(&of.first)).collect(),
    };
    let columns = columns.into_iter().enumerate();
    columns.filter_map(|(at, column)| column.filter(|c| is_open(c)).map(|c| (at, c))).collect()
}

impl Feeds {
    /// A column by itself.
    pub(super) fn of_column(column: &Column) -> Self {
        let is_period = column.slot.ty().span() == Some(Span::Period);
        if is_period { Self::Period } else { Self::Cell }
    }

    /// Whether both tell of one column.
    pub(super) fn same(&self, other: &Self, index: usize, others: usize) -> bool {
        match (self, other) {
            (Self::Made(one, _), Self::Made(other, _)) => one.from == other.from,
            (Self::Cell | Self::Period, Self::Cell | Self::Period) => index == others,
            (Self::Made(..), Self::Cell | Self::Period)
            | (Self::Cell | Self::Period, Self::Made(..)) => false,
        }
    }

    /// The cells of a row that tell.
    pub(super) fn each(&self, row: &RawRow, index: usize, see: &mut dyn FnMut(RawCell<'_>)) {
        match (self, row.cell(index)) {
            (Self::Cell, cell) => see(cell),
            (Self::Period, RawCell::Text(text)) => {
                if let Some(period) = period::split(text) {
                    see(RawCell::Text(&period.first));
                    see(RawCell::Text(&period.last));
                }
            }
            (Self::Period, _) => {}
            (Self::Made(derive, places), _) => derive::apply(derive, row, &mut |made| {
                if places.contains(&made.target) {
                    see(made.cell);
                }
            }),
        }
    }

    /// Have everything that a column feeds read in this order.
    pub(super) fn apply(&self, binding: &mut Binding, index: usize, order: DateOrder) {
        let mut fed = vec![index];
        if let Self::Made(made, _) = self {
            fed.clear();
            let derives = binding.shape.derives.iter_mut();
            for derive in derives.filter(|derive| derive.from == made.from) {
                match &mut derive.to {
                    To::Columns(columns) => fed.extend_from_slice(columns),
                    To::Entries { columns, .. } => {
                        fed.extend(columns.iter().map(|template| template.first.index));
                        for template in columns {
                            set(template, order);
                        }
                    }
                }
            }
        }
        for column in binding.columns.iter_mut().filter(|column| fed.contains(&column.index)) {
            if is_open(column) {
                column.proven.dates = Some(order);
            }
        }
    }
}

/// Have every entry's column read in this order.
pub(super) fn set(template: &mut Template, order: DateOrder) {
    for column in template.columns_mut().filter(|column| is_open(column)) {
        column.proven.dates = Some(order);
    }
}

/// A column of dates of which no order is told, nor proven yet.
pub(super) fn is_open(column: &Column) -> bool {
    column.dates.or(column.proven.dates).is_none() && column.slot.ty().span().is_some()
}
