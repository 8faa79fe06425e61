//! The walk over files, sheets and rows.
//!
//! Must not know: what becomes of a record.

use std::path::Path;
use std::sync::Arc;

use crate::bind::{Binding, is_of_unbound};
use crate::lexicon::headers;
use crate::problem::{Code, Complaint, Lang, Place, Problem, both};
use crate::rows::tie;
use crate::rows::{Belonging, Records, RowFilter};
use crate::sheet::RawRow;
use crate::source::{self, Book, Format};

use super::beside;
use super::child_sheet;
use super::choose::{self, Bound, NotBound};
use super::head::Head;
use super::mapped;
use super::order::{Hidden, IntakeOptions};
use super::people::{SheetReader, Table};
use super::sink::{FileHead, FileRows, IntakeCounts, Sink};
use super::stop::{Stop, input};
use super::walk::Ingest;
use super::words::no_sheet;

/// Read every file, check every row, hand all of it to the sink.
///
/// # Errors
/// The input can't be used, changed while it was read, or the sink failed. Bad rows are no errors.
pub fn run(order: &IntakeOptions, sink: &mut dyn Sink) -> Result<IntakeCounts, Stop> {
    let mut walk = Ingest::new(order, sink);
    walk.all()?;
    if walk.sheets_read == 0 {
        return Err(Stop::Input(walk.skipped));
    }
    for problem in std::mem::take(&mut walk.skipped) {
        let why = &problem.complaint;
        let why = both(&why.message(Lang::Zh), &why.message(Lang::En));
        let note = Complaint::with(Code::SheetPassedOver, [why]);
        walk.sink.problem(Problem::at(problem.place, note)).map_err(Stop::Sink)?;
    }
    let records = order.mapping.as_ref().map_or(&[][..], |mapping| &mapping.records);
    for problem in mapped::ids(records, order.directory.as_deref()) {
        walk.sink.problem(problem).map_err(Stop::Sink)?;
    }
    if walk.totals.read() == 0 {
        let place = order
            .files
            .first()
            .map(|path| Place::file(&Arc::from(path.to_string_lossy().as_ref())));
        let none = Problem::at(place.unwrap_or_default(), Complaint::new(Code::NoRows));
        return Err(Stop::Input(std::iter::once(none).chain(walk.hidden).collect()));
    }
    Ok(walk.totals)
}

