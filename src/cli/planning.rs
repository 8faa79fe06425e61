//! The intake's sink that plans: records become jobs of a draft run, rows with errors its invalid
//! records, and every problem is kept with them.
//!
//! Must not know: what becomes of the draft.

use std::sync::Arc;

use crate::bind::Binding;
use crate::check::Record;
use crate::intake::again::AgainSheet;
use crate::intake::{At, FileHead, FileRows, Sink};
use crate::journal::{Planner, RecordHead};
use crate::plan::{Foresight, Job, Making};
use crate::problem::{Complaint, Place, Problem};
use crate::report::Groups;
use crate::sheet::Spans;
use crate::spec::KindId;

use super::ask::PlannedTable;
use super::kept::KeptField;
use super::wanted::Wanted;

/// Plans into one draft.
pub(super) struct Planning<'p, 'j> {
    pub(super) planner: &'p mut Planner<'j>,
    pub(super) making: Making,
    /// Whether bodies are wanted.
    pub(super) foresight: Foresight,
    /// Problems by cause, for the terminal.
    pub(super) groups: Groups,
    /// What is needed to read the input again for the fix files.
    pub(super) sheets: Vec<AgainSheet>,
    /// Their bound columns.
    pub(super) fields: Vec<KeptField>,
    /// What each sheet was read as.
    pub(super) tables: Vec<PlannedTable>,
    /// What rows name and the tenant does not have.
    pub(super) wanted: Wanted,
    /// Whether a row names a record of an earlier run.
    pub(super) refers: bool,
}

impl Planning<'_, '_> {
    /// One more record of the sheet that was begun last.
    fn count(&mut self, kind: KindId) {
        if let Some(table) = self.tables.iter_mut().rev().find(|table| table.kind == kind) {
            table.records += 1;
        }
    }

    fn head(at: &At<'_>, kind: KindId, label: &str) -> RecordHead {
        let label = at.key.as_deref().filter(|key| !key.is_empty()).unwrap_or(label);
        RecordHead {
            file: at.place.file.clone().unwrap_or_else(|| Arc::from("")),
            sheet: at.place.sheet.clone(),
            row: at.place.row.unwrap_or(0),
            rows: at.rows,
            kind,
            label: Arc::from(label),
            reference: at.reference,
        }
    }
}

impl Sink for Planning<'_, '_> {
    fn making(&self) -> Option<Making> {
        Some(self.making.clone())
    }

    fn file(&mut self, head: &FileHead) -> Result<(), Complaint> {
        self.planner.begin_input(&head.name, "")
    }

    fn sheet(
        &mut self,
        place: &Place,
        header: &[String],
        bindings: &[Binding],
        hidden: &Spans,
    ) -> Result<(), Complaint> {
        self.sheets.extend(AgainSheet::of(place, header, bindings, hidden));
        self.fields.extend(KeptField::of(place, bindings));
        self.wanted.sheet(bindings);
        self.tables.extend(bindings.iter().map(|binding| PlannedTable {
            file: place.file.clone().unwrap_or_default(),
            sheet: place.sheet.clone(),
            kind: binding.kind.id,
            records: 0,
        }));
        Ok(())
    }

    fn within(&mut self, place: &Place, rows: &Spans) -> Result<(), Complaint> {
        AgainSheet::leave_out(&mut self.sheets, place, rows);
        Ok(())
    }

    fn child(&mut self, sheet: AgainSheet) -> Result<(), Complaint> {
        self.sheets.push(sheet);
        Ok(())
    }

    fn record(
        &mut self,
        at: &At<'_>,
        record: Record,
        job: Option<Job>,
        warnings: &[Problem],
    ) -> Result<(), Complaint> {
        self.count(record.kind().id);
        self.refers |= at.reference.is_some();
        let job = job.unwrap_or_else(|| self.making.job(&record));
        let head = Self::head(at, job.kind, &job.label);
        let admission = self.planner.admit_with(&head, &job, &|| self.making.body(&record))?;
        self.foresight.learn(admission.is_sent());
        for said in self.planner.take_said() {
            self.groups.add(&said);
        }
        for warning in warnings {
            self.groups.add(warning);
            self.planner.remark(warning)?;
        }
        Ok(())
    }

    fn rejected(
        &mut self,
        at: &At<'_>,
        kind: KindId,
        problems: &[Problem],
    ) -> Result<(), Complaint> {
        self.count(kind);
        self.refers |= at.reference.is_some();
        for problem in problems {
            self.groups.add(problem);
            self.wanted.see(problem);
        }
        self.planner.invalid(&Self::head(at, kind, ""), problems)
    }

    fn problem(&mut self, problem: Problem) -> Result<(), Complaint> {
        self.groups.add(&problem);
        self.planner.problem(&problem)
    }

    fn file_end(&mut self, rows: &FileRows) -> Result<(), Complaint> {
        self.planner.begin_input(&rows.name, &rows.sha256)?;
        self.planner.input_rows(&rows.name, (rows.rows, rows.blank, rows.skipped))
    }
}
