//! The canary against the sandbox.

use std::time::Duration;

use serde_json::json;

use super::*;
use crate::deliver::policy::Policy;
use crate::deliver::tests::{Bench, both, fate, memory, plan, refused, talents, warped};
use crate::journal::Fate;
use crate::sandbox::{self, Behaviour, Fault, Scripted};

fn altered(endpoint: sandbox::Endpoint, nth: u64) -> Behaviour {
    let line = Scripted { endpoint, nth, fault: Fault::Altered };
    Behaviour::default().script(vec![line])
}

fn sound(canary: &Canary) -> usize {
    canary.seen.iter().filter(|seen| seen.is_sound()).count()
}

#[test]
fn the_first_ones_of_each_kind_are_sent_and_read_back_and_the_rest_waits() {
    warped(async {
        let index_lag = Duration::from_secs(5);
        let bench = Bench::new(Behaviour { index_lag, ..Behaviour::default() }).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), both(300));
        let canary = bench.canary(&mut journal, 5).await;
        assert_eq!(canary.ended, Ended::Finished);
        assert_eq!((canary.seen.len(), sound(&canary)), (5, 5), "{canary:?}");
        bench.assert_each_once(3, 2);
        let rows: Vec<u32> = canary.seen.iter().map(|seen| seen.sent.row).collect();
        assert_eq!(rows, [2, 3, 4, 302, 303], "the first ones of the plan");
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(300, 300);
        assert_eq!(fate(&journal, run, Fate::Created), 600);
    });
}

#[test]
fn a_field_that_the_tenant_keeps_otherwise_is_found() {
    for (endpoint, kind, field) in [
        (sandbox::Endpoint::TalentCreate, crate::spec::KindId::Talent, "basic_info.name"),
        (sandbox::Endpoint::JobDataCreate, crate::spec::KindId::JobData, "employee_type_id"),
    ] {
        warped(async {
            let bench = Bench::new(altered(endpoint, 2)).await;
            let mut journal = memory(&bench);
            plan(&mut journal, bench.now(), both(20));
            let canary = bench.canary(&mut journal, 6).await;
            assert_eq!((canary.seen.len(), sound(&canary)), (6, 5));
            let odd = canary.seen.iter().find(|seen| !seen.is_sound()).unwrap();
            assert_eq!(odd.sent.kind, kind);
            let differs = odd.lines.iter().filter(|line| line.finding == Difference::Differs);
            assert_eq!(differs.map(|line| line.field.as_str()).collect::<Vec<_>>(), [field]);
            bench.assert_each_once(3, 3);
        });
    }
}

#[test]
fn one_that_is_refused_or_lost_is_among_the_first_ones_and_not_sound() {
    warped(async {
        let script = Scripted {
            endpoint: sandbox::Endpoint::TalentCreate,
            nth: 2,
            fault: Fault::DropAfterCommit,
        };
        let bench = Bench::new(Behaviour::default().script(vec![script])).await;
        let mut journal = memory(&bench);
        let rows = [refused(0)].into_iter().chain(talents(30).skip(1));
        let run = plan(&mut journal, bench.now(), rows);
        let canary = bench.canary(&mut journal, 4).await;
        assert_eq!((canary.seen.len(), sound(&canary)), (4, 3), "{canary:?}");
        assert_eq!(canary.seen[0].sent.state.label(), "refused");
        // The one without an answer was settled, and not sent again.
        bench.assert_each_once(3, 0);
        assert_eq!(fate(&journal, run, Fate::NotSent), 26);
    });
}

#[test]
fn what_may_not_be_read_is_not_sound() {
    warped(async {
        let denied = vec![(sandbox::Endpoint::TalentGet, sandbox::Denied::Scope)];
        let bench = Bench::new(Behaviour { denied, ..Behaviour::default() }).await;
        let mut journal = memory(&bench);
        plan(&mut journal, bench.now(), talents(9));
        let canary = bench.canary(&mut journal, 2).await;
        assert_eq!(canary.ended, Ended::Finished);
        assert!(canary.seen.iter().all(|seen| seen.unread == Some("not-permitted")));
        assert_eq!(sound(&canary), 0);
    });
}

