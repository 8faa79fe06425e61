//! Records that wait for others: why they wait in vain, and what frees them.

use super::again::post;
use super::*;
use crate::plan::Need;
use crate::problem::{Code, Reason, Unmade};
use crate::spec::awaited;

/// One who waits for the record of an employment.
fn report(employment: &str, manager: &str) -> Job {
    let needs = vec![Need { key: key(KeyKind::Employment, manager), owner: manager.into() }];
    let body = format!("{{\"direct_manager_id\":\"{}\"}}", awaited::of(manager));
    Job { needs, body, ..post(employment, employment) }
}

/// What the record of a row of a run came to, and why.
fn told(journal: &Journal, run: RunId, row: u32) -> (Fate, Option<Reason>) {
    let mut records = journal.records(run).unwrap().map(Result::unwrap);
    let record = records.find(|record| record.row == row).unwrap();
    (record.fate, record.reason)
}

fn after(row: u32, how: Unmade) -> Reason {
    let sheet = Some("员工".into());
    Reason::After { file: "staff.xlsx".into(), sheet, row, how }
}

#[test]
fn who_waits_in_vain_is_told_whether_the_other_failed_is_open_or_unsent() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    // Unsent in a run that was cut off.
    let unsent = approved(&mut journal, &[post("m1", "m1")], desk.now);
    journal.finish(unsent, RunState::Interrupted, desk.now).unwrap();
    let now = desk.pass(1);
    let jobs = [
        post("m2", "m2"),
        post("m3", "m3"),
        report("r1", "m1"),
        report("r2", "m2"),
        report("r3", "m3"),
        report("r4", "nobody"),
        report("r5", "r2"),
    ];
    let run = approved(&mut journal, &jobs, now);
    let found = journal.to_look_up(KindId::JobData, 9, now).unwrap();
    assert_eq!(found.len(), 2, "who waits is not looked up");
    let answers: Vec<_> = found.iter().map(|one| (one.job, LookedUp::Absent)).collect();
    journal.looked_up(&answers, "job_data.batch_get", now).unwrap();
    let leased = journal.lease(KindId::JobData, 9, now).unwrap();
    settle(&mut journal, &leased[0], Event::Refused { code: 1, reason: Reason::said("no") }, now);
    settle(&mut journal, &leased[1], lost(), now);
    assert_eq!(journal.block_held(now).unwrap().len(), 5);
    journal.finish(run, RunState::Finished, now).unwrap();
    let nobody = Reason::Found(Code::ManagerNotMade);
    for (row, why) in [
        (4, after(2, Unmade::Unsent)),
        (5, after(2, Unmade::Failed)),
        (6, after(3, Unmade::Unknown)),
        (7, nobody),
        (8, after(2, Unmade::Failed)),
    ] {
        assert_eq!(told(&journal, run, row), (Fate::Blocked, Some(why)), "row {row}");
    }
    // The one in doubt was made: its report waits for the next import, and nothing is left to resume.
    let made = Event::FoundAfterDoubt { remote: "7001".into() };
    journal.reconcile(&[(leased[1].job(), made, LookNote::default())], now).unwrap();
    let made_since = Some(Reason::Found(Code::ManagerMadeSince));
    assert_eq!(told(&journal, run, 6), (Fate::Blocked, made_since));
    assert_eq!(journal.left_of(run).unwrap().jobs(), 0);
    let (again, admissions) = draft(&mut journal, &[report("r3", "m3")], now);
    journal.approve(again, "tester", now).unwrap();
    assert!(matches!(admissions[..], [Admission::TakeOver(_)]), "{admissions:?}");
    let found = journal.to_look_up(KindId::JobData, 9, now).unwrap();
    let answers: Vec<_> = found.iter().map(|one| (one.job, LookedUp::Absent)).collect();
    journal.looked_up(&answers, "job_data.batch_get", now).unwrap();
    let leased = journal.lease(KindId::JobData, 1, now).unwrap().pop().unwrap();
    assert_eq!(leased.body(), r#"{"direct_manager_id":"7001"}"#);
}
