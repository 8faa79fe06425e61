//! A purge erases people and keeps what prevents duplicates; the undecided stay whole.

use super::*;
use crate::problem::{Code, Complaint, Place, Problem};

/// Every byte that the journal holds on the disk.
fn bytes(desk: &Desk) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(desk.path().parent().unwrap()).unwrap() {
        all.extend(std::fs::read(entry.unwrap().path()).unwrap());
    }
    all
}

fn holds(desk: &Desk, text: &str) -> bool {
    bytes(desk).windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn a_purged_run_holds_nobody_and_is_still_known() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let jobs: Vec<Job> = (0..400).map(nth).collect();
    let run = approved(&mut journal, &jobs, desk.now);
    for n in 0..400 {
        send(&mut journal, created(&format!("t-{n}")), desk.now);
    }
    journal.finish(run, RunState::Finished, desk.now).unwrap();
    journal.checkpoint().unwrap();
    let secrets = ["\"content\":\"c7\"", "p7\""];
    for secret in secrets {
        assert!(holds(&desk, secret), "{secret} is there before");
    }
    let done = journal.purge(&[run], desk.pass(5)).unwrap();
    assert_eq!((done.jobs, done.undecided), (400, 0));
    for secret in secrets {
        assert!(!holds(&desk, secret), "{secret}, while it is open");
    }
    assert_eq!(journal.purged_at(run).unwrap(), Some(desk.now));
    assert!(journal.purgeable(desk.pass(1)).unwrap().is_empty());
    let rows: Vec<_> = journal.records(run).unwrap().map(Result::unwrap).collect();
    assert!(rows.iter().all(|row| row.key.is_empty() && row.fate == Fate::Created));
    assert_eq!(rows[7].remote_id.as_deref(), Some("t-7"));
    let (_, admissions) = draft(&mut journal, &[nth(7)], desk.now);
    assert_eq!(admissions, [Admission::Unchanged(JobId(8))]);
}

#[test]
fn the_undecided_stay_whole() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let run = approved(&mut journal, &[nth(0), nth(1), nth(2)], desk.now);
    send(&mut journal, created("t-0"), desk.now);
    send(&mut journal, lost(), desk.now);
    journal.finish(run, RunState::Interrupted, desk.now).unwrap();
    let plan = journal.would_purge(run).unwrap();
    assert_eq!((plan.jobs, plan.undecided), (1, 2));
    assert_eq!(journal.purge(&[run], desk.pass(5)).unwrap(), plan);
    journal.resume(run).unwrap();
    assert_eq!(journal.doubts(KindId::Talent, 9, desk.now).unwrap().len(), 1);
    assert_eq!(clear_all(&mut journal, desk.now), 0, "the third is cleared");
    let leased = journal.lease(KindId::Talent, 9, desk.now).unwrap();
    assert_eq!(leased[0].body(), "{\"content\":\"c2\"}");
}

#[test]
fn problems_keep_their_code_and_place_and_lose_what_they_showed() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let run = journal.begin_draft(&head(desk.now)).unwrap();
    let mut planner = journal.planner(run).unwrap();
    let place = Place { row: Some(7), ..Place::default() };
    let problem = Problem {
        value: Some("张*".into()),
        ..Problem::at(place, Complaint::with(Code::EmailSeveral, ["z***@b.com"]))
    };
    planner.invalid(&record_head(7, &nth(0)), std::slice::from_ref(&problem)).unwrap();
    planner.finish().unwrap();
    journal.finish(run, RunState::Blocked, desk.now).unwrap();
    journal.purge(&[run], desk.now).unwrap();
    let left = journal.problems(run).next().unwrap().unwrap().problem;
    assert_eq!((left.code(), left.place, left.value), (problem.code(), problem.place, None));
    assert!(!holds(&desk, "z***@b.com") && !holds(&desk, "张*"));
}

#[test]
fn bodies_are_looked_for_once_any_can_be_old_enough() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    approved(&mut journal, &[nth(0), nth(1), nth(2)], desk.now);
    let first = desk.now;
    assert_eq!(journal.erase_bodies(first, first).unwrap(), 0, "and none is older than now");
    send(&mut journal, created("t-0"), first);
    let second = desk.pass(60);
    send(&mut journal, created("t-1"), second);
    assert_eq!(journal.erase_bodies(first, second).unwrap(), 1);
    let between = first + SignedDuration::from_secs(30);
    assert_eq!(journal.erase_bodies(between, second).unwrap(), 0);
    assert_eq!(journal.erase_bodies(second, second).unwrap(), 1);
    // A clock that was set back: what is settled by it is found as well.
    drop(journal);
    let earlier = desk.pass(-3600);
    let mut journal = desk.open();
    journal.resume(RunId(1)).unwrap();
    send(&mut journal, created("t-2"), earlier);
    let later = desk.pass(60);
    assert_eq!(journal.erase_bodies(earlier, later).unwrap(), 1);
}

#[test]
fn attempts_of_the_future_were_tried_now() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let run = approved(&mut journal, &[nth(0), nth(1), nth(2)], desk.now);
    send(&mut journal, created("t-0"), desk.now);
    send(&mut journal, lost(), desk.now);
    lease_one(&mut journal, desk.now);
    drop(journal);
    let earlier = desk.pass(-3600);
    let journal = desk.open();
    assert_eq!(journal.recent_attempts("talent.create", earlier).unwrap(), [earlier; 3]);
    let doubts = journal.doubts(KindId::Talent, 9, earlier).unwrap();
    assert_eq!(doubts.len(), 2);
    assert!(doubts.iter().all(|doubt| (doubt.since, doubt.last_attempt_at) == (earlier, earlier)));
    assert_eq!(fates(&journal, run), [Fate::Created, Fate::Unknown, Fate::Unknown]);
}
