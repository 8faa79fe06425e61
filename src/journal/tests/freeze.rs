//! A run that can be resumed is frozen where its records may change, and reads as if it were frozen
//! whole.

use super::*;
use crate::journal::RecordRow;
use crate::problem::Code;

/// The records of a run. Why one is in conflict is its job's to say, whoever has that one by now.
fn records(journal: &Journal, run: RunId) -> Vec<RecordRow> {
    let without = |mut row: RecordRow| {
        row.reason = row.reason.filter(|_| row.fate != Fate::Conflict);
        row
    };
    journal.records(run).unwrap().map(|row| without(row.unwrap())).collect()
}

/// A run of eight in which each has come to something else, in the order of [`FATES`]; the last two
/// were never tried.
fn motley(journal: &mut Journal, now: Timestamp) -> RunId {
    let run = approved(journal, &(0..8).map(nth).collect::<Vec<_>>(), now);
    for event in [
        created("t-0"),
        refused(),
        lost(),
        Event::NeverSent { not_before: now, reason: Lost::Timeout.into() },
    ] {
        send(journal, event, now);
    }
    let answers = [
        (JobId(5), LookedUp::Existing("t-old".into())),
        (JobId(6), LookedUp::Conflict(Code::KeyOfSomebodyElse)),
    ];
    journal.looked_up(&answers, "talent.batch_get_id", now).unwrap();
    run
}

const FATES: [Fate; 8] = [
    Fate::Created,
    Fate::Refused,
    Fate::Unknown,
    Fate::NotSent,
    Fate::Existing,
    Fate::Conflict,
    Fate::NotSent,
    Fate::NotSent,
];

#[test]
fn what_is_left_open_reads_the_same_whatever_a_later_run_makes_of_it() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let first = motley(&mut journal, desk.now);
    let before = records(&journal, first);
    assert_eq!(before.iter().map(|row| row.fate).collect::<Vec<_>>(), FATES);
    journal.finish(first, RunState::Interrupted, desk.pass(1)).unwrap();
    assert_eq!(records(&journal, first), before);
    // All but the one in doubt are taken over with other content, and sent.
    let again: Vec<Job> = (0..8)
        .map(|n| talent(&[&format!("e{n}"), &format!("m{n}")], &format!("p{n}"), "new"))
        .collect();
    let now = desk.pass(1);
    let second = approved(&mut journal, &again, now);
    assert_eq!(records(&journal, first), before);
    clear_all(&mut journal, now);
    while let Some(leased) = journal.lease(KindId::Talent, 1, now).unwrap().pop() {
        settle(&mut journal, &leased, created(&format!("n-{}", leased.job().0)), now);
    }
    let made = fates(&journal, second);
    assert_eq!(made.iter().filter(|fate| **fate == Fate::Created).count(), 5, "{made:?}");
    assert_eq!(records(&journal, first), before);
    let found = Event::FoundAfterDoubt { remote: "t-2".into() };
    journal.reconcile(&[(JobId(3), found, LookNote::default())], desk.pass(1)).unwrap();
    assert_eq!(fates(&journal, first)[2], Fate::Created);
    assert_eq!(fates(&journal, second)[2], Fate::Changed);
    let before = records(&journal, first);
    // What is frozen whole at last is what was read before.
    journal.finish(second, RunState::Finished, desk.pass(1)).unwrap();
    journal.abandon(first, desk.pass(1)).unwrap();
    assert_eq!(records(&journal, first), before);
    let connection = rusqlite::Connection::open(desk.path()).unwrap();
    let open: i64 = connection
        .query_row("SELECT count(*) FROM records WHERE fate IS NULL", [], |row| row.get(0))
        .unwrap();
    assert_eq!(open, 0);
}

#[test]
fn what_was_tried_again_after_a_resume_is_counted_so() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let run = motley(&mut journal, desk.now);
    journal.finish(run, RunState::Halted, desk.now).unwrap();
    let now = desk.pass(1);
    journal.resume(run).unwrap();
    assert_eq!(fates(&journal, run), FATES);
    clear_all(&mut journal, now);
    while let Some(leased) = journal.lease(KindId::Talent, 1, now).unwrap().pop() {
        settle(&mut journal, &leased, created(&format!("n-{}", leased.job().0)), now);
    }
    let before = records(&journal, run);
    assert_eq!(before[3].attempts, 2);
    assert_eq!(before[6].fate, Fate::Created);
    journal.finish(run, RunState::Interrupted, desk.pass(1)).unwrap();
    assert_eq!(records(&journal, run), before);
    journal.resume(run).unwrap();
    journal.finish(run, RunState::Finished, desk.pass(1)).unwrap();
    assert_eq!(records(&journal, run), before);
}

/// A record as it is kept: its fate, last attempt and tries, and whether it has no moment of its end.
type Frozen = (String, Option<i64>, Option<i64>, bool);

#[test]
fn what_its_admission_decides_is_frozen_as_it_was_read() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let first = motley(&mut journal, desk.now);
    journal.finish(first, RunState::Finished, desk.pass(1)).unwrap();
    let now = desk.pass(60);
    let run = journal.begin_draft(&head(now)).unwrap();
    let mut planner = journal.planner(run).unwrap();
    let other = talent(&["e4", "m4"], "p4", "other");
    let two = talent(&["e0", "m4"], "p0", "c0");
    for (row, job) in (2..).zip([nth(0), other, nth(2), nth(1), nth(20), two]) {
        planner.admit(&record_head(row, &job), &job).unwrap();
    }
    planner.invalid(&record_head(8, &nth(30)), &[]).unwrap();
    planner.finish().unwrap();
    journal.approve(run, "tester", now).unwrap();
    let before = records(&journal, run);
    let fates: Vec<Fate> = before.iter().map(|row| row.fate).collect();
    let (unsent, clash) = (Fate::NotSent, Fate::Conflict);
    let want =
        [Fate::Unchanged, Fate::Changed, Fate::Unknown, unsent, unsent, clash, Fate::Invalid];
    assert_eq!(fates, want);
    let totals = journal.totals(run).unwrap();
    journal.finish(run, RunState::Finished, desk.pass(1)).unwrap();
    assert_eq!(records(&journal, run), before);
    assert_eq!(journal.totals(run).unwrap(), totals);
    let connection = rusqlite::Connection::open(desk.path()).unwrap();
    let mut select = connection
        .prepare("SELECT fate, attempt, tries, settled_at IS NULL FROM records WHERE run = ?1")
        .unwrap();
    let frozen: Vec<Frozen> = select
        .query_map([run.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let none = |fate: &str, unsettled| (fate.to_owned(), None, None, unsettled);
    assert_eq!(frozen[..2], [none("unchanged", false), none("changed", false)]);
    assert_eq!(frozen[5..], [none("conflict", true), none("invalid", true)]);
}
