//! What a parser may know besides its cell, and what it gives.
//!
//! Must not know: which types there are, how a cell is read.

use std::collections::{HashMap, HashSet};

use super::grain::Day;
use super::zone::Midnights;
use crate::bind::{Clock, DateOrder, ReadOptions};
use crate::check::value::Value;
use crate::problem::{Code, Complaint};
use crate::resolve::CustomField;
use crate::sheet::{Epoch, Glance};

/// What a parser may know besides its cell.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is of another origin")]
pub struct Context<'a> {
    /// How values of the sheet are read.
    pub reading: &'a ReadOptions,
    /// The order of the column's dates, else of the sheet's.
    pub dates: Option<DateOrder>,
    /// From where a number counts days.
    pub epoch: Epoch,
    /// What the column's times of day are.
    pub clock: Clock,
    /// In which order its days were written, where a spreadsheet program has swapped them.
    pub swapped: Option<DateOrder>,
    /// The order that is told of the very column.
    pub told: Option<DateOrder>,
    /// The column's header, for hints that name a line of the mapping file.
    pub header: &'a str,
    /// The field's path without an entry's number, for hints that name a line of the mapping file.
    pub path: &'a str,
    /// Local labels to values; lists look their items up in it.
    pub words: Option<&'a HashMap<String, String>>,
    /// The values of `words`, where it must hold every label: a cell may hold a label or a value.
    pub closed: Option<&'a HashSet<String>>,
    /// The values of `words` are all that the field offers, as the mapping file has it.
    pub listed: bool,
    /// The field that the tenant has added, where it is one and is known; of Feishu's own the one that offers
    /// options, with those of the tenant.
    pub(crate) custom: Option<&'a CustomField>,
    /// Values of this field must not appear in a complaint.
    pub personal: bool,
    /// The field is of a person's own, whatever may be said of it: of a day, each part counts.
    pub of_person: bool,
    /// The field holds the address of a page.
    pub link: bool,
    /// The field holds sentences.
    pub prose: bool,
    /// The field holds a name in words.
    pub worded: bool,
    /// An end date: 至今 leaves it out, and 9999-12-31 is an open end.
    pub end: bool,
    /// The value of `mobile_country_code` in the same row.
    pub country: Option<&'a str>,
    /// That country is a default: what a number tells of itself comes before it.
    pub country_by_default: bool,
    /// The dialling code that the row gives in the place of a country, where several countries share it.
    pub(crate) shared_dial: Option<&'a str>,
    /// The type of the identity document in the same row.
    pub document_type: Option<i64>,
    /// The header said 身份证, so that a number without a type is one.
    pub implied_document: bool,
    /// The text is a value of the mapping file: a person stands for it, however odd it looks.
    pub vouched: bool,
    /// What the text of the cell's row may hold.
    pub row: Glance,
    /// The midnights that were worked out so far.
    pub midnights: Option<&'a Midnights>,
}

impl<'a> Context<'a> {
    /// A context that knows nothing but how values are read.
    pub const fn new(reading: &'a ReadOptions) -> Self {
        Self {
            reading,
            dates: reading.dates,
            epoch: reading.epoch,
            clock: Clock::Plain,
            swapped: None,
            told: None,
            header: "",
            path: "",
            words: None,
            closed: None,
            listed: false,
            custom: None,
            personal: false,
            of_person: false,
            link: false,
            prose: false,
            worded: false,
            end: false,
            country: None,
            country_by_default: false,
            shared_dial: None,
            document_type: None,
            implied_document: false,
            vouched: false,
            row: Glance::ALL,
            midnights: None,
        }
    }
}

/// What a parser leaves behind besides the value.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Things that a person should look at.
    pub warnings: Vec<Complaint>,
    /// The cell says that there is nothing, which is as good as blank.
    pub(crate) nothing: bool,
    /// For dates: the day that was read, and how exactly it was given.
    pub(crate) day: Option<Day>,
    /// For mobile numbers: the dialling code, where it is known.
    pub dial_code: Option<u16>,
    /// For countries: the dialling code that the cell gives, where several share it: the number may tell which.
    pub(crate) shared_dial: Option<String>,
    /// For mobile numbers: the country that the number tells, where the row has none of its own.
    pub(crate) country: Option<String>,
    /// For names of several things: the IDs of those that may be meant.
    pub(crate) candidates: Vec<String>,
    /// The label of the mapping file that gave the value, where it is refused.
    pub(crate) label: Option<String>,
    /// For documents: the type that the number itself and its header settle.
    pub document_type: Option<i64>,
}

impl Notes {
    /// Add a warning; each code once a cell.
    pub(in crate::check) fn warn(&mut self, warning: Complaint) {
        if !self.warnings.iter().any(|other| other.code == warning.code) {
            self.warnings.push(warning);
        }
    }
}

/// A value, nothing (a blank cell), or what is wrong.
pub type Parsed<'c> = Result<Option<Value<'c>>, Complaint>;

/// Whether the other values of its column may tell what a cell by itself leaves open.
pub(crate) const fn is_left_open(code: Code) -> bool {
    matches!(
        code,
        Code::DateAmbiguous
            | Code::DateTwoDigitYear
            | Code::DateClock
            | Code::DigitsDoubtful
            | Code::DigitsRounded
    )
}
