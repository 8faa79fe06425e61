//! The crash matrix: a whole import, its process killed after the n-th write for every n, run again
//! until it is through. Each person is made once, and each record has one fate.

use std::collections::BTreeMap;

use super::*;
use crate::problem::Complaint;

/// The tenant: who is there, by body, and how often each was made.
#[derive(Default)]
struct World {
    made: BTreeMap<String, u32>,
    sent: u32,
}

impl World {
    /// Take a request; every third answer is lost after the fact, every fifth request before it.
    fn create(&mut self, leased: &Leased) -> Event {
        self.sent += 1;
        if self.sent.is_multiple_of(5) {
            return lost();
        }
        *self.made.entry(leased.body().to_owned()).or_default() += 1;
        if self.sent.is_multiple_of(3) { lost() } else { created(&remote(leased.body())) }
    }
}

fn remote(body: &str) -> String {
    format!("t-{}", body.len() + usize::from(body.as_bytes()[13]))
}

/// The body that a job was planned with, by its look-up name (`p3` → `c3`).
fn body_of(lookup: &LookupKeys) -> String {
    let name = lookup.name.as_deref().unwrap_or("p?");
    format!("{{\"content\":\"c{}\"}}", &name[1..])
}

/// Settle doubt, plan what is not done, send it, end the run. Any write may fail.
fn import(journal: &mut Journal, world: &mut World, desk: &mut Desk) -> Result<RunId, Complaint> {
    let jobs: Vec<Job> = (0..6).map(nth).collect();
    let run = if let Some(run) = journal.latest_resumable()? {
        journal.resume(run)?;
        run
    } else {
        reconcile(journal, world, desk)?;
        let run = journal.begin_draft(&head(desk.now))?;
        let mut planner = journal.planner(run)?;
        for (job, row) in jobs.iter().zip(2..) {
            planner.admit(&record_head(row, job), job)?;
        }
        planner.finish()?;
        journal.approve(run, "tester", desk.now)?;
        run
    };
    for _ in 0..200 {
        desk.pass(1);
        reconcile(journal, world, desk)?;
        let found = journal.to_look_up(KindId::Talent, 2, desk.now)?;
        let answers: Vec<_> = found
            .iter()
            .map(|one| {
                let body = body_of(&one.lookup);
                let there = world.made.contains_key(&body);
                (one.job, if there { LookedUp::Existing(remote(&body)) } else { LookedUp::Absent })
            })
            .collect();
        journal.looked_up(&answers, "talent.batch_get_id", desk.now)?;
        let leases = journal.lease(KindId::Talent, 2, desk.now)?;
        let settlements: Vec<_> = leases
            .iter()
            .map(|leased| Settlement {
                job: leased.job(),
                attempt: leased.attempt(),
                event: world.create(leased),
                note: AttemptNote::default(),
            })
            .collect();
        journal.settle(&settlements, desk.now)?;
        if journal.remaining()?.iter().all(|(_, left)| *left == Remaining::default()) {
            journal.finish(run, RunState::Finished, desk.now)?;
            return Ok(run);
        }
    }
    panic!("the import does not come to an end: something is neither done nor to do");
}

fn reconcile(journal: &mut Journal, world: &World, desk: &Desk) -> Result<(), Complaint> {
    let doubts = journal.doubts(KindId::Talent, 9, desk.now)?;
    let looks: Vec<_> = doubts
        .iter()
        .map(|doubt| {
            let body = body_of(&doubt.lookup);
            let event = if world.made.contains_key(&body) {
                Event::FoundAfterDoubt { remote: remote(&body) }
            } else {
                Event::AbsentAfterDoubt { last: true }
            };
            (doubt.job, event, LookNote { endpoint: "look".into(), next_look: None })
        })
        .collect();
    journal.reconcile(&looks, desk.now)
}

/// Everybody once, every record one fate, and what is there is said to be there.
fn whole(journal: &Journal, world: &World, run: RunId, n: u64) {
    assert_eq!(world.made.len(), 6, "after {n}: everybody");
    assert!(world.made.values().all(|times| *times == 1), "after {n}: once");
    let totals = journal.totals(run).unwrap();
    assert_eq!(totals.records, 6);
    let done: u64 = [Fate::Created, Fate::Unchanged].iter().map(|fate| totals.fate(*fate)).sum();
    assert_eq!(done, 6, "after {n}: {totals:?}");
    let remotes: std::collections::BTreeSet<_> =
        journal.records(run).unwrap().map(|row| row.unwrap().remote_id.unwrap()).collect();
    assert_eq!(remotes.len(), 6);
}

#[test]
fn a_crash_after_any_write_makes_nobody_twice_and_forgets_nobody() {
    let mut n = 0;
    loop {
        let mut desk = Desk::new();
        let mut world = World::default();
        let mut journal = desk.open();
        journal.stop_after(n);
        let through = import(&mut journal, &mut world, &mut desk).is_ok();
        drop(journal);
        desk.pass(5);
        let mut journal = desk.open();
        let run = import(&mut journal, &mut world, &mut desk).unwrap();
        whole(&journal, &world, run, n);
        if through {
            assert!(n > 10, "the matrix has only {n} columns");
            return;
        }
        n += 1;
    }
}

#[test]
fn a_second_crash_while_recovering_is_no_worse() {
    for first in [3, 5, 7, 9, 11] {
        for second in 0..12 {
            let mut desk = Desk::new();
            let mut world = World::default();
            for stop in [first, second, second] {
                let mut journal = desk.open();
                journal.stop_after(stop);
                let _ = import(&mut journal, &mut world, &mut desk);
                drop(journal);
                desk.pass(5);
            }
            let mut journal = desk.open();
            let run = import(&mut journal, &mut world, &mut desk).unwrap();
            whole(&journal, &world, run, first * 100 + second);
        }
    }
}
