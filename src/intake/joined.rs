//! One child sheet: how it is found and bound, and its rows.
//!
//! Must not know: the rows of parents.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::bind::{Binding, ChildBinding, DateOrder, child};
use crate::check::evidence::DateOrders;
use crate::mapping::{ChildMapping, RecordMapping};
use crate::problem::{Code, Complaint, Place, Problem};
use crate::rows::aside::{self, Passed};
use crate::rows::lines::{Counts, Plan};
use crate::rows::{Aside, Belonging, Children, Line, Lines};
use crate::sheet::{Outline, Spans};
use crate::source::{self, Book, Evidence};
use crate::spec::KindId;

use super::again::AgainSheet;
use super::children::sheet_of;
use super::choose::{self, HEAD_ROWS};
use super::drive::{Walk, input, read_ahead};
use super::keys::Keys;
use super::{FileRows, Stop};

/// A child sheet, read whole.
pub(super) struct ChildSheet {
    pub(super) path: PathBuf,
    pub(super) index: usize,
    pub(super) kind: KindId,
    /// File and sheet.
    pub(super) place: Place,
    /// The header's texts by column.
    pub(super) header: Vec<String>,
    pub(super) binding: ChildBinding,
    pub(super) rows: Children,
    /// Rows whose key can't be read.
    pub(super) unreadable: Vec<(u32, Complaint)>,
    /// Rows that are none of an entry, and hidden ones.
    pub(super) skipped: u64,
    /// Who is called what.
    pub(super) keys: Keys,
    /// Which rows are read.
    pub(super) aside: Aside,
    /// Hidden rows that are not read.
    pub(super) hidden: Spans,
    /// What is to be said of the sheet beside its rows' own problems.
    pub(super) notes: Vec<Problem>,
    pub(super) counted: FileRows,
    pub(super) format: String,
    pub(super) evidence: Vec<Evidence>,
    /// It is a file of its own, and not a sheet of its parent's workbook.
    pub(super) own_file: bool,
    /// Its parent was a fix file: the other parents are not there, and that is right.
    pub(super) of_fix: bool,
}

/// The header of a child sheet, bound.
struct BoundChild {
    binding: ChildBinding,
    /// The header's texts by column.
    header: Vec<String>,
    aside: Aside,
    /// What is to be said of it.
    notes: Vec<Problem>,
}

