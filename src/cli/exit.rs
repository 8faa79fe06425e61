//! The exit codes, which scripts rely on (README, "Exit codes").
//!
//! Must not know: how a command came to its end.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Fine,
    /// The API, `--max-refused` or a guard stopped the run.
    Stopped,
    /// Arguments, configuration, mapping, unreadable or empty input, a required column missing.
    Usage,
    /// Credentials or permission.
    Credentials,
    /// Network.
    Network,
    /// A bug of muster.
    Internal,
    /// Disk or journal.
    Disk,
    /// Some rows are invalid, conflict, blocked or refused.
    Rows,
    /// Another process holds the journal.
    Busy,
    /// The input changed while it was read.
    Changed,
    /// Unknown outcomes remain.
    Unknown,
    /// Nothing sent, because rows are invalid and `--skip-invalid` was not given.
    NothingSent,
    /// Interrupted, resumable.
    Interrupted,
}

impl Exit {
    /// The number.
    pub const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Stopped => 1,
            Self::Usage => 2,
            Self::Credentials => 3,
            Self::Network => 4,
            Self::Internal => 5,
            Self::Disk => 6,
            Self::Rows => 10,
            Self::Busy => 11,
            Self::Changed => 12,
            Self::Unknown => 13,
            Self::NothingSent => 14,
            Self::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
