//! Words for what became of a record: how it was admitted, and its one fate.
//!
//! Must not know: SQL, the network.

use super::standing::Standing;

/// How a record was admitted against what earlier runs left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Admitted {
    /// Nothing was known of it.
    New,
    /// An unsent job took its content.
    TakeOver,
    /// A refused job is sent again with its content.
    SendAgain,
    /// Done by an earlier run, same content.
    Unchanged,
    /// Done by an earlier run, other content.
    Changed,
    /// Sent by an earlier run, outcome not known.
    Unknown,
    /// Its keys lead to somebody else.
    Conflict,
    /// Its row has errors.
    Invalid,
    /// It waits for a record that failed.
    Blocked,
}

impl Admitted {
    /// Every word.
    pub const ALL: &'static [Self] = &[
        Self::New,
        Self::TakeOver,
        Self::SendAgain,
        Self::Unchanged,
        Self::Changed,
        Self::Unknown,
        Self::Conflict,
        Self::Invalid,
        Self::Blocked,
    ];

    /// The word of the journal.
    pub const fn label(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::TakeOver => "take_over",
            Self::SendAgain => "send_again",
            Self::Unchanged => "unchanged",
            Self::Changed => "changed",
            Self::Unknown => "unknown",
            Self::Conflict => "conflict",
            Self::Invalid => "invalid",
            Self::Blocked => "blocked",
        }
    }

    /// The admission with this word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|admitted| admitted.label() == word)
    }

    /// The fate that follows from it alone, whatever becomes of the job.
    pub(super) const fn decided(self) -> Option<Fate> {
        match self {
            Self::Invalid => Some(Fate::Invalid),
            Self::Conflict => Some(Fate::Conflict),
            Self::Blocked => Some(Fate::Blocked),
            Self::Unchanged => Some(Fate::Unchanged),
            Self::Changed => Some(Fate::Changed),
            Self::New | Self::TakeOver | Self::SendAgain | Self::Unknown => None,
        }
    }

    /// The words of those whose fate is their job's, as a list of SQL.
    pub(super) fn open_words() -> String {
        let open = Self::ALL.iter().filter(|admitted| admitted.decided().is_none());
        open.map(|admitted| format!("'{}'", admitted.label())).collect::<Vec<_>>().join(", ")
    }

    /// It is to be sent once its run is approved.
    pub const fn is_sent(self) -> bool {
        matches!(self, Self::New | Self::TakeOver | Self::SendAgain)
    }
}

/// What became of a record; frozen when its run ends. The words are those of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Made by this run.
    Created,
    /// In the tenant before.
    Existing,
    /// Done by an earlier run, same content.
    Unchanged,
    /// Done by an earlier run, content differs now; not sent.
    Changed,
    /// Its row has errors.
    Invalid,
    /// Its keys lead to somebody else.
    Conflict,
    /// It waits for a record that failed.
    Blocked,
    /// Refused by the API.
    Refused,
    /// Sent, outcome not known.
    Unknown,
    /// Not sent.
    NotSent,
}

impl Fate {
    /// Every fate, in the order of reports.
    pub const ALL: &'static [Self] = &[
        Self::Created,
        Self::Existing,
        Self::Unchanged,
        Self::Changed,
        Self::Invalid,
        Self::Conflict,
        Self::Blocked,
        Self::Refused,
        Self::Unknown,
        Self::NotSent,
    ];

    /// The word of reports and of the journal.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Existing => "existing",
            Self::Unchanged => "unchanged",
            Self::Changed => "changed",
            Self::Invalid => "invalid",
            Self::Conflict => "conflict",
            Self::Blocked => "blocked",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::NotSent => "not_sent",
        }
    }

    /// The fate with this word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|fate| fate.label() == word)
    }

    /// Its place in [`Fate::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// The fate of a record as things stand.
///
/// `job` is the standing of the job that it was admitted to; `owned` says that the job still belongs
/// to the record's run (a later run may have taken it over; a draft has not yet); `same` that the
/// record's content is the job's.
pub(super) fn fate(admitted: Admitted, job: Option<&Standing>, owned: bool, same: bool) -> Fate {
    use super::standing::JobState;
    if let Some(decided) = admitted.decided() {
        return decided;
    }
    match admitted {
        Admitted::Unknown => match job {
            None => Fate::Unknown,
            Some(job) if job.is_unknown() => Fate::Unknown,
            Some(job) => match (&job.state, same) {
                (JobState::Created { .. } | JobState::Existing { .. }, true) => Fate::Unchanged,
                (JobState::Created { .. } | JobState::Existing { .. }, false) => Fate::Changed,
                (
                    JobState::Pending
                    | JobState::Cleared { .. }
                    | JobState::Sending { .. }
                    | JobState::Waiting { .. }
                    | JobState::InDoubt { .. }
                    | JobState::Refused { .. }
                    | JobState::Conflict { .. }
                    | JobState::Withdrawn
                    | JobState::Held
                    | JobState::Blocked { .. },
                    _,
                ) => Fate::NotSent,
            },
        },
        Admitted::New
        | Admitted::TakeOver
        | Admitted::SendAgain
        | Admitted::Invalid
        | Admitted::Conflict
        | Admitted::Blocked
        | Admitted::Unchanged
        | Admitted::Changed => match job {
            None => Fate::NotSent,
            Some(_) if !owned => Fate::NotSent,
            Some(job) if job.is_unknown() => Fate::Unknown,
            Some(job) => match &job.state {
                JobState::Created { .. } => Fate::Created,
                JobState::Existing { .. } => Fate::Existing,
                JobState::Refused { .. } => Fate::Refused,
                JobState::Conflict { .. } => Fate::Conflict,
                JobState::Blocked { .. } => Fate::Blocked,
                JobState::Pending
                | JobState::Cleared { .. }
                | JobState::Sending { .. }
                | JobState::Waiting { .. }
                | JobState::InDoubt { .. }
                | JobState::Withdrawn
                | JobState::Held => Fate::NotSent,
            },
        },
    }
}
