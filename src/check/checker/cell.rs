//! One cell, read as the place that it is for says: by itself, and by what its column proves where that
//! leaves it open.
//!
//! Must not know: what becomes of the value, other places but those that decide how it is read.

use crate::bind::Column;
use crate::check::layout::{At, Layout};
use crate::check::outcome::{Outcome, SharedDial, cell_of};
use crate::check::record::{Stored, span};
use crate::check::spot::Spot;
use crate::check::state::State;
use crate::check::types::{self, Context, Notes, revealed, shown};
use crate::problem::{Code, Complaint, Problem};
use crate::rows::ReadAs;
use crate::sheet::{Glance, RawCell, RawRow};
use crate::spec::{FieldType, IdOf};

use super::Checker;

impl Checker {
    /// Whether the text of the cell, which begins there in the row's, is as nearly every one is, so that
    /// its value is known at once, with nothing to be said of it. It is the place's now.
    pub(super) fn take_at_once(
        &mut self,
        layout: &Layout,
        index: usize,
        (start, text): (usize, &str),
    ) -> bool {
        let spot = &layout.spots[index];
        if let FieldType::IdList(of) = spot.ty {
            return self.take_list(index, of, (start, text));
        }
        if !types::is_value_at_once(spot.ty, text, self.glance, spot.prose) {
            return self.take_day(layout, index, text);
        }
        if spot.worded && !types::is_one_word(text) || spot.is_called(text) {
            return false;
        }
        let is_right = match spot.ty {
            FieldType::Mobile => self.takes_chinese(layout),
            FieldType::DocumentNumber => self.takes_card(layout, index),
            FieldType::Id(of) => self.takes_id(text, of),
            FieldType::Name
            | FieldType::Text
            | FieldType::Email
            | FieldType::MobileCountry
            | FieldType::Choice(_)
            | FieldType::DateMillis { .. }
            | FieldType::Date
            | FieldType::DateMidnight
            | FieldType::IdList(_)
            | FieldType::Percent
            | FieldType::Custom(_) => true,
        };
        if is_right {
            let state = &mut self.states[index];
            state.value = Some(Stored::standing(start, text));
            state.from_cell = true;
        }
        is_right
    }

    /// Whether a usual ID of something is one as it stands: where the tenant's lists are known, it is one
    /// of theirs.
    fn takes_id(&self, text: &str, of: IdOf) -> bool {
        let reading = &self.binding.reading;
        reading.directory.is_none() && types::is_of_shape(text, of, reading)
    }

    fn take_list(&mut self, index: usize, of: IdOf, (start, text): (usize, &str)) -> bool {
        let separator = self.binding.reading.list_separator.as_deref();
        let Some(items) = types::items_at_once(text, of, separator) else { return false };
        let first = self.lists.len();
        for (place, item) in items {
            if !self.takes_id(item, of) {
                self.lists.truncate(first);
                return false;
            }
            self.lists.push(span(start + place, item));
        }
        let state = &mut self.states[index];
        state.value = Some(Stored::list(first, &self.lists));
        state.from_cell = true;
        true
    }

    /// Whether a Chinese mobile number is one beside its country.
    fn takes_chinese(&mut self, layout: &Layout) -> bool {
        let country = layout.country.and_then(|at| self.states[at].value);
        let is_home = types::is_home(country.and_then(|country| country.text(&self.text)))
            && self.shared_dial.is_none();
        if is_home {
            self.dial_code = Some(types::CHINA_DIALS);
        }
        is_home
    }

    /// Whether the number of a resident ID card is one beside its type, which it may settle.
    fn takes_card(&mut self, layout: &Layout, index: usize) -> bool {
        let Some(at) = layout.document_type else { return false };
        match self.states[at].value.and_then(Stored::number) {
            Some(types::ID_CARD) => {}
            None if self.binding.implied_document => {
                let value = Some(Stored::Int(types::ID_CARD));
                self.states[at] = State { value, ..State::default() };
            }
            Some(_) | None => return false,
        }
        self.states[index].is_id_card = true;
        true
    }

    /// Keep what a mobile number tells of how it is dialled.
    pub(super) fn note_dialled(
        &mut self,
        layout: &Layout,
        ty: FieldType,
        dial_code: Option<u16>,
        country: Option<&str>,
    ) {
        if !matches!(ty, FieldType::Mobile) {
            return;
        }
        self.dial_code = dial_code;
        if let (Some(at), Some(country)) = (layout.country, country) {
            let value = Some(Stored::made(country, &mut self.text));
            self.states[at] = State { value, ..State::default() };
            self.shared_dial = None;
        }
    }

    /// What is wrong with a place, unless it gives a dialling code that several countries share, which the
    /// number may settle; of a number beside such a code, which country it is of comes first.
    pub(super) fn unless_shared(
        &mut self,
        index: usize,
        ty: FieldType,
        dial: Option<String>,
        complaint: Complaint,
    ) -> Option<Complaint> {
        if let Some(dial) = dial {
            self.shared_dial = Some(SharedDial { index, dial, complaint });
            return None;
        }
        if matches!(ty, FieldType::Mobile) && self.shared_dial.is_some() {
            self.states[index].bad = true;
            return None;
        }
        Some(complaint)
    }

    /// A dialling code of which no number has told the country.
    pub(super) fn refuse_shared(
        &mut self,
        layout: &Layout,
        row: &RawRow,
        at: &At<'_>,
        problems: &mut Vec<Problem>,
    ) {
        if let Some(SharedDial { index, complaint, .. }) = self.shared_dial.take() {
            let cell = cell_of(&layout.spots[index], row);
            self.refuse(layout, index, (cell, true), (complaint, None), at, problems);
        }
    }

