//! What a job waits for: another whose ID its body names and nobody knows yet.
//!
//! Must not know: how the journal finds the other, when it is made.

use crate::check::Record;
use crate::identity::{HashKey, JobKey, job_key};
use crate::kinds;
use crate::spec::{IdOf, IdTypes, Slot, awaited};

/// Another record that must be made first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The key by which the other is known.
    pub key: JobKey,
    /// Whose record it is, as the body names it until the ID is known.
    pub owner: String,
}

/// The texts of a record that are IDs of records that muster makes, each with whose IDs they are.
fn named(record: &Record) -> impl Iterator<Item = (IdOf, &str)> {
    record.named().flat_map(|(of, value)| value.texts().map(move |text| (of, text)))
}

/// Whose IDs a place holds, where muster makes their records.
pub(crate) fn made(slot: &Slot) -> Option<IdOf> {
    slot.ty().id_of().filter(|of| kinds::maker(*of).is_some())
}

/// Who the owners are of whose records' IDs this record waits for.
pub(crate) fn owners(record: &Record) -> impl Iterator<Item = (IdOf, &str)> {
    named(record).filter_map(|(of, text)| Some((of, awaited::owner(text)?)))
}

/// What the job of a record waits for, each once.
pub(super) fn of(record: &Record, ids: &IdTypes, key: &HashKey) -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::new();
    for (of, owner) in owners(record) {
        let Some((_, kind)) = kinds::maker(of) else { continue };
        let need = Need { key: job_key(kind, owner, ids, key), owner: owner.to_owned() };
        if !needs.contains(&need) {
            needs.push(need);
        }
    }
    needs
}
