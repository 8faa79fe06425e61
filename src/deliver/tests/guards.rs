//! What ends a run early, and what only pauses it.

use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};

use super::*;

fn halted(ended: &Ended) -> (Code, HaltKind) {
    let Ended::Halted(complaint, kind) = ended else { panic!("{ended:?}") };
    (complaint.code, *kind)
}

/// A talent whose body the server refuses.
pub(crate) fn refused(n: usize) -> (KindId, (serde_json::Value, LookupKeys)) {
    let (mut body, keys) = person(n);
    body["basic_info"]["gender"] = json!(77);
    (KindId::Talent, (body, keys))
}

#[test]
fn twenty_first_rows_refused_alike_halt_the_run() {
    warped(async {
        let bench = Bench::new(Behaviour::default()).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), (0..200).map(refused));
        let ended = bench.deliver(&mut journal, &Policy::default()).await;
        assert_eq!(halted(&ended), (Code::EveryRowRefused, HaltKind::Api));
        let refused = fate(&journal, run, Fate::Refused);
        assert!((20..=60).contains(&refused), "{refused}");
        assert_eq!(fate(&journal, run, Fate::NotSent), 200 - refused);
    });
}

#[test]
fn ninety_of_a_hundred_rows_refused_alike_halt_the_run() {
    warped(async {
        let bench = Bench::new(Behaviour::default()).await;
        let mut journal = memory(&bench);
        let rows = (0..400).map(|n| if n < 5 { (KindId::Talent, person(n)) } else { refused(n) });
        let run = plan(&mut journal, bench.now(), rows);
        let ended = bench.deliver(&mut journal, &Policy::default()).await;
        assert_eq!(halted(&ended), (Code::MostRowsRefused, HaltKind::Api));
        let Ended::Halted(complaint, _) = ended else { unreachable!() };
        let said = complaint.message(crate::problem::Lang::En);
        assert!(said.contains("refused with 1002002: a parameter is wrong"), "{said}");
        let refused = fate(&journal, run, Fate::Refused);
        assert!((90..=140).contains(&refused), "{refused}");
        bench.assert_each_once(5, 0);
    });
}

#[test]
fn single_refusals_stay_with_their_rows() {
    warped(async {
        let bench = Bench::new(Behaviour::default()).await;
        let mut journal = memory(&bench);
        let rows =
            (0..60).map(|n| if n % 2 == 1 { refused(n) } else { (KindId::Talent, person(n)) });
        let run = plan(&mut journal, bench.now(), rows);
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        assert_eq!(fate(&journal, run, Fate::Refused), 30);
        bench.assert_each_once(30, 0);
    });
}

#[test]
fn max_refused_halts_the_run() {
    warped(async {
        let bench = Bench::new(Behaviour::default()).await;
        let mut journal = memory(&bench);
        let rows =
            (0..200).map(|n| if n % 2 == 1 { refused(n) } else { (KindId::Talent, person(n)) });
        plan(&mut journal, bench.now(), rows);
        let policy = Policy { max_refused: Some(3), ..Policy::default() };
        let ended = bench.deliver(&mut journal, &policy).await;
        assert_eq!(halted(&ended), (Code::TooManyRefused, HaltKind::Api));
    });
}

#[test]
fn a_host_that_is_not_there_halts_the_run_soon_and_nothing_is_in_doubt() {
    warped(async {
        let mut bench = Bench::new(Behaviour::default()).await;
        let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}", closed.local_addr().unwrap());
        drop(closed);
        bench.client = Client::new(&ClientConfig {
            base_url,
            timeout: Duration::from_secs(30),
            ca_file: None,
            user_agent: "t".into(),
        })
        .unwrap();
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), talents(3));
        let began = Instant::now();
        let ended = bench.deliver(&mut journal, &Policy::default()).await;
        assert_eq!(halted(&ended), (Code::HostUnreachable, HaltKind::Network));
        assert!(began.elapsed() < Duration::from_secs(90), "{:?}", began.elapsed());
        assert_eq!(fate(&journal, run, Fate::NotSent), 3);
    });
}

