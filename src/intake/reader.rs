//! The rows of one sheet, read for one kind.
//!
//! Must not know: which rows belong together, what becomes of a record.

use std::sync::Arc;

use crate::bind::Binding;
use crate::check::evidence::{DateOrders, Evidence, Proofs};
use crate::check::unfit::{self, Unfit};
use crate::check::{Blanked, Checker, Record};
use crate::problem::{Place, Problem};
use crate::rows::{Gatherer, Joined, Origins};
use crate::sheet::RawRow;

use super::look::Examiner;
use super::wanted::Wanted;

/// Reads rows for one kind.
pub(super) struct Reader {
    /// As the header gave it, with what the columns' own values prove.
    base: Binding,
    gatherer: Gatherer,
    checker: Checker,
    pub(super) children: Wanted,
    unfit: Unfit,
    /// Cells that say that there is nothing.
    blanked: Blanked,
    proofs: Proofs,
    /// The columns in which no value fits, once that is decided.
    hopeless: Vec<unfit::Column>,
    judged: bool,
    place: Place,
}

impl Reader {
    /// A reader for the rows of the sheet at `place`, whose problems show what cells hold if
    /// `values`.
    pub(super) fn new(binding: &Binding, children: Wanted, place: &Place, values: bool) -> Self {
        let gatherer = Gatherer::new(binding.clone());
        let checker = Checker::new(Arc::clone(gatherer.binding()), place.clone(), values);
        Self {
            base: binding.clone(),
            gatherer,
            checker,
            children,
            unfit: Unfit::new(binding),
            blanked: Blanked::default(),
            proofs: Proofs::new(binding),
            hopeless: Vec::new(),
            judged: false,
            place: place.clone(),
        }
    }

    /// How its rows are read.
    pub(super) const fn binding(&self) -> &Binding {
        &self.base
    }

    /// Who checks its rows: the defaults that their own fields refuse are asked of it, and whether the
    /// row that was read last asks its columns.
    pub(super) const fn checker(&mut self) -> &mut Checker {
        &mut self.checker
    }

    /// Whether a record of one row is its row, with nothing to gather.
    pub(super) fn is_plain(&self) -> bool {
        self.gatherer.is_plain() && self.children.is_empty()
    }

    /// Who finds the same in a record of one row.
    pub(super) fn examiner(&self) -> Examiner {
        Examiner { checker: self.checker.twin(), proofs: self.proofs.clone() }
    }

    /// Whether a record of one row of which nothing is to be said is only to be counted here.
    pub(super) fn only_counts(&self) -> bool {
        self.children.is_empty()
            && self.judged
            && self.hopeless.is_empty()
            && self.base.key_column.is_none()
    }

    /// Note what the values of a row say of those below.
    pub(super) fn see(&mut self, row: &RawRow) {
        self.proofs.see(row);
    }

    /// Whether its columns may prove another order of dates than is told.
    pub(super) fn may_overrule(&self) -> bool {
        DateOrders::may_overrule(&self.base)
    }

    /// Whether it has columns of days.
    pub(super) fn has_days(&self) -> bool {
        DateOrders::wants(&self.base)
            || self.base.columns.iter().any(|column| column.dates.is_some())
    }

    /// Whether what was seen of the columns so far settles what one of these problems is about; from
    /// then on they are read so.
    pub(super) fn vouches_for(&mut self, problems: &[Problem]) -> bool {
        let Self { proofs, base, .. } = self;
        let vouched = problems.iter().any(|problem| proofs.vouch(base, problem));
        if vouched {
            self.begin_anew();
        }
        vouched
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
            self.unfit.feed(first, problems, self.judged.then_some(&self.hopeless));
        }
    }

    /// Decide in which columns no value fits.
    pub(super) fn judge(&mut self) {
        self.hopeless = self.unfit.columns();
        self.judged = true;
    }

    /// Say of a column in which no value fits only that, and not of each value why; and of cells that say
    /// that there is nothing only at the sheet's end.
    pub(super) fn shorten(&mut self, problems: &mut Vec<Problem>) {
        if !self.hopeless.is_empty() {
            unfit::shorten(problems, &self.hopeless);
        }
        self.blanked.take(problems);
    }

    /// One problem for each column in which no value fits, and one for each in which cells say that there
    /// is nothing.
    pub(super) fn last_words(&self) -> Vec<Problem> {
        let mut last = self.unfit.problems(&self.hopeless, &self.place);
        last.extend(self.blanked.problems());
        last
    }

    /// Read on as the columns' own values prove.
    pub(super) fn apply(&mut self, evidence: &Evidence) {
        evidence.apply(&mut self.base);
        self.begin_anew();
    }

    fn begin_anew(&mut self) {
        self.gatherer = Gatherer::new(self.base.clone());
        self.renew_checker();
    }

    fn renew_checker(&mut self) {
        if !self.checker.is_for(self.gatherer.binding()) {
            self.checker = self.checker.grown(Arc::clone(self.gatherer.binding()));
        }
    }
}
