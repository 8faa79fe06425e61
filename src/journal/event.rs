//! What can happen to a job.
//!
//! Must not know: what follows from it (`state`).

use jiff::Timestamp;

use crate::problem::Reason;

/// What happened to a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Before sending: nobody with its keys is in the tenant.
    LookedUpAbsent {
        /// When the answer came.
        at: Timestamp,
    },
    /// Before sending: somebody is, but the user wants it sent all the same.
    ClearedAnyway {
        /// When the answer came.
        at: Timestamp,
        /// Whom the tenant has, where that could be read.
        remote: Option<String>,
    },
    /// It was in the tenant before: looked up, or a create landed on it.
    LookedUpExisting {
        /// Its ID there.
        remote: String,
    },
    /// Its keys lead to several, or to somebody else. In doubt: it stays so, for a person.
    LookedUpConflict {
        /// Why.
        reason: Reason,
    },
    /// The intent to send is durable.
    Leased {
        /// The attempt's number.
        attempt: i64,
    },
    /// The API made it.
    Created {
        /// Its ID.
        remote: String,
    },
    /// Surely not executed: no byte of the body went out, or the request was turned away at the
    /// door (token rejected).
    NeverSent {
        /// When to try again.
        not_before: Timestamp,
        /// Why.
        reason: Reason,
    },
    /// Turned away by a limit, not executed.
    Throttled {
        /// When to try again.
        not_before: Timestamp,
    },
    /// Refused for good, by what it holds.
    Refused {
        /// The API's code.
        code: i64,
        /// What it said, without personal data.
        reason: Reason,
    },
    /// Refused as a duplicate: looked up again, a while later, before anything is concluded.
    Duplicate {
        /// The API's code.
        code: i64,
    },
    /// The API has seen its token, which does not say that it was executed.
    TokenSeen,
    /// Maybe received: no answer, or none that can be trusted.
    Lost {
        /// Why.
        reason: Reason,
    },
    /// In doubt, and found in the tenant: ours. Also where doubt ended in "absent", and it is found
    /// before it is sent again.
    FoundAfterDoubt {
        /// Its ID.
        remote: String,
    },
    /// In doubt, and not found.
    AbsentAfterDoubt {
        /// It was the last look: taken for absent.
        last: bool,
    },
    /// In doubt, and the look could not tell.
    StillUnknown {
        /// Why.
        reason: Reason,
    },
    /// In doubt: the same bytes and token again, which the API takes at most once.
    SendAgainSameToken {
        /// Not before this moment.
        not_before: Timestamp,
    },
    /// In doubt, provably absent although the token was seen: one new token.
    NewToken,
    /// A new run replaces the content of a job that was not made.
    Amended,
    /// A new run replaces the run that it belongs to, before it was sent.
    Withdrawn,
    /// A person says that it was made.
    DecidedCreated {
        /// Its ID.
        remote: String,
    },
    /// A person says that it was not made.
    DecidedNotCreated,
    /// The process that had it in its hands is gone.
    Recovered,
    /// It waits for another record to be made.
    Held,
    /// All that it waited for is made.
    Freed,
    /// What it waits for is not made.
    Blocked {
        /// Why.
        reason: Reason,
    },
}

