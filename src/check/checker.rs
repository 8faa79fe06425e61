//! Rows of one sheet, bound for one kind: cell by cell, then the rules over the row, then the record.
//!
//! Must not know: what any field holds (`types`), what a rule says (`rules`), other rows (`repeats`).

mod cell;
mod early;
mod oneself;
mod refuse;
mod settle;

use std::sync::Arc;

use crate::bind::Binding;
use crate::problem::{Code, Complaint, Place, Problem, Severity};
use crate::rows::Origins;
use crate::sheet::{Glance, RawCell, RawRow};
use crate::spec::FieldType;

use super::layout::{At, Layout};
use super::mask;
use super::memo::Memo;
use super::outcome::{Open, Outcome, SharedDial, cell_of};
use super::record::{Lists, Record, Stored};
use super::rules::{self, Finding};
use super::state::State;
use super::types::{self, Midnights, SentDays, shown};

/// Reads the rows of one sheet.
#[derive(Debug)]
pub struct Checker {
    binding: Arc<Binding>,
    layout: Arc<Layout>,
    place: Place,
    midnights: Midnights,
    sent: SentDays,
    /// What cells gave before, for each place whose cells are read by themselves.
    memos: Vec<Option<Memo>>,
    /// One for each place, used again for every row.
    states: Vec<State>,
    /// The texts of the values, one behind the other.
    text: String,
    lists: Lists,
    /// What the row's text may hold.
    glance: Glance,
    findings: Vec<Finding>,
    /// Places whose cells name several things: what else the row says may settle which is meant.
    open: Vec<Open>,
    dial_code: Option<u16>,
    /// A cell gives a dialling code that several countries share, until the number tells which.
    shared_dial: Option<SharedDial>,
    /// The row has a value that other values of its column may tell.
    asks: bool,
}

impl Checker {
    /// A checker for the rows of the sheet at `place` (file and sheet). Problems show what cells
    /// hold, people's data too, if `values`.
    pub fn new(binding: Arc<Binding>, place: Place, values: bool) -> Self {
        let layout = Arc::new(Layout::new(&binding).showing(values));
        let states = vec![State::default(); layout.spots.len()];
        let memos = layout.spots.iter().map(|spot| spot.is_alone().then(Memo::default)).collect();
        Self {
            binding,
            layout,
            place,
            midnights: Midnights::default(),
            sent: SentDays::default(),
            memos,
            states,
            text: String::new(),
            lists: Lists::new(),
            glance: Glance::ALL,
            findings: Vec::new(),
            open: Vec::new(),
            dial_code: None,
            shared_dial: None,
            asks: false,
        }
    }

    /// One that reads by another binding of the same sheet.
    #[must_use]
    pub fn grown(&self, binding: Arc<Binding>) -> Self {
        Self::new(binding, self.place.clone(), self.layout.shows_values)
    }

    /// Another one that gives the same, for another thread: they share nothing that either counts.
    #[must_use]
    pub fn twin(&self) -> Self {
        self.grown(Arc::clone(&self.binding))
    }

    /// Whether it reads by this binding, and not by one that was grown since.
    pub fn is_for(&self, binding: &Arc<Binding>) -> bool {
        Arc::ptr_eq(&self.binding, binding)
    }

