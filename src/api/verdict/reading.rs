//! What became of a read.
//!
//! Must not know: which read it was.

use std::time::Duration;

use super::Halt;
use crate::problem::{Lost, Unsent};
use crate::spec::Refusal;

/// What became of a read. All but `Refused` and `Halt` may be asked again freely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ReadVerdict<T> {
    /// What was read.
    Data(T),
    /// Definitely refused, for what was asked.
    Refused {
        /// Why, where that matters.
        refusal: Refusal,
        /// The API's code.
        code: i64,
        /// Its message, masked.
        message: String,
    },
    /// Too many requests. The whole endpoint waits.
    Throttled {
        /// As long as the server said.
        wait: Option<Duration>,
        /// The API's code, where there was one.
        code: Option<i64>,
    },
    /// The access token was rejected.
    TokenRejected {
        /// The API's code.
        code: i64,
    },
    /// It never reached the server.
    Unreachable {
        /// Why.
        why: Unsent,
    },
    /// No answer that can be used.
    Again {
        /// Why.
        why: Lost,
        /// The API's code, where there was one.
        code: Option<i64>,
    },
    /// No other read would be answered: the run stops.
    Halt(Halt),
}

impl<T> ReadVerdict<T> {
    /// Read further; data that is not as documented is an answer that cannot be used.
    pub(in crate::api) fn and_then<U>(self, parse: impl FnOnce(T) -> Option<U>) -> ReadVerdict<U> {
        match self {
            Self::Data(data) => parse(data)
                .map_or(ReadVerdict::Again { why: Lost::NotTheApi, code: None }, ReadVerdict::Data),
            Self::Refused { refusal, code, message } => {
                ReadVerdict::Refused { refusal, code, message }
            }
            Self::Throttled { wait, code } => ReadVerdict::Throttled { wait, code },
            Self::TokenRejected { code } => ReadVerdict::TokenRejected { code },
            Self::Unreachable { why } => ReadVerdict::Unreachable { why },
            Self::Again { why, code } => ReadVerdict::Again { why, code },
            Self::Halt(halt) => ReadVerdict::Halt(halt),
        }
    }
}