impl Event {
    /// The words of all events, as the journal's table of outcomes lists them.
    pub const LABELS: &'static [&'static str] = &[
        "absent",
        "cleared_anyway",
        "existing",
        "conflict",
        "leased",
        "created",
        "never_sent",
        "throttled",
        "refused",
        "duplicate",
        "token_seen",
        "lost",
        "found_after_doubt",
        "absent_after_doubt",
        "still_unknown",
        "send_again",
        "new_token",
        "amended",
        "withdrawn",
        "decided_created",
        "decided_not_created",
        "recovered",
        "held",
        "freed",
        "blocked",
    ];

    /// The word of the journal.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::LookedUpAbsent { .. } => "absent",
            Self::ClearedAnyway { .. } => "cleared_anyway",
            Self::LookedUpExisting { .. } => "existing",
            Self::LookedUpConflict { .. } => "conflict",
            Self::Leased { .. } => "leased",
            Self::Created { .. } => "created",
            Self::NeverSent { .. } => "never_sent",
            Self::Throttled { .. } => "throttled",
            Self::Refused { .. } => "refused",
            Self::Duplicate { .. } => "duplicate",
            Self::TokenSeen => "token_seen",
            Self::Lost { .. } => "lost",
            Self::FoundAfterDoubt { .. } => "found_after_doubt",
            Self::AbsentAfterDoubt { .. } => "absent_after_doubt",
            Self::StillUnknown { .. } => "still_unknown",
            Self::SendAgainSameToken { .. } => "send_again",
            Self::NewToken => "new_token",
            Self::Amended => "amended",
            Self::Withdrawn => "withdrawn",
            Self::DecidedCreated { .. } => "decided_created",
            Self::DecidedNotCreated => "decided_not_created",
            Self::Recovered => "recovered",
            Self::Held => "held",
            Self::Freed => "freed",
            Self::Blocked { .. } => "blocked",
        }
    }

    /// The ID in the tenant that it tells.
    pub fn remote(&self) -> Option<&str> {
        match self {
            Self::LookedUpExisting { remote }
            | Self::Created { remote }
            | Self::FoundAfterDoubt { remote }
            | Self::DecidedCreated { remote } => Some(remote),
            Self::ClearedAnyway { remote, .. } => remote.as_deref(),
            Self::LookedUpAbsent { .. }
            | Self::LookedUpConflict { .. }
            | Self::Leased { .. }
            | Self::NeverSent { .. }
            | Self::Throttled { .. }
            | Self::Refused { .. }
            | Self::Duplicate { .. }
            | Self::TokenSeen
            | Self::Lost { .. }
            | Self::AbsentAfterDoubt { .. }
            | Self::StillUnknown { .. }
            | Self::SendAgainSameToken { .. }
            | Self::NewToken
            | Self::Amended
            | Self::Withdrawn
            | Self::DecidedNotCreated
            | Self::Recovered
            | Self::Held
            | Self::Freed
            | Self::Blocked { .. } => None,
        }
    }

    /// Why.
    pub const fn reason(&self) -> Option<&Reason> {
        match self {
            Self::LookedUpConflict { reason }
            | Self::NeverSent { reason, .. }
            | Self::Refused { reason, .. }
            | Self::Lost { reason }
            | Self::StillUnknown { reason }
            | Self::Blocked { reason } => Some(reason),
            Self::LookedUpAbsent { .. }
            | Self::ClearedAnyway { .. }
            | Self::LookedUpExisting { .. }
            | Self::Leased { .. }
            | Self::Created { .. }
            | Self::Throttled { .. }
            | Self::Duplicate { .. }
            | Self::TokenSeen
            | Self::FoundAfterDoubt { .. }
            | Self::AbsentAfterDoubt { .. }
            | Self::SendAgainSameToken { .. }
            | Self::NewToken
            | Self::Amended
            | Self::Withdrawn
            | Self::DecidedCreated { .. }
            | Self::DecidedNotCreated
            | Self::Recovered
            | Self::Held
            | Self::Freed => None,
        }
    }

    /// The API's code that it tells.
    pub const fn code(&self) -> Option<i64> {
        match self {
            Self::Refused { code, .. } | Self::Duplicate { code } => Some(*code),
            Self::LookedUpAbsent { .. }
            | Self::ClearedAnyway { .. }
            | Self::LookedUpExisting { .. }
            | Self::LookedUpConflict { .. }
            | Self::Leased { .. }
            | Self::Created { .. }
            | Self::NeverSent { .. }
            | Self::Throttled { .. }
            | Self::TokenSeen
            | Self::Lost { .. }
            | Self::FoundAfterDoubt { .. }
            | Self::AbsentAfterDoubt { .. }
            | Self::StillUnknown { .. }
            | Self::SendAgainSameToken { .. }
            | Self::NewToken
            | Self::Amended
            | Self::Withdrawn
            | Self::DecidedCreated { .. }
            | Self::DecidedNotCreated
            | Self::Recovered
            | Self::Held
            | Self::Freed
            | Self::Blocked { .. } => None,
        }
    }

    /// The job gets a new token: its old one ended with a definite fate, or never went out with
    /// this content.
    pub const fn renews_token(&self) -> bool {
        matches!(self, Self::NewToken | Self::Amended | Self::DecidedNotCreated)
    }
}
