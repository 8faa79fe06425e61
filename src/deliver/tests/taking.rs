//! Plans what the intake finds, as the command line does.

use super::*;
use crate::bind::Binding;
use crate::check::Record;
use crate::identity::HashKey;
use crate::intake::again::AgainSheet;
use crate::intake::{At, FileHead, FileRows, Sink};
use crate::journal::Planner;
use crate::plan::payload;
use crate::problem::{Complaint, Place, Problem};
use crate::sheet::Spans;

/// Plans what the intake finds, as the command line does.
pub(super) struct Taking<'p, 'j> {
    pub(super) planner: &'p mut Planner<'j>,
    pub(super) key: HashKey,
}

impl Taking<'_, '_> {
    fn head(at: &At<'_>, kind: KindId) -> RecordHead {
        RecordHead {
            file: at.place.file.clone().unwrap(),
            sheet: None,
            row: at.place.row.unwrap(),
            rows: at.rows,
            kind,
            label: Arc::from("x"),
            reference: None,
        }
    }
}

impl Sink for Taking<'_, '_> {
    fn file(&mut self, head: &FileHead) -> Result<(), Complaint> {
        self.planner.begin_input(&head.name, "")
    }

    fn sheet(
        &mut self,
        _: &Place,
        _: &[String],
        _: &[Binding],
        _: &Spans,
    ) -> Result<(), Complaint> {
        Ok(())
    }

    fn child(&mut self, _: AgainSheet) -> Result<(), Complaint> {
        Ok(())
    }

    fn record(
        &mut self,
        at: &At<'_>,
        record: Record,
        _: Option<Job>,
        _: &[Problem],
    ) -> Result<(), Complaint> {
        let job = Job::of(&record, &ids(), &self.key, None, payload::body(&record));
        self.planner.admit(&Self::head(at, record.kind().id), &job).map(drop)
    }

    fn rejected(&mut self, at: &At<'_>, kind: KindId, why: &[Problem]) -> Result<(), Complaint> {
        self.planner.invalid(&Self::head(at, kind), why)
    }

    fn problem(&mut self, problem: Problem) -> Result<(), Complaint> {
        self.planner.problem(&problem)
    }

    fn file_end(&mut self, rows: &FileRows) -> Result<(), Complaint> {
        self.planner.begin_input(&rows.name, &rows.sha256)?;
        self.planner.input_rows(&rows.name, (rows.rows, rows.blank, rows.skipped))
    }
}
