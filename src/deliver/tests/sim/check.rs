//! The laws: the server's ledger against the input, and against what the journal says. Muster's own
//! word is never taken for what the server holds.

use std::collections::{BTreeMap, BTreeSet};

use super::net::{Net, marked};
use super::world::{Edit, Row, Subject, There, World, employment_id};
use super::*;
use crate::journal::Admitted;
use crate::sandbox::{DuplicateTalent, Ledger};

/// Which row of which run is whose.
pub(super) struct Book {
    /// Those in the tenant before: their ids.
    seeded: BTreeSet<String>,
    pub(super) runs: BTreeMap<RunId, Vec<Row>>,
    draft: Option<(RunId, Vec<Row>)>,
    /// A run was given up: of what was in doubt only a person can tell.
    pub(super) abandoned: bool,
}

/// What the end is held against.
pub(super) struct Final<'a> {
    pub(super) world: &'a World,
    pub(super) net: &'a Net,
    /// Creates that had left before the last file came once more.
    pub(super) before: &'a BTreeMap<Subject, u32>,
    /// The run of that file.
    pub(super) run: RunId,
}

/// What the journal says of one subject, over all runs.
#[derive(Clone, Debug, Default)]
struct Claims {
    created: Vec<String>,
    unknown: usize,
}

impl Book {
    pub(super) fn new(seeded: BTreeSet<String>) -> Self {
        Self { seeded, runs: BTreeMap::new(), draft: None, abandoned: false }
    }

    /// No draft is begun yet.
    pub(super) fn no_draft(&mut self) {
        self.draft = None;
    }

    /// A draft is being filled; its rows count once it is approved.
    pub(super) fn draft(&mut self, run: RunId, rows: &[Row]) {
        self.runs.insert(run, rows.to_vec());
        self.draft = Some((run, rows.to_vec()));
    }

    /// The process that filled it is gone.
    pub(super) fn forget_draft(&mut self) {
        if let Some((run, _)) = &self.draft {
            self.runs.remove(run);
        }
    }

    /// Whether this run is the draft that was being filled: it was approved after all.
    pub(super) fn approved(&mut self, run: RunId, rows: &[Row]) -> bool {
        let ours = self.draft.as_ref().is_some_and(|(draft, _)| *draft == run);
        if ours {
            self.runs.insert(run, rows.to_vec());
        }
        ours
    }

    /// Records whose outcome is not known, and what the tenant says of each. Of several without a
    /// key nobody can tell which is which.
    pub(super) fn undecided(
        &self,
        journal: &Journal,
        ledger: &Ledger,
        world: &World,
    ) -> Vec<(RunId, u32, Option<String>)> {
        let made = made(ledger, world, &self.seeded);
        let mut found = Vec::new();
        for (run, rows) in &self.runs {
            for record in journal.records(*run).unwrap().map(Result::unwrap) {
                let subject = world.subject(rows[record.row as usize - 2]);
                // One that landed on somebody else leaves no trace of its own.
                let lost = world.policy.existing == Existing::SendAnyway
                    && world.people[subject.who].there != There::Nobody;
                if record.fate == Fate::Unknown && subject.version.is_none() && !lost {
                    let id = made.get(&subject).and_then(|ids| ids.first().cloned());
                    found.push((*run, record.record, id));
                }
            }
        }
        found
    }

    /// The laws that hold whenever nobody is at work: made once at most, and what is made is
    /// `created` or `unknown`, never forgotten; what is `created` is there under that id.
    pub(super) fn at_rest(
        &self,
        journal: &Journal,
        ledger: &Ledger,
        world: &World,
    ) -> Result<(), String> {
        harmless(ledger, world, &self.seeded)?;
        led(ledger, world, &self.seeded)?;
        let made = made(ledger, world, &self.seeded);
        let mut claims: BTreeMap<Subject, Claims> = BTreeMap::new();
        for (run, rows) in &self.runs {
            let mut records = 0;
            for record in journal.records(*run).map_err(|c| format!("{c:?}"))? {
                let record = record.map_err(|c| format!("{c:?}"))?;
                records += 1;
                let row = rows[record.row as usize - 2];
                let claim = claims.entry(world.subject(row)).or_default();
                let id = record.remote_id.clone().unwrap_or_default();
                match record.fate {
                    Fate::Created => claim.created.push(id),
                    Fate::Unknown => claim.unknown += 1,
                    Fate::Existing if !self.seeded.contains(&id) => {
                        return Err(format!(
                            "run {run}: {row:?} is `existing` as {id}, which is none"
                        ));
                    }
                    Fate::Existing
                    | Fate::Unchanged
                    | Fate::Changed
                    | Fate::Invalid
                    | Fate::Conflict
                    | Fate::Blocked
                    | Fate::Refused
                    | Fate::NotSent => {}
                }
            }
            let totals = journal.totals(*run).map_err(|c| format!("{c:?}"))?;
            let fates: u64 = Fate::ALL.iter().map(|fate| totals.fate(*fate)).sum();
            let sum = (totals.records, fates, records);
            // A draft that was cut off keeps the records that were committed: none, or all.
            if sum.0 != sum.1 || sum.0 != sum.2 || (records != rows.len() as u64) {
                return Err(format!("run {run}: the sum is open: {sum:?} of {}", rows.len()));
            }
        }
        let none = (Vec::new(), Claims::default());
        let subjects: BTreeSet<Subject> = made.keys().chain(claims.keys()).copied().collect();
        for subject in subjects {
            let ids = made.get(&subject).unwrap_or(&none.0);
            let claim = claims.get(&subject).unwrap_or(&none.1);
            let lies = claim.created.iter().any(|id| !ids.contains(id));
            if lies || ids.len() > claim.created.len() + claim.unknown {
                return Err(format!(
                    "{subject:?} is made as {ids:?}, and the journal has {claim:?}"
                ));
            }
        }
        Ok(())
    }

