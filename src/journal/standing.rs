//! Where a job stands: its state, and what earlier attempts left behind.
//!
//! Must not know: what happens to it (`state`), SQL, the clock.

use jiff::Timestamp;

use crate::problem::Reason;

use super::terms::{RESEND_FOR, cleared_for};

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
    /// It waits for another record to be made, whose ID it names.
    Held,
    /// What it waits for was not made; that may still be, and a new run may amend it.
    Blocked {
        /// Why.
        reason: Reason,
    },
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
        "held",
        "blocked",
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
            Self::Held => "held",
            Self::Blocked { .. } => "blocked",
        }
    }

    /// Nothing more is done in this run.
    pub const fn is_settled(&self) -> bool {
        match self {
            Self::Created { .. }
            | Self::Existing { .. }
            | Self::Refused { .. }
            | Self::Conflict { .. }
            | Self::Withdrawn
            | Self::Blocked { .. } => true,
            Self::Pending
            | Self::Cleared { .. }
            | Self::Sending { .. }
            | Self::Waiting { .. }
            | Self::InDoubt { .. }
            | Self::Held => false,
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
    pub(super) fn with(&self, state: JobState) -> Self {
        Self { state, ..self.clone() }
    }

    /// In another state, and no doubt any more.
    pub(super) fn relieved(&self, state: JobState) -> Self {
        Self { state, doubt: None, ..self.clone() }
    }

    /// In doubt, since the first attempt whose fate is open.
    pub(super) fn doubting(&self, now: Timestamp) -> Self {
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
            | JobState::Withdrawn
            | JobState::Held
            | JobState::Blocked { .. } => false,
        }
    }

    /// To be sent yet, with nothing open behind it.
    pub(super) const fn is_before_sending(&self) -> bool {
        matches!(
            self.state,
            JobState::Pending | JobState::Cleared { .. } | JobState::Waiting { .. }
        ) && self.doubt.is_none()
    }

    pub(super) const fn is_sending(&self) -> bool {
        matches!(self.state, JobState::Sending { .. })
    }

    pub(super) const fn is_in_doubt(&self) -> bool {
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
            | JobState::Conflict { .. }
            | JobState::Held
            | JobState::Blocked { .. } => self.doubt.is_none(),
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
            | JobState::Withdrawn
            | JobState::Held
            | JobState::Blocked { .. } => false,
        }
    }
}
