//! The folder of a small run, read back.

use std::fs;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value;

use super::super::xlsx::tests::read;
use super::*;
use crate::identity::{Former, JobKey, LookupKeys};
use crate::journal::{
    AttemptNote, Event, InputHead, LookedUp, RecordHead, RunHead, RunId, RunState, Settlement,
    Tenant,
};
use crate::plan::Job;
use crate::problem::{Code, Lost, Place, Problem, Reason};
use crate::report::blame::Fields;
use crate::report::json::TenantLine;
use crate::report::marked::SheetHead;
use crate::spec::KindId;
use crate::spec::{IdTypes, KeyKind};

fn now() -> Timestamp {
    Timestamp::from_second(1_764_000_000).unwrap()
}

fn head(file: &Arc<str>, row: u32) -> RecordHead {
    RecordHead {
        file: Arc::clone(file),
        sheet: None,
        row,
        rows: 1,
        kind: KindId::Talent,
        label: "测试".into(),
        reference: None,
    }
}

fn job(n: u8) -> Job {
    Job {
        kind: KindId::Talent,
        keys: vec![JobKey { kind: KeyKind::Email, hash: [n; 16] }],
        digest: [n; 32],
        unmade: None,
        needs: Vec::new(),
        name: None,
        former: Former::default(),
        body: "{}".into(),
        query: Vec::new(),
        lookup: LookupKeys { email: Some(format!("test{n}@example.com")), ..LookupKeys::default() },
        label: "测试".into(),
    }
}

fn run_head(file: &Arc<str>) -> RunHead {
    RunHead {
        operator: "hr".into(),
        muster_version: "0.1.0".into(),
        mapping_sha256: None,
        mapping: None,
        continues: None,
        inputs: vec![InputHead { file: Arc::clone(file), sha256: "ab".into() }],
        id_types: IdTypes { user: "u".into(), talent_user: "t".into(), department: "d".into() },
        options_json: "{}".into(),
        started_at: now(),
    }
}

/// Seven rows of one file: 2 is made, 3 refused, 4 there before, 5 invalid, 6 blank, 7 not sent,
/// 8 lost; and a run that was interrupted.
fn journal(file: &Arc<str>) -> (Journal, RunId) {
    let tenant = Tenant { base_url: "http://127.0.0.1:1".into(), app_id: "cli_test".into() };
    let mut journal = Journal::temporary(&tenant, now()).unwrap();
    let run = journal.begin_draft(&run_head(file)).unwrap();
    let mut planner = journal.planner(run).unwrap();
    for (row, n) in [(2, 2), (3, 3), (4, 4)] {
        planner.admit(&head(file, row), &job(n)).unwrap();
    }
    let place = Place { row: Some(5), column: Some(1), ..Place::file(file) };
    let mut problem = Problem::at(place, Complaint::new(Code::Required));
    problem.header = Some("邮箱".into());
    planner.invalid(&head(file, 5), &[problem]).unwrap();
    planner.admit(&head(file, 7), &job(7)).unwrap();
    planner.admit(&head(file, 8), &job(8)).unwrap();
    planner.input_rows(file, (7, 1, 0)).unwrap();
    planner.finish().unwrap();
    journal.approve(run, "hr", now()).unwrap();
    let found = journal.to_look_up(KindId::Talent, 10, now()).unwrap();
    let answers: Vec<_> = found
        .iter()
        .filter_map(|look| match look.lookup.email.as_deref() {
            Some("test4@example.com") => Some((look.job, LookedUp::Existing("there".into()))),
            Some("test7@example.com") => None,
            Some(_) | None => Some((look.job, LookedUp::Absent)),
        })
        .collect();
    journal.looked_up(&answers, "talent.look_up", now()).unwrap();
    let leased = journal.lease(KindId::Talent, 10, now()).unwrap();
    let settlements: Vec<_> = leased
        .iter()
        .zip(["made", "refused", "lost"])
        .map(|(leased, what)| Settlement {
            job: leased.job(),
            attempt: leased.attempt(),
            event: match what {
                "made" => Event::Created { remote: "6930815272790114324".into() },
                "refused" => {
                    Event::Refused { code: 1_002_001, reason: Reason::said("invalid parameter") }
                }
                _ => Event::Lost { reason: Lost::Timeout.into() },
            },
            note: AttemptNote {
                code: (what == "refused").then_some(1_002_001),
                reason: (what == "refused").then(|| Reason::said("invalid parameter")),
                ..AttemptNote::default()
            },
        })
        .collect();
    assert_eq!(settlements.len(), 3);
    journal.settle(&settlements, now()).unwrap();
    journal.finish(run, RunState::Interrupted, now()).unwrap();
    (journal, run)
}

/// The file of [`journal`] again.
struct Again(bool, u32, String);

