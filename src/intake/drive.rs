//! The walk over files, sheets and rows.
//!
//! Must not know: what becomes of a record.

use std::sync::Arc;

use crate::bind::Binding;
use crate::check::repeats::Repeats;
use crate::check::{Checker, Record};
use crate::gather::Origins;
use crate::problem::{Code, Complaint, Lang, Place, Problem, Severity, both};
use crate::sheet::RawRow;
use crate::source::{self, Book, Format, Rows};
use crate::spec::KindId;

use super::choose::{self, Bound, HEAD_ROWS, NotBound};
use super::tables::Tables;
use super::{At, FileHead, FileRows, Order, Sink, Stop, Totals};
use crate::plan::tie::Tie;

/// Read every file, check every row, hand all of it to the sink.
///
/// # Errors
/// The input can't be used, changed while it was read, or the sink failed. Bad rows are no errors.
pub fn run(order: &Order, sink: &mut dyn Sink) -> Result<Totals, Stop> {
    let mut walk = Walk {
        order,
        sink,
        totals: Totals::default(),
        tables: Tables::default(),
        repeats: Repeats::new(),
        skipped: Vec::new(),
        sheets_read: 0,
    };
    for path in &order.files {
        let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
        walk.file(path, &shown)?;
    }
    if walk.sheets_read == 0 {
        return Err(choose::nothing_readable(walk.skipped));
    }
    for problem in std::mem::take(&mut walk.skipped) {
        let why = &problem.complaint;
        let why = both(&why.message(Lang::Zh), &why.message(Lang::En));
        let note = Complaint::with(Code::SheetPassedOver, [why]);
        walk.sink.problem(Problem::at(problem.place, note)).map_err(Stop::Sink)?;
    }
    if walk.totals.rows == walk.totals.blank {
        let place = order
            .files
            .first()
            .map(|path| Place::file(&Arc::from(path.to_string_lossy().as_ref())));
        return Err(Stop::Input(vec![Problem::at(
            place.unwrap_or_default(),
            Complaint::new(Code::NoRows),
        )]));
    }
    Ok(walk.totals)
}

struct Walk<'a> {
    order: &'a Order,
    sink: &'a mut dyn Sink,
    totals: Totals,
    tables: Tables,
    repeats: Repeats,
    /// Sheets that are not ours: warnings where another sheet is, else the error.
    skipped: Vec<Problem>,
    sheets_read: usize,
}

