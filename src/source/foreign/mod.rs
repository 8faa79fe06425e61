//! `.xls`, `.xlsb` and `.ods` as rows: their parser holds a workbook whole and aborts when a small
//! hostile file makes it ask for terabytes, so it runs in a process of its own, which limits its own
//! memory and time. That process writes rows into an unnamed temporary file; here they are read
//! from it any number of times.
//!
//! Where there is no such process, or it cannot limit itself, these formats are refused.
//!
//! Must not know: how the parser reads cells (`child`).

mod biff;
mod biff12;
mod bytes;
mod child;
mod compound;
mod faces;
mod halt;
mod kind;
mod limits;
mod linking;
mod ods;
mod sheets;
mod spawn;
mod spool;
mod values;
mod wordings;
mod xlsb;

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

use super::about::{OpenOptions, SheetInfo};
use super::archive::{Archive, damaged};
use super::complaint::{in_sheet, problem, unreadable};
use super::contain::contained;
use super::guard;
use crate::problem::{Code, Complaint, Problem, of_system};
use crate::sheet::{Outline, RawRow};

pub use child::{Errand, Unable};
pub use kind::ForeignKind;
use spool::{Index, Step};

/// An opened workbook: its rows in a temporary file.
pub(super) struct Book {
    rows: File,
    index: Index,
}

impl Book {
    /// Have the workbook read by the process that `options.reader` names.
    pub(super) fn open(
        kind: ForeignKind,
        path: &Path,
        file: File,
        shown: &Arc<str>,
        options: &OpenOptions,
    ) -> Result<Self, Problem> {
        let complain = |complaint: Complaint| problem(shown, complaint);
        let limits = &options.limits;
        let size = file.metadata().map_err(|e| unreadable(shown, &e))?.len();
        if size > limits.workbook_bytes {
            let limit = limits.workbook_bytes;
            let args = [(limit >> 20).to_string(), limits.way_out(size, limit)];
            return Err(complain(Complaint::with(Code::FileTooLarge, args)));
        }
        match kind {
            ForeignKind::Xls => {}
            ForeignKind::Xlsb | ForeignKind::Ods => {
                let opened = contained(|| Archive::new(BufReader::new(file)));
                let archive = opened.and_then(|opened| opened.map_err(|_| damaged("zip")));
                let mut archive = archive.map_err(complain)?;
                contained(|| guard::inspect(&mut archive, limits)).flatten().map_err(complain)?;
            }
        }
        let Some(program) = &options.reader else {
            return Err(complain(kind.refusal()));
        };
        let errand = Errand::new(kind, path, size, limits);
        let mut rows = spawn::run(program, &errand).map_err(|failure| match failure {
            spawn::Failure::Unavailable => complain(kind.refusal()),
            spawn::Failure::Refused(complaint) => complain(complaint),
            spawn::Failure::System(error) => unreadable(shown, &error),
        })?;
        match spool::index(&mut rows, limits.merges) {
            Ok(Index { refused: Some(complaint), .. }) => Err(complain(complaint)),
            Ok(index) => Ok(Self { rows, index }),
            Err(spool::Broken::NotOurs) => Err(complain(kind.refusal())),
            Err(spool::Broken::Cut) => Err(complain(damaged("parser"))),
            Err(spool::Broken::Io(error)) => Err(unreadable(shown, &error)),
        }
    }

    /// The worksheets.
    pub(super) fn sheets(&self) -> Vec<SheetInfo> {
        self.index.sheets.iter().map(|sheet| sheet.info.clone()).collect()
    }

    /// What a sheet says beside its cells.
    pub(super) fn outline(&self, sheet: usize) -> Outline {
        self.index.sheets.get(sheet).map(|sheet| sheet.outline.clone()).unwrap_or_default()
    }

    /// Whether a text of a worksheet may be a day in figures, one of which can be no month.
    pub(super) fn is_lopsided(&self, sheet: usize) -> bool {
        self.index.sheets.get(sheet).is_some_and(|sheet| sheet.lopsided)
    }

    /// The rows of a worksheet.
    pub(super) fn rows<'a>(
        &'a mut self,
        sheet: usize,
        shown: &'a Arc<str>,
    ) -> Result<SheetRows<'a>, Problem> {
        let Some(sheet) = self.index.sheets.get(sheet) else {
            return Err(problem(shown, Complaint::new(Code::WorkbookNoSheet)));
        };
        self.rows.seek(SeekFrom::Start(sheet.rows)).map_err(|e| unreadable(shown, &e))?;
        let name = sheet.info.name.as_ref().unwrap_or(shown);
        let rows = BufReader::with_capacity(64 * 1024, &self.rows);
        Ok(SheetRows { rows, frame: Vec::new(), ended: false, shown, name })
    }
}

/// A pass over the rows of a worksheet.
pub(super) struct SheetRows<'a> {
    rows: BufReader<&'a File>,
    frame: Vec<u8>,
    ended: bool,
    shown: &'a Arc<str>,
    name: &'a Arc<str>,
}

impl SheetRows<'_> {
    /// The next row that holds anything; false at the end.
    pub(super) fn next(&mut self, row: &mut RawRow) -> Result<bool, Problem> {
        if self.ended {
            return Ok(false);
        }
        let complaint = match spool::step(self.rows.by_ref(), &mut self.frame, row) {
            Ok(Step::Row) => return Ok(true),
            Ok(Step::End) => {
                self.ended = true;
                return Ok(false);
            }
            Ok(Step::Refused(complaint)) => complaint,
            Err(spool::Broken::Io(error)) => {
                Complaint::with(Code::FileUnreadable, [of_system(&error)])
            }
            Err(spool::Broken::NotOurs | spool::Broken::Cut) => damaged("parser"),
        };
        self.ended = true;
        Err(in_sheet(self.shown, self.name, complaint))
    }
}