impl Walk<'_> {
    /// Read a child sheet, unless it was read before; its place among those that were.
    pub(super) fn load(
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
            let complaint = choose::no_sheet(&wanted, sheets);
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
        let outline = book.outline(index).map_err(input)?;
        let bound = self.bind_child(&mut book, index, &outline, &place, mapping, binding)?;
        let BoundChild { binding: bound, header, aside, notes } = bound;
        let mut sheet = ChildSheet {
            path: path.to_path_buf(),
            index,
            kind: binding.kind.id,
            place,
            header,
            binding: bound,
            rows: Children::new(),
            unreadable: Vec::new(),
            skipped: 0,
            keys: Keys::default(),
            aside,
            hidden: self.order.hidden.rows(&outline),
            notes,
            counted: FileRows {
                name: Arc::clone(&shown),
                sha256: String::new(),
                rows: 0,
                blank: 0,
                skipped: 0,
            },
            format: book.format().to_string(),
            evidence: book.evidence().to_vec(),
            own_file,
            of_fix: false,
        };
        sheet.read(&mut book, &outline, binding.reading.dates)?;
        sheet.counted.sha256 = book.sha256().map_err(Stop::Changed)?;
        self.child_sheets.push(sheet);
        Ok(self.child_sheets.len() - 1)
    }

    fn bind_child(
        &mut self,
        book: &mut Book,
        index: usize,
        outline: &Outline,
        place: &Place,
        mapping: &ChildMapping,
        binding: &Binding,
    ) -> Result<BoundChild, Stop> {
        let mut rows = book.rows(index).map_err(input)?;
        let head = read_ahead(&mut rows, None)?;
        let records = self.order.mapping.iter().flat_map(|mapping| &mapping.records);
        let holds = |record: &&RecordMapping| {
            record.children.iter().any(|child| std::ptr::eq(&raw const **child, mapping))
        };
        let record = records.clone().find(holds);
        let order = self.order;
        choose::with_how(order, &mut self.tables, record, |how| {
            let found = child::find(binding.kind, mapping, &head, outline, how);
            let Some(mut header) = found else {
                let key = &mapping.key_child;
                let args = [key.text.clone().into(), HEAD_ROWS.to_string().into(), key.written()];
                let complaint = Complaint::with(Code::ChildHeaderNotFound, args);
                return Err(vec![Problem::at(place.clone(), complaint)]);
            };
            let mut texts = choose::texts(&header.row);
            let hidden = choose::hide(order, outline, &mut header, &mut texts);
            let mut notes: Vec<Problem> =
                aside::hidden_columns(&hidden, place).into_iter().collect();
            match child::bind(binding.kind, mapping, &header, place, how) {
                Ok(mut bound) => {
                    bound.epoch = outline.epoch;
                    let above = head.get(..header.index).unwrap_or_default();
                    let key = bound.key.0;
                    let aside =
                        Aside::of_child(&header, above, key, outline, order.hidden.rows(outline));
                    notes.extend(bound.warnings.iter().cloned());
                    Ok(BoundChild { binding: bound, header: texts, aside, notes })
                }
                Err(mut problems) => {
                    problems.append(&mut notes);
                    Err(problems)
                }
            }
        })
        .map_err(Stop::Input)
    }
}

impl ChildSheet {
    /// For the reports, which read the sheet again.
    pub(super) fn again(&self) -> AgainSheet {
        AgainSheet {
            path: self.path.clone(),
            shown: Arc::clone(&self.counted.name),
            sheet: self.place.sheet.clone(),
            header_row: self.binding.header_row,
            header: self.header.clone(),
            hidden: self.hidden.clone(),
            belonging: Belonging::default(),
            keys: vec![self.binding.key.0],
            is_child: true,
            epoch: self.binding.epoch,
        }
    }

    /// Keep every row below the header, and read dates as the columns' own values prove, else in the
    /// order that is told.
    fn read(
        &mut self,
        book: &mut Book,
        outline: &Outline,
        dates: Option<DateOrder>,
    ) -> Result<(), Stop> {
        let mut dates = DateOrders::of_child(&self.binding, dates);
        let plan = Plan {
            header_row: self.binding.header_row,
            bindings: &[],
            belonging: &Belonging::default(),
            aside: self.aside.clone(),
            outline,
        };
        let mut lines = Lines::new(book.rows(self.index).map_err(input)?, plan);
        while let Some(line) = lines.next().map_err(input)? {
            if let Line::Passed(Passed::Apart(why)) = line {
                let place = Place { row: Some(lines.row().number()), ..self.place.clone() };
                self.notes.push(Problem::at(place, Complaint::new(why.code())));
            }
            if !matches!(line, Line::Read) {
                continue;
            }
            lines.fill(&mut Vec::new());
            let row = lines.row();
            dates.feed_row(row);
            let columns = &self.binding.columns;
            let blank = columns.iter().all(|column| row.cell(column.index).is_blank());
            self.counted.blank += u64::from(blank);
            if let Err(complaint) = self.rows.feed(&self.binding, row) {
                self.unreadable.push((row.number(), complaint));
            }
        }
        let Counts { rows, blank, skipped } = lines.counts();
        self.counted.rows = rows;
        self.counted.blank += blank;
        self.skipped = skipped;
        self.notes.extend(lines.aside().hidden_rows(&self.place));
        dates.settle_child(&mut self.binding);
        self.notes.extend(dates.problems(&self.place));
        Ok(())
    }
}
