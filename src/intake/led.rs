//! Records that wait for others: whether those are there is asked by the first of them, and the whole input
//! is read once more for the answer.
//!
//! Must not know: how lines and circles are found (`chain`), when a record is sent.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bind::Binding;
use crate::check::Record;
use crate::plan::{Job, need};
use crate::problem::{Code, Complaint, Place, Problem};
use crate::spec::{KindId, awaited};

use super::chain::{Chain, Lines};
use super::order::IntakeOptions;
use super::sink::{At, Sink};
use super::stop::Stop;
use super::walk::Ingest;

impl Ingest<'_> {
    /// Tell what is wrong with whom a record waits for; whether it is in the way of the record.
    pub(super) fn is_led(
        &mut self,
        record: &Record,
        binding: &Binding,
        at: &Place,
        problems: &mut Vec<Problem>,
    ) -> Result<bool, Stop> {
        if matches!(self.chain, Chain::Gathering(_)) || need::owners(record).next().is_none() {
            return Ok(true);
        }
        if matches!(self.chain, Chain::Unknown) {
            self.chain = Chain::Known(gather(self.order)?);
        }
        let Chain::Known(lines) = &self.chain else { return Ok(true) };
        let mut is_led = true;
        for complaint in lines.judge(record, at) {
            is_led &= complaint.code != Code::ManagersInCircle;
            let mut problem = Problem::at(at.clone(), complaint);
            let waits = |path: &str| {
                let mut values = record.values().map(|(slot, value)| (slot, value.texts()));
                values.any(|(slot, mut texts)| {
                    slot.to_string() == path && texts.any(|text| awaited::owner(text).is_some())
                })
            };
            if let Some(column) = binding.columns.iter().find(|column| waits(&column.path)) {
                problem.header = Some(Arc::clone(&column.header));
                problem.field = Some(Arc::clone(&column.path));
                problem.place.column = u32::try_from(column.index).ok();
            }
            problems.push(problem);
        }
        Ok(is_led)
    }
}

/// Read the whole input to find out who names whom.
fn gather(order: &IntakeOptions) -> Result<Lines, Stop> {
    let mut quiet = Quiet;
    let mut walk = Ingest::new(order, &mut quiet);
    walk.chain = Chain::Gathering(BTreeMap::default());
    walk.all()?;
    Ok(walk.chain.lines())
}

/// Who wants nothing of what is found.
struct Quiet;

impl Sink for Quiet {
    fn record(
        &mut self,
        _at: &At<'_>,
        _record: Record,
        _job: Option<Job>,
        _warnings: &[Problem],
    ) -> Result<(), Complaint> {
        Ok(())
    }

    fn rejected(
        &mut self,
        _at: &At<'_>,
        _kind: KindId,
        _problems: &[Problem],
    ) -> Result<(), Complaint> {
        Ok(())
    }

    fn problem(&mut self, _problem: Problem) -> Result<(), Complaint> {
        Ok(())
    }
}
