//! Just ahead of the queue: who of the next to be sent is in the tenant already?
//!
//! Must not know: how a look-up is done (`ask`, `lookup`).

use super::event::Phase;
use super::lookup::{Batch, Wanted};
use super::policy::Existing;
use super::run::{Loop, Mode, Sight};
use super::running::{Members, Running};
use super::slot::Slot;
use crate::api::reads::BATCH;
use crate::identity::judge::{Doubtful, Employment, Person};
use crate::journal::mend::{Safeguard, holds};
use crate::journal::{Event, LookedUp};
use crate::kinds;
use crate::plan::JobId;
use crate::problem::{Code, Complaint, Reason};
use crate::spec::{KindId, Search};

/// So many cleared jobs are kept ready per kind: four seconds at the highest rate, while a batch of
/// look-ups takes two round trips.
const READY: usize = 200;

/// What becomes of a record that the tenant has already.
fn existing(policy: Existing, remote: String) -> LookedUp {
    match policy {
        Existing::Skip => LookedUp::Existing(remote),
        Existing::Fail => LookedUp::Conflict(Doubtful::Exists.code()),
        Existing::SendAnyway => LookedUp::SendAnyway(Some(remote)),
    }
}

/// What a person's look-up means before the first send.
fn person(policy: Existing, person: Option<Person>) -> LookedUp {
    match person {
        Some(Person::Absent) => LookedUp::Absent,
        Some(Person::Same(remote)) => existing(policy, remote),
        Some(Person::Conflict(why)) => LookedUp::Conflict(why.code()),
        Some(Person::AskName(_)) | None => LookedUp::Conflict(Doubtful::NameUnread.code()),
    }
}

/// What of an employment's records could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unread {
    /// They were read.
    Not,
    /// The tenant refuses to show them.
    This,
    /// The app may not read anybody's.
    All,
}

/// What an employment's look-up means before the first send. Unread, what the snapshot knows counts;
/// where it knows nothing and the app may read nobody's, the token alone protects.
fn employment(
    policy: Existing,
    unread: Unread,
    any: Option<&str>,
    known: Option<&str>,
) -> LookedUp {
    match (any, unread, known) {
        (Some(remote), _, _) | (None, Unread::This | Unread::All, Some(remote)) => {
            existing(policy, remote.to_owned())
        }
        (None, Unread::Not, _) => LookedUp::Absent,
        (None, Unread::This, None) => LookedUp::Conflict(Code::RecordsNotAskable),
        (None, Unread::All, None) => LookedUp::SendAnyway(None),
    }
}

/// The very record, where the tenant has it: what an earlier attempt of ours may have made.
fn found(running: &Running, index: usize) -> Option<String> {
    match &running.batch {
        Batch::People(people) => match people.person(index)? {
            Person::Same(remote) => Some(remote),
            Person::Absent | Person::AskName(_) | Person::Conflict(_) => None,
        },
        Batch::Employments(all) => match all.ours(index) {
            Employment::Ours(remote) => Some(remote),
            Employment::None | Employment::Others => None,
        },
    }
}

/// The event of an answer, for the counts.
fn event(answer: &LookedUp, at: jiff::Timestamp) -> Event {
    match answer {
        LookedUp::Absent => Event::LookedUpAbsent { at },
        LookedUp::SendAnyway(remote) => Event::ClearedAnyway { at, remote: remote.clone() },
        LookedUp::Existing(remote) => Event::LookedUpExisting { remote: remote.clone() },
        LookedUp::Ours(remote) => Event::FoundAfterDoubt { remote: remote.clone() },
        LookedUp::Conflict(code) => Event::LookedUpConflict { reason: Reason::Found(*code) },
    }
}