impl RowSource for Again {
    fn next_sheet(&mut self) -> Result<Option<SheetHead>, Complaint> {
        Ok((!std::mem::replace(&mut self.0, true)).then(|| SheetHead {
            file: self.2.clone(),
            title: "员工".into(),
            header_row: 1,
            header: vec!["姓名".into(), "邮箱".into()],
            ..SheetHead::default()
        }))
    }

    fn next_row(&mut self, cells: &mut Vec<String>) -> Result<Option<u32>, Complaint> {
        self.1 += 1;
        *cells = vec!["测试".into(), format!("row {}", self.1)];
        Ok((self.1 <= 8).then_some(self.1))
    }
}

fn about(run: RunId) -> About {
    About {
        run,
        uuid: None,
        tenant: TenantLine::default(),
        state: None,
        lang: Lang::En,
        missing: crate::report::missing::MissingEntries::default(),
        fields: Fields::default(),
        flags: String::new(),
    }
}

#[test]
fn every_record_is_in_every_output_and_the_sums_close() {
    let folder = tempfile::tempdir().unwrap();
    let file: Arc<str> = "员工.csv".into();
    let (journal, run) = journal(&file);
    let folder = folder.path().join("report");
    let written = write(&folder, &journal, &about(run), &mut |file| {
        Ok(Box::new(Again(false, 1, file.to_owned())))
    })
    .unwrap();
    assert!(written.notes.is_empty(), "{:?}", written.notes);
    assert_eq!(written.state, EndState::Interrupted);
    let ledger = &written.ledger;
    assert_eq!((ledger.rows, ledger.blank, ledger.made, ledger.rejected), (7, 1, 5, 1));
    assert_eq!(ledger.fates, [1, 1, 0, 0, 1, 0, 0, 1, 1, 1]);
    let results = fs::read_to_string(folder.join("results.csv")).unwrap();
    let statuses: Vec<_> =
        results.lines().skip(1).map(|line| line.split(',').nth(6).unwrap()).collect();
    assert_eq!(statuses, ["created", "refused", "existing", "invalid", "not_sent", "unknown"]);
    assert!(results.contains(",refused,,") && results.contains(",1002001,invalid parameter,"));
    assert!(results.contains(",required,\"邮箱: required, but the cell is empty\","), "{results}");
    assert_eq!(read(fs::read(folder.join("results.xlsx")).unwrap())[0].2.len(), 7);
    let report: Value =
        serde_json::from_slice(&fs::read(folder.join("report.json")).unwrap()).unwrap();
    assert_eq!(report["counts"]["records"], 6);
    assert_eq!(report["counts"]["unknown"], 1);
    assert_eq!(report["pace"]["requests"], 3);
    let codes: Vec<_> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes[..2], ["required", "1002001"]);
}

#[test]
fn the_fix_file_holds_what_needs_work_and_ties_it_to_its_record() {
    let folder = tempfile::tempdir().unwrap();
    let file: Arc<str> = "员工.csv".into();
    let (journal, run) = journal(&file);
    let mut open = |file: &str| -> Result<Box<dyn RowSource>, Complaint> {
        Ok(Box::new(Again(false, 1, file.to_owned())))
    };
    let uuid = journal.run(run).unwrap().uuid.unwrap();
    let about = About { uuid: Some(uuid), ..about(run) };
    let written = write(folder.path(), &journal, &about, &mut open).unwrap();
    assert_eq!(written.fix_files, [folder.path().join("fix-员工.xlsx")]);
    let sheets = read(fs::read(&written.fix_files[0]).unwrap());
    let rows = &sheets[0].2;
    assert_eq!(rows.len(), 3);
    assert_eq!(
        rows[1],
        ["测试", "row 3", "refused (1002001): invalid parameter", "", &*format!("{uuid}#2")]
    );
    assert_eq!(
        rows[2][1..],
        ["row 5", "B5 邮箱: required, but the cell is empty", "fill it in", &*format!("{uuid}#4")]
    );
    // written again, a fix file that may have been repaired is kept
    write(folder.path(), &journal, &about, &mut open).unwrap();
    assert!(folder.path().join("fix-员工.old.xlsx").exists());
}

#[test]
fn an_input_that_is_gone_costs_its_fix_file_only() {
    let folder = tempfile::tempdir().unwrap();
    let file: Arc<str> = "员工.csv".into();
    let (journal, run) = journal(&file);
    let written = write(folder.path(), &journal, &about(run), &mut |file| {
        Err(Complaint::with(Code::FileMissing, [file]))
    })
    .unwrap();
    assert!(written.fix_files.is_empty());
    assert_eq!(written.notes[0].code, Code::ReportFixSkipped);
    assert!(folder.path().join("report.json").exists());
}