    fn take_day(&mut self, layout: &Layout, index: usize, text: &str) -> bool {
        let spot = &layout.spots[index];
        let zone = (&self.midnights, &self.binding.reading.timezone);
        let found = types::day_at_once(spot.ty, text, spot.personal, &mut self.sent, zone);
        let Some((sent, day)) = found else { return false };
        let state = &mut self.states[index];
        state.value = Some(Stored::made(sent, &mut self.text));
        (state.from_cell, state.day) = (true, Some(day));
        true
    }

    /// Local labels first, then the type.
    pub(super) fn parse_cell<'c>(
        &self,
        spot: &'c Spot,
        cell: RawCell<'c>,
        read: Option<ReadAs>,
    ) -> Outcome<'c> {
        let column = spot.column.as_ref();
        let Some(words) = column.and_then(|column| column.values.as_deref()) else {
            return self.parse(spot, cell, read, false);
        };
        if matches!(cell, RawCell::Fault(_)) {
            return self.parse(spot, cell, read, false);
        }
        let text = shown(cell);
        let text = revealed(&text);
        // A path of several columns has a doubled sign where a level may lack; who writes labels has not.
        let closed_up =
            || text.contains("//").then(|| words.get(&text.replace("//", "/"))).flatten();
        if let Some(value) = words.get(text.as_ref()).or_else(closed_up) {
            let mut outcome = self.parse(spot, RawCell::Text(value), None, true);
            if outcome.parsed.is_err() {
                let is_own = words.contains_key(text.as_ref());
                let label = if is_own { text.into_owned() } else { text.replace("//", "/") };
                outcome.notes.label = Some(label);
            }
            return outcome;
        }
        if spot.is_unlisted(cell, &text) {
            let complaint = Complaint::with(Code::NotInTable, [spot.plain_path.as_str()]);
            return Outcome { parsed: Err(complaint), notes: Notes::default() };
        }
        self.parse(spot, cell, read, false)
    }

    /// `read`: how the cell is read where it stands, if that is not where its column says.
    /// `vouched`: the text is the mapping file's.
    fn parse<'c>(
        &self,
        spot: &Spot,
        cell: RawCell<'c>,
        read: Option<ReadAs>,
        vouched: bool,
    ) -> Outcome<'c> {
        let beside = |at: Option<usize>| at.and_then(|at| self.states[at].value);
        let column = spot.column.as_ref();
        let reading = &self.binding.reading;
        let epoch = reading.epoch;
        let own = || column.map_or(ReadAs::elsewhere(epoch), |column| ReadAs::of(column, epoch));
        let read = read.unwrap_or_else(own);
        let cx = Context {
            reading,
            // An order that is told of the sheet gives way to what the column proves.
            dates: read.dates.or(reading.dates.filter(|_| read.proven.is_none())),
            epoch: read.epoch,
            clock: read.clock,
            swapped: read.swapped,
            told: read.dates,
            header: column.map_or("", |column| &column.header),
            path: &spot.plain_path,
            words: column.and_then(|column| column.values.as_deref()),
            closed: spot.closed.as_ref(),
            listed: column.is_some_and(|column| column.listed),
            custom: spot.custom.as_ref(),
            personal: spot.personal && !self.layout.shows_values,
            of_person: spot.personal,
            link: spot.link,
            prose: spot.prose,
            worded: spot.worded,
            end: spot.end,
            country: beside(self.layout.country).and_then(|country| country.text(&self.text)),
            country_by_default: self
                .layout
                .country
                .is_some_and(|at| !self.states[at].from_cell && self.states[at].value.is_some()),
            shared_dial: self.shared_dial.as_ref().map(|shared| shared.dial.as_str()),
            document_type: beside(self.layout.document_type).and_then(Stored::number),
            implied_document: self.binding.implied_document,
            vouched,
            row: if vouched { Glance::ALL } else { self.glance },
            midnights: Some(&self.midnights),
        };
        let mut outcome = of_type(spot.ty, cell, &cx);
        if !vouched && matches!(cell, RawCell::Text(text) if spot.is_called(text)) {
            outcome.notes.warn(Complaint::with(Code::HeaderInCell, [cx.header]));
        }
        let Some(open) = outcome.parsed.as_ref().err().map(|why| why.code) else { return outcome };
        if !types::is_left_open(open) {
            return outcome;
        }
        let vouched = vouched || column.is_some_and(|column| vouches(column, cell, open));
        of_type(spot.ty, cell, &Context { dates: cx.dates.or(read.proven), vouched, ..cx })
    }

    /// A default, which is the mapping file's: what the column's own values prove says nothing of it.
    pub(super) fn parse_default<'c>(&self, spot: &Spot, text: &'c str) -> Outcome<'c> {
        let dates = spot.column.as_ref().and_then(|column| column.dates);
        let read = ReadAs { dates, ..ReadAs::elsewhere(self.binding.reading.epoch) };
        self.parse(spot, RawCell::Text(text), Some(read), true)
    }
}

fn of_type<'c>(ty: FieldType, cell: RawCell<'c>, cx: &Context<'_>) -> Outcome<'c> {
    let mut notes = Notes::default();
    let parsed = types::read(ty, cell, cx, &mut notes);
    Outcome { parsed, notes }
}

/// Whether the column proves that a number that ends in zeros is sound.
fn vouches(column: &Column, cell: RawCell<'_>, doubt: Code) -> bool {
    if doubt == Code::DigitsRounded {
        return column.proven.whole_ids;
    }
    let is_sound = |text: &str| {
        column.proven.sound.as_ref().is_some_and(|sound| sound.contains(revealed(text).as_ref()))
    };
    column.proven.whole_cards || is_sound(&shown(cell))
}
