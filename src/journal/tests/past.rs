//! Journals of every past schema still open, with what they hold.
//!
//! The fixtures `past/v1-*.sql` and `past/v2-*.sql` were written by released binaries of these
//! schemas, in a folder `/home/hr`, against `muster sandbox --port 18787` with synthetic people, and
//! dumped from a copy of the file and its log (`.dump`, with `application_id`):
//! - `states`: runs in every state that a process leaves behind when it ends by itself: `--faults`
//!   scripts throttle and cut connections, `--max-refused 1`, Ctrl-C, `abandon`, bad rows, `n`;
//! - `killed`, `resends`: kill -9 while talents and job data were on their way, in doubt, waiting;
//! - `draft`: kill -9 at the question, with rows over those of an interrupted run and of refused ones;
//! - `doubts`: people without keys, calls that may not be read, decisions, erased bodies;
//! - `tokens`: tokens seen before, expired and renewed, `--existing send-anyway`, refused duplicates,
//!   and a killed process whose doubts the next one settled.
//!
//! `past/v3-*.sql` were written in the same way by the last binary of schema 3:
//! - `people`: names with blanks and numbers abroad, of two runs, the first of them purged;
//! - `replaced`: interrupted, replaced by a corrected file, blocked by a bad row, killed in mid-run.
//!
//! They are never made anew: no later binary can write them.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::*;

/// A journal as an earlier version left it, and what becomes of it.
pub(super) struct Past {
    pub(super) name: &'static str,
    pub(super) schema: i32,
    pub(super) dump: &'static str,
    /// The states of its runs as they were left, and once it is opened.
    pub(super) runs: &'static [(RunState, RunState)],
    /// Attempts that were under way.
    under_way: u64,
}

use RunState::{Abandoned, Approved, Blocked, Draft, Finished, Halted, Interrupted};

const STATES: &[(RunState, RunState)] = &[
    (Finished, Finished),
    (Blocked, Blocked),
    (Halted, Halted),
    (Interrupted, Interrupted),
    (Abandoned, Abandoned),
    (Abandoned, Abandoned),
    (Finished, Finished),
];
const DRAFT: &[(RunState, RunState)] =
    &[(Interrupted, Interrupted), (Finished, Finished), (Draft, Abandoned)];
const FINISHED: &[(RunState, RunState)] = &[(Finished, Finished); 4];
const TOKENS: &[(RunState, RunState)] =
    &[(Finished, Finished), (Finished, Finished), (Interrupted, Interrupted)];
const KILLED: &[(RunState, RunState)] = &[(Approved, Interrupted)];
const REPLACED: &[(RunState, RunState)] = &[
    (Interrupted, Interrupted),
    (Interrupted, Interrupted),
    (Blocked, Blocked),
    (Approved, Interrupted),
];

macro_rules! past {
    ($schema:literal, $name:literal, $runs:expr, $under_way:literal) => {
        Past {
            name: concat!("v", $schema, "-", $name),
            schema: $schema,
            dump: include_str!(concat!("past/v", $schema, "-", $name, ".sql")),
            runs: $runs,
            under_way: $under_way,
        }
    };
}

/// Every fixture, oldest schema first.
pub(super) const PAST: &[Past] = &[
    past!(1, "first", &[(Finished, Finished); 2], 0),
    past!(1, "states", STATES, 0),
    past!(1, "killed", KILLED, 8),
    past!(1, "resends", KILLED, 0),
    past!(1, "draft", DRAFT, 0),
    past!(1, "doubts", FINISHED, 0),
    past!(1, "tokens", TOKENS, 0),
    past!(2, "states", STATES, 0),
    past!(2, "killed", KILLED, 8),
    past!(2, "resends", KILLED, 0),
    past!(2, "draft", DRAFT, 0),
    past!(2, "doubts", FINISHED, 0),
    past!(2, "tokens", TOKENS, 0),
    past!(3, "people", &[(Finished, Finished); 2], 0),
    past!(3, "replaced", REPLACED, 1),
];

/// The schemas whose fixtures hold every state that there was.
const SCHEMAS: &[i32] = &[1, 2];

