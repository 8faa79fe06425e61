//! The life of a job: one pure function from a standing and an event to the next standing.
//!
//! ```text
//! Pending → Cleared → Sending → Created | Refused | Waiting | InDoubt
//! Pending → Existing | Conflict      Waiting → Sending      Refused → Pending (amended: new token)
//! Pending, Cleared, Waiting, Conflict → Withdrawn (its input was corrected and imported again)
//! Pending, Waiting → Created (sent before without an answer, and shown late)
//! InDoubt → Created (found) | Waiting (same token again) | Pending (absent) | stays, for a person
//! ```
//!
//! Must not know: SQL, the network, the clock (`now` comes in).

use jiff::Timestamp;

use crate::problem::Reason;

use super::event::Event;
use super::terms::{DUPLICATE_WAIT, MAX_SENDS, RESEND_FOR, cleared_for};

/// Where a job is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobState {
    /// To be looked up, then sent.
    Pending,
    /// Looked up and absent.
    Cleared {
        /// When the look-up was answered.
        at: Timestamp,
    },
    /// A request may be on its way; durable before it is.
    Sending {
        /// The attempt that is under way.
        attempt: i64,
    },
    /// Surely not executed; to be sent again.
    Waiting {
        /// Not before this moment.
        not_before: Timestamp,
    },
    /// An attempt may have been executed, its outcome is not known.
    InDoubt {
        /// Since when: the first attempt whose fate is open.
        since: Timestamp,
    },
    /// Made by us. Final.
    Created {
        /// Its ID in the tenant.
        remote: String,
    },
    /// In the tenant before us. Final.
    Existing {
        /// Its ID in the tenant.
        remote: String,
    },
    /// Refused by the API; a new run may send amended content.
    Refused {
        /// The API's code at that endpoint.
        code: i64,
        /// What it said, without personal data.
        reason: Reason,
    },
    /// Its keys lead to somebody else; a new run may amend it.
    Conflict {
        /// Why.
        reason: Reason,
    },
    /// Its input was corrected and imported again before it was sent. Final.
    Withdrawn,
}

impl JobState {
    /// The words of all states, as the journal's table lists them.
    pub const LABELS: &'static [&'static str] = &[
        "pending",
        "cleared",
        "sending",
        "waiting",
        "in_doubt",
        "created",
        "existing",
        "refused",
        "conflict",
        "withdrawn",
    ];

    /// The word of the journal.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Cleared { .. } => "cleared",
            Self::Sending { .. } => "sending",
            Self::Waiting { .. } => "waiting",
            Self::InDoubt { .. } => "in_doubt",
            Self::Created { .. } => "created",
            Self::Existing { .. } => "existing",
            Self::Refused { .. } => "refused",
            Self::Conflict { .. } => "conflict",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Nothing more is done in this run.
    pub const fn is_settled(&self) -> bool {
        match self {
            Self::Created { .. }
            | Self::Existing { .. }
            | Self::Refused { .. }
            | Self::Conflict { .. }
            | Self::Withdrawn => true,
            Self::Pending
            | Self::Cleared { .. }
            | Self::Sending { .. }
            | Self::Waiting { .. }
            | Self::InDoubt { .. } => false,
        }
    }
}

/// A job's state with what earlier attempts left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where it is.
    pub state: JobState,
    /// Since when an earlier attempt is unsettled. Only a settlement takes it away: a later
    /// never-sent, 429 or refusal does not.
    pub doubt: Option<Timestamp>,
    /// Attempts that may have reached the server.
    pub sends: u32,
    /// Tokens that were given up because their request was provably not executed.
    pub renewals: u32,
    /// It has no key, so nothing can be looked up: never sent again after doubt.
    pub keyless: bool,
    /// When it was last looked up and found absent.
    pub cleared: Option<Timestamp>,
}

impl Standing {
    /// A new job.
    pub const fn new(keyless: bool) -> Self {
        Self {
            state: JobState::Pending,
            doubt: None,
            sends: 0,
            renewals: 0,
            keyless,
            cleared: None,
        }
    }

    /// The same in another state.
    fn with(&self, state: JobState) -> Self {
        Self { state, ..self.clone() }
    }

    /// In another state, and no doubt any more.
    fn relieved(&self, state: JobState) -> Self {
        Self { state, doubt: None, ..self.clone() }
    }

    /// In doubt, since the first attempt whose fate is open.
    fn doubting(&self, now: Timestamp) -> Self {
        let since = self.doubt.unwrap_or(now);
        Self { doubt: Some(since), ..self.with(JobState::InDoubt { since }) }
    }

