//! Rows of one sheet, bound for one kind: cell by cell, then the rules over the row, then the record.
//!
//! Must not know: what any field holds (`types`), what a rule says (`rules`), other rows (`repeats`).

use std::sync::Arc;

use crate::bind::Binding;
use crate::gather::{Origins, ReadAs};
use crate::problem::{Code, Complaint, Lang, Place, Problem, Severity, both};
use crate::sheet::{RawCell, RawRow};
use crate::spec::{CustomType, FieldType, KeyField};

use super::layout::{At, Layout, Spot};
use super::mask;
use super::record::{Filled, Record, Value};
use super::rules::{self, Finding};
use super::state::State;
use super::types::{self, Context, Notes, revealed, shown};

/// Reads the rows of one sheet.
#[derive(Debug)]
pub struct Checker {
    binding: Arc<Binding>,
    layout: Layout,
    place: Place,
    /// One for each place, used again for every row.
    states: Vec<State>,
    findings: Vec<Finding>,
    dial_code: Option<u16>,
}

impl Checker {
    /// A checker for the rows of the sheet at `place` (file and sheet).
    pub fn new(binding: Arc<Binding>, place: Place) -> Self {
        let layout = Layout::new(&binding);
        let states = vec![State::default(); layout.spots.len()];
        Self { binding, layout, place, states, findings: Vec::new(), dial_code: None }
    }

    /// Whether problems show what cells hold, people's data too.
    pub const fn show_values(&mut self, values: bool) {
        self.layout.shows_values = values;
    }

    /// Whether problems show what cells hold.
    pub const fn shows_values(&self) -> bool {
        self.layout.shows_values
    }

    /// Whether it reads by this binding, and not by one that was grown since.
    pub fn is_for(&self, binding: &Arc<Binding>) -> bool {
        Arc::ptr_eq(&self.binding, binding)
    }

    /// The defaults that their own fields refuse, by path.
    pub fn unusable_defaults(&mut self) -> Vec<(Arc<str>, Complaint)> {
        let mut unusable = Vec::new();
        self.states.fill(State::default());
        for late in [false, true] {
            for index in 0..self.layout.spots.len() {
                let spot = &self.layout.spots[index];
                let Some(text) = spot.default.as_deref().filter(|_| is_late(spot.ty) == late)
                else {
                    continue;
                };
                match self.parse(spot, RawCell::Text(text), None, true).parsed {
                    Ok(value) => self.states[index].value = value,
                    Err(complaint) => unusable.push((Arc::clone(&spot.path), complaint)),
                }
            }
        }
        unusable
    }

    /// Check a row, of whose cells some stand elsewhere. Pushes every problem of it; `None` exactly
    /// if one of them is an error.
    pub fn check(
        &mut self,
        row: &RawRow,
        origins: &Origins,
        problems: &mut Vec<Problem>,
    ) -> Option<Record> {
        let before = problems.len();
        let place = Place { row: Some(row.number()), ..self.place.clone() };
        let at = At { place: &place, origins };
        self.states.fill(State::default());
        self.dial_code = None;
        for late in [false, true] {
            for index in 0..self.layout.spots.len() {
                if is_late(self.layout.spots[index].ty) == late {
                    self.read(index, row, &at, problems);
                }
            }
        }
        self.fill_entries(&at, problems);
        self.judge(row, &at, problems);
        let failed = problems[before..].iter().any(|p| p.severity() == Severity::Error);
        (!failed).then(|| self.record(row))
    }

    /// The row's cell for a place, else the default where the place is not within an entry.
    fn read(&mut self, index: usize, row: &RawRow, at: &At<'_>, problems: &mut Vec<Problem>) {
        let spot = &self.layout.spots[index];
        let cell = cell_of(spot, row);
        if !cell.is_blank() {
            let origin = spot.column.as_ref().and_then(|column| at.origins.of(column.index));
            let outcome = self.parse_cell(spot, cell, origin.and_then(|origin| origin.read));
            self.settle(index, cell, true, outcome, at, problems);
        } else if spot.entry.is_none() {
            self.take_default(index, at, problems);
        }
    }

    fn take_default(&mut self, index: usize, at: &At<'_>, problems: &mut Vec<Problem>) {
        let spot = &self.layout.spots[index];
        let Some(text) = spot.default.as_deref() else { return };
        let outcome = self.parse(spot, RawCell::Text(text), None, true);
        self.settle(index, RawCell::Empty, false, outcome, at, problems);
    }

