//! A run: its number, its name, where it is, what is known of it and of its files.
//!
//! Must not know: what happens to runs (`runs`, `ending`), how they are kept.

use std::sync::Arc;

use jiff::Timestamp;

use crate::spec::IdTypes;

/// A run's number in its journal, from 1; never used twice.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct RunId(pub i64);

impl std::fmt::Display for RunId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A run's name in all journals: what a fix file holds to find its records again.
pub type RunUuid = uuid::Uuid;

/// Where a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// Planned, not approved: nothing of it may be sent.
    Draft,
    /// Approved and being sent: the only state whose jobs are looked up and leased.
    Approved,
    /// Sent to its end. Final.
    Finished,
    /// Stopped by the API or by a guard; can be resumed.
    Halted,
    /// Stopped by a person or a crash; can be resumed.
    Interrupted,
    /// Given up. Final.
    Abandoned,
    /// Ended before anything was sent, because of its rows. Final.
    Blocked,
}

impl RunState {
    /// Every state.
    pub const ALL: &'static [Self] = &[
        Self::Draft,
        Self::Approved,
        Self::Finished,
        Self::Halted,
        Self::Interrupted,
        Self::Abandoned,
        Self::Blocked,
    ];

    /// The word of the journal and of reports.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Finished => "finished",
            Self::Halted => "halted",
            Self::Interrupted => "interrupted",
            Self::Abandoned => "abandoned",
            Self::Blocked => "blocked",
        }
    }

    /// The state with this word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.label() == word)
    }
}

/// What is known of a run when it begins.
#[derive(Clone, Debug)]
pub struct RunHead {
    /// Who runs it.
    pub operator: String,
    /// This program's version.
    pub muster_version: String,
    /// SHA-256 of the mapping file, hex.
    pub mapping_sha256: Option<String>,
    /// The mapping file's bytes: TOML, or a workbook.
    pub mapping: Option<Vec<u8>>,
    /// The run whose records it goes on with.
    pub continues: Option<RunId>,
    /// The files.
    pub inputs: Vec<InputHead>,
    /// The id types of its calls.
    pub id_types: IdTypes,
    /// Whatever else the driver wants to find again, as JSON.
    pub options_json: String,
    /// When it began.
    pub started_at: Timestamp,
}

/// A file of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputHead {
    /// Its name, as shown.
    pub file: Arc<str>,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
}

/// A file of a run, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputRow {
    /// Its name, as shown.
    pub file: Arc<str>,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Rows below the header, blank ones too.
    pub rows: u64,
    /// Blank rows among them.
    pub blank: u64,
    /// Rows among them that are no records: totals, examples, what is hidden.
    pub skipped: u64,
}

/// A run, as the journal holds it.
#[derive(Clone, Debug)]
pub struct RunRow {
    /// Its number.
    pub id: RunId,
    /// Its name in all journals; none in one of an earlier schema that is only read.
    pub uuid: Option<RunUuid>,
    /// Where it is.
    pub state: RunState,
    /// Who began it.
    pub operator: String,
    /// The program's version.
    pub muster_version: String,
    /// SHA-256 of the mapping file, hex.
    pub mapping_sha256: Option<String>,
    /// The id types of its calls.
    pub id_types: IdTypes,
    /// What the driver kept.
    pub options_json: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When it was approved.
    pub approved_at: Option<Timestamp>,
    /// By whom.
    pub approved_by: Option<String>,
    /// When it ended, for now or for good.
    pub finished_at: Option<Timestamp>,
    /// Its files.
    pub inputs: Vec<InputRow>,
    /// How many records it has.
    pub records: u64,
}
