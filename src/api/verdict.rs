//! What an answer means, by endpoint and code. Pure.
//!
//! The same number means different things at different endpoints (1160004 is "this token was seen"
//! at `job_data.create` and "a business rule was broken" at another), so a code is looked up at its
//! endpoint first, then among the gateway's, which are the same everywhere; only an unknown code is
//! judged by the HTTP status. A message is shown, never judged.
//!
//! Two questions matter for a create: was it surely not executed (then it may be sent again), or
//! perhaps (then doubt is settled first)?
//!
//! Must not know: what is done about a verdict.

mod codes;
pub(crate) mod explain;
mod halt;
mod reading;
#[cfg(test)]
mod tests;
mod words;

use std::time::Duration;

use serde_json::Value;

use super::answer::{Answer, Outcome};
use super::wire::{self, Envelope, FieldViolation};
use crate::problem::{Lost, Reason, Unsent};
use crate::spec::{Endpoint, Meaning, Refusal};
pub(crate) use halt::{Halt, HaltReason};
pub(crate) use reading::ReadVerdict;
pub(crate) use words::words;

/// What became of a create.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Executed; the server names what it made.
    Created {
        /// Its id, from where [`Endpoint::made`] says.
        remote_id: String,
    },
    /// The server reports success and names nothing: look it up.
    CreatedWithoutId,
    /// Definitely refused, for what the record holds.
    Refused {
        /// The API's code.
        code: i64,
        /// Its message, masked.
        message: String,
        /// The fields it names.
        violations: Vec<FieldViolation>,
    },
    /// 1002105: somebody with these keys exists. After any unanswered attempt that may be us.
    Duplicate {
        /// The API's code.
        code: i64,
        /// Its message, masked.
        message: String,
    },
    /// 1160004 at `job_data.create`: the server has seen this token. Not that the first request
    /// was executed, nor that it failed: read back.
    TokenSeen {
        /// The API's code.
        code: i64,
    },
    /// Surely not executed: too many requests. The whole endpoint waits.
    Throttled {
        /// As long as the server said.
        wait: Option<Duration>,
        /// The API's code, where there was one.
        code: Option<i64>,
    },
    /// Surely not executed: the access token was rejected at the gateway.
    TokenRejected {
        /// The API's code.
        code: i64,
    },
    /// Surely not executed: it never reached the server.
    NeverSent {
        /// Why.
        why: Unsent,
    },
    /// Perhaps executed.
    Lost {
        /// Why.
        why: Lost,
        /// The API's code, where there was one.
        code: Option<i64>,
        /// Its message, masked.
        message: String,
    },
    /// Surely not executed, and no other record would be: the run stops.
    Halt(Halt),
}

impl Verdict {
    /// A stable word, for the journal and for logs.
    pub(crate) const fn label(&self) -> &'static str {
        match self {
            Self::Created { .. } => "created",
            Self::CreatedWithoutId => "created without id",
            Self::Refused { .. } => "refused",
            Self::Duplicate { .. } => "duplicate",
            Self::TokenSeen { .. } => "token seen",
            Self::Throttled { .. } => "throttled",
            Self::TokenRejected { .. } => "token rejected",
            Self::NeverSent { .. } => "never sent",
            Self::Lost { .. } => "lost",
            Self::Halt(_) => "halt",
        }
    }

    /// The API's code, where the answer had one that is not 0.
    pub(crate) const fn code(&self) -> Option<i64> {
        match self {
            Self::Refused { code, .. }
            | Self::Duplicate { code, .. }
            | Self::TokenSeen { code }
            | Self::TokenRejected { code }
            | Self::Halt(Halt { code, .. }) => Some(*code),
            Self::Throttled { code, .. } | Self::Lost { code, .. } => *code,
            Self::Created { .. } | Self::CreatedWithoutId | Self::NeverSent { .. } => None,
        }
    }

    /// Why it is no success: what the API said, masked, with the fields that it names; or why there is
    /// no answer. Nothing where neither is known.
    pub(crate) fn reason(&self) -> Option<Reason> {
        Some(match self {
            Self::Refused { message, violations, .. } => {
                let fields = violations.iter().map(|v| (v.field.clone(), v.description.clone()));
                Reason::Said { message: message.clone(), fields: fields.collect() }
            }
            Self::Duplicate { message, .. } if message.is_empty() => return None,
            Self::Duplicate { message, .. } => Reason::said(message),
            Self::Halt(halt) => Reason::Halted(halt.message.clone()),
            Self::TokenRejected { .. } => Reason::TokenRejected,
            Self::NeverSent { why } => Reason::from(*why),
            Self::Lost { why, message, .. } => Reason::Lost(*why, message.clone()),
            Self::CreatedWithoutId => Reason::from(Lost::Unnamed),
            Self::Created { .. } | Self::TokenSeen { .. } | Self::Throttled { .. } => return None,
        })
    }

    /// Whether the create was surely not executed.
    #[cfg(test)]
    pub(crate) const fn surely_not_executed(&self) -> bool {
        match self {
            Self::Refused { .. }
            | Self::Throttled { .. }
            | Self::TokenRejected { .. }
            | Self::NeverSent { .. }
            | Self::Halt(_) => true,
            // A duplicate is refused, but perhaps because an earlier attempt was executed.
            Self::Created { .. }
            | Self::CreatedWithoutId
            | Self::Duplicate { .. }
            | Self::TokenSeen { .. }
            | Self::Lost { .. } => false,
        }
    }
}

