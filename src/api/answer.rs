//! What became of one request: the fact, before any meaning.
//!
//! Must not know: what a code means, which request it was.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use crate::problem::{Code, Complaint, Lost, Reason, Unsent};

/// The longest answer that is read: a hundred employees with all versions take under 1 MiB.
pub(super) const MAX_BODY: usize = 4 << 20;

/// What became of one request.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Whether it was sent, and what came back.
    pub outcome: Outcome,
    /// `x-tt-logid`, else `X-Request-Id`: what Feishu's support asks for.
    pub log_id: Option<String>,
    /// How long the server asks to wait: `x-ogw-ratelimit-reset`, else `Retry-After`. None where
    /// it is absent, zero or nonsense; never more than [`super::pace::MAX_PAUSE`].
    pub reset: Option<Duration>,
    /// The server's clock, from the answer's `Date`.
    pub date: Option<jiff::Timestamp>,
    /// From the call to the end of the answer.
    pub elapsed: Duration,
}

impl Answer {
    /// Why there is no answer of the API's.
    pub(crate) fn why(&self) -> Reason {
        match &self.outcome {
            Outcome::NeverSent { why } => Reason::from(*why),
            Outcome::Lost { why, .. } => Reason::from(*why),
            Outcome::Replied { .. } => Reason::from(Lost::NotTheApi),
        }
    }

    /// The HTTP status, where one arrived.
    pub(crate) const fn status(&self) -> Option<u16> {
        match &self.outcome {
            Outcome::NeverSent { .. } => None,
            Outcome::Lost { status, .. } => *status,
            Outcome::Replied { status, .. } => Some(*status),
        }
    }
}

/// Whether a request was sent, and what came back.
pub(crate) enum Outcome {
    /// It never reached the server: no byte of it was sent.
    NeverSent {
        /// Why.
        why: Unsent,
    },
    /// It may have reached the server, and no whole answer came back.
    Lost {
        /// Why.
        why: Lost,
        /// The status, where the answer's head arrived.
        status: Option<u16>,
    },
    /// A whole answer, of whatever kind.
    Replied {
        /// The HTTP status.
        status: u16,
        /// The body, at most [`MAX_BODY`].
        body: Bytes,
    },
}

/// The body may hold a person's data or a token: only its length is shown.
impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NeverSent { why } => write!(f, "NeverSent({why:?})"),
            Self::Lost { why, status } => write!(f, "Lost({why:?}, {status:?})"),
            Self::Replied { status, body } => write!(f, "Replied({status}, {} bytes)", body.len()),
        }
    }
}

/// What a person is told where nothing can be sent.
impl Unsent {
    /// Where nothing can be sent to `host` for this reason.
    pub(crate) fn complaint(self, host: &str) -> Complaint {
        match self {
            Self::Certificate | Self::Tls => Complaint::with(Code::TlsFailed, [host]),
            Self::Dns | Self::Refused | Self::ConnectTimeout | Self::Connect | Self::Unmade => {
                let args = [host.into(), Reason::from(self).both()];
                Complaint::with(Code::HostUnreachable, args)
            }
        }
    }
}

/// What a person is told where there are no answers.
impl Lost {
    /// Where `host` never answers as it should, for this reason.
    pub(crate) fn complaint(self, host: &str) -> Complaint {
        match self {
            Self::NotTheApi => Complaint::with(Code::NotTheApi, [host]),
            Self::Timeout
            | Self::Broken
            | Self::TooLong
            | Self::CutShort
            | Self::ServerError
            | Self::Contradiction
            | Self::Unnamed => {
                let args = [host.into(), Reason::from(self).both()];
                Complaint::with(Code::NoUsableAnswer, args)
            }
        }
    }
}
