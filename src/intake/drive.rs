//! The walk over files, sheets and rows.
//!
//! Must not know: what becomes of a record.

use std::path::Path;
use std::sync::Arc;

use crate::bind::{self, Binding};
use crate::identity::Repeats;
use crate::lexicon::headers;
use crate::plan::Making;
use crate::problem::{Code, Complaint, Lang, Place, Problem, both};
use crate::rows::lines::Counts;
use crate::rows::records::tie;
use crate::rows::{Aside, Belonging, Records, Step};
use crate::sheet::{Outline, RawRow};
use crate::source::{self, Book, Format, Rows};
use crate::spec::KindId;

use super::children;
use super::choose::{self, Bound, HEAD_ROWS, NotBound};
use super::crew::{Batch, Crew, Item, Shared};
use super::joined::ChildSheet;
use super::leavers;
use super::people::{People, Table};
use super::tables::Tables;
use super::{FileHead, FileRows, Hidden, Order, Sink, Stop, Totals};

/// Read every file, check every row, hand all of it to the sink.
///
/// # Errors
/// The input can't be used, changed while it was read, or the sink failed. Bad rows are no errors.
pub fn run(order: &Order, sink: &mut dyn Sink) -> Result<Totals, Stop> {
    let mut walk = Walk {
        order,
        making: sink.making(),
        sink,
        totals: Totals::default(),
        tables: Tables::default(),
        repeats: Repeats::new().showing(order.show_values),
        skipped: Vec::new(),
        hidden: None,
        sheets_read: 0,
        child_sheets: Vec::new(),
        read_again: Vec::new(),
    };
    let children = children::only_children(order);
    let parents: Vec<_> = order.files.iter().filter(|path| !children.contains(*path)).collect();
    walk.know_parents(&parents)?;
    for path in parents {
        let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
        walk.file(path, &shown)?;
    }
    walk.leftovers(None)?;
    if walk.sheets_read == 0 {
        return Err(choose::nothing_readable(walk.skipped));
    }
    for problem in std::mem::take(&mut walk.skipped) {
        let why = &problem.complaint;
        let why = both(&why.message(Lang::Zh), &why.message(Lang::En));
        let note = Complaint::with(Code::SheetPassedOver, [why]);
        walk.sink.problem(Problem::at(problem.place, note)).map_err(Stop::Sink)?;
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

pub(super) struct Walk<'a> {
    pub(super) order: &'a Order,
    pub(super) sink: &'a mut dyn Sink,
    pub(super) totals: Totals,
    pub(super) tables: Tables,
    pub(super) repeats: Repeats,
    /// Sheets that are not ours: warnings where another sheet is, else the error.
    pub(super) skipped: Vec<Problem>,
    sheets_read: usize,
    /// Hidden rows that were met last.
    hidden: Option<Problem>,
    pub(super) child_sheets: Vec<ChildSheet>,
    pub(super) making: Option<Making>,
    /// SHA-256 of the file at hand, as each further pass over it read it.
    pub(super) read_again: Vec<String>,
}

impl Walk<'_> {
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
        for index in self.sheets(&book, path)? {
            self.sheet(&mut book, path, shown, index)?;
        }
        self.leftovers(Some(path))?;
        let sha256 = book.sha256().map_err(Stop::Changed)?;
        if self.read_again.iter().any(|read| *read != sha256) {
            let changed = Complaint::new(Code::InputChanged);
            return Err(Stop::Changed(Problem::at(Place::file(shown), changed)));
        }
        let Some(rows) = self.totals.files.last_mut() else { return Ok(()) };
        rows.sha256 = sha256;
        self.sink.file_end(rows).map_err(Stop::Sink)
    }

    /// The sheets to read, by index.
    pub(super) fn sheets(&mut self, book: &Book, path: &Path) -> Result<Vec<usize>, Stop> {
        let sheets = book.sheets();
        let children = children::child_sheets(self.order, path, sheets);
        if let Some(wanted) = &self.order.sheet {
            let found =
                sheets.iter().position(|sheet| sheet.name.as_deref() == Some(wanted.as_str()));
            return found.map(|index| vec![index]).ok_or_else(|| {
                let complaint = choose::no_sheet(wanted, sheets);
                input(Problem::at(Place::file(book.name()), complaint))
            });
        }
        let mut visible = Vec::new();
        let own = |sheet: &source::SheetInfo| {
            sheet.name.as_deref().is_some_and(|name| name.starts_with(headers::OWN_PREFIX))
        };
        let only_own = sheets.iter().all(own);
        let leavers = leavers::beside(self.order, path, sheets);
        for (index, sheet) in sheets.iter().enumerate() {
            if children.contains(&index) || own(sheet) && !only_own {
                continue;
            }
            if leavers.contains(&index) {
                let place = Place { sheet: sheet.name.clone(), ..Place::file(book.name()) };
                self.skipped.push(Problem::at(place, Complaint::new(Code::SheetOfLeavers)));
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
        let aside = Aside::new(&header, above, &bindings, &outline, hidden);
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
        let mut people = People::new(&table, children, self.order.show_values);
        people.unusable_defaults()?;
        head.iter()
            .filter(|row| row.number() > header.last_row)
            .for_each(|row| people.foresee(row));
        drop(head);
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

    /// Every record of a sheet, looked at ahead by as many threads as there are.
    fn records(
        &mut self,
        people: &mut People<'_>,
        records: &mut Records<'_, Rows<'_>>,
    ) -> Result<(), Stop> {
        let looks_ahead = people.is_plain();
        let checkers = if looks_ahead { people.checkers() } else { Vec::new() };
        let shared = Shared::new(checkers, self.making.clone());
        std::thread::scope(|scope| {
            let mut crew = Crew::new(&shared, scope, self.order.workers);
            let mut end = None;
            loop {
                while end.is_none() && crew.has_room() {
                    let mut batch = crew.blank();
                    end = fill(&mut batch, records);
                    if batch.is_empty() {
                        crew.give_back(batch);
                    } else {
                        crew.put(batch);
                    }
                }
                let Some(mut batch) = crew.take() else { break };
                for item in batch.items() {
                    self.item(people, item)?;
                }
                crew.give_back(batch);
                if looks_ahead && people.age != crew.age() {
                    crew.renew(people.age, people.checkers());
                }
            }
            end.unwrap_or(Ok(())).map_err(input)
        })
    }

    /// What comes next in a sheet, in its order.
    fn item(&mut self, people: &mut People<'_>, item: &mut Item) -> Result<(), Stop> {
        match item.told.take() {
            Some(problem) => self.tell(people, problem),
            None => {
                let looks = item.looked.then_some(&mut *item.looks);
                self.record(people, &item.record, looks)
            }
        }
    }

    /// The sheet has come to its end.
    fn close(
        &mut self,
        people: &mut People<'_>,
        records: &Records<'_, Rows<'_>>,
    ) -> Result<(), Stop> {
        self.judge(people)?;
        let Counts { rows, blank, skipped } = records.counts();
        self.count(rows, blank, skipped);
        self.sink.within(people.table.place, records.within()).map_err(Stop::Sink)?;
        let mut last = people.last_words();
        last.extend(records.short_rows());
        if let Some(hidden) = records.hidden_rows() {
            self.hidden = Some(hidden.clone());
            last.push(hidden);
        }
        last.into_iter().try_for_each(|problem| self.sink.problem(problem).map_err(Stop::Sink))
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

    pub(super) fn count(&mut self, rows: u64, blank: u64, skipped: u64) {
        self.totals.rows += rows;
        self.totals.blank += blank;
        self.totals.skipped += skipped;
        if let Some(file) = self.totals.files.last_mut() {
            file.rows += rows;
            file.blank += blank;
            file.skipped += skipped;
        }
    }
}

/// Fill a batch with what comes next. Why nothing comes behind it, where that is so.
fn fill(batch: &mut Batch, records: &mut Records<'_, Rows<'_>>) -> Option<Result<(), Problem>> {
    while !batch.is_full() {
        let item = batch.next();
        match records.next(&mut item.record) {
            Ok(Step::Record) => {}
            Ok(Step::Told(problem)) => item.told = Some(problem),
            Ok(Step::End) => {
                batch.take_back();
                return Some(Ok(()));
            }
            Err(problem) => {
                batch.take_back();
                return Some(Err(problem));
            }
        }
    }
    None
}

/// What is known of a sheet before it is bound.
pub(super) struct Head {
    pub(super) place: Place,
    pub(super) outline: Outline,
    /// Its first rows, in which the header is looked for.
    pub(super) rows: Vec<RawRow>,
    /// The kind whose template its workbook was made from, as a sheet of muster's own says.
    pub(super) stamp: Option<KindId>,
}

impl Head {
    pub(super) fn of(
        order: &Order,
        book: &mut Book,
        shown: &Arc<str>,
        index: usize,
    ) -> Result<Self, Stop> {
        let sheet = book.sheets().get(index).and_then(|sheet| sheet.name.clone());
        let place = Place { sheet, ..Place::file(shown) };
        let outline = book.outline(index).map_err(input)?;
        let mut rows = book.rows(index).map_err(input)?;
        let first = read_ahead(&mut rows, choose::header_row(order, &place))?;
        drop(rows);
        let stamp = stamp(book).map_err(input)?;
        Ok(Self { place, outline, rows: first, stamp })
    }
}

/// Rows of a sheet of muster's own in which the stamp of a template is looked for.
const STAMP_ROWS: usize = 5;

/// The stamp of the template that a workbook was made from.
pub(super) fn stamp(book: &mut Book) -> Result<Option<KindId>, Problem> {
    let own = |sheet: &source::SheetInfo| {
        sheet.name.as_deref().is_some_and(|name| name.starts_with(headers::OWN_PREFIX))
    };
    let sheets: Vec<usize> = book
        .sheets()
        .iter()
        .enumerate()
        .filter(|(_, sheet)| own(sheet))
        .map(|(at, _)| at)
        .collect();
    let mut row = RawRow::new();
    for index in sheets {
        let mut rows = book.rows(index)?;
        for _ in 0..STAMP_ROWS {
            if !rows.next(&mut row)? {
                break;
            }
            if let Some(kind) = row.cells().find_map(|cell| bind::stamp::read(&choose::text(cell)))
            {
                return Ok(Some(kind));
            }
        }
    }
    Ok(None)
}

/// The rows among which the header is looked for.
pub(super) fn read_ahead(
    rows: &mut Rows<'_>,
    header_row: Option<u32>,
) -> Result<Vec<RawRow>, Stop> {
    // The row that is told may be the first of three.
    let header_row = header_row.map(|wanted| wanted.saturating_add(2));
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

pub(super) fn input(problem: Problem) -> Stop {
    Stop::Input(vec![problem])
}