    /// Local labels first, then the type.
    fn parse_cell(&self, spot: &Spot, cell: RawCell<'_>, read: Option<ReadAs>) -> Outcome {
        let column = spot.column.as_ref();
        let Some(words) = column.and_then(|column| column.values.as_deref()) else {
            return self.parse(spot, cell, read, false);
        };
        if matches!(cell, RawCell::Fault(_)) {
            return self.parse(spot, cell, read, false);
        }
        let text = shown(cell);
        let text = revealed(&text);
        if let Some(value) = words.get(text.as_ref()) {
            return self.parse(spot, RawCell::Text(value), None, true);
        }
        let itemwise =
            matches!(spot.ty, FieldType::IdList(_) | FieldType::Custom(CustomType::Choices));
        let unknown = spot.closed.as_ref().is_some_and(|values| !values.contains(text.as_ref()));
        if unknown && !itemwise {
            let complaint = Complaint::with(Code::NotInTable, [spot.plain_path.as_str()]);
            return Outcome { parsed: Err(complaint), notes: Notes::default() };
        }
        self.parse(spot, cell, read, false)
    }

    /// `read`: how the cell is read where it stands, if that is not where its column says.
    /// `vouched`: the text is the mapping file's.
    fn parse(
        &self,
        spot: &Spot,
        cell: RawCell<'_>,
        read: Option<ReadAs>,
        vouched: bool,
    ) -> Outcome {
        let beside = |at: Option<usize>| at.and_then(|at| self.states[at].value.as_ref());
        let column = spot.column.as_ref();
        let read = read.unwrap_or(ReadAs {
            dates: column.and_then(|column| column.dates),
            epoch: self.binding.reading.epoch,
        });
        let cx = Context {
            reading: &self.binding.reading,
            dates: read.dates.or(self.binding.reading.dates),
            epoch: read.epoch,
            path: &spot.plain_path,
            words: column.and_then(|column| column.values.as_deref()),
            closed: spot.closed.as_ref(),
            personal: spot.personal && !self.layout.shows_values,
            end: spot.end,
            country: match beside(self.layout.country) {
                Some(Value::Text(code)) => Some(code),
                Some(Value::Int(_) | Value::List(_)) | None => None,
            },
            document_type: match beside(self.layout.document_type) {
                Some(Value::Int(code)) => Some(*code),
                Some(Value::Text(_) | Value::List(_)) | None => None,
            },
            implied_document: self.binding.implied_document,
            vouched,
        };
        let mut notes = Notes::default();
        let parsed = types::read(spot.ty, cell, &cx, &mut notes);
        Outcome { parsed, notes }
    }

    /// Keep what a parser gave.
    fn settle(
        &mut self,
        index: usize,
        cell: RawCell<'_>,
        from_cell: bool,
        Outcome { parsed, notes }: Outcome,
        at: &At<'_>,
        problems: &mut Vec<Problem>,
    ) {
        let ty = self.layout.spots[index].ty;
        // What was repaired in a cell that is refused is of no interest.
        let refused = parsed.is_err();
        for warning in notes.warnings.into_iter().filter(|w| !(refused && w.code.is_repair())) {
            problems.push(self.layout.problem(at, index, cell, warning));
        }
        match parsed {
            Err(complaint) if from_cell && self.layout.leaves_out(index) => {
                self.states[index].omitted = true;
                let cause = complaint.of_cause();
                let why = both(&cause.message(Lang::Zh), &cause.message(Lang::En));
                let complaint = Complaint::with(Code::ValueOmitted, [why]);
                problems.push(self.layout.problem(at, index, cell, complaint));
            }
            Err(complaint) => {
                self.states[index].bad = true;
                // The neighbour's own problem comes first: what depends on it can't be judged.
                if !self.neighbour_is_bad(ty) {
                    let problem = self.layout.problem(at, index, cell, complaint);
                    if !is_told(cell, &problem, problems) {
                        problems.push(problem);
                    }
                }
            }
            Ok(value) => {
                if matches!(ty, FieldType::Mobile) {
                    self.dial_code = notes.dial_code;
                }
                if let (Some(at), Some(code)) = (self.layout.document_type, notes.document_type) {
                    self.states[at] = State { value: Some(Value::Int(code)), ..State::default() };
                }
                let is_id_card = matches!(ty, FieldType::DocumentNumber)
                    && self.layout.document_type.is_some_and(|at| {
                        self.states[at].value == Some(Value::Int(types::ID_CARD))
                    });
                let day = notes.day;
                self.states[index] =
                    State { value, from_cell, day, is_id_card, ..State::default() };
            }
        }
    }

    /// A mobile number beside a country that could not be read, a document beside such a type.
    fn neighbour_is_bad(&self, ty: FieldType) -> bool {
        let neighbour = match ty {
            FieldType::Mobile => self.layout.country,
            FieldType::DocumentNumber => self.layout.document_type,
            FieldType::Name
            | FieldType::Text
            | FieldType::Email
            | FieldType::MobileCountry
            | FieldType::Choice(_)
            | FieldType::DateMillis { .. }
            | FieldType::Date
            | FieldType::DateMidnight
            | FieldType::Id(_)
            | FieldType::IdList(_)
            | FieldType::Percent
            | FieldType::Custom(_) => None,
        };
        neighbour.is_some_and(|at| self.states[at].bad)
    }

