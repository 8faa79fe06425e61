//! Child sheets: sheets whose rows belong to the records of another one. They are read whole before
//! their parents, and what no parent takes is told when every parent has come.
//!
//! Must not know: what the cells hold.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::bind::{Binding, ChildBinding};
use crate::mapping::{ChildMapping, names};
use crate::problem::{Code, Complaint, Place, Problem};
use crate::rows::Leftover;
use crate::rows::child::key;
use crate::sheet::RawRow;

use super::child_sheet::{ChildSheet, file_name};
use super::sink::{At, FileHead, FileRows};
use super::stop::{Stop, input};
use super::walk::Ingest;
use super::wanted::{One, Refused, Taken, Wanted};

impl Ingest<'_> {
    /// Read the child sheets that the bindings of a sheet want; for each binding what it wants.
    pub(super) fn children(
        &mut self,
        path: &Path,
        bindings: &[Binding],
        of_fix: bool,
    ) -> Result<Vec<Wanted>, Stop> {
        let mut all = Vec::new();
        for binding in bindings {
            let mut wanted = Wanted::default();
            for child in &binding.shape.children {
                for (path, own_file) in self.files_of(&child.mapping, path)? {
                    let sheet = self.load(&path, own_file, &child.mapping, binding)?;
                    self.child_sheets[sheet].of_fix |= of_fix;
                    wanted.children.push(One { sheet, key: child.key_parent });
                }
            }
            all.push(wanted);
        }
        Ok(all)
    }

    /// The files that a child is read from, and whether they are others than the parent's.
    pub(super) fn files_of(
        &self,
        child: &ChildMapping,
        parent: &Path,
    ) -> Result<Vec<(PathBuf, bool)>, Stop> {
        let Some(pattern) = &child.file else { return Ok(vec![(parent.to_path_buf(), false)]) };
        let inputs = self.order.files.iter().filter(|path| names(pattern, &file_name(path)));
        let mut found: Vec<_> = inputs.map(|path| (path.clone(), true)).collect();
        if found.is_empty() {
            let home = self.order.mapping_folder.clone().unwrap_or_default();
            found.extend(beside(&home, pattern).into_iter().map(|path| (path, true)));
        }
        if found.is_empty() {
            let complaint = Complaint::with(Code::ChildFileMissing, [pattern.clone()]);
            return Err(input(Problem::at(Place::default(), complaint)));
        }
        Ok(found)
    }

    /// The rows that belong to a record, of which this is the first; a complaint where its key
    /// can't be read or is another's too.
    pub(super) fn take(
        &mut self,
        wanted: &Wanted,
        first: &RawRow,
        at: &Place,
    ) -> Vec<(usize, Taken)> {
        let mut taken = Vec::new();
        for One { sheet, key: column } in &wanted.children {
            let column = *column;
            let refused = |complaint, rows| Refused { column, complaint, rows };
            let rows = match key(first.cell(column)) {
                Err(complaint) => Err(refused(complaint, 0)),
                Ok(None) => Ok(Vec::new()),
                Ok(Some(key)) => {
                    let sheet = &mut self.child_sheets[*sheet];
                    let again = sheet.rows.is_taken(&key);
                    let rows = sheet.rows.take(&key, first.number()).to_vec();
                    match sheet.keys.other(&key, at) {
                        Some(other) if !rows.is_empty() => {
                            let complaint = Complaint::with(Code::ChildKeyShared, [other]);
                            Err(refused(complaint, if again { 0 } else { rows.len() }))
                        }
                        Some(_) | None => Ok(rows),
                    }
                }
            };
            taken.push((*sheet, rows));
        }
        taken
    }

    /// How a child sheet is read, and where it is.
    pub(super) fn child_sheet(&self, sheet: usize) -> (&ChildBinding, &Place) {
        let sheet = &self.child_sheets[sheet];
        (&sheet.binding, &sheet.place)
    }

    /// Tell what no parent took, of the children of this workbook, or of files of their own.
    pub(super) fn leftovers(&mut self, of: Option<&Path>) -> Result<(), Stop> {
        let mut sheets = std::mem::take(&mut self.child_sheets);
        let outcome = sheets
            .iter_mut()
            .filter(|sheet| match of {
                Some(path) => !sheet.own_file && sheet.again.path == path,
                None => sheet.own_file,
            })
            .try_for_each(|sheet| self.close_child(sheet));
        self.child_sheets = sheets;
        outcome
    }

    fn close_child(&mut self, sheet: &mut ChildSheet) -> Result<(), Stop> {
        if sheet.own_file {
            let name = Arc::clone(&sheet.counted.name);
            let (format, evidence) = (sheet.format.clone(), sheet.evidence.clone());
            let head = FileHead { name, format, evidence };
            self.sink.file(&head).map_err(Stop::Sink)?;
            let empty = FileRows { rows: 0, blank: 0, skipped: 0, ..sheet.counted.clone() };
            self.totals.files.push(empty);
        }
        self.sink.child(sheet.again.clone()).map_err(Stop::Sink)?;
        let keys = &sheet.keys;
        let (of_hidden, alone): (Vec<_>, Vec<_>) =
            sheet.rows.leftovers().into_iter().partition(|left| keys.is_hidden(&left.key));
        let mut wrong: Vec<(u32, Complaint)> = std::mem::take(&mut sheet.unreadable);
        wrong.extend(alone.into_iter().map(|leftover| (leftover.row, leftover.complaint)));
        wrong.sort_by_key(|(row, _)| *row);
        let mut skipped = sheet.skipped + of_hidden.len() as u64;
        skipped += if sheet.of_fix { wrong.len() as u64 } else { 0 };
        self.count(sheet.counted.rows, sheet.counted.blank, skipped);
        let mut told = std::mem::take(&mut sheet.notes);
        told.extend(of_hidden.into_iter().map(|Leftover { row, .. }| {
            let place = Place { row: Some(row), ..sheet.place.clone() };
            Problem::at(place, Complaint::new(Code::ChildOfHidden))
        }));
        let row_of = |problem: &Problem| problem.place.row.unwrap_or(u32::MAX);
        told.sort_by_key(row_of);
        let mut told = told.into_iter().peekable();
        let (column, header) = &sheet.binding.key;
        let column = u32::try_from(*column).ok();
        for (row, complaint) in wrong.into_iter().filter(|_| !sheet.of_fix) {
            while let Some(problem) = told.next_if(|problem| row_of(problem) <= row) {
                self.sink.problem(problem).map_err(Stop::Sink)?;
            }
            let place = Place { row: Some(row), ..sheet.place.clone() };
            let mut problem = Problem::at(Place { column, ..place.clone() }, complaint);
            problem.header = Some(Arc::clone(header));
            let at = At { place: &place, rows: 1, key: None, reference: None };
            self.hand_over(&at, sheet.kind, None, &[problem])?;
            self.totals.rejected += 1;
        }
        told.try_for_each(|problem| self.sink.problem(problem).map_err(Stop::Sink))?;
        if sheet.own_file
            && let Some(rows) = self.totals.files.last()
        {
            self.sink.file_end(rows).map_err(Stop::Sink)?;
        }
        Ok(())
    }
}

