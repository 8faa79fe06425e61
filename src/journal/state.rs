//! The life of a job: one pure function from a standing and an event to the next standing.
//!
//! ```text
//! Pending → Cleared → Sending → Created | Refused | Waiting | InDoubt
//! Pending → Existing | Conflict      Waiting → Sending      Refused → Pending (amended: new token)
//! Pending, Cleared, Waiting, Held, Blocked, Conflict → Withdrawn (its input was corrected and imported again)
//! Pending, Waiting → Created (sent before without an answer, and shown late)
//! Pending → Held (waits for another's ID) → Pending | Blocked → Pending (the other is made after all)
//! InDoubt → Created (found) | Waiting (same token again) | Pending (absent) | stays, for a person
//! ```
//!
//! Must not know: SQL, the network, the clock (`now` comes in).

use jiff::Timestamp;

use crate::problem::Reason;

use super::event::Event;
use super::standing::{JobState, Standing};
use super::terms::{DUPLICATE_WAIT, MAX_SENDS};

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
        Event::Held => (standing.state == JobState::Pending).then(|| standing.with(JobState::Held)),
        Event::Freed => matches!(standing.state, JobState::Held | JobState::Blocked { .. })
            .then(|| standing.with(JobState::Pending)),
        Event::Blocked { reason } => {
            matches!(standing.state, JobState::Held | JobState::Blocked { .. })
                .then(|| standing.with(JobState::Blocked { reason: reason.clone() }))
        }
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
        | Event::Recovered
        | Event::Held
        | Event::Freed
        | Event::Blocked { .. } => standing.doubting(now),
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
        | Event::Recovered
        | Event::Held
        | Event::Freed
        | Event::Blocked { .. } => standing.clone(),
    }
}