impl Past {
    /// Lay it where a desk keeps its journal, by the means of that time: one log, closed.
    pub(super) fn left(&self) -> Desk {
        let desk = Desk { now: "2026-12-01T08:00:00Z".parse().unwrap(), ..Desk::new() };
        std::fs::create_dir_all(desk.path().parent().unwrap()).unwrap();
        let connection = Connection::open(desk.path()).unwrap();
        connection.pragma_update(None, "journal_mode", "wal").unwrap();
        connection.pragma_update(None, "synchronous", 0).unwrap();
        connection.execute_batch(self.dump).unwrap();
        desk
    }

    pub(super) fn owner(&self) -> Tenant {
        let base_url = if self.name == "v1-first" { "sandbox" } else { "http://127.0.0.1:18787" };
        Tenant { base_url: base_url.into(), app_id: "cli_sandbox".into() }
    }

    pub(super) fn open(&self, desk: &Desk) -> Journal {
        let opened = Journal::open(&desk.path(), &self.owner(), desk.now);
        opened.unwrap_or_else(|complaint| panic!("{}: {complaint:?}", self.name))
    }
}

/// The words in a column of some table, over all fixtures of a schema.
fn words(schema: i32, select: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for past in PAST.iter().filter(|past| past.schema == schema) {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(past.dump).unwrap();
        let mut select = connection.prepare(select).unwrap();
        let found = select.query_map([], |row| row.get::<_, Option<String>>(0)).unwrap();
        words.extend(found.map(|word| word.unwrap().unwrap_or_else(|| "-".to_owned())));
    }
    words
}

fn set<'a>(all: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    all.into_iter().map(str::to_owned).collect()
}

#[test]
fn the_fixtures_hold_runs_jobs_and_attempts_in_every_state() {
    for schema in SCHEMAS.iter().copied() {
        let runs = RunState::ALL.iter().map(|state| state.label());
        assert_eq!(words(schema, "SELECT state FROM runs"), set(runs), "schema {schema}");
        let jobs = "SELECT state || iif(doubt IS NULL, '', '?') FROM jobs";
        let all = [
            "pending",
            "cleared",
            "sending",
            "waiting",
            "waiting?",
            "in_doubt?",
            "created",
            "existing",
            "refused",
            "conflict",
        ];
        assert_eq!(words(schema, jobs), set(all), "schema {schema}");
        let outcomes = [
            "-",
            "created",
            "never_sent",
            "throttled",
            "refused",
            "duplicate",
            "token_seen",
            "lost",
            "recovered",
        ];
        assert_eq!(words(schema, "SELECT outcome FROM attempts"), set(outcomes), "schema {schema}");
        let looks = [
            "absent",
            "cleared_anyway",
            "existing",
            "conflict",
            "found_after_doubt",
            "absent_after_doubt",
            "still_unknown",
            "send_again",
            "new_token",
        ];
        assert_eq!(words(schema, "SELECT outcome FROM lookups"), set(looks), "schema {schema}");
        let keys = ["document", "mobile", "email", "employment", "keyless"];
        assert_eq!(words(schema, "SELECT kind FROM job_keys"), set(keys), "schema {schema}");
        // No job waits for another kind's, so nothing is ever blocked by one.
        let admitted =
            ["new", "take_over", "send_again", "unchanged", "changed", "unknown", "invalid"];
        let found = words(schema, "SELECT admission FROM records");
        assert_eq!(found, set(admitted), "schema {schema}");
        let whole =
            "SELECT DISTINCT 'amendments' FROM amendments UNION SELECT 'decisions' FROM decisions
                     UNION SELECT 'problems' FROM problems UNION
                     SELECT 'erased ' || state FROM jobs WHERE body IS NULL AND lookup IS NULL";
        let found = words(schema, whole);
        for one in ["amendments", "decisions", "problems", "erased created"] {
            assert!(found.contains(one), "schema {schema}: {one} is not in {found:?}");
        }
    }
}

