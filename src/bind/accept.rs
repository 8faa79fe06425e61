//! `--accept-suggestions`: the likeliest meaning of a column is taken, where it is likely enough
//! and nothing contradicts it. Never without being told so.
//!
//! Must not know: problems.

use std::collections::HashMap;

use super::claim::Claim;
use super::claims::Claims;
use crate::lexicon::path::Customs;
use crate::lexicon::suggest;
use crate::lexicon::typed;
use crate::spec::Kind;

/// A suggestion that was taken.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Taken {
    /// The column, from 0.
    pub(super) index: usize,
    /// The field's path.
    pub(super) path: String,
    /// How likely it was.
    pub(super) confidence: f64,
}

/// Bind the unbound columns whose likeliest meaning has at least this confidence: if no other
/// meaning is as likely, no column feeds that place, and no other column would.
pub(super) fn take(claims: &mut Claims, kind: &'static Kind, least: f64) -> Vec<Taken> {
    let mut wishes: Vec<Taken> = Vec::new();
    for (index, known) in &claims.unbound {
        let header = claims.header(*index);
        let ranked = suggest::with_known(kind, &header, known.as_deref(), 2);
        let [first, rest @ ..] = ranked.as_slice() else { continue };
        let alone = rest.iter().all(|other| other.confidence < first.confidence);
        let free = claims.bound.iter().all(|claim| *claim.path != *first.path);
        if first.confidence >= least && alone && free {
            let (path, confidence) = (first.path.clone(), first.confidence);
            wishes.push(Taken { index: *index, path, confidence });
        }
    }
    let mut wanted: HashMap<String, usize> = HashMap::new();
    for wish in &wishes {
        *wanted.entry(wish.path.clone()).or_default() += 1;
    }
    wishes.retain(|wish| wanted.get(&wish.path) == Some(&1));
    wishes.retain(|wish| match typed::parse(kind, &wish.path, &Customs::new()) {
        Ok(slot) => {
            claims.bound.push(Claim::new(wish.index, slot, false));
            claims.unbound.retain(|(index, _)| *index != wish.index);
            true
        }
        Err(_) => false,
    });
    wishes
}
