//! After doubt: looks at what may have been made, and writes down what the looks make of it.
//!
//! Must not know: how a look is done (`ask`, `lookup`), what it says (`doubt`).

use std::time::Duration;

use jiff::Timestamp;

use super::doubt::{self, EmploymentRead, Facts, Step, Undecided};
use super::event::Phase;
use super::lookup::{Batch, Wanted};
use super::run::{Loop, Mode, Sight};
use super::running::{Members, Running};
use super::slot::Slot;
use crate::api::reads::BATCH;
use crate::identity::LookupKeys;
use crate::identity::judge::Employment;
use crate::journal::{Doubt, Event, LookNote, MAX_SENDS};
use crate::kinds;
use crate::plan::JobId;
use crate::problem::{Complaint, Reason};
use crate::spec::{KindId, Search};

/// What the journal knows of a doubt, for the tables.
fn facts(doubt: &Doubt) -> Facts {
    Facts {
        since: doubt.since,
        attempted: doubt.last_attempt_at,
        sends: doubt.sends,
        absent_before: doubt.was_cleared_before,
        token_seen: doubt.token_seen,
        token_renewed: doubt.tokens_spent > 0,
    }
}

/// Whether there is nothing to look it up by.
fn is_keyless(keys: &LookupKeys) -> bool {
    let mobile = keys.mobile.as_ref().is_some_and(|(dial, _)| !dial.is_empty());
    keys.document.is_none() && !mobile && keys.email.is_none() && keys.employment.is_none()
}

/// The event that a step is, and when to look again.
fn event(
    step: Step,
    facts: &Facts,
    now: Timestamp,
    delays: &[Duration],
) -> (Event, Option<Timestamp>) {
    match step {
        Step::Created(remote) => (Event::FoundAfterDoubt { remote }, None),
        Step::Conflict(why) => {
            (Event::LookedUpConflict { reason: Reason::Found(why.code()) }, None)
        }
        Step::Again => (Event::AbsentAfterDoubt { last: true }, None),
        Step::SameToken => (Event::SendAgainSameToken { not_before: now }, None),
        Step::NewToken => (Event::NewToken, None),
        Step::LookAgain | Step::AskVisible => {
            let next = doubt::next_look(facts.attempted, Some(now), delays);
            (Event::AbsentAfterDoubt { last: false }, next)
        }
        Step::Stay(why) => (Event::StillUnknown { reason: Reason::Found(why.code()) }, None),
    }
}

impl Running {
    /// What the look at one of its doubts came to.
    fn step(&self, index: usize, one: &Doubt, configured: &[Duration]) -> (Step, Vec<Duration>) {
        let (facts, now) = (facts(one), self.asked_at);
        if is_keyless(&one.lookup) {
            return (Step::Stay(Undecided::Keyless), Vec::new());
        }
        match &self.batch {
            Batch::People(people) => {
                let person = people.person(index);
                let step = person.map_or(Step::LookAgain, |person| {
                    doubt::person(person, &facts, now, configured, MAX_SENDS)
                });
                (step, configured.to_vec())
            }
            Batch::Employments(all) => {
                let held = all.ours(index);
                let reading = if self.blind && held == Employment::None {
                    EmploymentRead::NotPermitted
                } else if all.is_refused(index) {
                    EmploymentRead::Refused
                } else {
                    EmploymentRead::Read(held)
                };
                let visible = all.visible(index);
                let step = doubt::employment(reading, visible, &facts, now, configured, MAX_SENDS);
                (step, doubt::employment_delays(&facts, configured).to_vec())
            }
        }
    }
}

