//! The journal's cost per row: planning a draft of ten thousand, and taking a hundred through
//! look-up, lease and settlement. On a real disk, with its real syncs.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use jiff::{SignedDuration, Timestamp};
use muster::identity::{Former, JobKey, LookupKeys};
use muster::journal::{
    AttemptNote, Event, InputHead, Journal, LookedUp, RecordHead, RunHead, RunId, Settlement,
    Tenant,
};
use muster::plan::Job;
use muster::spec::{IdTypes, KeyKind, KindId};

const ROWS: u32 = 10_000;
const BATCH: usize = 100;

fn start() -> Timestamp {
    Timestamp::from_second(1_795_334_400).unwrap_or_default()
}

fn open(folder: &tempfile::TempDir) -> Journal {
    let tenant = Tenant { base_url: "https://open.feishu.cn".into(), app_id: "cli_bench".into() };
    Journal::open(&folder.path().join("journal.db"), &tenant, start()).expect("a journal")
}

/// A talent with three keys and a body of 600 bytes.
fn job(n: u32) -> Job {
    let key = |kind: KeyKind| {
        let digest = blake3::hash(format!("{}{n}", kind.label()).as_bytes());
        let mut hash = [0; 16];
        hash.copy_from_slice(&digest.as_bytes()[..16]);
        JobKey { kind, hash }
    };
    Job {
        unmade: None,
        needs: Vec::new(),
        kind: KindId::Talent,
        keys: [KeyKind::Document, KeyKind::Mobile, KeyKind::Email].map(key).to_vec(),
        name: Some([7; 16]),
        former: Former::default(),
        digest: *blake3::hash(&n.to_le_bytes()).as_bytes(),
        body: format!("{{\"basic_info\":{{\"name\":\"{}\"}}}}", "x".repeat(570)),
        query: vec![("user_id_type".into(), "people_admin_id".into())],
        lookup: LookupKeys {
            name: Some("someone".into()),
            document: Some((1, "110101199003071234".into())),
            mobile: Some(("86".into(), format!("138{n:08}"))),
            email: Some(format!("p{n}@example.com")),
            ..LookupKeys::default()
        },
        label: format!("row {n}"),
    }
}

fn plan(journal: &mut Journal, jobs: &[Job]) -> RunId {
    let ids = IdTypes {
        user: "people_corehr_id".into(),
        talent_user: "people_admin_id".into(),
        department: "people_corehr_department_id".into(),
    };
    let file: Arc<str> = Arc::from("staff.xlsx");
    let head = RunHead {
        operator: "bench".into(),
        muster_version: "0".into(),
        mapping_sha256: None,
        mapping: None,
        continues: None,
        inputs: vec![InputHead { file: Arc::clone(&file), sha256: String::new() }],
        id_types: ids,
        options_json: "{}".into(),
        started_at: start(),
    };
    let run = journal.begin_draft(&head).expect("a draft");
    let mut planner = journal.planner(run).expect("a planner");
    for (row, job) in (2..).zip(jobs) {
        let head = RecordHead {
            file: Arc::clone(&file),
            sheet: None,
            row,
            rows: 1,
            kind: KindId::Talent,
            label: Arc::from(&*job.label),
            reference: None,
        };
        black_box(planner.admit(&head, job).expect("an admission"));
    }
    planner.finish().expect("a plan");
    run
}

fn planning(criterion: &mut Criterion) {
    let jobs: Vec<Job> = (0..ROWS).map(job).collect();
    let mut group = criterion.benchmark_group("journal");
    group.sample_size(10).throughput(Throughput::Elements(u64::from(ROWS)));
    for (name, known) in [("plan_10k_new", false), ("plan_10k_known", true)] {
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || {
                    let folder = tempfile::tempdir().expect("a folder");
                    let mut journal = open(&folder);
                    if known {
                        let run = plan(&mut journal, &jobs);
                        journal.approve(run, "bench", start()).expect("approval");
                    }
                    (folder, journal)
                },
                |(folder, mut journal)| {
                    plan(&mut journal, &jobs);
                    (folder, journal)
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

fn sending(criterion: &mut Criterion) {
    let jobs: Vec<Job> = (0..ROWS).map(job).collect();
    let folder = tempfile::tempdir().expect("a folder");
    let mut journal = open(&folder);
    let run = plan(&mut journal, &jobs);
    journal.approve(run, "bench", start()).expect("approval");
    let mut group = criterion.benchmark_group("journal");
    group.throughput(Throughput::Elements(BATCH as u64));
    let mut now = start();
    group.bench_function("look_up_lease_settle_100", |bencher| {
        bencher.iter(|| {
            // Later than any look-up is good for: the same hundred come round again.
            now += SignedDuration::from_mins(11);
            let found = journal.to_look_up(KindId::Talent, BATCH, now).expect("jobs");
            let answers: Vec<_> = found.iter().map(|one| (one.job, LookedUp::Absent)).collect();
            journal.looked_up(&answers, "talent.batch_get_id", now).expect("a note");
            let leases = journal.lease(KindId::Talent, BATCH, now).expect("leases");
            assert_eq!(leases.len(), BATCH);
            let settled: Vec<_> = leases
                .iter()
                .map(|leased| Settlement {
                    job: leased.job(),
                    attempt: leased.attempt(),
                    event: Event::Throttled { not_before: now },
                    note: AttemptNote::default(),
                })
                .collect();
            journal.settle(&settled, now).expect("a settlement");
        });
    });
    group.finish();
}

criterion_group!(benches, planning, sending);
criterion_main!(benches);