#[test]
fn throttles_of_every_form_lose_no_row() {
    warped(async {
        let faults = Faults {
            throttle_429: 0.03,
            throttle_400: 0.02,
            throttle_no_reset: 0.02,
            ..Faults::calm()
        };
        let bench = Bench::new(Behaviour { faults, ..Behaviour::default() }).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), both(80));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(80, 80);
        assert_eq!(fate(&journal, run, Fate::Created), 160);
    });
}

#[test]
fn wrong_credentials_halt_the_run_before_anything_is_sent() {
    warped(async {
        let bench = Bench { secret: "wrong", ..Bench::new(Behaviour::default()).await };
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), talents(3));
        let ended = bench.deliver(&mut journal, &Policy::default()).await;
        assert_eq!(halted(&ended), (Code::CredentialsRejected, HaltKind::Credentials));
        assert_eq!(fate(&journal, run, Fate::NotSent), 3);
    });
}

#[test]
fn fresh_tokens_that_are_rejected_too_halt_the_run() {
    warped(async {
        let script = (1..=4).map(|nth| Scripted {
            endpoint: sandbox::Endpoint::TalentFind,
            nth,
            fault: Fault::ExpireToken,
        });
        let bench = Bench::new(Behaviour::default().script(script.collect())).await;
        let mut journal = memory(&bench);
        let (_, (body, mut keys)) = (KindId::Talent, person(1));
        keys.email = None;
        let run = plan(&mut journal, bench.now(), [(KindId::Talent, (body, keys))]);
        let ended = bench.deliver(&mut journal, &Policy::default()).await;
        assert_eq!(halted(&ended), (Code::CredentialsRejected, HaltKind::Credentials));
        assert_eq!(fate(&journal, run, Fate::NotSent), 1);
    });
}

#[test]
fn where_nothing_is_left_nothing_is_asked() {
    warped(async {
        let bench = Bench::new(Behaviour::default()).await;
        let mut journal = memory(&bench);
        plan(&mut journal, bench.now(), []);
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        assert!(bench.sandbox.ledger().requests.is_empty());
    });
}

/// A sandbox of which some calls answer what they are told.
async fn with_answers(behaviour: Behaviour, answers: &[(&str, serde_json::Value)]) -> Bench {
    let mut bench = Bench::new(behaviour).await;
    let mut router = axum::Router::new();
    for (path, answer) in answers {
        let answer = axum::Json(answer.clone());
        router = router.route(path, axum::routing::post(async move || answer));
    }
    let router = router.fallback_service(sandbox::router(Arc::clone(&bench.sandbox)));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let timeout = Duration::from_secs(30);
    let user_agent = "t".into();
    bench.client =
        Client::new(&ClientConfig { base_url, timeout, ca_file: None, user_agent }).unwrap();
    bench
}

const JOB_DATAS: &str = "/open-apis/corehr/v2/employees/job_datas/batch_get";
const EMPLOYEES: &str = "/open-apis/corehr/v2/employees/batch_get";

fn no_permission() -> serde_json::Value {
    json!({ "code": 99_991_672, "msg": "Access denied" })
}

#[test]
fn talents_that_may_not_be_looked_up_halt_the_run_and_name_the_scope() {
    warped(async {
        let find = "/open-apis/hire/v1/talents/batch_get_id";
        let bench = with_answers(Behaviour::default(), &[(find, no_permission())]).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), talents(3));
        let ended = bench.deliver(&mut journal, &Policy::default()).await;
        assert_eq!(halted(&ended), (Code::PermissionMissing, HaltKind::Credentials));
        let Ended::Halted(complaint, _) = ended else { unreachable!() };
        assert!(complaint.values()[0].contains("hire:talent"));
        assert_eq!(fate(&journal, run, Fate::NotSent), 3);
    });
}

#[test]
fn job_data_that_may_not_be_read_is_sent_under_its_token_alone() {
    warped(async {
        let script = [(1, Fault::DropAfterCommit), (2, Fault::DropBefore)];
        let script = script.map(|(nth, fault)| Scripted {
            endpoint: sandbox::Endpoint::JobDataCreate,
            nth,
            fault,
        });
        let behaviour = Behaviour {
            token_mode: sandbox::TokenMode::Replay,
            ..Behaviour::default().script(script.to_vec())
        };
        let bench = with_answers(behaviour, &[(JOB_DATAS, no_permission())]).await;
        let mut journal = memory(&bench);
        let rows = (0..20).map(|n| (KindId::JobData, employment(n)));
        let run = plan(&mut journal, bench.now(), rows);
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(0, 20);
        assert_eq!(fate(&journal, run, Fate::Created), 20);
    });
}

