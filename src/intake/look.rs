//! Records of one row, looked at apart from all others, so that any thread may.
//!
//! Must not know: threads, where records are from, what becomes of them.

use crate::check::evidence::{Proofs, Tally};
use crate::check::{Checker, Record};
use crate::identity::Marks;
use crate::plan::{Job, Making, need};
use crate::problem::Problem;
use crate::rows::{Origins, RecordRow};
use crate::spec::IdOf;

/// A record, or something that is to be said before the next one.
#[derive(Default)]
pub(super) struct Item {
    pub(super) told: Option<Problem>,
    pub(super) record: RecordRow,
    /// What each kind's reader finds; nothing where nobody looked.
    pub(super) looks: Vec<Look>,
    pub(super) looked: bool,
}

/// What a reader finds in a record.
#[derive(Default)]
pub(super) struct Look {
    pub(super) record: Option<Record>,
    pub(super) job: Option<Job>,
    /// Whose record it is, where others may name it and it could not be made.
    pub(super) owner: Option<(IdOf, Box<str>)>,
    pub(super) marks: Marks,
    pub(super) problems: Vec<Problem>,
    /// A value may be told by others of its column.
    pub(super) asks: bool,
    /// The age of the checker that looked.
    pub(super) age: u32,
}

/// All that is to be known of a record that passed where nothing is to be said of it, it is of one kind,
/// and no job was made: it lies beside those of its batch, so that who counts them need not go to the
/// memory of each.
pub(super) struct Sound {
    /// The number of its row.
    pub(super) row: u32,
    /// The age of the checker that looked.
    pub(super) age: u32,
    pub(super) marks: Marks,
}

/// Who finds in a record of one row what a reader finds.
pub(super) struct Examiner {
    pub(super) checker: Checker,
    /// What was seen of the columns.
    pub(super) proofs: Proofs,
}

/// The examiners of one sheet, one for each kind.
pub(super) struct Looker {
    pub(super) age: u32,
    pub(super) examiners: Vec<Examiner>,
    pub(super) making: Option<Making>,
    /// What is told of the columns at the sheet's end, of the records that it looked at.
    pub(super) tally: Tally,
}

impl Looker {
    /// Another one, for another thread, that has counted as much: nothing, where it is made of one that
    /// does not look itself.
    pub(super) fn twin(&self) -> Self {
        let examiners = self.examiners.iter().map(|examiner| Examiner {
            checker: examiner.checker.twin(),
            proofs: examiner.proofs.clone(),
        });
        Self {
            age: self.age,
            examiners: examiners.collect(),
            making: self.making.clone(),
            tally: self.tally.clone(),
        }
    }

    /// Look at a record, if it is one that can be looked at by itself.
    pub(super) fn look(&mut self, item: &mut Item) -> Option<Sound> {
        let [row] = item.record.rows() else { return None };
        if item.told.is_some() || item.record.is_of_hidden() {
            return None;
        }
        self.tally.feed_row(row);
        let mut proves = false;
        item.looks.resize_with(self.examiners.len(), Look::default);
        for (look, Examiner { checker, proofs }) in item.looks.iter_mut().zip(&mut self.examiners) {
            proves |= proofs.see(row);
            look.problems.clear();
            // The memory of the record that lies there is used again.
            let before = look.record.take();
            look.record = checker.check_anew(before, row, Origins::NONE, &mut look.problems);
            look.owner = if look.record.is_none() { checker.owner() } else { None };
            look.asks = checker.asks();
            look.marks = look.record.as_ref().map(Marks::of).unwrap_or_default();
            let making = self.making.as_ref();
            look.job = making.and_then(|making| Some(making.job(look.record.as_ref()?)));
            look.age = self.age;
        }
        item.looked = true;
        let [look] = item.looks.as_slice() else { return None };
        let stands_alone = |record: &Record| need::owners(record).next().is_none();
        let passed = look.record.as_ref().is_some_and(stands_alone)
            && look.problems.is_empty()
            && !look.asks;
        let is_sound = passed && !proves && look.job.is_none() && item.record.misshapen.is_empty();
        is_sound.then(|| Sound { row: row.number(), age: self.age, marks: look.marks })
    }
}