impl Loop<'_> {
    /// Begin to look the next ones up, where few are ready.
    pub(super) fn load_ahead(&mut self, slot: Slot) -> Result<(), Complaint> {
        let kind = slot.kind;
        let closed = self.quota.as_ref().and_then(|quota| quota.closed(kind));
        if self.mode != Mode::Send || (closed.is_none() && self.fresh[kind] + BATCH > READY) {
            return Ok(());
        }
        let now = (self.with.clock)();
        let mut found = self.with.journal.to_look_up(kind, BATCH, now)?;
        if let Some(jobs) = closed {
            found.retain(|one| jobs.contains(&one.job));
        }
        if found.is_empty() {
            self.idle.slots[slot] = true;
            return Ok(());
        }
        self.enter(Phase::Sending);
        let jobs: Vec<JobId> = found.iter().map(|one| one.job).collect();
        let lookup_contexts = self.with.journal.lookup_contexts(&jobs)?;
        let wanted: Vec<Wanted> = found
            .into_iter()
            .zip(lookup_contexts)
            .map(|(one, aside)| Wanted { keys: one.lookup, query: aside.query })
            .collect();
        let search = kinds::of(slot.kind).remote.search;
        let batch = Batch::of(search, wanted);
        let members = Members::Ahead(jobs);
        let mut running = Running { batch, members, asked_at: now, blind: false };
        if matches!(search, Search::OfEmployment { .. }) && self.sight[slot.kind] == Sight::Blind {
            running.blind = true;
            running.batch.give_up();
        }
        self.batches[slot] = Some(running);
        Ok(())
    }

    /// A batch is complete: write down what it told.
    pub(super) fn conclude_ahead(
        &mut self,
        kind: KindId,
        running: &Running,
        jobs: &[JobId],
    ) -> Result<(), Complaint> {
        let policy = self.with.policy.existing;
        let endpoint = kinds::of(kind).remote.search.endpoint();
        let mut answers: Vec<(JobId, LookedUp)> = Vec::with_capacity(jobs.len());
        for (index, job) in jobs.iter().enumerate() {
            let ours = match found(running, index) {
                Some(remote)
                    if !holds(Safeguard::OursByAttempt)
                        || self.with.journal.may_have_made(*job)? =>
                {
                    Some(remote)
                }
                Some(_) | None => None,
            };
            let answer = match (ours, &running.batch) {
                (Some(remote), _) => LookedUp::Ours(remote),
                (None, Batch::People(people)) => person(policy, people.person(index)),
                (None, Batch::Employments(all)) => {
                    let unread = if running.blind {
                        Unread::All
                    } else if all.is_refused(index) {
                        Unread::This
                    } else {
                        Unread::Not
                    };
                    let known =
                        all.employment(index).and_then(|id| self.with.policy.recorded.get(id));
                    let known = known.map(String::as_str);
                    employment(policy, unread, all.any(index), known)
                }
            };
            answers.push((*job, answer));
        }
        self.with.journal.looked_up(&answers, endpoint.name, running.asked_at)?;
        for (_, answer) in &answers {
            self.tally.happened(kind, &event(answer, running.asked_at), false);
        }
        self.journal_changed();
        self.fresh[kind] = self.with.journal.cleared_count(kind, (self.with.clock)())?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_there_already_is_not_sent_unless_told_to() {
        let same = || Some(Person::Same("t1".into()));
        assert_eq!(person(Existing::Skip, same()), LookedUp::Existing("t1".into()));
        assert_eq!(person(Existing::Fail, same()), LookedUp::Conflict(Code::Exists));
        assert_eq!(person(Existing::SendAnyway, same()), LookedUp::SendAnyway(Some("t1".into())));
        assert_eq!(
            employment(Existing::Skip, Unread::Not, Some("j"), None),
            LookedUp::Existing("j".into())
        );
        assert_eq!(employment(Existing::Skip, Unread::Not, None, None), LookedUp::Absent);
    }

    #[test]
    fn what_was_not_read_is_not_called_absent() {
        assert_eq!(employment(Existing::Skip, Unread::All, None, None), LookedUp::SendAnyway(None));
        let refused = LookedUp::Conflict(Code::RecordsNotAskable);
        for policy in [Existing::Skip, Existing::SendAnyway] {
            assert_eq!(employment(policy, Unread::This, None, None), refused);
        }
        let unread = LookedUp::Conflict(Code::NameUnread);
        assert_eq!(person(Existing::SendAnyway, None), unread);
        assert_eq!(person(Existing::SendAnyway, Some(Person::AskName("t".into()))), unread);
    }

    #[test]
    fn what_the_snapshot_knows_counts_where_nothing_could_be_read() {
        for unread in [Unread::This, Unread::All] {
            let there = employment(Existing::Skip, unread, None, Some("j"));
            assert_eq!(there, LookedUp::Existing("j".into()), "{unread:?}");
        }
        let gone = employment(Existing::Skip, Unread::Not, None, Some("j"));
        assert_eq!(gone, LookedUp::Absent, "the tenant itself says that there is none");
    }

    #[test]
    fn a_conflict_is_never_sent_anyway() {
        let two = Some(Person::Conflict(Doubtful::TwoPeople));
        assert_eq!(person(Existing::SendAnyway, two), LookedUp::Conflict(Code::TwoPeople));
    }
}
