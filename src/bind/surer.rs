//! Several columns for the ID of one thing: 部门ID beside 部门名称. Only one is read, the surest; those that
//! say the same less surely give way.
//!
//! Must not know: cells, problems.

use std::sync::Arc;

use super::claim::Claim;
use crate::lexicon::aspects;

/// The columns that give way, each with the one that is read. What a mapping file lists is surer than
/// any header; two that are as sure as each other both stay, and are told.
pub(super) fn give_way(bound: &[Claim], header: impl Fn(usize) -> Arc<str>) -> Vec<(usize, usize)> {
    let sureness = |claim: &Claim| claim.by_name.then(|| aspects::sureness(&header(claim.index)));
    let mut given = Vec::new();
    for claim in bound.iter().filter(|claim| claim.by_name && is_id(claim)) {
        let surest = bound
            .iter()
            .filter(|other| other.path == claim.path && other.index != claim.index)
            .min_by_key(|other| sureness(other));
        if let Some(surest) = surest.filter(|surest| sureness(surest) < sureness(claim)) {
            given.push((claim.index, surest.index));
        }
    }
    given
}

fn is_id(claim: &Claim) -> bool {
    claim.slot.ty().id_of().is_some()
}
