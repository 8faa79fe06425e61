//! One child sheet: how it is found and bound, and its rows.
//!
//! Must not know: the rows of parents.

use std::path::Path;
use std::sync::Arc;

use crate::bind::{Binding, ChildBinding, child};
use crate::mapping::{ChildMapping, RecordMapping};
use crate::problem::{Code, Complaint, Place, Problem};
use crate::rows::aside::{self};
use crate::rows::{Children, RowFilter};
use crate::sheet::Outline;
use crate::source::{self, Book};

use super::again::AgainSheet;
use super::child_sheet::{ChildSheet, sheet_of};
use super::choose;
use super::head::{HEAD_ROWS, read_ahead};
use super::keys::Keys;
use super::sink::FileRows;
use super::stop::{Stop, input};
use super::walk::Ingest;
use super::words::{no_sheet, texts};

/// The header of a child sheet, bound.
struct BoundChild {
    binding: ChildBinding,
    /// The header's texts by column.
    header: Vec<String>,
    aside: RowFilter,
    /// What is to be said of it.
    notes: Vec<Problem>,
}

impl Ingest<'_> {
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
            let complaint = no_sheet(&wanted, sheets);
            return Err(input(Problem::at(Place::file(&shown), complaint)));
        };
        let same = |sheet: &ChildSheet| {
            sheet.again.path == path && sheet.index == index && sheet.kind == binding.kind.id
        };
        if let Some(known) = self.child_sheets.iter().position(same) {
            return Ok(known);
        }
        let name = sheets.get(index).and_then(|sheet| sheet.name.clone());
        let place = Place { sheet: name, ..Place::file(&shown) };
        let outline = book.outline(index).map_err(input)?;
        let bound = self.bind_child(&mut book, index, &outline, &place, mapping, binding)?;
        let BoundChild { binding: bound, header, aside, notes } = bound;
        let hidden = self.order.hidden.rows(&outline);
        let mut sheet = ChildSheet {
            again: AgainSheet::of_child(path, &place, header, &bound, hidden),
            index,
            kind: binding.kind.id,
            place,
            binding: bound,
            rows: Children::new(),
            unreadable: Vec::new(),
            skipped: 0,
            keys: Keys::default(),
            aside,
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
        sheet.read(&mut book, &outline, binding)?;
        sheet.counted.digested(&book.digest().map_err(Stop::Changed)?);
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
        let known = order.directory.as_deref();
        choose::with_how(order, &mut self.tables, record, |how| {
            let found = child::find(binding.kind, mapping, &head, outline, (how, known));
            let Some(mut header) = found else {
                let key = &mapping.key_child;
                let args = [key.text.clone().into(), HEAD_ROWS.to_string().into(), key.written()];
                let complaint = Complaint::with(Code::ChildHeaderNotFound, args);
                return Err(vec![Problem::at(place.clone(), complaint)]);
            };
            let mut texts = texts(&header.row);
            let hidden = choose::hide(order, outline, &mut header, &mut texts);
            let mut notes: Vec<Problem> =
                aside::hidden_columns(&hidden, place).into_iter().collect();
            match child::bind(binding.kind, mapping, &header, place, (how, known)) {
                Ok(mut bound) => {
                    bound.epoch = outline.epoch;
                    let above = head.get(..header.index).unwrap_or_default();
                    let key = bound.key.0;
                    let aside = RowFilter::of_child(
                        &header,
                        above,
                        key,
                        outline,
                        order.hidden.rows(outline),
                    );
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
