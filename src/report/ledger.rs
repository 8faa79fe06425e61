//! The sum must close: what the source counted against what the journal holds. A difference is a
//! bug of muster, and is told as one.
//!
//! Must not know: where the numbers come from.

use serde::Serialize;

use crate::journal::Fate;
use crate::problem::{Code, Complaint, Lang};

/// Both sides of the sum. Rows as the sources counted them, records as the journal holds them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Balance {
    /// Physical rows below the header rows, blank ones included (source side).
    pub rows: u64,
    /// Rows without anything visible.
    pub blank: u64,
    /// Rows that are no records: totals, examples, what is hidden (source side).
    pub skipped: u64,
    /// Rows that made at least one record that could be sent.
    pub made: u64,
    /// Rows that were rejected: none of their records could be sent.
    pub rejected: u64,
    /// Records of the run, however they ended.
    pub records: u64,
    /// Records by fate, in the order of [`Fate::ALL`].
    pub fates: [u64; 10],
}

impl Balance {
    /// How many records have this fate.
    pub(crate) const fn count(&self, fate: Fate) -> u64 {
        self.fates[fate.index()]
    }

    /// Count one more record of this fate.
    pub(crate) const fn add(&mut self, fate: Fate) {
        self.fates[fate.index()] += 1;
    }

    /// A complaint for each sum that does not close; empty as long as muster is right.
    pub(crate) fn differences(&self, lang: Lang) -> Vec<Complaint> {
        let rows = self.made + self.rejected + self.blank + self.skipped;
        let fates: u64 = self.fates.iter().sum();
        let mut wrong = Vec::new();
        let mut compare = |what: &str, left: u64, right: u64| {
            if left != right {
                wrong.push(Complaint::with(
                    Code::LedgerOpen,
                    [what.to_owned(), left.to_string(), right.to_string()],
                ));
            }
        };
        compare(lang.pick("行", "rows"), self.rows, rows);
        compare(lang.pick("记录", "records"), self.records, fates);
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_ledger_is_silent_and_an_open_one_names_both_sides() {
        let mut ledger =
            Balance { rows: 10, blank: 2, made: 7, rejected: 1, records: 8, ..Balance::default() };
        for _ in 0..7 {
            ledger.add(Fate::Created);
        }
        ledger.add(Fate::Invalid);
        assert!(ledger.differences(Lang::En).is_empty());
        ledger.blank = 1;
        ledger.add(Fate::Unknown);
        let wrong = ledger.differences(Lang::En);
        let said: Vec<_> = wrong.iter().map(|complaint| complaint.message(Lang::En)).collect();
        assert_eq!(
            said,
            [
                "the numbers do not add up (rows: 10 against 9), which is a bug in muster",
                "the numbers do not add up (records: 8 against 9), which is a bug in muster"
            ]
        );
    }
}
