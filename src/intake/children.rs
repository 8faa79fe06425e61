//! Child sheets: sheets whose rows belong to the records of another one. They are read whole before
//! their parents, and what no parent takes is told when every parent has come.
//!
//! Must not know: what the cells hold.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::bind::mapping::{ChildMapping, RecordMapping, names};
use crate::bind::{Binding, ChildBinding, child};
use crate::gather::child::key;
use crate::gather::{Belonging, ChildRow, Children};
use crate::problem::{Code, Complaint, Place, Problem};
use crate::sheet::RawRow;
use crate::source::{self, Book, Evidence, SheetInfo};
use crate::spec::KindId;

use super::again::AgainSheet;
use super::choose::{self, HEAD_ROWS, sheet_names};
use super::drive::{Walk, input, read_ahead};
use super::{At, FileHead, FileRows, Order, Stop};

/// A child sheet, read whole.
pub(super) struct ChildSheet {
    path: PathBuf,
    index: usize,
    kind: KindId,
    /// File and sheet.
    place: Place,
    /// The header's texts by column.
    header: Vec<String>,
    binding: ChildBinding,
    rows: Children,
    /// Rows whose key can't be read.
    unreadable: Vec<(u32, Complaint)>,
    counted: FileRows,
    format: String,
    evidence: Vec<Evidence>,
    /// It is a file of its own, and not a sheet of its parent's workbook.
    own_file: bool,
    /// Its parent was a fix file: the other parents are not there, and that is right.
    of_fix: bool,
}

/// The child sheets that one binding takes rows from.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    children: Vec<One>,
}

/// The rows that a record takes from one child sheet; a complaint about the column of its key.
pub(super) type Taken = Result<Vec<ChildRow>, (usize, Complaint)>;

#[derive(Debug)]
struct One {
    /// Which of the sheets that were read.
    sheet: usize,
    /// The parent's key column.
    key: usize,
    /// Keys that several parents have, with the row of the first.
    shared: HashMap<String, u32>,
}

impl Wanted {
    /// Nothing is wanted.
    pub(super) const fn is_empty(&self) -> bool {
        self.children.is_empty()
    }
}

/// The files that are only there for their children's sake.
pub(super) fn only_children(order: &Order) -> HashSet<PathBuf> {
    let records = || order.mapping.iter().flat_map(|mapping| &mapping.records);
    let is_child = |path: &&PathBuf| {
        let name = file_name(path);
        let patterns = records().flat_map(|record| &record.children);
        patterns.filter_map(|child| child.file.as_deref()).any(|pattern| names(pattern, &name))
    };
    order.files.iter().filter(is_child).cloned().collect()
}

/// The sheets of a workbook that are children of another of its sheets.
pub(super) fn child_sheets(order: &Order, path: &Path, sheets: &[SheetInfo]) -> HashSet<usize> {
    let name = file_name(path);
    let of_file = |record: &&RecordMapping| record.applies_to(&name, None);
    let records = order.mapping.iter().flat_map(|mapping| &mapping.records).filter(of_file);
    let mut found = HashSet::new();
    for child in records.flat_map(|record| &record.children) {
        if child.file.is_none() {
            found.extend(sheet_of(child, sheets));
        }
    }
    found
}

/// The sheet that is meant: the named one, else the first.
fn sheet_of(child: &ChildMapping, sheets: &[SheetInfo]) -> Option<usize> {
    child.sheet.as_deref().map_or(Some(0), |name| position(sheets, name))
}

