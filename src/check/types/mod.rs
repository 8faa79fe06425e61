//! One file per field type: what a cell must hold, and the value that the API takes for it.
//!
//! Policies that hold for all of them: white space and invisible characters round a value are
//! dropped; full-width letters and digits are understood everywhere but in names and free text; a
//! value that could mean two things is an error, never a guess. Each repair of a cell is a warning
//! of its own, but for plain blanks at its ends; what cannot be repaired safely is an error, or a
//! warning that leaves the value as it is.
//!
//! Must not know: files, sheets, addresses, headers.
//!
//! To add a field type: an arm in `spec::FieldType` and a file here; the compiler lists the rest.

mod alike;
mod choice;
mod civil;
mod clean;
mod custom;
mod damage;
mod date;
mod document;
mod email;
mod entities;
mod id;
mod list;
mod mobile;
mod name;
mod numerals;
mod orders;
mod percent;
mod scan;
mod text;
mod zone;

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod testing;

use std::collections::{HashMap, HashSet};

use super::record::Value;
use crate::bind::{DateOrder, Reading};
use crate::problem::Complaint;
use crate::sheet::{Epoch, RawCell};
use crate::spec::FieldType;

pub(crate) use clean::{shown, without_invisible as revealed};
pub(crate) use date::{Day, Grain};
pub(crate) use document::{ID_CARD, birth_date, is_male};
pub(crate) use id::is_rounded;
pub(crate) use orders::{ALL, Orders, orders_of};

/// What a parser may know besides its cell.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is of another origin")]
pub struct Context<'a> {
    /// How values of the sheet are read.
    pub reading: &'a Reading,
    /// The order of the column's dates, else of the sheet's.
    pub dates: Option<DateOrder>,
    /// From where a number counts days.
    pub epoch: Epoch,
    /// The field's path without an entry's number, for hints that name a line of the mapping file.
    pub path: &'a str,
    /// Local labels to values; lists look their items up in it.
    pub words: Option<&'a HashMap<String, String>>,
    /// The values of `words`, where it must hold every label: a cell may hold a label or a value.
    pub closed: Option<&'a HashSet<String>>,
    /// Values of this field must not appear in a complaint.
    pub personal: bool,
    /// An end date: 至今 leaves it out, and 9999-12-31 is an open end.
    pub end: bool,
    /// The value of `mobile_country_code` in the same row.
    pub country: Option<&'a str>,
    /// The type of the identity document in the same row.
    pub document_type: Option<i64>,
    /// The header said 身份证, so that a number without a type is one.
    pub implied_document: bool,
    /// The text is a value of the mapping file: a person stands for it, however odd it looks.
    pub vouched: bool,
}

impl<'a> Context<'a> {
    /// A context that knows nothing but how values are read.
    pub const fn new(reading: &'a Reading) -> Self {
        Self {
            reading,
            dates: reading.dates,
            epoch: reading.epoch,
            path: "",
            words: None,
            closed: None,
            personal: false,
            end: false,
            country: None,
            document_type: None,
            implied_document: false,
            vouched: false,
        }
    }
}

/// What a parser leaves behind besides the value.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Things that a person should look at.
    pub warnings: Vec<Complaint>,
    /// For dates: the day that was read, and how exactly it was given.
    pub(crate) day: Option<Day>,
    /// For mobile numbers: the dialling code, where it is known.
    pub dial_code: Option<u16>,
    /// For documents: the type that the number itself and its header settle.
    pub document_type: Option<i64>,
}

impl Notes {
    /// Add a warning; each code once a cell.
    fn warn(&mut self, warning: Complaint) {
        if !self.warnings.iter().any(|other| other.code == warning.code) {
            self.warnings.push(warning);
        }
    }
}

/// A value, nothing (a blank cell), or what is wrong.
pub type Parsed = Result<Option<Value>, Complaint>;

/// Read a cell as a field's type says. Never panics, whatever the cell holds.
pub fn read(ty: FieldType, cell: RawCell<'_>, cx: &Context<'_>, notes: &mut Notes) -> Parsed {
    match ty {
        FieldType::Name => name::read(cell, notes),
        FieldType::Text => text::read(cell, notes),
        FieldType::Email => email::read(cell, notes),
        FieldType::Mobile => mobile::read(cell, cx, notes),
        FieldType::MobileCountry => mobile::read_country(cell, cx, notes),
        FieldType::DocumentNumber => document::read(cell, cx, notes),
        FieldType::Choice(choices) => choice::read(cell, choices, cx, notes),
        FieldType::DateMillis { end } => {
            let cx = Context { end: end || cx.end, ..*cx };
            date::read(cell, date::Form::Millis, &cx, notes)
        }
        FieldType::Date => date::read(cell, date::Form::Plain, cx, notes),
        FieldType::DateMidnight => date::read(cell, date::Form::Midnight, cx, notes),
        FieldType::Id(of) => id::read(cell, of, cx, notes),
        FieldType::IdList(of) => list::read(cell, of, cx, notes),
        FieldType::Percent => percent::read(cell, notes),
        FieldType::Custom(ty) => custom::read(cell, ty, cx, notes),
    }
}
