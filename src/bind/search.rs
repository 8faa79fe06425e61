//! Which of a sheet's first rows are its header: those in which most columns bind, by a mapping and
//! by their own names.
//!
//! Must not know: how headings are folded in, what is done with the header.

use std::collections::HashSet;

use super::{beside, claims};
use crate::header::{self, COLUMNS, Header, Names, Sought};
use crate::mapping::RecordMapping;
use crate::sheet::{Outline, RawRow};
use crate::spec::Kind;

/// The header: the one in which most columns bind for one of the kinds, with up to two rows of
/// headings; of equals the first. None where nothing binds. A mapping file's `header_row` decides.
pub fn header(
    rows: &[RawRow],
    outline: &Outline,
    kinds: &[&'static Kind],
    mapping: Option<&RecordMapping>,
) -> Option<Header> {
    if let Some(number) = mapping.and_then(|mapping| mapping.header_row) {
        return header_at(rows, outline, number, kinds, mapping);
    }
    let bound = |names: Names<'_>| bound(names, kinds, mapping);
    let mut found = header::find(rows, outline, sought(kinds, mapping, &bound))?;
    beside::set_apart(&mut found, rows, kinds, mapping);
    Some(found)
}

/// The header of which the row with this number is one; none where that row is not there or blank.
pub fn header_at(
    rows: &[RawRow],
    outline: &Outline,
    number: u32,
    kinds: &[&'static Kind],
    mapping: Option<&RecordMapping>,
) -> Option<Header> {
    let bound = |names: Names<'_>| bound(names, kinds, mapping);
    let mut found = header::at(rows, outline, number, sought(kinds, mapping, &bound))?;
    beside::set_apart(&mut found, rows, kinds, mapping);
    Some(found)
}

fn sought<'a>(
    kinds: &'a [&'static Kind],
    mapping: Option<&RecordMapping>,
    meanings: &'a dyn Fn(Names<'_>) -> HashSet<usize>,
) -> Sought<'a> {
    let ignored = mapping.map_or(0, |mapping| mapping.ignore.len());
    Sought { kinds, meanings, told: mapping.is_some(), ignored }
}

/// The columns with a place of their own, which no column before feeds, or listed as ignored: for the
/// kind for which these are most.
fn bound(
    names: Names<'_>,
    kinds: &[&'static Kind],
    mapping: Option<&RecordMapping>,
) -> HashSet<usize> {
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
        columns
    };
    kinds.iter().map(of_kind).max_by_key(HashSet::len).unwrap_or_default()
}
