//! The journal's tests: the laws of the state machine, the store's behaviour, and the store under a
//! crash at every write.

mod again;
mod along;
mod crash;
mod damage;
mod freeze;
mod laws;
mod migration;
mod model;
mod needs;
mod past;
mod reform;
mod purge;
mod repeat;
mod store;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::identity::{Former, HashKey, JobKey, LookupKeys};
use crate::plan::Job;
use crate::problem::{Lost, Reason};
use crate::spec::KindId;
use crate::spec::{IdTypes, KeyKind};

/// A journal's folder, its clock, its tenant.
struct Desk {
    folder: tempfile::TempDir,
    now: Timestamp,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), now: "2026-11-22T08:00:00Z".parse().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("deep").join("journal.db")
    }

    fn open(&self) -> Journal {
        Journal::open(&self.path(), &tenant(), self.now).unwrap()
    }

    fn pass(&mut self, seconds: i64) -> Timestamp {
        self.now += SignedDuration::from_secs(seconds);
        self.now
    }
}

fn tenant() -> Tenant {
    Tenant { base_url: "https://open.feishu.cn".into(), app_id: "cli_test".into() }
}

fn ids() -> IdTypes {
    IdTypes {
        user: "people_corehr_id".into(),
        talent_user: "people_admin_id".into(),
        department: "people_corehr_department_id".into(),
    }
}

fn head(now: Timestamp) -> RunHead {
    RunHead {
        operator: "tester".into(),
        muster_version: "0.1.0".into(),
        mapping_sha256: None,
        mapping: None,
        continues: None,
        inputs: vec![InputHead { file: Arc::from("staff.xlsx"), sha256: "00".into() }],
        id_types: ids(),
        options_json: "{}".into(),
        started_at: now,
    }
}

/// A key of a person.
fn key(kind: KeyKind, value: &str) -> JobKey {
    let mut hash = [0; 16];
    hash.copy_from_slice(
        &blake3::hash(format!("{}{value}", kind.label()).as_bytes()).as_bytes()[..16],
    );
    JobKey { kind, hash }
}

/// A talent with these keys (`e1`: e-mail, `m1`: mobile, `d1`: document), name and content.
fn talent(keys: &[&str], name: &str, content: &str) -> Job {
    let keys: Vec<JobKey> = keys
        .iter()
        .map(|text| match text.as_bytes()[0] {
            b'e' => key(KeyKind::Email, text),
            b'm' => key(KeyKind::Mobile, text),
            b'd' => key(KeyKind::Document, text),
            _ => panic!("no such key"),
        })
        .collect();
    let email = keys.iter().find(|key| key.kind == KeyKind::Email).map(|_| format!("{name}@x.cn"));
    let name_hash = key(KeyKind::Employment, name).hash;
    Job {
        kind: KindId::Talent,
        keys,
        name: Some(name_hash),
        former: Former::default(),
        digest: *blake3::hash(content.as_bytes()).as_bytes(),
        unmade: None,
        needs: Vec::new(),
        body: format!("{{\"content\":\"{content}\"}}"),
        query: vec![("user_id_type".into(), "people_admin_id".into())],
        lookup: LookupKeys { name: Some(name.into()), email, ..LookupKeys::default() },
        label: name.into(),
    }
}

/// The `n`-th of many talents.
fn nth(n: usize) -> Job {
    talent(&[&format!("e{n}"), &format!("m{n}")], &format!("p{n}"), &format!("c{n}"))
}

fn record_head(row: u32, job: &Job) -> RecordHead {
    RecordHead {
        file: Arc::from("staff.xlsx"),
        sheet: Some(Arc::from("员工")),
        row,
        rows: 1,
        kind: job.kind,
        label: Arc::from(&*job.label),
        reference: None,
    }
}

/// Plan a draft of these jobs.
fn draft(journal: &mut Journal, jobs: &[Job], now: Timestamp) -> (RunId, Vec<Admission>) {
    let run = journal.begin_draft(&head(now)).unwrap();
    let mut planner = journal.planner(run).unwrap();
    let admissions = jobs
        .iter()
        .zip(2..)
        .map(|(job, row)| planner.admit(&record_head(row, job), job).unwrap())
        .collect();
    planner.input_rows(&Arc::from("staff.xlsx"), (jobs.len() as u64, 0, 0)).unwrap();
    planner.finish().unwrap();
    (run, admissions)
}

/// Plan and approve.
fn approved(journal: &mut Journal, jobs: &[Job], now: Timestamp) -> RunId {
    let (run, _) = draft(journal, jobs, now);
    journal.approve(run, "tester", now).unwrap();
    run
}

/// Look everything up that there is, all absent.
fn clear_all(journal: &mut Journal, now: Timestamp) -> usize {
    let found = journal.to_look_up(KindId::Talent, 1000, now).unwrap();
    let answers: Vec<_> = found.iter().map(|one| (one.job, LookedUp::Absent)).collect();
    journal.looked_up(&answers, "talent.batch_get_id", now).unwrap();
    answers.len()
}

/// Look up and lease one job.
fn lease_one(journal: &mut Journal, now: Timestamp) -> Leased {
    clear_all(journal, now);
    journal.lease(KindId::Talent, 1, now).unwrap().pop().unwrap()
}

fn settle(journal: &mut Journal, leased: &Leased, event: Event, now: Timestamp) {
    journal
        .settle(
            &[Settlement {
                job: leased.job(),
                attempt: leased.attempt(),
                event,
                note: AttemptNote::default(),
            }],
            now,
        )
        .unwrap();
}

/// Send the next job with this outcome.
fn send(journal: &mut Journal, event: Event, now: Timestamp) -> JobId {
    let leased = lease_one(journal, now);
    settle(journal, &leased, event, now);
    leased.job()
}

fn created(remote: &str) -> Event {
    Event::Created { remote: remote.into() }
}

fn lost() -> Event {
    Event::Lost { reason: Lost::Timeout.into() }
}

fn refused() -> Event {
    Event::Refused { code: 1_002_002, reason: Reason::said("params") }
}

fn fates(journal: &Journal, run: RunId) -> Vec<Fate> {
    journal.records(run).unwrap().map(|row| row.unwrap().fate).collect()
}

#[test]
fn keys_and_leases_show_nothing() {
    assert_eq!(format!("{:?}", HashKey([7; 32])), "HashKey(…)");
    let leased = Leased::for_tests(KindId::Talent, "secret", &[]);
    assert_eq!(format!("{leased:?}"), "Leased(job 1, attempt 1)");
}