impl Walk<'_> {
    fn file(&mut self, path: &std::path::Path, shown: &Arc<str>) -> Result<(), Stop> {
        let mut book = source::open(path, shown, &self.order.open).map_err(input)?;
        let head = FileHead {
            name: Arc::clone(shown),
            sha256: book.sha256().to_owned(),
            format: book.format().to_string(),
        };
        self.sink.file(&head).map_err(Stop::Sink)?;
        if let Some(problem) = misnamed(path, &book) {
            self.sink.problem(problem).map_err(Stop::Sink)?;
        }
        let files = FileRows { name: head.name, sha256: head.sha256, rows: 0, blank: 0 };
        self.totals.files.push(files);
        for index in self.sheets(&book)? {
            self.sheet(&mut book, shown, index)?;
        }
        book.verify_unchanged().map_err(Stop::Changed)?;
        match self.totals.files.last() {
            Some(rows) => self.sink.file_end(rows).map_err(Stop::Sink),
            None => Ok(()),
        }
    }

    /// The sheets to read, by index.
    fn sheets(&mut self, book: &Book) -> Result<Vec<usize>, Stop> {
        let sheets = book.sheets();
        if let Some(wanted) = &self.order.sheet {
            let found =
                sheets.iter().position(|sheet| sheet.name.as_deref() == Some(wanted.as_str()));
            return found.map(|index| vec![index]).ok_or_else(|| {
                let names = choose::sheet_names(sheets);
                let complaint = Complaint::with(Code::SheetMissing, [wanted.clone(), names]);
                input(Problem::at(Place::file(book.name()), complaint))
            });
        }
        let mut visible = Vec::new();
        for (index, sheet) in sheets.iter().enumerate() {
            if sheet.hidden {
                let place = Place { sheet: sheet.name.clone(), ..Place::file(book.name()) };
                self.skipped.push(Problem::at(place, Complaint::new(Code::SheetHidden)));
            } else {
                visible.push(index);
            }
        }
        Ok(visible)
    }

    fn sheet(&mut self, book: &mut Book, shown: &Arc<str>, index: usize) -> Result<(), Stop> {
        let name = book.sheets().get(index).and_then(|sheet| sheet.name.clone());
        let place = Place { sheet: name, ..Place::file(shown) };
        let mut rows = book.rows(index).map_err(input)?;
        let head = read_ahead(&mut rows, choose::header_row(self.order, &place))?;
        if head.iter().all(RawRow::is_blank) {
            self.skipped.push(Problem::at(place, Complaint::new(Code::SheetEmpty)));
            return Ok(());
        }
        let Bound { header, bindings, texts } =
            match choose::bind_sheet(self.order, &mut self.tables, &place, &head) {
                Ok(bound) => bound,
                Err(NotBound::Foreign(problem)) => {
                    self.skipped.push(problem);
                    return Ok(());
                }
                Err(NotBound::Wrong(problems)) => return Err(Stop::Input(problems)),
            };
        self.sheets_read += 1;
        self.sink.sheet(&place, &texts, &bindings).map_err(Stop::Sink)?;
        for binding in &bindings {
            for warning in &binding.warnings {
                if !of_use_to_another(warning, binding, &bindings) {
                    self.sink.problem(warning.clone()).map_err(Stop::Sink)?;
                }
            }
        }
        let tie = texts.iter().position(|text| text.trim() == "muster_row");
        let mut sheet = SheetWalk {
            checkers: bindings
                .iter()
                .map(|binding| Checker::new(Arc::new(binding.clone()), place.clone()))
                .collect(),
            bindings: &bindings,
            place: place.clone(),
            width: texts.len(),
            headless: headless(&texts),
            tie,
            last: head.get(header).map_or(0, RawRow::number),
        };
        unusable_defaults(&mut sheet)?;
        let before = self.totals.rows - self.totals.blank;
        for row in head.iter().skip(header + 1) {
            self.row(&mut sheet, row)?;
        }
        drop(head);
        let mut row = RawRow::new();
        while rows.next(&mut row).map_err(input)? {
            self.row(&mut sheet, &row)?;
        }
        if self.totals.rows - self.totals.blank == before {
            self.skipped.push(Problem::at(place, Complaint::new(Code::NoRows)));
        }
        Ok(())
    }

    fn row(&mut self, sheet: &mut SheetWalk<'_>, row: &RawRow) -> Result<(), Stop> {
        let gap = u64::from(row.number().saturating_sub(sheet.last + 1));
        sheet.last = row.number();
        let blank = row.is_blank();
        self.count(gap + 1, gap + u64::from(blank));
        if blank {
            return Ok(());
        }
        sheet.place.row = Some(row.number());
        let place = sheet.place.clone();
        let beyond = beyond_header(row, sheet.width, &place);
        // Once a column, at its first cell with content.
        if let Some(at) = sheet.headless.iter().position(|column| !row.cell(*column).is_blank()) {
            let column = u32::try_from(sheet.headless.swap_remove(at)).ok();
            let place = Place { column, ..place.clone() };
            let problem = Problem::at(place, Complaint::new(Code::CellWithoutHeader));
            self.sink.problem(problem).map_err(Stop::Sink)?;
        }
        let mut made = false;
        for (checker, binding) in sheet.checkers.iter_mut().zip(sheet.bindings) {
            let text = |column: usize| choose::text(row.cell(column)).trim().to_owned();
            let at = At {
                place: &place,
                key: binding.key_column.map(text),
                repairs: sheet.tie.and_then(|column| text(column).parse::<Tie>().ok()),
            };
            let mut problems: Vec<Problem> = beyond.iter().cloned().collect();
            let record = checker.check(row, Origins::NONE, &mut problems);
            let record =
                record.filter(|record| self.new_person(record, &place, binding, &mut problems));
            let record = record.filter(|_| beyond.is_none());
            made |= record.is_some();
            self.hand_over(&at, binding.kind.id, record, &problems)?;
        }
        if made {
            self.totals.made += 1;
        } else {
            self.totals.rejected += 1;
        }
        Ok(())
    }

    /// Whether the record is nobody that came before; a repeat is told at the cell of its key.
    fn new_person(
        &mut self,
        record: &Record,
        place: &Place,
        binding: &Binding,
        problems: &mut Vec<Problem>,
    ) -> bool {
        let before = problems.len();
        let new = self.repeats.see(record, place, problems);
        for problem in problems.iter_mut().skip(before) {
            let mut columns = binding.columns.iter();
            if let Some(column) =
                columns.find(|column| problem.field.as_ref() == Some(&column.path))
            {
                problem.header = Some(Arc::clone(&column.header));
                problem.place.column = u32::try_from(column.index).ok();
            }
        }
        new
    }

    fn hand_over(
        &mut self,
        at: &At<'_>,
        kind: KindId,
        record: Option<Record>,
        problems: &[Problem],
    ) -> Result<(), Stop> {
        debug_assert!(record.is_some() || problems.iter().any(|p| p.severity() == Severity::Error));
        let counts = self.totals.records.entry(kind).or_default();
        if let Some(record) = record {
            counts.0 += 1;
            self.sink.record(at, record, problems).map_err(Stop::Sink)
        } else {
            counts.1 += 1;
            self.sink.rejected(at, kind, problems).map_err(Stop::Sink)
        }
    }

    fn count(&mut self, rows: u64, blank: u64) {
        self.totals.rows += rows;
        self.totals.blank += blank;
        if let Some(file) = self.totals.files.last_mut() {
            file.rows += rows;
            file.blank += blank;
        }
    }
}

