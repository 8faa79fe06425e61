//! One cell, read as the place that it is for says: by itself, and by what its column proves where that
//! leaves it open.
//!
//! Must not know: what becomes of the value, other places but those that decide how it is read.

use crate::bind::Column;
use crate::check::outcome::Outcome;
use crate::check::record::Stored;
use crate::check::spot::Spot;
use crate::check::types::{self, Context, Glance, Notes, revealed, shown};
use crate::problem::{Code, Complaint};
use crate::rows::ReadAs;
use crate::sheet::RawCell;
use crate::spec::FieldType;

use super::Checker;

impl Checker {
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
        if let Some(value) = words.get(text.as_ref()) {
            return self.parse(spot, RawCell::Text(value), None, true);
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
        let beside = |at: Option<usize>| at.and_then(|at| self.states[at].value.as_ref());
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
            personal: spot.personal && !self.layout.shows_values,
            link: spot.link,
            end: spot.end,
            country: beside(self.layout.country).and_then(|country| country.text(&self.text)),
            document_type: beside(self.layout.document_type).and_then(Stored::number),
            implied_document: self.binding.implied_document,
            vouched,
            row: if vouched { Glance::ALL } else { self.glance },
            midnights: Some(&self.midnights),
        };
        let outcome = of_type(spot.ty, cell, &cx);
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
