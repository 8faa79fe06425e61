//! What is found in an input, and who takes it.
//!
//! Must not know: how it is found.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::bind::Binding;
use crate::check::Record;
use crate::plan::reference::RecordRef;
use crate::plan::{Job, Making};
use crate::problem::{Complaint, Place, Problem};
use crate::sheet::Spans;
use crate::source::{Digest, Evidence};
use crate::spec::KindId;

use super::again::AgainSheet;

/// What is done with what the intake finds. Calls come in the order of the rows. Who wants records alone
/// says nothing of files and sheets.
pub trait Sink {
    /// A file was opened.
    fn file(&mut self, _head: &FileHead) -> Result<(), Complaint> {
        Ok(())
    }
    /// A sheet was bound; its header's texts are given by column, and the hidden rows that are not
    /// read.
    fn sheet(
        &mut self,
        _place: &Place,
        _header: &[String],
        _bindings: &[Binding],
        _hidden: &Spans,
    ) -> Result<(), Complaint> {
        Ok(())
    }
    /// A sheet was read to its end: these rows of it are no records and stand between the rows of
    /// one. Of use to who reads the sheet again.
    fn within(&mut self, _place: &Place, _rows: &Spans) -> Result<(), Complaint> {
        Ok(())
    }
    /// A child sheet was read to its end: rows of it follow that no record took.
    fn child(&mut self, _sheet: AgainSheet) -> Result<(), Complaint> {
        Ok(())
    }
    /// How jobs are made, where the sink wants them: they are made ahead, beside the checks.
    fn making(&self) -> Option<Making> {
        None
    }
    /// Whether it takes records of which nothing is to be said. For who does not they are in the sums
    /// alone, where they are of one row and not looked at for jobs.
    fn takes_sound(&self) -> bool {
        true
    }
    /// A record passed every check, perhaps with warnings; with its job, where one is wanted.
    fn record(
        &mut self,
        at: &At<'_>,
        record: Record,
        job: Option<Job>,
        warnings: &[Problem],
    ) -> Result<(), Complaint>;
    /// A record failed, for at least one error among these problems.
    fn rejected(
        &mut self,
        at: &At<'_>,
        kind: KindId,
        problems: &[Problem],
    ) -> Result<(), Complaint>;
    /// A file, a sheet or a header is worth a look: a warning.
    fn problem(&mut self, problem: Problem) -> Result<(), Complaint>;
    /// A file was read to its end.
    fn file_end(&mut self, _rows: &FileRows) -> Result<(), Complaint> {
        Ok(())
    }
}

/// A file that was opened.
#[derive(Clone, Debug)]
pub struct FileHead {
    /// The name as given.
    pub name: Arc<str>,
    /// How it is read: `xlsx`, or `csv, gb18030, ","`.
    pub format: String,
    /// On what grounds it is read so, where it does not say so itself.
    pub evidence: Vec<Evidence>,
}

/// Where a record is from.
#[derive(Debug)]
pub struct At<'a> {
    /// File, sheet and row.
    pub place: &'a Place,
    /// The physical rows that the record is made of, from the place's row on and elsewhere.
    pub rows: u32,
    /// The text of the key column, where the mapping names one.
    pub key: Option<String>,
    /// What ties the row to a record of an earlier run, from the column `muster_row`.
    pub reference: Option<RecordRef>,
}

/// The sums of one intake. `rows` = `made` + `rejected` + `blank` + `skipped`, always.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntakeCounts {
    /// Physical rows below the headers.
    pub rows: u64,
    /// Rows without any visible content.
    pub blank: u64,
    /// Rows that are no records: totals, examples, what is hidden.
    pub skipped: u64,
    /// Rows that made a record, or part of one.
    pub made: u64,
    /// Rows of which every record failed.
    pub rejected: u64,
    /// Records that passed, and that failed, by kind.
    pub records: std::collections::BTreeMap<KindId, (u64, u64)>,
    /// Rows by file, in order.
    pub files: Vec<FileRows>,
}

/// The rows of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRows {
    /// The name as given.
    pub name: Arc<str>,
    /// SHA-256 of its bytes as they were read, hexadecimal; empty until its end, and where nobody is to
    /// be told.
    pub sha256: String,
    /// Physical rows below the headers.
    pub rows: u64,
    /// Of these, blank.
    pub blank: u64,
    /// Of these, no records.
    pub skipped: u64,
}

impl FileRows {
    /// The file was read, and has this digest.
    pub(super) fn digested(&mut self, digest: &Digest) {
        digest.sha256().unwrap_or_default().clone_into(&mut self.sha256);
    }
}

impl IntakeCounts {
    /// Rows that were read as records.
    pub const fn read(&self) -> u64 {
        self.rows.saturating_sub(self.blank + self.skipped)
    }

    /// Records that passed, of all kinds.
    pub fn valid(&self) -> u64 {
        self.records.values().map(|(valid, _)| valid).sum()
    }

    /// Records that failed, of all kinds.
    pub fn invalid(&self) -> u64 {
        self.records.values().map(|(_, invalid)| invalid).sum()
    }
}
