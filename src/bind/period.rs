//! A column that is called for both ends of a period, and feeds neither: where they would go.
//!
//! Must not know: cells, mapping files.

use super::claims::Claims;
use crate::lexicon::periods::{self, Entry};
use crate::spec::Kind;

/// The ends of the period that a column is called for, unless others feed them: of the entry that it names, else
/// of that of the column beside it.
pub(super) fn ends(kind: &'static Kind, claims: &Claims, index: usize) -> Option<[String; 2]> {
    let header = claims.header(index);
    let of = |beside: Option<usize>| {
        let claim = claims.bound.iter().find(|claim| Some(claim.index) == beside)?;
        Entry::of(&claim.slot)
    };
    let beside = || of(index.checked_sub(1)).or_else(|| of(Some(index + 1)));
    let own = periods::named(kind, &header);
    let entry = own.or_else(|| if periods::is_bare(&header) { beside() } else { None })?;
    let ends = entry.ends();
    let is_fed = |path: &String| claims.bound.iter().any(|claim| *claim.path == **path);
    (!ends.iter().any(is_fed)).then_some(ends)
}