#[test]
fn those_that_exist_already_are_passed_over() {
    warped(async {
        let bench = Bench::new(Behaviour::default()).await;
        for (_, (body, _)) in talents(7) {
            bench.sandbox.seed_talent(&body).unwrap();
        }
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), talents(20));
        let canary = bench.canary(&mut journal, 3).await;
        assert_eq!((canary.seen.len(), sound(&canary)), (3, 3));
        assert_eq!(fate(&journal, run, Fate::Existing), 7);
        assert_eq!(fate(&journal, run, Fate::Created), 3);
    });
}

/// A talent and an employment with every field that a read can show.
fn full() -> [(crate::spec::KindId, (serde_json::Value, crate::identity::LookupKeys)); 2] {
    use crate::deliver::tests::{employment, person};
    let (mut talent, keys) = person(1);
    let info = &mut talent["basic_info"];
    info["birthday"] = json!("68227200000");
    info["gender"] = json!(2);
    info["nationality_id"] = json!("CN_1");
    info["current_city_code"] = json!("CT_2");
    info["hometown_city_code"] = json!("CT_3");
    let span = json!({ "start_time": "1409500800000", "end_time": "1530288000000" });
    let with = |mut entry: serde_json::Value| {
        let (all, span) = (entry.as_object_mut().unwrap(), span.as_object().unwrap());
        all.extend(span.clone());
        entry
    };
    talent["education_list"] = json!([
        with(
            json!({ "school": "甲", "degree": 6, "field_of_study": "考古", "education_type": 2, "academic_ranking": -1 })
        ),
        with(json!({ "school": "乙", "degree": 7 })),
    ]);
    talent["career_list"] = json!([with(json!({ "company": "丙", "title": "丁", "desc": "戊" }))]);
    talent["project_list"] =
        json!([with(json!({ "name": "己", "role": "庚", "link": "https://x.cn", "desc": "辛" }))]);
    talent["works_list"] = json!([{ "link": "https://y.cn", "desc": "壬" }]);
    talent["award_list"] = json!([{ "title": "癸", "award_time": "1409500800000", "desc": "子" }]);
    talent["language_list"] = json!([{ "language": 1, "proficiency": 5 }]);
    talent["sns_list"] = json!([{ "sns_type": 3, "link": "wx" }]);
    let customs = [("7", "汉族"), ("8", "[\"1\",\"2\"]"), ("9", "1627379423000")];
    talent["basic_info"]["customized_data"] =
        customs.iter().map(|(id, value)| json!({ "object_id": id, "value": value })).collect();
    talent["education_list"][1]["customized_data"] = json!([{ "object_id": "10", "value": "C9" }]);
    talent["folder_id_list"] = json!(["6930815272790114324"]);
    talent["resume_source_id"] = json!("6930815272790114325");
    talent["self_evaluation"] = json!({ "content": "平常心" });
    talent["preferred_city_code_list"] = json!(["CT_9", "CT_1"]);
    let (mut job, job_keys) = employment(1);
    job["probation_start_date"] = json!("2024-05-01");
    job["direct_manager_id"] = json!("6890452208593372601");
    job["dotted_line_manager_id_list"] = json!(["6890452208593372603", "6890452208593372602"]);
    job["cost_center_rate"] = json!([
        { "cost_center_id": "6950635856373745165", "rate": 40 },
        { "cost_center_id": "6950635856373745166", "rate": 60 },
    ]);
    job["work_shift"] = json!({ "enum_name": "work_shift" });
    let kinds = crate::spec::KindId::ALL;
    [(kinds[0], (talent, keys)), (kinds[1], (job, job_keys))]
}

/// What no read of a talent shows.
const HIDDEN: &[&str] = &["basic_info.mobile_country_code", "self_evaluation.content"];

#[test]
fn of_a_full_record_every_field_is_read_back_but_what_no_read_shows() {
    warped(async {
        let bench = Bench::new(Behaviour::default()).await;
        let mut journal = memory(&bench);
        plan(&mut journal, bench.now(), full());
        let canary = bench.canary(&mut journal, 2).await;
        assert_eq!(sound(&canary), 2, "{canary:?}");
        let [talent, job] = &canary.seen[..] else { panic!("{canary:?}") };
        for (seen, same, hidden) in [(talent, 46, HIDDEN), (job, 14, &[])] {
            let of = |finding: Difference| {
                let lines = seen.lines.iter().filter(move |line| line.finding == finding);
                lines.map(|line| line.field.as_str()).collect::<Vec<_>>()
            };
            assert_eq!(of(Difference::NotShown), hidden);
            assert_eq!(of(Difference::Same).len(), same, "{:?}", seen.lines);
        }
    });
}