#[test]
fn unread_a_token_that_was_seen_is_for_a_person() {
    warped(async {
        let script = vec![Scripted {
            endpoint: sandbox::Endpoint::JobDataCreate,
            nth: 1,
            fault: Fault::DropAfterCommit,
        }];
        let behaviour = Behaviour::default().script(script);
        let bench = with_answers(behaviour, &[(JOB_DATAS, no_permission())]).await;
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), [(KindId::JobData, employment(1))]);
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(0, 1);
        assert_eq!(fate(&journal, run, Fate::Unknown), 1);
    });
}

/// A token that a failed request used up: seen, and nothing made.
async fn burnt(employees: serde_json::Value) -> (Bench, Journal, RunId, Duration) {
    let script = vec![Scripted {
        endpoint: sandbox::Endpoint::JobDataCreate,
        nth: 1,
        fault: Fault::Error5xxBefore,
    }];
    let behaviour = Behaviour { burn_failed_tokens: true, ..Behaviour::default().script(script) };
    let bench = with_answers(behaviour, &[(EMPLOYEES, employees)]).await;
    let mut journal = memory(&bench);
    let run = plan(&mut journal, bench.now(), [(KindId::JobData, employment(1))]);
    let began = Instant::now();
    assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
    (bench, journal, run, began.elapsed())
}

#[test]
fn a_token_that_was_seen_for_nothing_is_replaced_once_its_employee_is_seen() {
    warped(async {
        let (_, keys) = employment(1);
        let seen =
            json!({ "code": 0, "data": { "items": [{ "employment_id": keys.employment }] } });
        let (bench, journal, run, took) = burnt(seen).await;
        bench.assert_each_once(0, 1);
        assert_eq!(fate(&journal, run, Fate::Created), 1);
        assert!(took >= Duration::from_mins(1), "three reads over a minute: {took:?}");
    });
}

#[test]
fn a_token_that_was_seen_stays_where_its_employee_is_not() {
    warped(async {
        let (bench, journal, run, _) = burnt(json!({ "code": 0, "data": { "items": [] } })).await;
        bench.assert_each_once(0, 0);
        assert_eq!(fate(&journal, run, Fate::Unknown), 1);
    });
}

#[test]
fn a_refusal_after_a_lost_answer_ends_refused_once_nothing_was_found() {
    warped(async {
        let endpoints = [sandbox::Endpoint::TalentCreate, sandbox::Endpoint::JobDataCreate];
        let script =
            endpoints.map(|endpoint| Scripted { endpoint, nth: 1, fault: Fault::DropBefore });
        let bench = Bench::new(Behaviour::default().script(script.to_vec())).await;
        let mut journal = memory(&bench);
        let (mut body, keys) = employment(1);
        body["department_id"] = json!("");
        let rows = [refused(1), (KindId::JobData, (body, keys))];
        let run = plan(&mut journal, bench.now(), rows);
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(0, 0);
        assert_eq!(fate(&journal, run, Fate::Refused), 2, "{:?}", journal.totals(run));
    });
}

#[test]
fn a_network_that_comes_back_is_noticed_without_anybody() {
    warped(async {
        let mut bench = Bench::new(Behaviour::default()).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let base_url = format!("http://{address}");
        let timeout = Duration::from_secs(30);
        let user_agent = "t".into();
        bench.client =
            Client::new(&ClientConfig { base_url, timeout, ca_file: None, user_agent }).unwrap();
        let sandbox = Arc::clone(&bench.sandbox);
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_secs(8)).await;
            let listener = TcpListener::bind(address).await.unwrap();
            sandbox::serve(listener, sandbox, std::future::pending()).await
        });
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), both(20));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(20, 20);
        assert_eq!(fate(&journal, run, Fate::Created), 40);
    });
}