impl Ingest<'_> {
    /// Every file, in the order given.
    pub(super) fn all(&mut self) -> Result<(), Stop> {
        let children = child_sheet::only_children(self.order);
        let files = self.order.files.iter();
        let parents: Vec<_> = files.filter(|path| !children.contains(*path)).collect();
        self.know_parents(&parents)?;
        for path in parents {
            let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
            self.file(path, &shown)?;
        }
        self.leftovers(None)
    }

    fn file(&mut self, path: &Path, shown: &Arc<str>) -> Result<(), Stop> {
        let mut book = source::open(path, shown, &self.order.open).map_err(input)?;
        let head = FileHead {
            name: Arc::clone(shown),
            format: book.format().to_string(),
            evidence: book.evidence().to_vec(),
        };
        self.sink.file(&head).map_err(Stop::Sink)?;
        if let Some(problem) = misnamed(path, &book) {
            self.sink.problem(problem).map_err(Stop::Sink)?;
        }
        let (name, sha256) = (head.name, String::new());
        self.totals.files.push(FileRows { name, sha256, rows: 0, blank: 0, skipped: 0 });
        self.read_again.clear();
        for index in self.sheets(&mut book, path)? {
            self.sheet(&mut book, path, shown, index)?;
        }
        self.leftovers(Some(path))?;
        let digest = book.digest().map_err(Stop::Changed)?;
        if self.read_again.iter().any(|read| *read != digest) {
            let changed = Complaint::new(Code::InputChanged);
            return Err(Stop::Changed(Problem::at(Place::file(shown), changed)));
        }
        let Some(rows) = self.totals.files.last_mut() else { return Ok(()) };
        rows.digested(&digest);
        self.sink.file_end(rows).map_err(Stop::Sink)
    }

    /// The sheets to read, by index.
    pub(super) fn sheets(&mut self, book: &mut Book, path: &Path) -> Result<Vec<usize>, Stop> {
        let aside = beside::beside(self.order, path, book);
        let sheets = book.sheets();
        let children = child_sheet::child_sheets(self.order, path, sheets);
        if let Some(wanted) = &self.order.sheet {
            let found =
                sheets.iter().position(|sheet| sheet.name.as_deref() == Some(wanted.as_str()));
            return found.map(|index| vec![index]).ok_or_else(|| {
                let complaint = no_sheet(wanted, sheets);
                input(Problem::at(Place::file(book.name()), complaint))
            });
        }
        let mut visible = Vec::new();
        let own = |sheet: &source::SheetInfo| {
            sheet.name.as_deref().is_some_and(|name| name.starts_with(headers::OWN_PREFIX))
        };
        let only_own = sheets.iter().all(own);
        for (index, sheet) in sheets.iter().enumerate() {
            if children.contains(&index) || own(sheet) && !only_own {
                continue;
            }
            if let Some(aside) = aside.get(&index) {
                let place = Place { sheet: sheet.name.clone(), ..Place::file(book.name()) };
                self.skipped.push(Problem::at(place, beside::why(*aside)));
            } else if sheet.hidden && self.order.hidden == Hidden::Skip {
                let place = Place { sheet: sheet.name.clone(), ..Place::file(book.name()) };
                self.skipped.push(Problem::at(place, Complaint::new(Code::SheetHidden)));
            } else {
                visible.push(index);
            }
        }
        Ok(visible)
    }

    fn sheet(
        &mut self,
        book: &mut Book,
        path: &Path,
        shown: &Arc<str>,
        index: usize,
    ) -> Result<(), Stop> {
        let head = Head::of(self.order, book, shown, index)?;
        if head.rows.iter().all(RawRow::is_blank) {
            self.skipped.push(Problem::at(head.place, Complaint::new(Code::SheetEmpty)));
            return Ok(());
        }
        let Bound { header, bindings, texts, warnings } =
            match choose::bind_sheet(self.order, &mut self.tables, &head) {
                Ok(bound) => bound,
                Err(NotBound::Foreign(problem)) => {
                    self.skipped.push(problem);
                    return Ok(());
                }
                Err(NotBound::Wrong(problems)) => return Err(Stop::Input(problems)),
                Err(NotBound::Unclear(signs)) => {
                    return Err(self.unclear(book, path, (index, &head), &signs)?);
                }
            };
        let Head { place, outline, rows: head, .. } = head;
        self.sheets_read += 1;
        let hidden = self.order.hidden.rows(&outline);
        self.sink.sheet(&place, &texts, &bindings, &hidden).map_err(Stop::Sink)?;
        self.tell_choice(warnings, &bindings)?;
        let above = head.get(..header.index).unwrap_or_default();
        let aside = RowFilter::new(&header, above, &bindings, &outline, hidden);
        let children = self.children(path, &bindings, tie(&texts).is_some())?;
        let belonging = Belonging::of(&bindings, &texts);
        let table = Table {
            path,
            index,
            place: &place,
            texts: &texts,
            header_row: header.last_row,
            outline: &outline,
            bindings: &bindings,
            belonging: &belonging,
            aside: &aside,
        };
        let mut people = SheetReader::new(&table, children, self.order.show_values);
        people.unusable_defaults()?;
        head.iter()
            .filter(|row| row.number() > header.last_row)
            .for_each(|row| people.foresee(row));
        drop(head);
        let lopsided = book.may_be_lopsided(index).map_err(input)?;
        self.settle_told(&mut people, lopsided)?;
        let before = self.totals.made + self.totals.rejected;
        let rows = book.rows(index).map_err(input)?;
        let mut records = Records::new(rows, table.plan(), &place, &texts);
        self.records(&mut people, &mut records)?;
        self.close(&mut people, &records)?;
        if self.totals.made + self.totals.rejected == before {
            self.skipped.push(Problem::at(place, Complaint::new(Code::NoRows)));
        }
        Ok(())
    }

    /// What is to be said of a header and what it binds to.
    fn tell_choice(&mut self, warnings: Vec<Problem>, bindings: &[Binding]) -> Result<(), Stop> {
        for warning in warnings {
            self.sink.problem(warning).map_err(Stop::Sink)?;
        }
        for binding in bindings {
            for warning in &binding.warnings {
                if !of_use_to_another(warning, binding, bindings) {
                    self.sink.problem(warning.clone()).map_err(Stop::Sink)?;
                }
            }
        }
        Ok(())
    }
}

/// Extensions of workbooks.
const WORKBOOKS: &[&str] = &["xlsx", "xlsm", "xls", "xlsb", "ods"];
/// Extensions of text.
const TEXTS: &[&str] = &["csv", "tsv", "txt"];

/// A workbook named as text, or text named as a workbook: read by its content, and told.
fn misnamed(path: &std::path::Path, book: &Book) -> Option<Problem> {
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    let named = |those: &[&str]| those.contains(&extension.as_str());
    let content = match book.format() {
        Format::Xlsx if named(TEXTS) || named(&["xls", "xlsb", "ods"]) => "xlsx",
        Format::Csv { .. } if named(WORKBOOKS) => "CSV",
        Format::Foreign(kind) if extension != kind.name() && (named(WORKBOOKS) || named(TEXTS)) => {
            kind.name()
        }
        Format::Xlsx | Format::Csv { .. } | Format::Foreign(_) => return None,
    };
    let complaint = Complaint::with(Code::FileMisnamed, [extension, content.to_owned()]);
    Some(Problem::at(Place::file(book.name()), complaint))
}

/// A header that binds to nothing for one kind, and to something for the other kind of its sheet; or
/// to nothing for both, said by the first.
fn of_use_to_another(warning: &Problem, of: &Binding, all: &[Binding]) -> bool {
    let Some(column) = warning.place.column.filter(|_| is_of_unbound(warning.code())) else {
        return false;
    };
    let bound = |binding: &Binding| {
        binding.columns.iter().any(|bound| u32::try_from(bound.index) == Ok(column))
    };
    let first = all.first().is_some_and(|first| std::ptr::eq(first, of));
    all.len() > 1 && (!first || all.iter().any(bound))
}