/// What an answer to a create means.
pub(crate) fn create(endpoint: &Endpoint, answer: &Answer) -> Verdict {
    let (meaning, envelope) = match interpret(endpoint, answer) {
        Said::NeverSent(why) => return Verdict::NeverSent { why },
        Said::Unusable(why) => return Verdict::Lost { why, code: None, message: String::new() },
        Said::Throttled => return Verdict::Throttled { wait: answer.reset, code: None },
        Said::Success { data, .. } => {
            return created_id(endpoint, &data)
                .map_or(Verdict::CreatedWithoutId, |remote_id| Verdict::Created { remote_id });
        }
        Said::Code(meaning, envelope) => (meaning, envelope),
    };
    let code = envelope.code;
    let lost = |why, envelope: Envelope| Verdict::Lost {
        why,
        code: Some(envelope.code),
        message: envelope.message,
    };
    match meaning {
        Meaning::Refused(_) => {
            let Envelope { message, violations, .. } = envelope;
            Verdict::Refused { code, message, violations }
        }
        Meaning::Duplicate => Verdict::Duplicate { code, message: envelope.message },
        Meaning::TokenSeen => Verdict::TokenSeen { code },
        Meaning::Throttled => Verdict::Throttled { wait: answer.reset, code: Some(code) },
        Meaning::TokenRejected => Verdict::TokenRejected { code },
        Meaning::ServerError => lost(Lost::ServerError, envelope),
        Meaning::NotTheApi => lost(Lost::NotTheApi, envelope),
        Meaning::Halt(kind) => Verdict::Halt(Halt::said(kind, endpoint, envelope)),
    }
}

/// What an answer to a read means; its data is parsed by [`super::reads`]. No data is no empty list:
/// nothing was read.
pub(crate) fn read(endpoint: &Endpoint, answer: &Answer) -> ReadVerdict<Value> {
    let said = interpret(endpoint, answer);
    if matches!(said, Said::Success { has_data: false, .. }) {
        return ReadVerdict::Again { why: Lost::NotTheApi, code: None };
    }
    meant(endpoint, answer, said)
}

/// What an answer means that has its members beside its code: the token's.
pub(crate) fn read_bare(endpoint: &Endpoint, answer: &Answer) -> ReadVerdict<Value> {
    meant(endpoint, answer, interpret(endpoint, answer))
}

fn meant(endpoint: &Endpoint, answer: &Answer, said: Said) -> ReadVerdict<Value> {
    let (meaning, envelope) = match said {
        Said::NeverSent(why) => return ReadVerdict::Unreachable { why },
        Said::Unusable(why) => return ReadVerdict::Again { why, code: None },
        Said::Throttled => return ReadVerdict::Throttled { wait: answer.reset, code: None },
        Said::Success { data, .. } => return ReadVerdict::Data(data),
        Said::Code(meaning, envelope) => (meaning, envelope),
    };
    let code = envelope.code;
    match meaning {
        Meaning::Refused(refusal) => {
            ReadVerdict::Refused { refusal, code, message: envelope.message }
        }
        Meaning::Duplicate | Meaning::TokenSeen => {
            ReadVerdict::Refused { refusal: Refusal::Other, code, message: envelope.message }
        }
        Meaning::Throttled => ReadVerdict::Throttled { wait: answer.reset, code: Some(code) },
        Meaning::TokenRejected => ReadVerdict::TokenRejected { code },
        Meaning::ServerError => ReadVerdict::Again { why: Lost::ServerError, code: Some(code) },
        Meaning::NotTheApi => ReadVerdict::Again { why: Lost::NotTheApi, code: Some(code) },
        Meaning::Halt(kind) => ReadVerdict::Halt(Halt::said(kind, endpoint, envelope)),
    }
}

/// What an answer says, before it is asked whether it was a create or a read.
enum Said {
    NeverSent(Unsent),
    Unusable(Lost),
    /// 429 without a body that could be read.
    Throttled,
    Success {
        data: Value,
        has_data: bool,
    },
    Code(Meaning, Envelope),
}

fn interpret(endpoint: &Endpoint, answer: &Answer) -> Said {
    let (status, body) = match &answer.outcome {
        Outcome::NeverSent { why } => return Said::NeverSent(*why),
        Outcome::Lost { status: Some(429), .. } => return Said::Throttled,
        Outcome::Lost { why, .. } => return Said::Unusable(*why),
        Outcome::Replied { status, body } => (*status, body),
    };
    match wire::envelope(body) {
        None if status == 429 => Said::Throttled,
        None => Said::Unusable(Lost::NotTheApi),
        Some(envelope) if envelope.code == 0 && (200..300).contains(&status) => {
            Said::Success { data: envelope.data, has_data: envelope.has_data }
        }
        Some(envelope) if envelope.code == 0 => Said::Unusable(Lost::Contradiction),
        Some(envelope) => {
            let known = codes::meaning(endpoint, envelope.code);
            Said::Code(known.unwrap_or_else(|| codes::by_status(status)), envelope)
        }
    }
}

/// The id of what was made, where the table of its endpoint says that it stands.
fn created_id(endpoint: &Endpoint, data: &Value) -> Option<String> {
    endpoint.made.iter().find_map(|pointer| wire::id(data.pointer(pointer)?))
}