    /// Whom the run before the last left unsent: in doubt when the file came with other content, and
    /// settled as absent.
    fn left_unsent(&self, journal: &Journal, end: &Final<'_>) -> Result<BTreeSet<Subject>, String> {
        let mut left = BTreeSet::new();
        let Some((run, rows)) = self.runs.range(..end.run).next_back() else { return Ok(left) };
        for record in journal.records(*run).map_err(|c| format!("{c:?}"))? {
            let record = record.map_err(|c| format!("{c:?}"))?;
            if record.admitted == Admitted::Unknown && record.fate == Fate::NotSent {
                left.insert(end.world.subject(rows[record.row as usize - 2]));
            }
        }
        Ok(left)
    }

    /// The laws of the end: whoever can be known is known, nobody is lost, the same file once more
    /// sends nothing that was done.
    pub(super) fn finally(
        &self,
        journal: &Journal,
        ledger: &Ledger,
        end: &Final<'_>,
    ) -> Result<Counts, String> {
        self.at_rest(journal, ledger, end.world)?;
        let rows = &self.runs[&end.run];
        let left = self.left_unsent(journal, end)?;
        let mut counts = Counts::default();
        for record in journal.records(end.run).map_err(|c| format!("{c:?}"))? {
            let record = record.map_err(|c| format!("{c:?}"))?;
            let row = rows[record.row as usize - 2];
            let subject = end.world.subject(row);
            let twice = rows.iter().filter(|other| other.who == row.who).count() > 1;
            let again = end.net.sent(subject) - end.before.get(&subject).copied().unwrap_or(0);
            let fine = match record.fate {
                Fate::Unchanged | Fate::Changed => {
                    counts.created += 1;
                    // In doubt when the file came: the same token once more may settle it.
                    again == 0 || twice || record.admitted == Admitted::Unknown
                }
                // Sent for the first time by the last run: after a refusal that was not its own, when
                // a key that it shares had changed hands, or when the run before left it.
                Fate::Created => {
                    left.contains(&subject)
                        || end.may_be_refused(subject)
                        || end.may_be_unknown(subject)
                        || end.may_be_conflict(subject)
                        || end.may_be_blocked(row.who)
                        || self.abandoned
                }
                Fate::Existing => true,
                Fate::Unknown => {
                    counts.unknown += 1;
                    end.may_be_unknown(subject) || self.abandoned
                }
                Fate::Refused => end.may_be_refused(subject),
                Fate::Conflict => twice || end.may_be_conflict(subject),
                Fate::Blocked => {
                    counts.blocked += 1;
                    end.may_be_blocked(row.who)
                }
                Fate::NotSent | Fate::Invalid => false,
            };
            if !fine {
                let sent = end.net.sent(subject);
                return Err(format!(
                    "{row:?} of {:?} ends as {}, sent {sent} times, {again} of them for nothing",
                    end.world.people[row.who],
                    record.fate.label()
                ));
            }
        }
        Ok(counts)
    }
}

