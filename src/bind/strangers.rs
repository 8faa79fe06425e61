//! A phone or an e-mail address directly right of another person (配偶, 监护人): it may be theirs.
//!
//! Must not know: cells, how headings are folded in.

use super::claim::Claim;
use super::claims::Claims;
use crate::lexicon::headings;
use crate::lexicon::relations;
use crate::problem::{Code, Complaint, quoted};
use crate::sheet::address::column_name;
use crate::spec::{KeyKind, Kind};

impl Claims {
    /// Say of each that it is read as the row's own person's, with the lines that settle it.
    pub(super) fn beside_people(&mut self, kind: &'static Kind) {
        let keys: Vec<&str> = [KeyKind::Mobile, KeyKind::Email]
            .into_iter()
            .filter_map(|key| Some(kind.key(key)?.field))
            .collect();
        let is_key = |claim: &&Claim| claim.by_name && keys.contains(&&*claim.path);
        let told: Vec<(usize, Complaint)> = self
            .bound
            .iter()
            .filter(is_key)
            .filter_map(|claim| {
                let (column, person) = self.person_before(claim.index)?;
                let letter = column_name(u32::try_from(column).unwrap_or(u32::MAX));
                let header = quoted(&self.written(claim.index));
                let own = format!("{header} = {}", quoted(&claim.path));
                let theirs = format!("ignore = [{header}]");
                let args = [format!("{letter} {person}"), own, theirs];
                Some((claim.index, Complaint::with(Code::HeaderBesidePerson, args)))
            })
            .collect();
        self.beside.extend(told);
    }

    /// The other person directly left of a column, but for how they are related.
    fn person_before(&self, column: usize) -> Option<(usize, &str)> {
        let mut column = column;
        loop {
            column = column.checked_sub(1)?;
            let (_, text) = self.headers.iter().find(|(at, _)| *at == column)?;
            let is_bound = self.bound.iter().any(|claim| claim.index == column);
            if !is_bound && !text.contains('-') && headings::is_another(text) {
                return Some((column, text));
            }
            if is_bound || !relations::speaks_of_one(text) {
                return None;
            }
        }
    }
}