/// The files beside a mapping file that a child is read from: the one of that name, else those of the pattern,
/// in the order of their names. Where the folder can't be read there are none.
fn beside(home: &Path, pattern: &str) -> Vec<PathBuf> {
    let literal = home.join(pattern);
    if literal.is_file() {
        return vec![literal];
    }
    let folder = literal.parent().filter(|folder| !folder.as_os_str().is_empty());
    let wanted = file_name(&literal);
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).into_iter().flatten();
    let paths = entries.flatten().map(|entry| entry.path());
    let is_one = |path: &PathBuf| {
        let name = file_name(path);
        names(&wanted, &name) && !name.starts_with("~$") && path.is_file()
    };
    let mut found: Vec<PathBuf> = paths.filter(is_one).collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_pattern_are_found_beside_the_mapping() {
        let home = tempfile::tempdir().unwrap();
        for name in ["edu2.csv", "edu1.csv", "~$edu3.csv", "other.csv"] {
            std::fs::write(home.path().join(name), "x").unwrap();
        }
        std::fs::create_dir(home.path().join("edu0.csv")).unwrap();
        let found = |pattern: &str| {
            beside(home.path(), pattern).iter().map(|path| file_name(path)).collect::<Vec<_>>()
        };
        assert_eq!(found("edu*.csv"), ["edu1.csv", "edu2.csv"]);
        assert_eq!(found("other.csv"), ["other.csv"]);
        assert!(found("none*.csv").is_empty());
        assert!(beside(&home.path().join("nowhere"), "edu*.csv").is_empty());
    }
}
