//! What a delivery tells its watchers: counts, waits, warnings. No person's data.
//!
//! Must not know: how it is shown; a watcher can't change or fail the run.

use std::time::Duration;

use crate::problem::Complaint;
use crate::spec::KindId;

/// What happens, for progress bars and logs.
#[derive(Clone, Debug)]
pub(crate) enum DeliverEvent {
    /// The delivery is now chiefly doing this.
    Phase(Phase),
    /// How far it is; sent after each batch of outcomes.
    Progress(Progress),
    /// Nothing is sent before then, for this reason.
    Waiting {
        /// What is waited for.
        why: Wait,
        /// How long from now.
        wait: Duration,
    },
    /// One request was answered or given up.
    Answered(Answered),
    /// A person should know; the run goes on.
    Warning(Complaint),
}

/// What a delivery is chiefly doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Turning the doubt of earlier attempts into fact.
    Settling,
    /// Sending.
    Sending,
    /// Only waiting for the fate of what was sent.
    Waiting,
    /// Leaving: answers on their way are waited for.
    Draining,
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    /// The network to come back.
    Network,
    /// The server said: too many requests.
    Throttled(&'static str),
    /// The server answers nothing but errors.
    ServerErrors(&'static str),
    /// The next look at what was sent without an answer.
    Doubt,
    /// The index of the tenant, since the journal was set back: what was made after it may be there.
    SetBack,
    /// The next look at the first records, which are not yet as they were sent.
    ReadBack,
}

/// How far a delivery is, one count per kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    /// One entry per kind that has work.
    pub kinds: Vec<KindProgress>,
    /// What the pace allows for the rest; none when nothing is left.
    pub left: Option<Duration>,
}

/// How far one kind is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KindProgress {
    /// Which kind.
    pub kind: KindId,
    /// Jobs of this delivery that were not done when it began.
    pub total: u64,
    /// Created by this delivery.
    pub created: u64,
    /// Found in the tenant.
    pub existing: u64,
    /// Refused.
    pub refused: u64,
    /// Their keys lead to somebody else.
    pub conflict: u64,
    /// Waited for one that was not made.
    pub blocked: u64,
    /// Sent, outcome not known.
    pub unknown: u64,
    /// On their way now.
    pub in_flight: u64,
}

impl KindProgress {
    /// Nothing done yet of so many.
    pub(crate) const fn new(kind: KindId, total: u64) -> Self {
        Self {
            kind,
            total,
            created: 0,
            existing: 0,
            refused: 0,
            conflict: 0,
            blocked: 0,
            unknown: 0,
            in_flight: 0,
        }
    }

    /// Those whose fate is known.
    pub(crate) const fn done(&self) -> u64 {
        self.created + self.existing + self.refused + self.conflict + self.blocked
    }
}

/// One request, for the log.
#[derive(Clone, Debug)]
pub(crate) struct Answered {
    /// The endpoint's name.
    pub endpoint: &'static str,
    /// What it came to, in one word.
    pub outcome: &'static str,
    /// HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// The server's code.
    pub code: Option<i64>,
    /// The server's support id.
    pub log_id: Option<String>,
    /// How long it took.
    pub elapsed: Duration,
}

/// Somebody who looks on. It can't fail the run, and must not block.
pub(crate) trait Watcher {
    /// Something happened.
    fn event(&mut self, event: &DeliverEvent);
}

/// Looks away.
#[cfg(test)]
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Unwatched;

#[cfg(test)]
impl Watcher for Unwatched {
    fn event(&mut self, _event: &DeliverEvent) {}
}
