//! What a run repeats of an earlier one is what admission finds of each record.

use proptest::prelude::*;
use rusqlite::types::Value;

use super::*;
use crate::problem::{Code, Complaint, Place, Problem};

/// Records of the first run.
const RECORDS: u32 = 40;

/// Everything that a journal holds of a run's plan, without the run's number.
fn held(desk: &Desk, run: RunId) -> Vec<(&'static str, Vec<Vec<Value>>)> {
    let connection = rusqlite::Connection::open(desk.path()).unwrap();
    let tables = ["inputs", "records", "problems", "causes", "contents", "learned_keys", "needs"];
    let rows = |table: &&'static str| {
        let sql = format!("SELECT * FROM {table} WHERE run = ?1 ORDER BY 1, 2, 3");
        let mut select = connection.prepare(&sql).unwrap();
        let names = select.column_names().map(str::to_owned).collect::<Vec<_>>();
        let columns: Vec<usize> = (0..names.len()).filter(|at| names[*at] != "run").collect();
        let row = |row: &rusqlite::Row<'_>| columns.iter().map(|column| row.get(*column)).collect();
        (*table, select.query_map([run.0], row).unwrap().map(Result::unwrap).collect())
    };
    tables.iter().map(rows).collect()
}

/// Plan the input: every seventh row has errors, every fifth of the others a warning.
fn planned(journal: &mut Journal, now: Timestamp) -> RunId {
    let run = journal.begin_draft(&RunHead { inputs: Vec::new(), ..head(now) }).unwrap();
    let mut planner = journal.planner(run).unwrap();
    let file: Arc<str> = Arc::from("staff.xlsx");
    planner.begin_input(&file, "").unwrap();
    let problem = |row: u32, code: Code| {
        let place = Place { row: Some(row), file: Some(Arc::clone(&file)), ..Place::default() };
        Problem::at(place, Complaint::new(code))
    };
    planner.problem(&problem(1, Code::SheetHidden)).unwrap();
    for n in 0..RECORDS {
        let job = nth(n as usize);
        let head = record_head(n + 2, &job);
        if n % 7 == 3 {
            let head = RecordHead { label: Arc::from(""), ..head };
            planner.invalid(&head, &[problem(n + 2, Code::EmailSeveral)]).unwrap();
        } else {
            planner.admit(&head, &job).unwrap();
            if n % 5 == 1 {
                planner.remark(&problem(n + 2, Code::SheetEmpty)).unwrap();
            }
        }
    }
    planner.begin_input(&file, "00").unwrap();
    planner.input_rows(&file, (u64::from(RECORDS) + 3, 2, 1)).unwrap();
    planner.finish().unwrap();
    run
}

/// How many passed, and failed.
fn counts() -> BTreeMap<KindId, (u64, u64)> {
    let invalid = (0..RECORDS).filter(|n| n % 7 == 3).count() as u64;
    BTreeMap::from([(KindId::Talent, (u64::from(RECORDS) - invalid, invalid))])
}

/// A journal whose first run came to its end, its jobs to these fates in turn: created; there before;
/// refused; in doubt; in conflict.
fn finished(desk: &Desk, fates: &[u8]) -> (Journal, RunId) {
    let mut journal = desk.open();
    let run = planned(&mut journal, desk.now);
    journal.approve(run, "tester", desk.now).unwrap();
    let found = journal.to_look_up(KindId::Talent, 1000, desk.now).unwrap();
    let mut ends = fates.iter().cycle();
    let answer = |one: &ToLookUp| match ends.next() {
        Some(1) => (one.job, LookedUp::Existing(format!("t-{}", one.job.0))),
        Some(4) => (one.job, LookedUp::Conflict(Code::KeysOfSeveral)),
        _ => (one.job, LookedUp::Absent),
    };
    let answers: Vec<_> = found.iter().map(answer).collect();
    journal.looked_up(&answers, "talent.batch_get_id", desk.now).unwrap();
    let mut ends = fates.iter().filter(|fate| !matches!(fate, 1 | 4)).cycle();
    for one in journal.lease(KindId::Talent, 1000, desk.now).unwrap() {
        let event = match ends.next() {
            Some(2) => refused(),
            Some(3) => lost(),
            _ => created(&format!("t-{}", one.job().0)),
        };
        settle(&mut journal, &one, event, desk.now);
    }
    journal.finish(run, RunState::Finished, desk.now).unwrap();
    (journal, run)
}