    /// The defaults that their own fields refuse, by path.
    pub fn unusable_defaults(&mut self) -> Vec<(Arc<str>, Complaint)> {
        let mut unusable = Vec::new();
        self.begin("", Glance::ALL);
        let layout = Arc::clone(&self.layout);
        for index in layout.order.iter().copied() {
            let spot = &layout.spots[index];
            let Some(text) = spot.default.as_deref() else { continue };
            match self.parse_default(spot, text).parsed {
                Ok(value) => {
                    let (text, lists) = (&mut self.text, &mut self.lists);
                    let value = value.map(|value| Stored::of(value, "", text, lists));
                    self.states[index].value = value;
                }
                Err(complaint) => unusable.push((Arc::clone(&spot.path), complaint)),
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
        self.check_anew(None, row, origins, problems)
    }

    /// The same in the memory of a record that nobody wants any more.
    pub fn check_anew(
        &mut self,
        before: Option<Record>,
        row: &RawRow,
        origins: &Origins,
        problems: &mut Vec<Problem>,
    ) -> Option<Record> {
        let told = problems.len();
        let sheet = std::mem::take(&mut self.place);
        let at = At { sheet: &sheet, row: row.number(), text: row.text(), origins };
        let layout = Arc::clone(&self.layout);
        self.begin(at.text, row.glance());
        for index in layout.order.iter().copied() {
            self.read(&layout, index, row, &at, problems);
        }
        self.fill_entries(&layout, &at, problems);
        self.judge(&layout, row, &at, problems);
        self.place = sheet;
        let failed = problems[told..].iter().any(|p| p.severity() == Severity::Error);
        (!failed).then(|| self.record(before, row))
    }

    /// Whether a value of the row that was checked last was refused, or left out, for want of what other
    /// values of its column may tell. A row without such a value is read the same whatever they tell.
    pub const fn asks(&self) -> bool {
        self.asks
    }

    /// Forget the row before.
    fn begin(&mut self, row: &str, glance: Glance) {
        self.states.fill(State::default());
        self.lists.clear();
        self.text.clear();
        self.text.push_str(row);
        self.glance = glance;
        self.open.clear();
        self.dial_code = None;
        self.shared_dial = None;
        self.asks = false;
    }

    /// The row's cell for a place, else the default where the place is not within an entry.
    fn read(
        &mut self,
        layout: &Layout,
        index: usize,
        row: &RawRow,
        at: &At<'_>,
        problems: &mut Vec<Problem>,
    ) {
        let spot = &layout.spots[index];
        let own = at.origins.is_none();
        if own
            && let Some(text) = spot.at_once.and_then(|column| row.text_at(column))
            && self.take_at_once(layout, index, text)
        {
            return;
        }
        let cell = cell_of(spot, row);
        let origin = spot.column.as_ref().and_then(|column| at.origins.of(column.index));
        let read = origin.and_then(|origin| origin.read);
        if read.is_none() && self.recall(index, cell, at.text) {
            return;
        }
        if !cell.is_blank() || cell.is_bare_link() {
            let outcome = self.parse_cell(spot, cell, read);
            if read.is_none() {
                self.keep(index, cell, &outcome);
            }
            let nothing = outcome.notes.nothing;
            self.store(layout, index, (cell, true), outcome, at, problems);
            if nothing && spot.entry.is_none() {
                self.take_default(layout, index, at, problems);
            }
        } else if spot.entry.is_none() {
            self.take_default(layout, index, at, problems);
        }
    }

    /// Whether a cell of the same text was read before, and what it gave is the place's now.
    fn recall(&mut self, index: usize, cell: RawCell<'_>, row: &str) -> bool {
        let RawCell::Text(text) = cell else { return false };
        let memo = self.memos.get_mut(index).and_then(Option::as_mut);
        let known = memo.and_then(|memo| memo.recall(text, row, &mut self.text));
        let Some((value, day)) = known else { return false };
        self.states[index] = State { value, from_cell: true, day, ..State::default() };
        true
    }

    /// Remember what a cell gave, if nothing is to be said of it.
    fn keep(&mut self, index: usize, cell: RawCell<'_>, outcome: &Outcome<'_>) {
        if let RawCell::Text(text) = cell
            && let (Ok(value), []) = (&outcome.parsed, outcome.notes.warnings.as_slice())
            && let Some(memo) = self.memos.get_mut(index).and_then(Option::as_mut)
        {
            memo.keep(text, value.as_ref(), outcome.notes.day);
        }
    }

    fn take_default(
        &mut self,
        layout: &Layout,
        index: usize,
        at: &At<'_>,
        problems: &mut Vec<Problem>,
    ) {
        let spot = &layout.spots[index];
        let Some(text) = spot.default.as_deref() else { return };
        let outcome = self.parse_default(spot, text);
        self.store(layout, index, (RawCell::Empty, false), outcome, at, problems);
    }

    /// Keep what a parser gave for a cell, or for a default where it is not the row's own.
    fn store(
        &mut self,
        layout: &Layout,
        index: usize,
        (cell, from_cell): (RawCell<'_>, bool),
        Outcome { parsed, notes }: Outcome<'_>,
        at: &At<'_>,
        problems: &mut Vec<Problem>,
    ) {
        let ty = layout.spots[index].ty;
        self.asks |= parsed.as_ref().is_err_and(|why| types::is_left_open(why.code));
        // What was repaired in a cell that is refused is of no interest, nor that one says there is
        // nothing where something must be.
        let spot = &layout.spots[index];
        let missing = notes.nothing && spot.required && spot.default.is_none();
        let refused = parsed.is_err() || missing;
        for warning in notes.warnings.into_iter().filter(|w| !(refused && w.code.is_repair())) {
            problems.push(layout.problem(at, index, cell, warning));
        }
        match parsed {
            Err(complaint)
                if from_cell && !notes.candidates.is_empty() && matches!(ty, FieldType::Id(_)) =>
            {
                self.states[index].bad = true;
                let (candidates, label) = (notes.candidates, notes.label);
                self.open.push(Open { index, candidates, complaint, label });
            }
            Err(complaint) => {
                let dial = notes.shared_dial.filter(|_| from_cell);
                if let Some(complaint) = self.unless_shared(index, ty, dial, complaint) {
                    let why = (complaint, notes.label.as_deref());
                    self.refuse(layout, index, (cell, from_cell), why, at, problems);
                }
            }
            Ok(value) => {
                self.note_dialled(layout, ty, notes.dial_code, notes.country.as_deref());
                if let (Some(at), Some(code)) = (layout.document_type, notes.document_type) {
                    self.states[at] = State { value: Some(Stored::Int(code)), ..State::default() };
                }
                let is_id_card = matches!(ty, FieldType::DocumentNumber)
                    && layout.document_type.is_some_and(|at| {
                        self.states[at].value.and_then(Stored::number) == Some(types::ID_CARD)
                    });
                let (text, lists) = (&mut self.text, &mut self.lists);
                let value = value.map(|value| Stored::of(value, at.text, text, lists));
                let day = notes.day;
                self.states[index] =
                    State { value, from_cell, day, is_id_card, ..State::default() };
            }
        }
    }

    /// Defaults within entries that the row has.
    fn fill_entries(&mut self, layout: &Layout, at: &At<'_>, problems: &mut Vec<Problem>) {
        for index in layout.inner_defaults.iter().copied() {
            let state = &self.states[index];
            let is_missing = state.value.is_none() && !state.bad && !state.omitted;
            let entry = layout.spots[index].entry;
            if is_missing && entry.is_some_and(|e| rules::is_present(layout, &self.states, e)) {
                self.take_default(layout, index, at, problems);
            }
        }
    }

    /// Everything that several cells decide, and what is missing.
    fn judge(&mut self, layout: &Layout, row: &RawRow, at: &At<'_>, problems: &mut Vec<Problem>) {
        self.settle(layout, row, at, problems);
        self.refuse_shared(layout, row, at, problems);
        rules::apply(layout, &mut self.states, &self.text, &mut self.findings);
        let made = (self.text.as_str(), &self.lists);
        rules::entries(layout, &mut self.states, made, &mut self.findings);
        rules::wanted(layout, &self.states, &mut self.findings);
        for (spot, complaint) in self.findings.drain(..) {
            problems.push(match spot {
                Some(index) => {
                    let cell = cell_of(&layout.spots[index], row);
                    layout.problem(at, index, cell, complaint)
                }
                None => Problem::at(at.place(), complaint),
            });
        }
        if let Some(problem) = self.named_otherwise(layout, row, at) {
            problems.push(problem);
        }
        self.drop_oneself(layout, row, at, problems);
        self.led_too_early(layout, row, at, problems);
        if let Some(problem) = self.unstaffed(layout, at) {
            problems.push(problem);
        }
        for field in &layout.missing {
            let mut problem = Problem::at(at.place(), Complaint::new(Code::Required));
            problem.field = Some(field.key.into());
            problems.push(problem);
        }
        if self.is_keyless() {
            problems.push(Problem::at(at.place(), Complaint::new(Code::Keyless)));
        }
    }

    /// Nothing tells who it is about. A key that could not be read has its own problem.
    fn is_keyless(&self) -> bool {
        let tells = |spot: &usize| self.states[*spot].bad || self.states[*spot].value.is_some();
        self.layout.keys.as_ref().is_some_and(|keys| !keys.iter().any(tells))
    }

    fn record(&mut self, before: Option<Record>, row: &RawRow) -> Record {
        let (mut values, text, lists) = if let Some(before) = before {
            let (values, mut text, mut lists) = before.into_memory();
            std::mem::swap(&mut self.text, &mut text);
            std::mem::swap(&mut self.lists, &mut lists);
            (values, text, lists)
        } else {
            // Memory of just its length is had at once, and the buffer is kept for the next.
            let filled = self.states.iter().filter(|state| state.value.is_some()).count();
            (Vec::with_capacity(filled), self.text.clone(), self.lists.clone())
        };
        let spots = (0..).zip(&self.states);
        values.extend(spots.filter_map(|(spot, state)| Some((spot, state.value?))));
        let own = self
            .binding
            .key_column
            .map(|column| mask::shortened(&mask::visible(&shown(row.cell(column)))));
        let own = own.filter(|text| !text.is_empty()).map(String::into_boxed_str);
        Record::new(&self.layout, values, (text, lists), self.dial_code, own)
    }
}

#[cfg(test)]
mod tests;