impl Final<'_> {
    /// Whether it truly can't be known what became of it.
    fn may_be_unknown(&self, subject: Subject) -> bool {
        let one = &self.world.people[subject.who];
        let anyway = self.world.policy.existing == Existing::SendAnyway;
        one.is_keyless()
            || self.world.is_unseen(one)
            || anyway && one.there != There::Nobody
            || self.net.sent(subject) >= 5
            || one.employment.is_some()
                && (self.world.proves_nothing()
                    || self.net.was_blinded()
                    || self.world.behaviour.burn_failed_tokens && self.net.sent(subject) >= 3)
    }

    fn may_be_refused(&self, subject: Subject) -> bool {
        let one = &self.world.people[subject.who];
        let anyway = self.world.policy.existing == Existing::SendAnyway;
        let refuses = self.world.behaviour.duplicate_talent == DuplicateTalent::Refuse;
        one.bad_until > 0
            || self.net.has_refused(subject)
            || anyway && refuses && one.there != There::Nobody
    }

    /// Whether it waits for one that may have come to nothing, or is in no file.
    fn may_be_blocked(&self, who: usize) -> bool {
        self.world.people[who].above.is_some_and(|above| {
            let subject = Subject { who: above, version: None };
            let imports = &self.world.imports;
            !imports.iter().all(|rows| rows.iter().any(|row| row.who == above))
                || self.may_be_unknown(subject)
                || self.may_be_refused(subject)
                || self.may_be_conflict(subject)
                || self.may_be_blocked(above)
        })
    }

    fn may_be_conflict(&self, subject: Subject) -> bool {
        let one = &self.world.people[subject.who];
        let renamed = one.edit.is_some_and(|(_, edit)| edit == Edit::Name);
        self.world.is_entangled(subject.who)
            || renamed && one.has_a_lone_key()
            || self.world.policy.existing == Existing::Fail && one.there != There::Nobody
    }
}

/// What was made of each subject by creates, and under which ids.
fn made(
    ledger: &Ledger,
    world: &World,
    seeded: &BTreeSet<String>,
) -> BTreeMap<Subject, Vec<String>> {
    let talents = ledger.talents.iter().map(|talent| (&talent.id, &talent.body));
    let job_data = ledger.job_data.iter().map(|row| (&row.id, &row.body));
    let mut made: BTreeMap<Subject, Vec<String>> = BTreeMap::new();
    for (id, body) in talents.chain(job_data).filter(|(id, _)| !seeded.contains(*id)) {
        let (who, version) = marked(body).expect("a mark");
        made.entry(world.subject(Row { who, version })).or_default().push(id.clone());
    }
    made
}

/// Whoever names another names it by the ID that it was made under, or had before.
fn led(ledger: &Ledger, world: &World, seeded: &BTreeSet<String>) -> Result<(), String> {
    for row in ledger.job_data.iter().filter(|row| !seeded.contains(&row.id)) {
        let (who, _) = marked(&row.body).expect("a mark");
        let named = row.body["direct_manager_id"].as_str();
        let above = world.people[who].above.map(employment_id);
        let own = |id| {
            let mut all = ledger.job_data.iter();
            all.any(|other| other.id == id && Some(&other.employment_id) == above.as_ref())
        };
        if named.is_some() != above.is_some() || named.is_some_and(|id| !own(id)) {
            return Err(format!("{who} names {named:?}, which is none of {above:?}"));
        }
    }
    Ok(())
}

/// Nobody is made twice, no window is broken, no token comes with other bytes.
fn harmless(ledger: &Ledger, world: &World, seeded: &BTreeSet<String>) -> Result<(), String> {
    if let Some(violation) = ledger.violations.first() {
        return Err(format!("{violation:?}"));
    }
    for (subject, ids) in made(ledger, world, seeded) {
        let rows = world
            .imports
            .iter()
            .map(|rows| rows.iter().filter(|row| world.subject(**row) == subject).count());
        let most = if subject.version.is_some() { rows.max().unwrap_or(0) } else { 1 };
        if ids.len() > most {
            return Err(format!("{subject:?} was made {} times: {ids:?}", ids.len()));
        }
    }
    let merged = ledger.talents.iter().find(|talent| {
        let anyway = world.policy.existing == Existing::SendAnyway;
        talent.creates > u64::from(!seeded.contains(&talent.id) || anyway)
    });
    if let Some(talent) = merged {
        return Err(format!("{} creates landed on talent {}", talent.creates, talent.id));
    }
    // Where reads don't show it, nobody can know that it was there before.
    let known = |duplicate: &&sandbox::Duplicate| {
        let unseen = world
            .people
            .iter()
            .any(|one| one.employment.as_ref() == Some(&duplicate.key) && world.is_unseen(one));
        let anyway = world.policy.existing == Existing::SendAnyway;
        !(seeded.contains(&duplicate.first) && (anyway || unseen))
    };
    match ledger.duplicates.iter().find(known) {
        Some(duplicate) => Err(format!("{duplicate:?}")),
        None => Ok(()),
    }
}