impl Loop<'_> {
    /// Nothing is to come any more: who waits for others waits in vain.
    pub(super) fn block_held(&mut self) -> Result<(), Complaint> {
        for (kind, event) in self.with.journal.block_held((self.with.clock)())? {
            self.tally.happened(kind, &event, false);
        }
        Ok(())
    }

    /// Begin the looks that are due.
    pub(super) fn load_doubts(&mut self, slot: Slot) -> Result<(), Complaint> {
        let now = (self.with.clock)();
        if self.mode == Mode::Send {
            self.with.journal.take_back_resends(slot.kind, now)?;
        }
        let mut due = self.with.journal.doubts(slot.kind, BATCH, now)?;
        if due.is_empty() {
            self.idle.slots[slot] = true;
            return Ok(());
        }
        if self.mode == Mode::Settle {
            self.enter(Phase::Settling);
        }
        let jobs: Vec<JobId> = due.iter().map(|one| one.job).collect();
        let mut wanted = Vec::with_capacity(due.len());
        for (one, aside) in due.iter_mut().zip(self.with.journal.lookup_contexts(&jobs)?) {
            let attempted = aside.attempted.unwrap_or(one.last_attempt_at);
            one.last_attempt_at = self.steady.surely(attempted);
            wanted.push(Wanted { keys: one.lookup.clone(), query: aside.query });
        }
        let search = kinds::of(slot.kind).remote.search;
        let batch = Batch::of(search, wanted);
        let members = Members::Doubts(due);
        let mut running = Running { batch, members, asked_at: now, blind: false };
        if matches!(search, Search::OfEmployment { .. }) && self.sight[slot.kind] == Sight::Blind {
            running.blind = true;
            running.batch.give_up();
        }
        self.batches[slot] = Some(running);
        Ok(())
    }

    /// Write down what a batch told, if it is complete.
    pub(super) fn conclude(&mut self, slot: Slot) -> Result<(), Complaint> {
        let Some(mut running) = self.batches[slot].take() else { return Ok(()) };
        if !running.batch.is_complete() {
            self.batches[slot] = Some(running);
            return Ok(());
        }
        match std::mem::replace(&mut running.members, Members::Ahead(Vec::new())) {
            Members::Ahead(jobs) => self.conclude_ahead(slot.kind, &running, &jobs),
            Members::Doubts(doubts) => {
                if self.ask_visible(&mut running, &doubts) {
                    running.members = Members::Doubts(doubts);
                    self.batches[slot] = Some(running);
                    return Ok(());
                }
                self.conclude_doubts(slot.kind, &running, &doubts)
            }
        }
    }

    /// Where absence must be proved: ask which employees can be seen. True if there is more to ask.
    fn ask_visible(&mut self, running: &mut Running, doubts: &[Doubt]) -> bool {
        let delays = &self.with.policy.settle_delays;
        let places: Vec<usize> = doubts
            .iter()
            .enumerate()
            .filter(|(index, one)| running.step(*index, one, delays).0 == Step::AskVisible)
            .map(|(index, _)| index)
            .collect();
        if places.is_empty() {
            return false;
        }
        let Batch::Employments(all) = &mut running.batch else { return false };
        all.ask_visible(&places);
        true
    }

    fn conclude_doubts(
        &mut self,
        kind: KindId,
        running: &Running,
        doubts: &[Doubt],
    ) -> Result<(), Complaint> {
        let endpoint = kinds::of(kind).remote.search.endpoint();
        let now = (self.with.clock)();
        let mut looks: Vec<(JobId, Event, LookNote)> = Vec::with_capacity(doubts.len());
        for (index, one) in doubts.iter().enumerate() {
            let (step, delays) = running.step(index, one, &self.with.policy.settle_delays);
            let (event, next_look) = event(step, &facts(one), running.asked_at, &delays);
            self.tally.happened(kind, &event, true);
            if matches!(event, Event::FoundAfterDoubt { .. }) {
                // The server does its work; only its answers get lost.
                self.failing[kind].well();
            }
            looks.push((
                one.job,
                event,
                LookNote { endpoint: endpoint.name.to_owned(), next_look },
            ));
        }
        self.with.journal.reconcile(&looks, now)?;
        self.journal_changed();
        Ok(())
    }
}
