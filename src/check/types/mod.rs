//! One file per field type: what a cell must hold, and the value that the API takes for it.
//!
//! Policies that hold for all of them: white space and invisible characters round a value are
//! dropped; full-width letters and digits are understood everywhere but in names and free text; a
//! value that could mean two things is an error, never a guess. What a web page or a PDF put in the place
//! of other characters is undone before a type reads a text, and a cell that says NULL or 无 is as good
//! as blank. Each repair of a cell is a warning
//! of its own, but for plain blanks at its ends; what cannot be repaired safely is an error, or a
//! warning that leaves the value as it is.
//!
//! Must not know: files, sheets, addresses, headers.
//!
//! To add a field type: an arm in `spec::FieldType` and a file here; the compiler lists the rest.

mod abroad;
mod absent;
mod alike;
mod appended;
mod at_once;
mod begun;
mod choice;
mod civil;
mod clean;
mod clock;
mod composed;
mod context;
mod country;
mod custom;
mod damage;
mod date;
mod document;
mod domains;
mod dressed;
mod email;
mod entities;
mod errors;
mod escapes;
mod grain;
mod han;
mod id;
mod known;
mod list;
mod lost;
mod mend;
mod mobile;
mod name;
mod neighbour;
mod nothing;
mod numerals;
mod orders;
mod percent;
mod printed;
mod quoted;
mod scan;
mod sent;
mod stand_in;
mod surplus;
mod text;
mod zone;

#[cfg(test)]
mod damages;
#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod testing;

use crate::check::value::Value;
use crate::problem::{Code, Complaint};
use crate::sheet::{Glance, RawCell};
use crate::spec::{CustomType, FieldType};

pub(super) use at_once::{
    day as day_at_once, is_value as is_value_at_once, items as items_at_once,
};
use clean::trimmed;
pub(crate) use clean::{shown, without_invisible as revealed};
pub(crate) use clock::{Slip, is_end_of_day, shown_time, slip, swapped};
pub(crate) use context::is_left_open;
pub use context::{Context, Notes, Parsed};
pub(crate) use date::{clock_of, settling_lines};
pub(crate) use document::{ID_CARD, birth_date, is_male};
use dressed::Chosen;
pub(crate) use grain::{Day, Grain};
pub(super) use id::is_of_shape;
pub(crate) use id::{floating_bits, is_rounded, lost_bits};
pub(super) use mobile::{CHINA_DIALS, is_home};
pub(super) use neighbour::is_one_word;
pub(super) use nothing::said as says_nothing;
pub(crate) use orders::{ALL, Orders, orders_of};
pub(super) use sent::SentDays;
pub(super) use zone::Midnights;

/// Read a cell as a field's type says. Never panics, whatever the cell holds.
pub fn read<'c>(
    ty: FieldType,
    cell: RawCell<'c>,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Parsed<'c> {
    if let RawCell::Dressed(cell) = cell {
        return match dressed::choose(ty, cell, cx, notes)? {
            Chosen::One(cell) => read(ty, cell, cx, notes),
            Chosen::Either(first, second) => {
                let mut unheard = Notes::default();
                match read(ty, first, cx, &mut unheard) {
                    Ok(Some(value)) => {
                        *notes = unheard;
                        Ok(Some(value))
                    }
                    Ok(None) | Err(_) => read(ty, second, cx, notes),
                }
            }
            Chosen::Made(text) => {
                let read = read(ty, RawCell::Text(&text), cx, notes);
                read.map(|value| value.map(Value::into_owned))
            }
        };
    }
    if let RawCell::Text(text) = cell
        && let Some(mended) = mend::mended(ty, text, cx, notes)
    {
        let cx = Context { row: Glance::ALL, ..*cx };
        let value = something(ty, RawCell::Text(&mended), &cx, notes)?;
        return Ok(value.map(Value::into_owned));
    }
    something(ty, cell, cx, notes)
}

/// Read a cell, unless it says that there is nothing.
fn something<'c>(
    ty: FieldType,
    cell: RawCell<'c>,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Parsed<'c> {
    if let Some(word) = says_nothing(ty, cell, cx.end) {
        notes.nothing = true;
        notes.warn(Complaint::with(Code::RepairedNothing, [word]));
        return Ok(None);
    }
    if let RawCell::Text(text) = cell
        && let Some(why) = absent::instead(trimmed(text))
    {
        notes.warn(among_sentences(ty, trimmed(text), cx).ok_or(why)?);
    }
    of_type(ty, cell, cx, notes)
}

/// What is said of a text that only stands for a value, where it may be meant so: sentences may be about
/// formulas, and refer to an enclosure.
fn among_sentences(ty: FieldType, text: &str, cx: &Context<'_>) -> Option<Complaint> {
    let may_refer = cx.prose || matches!(ty, FieldType::Custom(CustomType::Text));
    if may_refer && absent::is_elsewhere(text) {
        return Some(Complaint::new(Code::TextElsewhere));
    }
    (cx.prose && absent::formula(text).is_some()).then(|| Complaint::new(Code::TextFormula))
}

fn of_type<'c>(
    ty: FieldType,
    cell: RawCell<'c>,
    cx: &Context<'_>,
    notes: &mut Notes,
) -> Parsed<'c> {
    match ty {
        FieldType::Name => name::read(cell, cx, notes),
        FieldType::Text => text::of_field(cell, cx, notes),
        FieldType::Email => email::read(cell, cx, notes),
        FieldType::Mobile => abroad::read(cell, cx, notes),
        FieldType::MobileCountry => country::read(cell, cx, notes),
        FieldType::DocumentNumber => document::read(cell, cx, notes),
        FieldType::Choice(choices) => choice::read(cell, choices, cx, notes),
        FieldType::DateMillis { end } if end != cx.end => {
            let cx = Context { end: true, ..*cx };
            date::read(cell, date::Form::Millis, &cx, notes)
        }
        FieldType::DateMillis { .. } => date::read(cell, date::Form::Millis, cx, notes),
        FieldType::Date => date::read(cell, date::Form::Plain, cx, notes),
        FieldType::DateMidnight => date::read(cell, date::Form::Midnight, cx, notes),
        FieldType::Id(of) => id::read(cell, of, cx, notes),
        FieldType::IdList(of) => list::read(cell, of, cx, notes),
        FieldType::Percent => percent::read(cell, cx, notes),
        FieldType::Custom(ty) => custom::read(cell, ty, cx, notes),
    }
}
