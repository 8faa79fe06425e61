//! The rows of one sheet, read for one kind.
//!
//! Must not know: which rows belong together, what becomes of a record.

use std::sync::Arc;

use crate::bind::Binding;
use crate::check::evidence::Evidence;
use crate::check::unfit::{self, Unfit};
use crate::check::{Checker, Record};
use crate::gather::{Gatherer, Joined, Origins};
use crate::problem::{Code, Place, Problem};
use crate::sheet::RawRow;

use super::children::Wanted;

/// Reads rows for one kind.
pub(super) struct Reader {
    /// As the header gave it, with what the columns' own values prove.
    base: Binding,
    gatherer: Gatherer,
    checker: Checker,
    pub(super) children: Wanted,
    unfit: Unfit,
    /// The columns in which no value fits, once that is decided.
    hopeless: Vec<unfit::Column>,
    place: Place,
}

impl Reader {
    /// A reader for the rows of the sheet at `place`, whose problems show what cells hold if
    /// `values`.
    pub(super) fn new(binding: &Binding, children: Wanted, place: &Place, values: bool) -> Self {
        let gatherer = Gatherer::new(binding.clone());
        let mut checker = Checker::new(Arc::clone(gatherer.binding()), place.clone());
        checker.show_values(values);
        Self {
            base: binding.clone(),
            gatherer,
            checker,
            children,
            unfit: Unfit::new(binding),
            hopeless: Vec::new(),
            place: place.clone(),
        }
    }

    /// How its rows are read.
    pub(super) const fn binding(&self) -> &Binding {
        &self.base
    }

    /// The defaults that their own fields refuse are asked of it.
    pub(super) const fn checker(&mut self) -> &mut Checker {
        &mut self.checker
    }

    /// The record of these rows, with every problem.
    pub(super) fn read(
        &mut self,
        rows: &[RawRow],
        joined: &[Joined<'_>],
        problems: &mut Vec<Problem>,
    ) -> Option<Record> {
        if let [row] = rows
            && self.gatherer.is_plain()
        {
            return self.checker.check(row, Origins::NONE, problems);
        }
        self.gatherer.gather(rows, &self.place, joined);
        self.renew_checker();
        let (row, origins) = self.gatherer.gathered();
        self.checker.check(row, origins, problems)
    }

    /// Note how the values of the rows fit, as they were read.
    pub(super) fn note(&mut self, rows: &[RawRow], problems: &[Problem]) {
        if let Some(first) = rows.first() {
            self.unfit.feed(first, problems);
        }
    }

    /// Decide in which columns no value fits.
    pub(super) fn judge(&mut self) {
        self.hopeless = self.unfit.columns();
    }

    /// Say of a column in which no value fits only that, and not of each value why.
    pub(super) fn shorten(&self, problems: &mut [Problem]) {
        if !self.hopeless.is_empty() {
            unfit::shorten(problems, &self.hopeless);
        }
    }

    /// One problem for each column in which no value fits.
    pub(super) fn hopeless(&self) -> Vec<Problem> {
        self.unfit.problems(&self.hopeless, &self.place)
    }

    /// Read on as the columns' own values prove.
    pub(super) fn settle(&mut self, evidence: &Evidence) {
        evidence.settle(&mut self.base);
        self.gatherer = Gatherer::new(self.base.clone());
        self.renew_checker();
    }

    fn renew_checker(&mut self) {
        if !self.checker.is_for(self.gatherer.binding()) {
            let values = self.checker.shows_values();
            self.checker = Checker::new(Arc::clone(self.gatherer.binding()), self.place.clone());
            self.checker.show_values(values);
        }
    }
}

/// Whether the other values of the column may settle what this problem is about.
pub(super) fn is_open(problem: &Problem) -> bool {
    matches!(problem.code(), Code::DateAmbiguous | Code::DateTwoDigitYear | Code::DigitsDoubtful)
}