/// Look-ups of job data before which somebody answers: where an employment is asked for that is
/// refused, or always.
async fn refusing(status: u16, answer: serde_json::Value, foreign: Option<String>) -> Bench {
    let mut bench = Bench::new(Behaviour::default()).await;
    let before = from_fn(move |request: Request, next: Next| {
        let (answer, foreign) = (answer.clone(), foreign.clone());
        async move {
            if request.uri().path() != JOB_DATAS {
                return next.run(request).await;
            }
            let (head, body) = request.into_parts();
            let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            let asked = String::from_utf8(body.to_vec()).unwrap();
            if foreign.is_some_and(|id| !asked.contains(&id)) {
                return next.run(Request::from_parts(head, body.into())).await;
            }
            let mut response: Response = axum::Json(answer).into_response();
            *response.status_mut() = status.try_into().unwrap();
            response
        }
    });
    let router = sandbox::router(Arc::clone(&bench.sandbox)).layer(before);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let (timeout, user_agent) = (Duration::from_secs(30), "t".into());
    bench.client =
        Client::new(&ClientConfig { base_url, timeout, ca_file: None, user_agent }).unwrap();
    bench
}

fn code(code: i64) -> serde_json::Value {
    json!({ "code": code, "msg": "no" })
}

/// Four employees with job data already.
fn four(bench: &Bench) -> Vec<(KindId, (serde_json::Value, LookupKeys))> {
    let rows: Vec<_> = (0..4).map(|n| (KindId::JobData, employment(n))).collect();
    for (_, (body, _)) in &rows {
        bench.sandbox.seed_job_data(body).unwrap();
    }
    rows
}

#[test]
fn job_data_whose_look_up_is_refused_is_not_sent() {
    for refusal in [1_160_013, 99_992_402, 1_169_999] {
        warped(async {
            let bench = refusing(400, code(refusal), None).await;
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), four(&bench));
            assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
            bench.assert_each_once(0, 4);
            assert_eq!(fate(&journal, run, Fate::Conflict), 4, "{refusal}");
        });
    }
}

#[test]
fn one_whose_job_data_is_denied_makes_nobody_else_twice() {
    for refusal in [1_160_013, 1_169_999] {
        warped(async {
            let foreign = employment(2).1.employment;
            let bench = refusing(400, code(refusal), foreign).await;
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), four(&bench));
            assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
            bench.assert_each_once(0, 4);
            assert_eq!(fate(&journal, run, Fate::Existing), 3, "{refusal}");
            assert_eq!(fate(&journal, run, Fate::Conflict), 1, "{refusal}");
        });
    }
}

#[test]
fn an_answer_without_data_is_no_empty_list() {
    warped(async {
        for answer in [json!({ "code": 0 }), json!({ "code": 0, "data": null })] {
            let bench = refusing(200, answer, None).await;
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), four(&bench));
            let patience = Duration::from_secs(20);
            let policy = Policy { patience, first_patience: patience, ..Policy::default() };
            let ended = bench.deliver(&mut journal, &policy).await;
            assert_eq!(halted(&ended), (Code::ServerFailing, HaltKind::Api));
            bench.assert_each_once(0, 4);
            assert_eq!(fate(&journal, run, Fate::NotSent), 4);
        }
    });
}

#[test]
fn where_nothing_may_be_read_what_the_snapshot_knows_is_there() {
    for (status, refusal) in [(403, 99_991_672), (400, 1_160_023), (400, 1_160_013)] {
        warped(async {
            let bench = refusing(status, code(refusal), None).await;
            let mut journal = memory(&bench);
            let rows = four(&bench);
            let recorded = rows.iter().filter_map(|(_, (_, keys))| keys.employment.clone());
            let recorded = recorded.map(|id| (id, "j".to_owned())).collect();
            let run = plan(&mut journal, bench.now(), rows);
            let policy = Policy { recorded, ..Policy::default() };
            assert_eq!(bench.deliver(&mut journal, &policy).await, Ended::Finished);
            bench.assert_each_once(0, 4);
            assert_eq!(fate(&journal, run, Fate::Existing), 4, "{refusal}");
        });
    }
}
