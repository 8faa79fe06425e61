//! Columns of the levels of a tree (一级部门 … 五级部门): one path where no other column says the department,
//! else what the department of that column stands below.
//!
//! Must not know: how a header says a level, cells.

use std::sync::Arc;

use super::claim::Claim;
use super::claims::Claims;
use super::virtuals::Derived;
use crate::lexicon::aspects::{self, Aspect};
use crate::lexicon::levels;
use crate::spec::{Field, Kind, Slot, Target};

impl Claims {
    /// Take the columns of levels that feed nothing else, where they are several and tell of each level
    /// once. Virtual columns begin at `width`.
    pub(super) fn levels(&mut self, kind: &'static Kind, width: usize) {
        let has_tree =
            |field: &&Field| field.ty.id_of().is_some_and(|of| aspects::goes_by(of, Aspect::Path));
        let Some(field) = kind.fields.iter().find(has_tree) else { return };
        let level = |(column, _): &(usize, Option<String>)| {
            Some((levels::level(&self.header(*column))?, *column))
        };
        let mut found: Vec<(u8, usize)> = self.unbound.iter().filter_map(level).collect();
        found.sort_unstable();
        if found.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return;
        }
        let mut from: Vec<usize> = found.into_iter().map(|(_, column)| column).collect();
        let fed = self.bound.iter().find(|claim| *claim.path == *field.key);
        if let Some(read) = fed.map(|claim| claim.index) {
            let rest = self.unbound.iter().map(|(column, _)| *column);
            from.extend(rest.filter(|column| levels::is_parent(&self.header(*column))));
            self.second.extend(from.iter().map(|column| (*column, read)));
            self.ignored.extend(&from);
            self.unbound.retain(|(column, _)| !from.contains(column));
            self.above = from;
            return;
        }
        if from.len() < 2 {
            return;
        }
        self.unbound.retain(|(column, _)| !from.contains(column));
        let first = self.derived.iter().map(|derived| derived.first + derived.count).max();
        let first = first.unwrap_or(width).max(width);
        let slot = Slot { kind: kind.id, target: Target::Field(field) };
        self.bound.push(Claim::new(first, slot, true));
        let headers: Vec<_> = from.iter().map(|column| self.header(*column)).collect();
        let header = headers.join(" + ").into();
        self.derived.push(Derived { which: None, from, header, first, count: 1 });
    }

    /// The paths that columns make by their own names: the columns, from the top on, and the place.
    pub(crate) fn paths(&self) -> Vec<(Vec<usize>, Arc<str>)> {
        let of_levels = self.derived.iter().filter(|made| made.which.is_none());
        let place = |made: &Derived| {
            let claim = self.bound.iter().find(|claim| made.fills(claim.index))?;
            Some((made.from.clone(), Arc::clone(&claim.path)))
        };
        of_levels.filter_map(place).collect()
    }

    /// The place of whose path a column is a level.
    pub(crate) fn level_of(&self, column: usize) -> Option<Arc<str>> {
        let made = self.paths().into_iter().find(|(from, _)| from.contains(&column));
        let above = || {
            let (_, read) = self.second.iter().find(|(second, _)| *second == column)?;
            let is_above = self.above.contains(&column);
            let claim = self.bound.iter().find(|claim| claim.index == *read && is_above)?;
            Some(Arc::clone(&claim.path))
        };
        made.map(|(_, path)| path).or_else(above)
    }
}