#[test]
fn the_fixtures_say_whose_schema_they_are_and_are_whole() {
    for past in PAST {
        let desk = past.left();
        let connection = Connection::open(desk.path()).unwrap();
        let one =
            |select: &str| -> i32 { connection.query_row(select, [], |row| row.get(0)).unwrap() };
        assert_eq!(one("PRAGMA application_id"), 1_836_413_812, "{}", past.name);
        assert_eq!(
            one("SELECT max(version) FROM refinery_schema_history"),
            past.schema,
            "{}",
            past.name
        );
        assert_eq!(one("SELECT count(*) FROM pragma_foreign_key_check"), 0, "{}", past.name);
        let verdict: String =
            connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(verdict, "ok", "{}", past.name);
        assert!(past.dump.len() < 60_000, "{} has grown", past.name);
    }
}

#[test]
fn every_past_journal_opens_with_its_runs_as_they_were_left() {
    for past in PAST {
        let desk = past.left();
        let before = Journal::open_read_only(&desk.path()).unwrap();
        let states = |journal: &Journal| -> Vec<RunState> {
            journal.runs().unwrap().iter().rev().map(|run| run.state).collect()
        };
        let left: Vec<RunState> = past.runs.iter().map(|(left, _)| *left).collect();
        assert_eq!(states(&before), left, "{}", past.name);
        drop(before);
        let journal = past.open(&desk);
        let opened: Vec<RunState> = past.runs.iter().map(|(_, opened)| *opened).collect();
        assert_eq!(states(&journal), opened, "{}", past.name);
        assert_eq!(journal.recovered().in_doubt, past.under_way, "{}", past.name);
        let cut_off = past.runs.iter().filter(|(left, _)| *left == Approved).count();
        assert_eq!(journal.recovered().interrupted.len(), cut_off, "{}", past.name);
        let drafts = past.runs.iter().filter(|(left, _)| *left == Draft).count();
        assert_eq!(journal.recovered().drafts.len(), drafts, "{}", past.name);
    }
}

/// Nothing that a process had in its hands is taken for granted by the next one.
#[test]
fn no_job_of_a_past_journal_is_under_way_or_looked_up_once_it_is_open() {
    for past in PAST {
        let desk = past.left();
        past.open(&desk).close().unwrap();
        let connection = Connection::open(desk.path()).unwrap();
        let held: i64 = connection
            .query_row(
                "SELECT count(*) FROM jobs WHERE state IN ('sending', 'cleared')
                     OR state = 'waiting' AND (doubt IS NOT NULL OR cleared IS NOT NULL)
                     OR attempt IS NOT NULL",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(held, 0, "{}", past.name);
    }
}

/// The fates of every run add up to its records, and its records and the rows that are none to the
/// rows of its inputs.
pub(super) fn add_up(past: &Past, journal: &Journal) {
    for run in journal.runs().unwrap() {
        let told = format!("{} run {}", past.name, run.id);
        let totals = journal.totals(run.id).unwrap();
        let sum: u64 = Fate::ALL.iter().map(|fate| totals.fate(*fate)).sum();
        assert_eq!(sum, totals.records, "{told}");
        assert_eq!(run.records, totals.records, "{told}");
        let listed: Vec<_> = journal.records(run.id).unwrap().map(Result::unwrap).collect();
        assert_eq!(listed.len() as u64, totals.records, "{told}");
        for fate in Fate::ALL {
            let count = listed.iter().filter(|row| row.fate == *fate).count() as u64;
            assert_eq!(count, totals.fate(*fate), "{told}: {}", fate.label());
        }
        let rows: u64 = listed.iter().map(|row| u64::from(row.rows)).sum();
        let read: u64 = run.inputs.iter().map(|one| one.rows - one.blank - one.skipped).sum();
        assert_eq!(rows, read, "{told}");
    }
}

#[test]
fn the_fates_of_a_past_journal_add_up() {
    for past in PAST {
        let desk = past.left();
        add_up(past, &past.open(&desk));
    }
}

#[test]
fn a_journal_of_schema_1_opens_with_its_runs_and_goes_on() {
    let past = &PAST[0];
    let desk = past.left();
    let mut journal = past.open(&desk);
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
