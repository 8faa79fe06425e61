//! Journals of every past schema still open, with what they hold.

use rusqlite::Connection;

use super::*;

/// A journal as an earlier version left it.
fn left(dump: &str) -> Desk {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path().parent().unwrap()).unwrap();
    Connection::open(desk.path()).unwrap().execute_batch(dump).unwrap();
    desk
}

#[test]
fn a_journal_of_schema_1_opens_with_its_runs_and_goes_on() {
    let desk = left(include_str!("v1.sql"));
    let owner = Tenant { base_url: "sandbox".into(), app_id: "cli_sandbox".into() };
    let mut journal = Journal::open(&desk.path(), &owner, desk.now).unwrap();
    let runs = journal.runs().unwrap();
    assert_eq!(runs.len(), 2);
    let fates = |journal: &Journal, run: RunId| {
        let records = journal.records(run).unwrap().map(Result::unwrap);
        records.map(|row| (row.fate.label(), row.rows)).collect::<Vec<_>>()
    };
    let [first, second] = [runs[1].id, runs[0].id];
    let (first, second) = (first.min(second), first.max(second));
    assert_eq!(fates(&journal, first), [("created", 1), ("created", 1), ("invalid", 1)]);
    assert_eq!(fates(&journal, second), [("unchanged", 1), ("changed", 1), ("created", 1)]);
    let inputs = journal.run(first).unwrap().inputs;
    assert_eq!((inputs[0].rows, inputs[0].blank, inputs[0].skipped), (4, 1, 0));
    let draft = journal.begin_draft(&head(desk.now)).unwrap();
    assert_eq!(draft.0, second.0 + 1);
}