    /// The look-up that found nobody is young enough to send on. One in the future (a clock that
    /// went back) is not.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        self.cleared.is_some_and(|at| at <= now && now.duration_since(at) <= cleared_for())
    }

    /// It may be leased at `now`.
    pub fn is_leasable(&self, now: Timestamp) -> bool {
        match &self.state {
            JobState::Cleared { .. } => self.is_fresh(now),
            JobState::Waiting { not_before } if self.doubt.is_some() => {
                *not_before <= now && now.duration_since(*not_before) <= RESEND_FOR
            }
            JobState::Waiting { not_before } => *not_before <= now && self.is_fresh(now),
            JobState::Pending
            | JobState::Sending { .. }
            | JobState::InDoubt { .. }
            | JobState::Created { .. }
            | JobState::Existing { .. }
            | JobState::Refused { .. }
            | JobState::Conflict { .. }
            | JobState::Withdrawn => false,
        }
    }

    /// To be sent yet, with nothing open behind it.
    const fn is_before_sending(&self) -> bool {
        matches!(
            self.state,
            JobState::Pending | JobState::Cleared { .. } | JobState::Waiting { .. }
        ) && self.doubt.is_none()
    }

    const fn is_sending(&self) -> bool {
        matches!(self.state, JobState::Sending { .. })
    }

    const fn is_in_doubt(&self) -> bool {
        matches!(self.state, JobState::InDoubt { .. })
    }

    /// A new run may replace its content: not made, and nothing open.
    pub const fn is_amendable(&self) -> bool {
        self.is_unsent() || matches!(self.state, JobState::Refused { .. })
    }

    /// It was surely not executed and nothing of it is under way: its content may be replaced.
    pub const fn is_unsent(&self) -> bool {
        match &self.state {
            JobState::Pending
            | JobState::Cleared { .. }
            | JobState::Waiting { .. }
            | JobState::Conflict { .. } => self.doubt.is_none(),
            JobState::Sending { .. }
            | JobState::InDoubt { .. }
            | JobState::Created { .. }
            | JobState::Existing { .. }
            | JobState::Refused { .. }
            | JobState::Withdrawn => false,
        }
    }

    /// Whether it may have been executed without our knowing.
    pub const fn is_unknown(&self) -> bool {
        match &self.state {
            JobState::Sending { .. } | JobState::InDoubt { .. } => true,
            JobState::Waiting { .. } => self.doubt.is_some(),
            JobState::Pending
            | JobState::Cleared { .. }
            | JobState::Created { .. }
            | JobState::Existing { .. }
            | JobState::Refused { .. }
            | JobState::Conflict { .. }
            | JobState::Withdrawn => false,
        }
    }
}

/// An event that cannot happen in that state: a defect of muster, never of the input.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{event}` cannot happen to a job that is `{state}`")]
pub struct IllegalTransition {
    /// The state's word.
    pub state: &'static str,
    /// The event's word.
    pub event: &'static str,
}

/// The standing after `event` at `now`.
///
/// Laws: created, existing and withdrawn are final; only a lease leads to `Sending`, from a fresh `Cleared` or
/// a due `Waiting` alone; doubt ends by being settled alone.
pub(super) fn next(
    standing: &Standing,
    event: &Event,
    now: Timestamp,
) -> Result<Standing, IllegalTransition> {
    let after = match event {
        Event::LookedUpAbsent { at } | Event::ClearedAnyway { at, .. } => {
            standing.is_before_sending().then(|| Standing {
                cleared: Some(*at),
                ..standing.with(JobState::Cleared { at: *at })
            })
        }
        // Sent all the same, and the answer names whom the tenant had: it made nobody.
        Event::LookedUpExisting { remote } => (standing.is_before_sending()
            || standing.is_sending() && standing.doubt.is_none())
        .then(|| standing.with(JobState::Existing { remote: remote.clone() })),
        Event::LookedUpConflict { reason } => {
            if standing.is_in_doubt() {
                Some(standing.clone())
            } else {
                let reason = reason.clone();
                standing.is_before_sending().then(|| standing.with(JobState::Conflict { reason }))
            }
        }
        Event::Leased { attempt } => standing.is_leasable(now).then(|| Standing {
            sends: standing.sends + 1,
            ..standing.with(JobState::Sending { attempt: *attempt })
        }),
        Event::Created { .. }
        | Event::NeverSent { .. }
        | Event::Throttled { .. }
        | Event::Refused { .. }
        | Event::Duplicate { .. }
        | Event::TokenSeen
        | Event::Lost { .. } => standing.is_sending().then(|| answered(standing, event, now)),
        // A slow index: taken for absent after a lost answer, and found before the next send.
        Event::FoundAfterDoubt { .. } => (standing.is_in_doubt()
            || standing.is_before_sending() && standing.sends > 0)
            .then(|| settled(standing, event)),
        Event::AbsentAfterDoubt { .. }
        | Event::StillUnknown { .. }
        | Event::SendAgainSameToken { .. }
        | Event::DecidedCreated { .. }
        | Event::DecidedNotCreated => standing.is_in_doubt().then(|| settled(standing, event)),
        Event::NewToken => (standing.is_in_doubt() && standing.renewals == 0 && !standing.keyless)
            .then(|| Standing { renewals: 1, ..standing.relieved(JobState::Pending) }),
        Event::Amended => standing.is_amendable().then(|| Standing::new(standing.keyless)),
        Event::Withdrawn => standing.is_unsent().then(|| standing.with(JobState::Withdrawn)),
        Event::Recovered => standing.is_unknown().then(|| standing.doubting(now)),
    };
    after.ok_or(IllegalTransition { state: standing.state.label(), event: event.label() })
}

