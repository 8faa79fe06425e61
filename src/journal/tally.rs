//! What a process knows of a run because it planned it itself: how its records were admitted, and which
//! of them are open. So nobody goes through a million records to count those that nothing changes any
//! more.
//!
//! Must not know: SQL, how a record is admitted.

use std::collections::BTreeMap;

use crate::spec::KindId;

use super::fate::Admitted;
use super::run::RunId;

/// Spans that lie so close are read as one.
const NEAR: u32 = 64;

/// Records after one and up to another.
pub(super) type Span = (u32, u32);

/// A run that this process planned, from its first record on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) run: RunId,
    /// Records by kind and admission.
    counts: BTreeMap<(KindId, Admitted), u64>,
    /// Of those that are `changed`, whose job it was.
    changed: BTreeMap<RunId, u64>,
    /// Where the records are whose fate is their job's; others may lie between.
    open: Vec<Span>,
    /// The same without those that are new.
    earlier: Vec<Span>,
}

impl Tally {
    /// Of a run that has no record yet.
    pub(super) fn new(run: RunId) -> Self {
        let (counts, changed) = (BTreeMap::new(), BTreeMap::new());
        Self { run, counts, changed, open: Vec::new(), earlier: Vec::new() }
    }

    /// Of a run of whose records every one that passed was done before: so many passed, and failed, by
    /// kind.
    pub(super) fn of_done(run: RunId, records: &BTreeMap<KindId, (u64, u64)>) -> Self {
        let mut tally = Self::new(run);
        for (kind, (valid, invalid)) in records {
            let of_kind = [(Admitted::Unchanged, *valid), (Admitted::Invalid, *invalid)];
            let some = of_kind.into_iter().filter(|(_, count)| *count > 0);
            tally.counts.extend(some.map(|(admitted, count)| ((*kind, admitted), count)));
        }
        tally
    }

    /// A record was admitted.
    pub(super) fn see(&mut self, record: u32, kind: KindId, admitted: Admitted) {
        *self.counts.entry((kind, admitted)).or_insert(0) += 1;
        if admitted.decided().is_none() {
            extend(&mut self.open, record);
            if admitted != Admitted::New {
                extend(&mut self.earlier, record);
            }
        }
    }

    /// A record is `changed` since this run.
    pub(super) fn see_changed(&mut self, since: RunId) {
        *self.changed.entry(since).or_insert(0) += 1;
    }

    /// Records by kind and admission.
    pub(super) fn counts(&self) -> impl Iterator<Item = (KindId, Admitted, u64)> {
        self.counts.iter().map(|((kind, admitted), count)| (*kind, *admitted, *count))
    }

    /// Of those that are `changed`, how many since which run.
    pub(super) fn changed(&self) -> impl Iterator<Item = (RunId, u64)> {
        self.changed.iter().map(|(run, count)| (*run, *count))
    }

    /// Where the records are whose fate is their job's.
    pub(super) fn open(&self) -> &[Span] {
        &self.open
    }

    /// Where those are of them that are not new.
    pub(super) fn earlier(&self) -> &[Span] {
        &self.earlier
    }
}

/// Take in the next record.
fn extend(spans: &mut Vec<Span>, record: u32) {
    match spans.last_mut() {
        Some((_, last)) if record.saturating_sub(*last) <= NEAR => *last = record,
        Some(_) | None => spans.push((record.saturating_sub(1), record)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_lies_in_its_spans() {
        let mut tally = Tally::new(RunId(1));
        let kind = KindId::Talent;
        for record in 1..=400 {
            let admitted = match record {
                1 | 70 => Admitted::New,
                200 => Admitted::Unknown,
                201 => Admitted::TakeOver,
                _ => Admitted::Unchanged,
            };
            tally.see(record, kind, admitted);
        }
        assert_eq!(tally.open(), [(0, 1), (69, 70), (199, 201)]);
        assert_eq!(tally.earlier(), [(199, 201)]);
        let unchanged = tally.counts().find(|(_, admitted, _)| *admitted == Admitted::Unchanged);
        assert_eq!(unchanged, Some((kind, Admitted::Unchanged, 396)));
    }
}
