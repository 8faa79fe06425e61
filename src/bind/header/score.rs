//! How good a header a row would be.
//!
//! Must not know: other rows.

use std::collections::HashSet;

use super::fold::Folded;
use super::grid::COLUMNS;
use crate::bind::claims::{self, Names};
use crate::mapping::RecordMapping;
use crate::spec::Kind;

/// Compared from the first field to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score {
    /// Columns with a meaning of their own: a place that no column before has, another person's,
    /// or listed as ignored.
    pub(super) columns: usize,
    /// Of these, columns that have it by their heading.
    told: usize,
}

impl Score {
    /// What a row must be better than.
    pub(super) const NOTHING: Self = Self { columns: 0, told: usize::MAX };

    /// Whether it is better than `other`. What headings tell decides only between readings that
    /// share a row: headers far below that repeat the first are no better for being folded.
    pub(super) fn beats(self, other: Self, shares: bool) -> bool {
        if shares { self > other } else { self.columns > other.columns }
    }

    /// For the kind for which most columns bind.
    pub(super) fn of(
        folded: &Folded,
        kinds: &[&'static Kind],
        mapping: Option<&RecordMapping>,
    ) -> Self {
        let names = Names { row: &folded.row, own: &folded.own };
        let of_kind = |kind: &&'static Kind| {
            let mapping = mapping.filter(|mapping| mapping.kind == kind.id);
            let claims = claims::of(kind, names, mapping, COLUMNS);
            let (mut columns, mut paths) = (HashSet::new(), HashSet::new());
            for claim in &claims.bound {
                if paths.insert(&claim.path) {
                    columns.insert(claim.index);
                }
            }
            columns.extend(claims.ignored.iter().copied());
            // What is bound by nobody else's heading is a column of its own.
            (columns.len(), columns)
        };
        let best = kinds.iter().map(of_kind).max_by_key(|(count, _)| *count);
        let (count, columns) = best.unwrap_or_default();
        if count == 0 {
            return Self { columns: 0, told: 0 };
        }
        let foreign = folded.foreign.iter().filter(|column| !columns.contains(column)).count();
        Self { columns: count + foreign, told: folded.told }
    }
}