    /// Defaults within entries that the row has.
    fn fill_entries(&mut self, at: &At<'_>, problems: &mut Vec<Problem>) {
        for entry in 0..self.layout.entries.len() {
            if !rules::is_present(&self.layout, &self.states, entry) {
                continue;
            }
            for index in self.layout.entries[entry].spots.clone() {
                let state = &self.states[index];
                if state.value.is_none() && !state.bad && !state.omitted {
                    self.take_default(index, at, problems);
                }
            }
        }
    }

    /// Everything that several cells decide, and what is missing.
    fn judge(&mut self, row: &RawRow, at: &At<'_>, problems: &mut Vec<Problem>) {
        rules::apply(&self.layout, &mut self.states, &mut self.findings);
        rules::entries(&self.layout, &mut self.states, &mut self.findings);
        for (spot, complaint) in self.findings.drain(..) {
            problems.push(match spot {
                Some(index) => {
                    let cell = cell_of(&self.layout.spots[index], row);
                    self.layout.problem(at, index, cell, complaint)
                }
                None => Problem::at(at.place.clone(), complaint),
            });
        }
        for (index, spot) in self.layout.spots.iter().enumerate() {
            let wanted = spot.required
                && spot.entry.is_none_or(|e| rules::is_present(&self.layout, &self.states, e));
            let state = &self.states[index];
            if wanted && state.value.is_none() && !state.bad {
                let complaint = Complaint::new(Code::Required);
                problems.push(self.layout.problem(at, index, RawCell::Empty, complaint));
            }
        }
        for field in &self.layout.missing {
            let mut problem = Problem::at(at.place.clone(), Complaint::new(Code::Required));
            problem.field = Some(field.key.into());
            problems.push(problem);
        }
        if self.is_keyless() {
            problems.push(Problem::at(at.place.clone(), Complaint::new(Code::Keyless)));
        }
    }

    /// Nothing tells who it is about. A key that could not be read has its own problem, and so has
    /// one that is required.
    fn is_keyless(&self) -> bool {
        let kind = self.binding.kind;
        let says_so = |key: &KeyField| kind.field(key.field).is_some_and(|field| field.required);
        !self.binding.allow_keyless
            && !kind.keys.iter().any(says_so)
            && !self
                .layout
                .spots
                .iter()
                .zip(&self.states)
                .any(|(spot, state)| spot.slot.is_key(kind) && (state.bad || state.value.is_some()))
    }

    fn record(&mut self, row: &RawRow) -> Record {
        let filled = self.states.iter().filter(|state| state.value.is_some()).count();
        let mut values = Vec::with_capacity(filled);
        for (spot, state) in self.layout.spots.iter().zip(&mut self.states) {
            if let Some(value) = state.value.take() {
                values.push(Filled { slot: spot.slot.clone(), value });
            }
        }
        let mut record = Record {
            kind: self.binding.kind,
            values,
            dial_code: self.dial_code,
            label: String::new(),
        };
        record.label = self.label(&record, row);
        record
    }

    /// The key column's text, else a masked key, else the masked name.
    fn label(&self, record: &Record, row: &RawRow) -> String {
        let own = self
            .binding
            .key_column
            .map(|column| mask::shortened(&mask::visible(&shown(row.cell(column)))));
        own.filter(|text| !text.is_empty())
            .or_else(|| masked_key(record))
            .or_else(|| record.name().map(mask::name))
            .unwrap_or_default()
    }
}

/// The first key of a record, masked.
fn masked_key(record: &Record) -> Option<String> {
    let mut keys = record.kind().keys.iter();
    keys.find_map(|key| Some(mask::key(key.kind, record.text(key.field)?)))
}

/// What a parser gave.
struct Outcome {
    parsed: types::Parsed,
    notes: Notes,
}

/// Problems that are looked at for one that is told already: those of one row, mostly.
const RECENT: usize = 64;

/// Whether the fault of a cell that feeds several places is told already.
fn is_told(cell: RawCell<'_>, problem: &Problem, problems: &[Problem]) -> bool {
    matches!(cell, RawCell::Fault(_))
        && problems
            .iter()
            .rev()
            .take(RECENT)
            .any(|told| told.code() == problem.code() && told.place == problem.place)
}

/// Read after the others, as a neighbour decides how.
const fn is_late(ty: FieldType) -> bool {
    matches!(ty, FieldType::Mobile | FieldType::DocumentNumber)
}

fn cell_of<'r>(spot: &Spot, row: &'r RawRow) -> RawCell<'r> {
    spot.column.as_ref().map_or(RawCell::Empty, |column| row.cell(column.index))
}

#[cfg(test)]
mod tests;