fn position(sheets: &[SheetInfo], name: &str) -> Option<usize> {
    let same = |sheet: &SheetInfo| sheet.name.as_deref().is_some_and(|n| n.trim() == name.trim());
    sheets.iter().position(same)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl Walk<'_> {
    /// Read the child sheets that the bindings of a sheet want; for each binding what it wants.
    pub(super) fn children(
        &mut self,
        book: &mut Book,
        path: &Path,
        parent: usize,
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
                    wanted.children.push(One {
                        sheet,
                        key: child.key_parent,
                        shared: HashMap::new(),
                    });
                }
            }
            if !wanted.is_empty() {
                shared_keys(book, parent, binding.header_row, &mut wanted)?;
            }
            all.push(wanted);
        }
        Ok(all)
    }

    /// The files that a child is read from, and whether they are others than the parent's.
    fn files_of(&self, child: &ChildMapping, parent: &Path) -> Result<Vec<(PathBuf, bool)>, Stop> {
        let Some(pattern) = &child.file else { return Ok(vec![(parent.to_path_buf(), false)]) };
        let inputs = self.order.files.iter().filter(|path| names(pattern, &file_name(path)));
        let mut found: Vec<_> = inputs.map(|path| (path.clone(), true)).collect();
        if found.is_empty() {
            let home = self.order.mapping_folder.clone().unwrap_or_default();
            let beside = home.join(pattern);
            if !beside.is_file() {
                let complaint = Complaint::with(Code::ChildFileMissing, [pattern.clone()]);
                return Err(input(Problem::at(Place::default(), complaint)));
            }
            found.push((beside, true));
        }
        Ok(found)
    }

    /// Read a child sheet, unless it was read before; its place among those that were.
    fn load(
        &mut self,
        path: &Path,
        own_file: bool,
        mapping: &ChildMapping,
        binding: &Binding,
    ) -> Result<usize, Stop> {
        let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
        let mut book = source::open(path, &shown, &self.order.open).map_err(input)?;
        let sheets = book.sheets();
        let Some(index) = sheet_of(mapping, sheets) else {
            let wanted = mapping.sheet.clone().unwrap_or_default();
            let complaint = Complaint::with(Code::SheetMissing, [wanted, sheet_names(sheets)]);
            return Err(input(Problem::at(Place::file(&shown), complaint)));
        };
        let same = |sheet: &ChildSheet| {
            sheet.path == path && sheet.index == index && sheet.kind == binding.kind.id
        };
        if let Some(known) = self.child_sheets.iter().position(same) {
            return Ok(known);
        }
        let name = sheets.get(index).and_then(|sheet| sheet.name.clone());
        let place = Place { sheet: name, ..Place::file(&shown) };
        let (bound, header) = self.bind_child(&mut book, index, &place, mapping, binding)?;
        for warning in &bound.warnings {
            self.sink.problem(warning.clone()).map_err(Stop::Sink)?;
        }
        let mut sheet = ChildSheet {
            path: path.to_path_buf(),
            index,
            kind: binding.kind.id,
            place,
            header,
            binding: bound,
            rows: Children::new(),
            unreadable: Vec::new(),
            counted: FileRows {
                name: Arc::clone(&shown),
                sha256: book.sha256().to_owned(),
                rows: 0,
                blank: 0,
                skipped: 0,
            },
            format: book.format().to_string(),
            evidence: book.evidence().to_vec(),
            own_file,
            of_fix: false,
        };
        sheet.read(&mut book)?;
        book.verify_unchanged().map_err(Stop::Changed)?;
        self.child_sheets.push(sheet);
        Ok(self.child_sheets.len() - 1)
    }

    fn bind_child(
        &mut self,
        book: &mut Book,
        index: usize,
        place: &Place,
        mapping: &ChildMapping,
        binding: &Binding,
    ) -> Result<(ChildBinding, Vec<String>), Stop> {
        let mut rows = book.rows(index).map_err(input)?;
        let head = read_ahead(&mut rows, None)?;
        let records = self.order.mapping.iter().flat_map(|mapping| &mapping.records);
        let holds = |record: &&RecordMapping| {
            record.children.iter().any(|child| std::ptr::eq(&raw const **child, mapping))
        };
        let record = records.clone().find(holds);
        choose::with_how(self.order, &mut self.tables, record, |how| {
            let at = child::find(binding.kind, mapping, &head, how);
            let Some(header) = at.and_then(|at| head.get(at)) else {
                let args = [mapping.key_child.text.clone(), HEAD_ROWS.to_string()];
                let complaint = Complaint::with(Code::ChildHeaderNotFound, args);
                return Err(vec![Problem::at(place.clone(), complaint)]);
            };
            let bound = child::bind(binding.kind, mapping, header, place, how)?;
            Ok((bound, choose::texts(header)))
        })
        .map_err(Stop::Input)
    }

    /// The rows that belong to a record, of which this is the first; a complaint where its key
    /// can't be read or is another's too.
    pub(super) fn take(&mut self, wanted: &Wanted, first: &RawRow) -> Vec<(usize, Taken)> {
        let mut taken = Vec::new();
        for One { sheet, key: column, shared } in &wanted.children {
            let rows = match key(first.cell(*column)) {
                Err(complaint) => Err((*column, complaint)),
                Ok(None) => Ok(Vec::new()),
                Ok(Some(key)) => {
                    let rows = self.child_sheets[*sheet].rows.take(&key, first.number()).to_vec();
                    match shared.get(&key) {
                        Some(other) if !rows.is_empty() => {
                            let args = [other.to_string()];
                            Err((*column, Complaint::with(Code::ChildKeyShared, args)))
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
                Some(path) => !sheet.own_file && sheet.path == path,
                None => sheet.own_file,
            })
            .try_for_each(|sheet| self.close_child(sheet));
        self.child_sheets = sheets;
        outcome
    }

    fn close_child(&mut self, sheet: &mut ChildSheet) -> Result<(), Stop> {
        if sheet.own_file {
            let (name, sha256) = (Arc::clone(&sheet.counted.name), sheet.counted.sha256.clone());
            let (format, evidence) = (sheet.format.clone(), sheet.evidence.clone());
            let head = FileHead { name, sha256, format, evidence };
            self.sink.file(&head).map_err(Stop::Sink)?;
            let empty = FileRows { rows: 0, blank: 0, skipped: 0, ..sheet.counted.clone() };
            self.totals.files.push(empty);
        }
        self.sink.child(sheet.again()).map_err(Stop::Sink)?;
        let leftovers = sheet.rows.leftovers().into_iter();
        let mut wrong: Vec<(u32, Complaint)> = std::mem::take(&mut sheet.unreadable);
        wrong.extend(leftovers.map(|leftover| (leftover.row, leftover.complaint)));
        wrong.sort_by_key(|(row, _)| *row);
        let alone = if sheet.of_fix { wrong.len() as u64 } else { 0 };
        self.count(sheet.counted.rows, sheet.counted.blank, alone);
        let (column, header) = &sheet.binding.key;
        let column = u32::try_from(*column).ok();
        for (row, complaint) in wrong.into_iter().filter(|_| !sheet.of_fix) {
            let place = Place { row: Some(row), ..sheet.place.clone() };
            let mut problem = Problem::at(Place { column, ..place.clone() }, complaint);
            problem.header = Some(Arc::clone(header));
            let at = At { place: &place, rows: 1, key: None, repairs: None };
            self.hand_over(&at, sheet.kind, None, &[problem])?;
            self.totals.rejected += 1;
        }
        if sheet.own_file
            && let Some(rows) = self.totals.files.last()
        {
            self.sink.file_end(rows).map_err(Stop::Sink)?;
        }
        Ok(())
    }
}

impl ChildSheet {
    /// For the reports, which read the sheet again.
    fn again(&self) -> AgainSheet {
        AgainSheet {
            path: self.path.clone(),
            shown: Arc::clone(&self.counted.name),
            sheet: self.place.sheet.clone(),
            header_row: self.binding.header_row,
            header: self.header.clone(),
            belonging: Belonging::default(),
            keys: vec![self.binding.key.0],
            is_child: true,
        }
    }

    /// Keep every row below the header.
    fn read(&mut self, book: &mut Book) -> Result<(), Stop> {
        let mut rows = book.rows(self.index).map_err(input)?;
        let mut row = RawRow::new();
        let mut last = self.binding.header_row;
        while rows.next(&mut row).map_err(input)? {
            if row.number() <= self.binding.header_row {
                continue;
            }
            let gap = u64::from(row.number().saturating_sub(last + 1));
            last = row.number();
            let columns = &self.binding.columns;
            let blank = columns.iter().all(|column| row.cell(column.index).is_blank());
            self.counted.rows += gap + 1;
            self.counted.blank += gap + u64::from(blank);
            if let Err(complaint) = self.rows.feed(&self.binding, &row) {
                self.unreadable.push((row.number(), complaint));
            }
        }
        Ok(())
    }
}

/// Find keys that several rows of the parent's sheet have.
fn shared_keys(
    book: &mut Book,
    sheet: usize,
    header_row: u32,
    wanted: &mut Wanted,
) -> Result<(), Stop> {
    let mut firsts: Vec<HashMap<String, u32>> = vec![HashMap::new(); wanted.children.len()];
    let mut rows = book.rows(sheet).map_err(input)?;
    let mut row = RawRow::new();
    while rows.next(&mut row).map_err(input)? {
        if row.number() <= header_row {
            continue;
        }
        for (one, firsts) in wanted.children.iter_mut().zip(&mut firsts) {
            let Ok(Some(key)) = key(row.cell(one.key)) else { continue };
            match firsts.get(&key) {
                Some(first) => {
                    one.shared.entry(key).or_insert(*first);
                }
                None => {
                    firsts.insert(key, row.number());
                }
            }
        }
    }
    Ok(())
}
