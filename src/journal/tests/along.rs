//! What is read along with an input is what a look for each key finds.

use proptest::prelude::*;

use super::super::along::Along;
use super::*;

/// Jobs of the first run.
const MADE: usize = 120;

/// What somebody did to a row before the input came again.
#[derive(Clone, Copy, Debug)]
enum Change {
    None,
    Content,
    Key,
    Name,
    Gone,
    Twice,
    KeyOfAnother,
    New,
    MovedUp,
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    use Change::{Content, Gone, Key, KeyOfAnother, MovedUp, Name, New, None, Twice};
    let one = prop_oneof![
        30 => Just(None),
        1 => proptest::sample::select(vec![Content, Key, Name, Gone, Twice, KeyOfAnother, New, MovedUp]),
    ];
    proptest::collection::vec(one, MADE)
}

/// The input that comes again.
fn edited(changes: &[Change]) -> Vec<Job> {
    let mut jobs = Vec::new();
    for (n, change) in changes.iter().enumerate() {
        let (email, mobile) = (format!("e{n}"), format!("m{n}"));
        let (name, content) = (format!("p{n}"), format!("c{n}"));
        let other = format!("m{}", (n + 7) % MADE);
        match change {
            Change::None => jobs.push(nth(n)),
            Change::Content => jobs.push(talent(&[&email, &mobile], &name, "edited")),
            Change::Key => jobs.push(talent(&[&email, &format!("m9{n}")], &name, &content)),
            Change::Name => jobs.push(talent(&[&email, &mobile], "other", &content)),
            Change::Gone => {}
            Change::Twice => jobs.extend([nth(n), nth(n)]),
            Change::KeyOfAnother => jobs.push(talent(&[&email, &other], &name, &content)),
            Change::New => jobs.extend([nth(n), nth(1000 + n)]),
            Change::MovedUp => jobs.insert(jobs.len() / 2, nth(n)),
        }
    }
    jobs
}

/// A journal of a run that ended: most records are made, some refused or in doubt.
fn finished(desk: &Desk, kinds: &[u8]) -> Journal {
    let mut journal = desk.open();
    let run = approved(&mut journal, &(0..MADE).map(nth).collect::<Vec<_>>(), desk.now);
    clear_all(&mut journal, desk.now);
    let mut kinds = kinds.iter().cycle();
    loop {
        let leased = journal.lease(KindId::Talent, 50, desk.now).unwrap();
        if leased.is_empty() {
            break;
        }
        for one in leased {
            let event = match kinds.next() {
                Some(0) => refused(),
                Some(1) => lost(),
                _ => created(&format!("t-{}", one.job().0)),
            };
            settle(&mut journal, &one, event, desk.now);
        }
    }
    journal.finish(run, RunState::Interrupted, desk.now).unwrap();
    journal
}

/// Let two jobs swap a key in the index.
fn swap_keys(desk: &Desk, job: i64) {
    let connection = rusqlite::Connection::open(desk.path()).unwrap();
    let swap = "UPDATE job_keys SET job = ?1 + ?2 - job WHERE kind = 'mobile' AND job IN (?1, ?2)";
    connection.execute(swap, (job, job + 5)).unwrap();
}

/// Plan the input into a draft that is dropped again; whether any was read along.
fn planned(
    journal: &mut Journal,
    jobs: &[Job],
    (along, now): (bool, Timestamp),
) -> (Vec<Admission>, bool) {
    let run = journal.begin_draft(&head(now)).unwrap();
    let mut planner = journal.planner(run).unwrap();
    let (mut admissions, mut read) = (Vec::new(), false);
    for (row, job) in (2..).zip(jobs) {
        if !along {
            planner.along = Along::default();
        }
        admissions.push(planner.admit(&record_head(row, job), job).unwrap());
        read |= planner.along.is_reading();
    }
    planner.finish().unwrap();
    journal.drop_draft(run).unwrap();
    (admissions, read)
}

#[test]
fn an_input_that_comes_again_is_read_along() {
    let desk = Desk::new();
    let mut journal = finished(&desk, &[9]);
    let jobs: Vec<Job> = (0..MADE).map(nth).collect();
    let (admissions, read) = planned(&mut journal, &jobs, (true, desk.now));
    assert!(read);
    let all = (1..).map(|id| Admission::Unchanged(JobId(id))).take(MADE);
    assert_eq!(admissions, all.collect::<Vec<_>>());
    // A journal of which no row comes again is not.
    let jobs: Vec<Job> = (500..500 + MADE).map(nth).collect();
    let (admissions, read) = planned(&mut journal, &jobs, (true, desk.now));
    assert!(!read);
    assert!(admissions.iter().all(|one| *one == Admission::New));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_read_along_is_what_each_key_finds(
        changes in changes(),
        fates in proptest::collection::vec(prop_oneof![20 => 2_u8..3, 1 => 0_u8..2], 30),
        swapped in proptest::option::of(1_i64..100),
    ) {
        let desk = Desk::new();
        let mut journal = finished(&desk, &fates);
        if let Some(job) = swapped {
            swap_keys(&desk, job);
        }
        let jobs = edited(&changes);
        let (plain, _) = planned(&mut journal, &jobs, (false, desk.now));
        let (along, _) = planned(&mut journal, &jobs, (true, desk.now));
        prop_assert_eq!(along, plain);
    }
}