/// What the answer to a request makes of its job. Doubt of an earlier attempt outlives every answer
/// but success.
fn answered(standing: &Standing, event: &Event, now: Timestamp) -> Standing {
    let uncounted = standing.sends.saturating_sub(1);
    let unless_doubt = |state: JobState| match standing.doubt {
        Some(since) => standing.with(JobState::InDoubt { since }),
        None => standing.with(state),
    };
    match event {
        Event::Created { remote } => {
            standing.relieved(JobState::Created { remote: remote.clone() })
        }
        Event::NeverSent { not_before, .. } | Event::Throttled { not_before } => Standing {
            sends: uncounted,
            ..unless_doubt(JobState::Waiting { not_before: *not_before })
        },
        Event::Refused { code, reason } => {
            unless_doubt(JobState::Refused { code: *code, reason: reason.clone() })
        }
        Event::Duplicate { .. } if standing.sends < MAX_SENDS => {
            let wait = DUPLICATE_WAIT * i32::try_from(standing.sends).unwrap_or(i32::MAX);
            let not_before = now.checked_add(wait).unwrap_or(Timestamp::MAX);
            Standing { cleared: None, ..unless_doubt(JobState::Waiting { not_before }) }
        }
        Event::Duplicate { code } => {
            unless_doubt(JobState::Refused { code: *code, reason: Reason::Duplicate })
        }
        Event::TokenSeen
        | Event::Lost { .. }
        | Event::LookedUpAbsent { .. }
        | Event::ClearedAnyway { .. }
        | Event::LookedUpExisting { .. }
        | Event::LookedUpConflict { .. }
        | Event::Leased { .. }
        | Event::FoundAfterDoubt { .. }
        | Event::AbsentAfterDoubt { .. }
        | Event::StillUnknown { .. }
        | Event::SendAgainSameToken { .. }
        | Event::NewToken
        | Event::Amended
        | Event::Withdrawn
        | Event::DecidedCreated { .. }
        | Event::DecidedNotCreated
        | Event::Recovered => standing.doubting(now),
    }
}

/// What a look at the tenant, or a person, makes of a job in doubt.
fn settled(standing: &Standing, event: &Event) -> Standing {
    match event {
        Event::FoundAfterDoubt { remote } | Event::DecidedCreated { remote } => {
            standing.relieved(JobState::Created { remote: remote.clone() })
        }
        Event::AbsentAfterDoubt { last: true }
            if standing.sends < MAX_SENDS && !standing.keyless =>
        {
            standing.relieved(JobState::Pending)
        }
        Event::SendAgainSameToken { not_before } => {
            standing.with(JobState::Waiting { not_before: *not_before })
        }
        Event::DecidedNotCreated => Standing::new(standing.keyless),
        Event::AbsentAfterDoubt { .. }
        | Event::StillUnknown { .. }
        | Event::LookedUpAbsent { .. }
        | Event::ClearedAnyway { .. }
        | Event::LookedUpExisting { .. }
        | Event::LookedUpConflict { .. }
        | Event::Leased { .. }
        | Event::Created { .. }
        | Event::NeverSent { .. }
        | Event::Throttled { .. }
        | Event::Refused { .. }
        | Event::Duplicate { .. }
        | Event::TokenSeen
        | Event::Lost { .. }
        | Event::NewToken
        | Event::Amended
        | Event::Withdrawn
        | Event::Recovered => standing.clone(),
    }
}