struct SheetWalk<'b> {
    checkers: Vec<Checker>,
    bindings: &'b [Binding],
    place: Place,
    width: usize,
    /// Columns between the others whose header is empty and that were empty so far.
    headless: Vec<usize>,
    tie: Option<usize>,
    last: u32,
}

/// Defaults that their own fields refuse: told once, not with every row.
fn unusable_defaults(sheet: &mut SheetWalk<'_>) -> Result<(), Stop> {
    let mut problems = Vec::new();
    for (path, why) in sheet.checkers.iter_mut().flat_map(Checker::unusable_defaults) {
        let message = both(&why.message(Lang::Zh), &why.message(Lang::En));
        let hint = both(&why.hint(Lang::Zh), &why.hint(Lang::En));
        let complaint = Complaint::with(Code::DefaultUnusable, [path.to_string(), message, hint]);
        problems.push(Problem::at(Place::default(), complaint));
    }
    if problems.is_empty() { Ok(()) } else { Err(Stop::Input(problems)) }
}

/// The rows among which the header is looked for.
fn read_ahead(rows: &mut Rows<'_>, header_row: Option<u32>) -> Result<Vec<RawRow>, Stop> {
    let mut head = Vec::new();
    let mut row = RawRow::new();
    while rows.next(&mut row).map_err(input)? {
        head.push(row.clone());
        let reached = header_row.is_none_or(|wanted| row.number() >= wanted);
        if head.len() >= HEAD_ROWS && reached {
            break;
        }
        if header_row.is_some_and(|wanted| row.number() > wanted) {
            break;
        }
    }
    Ok(head)
}

/// Content beyond the last header: columns have shifted, or a header is missing.
fn beyond_header(row: &RawRow, width: usize, place: &Place) -> Option<Problem> {
    let column = (width..row.width()).find(|column| !row.cell(*column).is_blank())?;
    let place = Place { column: u32::try_from(column).ok(), ..place.clone() };
    Some(Problem::at(place, Complaint::with(Code::CellBeyondHeader, [width.to_string()])))
}

/// Columns before the last header that have none.
fn headless(texts: &[String]) -> Vec<usize> {
    (0..texts.len()).filter(|column| texts[*column].trim().is_empty()).collect()
}

/// A workbook named as text, or text named as a workbook: read by its content, and told.
fn misnamed(path: &std::path::Path, book: &Book) -> Option<Problem> {
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    let content = match book.format() {
        Format::Xlsx if ["csv", "tsv", "txt", "xls"].contains(&extension.as_str()) => "xlsx",
        Format::Csv { .. } if ["xlsx", "xlsm", "xls"].contains(&extension.as_str()) => "CSV",
        Format::Xlsx | Format::Csv { .. } => return None,
    };
    let complaint = Complaint::with(Code::FileMisnamed, [extension, content.to_owned()]);
    Some(Problem::at(Place::file(book.name()), complaint))
}

/// A header that binds to nothing for one kind, and to something for the other kind of its sheet; or
/// to nothing for both, said by the first.
fn of_use_to_another(warning: &Problem, of: &Binding, all: &[Binding]) -> bool {
    let Some(column) = warning.place.column.filter(|_| warning.code() == Code::HeaderUnbound)
    else {
        return false;
    };
    let bound = |binding: &Binding| {
        binding.columns.iter().any(|bound| u32::try_from(bound.index) == Ok(column))
    };
    let first = all.first().is_some_and(|first| std::ptr::eq(first, of));
    all.len() > 1 && (!first || all.iter().any(bound))
}

fn input(problem: Problem) -> Stop {
    Stop::Input(vec![problem])
}