/// Repeat a run, where that can be told.
fn repeated(journal: &mut Journal, earlier: RunId, now: Timestamp) -> Option<RunId> {
    let head = RunHead { inputs: Vec::new(), ..head(now) };
    journal.repeat(&head, earlier, (&counts(), &mut |_| true)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_repeated_is_what_admission_finds(
        fates in prop_oneof![
            Just(vec![0_u8]),
            proptest::collection::vec(0_u8..2, 1..9),
            proptest::collection::vec(0_u8..5, 1..9),
        ],
    ) {
        let mut desk = Desk::new();
        let (mut journal, first) = finished(&desk, &fates);
        let now = desk.pass(60);
        let done = fates.iter().cycle().take(34).all(|fate| *fate < 2);
        let plain = planned(&mut journal, now);
        let (found, totals) = (held(&desk, plain), journal.totals(plain).unwrap());
        journal.drop_draft(plain).unwrap();
        let again = repeated(&mut journal, first, now);
        prop_assert_eq!(again.is_some(), done);
        let Some(again) = again else {
            let next = journal.begin_draft(&head(now)).unwrap();
            prop_assert_eq!(next.0, plain.0 + 1, "not even a number is used");
            return Ok(());
        };
        prop_assert_eq!(held(&desk, again), found);
        prop_assert_eq!(journal.totals(again).unwrap(), totals);
        // And so on: of one that was repeated, too.
        journal.approve(again, "tester", now).unwrap();
        journal.finish(again, RunState::Finished, now).unwrap();
        let third = repeated(&mut journal, again, now);
        prop_assert_eq!(held(&desk, third.unwrap()), held(&desk, again));
    }
}

#[test]
fn what_is_another_or_was_purged_or_has_keys_of_a_former_form_is_not_repeated() {
    let desk = Desk::new();
    let (mut journal, first) = finished(&desk, &[0]);
    assert!(repeated(&mut journal, first, desk.now).is_some());
    let head = RunHead { inputs: Vec::new(), ..head(desk.now) };
    for at_the_end in [false, true] {
        let mut differs = |end: bool| end != at_the_end;
        let again = journal.repeat(&head, first, (&counts(), &mut differs)).unwrap();
        assert_eq!(again, None, "it was found to be another");
    }
    let connection = rusqlite::Connection::open(desk.path()).unwrap();
    let former = "UPDATE meta SET value = ?1 WHERE key = 'former_keys'";
    connection.execute(former, [1]).unwrap();
    assert_eq!(repeated(&mut journal, first, desk.now), None);
    connection.execute(former, [0]).unwrap();
    journal.purge(&[first], desk.now).unwrap();
    assert_eq!(repeated(&mut journal, first, desk.now), None);
}

#[test]
fn references_are_heeded_again_after_a_plan_and_all_of_them_hold() {
    let desk = Desk::new();
    let (mut journal, first) = finished(&desk, &[0, 1, 2, 3, 4]);
    let heeds = |journal: &Journal| {
        let heeds = journal.connection.pragma_query_value(None, "foreign_keys", |row| row.get(0));
        heeds == Ok(1_i64)
    };
    planned(&mut journal, desk.now);
    assert!(heeds(&journal));
    let run = journal.begin_draft(&head(desk.now)).unwrap();
    drop(journal.planner(run).unwrap());
    assert!(heeds(&journal));
    repeated(&mut journal, first, desk.now);
    assert!(heeds(&journal));
    let broken = "SELECT count(*) FROM pragma_foreign_key_check";
    let broken: i64 = journal.connection.query_row(broken, [], |row| row.get(0)).unwrap();
    assert_eq!(broken, 0);
}
