//! Counts what a delivery does, for progress.
//!
//! Must not know: where outcomes come from.

use std::time::Duration;

use tokio::time::Instant;

use super::event::{KindProgress, Progress};
use crate::api::Pacers;
use crate::journal::{Event, Remaining};
use crate::kinds;
use crate::spec::{KindId, PerKind};

/// Progress is told at most this often.
const EVERY: Duration = Duration::from_millis(100);

/// The counts of each kind.
#[derive(Debug)]
pub(super) struct Tally {
    kinds: PerKind<KindProgress>,
    told: Instant,
    changed: bool,
}

impl Tally {
    /// What is there to do.
    pub(super) fn new(remaining: &[(KindId, Remaining)], now: Instant) -> Self {
        let kinds = PerKind::of(|kind| {
            let found = remaining.iter().find(|(other, _)| *other == kind);
            let left = found.map(|(_, left)| *left).unwrap_or_default();
            let total = left.pending
                + left.cleared
                + left.waiting
                + left.held
                + left.sending
                + left.in_doubt;
            KindProgress { unknown: left.in_doubt, ..KindProgress::new(kind, total) }
        });
        Self { kinds, told: now, changed: true }
    }

    fn of(&mut self, kind: KindId) -> &mut KindProgress {
        self.changed = true;
        &mut self.kinds[kind]
    }

    /// Nothing was there to do.
    pub(super) fn is_empty(&self) -> bool {
        self.kinds.values().all(|kind| kind.total == 0)
    }

    /// Creates on their way.
    pub(super) fn in_flight(&self) -> u64 {
        self.kinds.values().map(|kind| kind.in_flight).sum()
    }

    /// Creates of a kind on their way.
    pub(super) fn in_flight_of(&self, kind: KindId) -> u64 {
        self.kinds[kind].in_flight
    }

    /// A create left.
    pub(super) fn sent(&mut self, kind: KindId) {
        self.of(kind).in_flight += 1;
    }

    /// A create came back.
    pub(super) fn came_back(&mut self, kind: KindId) {
        let kind = self.of(kind);
        kind.in_flight = kind.in_flight.saturating_sub(1);
    }

    /// Something happened to a job. `doubted` = an earlier attempt was open before it.
    pub(super) fn happened(&mut self, kind: KindId, event: &Event, doubted: bool) {
        let count = self.of(kind);
        match event {
            Event::Created { .. } | Event::FoundAfterDoubt { .. } => {
                count.created += 1;
                count.unknown = count.unknown.saturating_sub(u64::from(doubted));
            }
            Event::LookedUpExisting { .. } => count.existing += 1,
            Event::LookedUpConflict { .. } if !doubted => count.conflict += 1,
            Event::Refused { .. } if !doubted => count.refused += 1,
            Event::Lost { .. } | Event::TokenSeen => count.unknown += u64::from(!doubted),
            Event::AbsentAfterDoubt { last: true } | Event::NewToken => {
                count.unknown = count.unknown.saturating_sub(1);
            }
            Event::Blocked { .. } => count.blocked += 1,
            Event::LookedUpAbsent { .. }
            | Event::ClearedAnyway { .. }
            | Event::LookedUpConflict { .. }
            | Event::Leased { .. }
            | Event::NeverSent { .. }
            | Event::Throttled { .. }
            | Event::Refused { .. }
            | Event::Duplicate { .. }
            | Event::AbsentAfterDoubt { .. }
            | Event::StillUnknown { .. }
            | Event::SendAgainSameToken { .. }
            | Event::Amended
            | Event::Withdrawn
            | Event::DecidedCreated { .. }
            | Event::DecidedNotCreated
            | Event::Recovered
            | Event::Held
            | Event::Freed => {}
        }
    }

    /// What to tell, if it is time to.
    pub(super) fn progress(
        &mut self,
        pacers: &Pacers,
        now: Instant,
        last: bool,
    ) -> Option<Progress> {
        if !self.changed || (!last && now.duration_since(self.told) < EVERY) {
            return None;
        }
        self.changed = false;
        self.told = now;
        let kinds: Vec<KindProgress> =
            self.kinds.values().filter(|kind| kind.total > 0).copied().collect();
        let left = kinds
            .iter()
            .map(|kind| {
                let left = kind.total.saturating_sub(kind.done() + kind.unknown);
                pacers.of(kinds::of(kind.kind).remote.create).forecast(left)
            })
            .max()
            .filter(|left| !left.is_zero());
        Some(Progress { kinds, left })
    }
}
