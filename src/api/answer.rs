//! What became of one request: the fact, before any meaning.
//!
//! Must not know: what a code means, which request it was.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use crate::problem::{Code, Complaint};

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
    /// In a word, why there is no answer of the API's.
    pub(crate) const fn why(&self) -> &'static str {
        match &self.outcome {
            Outcome::NeverSent { why } => why.label(),
            Outcome::Lost { why, .. } => why.label(),
            Outcome::Replied { .. } => Lost::NotTheApi.label(),
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

/// Why a request never reached the server. May be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Unsent {
    /// The host's name has no address.
    Dns,
    /// The host refuses the connection.
    Refused,
    /// No connection in time.
    ConnectTimeout,
    /// The host's certificate doesn't verify. Trying again doesn't help.
    Certificate,
    /// The handshake failed for another reason.
    Tls,
    /// No connection for another reason: no route, a proxy that refuses, a closed socket.
    Connect,
    /// The request could not be made: a bug of ours (a permit for another endpoint, a bad URL).
    Unmade,
}

impl Unsent {
    /// A stable word, for the journal and for logs.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Dns => "dns",
            Self::Refused => "connection refused",
            Self::ConnectTimeout => "connect timeout",
            Self::Certificate => "certificate",
            Self::Tls => "tls",
            Self::Connect => "cannot connect",
            Self::Unmade => "request not made",
        }
    }

    /// What a person is told where nothing can be sent to `host` for this reason.
    pub(crate) fn complaint(self, host: &str) -> Complaint {
        match self {
            Self::Certificate | Self::Tls => Complaint::with(Code::TlsFailed, [host]),
            Self::Dns | Self::Refused | Self::ConnectTimeout | Self::Connect | Self::Unmade => {
                Complaint::with(Code::HostUnreachable, [host, self.label()])
            }
        }
    }
}

/// Why it is not known whether a request was executed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Lost {
    /// No whole answer within the time limit of one request.
    Timeout,
    /// The connection broke after the request, or a part of it, had been sent.
    Broken,
    /// The answer's body is longer than [`MAX_BODY`].
    TooLong,
    /// The answer's body broke off, or cannot be decompressed.
    CutShort,
    /// The answer is not the API's: a proxy's page, an empty or truncated body, no `code`.
    NotTheApi,
    /// The API says that something went wrong on its side.
    ServerError,
    /// The API reports success in an answer whose status says the opposite.
    Contradiction,
}

impl Lost {
    /// A stable word, for the journal and for logs.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Timeout => "timeout",
            Self::Broken => "connection broken",
            Self::TooLong => "answer too long",
            Self::CutShort => "answer cut short",
            Self::NotTheApi => "answer is not the API's",
            Self::ServerError => "server error",
            Self::Contradiction => "contradictory answer",
        }
    }

    /// What a person is told where `host` never answers as it should, for this reason.
    pub(crate) fn complaint(self, host: &str) -> Complaint {
        match self {
            Self::NotTheApi => Complaint::with(Code::NotTheApi, [host]),
            Self::Timeout
            | Self::Broken
            | Self::TooLong
            | Self::CutShort
            | Self::ServerError
            | Self::Contradiction => Complaint::with(Code::NoUsableAnswer, [host, self.label()]),
        }
    }
}
